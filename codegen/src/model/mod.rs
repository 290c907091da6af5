//! The definitions as read: every table with its whole history and the place of every word.
//!
//! Nothing here is looked up in another file yet; that is `resolve`. A [`Text`] knows where it stands,
//! so that each check can point at the word it is about.

pub mod conversation;
mod fact;
mod layout;
mod lifetime;
mod provenance;
mod text;

pub use fact::{Binding, Fact, Kind};
pub use layout::{Column, Layout};
pub use lifetime::{Lifetime, Number};
pub use provenance::{Label, Provenance};
pub use text::{Span, Text};

use std::collections::BTreeMap;

/// All definition files, read.
#[derive(Debug, Default)]
pub struct Definitions {
    /// The sources that provenance may name.
    pub sources: Vec<Source>,
    /// The simple types.
    pub simple: Vec<Simple>,
    /// The composites that messages share.
    pub composites: Vec<Composite>,
    /// The code lists.
    pub codelists: Vec<CodeList>,
    /// The modules.
    pub modules: Vec<Module>,
    /// The messages; a header is a message of module `bericht`.
    pub messages: Vec<Message>,
    /// Rules of several messages or composites.
    pub shared_rules: Vec<SharedRule>,
    /// Rules on a message and the messages before it.
    pub facts: Vec<Fact>,
    /// The conversations of the modules.
    pub conversations: Vec<conversation::Conversation>,
    /// The rules on the messages of a conversation together.
    pub process_rules: Vec<conversation::ProcessRule>,
    /// The working days.
    pub calendars: Vec<conversation::Calendar>,
    /// Layouts of the CSV files of the portal, in the order of their files.
    pub layouts: Vec<Layout>,
}

/// A source that provenance may name.
#[derive(Debug)]
pub struct Source {
    /// The key used in `source = "published: key"`.
    pub key: Text,
    /// What it is.
    pub title: Text,
    /// Where it is; may be empty.
    pub address: Text,
}

/// The texts of a file in one language, by element, code or rule id.
pub type Texts = BTreeMap<String, Text>;

/// The texts of a file in both languages.
#[derive(Debug, Default, Clone)]
pub struct Bilingual {
    /// Dutch.
    pub nl: Texts,
    /// English.
    pub en: Texts,
}

/// A simple type.
#[derive(Debug)]
pub struct Simple {
    /// Its name.
    pub name: Text,
    /// How it is read; one of the kinds of the runtime, `text` or `amount`.
    pub kind: Text,
    /// Whether a text may have several lines.
    pub lines: bool,
    /// The shortest text or lowest number.
    pub min: Option<Text>,
    /// The longest text or highest number.
    pub max: Option<Text>,
    /// The pattern of the whole text.
    pub pattern: Option<Text>,
    /// How private a value is.
    pub privacy: Text,
    /// Where the type stands.
    pub source: Provenance,
    /// Where its limits stand.
    pub constraint: Provenance,
    /// What it is, in Dutch and English.
    pub nl: Option<Text>,
    /// In English.
    pub en: Option<Text>,
}

/// A composite that messages share.
#[derive(Debug)]
pub struct Composite {
    /// Its name.
    pub name: Text,
    /// Whether exactly one of its parts is filled.
    pub choice: bool,
    /// Where it stands.
    pub source: Provenance,
    /// Its rows.
    pub elements: Vec<Element>,
    /// Its rules.
    pub rules: Vec<Rule>,
    /// Its texts; key `composite` for the whole.
    pub texts: Bilingual,
}

/// One row of an element table.
#[derive(Debug, Clone)]
pub struct Element {
    /// The name; of a list the wrapper's.
    pub name: Text,
    /// The name of one item, of a list.
    pub item: Option<Text>,
    /// The name of a simple type, composite or code list.
    pub ty: Text,
    /// The cardinality as written; `None` is `1`.
    pub card: Option<Text>,
    /// The cardinality read: at least, and at most unless there is no limit.
    pub count: (u32, Option<u32>),
    /// The element whose value it takes over from the release before it begins.
    pub was: Option<Text>,
    /// In which releases it is alive.
    pub life: Lifetime,
    /// The shortest text or lowest number, when narrower than the type's.
    pub min: Option<(i64, Span)>,
    /// The longest text or highest number, when narrower than the type's.
    pub max: Option<(i64, Span)>,
    /// A pattern that holds besides the type's.
    pub pattern: Option<Text>,
    /// How private the value is, when it differs from the type.
    pub privacy: Option<Text>,
    /// The heading in the published table; documentation only.
    pub group: Option<Text>,
    /// Where the row stands.
    pub source: Provenance,
}

