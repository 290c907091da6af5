//! The catalogue: all definitions resolved, release by release. What the emitters work from.
//!
//! A type is here once for each content it has had: `OpenstaandeSchuld` of release 1.0 and that of 2.0 are
//! two types with one name, while `Persoon`, which never changed, is one. A [`TypeId`] says which.

pub mod conversation;
mod fact;
mod layout;

pub use fact::{Among, Binding, Case, Fact, FactCheck, Naming};
pub use layout::{Column, Layout};

use crate::model::Number;
use crate::pattern::Automaton;

/// The place of a type in [`Catalogue::types`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TypeId(pub usize);

/// The place of a simple type in [`Catalogue::simple`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SimpleId(pub usize);

/// Everything, resolved.
#[derive(Debug, Default)]
pub struct Catalogue {
    /// The simple types, in the order of their file.
    pub simple: Vec<SimpleType>,
    /// Composites and code lists, each content once; a type comes after the types it uses.
    pub types: Vec<Type>,
    /// The modules, the header's own first.
    pub modules: Vec<Module>,
    /// The messages of every release, in the order of modules, releases and ids.
    pub messages: Vec<Message>,
    /// Rules on a message and the messages before it, in the order of messages and files.
    pub facts: Vec<Fact>,
    /// The conversations, in the order of modules and releases.
    pub conversations: Vec<conversation::Conversation>,
    /// The rules on the messages of a conversation together, in order of id.
    pub process_rules: Vec<conversation::ProcessRule>,
    /// The working days.
    pub calendar: conversation::Calendar,
    /// The layouts of the CSV files of the portal, in the order of their ids.
    pub layouts: Vec<Layout>,
}

impl Catalogue {
    /// The messages of one release of one module.
    pub fn messages_of(&self, module: usize, release: usize) -> impl Iterator<Item = &Message> {
        self.messages.iter().filter(move |message| message.module == module && message.release == release)
    }

    /// The types a type uses, itself first, each once, in the order in which it uses them.
    #[must_use]
    pub fn closure(&self, root: TypeId) -> Vec<TypeId> {
        let mut found = vec![root];
        let mut at = 0;
        while let Some(&TypeId(id)) = found.get(at) {
            if let Some(Type { content: Content::Composite(composite), .. }) = self.types.get(id) {
                for element in &composite.elements {
                    if let Holds::Type(used) = element.holds
                        && !found.contains(&used)
                    {
                        found.push(used);
                    }
                }
            }
            at += 1;
        }
        found
    }
}

/// A text in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text {
    /// Dutch.
    pub nl: String,
    /// English.
    pub en: String,
}

/// How private a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Privacy {
    /// May be shown.
    None,
    /// Masked; its length may be told.
    Personal,
    /// Masked and never summarised.
    Sensitive,
}

/// How a simple type is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One line of text.
    Text,
    /// Text of several lines.
    Lines,
    /// A day.
    Date,
    /// A moment.
    DateTime,
    /// Euro.
    Amount,
    /// A percentage.
    Percentage,
    /// A whole number.
    Integer,
    /// True or false.
    Boolean,
    /// A UUID.
    Uuid,
    /// A burgerservicenummer.
    Bsn,
    /// An account number.
    Iban,
    /// A Dutch postcode.
    Postcode,
    /// Base64.
    Base64,
    /// An https address.
    Uri,
}

/// A pattern and its automaton.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    /// As written in the definitions.
    pub text: String,
    /// Compiled.
    pub automaton: Automaton,
}

/// A simple type.
#[derive(Debug)]
pub struct SimpleType {
    /// Its name in the standard.
    pub name: String,
    /// How it is read.
    pub kind: Kind,
    /// The shortest text in code points, the lowest number, the first year of a date; of an amount and a
    /// percentage in hundredths.
    pub low: i64,
    /// The longest text, the highest number, the last year; of an amount and a percentage in hundredths.
    pub high: i64,
    /// The pattern of the whole text.
    pub pattern: Option<Pattern>,
    /// How private a value is.
    pub privacy: Privacy,
    /// What it is.
    pub text: Text,
    /// Where it stands.
    pub source: String,
    /// Where its limits stand.
    pub constraint: String,
}

/// A composite or a code list with one content.
#[derive(Debug)]
pub struct Type {
    /// Its name in the standard; of a message its id.
    pub name: String,
    /// Where its Rust type is defined.
    pub home: Home,
    /// What it is.
    pub content: Content,
    /// What it is, in words.
    pub text: Text,
    /// Where it stands.
    pub source: String,
    /// The definition file.
    pub file: String,
}

/// Where the Rust type of a type is defined; every later release with the same content re-exports it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Home {
    /// Among the types that modules share, by the release in which this content first occurs, and by module
    /// when two modules differ.
    Shared {
        /// The module, when another has a different content since the same number.
        module: Option<String>,
        /// The release.
        since: Number,
    },
    /// In a release of a module: a message.
    Release {
        /// The module's id.
        module: String,
        /// The release.
        since: Number,
    },
}

/// What a type is made of.
#[derive(Debug)]
pub enum Content {
    /// Elements.
    Composite(Composite),
    /// Codes.
    Codes(Codes),
}

/// A type made of elements.
#[derive(Debug)]
pub struct Composite {
    /// Whether exactly one of its parts is filled.
    pub choice: bool,
    /// The elements, in table order.
    pub elements: Vec<Element>,
    /// Elements of its table that other releases have.
    pub elsewhere: Vec<Elsewhere>,
    /// The rules that hold here.
    pub rules: Vec<Rule>,
    /// Whether it or a part of it has rules.
    pub has_rules: bool,
}

