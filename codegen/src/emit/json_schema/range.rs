//! Ranges of numbers as patterns.
//!
//! Each function gives a pattern without anchors that stands on its own: an alternation is in a group.

/// Whole numbers without leading zeros.
pub(super) fn whole(low: u64, high: u64) -> String {
    let mut parts = Vec::new();
    if low == 0 {
        parts.push("0".to_owned());
    }
    // Widths of which every number is in the range are written together.
    let mut full: Option<(usize, usize)> = None;
    for width in 1..=digits(high).len() {
        let first = 10_u64.pow(u32::try_from(width).unwrap_or(1) - 1);
        let last = first.saturating_mul(10) - 1;
        let (from, to) = (low.max(first), high.min(last));
        if (from, to) == (first, last) {
            full = Some((full.map_or(width, |(least, _)| least), width));
            continue;
        }
        parts.extend(full.take().map(|(least, most)| any_whole(least, most)));
        if from <= to {
            parts.push(same_width(&digits(from), &digits(to)));
        }
    }
    parts.extend(full.map(|(least, most)| any_whole(least, most)));
    group(&parts)
}

/// Numbers of so many digits, with leading zeros.
pub(super) fn fixed(low: u64, high: u64, width: usize) -> String {
    same_width(&padded(low, width), &padded(high, width))
}

/// Amounts in hundredths: no leading zeros, then optionally a point and one or two decimals.
pub(super) fn hundredths(low: u64, high: u64) -> String {
    let (first, last) = (low.div_ceil(100), ((high + 1) / 100).checked_sub(1));
    let mut parts = Vec::new();
    if low / 100 == high / 100 && (!low.is_multiple_of(100) || high % 100 < 99) {
        parts.push(format!("{}{}", low / 100, decimals(low % 100, high % 100)));
        return group(&parts);
    }
    if !low.is_multiple_of(100) {
        parts.push(format!("{}{}", low / 100, decimals(low % 100, 99)));
    }
    if let Some(last) = last.filter(|&last| first <= last) {
        parts.push(format!("{}{}", whole(first, last), decimals(0, 99)));
    }
    if high % 100 < 99 {
        parts.push(format!("{}{}", high / 100, decimals(0, high % 100)));
    }
    group(&parts)
}

/// One or two decimals within a range of hundredths; without any when the range begins with 0.
fn decimals(low: u64, high: u64) -> String {
    let two = fixed(low, high, 2);
    let tenths = (low.div_ceil(10), high / 10);
    let either = match tenths {
        (0, 9) if (low, high) == (0, 99) => "[0-9]{1,2}".to_owned(),
        (least, most) if least <= most => group(&[fixed(least, most, 1), two]),
        _ => two,
    };
    if low == 0 { format!("(?:\\.{either})?") } else { format!("\\.{either}") }
}

fn any_whole(least: usize, most: usize) -> String {
    format!("[1-9]{}", times_between(least - 1, most - 1))
}

/// Any digits, from so many up to so many.
fn times_between(least: usize, most: usize) -> String {
    match (least, most) {
        (0, 0) => String::new(),
        (1, 1) => "[0-9]".to_owned(),
        (0, 1) => "[0-9]?".to_owned(),
        (least, most) if least == most => format!("[0-9]{{{least}}}"),
        (least, most) => format!("[0-9]{{{least},{most}}}"),
    }
}

