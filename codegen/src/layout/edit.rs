//! Puts rows, rules and texts into a definition file, in its layout. Everything else stays as it is.

use super::scan::{Entry, Item, List, Piece, Value, pieces};
use super::write;
use crate::forms;
use toml::de::DeTable;

/// Something to put into a file. Values are as TOML writes them, with quotes.
#[derive(Debug, Clone)]
pub enum Edit {
    /// A row in a list, behind the row of this name, or as the last.
    Row {
        /// The key of the list.
        list: &'static str,
        /// The name of the row before it.
        after: Option<String>,
        /// The cells.
        cells: Vec<(&'static str, String)>,
    },
    /// A table `[[rules]]`, before the texts.
    Rule {
        /// The entries.
        cells: Vec<(&'static str, String)>,
    },
    /// A text, behind the text of this name, or as the last.
    Text {
        /// `nl` or `en`.
        lang: &'static str,
        /// What it is about.
        key: String,
        /// The name of the text before it.
        after: Option<String>,
        /// The text, without quotes.
        text: String,
    },
}

/// A text with quotes, as TOML writes it on one line.
#[must_use]
pub fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            letter if letter.is_control() => out.push_str(&format!("\\u{:04x}", u32::from(letter))),
            letter => out.push(letter),
        }
    }
    out.push('"');
    out
}

/// A key, with quotes where it needs them.
fn key_of(name: &str) -> String {
    let bare = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '-';
    if !name.is_empty() && name.chars().all(bare) { name.to_owned() } else { quoted(name) }
}

/// The file with these changes, laid out; `None` when one of them has no place in it.
#[must_use]
pub fn edit(text: &str, edits: &[Edit]) -> Option<String> {
    let keys: Vec<String> =
        edits.iter().map(|edit| if let Edit::Text { key, .. } = edit { key_of(key) } else { String::new() }).collect();
    let texts: Vec<String> = edits
        .iter()
        .map(|edit| if let Edit::Text { text, .. } = edit { quoted(text) } else { String::new() })
        .collect();
    let table = DeTable::parse(text).ok()?;
    let file = forms::kind_of(|kind| table.get_ref().contains_key(kind));
    let mut pieces = pieces(text)?;
    for ((edit, key), value) in edits.iter().zip(&keys).zip(&texts) {
        match edit {
            Edit::Row { list, after, cells } => row(&mut pieces, list, after.as_deref(), cells)?,
            Edit::Rule { cells } => rule(&mut pieces, cells),
            Edit::Text { lang, after, .. } => {
                let entry = Entry { key, value: Value::Plain(value), comment: None };
                put_text(&mut pieces, lang, after.as_deref(), entry)?;
            }
        }
    }
    Some(write(&pieces, file))
}

fn row<'t>(pieces: &mut [Piece<'t>], name: &str, after: Option<&str>, cells: &'t [(&str, String)]) -> Option<()> {
    let list = pieces.iter_mut().find_map(|piece| match piece {
        Piece::Entry(Entry { key, value: Value::List(list), .. }) if *key == name => Some(list),
        _ => None,
    })?;
    let place = match after {
        None => list.items.len(),
        Some(after) => list.items.iter().rposition(|item| is_named(item, after))? + 1,
    };
    let cells = cells.iter().map(|(key, value)| (*key, Value::Plain(value.as_str()))).collect();
    list.items.insert(place, Item::Value(Value::Row(cells), None));
    let List { one_line, .. } = list;
    *one_line = false;
    Some(())
}

/// Whether a row has this name: a list has it before its `/`.
fn is_named(item: &Item<'_>, name: &str) -> bool {
    let Item::Value(Value::Row(cells), _) = item else { return false };
    let Some((_, Value::Plain(text))) = cells.iter().find(|(key, _)| matches!(*key, "name" | "number" | "code")) else {
        return false;
    };
    let text = text.trim_matches(['"', '\'']);
    text == name || text.strip_prefix(name).is_some_and(|rest| rest.starts_with('/'))
}

