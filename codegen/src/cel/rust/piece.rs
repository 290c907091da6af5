//! Tokens with the strength of their outermost operator, so that only needed parentheses are written.

use proc_macro2::TokenStream;
use quote::quote;

/// How strongly the outermost operator of an expression binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// `||`
    Or,
    /// `&&`
    And,
    /// `==` and the like, which do not chain
    Compare,
    /// `+` and `-`
    Add,
    /// `*`
    Mul,
    /// `!` and a dereference
    Unary,
    /// anything that needs no parentheses anywhere
    Atom,
}

/// An expression in Rust.
#[derive(Debug, Clone)]
pub struct Piece {
    /// Its tokens.
    pub tokens: TokenStream,
    /// The strength of its outermost operator.
    pub strength: Strength,
}

impl Piece {
    /// An expression that needs no parentheses.
    pub fn atom(tokens: TokenStream) -> Self {
        Self { tokens, strength: Strength::Atom }
    }

    /// `!expression`, when `not`.
    pub fn not_if(not: bool, tokens: TokenStream) -> Self {
        if not { Self { tokens: quote!(!#tokens), strength: Strength::Unary } } else { Self::atom(tokens) }
    }

    /// Two expressions with an operator between them.
    pub fn infix(left: Self, operator: &TokenStream, right: Self, strength: Strength) -> Self {
        let chains = strength != Strength::Compare;
        let left = if chains { left.at_least(strength) } else { left.above(strength) };
        let right = if matches!(strength, Strength::Or | Strength::And) {
            right.at_least(strength)
        } else {
            right.above(strength)
        };
        Self { tokens: quote!(#left #operator #right), strength }
    }

    /// The tokens, in parentheses when the expression binds less strongly than this.
    pub fn at_least(self, strength: Strength) -> TokenStream {
        let tokens = self.tokens;
        if self.strength < strength { quote!((#tokens)) } else { tokens }
    }

    fn above(self, strength: Strength) -> TokenStream {
        let tokens = self.tokens;
        if self.strength <= strength { quote!((#tokens)) } else { tokens }
    }
}
