//! Messages to files of the portal: the question columns of a question and the answer columns of its answer.
//!
//! What a layout has no column for is not in the file; it is named, and nothing else is lost silently. A cell that a
//! spreadsheet would run as a formula gets an apostrophe.

use std::collections::{BTreeSet, HashSet};

use super::check::{self, SIZE};
use super::layout::{Column, Kind, Layout, Role};
use super::markup;
use super::reader::{escaped, join, write_row};
use crate::read::xml;
use crate::shape::{self, Shape, Type};
use crate::tree::{Content, NodeId, Tree};
use crate::{Limits, Received};

/// A question and its answer, as rows of a file.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'m> {
    /// The ConversatieReferentienummer.
    pub conversation: &'m str,
    /// The Referentienummer of the question.
    pub reference: &'m str,
    /// The name of the sender of the question.
    pub sender: &'m str,
    /// The question.
    pub question: Option<&'m Received>,
    /// The answer; without one the answer columns are empty, for a schuldeiser to fill in.
    pub answer: Option<&'m Received>,
}

/// Files, and what is not in them.
#[derive(Default)]
pub struct Written {
    /// The files, each at most 4 MB; a conversation is never split over two.
    pub files: Vec<String>,
    /// What the layout cannot carry: the number of the entry, counted from 0, and the element.
    pub losses: BTreeSet<(usize, String)>,
}

/// Writes entries in a layout. A message that is no question or answer of the layout is a loss as a whole.
#[must_use]
pub fn write(layout: &'static Layout, entries: &[Entry<'_>]) -> Written {
    let mut written = Written::default();
    let mut header = String::from("\u{feff}");
    write_row(&mut header, layout.columns.iter().map(|column| column.name));
    let mut text = header.clone();
    for (number, entry) in entries.iter().enumerate() {
        let mut rows = String::new();
        for row in self::rows(layout, entry, number, &mut written.losses) {
            write_row(&mut rows, row.iter().map(String::as_str));
        }
        if text.len() > header.len() && text.len() + rows.len() > SIZE {
            written.files.push(std::mem::replace(&mut text, header.clone()));
        }
        text.push_str(&rows);
    }
    written.files.push(text);
    written
}

/// A message as a tree, with what was taken from it.
struct Source<'t> {
    tree: Tree<'t>,
    shape: &'static Shape,
    taken: HashSet<u32>,
}

