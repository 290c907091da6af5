//! Content to text and back: XML is read with the tables in hand; both formats are written in several manners that mean the
//! same.

use std::fmt::Write;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use skp_messages::catalogue;
use skp_messages::sample::Form;
use skp_messages::shape::{Element, MessageInfo, Shape, Type};

use super::content::{Content, Literal, Node, Value};

/// How a message is written. All of them mean the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// Nothing more than needed.
    Plain,
    /// With white space between the elements.
    Spaced,
    /// Every character of a value as a reference or an escape.
    Escaped,
    /// XML with a prefix and comments; JSON with its members the other way round.
    Strange,
}

/// Every manner.
pub const MANNERS: [Manner; 4] = [Manner::Plain, Manner::Spaced, Manner::Escaped, Manner::Strange];

/// An element as XML has it.
#[derive(Default)]
struct Raw {
    name: String,
    text: String,
    children: Vec<Raw>,
}

/// The content of a message in XML; nothing when it has elements that its table does not have.
#[must_use]
pub fn read_xml(text: &str, info: &'static MessageInfo) -> Option<Content> {
    let root = raw(text)?;
    let inside = |name: &str| root.children.iter().find(|child| child.name == name)?.children.first();
    let (form, header, message) = if root.name == "Envelope" {
        (Form::Envelope, part(inside("Header")?, catalogue::header())?, part(inside("Body")?, info.shape)?)
    } else {
        (Form::Bare, Vec::new(), part(&root, info.shape)?)
    };
    let node = |name: &str, json: &str, value: Vec<Node>| Node {
        name: name.to_owned(),
        json: json.to_owned(),
        value: Value::Part(value),
        attribute: "",
        row: None,
    };
    let parts = [node("Berichtheader", "header", header), node(info.id, "inhoud", message)];
    Some(Content { info, release: info.release.number.to_owned(), id: info.id.to_owned(), form, parts })
}

fn raw(text: &str) -> Option<Raw> {
    let mut reader = Reader::from_str(text);
    let mut open = vec![Raw::default()];
    let begin = |start: &BytesStart<'_>| Raw { name: start.local_name().as_ref().to_owned(), ..Raw::default() };
    loop {
        match reader.read_event().ok()? {
            Event::Start(start) => open.push(begin(&start)),
            Event::Empty(start) => open.last_mut()?.children.push(begin(&start)),
            Event::End(_) => {
                let done = open.pop()?;
                open.last_mut()?.children.push(done);
            }
            Event::Text(text) => open.last_mut()?.text.push_str(&text.xml10_content()),
            Event::CData(text) => open.last_mut()?.text.push_str(&text.xml10_content()),
            Event::GeneralRef(reference) => {
                let character = reference.resolve_char_ref().ok()?.or_else(|| named(&reference))?;
                open.last_mut()?.text.push(character);
            }
            Event::Eof => break,
            _ => {}
        }
    }
    open.pop()?.children.into_iter().next()
}

/// The character of a name that XML knows by itself.
fn named(name: &str) -> Option<char> {
    let names = [("amp", '&'), ("lt", '<'), ("gt", '>'), ("quot", '"'), ("apos", '\'')];
    names.into_iter().find(|(known, _)| *known == name).map(|(_, character)| character)
}

fn part(raw: &Raw, shape: &'static Shape) -> Option<Vec<Node>> {
    raw.children.iter().map(|child| element(child, shape)).collect()
}

fn element(raw: &Raw, shape: &'static Shape) -> Option<Node> {
    let row = shape.elements.iter().find(|element| element.name == raw.name)?;
    let value = match row.item {
        Some(item) => {
            let item = |child: &Raw| {
                let value = (child.name == item).then(|| value(child, row))??;
                Some(Node { name: item.to_owned(), json: String::new(), value, attribute: "", row: Some(row) })
            };
            Value::List(raw.children.iter().map(item).collect::<Option<_>>()?)
        }
        None => value(raw, row)?,
    };
    Some(Node { name: row.name.to_owned(), json: row.json.to_owned(), value, attribute: "", row: Some(row) })
}

fn value(raw: &Raw, row: &'static Element) -> Option<Value> {
    match row.ty {
        Type::Composite(shape) => part(raw, shape).map(Value::Part),
        ty => raw.children.is_empty().then(|| Value::Text(raw.text.clone(), Literal::of(ty))),
    }
}

/// The message in JSON.
#[must_use]
pub fn json(content: &Content, manner: Manner) -> String {
    let mut out = String::new();
    let [header, message] = &content.parts;
    let bericht = Node {
        name: String::new(),
        json: "bericht".to_owned(),
        value: Value::Text(format!("{}/{}/{}", content.info.module.id, content.release, content.id), Literal::String),
        attribute: "",
        row: None,
    };
    if content.form == Form::Bare {
        let mut members = vec![bericht];
        members.extend_from_slice(message.children());
        json_value(&mut out, &Value::Part(members), manner);
    } else {
        json_value(&mut out, &Value::Part(vec![header.clone(), message.clone()]), manner);
    }
    out
}

