//! Definition files to [`Definitions`]: what each key holds, with the place of every word.
//!
//! One file per kind of definition file, and `table` for the TOML. A mistake becomes a diagnostic and
//! reading goes on, with an empty word or a `1` in its place. So definitions that came with diagnostics
//! are not whole: a lint run on them would complain of what follows from the mistake.
//!
//! Nothing here looks into another file, except for the module of a folder, and nothing here knows which
//! types, words or releases are right: that is `lint`.

mod calendar;
mod codelist;
mod composite;
mod conversation;
mod element;
mod facts;
mod layout;
mod message;
mod module;
mod process;
mod rule;
mod rules;
mod simple;
mod sources;
mod table;
mod texts;

use toml::Spanned;
use toml::de::DeTable;

use crate::diagnostic::{Diagnostic, closest};
use crate::model::{Definitions, Message, Span, Text};
use crate::source::Sources;
use table::Table;

/// The codes of the diagnostics of this layer and what they are about.
pub const CHECKS: &[(&str, &str)] = &[
    ("bad-cardinality", "a cardinality is 1, 0..1, 1..* or 0..*, or has other numbers"),
    ("bad-provenance", "a source cell begins with published: key, derived: key or proposed"),
    ("bad-release", "a release number is two numbers with a point between them"),
    ("missing-key", "what every row and file of a kind must say"),
    ("no-module", "a message stands in a folder with one module.toml"),
    ("toml-syntax", "a file is TOML"),
    ("unknown-file", "a file says by one key what it defines"),
    ("unknown-key", "no key is silently ignored"),
    ("unknown-text", "a text belongs to something in its file"),
    ("wrong-value", "a key has a text, a number, true or false, a list or rows, as its kind asks"),
];

/// The key that says what a file defines, in the order in which they are looked for.
const KINDS: &[&str] = &[
    "csv",
    "message",
    "header",
    "composite",
    "codelist",
    "module",
    "sources",
    "types",
    "facts",
    "rules",
    "conversation",
    "process",
    "calendar",
];

/// A file that is TOML and of a known kind.
struct File<'s> {
    number: usize,
    folder: &'s str,
    text: &'s str,
    kind: &'static str,
    root: Spanned<DeTable<'s>>,
}

impl File<'_> {
    fn table(&self) -> Table<'_> {
        Table::root(self.number, self.text, self.root.get_ref(), self.kind)
    }
}

/// Reads all files. The diagnostics are in the order of the files; when there is one, the definitions
/// are not whole.
#[must_use]
pub fn read(sources: &Sources) -> (Definitions, Vec<Diagnostic>) {
    let mut definitions = Definitions::default();
    let mut out = Vec::new();
    let files = parse(sources, &mut out);
    let modules = Modules::find(&files, sources, &mut out);
    for file in &files {
        let table = file.table();
        let out = &mut out;
        match file.kind {
            "message" | "header" => {
                let several = table.has("modules");
                let module = if several { String::new() } else { modules.of(file, "a message", out) };
                definitions.messages.push(message::read(table, module, file.kind == "header", out));
            }
            "composite" => definitions.composites.push(composite::read(table, out)),
            "csv" => definitions.layouts.push(layout::read(table, out)),
            "codelist" => definitions.codelists.push(codelist::read(table, out)),
            "module" => definitions.modules.push(module::read(table, out)),
            "sources" => definitions.sources.extend(sources::read(table, out)),
            "types" => definitions.simple.extend(simple::read(table, out)),
            "facts" => definitions.facts.extend(facts::read(table, out)),
            "conversation" => {
                let module = modules.of(file, "a conversation", out);
                definitions.conversations.push(conversation::read(table, module, out));
            }
            "process" => definitions.process_rules.extend(process::read(table, out)),
            "calendar" => definitions.calendars.push(calendar::read(table, out)),
            _ => definitions.shared_rules.extend(rules::read(table, file, &modules, out)),
        }
    }
    give_to_modules(&mut definitions.messages);
    out.sort_by_key(|diagnostic| (diagnostic.span.file, diagnostic.span.range.start));
    (definitions, out)
}

/// Puts a message of several modules into each of them, with the senders and receivers that take part there: those
/// of the module's own messages.
fn give_to_modules(messages: &mut Vec<Message>) {
    let (several, mut own): (Vec<_>, Vec<_>) = messages.drain(..).partition(|message| !message.modules.is_empty());
    for message in several {
        for module in &message.modules {
            let takes_part = |role: &Text| {
                let there = own.iter().filter(|other| module == other.module.as_str() && other.modules.is_empty());
                there.flat_map(|other| other.from.iter().chain(&other.to)).any(|other| other == role)
            };
            let part = |roles: &[Text]| roles.iter().filter(|role| takes_part(role)).cloned().collect();
            let (from, to) = (part(&message.from), part(&message.to));
            own.push(Message { module: module.value.clone(), from, to, ..message.clone() });
        }
    }
    *messages = own;
}

