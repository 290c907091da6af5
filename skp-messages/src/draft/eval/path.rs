//! Reading elements: present or absent, and their values.

use std::borrow::Cow;

use skp_codegen::cel::Presence;

use super::Eval;
use crate::draft::program::{Need, Path, Root, Step};
use crate::draft::scalar::Scalar;
use crate::draft::view::{Input, Items, View};

impl<'w> Input<'w, '_> {
    /// The items of the list that steps lead to; none when a part on the way is absent.
    pub(super) fn list(self, from: View, steps: &[Step]) -> Items<'w> {
        let Some((last, before)) = steps.split_last() else { return Box::new(std::iter::empty()) };
        match before.iter().try_fold(from, |view, &step| self.element(view, step)) {
            Some(holder) => self.items(holder, last.index),
            None => Box::new(std::iter::empty()),
        }
    }
}

impl<'w> Eval<'_, 'w, '_> {
    fn start(&self, root: Root) -> Option<View> {
        match root {
            Root::Scope => Some(self.scope),
            Root::Outer => Some(self.outer),
            Root::Variable(variable) => {
                self.bound.iter().rev().find(|(known, _)| *known == variable).map(|&(_, view)| view)
            }
        }
    }

    /// The element that a path leads to; `None` when it is absent.
    pub(super) fn reach(&self, path: &Path) -> Option<View> {
        path.steps.iter().try_fold(self.start(path.root)?, |view, &step| self.input.element(view, step))
    }

    /// The items of a list.
    pub(super) fn items(&self, list: &Path) -> Items<'w> {
        match self.start(list.root) {
            Some(start) => self.input.list(start, &list.steps),
            None => Box::new(std::iter::empty()),
        }
    }

    /// Whether an element is there, or a list has items.
    pub(super) fn has(&self, path: &Path) -> bool {
        match path.steps.last() {
            Some(Step { presence: Presence::List, .. }) => self.items(path).next().is_some(),
            _ => self.reach(path).is_some(),
        }
    }

    /// The value of an element.
    pub(super) fn scalar(&self, path: &Path) -> Option<Scalar<'w>> {
        self.input.scalar(self.reach(path)?)
    }

    /// The text or code of an element.
    pub(super) fn string(&self, path: &Path) -> Option<Cow<'w, str>> {
        match self.scalar(path)? {
            Scalar::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Whether what a lambda reads from elsewhere is there.
    pub(super) fn met(&self, needs: &[Need]) -> Option<()> {
        let met = needs.iter().all(|need| match need {
            Need::Path(path) => self.reach(path).is_some(),
            Need::Sent => self.context.sent.is_some(),
        });
        met.then_some(())
    }
}