fn json_value(out: &mut String, value: &Value, manner: Manner) {
    let gap = if manner == Manner::Spaced { " \n\t" } else { "" };
    match value {
        Value::Nil => out.push_str("null"),
        Value::Text(text, Literal::Number) if is_number(text) => out.push_str(text),
        Value::Text(text, Literal::Boolean) if text == "true" || text == "false" => out.push_str(text),
        Value::Text(text, _) => json_text(out, text, manner),
        Value::List(items) => {
            out.push('[');
            for (number, item) in items.iter().enumerate() {
                out.push_str(if number > 0 { "," } else { "" });
                out.push_str(gap);
                json_value(out, &item.value, manner);
            }
            out.push_str(gap);
            out.push(']');
        }
        Value::Part(members) => {
            let mut members: Vec<&Node> = members.iter().collect();
            if manner == Manner::Strange {
                members.reverse();
            }
            out.push('{');
            for (number, member) in members.into_iter().enumerate() {
                out.push_str(if number > 0 { "," } else { "" });
                out.push_str(gap);
                json_text(out, &member.json, Manner::Plain);
                out.push_str(gap);
                out.push(':');
                json_value(out, &member.value, manner);
            }
            out.push_str(gap);
            out.push('}');
        }
    }
}

fn json_text(out: &mut String, text: &str, manner: Manner) {
    if manner != Manner::Escaped {
        out.push_str(&serde_json::Value::from(text).to_string());
        return;
    }
    out.push('"');
    for unit in text.encode_utf16() {
        let _ = write!(out, "\\u{unit:04x}");
    }
    out.push('"');
}

/// Whether JSON reads a text as a number.
fn is_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let text = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = text.split_once(['e', 'E']).map_or((text, "0"), |(before, after)| (before, after));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
    let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
    digits(whole) && (whole == "0" || !whole.starts_with('0')) && digits(fraction) && digits(exponent)
}

/// The message in XML.
#[must_use]
pub fn xml(content: &Content, manner: Manner) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    let [header, message] = &content.parts;
    let namespace = format!("urn:x-skp:{}:{}", content.info.module.id, content.release);
    if content.form == Form::Envelope {
        out.push_str("<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Header>");
        xml_root(&mut out, header, &header.name, "urn:x-skp:bericht:2.0", manner);
        out.push_str("</soap:Header><soap:Body>");
    }
    xml_root(&mut out, message, &content.id, &namespace, manner);
    if content.form == Form::Envelope {
        out.push_str("</soap:Body></soap:Envelope>");
    }
    out
}

fn xml_root(out: &mut String, node: &Node, name: &str, namespace: &str, manner: Manner) {
    let (prefix, colon) = if manner == Manner::Strange { ("b:", ":b") } else { ("", "") };
    let attribute = format!(" xmlns{colon}=\"{namespace}\"{}", node.attribute);
    xml_element(out, &Names { prefix, manner }, name, &attribute, &node.value);
}

/// How names and values are written.
struct Names {
    prefix: &'static str,
    manner: Manner,
}

fn xml_element(out: &mut String, names: &Names, name: &str, attribute: &str, value: &Value) {
    let gap = if names.manner == Manner::Spaced { "\r\n\t" } else { "" };
    let prefix = names.prefix;
    let nil = " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:nil=\"true\"";
    let nil = if matches!(value, Value::Nil) { nil } else { "" };
    let _ = write!(out, "<{prefix}{name}{attribute}{nil}>");
    match value {
        Value::Nil => {}
        Value::Text(text, _) => xml_text(out, text, names.manner),
        Value::Part(nodes) | Value::List(nodes) => {
            for node in nodes {
                out.push_str(gap);
                if names.manner == Manner::Strange {
                    out.push_str("<!-- - --><?pi?>");
                }
                xml_element(out, names, &node.name, node.attribute, &node.value);
            }
            out.push_str(gap);
        }
    }
    let _ = write!(out, "</{prefix}{name}>");
}

fn xml_text(out: &mut String, text: &str, manner: Manner) {
    if manner == Manner::Strange && !text.contains("]]>") && !text.contains('\r') {
        let _ = write!(out, "<![CDATA[{text}]]>");
        return;
    }
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            _ if manner == Manner::Escaped || character == '\r' || character < ' ' && !"\t\n".contains(character) => {
                let _ = write!(out, "&#x{:x};", u32::from(character));
            }
            _ => out.push(character),
        }
    }
}
