//! What the schemas of a message cannot say: its rules, and parts of the built-in checks.
//!
//! A schema language brings a [`Language`]: which built-in checks it makes wholly, in part or not at all, and why. This
//! file finds which of them matter for a message and writes the list that goes with the schemas of a release.

use super::json::{Object, Value};
use crate::catalogue::{
    Catalogue, Codes, Composite, Content, Holds, Message, Module, Release, Severity, SimpleType, Type, TypeId,
};

/// A built-in check that no schema makes, or not wholly.
#[derive(Debug)]
pub(super) struct Limit {
    id: &'static str,
    severity: &'static str,
    /// Whether the schema makes no part of it.
    whole: bool,
    /// Whether the schema refuses what a reader takes; else it takes what a reader refuses.
    refuses: bool,
    why: &'static str,
}

impl Limit {
    /// An error that the schema does not see, wholly or in part.
    pub(super) const fn error(id: &'static str, whole: bool, why: &'static str) -> Self {
        Self { id, severity: "error", whole, refuses: false, why }
    }

    /// A warning; no schema has warnings.
    pub(super) const fn warning(id: &'static str, why: &'static str) -> Self {
        Self { id, severity: "warning", whole: true, refuses: false, why }
    }

    /// What the schema refuses and a reader takes.
    pub(super) const fn refuses(id: &'static str, why: &'static str) -> Self {
        Self { id, severity: "error", whole: false, refuses: true, why }
    }

    fn value(&self) -> Object {
        Object::new()
            .with("id", self.id)
            .with("severity", self.severity)
            .with("extent", if self.whole { "whole" } else { "part" })
            .with("schema", if self.refuses { "refuses" } else { "accepts" })
            .with("why", self.why)
    }
}

/// What a schema language cannot say.
pub(super) struct Language {
    /// What the list is about, in a sentence or two.
    pub(super) about: &'static str,
    /// Of every input.
    pub(super) form: &'static [Limit],
    /// Of the header.
    pub(super) header: &'static [Limit],
    /// Of a simple type.
    pub(super) of_simple: fn(&SimpleType) -> Vec<&'static Limit>,
    /// Of a code list.
    pub(super) of_codes: fn(&Codes) -> &'static [Limit],
    /// Of a composite.
    pub(super) of_composite: fn(&Composite) -> &'static [Limit],
}

impl Language {
    /// The file of a release; `header` is the table of the header that goes with its messages.
    pub(super) fn file<'m>(
        &self,
        catalogue: &Catalogue,
        (module, release): (&Module, &Release),
        messages: impl Iterator<Item = &'m Message>,
        header: Option<TypeId>,
    ) -> String {
        let messages = messages.fold(Object::new(), |all, message| {
            let own = self.found(catalogue, self.form, message.ty);
            let list = match header {
                Some(header) => own.with("header", self.found(catalogue, self.header, header)),
                None => own,
            };
            all.with(&message.id, list)
        });
        let object = Object::new()
            .with("$comment", "Generated; do not edit.")
            .with("module", &module.id)
            .with("release", release.number.to_string())
            .with("description", self.about)
            .with("messages", messages);
        Value::from(object).pretty()
    }

    /// The list of one table and all it uses.
    fn found(&self, catalogue: &Catalogue, limits: &'static [Limit], table: TypeId) -> Object {
        let mut found = Found { language: self, rules: Vec::new(), limits: limits.iter().collect() };
        for ty in catalogue.closure(table).into_iter().filter_map(|id| catalogue.types.get(id.0)) {
            found.ty(catalogue, ty);
        }
        found.object()
    }
}

/// What was found in a table.
struct Found<'l> {
    language: &'l Language,
    rules: Vec<Value>,
    limits: Vec<&'static Limit>,
}

impl Found<'_> {
    fn ty(&mut self, catalogue: &Catalogue, ty: &Type) {
        let composite = match &ty.content {
            Content::Codes(list) => return self.add((self.language.of_codes)(list)),
            Content::Composite(composite) => composite,
        };
        for rule in &composite.rules {
            let severity = match rule.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Info => "info",
            };
            self.rules.push(Object::new().with("id", &rule.id).with("severity", severity).with("on", &ty.name).into());
        }
        self.add((self.language.of_composite)(composite));
        for element in &composite.elements {
            if let Holds::Simple(id) = element.holds
                && let Some(simple) = catalogue.simple.get(id.0)
            {
                self.add((self.language.of_simple)(simple));
            }
        }
    }

    fn add(&mut self, limits: impl IntoIterator<Item = &'static Limit>) {
        for limit in limits {
            if !self.limits.iter().any(|known| known.id == limit.id && known.why == limit.why) {
                self.limits.push(limit);
            }
        }
    }

    /// The built-in checks in the order of their ids.
    fn object(mut self) -> Object {
        self.limits.sort_by_key(|limit| limit.id);
        let builtin: Vec<_> = self.limits.iter().map(|limit| limit.value()).collect();
        Object::new().with("rules", self.rules).with("builtin", builtin)
    }
}
