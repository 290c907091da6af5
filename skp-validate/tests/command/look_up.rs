//! `skp catalogue`, `skp show` and `skp explain`.

use super::*;

#[test]
fn the_catalogue_lists_messages_and_releases() {
    let ran = skp(&["catalogue"]);
    assert_eq!(ran.code, Some(0));
    assert!(ran.out.contains("GeenMedewerking"), "{}", ran.out);
    let ran = skp(&["catalogue", "--format", "json"]);
    let messages: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert!(messages.as_array().unwrap().iter().any(|message| message["bericht"] == "schuldregeling/2.0/Saldoverzoek"));
}

#[test]
fn the_catalogue_can_be_narrowed_and_written_as_csv_and_markdown() {
    let ran = skp(&["catalogue", "--module", "WB", "--role", "KB", "--release", "2.0", "--lang", "en"]);
    assert_eq!(ran.code, Some(0));
    assert!(ran.out.contains("AanvraagBorgstelling") && !ran.out.contains("Saldoverzoek"), "{}", ran.out);
    assert!(skp(&["catalogue", "--format", "csv"]).out.starts_with("module,code,message,"));
    assert!(skp(&["catalogue", "--format", "md"]).out.starts_with("## "));
    let ran = skp(&["catalogue", "--role", "SHV9"]);
    assert_eq!(ran.code, Some(3));
    assert!(ran.err.starts_with("fout: SHV9 bestaat niet; kies uit "), "{}", ran.err);
}

#[test]
fn a_message_is_shown_with_its_elements_codes_and_rules() {
    let ran = skp(&["show", "schuldregeling/2.0/geenmedewerking"]);
    assert_eq!(ran.code, Some(0));
    for part in ["schuldregeling/2.0/GeenMedewerking", "KlantnummerSHV", "KLANT_ONBEKEND", "SR-GM-001", "* proposed"] {
        assert!(ran.out.contains(part), "{part}: {}", ran.out);
    }
    assert!(skp(&["show", "Berichtheader"]).out.contains("VerzondenOp"));
    // Every message can be shown.
    for message in skp_messages::catalogue::messages() {
        assert_eq!(skp(&["show", message.bericht, "--lang", "en"]).code, Some(0), "{}", message.bericht);
    }
}

#[test]
fn every_rule_is_explained_in_any_case() {
    let list = skp(&["explain", "--list"]);
    assert_eq!(list.code, Some(0));
    for line in list.out.lines() {
        let id = line.split_whitespace().next().unwrap();
        let ran = skp(&["explain", &id.to_lowercase()]);
        assert_eq!(ran.code, Some(0), "{id}");
        assert!(ran.out.starts_with(id), "{}", ran.out);
    }
}

#[test]
fn what_does_not_exist_is_said_and_is_no_success() {
    let ran = skp(&["show", "Saldoverzoekje"]);
    assert_eq!(
        (ran.code, ran.err.as_str()),
        (Some(3), "fout: er is geen bericht Saldoverzoekje; bedoelt u Saldoverzoek?\n")
    );
    let ran = skp(&["explain", "VAL-999", "--lang", "en"]);
    assert_eq!(ran.code, Some(3));
    assert!(ran.err.starts_with("error: there is no rule VAL-999"), "{}", ran.err);
    let ran = skp(&["explain", "sr-bv-012"]);
    assert_eq!(ran.err, "fout: er is geen regel sr-bv-012; bedoelt u SR-BV-012a?\n");
}
