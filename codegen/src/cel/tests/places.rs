//! Where a finding points, which elements a rule reads, and what else the caller is told.

use proc_macro2::TokenStream;

use super::{compiled, rule};

/// A path or list of paths in short: `Vorderingen[].Bedrag`.
fn short(tokens: &TokenStream) -> String {
    let text: String = tokens.to_string().split_whitespace().collect();
    let text = text.replace("Step::Items", "[]").replace("Step::Outer", "this").replace("Step::Element", "");
    text.replace(['(', ')', '"'], "").replace(",[]", "[]")
}

const PLACES: &[(&str, &str, &str)] = &[
    // rule, place, reads
    ("Looptijd <= 18", "&[Looptijd]", "&[&[Looptijd]]"),
    ("Klant.Geboortedatum <= Datum", "&[Klant,Geboortedatum]", "&[&[Klant,Geboortedatum],&[Datum]]"),
    ("Akkoord @ sent > Datum", "&[Datum]", "&[&[Akkoord],&[Datum]]"),
    ("Akkoord @ Akkoord || has(Kosten)", "&[Akkoord]", "&[&[Akkoord],&[Kosten]]"),
    ("size(Vorderingen) > 0", "&[Vorderingen]", "&[&[Vorderingen]]"),
    ("Vorderingen.all(v, v.Datum <= Datum)", "&[Vorderingen]", "&[&[Vorderingen[],Datum],&[Datum]]"),
    ("sum(Vorderingen.map(v, v.Bedrag)) <= Totaal", "&[Totaal]", "&[&[Vorderingen[],Bedrag],&[Totaal]]"),
    ("size(Vorderingen.filter(v, v.Soort == 'SA')) < 3", "&[Vorderingen]", "&[&[Vorderingen[],Soort]]"),
    ("sum(Bedragen) <= Totaal", "&[Totaal]", "&[&[Bedragen],&[Totaal]]"),
    (
        "Vorderingen.all(v, v.Correcties.all(k, k.Bedrag > 0.00))",
        "&[Vorderingen]",
        "&[&[Vorderingen[],Correcties[],Bedrag]]",
    ),
    ("Vorderingen @@ Datum <= this.Datum", "&[Datum]", "&[&[Datum],&[this,Datum]]"),
    ("Vorderingen @@ this.Datum >= Datum", "&[this,Datum]", "&[&[this,Datum],&[Datum]]"),
    ("unique(Vorderingen.map(v, v.Nummer))", "&[Vorderingen]", "&[&[Vorderingen[],Nummer]]"),
    ("sent == sent", "&[]", "&[]"),
    ("Redenen.exists(r, r == 'VERHOOGD')", "&[Redenen]", "&[&[Redenen[]]]"),
];

#[test]
fn places_and_reads() {
    for (text, place, reads) in PLACES {
        let compiled = compiled(&rule(text)).unwrap();
        assert_eq!((short(&compiled.at).as_str(), short(&compiled.reads).as_str()), (*place, *reads), "{text}");
    }
}

#[test]
fn a_rule_may_say_where_its_finding_points() {
    for (at, place) in [("Partner.Naam", "&[Partner,Naam]"), ("Vorderingen", "&[Vorderingen]")] {
        let mut rule = rule("Akkoord");
        rule.at = Some(at);
        assert_eq!(short(&compiled(&rule).unwrap().at), place);
    }
}

#[test]
fn the_date_of_sending_is_needed_when_it_is_read() {
    assert!(compiled(&rule("Datum <= sent")).unwrap().needs_sent);
    assert!(compiled(&rule("Datum <= sent @ Akkoord")).unwrap().needs_sent);
    assert!(!compiled(&rule("Akkoord")).unwrap().needs_sent);
}

#[test]
fn imports_are_what_the_tokens_mention() {
    let imports = |text| Vec::from_iter(compiled(&rule(text)).unwrap().imports);
    assert_eq!(imports("Akkoord"), ["crate::shape::Step"]);
    assert_eq!(imports("Totaal == 0"), ["crate::shape::Step", "rust_decimal::Decimal"]);
    assert_eq!(imports("size(Klantnummer) > 1"), ["crate::check::functions", "crate::shape::Step"]);
    assert_eq!(imports("unique(Redenen)"), ["crate::check::Place", "crate::shape::Step"]);
}
