//! The list of contents of a zip, entry by entry, and the bytes of each.
//!
//! A reader that keeps the whole list needs memory for every file in it, and one that finds files by name loses those of
//! the same name. This one does neither; it knows no more of zip than reading needs, and believes no number it has not
//! bounded.

use std::io::{self, Read, Seek, SeekFrom};

use flate2::Crc;
use flate2::read::DeflateDecoder;

use super::rules::Fault;

const END: u32 = 0x0605_4b50;
const END_64: u32 = 0x0606_4b50;
const LOCATOR_64: u32 = 0x0706_4b50;
const ENTRY: u32 = 0x0201_4b50;
const LOCAL: u32 = 0x0403_4b50;
/// How much of the end of the file may be comment.
const COMMENT: u64 = 0xffff;
/// What stands where a number does not fit and is in the extra field.
const IN_EXTRA: u32 = u32::MAX;

/// One file in a zip.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    /// Its name, in whatever encoding.
    pub(super) name: Vec<u8>,
    pub(super) encrypted: bool,
    method: u16,
    crc: u32,
    packed: u64,
    unpacked: u64,
    at: u64,
}

/// The list of contents.
pub(super) struct List<R> {
    reader: R,
    left: u64,
    next: u64,
    /// What stands before the zip in the file.
    shift: u64,
}

/// Numbers of a header, one after the other.
struct Numbers<'n>(&'n [u8]);

impl Numbers<'_> {
    fn take<const N: usize>(&mut self) -> io::Result<[u8; N]> {
        let (now, rest) = self.0.split_first_chunk::<N>().ok_or(Fault::NoZip)?;
        self.0 = rest;
        Ok(*now)
    }

    fn u16(&mut self) -> io::Result<u16> {
        self.take().map(u16::from_le_bytes)
    }

    fn u32(&mut self) -> io::Result<u32> {
        self.take().map(u32::from_le_bytes)
    }

    fn u64(&mut self) -> io::Result<u64> {
        self.take().map(u64::from_le_bytes)
    }
}

impl<R: Read + Seek> List<R> {
    /// Finds the list.
    pub(super) fn find(mut reader: R) -> io::Result<Self> {
        let size = reader.seek(SeekFrom::End(0))?;
        let from = size.saturating_sub(COMMENT + 22);
        reader.seek(SeekFrom::Start(from))?;
        let mut tail = Vec::new();
        reader.by_ref().take(COMMENT + 22).read_to_end(&mut tail)?;
        let at = memchr::memmem::rfind(&tail, &END.to_le_bytes()).ok_or(Fault::NoZip)?;
        let mut end = Numbers(tail.get(at + 4..).unwrap_or_default());
        let (disk, list_disk) = (end.u16()?, end.u16()?);
        let (_, count) = (end.u16()?, end.u16()?);
        let (length, start) = (end.u32()?, end.u32()?);
        let at = from + at as u64;
        if count == u16::MAX || length == IN_EXTRA || start == IN_EXTRA {
            return Self::find_64(reader, at);
        }
        if (disk, list_disk) != (0, 0) {
            return Err(Fault::Method.into());
        }
        // The list ends where the end begins, whatever stands before the zip.
        let next = at.checked_sub(u64::from(length)).ok_or(Fault::NoZip)?;
        let shift = next.checked_sub(u64::from(start)).ok_or(Fault::NoZip)?;
        Ok(Self { reader, left: u64::from(count), next, shift })
    }

    /// Finds the list of a large zip; its small end begins at `end`.
    fn find_64(mut reader: R, end: u64) -> io::Result<Self> {
        let mut bytes = [0; 56];
        let at = end.checked_sub(20).ok_or(Fault::NoZip)?;
        read_at(&mut reader, at, bytes.get_mut(..20).unwrap_or_default())?;
        let mut locator = Numbers(&bytes);
        if locator.u32()? != LOCATOR_64 {
            return Err(Fault::NoZip.into());
        }
        locator.u32()?;
        let at = locator.u64()?;
        read_at(&mut reader, at, &mut bytes)?;
        let mut end = Numbers(&bytes);
        if end.u32()? != END_64 {
            return Err(Fault::NoZip.into());
        }
        // Its size, versions, disks and the count of this disk.
        end.take::<28>()?;
        let (count, _, start) = (end.u64()?, end.u64()?, end.u64()?);
        Ok(Self { reader, left: count, next: start, shift: 0 })
    }

