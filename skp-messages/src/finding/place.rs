//! Where a finding stands in the input.

/// A place in an input: a byte, and the line and column an editor shows for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The byte, counted from 0.
    pub offset: usize,
    /// The line, counted from 1.
    pub line: u32,
    /// The column in characters, counted from 1.
    pub column: u32,
}

/// Finds lines and columns in a text that is read from front to back or at random.
#[derive(Debug)]
pub struct LineIndex<'a> {
    text: &'a [u8],
    starts: Vec<usize>,
}

impl<'a> LineIndex<'a> {
    /// Finds where each line begins. A line ends with LF, CR LF or a lone CR.
    #[must_use]
    pub fn new(text: &'a [u8]) -> Self {
        const BLOCK: usize = 32;
        let ends = |byte: u8| byte == b'\n' || byte == b'\r';
        let mut starts = vec![0];
        // Whole blocks first, without a branch per byte: few blocks hold the end of a line.
        for (block, bytes) in text.chunks(BLOCK).enumerate() {
            if !bytes.iter().fold(false, |found, &byte| found | ends(byte)) {
                continue;
            }
            for (at, &byte) in (block * BLOCK..).zip(bytes) {
                if byte == b'\n' || (byte == b'\r' && text.get(at + 1) != Some(&b'\n')) {
                    starts.push(at + 1);
                }
            }
        }
        Self { text, starts }
    }

    /// The line and column of a byte. An offset past the end is that of the end.
    #[must_use]
    pub fn place(&self, offset: usize) -> Place {
        let offset = offset.min(self.text.len());
        let line = self.starts.partition_point(|&start| start <= offset).max(1);
        let start = self.starts.get(line - 1).copied().unwrap_or(0);
        let before = self.text.get(start..offset).unwrap_or_default();
        // Continuation bytes belong to the character before them; a byte order mark takes no column.
        let before = if start == 0 { before.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(before) } else { before };
        let column = before.iter().filter(|&&byte| byte & 0xC0 != 0x80).count() + 1;
        Place { offset, line: saturate(line), column: saturate(column) }
    }

    /// The bytes of a line, counted from 1, without its line end.
    #[must_use]
    pub fn line(&self, line: u32) -> &'a [u8] {
        let line = line as usize;
        let start = line.checked_sub(1).and_then(|before| self.starts.get(before)).copied();
        let end = self.starts.get(line).copied().unwrap_or(self.text.len());
        let bytes = start.and_then(|start| self.text.get(start..end)).unwrap_or_default();
        let bytes = bytes.strip_suffix(b"\n").unwrap_or(bytes);
        bytes.strip_suffix(b"\r").unwrap_or(bytes)
    }
}

fn saturate(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let index = LineIndex::new("\u{feff}é\r\nab\rc".as_bytes());
        let place = |offset| (index.place(offset).line, index.place(offset).column);
        assert_eq!(place(3), (1, 1));
        assert_eq!(place(5), (1, 2));
        assert_eq!(place(7), (2, 1));
        assert_eq!(place(8), (2, 2));
        assert_eq!(place(10), (3, 1));
        assert_eq!(place(999), (3, 2));
        assert_eq!(index.line(2), b"ab");
        assert_eq!(index.line(9), b"");
    }
}
