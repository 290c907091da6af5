//! A stream to blocks of whole lines.
//!
//! A block is read at once and cut behind its last line end; what is left goes into the next. Only a line that is longer
//! than a block makes a block grow, and one that is longer than a message may be is cut short and passed over to its end.

use std::io::{self, Read};

use memchr::{memchr, memrchr};

/// Bytes that are used again and again.
#[derive(Debug, Default)]
pub(super) struct Block {
    /// As long as there is room.
    bytes: Vec<u8>,
    filled: usize,
}

impl Block {
    /// What was read.
    pub(super) fn filled(&self) -> &[u8] {
        self.bytes.get(..self.filled).unwrap_or_default()
    }

    /// How much memory it takes.
    pub(super) fn room(&self) -> usize {
        self.bytes.len()
    }

    /// Empties it, and gives back memory that one long line took.
    pub(super) fn clear(&mut self, size: usize) {
        self.filled = 0;
        if self.bytes.len() > size {
            self.bytes = Vec::new();
        }
    }

    fn push(&mut self, bytes: &[u8]) {
        let end = self.filled + bytes.len();
        if self.bytes.len() < end {
            self.bytes.resize(end, 0);
        }
        if let Some(room) = self.bytes.get_mut(self.filled..end) {
            room.copy_from_slice(bytes);
            self.filled = end;
        }
    }

    /// Reads until `target` bytes are filled; false at the end of the stream.
    fn fill(&mut self, reader: &mut impl Read, target: usize) -> io::Result<bool> {
        if self.bytes.len() < target {
            self.bytes.resize(target, 0);
        }
        while self.filled < target {
            let room = self.bytes.get_mut(self.filled..target).unwrap_or_default();
            match reader.read(room) {
                Ok(0) => return Ok(false),
                Ok(read) => self.filled += read.min(room.len()),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(true)
    }
}

/// What a block holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cut {
    /// Whole lines; the last one may be without its line end, at the end of the stream.
    Lines,
    /// The begin of one line that is longer than a message may be; the rest of it is passed over.
    TooLong,
}

/// Cuts a stream.
pub(super) struct Cutter<R> {
    reader: R,
    /// How many bytes are read at once.
    block: usize,
    /// The bytes of a line at most.
    most: usize,
    carry: Vec<u8>,
    passing_over: bool,
    end: bool,
    error: Option<io::Error>,
}

impl<R: Read> Cutter<R> {
    pub(super) fn new(reader: R, block: usize, most: usize) -> Self {
        Self { reader, block: block.max(1), most, carry: Vec::new(), passing_over: false, end: false, error: None }
    }

    /// Fills an empty block; `None` at the end of the stream. A line that an error cuts off is not given.
    pub(super) fn next(&mut self, block: &mut Block) -> io::Result<Option<Cut>> {
        if self.passing_over {
            self.pass_over(block)?;
        }
        if let Some(error) = self.error.take() {
            self.end = true;
            self.carry.clear();
            return Err(error);
        }
        block.push(&self.carry);
        self.carry.clear();
        let mut target = self.block.max(block.filled);
        // Up to here there is no line end.
        let mut searched = 0;
        loop {
            if !self.end && self.error.is_none() {
                match block.fill(&mut self.reader, target) {
                    Ok(more) => self.end = !more,
                    Err(error) => self.error = Some(error),
                }
            }
            if let Some(at) = memrchr(b'\n', block.filled().get(searched..).unwrap_or_default()) {
                let end = searched + at + 1;
                self.carry.extend_from_slice(block.filled().get(end..).unwrap_or_default());
                block.filled = end;
                return Ok(Some(Cut::Lines));
            }
            if block.filled > self.most {
                block.filled = self.most.saturating_add(1);
                self.passing_over = true;
                return Ok(Some(Cut::TooLong));
            }
            if self.end {
                return Ok((block.filled > 0).then_some(Cut::Lines));
            }
            if let Some(error) = self.error.take() {
                self.end = true;
                block.filled = 0;
                return Err(error);
            }
            searched = block.filled;
            target = target.saturating_mul(2).min(self.most.saturating_add(1)).max(block.filled + 1);
        }
    }