    /// The next entry; `None` after the last one.
    pub(super) fn next(&mut self) -> io::Result<Option<Entry>> {
        if self.left == 0 {
            return Ok(None);
        }
        self.left -= 1;
        let mut head = [0; 46];
        read_at(&mut self.reader, self.next, &mut head)?;
        let mut numbers = Numbers(&head);
        if numbers.u32()? != ENTRY {
            return Err(Fault::NoZip.into());
        }
        numbers.take::<4>()?;
        let (flags, method) = (numbers.u16()?, numbers.u16()?);
        numbers.take::<4>()?;
        let (crc, packed, unpacked) = (numbers.u32()?, numbers.u32()?, numbers.u32()?);
        let (name, extra, comment) = (numbers.u16()?, numbers.u16()?, numbers.u16()?);
        numbers.take::<8>()?;
        let at = numbers.u32()?;
        self.next += 46 + u64::from(name) + u64::from(extra) + u64::from(comment);
        let mut bytes = vec![0; usize::from(name)];
        read_exact(&mut self.reader, &mut bytes)?;
        let mut more = vec![0; usize::from(extra)];
        read_exact(&mut self.reader, &mut more)?;
        let mut large = large(&more);
        let mut number = |small: u32| if small == IN_EXTRA { large.u64() } else { Ok(u64::from(small)) };
        let (unpacked, packed, at) = (number(unpacked)?, number(packed)?, number(at)?);
        let at = at.checked_add(self.shift).ok_or(Fault::NoZip)?;
        // Bit 0 is encryption, bit 6 the strong kind, bit 13 that of the list itself.
        let encrypted = flags & (1 | 1 << 6 | 1 << 13) != 0;
        Ok(Some(Entry { name: bytes, encrypted, method, crc, packed, unpacked, at }))
    }
}

/// The large numbers in an extra field.
fn large(extra: &[u8]) -> Numbers<'_> {
    let mut rest = Numbers(extra);
    while let (Ok(id), Ok(length)) = (rest.u16(), rest.u16()) {
        let length = usize::from(length).min(rest.0.len());
        let (field, after) = rest.0.split_at(length);
        if id == 1 {
            return Numbers(field);
        }
        rest = Numbers(after);
    }
    Numbers(&[])
}

impl Entry {
    /// A reader of the file's bytes, that says at their end whether they are the right ones.
    pub(super) fn open<R: Read + Seek>(&self, mut file: R) -> io::Result<Unpacked<R>> {
        let mut head = [0; 30];
        read_at(&mut file, self.at, &mut head)?;
        let mut numbers = Numbers(&head);
        if numbers.u32()? != LOCAL {
            return Err(Fault::NoZip.into());
        }
        numbers.take::<22>()?;
        let (name, extra) = (numbers.u16()?, numbers.u16()?);
        file.seek(SeekFrom::Current(i64::from(name) + i64::from(extra)))?;
        let packed = file.take(self.packed);
        let reader = match self.method {
            0 => Method::Stored(packed),
            8 => Method::Deflated(DeflateDecoder::new(packed)),
            _ => return Err(Fault::Method.into()),
        };
        Ok(Unpacked { reader, crc: Crc::new(), told: self.crc, left: self.unpacked })
    }
}

enum Method<R> {
    Stored(io::Take<R>),
    Deflated(DeflateDecoder<io::Take<R>>),
}

/// The bytes of one file.
pub(super) struct Unpacked<R> {
    reader: Method<R>,
    crc: Crc,
    told: u32,
    /// How many bytes should follow.
    left: u64,
}

impl<R: Read> Read for Unpacked<R> {
    fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
        if room.is_empty() {
            return Ok(0);
        }
        let read = match &mut self.reader {
            Method::Stored(reader) => reader.read(room)?,
            Method::Deflated(reader) => reader.read(room)?,
        };
        let now = room.get(..read).unwrap_or_default();
        self.crc.update(now);
        let right = match self.left.checked_sub(read as u64) {
            Some(left) => {
                self.left = left;
                read > 0 || (left == 0 && self.crc.sum() == self.told)
            }
            None => false,
        };
        if right { Ok(read) } else { Err(Fault::Damaged.into()) }
    }
}

fn read_at<R: Read + Seek>(reader: &mut R, at: u64, room: &mut [u8]) -> io::Result<()> {
    reader.seek(SeekFrom::Start(at))?;
    read_exact(reader, room)
}

/// Fills the room; a file that ends before that is no zip.
fn read_exact(reader: &mut impl Read, room: &mut [u8]) -> io::Result<()> {
    reader.read_exact(room).map_err(|error| match error.kind() {
        io::ErrorKind::UnexpectedEof => Fault::NoZip.into(),
        _ => error,
    })
}
