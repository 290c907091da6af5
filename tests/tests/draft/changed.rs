//! What a draft changes holds at once, without a build.

use super::*;

const GM: &str = "schuldregeling/geen-medewerking.toml";

/// A message that is right, of both formats.
const JSON: &str =
    r#"{"bericht":"schuldregeling/2.0/GeenMedewerking","klantnummerSHV":"SHV-1","reden":"KLANT_ONBEKEND"}"#;
const XML: &str = "<GeenMedewerking xmlns='urn:x-skp:schuldregeling:2.0'>\
    <KlantnummerSHV>SHV-1</KlantnummerSHV><Reden>KLANT_ONBEKEND</Reden></GeenMedewerking>";

/// Definitions in which texts are replaced: in the file whose path ends so, each once.
fn changed(changes: &[(&str, &str, &str)]) -> Result<Draft, String> {
    let mut files = released();
    for (path, from, to) in changes {
        let (_, text) = files.iter_mut().find(|(known, _)| known.ends_with(path)).unwrap();
        assert!(text.contains(from), "{path}: {from}");
        *text = text.replacen(from, to, 1);
    }
    load(files)
}

/// Definitions with something put before the texts of a file, and a text for each name that needs one.
fn extended(path: &str, before: &str, names: &[&str]) -> Draft {
    let texts: String = names.iter().map(|name| format!("{name} = \"Iets over {name}.\"\n")).collect();
    let changes = [(path, "[nl]\n", format!("{before}\n[nl]\n{texts}")), (path, "[en]\n", format!("[en]\n{texts}"))];
    let changes: Vec<(&str, &str, &str)> = changes.iter().map(|(path, from, to)| (*path, *from, to.as_str())).collect();
    changed(&changes).unwrap_or_else(|errors| panic!("{errors}"))
}

fn ids(draft: &Draft, input: &str) -> Vec<&'static str> {
    draft.validate(input.as_bytes(), &Options::default()).findings().iter().map(|finding| finding.id()).collect()
}

/// A rule as definitions write it.
fn rule(id: &str, assert: &str) -> String {
    format!("[[rules]]\nid = \"{id}\"\nseverity = \"fout\"\nassert = \"{assert}\"\nsource = \"proposed\"\n")
}