/// The files that are TOML and of a known kind.
fn parse<'s>(sources: &'s Sources, out: &mut Vec<Diagnostic>) -> Vec<File<'s>> {
    let mut files = Vec::new();
    for (number, file) in sources.files.iter().enumerate() {
        match DeTable::parse(&file.text) {
            Ok(root) => match KINDS.iter().find(|&&kind| root.get_ref().contains_key(kind)) {
                Some(kind) => files.push(File { number, folder: file.folder(), text: &file.text, kind, root }),
                None => out.push(unknown_file(number, root.get_ref())),
            },
            Err(error) => out.push(not_toml(number, &file.text, &error)),
        }
    }
    files
}

/// What is wrong with a text that is no TOML.
pub(crate) fn not_toml(number: usize, text: &str, error: &toml::de::Error) -> Diagnostic {
    let range = error.span().unwrap_or(text.len()..text.len());
    let span = Span { file: number, range };
    if error.message() == "duplicate key" {
        return Diagnostic::new("toml-syntax", &span, "this key stands here for the second time")
            .help("take one of the two lines out, or change its key");
    }
    let message = format!("this cannot be read as TOML: {}", error.message());
    let help = "look for a missing quote, comma, `=` or bracket, here or just above";
    Diagnostic::new("toml-syntax", &span, message).help(help)
}

fn unknown_file(number: usize, root: &DeTable<'_>) -> Diagnostic {
    let mut keys: Vec<_> = root.keys().collect();
    keys.sort_by_key(|key| key.span().start);
    let likely = keys.iter().find_map(|key| Some((*key, closest(key.get_ref(), KINDS.iter().copied())?)));
    let range = likely.map(|(key, _)| key.span()).or_else(|| Some(keys.first()?.span())).unwrap_or(0..0);
    let help = match likely {
        Some((_, kind)) => format!("did you mean `{kind}`?"),
        None => format!("begin the file with one of: {}", KINDS.join(", ")),
    };
    let message = "this file does not say what it defines";
    Diagnostic::new("unknown-file", &Span { file: number, range }, message).help(help)
}

/// The modules by their folders.
struct Modules<'s> {
    found: Vec<(&'s str, Text)>,
    /// Folders whose `module.toml` cannot be read; that is said once, not at every message.
    broken: Vec<&'s str>,
}

impl<'s> Modules<'s> {
    fn find(files: &[File<'s>], sources: &'s Sources, out: &mut Vec<Diagnostic>) -> Self {
        let mut found: Vec<(&str, Text)> = Vec::new();
        for file in files.iter().filter(|file| file.kind == "module") {
            // Read again with the rest of the file, which says what is wrong with it.
            let id = file.table().text("module", &mut Vec::new());
            if let Some((_, first)) = found.iter().find(|(folder, _)| *folder == file.folder) {
                let diagnostic = Diagnostic::new("no-module", &id.span, "this folder already has a module")
                    .label("the second module")
                    .also(&first.span, "the first module")
                    .help("each module has a folder of its own");
                out.push(diagnostic);
            } else {
                found.push((file.folder, id));
            }
        }
        let read: Vec<usize> = files.iter().map(|file| file.number).collect();
        let unread = sources.files.iter().enumerate().filter(|(number, _)| !read.contains(number));
        let broken = unread.filter(|(_, file)| file.path.ends_with("module.toml")).map(|(_, file)| file.folder());
        Self { found, broken: broken.collect() }
    }

    fn in_folder(&self, folder: &str) -> Option<&str> {
        self.found.iter().find(|(of, _)| *of == folder).map(|(_, id)| id.as_str())
    }

    /// The id of the module a file belongs to; what needs it is named in the diagnostic.
    fn of(&self, file: &File<'_>, what: &str, out: &mut Vec<Diagnostic>) -> String {
        if let Some(id) = self.in_folder(file.folder) {
            return id.to_owned();
        }
        if !self.broken.contains(&file.folder) {
            let message = format!("{what} must stand in the folder of its module");
            let diagnostic = Diagnostic::new("no-module", &file.table().place, message)
                .label("this folder has no module.toml")
                .help("move the file, or write a module.toml beside it");
            out.push(diagnostic);
        }
        String::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_text_is_read_without_panic() {
        let whole =
            "message = 'A'\nsince = 2.0\nelements = [{ name = 'B/C', card = 'x', min = 'é' }, 1]\n[nl]\n1.0 = 1";
        for end in (0..=whole.len()).filter(|&end| whole.is_char_boundary(end)) {
            for start in [0, end / 2, end.saturating_sub(9)] {
                let Some(text) = whole.get(start..end) else { continue };
                let sources = Sources::new([("a/x.toml", text)]);
                let (_, diagnostics) = read(&sources);
                assert!(!diagnostics.is_empty(), "{text}");
                assert!(!crate::diagnostic::render(&diagnostics, &sources).is_empty());
            }
        }
    }
}
