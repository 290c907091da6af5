//! Packed files for tests, right ones and broken ones.

use std::io::Write;

use flate2::Compression;
use flate2::write::{DeflateEncoder, GzEncoder};
use ruzstd::encoding::{CompressionLevel, compress_to_vec};

pub fn gz(bytes: impl AsRef<[u8]>) -> Vec<u8> {
    let mut out = GzEncoder::new(Vec::new(), Compression::default());
    out.write_all(bytes.as_ref()).unwrap();
    out.finish().unwrap()
}

pub fn zst(bytes: impl AsRef<[u8]>) -> Vec<u8> {
    compress_to_vec(bytes.as_ref(), CompressionLevel::Fastest)
}

/// A file in a zip, with what the zip says of it.
#[derive(Clone)]
pub struct Member {
    pub name: Vec<u8>,
    pub packed: Vec<u8>,
    pub size: u32,
    pub crc: u32,
    pub flags: u16,
    pub method: u16,
}

impl Member {
    /// A file as it is.
    pub fn stored(name: &str, bytes: impl AsRef<[u8]>) -> Self {
        let bytes = bytes.as_ref();
        let mut crc = flate2::Crc::new();
        crc.update(bytes);
        let size = u32::try_from(bytes.len()).unwrap();
        Self { name: name.into(), packed: bytes.to_vec(), size, crc: crc.sum(), flags: 0, method: 0 }
    }

    /// A file made smaller.
    pub fn deflated(name: &str, bytes: impl AsRef<[u8]>) -> Self {
        let mut out = DeflateEncoder::new(Vec::new(), Compression::default());
        out.write_all(bytes.as_ref()).unwrap();
        Self { packed: out.finish().unwrap(), method: 8, ..Self::stored(name, bytes) }
    }

    fn head(&self, mark: u32, at: Option<u32>) -> Vec<u8> {
        let mut out = mark.to_le_bytes().to_vec();
        let mut short = |number: u16| out.extend(number.to_le_bytes());
        if at.is_some() {
            short(20);
        }
        [20, self.flags, self.method, 0, 0].into_iter().for_each(&mut short);
        let packed = u32::try_from(self.packed.len()).unwrap();
        for number in [self.crc, packed, self.size] {
            out.extend(number.to_le_bytes());
        }
        out.extend(u16::try_from(self.name.len()).unwrap().to_le_bytes());
        out.extend([0; 2]);
        if let Some(at) = at {
            out.extend([0; 10]);
            out.extend(at.to_le_bytes());
        }
        out.extend(&self.name);
        out
    }
}

/// A zip with these files, and with this much before it.
pub fn zip_behind(before: &[u8], members: &[Member]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut list = Vec::new();
    for member in members {
        list.extend(member.head(0x0201_4b50, Some(u32::try_from(out.len()).unwrap())));
        out.extend(member.head(0x0403_4b50, None));
        out.extend(&member.packed);
    }
    let (start, count) = (u32::try_from(out.len()).unwrap(), u16::try_from(members.len()).unwrap());
    out.extend(&list);
    out.extend(0x0605_4b50_u32.to_le_bytes());
    out.extend([0; 4]);
    out.extend(count.to_le_bytes());
    out.extend(count.to_le_bytes());
    out.extend(u32::try_from(list.len()).unwrap().to_le_bytes());
    out.extend(start.to_le_bytes());
    out.extend([0; 2]);
    [before, &out].concat()
}

pub fn zip(members: &[Member]) -> Vec<u8> {
    zip_behind(b"", members)
}
