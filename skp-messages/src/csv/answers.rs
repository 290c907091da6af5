//! The rows of a conversation to one answer, and the rules between rows and columns.

use super::cell::Cell;
use super::check::{self, Conversation, Reading};
use super::finding::CellPlace;
use super::layout::{self, Column, Layout, Role};
use super::markup::{self, Parts};
use super::reader::Row;
use super::rules;
use crate::Options;
use crate::check::builtin;
use crate::finding::{Finding, PathStep};
use crate::shape::{MessageInfo, Rule};

/// A row with its cells read, by column of the layout.
pub(super) struct Line<'r> {
    pub row: &'r Row,
    pub cells: &'r Vec<Option<Cell>>,
}

impl Line<'_> {
    fn cell(&self, column: Option<usize>) -> Option<&Cell> {
        self.cells.get(column?)?.as_ref()
    }

    fn value(&self, column: Option<usize>) -> Option<&str> {
        self.cell(column)?.values.first().map(|(.., value)| value.as_str())
    }
}

/// Makes the answer of a conversation and checks it.
pub(super) fn conversation(
    reading: &mut Reading,
    layout: &'static Layout,
    lines: &[Line<'_>],
    options: &Options,
) -> Conversation {
    let first = lines.first();
    let text = |role| first.and_then(|line| line.value(layout.with(role))).unwrap_or_default().to_owned();
    let mut conversation = Conversation {
        reference: text(Role::Conversation),
        answers: text(Role::Reference),
        rows: lines.iter().map(|line| line.row.number).collect(),
        message: None,
    };
    same(reading, layout, lines);
    for role in [Role::Conversation, Role::Reference] {
        let empty = |line: &&Line<'_>| line.cell(layout.with(role)).is_none();
        let at = layout.with(role).and_then(|column| reading.at(column));
        for line in lines.iter().filter(empty) {
            reading.cell(&builtin::DEF_007, line.row.number, at);
        }
    }
    let rows = Rows { layout, lines };
    question(reading, &rows, options);
    let refusal = first.is_some_and(|line| {
        line.value(layout.with(Role::UnknownClient)).is_some() || line.cell(layout.with(Role::Refusal)).is_some()
    });
    let agreed = first.is_some_and(|line| line.value(layout.with(Role::Agreed)).is_some());
    let id = if refusal {
        refused(reading, layout, lines);
        layout.answers.last()
    } else {
        layout.answers.get(usize::from(agreed))
    };
    if let Some(info) = id.and_then(|id| check::message(layout, id)) {
        let (parts, places) = if refusal { refusal_parts(&rows, info) } else { answer(reading, &rows, info, agreed) };
        conversation.message = checked(reading, &rows, info, &parts, &places, false, options);
    }
    // Rows with damage in the question are not answered either.
    if lines.iter().any(|line| reading.wrong.contains(&line.row.number)) {
        conversation.message = None;
    }
    conversation
}

/// The rows of a conversation.
struct Rows<'l, 'r> {
    layout: &'static Layout,
    lines: &'l [Line<'r>],
}

/// Which row each item of a list of claims is from.
type Places = Vec<(&'static str, u32)>;

/// Whether a column has one value for the whole conversation.
fn shared(column: &Column) -> bool {
    let of_claim = column.element.starts_with("Vorderingen.") && column.kind != layout::Kind::List;
    column.list.is_empty()
        && !of_claim
        && !matches!(column.role, Role::Claim | Role::Kind | Role::Refusal | Role::AgreedOnly | Role::Agreed)
}

/// CSV-011 and CSV-013: what must be the same on all rows.
fn same(reading: &mut Reading, layout: &'static Layout, lines: &[Line<'_>]) {
    let Some((first, rest)) = lines.split_first() else { return };
    for (number, column) in layout.columns.iter().enumerate() {
        let rule: &'static Rule = match column.role {
            Role::Agreed => &rules::CSV_013,
            _ if shared(column) => &rules::CSV_011,
            _ => continue,
        };
        let Some(at) = reading.at(number) else { continue };
        let text = |line: &Line<'_>| line.row.cells.get(at).cloned().unwrap_or_default();
        for line in rest.iter().filter(|line| !text(line).eq_ignore_ascii_case(&text(first))) {
            reading.cell(rule, line.row.number, Some(at));
        }
    }
    let both = |line: &&Line<'_>| {
        line.value(layout.with(Role::UnknownClient)).is_some() && line.value(layout.with(Role::Agreed)).is_some()
    };
    for line in lines.iter().filter(both) {
        let at = layout.with(Role::Agreed).and_then(|column| reading.at(column));
        reading.cell(&rules::CSV_014, line.row.number, at);
    }
}