impl Source<'_> {
    fn find(&self, from: NodeId, path: &[&str]) -> Option<NodeId> {
        path.iter().try_fold(from, |node, name| self.tree.child(node, name))
    }

    fn text(&mut self, node: Option<NodeId>) -> &str {
        let Some((id, node)) = node.and_then(|id| Some((id, self.tree.node(id)?))) else { return "" };
        self.taken.insert(id.0);
        if let Content::Mixed(text) = &node.content { text } else { "" }
    }

    fn items(&self, list: &str) -> Vec<NodeId> {
        let wrapper = self.tree.child(Tree::ROOT, list);
        wrapper.map(|wrapper| self.tree.children(wrapper).map(|(id, _)| id).collect()).unwrap_or_default()
    }

    /// A column's cell; `path` begins at `from`, `full` at the message.
    fn cell(&mut self, column: &Column, from: NodeId, path: &[&str]) -> String {
        match (column.kind, column.parts) {
            (Kind::Composite, parts) => {
                let node = self.find(from, path);
                let texts: Vec<String> = parts.iter().map(|part| self.one(column, node, &[part])).collect();
                if texts.iter().all(String::is_empty) { String::new() } else { join(&texts) }
            }
            (Kind::List, parts) => {
                let list = path.first().copied().unwrap_or_default();
                let rest = path.get(1..).unwrap_or_default();
                let items = self.items(list).into_iter().map(|item| {
                    if parts.is_empty() {
                        return escaped(&self.one(column, Some(item), rest), '|');
                    }
                    let parts = parts.iter().map(|part| {
                        self.one(column, Some(item), &[part])
                            .replace('\\', "\\\\")
                            .replace('/', "\\/")
                            .replace('|', "\\|")
                    });
                    parts.collect::<Vec<_>>().join("/")
                });
                items.collect::<Vec<_>>().join("|")
            }
            _ => self.one(column, Some(from), path),
        }
    }

    /// One value as a cell has it.
    fn one(&mut self, column: &Column, from: Option<NodeId>, path: &[&str]) -> String {
        let part = if column.parts.is_empty() { None } else { path.last().copied() };
        let ty = markup::element(self.shape, column.element.split('.').chain(part)).map(|element| element.ty);
        let node = from.and_then(|from| self.find(from, path));
        let text = self.text(node).to_owned();
        let kind = if let Some(Type::Simple(simple)) = ty { simple.kind } else { shape::Kind::Text };
        match kind {
            shape::Kind::Date => text.split('-').rev().collect::<Vec<_>>().join("-"),
            shape::Kind::Amount | shape::Kind::Percentage => text.replace('.', ","),
            shape::Kind::Boolean if text == "true" => "Ja".to_owned(),
            shape::Kind::Boolean => {
                // Empty is read as absent, so a plain no is lost.
                if let Some(node) = node {
                    self.taken.remove(&node.0);
                }
                String::new()
            }
            _ => column.codes.iter().find(|(_, code)| *code == text).map_or(text, |&(cell, _)| cell.to_owned()),
        }
    }

    /// The elements with a value that was not taken.
    fn left(&self) -> Vec<String> {
        let mut left = Vec::new();
        let mut open = vec![(Tree::ROOT, String::new())];
        while let Some((id, path)) = open.pop() {
            let mut leaf = true;
            for (child, node) in self.tree.children(id) {
                leaf = false;
                let path = if path.is_empty() { node.name.to_string() } else { format!("{path}.{}", node.name) };
                open.push((child, path));
            }
            if leaf && !self.taken.contains(&id.0) {
                left.push(path);
            }
        }
        left
    }
}

fn source<'t>(layout: &Layout, received: &Received, text: &'t str) -> Option<Source<'t>> {
    let info = received.info();
    let known = check::message(layout, info.id).is_some_and(|known| std::ptr::eq(known, info));
    let tree = xml::read(text, &Limits::default()).ok().filter(|_| known)?;
    Some(Source { tree, shape: info.shape, taken: HashSet::new() })
}

/// The message itself as XML, without its header.
fn text(received: Option<&Received>) -> String {
    received.and_then(|received| received.bare().ok()).unwrap_or_default()
}

fn rows(
    layout: &'static Layout,
    entry: &Entry<'_>,
    number: usize,
    losses: &mut BTreeSet<(usize, String)>,
) -> Vec<Vec<String>> {
    let texts = (text(entry.question), text(entry.answer));
    let mut question = entry.question.and_then(|received| source(layout, received, &texts.0));
    let mut answer = entry.answer.and_then(|received| source(layout, received, &texts.1));
    question = question.filter(|_| entry.question.is_some_and(|received| received.info().id == layout.question));
    answer = answer.filter(|_| entry.answer.is_some_and(|received| layout.answers.contains(&received.info().id)));
    for (given, read) in [(entry.question, question.is_some()), (entry.answer, answer.is_some())] {
        if let Some(received) = given.filter(|_| !read) {
            losses.insert((number, received.info().id.to_owned()));
        }
    }
    let id = entry.answer.map_or("", |received| received.info().id);
    let claims = claims(layout, question.as_ref(), answer.as_ref());
    let mut rows = Vec::new();
    for (list, item) in claims {
        let mut row = Vec::new();
        for column in layout.columns {
            row.push(cell(column, entry, id, (list, item), &mut question, &mut answer));
        }
        rows.push(row);
    }
    for source in [question, answer].iter().flatten() {
        losses.extend(source.left().into_iter().map(|path| (number, path)));
    }
    rows
}

