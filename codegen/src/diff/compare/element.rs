//! One row of a table on both sides.

use super::{At, Comparer};
use crate::catalogue::{Content, Element, Holds, SimpleType};
use crate::diff::kind::Kind;
use crate::diff::patterns;

impl<'c> Comparer<'c> {
    pub(super) fn element(&mut self, at: &At<'_>, old: &Element, new: &Element) {
        let source = new.source.as_str();
        let types = (self.type_name(old.holds, true), self.type_name(new.holds, false));
        if old.name != new.name {
            let retyped = types.0 != types.1;
            let kind = if retyped { Kind::ElementRenamedRetyped } else { Kind::ElementRenamed };
            let say = |element: &Element, ty: &str| {
                if retyped { format!("{} ({ty})", element.name) } else { element.name.clone() }
            };
            self.turned(kind, at, &say(old, &types.0), &say(new, &types.1), source);
        } else if types.0 != types.1 {
            let kind = self.other_type(old.holds, new.holds);
            self.turned(kind, at, &types.0, &types.1, source);
        }
        match (&old.item, &new.item) {
            (None, Some(_)) => self.turned(Kind::ElementMadeList, at, old.cardinality(), new.cardinality(), source),
            (Some(_), None) => self.turned(Kind::ElementMadeSingle, at, old.cardinality(), new.cardinality(), source),
            (Some(before), Some(after)) if before != after => self.turned(Kind::ItemRenamed, at, before, after, source),
            _ => {}
        }
        match (old.min, new.min) {
            (0, 1..) => self.turned(Kind::ElementMadeRequired, at, old.cardinality(), new.cardinality(), source),
            (1.., 0) => self.turned(Kind::ElementMadeOptional, at, old.cardinality(), new.cardinality(), source),
            _ => {}
        }
        if let (Some(before), Some(after)) = (self.simple(old.holds, true), self.simple(new.holds, false))
            && before.name == after.name
        {
            self.row_limits(at, (old, before), (new, after));
        }
        if let Some(kind) = patterns::compare(old.pattern.as_ref(), new.pattern.as_ref()) {
            let text = |element: &Element| element.pattern.as_ref().map(|own| own.text.clone()).unwrap_or_default();
            self.turned(kind, at, &text(old), &text(new), source);
        }
        self.privacy(at, old.privacy, new.privacy, source);
        self.words(at, (&old.text, &old.source), (&new.text, source));
        let cell = |cell: &Option<String>| cell.clone().unwrap_or_default();
        if old.group != new.group {
            self.turned(Kind::GroupChanged, at, &cell(&old.group), &cell(&new.group), source);
        }
        if old.name == new.name && old.was != new.was {
            self.turned(Kind::PredecessorChanged, at, &cell(&old.was), &cell(&new.was), source);
        }
    }

    /// The name of a type, on the old side or the new.
    pub(super) fn type_name(&self, holds: Holds, old: bool) -> String {
        let side = if old { self.old } else { self.new };
        let name = match holds {
            Holds::Simple(id) => side.catalogue.simple.get(id.0).map(|ty| ty.name.clone()),
            Holds::Type(id) => side.ty(id).map(|ty| ty.name.clone()),
        };
        name.unwrap_or_default()
    }

    pub(super) fn simple(&self, holds: Holds, old: bool) -> Option<&'c SimpleType> {
        let side = if old { self.old } else { self.new };
        match holds {
            Holds::Simple(id) => side.catalogue.simple.get(id.0),
            Holds::Type(_) => None,
        }
    }

    /// What it means that a row has a type of another name.
    fn other_type(&self, old: Holds, new: Holds) -> Kind {
        if let (Some(before), Some(after)) = (self.simple(old, true), self.simple(new, false)) {
            return super::simple::other(before, after);
        }
        let (Holds::Type(before), Holds::Type(after)) = (old, new) else { return Kind::TypeChanged };
        match (self.old.ty(before), self.new.ty(after)) {
            (Some(before), Some(after)) if content(&before.content) == content(&after.content) => Kind::TypeRenamed,
            _ => Kind::TypeChanged,
        }
    }
}

/// What a type holds, without words and provenance.
fn content(content: &Content) -> String {
    match content {
        Content::Composite(table) => {
            let row = |element: &Element| {
                let limits = (element.low, element.high, element.pattern.as_ref().map(|own| &own.text));
                format!("{} {:?} {} {:?} {limits:?}", element.name, element.item, element.min, element.holds)
            };
            format!("{} {:?}", table.choice, table.elements.iter().map(row).collect::<Vec<_>>())
        }
        Content::Codes(list) => {
            let codes: Vec<&str> = list.codes.iter().map(|code| code.code.as_str()).collect();
            format!("{} {} {codes:?}", list.closed, list.integer)
        }
    }
}
