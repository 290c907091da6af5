//! What is said of a module and a release as a whole.

use std::collections::BTreeSet;

use super::{At, Comparer, whole};
use crate::catalogue::Forbidden;
use crate::diff::change::{Name, RowSort, Sort, plain};
use crate::diff::kind::Kind;

impl Comparer<'_> {
    pub(super) fn module(&mut self) {
        let (Some(old), Some(new)) = (self.old.module(), self.new.module()) else { return };
        let source = self.new.release().map(|release| release.source.clone()).unwrap_or_default();
        let at = At { place: whole(Sort::Module, &old.id, &new.id), touches: &[] };
        if old.id != new.id {
            self.turned(Kind::NamespaceChanged, &at, &old.id, &new.id, &source);
        }
        if old.code != new.code {
            self.turned(Kind::ModuleCodeChanged, &at, &old.code, &new.code, &source);
        }
        if old.name != new.name {
            self.turned(Kind::NameChanged, &at, &old.name, &new.name, &source);
        }
        self.words(&at, (&old.text, ""), (&new.text, ""));
        if let (Some(old), Some(new)) = (self.old.release(), self.new.release())
            && old.number == new.number
        {
            let number = new.number.to_string();
            let at = At { place: whole(Sort::Release, &number, &number), touches: &[] };
            self.words(&at, (&old.text, &old.source), (&new.text, &new.source));
        }
        let names = |forbidden: &[Forbidden]| -> BTreeSet<(String, String)> {
            let pairs = forbidden.iter().flat_map(|row| row.names.iter().map(|name| (row.rule.clone(), name.clone())));
            pairs.collect()
        };
        let (before, after) = (names(&old.forbidden), names(&new.forbidden));
        let source = |rule: &str| {
            let rows = new.forbidden.iter().chain(&old.forbidden);
            rows.clone().find(|row| row.rule == rule).map(|row| row.source.clone()).unwrap_or_default()
        };
        for (rule, name) in after.difference(&before) {
            let row = Name { old: None, new: Some(rule.clone()) };
            let at = At { place: at.place.row(RowSort::Rule, row), touches: &[] };
            self.add(Kind::ForbiddenAdded, &at, (None, Some(plain(name))), &source(rule));
        }
        for (rule, name) in before.difference(&after) {
            let row = Name { old: Some(rule.clone()), new: None };
            let at = At { place: at.place.row(RowSort::Rule, row), touches: &[] };
            self.add(Kind::ForbiddenRemoved, &at, (Some(plain(name)), None), &source(rule));
        }
    }
}
