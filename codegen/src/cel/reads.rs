//! Which elements a rule reads, and where its finding points.
//!
//! The checker records every path it resolves; here that becomes the paths of `shape::Rule`.

use proc_macro2::TokenStream;
use quote::quote;

use super::typed::{Path, Root, Step};

/// The paths a rule reads, in the order of the text.
#[derive(Debug, Default)]
pub struct Reads {
    entries: Vec<Entry>,
}

#[derive(Debug)]
struct Entry {
    steps: Vec<Step>,
    place: Place,
    /// Whether it is an element of an earlier message.
    earlier: bool,
}

/// How well the path of a read suits as the place of the finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Read in `assert`, outside a list operation.
    Good,
    /// Read in `assert`, inside `sum`, `filter` or `map`.
    Poor,
    /// Read in `when`.
    Never,
}

impl Reads {
    /// Notes that a path is read.
    pub fn record(&mut self, path: &Path, place: Place) {
        self.entries.push(Entry { steps: steps(path), place, earlier: path.is_earlier() });
    }

    /// Every distinct path. A list is left out when a path into its items is there.
    pub fn paths(&self) -> Vec<Vec<Step>> {
        let mut paths: Vec<Vec<Step>> = Vec::new();
        let own = || self.entries.iter().filter(|entry| !entry.earlier);
        for Entry { steps, .. } in own() {
            if !paths.contains(steps) && !own().any(|other| into_items(&other.steps, steps)) {
                paths.push(steps.clone());
            }
        }
        paths
    }

    /// Every distinct element of earlier messages, up to its first list.
    pub fn earlier(&self) -> Vec<Vec<Step>> {
        let mut paths: Vec<Vec<Step>> = Vec::new();
        for entry in self.entries.iter().filter(|entry| entry.earlier) {
            let path = to_list(&entry.steps);
            if path.len() > 1 && !paths.iter().any(|known| known == path) {
                paths.push(path.to_vec());
            }
        }
        paths
    }

    /// Where the finding points when the rule does not say so: the first path that suits best, up to its first list.
    pub fn default_place(&self) -> Vec<Step> {
        let of = |place| self.entries.iter().find(|entry| entry.place == place && !entry.earlier);
        let steps = of(Place::Good).or_else(|| of(Place::Poor)).map_or(&[][..], |entry| &entry.steps);
        to_list(steps).to_vec()
    }

    /// Whether something of the composite the rule runs on is read.
    pub fn reads_scope(&self) -> bool {
        self.entries.iter().any(|entry| !entry.earlier && entry.steps.first() != Some(&Step::Outer))
    }
}

/// The steps before the first into the items of a list.
fn to_list(steps: &[Step]) -> &[Step] {
    let list = steps.iter().position(|step| *step == Step::Items).unwrap_or(steps.len());
    steps.get(..list).unwrap_or(steps)
}

/// The paths in Rust: a `&'static [RulePath]`.
pub fn tokens(paths: &[Vec<Step>]) -> TokenStream {
    let paths = paths.iter().map(|steps| rule_path(steps));
    quote!(&[#(#paths),*])
}

fn into_items(path: &[Step], list: &[Step]) -> bool {
    path.strip_prefix(list).is_some_and(|rest| rest.first() == Some(&Step::Items))
}

/// The steps of a path from the composite the rule runs on.
pub fn steps(path: &Path) -> Vec<Step> {
    let mut all = match &path.root {
        Root::Scope | Root::Earlier => Vec::new(),
        Root::Outer => vec![Step::Outer],
        Root::Variable(variable) => {
            let mut list = steps(&variable.list);
            list.push(Step::Items);
            list
        }
    };
    all.extend(path.steps.iter().map(|segment| Step::Element(segment.name.clone())));
    all
}

/// A path in Rust: a `RulePath`.
pub fn rule_path(steps: &[Step]) -> TokenStream {
    let steps = steps.iter().map(|step| match step {
        Step::Element(name) => quote!(Step::Element(#name)),
        Step::Items => quote!(Step::Items),
        Step::Outer => quote!(Step::Outer),
    });
    quote!(&[#(#steps),*])
}
