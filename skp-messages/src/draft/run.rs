//! Running the rules of a table and its parts, in the order of the generated `check`.

use skp_codegen::catalogue::{Catalogue, Content, Holds};
use skp_codegen::cel::Presence;

use super::keep::Keep;
use super::program::{Rule, Step};
use super::shapes::Shapes;
use super::view::{Input, View};
use super::{eval, translate};
use crate::check::Checker;

/// The tables that have rules, or parts with rules, by the number of their type.
pub(super) struct Tables {
    tables: Vec<Option<Table>>,
}

struct Table {
    rules: Vec<Rule>,
    parts: Vec<Part>,
}

/// An element whose type has rules.
struct Part {
    step: Step,
    name: &'static str,
    table: usize,
}

impl Tables {
    /// The tables of a catalogue. The error is the id of a rule that cannot be interpreted.
    pub(super) fn new(catalogue: &Catalogue, shapes: &Shapes, keep: &mut Keep) -> Result<Self, String> {
        let mut tables: Vec<Option<Table>> = Vec::new();
        for (id, ty) in catalogue.types.iter().enumerate() {
            let table = match (&ty.content, shapes.composite(id)) {
                (Content::Composite(composite), Some(shape)) if composite.has_rules => {
                    let mut rules = Vec::new();
                    for (rule, &constant) in composite.rules.iter().zip(shape.rules) {
                        let translated = translate::rule(constant, &rule.compiled.typed, shape, keep);
                        rules.push(translated.ok_or_else(|| rule.id.clone())?);
                    }
                    let mut parts = Vec::new();
                    for (index, element) in composite.elements.iter().enumerate() {
                        let Holds::Type(part) = element.holds else { continue };
                        if matches!(tables.get(part.0), Some(Some(_))) {
                            let presence = match (element.item.is_some(), element.min) {
                                (true, _) => Presence::List,
                                (false, 0) => Presence::Optional,
                                (false, _) => Presence::Required,
                            };
                            let name = keep.text(&element.name);
                            parts.push(Part { step: Step { index, presence }, name, table: part.0 });
                        }
                    }
                    Some(Table { rules, parts })
                }
                _ => None,
            };
            tables.push(table);
        }
        Ok(Self { tables })
    }

    /// Runs the rules of a table on a composite, then those of its parts. Tables do not contain themselves.
    pub(super) fn check(&self, table: usize, on: View, input: Input<'_, '_>, c: &mut Checker<'_>) {
        let Some(Some(table)) = self.tables.get(table) else { return };
        for rule in &table.rules {
            eval::rule(rule, on, input, c);
        }
        for part in &table.parts {
            if part.step.presence == Presence::List {
                for (index, item) in input.items(on, part.step.index).enumerate() {
                    c.item(part.name, index, |c| self.check(part.table, item, input, c));
                }
            } else if let Some(element) = input.element(on, part.step) {
                c.part(part.name, |c| self.check(part.table, element, input, c));
            }
        }
    }
}