    /// Reads on to the next line end and keeps what is behind it.
    fn pass_over(&mut self, block: &mut Block) -> io::Result<()> {
        self.passing_over = false;
        while !self.end {
            block.filled = 0;
            // An error is told as one of the line that follows.
            self.end = !block.fill(&mut self.reader, self.block)?;
            if let Some(at) = memchr(b'\n', block.filled()) {
                self.carry.extend_from_slice(block.filled().get(at + 1..).unwrap_or_default());
                break;
            }
        }
        block.filled = 0;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives its bytes in pieces of this many, and then this error.
    struct Pieces<'a>(&'a [u8], usize, Option<io::ErrorKind>);

    impl Read for Pieces<'_> {
        fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
            if self.0.is_empty() {
                return self.2.map_or(Ok(0), |kind| Err(kind.into()));
            }
            let most = self.1;
            let (now, rest) = self.0.split_at(self.0.len().min(most).min(room.len()));
            room[..now.len()].copy_from_slice(now);
            self.0 = rest;
            Ok(now.len())
        }
    }

    fn cuts(reader: impl Read, block: usize, most: usize) -> (Vec<(String, Cut)>, bool) {
        let mut cutter = Cutter::new(reader, block, most);
        let mut out = Vec::new();
        loop {
            let mut block = Block::default();
            match cutter.next(&mut block) {
                Ok(None) => return (out, false),
                Ok(Some(cut)) => out.push((String::from_utf8(block.filled().to_vec()).unwrap(), cut)),
                Err(_) => return (out, true),
            }
        }
    }

    #[test]
    fn lines_stay_whole_whatever_the_block() {
        let text = "one\r\n\ntwo is longer\nthree";
        for block in 1..30 {
            for pieces in [1, 3, 100] {
                let (cuts, failed) = cuts(Pieces(text.as_bytes(), pieces, None), block, 100);
                assert!(!failed);
                assert!(cuts.iter().rev().skip(1).all(|(lines, _)| lines.ends_with('\n')), "{block}: {cuts:?}");
                assert_eq!(cuts.iter().map(|(lines, _)| lines.as_str()).collect::<String>(), text);
            }
        }
    }

    #[test]
    fn a_line_that_is_too_long_is_cut_short_and_the_next_is_whole() {
        let text = format!("a\n{}\nb\n{}", "x".repeat(1000), "y".repeat(50));
        for block in [1, 4, 16, 64] {
            let (cuts, failed) = cuts(Pieces(text.as_bytes(), 7, None), block, 20);
            assert!(!failed);
            let long: Vec<&str> =
                cuts.iter().filter(|(_, cut)| *cut == Cut::TooLong).map(|(line, _)| line.as_str()).collect();
            let others: String =
                cuts.iter().filter(|(_, cut)| *cut == Cut::Lines).map(|(line, _)| line.as_str()).collect();
            assert_eq!((long, others.as_str()), (vec![&"x".repeat(21)[..], &"y".repeat(21)], "a\nb\n"), "{block}");
        }
    }

    #[test]
    fn lines_before_an_error_are_given_and_the_one_it_cuts_off_is_not() {
        for block in [1, 4, 64] {
            let (cuts, failed) = cuts(Pieces(b"one\ntwo\nthr", 2, Some(io::ErrorKind::InvalidData)), block, 100);
            assert!(failed);
            assert_eq!(cuts.iter().map(|(lines, _)| lines.as_str()).collect::<String>(), "one\ntwo\n");
        }
    }

    #[test]
    fn a_line_without_end_takes_no_more_memory_than_a_message() {
        let mut cutter = Cutter::new(io::repeat(b'x').take(10 << 20), 4096, 100_000);
        let mut block = Block::default();
        assert_eq!(cutter.next(&mut block).unwrap(), Some(Cut::TooLong));
        assert!(block.room() <= 100_001, "{}", block.room());
        block.clear(4096);
        assert_eq!(cutter.next(&mut block).unwrap(), None);
        assert!(block.room() <= 4096 && cutter.carry.capacity() == 0);
    }
}
