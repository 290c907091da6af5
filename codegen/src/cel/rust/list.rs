//! Lists: their items, their length, their sum, and what holds for all or some of them.

use std::rc::Rc;

use proc_macro2::TokenStream;
use quote::quote;

use super::Emitter;
use super::frame::{Scope, block};
use super::path::through;
use super::piece::{Piece, Strength};
use crate::cel::ast::Cmp;
use crate::cel::ty::{Presence, Ty};
use crate::cel::typed::{Bool, List, Number, Part, Path, Root, Segment, Variable};

impl Emitter {
    /// An iterator over the items that steps lead to; none when an optional composite on the way is absent.
    pub fn items(&mut self, base: &TokenStream, steps: &[Segment]) -> TokenStream {
        let (place, behind) = through(base, steps);
        match behind {
            None => quote!(#place.iter()),
            Some((ident, rest)) => {
                let inner = self.items(&quote!(#ident), rest);
                quote!(#place.iter().flat_map(|#ident| #inner))
            }
        }
    }

    /// The number of items that steps lead to.
    pub fn count(&mut self, base: &TokenStream, steps: &[Segment]) -> TokenStream {
        match through(base, steps) {
            (place, None) => quote!(#place.len()),
            _ => {
                let items = self.items(base, steps);
                quote!(#items.count())
            }
        }
    }

    /// Notes that a list is gone through, unless it is a list of an item.
    fn goes_through(&mut self, list: &Path) {
        let whole = match list.root {
            Root::Earlier | Root::Outer => true,
            Root::Scope => self.base == self.owner,
            Root::Variable(_) => false,
        };
        let base = self.base(list);
        let length = self.count(&base, &list.steps);
        if whole && !self.lengths.iter().any(|known| known.to_string() == length.to_string()) {
            self.lengths.push(length);
        }
    }

    /// An iterator over the items of a part.
    fn part(&mut self, part: &Part) -> TokenStream {
        self.goes_through(&part.list);
        let base = self.base(&part.list);
        let mut items = self.items(&base, &part.list.steps);
        for (variable, test) in &part.filters {
            let body = self.test(variable, test, "holds");
            let name = self.parameter(variable);
            // `filter` lends the item, which itself is a reference; of a composite that makes no difference.
            let simple = !matches!(part.list.ty, Ty::Composite(_)) && name != "_";
            let borrow = simple.then(|| quote!(&));
            items = quote!(#items.filter(|#borrow #name| #body));
        }
        items
    }

    /// The body of a lambda that is a condition; `function` decides about an item for which it does not apply.
    fn test(&mut self, variable: &Variable, test: &Bool, function: &str) -> TokenStream {
        self.declare(variable);
        let (lets, condition, fallible) =
            self.closure(Scope::Lambda(variable.id), |emitter| emitter.condition(test, true).tokens);
        if !fallible {
            return block(&lets, condition);
        }
        self.functions();
        let function = quote::format_ident!("{function}");
        let body = block(&lets, quote!(Some(#condition)));
        quote!(functions::#function(|| #body))
    }

    /// Whether a condition holds for every item, or for some.
    pub fn quantified(&mut self, all: bool, part: &Part, variable: &Rc<Variable>, test: &Bool) -> TokenStream {
        if !all && let Some(wanted) = self.contained(part, variable, test) {
            return wanted;
        }
        let items = self.part(part);
        let body = self.test(variable, test, if all { "never_fails" } else { "holds" });
        let name = self.parameter(variable);
        let method = if all { quote!(all) } else { quote!(any) };
        quote!(#items.#method(|#name| #body))
    }

    /// `list.contains(…)`, when some item must equal a value.
    fn contained(&mut self, part: &Part, variable: &Variable, test: &Bool) -> Option<TokenStream> {
        let direct = part.filters.is_empty() && part.list.steps.iter().all(|step| step.presence != Presence::Optional);
        let item =
            |path: &Path| matches!(&path.root, Root::Variable(of) if of.id == variable.id) && path.steps.is_empty();
        let value = match test {
            Bool::Codes(path, codes) if direct && item(path) => match codes.as_slice() {
                [code] => quote!(&#code),
                _ => return None,
            },
            Bool::Plain(Cmp::Eq, left, right) if direct && item(left) != item(right) => {
                let other = if item(left) { right } else { left };
                self.reach(other).borrowed()
            }
            _ => return None,
        };
        self.goes_through(&part.list);
        let base = self.base(&part.list);
        let (place, _) = through(&base, &part.list.steps);
        Some(quote!(#place.contains(#value)))
    }

    /// The number of items, as a `usize`.
    pub fn length(&mut self, list: &List) -> Piece {
        let lengths = list.parts.iter().map(|mapped| {
            let part = &mapped.part;
            if part.filters.is_empty() && !part.list.optional() {
                let base = self.base(&part.list);
                let (place, _) = through(&base, &part.list.steps);
                return Piece::atom(quote!(#place.len()));
            }
            let items = self.part(part);
            Piece::atom(quote!(#items.count()))
        });
        let sum = lengths.reduce(|left, right| Piece::infix(left, &quote!(+), right, Strength::Add));
        sum.unwrap_or_else(|| Piece::atom(quote!(0)))
    }

    /// The sum of what the items of lists map to.
    pub fn sum(&mut self, parts: &[(Part, Rc<Variable>, Number)]) -> TokenStream {
        let all = parts.iter().map(|(part, variable, number)| {
            let items = self.part(part);
            self.declare(variable);
            let (lets, value, fallible) =
                self.closure(Scope::Lambda(variable.id), |emitter| emitter.number(number, true).tokens);
            let name = self.parameter(variable);
            if fallible {
                let body = block(&lets, quote!(Some(#value)));
                quote!(#items.filter_map(|#name| #body))
            } else {
                let body = block(&lets, value);
                quote!(#items.map(|#name| #body))
            }
        });
        let all = all.reduce(|left, right| quote!(#left.chain(#right)));
        quote!(#all.sum::<Decimal>())
    }
}
