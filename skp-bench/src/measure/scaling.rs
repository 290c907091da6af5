//! Whether a large message is as fast as a small one, byte for byte. Both contenders are ours.

use std::error::Error;

use skp_messages::Format;
use skp_messages::schuldregeling::v2_0::{Message, SaldoverzoekAntwoord};

use super::Setting;
use crate::input::{Input, Typed};
use crate::rounds::{Contender, Race};

/// Makes a contender of an input.
type Make = for<'a> fn(&'static str, &'a Input) -> Contender<'a>;

/// One race for each format and direction. The large message comes first, as the one that is judged.
pub fn races(setting: &Setting) -> Result<Vec<Race<'_>>, Box<dyn Error>> {
    let (large, small) = (setting.compact("5,000 claims")?, setting.compact("12 claims")?);
    let kinds: [(&str, Make); 4] =
        [("XML read", read_xml), ("JSON read", read_json), ("XML write", write_xml), ("JSON write", write_json)];
    let race = |(input, contender): (&str, Make)| Race {
        input: input.to_owned(),
        contenders: vec![contender("5,000 claims", large), contender("12 claims", small)],
    };
    Ok(kinds.into_iter().map(race).collect())
}

fn read_xml<'a>(name: &'static str, input: &'a Input) -> Contender<'a> {
    let bytes = input.xml.as_bytes();
    Contender::new(name, bytes.len(), || SaldoverzoekAntwoord::from_xml(bytes))
}

fn read_json<'a>(name: &'static str, input: &'a Input) -> Contender<'a> {
    let bytes = input.json.as_bytes();
    Contender::new(name, bytes.len(), || SaldoverzoekAntwoord::from_json(bytes))
}

fn write_xml<'a>(name: &'static str, input: &'a Input) -> Contender<'a> {
    Contender::new(name, input.xml.len(), || write(input, Format::Xml))
}

fn write_json<'a>(name: &'static str, input: &'a Input) -> Contender<'a> {
    Contender::new(name, input.json.len(), || write(input, Format::Json))
}

fn write(input: &Input, format: Format) -> Result<String, String> {
    match &input.message {
        Typed::Answer(answer) => answer.write(None, format, input.layout).map_err(|report| report.to_string()),
        Typed::Question(_) => Err("not an answer".to_owned()),
    }
}
