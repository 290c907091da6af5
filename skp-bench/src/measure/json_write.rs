//! Writing JSON.

use std::error::Error;

use serde::{Serialize, de::DeserializeOwned};
use skp_messages::schuldregeling::v2_0::Message;
use skp_messages::{Format, Layout};

use super::{OURS, Setting};
use crate::input::{Input, Typed};
use crate::peers::json_structs;
use crate::rounds::{Contender, Race};

/// One race for each input.
pub fn races(setting: &Setting) -> Result<Vec<Race<'_>>, Box<dyn Error>> {
    let mut races = Vec::new();
    for input in &setting.inputs {
        races.push(match &input.message {
            Typed::Question(message) => race::<_, json_structs::Saldoverzoek>(&**message, input)?,
            Typed::Answer(message) => race::<_, json_structs::SaldoverzoekAntwoord>(&**message, input)?,
        });
    }
    Ok(races)
}

fn race<'a, T, P>(message: &'a T, input: &'a Input) -> Result<Race<'a>, Box<dyn Error>>
where
    T: Message,
    P: Serialize + DeserializeOwned + 'a,
{
    let (bytes, layout) = (input.json.len(), input.layout);
    let plain: P = serde_json::from_str(&input.json)?;
    let write = move || match layout {
        Layout::Compact => serde_json::to_string(&plain),
        Layout::Pretty => serde_json::to_string_pretty(&plain),
    };
    let contenders = vec![
        Contender::new(OURS, bytes, move || message.write(None, Format::Json, layout)),
        Contender::new("serde_json", bytes, write),
    ];
    Ok(Race { input: input.name.clone(), contenders })
}
