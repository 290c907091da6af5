//! The rules as JSON, for who runs them in another language or shows them to people.
//!
//! | file | what |
//! |---|---|
//! | `<module>/<release>/rules.json` | every rule of the definitions that holds in the release |
//!
//! Checks that every reader makes, such as those of types and of header against content, have no expression; they are in
//! the catalogue of rules of the program, not here.

use super::Output;
use super::json::{Object, Value};
use crate::catalogue::{
    Catalogue, Composite, Content, Forbidden, Message, Module, Release, Rule, Severity, Text, TypeId,
};
use crate::cel::typed::Step;
use crate::cel::{self, RuleText};

/// How to read the expressions.
const ABOUT: &str = "Every rule of the definitions that holds in this release. `cel` is an expression of CEL \
    (https://cel.dev) that must be true: `this` is the composite named by `on`, with the element names of XML and \
    lists as lists; `sent` is the Dutch date of VerzondenOp. The host brings sum, min, max, near(a, b, t): at most t \
    apart, months_after(date, n), unique(list), after_sending(moment) and holds_personal_data(text), and decimals for \
    amounts. In + and - and sum an absent amount is 0.00 and an absent list empty; a comparison with something else \
    that is absent does not apply, which counts as true. `expression` is the same in the shorter notation of the \
    definitions. `reads` are the elements it reads, from the item of `each` when there is one; a step `^` goes back to \
    the composite around it. A rule that reads something wrong is not evaluated.";

/// The rules of all releases.
#[must_use]
pub fn emit(catalogue: &Catalogue) -> Vec<Output> {
    let mut outputs = Vec::new();
    for (module_number, module) in catalogue.modules.iter().enumerate() {
        for (release_number, release) in module.releases.iter().enumerate() {
            let view = View { catalogue, module, module_number };
            let found = view.found(release_number);
            if catalogue.messages_of(module_number, release_number).next().is_none() {
                continue;
            }
            let path = format!("{}/{}/rules.json", module.id, release.number);
            outputs.push(Output { path, text: Value::from(view.file(release, &found)).pretty() });
        }
    }
    outputs
}

/// A rule, the type it is on, and the messages with that type.
type Found<'c> = Vec<(&'c Rule, TypeId, Vec<&'c Message>)>;

struct View<'c> {
    catalogue: &'c Catalogue,
    module: &'c Module,
    module_number: usize,
}

impl<'c> View<'c> {
    /// The rules of a release in the order of messages and of their tables.
    fn found(&self, release: usize) -> Found<'c> {
        let mut found: Found<'c> = Vec::new();
        for message in self.catalogue.messages_of(self.module_number, release) {
            for id in self.catalogue.closure(message.ty) {
                for rule in self.composite(id).into_iter().flat_map(|composite| &composite.rules) {
                    match found.iter_mut().find(|(known, ty, _)| known.id == rule.id && *ty == id) {
                        Some((_, _, messages)) => messages.push(message),
                        None => found.push((rule, id, vec![message])),
                    }
                }
            }
        }
        found
    }

    fn composite(&self, id: TypeId) -> Option<&'c Composite> {
        match &self.catalogue.types.get(id.0)?.content {
            Content::Composite(composite) => Some(composite),
            Content::Codes(_) => None,
        }
    }

    fn file(&self, release: &Release, found: &Found<'_>) -> Object {
        let rules: Vec<Value> = found.iter().map(|entry| self.rule(entry).into()).collect();
        let forbidden: Vec<Value> = self.module.forbidden.iter().map(|rule| forbidden(rule).into()).collect();
        Object::new()
            .with("$comment", "Generated from the definitions; do not edit.")
            .with("description", ABOUT)
            .with("module", &self.module.id)
            .with("release", release.number.to_string())
            .with("rules", rules)
            .with("forbidden", forbidden)
    }

    fn rule(&self, (rule, id, messages): &(&Rule, TypeId, Vec<&Message>)) -> Object {
        let name = self.catalogue.types.get(id.0).map_or("", |ty| ty.name.as_str());
        let file = self.catalogue.types.get(id.0).map_or("", |ty| ty.file.as_str());
        let is_message = messages.iter().any(|message| message.ty == *id);
        let messages: Vec<_> = messages.iter().map(|message| message.id.clone()).collect();
        let each = rule.compiled.typed.each.as_ref();
        let each = each.map(|path| path.steps.iter().map(|step| step.name.as_str()).collect::<Vec<_>>().join("."));
        let object = Object::new()
            .with("id", &rule.id)
            .with("severity", severity(rule.severity))
            .with("on", name)
            .with("kind", if is_message { "message" } else { "composite" })
            .with("messages", messages)
            .with("releases", self.releases(&rule.id, file));
        let object = match each {
            Some(each) => object.with("each", each),
            None => object,
        };
        let object = object
            .with("cel", full(rule))
            .with("expression", &rule.cel)
            .with("needsSent", rule.compiled.typed.needs_sent)
            .with("reads", rule.compiled.typed.reads.iter().map(|steps| path(steps)).collect::<Vec<_>>());
        told(object, &rule.text, &rule.source)
    }

    /// The releases of the module in which the rule holds on a type of this file; its name may have changed.
    fn releases(&self, rule: &str, file: &str) -> Vec<String> {
        let holds = |release: usize| {
            self.catalogue
                .messages_of(self.module_number, release)
                .flat_map(|message| self.catalogue.closure(message.ty))
                .any(|id| {
                    self.catalogue.types.get(id.0).is_some_and(|ty| ty.file == file)
                        && self
                            .composite(id)
                            .is_some_and(|composite| composite.rules.iter().any(|known| known.id == rule))
                })
        };
        let numbered = self.module.releases.iter().enumerate();
        numbered.filter(|(number, _)| holds(*number)).map(|(_, release)| release.number.to_string()).collect()
    }
}

/// The rule in full CEL. It compiled, so that it parses; the catalogue writes `each` as `List[]: …`.
fn full(rule: &Rule) -> String {
    let (each, assert) = match (&rule.compiled.typed.each, rule.cel.split_once("[]: ")) {
        (Some(_), Some((each, assert))) => (Some(each), assert),
        _ => (None, rule.cel.as_str()),
    };
    cel::full(&RuleText { each, when: None, assert, at: None }).unwrap_or_default()
}

fn forbidden(rule: &Forbidden) -> Object {
    let object = Object::new()
        .with("id", &rule.rule)
        .with("severity", severity(rule.severity))
        .with("elements", rule.names.clone());
    told(object, &rule.text, &rule.source)
}

fn told(object: Object, text: &Text, source: &str) -> Object {
    object
        .with("nl", &text.nl)
        .with("en", &text.en)
        .with("source", source)
        .with("proposed", source.starts_with("proposed"))
}

const fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "fout",
        Severity::Warning => "waarschuwing",
        Severity::Info => "info",
    }
}

/// `Posten[].Naam`, `^.Datum`.
fn path(steps: &[Step]) -> String {
    let mut out = String::new();
    for step in steps {
        let dot = if out.is_empty() { "" } else { "." };
        match step {
            Step::Element(name) => {
                out.push_str(dot);
                out.push_str(name);
            }
            Step::Items => out.push_str("[]"),
            Step::Outer => {
                out.push_str(dot);
                out.push('^');
            }
        }
    }
    out
}
