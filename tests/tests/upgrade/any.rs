//! A message of any type: over several releases, with its header, with values that are given.

use skp_messages::schuldregeling::v3_0::GeenMedewerking;
use skp_messages::upgrade::{BadPath, Kind, Options, Refused, convert};
use skp_tests::{bytes, examples};

use super::{losing, paths, read, supplied};

const UNKNOWN: &str = r#"{"bericht":"schuldregeling/1.0/KlantOnbekend","klantnummerSHV":"SHV-1"}"#;

#[test]
fn several_releases_are_gone_through_at_once() {
    let new = convert(&read(UNKNOWN), "3.0", &supplied(&[("Reden", "KLANT_ONBEKEND")])).unwrap();
    assert_eq!(new.message().info().bericht, "schuldregeling/3.0/GeenMedewerking");
    assert_eq!(new.message().get::<GeenMedewerking>().unwrap().klantnummer_shv.as_str(), "SHV-1");
    let old = convert(new.message(), "1.0", &losing()).unwrap();
    assert_eq!(paths(old.lost(), Kind::Lost), ["Reden"]);
    assert_eq!(old.message().info().bericht, "schuldregeling/1.0/KlantOnbekend");
}

#[test]
fn the_header_names_the_new_release_and_message_and_keeps_the_rest() {
    let path = examples("messages/schuldregeling/1.1/klant-onbekend-met-kop.json");
    let old = skp_messages::read(&bytes(&path)).unwrap();
    let new = convert(&old, "2.0", &supplied(&[("Reden", "KLANT_ONBEKEND")])).unwrap().into_message();
    let (before, after) = (old.header().unwrap(), new.header().unwrap());
    assert_eq!((after.release.as_str(), after.bericht.as_str()), ("2.0", "GeenMedewerking"));
    let mut same = after.clone();
    (same.release, same.bericht) = (before.release.clone(), before.bericht.clone());
    assert!(same == *before);
}

#[test]
fn what_is_missing_is_told_by_path_and_nothing_is_made() {
    let Err(Refused::Incomplete { to, changes }) = convert(&read(UNKNOWN), "2.0", &losing()) else { panic!() };
    assert_eq!(to.bericht, "schuldregeling/2.0/GeenMedewerking");
    assert_eq!(paths(&changes, Kind::Missing), ["Reden"]);
}

#[test]
fn a_value_that_is_given_must_be_one_of_the_release() {
    let refused = convert(&read(UNKNOWN), "2.0", &supplied(&[("Reden", "GEEN_ZIN")]));
    let Err(Refused::Incomplete { changes, .. }) = refused else { panic!() };
    assert_eq!(paths(&changes, Kind::Unfit), ["Reden"]);
    assert!(!changes.to_string().contains("GEEN_ZIN"));
}

#[test]
fn a_value_is_given_to_an_element_that_the_new_release_has() {
    let refused = convert(&read(UNKNOWN), "2.0", &supplied(&[("Redenen", "x")]));
    let Err(Refused::BadSupply { path, why, .. }) = refused else { panic!() };
    assert_eq!((path.as_str(), why), ("Redenen", BadPath::Unknown));
}

#[test]
fn a_rule_of_the_new_release_that_is_broken_is_told() {
    let path = examples("messages/schuldregeling/1.1/saldoverzoek-antwoord-drie-lijsten.json");
    let old = skp_messages::read(&bytes(&path)).unwrap();
    let given = [
        ("OvergedragenSchulden[2].OvergedragenAan.Naam", "Incasso B.V."),
        ("OvergedragenSchulden[2].OvergedragenAan.Vestigingsnummer", "000012345678"),
        ("OvergedragenSchulden[2].FactuurnummerSE", "F-99"),
    ];
    let Err(Refused::Invalid { report, .. }) = convert(&old, "2.0", &supplied(&given)) else { panic!() };
    assert!(report.findings().iter().any(|finding| finding.id() == "TYP-ORG-001"), "{report}");
}

#[test]
fn a_message_that_is_not_in_the_release_says_where_it_is() {
    let text = r#"{"bericht":"schuldregeling/2.0/GeenMedewerking","klantnummerSHV":"1","reden":"KLANT_ONBEKEND"}"#;
    let Err(Refused::NoRelease { known, .. }) = convert(&read(text), "4.0", &Options::default()) else { panic!() };
    assert_eq!(known, ["1.0", "1.1", "2.0", "3.0"]);
    let path = examples("messages/schuldregeling/2.0/heroverweging-minimaal.json");
    let newer = skp_messages::read(&bytes(&path)).unwrap();
    let Err(Refused::NoCounterpart { release, known, .. }) = convert(&newer, "1.0", &Options::default()) else {
        panic!()
    };
    assert_eq!((release, known), ("1.0", vec!["2.0", "3.0"]));
}

#[test]
fn the_part_of_a_choice_that_the_old_release_lacks_is_lost_and_its_address_missing() {
    let path = examples("messages/schuldregeling/2.0/kennisgeving-minimaal-postbus.json");
    let new = skp_messages::read(&bytes(&path)).unwrap();
    let Err(Refused::Incomplete { changes, .. }) = convert(&new, "1.1", &losing()) else { panic!() };
    assert_eq!(paths(&changes, Kind::Lost), ["Adreskeuze.Postbusadres"]);
    assert_eq!(paths(&changes, Kind::Missing), ["Adres"]);
    let address = [
        ("Adres.Straatnaam", "Dorpsstraat"),
        ("Adres.Huisnummer", "1"),
        ("Adres.Postcode", "1234AB"),
        ("Adres.Woonplaats", "Ons Dorp"),
    ];
    let old = convert(&new, "1.1", &Options { allow_losses: true, ..supplied(&address) }).unwrap();
    assert_eq!(old.message().info().id, "KlantGemeldVoorSHV");
}

#[test]
fn values_of_persons_show_in_no_text() {
    let path = examples("messages/schuldregeling/2.0/kennisgeving-publiek-gezin-volledig.json");
    let new = skp_messages::read(&bytes(&path)).unwrap();
    let refused = convert(&new, "1.1", &Options::default()).unwrap_err();
    let text = format!("{refused} {refused:?}");
    let json: serde_json::Value = serde_json::from_slice(&bytes(&path)).unwrap();
    let bsn = json["inhoud"]["bsnPartner"].as_str().unwrap();
    assert!(!text.contains(bsn) && text.contains("BSNPartner"), "{text}");
}
