//! Values of known types: `From`, `TryFrom`, and the builder that is filled.

use skp_messages::schuldregeling::v1_1::{self, KlantGemeldVoorSHV, KlantOnbekend};
use skp_messages::schuldregeling::v2_0::{self, GeenMedewerking, Kennisgeving, RedenGeenMedewerking};
use skp_messages::shape::Upgrade;
use skp_messages::upgrade::{ConvertFrom, Kind, Options, convert};
use skp_tests::{bytes, examples, samples};

use super::paths;

fn notice(name: &str) -> Kennisgeving {
    use v2_0::Message;
    let path = examples("messages/schuldregeling/2.0").join(name);
    Kennisgeving::from_json(&bytes(&path)).unwrap_or_else(|report| panic!("{report}"))
}

#[test]
fn where_everything_goes_over_there_is_from_and_the_way_back_is_strict() {
    use v1_1::Message;
    let path = examples("messages/schuldregeling/1.1/klant-gemeld-voor-shv-volledig.json");
    let old = KlantGemeldVoorSHV::from_json(&bytes(&path)).unwrap();
    let new = Kennisgeving::from(old.clone());
    assert_eq!(new.adreskeuze.straatadres.as_ref(), Some(&old.adres));
    v2_0::Message::validate(&new).unwrap();
    assert_eq!(KlantGemeldVoorSHV::try_from(new), Ok(old));
}

#[test]
fn a_strict_conversion_names_everything_that_is_in_the_way() {
    let refused = KlantGemeldVoorSHV::try_from(notice("kennisgeving-adres-buitenland.json")).unwrap_err();
    assert_eq!(paths(&refused, Kind::Lost), ["Adreskeuze.AdresBuitenland", "DatumAanmelding"]);
    assert_eq!(paths(&refused, Kind::Missing), ["Adres"]);
}

#[test]
fn a_builder_is_filled_with_what_goes_over_and_says_what_is_left_to_do() {
    let notice = notice("kennisgeving-adres-buitenland.json");
    let (builder, changes) = KlantGemeldVoorSHV::convert_from(&notice);
    assert_eq!(paths(&changes, Kind::Missing), ["Adres"]);
    assert_eq!(builder.clone().build().unwrap_err().findings().len(), 1);
    let adres = v1_1::Adres::builder()
        .straatnaam("Dorpsstraat".parse().unwrap())
        .huisnummer(1)
        .postcode("1234AB".parse().unwrap())
        .woonplaats("Ons Dorp".parse().unwrap());
    let old = builder.adres(adres.build().unwrap()).build().unwrap();
    assert_eq!(old.klant, notice.klant);
}

#[test]
fn what_is_given_to_the_builder_is_all_that_the_new_release_needs() {
    let old = KlantOnbekend::builder().klantnummer_shv("SHV-1".parse().unwrap()).build().unwrap();
    assert_eq!(paths(&GeenMedewerking::try_from(old.clone()).unwrap_err(), Kind::Missing), ["Reden"]);
    let (builder, _) = GeenMedewerking::convert_from(&old);
    let new = builder.reden(RedenGeenMedewerking::KlantOnbekend).build().unwrap();
    assert_eq!(new.klantnummer_shv, old.klantnummer_shv);
}

#[test]
fn a_code_that_the_old_release_lacks_does_not_go_back() {
    let old = v1_1::TypeSchuldregeling::SB;
    assert!(v2_0::TypeSchuldregeling::from(old) == v2_0::TypeSchuldregeling::SB);
    assert!(v1_1::TypeSchuldregeling::try_from(v2_0::TypeSchuldregeling::SB).is_ok());
    assert_eq!(v1_1::TypeSchuldregeling::try_from(v2_0::TypeSchuldregeling::SA).unwrap_err().rule().id, "VAL-006");
}

/// Where a sample is of the old type: its value by `From` is the one that a conversion of any message gives.
macro_rules! agree {
    ($received:expr, $seen:expr, $($old:ty => $new:ty),+ $(,)?) => {$(
        if let Some(old) = $received.get::<$old>() {
            let converted = convert(&$received, "2.0", &Options::default()).unwrap_or_else(|refused| panic!("{refused}"));
            let new = <$new>::from(old.clone());
            assert!(converted.message().get::<$new>() == Some(&new), "{}", $received.info().bericht);
            assert!(<$old>::try_from(new).as_ref() == Ok(old), "{}", $received.info().bericht);
            $seen += 1;
        }
    )+};
}

#[test]
fn from_and_the_conversion_of_any_message_give_the_same() {
    let mut seen = 0;
    for path in samples(&examples("messages/schuldregeling/1.1")) {
        let received = skp_messages::read(&bytes(&path)).unwrap();
        agree!(received, seen,
            v1_1::Betaalvoorstel => v2_0::Betaalvoorstel,
            v1_1::KlantBSNGemeldVoorSHV => v2_0::KennisgevingPubliek,
            v1_1::KlantGemeldVoorSHV => v2_0::Kennisgeving,
            v1_1::Saldoverzoek => v2_0::Saldoverzoek,
            v1_1::SaldoverzoekAntwoord => v2_0::SaldoverzoekAntwoord,
            v1_1::SaldoverzoekNuts => v2_0::SaldoverzoekNuts,
            v1_1::SaldoverzoekPubliek => v2_0::SaldoverzoekPubliek,
            v1_1::SaldoverzoekZorg => v2_0::SaldoverzoekZorg,
            v1_1::SchuldregelingAkkoord => v2_0::SchuldregelingAkkoord,
            v1_1::SchuldregelingBeeindigd => v2_0::SchuldregelingBeeindigd,
        );
    }
    assert!(seen >= 9 * 2, "{seen}"); // in JSON and XML
}

#[test]
fn every_step_has_one_back() {
    let steps = skp_messages::catalogue::upgrades();
    for step in steps {
        let back = |other: &&&Upgrade| std::ptr::eq(other.from, step.to) && std::ptr::eq(other.to, step.from);
        assert_eq!(steps.iter().filter(back).count(), 1, "{}", step.from.bericht);
    }
}
