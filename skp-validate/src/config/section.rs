//! A TOML table that notices keys nobody asked for.
//!
//! It knows no key. `finish` compares the keys that were asked for with those that are there.

use std::ops::Range;

use chrono::NaiveDate;
use skp_codegen::diagnostic::closest;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Wrong;
use crate::baseline::day;

/// A table that is being read.
pub(super) struct Section<'t> {
    pub range: Range<usize>,
    entries: &'t DeTable<'t>,
    asked: Vec<&'static str>,
}

/// A text by a name that is free.
pub(super) struct Named<'t> {
    pub name: &'t str,
    pub place: Range<usize>,
    pub text: &'t str,
    pub text_place: Range<usize>,
}

impl<'t> Section<'t> {
    pub fn new(entries: &'t DeTable<'t>, range: Range<usize>) -> Self {
        Self { range, entries, asked: Vec::new() }
    }

    /// `true` or `false`; left out is `false`.
    pub fn flag(&mut self, key: &'static str, out: &mut Vec<Wrong>) -> bool {
        let Some(value) = self.get(key) else { return false };
        value.get_ref().as_bool().unwrap_or_else(|| {
            out.push(not(key, value.span(), "true of false, zonder aanhalingstekens", "true or false, without quotes"));
            false
        })
    }

    /// A whole number from 1 on.
    pub fn number(&mut self, key: &'static str, out: &mut Vec<Wrong>) -> Option<usize> {
        let value = self.get(key)?;
        let number = match value.get_ref() {
            DeValue::Integer(number) => usize::from_str_radix(number.as_str(), number.radix()).ok(),
            _ => None,
        };
        let number = number.filter(|&number| number > 0);
        if number.is_none() {
            out.push(not(key, value.span(), "een geheel getal vanaf 1", "a whole number from 1 on"));
        }
        number
    }

    /// A text with its place.
    pub fn text(&mut self, key: &'static str, out: &mut Vec<Wrong>) -> Option<(&'t str, Range<usize>)> {
        let value = self.get(key)?;
        let text = value.get_ref().as_str();
        if text.is_none() {
            out.push(not(key, value.span(), "een tekst tussen aanhalingstekens", "a text in quotes"));
        }
        Some((text?, value.span()))
    }

    /// Texts with their places.
    pub fn texts(&mut self, key: &'static str, out: &mut Vec<Wrong>) -> Vec<(&'t str, Range<usize>)> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let items = value.get_ref().as_array();
        let texts: Option<Vec<_>> =
            items.and_then(|items| items.iter().map(|item| Some((item.get_ref().as_str()?, item.span()))).collect());
        texts.unwrap_or_else(|| {
            out.push(not(key, value.span(), "een lijst [ ] van teksten", "a list [ ] of texts"));
            Vec::new()
        })
    }

    /// A day, as TOML writes it or in quotes.
    pub fn day(&mut self, key: &'static str, out: &mut Vec<Wrong>) -> Option<NaiveDate> {
        let value = self.get(key)?;
        let found = match value.get_ref() {
            DeValue::Datetime(moment) => day(&moment.to_string()),
            other => other.as_str().and_then(day),
        };
        if found.is_none() {
            out.push(not(key, value.span(), "een dag als 2027-01-31", "a day such as 2027-01-31"));
        }
        found
    }

    /// A table.
    pub fn section(&mut self, key: &'static str, out: &mut Vec<Wrong>) -> Option<Section<'t>> {
        let value = self.get(key)?;
        let entries = value.get_ref().as_table();
        if entries.is_none() {
            out.push(not(key, value.span(), "een tabel", "a table"));
        }
        Some(Section::new(entries?, value.span()))
    }

    /// Tables in a list.
    pub fn sections(&mut self, key: &'static str, out: &mut Vec<Wrong>) -> Vec<Section<'t>> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let items = value.get_ref().as_array();
        let tables: Option<Vec<_>> = items.and_then(|items| {
            items.iter().map(|item| Some(Section::new(item.get_ref().as_table()?, item.span()))).collect()
        });
        tables.unwrap_or_else(|| {
            out.push(not(key, value.span(), "een lijst van tabellen", "a list of tables"));
            Vec::new()
        })
    }

    /// Every key and its text, with their places, of a table with free keys.
    pub fn dictionary(&self, out: &mut Vec<Wrong>) -> Vec<Named<'t>> {
        let mut found = Vec::new();
        for (key, value) in self.entries {
            let (name, place) = (key.get_ref(), key.span());
            match value.get_ref().as_str() {
                Some(text) => found.push(Named { name, place, text, text_place: value.span() }),
                None => out.push(not(name, value.span(), "een tekst tussen aanhalingstekens", "a text in quotes")),
            }
        }
        found
    }

    /// Says which keys nobody asked for.
    pub fn finish(self, out: &mut Vec<Wrong>) {
        for key in self.entries.keys() {
            let name = key.get_ref();
            if !self.asked.iter().any(|asked| asked == name) {
                let (nl, en) = match closest(name, self.asked.iter().copied()) {
                    Some(near) => (format!("; bedoelt u {near}?"), format!("; did you mean {near}?")),
                    None => {
                        let known = self.asked.join(", ");
                        (format!("; bekend zijn {known}"), format!("; known are {known}"))
                    }
                };
                let (nl, en) = (format!("onbekende sleutel {name}{nl}"), format!("unknown key {name}{en}"));
                out.push(Wrong { range: key.span(), nl, en });
            }
        }
    }

    fn get(&mut self, key: &'static str) -> Option<&'t Spanned<DeValue<'t>>> {
        self.asked.push(key);
        self.entries.get(key)
    }
}

fn not(key: &str, range: Range<usize>, nl: &str, en: &str) -> Wrong {
    Wrong { range, nl: format!("{key} moet {nl} zijn"), en: format!("{key} must be {en}") }
}
