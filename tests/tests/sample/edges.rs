//! Samples stand at every boundary of the tables, except where a rule keeps them from it.

use std::collections::BTreeSet;

use skp_messages::sample::{Boundary, Form};
use skp_messages::schuldregeling::v2_0::{GeenMedewerking, KennisgevingPubliek, Message};
use skp_messages::shape::{MessageInfo, Severity};
use skp_messages::{Format, Layout, Options, catalogue, validate};

use super::{asked, sampler};

/// The newest release of each module; every release when more is asked for.
fn messages() -> impl Iterator<Item = &'static MessageInfo> {
    let newest = |info: &&'static MessageInfo| {
        info.module.releases.last().is_some_and(|newest| std::ptr::eq(*newest, info.release))
    };
    catalogue::messages().iter().copied().filter(move |info| asked().is_some() || newest(info))
}

#[test]
fn boundaries_are_valid_or_a_rule_forbids_them() {
    let (mut made, mut skipped) = (0, 0);
    for info in messages() {
        for edge in sampler().edges(info, 1) {
            match edge {
                Ok(edge) => {
                    made += 1;
                    let xml = edge.sample.write(Format::Xml, Layout::Compact, Form::Envelope);
                    let report = validate(xml.as_bytes(), &Options::default());
                    let right = report.findings().iter().all(|finding| finding.severity() == Severity::Info);
                    assert!(report.is_valid() && right, "{} {} {}: {report}", info.bericht, edge.place, edge.boundary);
                }
                Err(edge) => {
                    skipped += 1;
                    assert!(!edge.rules.is_empty(), "{} {} {}", info.bericht, edge.place, edge.boundary);
                    // A check of the runtime would mean that the sampler made a wrong value.
                    let own = |rule: &str| rule.starts_with("DEF-") || rule.starts_with("VAL-");
                    assert!(!edge.rules.iter().any(|rule| own(rule.id)), "{} {}", info.bericht, edge.place);
                }
            }
        }
    }
    assert!(made > 2_000 && skipped * 15 < made, "{made} made, {skipped} skipped");
}

#[test]
fn the_boundaries_of_a_small_message() {
    let edges: Vec<_> = sampler().edges(GeenMedewerking::INFO, 1).map(|edge| edge.unwrap()).collect();
    let has = |place: &str, boundary| edges.iter().any(|edge| edge.place == place && edge.boundary == boundary);
    assert!(has("KlantnummerSHV", Boundary::Length(1)) && has("KlantnummerSHV", Boundary::Length(200)));
    assert!(has("KlantnummerSE", Boundary::Absent) && has("KlantnummerSE", Boundary::Present));
    assert!(has("Reden", Boundary::Code("KLANT_ONBEKEND")));
    for edge in &edges {
        let json = edge.sample.to_json();
        match (edge.place.as_str(), edge.boundary) {
            ("KlantnummerSE", Boundary::Absent) => assert!(!json.contains("klantnummerSE"), "{json}"),
            ("KlantnummerSE", _) => assert!(json.contains("klantnummerSE"), "{json}"),
            ("Reden", Boundary::Code(code)) => assert!(json.contains(&format!("\"reden\":\"{code}\"")), "{json}"),
            _ => {}
        }
    }
}

#[test]
fn every_part_of_a_choice_has_its_turn() {
    let edges = sampler().edges(KennisgevingPubliek::INFO, 1).filter_map(Result::ok);
    let chosen: BTreeSet<String> = edges
        .filter(|edge| edge.boundary == Boundary::Present && edge.place.starts_with("Adreskeuze."))
        .map(|edge| edge.place)
        .filter(|place| place.matches('.').count() == 1)
        .collect();
    assert_eq!(chosen.len(), 4, "{chosen:?}");
}
