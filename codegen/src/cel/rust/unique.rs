//! `unique`: every item puts its key and its place into a collection that finds the repeats.

use std::rc::Rc;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::Emitter;
use super::frame::{Frame, Scope};
use super::piece::{Piece, Strength};
use crate::cel::ty::Ty;
use crate::cel::typed::{Bool, Part, Path, Variable};

impl Emitter {
    /// `c.unique(…)`, for keys made of the items of lists.
    pub fn unique(
        &mut self,
        rule: &TokenStream,
        when: Option<&Bool>,
        parts: &[(Part, Rc<Variable>, Vec<Path>)],
    ) -> TokenStream {
        self.imports.insert("crate::check::Place");
        self.frames.push(Frame::new(Scope::Rule));
        let loops: Vec<_> = parts.iter().enumerate().map(|(number, part)| self.items_of(number, part)).collect();
        self.frames.pop();
        let loops = quote!(#(#loops)*);
        let body = match when {
            None | Some(Bool::Literal(true)) => loops,
            Some(when) => {
                let when = self.alone(when).tokens;
                quote!(if #when { #loops })
            }
        };
        quote!(c.unique(#rule, |u| { #body }))
    }

    /// The loop over one list.
    fn items_of(&mut self, number: usize, (part, variable, key): &(Part, Rc<Variable>, Vec<Path>)) -> TokenStream {
        let index = format_ident!("i{number}");
        let item = self.name(variable);
        for (other, _) in &part.filters {
            self.names.insert(other.id, item.clone());
        }
        let mut conditions: Vec<TokenStream> = Vec::new();
        for (_, test) in &part.filters {
            conditions.push(self.alone(test).at_least(Strength::And));
        }
        let mut values = Vec::new();
        for path in key {
            let value = if path.optional() {
                let names: Vec<String> = path.steps.iter().map(|step| step.plain()).collect();
                let name = self.unused(&names.join("_"));
                let option = self.option(path);
                conditions.push(quote!(let Some(#name) = #option));
                if is_text(path.ty) { quote!(#name.as_str()) } else { quote!(#name) }
            } else {
                let reached = self.reach(path);
                if is_text(path.ty) {
                    let text = reached.receiver();
                    quote!(#text.as_str())
                } else if path.ty.is_copy() {
                    reached.value().tokens
                } else {
                    reached.borrowed()
                }
            };
            values.push(value);
        }
        let (key_value, place) = match (values.as_slice(), key.as_slice()) {
            ([value], [path]) => (value.clone(), path.steps.as_slice()),
            _ => (quote!((#(#values),*)), &[][..]),
        };
        let (list, outer) = match part.list.steps.split_last() {
            Some((list, outer)) => (list.name.as_str(), outer),
            None => ("", &[][..]),
        };
        let outer = outer.iter().map(|step| &step.name);
        let elements = place.iter().map(|step| &step.name);
        let place = quote!(&[#(Place::Element(#outer),)* Place::Item(#list, #index) #(, Place::Element(#elements))*]);
        let base = self.base(&part.list);
        let items = self.items(&base, &part.list.steps);
        let add = quote!(u.add(#place, #key_value););
        let body = if conditions.is_empty() { add } else { quote!(if #(#conditions)&&* { #add }) };
        quote!(for (#index, #item) in #items.enumerate() { #body })
    }

    /// A condition that stands in no closure that `?` could leave: what does not apply does not hold.
    fn alone(&mut self, condition: &Bool) -> Piece {
        let (lets, tokens, fallible) = self.closure(Scope::Rule, |emitter| emitter.condition(condition, true));
        if !fallible {
            return tokens;
        }
        self.functions();
        let tokens = super::frame::block(&lets, {
            let tokens = tokens.tokens;
            quote!(Some(#tokens))
        });
        Piece::atom(quote!(functions::holds(|| #tokens)))
    }
}

/// Whether a key of this type is compared as the text it is on the wire.
const fn is_text(ty: Ty) -> bool {
    matches!(ty, Ty::Text | Ty::Code(_))
}