/// A code list.
#[derive(Debug)]
pub struct CodeList {
    /// Its name.
    pub name: Text,
    /// `Integer` when the codes are written as whole numbers.
    pub ty: Option<Text>,
    /// `closed` or `open`.
    pub kind: Text,
    /// How private a code is.
    pub privacy: Text,
    /// Where it stands.
    pub source: Provenance,
    /// Its codes, with their history.
    pub codes: Vec<Code>,
    /// Its texts; key `codelist` for the whole.
    pub texts: Bilingual,
}

/// One code.
#[derive(Debug)]
pub struct Code {
    /// As it is written.
    pub code: Text,
    /// In which releases it is alive; a lifetime may name modules.
    pub life: Lifetime,
    /// Where it stands.
    pub source: Provenance,
}

/// A module.
#[derive(Debug)]
pub struct Module {
    /// The id in namespaces.
    pub id: Text,
    /// The letters in rule ids.
    pub code: Text,
    /// The name in prose.
    pub name: Text,
    /// Where it stands.
    pub source: Provenance,
    /// The releases, oldest first.
    pub releases: Vec<Release>,
    /// Elements a rule forbids by name.
    pub forbidden: Vec<Forbidden>,
    /// Its texts; key `module` for the whole, one per release and rule.
    pub texts: Bilingual,
}

/// A release of a module.
#[derive(Debug)]
pub struct Release {
    /// Its number as written.
    pub text: Text,
    /// Its number.
    pub number: Number,
    /// Where the number stands.
    pub source: Provenance,
    /// `as labelled`, or the label that holds for all its rows.
    pub content: Text,
    /// How far it is: a draft (also when left out), published, deprecated or withdrawn.
    pub status: Option<Text>,
    /// Where status and dates stand; `proposed` when left out.
    pub status_source: Option<Provenance>,
    /// The first day on which it is in force.
    pub valid_from: Option<Text>,
    /// The last day on which it is in force.
    pub valid_until: Option<Text>,
}

/// Elements a rule forbids by name at any depth where no table has them.
#[derive(Debug)]
pub struct Forbidden {
    /// The names.
    pub elements: Vec<Text>,
    /// The rule's id.
    pub rule: Text,
    /// Its severity: `fout`, `waarschuwing` or `info`.
    pub severity: Text,
    /// Where it stands.
    pub source: Provenance,
}

/// A message, or the header of all messages.
#[derive(Debug, Clone)]
pub struct Message {
    /// The module's id, from the folder's `module.toml`.
    pub module: String,
    /// The modules of a message that stands in none of their folders; it is here once for each of them.
    pub modules: Vec<Text>,
    /// The id.
    pub id: Text,
    /// Whether this is the header, not a message.
    pub header: bool,
    /// The name in prose.
    pub name: Text,
    /// The letters in rule ids; empty for the header.
    pub code: Text,
    /// Who sends it.
    pub from: Vec<Text>,
    /// Who receives it.
    pub to: Vec<Text>,
    /// In which releases it is alive.
    pub life: Lifetime,
    /// Ids it had in earlier releases, oldest first.
    pub earlier: Vec<Earlier>,
    /// Whether it may start a conversation.
    pub starts: bool,
    /// Whether it answers a message.
    pub answer: bool,
    /// Where it stands.
    pub source: Provenance,
    /// Its rows.
    pub elements: Vec<Element>,
    /// Its rules.
    pub rules: Vec<Rule>,
    /// Its texts; key `message` (or `header`) for the whole.
    pub texts: Bilingual,
}

/// An id a message had before a release.
#[derive(Debug, Clone)]
pub struct Earlier {
    /// The id.
    pub id: Text,
    /// The name in prose.
    pub name: Text,
    /// The first release with the next id.
    pub until: Number,
    /// Where it stands.
    pub source: Provenance,
}

/// A rule in CEL.
#[derive(Debug, Clone)]
pub struct Rule {
    /// Its id.
    pub id: Text,
    /// `fout`, `waarschuwing` or `info`.
    pub severity: Text,
    /// The list on whose items it runs.
    pub each: Option<Text>,
    /// When it applies.
    pub when: Option<Text>,
    /// What must hold.
    pub assert: Text,
    /// Where a finding points, when not at the first element named.
    pub at: Option<Text>,
    /// In which releases it is alive, besides those its elements allow.
    pub life: Lifetime,
    /// Where it stands.
    pub source: Provenance,
    /// What is wrong, in Dutch; from the file's texts.
    pub nl: Option<Text>,
    /// What is wrong, in English.
    pub en: Option<Text>,
}

/// A rule of several messages or composites.
#[derive(Debug)]
pub struct SharedRule {
    /// The module's id when it is on messages; empty when it is on composites.
    pub module: String,
    /// The ids of the messages, or the names of the composites.
    pub on: Vec<Text>,
    /// The rule.
    pub rule: Rule,
}
