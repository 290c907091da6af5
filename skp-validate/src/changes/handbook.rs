//! The tables of the newer release with a mark before each row, as a handbook shows a new release: N, T or -.
//!
//! What the marks of the handbook mean exactly is not public. Proposed here: N is new or changed in content, T is changed
//! in words only, - is unchanged. What changed in the type of a row, or in a type inside that, counts for the row. Rows
//! that went stand below.

use std::collections::BTreeSet;
use std::io::{self, Write};

use skp_codegen::catalogue::{Catalogue, Content, Element, Holds, Message};
use skp_codegen::diff::{Assessed, ReleaseDiff, RowSort, Sort};
use skp_messages::Lang;

use super::Changes;
use super::markdown::cell;
use super::row::{mark, of, title};

pub(super) fn write(changes: &Changes<'_>, out: &mut dyn Write) -> io::Result<()> {
    let lang = changes.lang;
    writeln!(
        out,
        "{}\n",
        lang.pick(
            "N: nieuw of in inhoud gewijzigd; T: alleen in tekst gewijzigd; -: ongewijzigd. Deze lezing van de tekens is voorgesteld.",
            "N: new or changed in content; T: changed in text only; -: unchanged. This reading of the marks is proposed."
        )
    )?;
    for diff in changes.diffs {
        writeln!(out, "## {}\n", cell(&title(diff, lang)))?;
        for message in messages(changes.newer, diff) {
            table(changes.newer, diff, message, lang, out)?;
        }
        let gone =
            diff.changes.iter().filter(|one| one.change.place.sort == Sort::Message && one.change.place.row.is_none());
        for one in gone.filter(|one| one.change.place.name.new.is_none()) {
            writeln!(out, "### {}\n\n{}\n", cell(one.change.place.name.newest()), of(&one.row.title, lang))?;
        }
    }
    Ok(())
}

/// The messages of the newer release.
fn messages<'c>(catalogue: &'c Catalogue, diff: &ReleaseDiff) -> Vec<&'c Message> {
    let all = catalogue.messages.iter().filter(|message| {
        let module = catalogue.modules.get(message.module);
        let release = module.and_then(|module| module.releases.get(message.release));
        module.is_some_and(|module| module.id == diff.module)
            && release.is_some_and(|release| Some(release.number) == diff.new)
    });
    all.collect()
}

fn table(
    catalogue: &Catalogue,
    diff: &ReleaseDiff,
    message: &Message,
    lang: Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    let here = |one: &&Assessed| {
        let place = &one.change.place;
        matches!(place.sort, Sort::Message | Sort::Header) && place.name.new.as_deref() == Some(&message.id)
    };
    let own: Vec<&Assessed> = diff.changes.iter().filter(here).collect();
    let whole: Vec<&&Assessed> = own.iter().filter(|one| one.change.place.row.is_none()).collect();
    let notes: Vec<&str> = whole.iter().map(|one| of(&one.row.title, lang)).collect();
    writeln!(out, "### {}\n", cell(&message.id))?;
    if !notes.is_empty() {
        writeln!(out, "{}\n", notes.join("; "))?;
    }
    let Some(Content::Composite(composite)) = catalogue.types.get(message.ty.0).map(|ty| &ty.content) else {
        return Ok(());
    };
    let (element, kind) = (lang.pick("element", "element"), lang.pick("type", "type"));
    writeln!(out, "| | {element} | {kind} | card | {} |\n|---|---|---|---|---|", lang.pick("wijziging", "change"))?;
    let new = whole.iter().any(|one| one.change.place.name.old.is_none());
    for row in &composite.elements {
        let of_row: Vec<&&Assessed> =
            own.iter().filter(|one| element_of(one).is_some_and(|name| name.1 == Some(&row.name))).collect();
        let inside = type_name(catalogue, row.holds);
        let reached = reached(catalogue, row.holds);
        let in_type = diff.changes.iter().filter(|one| {
            let place = &one.change.place;
            place.sort.is_shared() && reached.contains(place.name.newest())
        });
        let marks = of_row.iter().map(|one| mark(one)).chain(in_type.map(mark));
        let sign = match marks.min() {
            _ if new => "N",
            Some(sign) => sign,
            None => "-",
        };
        let what: Vec<&str> = of_row.iter().map(|one| of(&one.row.title, lang)).collect();
        let name = written(row);
        let inside = cell(inside.unwrap_or_default());
        writeln!(out, "| {sign} | {} | {inside} | {} | {} |", cell(&name), row.cardinality(), what.join("; "))?;
    }
    writeln!(out)?;
    for one in own.iter().filter(|one| element_of(one).is_some_and(|name| name.1.is_none())) {
        let name = element_of(one).and_then(|name| name.0).cloned().unwrap_or_default();
        writeln!(out, "- {}: {}", cell(&name), of(&one.row.title, lang))?;
    }
    writeln!(out)
}

/// The names of the element that a change is about, old and new.
fn element_of(one: &Assessed) -> Option<(Option<&String>, Option<&String>)> {
    match &one.change.place.row {
        Some((RowSort::Element, name)) => Some((name.old.as_ref(), name.new.as_ref())),
        _ => None,
    }
}

/// The types that a value of this row is made of, at any depth.
fn reached(catalogue: &Catalogue, holds: Holds) -> BTreeSet<&str> {
    let Holds::Type(root) = holds else { return type_name(catalogue, holds).into_iter().collect() };
    let mut names = BTreeSet::new();
    for ty in catalogue.closure(root).into_iter().filter_map(|id| catalogue.types.get(id.0)) {
        names.insert(ty.name.as_str());
        if let Content::Composite(composite) = &ty.content {
            names.extend(composite.elements.iter().filter_map(|element| type_name(catalogue, element.holds)));
        }
    }
    names
}

fn type_name(catalogue: &Catalogue, holds: Holds) -> Option<&str> {
    match holds {
        Holds::Simple(id) => catalogue.simple.get(id.0).map(|ty| ty.name.as_str()),
        Holds::Type(id) => catalogue.types.get(id.0).map(|ty| ty.name.as_str()),
    }
}

fn written(row: &Element) -> String {
    row.item.as_ref().map_or_else(|| row.name.clone(), |item| format!("{}/{item}", row.name))
}
