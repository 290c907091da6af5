//! The forms of definition files and the reader know the same keys, ask for the same ones and want the same in them.
//!
//! The reader is asked what it knows by giving it files with every key of a form and one that nothing has.
#![allow(clippy::panic)]

use skp_codegen::diagnostic::Diagnostic;
use skp_codegen::forms::{FILES, File, Holds, Key, rows};
use skp_codegen::read;
use skp_codegen::source::Sources;

/// A key that no form has and that looks like none.
const STRANGER: &str = "zzzzzzzzzzzz";

fn diagnostics(text: &str) -> Vec<Diagnostic> {
    let module = "module = 'm'\ncode = 'M'\nname = 'M'\nsource = 'proposed'\nreleases = []\nnl = {}\nen = {}\n";
    // In a folder with a module, so that a message may stand there.
    read::read(&Sources::new([
        ("d/a.toml", text),
        ("d/module.toml", if text.starts_with("module") { "" } else { module }),
    ]))
    .1
    .into_iter()
    .filter(|diagnostic| diagnostic.span.file == 0)
    .collect()
}

/// A value that is right for a key.
fn right(key: &Key) -> String {
    match &key.holds {
        Holds::Text | Holds::Long => "'A'".into(),
        Holds::Word(words) => format!("'{}'", words.first().copied().unwrap_or_default()),
        Holds::Number | Holds::Bound => "'1.0'".into(),
        Holds::Day => "'2026-01-31'".into(),
        Holds::Provenance | Holds::LongProvenance => "'proposed'".into(),
        Holds::Cardinality => "'0..1'".into(),
        Holds::Flag => "true".into(),
        Holds::Integer | Holds::Limit => "1".into(),
        Holds::Texts => "['A']".into(),
        Holds::Rows(_) => "[]".into(),
        Holds::Dictionary | Holds::Lists => "{}".into(),
    }
}

/// A value of a wrong kind.
fn wrong(key: &Key) -> &'static str {
    match &key.holds {
        Holds::Integer | Holds::Limit | Holds::Flag => "'A'",
        _ => "1",
    }
}

/// The keys as TOML, one of them with another value.
fn pairs(keys: &[&Key], separator: &str, other: Option<(&str, &str)>) -> String {
    let pair = |key: &&Key| match other {
        Some((name, value)) if name == key.name => format!("{name} = {value}"),
        _ => format!("{} = {}", key.name, right(key)),
    };
    keys.iter().map(pair).collect::<Vec<_>>().join(separator)
}

/// A form: its name, its keys, and how it is put in a file that is right for the rest.
type Form = (String, Vec<&'static Key>, Box<dyn Fn(&str) -> String>);

/// Every form.
fn forms() -> Vec<Form> {
    let mut forms: Vec<Form> = Vec::new();
    for file in FILES {
        let whole: Box<dyn Fn(&str) -> String> = Box::new(|text: &str| text.replace(", ", "\n"));
        forms.push((file.kind.to_owned(), file.keys.iter().collect(), whole));
    }
    for row in rows() {
        let holder = FILES.iter().find_map(|file| {
            let key = file.keys.iter().find(|key| matches!(key.holds, Holds::Rows(found) if found.name == row.name))?;
            Some((file, key.name))
        });
        let Some((file, name)) = holder else { panic!("{} are in no file", row.name) };
        // A shared rule is on messages or on types, never on both.
        let sides: &[&str] = if row.name == "shared-rules" { &["messages", "types"] } else { &[""] };
        for side in sides {
            let keys = row.keys.iter().filter(|key| !sides.contains(&key.name) || key.name == *side).collect();
            let put = move |text: &str| in_file(file, name, text);
            forms.push((format!("{} {side}", row.name), keys, Box::new(put)));
        }
    }
    forms
}

/// A file that is right, with one row below a key.
fn in_file(file: &File, name: &str, row: &str) -> String {
    let keys: Vec<&Key> = file.keys.iter().collect();
    pairs(&keys, "\n", Some((name, &format!("[{{ {row} }}]"))))
}

#[test]
fn the_reader_knows_the_keys_of_each_form_and_no_others() {
    for (form, keys, put) in forms() {
        let text = put(&format!("{}, {STRANGER} = 1", pairs(&keys, ", ", None)));
        let found = diagnostics(&text);
        let unknown: Vec<&Diagnostic> = found.iter().filter(|one| one.code == "unknown-key").collect();
        let [only] = unknown.as_slice() else { panic!("{form}: {found:?}\n{text}") };
        let help = only.help.as_deref().unwrap_or_default();
        let mut known: Vec<&str> = help.trim_start_matches("the keys here are: ").split(", ").collect();
        let mut expected: Vec<&str> = keys.iter().map(|key| key.name).collect();
        known.sort_unstable();
        expected.sort_unstable();
        assert_eq!(known, expected, "{form}");
    }
}

#[test]
fn the_reader_asks_for_the_keys_that_a_form_requires() {
    for (form, keys, put) in forms() {
        // The key that says what a file is cannot be missed: without it, it is another kind.
        for key in keys.iter().filter(|key| key.name != form) {
            let others: Vec<&Key> = keys.iter().copied().filter(|other| other.name != key.name).collect();
            let found = diagnostics(&put(&pairs(&others, ", ", None)));
            let missing = found.iter().any(|one| one.code == "missing-key");
            let side = matches!(key.name, "messages" | "types") && form.starts_with("shared-rules");
            assert_eq!(missing, key.required || side, "{form}: {}", key.name);
        }
    }
}

#[test]
fn the_reader_wants_what_a_form_says_a_key_holds() {
    for (form, keys, put) in forms() {
        for key in &keys {
            let found = diagnostics(&put(&pairs(&keys, ", ", Some((key.name, wrong(key))))));
            assert!(found.iter().any(|one| one.code == "wrong-value"), "{form}: {}", key.name);
        }
    }
}

#[test]
fn kinds_are_looked_for_in_the_same_order() {
    let order: Vec<&str> = FILES.iter().map(|file| file.kind).collect();
    let text = format!("{STRANGER} = 1");
    let help = diagnostics(&text).into_iter().find_map(|one| one.help).unwrap_or_default();
    assert_eq!(help, format!("begin the file with one of: {}", order.join(", ")));
}

#[test]
fn every_key_says_what_it_means_in_a_sentence() {
    let keys = FILES.iter().flat_map(|file| file.keys).chain(rows().into_iter().flat_map(|row| row.keys));
    for key in keys {
        assert!(key.text.len() > 5 && key.text.ends_with('.'), "{}: {}", key.name, key.text);
    }
}
