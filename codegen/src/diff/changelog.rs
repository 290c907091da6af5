//! The changelog of the standard: what came with each release of each module, newest first, from the lifetimes.
//!
//! It is the diff of adjoining releases without what only touches words.

use std::fmt::Write;

use super::change::{RowSort, Sort};
use super::kind::Kind;
use super::report::{Assessed, releases};
use super::verdict::{VerdictError, Verdicts};
use super::{Change, Side};
use crate::catalogue::{Catalogue, Module, Release, Text};
use crate::emit::Output;

/// The language of a changelog.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// Dutch.
    Nl,
    /// English.
    En,
}

impl Language {
    /// One of two words.
    #[must_use]
    pub const fn pick<'t>(self, nl: &'t str, en: &'t str) -> &'t str {
        match self {
            Self::Nl => nl,
            Self::En => en,
        }
    }

    fn of(self, text: &Text) -> &str {
        self.pick(&text.nl, &text.en)
    }
}

/// The changelog of all modules, a file for each language.
///
/// # Errors
/// When the verdict table has no row for a change.
pub fn files(catalogue: &Catalogue) -> Result<Vec<Output>, VerdictError> {
    let verdicts = Verdicts::standard()?;
    let file = |path: &str, language| {
        Ok(Output { path: path.to_owned(), text: markdown(catalogue, None, language, &verdicts)? })
    };
    Ok(vec![file("CHANGELOG.md", Language::Nl)?, file("CHANGELOG.en.md", Language::En)?])
}

/// The changelog as Markdown; `only` names one module.
///
/// # Errors
/// When the verdict table has no row for a change.
pub fn markdown(
    catalogue: &Catalogue,
    only: Option<&str>,
    language: Language,
    verdicts: &Verdicts,
) -> Result<String, VerdictError> {
    let mut out = String::new();
    let title = language.pick("Wijzigingen in de standaard", "Changes to the standard");
    let about = language.pick(
        "Gemaakt uit de definities; niet met de hand wijzigen. Wat alleen woorden raakt, staat er niet in. *Voorgesteld* is wat geen openbare bron heeft.",
        "Made from the definitions; do not edit by hand. What only touches words is left out. *Proposed* is what has no public source.",
    );
    let _ = writeln!(out, "# {title}\n\n{about}");
    for (number, module) in catalogue.modules.iter().enumerate() {
        if only.is_some_and(|only| only != module.id) {
            continue;
        }
        let _ = write!(out, "\n## {}\n", module.name);
        for (place, release) in module.releases.iter().enumerate().rev() {
            heading(&mut out, release, language);
            let new = Side { catalogue, module: number, release: place };
            match place.checked_sub(1) {
                Some(before) => {
                    let old = Side { release: before, ..new };
                    let diff = releases(old, new, verdicts)?;
                    let told: Vec<&Assessed> = diff.changes.iter().filter(|one| !one.row.is_textual()).collect();
                    body(&mut out, &told, language);
                }
                None => first(&mut out, new, module, language),
            }
        }
    }
    Ok(out)
}

fn heading(out: &mut String, release: &Release, language: Language) {
    let status = release.status.word();
    let _ = write!(out, "\n### {} ({status})\n\n{}", release.number, language.of(&release.text));
    let mark = proposed(&release.source, language);
    let _ = writeln!(out, "{}{mark}", if mark.is_empty() { "" } else { " " });
}

/// The first release has every message; naming them is enough.
fn first(out: &mut String, side: Side<'_>, module: &Module, language: Language) {
    let messages: Vec<String> = side.messages().iter().map(|message| format!("`{}`", message.id)).collect();
    let what = language.pick("Eerste release hier", "First release here");
    let _ = writeln!(out, "\n{what}: {}.", if messages.is_empty() { module.name.clone() } else { messages.join(", ") });
}

/// A part of a release: its title in both languages and what belongs in it.
type Section = (&'static str, &'static str, fn(&Change) -> bool);

fn body(out: &mut String, changes: &[&Assessed], language: Language) {
    if changes.is_empty() {
        let _ = writeln!(out, "\n{}", language.pick("Geen verschil in inhoud.", "No difference in content."));
        return;
    }
    let sections: [Section; 4] = [
        ("Berichten", "Messages", |change| change.place.row.is_none() && change.place.sort == Sort::Message),
        ("Elementen", "Elements", |change| matches!(change.place.row, Some((RowSort::Element, _)))),
        ("Codes en typen", "Codes and types", |change| {
            matches!(change.place.row, Some((RowSort::Code, _)))
                || (change.place.row.is_none() && change.place.sort.is_shared())
        }),
        ("Regels en proces", "Rules and process", |_| true),
    ];
    let mut left: Vec<&Assessed> = changes.iter().copied().filter(|one| !is_told_by_another(one)).collect();
    for (nl, en, belongs) in sections {
        let (here, rest): (Vec<_>, Vec<_>) = left.into_iter().partition(|one| belongs(&one.change));
        left = rest;
        if here.is_empty() {
            continue;
        }
        let _ = writeln!(out, "\n**{}**\n", language.pick(nl, en));
        for one in here {
            line(out, one, language);
        }
    }
}

/// A new type shows in the elements that have it.
fn is_told_by_another(one: &Assessed) -> bool {
    matches!(one.change.kind, Kind::TypeAdded | Kind::TypeRemoved)
}

fn line(out: &mut String, one: &Assessed, language: Language) {
    let Assessed { change, row } = one;
    let _ = write!(out, "- `{}`: {}", change.place.path(), language.of(&row.title));
    let text = |text: &Option<Text>| text.as_ref().map(|text| flat(language.of(text)));
    match (text(&change.before), text(&change.after)) {
        (Some(before), Some(after)) => {
            let _ = write!(out, ", `{before}` → `{after}`");
        }
        (None, Some(after)) if change.place.row.as_ref().is_some_and(|(sort, _)| *sort == RowSort::Element) => {
            let _ = write!(out, " (`{after}`)");
        }
        (None, Some(after)) if change.place.row.is_some() && !change.place.path().ends_with(&after) => {
            let _ = write!(out, ": {after}");
        }
        _ => {}
    }
    let mark = proposed(&change.source, language);
    let _ = writeln!(out, "{}{mark}", if mark.is_empty() { "" } else { " " });
}

fn proposed(source: &str, language: Language) -> &'static str {
    if source.contains("proposed") { language.pick("*(voorgesteld)*", "*(proposed)*") } else { "" }
}

/// On one line, without what would end a code span.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace('`', "'")
}
