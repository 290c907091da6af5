//! Differences as one JSON document. The names are an interface: add to them, do not rename them.

use std::io::{self, Write};

use serde::Serialize;
use skp_codegen::catalogue::Text;
use skp_codegen::diff::{Assessed, Name, ReleaseDiff};

use super::Changes;
use super::row::mark;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Document<'c> {
    schema: &'static str,
    releases: Vec<Release<'c>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Release<'c> {
    module: &'c str,
    old: Option<String>,
    new: Option<String>,
    required: &'static str,
    declared: Option<&'static str>,
    too_small: bool,
    changes: Vec<Change<'c>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Change<'c> {
    kind: &'static str,
    mark: &'static str,
    sort: &'static str,
    path: String,
    name: Sides<'c>,
    row: Option<Row<'c>>,
    title: Words<'c>,
    before: Option<Words<'c>>,
    after: Option<Words<'c>>,
    sender: &'static str,
    receiver: &'static str,
    process: &'static str,
    bump: &'static str,
    why: Words<'c>,
    messages: Vec<Sides<'c>>,
    source: &'c str,
    proposed: bool,
}

#[derive(Serialize)]
struct Row<'c> {
    sort: &'static str,
    #[serde(flatten)]
    name: Sides<'c>,
}

#[derive(Serialize)]
struct Sides<'c> {
    old: Option<&'c str>,
    new: Option<&'c str>,
}

#[derive(Serialize)]
struct Words<'c> {
    nl: &'c str,
    en: &'c str,
}

pub(super) fn write(changes: &Changes<'_>, out: &mut dyn Write) -> io::Result<()> {
    let releases = changes.diffs.iter().map(release).collect();
    let document = Document { schema: "urn:x-skp:definitions-diff:1", releases };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}

fn release(diff: &ReleaseDiff) -> Release<'_> {
    Release {
        module: &diff.module,
        old: diff.old.map(|number| number.to_string()),
        new: diff.new.map(|number| number.to_string()),
        required: diff.required.word(),
        declared: diff.declared.map(|declared| declared.word()),
        too_small: diff.is_too_small(),
        changes: diff.changes.iter().map(change).collect(),
    }
}

fn change(one: &Assessed) -> Change<'_> {
    let place = &one.change.place;
    Change {
        kind: one.row.kind.id(),
        mark: mark(one),
        sort: place.sort.word(),
        path: place.path(),
        name: sides(&place.name),
        row: place.row.as_ref().map(|(sort, name)| Row { sort: sort.word(), name: sides(name) }),
        title: words(&one.row.title),
        before: one.change.before.as_ref().map(words),
        after: one.change.after.as_ref().map(words),
        sender: one.row.sender.word(),
        receiver: one.row.receiver.word(),
        process: one.row.process.word(),
        bump: one.row.bump.word(),
        why: words(&one.row.why),
        messages: one.change.touches.iter().map(|touched| sides(&touched.name)).collect(),
        source: &one.change.source,
        proposed: one.change.is_proposed(),
    }
}

fn sides(name: &Name) -> Sides<'_> {
    Sides { old: name.old.as_deref(), new: name.new.as_deref() }
}

fn words(text: &Text) -> Words<'_> {
    Words { nl: &text.nl, en: &text.en }
}
