//! Scaffolds on the definitions that are committed: they lint but for texts to be written, and nothing that was
//! published changes.
#![allow(clippy::panic)]

use serde_json::Value;
use skp_codegen::diagnostic::render;
use skp_codegen::emit::json_schema;
use skp_codegen::scaffold::{self, Made, NewElement, NewMessage, NewRelease, NewRule, Refusal};
use skp_codegen::source::Sources;
use skp_codegen::{lint, read, resolve};

fn sources() -> Sources {
    Sources::new(skp_definitions::files().iter().copied())
}

fn made(result: Result<Made, Refusal>) -> Made {
    match result {
        Ok(made) => made,
        Err(Refusal::Wrong(wrong, sources)) => panic!("{}", render(&wrong, &sources)),
        Err(other) => panic!("{other:?}"),
    }
}

/// The definitions with a scaffold in them.
fn with(made: &Made) -> Sources {
    made.unfinished.1.clone()
}

/// With a draft of Schuldregeling.
fn drafted() -> Sources {
    let new = NewRelease { module: "SR".into(), number: "4.0".into(), ..NewRelease::default() };
    with(&made(scaffold::release(&sources(), &new)))
}

/// The codes of what a lint says of definitions with a scaffold.
fn codes(sources: &Sources) -> Vec<&'static str> {
    let (defs, wrong) = read::read(sources);
    assert!(wrong.is_empty());
    let mut codes: Vec<_> = lint::lint(&defs).iter().map(|diagnostic| diagnostic.code).collect();
    codes.dedup();
    codes
}

#[test]
fn a_release_begins_as_a_draft_with_texts_to_write() {
    let sources = drafted();
    assert_eq!(codes(&sources), ["unfinished"]);
    let module = sources.files.iter().find(|file| file.path == "definitions/schuldregeling/module.toml");
    let row = r#"{ number = "4.0", status = "draft", "#;
    assert!(module.is_some_and(|file| file.text.contains(row)));
}