/// Numbers of the same width, both ends included.
fn same_width(low: &[u8], high: &[u8]) -> String {
    let (Some((&low_digit, low_rest)), Some((&high_digit, high_rest))) = (low.split_first(), high.split_first()) else {
        return String::new();
    };
    let zeros = |rest: &[u8]| rest.iter().all(|&digit| digit == 0);
    let nines = |rest: &[u8]| rest.iter().all(|&digit| digit == 9);
    if zeros(low_rest) && nines(high_rest) {
        return format!("{}{}", digit(low_digit, high_digit), times_between(low_rest.len(), low_rest.len()));
    }
    if low_digit == high_digit {
        return format!("{low_digit}{}", same_width(low_rest, high_rest));
    }
    let mut parts = Vec::new();
    let mut least = low_digit;
    let mut most = high_digit;
    if !zeros(low_rest) {
        parts.push(format!("{low_digit}{}", same_width(low_rest, &vec![9; low_rest.len()])));
        least += 1;
    }
    let upper =
        (!nines(high_rest)).then(|| format!("{high_digit}{}", same_width(&vec![0; high_rest.len()], high_rest)));
    if upper.is_some() {
        most -= 1;
    }
    if least <= most {
        parts.push(format!("{}{}", digit(least, most), times_between(low_rest.len(), low_rest.len())));
    }
    parts.extend(upper);
    group(&parts)
}

fn digit(low: u8, high: u8) -> String {
    match high - low {
        0 => low.to_string(),
        1 => format!("[{low}{high}]"),
        _ => format!("[{low}-{high}]"),
    }
}

fn group(parts: &[String]) -> String {
    match parts {
        [one] => one.clone(),
        parts => format!("(?:{})", parts.join("|")),
    }
}

fn digits(number: u64) -> Vec<u8> {
    padded(number, 1)
}

fn padded(number: u64, width: usize) -> Vec<u8> {
    format!("{number:0width$}").bytes().map(|digit| digit - b'0').collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use regex::Regex;

    fn regex(pattern: &str) -> Regex {
        Regex::new(&format!("^(?:{pattern})$")).unwrap()
    }

    #[test]
    fn the_ranges_of_the_standard_read_well() {
        assert_eq!(hundredths(0, 9_999_999_999), r"(?:0|[1-9][0-9]{0,7})(?:\.[0-9]{1,2})?");
        assert_eq!(hundredths(0, 10_000), r"(?:(?:0|[1-9][0-9]?)(?:\.[0-9]{1,2})?|100(?:\.(?:0|00))?)");
        assert_eq!(fixed(1900, 2199, 4), "(?:19[0-9]{2}|2[01][0-9]{2})");
    }

    #[test]
    fn whole_numbers_are_exactly_those_of_the_range() {
        for (low, high) in
            [(0, 0), (0, 9), (0, 99), (1, 60), (7, 12), (5, 5), (99, 101), (38, 1204), (120, 120), (100, 999)]
        {
            let (pattern, fixed_pattern) = (regex(&whole(low, high)), regex(&fixed(low, high, 4)));
            for number in 0..1_500 {
                let inside = (low..=high).contains(&number);
                assert_eq!(pattern.is_match(&number.to_string()), inside, "{number} in {low}..={high}: {pattern}");
                assert_eq!(fixed_pattern.is_match(&format!("{number:04}")), inside, "{number} in {low}..={high}");
                assert!(!pattern.is_match(&format!("0{number}")), "{pattern}");
            }
        }
    }

    #[test]
    fn hundredths_are_exactly_those_of_the_range() {
        for (low, high) in [
            (0, 0),
            (0, 10_000),
            (0, 50),
            (5, 7),
            (150, 150),
            (150, 1_275),
            (99, 101),
            (1, 9_999),
            (100, 199),
            (120, 170),
        ] {
            let pattern = regex(&hundredths(low, high));
            for number in 0..10_200_u64 {
                let inside = (low..=high).contains(&number);
                let (whole, decimals) = (number / 100, number % 100);
                assert_eq!(
                    pattern.is_match(&format!("{whole}.{decimals:02}")),
                    inside,
                    "{number} in {low}..={high}: {pattern}"
                );
                if decimals % 10 == 0 {
                    assert_eq!(pattern.is_match(&format!("{whole}.{}", decimals / 10)), inside, "{pattern}");
                }
                if decimals == 0 {
                    assert_eq!(pattern.is_match(&whole.to_string()), inside, "{pattern}");
                }
            }
            for wrong in ["", ".5", "1.", "00", "01.00", "1.234", "-1", "1,00"] {
                assert!(!pattern.is_match(wrong), "{wrong}: {pattern}");
            }
        }
    }
}
