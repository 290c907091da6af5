//! What came of converting a message to another release: why not and what to do about it, or what was left out.
//!
//! Elements are told by their paths; values of persons never show.

use std::io::{self, Write};

use skp_messages::finding::{Expected, Path};
use skp_messages::shape::{Element, MessageInfo, Shape, Type};
use skp_messages::upgrade::{Change, Changes, Converted, Kind, Refused};
use skp_messages::{Finding, Lang, Report};

use super::Style;
use crate::terminal::harmless;

/// Shows why one message was not converted.
///
/// # Errors
/// When `out` cannot be written.
pub fn refused(out: &mut dyn Write, name: &str, refused: &Refused, style: Style) -> io::Result<()> {
    let lang = style.lang;
    writeln!(out, "{}: {}", harmless(name), harmless(&refused.text(lang)))?;
    match refused {
        Refused::Incomplete { to, changes } => {
            list(out, changes, to, style)?;
            advice(out, changes, to, lang)
        }
        Refused::Invalid { report, .. } => {
            for finding in report.findings() {
                writeln!(out, "  {} {}: {}", finding.id(), finding.path(), finding.text(lang))?;
            }
            if report.left_out() > 0 {
                let left = report.left_out();
                match lang {
                    Lang::Nl => writeln!(out, "  en nog {left}")?,
                    Lang::En => writeln!(out, "  and {left} more")?,
                }
            }
            let help = lang.pick(
                "Pas het bericht aan, of geef met --set een andere waarde.",
                "Change the message, or give another value with --set.",
            );
            writeln!(out, "{help}")
        }
        _ => Ok(()),
    }
}

/// Shows what was left out of a message that was converted, and what its new release warns of. `before` is the report of
/// the message as it was read: what stands in it was shown already.
///
/// # Errors
/// When `out` cannot be written.
pub fn converted(
    out: &mut dyn Write,
    name: &str,
    before: &Report,
    converted: &Converted,
    lang: Lang,
) -> io::Result<()> {
    let lost = converted.lost().all();
    if !lost.is_empty() {
        writeln!(out, "{}: {}", harmless(name), lang.pick("weggelaten", "left out"))?;
        lost.iter().try_for_each(|change| writeln!(out, "    {}", change.path()))?;
    }
    let shown = |finding: &Finding| {
        let same = |other: &Finding| (other.id(), other.path().steps()) == (finding.id(), finding.path().steps());
        before.findings().iter().any(same)
    };
    let message = converted.message();
    for finding in message.report().findings().iter().filter(|finding| !shown(finding)) {
        let (bericht, severity) = (message.info().bericht, finding.severity().text(lang));
        writeln!(out, "{bericht}: {severity} {} {}: {}", finding.id(), finding.path(), finding.text(lang))?;
    }
    Ok(())
}

fn list(out: &mut dyn Write, changes: &Changes, to: &'static MessageInfo, style: Style) -> io::Result<()> {
    let release = to.release.number;
    for kind in [Kind::Missing, Kind::Unfit, Kind::Lost] {
        let mut of_kind = changes.of(kind).peekable();
        if of_kind.peek().is_none() {
            continue;
        }
        let heading = match (kind, style.lang) {
            (Kind::Lost, Lang::Nl) => format!("gaat verloren, release {release} heeft er geen plaats voor:"),
            (Kind::Lost, Lang::En) => format!("would be lost, release {release} has no place for it:"),
            (Kind::Missing, Lang::Nl) => format!("ontbreekt, en is verplicht in release {release}:"),
            (Kind::Missing, Lang::En) => format!("missing, and required in release {release}:"),
            (Kind::Unfit, Lang::Nl) => format!("past niet in release {release}:"),
            (Kind::Unfit, Lang::En) => format!("does not fit in release {release}:"),
        };
        writeln!(out, "  {heading}")?;
        for change in of_kind {
            let detail = match kind {
                Kind::Lost => String::new(),
                Kind::Missing => {
                    element(to.shape, change.path()).map(|element| wanted(element, style.lang)).unwrap_or_default()
                }
                Kind::Unfit => unfit(change, style),
            };
            writeln!(out, "    {}{detail}", change.path())?;
        }
    }
    Ok(())
}

/// The element a path leads to.
fn element(shape: &'static Shape, path: &Path) -> Option<&'static Element> {
    let (mut shape, mut found) = (Some(shape), None);
    for step in path.steps() {
        let element = shape?.elements.iter().find(|element| element.name == step.name)?;
        shape = match element.ty {
            Type::Composite(part) => Some(part),
            _ => None,
        };
        found = Some(element);
    }
    found
}

/// What a missing element holds.
fn wanted(element: &Element, lang: Lang) -> String {
    match element.ty {
        Type::Simple(simple) => format!(": {}", simple.name),
        Type::Code(list) => format!(": {}", Expected::Code(list).text(lang)),
        Type::Composite(part) => {
            let needed = |element: &&Element| part.choice || element.min > 0;
            let names: Vec<&str> = part.elements.iter().filter(needed).map(|element| element.name).collect();
            let of = match part.choice {
                true => lang.pick("een van de onderdelen", "one of the parts"),
                false => lang.pick("de onderdelen", "the parts"),
            };
            format!(": {of} {}", names.join(", "))
        }
    }
}

/// What was found as far as it may show, and what was expected.
fn unfit(change: &Change, style: Style) -> String {
    let lang = style.lang;
    let Some(finding) = change.finding() else { return String::new() };
    let found = finding.value().map(|found| format!(" {}", harmless(&style.value(found)))).unwrap_or_default();
    match finding.expected() {
        Some(expected) => format!(":{found}; {} {}", lang.pick("verwacht:", "expected:"), expected.text(lang)),
        None => format!(":{found} {}", finding.text(lang)),
    }
}

fn advice(out: &mut dyn Write, changes: &Changes, to: &'static MessageInfo, lang: Lang) -> io::Result<()> {
    if let Some(change) = changes.of(Kind::Missing).chain(changes.of(Kind::Unfit)).next() {
        let inner = element(to.shape, change.path()).and_then(|element| match element.ty {
            Type::Composite(part) => part.elements.first(),
            _ => None,
        });
        let number = element(to.shape, change.path()).filter(|element| element.is_list()).map_or("", |_| "[1]");
        let number = if change.path().steps().last().is_some_and(|step| step.item.is_some()) { "" } else { number };
        let inner = inner.map(|inner| format!(".{}", inner.name)).unwrap_or_default();
        let path = format!("{}{number}{inner}", change.path());
        match lang {
            Lang::Nl => writeln!(out, "Geef elke waarde met --set, zoals --set {path}=WAARDE.")?,
            Lang::En => writeln!(out, "Give each value with --set, as in --set {path}=VALUE.")?,
        }
    }
    if changes.of(Kind::Lost).next().is_some() {
        let text = lang.pick(
            "Laat met --allow-losses weg wat verloren gaat.",
            "Leave out what would be lost with --allow-losses.",
        );
        writeln!(out, "{text}")?;
    }
    Ok(())
}
