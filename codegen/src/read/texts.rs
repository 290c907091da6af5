//! The tables `[nl]` and `[en]` of a file.

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
    for table in [&texts.nl, &texts.en] {
        for (name, text) in table.iter().filter(|(name, _)| !names.contains(&name.as_str())) {
            let without = names.iter().copied().filter(|other| !table.contains_key(*other));
            let help = match closest(name, without) {
                Some(likely) => format!("did you mean `{likely}`?"),
                None => format!("take the text of `{name}` out, or give it the name of what it is about"),
            };
            let message = format!("there is no `{name}` in this file");
            let diagnostic = Diagnostic::new("unknown-text", &text.span, message);
            out.push(diagnostic.label("a text that belongs to nothing").help(help));
        }
    }
}

/// The name under which the text on a whole file stands.
pub(super) fn whole(name: &str) -> Text {
    Text { value: name.to_owned(), ..Text::default() }
}
