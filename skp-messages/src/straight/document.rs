//! An XML document with a message: the declaration, the root element, and a SOAP 1.1 envelope.

use super::xml::XmlDecoder;
use super::{Job, Message, header, names};
use crate::Format;
use crate::bericht::v2_0::Berichtheader;
use crate::check::any::AnyDecoder;
use crate::check::careful::Outcome;
use crate::check::envelope::{HEADER, SOAP};
use crate::codec::Composite;
use crate::shape::MessageInfo;

/// The declarations that nearly everybody writes.
const DECLARATIONS: [&str; 8] = [
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
    "<?xml version=\"1.0\" encoding=\"utf-8\"?>",
    "<?xml version='1.0' encoding='UTF-8'?>",
    "<?xml version='1.0' encoding='utf-8'?>",
    "<?xml version=\"1.0\"?>",
    "<?xml version='1.0'?>",
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>",
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>",
];
/// No name, prefix or namespace of the standard or of SOAP is longer.
const LONGEST: usize = 100;

/// Reads a document.
pub(super) fn read<V>(text: &str, job: &Job<'_, V>) -> Option<Outcome<V>> {
    let mut xml = XmlDecoder::new(text, &job.options.limits, Berichtheader::SHAPE);
    DECLARATIONS.iter().find_map(|declaration| xml.eat(declaration));
    xml.space();
    xml.eat("<")?;
    let name = xml.until(' ', LONGEST)?;
    let (message, value) = match name.strip_suffix(":Envelope") {
        None => {
            let info = message(name, &mut xml, job)?;
            let mut message = job.message(info, None, Format::Xml);
            let value = body(&mut message, &mut xml, job)?;
            (message, value)
        }
        Some(prefix) => envelope(prefix, &mut xml, job)?,
    };
    xml.space();
    if xml.left() > 0 {
        return None;
    }
    job.outcome(message, value, true, &xml.budget)
}

/// The message of a root element whose name was gone over; goes over the rest of its start tag.
fn message<V>(name: &str, xml: &mut XmlDecoder<'_>, job: &Job<'_, V>) -> Option<&'static MessageInfo> {
    xml.eat("xmlns=\"")?;
    let namespace = xml.until('"', LONGEST)?;
    xml.eat(">")?;
    job.wanted(|message| message.id == name && message.release.namespace == namespace)
}

/// Reads what is in the root element of a message, and over its end.
fn body<V>(message: &mut Message, xml: &mut XmlDecoder<'_>, job: &Job<'_, V>) -> Option<V> {
    xml.begin(message.info.shape);
    let value = job.content(message, &mut AnyDecoder::Xml(xml))?;
    xml.end(message.info.id)?;
    Some(value)
}

/// Reads what follows the name of the envelope.
fn envelope<V>(prefix: &str, xml: &mut XmlDecoder<'_>, job: &Job<'_, V>) -> Option<(Message, V)> {
    let plain = prefix.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'-');
    if !plain || !prefix.starts_with(|first: char| first.is_ascii_alphabetic()) || prefix.starts_with("xml") {
        return None;
    }
    let close = |xml: &mut XmlDecoder<'_>, name: &str| {
        xml.space();
        for part in ["</", prefix, ":", name, ">"] {
            xml.eat(part)?;
        }
        Some(())
    };
    let open = |xml: &mut XmlDecoder<'_>, name: &str| {
        xml.space();
        for part in ["<", prefix, ":", name, ">"] {
            xml.eat(part)?;
        }
        Some(())
    };
    for part in ["xmlns:", prefix, "=\"", SOAP, "\">"] {
        xml.eat(part)?;
    }
    open(xml, "Header")?;
    xml.space();
    for part in ["<Berichtheader xmlns=\"", HEADER, "\">"] {
        xml.eat(part)?;
    }
    xml.begin(Berichtheader::SHAPE);
    let header = header(&mut AnyDecoder::Xml(xml))?;
    xml.end("Berichtheader")?;
    close(xml, "Header")?;
    open(xml, "Body")?;
    xml.space();
    xml.eat("<")?;
    let name = xml.until(' ', LONGEST)?;
    let info = message(name, xml, job).filter(|info| names(&header, info))?;
    let mut message = job.message(info, Some(header), Format::Xml);
    let value = body(&mut message, xml, job)?;
    close(xml, "Body")?;
    close(xml, "Envelope")?;
    Some((message, value))
}