#[test]
fn a_new_element_is_checked() {
    let row =
        "  { name = \"Verhuisdatum\", type = \"Datum\", card = \"0..1\", since = \"2.0\", source = \"proposed\" },\n";
    let draft = changed(&[
        (GM, "  { name = \"Contactpersoon\"", &format!("{row}  {{ name = \"Contactpersoon\"")),
        (GM, "[nl]\n", "[nl]\nVerhuisdatum = \"Sinds wanneer.\"\n"),
        (GM, "[en]\n", "[en]\nVerhuisdatum = \"Since when.\"\n"),
    ])
    .unwrap();
    assert_eq!(ids(&draft, &JSON.replace('}', r#","verhuisdatum":"2026-03-02"}"#)), [""; 0]);
    assert_eq!(ids(&draft, &JSON.replace('}', r#","verhuisdatum":"morgen"}"#)), ["VAL-005"]);
    let xml = XML.replace("</Reden>", "</Reden><Verhuisdatum>2026-03-02</Verhuisdatum>");
    assert_eq!(ids(&draft, &xml), [""; 0]);
    assert_eq!(ids(&draft, &XML.replace("<Reden>", "<Verhuisdatum>2026-03-02</Verhuisdatum><Reden>")), ["DEF-005"]);
    // It exists from 2.0 on, and nowhere in what was built.
    let older = JSON.replace("2.0/Geen", "1.1/Geen").replace("GeenMedewerking", "KlantOnbekend");
    let older = older.replace(r#""reden":"KLANT_ONBEKEND""#, r#""verhuisdatum":"2026-03-02""#);
    assert_eq!(ids(&draft, &older), ["DEF-006"]);
    let report = validate(xml.as_bytes(), &Options::default());
    assert_eq!(report.findings().iter().map(|finding| finding.id()).collect::<Vec<_>>(), ["DEF-003"]);
}

#[test]
fn an_element_that_is_gone_or_required_is_missed() {
    let draft = changed(&[(
        GM,
        "card = \"0..1\", since = \"2.0\", group = \"Algemeen\", source",
        "since = \"2.0\", group = \"Algemeen\", source",
    )]);
    // KlantnummerSE is now required, so the rule that forbids it has nothing to ask.
    let draft = draft.unwrap();
    assert_eq!(ids(&draft, JSON), ["DEF-002"]);
    assert_eq!(ids(&draft, XML), ["DEF-002"]);
}

#[test]
fn a_new_code_is_known() {
    let path = "codes/reden-geen-medewerking.toml";
    let draft = changed(&[
        (path, "codes = [\n", "codes = [\n  { code = \"VERHUISD\", source = \"proposed\" },\n"),
        (path, "[nl]\n", "[nl]\nVERHUISD = \"De klant is verhuisd.\"\n"),
        (path, "[en]\n", "[en]\nVERHUISD = \"The client has moved.\"\n"),
    ])
    .unwrap();
    assert_eq!(ids(&draft, &JSON.replace("KLANT_ONBEKEND", "VERHUISD")), [""; 0]);
    assert_eq!(ids(&draft, &JSON.replace("KLANT_ONBEKEND", "VERHUISDE")), ["VAL-006"]);
}

#[test]
fn a_new_rule_finds_says_and_points() {
    let before = rule("SR-GM-002", "Reden != 'KLANT_ONBEKEND' || has(Toelichting)");
    let draft = extended(GM, &before, &["SR-GM-002"]);
    let report = draft.validate(JSON.as_bytes(), &Options::default());
    let [finding] = report.findings() else { panic!("{report}") };
    assert_eq!((finding.id(), finding.text(Lang::Nl)), ("SR-GM-002", "Iets over SR-GM-002."));
    assert_eq!((finding.path().to_string(), finding.place().unwrap().column), ("Reden".to_owned(), 74));
    assert_eq!(finding.related()[0].path.to_string(), "Toelichting");
    assert_eq!(ids(&draft, &JSON.replace('}', r#","toelichting":"-"}"#)), [""; 0]);
    assert!(draft.rules().iter().any(|rule| rule.id == "SR-GM-002"));
    assert!(skp_messages::catalogue::rules().iter().all(|rule| rule.id != "SR-GM-002"));
}

#[test]
fn a_rule_that_changes_or_goes_no_longer_holds_as_it_did() {
    let known = JSON.replace('}', r#","klantnummerSE":"1"}"#);
    assert_eq!(ids(draft(), &known), ["SR-GM-001"]);
    let milder = changed(&[(GM, "assert   = \"!has(KlantnummerSE)\"", "assert = \"KlantnummerSE != '2'\"")]).unwrap();
    assert_eq!(ids(&milder, &known), [""; 0]);
    assert_eq!(ids(&milder, &known.replace("SE\":\"1\"", "SE\":\"2\"")), ["SR-GM-001"]);
}

#[test]
fn a_new_message_is_recognised() {
    let message = "message = \"Verhuisbericht\"\nname = \"Verhuisbericht\"\ncode = \"VB\"\nfrom = [\"SHV2\"]\nto = [\"SE\"]\n\
        since = \"2.0\"\nstarts = false\nanswer = false\nsource = \"proposed\"\n\
        elements = [\n  { name = \"Adressen/Adres\", type = \"Adres\", card = \"1..*\", since = \"2.0\", source = \"proposed\" },\n]\n\
        [[rules]]\nid = \"SR-VB-001\"\nseverity = \"fout\"\neach = \"Adressen\"\nassert = \"Woonplaats != 'Assen'\"\nsource = \"proposed\"\n\
        [nl]\nmessage = \"-\"\nAdressen = \"-\"\nSR-VB-001 = \"-\"\n[en]\nmessage = \"-\"\nAdressen = \"-\"\nSR-VB-001 = \"-\"\n";
    let mut files = released();
    files.push(("definitions/schuldregeling/verhuisbericht.toml", message.to_owned()));
    let draft = load(files).unwrap_or_else(|errors| panic!("{errors}"));
    let adres = |place: &str| {
        format!(
            "<Adres><Straatnaam>A</Straatnaam><Huisnummer>1</Huisnummer><Postcode>1234AB</Postcode><Woonplaats>{place}</Woonplaats></Adres>"
        )
    };
    let xml = format!(
        "<Verhuisbericht xmlns='urn:x-skp:schuldregeling:2.0'><Adressen>{}{}</Adressen></Verhuisbericht>",
        adres("Borger"),
        adres("Assen")
    );
    let report = draft.validate(xml.as_bytes(), &Options::default());
    assert_eq!(report.message().unwrap().bericht, "schuldregeling/2.0/Verhuisbericht");
    let [finding] = report.findings() else { panic!("{report}") };
    assert_eq!((finding.id(), finding.path().to_string().as_str()), ("SR-VB-001", "Adressen[2].Woonplaats"));
    assert_eq!(ids(&draft, &xml.replace("bericht x", "berichtje x")), ["FRM-001"]);
    assert_eq!(ids(&draft, &xml.replace("huisbericht", "huisberich")), ["DEF-001"]);
    assert_eq!(ids(super::draft(), &xml), ["DEF-001"]);
}

#[test]
fn the_header_is_that_of_the_draft() {
    let path = "bericht/berichtheader.toml";
    let before = rule("KOP-020", "Referentienummer != 'R-1'");
    let draft = extended(path, &before, &["KOP-020"]);
    let enveloped = format!(
        r#"{{"header":{{"module":"schuldregeling","release":"2.0","bericht":"GeenMedewerking",
        "afzender":"ea1de3b4-2094-44bc-b0cd-3168c9c1731f","afzenderType":"SE",
        "ontvanger":"579b8be4-884a-404b-8320-7350712a56fc",
        "conversatieReferentienummer":"3e516d4f-5379-4b19-823f-73dd5a2d02ca",
        "referentienummer":"R-1","antwoordOp":"R-0","verzondenOp":"2026-03-02T09:15:00+01:00"}},"inhoud":{JSON}}}"#
    );
    assert_eq!(ids(&draft, &enveloped), ["KOP-020"]);
    assert_eq!(ids(&draft, &enveloped.replace("R-1", "R-2")), [""; 0]);
    // The checks of the runtime look at the messages of the draft.
    assert_eq!(ids(&draft, &enveloped.replace("\"SE\"", "\"SHV2\"")), ["KOP-002", "KOP-020"]);
}

#[test]
fn moments_have_an_order() {
    let path = "alg/foutbericht.toml";
    let before = rule("ALG-FB-010", "Tijdstip < Ontdekt");
    let row =
        "  { name = \"Ontdekt\", type = \"DatumTijd\", card = \"0..1\", since = \"2.0\", source = \"proposed\" },\n";
    let draft = changed(&[
        (path, "  { name = \"Fouten/Fout\"", &format!("{row}  {{ name = \"Fouten/Fout\"")),
        (path, "[nl]\n", &format!("{before}\n[nl]\nOntdekt = \"-\"\nALG-FB-010 = \"-\"\n")),
        (path, "[en]\n", "[en]\nOntdekt = \"-\"\nALG-FB-010 = \"-\"\n"),
    ])
    .unwrap_or_else(|errors| panic!("{errors}"));
    let message = |discovered: &str| {
        format!(
            r#"{{"bericht":"schuldregeling/2.0/Foutbericht","referentienummerFout":"R-1","berichtFout":"Saldoverzoek",
            "tijdstip":"2026-03-02T09:15:00+01:00",{discovered}
            "fouten":[{{"foutcode":"KOP","omschrijving":"-"}}]}}"#
        )
    };
    let broken = |discovered: &str| {
        let report = draft.validate(message(discovered).as_bytes(), &Options::default());
        report.findings().iter().any(|finding| finding.id() == "ALG-FB-010")
    };
    assert!(!broken(r#""ontdekt":"2026-03-02T09:15:01+01:00","#));
    // The same moment, and an earlier one by a clock that says later.
    assert!(broken(r#""ontdekt":"2026-03-02T08:15:00Z","#));
    assert!(broken(r#""ontdekt":"2026-03-02T10:00:00+02:00","#));
    // What is absent is not compared, nor what is wrong.
    assert!(!broken(""));
    assert!(!broken(r#""ontdekt":"gisteren","#));
}

#[test]
fn depth_of_input_costs_no_stack() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}"), ("<a>", "</a>")] {
        let deep = open.repeat(200_000) + &close.repeat(200_000);
        assert_same("deep", deep.as_bytes(), &Options::default());
    }
}

#[test]
fn mistakes_are_told_as_by_the_generator() {
    let error = changed(&[(GM, "!has(KlantnummerSE)", "!has(KlantnummerXX)")]).unwrap_err();
    assert!(error.starts_with("error[wrong-rule]: rule SR-GM-001: "), "{error}");
    assert!(error.contains("geen-medewerking.toml:"), "{error}");
    // Without files there are no mistakes in files, and still no header.
    assert!(load(Vec::new()).unwrap_err().contains("the table of the header"));
}
