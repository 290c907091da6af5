//! serde has the form and the checks of JSON.
#![allow(clippy::unwrap_used)]

use skp_messages::schuldregeling::v2_0::{Betaalvoorstel, Message, Persoon, SaldoverzoekAntwoord};
use skp_tests::{bytes, examples};

fn sample(name: &str) -> Vec<u8> {
    bytes(&examples("messages/schuldregeling/2.0").join(name))
}

#[test]
fn a_message_goes_through_serde_and_stays_equal() {
    let answer = SaldoverzoekAntwoord::from_json(&sample("saldoverzoek-antwoord-twaalf-vorderingen.json")).unwrap();
    let json = serde_json::to_string(&answer).unwrap();
    assert_eq!(serde_json::from_str::<SaldoverzoekAntwoord>(&json).unwrap(), answer);
    // The canonical form besides names its message first; members are otherwise the same.
    let canonical = answer.to_json().unwrap();
    let named = json.replacen('{', "{\"bericht\":\"schuldregeling/2.0/SaldoverzoekAntwoord\",", 1);
    assert_eq!(canonical, named);
    assert_eq!(serde_json::from_str::<SaldoverzoekAntwoord>(&canonical).unwrap(), answer);
}

#[test]
fn serde_refuses_what_reading_refuses() {
    let broken = r#"{"achternaam": "Jansen", "achternaam": "Smit", "geboortedatum": "1980-02-30", "leeftijd": 3}"#;
    let error = serde_json::from_str::<Persoon>(broken).unwrap_err().to_string();
    for rule in ["FRM-005", "VAL-005", "DEF-003"] {
        assert!(error.contains(rule), "{error}");
    }
    assert!(!error.contains("Jansen") && !error.contains("1980"), "{error}");
}

#[test]
fn serde_refuses_a_broken_rule() {
    let wrong = sample("betaalvoorstel-gezin-met-partner.json");
    let value: serde_json::Value = serde_json::from_slice(&wrong).unwrap();
    let content = value.get("inhoud").unwrap_or(&value).clone();
    assert!(serde_json::from_value::<Betaalvoorstel>(content.clone()).is_ok());
    let mut broken = content;
    broken["totaalBeschikbaar"] = "0.01".into();
    let error = serde_json::from_value::<Betaalvoorstel>(broken).unwrap_err().to_string();
    assert!(error.contains("SR-BV-013"), "{error}");
}

#[test]
fn deep_input_is_refused_without_recursion_of_its_depth() {
    let deep = format!("{}1{}", "[".repeat(100), "]".repeat(100));
    let error = serde_json::from_str::<Persoon>(&deep).unwrap_err().to_string();
    assert!(error.contains("deeper than 64"), "{error}");
}