/// The rows: one for each claim, and one when there is none; each with its list and the item in it.
fn claims(
    layout: &'static Layout,
    question: Option<&Source<'_>>,
    answer: Option<&Source<'_>>,
) -> Vec<(&'static str, Option<NodeId>)> {
    let mut claims = Vec::new();
    let of_question = layout.columns.iter().any(|column| column.question && column.role == Role::Claim);
    if of_question {
        let items = question.map(|question| question.items("Vorderingen")).unwrap_or_default();
        claims.extend(items.into_iter().map(|item| ("Vorderingen", Some(item))));
    } else if let Some(answer) = answer {
        let mut lists: Vec<&str> = layout.columns.iter().map(|column| column.list).collect();
        lists.dedup();
        for list in lists.into_iter().filter(|list| !list.is_empty()) {
            claims.extend(answer.items(list).into_iter().map(|item| (list, Some(item))));
        }
    }
    if claims.is_empty() {
        claims.push(("", None));
    }
    claims
}

fn cell(
    column: &'static Column,
    entry: &Entry<'_>,
    id: &str,
    (list, item): (&'static str, Option<NodeId>),
    question: &mut Option<Source<'_>>,
    answer: &mut Option<Source<'_>>,
) -> String {
    let path: Vec<&str> = column.element.split('.').collect();
    let rest = path.get(1..).unwrap_or_default();
    let of_question = |source: &mut Option<Source<'_>>| {
        let Some(source) = source else { return String::new() };
        match item.filter(|_| path.first() == Some(&"Vorderingen") && column.kind != Kind::List) {
            Some(item) => source.cell(column, item, rest),
            None => source.cell(column, Tree::ROOT, &path),
        }
    };
    let refused = id == "GeenMedewerking";
    match column.role {
        Role::Conversation => entry.conversation.to_owned(),
        Role::Reference => entry.reference.to_owned(),
        Role::Sender => entry.sender.to_owned(),
        Role::Client | Role::Copied => {
            let asked = of_question(question);
            let given = answer.as_mut().map(|answer| answer.cell(column, Tree::ROOT, &path)).unwrap_or_default();
            if given.is_empty() { asked } else { given }
        }
        _ if column.question => of_question(question),
        Role::UnknownClient | Role::Refusal if refused => {
            let Some(answer) = answer else { return String::new() };
            let reason = answer.find(Tree::ROOT, &["Reden"]);
            let text = answer.text(reason).to_owned();
            match (text.as_str(), column.role) {
                ("KLANT_ONBEKEND", Role::UnknownClient) => "Ja".to_owned(),
                ("KLANT_ONBEKEND", _) => String::new(),
                (_, Role::Refusal) => text,
                _ => {
                    // Taken only where there is a column for it.
                    if let Some(reason) = reason {
                        answer.taken.remove(&reason.0);
                    }
                    String::new()
                }
            }
        }
        Role::UnknownClient | Role::Refusal => String::new(),
        Role::Agreed => if id == "SaldoverzoekAntwoordVoorafAkkoord" { "Ja" } else { "" }.to_owned(),
        Role::Kind => column.codes.iter().find(|(_, code)| *code == list).map_or("", |&(cell, _)| cell).to_owned(),
        Role::Claim => {
            let (Some(item), Some(answer)) = (item, answer) else { return String::new() };
            answer.one(column, Some(item), &["FactuurnummerSE"])
        }
        _ if refused && column.element == "Toelichting" => String::new(),
        _ if column.list.is_empty() => {
            answer.as_mut().map(|answer| answer.cell(column, Tree::ROOT, &path)).unwrap_or_default()
        }
        _ if column.list != list => String::new(),
        _ => {
            let Some(answer) = answer else { return String::new() };
            let own = match question {
                // The claims of a proposal are those of the question; the answer names them by their number.
                Some(question)
                    if entry.answer.is_some_and(|received| received.info().id == "BetaalvoorstelAntwoord") =>
                {
                    let asked = item.and_then(|item| question.find(item, &["FactuurnummerSE"]));
                    let claim = question.text(asked).to_owned();
                    let items = answer.items("Vorderingen");
                    items.into_iter().find(|&item| {
                        let given = answer.find(item, &["FactuurnummerSE"]);
                        answer.text(given) == claim
                    })
                }
                _ => item,
            };
            own.map(|own| answer.cell(column, own, rest)).unwrap_or_default()
        }
    }
}
