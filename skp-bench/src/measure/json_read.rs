//! Reading JSON.

use std::error::Error;

use jsonschema::Validator;
use serde::de::DeserializeOwned;
use skp_messages::schuldregeling::v2_0::{Message, Saldoverzoek, SaldoverzoekAntwoord};

use super::{OURS, Setting};
use crate::input::{Input, Typed};
use crate::peers::{json_schema, json_structs};
use crate::rounds::{Contender, Race};

/// One race for each input.
pub fn races<'a>(setting: &'a Setting) -> Result<Vec<Race<'a>>, Box<dyn Error>> {
    let schemas = &setting.schemas;
    let race = |input: &'a Input| match &input.message {
        Typed::Question(_) => race::<Saldoverzoek, json_structs::Saldoverzoek>(&schemas.question, input),
        Typed::Answer(_) => race::<SaldoverzoekAntwoord, json_structs::SaldoverzoekAntwoord>(&schemas.answer, input),
    };
    Ok(setting.inputs.iter().map(race).collect())
}

fn race<'a, T: Message, P: DeserializeOwned>(schema: &'a Validator, input: &'a Input) -> Race<'a> {
    let bytes = input.json.as_bytes();
    let contenders = vec![
        Contender::new(OURS, bytes.len(), || T::from_json(bytes)),
        Contender::new("serde_json typed", bytes.len(), || serde_json::from_slice::<P>(bytes)),
        Contender::new("sonic-rs typed", bytes.len(), || sonic_rs::from_slice::<P>(bytes)),
        Contender::new("Value + jsonschema + typed", bytes.len(), || json_schema::read::<P>(bytes, schema)),
    ];
    Race { input: input.name.clone(), contenders }
}
