//! Expressions and the Rust they become.
//!
//! A snapshot holds rules behind `---`, each with its Rust as `prettyplease` formats it. To write the
//! snapshots anew, run the tests with `BLESS=1` and read the difference.

use super::{compiled, pretty, rule};

fn check(file: &str, expected: &str) {
    let mut actual = String::new();
    for text in expected.lines().filter_map(|line| line.strip_prefix("--- ")) {
        let rust = compiled(&rule(text)).map_or_else(|error| format!("error: {error}"), |rule| pretty(&rule.check));
        actual.push_str(&format!("--- {text}\n{rust}\n"));
    }
    if std::env::var_os("BLESS").is_some() {
        let path = format!("{}/src/cel/tests/{file}", env!("CARGO_MANIFEST_DIR"));
        std::fs::write(path, &actual).unwrap();
    } else {
        assert_eq!(actual, expected);
    }
}

#[test]
fn numbers() {
    check("numbers.snap", include_str!("numbers.snap"));
}

#[test]
fn conditions() {
    check("conditions.snap", include_str!("conditions.snap"));
}

#[test]
fn lists() {
    check("lists.snap", include_str!("lists.snap"));
}

#[test]
fn rules() {
    check("rules.snap", include_str!("rules.snap"));
}
