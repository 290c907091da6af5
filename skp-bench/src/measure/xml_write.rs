//! Writing XML.

use std::error::Error;

use serde::{Serialize, de::DeserializeOwned};
use skp_messages::Format;
use skp_messages::schuldregeling::v2_0::Message;

use super::{OURS, Setting};
use crate::input::{Input, Typed};
use crate::peers::{quick_xml_serde, xml_structs};
use crate::rounds::{Contender, Race};

/// One race for each input.
pub fn races(setting: &Setting) -> Result<Vec<Race<'_>>, Box<dyn Error>> {
    let mut races = Vec::new();
    for input in &setting.inputs {
        races.push(match &input.message {
            Typed::Question(message) => race::<_, xml_structs::Saldoverzoek>(&**message, input)?,
            Typed::Answer(message) => race::<_, xml_structs::SaldoverzoekAntwoord>(&**message, input)?,
        });
    }
    Ok(races)
}

fn race<'a, T, P>(message: &'a T, input: &'a Input) -> Result<Race<'a>, Box<dyn Error>>
where
    T: Message,
    P: Serialize + DeserializeOwned + 'a,
{
    let (bytes, layout) = (input.xml.len(), input.layout);
    let plain: P = quick_xml_serde::read(input.xml.as_bytes())?;
    let contenders = vec![
        Contender::new(OURS, bytes, move || message.write(None, Format::Xml, layout)),
        Contender::new("quick-xml serde", bytes, move || quick_xml_serde::write(&plain, layout)),
    ];
    Ok(Race { input: input.name.clone(), contenders })
}
