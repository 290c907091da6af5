//! Everybody reads the same message out of the same bytes, and writes the same bytes; else a comparison means nothing.

use skp_messages::schuldregeling::v2_0::{Message, SaldoverzoekAntwoord};

use super::{c_program::Program, expat, json_schema, json_structs, libxml2};
use super::{quick_xml_events, quick_xml_serde, xml_structs};
use crate::input::{self, Input, Typed};
use crate::schemas::Schemas;

/// The inputs that are answers, with their messages.
fn answers(inputs: &[Input]) -> impl Iterator<Item = (&Input, &SaldoverzoekAntwoord)> {
    inputs.iter().filter_map(|input| match &input.message {
        Typed::Answer(answer) => Some((input, &**answer)),
        Typed::Question(_) => None,
    })
}

fn total(answer: &SaldoverzoekAntwoord) -> u64 {
    answer.openstaande_schulden.iter().map(|claim| claim.actueel_vorderingsbedrag.cents()).sum()
}

#[test]
fn typed_peers_read_the_same_claims_and_amounts() {
    let inputs = input::all().unwrap();
    let schemas = Schemas::generate().unwrap();
    for (input, answer) in answers(&inputs) {
        let wanted = (answer.openstaande_schulden.len(), total(answer));
        let xml: xml_structs::SaldoverzoekAntwoord = quick_xml_serde::read(input.xml.as_bytes()).unwrap();
        let serde: json_structs::SaldoverzoekAntwoord = serde_json::from_str(&input.json).unwrap();
        let sonic: json_structs::SaldoverzoekAntwoord = sonic_rs::from_slice(input.json.as_bytes()).unwrap();
        let checked: json_structs::SaldoverzoekAntwoord =
            json_schema::read(input.json.as_bytes(), &schemas.answer).unwrap();
        assert_eq!((xml.claims(), xml.total()), wanted, "{}", input.name);
        for json in [serde, sonic, checked] {
            assert_eq!((json.claims(), json.total()), wanted, "{}", input.name);
        }
        let ours = SaldoverzoekAntwoord::from_xml(input.xml.as_bytes()).unwrap();
        assert!(ours == *answer && ours == SaldoverzoekAntwoord::from_json(input.json.as_bytes()).unwrap());
    }
}

#[test]
fn typed_peers_write_the_bytes_that_we_write() {
    for input in input::all().unwrap() {
        let (xml, json) = match input.message {
            Typed::Question(_) => again::<xml_structs::Saldoverzoek, json_structs::Saldoverzoek>(&input),
            Typed::Answer(_) => again::<xml_structs::SaldoverzoekAntwoord, json_structs::SaldoverzoekAntwoord>(&input),
        };
        assert!(xml.trim_end() == input.xml.trim_end(), "{}: {:.600}\n{:.600}", input.name, xml, input.xml);
        assert!(json.trim_end() == input.json.trim_end(), "{}: {:.600}\n{:.600}", input.name, json, input.json);
    }
}

/// What the structs write of what they read.
fn again<X, J>(input: &Input) -> (String, String)
where
    X: serde::Serialize + serde::de::DeserializeOwned,
    J: serde::Serialize + serde::de::DeserializeOwned,
{
    let xml: X = quick_xml_serde::read(input.xml.as_bytes()).unwrap();
    let json: J = serde_json::from_str(&input.json).unwrap();
    let json = match input.layout {
        skp_messages::Layout::Compact => serde_json::to_string(&json).unwrap(),
        skp_messages::Layout::Pretty => serde_json::to_string_pretty(&json).unwrap(),
    };
    (quick_xml_serde::write(&xml, input.layout).unwrap(), json)
}

#[test]
fn untyped_peers_see_the_same_elements() {
    for input in input::all().unwrap() {
        let tree = super::roxmltree::read(&input.xml).unwrap();
        let elements = tree.descendants().filter(|node| node.is_element()).count() as u64;
        assert_eq!(quick_xml_events::elements(input.xml.as_bytes()).unwrap(), elements, "{}", input.name);
    }
}

/// Where a C compiler and the libraries are; elsewhere there is nothing to compare.
#[test]
fn peers_in_c_see_the_same_elements() {
    let folder = tempfile::tempdir().unwrap();
    let schemas = Schemas::generate().unwrap();
    let programs = [expat::compile(folder.path()), libxml2::compile(folder.path(), &schemas.xsd)];
    for input in input::all().unwrap() {
        let file = folder.path().join("message.xml");
        std::fs::write(&file, &input.xml).unwrap();
        let elements = quick_xml_events::elements(input.xml.as_bytes()).unwrap();
        for program in programs.iter().flatten() {
            let run = Program::run(program, &file, 2).unwrap();
            assert_eq!(run.elements, elements, "{}", input.name);
        }
    }
}
