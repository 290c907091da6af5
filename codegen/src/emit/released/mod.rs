//! The text of a release that never changes again: readable, in a fixed order, one line for each message, element,
//! code, type, rule and text, so that a line of a diff is one change.
//!
//! A text is made of sections, a file each; a new one is one more row of [`SECTIONS`]. What says how a release relates
//! to others is left out, because it may change later: lifetimes, elements of other releases, `was`, the status and
//! the days of the release. What is not there has no cell, so that a cell that is new changes no older text.

mod codes;
mod composites;
mod line;
mod messages;
mod module;
mod rules;
mod simple;
mod table;

pub use line::{Line, split, written};

use super::Output;
use crate::catalogue::{Catalogue, Message, Module, Release, Text, Type};

/// A part of the text of a release.
pub struct Section {
    /// Its heading.
    pub name: &'static str,
    /// Its lines.
    pub lines: fn(&View<'_>) -> Vec<Line>,
}

/// The sections, in the order in which they are written.
pub const SECTIONS: &[Section] = &[
    Section { name: "module", lines: module::lines },
    Section { name: "messages", lines: messages::lines },
    Section { name: "composites", lines: composites::lines },
    Section { name: "codes", lines: codes::lines },
    Section { name: "types", lines: simple::lines },
    Section { name: "rules", lines: rules::lines },
];

/// What stands before the name of a section.
pub const HEADING: &str = "== ";

/// What a section is made from: one release of one module.
pub struct View<'c> {
    /// Everything.
    pub catalogue: &'c Catalogue,
    /// The module.
    pub module: &'c Module,
    /// The release.
    pub release: &'c Release,
    /// Its messages, by id; the header when it is the header's module.
    pub messages: Vec<&'c Message>,
    /// The composites and code lists that its messages use, by name.
    pub types: Vec<&'c Type>,
}

impl<'c> View<'c> {
    /// The view of a release; `None` when there is none of these numbers.
    #[must_use]
    pub fn of(catalogue: &'c Catalogue, module: usize, release: usize) -> Option<Self> {
        let found = catalogue.modules.get(module)?;
        let messages: Vec<&Message> = catalogue.messages_of(module, release).collect();
        let roots: Vec<usize> = messages.iter().map(|message| message.ty.0).collect();
        let mut ids: Vec<usize> =
            messages.iter().flat_map(|message| catalogue.closure(message.ty)).map(|id| id.0).collect();
        ids.sort_unstable();
        ids.dedup();
        let parts = ids.into_iter().filter(|id| !roots.contains(id));
        let mut types: Vec<&Type> = parts.filter_map(|id| catalogue.types.get(id)).collect();
        types.sort_by(|left, right| left.name.cmp(&right.name));
        Some(Self { catalogue, module: found, release: found.releases.get(release)?, messages, types })
    }

    /// Where the text of the release stands, below the folder of released texts.
    #[must_use]
    pub fn path(&self) -> String {
        format!("{}/{}.txt", self.module.id, self.release.number)
    }
}

/// The text of every release.
#[must_use]
pub fn emit(catalogue: &Catalogue) -> Vec<Output> {
    let mut out = Vec::new();
    for (number, module) in catalogue.modules.iter().enumerate() {
        let views = (0..module.releases.len()).filter_map(|release| View::of(catalogue, number, release));
        out.extend(views.map(|view| Output { path: view.path(), text: text(&view) }));
    }
    out
}

/// The text of one release.
#[must_use]
pub fn text(view: &View<'_>) -> String {
    let (module, number) = (&view.module.id, view.release.number);
    let mut text = format!(
        "# {module} {number} as released. It never changes: 'skp definitions lint' compares the definitions with it.\n"
    );
    for section in SECTIONS {
        // Also above nothing: what is added to an empty section later is a change.
        text.push_str(&format!("\n{HEADING}{}\n", section.name));
        for (at, line) in (section.lines)(view).iter().enumerate() {
            if line.begins && at > 0 {
                text.push('\n');
            }
            text.push_str(&line.text());
            text.push('\n');
        }
    }
    text
}

/// The two lines with the texts of a thing.
fn texts(name: &str, text: &Text) -> [Line; 2] {
    [Line::new("nl", name).with("", &text.nl), Line::new("en", name).with("", &text.en)]
}