/// CSV-012: one row, and nothing about claims.
fn refused(reading: &mut Reading, layout: &'static Layout, lines: &[Line<'_>]) {
    for line in lines.iter().skip(1) {
        reading.cell(&rules::CSV_012, line.row.number, None);
    }
    let Some(line) = lines.first() else { return };
    for (number, column) in layout.columns.iter().enumerate() {
        let claim = !column.list.is_empty()
            || matches!(column.role, Role::Kind | Role::Claim | Role::AgreedOnly)
            || (!column.question && column.group == "Antwoord");
        if claim && line.cell(Some(number)).is_some() {
            let at = reading.at(number);
            reading.cell(&rules::CSV_012, line.row.number, at);
        }
    }
}

fn put_all(parts: &mut Parts, info: &MessageInfo, path: &[&str], cell: &Cell, claim: usize, list: bool) {
    for (part, item, value) in &cell.values {
        let path: Vec<&str> = path.iter().copied().chain(*part).collect();
        markup::put(parts, info.shape, &path, if list { *item } else { claim }, value.clone());
    }
}

fn refusal_parts(rows: &Rows<'_, '_>, info: &'static MessageInfo) -> (Parts, Places) {
    let mut parts = Parts::new();
    let Some(line) = rows.lines.first() else { return (parts, Vec::new()) };
    for (number, column) in rows.layout.columns.iter().enumerate() {
        let Some(cell) = line.cell(Some(number)) else { continue };
        match column.role {
            Role::UnknownClient if !cell.values.is_empty() => {
                markup::put(&mut parts, info.shape, &["Reden"], 0, "KLANT_ONBEKEND".to_owned());
            }
            Role::Refusal => put_all(&mut parts, info, &["Reden"], cell, 0, false),
            Role::Client => put_all(&mut parts, info, &[column.element], cell, 0, false),
            Role::Plain if !column.question && column.group == "SE-gegevens" => {
                let path: Vec<&str> = column.element.split('.').collect();
                put_all(&mut parts, info, &path, cell, 0, false);
            }
            _ => (),
        }
    }
    (parts, Vec::new())
}

fn answer(reading: &mut Reading, rows: &Rows<'_, '_>, info: &'static MessageInfo, agreed: bool) -> (Parts, Places) {
    let layout = rows.layout;
    let mut parts = Parts::new();
    let mut places = Places::new();
    for (index, line) in rows.lines.iter().enumerate() {
        let kind = layout.with(Role::Kind);
        let list = match kind {
            Some(_) => line.value(kind),
            None => layout.columns.iter().map(|column| column.list).find(|list| !list.is_empty()),
        };
        let list = list.and_then(|list| layout.columns.iter().map(|column| column.list).find(|known| *known == list));
        if kind.is_some() && line.cell(kind).is_none() {
            let at = kind.and_then(|column| reading.at(column));
            reading.cell(&rules::CSV_008, line.row.number, at);
        }
        let own = |column: &Column| Some(column.list) == list && !column.list.is_empty();
        let filled = layout.columns.iter().enumerate().any(|(at, column)| own(column) && line.cell(Some(at)).is_some());
        let item = places.iter().filter(|(known, _)| Some(*known) == list).count();
        if let Some(list) = list.filter(|_| kind.is_some() || filled) {
            places.push((list, line.row.number));
        }
        for (number, column) in layout.columns.iter().enumerate() {
            let Some(cell) = line.cell(Some(number)) else { continue };
            let path: Vec<&str> = column.element.split('.').collect();
            if !column.list.is_empty() && !own(column) {
                // With a wrong Schuldtype nothing can be said.
                if list.is_some() {
                    let at = reading.at(number);
                    reading.cell(&rules::CSV_015, line.row.number, at);
                }
            } else if own(column) {
                put_all(&mut parts, info, &path, cell, item, false);
            } else if column.role == Role::Claim {
                if let Some(list) = list.filter(|_| kind.is_some() || filled) {
                    if markup::element(info.shape, [list, "FactuurnummerSE"]).is_some() {
                        put_all(&mut parts, info, &[list, "FactuurnummerSE"], cell, item, false);
                    } else {
                        let at = reading.at(number);
                        reading.cell(&rules::CSV_015, line.row.number, at);
                    }
                }
            } else if index == 0 {
                let copied = matches!(column.role, Role::Client | Role::Copied);
                let given = !column.question && matches!(column.role, Role::Plain);
                if copied || given || (agreed && column.role == Role::AgreedOnly) {
                    put_all(&mut parts, info, &path, cell, 0, column.kind == layout::Kind::List);
                }
            }
        }
    }
    (parts, places)
}

