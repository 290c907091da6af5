//! Reading XML.

use std::error::Error;

use serde::de::DeserializeOwned;
use skp_messages::schuldregeling::v2_0::{Message, Saldoverzoek, SaldoverzoekAntwoord};

use super::{OURS, Setting, in_c};
use crate::input::{Input, Typed};
use crate::peers::{quick_xml_events, quick_xml_serde, roxmltree, xml_structs};
use crate::rounds::{Contender, Race};

/// One race for each input.
pub fn races<'a>(setting: &'a Setting) -> Result<Vec<Race<'a>>, Box<dyn Error>> {
    let race = |input: &'a Input| match &input.message {
        Typed::Question(_) => race::<Saldoverzoek, xml_structs::Saldoverzoek>(setting, input),
        Typed::Answer(_) => race::<SaldoverzoekAntwoord, xml_structs::SaldoverzoekAntwoord>(setting, input),
    };
    setting.inputs.iter().map(race).collect()
}

fn race<'a, T: Message, P: DeserializeOwned>(
    setting: &'a Setting,
    input: &'a Input,
) -> Result<Race<'a>, Box<dyn Error>> {
    let (text, bytes) = (input.xml.as_str(), input.xml.as_bytes());
    let file = setting.file(&input.name, text)?;
    let contenders = vec![
        Contender::new(OURS, bytes.len(), || T::from_xml(bytes)),
        Contender::new("quick-xml serde", bytes.len(), || quick_xml_serde::read::<P>(bytes)),
        Contender::new("quick-xml, bare events", bytes.len(), || quick_xml_events::elements(bytes)),
        Contender::new("roxmltree", bytes.len(), || roxmltree::read(text)),
        in_c("expat, bare events", bytes.len(), &setting.expat, &file),
        in_c("libxml2 + XSD", bytes.len(), &setting.libxml2, &file),
    ];
    Ok(Race { input: input.name.clone(), contenders })
}
