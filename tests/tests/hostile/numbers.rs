//! Numbers that no program should compute with: refused or read by their digits, never by their size.

use super::*;

/// A message with a list of claims, whose amounts are strings in JSON.
fn claims() -> [String; 2] {
    ["saldoverzoek-antwoord-minimaal.json", "saldoverzoek-antwoord-minimaal.xml"]
        .map(|name| String::from_utf8(sample(name)).unwrap())
}

/// What is found when this stands where the first amount stands, as a string.
fn as_amount(number: &str) -> Vec<Vec<&'static str>> {
    claims().map(|text| ids(text.replacen("1000.00", number, 1))).to_vec()
}

#[test]
fn an_exponent_is_no_amount_whatever_its_size() {
    for number in ["1e999999999", "1E-999999999", "-1e999999999", "0e0", "1e2", "9e99999999999999999999"] {
        assert_eq!(as_amount(number), [["VAL-008"], ["VAL-008"]], "{number}");
    }
}

#[test]
fn a_million_digits_are_no_amount() {
    let digits = "9".repeat(1_000_000);
    for number in
        [digits.clone(), format!("0.{digits}"), format!("-{digits}.00"), format!("{}1.00", "0".repeat(1_000_000))]
    {
        for found in as_amount(&number) {
            assert!(!found.is_empty() && found.iter().all(|id| id.starts_with("VAL-")), "{found:?}");
        }
    }
}

#[test]
fn what_other_languages_call_a_number_is_no_amount() {
    for number in [
        "NaN",
        "INF",
        "-INF",
        "Infinity",
        "0x10",
        "1_000.00",
        "1,000.00",
        "1.000,00",
        "+1.00",
        ".50",
        "1.",
        "１.００",
        "٣.٠٠",
        "−1.00",
    ] {
        for found in as_amount(number) {
            assert!(!found.is_empty() && found.iter().all(|id| id.starts_with("VAL-")), "{number}: {found:?}");
        }
    }
}

#[test]
fn a_bare_number_is_of_the_wrong_type_whatever_its_size() {
    let [json, _] = claims();
    for number in [
        "1e999999999",
        "1e-999999999",
        "-0",
        "1000.00",
        &"9".repeat(1_000_000),
        &format!("1e{}", "9".repeat(1_000_000)),
    ] {
        assert_eq!(ids(json.replacen("\"1000.00\"", number, 1)), ["FRM-006"], "{}", &number[..number.len().min(20)]);
    }
}

#[test]
fn a_huge_number_in_an_unknown_member_is_only_unknown() {
    for number in ["1e999999999", "1e-999999999", &"9".repeat(1_000_000)] {
        assert_eq!(ids(JSON.replacen('{', &format!("{{\"x\":{number},"), 1)), ["DEF-003"]);
    }
}

#[test]
fn the_same_member_with_two_numbers_is_told_and_neither_wins() {
    let [json, _] = claims();
    for twice in
        ["\"1000.00\",\"actueelVorderingsbedrag\": \"999.00\"", "1e999999999,\"actueelVorderingsbedrag\": \"1000.00\""]
    {
        let text =
            json.replace("\"actueelVorderingsbedrag\": \"1000.00\"", &format!("\"actueelVorderingsbedrag\": {twice}"));
        assert!(ids(text).contains(&"FRM-005"), "{twice}");
    }
}

#[test]
fn a_date_beyond_the_calendar_is_no_date() {
    for date in [
        "999999999-01-01",
        "-2026-02-03",
        "2026-02-30",
        "2026-13-01",
        "0000-00-00",
        "2026-2-3",
        "+12026-01-01",
        &"2".repeat(1_000_000),
    ] {
        for text in claims() {
            let found = ids(text.replace("2026-02-03", date));
            assert!(!found.is_empty() && found.iter().all(|id| id.starts_with("VAL-")), "{found:?}");
        }
    }
}
