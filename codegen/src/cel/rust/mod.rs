//! Writes a checked rule as Rust.
//!
//! An absent operand leaves the closure of the rule with `?`: the rule then does not apply. Nothing is
//! checked here; whatever the checker lets through has a translation.

mod cond;
mod frame;
mod list;
mod number;
mod path;
mod piece;
mod unique;

use std::collections::{BTreeSet, HashMap, HashSet};

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::typed::{Assertion, Bool, Path, Variable};
use frame::{Frame, Scope};

/// What the closures of the generated code are made with.
pub struct Emitter {
    /// The composite or message that the rule is a rule of: `self` or `this`.
    owner: Ident,
    /// The owner, or `item` when the rule has `each`.
    base: Ident,
    /// The closures and branches around the expression, innermost last.
    frames: Vec<Frame>,
    /// The Rust names of variables.
    names: HashMap<usize, Ident>,
    /// The variables that the code mentions.
    used: HashSet<usize>,
    /// Whether the code mentions the context of the rule.
    context: bool,
    /// The length of every list that is gone through and that the message or an earlier one holds itself.
    pub lengths: Vec<TokenStream>,
    /// What the code expects to be imported.
    pub imports: BTreeSet<&'static str>,
}

impl Emitter {
    /// An emitter for one rule, and the name of what it is a rule of.
    pub fn new(each: bool, owner: &str) -> Self {
        let owner = format_ident!("{owner}");
        Self {
            base: if each { format_ident!("item") } else { owner.clone() },
            owner,
            frames: Vec::new(),
            names: HashMap::new(),
            used: HashSet::new(),
            context: false,
            lengths: Vec::new(),
            imports: BTreeSet::from(["crate::shape::Step"]),
        }
    }

    /// The statements that check a rule.
    pub fn rule(
        &mut self,
        rule: &TokenStream,
        each: Option<&Path>,
        when: Option<&Bool>,
        assertion: &Assertion,
    ) -> TokenStream {
        let check = match assertion {
            Assertion::Holds(condition) => self.holds(rule, when, condition),
            Assertion::Unique(parts) => self.unique(rule, when, parts),
            // These need no code of their own: the runtime knows what they ask.
            Assertion::AsFirst(..) | Assertion::Names(..) => return TokenStream::new(),
        };
        let Some((list, (step, parts))) = each.and_then(|each| Some((each, each.steps.split_last()?))) else {
            return quote!(#check;);
        };
        let owner = self.owner.clone();
        let length = self.count(&quote!(#owner), &list.steps);
        self.lengths.insert(0, length);
        let items = self.items(&quote!(#owner), &list.steps);
        let name = &step.name;
        let parts = parts.iter().map(|part| &part.name);
        let into = if parts.len() == 0 {
            quote!(c.item(#name, index, |c| { #check; }))
        } else {
            quote!(c.item_of(&[#(#parts),*], #name, index, |c| { #check; }))
        };
        quote! {
            for (index, item) in #items.enumerate() {
                #into;
            }
        }
    }

    /// `c.rule(…)`, for a condition.
    fn holds(&mut self, rule: &TokenStream, when: Option<&Bool>, condition: &Bool) -> TokenStream {
        self.frames.push(Frame::new(Scope::Rule));
        let early = when.filter(|when| !matches!(when, Bool::Literal(true))).map(|when| {
            let not = self.condition(when, false).tokens;
            let before = self.take_lets();
            quote! {
                #(#before)*
                if #not {
                    return Some(true);
                }
            }
        });
        let result = self.some(condition);
        let before = self.take_lets();
        self.frames.pop();
        let context = if self.context { format_ident!("cx") } else { format_ident!("_") };
        if early.is_none() && before.is_empty() {
            return quote!(c.rule(#rule, |#context| #result));
        }
        quote! {
            c.rule(#rule, |#context| {
                #early
                #(#before)*
                #result
            })
        }
    }

    /// A condition outside a rule: an `Option<bool>`.
    pub fn expression(&mut self, condition: &Bool) -> TokenStream {
        self.frames.push(Frame::new(Scope::Rule));
        let result = self.some(condition);
        let before = self.take_lets();
        self.frames.pop();
        quote!(#(#before)* #result)
    }

    /// A condition as an `Option<bool>`.
    fn some(&mut self, condition: &Bool) -> TokenStream {
        if let Bool::Path(path) = condition
            && let Some(option) = self.direct_option(path)
        {
            return option;
        }
        let tokens = self.condition(condition, true).tokens;
        quote!(Some(#tokens))
    }

    /// The Rust name of a variable, which stays clear of the names that generated code uses.
    fn name(&mut self, variable: &Variable) -> Ident {
        self.used.insert(variable.id);
        let known = self.names.get(&variable.id).cloned();
        known.unwrap_or_else(|| self.declare(variable))
    }

    /// Chooses the Rust name of a variable, before anything inside its lambda is named.
    fn declare(&mut self, variable: &Variable) -> Ident {
        let ident = self.unused(&variable.name);
        self.names.insert(variable.id, ident.clone());
        ident
    }

    /// The name of a variable in front of its closure, written after the body.
    fn parameter(&mut self, variable: &Variable) -> Ident {
        if self.used.contains(&variable.id) { self.name(variable) } else { format_ident!("_") }
    }

    /// Notes that the code calls a function of the runtime.
    fn functions(&mut self) {
        self.imports.insert("crate::check::functions");
    }

    /// Notes that the code mentions `Decimal`.
    fn decimal(&mut self) {
        self.imports.insert("rust_decimal::Decimal");
    }
}

/// The names that generated code has itself.
const TAKEN: [&str; 10] = ["c", "cx", "e", "u", "item", "index", "self", "super", "crate", "this"];

/// An identifier, raw when it is a word of Rust.
pub fn keyword_safe(name: &str) -> Ident {
    const KEYWORDS: [&str; 48] = [
        "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else", "enum",
        "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod",
        "move", "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait", "true", "try", "type",
        "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
    ];
    if KEYWORDS.contains(&name) { format_ident!("r#{name}") } else { format_ident!("{name}") }
}
