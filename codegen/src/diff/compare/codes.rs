//! Code lists.

use super::{At, Comparer};
use crate::catalogue::{Code, Codes};
use crate::diff::change::{Name, RowSort};
use crate::diff::kind::Kind;
use crate::diff::order;

impl Comparer<'_> {
    pub(super) fn codes(&mut self, at: &At<'_>, old: &Codes, new: &Codes, source: &str) {
        match (old.closed, new.closed) {
            (true, false) => self.add(Kind::ListOpened, at, (None, None), source),
            (false, true) => self.add(Kind::ListClosed, at, (None, None), source),
            _ => {}
        }
        if old.integer != new.integer {
            let word = |list: &Codes| if list.integer { "Integer" } else { "Tekst" };
            self.turned(Kind::CodeFormChanged, at, word(old), word(new), source);
        }
        self.privacy(at, old.privacy, new.privacy, source);
        let find = |list: &'_ Codes, code: &Code| list.codes.iter().position(|row| row.code == code.code);
        for code in &new.codes {
            let row = Name { old: find(old, code).map(|_| code.code.clone()), new: Some(code.code.clone()) };
            let at = At { place: at.place.row(RowSort::Code, row), touches: at.touches };
            match find(old, code).and_then(|place| old.codes.get(place)) {
                Some(earlier) => self.words(&at, (&earlier.text, &earlier.source), (&code.text, &code.source)),
                None => {
                    // What a new code does, it does to who still has the old list.
                    let kind = if old.closed { Kind::CodeAddedClosed } else { Kind::CodeAddedOpen };
                    self.add(kind, &at, (None, Some(code.text.clone())), &code.source);
                }
            }
        }
        for code in old.codes.iter().filter(|code| find(new, code).is_none()) {
            let row = Name { old: Some(code.code.clone()), new: None };
            let at = At { place: at.place.row(RowSort::Code, row), touches: at.touches };
            let kind = if new.closed { Kind::CodeRemovedClosed } else { Kind::CodeRemovedOpen };
            self.add(kind, &at, (Some(code.text.clone()), None), &code.source);
        }
        let shared = |list: &'_ Codes, other: &Codes| -> Vec<String> {
            let rows = list.codes.iter().filter(|code| find(other, code).is_some());
            rows.map(|code| code.code.clone()).collect()
        };
        let (before, after) = (shared(old, new), shared(new, old));
        let (before, after): (Vec<&str>, Vec<&str>) =
            (before.iter().map(String::as_str).collect(), after.iter().map(String::as_str).collect());
        for code in order::moved(&before, &after) {
            let at = At { place: at.place.row(RowSort::Code, Name::same(code)), touches: at.touches };
            self.add(Kind::CodeMoved, &at, (None, None), source);
        }
    }
}
