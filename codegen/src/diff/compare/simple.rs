//! Simple types.

use super::{At, Comparer};
use crate::catalogue::{Kind as Form, SimpleType};
use crate::diff::kind::Kind;
use crate::diff::patterns;

impl Comparer<'_> {
    pub(super) fn simple_type(&mut self, at: &At<'_>, old: &SimpleType, new: &SimpleType) {
        match (old.kind, new.kind) {
            (before, after) if before == after => {}
            (Form::Text, Form::Lines) => self.add(Kind::LinesAllowed, at, (None, None), &new.source),
            (Form::Lines, Form::Text) => self.add(Kind::LinesForbidden, at, (None, None), &new.source),
            (before, after) => {
                self.turned(Kind::FormChanged, at, &format!("{before:?}"), &format!("{after:?}"), &new.source);
            }
        }
        // Of another form the limits mean something else.
        let comparable = old.kind == new.kind
            || matches!((old.kind, new.kind), (Form::Text, Form::Lines) | (Form::Lines, Form::Text));
        if comparable {
            self.type_limits(at, old, new);
        }
        if let Some(kind) = patterns::compare(old.pattern.as_ref(), new.pattern.as_ref()) {
            let text = |ty: &SimpleType| ty.pattern.as_ref().map(|own| own.text.clone()).unwrap_or_default();
            self.turned(kind, at, &text(old), &text(new), &new.constraint);
        }
        self.privacy(at, old.privacy, new.privacy, &new.source);
        self.words(at, (&old.text, &old.source), (&new.text, &new.source));
        if old.constraint != new.constraint {
            self.turned(Kind::ProvenanceChanged, at, &old.constraint, &new.constraint, &new.constraint);
        }
    }
}

/// What it means that a row has another simple type.
pub(super) fn other(old: &SimpleType, new: &SimpleType) -> Kind {
    let form = |ty: &SimpleType| if ty.kind == Form::Lines { Form::Text } else { ty.kind };
    if form(old) != form(new) {
        return Kind::TypeChanged;
    }
    let lines = |ty: &SimpleType| ty.kind == Form::Lines;
    let mut narrower = old.low < new.low || old.high > new.high || (lines(old) && !lines(new));
    let mut wider = old.low > new.low || old.high < new.high || (!lines(old) && lines(new));
    match patterns::compare(old.pattern.as_ref(), new.pattern.as_ref()) {
        Some(Kind::PatternNarrowed) => narrower = true,
        Some(Kind::PatternWidened) => wider = true,
        Some(Kind::PatternChanged) => return Kind::TypeChanged,
        _ => {}
    }
    match (narrower, wider) {
        (false, false) => Kind::TypeRenamed,
        (true, false) => Kind::TypeNarrowed,
        (false, true) => Kind::TypeWidened,
        (true, true) => Kind::TypeChanged,
    }
}
