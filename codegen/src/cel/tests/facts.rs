//! Rules that read earlier messages: the Rust they become, what they read, and what is wrong with wrong ones.

use proc_macro2::TokenStream;
use quote::quote;

use super::{pretty, rule, schema};
use crate::cel::typed::Step;
use crate::cel::{Compiled, Earlier, ErrorKind, Part, RuleError, compile, compile_fact};

/// Earlier messages: one that is always another Voorstel, one that the release does not have.
const EARLIER: [Earlier<'_>; 2] =
    [Earlier { name: "vorige", composite: Some(schema::VOORSTEL) }, Earlier { name: "nooit", composite: None }];

fn fact(text: &str) -> Result<Compiled, RuleError> {
    compile_fact(&schema::Tables, schema::VOORSTEL, &EARLIER, &quote!(&RULE), &rule(text))
}

fn rust(text: &str) -> String {
    fact(text).map_or_else(|error| format!("error: {error}"), |compiled| pretty(&compiled.check))
}

#[test]
fn an_earlier_message_that_the_rule_needs_is_there() {
    assert_eq!(
        rust("Totaal == vorige.Totaal"),
        "c.rule(&RULE, |_| Some(this.totaal.to_decimal() == e.vorige.totaal.to_decimal()));"
    );
}

#[test]
fn an_earlier_message_that_the_rule_asks_for_may_be_absent() {
    assert_eq!(
        rust("!has(vorige) || vorige.Akkoord"),
        "c.rule(&RULE, |_| Some(e.vorige.is_none() || e.vorige.as_ref()?.akkoord));"
    );
    let compiled = fact("!has(vorige) || vorige.Akkoord").unwrap();
    assert_eq!(compiled.asked, ["vorige"]);
}

#[test]
fn what_follows_on_a_message_that_never_exists_has_no_meaning() {
    assert_eq!(rust("!has(nooit) || nooit.Wat"), "c.rule(&RULE, |_| Some(true));");
    assert_eq!(rust("has(nooit) && nooit.Wat || Akkoord"), "c.rule(&RULE, |_| Some(this.akkoord));");
    assert_eq!(fact("nooit.Akkoord").unwrap_err().error.kind, ErrorKind::UnknownElement);
}

#[test]
fn an_absent_element_of_an_earlier_message_is_read_before_the_list() {
    let text = rust("Vorderingen.all(v, v.Bedrag <= vorige.Kosten)");
    assert!(text.contains("let e_vorige_kosten = e.vorige.kosten?;"), "{text}");
    assert!(text.contains(".all(|v| v.bedrag.to_decimal() <= e_vorige_kosten.to_decimal())"), "{text}");
}

#[test]
fn in_a_rule_with_each_this_is_the_message() {
    let text = rust("Vorderingen @@ vorige.Vorderingen.exists(x, x.Nummer == Nummer) && this.Akkoord");
    assert!(text.starts_with("for (index, item) in this.vorderingen.iter().enumerate()"), "{text}");
    assert!(text.contains("x.nummer.as_str() == item.nummer.as_str()") && text.contains("&& this.akkoord"), "{text}");
}

#[test]
fn what_is_read_of_earlier_messages_is_told_apart() {
    let compiled = fact("vorige.Vorderingen.all(v, v.Bedrag <= Totaal) && vorige.Klant.Naam == Klantnummer").unwrap();
    let element = |name: &str| Step::Element(name.to_owned());
    assert_eq!(compiled.typed.reads, [vec![element("Totaal")], vec![element("Klantnummer")]]);
    let earlier =
        [vec![element("vorige"), element("Vorderingen")], vec![element("vorige"), element("Klant"), element("Naam")]];
    assert_eq!(compiled.typed.earlier, earlier);
    assert_eq!(compiled.typed.at, [element("Totaal")], "a finding points into the message itself");
}

#[test]
fn the_functions_on_conversations_need_no_code() {
    for text in ["as_first(Klantnummer)", "as_first(Toelichting, 'SE')", "names(Klantnummer, 'Voorstel', 'Vordering')"]
    {
        assert!(fact(text).unwrap().check.is_empty(), "{text}");
    }
}

#[rustfmt::skip]
const WRONG: &[(&str, Part, &str, &str)] = &[
    ("Totaal == vorge.Totaal", Part::Assert, "vorge", "`vorge` is no element of Voorstel; the closest is `vorige`"),
    ("Totaal == vorige.Totale", Part::Assert, "Totale", "`Totale` is no element of Voorstel; the closest is `Totaal`"),
    ("vorige", Part::Assert, "vorige", "expected a condition, found the composite Voorstel; to ask whether it is there, write `has(…)`"),
    ("nooit.Akkoord", Part::Assert, "nooit", "this release has no message that can be `nooit`"),
    ("vorige.Vorderingen @@ Akkoord", Part::Each, "vorige.Vorderingen", "this is in an earlier message; the rule runs on, and points to, the message itself"),
    ("Vorderingen.all(vorige, true)", Part::Assert, "vorige", "the variable `vorige` hides another `vorige`"),
    ("as_first(Totaal)", Part::Assert, "Totaal", "expected a text of the message, found an amount"),
    ("as_first(vorige.Klantnummer)", Part::Assert, "vorige.Klantnummer", "expected a text of the message, found a text"),
    ("as_first(Klantnummer, SE)", Part::Assert, "SE", "expected a text between quotes"),
    ("as_first()", Part::Assert, "as_first", "expected `as_first(X)` or `as_first(X, 'SE')`, found 0 arguments"),
    ("names(Klantnummer)", Part::Assert, "names", "expected `names(X, 'Message')`, found 1 arguments"),
    ("Akkoord && names(Klantnummer, 'Voorstel')", Part::Assert, "names", "`names` can only be the whole of `assert`"),
    ("Akkoord @ as_first(Klantnummer)", Part::Assert, "as_first", "a rule with `as_first` has no `each` and no `when`"),
];

#[test]
fn every_mistake_is_marked_and_explained() {
    for (text, part, marked, message) in WRONG {
        let error = fact(text).err().unwrap_or_else(|| panic!("{text} compiles"));
        assert_eq!(error.part, *part, "{text}");
        let rule = rule(text);
        let of = if *part == Part::Each { rule.each } else { Some(rule.assert) };
        assert_eq!(of.unwrap().get(error.error.span.clone()), Some(*marked), "{text}");
        assert_eq!(error.error.message, *message, "{text}");
    }
}

#[test]
fn a_finding_does_not_point_into_an_earlier_message() {
    let mut rule = rule("Totaal == vorige.Totaal");
    rule.at = Some("vorige.Totaal");
    let error = compile_fact(&schema::Tables, schema::VOORSTEL, &EARLIER, &TokenStream::new(), &rule).unwrap_err();
    assert_eq!((error.part, error.error.span), (Part::At, 0..13));
}

#[test]
fn a_rule_on_one_message_knows_no_earlier_ones() {
    let wrong = |text: &str| {
        compile(&schema::Tables, schema::VOORSTEL, &TokenStream::new(), &rule(text)).unwrap_err().error.message
    };
    assert_eq!(wrong("Totaal == vorige.Totaal"), "`vorige` is no element of Voorstel");
    let message = "`as_first` reads earlier messages; write the rule in a file with `facts`";
    assert_eq!(wrong("as_first(Klantnummer)"), message);
}
