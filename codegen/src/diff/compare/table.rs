//! Tables: which rows came, went or moved, and which have another name.

use super::{At, Comparer};
use crate::catalogue::{Composite, Content, Element, Type};
use crate::diff::change::{Name, RowSort};
use crate::diff::kind::Kind;
use crate::diff::order;

impl Comparer<'_> {
    /// Two contents of one type: tables here, code lists in their own file.
    pub(super) fn table(&mut self, at: &At<'_>, old: &Type, new: &Type) {
        match (&old.content, &new.content) {
            (Content::Composite(before), Content::Composite(after)) => self.composite(at, before, after, &new.source),
            (Content::Codes(before), Content::Codes(after)) => self.codes(at, before, after, &new.source),
            _ => self.turned(Kind::FormChanged, at, form(old), form(new), &new.source),
        }
    }

    fn composite(&mut self, at: &At<'_>, old: &Composite, new: &Composite, source: &str) {
        match (old.choice, new.choice) {
            (false, true) => self.add(Kind::ChoiceMade, at, (None, None), source),
            (true, false) => self.add(Kind::ChoiceUndone, at, (None, None), source),
            _ => {}
        }
        let before = |element: &Element| old.elements.iter().find(|row| same(row, element, old, new));
        let mut kept = Vec::new();
        for element in &new.elements {
            match before(element) {
                Some(earlier) => {
                    let row = Name::both(&earlier.name, &element.name);
                    let at = At { place: at.place.row(RowSort::Element, row), touches: at.touches };
                    self.element(&at, earlier, element);
                    kept.push((earlier.name.as_str(), element.name.as_str()));
                }
                None => {
                    let row = Name { old: None, new: Some(element.name.clone()) };
                    let at = At { place: at.place.row(RowSort::Element, row), touches: at.touches };
                    let kind = if element.min > 0 { Kind::ElementAddedRequired } else { Kind::ElementAddedOptional };
                    let what = described(element, &self.type_name(element.holds, false));
                    self.turned(kind, &at, "", &what, &element.source);
                }
            }
        }
        for element in old.elements.iter().filter(|element| !kept.iter().any(|(old, _)| *old == element.name)) {
            let row = Name { old: Some(element.name.clone()), new: None };
            let at = At { place: at.place.row(RowSort::Element, row), touches: at.touches };
            let kind = if element.min > 0 { Kind::ElementRemovedRequired } else { Kind::ElementRemovedOptional };
            let what = described(element, &self.type_name(element.holds, true));
            self.turned(kind, &at, &what, "", &element.source);
        }
        self.moved(at, old, new, &kept);
        self.rules(at, &old.rules, &new.rules);
    }

    fn moved(&mut self, at: &At<'_>, old: &Composite, new: &Composite, kept: &[(&str, &str)]) {
        // A renamed row counts under its new name on both sides.
        let now = |name: &str| kept.iter().find(|(old, _)| *old == name).map(|(_, new)| *new);
        let before: Vec<&str> = old.elements.iter().filter_map(|row| now(&row.name)).collect();
        let after: Vec<&str> = kept.iter().map(|(_, new)| *new).collect();
        let kind = if new.choice { Kind::ChoicePartMoved } else { Kind::ElementMoved };
        for name in order::moved(&before, &after) {
            let behind = |order: &[&str]| {
                let place = order.iter().position(|row| *row == name).unwrap_or_default();
                place.checked_sub(1).and_then(|place| order.get(place)).map_or("START", |row| row).to_owned()
            };
            let (was, is) = (behind(&before), behind(&after));
            let earlier = kept.iter().find(|(_, new)| *new == name).map_or(name, |(old, _)| *old);
            let at = At { place: at.place.row(RowSort::Element, Name::both(earlier, name)), touches: at.touches };
            let source = new.elements.iter().find(|row| row.name == name).map_or("", |row| row.source.as_str());
            self.turned(kind, &at, &was, &is, source);
        }
    }
}

/// Whether two rows are the same one: by name, or because one takes the place of the other.
fn same(old: &Element, new: &Element, before: &Composite, after: &Composite) -> bool {
    let has = |table: &Composite, name: &str| table.elements.iter().any(|row| row.name == name);
    let follows = |row: &Element, other: &Element| row.was.as_deref() == Some(other.name.as_str());
    old.name == new.name
        || (!has(after, &old.name) && !has(before, &new.name) && (follows(new, old) || follows(old, new)))
}

/// A row in a few words: `Contactpersoon, 0..1`.
fn described(element: &Element, ty: &str) -> String {
    format!("{ty}, {}", element.cardinality())
}

fn form(ty: &Type) -> &'static str {
    match ty.content {
        Content::Composite(_) => "composite",
        Content::Codes(_) => "codelist",
    }
}
