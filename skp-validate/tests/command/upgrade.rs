//! `skp convert --to-release` and `skp definitions upgrades`.

use super::*;

const OLD: &str = r#"{"bericht":"schuldregeling/1.1/KlantOnbekend","klantnummerSHV":"1"}"#;

fn convert(arguments: &[&str], input: &str) -> Ran {
    skp_in(&std::env::temp_dir(), &[&["convert", "-"], arguments].concat(), input.as_bytes())
}

#[test]
fn what_is_missing_is_told_with_what_to_do_and_nothing_is_written() {
    let ran = convert(&["--to-release", "2.0"], OLD);
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    insta::assert_snapshot!(ran.err, @r"
    <stdin>: het bericht kan niet zonder meer schuldregeling/2.0/GeenMedewerking worden
      ontbreekt, en is verplicht in release 2.0:
        Reden: een code van RedenGeenMedewerking: KLANT_ONBEKEND, RECENT_FINALE_KWIJTING, RECENTE_STABILISATIEPOGING, GEEN_SAMENWERKING_SHV
    Geef elke waarde met --set, zoals --set Reden=WAARDE.
    Er is niets geschreven.
    ");
}

#[test]
fn a_value_that_is_given_completes_the_message_in_its_own_format_or_another() {
    let given = ["--to-release", "2.0", "--set", "Reden=KLANT_ONBEKEND", "--compact"];
    let ran = convert(&given, OLD);
    assert_eq!((ran.code, ran.out.trim_end()), (Some(0), GOOD));
    assert!(convert(&[&given[..], &["--to", "xml"]].concat(), OLD).out.contains("urn:x-skp:schuldregeling:2.0"));
}

#[test]
fn losses_are_refused_until_they_are_allowed_and_then_told() {
    let ran = convert(&["--to-release", "1.1", "--lang", "en"], GOOD);
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    insta::assert_snapshot!(ran.err, @r"
    <stdin>: the message cannot simply become schuldregeling/1.1/KlantOnbekend
      would be lost, release 1.1 has no place for it:
        Reden
    Leave out what would be lost with --allow-losses.
    Nothing was written.
    ");
    let ran = convert(&["--to-release", "1.1", "--compact", "--allow-losses"], GOOD);
    assert_eq!((ran.code, ran.out.trim_end()), (Some(0), OLD));
    assert_eq!(ran.err, "<stdin>: weggelaten\n    Reden\n");
}

#[test]
fn what_the_new_release_warns_of_is_told() {
    let given = ["--to-release", "2.0", "--set", "Reden=KLANT_ONBEKEND", "--set", "KlantnummerSE=1"];
    let ran = convert(&given, OLD);
    assert_eq!(ran.code, Some(0));
    let line = "schuldregeling/2.0/GeenMedewerking: waarschuwing SR-GM-001 KlantnummerSE: ";
    assert!(ran.err.starts_with(line), "{}", ran.err);
}

#[test]
fn a_release_or_message_that_is_not_there_is_no_finding() {
    assert_eq!(convert(&["--to-release", "9.9"], GOOD).code, Some(3));
    let status = r#"{"bericht":"schuldregeling/2.0/Statusverzoek","klantnummerSHV":"1"}"#;
    let ran = convert(&["--to-release", "1.1"], status);
    assert_eq!(ran.code, Some(3));
    assert!(ran.err.contains("Statusverzoek bestaat niet in release 1.1; wel in 2.0, 3.0"), "{}", ran.err);
}

#[test]
fn arguments_that_do_not_go_together_are_wrong_usage() {
    assert_eq!(convert(&[], GOOD).code, Some(2));
    assert_eq!(convert(&["--to", "xml", "--allow-losses"], GOOD).code, Some(2));
    assert_eq!(convert(&["--to-release", "3.0", "--set", "Reden"], GOOD).code, Some(2));
    assert_eq!(convert(&["--to-release", "3.0", "--set", "Nee=1"], GOOD).code, Some(2));
}

#[test]
fn the_plan_of_a_message_tells_what_becomes_of_each_element() {
    let ran = skp(&["definitions", "upgrades", "kennisgeving", "--to", "1.1", "--lang", "en"]);
    assert_eq!(ran.code, Some(0));
    insta::assert_snapshot!(ran.out, @r"
    schuldregeling 2.0 → 1.1

      Kennisgeving → KlantGemeldVoorSHV
        KlantnummerSHV           kept
        KlantnummerSEVolgensSHV  kept
        Klant                    kept
        Partner                  kept
        Adreskeuze → Adres       only the choice Straatadres goes over; required, and may be absent here
        Contactpersoon           kept
        Vorderingen              kept
        DatumAanmelding          gone; a value is lost
    ");
}

#[test]
fn the_plans_are_there_as_json() {
    let ran = skp(&["definitions", "upgrades", "waarborgfonds", "--from", "1.0", "--format", "json"]);
    let plans: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let messages = plans[0]["messages"].as_array().unwrap();
    let lost =
        |message: &serde_json::Value| message["elements"].as_array().unwrap().iter().any(|row| row["what"] == "gone");
    let lossy: Vec<_> = messages.iter().filter(|message| lost(message)).map(|message| &message["to"]).collect();
    assert_eq!(lossy, ["RegistreerVoorbeoordeling"]);
}

#[test]
fn a_plan_that_is_not_there_is_no_finding() {
    assert_eq!(skp(&["definitions", "upgrades", "betalingsregeling"]).code, Some(3));
    assert_eq!(skp(&["definitions", "upgrades", "schuldregeling", "--from", "1.0", "--to", "3.0"]).code, Some(3));
}