/// Checks the question columns as the message they are from, when the layout carries all it must have.
fn question(reading: &mut Reading, rows: &Rows<'_, '_>, options: &Options) {
    let Some(info) = check::message(rows.layout, rows.layout.question) else { return };
    let columns = || rows.layout.columns.iter().filter(|column| column.question);
    let carried = |name: &str| columns().any(|column| column.element.split('.').next() == Some(name));
    if !info.shape.elements.iter().all(|element| element.min == 0 || carried(element.name)) {
        return;
    }
    if columns().any(|column| column.role == Role::Claim) {
        return;
    }
    let Some(line) = rows.lines.first() else { return };
    let mut parts = Parts::new();
    for (number, column) in rows.layout.columns.iter().enumerate().filter(|(_, column)| column.question) {
        if let Some(cell) = line.cell(Some(number)) {
            let path: Vec<&str> = column.element.split('.').collect();
            put_all(&mut parts, info, &path, cell, 0, column.kind == layout::Kind::List);
        }
    }
    checked(reading, rows, info, &parts, &Vec::new(), true, options);
}

/// Runs the walker and the rules, and says of each finding which cell it is about.
fn checked(
    reading: &mut Reading,
    rows: &Rows<'_, '_>,
    info: &'static MessageInfo,
    parts: &Parts,
    places: &Places,
    question: bool,
    options: &Options,
) -> Option<crate::Received> {
    let text = markup::document(info, parts);
    let result = crate::read_with(text.as_bytes(), options);
    let report = match &result {
        Ok(received) => received.report(),
        Err(report) => report,
    };
    reading.left_out += report.left_out();
    reading.count(report);
    let findings = report.findings().to_vec();
    for mut finding in findings {
        let place = place(reading, rows, &finding, places, question);
        // The place is one in the file, not in the XML made of it.
        finding.place = None;
        finding.related.iter_mut().for_each(|related| related.place = None);
        check::merge(reading, finding, place);
    }
    result.ok()
}

fn place(reading: &Reading, rows: &Rows<'_, '_>, finding: &Finding, places: &Places, question: bool) -> CellPlace {
    let steps = finding.path().steps();
    let names: Vec<&str> = steps.iter().map(|step: &PathStep| step.name.as_ref()).collect();
    let path = names.join(".");
    let item = steps.first().and_then(|step| Some((step.name.as_ref(), step.item?.1)));
    let row = item.and_then(|(list, item)| places.iter().filter(|(known, _)| *known == list).nth(item));
    let row = row.map_or_else(|| rows.lines.first().map_or(0, |line| line.row.number), |&(_, row)| row);
    let columns = rows.layout.columns;
    let begins =
        |long: &str, short: &str| long.strip_prefix(short).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
    let here = |column: &Column| column.question == question || matches!(column.role, Role::Client | Role::Copied);
    let claim = names.last() == Some(&"FactuurnummerSE") && names.len() == 2;
    let exact = columns.iter().position(|column| here(column) && !path.is_empty() && begins(&path, column.element));
    let found = exact
        .or_else(|| claim.then(|| rows.layout.with(Role::Claim)).flatten())
        .or_else(|| (path == "Reden").then(|| rows.layout.with(Role::Refusal)).flatten())
        .or_else(|| {
            columns.iter().position(|column| here(column) && !path.is_empty() && begins(column.element, &path))
        });
    let column = found.and_then(|column| reading.at(column));
    let name = column.and_then(|at| Some(reading.column(at)?.name)).unwrap_or_default();
    CellPlace { row, column, name }
}
