//! Conditions.
//!
//! A negation goes into what it negates where Rust has a word for the outcome, as people would write it
//! and as Clippy wants it.

use quote::quote;

use super::Emitter;
use super::frame::block;
use super::number::operator;
use super::piece::{Piece, Strength};
use crate::cel::ast::Cmp;
use crate::cel::typed::{Bool, Code, Path};

impl Emitter {
    /// A condition, or the opposite when it is not `wanted`.
    pub fn condition(&mut self, condition: &Bool, wanted: bool) -> Piece {
        let cmp = |equal: bool| if equal == wanted { Cmp::Eq } else { Cmp::Ne };
        match condition {
            Bool::Literal(value) => {
                let value = *value == wanted;
                Piece::atom(quote!(#value))
            }
            Bool::Path(path) => {
                let value = self.reach(path).value();
                if wanted { value } else { Piece::not_if(true, value.at_least(Strength::Unary)) }
            }
            Bool::Has(path) => self.presence(path, wanted),
            Bool::Not(inner) => self.condition(inner, !wanted),
            Bool::And(left, right) => self.connected(condition, left, right, wanted, true),
            Bool::Or(left, right) => self.connected(condition, left, right, wanted, false),
            Bool::Same(equal, left, right) => {
                let (left, left_wanted) = self.side(left);
                let (right, right_wanted) = self.side(right);
                let operator = operator(cmp(*equal == (left_wanted == right_wanted)));
                Piece::infix(left, &operator, right, Strength::Compare)
            }
            Bool::Numbers(cmp, left, right) => {
                self.compare_numbers(if wanted { *cmp } else { cmp.negated() }, left, right)
            }
            Bool::Dates(cmp, left, right) => {
                let operator = operator(if wanted { *cmp } else { cmp.negated() });
                let (left, right) = (self.date(left), self.date(right));
                Piece::infix(left, &operator, right, Strength::Compare)
            }
            Bool::Plain(cmp, left, right) => {
                let operator = operator(if wanted { *cmp } else { cmp.negated() });
                let (left, right) = (self.reach(left).value(), self.reach(right).value());
                Piece::infix(left, &operator, right, Strength::Compare)
            }
            Bool::Texts(equal, left, right) => {
                let (left, right) = (Piece::atom(self.text(left)), Piece::atom(self.text(right)));
                Piece::infix(left, &operator(cmp(*equal)), right, Strength::Compare)
            }
            Bool::Codes(path, codes) => self.codes(path, codes, wanted),
            Bool::TextIn(text, texts) => {
                let value = self.text(text);
                Piece::not_if(!wanted, quote!(matches!(#value, #(#texts)|*)))
            }
            Bool::NumberIn(number, literals) => self.number_in(number, literals, wanted),
            Bool::Near(numbers) => {
                self.functions();
                let [a, b, tolerance] = numbers.each_ref().map(|number| self.number(number, false).tokens);
                Piece::not_if(!wanted, quote!(functions::near(#a, #b, #tolerance)))
            }
            Bool::AfterSending(path) => {
                let operator = operator(if wanted { Cmp::Gt } else { Cmp::Le });
                let moment = self.reach(path).value();
                let sent = Piece::atom(self.sent("sent_at"));
                Piece::infix(moment, &operator, sent, Strength::Compare)
            }
            Bool::Personal(path) => {
                self.functions();
                let text = self.as_str(path);
                Piece::not_if(!wanted, quote!(functions::holds_personal_data(#text)))
            }
            Bool::Quantified(all, part, variable, test) => {
                let tokens = self.quantified(*all, part, variable, test);
                Piece::not_if(!wanted, tokens)
            }
        }
    }

    /// An element that is one of these codes.
    fn codes(&mut self, path: &Path, codes: &[Code], wanted: bool) -> Piece {
        let reached = self.reach(path);
        if let [code] = codes {
            let operator = operator(if wanted { Cmp::Eq } else { Cmp::Ne });
            return Piece::infix(reached.value(), &operator, Piece::atom(quote!(#code)), Strength::Compare);
        }
        let value = reached.receiver();
        Piece::not_if(!wanted, quote!(matches!(#value, #(#codes)|*)))
    }

    /// `&&` (`and`) or `||` between conditions.
    fn connected(&mut self, whole: &Bool, left: &Bool, right: &Bool, wanted: bool, and: bool) -> Piece {
        if !wanted && bang(whole, false) {
            let positive = self.connected(whole, left, right, true, and).tokens;
            return Piece { tokens: quote!(!(#positive)), strength: Strength::Unary };
        }
        let (operator, strength) = if and == wanted { (quote!(&&), Strength::And) } else { (quote!(||), Strength::Or) };
        let left = self.condition(left, wanted);
        let (lets, right) = self.branch(|emitter| emitter.condition(right, wanted));
        let right = if lets.is_empty() { right } else { Piece::atom(block(&lets, right.tokens)) };
        Piece::infix(left, &operator, right, strength)
    }

    /// A side of a comparison between conditions, without `!` in front where possible: also says which outcome it is.
    fn side(&mut self, condition: &Bool) -> (Piece, bool) {
        let wanted = !bang(condition, true);
        (self.condition(condition, wanted), wanted)
    }
}

/// Whether a condition is written with `!` in front of it when this outcome is wanted.
fn bang(condition: &Bool, wanted: bool) -> bool {
    match condition {
        Bool::Has(path) => wanted && path.is_list() && !path.optional(),
        Bool::Not(inner) => bang(inner, !wanted),
        Bool::And(left, right) | Bool::Or(left, right) => !wanted && (bang(left, false) || bang(right, false)),
        Bool::Codes(_, codes) => !wanted && codes.len() > 1,
        Bool::Path(_)
        | Bool::TextIn(..)
        | Bool::NumberIn(..)
        | Bool::Near(_)
        | Bool::Personal(_)
        | Bool::Quantified(..) => !wanted,
        Bool::Literal(_)
        | Bool::Same(..)
        | Bool::Numbers(..)
        | Bool::Dates(..)
        | Bool::Plain(..)
        | Bool::Texts(..)
        | Bool::AfterSending(_) => false,
    }
}
