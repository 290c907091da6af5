//! Names become names in XML, JSON, Rust and other languages, so they are letters, digits and single
//! underscores and begin with a capital. The letters of modules and messages stand in rule ids and are
//! capitals only; a source's key must not hold what separates keys in a provenance cell.

use crate::diagnostic::Diagnostic;
use crate::lint::views::{elements, tables};
use crate::model::{Definitions, Text};

pub(super) fn check(defs: &Definitions, out: &mut Vec<Diagnostic>) {
    let types = defs.simple.iter().map(|simple| &simple.name).chain(defs.codelists.iter().map(|list| &list.name));
    let earlier = defs.messages.iter().flat_map(|message| message.earlier.iter().map(|earlier| &earlier.id));
    let wholes = tables(defs).into_iter().map(|table| table.name).chain(types).chain(earlier);
    // An empty half of a list's name is said by bad-list.
    let rows = elements(defs).flat_map(|element| {
        let list = element.item.is_some();
        let names = [Some(&element.name), element.item.as_ref()].into_iter().flatten();
        names.filter(move |name| !list || !(name.as_str().is_empty() || name.as_str().contains('/')))
    });
    for name in wholes.chain(rows).filter(|name| !is_name(name.as_str())) {
        let help = "begin with a capital and use letters without accents, digits and single `_`, as in KlantnummerSE";
        report(name, "a name", help, out);
    }
    let states = defs.conversations.iter().flat_map(|conversation| &conversation.states).map(|state| &state.name);
    let state = |name: &str| {
        let piece = |piece: &str| !piece.is_empty() && piece.bytes().all(|byte| byte.is_ascii_uppercase());
        name.split('_').all(piece) && name != crate::model::conversation::START
    };
    for name in states.filter(|name| !state(name.as_str())) {
        report(name, "a state", "use capitals and single `_`, as in SALDO_GEVRAAGD; START is taken", out);
    }
    let letters = defs.modules.iter().map(|module| &module.code);
    let messages = defs.messages.iter().filter(|message| !message.header).map(|message| &message.code);
    let capitals = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_uppercase());
    for code in letters.chain(messages).filter(|code| !capitals(code.as_str())) {
        report(code, "the letters of a module or message", "use capitals only, as in BV", out);
    }
    let separates = |letter: char| letter.is_whitespace() || ",;()".contains(letter);
    let keys = defs.sources.iter().map(|source| &source.key);
    for key in keys.filter(|key| key.as_str().is_empty() || key.as_str().contains(separates)) {
        report(key, "the key of a source", "use lower-case letters, digits, `-` and `.`", out);
    }
}

fn report(name: &Text, what: &str, help: &str, out: &mut Vec<Diagnostic>) {
    let message = format!("`{name}` cannot be {what}");
    out.push(Diagnostic::new("bad-name", &name.span, message).help(help));
}

fn is_name(name: &str) -> bool {
    let piece = |piece: &str| !piece.is_empty() && piece.bytes().all(|byte| byte.is_ascii_alphanumeric());
    name.starts_with(|first: char| first.is_ascii_uppercase()) && name.split('_').all(piece)
}
