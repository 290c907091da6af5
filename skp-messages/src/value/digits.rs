//! Writing numbers as text, two digits at a time: most of what a message holds besides names are amounts and dates.

/// All numbers of two digits.
const PAIRS: &str = "00010203040506070809101112131415161718192021222324252627282930313233343536373839\
                     40414243444546474849505152535455565758596061626364656667686970717273747576777879\
                     8081828384858687888990919293949596979899";

/// Appends the last two digits of a number.
pub(super) fn pair(out: &mut String, number: u64) {
    let start = (number % 100) as usize * 2; // below 200
    if let Some(digits) = PAIRS.get(start..start + 2) {
        out.push_str(digits);
    }
}

/// Appends the last digit of a number.
pub(super) fn single(out: &mut String, number: u64) {
    let start = (number % 10) as usize * 2 + 1; // the second digit of 00 to 09
    if let Some(digit) = PAIRS.get(start..start + 1) {
        out.push_str(digit);
    }
}

/// Appends a whole number.
pub(super) fn number(out: &mut String, number: u64) {
    // Divisors that are known are a multiplication each.
    match number {
        0..10 => single(out, number),
        10..100 => pair(out, number),
        100..10_000 => {
            head(out, number / 100);
            pair(out, number);
        }
        10_000..1_000_000 => {
            head(out, number / 10_000);
            pair(out, number / 100);
            pair(out, number);
        }
        _ => {
            self::number(out, number / 1_000_000);
            pair(out, number / 10_000);
            pair(out, number / 100);
            pair(out, number);
        }
    }
}

/// Appends what stands before the pairs: one digit or two.
fn head(out: &mut String, number: u64) {
    if number < 10 { single(out, number) } else { pair(out, number) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_the_library_does() {
        for value in [0, 1, 9, 10, 99, 100, 101, 999, 1000, 12_345, 100_000, u64::from(u32::MAX), u64::MAX] {
            let mut out = String::new();
            number(&mut out, value);
            assert_eq!(out, value.to_string());
        }
        for value in 0..100 {
            let mut out = String::new();
            pair(&mut out, value);
            single(&mut out, value);
            assert_eq!(out, format!("{value:02}{}", value % 10));
        }
    }
}
