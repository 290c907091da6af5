//! The functions of a module's rules on facts: each once, however many releases and rules use it.

use std::collections::BTreeSet;

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::super::{paths, place};
use super::type_of;
use crate::catalogue::{Binding, Catalogue, Content, Message};
use crate::cel::typed::{Assertion, Segment};
use crate::cel::{Compiled, Presence, Schema};

/// Functions that were written, each known by what it does.
pub(super) struct Functions<'c> {
    catalogue: &'c Catalogue,
    written: Vec<(String, Ident)>,
    tokens: TokenStream,
    imports: BTreeSet<&'static str>,
}

impl<'c> Functions<'c> {
    pub fn new(catalogue: &'c Catalogue) -> Self {
        Self { catalogue, written: Vec::new(), tokens: TokenStream::new(), imports: BTreeSet::new() }
    }

    /// All functions, and the paths they expect to be imported.
    pub fn finish(self) -> (TokenStream, Vec<TokenStream>) {
        (self.tokens, self.imports.into_iter().filter_map(|path| path.parse().ok()).collect())
    }

    /// A function that gives the text that `as_first` or `names` is about.
    pub fn text(&mut self, message: &Message, assertion: &Assertion) -> TokenStream {
        match assertion {
            Assertion::AsFirst(path, _) | Assertion::Names(path, _) => {
                let ident = self.text_at(message, &path.steps);
                quote!(#ident)
            }
            Assertion::Holds(_) | Assertion::Unique(_) => TokenStream::new(),
        }
    }

    /// A function that gives the text of an element.
    pub fn text_of(&mut self, message: &Message, element: &str) -> Option<Ident> {
        let field = self.catalogue.field(message.ty.0, element)?;
        let segment = Segment { name: element.to_owned(), ident: field.ident, presence: field.presence };
        Some(self.text_at(message, &[segment]))
    }

    fn text_at(&mut self, message: &Message, steps: &[Segment]) -> Ident {
        let ty = type_of(self.catalogue, message);
        let names: Vec<String> = steps.iter().map(|step| snake(&step.name)).collect();
        let steps = steps.iter().map(|Segment { ident, presence, .. }| match presence {
            Presence::Optional => quote!(#ident.as_ref()?),
            Presence::Required | Presence::List => quote!(#ident),
        });
        let steps: Vec<_> = steps.collect();
        let name = [snake(&message.id)].into_iter().chain(names).collect::<Vec<_>>().join("_");
        self.function(&name, |ident| {
            quote! {
                fn #ident(message: &dyn Any) -> Option<&str> {
                    Some(message.downcast_ref::<#ty>()? #(.#steps)* .as_str())
                }
            }
        })
    }

    /// A function that says whether a message has an element.
    pub fn has(&mut self, message: &Message, element: &str) -> Option<Ident> {
        let field = self.catalogue.field(message.ty.0, element)?;
        let ty = type_of(self.catalogue, message);
        let ident = &field.ident;
        let test = match field.presence {
            Presence::Optional => quote!(message.#ident.is_some()),
            Presence::List => quote!(!message.#ident.is_empty()),
            Presence::Required => return None,
        };
        let name = format!("{}_has_{}", snake(&message.id), snake(element));
        Some(self.function(&name, |ident| {
            quote! {
                fn #ident(message: &dyn Any) -> bool {
                    message.downcast_ref::<#ty>().is_some_and(|message| #test)
                }
            }
        }))
    }

    /// A function that checks a rule on a message with these earlier ones.
    pub fn case(
        &mut self,
        on: &Message,
        with: &[(&Binding, Option<&Message>)],
        compiled: &Compiled,
        rule: &Ident,
    ) -> Ident {
        let catalogue = self.catalogue;
        let text = compiled.check.to_string();
        let words: BTreeSet<&str> = text.split(|letter: char| !(letter.is_alphanumeric() || letter == '_')).collect();
        let imports = compiled.imports.iter().filter(|path| {
            let name = path.rsplit("::").next().unwrap_or_default();
            name != "Step" && words.contains(name)
        });
        self.imports.extend(imports.copied().chain(["crate::check::Checker"]));

        let used: Vec<_> = with
            .iter()
            .enumerate()
            .filter_map(|(index, (binding, message))| Some((index, binding, (*message)?)))
            .filter(|(_, binding, _)| words.contains(binding.name.as_str()))
            .collect();
        let fields = used.iter().map(|(_, binding, message)| {
            let (name, ty) = (crate::cel::binding_ident(&binding.name), type_of(catalogue, message));
            if binding.needed { quote!(#name: &'a #ty) } else { quote!(#name: Option<&'a #ty>) }
        });
        let values = used.iter().map(|(index, binding, _)| {
            let (name, index) = (crate::cel::binding_ident(&binding.name), place(*index));
            if binding.needed { quote!(#name: found.get(#index)?) } else { quote!(#name: found.get(#index)) }
        });
        let earlier = (!used.is_empty()).then(|| {
            quote! {
                struct Earlier<'a> { #(#fields),* }
                let e = Earlier { #(#values),* };
            }
        });
        let found = if used.is_empty() { format_ident!("_") } else { format_ident!("found") };
        let this = words.contains("this").then(|| {
            let ty = type_of(catalogue, on);
            quote!(let this = message.downcast_ref::<#ty>()?;)
        });
        let message = if this.is_some() { format_ident!("message") } else { format_ident!("_") };
        let codes = self.codes(on, with, &words);
        let check = &compiled.check;
        // Two lists are compared item by item, which takes the product of their lengths.
        let lengths = &compiled.lengths;
        let limit = (lengths.len() > 1).then(|| quote!(c.few_enough(&rules::#rule, #(#lengths)+*)?;));
        let name = rule.to_string().to_lowercase();
        self.function(&name, |ident| {
            quote! {
                fn #ident(#message: &dyn Any, #found: &Found<'_>, c: &mut Checker<'_>) -> Option<()> {
                    #(use #codes;)*
                    #earlier
                    #this
                    #limit
                    #check
                    Some(())
                }
            }
        })
    }

    /// The code lists that a rule names codes of.
    fn codes(&self, on: &Message, with: &[(&Binding, Option<&Message>)], words: &BTreeSet<&str>) -> Vec<TokenStream> {
        let messages = [Some(on)].into_iter().chain(with.iter().map(|(_, message)| *message)).flatten();
        let mut ids: Vec<_> = messages.flat_map(|message| self.catalogue.closure(message.ty)).collect();
        ids.sort_unstable();
        ids.dedup();
        let types = ids.into_iter().filter_map(|id| self.catalogue.types.get(id.0));
        let lists = types.filter(|ty| matches!(ty.content, Content::Codes(_)));
        lists.filter(|ty| words.contains(paths::ident(ty).to_string().as_str())).map(paths::path).collect()
    }

    /// A function with a body like this one: one that was written already, or a new one.
    fn function(&mut self, name: &str, write: impl Fn(&Ident) -> TokenStream) -> Ident {
        let key = format!("{name} {}", write(&format_ident!("f")));
        if let Some((_, ident)) = self.written.iter().find(|(known, _)| *known == key) {
            return ident.clone();
        }
        let begins = format!("{name} ");
        let ident = match self.written.iter().filter(|(known, _)| known.starts_with(&begins)).count() {
            0 => format_ident!("{name}"),
            number => format_ident!("{name}_{number}"),
        };
        self.tokens.extend(write(&ident));
        self.written.push((key, ident.clone()));
        ident
    }
}

fn snake(name: &str) -> String {
    crate::names::rust_field(name).trim_start_matches("r#").to_owned()
}
