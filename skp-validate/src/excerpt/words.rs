//! The words that an excerpt may show: those of the standard itself and those of XML and SOAP.
//!
//! A word is never in this list because of what an input says.

use std::collections::BTreeMap;
use std::sync::{OnceLock, PoisonError, RwLock};

use skp_messages::catalogue;
use skp_messages::draft::Draft;
use skp_messages::shape::{MessageInfo, Module, Shape, Type};

/// What kind of word it is, and so where it may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    /// A name of an element, message or attribute.
    Name,
    /// The id of a module; a release number may follow it.
    Module,
    /// The number of a release, or of XML. Shown only where it cannot be an amount or a date.
    Number,
}

/// The kind of a word, when it is one that may be shown.
pub(super) fn kind(word: &str) -> Option<Word> {
    static WORDS: OnceLock<BTreeMap<&'static str, Word>> = OnceLock::new();
    let known = WORDS.get_or_init(build).get(word).copied();
    known.or_else(|| DRAFTED.read().unwrap_or_else(PoisonError::into_inner).get(word).copied())
}

/// The words of drafts.
static DRAFTED: RwLock<BTreeMap<&'static str, Word>> = RwLock::new(BTreeMap::new());

/// Adds the words of a draft. They come from definitions, never from an input.
pub(super) fn know(draft: &Draft) {
    let mut words = DRAFTED.write().unwrap_or_else(PoisonError::into_inner);
    add_all(draft.modules(), draft.messages(), draft.header(), &mut words);
}

fn build() -> BTreeMap<&'static str, Word> {
    let fixed = [
        "xml",
        "version",
        "encoding",
        "standalone",
        "UTF-8",
        "utf-8",
        "xmlns",
        "urn",
        "x-skp",
        "soap",
        "soapenv",
        "Envelope",
        "Header",
        "Body",
        "http",
        "schemas.xmlsoap.org",
        "envelope",
        "DOCTYPE",
        "header",
        "inhoud",
    ];
    let mut words: BTreeMap<&str, Word> = fixed.into_iter().map(|word| (word, Word::Name)).collect();
    words.insert("1.0", Word::Number);
    words.insert("Berichtheader", Word::Name);
    add_all(catalogue::modules(), catalogue::messages(), catalogue::header(), &mut words);
    // Besides a member of JSON this is the module of the header's namespace, urn:x-skp:bericht:2.0.
    words.insert("bericht", Word::Module);
    words.insert("2.0", Word::Number);
    words
}

fn add_all(
    modules: &[&'static Module],
    messages: &[&'static MessageInfo],
    header: &'static Shape,
    words: &mut BTreeMap<&'static str, Word>,
) {
    for module in modules {
        words.insert(module.id, Word::Module);
        words.extend(module.releases.iter().map(|release| (release.number, Word::Number)));
    }
    for message in messages {
        words.insert(message.id, Word::Name);
        for (name, json) in message.forbidden.iter().flat_map(|forbidden| forbidden.names) {
            words.insert(name, Word::Name);
            words.insert(json, Word::Name);
        }
        add(message.shape, words);
    }
    add(header, words);
}

fn add(shape: &'static Shape, words: &mut BTreeMap<&'static str, Word>) {
    let here = shape.elements.iter().flat_map(|element| [Some(element.name), Some(element.json), element.item]);
    let elsewhere = shape.elsewhere.iter().flat_map(|element| [Some(element.name), Some(element.json)]);
    words.extend(here.chain(elsewhere).flatten().map(|name| (name, Word::Name)));
    for element in shape.elements {
        if let Type::Composite(part) = element.ty {
            add(part, words);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_standards_words_are_known_and_no_others() {
        for name in ["Saldoverzoek", "saldoverzoek", "klantnummerSHV", "Vordering", "bsn", "Berichtheader", "xmlns"] {
            let expected = (name != "saldoverzoek").then_some(Word::Name);
            assert_eq!(kind(name), expected, "{name}");
        }
        assert_eq!(kind("schuldregeling"), Some(Word::Module));
        assert_eq!(kind("3.0"), Some(Word::Number));
        for value in ["", "true", "Jansen", "1000.00", "KLANT_ONBEKEND"] {
            assert_eq!(kind(value), None, "{value}");
        }
    }
}
