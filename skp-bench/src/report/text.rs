//! For people: a table for each measure.

use std::fmt::Write as _;

use super::Found;
use crate::figure::{Figure, Verdict};
use crate::measure::MEASURES;
use crate::memory::Memory;

/// The run as text.
#[must_use]
pub fn render(found: &Found) -> String {
    let mut text = String::new();
    let machine = &found.machine;
    let features = if machine.features.is_empty() { "none".to_owned() } else { machine.features.join(" ") };
    let _ = writeln!(text, "{}, {}; compiled for: {features}", machine.processor, machine.system);
    let _ = writeln!(
        text,
        "CPU time of one thread; medians over {} rounds in turn. A ratio is our speed divided by that of the peer, in\n\
         brackets the middle half of the rounds.",
        found.rounds
    );
    if !machine.optimised {
        text.push_str("Compiled without optimisation: the figures mean nothing. Use cargo run --release.\n");
    }
    for measure in MEASURES {
        let figures: Vec<&Figure> = found.figures.iter().filter(|figure| figure.measure == measure.name).collect();
        if !figures.is_empty() {
            let _ = writeln!(text, "\n{}: {}", measure.name, measure.about);
            table(&mut text, &figures);
        }
    }
    if let Some(memory) = &found.memory {
        memory_table(&mut text, memory);
    }
    if let Some(reason) = &found.memory_not_measured {
        let _ = writeln!(text, "\nmemory: not measured: {reason}");
    }
    verdicts(&mut text, &found.figures);
    text
}

fn table(text: &mut String, figures: &[&Figure]) {
    let mut input = "";
    for figure in figures {
        if figure.input != input {
            input = &figure.input;
            let _ = writeln!(text, "  {input} ({} bytes)", thousands(figure.bytes as f64));
        }
        let _ = writeln!(text, "    {}", line(figure).trim_end());
    }
}

fn line(figure: &Figure) -> String {
    let name = figure.contender;
    if let Some(reason) = &figure.not_measured {
        return format!("{name:<27} not measured: {reason}{}", target(figure));
    }
    let speed = figure.megabytes_a_second().unwrap_or_default();
    let messages = thousands(figure.messages_a_second().unwrap_or_default());
    let ratio = figure
        .ratio
        .map_or_else(String::new, |ratio| format!("{:>7.2} × ({:.2}–{:.2})", ratio.median, ratio.low, ratio.high));
    format!("{name:<27} {speed:>8.1} MB/s {messages:>11} messages/s {ratio}{}", target(figure))
}

fn target(figure: &Figure) -> String {
    let Some((target, verdict)) = figure.target.zip(figure.verdict) else { return String::new() };
    format!("  target {target} × {}", word(verdict))
}

const fn word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Reached => "reached",
        Verdict::Below => "BELOW",
        Verdict::NotMeasured => "NOT MEASURED",
    }
}

fn memory_table(text: &mut String, memory: &[Memory]) {
    text.push_str("\nmemory: for one message, its value included\n");
    let mut group = (String::new(), String::new());
    for count in memory {
        if (&group.0, &group.1) != (&count.measure, &count.input) {
            group = (count.measure.clone(), count.input.clone());
            let _ = writeln!(text, "  {}, {} ({} bytes)", group.0, group.1, thousands(count.bytes as f64));
        }
        let (allocations, peak) = (thousands(count.allocations as f64), thousands(count.peak as f64));
        let _ = writeln!(text, "    {:<27} {allocations:>9} allocations {peak:>12} bytes at the peak", count.contender);
    }
}

fn verdicts(text: &mut String, figures: &[Figure]) {
    let of = |wanted| figures.iter().filter(|figure| figure.verdict == Some(wanted)).count();
    let (reached, below, missing) = (of(Verdict::Reached), of(Verdict::Below), of(Verdict::NotMeasured));
    let _ = writeln!(text, "\ntargets: {reached} reached, {below} below, {missing} not measured");
}

/// A number with a comma before each three digits.
fn thousands(number: f64) -> String {
    let digits = format!("{number:.0}");
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{render, thousands};
    use crate::figure::{Figure, Verdict};
    use crate::report::{Found, Machine};
    use crate::statistics::Spread;

    #[test]
    fn large_numbers_have_commas() {
        assert_eq!(["0", "999", "1,000", "1,234,567"], [0.0, 999.0, 1e3, 1_234_567.0].map(thousands)[..]);
    }

    #[test]
    fn a_target_stands_beside_its_ratio() {
        let figure = Figure {
            measure: "xml-read",
            input: "12 claims, compact".to_owned(),
            contender: "quick-xml serde",
            bytes: 5_000,
            nanoseconds: Spread::of(vec![50_000.0]),
            ratio: Spread::of(vec![2.5]),
            target: Some(12.0),
            verdict: Some(Verdict::Below),
            not_measured: None,
        };
        let missing = Figure {
            contender: "expat, bare events",
            nanoseconds: None,
            ratio: None,
            target: Some(8.0),
            verdict: Some(Verdict::NotMeasured),
            not_measured: Some("install libexpat1-dev".to_owned()),
            ..figure.clone()
        };
        let machine = Machine { processor: "P".to_owned(), system: "S", features: vec!["avx2"], optimised: true };
        let figures = vec![figure, missing];
        let text = render(&Found { machine, rounds: 1, figures, memory: None, memory_not_measured: None });
        let lines: Vec<&str> = text.lines().skip(3).collect();
        assert_eq!(
            lines,
            [
                "",
                "xml-read: XML read, typed and fully checked",
                "  12 claims, compact (5,000 bytes)",
                "    quick-xml serde                100.0 MB/s      20,000 messages/s    2.50 × (2.50–2.50)  target 12 × BELOW",
                "    expat, bare events          not measured: install libexpat1-dev  target 8 × NOT MEASURED",
                "",
                "targets: 0 reached, 1 below, 1 not measured",
            ]
        );
    }
}
