//! Messages with mistakes. We give a report with every mistake; the peers see none and give the message.

use std::error::Error;

use skp_messages::schuldregeling::v2_0::{Message, SaldoverzoekAntwoord};
use skp_messages::{Format, Report};

use super::{OURS, Setting};
use crate::mistakes::Mistaken;
use crate::peers::{json_structs, quick_xml_serde, xml_structs};
use crate::rounds::{Contender, Race};

/// One race for each message and format.
pub fn races(setting: &Setting) -> Result<Vec<Race<'_>>, Box<dyn Error>> {
    Ok(setting.mistaken.iter().flat_map(|mistaken| [xml(mistaken), json(mistaken)]).collect())
}

fn xml(mistaken: &Mistaken) -> Race<'_> {
    let bytes = mistaken.xml.as_bytes();
    let contenders = vec![
        Contender::new(OURS, bytes.len(), || report(SaldoverzoekAntwoord::from_xml(bytes))),
        Contender::new("quick-xml serde", bytes.len(), || {
            quick_xml_serde::read::<xml_structs::SaldoverzoekAntwoord>(bytes)
        }),
    ];
    Race { input: name(Format::Xml, mistaken), contenders }
}

fn json(mistaken: &Mistaken) -> Race<'_> {
    let bytes = mistaken.json.as_bytes();
    let contenders = vec![
        Contender::new(OURS, bytes.len(), || report(SaldoverzoekAntwoord::from_json(bytes))),
        Contender::new("serde_json typed", bytes.len(), || {
            serde_json::from_slice::<json_structs::SaldoverzoekAntwoord>(bytes)
        }),
    ];
    Race { input: name(Format::Json, mistaken), contenders }
}

fn name(format: Format, mistaken: &Mistaken) -> String {
    let plural = if mistaken.mistakes == 1 { "" } else { "s" };
    format!("{format}, {} mistake{plural} in 12 claims", mistaken.mistakes)
}

/// The report that is expected here.
fn report(read: Result<SaldoverzoekAntwoord, Report>) -> Result<Report, &'static str> {
    read.err().ok_or("the mistake was not found")
}
