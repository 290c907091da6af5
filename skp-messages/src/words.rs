//! Looking for bytes in a text, eight at a time.
//!
//! Texts of messages are short, so the large steps of a library for searching seldom pay. A test answers with a word in
//! which the lowest bit that is set is in the first byte that was looked for; bits above that one may be wrong.

const ONES: u64 = u64::MAX / 255;
const HIGH: u64 = ONES << 7;

/// Finds the bytes below a limit of at most 128.
pub(crate) const fn below(word: u64, limit: u8) -> u64 {
    word.wrapping_sub(ONES * limit as u64) & !word & HIGH
}

/// Finds the bytes that are this one.
pub(crate) const fn equal(word: u64, byte: u8) -> u64 {
    below(word ^ (ONES * byte as u64), 1)
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
