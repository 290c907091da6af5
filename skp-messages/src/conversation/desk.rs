//! Making the findings of one message: with its path, what was found and what was expected.

use super::content::{Elements, Read};
use crate::Limits;
use crate::api::AnyMessage;
use crate::bericht::v2_0::Berichtheader;
use crate::codec::Composite;
use crate::finding::{Expected, Finding, Found, Path, PathStep, Reason, Report, Root};
use crate::shape::{MessageInfo, Rule, Shape};
use crate::tree;

/// A message that came in, with its header.
pub(super) struct Incoming<'m> {
    pub(super) info: &'static MessageInfo,
    pub(super) header: &'m Berichtheader,
    pub(super) message: &'m dyn AnyMessage,
    pub(super) body: Elements,
    head: Elements,
}

impl<'m> Incoming<'m> {
    pub(super) fn new(info: &'static MessageInfo, header: &'m Berichtheader, message: &'m dyn AnyMessage) -> Self {
        let head = Elements::new(tree::of_value(header), Berichtheader::SHAPE);
        Self { info, header, message, body: Elements::new(message.tree(), info.shape), head }
    }

    /// The role in which the sender sends.
    pub(super) fn role(&self) -> &str {
        self.header.afzender_type.as_str()
    }

    /// Whether one of these roles is the sender's. A kredietbank may send what an SHV2 may.
    pub(super) fn is_by(&self, roles: &[&str]) -> bool {
        roles.contains(&self.role()) || (self.role() == "KB" && roles.contains(&"SHV2"))
    }
}

/// The report on one message.
pub(super) struct Desk<'m, 'i> {
    pub(super) report: Report,
    pub(super) incoming: &'i Incoming<'m>,
}

impl<'m, 'i> Desk<'m, 'i> {
    pub(super) fn new(incoming: &'i Incoming<'m>) -> Self {
        let mut report = Report { message: Some(incoming.info), ..Report::default() };
        report.counts.messages = 1;
        Self { report, incoming }
    }

    /// Counts a rule as checked and gives its finding, about a field of the header, when it does not hold.
    pub(super) fn header(
        &mut self,
        rule: &'static Rule,
        holds: bool,
        name: &'static str,
        expected: impl FnOnce() -> Expected,
    ) {
        self.report.counts.rules += 1;
        if !holds {
            let read = self.incoming.head.text(name);
            let path = path(Root::Header, Berichtheader::SHAPE, None, name);
            self.add(rule, path, read, expected());
        }
    }

    /// As [`Desk::header`], about an element of the message that was read.
    pub(super) fn body(
        &mut self,
        rule: &'static Rule,
        holds: bool,
        name: &'static str,
        read: Read,
        expected: impl FnOnce() -> Expected,
    ) {
        self.item(rule, holds, None, name, read, expected);
    }

    /// As [`Desk::body`], about an element of an item of a list.
    pub(super) fn item(
        &mut self,
        rule: &'static Rule,
        holds: bool,
        list: Option<&'static str>,
        name: &'static str,
        read: Read,
        expected: impl FnOnce() -> Expected,
    ) {
        self.report.counts.rules += 1;
        if !holds {
            let info = self.incoming.info;
            let list = list.zip(read.item);
            let path = path(Root::Message(info.id, true), info.shape, list, name);
            self.add(rule, path, Some(read), expected());
        }
    }

    /// Notes that a rule could not be checked.
    pub(super) fn skip(&mut self, rule: &'static Rule, reason: Reason) {
        self.report.skip(rule, reason);
    }

    fn add(&mut self, rule: &'static Rule, path: Path, read: Option<Read>, expected: Expected) {
        let mut finding = Finding::new(rule, path).expect(expected);
        finding.found = read.map(|read| Found::new(&read.text, read.privacy));
        self.report.add(finding, Limits::default().findings);
    }
}

/// The path to an element, of an item of a list when there is one.
fn path(root: Root, shape: &'static Shape, list: Option<(&'static str, usize)>, name: &'static str) -> Path {
    let element = |shape: &'static Shape, name: &str| shape.elements.iter().find(|element| element.name == name);
    let mut path = Path::root(root);
    let mut shape = Some(shape);
    if let Some((list, item)) = list {
        let found = shape.and_then(|shape| element(shape, list));
        let json = found.map_or(list, |found| found.json);
        let name_of_item = found.and_then(|found| found.item).unwrap_or_default();
        path.steps.push(PathStep { name: list.into(), json: json.into(), item: Some((name_of_item, item)) });
        shape = found.and_then(|found| match found.ty {
            crate::shape::Type::Composite(shape) => Some(shape),
            _ => None,
        });
    }
    let json = shape.and_then(|shape| element(shape, name)).map_or(name, |found| found.json);
    path.steps.push(PathStep { name: name.into(), json: json.into(), item: None });
    path
}

/// What is expected, said in both languages.
pub(super) fn said(nl: impl Into<String>, en: impl Into<String>) -> Expected {
    Expected::Said { nl: nl.into(), en: en.into() }
}
