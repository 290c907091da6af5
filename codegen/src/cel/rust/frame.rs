//! The closures around an expression, and where `?` may stand in them.
//!
//! An absent operand inside a lambda concerns one item when it is read from that item. Otherwise the whole
//! rule does not apply, so it is read before the lambda: `let datum = self.datum?;`.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::{Emitter, TAKEN, keyword_safe};

/// A closure or branch around an expression.
#[derive(Debug)]
pub struct Frame {
    scope: Scope,
    /// The statements to write before the expression.
    lets: Vec<TokenStream>,
    /// What those statements have read, with the names it got.
    read: Vec<(String, Ident)>,
    /// Whether `?` leaves the closure.
    pub fallible: bool,
}

/// What a frame is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// The closure of the rule, or one that acts like it.
    Rule,
    /// The closure of a lambda with the variable of this number.
    Lambda(usize),
    /// An operand that is not always evaluated.
    Branch,
}

impl Frame {
    /// A frame with nothing in it.
    pub const fn new(scope: Scope) -> Self {
        Self { scope, lets: Vec::new(), read: Vec::new(), fallible: false }
    }
}

impl Emitter {
    /// The statements that the innermost frame has collected.
    pub fn take_lets(&mut self) -> Vec<TokenStream> {
        self.frames.last_mut().map(|frame| std::mem::take(&mut frame.lets)).unwrap_or_default()
    }

    /// Notes that a `?` written here leaves the innermost closure; a branch is no closure.
    pub fn leaves(&mut self) {
        if let Some(frame) = self.frames.iter_mut().rev().find(|frame| frame.scope != Scope::Branch) {
            frame.fallible = true;
        }
    }

    /// Writes something with `?` for a reader in the first `level` frames, where `variable` is what it is read from.
    ///
    /// Gives the tokens, or the name it has got in a statement before the lambda.
    pub fn question(
        &mut self,
        level: usize,
        variable: Option<usize>,
        name: &str,
        write: &mut dyn FnMut(&mut Self, usize) -> TokenStream,
    ) -> (TokenStream, bool) {
        let closure = self.frames.iter().take(level).rposition(|frame| frame.scope != Scope::Branch);
        let Some((at, frame)) = closure.and_then(|at| Some((at, self.frames.get_mut(at)?))) else {
            return (write(self, level), false);
        };
        match frame.scope {
            Scope::Lambda(own) if variable != Some(own) && at > 0 => (self.before(at, variable, name, write), true),
            _ => {
                frame.fallible = true;
                (write(self, level), false)
            }
        }
    }

    /// Reads something in a statement of the frame just outside frame `at`.
    fn before(
        &mut self,
        at: usize,
        variable: Option<usize>,
        name: &str,
        write: &mut dyn FnMut(&mut Self, usize) -> TokenStream,
    ) -> TokenStream {
        let key = format!("{variable:?} {name}");
        let known = self.frames.get(at - 1).and_then(|frame| frame.read.iter().find(|(read, _)| *read == key));
        if let Some((_, ident)) = known {
            return quote!(#ident);
        }
        let (value, named) = self.question(at, variable, name, write);
        if named {
            return value;
        }
        let ident = self.unused(name);
        if let Some(frame) = self.frames.get_mut(at - 1) {
            frame.lets.push(quote!(let #ident = #value;));
            frame.read.push((key, ident.clone()));
        }
        quote!(#ident)
    }

    /// A name like this one that means nothing else here.
    pub fn unused(&self, name: &str) -> Ident {
        let mut name = name.to_owned();
        while TAKEN.contains(&name.as_str()) || self.is_used(&name) {
            name.push('_');
        }
        keyword_safe(&name)
    }

    /// Whether an enclosing lambda or an earlier statement has this name.
    fn is_used(&self, name: &str) -> bool {
        self.frames.iter().any(|frame| {
            let variable = match frame.scope {
                Scope::Lambda(id) => self.names.get(&id),
                Scope::Rule | Scope::Branch => None,
            };
            variable.into_iter().chain(frame.read.iter().map(|(_, ident)| ident)).any(|ident| ident == name)
        })
    }

    /// Writes an operand that is not always evaluated; what it reads beforehand stays inside it.
    pub fn branch<T>(&mut self, write: impl FnOnce(&mut Self) -> T) -> (Vec<TokenStream>, T) {
        self.frames.push(Frame::new(Scope::Branch));
        let written = write(self);
        let lets = self.take_lets();
        self.frames.pop();
        (lets, written)
    }

    /// Writes the body of a lambda; says which statements it needs and whether `?` leaves it.
    pub fn closure<T>(&mut self, scope: Scope, write: impl FnOnce(&mut Self) -> T) -> (Vec<TokenStream>, T, bool) {
        self.frames.push(Frame::new(scope));
        let written = write(self);
        let lets = self.take_lets();
        let fallible = self.frames.pop().is_some_and(|frame| frame.fallible);
        (lets, written, fallible)
    }
}

/// Statements with an expression behind them, as one expression.
pub fn block(lets: &[TokenStream], tokens: TokenStream) -> TokenStream {
    if lets.is_empty() { tokens } else { quote!({ #(#lets)* #tokens }) }
}
