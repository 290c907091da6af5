//! What the schemas of a message cannot say: its rules, and parts of the built-in checks.

use super::json::{Object, Value};
use super::{Table, View};
use crate::catalogue::{Content, Holds, Kind, Module, Release, Severity, Type};

/// A check of every message that no schema makes, or not wholly.
struct Limit {
    id: &'static str,
    severity: &'static str,
    /// Whether the schema makes no part of it.
    whole: bool,
    /// Whether the schema refuses what a reader takes; else it takes what a reader refuses.
    refuses: bool,
    why: &'static str,
}

impl Limit {
    const fn error(id: &'static str, whole: bool, why: &'static str) -> Self {
        Self { id, severity: "error", whole, refuses: false, why }
    }

    const fn warning(id: &'static str, why: &'static str) -> Self {
        Self { id, severity: "warning", whole: true, refuses: false, why }
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

/// Of every JSON text.
static FORM: &[Limit] = &[
    Limit::error("FRM-001", true, "A schema sees values, not text; what a parser forgives, it cannot refuse."),
    Limit::error("FRM-002", true, "A schema sees values, not bytes."),
    Limit::error("FRM-004", true, "A schema has no limit on the size of the input, its depth or its number of values."),
    Limit::error("FRM-005", true, "Most parsers keep the last of two members with one name and say nothing."),
];

/// Of the header.
static HEADER: &[Limit] = &[
    Limit::error("KOP-008", true, "It needs the earlier messages of the sender."),
    Limit::warning("KOP-010", "It needs a clock; and a schema has no warnings."),
];

/// Of open code lists.
static OPEN: Limit = Limit::warning("VAL-007", "A schema has no warnings: an open list takes any code.");

/// Of simple types.
fn of_kind(kind: Kind) -> &'static [Limit] {
    match kind {
        Kind::Text => {
            const {
                &[Limit::warning(
                    "TYP-TXT-002",
                    "A schema has no warnings: white space at the start or end of a text is accepted.",
                )]
            }
        }
        Kind::Lines => {
            const {
                &[
                    Limit {
                        id: "VAL-001",
                        severity: "error",
                        whole: false,
                        refuses: true,
                        why: "Carriage return and line feed count as one character, in a schema as two.",
                    },
                    Limit::warning("TYP-TXT-001", "The 11-test is a sum; and a schema has no warnings."),
                ]
            }
        }
        Kind::Integer => {
            const {
                &[
                    Limit::error("VAL-004", false, "To a schema 1.0 is the whole number 1."),
                    Limit::error("VAL-008", false, "To a schema 1e2 is the whole number 100."),
                ]
            }
        }
        Kind::Bsn => {
            const {
                &[Limit::error(
                    "TYP-BSN-001",
                    false,
                    "The 11-test is a sum; the schema asks for nine digits that are not all zero.",
                )]
            }
        }
        Kind::Iban => {
            const {
                &[
                    Limit::error(
                        "TYP-IBAN-001",
                        false,
                        "The check digits are a sum, and the form of each country is in a registry; the schema has the general form.",
                    ),
                    Limit::warning("TYP-IBAN-002", "A schema has no warnings: spaces and small letters are accepted."),
                ]
            }
        }
        Kind::Postcode => {
            const { &[Limit::warning("TYP-PC-003", "A schema has no warnings: a space after the digits is accepted.")] }
        }
        Kind::Date
        | Kind::DateTime
        | Kind::Amount
        | Kind::Percentage
        | Kind::Boolean
        | Kind::Uuid
        | Kind::Base64
        | Kind::Uri => &[],
    }
}

/// Of one simple type by name.
fn of_name(name: &str) -> &'static [Limit] {
    match name {
        "PostcodeGebied" => {
            const { &[Limit::warning("TYP-PC-004", "A schema has no warnings: a first digit 0 is accepted.")] }
        }
        _ => &[],
    }
}

/// The list of one message.
pub(super) fn of(view: &View<'_>, header: Option<Table<'_>>) -> Object {
    let mut message = Found::new(FORM);
    message.table(view, view.table);
    let object = message.object();
    let Some(header) = header else { return object };
    let mut found = Found::new(HEADER);
    found.table(view, header);
    object.with("header", found.object())
}

/// The file of a release.
pub(super) fn file(module: &Module, release: &Release, messages: Object) -> Object {
    let about = "What the JSON Schemas of this release cannot say, by message. `header` counts for the envelope besides. \
                 A rule is not in the schema at all. A built-in check is missing from it wholly or in part, \
                 and there the schema accepts what a reader refuses or reports, or refuses what a reader accepts.";
    Object::new()
        .with("$comment", "Generated; do not edit.")
        .with("module", &module.id)
        .with("release", release.number.to_string())
        .with("description", about)
        .with("messages", messages)
}

/// What was found in a message or the header.
struct Found {
    rules: Vec<Value>,
    limits: Vec<&'static Limit>,
}

impl Found {
    fn new(limits: &'static [Limit]) -> Self {
        Self { rules: Vec::new(), limits: limits.iter().collect() }
    }

    /// Everything a table uses.
    fn table(&mut self, view: &View<'_>, table: Table<'_>) {
        for id in view.catalogue.closure(table.id) {
            if let Some(ty) = view.catalogue.types.get(id.0) {
                self.ty(view, ty);
            }
        }
    }

    fn ty(&mut self, view: &View<'_>, ty: &Type) {
        let composite = match &ty.content {
            Content::Codes(list) if list.closed => return,
            Content::Codes(_) => return self.add(std::slice::from_ref(&OPEN)),
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
        for element in &composite.elements {
            if let Holds::Simple(id) = element.holds
                && let Some(simple) = view.catalogue.simple.get(id.0)
            {
                self.add(of_kind(simple.kind));
                self.add(of_name(&simple.name));
            }
        }
    }

    fn add(&mut self, limits: &'static [Limit]) {
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
