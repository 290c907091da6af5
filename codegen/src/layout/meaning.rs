//! What a file means, whatever its layout: two texts that mean the same give the same.

use std::collections::BTreeMap;

use toml::de::{DeTable, DeValue};

/// A value without its place and form; tables know no order.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Plain(String),
    List(Vec<Meaning>),
    Table(BTreeMap<String, Meaning>),
}

/// The meaning of a file.
pub(super) fn of(table: &DeTable<'_>) -> Meaning {
    Meaning::Table(table.iter().map(|(key, value)| (key.get_ref().to_string(), value_of(value.get_ref()))).collect())
}

/// How deep values are nested is bounded by the parser.
fn value_of(value: &DeValue<'_>) -> Meaning {
    match value {
        DeValue::Array(items) => Meaning::List(items.iter().map(|item| value_of(item.get_ref())).collect()),
        DeValue::Table(table) => of(table),
        DeValue::String(text) => Meaning::Plain(format!("text {text}")),
        other => Meaning::Plain(format!("{other:?}")),
    }
}
