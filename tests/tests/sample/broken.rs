//! Every rule can be broken, and nothing else breaks with it.

use skp_messages::sample::{Broken, Wish};
use skp_messages::shape::{MessageInfo, Shape, Type};
use skp_messages::{Format, Lang, catalogue, validate};

use super::{asked, sampler};

/// Rules that cannot be broken alone: in every message that has them, one of the rules behind them breaks too.
const TOGETHER: &[(&str, &[&str])] = &[
    // Too much was paid, so no RestantVordering is right.
    ("SR-SU-006b", &["SR-SU-006a"]),
    // The balance date lies between: the debt begins after it, or it lies after sending.
    ("TYP-SCH-003", &["SR-SA-002", "SR-SA-003", "BR-SA-002a", "BR-SA-002b", "SI-SA-004a", "SI-SA-004c"]),
    // What is above 10,000 euro is above 5,000 euro.
    ("WB-ALG-004", &["WB-ALG-003a"]),
    ("WB-AV-001", &["WB-ALG-003a"]),
    // The last payment lies between.
    ("WB-IN-002b", &["WB-IN-002a", "WB-IN-002c"]),
];

fn confirm(broken: &Broken) {
    let id = broken.rule().id;
    let report = validate(broken.bytes(), &broken.options());
    let also = TOGETHER.iter().find(|(rule, _)| *rule == id).map_or(&[][..], |(_, also)| also);
    assert!(report.findings().iter().any(|finding| finding.id() == id), "{id}: {report}");
    for finding in report.findings() {
        assert!(finding.id() == id || also.contains(&finding.id()), "{id} in {}: {report}", broken.info().bericht);
    }
    assert!(broken.also().iter().all(|rule| also.contains(&rule.id)), "{id}");
}

#[test]
fn every_rule_can_be_broken_alone() {
    let breakable = sampler().breakable();
    for rule in &breakable {
        for seed in 0..asked().unwrap_or(1).min(20) {
            let broken = sampler().broken(rule.id, &Wish { seed, ..Wish::default() });
            confirm(&broken.unwrap_or_else(|error| panic!("{}: {error}", rule.id)));
        }
    }
    // A list that is empty is missing; what is about a conversation is no part of one message.
    let mut not: Vec<_> =
        catalogue::rules().into_iter().filter(|rule| !breakable.contains(rule)).map(|rule| rule.id).collect();
    not.retain(|id| !id.starts_with("PROC-"));
    assert_eq!(not, ["DEF-008", "DEF-010", "DEF-011", "KOP-008"]);
}

/// In one message a rule may be bound to another that it is free of elsewhere, so here others may break along with it.
#[test]
fn every_rule_can_be_broken_in_every_message_that_has_it() {
    if asked().is_none() {
        return;
    }
    for &info in catalogue::messages() {
        let mut rules = Vec::new();
        collect(info.shape, &mut rules);
        rules.extend(info.forbidden.iter().map(|forbidden| forbidden.rule.id));
        for rule in rules {
            let broken = sampler()
                .broken(rule, &Wish { messages: &[info], ..Wish::default() })
                .unwrap_or_else(|error| panic!("{rule} in {}: {error}", info.bericht));
            assert!(validate(broken.bytes(), &broken.options()).findings().iter().any(|found| found.id() == rule));
        }
    }
}

fn collect(shape: &'static Shape, rules: &mut Vec<&'static str>) {
    rules.extend(shape.rules.iter().map(|rule| rule.id));
    for element in shape.elements {
        if let Type::Composite(part) = element.ty {
            collect(part, rules);
        }
    }
}

fn failure(rule: &str, wish: &Wish<'_>) -> String {
    sampler().broken(rule, wish).map(|broken| broken.info().bericht).unwrap_err().text(Lang::En)
}

#[test]
fn what_cannot_be_broken_is_explained() {
    let find = |bericht| -> &'static MessageInfo {
        catalogue::messages().iter().copied().find(|info| info.bericht == bericht).unwrap()
    };
    assert_eq!(failure("XX-YY-001", &Wish::default()), "there is no such rule; see 'skp explain --list'");
    let elsewhere = Wish { messages: &[find("schuldregeling/2.0/GeenMedewerking")], ..Wish::default() };
    assert_eq!(failure("SR-BV-007", &elsewhere), "SR-BV-007 does not hold in schuldregeling/2.0/GeenMedewerking");
    assert_eq!(failure("BR-ALG-001", &elsewhere), "BR-ALG-001 does not hold in schuldregeling/2.0/GeenMedewerking");
    let json = Wish { format: Some(Format::Json), ..Wish::default() };
    assert_eq!(failure("FRM-007", &json), "FRM-007 cannot be broken in JSON");
    assert!(failure("KOP-008", &Wish::default()).contains("more than one message"));
    assert!(failure("DEF-008", &Wish::default()).contains("an empty list is a missing one"));
}

#[test]
fn a_broken_message_comes_in_the_format_that_is_asked_for() {
    for format in [Format::Json, Format::Xml] {
        for rule in ["SR-BV-004a", "VAL-006", "KOP-001", "KOP-011", "DEF-001", "FRM-004", "SR-ALG-001"] {
            let broken = sampler().broken(rule, &Wish { format: Some(format), ..Wish::default() }).unwrap();
            assert_eq!(broken.format(), format);
            assert_eq!(validate(broken.bytes(), &broken.options()).format(), Some(format));
            confirm(&broken);
        }
    }
}