#[test]
fn an_element_begins_with_the_draft_and_stands_behind_its_neighbour() {
    let new = NewElement {
        table: "schuldregeling/Betaalvoorstel".into(),
        name: "Bijlagen/Bijlage".into(),
        ty: "Bijlage".into(),
        card: Some("0..*".into()),
        after: Some("GeldigTot".into()),
        ..NewElement::default()
    };
    let made = made(scaffold::element(&drafted(), &new));
    let [file] = made.files.as_slice() else { panic!("{made:?}") };
    let lines: Vec<&str> = file.text.lines().collect();
    let at = |start: &str| lines.iter().position(|line| line.starts_with(start)).unwrap_or_default();
    let row = at(r#"  { name = "Bijlagen/Bijlage","#);
    assert_eq!(row, at(r#"  { name = "GeldigTot","#) + 1);
    let row = lines.get(row).copied().unwrap_or_default();
    assert!(row.contains(r#"since = "4.0","#) && row.contains(r#"group = "Algemeen","#), "{row}");
    let texts: Vec<usize> =
        (0..lines.len()).filter(|&at| lines.get(at).is_some_and(|line| line.starts_with("Bijlagen "))).collect();
    for text in &texts {
        assert!(lines.get(text - 1).is_some_and(|line| line.starts_with("GeldigTot ")));
    }
    assert_eq!(texts.len(), 2);
    assert_eq!(codes(&with(&made)), ["unfinished"]);
}

#[test]
fn a_rule_takes_the_next_free_number() {
    let new = |table: &str| NewRule { table: table.into(), severity: "fout".into(), ..NewRule::default() };
    let id = |sources: &Sources, table: &str| made(scaffold::rule(sources, &new(table))).what;
    let drafted = drafted();
    assert_eq!(id(&drafted, "SR/BV"), "SR-BV-017");
    assert_eq!(id(&drafted, "SR/Saldoverzoek"), "SR-SV-001");
    // SI-SA-001 is told as DEF-009, but rules of several messages count.
    assert!(id(&drafted, "SI/SaldoverzoekAntwoord").starts_with("SI-SA-"));
    assert_eq!(id(&drafted, "Berichtheader"), "KOP-013");
}

#[test]
fn a_message_comes_with_a_sample_that_fits_its_schema() {
    let element = |name: &str, ty: &str, card: Option<&str>| (name.to_owned(), ty.to_owned(), card.map(str::to_owned));
    let types = [
        "Tekst",
        "TekstLang",
        "Emailadres",
        "Telefoonnummer",
        "Datum",
        "DatumTijd",
        "JaNee",
        "Base64",
        "Bedrag",
        "Percentage",
        "NummerPositief",
        "Integer",
        "Looptijd",
        "UUID",
        "URI",
        "IBAN",
        "Postcode",
        "PostcodeGebied",
        "KvKNummer",
        "Vestigingsnummer",
        "Gemeentecode",
        "Landcode",
        "EANCode",
        "Persoon",
        "Adreskeuze",
        "Rechtbank",
    ];
    let mut elements: Vec<_> = types.iter().map(|ty| element(&format!("Een{ty}"), ty, None)).collect();
    elements.push(element("Schulden/Schuld", "OpenstaandeSchuld", Some("1..*")));
    elements.push(element("Niet", "Adres", Some("0..1")));
    let new = NewMessage {
        module: "SI".into(),
        id: "VerzoekVTLB".into(),
        code: "XX".into(),
        from: vec!["SHV2".into()],
        to: vec!["SE".into()],
        elements,
        ..NewMessage::default()
    };
    let made = made(scaffold::message(&sources(), &new));
    assert_eq!(made.what, "schuldinventarisatie/2.0/VerzoekVTLB");
    let paths: Vec<&str> = made.files.iter().chain(&made.samples).map(|file| file.path.as_str()).collect();
    let expected = [
        "definitions/schuldinventarisatie/verzoek-vtlb.toml",
        "schuldinventarisatie/2.0/verzoek-vtlb-vul-aan.json",
        "schuldinventarisatie/2.0/verzoek-vtlb-vul-aan.xml",
    ];
    assert_eq!(paths, expected);
    let sources = with(&made);
    let (defs, _) = read::read(&sources);
    let catalogue = resolve::resolve(&defs, &sources).unwrap_or_else(|wrong| panic!("{}", render(&wrong, &sources)));
    let schema = json_schema::emit(&catalogue)
        .into_iter()
        .find(|file| file.path == "schuldinventarisatie/2.0/VerzoekVTLB.schema.json")
        .map(|file| file.text)
        .unwrap_or_default();
    let parse = |text: &str| serde_json::from_str::<Value>(text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    let validator = jsonschema::validator_for(&parse(&schema)).unwrap_or_else(|error| panic!("{error}"));
    let sample = made.samples.first().map(|sample| sample.text.as_str()).unwrap_or_default();
    let wrong: Vec<String> =
        validator.iter_errors(&parse(sample)).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(wrong.is_empty(), "{wrong:?}\n{sample}");
    assert!(!sample.contains("\"niet\""), "what may be left out is left out");
}

#[test]
fn what_was_published_takes_nothing_new() {
    let new = NewElement { table: "SR/BV".into(), name: "Nieuw".into(), ty: "Tekst".into(), ..NewElement::default() };
    assert!(matches!(scaffold::element(&sources(), &new), Err(Refusal::NoDraft(module)) if module == "schuldregeling"));
    let forced = NewElement { since: Some("3.0".into()), ..new };
    let codes: Vec<&str> = match scaffold::element(&sources(), &forced) {
        Err(Refusal::Wrong(wrong, _)) => wrong.iter().map(|one| one.code).collect(),
        other => panic!("{other:?}"),
    };
    assert_eq!(codes, ["released-added"]);
}

#[test]
fn names_that_are_taken_or_unknown_are_told() {
    let sources = sources();
    let message = |module: &str, id: &str| {
        let new = NewMessage { module: module.into(), id: id.into(), ..NewMessage::default() };
        scaffold::message(&sources, &new).map(|made| made.what)
    };
    assert!(matches!(message("SI", "Saldoverzoek"), Err(Refusal::Exists("message", ..))));
    assert!(matches!(message("XX", "Saldoverzoek"), Err(Refusal::Unknown("module", ..))));
    assert!(matches!(message("SR", "Nieuw"), Err(Refusal::NoDraft(_))));
    let rule = |table: &str| {
        let new = NewRule { table: table.into(), severity: "fout".into(), ..NewRule::default() };
        scaffold::rule(&sources, &new).map(|made| made.what)
    };
    assert!(matches!(rule("Saldoverzoek"), Err(Refusal::Several(_, ways)) if ways.len() == 3));
    assert!(matches!(rule("Persoan"), Err(Refusal::Unknown(_, _, near)) if near == ["Persoon"]));
    let release = |number: &str| {
        let new = NewRelease { module: "VS".into(), number: number.into(), ..NewRelease::default() };
        scaffold::release(&sources, &new).map(|made| made.what)
    };
    assert!(matches!(release("2.0"), Err(Refusal::Exists("release", ..))));
    assert!(
        matches!(release("1.0"), Err(Refusal::Wrong(wrong, _)) if wrong.iter().any(|one| one.code == "release-order"))
    );
}
