//! The tables `[nl]` and `[en]` of a file.

use std::collections::BTreeSet;

use super::table::Table;
use crate::diagnostic::{Diagnostic, closest};
use crate::model::{Bilingual, Rule, Text};

/// Reads both tables.
pub(super) fn read(table: &mut Table<'_>, out: &mut Vec<Diagnostic>) -> Bilingual {
    let nl = table.dictionary("nl", out).into_iter().collect();
    let en = table.dictionary("en", out).into_iter().collect();
    Bilingual { nl, en }
}

/// Gives each rule its texts.
pub(super) fn give<'r>(texts: &Bilingual, rules: impl IntoIterator<Item = &'r mut Rule>) {
    for rule in rules {
        rule.nl = texts.nl.get(rule.id.as_str()).cloned();
        rule.en = texts.en.get(rule.id.as_str()).cloned();
    }
}

/// Says which texts belong to nothing in their file.
pub(super) fn check<'n>(texts: &Bilingual, names: impl IntoIterator<Item = &'n Text>, out: &mut Vec<Diagnostic>) {
    let names: Vec<&str> = names.into_iter().map(Text::as_str).collect();
    let keys: BTreeSet<&String> = texts.nl.keys().chain(texts.en.keys()).collect();
    for key in keys.into_iter().filter(|key| !names.contains(&key.as_str())) {
        let mut places = [texts.nl.get(key), texts.en.get(key)].into_iter().flatten();
        let Some(first) = places.next() else { continue };
        let without =
            names.iter().copied().filter(|name| !(texts.nl.contains_key(*name) && texts.en.contains_key(*name)));
        let help = match closest(key, without) {
            Some(likely) => format!("did you mean `{likely}`?"),
            None => "take the text out, or give it the name of what it is about".to_owned(),
        };
        let message = format!("there is a text for `{key}`, but nothing in this file has that name");
        let diagnostic = Diagnostic::new("unknown-text", &first.span, message).label(format!("the text of `{key}`"));
        let diagnostic = places.fold(diagnostic, |diagnostic, other| diagnostic.also(&other.span, "and here"));
        out.push(diagnostic.help(help));
    }
}

/// The name under which the text on a whole file stands.
pub(super) fn whole(name: &str) -> Text {
    Text { value: name.to_owned(), ..Text::default() }
}
