//! Where in today's definitions the thing stands that a line of a released text is about.
//!
//! When it is in no row any more, the table it was in is the place, and else the row of the release.

use crate::catalogue;
use crate::emit::released::View;
use crate::model::{
    Bilingual, CodeList, Definitions, Element, Forbidden, Message, Module, Number, Rule, Simple, Span, Text,
};

/// The definitions as one release of one module has them.
pub(super) struct Places<'d> {
    defs: &'d Definitions,
    module: Option<&'d Module>,
    number: Number,
    release: Span,
}

/// A thing: its own place, and those of its cells.
struct Row {
    whole: Span,
    cells: Vec<(&'static str, Option<Span>)>,
}

/// The row of a release.
pub(super) fn release(defs: &Definitions, module: &catalogue::Module, release: &catalogue::Release) -> Span {
    let module = defs.modules.iter().find(|found| found.id == module.id.as_str());
    let row = module.and_then(|module| module.releases.iter().find(|found| found.number == release.number));
    let status = row.and_then(|row| row.status.as_ref()).or(row.map(|row| &row.text));
    status.or(module.map(|module| &module.id)).map(|text| text.span.clone()).unwrap_or_default()
}

impl<'d> Places<'d> {
    /// The places for a release.
    pub(super) fn of(defs: &'d Definitions, view: &View<'_>) -> Self {
        Self {
            defs,
            module: defs.modules.iter().find(|module| module.id == view.module.id.as_str()),
            number: view.release.number,
            release: release(defs, view.module, view.release),
        }
    }

    /// The place of a cell of a line, or else of what the line is about.
    pub(super) fn place(&self, key: &str, cell: &str) -> Span {
        let (kind, name) = key.split_once(' ').unwrap_or((key, ""));
        let name = name.replace("%20", " ");
        let (outer, inner) = name.split_once('.').unwrap_or((name.as_str(), ""));
        let row = match kind {
            "module" => self.module.map(module),
            "release" => self.module.and_then(|module| self.of_release(module)),
            "forbidden" => self.forbidden(&name).map(forbidden),
            "message" | "header" => self.message(&name).map(|found| message(found, self.number)),
            "composite" => self.defs.composites.iter().find(|found| found.name == *name).map(|found| Row {
                whole: found.name.span.clone(),
                cells: vec![("source", Some(found.source.text.span.clone()))],
            }),
            "codelist" => self.list(&name).map(list),
            "type" => self.simple(&name).map(simple),
            "rule" => self.rule(&name).map(rule),
            "element" => self.element(outer, inner).map(element),
            "code" => self.code(outer, inner),
            "nl" | "en" => {
                let texts = self.text(&name, kind == "nl").or_else(|| self.text(outer, kind == "nl"));
                texts.map(|text| Row { whole: text.span.clone(), cells: Vec::new() })
            }
            _ => None,
        };
        let row = row.or_else(|| self.table(outer).map(|(whole, _)| Row { whole, cells: Vec::new() }));
        let Some(row) = row else { return self.release.clone() };
        row.cells.into_iter().find(|(name, _)| *name == cell).and_then(|(_, span)| span).unwrap_or(row.whole)
    }

    fn of_release(&self, module: &Module) -> Option<Row> {
        let row = module.releases.iter().find(|release| release.number == self.number)?;
        let cells = vec![("source", Some(row.source.text.span.clone())), ("content", Some(row.content.span.clone()))];
        Some(Row { whole: row.text.span.clone(), cells })
    }

    fn forbidden(&self, id: &str) -> Option<&'d Forbidden> {
        self.module?.forbidden.iter().find(|forbidden| forbidden.rule == *id)
    }