fn rule<'t>(pieces: &mut Vec<Piece<'t>>, cells: &'t [(&str, String)]) {
    let is_texts = |piece: &Piece<'_>| matches!(piece, Piece::Heading("[nl]" | "[en]", _));
    let mut place = pieces.iter().position(is_texts).unwrap_or(pieces.len());
    // A comment right above the texts belongs to them.
    while place > 0 && matches!(pieces.get(place - 1), Some(Piece::Comment(_))) {
        place -= 1;
    }
    let entry = |(key, value): &'t (&str, String)| {
        Piece::Entry(Entry { key, value: Value::Plain(value.as_str()), comment: None })
    };
    let rule = [Piece::Empty, Piece::Heading("[[rules]]", None)].into_iter().chain(cells.iter().map(entry));
    let rule: Vec<_> = rule.chain([Piece::Empty]).collect();
    pieces.splice(place..place, rule);
}

fn put_text<'t>(pieces: &mut Vec<Piece<'t>>, lang: &str, after: Option<&str>, entry: Entry<'t>) -> Option<()> {
    let heading = format!("[{lang}]");
    let begin = pieces.iter().position(|piece| matches!(piece, Piece::Heading(found, _) if *found == heading))? + 1;
    let below = pieces.get(begin..)?;
    let end = begin + below.iter().position(|piece| matches!(piece, Piece::Heading(..))).unwrap_or(below.len());
    let is_after = |piece: &Piece<'_>| matches!(piece, Piece::Entry(entry) if after.is_some_and(|after| entry.key == after || entry.key == key_of(after)));
    let last = |piece: &Piece<'_>| matches!(piece, Piece::Entry(_));
    let section = pieces.get(begin..end)?;
    let place = section
        .iter()
        .rposition(is_after)
        .or_else(|| section.iter().rposition(last))
        .map_or(begin, |at| begin + at + 1);
    pieces.insert(place, Piece::Entry(entry));
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "message = \"A\"\n\nelements = [ { name = \"B\", type = \"T\", source = \"proposed\" } ]\n\n[nl]\nmessage = \"x\"\nB       = \"y\"\nA-A-001 = \"z\"\n\n# English\n[en]\nmessage = \"x\"\n";

    #[test]
    fn a_row_a_rule_and_texts_find_their_places() {
        let cells = vec![("type", quoted("T")), ("name", quoted("C/D"))];
        let text = |lang, after: Option<&str>| Edit::Text {
            lang,
            key: "C".into(),
            after: after.map(str::to_owned),
            text: "\"é\"\n".into(),
        };
        let edits = [
            Edit::Row { list: "elements", after: Some("B".into()), cells },
            Edit::Rule { cells: vec![("id", quoted("A-A-002"))] },
            text("nl", Some("B")),
            text("en", Some("gone")),
        ];
        let expected = "message = \"A\"\n\nelements = [\n  { name = \"B\",   type = \"T\", source = \"proposed\" },\n  { name = \"C/D\", type = \"T\" },\n]\n\n[[rules]]\nid = \"A-A-002\"\n\n[nl]\nmessage = \"x\"\nB       = \"y\"\nC       = \"\\\"é\\\"\\u000a\"\nA-A-001 = \"z\"\n\n# English\n[en]\nmessage = \"x\"\nC       = \"\\\"é\\\"\\u000a\"\n";
        assert_eq!(edit(FILE, &edits).as_deref(), Some(expected));
    }

    #[test]
    fn what_has_no_place_is_refused() {
        let row = |list, after: Option<&str>| Edit::Row { list, after: after.map(str::to_owned), cells: vec![] };
        assert_eq!(edit(FILE, &[row("codes", None)]), None);
        assert_eq!(edit(FILE, &[row("elements", Some("Z"))]), None);
        assert_eq!(
            edit("message = \"A\"\n", &[Edit::Text { lang: "nl", key: "B".into(), after: None, text: "".into() }]),
            None
        );
    }
}
