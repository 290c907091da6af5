//! Making texts equal or different, of a length, with or without data of a person.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::super::eval::Env;
use super::super::node::{Loc, Scalar};
use super::super::rule::{Path, Text};
use super::super::value::{self, bsn, iban};
use super::Fixer;

impl Fixer<'_> {
    /// Two texts that are equal, or not.
    pub(super) fn texts(&mut self, equal: bool, left: &Text, right: &Text, env: &Env) -> bool {
        let mut sides = [(left, right), (right, left)];
        if self.dice.chance(40) {
            sides.reverse();
        }
        sides.into_iter().any(|(side, other)| {
            let Text::Path(path) = side else { return false };
            let loc = env.resolve(path);
            match (equal, self.document.text(other, env).map(str::to_owned)) {
                (true, Ok(text)) => self.set_text(&loc, text),
                (false, _) => self.ensure(&loc) && self.renew(&loc),
                (true, Err(_)) => false,
            }
        })
    }

    /// A text that is one of these, or none of them.
    pub(super) fn text_in(&mut self, text: &Text, texts: &[String], wanted: bool, env: &Env) -> bool {
        let Text::Path(path) = text else { return false };
        let loc = env.resolve(path);
        if !wanted {
            return self.ensure(&loc) && self.renew(&loc);
        }
        self.dice.pick(texts).cloned().is_some_and(|text| self.set_text(&loc, text))
    }

    /// Puts a text in a place, when the row allows it.
    fn set_text(&mut self, loc: &Loc, text: String) -> bool {
        let fits = self.document.element(loc).is_some_and(|element| value::fits(element, &text));
        fits && self.set(loc, Scalar::Text(text))
    }

    /// A text of so many characters.
    pub(super) fn set_chars(&mut self, path: &Path, target: Decimal, env: &Env) -> bool {
        let loc = env.resolve(path);
        let (Some(element), Some(length)) = (self.document.element(&loc), target.to_usize()) else { return false };
        let Some((low, high)) = value::lengths(element) else { return false };
        if !(low..=high).contains(&length) {
            return false;
        }
        value::of_length(element, length, self.dice).is_some_and(|text| self.set(&loc, Scalar::Text(text)))
    }

    /// A text that holds what identifies a person, a made-up one, or does not.
    pub(super) fn personal(&mut self, loc: &Loc, wanted: bool) -> bool {
        if !wanted {
            return self.renew(loc);
        }
        let text = match self.dice.below(4) {
            0 => format!("BSN {}", bsn::bsn(self.dice)),
            1 => format!("IBAN {}", iban::iban(self.dice)),
            2 => "mail proef@example.nl".to_owned(),
            _ => "bel 099-1234567".to_owned(),
        };
        self.set_text(loc, text)
    }
}
