//! Numbers, dates and texts.
//!
//! Numbers of different types meet as `Decimal`. A whole number or a size that is compared with a whole
//! number in the rule stays what it is.

use proc_macro2::{Literal as Token, TokenStream};
use quote::{format_ident, quote};

use super::Emitter;
use super::piece::{Piece, Strength};
use crate::cel::ast::{Cmp, Op};
use crate::cel::lexer::Literal;
use crate::cel::ty::Ty;
use crate::cel::typed::{Date, Months, Number, Path, Text};

/// Which whole numbers of Rust a number is one of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Whole {
    /// `u32` or `i32`, which of both is not known here.
    Element,
    /// `usize`
    Size,
    /// written in the rule
    Literal,
}

impl Emitter {
    /// A number as a `Decimal`. Where `zero`, an absent element counts as nothing.
    pub fn number(&mut self, number: &Number, zero: bool) -> Piece {
        self.decimal();
        match number {
            Number::Literal(literal) => Piece::atom(decimal(*literal)),
            Number::Path(path) if zero && path.optional() => {
                let option = self.option(path);
                let convert = match (path.ty, path.steps.last()) {
                    (Ty::Integer, _) | (_, None) => quote!(Decimal::from),
                    (_, Some(step)) => {
                        let ident = &step.ident;
                        quote!(|#ident| #ident.to_decimal())
                    }
                };
                Piece::atom(quote!(#option.map_or(Decimal::ZERO, #convert)))
            }
            Number::Path(path) => {
                let reached = self.reach(path);
                Piece::atom(if path.ty == Ty::Integer {
                    let value = reached.value().tokens;
                    quote!(Decimal::from(#value))
                } else {
                    let receiver = reached.receiver();
                    quote!(#receiver.to_decimal())
                })
            }
            Number::Size(_) | Number::Chars(_) => {
                let size = self.size(number).tokens;
                Piece::atom(quote!(Decimal::from(#size)))
            }
            Number::Arithmetic(op, left, right) => {
                let (operator, strength) = match op {
                    Op::Mul => (quote!(*), Strength::Mul),
                    Op::Sub => (quote!(-), Strength::Add),
                    _ => (quote!(+), Strength::Add),
                };
                let zero = strength == Strength::Add;
                let (left, right) = (self.number(left, zero), self.number(right, zero));
                Piece::infix(left, &operator, right, strength)
            }
            Number::Extreme(larger, left, right) => {
                let method = if *larger { quote!(max) } else { quote!(min) };
                let (left, right) = (self.number(left, false).tokens, self.number(right, false).tokens);
                Piece::atom(quote!(Decimal::#method(#left, #right)))
            }
            Number::Sum(parts) => Piece::atom(self.sum(parts)),
        }
    }

    /// Numbers with a comparison between them.
    pub fn compare_numbers(&mut self, cmp: Cmp, left: &Number, right: &Number) -> Piece {
        let (left, right) = if stay_whole(cmp, left, right) {
            (self.whole(left), self.whole(right))
        } else {
            (self.number(left, false), self.number(right, false))
        };
        Piece::infix(left, &operator(cmp), right, Strength::Compare)
    }

    /// A number that is one of these, and whether the outcome is wanted.
    pub fn number_in(&mut self, number: &Number, literals: &[Literal], wanted: bool) -> Piece {
        let all_whole = literals.iter().all(|literal| is_small(*literal));
        if all_whole && matches!(whole(number), Some(Whole::Element | Whole::Size)) {
            let value = self.whole(number).tokens;
            let patterns = literals.iter().map(|literal| Token::i64_unsuffixed(literal.mantissa));
            return Piece::not_if(!wanted, quote!(matches!(#value, #(#patterns)|*)));
        }
        let value = self.number(number, false).tokens;
        let literals = literals.iter().map(|literal| decimal(*literal));
        Piece::not_if(!wanted, quote!([#(#literals),*].contains(&#value)))
    }

    fn whole(&mut self, number: &Number) -> Piece {
        match number {
            Number::Literal(literal) => {
                let token = Token::i64_unsuffixed(literal.mantissa);
                Piece::atom(quote!(#token))
            }
            Number::Path(path) => self.reach(path).value(),
            other => self.size(other),
        }
    }

    /// The number of items or characters, as a `usize`.
    fn size(&mut self, number: &Number) -> Piece {
        match number {
            Number::Size(list) => self.length(list),
            Number::Chars(path) => {
                self.functions();
                let text = self.as_str(path);
                Piece::atom(quote!(functions::chars(#text)))
            }
            _ => Piece::atom(quote!(0)),
        }
    }

    /// The date (`sent`) or the moment (`sent_at`) of sending.
    pub fn sent(&mut self, field: &str) -> TokenStream {
        self.context = true;
        let name = format_ident!("{field}");
        self.question(self.frames.len(), None, field, &mut |_, _| quote!(cx.#name?)).0
    }

    /// A date.
    pub fn date(&mut self, date: &Date) -> Piece {
        match date {
            Date::Path(path) => self.reach(path).value(),
            Date::Sent => Piece::atom(self.sent("sent")),
            Date::Later(date, months) => {
                self.functions();
                let date = self.date(date).tokens;
                let months = match months {
                    Months::Literal(months) => {
                        let token = Token::i64_unsuffixed(*months);
                        quote!(#token)
                    }
                    Months::Path(path) => {
                        let months = self.reach(path).value().tokens;
                        quote!(i64::from(#months))
                    }
                };
                self.leaves();
                Piece::atom(quote!(functions::months_after(#date, #months)?))
            }
        }
    }

    /// A text as a `&str`.
    pub fn text(&mut self, text: &Text) -> TokenStream {
        match text {
            Text::Literal(text) => quote!(#text),
            Text::Path(path) => self.as_str(path),
        }
    }

    pub fn as_str(&mut self, path: &Path) -> TokenStream {
        let text = self.reach(path).receiver();
        quote!(#text.as_str())
    }
}

/// A comparison in Rust.
pub fn operator(cmp: Cmp) -> TokenStream {
    match cmp {
        Cmp::Eq => quote!(==),
        Cmp::Ne => quote!(!=),
        Cmp::Lt => quote!(<),
        Cmp::Le => quote!(<=),
        Cmp::Gt => quote!(>),
        Cmp::Ge => quote!(>=),
    }
}

/// Whether numbers can be compared as whole numbers of the same Rust type, without a comparison that is always true.
fn stay_whole(cmp: Cmp, left: &Number, right: &Number) -> bool {
    let useful = |cmp, literal: &Number| match literal {
        Number::Literal(literal) => is_small(*literal) && !(literal.mantissa == 0 && matches!(cmp, Cmp::Ge | Cmp::Lt)),
        _ => false,
    };
    match (whole(left), whole(right)) {
        (Some(Whole::Size), Some(Whole::Size)) => true,
        (Some(Whole::Size | Whole::Element), Some(Whole::Literal)) => useful(cmp, right),
        (Some(Whole::Literal), Some(Whole::Size | Whole::Element)) => useful(cmp.mirrored(), left),
        _ => false,
    }
}

fn whole(number: &Number) -> Option<Whole> {
    match number {
        Number::Literal(literal) => (literal.scale == 0).then_some(Whole::Literal),
        Number::Path(path) => (path.ty == Ty::Integer).then_some(Whole::Element),
        Number::Size(_) | Number::Chars(_) => Some(Whole::Size),
        _ => None,
    }
}

/// Whether a literal fits in every whole number of Rust that it may meet.
fn is_small(literal: Literal) -> bool {
    literal.scale == 0 && literal.mantissa >= 0 && i32::try_from(literal.mantissa).is_ok()
}

/// A literal as a `Decimal`, without zeros at its end.
pub fn decimal(literal: Literal) -> TokenStream {
    let Literal { mut mantissa, mut scale } = literal;
    while scale > 0 && mantissa % 10 == 0 {
        mantissa /= 10;
        scale -= 1;
    }
    match (mantissa, scale) {
        (0, _) => quote!(Decimal::ZERO),
        (1, 0) => quote!(Decimal::ONE),
        (2, 0) => quote!(Decimal::TWO),
        (10, 0) => quote!(Decimal::TEN),
        (100, 0) => quote!(Decimal::ONE_HUNDRED),
        _ => {
            let (mantissa, scale) = (Token::i64_unsuffixed(mantissa), Token::u32_unsuffixed(scale));
            quote!(Decimal::new(#mantissa, #scale))
        }
    }
}
