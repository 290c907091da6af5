//! The schema of the Rust types is the one that the generator writes.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use serde_json::Value;
use skp_codegen::emit::json_schema;
use skp_codegen::source::Sources;
use skp_messages::schuldregeling::{v1_1, v2_0, v3_0};

/// The schema of a message that the generator writes, without what belongs to one release: its head and `bericht`.
fn emitted(path: &str) -> Value {
    let sources = Sources::new(skp_definitions::files().iter().copied());
    let catalogue = skp_codegen::compile(&sources).unwrap_or_else(|_| panic!("the definitions are right"));
    let output = json_schema::emit(&catalogue).into_iter().find(|output| output.path == path);
    let mut schema: Value = serde_json::from_str(&output.unwrap_or_else(|| panic!("{path}")).text).unwrap();
    for head in ["$id", "$comment", "x-name", "x-content"] {
        schema.as_object_mut().unwrap().remove(head);
    }
    schema["properties"].as_object_mut().unwrap().remove("bericht");
    schema["required"].as_array_mut().unwrap().retain(|name| name != "bericht");
    schema
}

fn derived<T: schemars::JsonSchema>() -> Value {
    schemars::schema_for!(T).to_value()
}

#[test]
fn a_message_gives_the_schema_of_the_generator() {
    assert_eq!(derived::<v2_0::Betaalvoorstel>(), emitted("schuldregeling/2.0/Betaalvoorstel.schema.json"));
    assert_eq!(derived::<v2_0::SaldoverzoekAntwoord>(), emitted("schuldregeling/2.0/SaldoverzoekAntwoord.schema.json"));
    assert_eq!(derived::<v3_0::Slotuitdeling>(), emitted("schuldregeling/3.0/Slotuitdeling.schema.json"));
}

#[test]
fn two_contents_of_one_type_keep_apart() {
    #[derive(schemars::JsonSchema)]
    #[allow(dead_code)]
    struct Both {
        old: v1_1::SaldoverzoekAntwoord,
        new: v2_0::SaldoverzoekAntwoord,
    }
    let schema = derived::<Both>();
    let open_claim = |name: &str| schema["$defs"][name]["properties"]["rente"].is_object();
    assert!(!open_claim("OpenstaandeSchuld"));
    assert!(open_claim("OpenstaandeSchuld2"));
}
