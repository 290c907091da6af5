//! Which modules need a conversion, and so in which file and behind which features it stands.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use crate::catalogue::{Catalogue, Content, TypeId};
use crate::names::module_ident;
use crate::upgrade::{How, TableId, Upgrades};

/// A set of modules, by id.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) struct Group(BTreeSet<String>);

impl Group {
    /// Its module in Rust.
    pub(super) fn ident(&self) -> Ident {
        let names: Vec<String> = self.0.iter().map(|module| module_ident(module)).collect();
        format_ident!("{}", names.join("_and_"))
    }

    /// Its file.
    pub(super) fn path(&self) -> String {
        format!("conversions/{}.rs", self.ident())
    }

    /// The features of which one must be on.
    pub(super) fn feature(&self) -> TokenStream {
        let features = self.0.iter().map(|module| quote!(feature = #module));
        if self.0.len() == 1 { quote!(#[cfg(#(#features)*)]) } else { quote!(#[cfg(any(#(#features),*))]) }
    }
}

/// The groups of all tables.
pub(super) struct Groups {
    tables: Vec<Group>,
    builders: BTreeMap<TypeId, Group>,
    all: BTreeSet<Group>,
}

impl Groups {
    pub(super) fn new(catalogue: &Catalogue, upgrades: &Upgrades) -> Self {
        let mut tables = vec![Group::default(); upgrades.tables.len()];
        for pair in &upgrades.pairs {
            let Some(module) = catalogue.modules.get(pair.module) else { continue };
            for table in pair.messages.iter().filter_map(|message| message.table) {
                mark(upgrades, table, &module.id, &mut tables);
            }
        }
        let mut builders: BTreeMap<TypeId, Group> = BTreeMap::new();
        for (table, group) in upgrades.tables.iter().zip(&tables) {
            let content = catalogue.types.get(table.to.0).map(|ty| &ty.content);
            if matches!(content, Some(Content::Composite(composite)) if !composite.choice) {
                builders.entry(table.to).or_default().0.extend(group.0.iter().cloned());
            }
        }
        let all = tables.iter().chain(builders.values()).cloned().collect();
        Self { tables, builders, all }
    }

    /// Every group, in a fixed order.
    pub(super) const fn all(&self) -> &BTreeSet<Group> {
        &self.all
    }

    /// The group of a table.
    pub(super) fn of(&self, table: TableId) -> Group {
        self.tables.get(table.0).cloned().unwrap_or_default()
    }

    /// The types of a group whose builders are filled.
    pub(super) fn builders<'g>(&'g self, group: &'g Group) -> impl Iterator<Item = TypeId> + 'g {
        self.builders.iter().filter(move |&(_, of)| of == group).map(|(&ty, _)| ty)
    }
}

/// Marks a table and those that it uses.
fn mark(upgrades: &Upgrades, id: TableId, module: &str, groups: &mut [Group]) {
    let (Some(table), Some(group)) = (upgrades.tables.get(id.0), groups.get_mut(id.0)) else { return };
    if !group.0.insert(module.to_owned()) {
        return;
    }
    for row in &table.rows {
        if let How::Convert(inner) | How::Wrap(_, Some(inner)) | How::Unwrap(_, Some(inner)) = row.how {
            mark(upgrades, inner, module, groups);
        }
    }
}
