//! Looking at a text eight bytes at a time: where a byte stands, whether all are of a kind, what number the digits are.
//!
//! Texts of messages are short, so the large steps of a library for searching seldom pay. A test answers with a word in
//! which the lowest bit that is set is in the first byte that was looked for; bits above that one may be wrong.

/// A one in each byte.
pub(crate) const ONES: u64 = u64::MAX / 255;
/// The highest bit of each byte.
pub(crate) const HIGH: u64 = ONES << 7;

/// Marks, with its highest bit, this byte wherever it stands among bytes of ASCII. This and [`mark_unprintable`] may also
/// mark a byte after one that is marked rightly, and one beyond ASCII: of both together the lowest mark counts, and whether
/// there is one.
pub(crate) const fn mark(word: u64, byte: u8) -> u64 {
    (word ^ (ONES * byte as u64)).wrapping_sub(ONES)
}

/// Marks what is not printable ASCII: control characters and what lies beyond.
pub(crate) const fn mark_unprintable(word: u64) -> u64 {
    word | word.wrapping_sub(ONES * b' ' as u64) | word.wrapping_add(ONES)
}

/// Finds the bytes below a limit of at most 128.
pub(crate) const fn below(word: u64, limit: u8) -> u64 {
    word.wrapping_sub(ONES * limit as u64) & !word & HIGH
}

/// Finds the bytes that are this one.
pub(crate) const fn equal(word: u64, byte: u8) -> u64 {
    below(word ^ (ONES * byte as u64), 1)
}

/// The value of the digits that eight bytes begin with, and how many there are: all of them at once.
#[inline]
pub(crate) const fn digits(bytes: [u8; 8]) -> (u64, usize) {
    let word = u64::from_le_bytes(bytes) ^ (ONES * 0x30);
    // The highest bit of each byte that is no digit: more than nine, with or without carry from below the first such.
    let others = ((word.wrapping_add(ONES * 0x76)) | word) & HIGH;
    let length = others.trailing_zeros() / 8;
    // The digits move up, with zeros before them, and are added up in twos, fours and eights.
    let word = word.unbounded_shl(64 - 8 * length);
    let twos = (word * 10 + (word >> 8)) & 0x00ff_00ff_00ff_00ff;
    let fours = (twos * 100 + (twos >> 16)) & 0x0000_ffff_0000_ffff;
    let value = (fours * 10_000 + (fours >> 32)) & 0xffff_ffff;
    (value, length as usize)
}

/// Where the first byte stands that a test finds.
pub(crate) fn position(bytes: &[u8], test: impl Fn(u64) -> u64) -> Option<usize> {
    let (words, rest) = bytes.as_chunks();
    for (number, word) in words.iter().enumerate() {
        let found = test(u64::from_le_bytes(*word));
        if found != 0 {
            return Some(number * 8 + found.trailing_zeros() as usize / 8);
        }
    }
    // Filled up with a byte that no test is for.
    let mut last = [0xff; 8];
    last.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
    let found = test(u64::from_le_bytes(last));
    (found != 0).then(|| words.len() * 8 + found.trailing_zeros() as usize / 8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_counted_and_added_up() {
        for (text, value, length) in [
            (b"00000000", 0, 8),
            (b"12345678", 12_345_678, 8),
            (b"99999999", 99_999_999, 8),
            (b"1234567<", 1_234_567, 7),
            (b"7.123456", 7, 1),
            (b"12/34567", 12, 2),
            (b"12:34567", 12, 2),
            (b"12\x8034567", 12, 2),
            (b"<1234567", 0, 0),
        ] {
            assert_eq!(digits(*text), (value, length), "{text:?}");
        }
    }

    #[test]
    fn the_first_byte_is_found_wherever_it_stands() {
        for length in 0..40 {
            for byte in 0..=u8::MAX {
                let mut bytes = vec![b'\x80'; length];
                bytes.push(byte);
                bytes.extend(b"ab\"\n\x7f\xfe123");
                let special = |byte: &u8| matches!(byte, b'"' | b'\\' | 0..b' ');
                let test = |word| below(word, b' ') | equal(word, b'"') | equal(word, b'\\');
                assert_eq!(position(&bytes, test), bytes.iter().position(special), "{byte} after {length}");
                let own = position(bytes.get(..=length).unwrap_or_default(), |word| equal(word, byte));
                assert_eq!(own, bytes.iter().position(|other| *other == byte).filter(|_| byte != 0xff).or(own));
            }
        }
        assert_eq!(position(b"", |word| equal(word, b'a')), None);
    }
}
