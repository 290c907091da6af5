//! Messages: which came, went or have another name, who sends them, and their tables.

use std::collections::BTreeSet;

use super::{At, Comparer, Pair};
use crate::catalogue::Message;
use crate::diff::change::{Name, Place, Sort, Touched, plain};
use crate::diff::kind::Kind;

impl Comparer<'_> {
    pub(super) fn messages(&mut self) {
        for pair in self.pairs.clone() {
            self.message(pair);
        }
    }

    fn message(&mut self, pair: Pair<'_>) {
        let touched = [Touched::new(pair.0, pair.1)];
        let sort = if touched.iter().any(|one| one.header) { Sort::Header } else { Sort::Message };
        let name = Name { old: pair.0.map(|old| old.id.clone()), new: pair.1.map(|new| new.id.clone()) };
        let at = At { place: Place::whole(sort, name), touches: &touched };
        match pair {
            (None, None) => {}
            (None, Some(new)) => self.add(Kind::MessageAdded, &at, (None, Some(plain(&new.name))), &new.source),
            (Some(old), None) => self.add(Kind::MessageRemoved, &at, (Some(plain(&old.name)), None), &old.source),
            (Some(old), Some(new)) => self.both(&at, old, new),
        }
    }

    fn both(&mut self, at: &At<'_>, old: &Message, new: &Message) {
        let source = &new.source;
        if old.id != new.id {
            self.turned(Kind::MessageRenamed, at, &old.id, &new.id, source);
        } else if old.name != new.name {
            self.turned(Kind::NameChanged, at, &old.name, &new.name, source);
        }
        if old.code != new.code {
            self.turned(Kind::MessageCodeChanged, at, &old.code, &new.code, source);
        }
        self.roles(at, old, new);
        match (old.starts, new.starts) {
            (false, true) => self.add(Kind::StartAllowed, at, (None, None), source),
            (true, false) => self.add(Kind::StartForbidden, at, (None, None), source),
            _ => {}
        }
        match (old.answer, new.answer) {
            (false, true) => self.add(Kind::AnswerRequired, at, (None, None), source),
            (true, false) => self.add(Kind::AnswerFree, at, (None, None), source),
            _ => {}
        }
        if let (Some(before), Some(after)) = (self.old.ty(old.ty), self.new.ty(new.ty)) {
            self.words(at, (&before.text, &old.source), (&after.text, &new.source));
            self.table(at, before, after);
        }
    }

    fn roles(&mut self, at: &At<'_>, old: &Message, new: &Message) {
        let set = |roles: &[String]| roles.iter().cloned().collect::<BTreeSet<_>>();
        let (from, to) = ((set(&old.from), set(&new.from)), (set(&old.to), set(&new.to)));
        if from.0 != from.1 && from.0 == to.1 && to.0 == from.1 {
            let way = |message: &Message| format!("{} → {}", message.from.join(", "), message.to.join(", "));
            return self.turned(Kind::DirectionReversed, at, &way(old), &way(new), &new.source);
        }
        for (sets, added, removed) in
            [(from, Kind::SenderAdded, Kind::SenderRemoved), (to, Kind::RecipientAdded, Kind::RecipientRemoved)]
        {
            for role in sets.1.difference(&sets.0) {
                self.turned(added, at, "", role, &new.source);
            }
            for role in sets.0.difference(&sets.1) {
                self.turned(removed, at, role, "", &new.source);
            }
        }
    }
}
