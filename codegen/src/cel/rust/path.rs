//! Paths: how an element is reached, present or not.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::Emitter;
use super::piece::{Piece, Strength};
use crate::cel::ty::Presence;
use crate::cel::typed::{Path, Root, Segment};

/// An element that is there.
pub struct Reached {
    tokens: TokenStream,
    /// Whether the tokens are a reference to the value.
    reference: bool,
}

impl Reached {
    /// Something to put a method call behind.
    pub fn receiver(self) -> TokenStream {
        self.tokens
    }

    /// A reference to the value.
    pub fn borrowed(self) -> TokenStream {
        let tokens = self.tokens;
        if self.reference { tokens } else { quote!(&#tokens) }
    }

    /// The value itself.
    pub fn value(self) -> Piece {
        let tokens = self.tokens;
        if self.reference { Piece { tokens: quote!(*#tokens), strength: Strength::Unary } } else { Piece::atom(tokens) }
    }
}

impl Emitter {
    /// What a path starts with.
    pub fn base(&mut self, path: &Path) -> TokenStream {
        let ident = match &path.root {
            Root::Scope => self.base.clone(),
            Root::Outer => self.owner.clone(),
            Root::Earlier => return quote!(e),
            Root::Variable(variable) => self.name(variable),
        };
        quote!(#ident)
    }

    /// An element, with `?` where it may be absent.
    pub fn reach(&mut self, path: &Path) -> Reached {
        let bare = path.steps.is_empty();
        if !path.optional() {
            return Reached { tokens: self.chain(path), reference: bare };
        }
        let variable = match &path.root {
            Root::Variable(variable) => Some(variable.id),
            Root::Scope | Root::Outer | Root::Earlier => None,
        };
        let outer = match path.root {
            Root::Outer if self.base != self.owner => "this_",
            Root::Earlier => "e_",
            _ => "",
        };
        let names: Vec<String> = path.steps.iter().map(|step| step.plain()).collect();
        let name = format!("{outer}{}", names.join("_"));
        let by_reference = !path.ty.is_copy();
        let required = path.steps.last().is_some_and(|step| step.presence == Presence::Required);
        let inside = self.frames.len();
        let mut write = |emitter: &mut Self, level: usize| {
            let chain = emitter.chain(path);
            // In a statement of its own a place of a type that is not `Copy` must be borrowed.
            if level < inside && by_reference && required { quote!(&#chain) } else { chain }
        };
        let (tokens, named) = self.question(inside, variable, &name, &mut write);
        Reached { tokens, reference: by_reference && (named || !required) }
    }

    /// A path written out, with `?` behind what may be absent.
    fn chain(&mut self, path: &Path) -> TokenStream {
        let mut tokens = self.base(path);
        let last = path.steps.len().saturating_sub(1);
        for (index, Segment { ident, presence, .. }) in path.steps.iter().enumerate() {
            tokens = match presence {
                Presence::Optional if index == last && path.ty.is_copy() => quote!(#tokens.#ident?),
                Presence::Optional => quote!(#tokens.#ident.as_ref()?),
                Presence::Required | Presence::List => quote!(#tokens.#ident),
            };
        }
        tokens
    }

    /// An optional element at the end of a path that is otherwise certain, as the `Option` it is.
    pub fn direct_option(&mut self, path: &Path) -> Option<TokenStream> {
        let (last, before) = path.steps.split_last()?;
        let direct =
            last.presence == Presence::Optional && before.iter().all(|step| step.presence == Presence::Required);
        direct.then(|| {
            self.leaves();
            let (base, ident) = (self.base(path), &last.ident);
            let before = before.iter().map(|step| &step.ident);
            quote!(#base #(.#before)* .#ident)
        })
    }

    /// An element that may be absent, as an `Option`; of a type that is not `Copy` a reference.
    pub fn option(&mut self, path: &Path) -> TokenStream {
        let base = self.base(path);
        option(&base, &path.steps, path.ty.is_copy())
    }

    /// Whether an element is there or a list has items, or the opposite.
    pub fn presence(&mut self, path: &Path, wanted: bool) -> Piece {
        let base = self.base(path);
        has(&base, &path.steps, wanted)
    }
}

/// Follows steps up to an optional composite: the place reached, and that composite with the steps behind it.
pub fn through<'a>(base: &TokenStream, steps: &'a [Segment]) -> (TokenStream, Option<(&'a Ident, &'a [Segment])>) {
    let mut place = base.clone();
    let mut steps = steps;
    while let Some((step, rest)) = steps.split_first() {
        let ident = &step.ident;
        place = quote!(#place.#ident);
        if step.presence == Presence::Optional && !rest.is_empty() {
            return (place, Some((ident, rest)));
        }
        steps = rest;
    }
    (place, None)
}

fn option(base: &TokenStream, steps: &[Segment], copy: bool) -> TokenStream {
    let (place, behind) = through(base, steps);
    match behind {
        None if copy => place,
        None => quote!(#place.as_ref()),
        Some((ident, rest)) => {
            let inner = quote!(#ident);
            if rest.iter().any(|step| step.presence == Presence::Optional) {
                let inner = option(&inner, rest, copy);
                quote!(#place.as_ref().and_then(|#ident| #inner))
            } else {
                let (inner, _) = through(&inner, rest);
                let borrow = (!copy).then(|| quote!(&));
                quote!(#place.as_ref().map(|#ident| #borrow #inner))
            }
        }
    }
}

fn has(base: &TokenStream, steps: &[Segment], wanted: bool) -> Piece {
    let (place, behind) = through(base, steps);
    let Some((ident, rest)) = behind else {
        let list = steps.last().is_some_and(|step| step.presence == Presence::List);
        return match (list, wanted) {
            (true, _) => Piece::not_if(wanted, quote!(#place.is_empty())),
            (false, true) => Piece::atom(quote!(#place.is_some())),
            (false, false) => Piece::atom(quote!(#place.is_none())),
        };
    };
    if rest.iter().all(|step| step.presence == Presence::Required) {
        let method = if wanted { quote!(is_some) } else { quote!(is_none) };
        return Piece::atom(quote!(#place.#method()));
    }
    let inner = has(&quote!(#ident), rest, wanted).tokens;
    let method = if wanted { quote!(is_some_and) } else { quote!(is_none_or) };
    Piece::atom(quote!(#place.as_ref().#method(|#ident| #inner)))
}