/// An element of another release.
#[derive(Debug, PartialEq, Eq)]
pub struct Elsewhere {
    /// Its name.
    pub name: String,
    /// The first release with it, when it comes later than this one.
    pub since: Option<String>,
    /// The first release without it, when it was there before this one.
    pub until: Option<String>,
}

/// An element.
#[derive(Debug)]
pub struct Element {
    /// The name; of a list the wrapper's.
    pub name: String,
    /// The name of an item, of a list.
    pub item: Option<String>,
    /// The element of the release before it begins whose value it takes over.
    pub was: Option<String>,
    /// At least this many, 0 or 1.
    pub min: u32,
    /// What it holds.
    pub holds: Holds,
    /// A lower bound narrower than the type's.
    pub low: Option<u32>,
    /// An upper bound narrower than the type's.
    pub high: Option<u32>,
    /// A pattern besides the type's.
    pub pattern: Option<Pattern>,
    /// How private it is.
    pub privacy: Privacy,
    /// The heading in the handbook.
    pub group: Option<String>,
    /// Its lifetime in words, `since 2.0`.
    pub life: String,
    /// What it is.
    pub text: Text,
    /// Where it stands.
    pub source: String,
}

impl Element {
    /// The cardinality as the standard writes it.
    #[must_use]
    pub const fn cardinality(&self) -> &'static str {
        match (self.min, self.item.is_some()) {
            (0, false) => "0..1",
            (0, true) => "0..*",
            (_, true) => "1..*",
            (_, false) => "1",
        }
    }
}

/// What an element holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// A simple value.
    Simple(SimpleId),
    /// A code or a composite.
    Type(TypeId),
}

/// A code list as it stands in one release.
#[derive(Debug)]
pub struct Codes {
    /// Whether other codes are errors.
    pub closed: bool,
    /// Whether the codes are written as whole numbers.
    pub integer: bool,
    /// How private a code is.
    pub privacy: Privacy,
    /// The codes.
    pub codes: Vec<Code>,
    /// Codes of other releases.
    pub elsewhere: Vec<String>,
}

/// A code.
#[derive(Debug)]
pub struct Code {
    /// As it is written.
    pub code: String,
    /// What it means.
    pub text: Text,
    /// Where it stands.
    pub source: String,
}

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// `fout`
    Error,
    /// `waarschuwing`
    Warning,
    /// `info`
    Info,
}

/// A rule of a composite.
#[derive(Debug)]
pub struct Rule {
    /// Its id.
    pub id: String,
    /// How bad a finding is.
    pub severity: Severity,
    /// The condition as one CEL expression, for documentation and export.
    pub cel: String,
    /// What is wrong.
    pub text: Text,
    /// Where it stands.
    pub source: String,
    /// The rule in Rust.
    pub compiled: crate::cel::Compiled,
}

/// A module.
#[derive(Debug)]
pub struct Module {
    /// Its id.
    pub id: String,
    /// Its letters.
    pub code: String,
    /// Its name in prose.
    pub name: String,
    /// Its releases, oldest first.
    pub releases: Vec<Release>,
    /// Elements a rule forbids by name.
    pub forbidden: Vec<Forbidden>,
    /// What it is.
    pub text: Text,
}

/// A release.
#[derive(Debug)]
pub struct Release {
    /// Its number.
    pub number: Number,
    /// What it is.
    pub text: Text,
    /// Where the number stands.
    pub source: String,
    /// `as labelled`, or the label of all its rows.
    pub content: String,
    /// How far it is.
    pub status: Status,
    /// Where status and dates stand.
    pub status_source: String,
    /// The first day on which it is in force, `2026-01-31`.
    pub valid_from: Option<String>,
    /// The last day on which it is in force.
    pub valid_until: Option<String>,
}

/// How far a release is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// It may still change; nobody need support it.
    Draft,
    /// It never changes again.
    Published,
    /// Still in force; a later one has taken its place.
    Deprecated,
    /// Taken back.
    Withdrawn,
}

impl Status {
    /// The word in the definitions.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Published => "published",
            Self::Deprecated => "deprecated",
            Self::Withdrawn => "withdrawn",
        }
    }
}

impl Module {
    /// The namespace of the messages of a release in XML.
    #[must_use]
    pub fn namespace(&self, release: &Release) -> String {
        format!("urn:x-skp:{}:{}", self.id, release.number)
    }
}

/// Elements a rule forbids by name at any depth.
#[derive(Debug)]
pub struct Forbidden {
    /// The names.
    pub names: Vec<String>,
    /// The rule's id.
    pub rule: String,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong.
    pub text: Text,
    /// Where it stands.
    pub source: String,
}

/// A message in one release; or the header.
#[derive(Debug)]
pub struct Message {
    /// Its module, in [`Catalogue::modules`].
    pub module: usize,
    /// Its release, in [`Module::releases`].
    pub release: usize,
    /// Its id there.
    pub id: String,
    /// Its id in the newest release: what a message that was renamed keeps in every release.
    pub key: String,
    /// Its name in prose there.
    pub name: String,
    /// Its letters.
    pub code: String,
    /// Whether it is the header.
    pub header: bool,
    /// Who sends it.
    pub from: Vec<String>,
    /// Who receives it.
    pub to: Vec<String>,
    /// Whether it may start a conversation.
    pub starts: bool,
    /// Whether it answers a message.
    pub answer: bool,
    /// Where it stands.
    pub source: String,
    /// Its table.
    pub ty: TypeId,
}
