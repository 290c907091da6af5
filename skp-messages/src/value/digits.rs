//! Writing numbers as text, digit by digit: most of what a message holds besides names are amounts and dates.

/// A text of digits and the characters between them, made from its end.
pub(super) struct Digits {
    bytes: [u8; Self::ROOM],
    start: usize,
}

impl Digits {
    const ROOM: usize = 32;

    pub(super) const fn new() -> Self {
        Self { bytes: [b'0'; Self::ROOM], start: Self::ROOM }
    }

    /// Puts a whole number in front, with at least so many digits.
    pub(super) fn put(&mut self, mut number: u64, least: usize) {
        let mut length = 0;
        while number > 0 || length < least {
            self.put_byte(b'0' + (number % 10) as u8); // below 10
            number /= 10;
            length += 1;
        }
    }

    /// Puts a character of ASCII in front. There is room for the longest moment; what is beyond is left out.
    pub(super) fn put_byte(&mut self, byte: u8) {
        if let Some(start) = self.start.checked_sub(1)
            && let Some(place) = self.bytes.get_mut(start)
        {
            *place = byte;
            self.start = start;
        }
    }

    /// Appends the text.
    pub(super) fn push_to(&self, out: &mut String) {
        let text = self.bytes.get(self.start..).unwrap_or_default();
        out.push_str(std::str::from_utf8(text).unwrap_or_default());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_the_library_does() {
        for value in [0, 1, 9, 10, 99, 100, 12_345, u64::from(u32::MAX), u64::MAX] {
            for least in [1, 4] {
                let mut digits = Digits::new();
                digits.put(value, least);
                let mut out = String::new();
                digits.push_to(&mut out);
                assert_eq!(out, format!("{value:0least$}"));
            }
        }
    }
}