    /// The message with this id in the release, also when it is no longer alive there.
    fn message(&self, id: &str) -> Option<&'d Message> {
        let module = self.module?;
        let own = self.defs.messages.iter().filter(|message| module.id == message.module.as_str());
        own.into_iter().find(|message| *id_at(message, self.number) == *id)
    }

    fn list(&self, name: &str) -> Option<&'d CodeList> {
        self.defs.codelists.iter().find(|list| list.name == *name)
    }

    fn simple(&self, name: &str) -> Option<&'d Simple> {
        self.defs.simple.iter().find(|simple| simple.name == *name)
    }

    fn rule(&self, id: &str) -> Option<&'d Rule> {
        let messages = self.defs.messages.iter().flat_map(|message| &message.rules);
        let composites = self.defs.composites.iter().flat_map(|composite| &composite.rules);
        let shared = self.defs.shared_rules.iter().map(|shared| &shared.rule);
        messages.chain(composites).chain(shared).find(|rule| rule.id == *id)
    }

    /// The place of a message or composite, and its rows.
    fn table(&self, name: &str) -> Option<(Span, &'d [Element])> {
        let message = self.message(name).map(|message| (message.id.span.clone(), message.elements.as_slice()));
        let composite = || self.defs.composites.iter().find(|composite| composite.name == *name);
        message.or_else(|| composite().map(|found| (found.name.span.clone(), found.elements.as_slice())))
    }

    /// The row that is alive in the release, or else the last of this name.
    fn element(&self, table: &str, name: &str) -> Option<&'d Element> {
        let letters = self.module.map_or("", |module| module.code.as_str());
        let (_, rows) = self.table(table)?;
        let named = || rows.iter().filter(|row| row.name == *name);
        named().find(|row| row.life.contains(letters, self.number)).or_else(|| named().next_back())
    }

    fn code(&self, list: &str, code: &str) -> Option<Row> {
        let list = self.list(list)?;
        match list.codes.iter().find(|found| found.code == *code) {
            Some(found) => Some(Row {
                whole: found.code.span.clone(),
                cells: vec![("source", Some(found.source.text.span.clone()))],
            }),
            None => Some(Row { whole: list.name.span.clone(), cells: Vec::new() }),
        }
    }

    /// The text under a name, in Dutch or else English.
    fn text(&self, name: &str, nl: bool) -> Option<&'d Text> {
        let of = |texts: &'d Bilingual, key: &str| if nl { texts.nl.get(key) } else { texts.en.get(key) };
        let pick =
            |dutch: &'d Option<Text>, english: &'d Option<Text>| if nl { dutch.as_ref() } else { english.as_ref() };
        if let Some(module) = self.module {
            let key = if module.id == *name { "module" } else { name };
            if let Some(text) = of(&module.texts, key) {
                return Some(text);
            }
        }
        let (outer, inner) = name.split_once('.').unwrap_or((name, ""));
        let key = |whole| if inner.is_empty() { whole } else { inner };
        if let Some(message) = self.message(outer) {
            return of(&message.texts, key(if message.header { "header" } else { "message" }));
        }
        if let Some(composite) = self.defs.composites.iter().find(|composite| composite.name == *outer) {
            return of(&composite.texts, key("composite"));
        }
        if let Some(list) = self.list(outer) {
            return of(&list.texts, key("codelist"));
        }
        let simple = self.simple(name).and_then(|simple| pick(&simple.nl, &simple.en));
        simple.or_else(|| self.rule(name).and_then(|rule| pick(&rule.nl, &rule.en)))
    }
}

/// The id a message has in a release.
fn id_at(message: &Message, number: Number) -> &Text {
    message.earlier.iter().find(|earlier| number < earlier.until).map_or(&message.id, |earlier| &earlier.id)
}

fn at(text: &Text) -> Option<Span> {
    Some(text.span.clone())
}

fn maybe(text: &Option<Text>) -> Option<Span> {
    text.as_ref().map(|text| text.span.clone())
}

fn module(module: &Module) -> Row {
    Row { whole: module.id.span.clone(), cells: vec![("code", at(&module.code)), ("name", at(&module.name))] }
}

fn forbidden(row: &Forbidden) -> Row {
    let cells = vec![
        ("severity", at(&row.severity)),
        ("elements", row.elements.first().and_then(at)),
        ("source", at(&row.source.text)),
    ];
    Row { whole: row.rule.span.clone(), cells }
}

fn message(message: &Message, number: Number) -> Row {
    let earlier = message.earlier.iter().find(|earlier| number < earlier.until);
    let cells = vec![
        ("name", at(earlier.map_or(&message.name, |earlier| &earlier.name))),
        ("code", at(&message.code)),
        ("from", message.from.first().and_then(at)),
        ("to", message.to.first().and_then(at)),
        ("source", at(&message.source.text)),
    ];
    Row { whole: id_at(message, number).span.clone(), cells }
}

fn list(list: &CodeList) -> Row {
    let cells = vec![
        ("kind", at(&list.kind)),
        ("type", maybe(&list.ty)),
        ("privacy", at(&list.privacy)),
        ("source", at(&list.source.text)),
    ];
    Row { whole: list.name.span.clone(), cells }
}

fn simple(simple: &Simple) -> Row {
    let cells = vec![
        ("kind", at(&simple.kind)),
        ("min", maybe(&simple.min)),
        ("max", maybe(&simple.max)),
        ("pattern", maybe(&simple.pattern)),
        ("privacy", at(&simple.privacy)),
        ("source", at(&simple.source.text)),
        ("constraint", at(&simple.constraint.text)),
    ];
    Row { whole: simple.name.span.clone(), cells }
}

fn rule(rule: &Rule) -> Row {
    let cells = vec![
        ("severity", at(&rule.severity)),
        ("cel", at(&rule.assert)),
        ("at", maybe(&rule.at)),
        ("source", at(&rule.source.text)),
    ];
    Row { whole: rule.id.span.clone(), cells }
}

fn element(row: &Element) -> Row {
    let cells = vec![
        ("item", maybe(&row.item)),
        ("type", at(&row.ty)),
        ("card", maybe(&row.card)),
        ("min", row.min.as_ref().map(|(_, span)| span.clone())),
        ("max", row.max.as_ref().map(|(_, span)| span.clone())),
        ("pattern", maybe(&row.pattern)),
        ("privacy", maybe(&row.privacy)),
        ("group", maybe(&row.group)),
        ("source", at(&row.source.text)),
    ];
    Row { whole: row.name.span.clone(), cells }
}
