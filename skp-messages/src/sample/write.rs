//! From a document to text, through the writers of this crate.
//!
//! A document may be wrong on purpose, which a typed value cannot be; so it is written from its own tree. A test holds
//! what is written here to what the crate writes of the typed value.

use super::node::{Document, HEADER, MESSAGE, Node, Record, Scalar, Twist, kind};
use crate::shape::{Element, Kind};
use crate::write::json::JsonWriter;
use crate::write::xml::XmlWriter;
use crate::{Format, Layout};

/// Whether a message is written alone or with its header.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Form {
    /// With its header: a SOAP envelope in XML, `{ "header": …, "inhoud": … }` in JSON.
    #[default]
    Envelope,
    /// Alone.
    Bare,
}

impl Document {
    /// Writes it.
    pub(crate) fn write(&self, format: Format, layout: Layout, form: Form) -> String {
        match format {
            Format::Json => self.json(layout, form),
            Format::Xml => self.xml(layout, form),
        }
    }

    fn root(&self, part: usize) -> Option<&Record> {
        match self.node(&[part]) {
            Some(Node::Record(record)) => Some(record),
            _ => None,
        }
    }

    fn says(&self) -> &str {
        self.says_release.as_deref().unwrap_or(self.info.release.number)
    }

    fn json(&self, layout: Layout, form: Form) -> String {
        let mut writer = JsonWriter::new(layout);
        let bericht = format!("{}/{}/{}", self.info.module.id, self.says(), self.info.id);
        match form {
            Form::Bare => self.json_part(&mut writer, MESSAGE, Some(&bericht)),
            Form::Envelope => {
                writer.open('{');
                writer.member("header");
                self.json_part(&mut writer, HEADER, None);
                writer.member("inhoud");
                self.json_part(&mut writer, MESSAGE, self.says_itself.then_some(bericht.as_str()));
                writer.close('}');
            }
        }
        writer.finish().0
    }

    fn json_part(&self, writer: &mut JsonWriter, part: usize, bericht: Option<&str>) {
        writer.open('{');
        if let Some(bericht) = bericht {
            writer.text_member("bericht", bericht);
        }
        if let Some(record) = self.root(part) {
            json_elements(writer, record);
        }
        writer.close('}');
    }

    fn xml(&self, layout: Layout, form: Form) -> String {
        let mut writer = XmlWriter::new(layout);
        let namespace = format!("urn:x-skp:{}:{}", self.info.module.id, self.says());
        if form == Form::Envelope {
            writer.open("soap:Envelope", " xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"");
            writer.open("soap:Header", "");
            self.xml_part(&mut writer, HEADER, "Berichtheader", "urn:x-skp:bericht:2.0");
            writer.close("soap:Header");
            writer.open("soap:Body", "");
        }
        self.xml_part(&mut writer, MESSAGE, self.info.id, &namespace);
        if form == Form::Envelope {
            writer.close("soap:Body");
            writer.close("soap:Envelope");
        }
        writer.finish().0
    }

    fn xml_part(&self, writer: &mut XmlWriter, part: usize, name: &str, namespace: &str) {
        writer.open(name, &format!(" xmlns=\"{namespace}\""));
        if let Some(record) = self.root(part) {
            xml_elements(writer, record);
        }
        writer.close(name);
    }
}

/// The elements that are there, in the order in which they are written.
fn written(record: &Record) -> Vec<(&'static Element, &Node)> {
    let mut order: Vec<usize> = (0..record.slots.len()).collect();
    match record.twist {
        Some(Twist::Twice(index)) => order.insert(index, index),
        Some(Twist::Swapped(first, second)) if first.max(second) < order.len() => order.swap(first, second),
        _ => {}
    }
    let there = |index: usize| Some((record.shape.elements.get(index)?, record.slots.get(index)?.node.as_ref()?));
    order.into_iter().filter_map(there).collect()
}

fn stranger(record: &Record) -> Option<(&'static str, &'static str, &str)> {
    match &record.twist {
        Some(Twist::Stranger(name, json, text)) => Some((name, json, text)),
        _ => None,
    }
}

fn json_elements(writer: &mut JsonWriter, record: &Record) {
    for (element, node) in written(record) {
        writer.member(element.json);
        json_node(writer, element, node);
    }
    if let Some((_, json, text)) = stranger(record) {
        writer.text_member(json, text);
    }
}

fn json_node(writer: &mut JsonWriter, element: &'static Element, node: &Node) {
    match node {
        Node::Scalar(scalar) => {
            let kind = kind(element);
            let text = scalar.text(kind);
            if matches!(kind, Kind::Integer | Kind::Boolean) || matches!(scalar, Scalar::Misfit(_)) {
                writer.bare(&text);
            } else {
                writer.text(&text);
            }
        }
        Node::Record(record) => {
            writer.open('{');
            json_elements(writer, record);
            writer.close('}');
        }
        Node::List(items) => {
            writer.open('[');
            for item in items.iter().filter_map(|item| item.node.as_ref()) {
                writer.item();
                json_node(writer, element, item);
            }
            writer.close(']');
        }
    }
}

fn xml_elements(writer: &mut XmlWriter, record: &Record) {
    for (element, node) in written(record) {
        xml_element(writer, element, element.name, node);
    }
    if let Some((name, _, text)) = stranger(record) {
        writer.open(name, "");
        writer.text(text);
        writer.close(name);
    }
}

fn xml_element(writer: &mut XmlWriter, element: &'static Element, name: &str, node: &Node) {
    writer.open(name, "");
    match node {
        Node::Scalar(scalar) => writer.text(&scalar.text(kind(element))),
        Node::Record(record) => xml_elements(writer, record),
        Node::List(items) => {
            for item in items.iter().filter_map(|item| item.node.as_ref()) {
                xml_element(writer, element, element.item.unwrap_or_default(), item);
            }
        }
    }
    writer.close(name);
}
