//! Checking messages against definitions that are read at run time.
//!
//! Who drafts a change to the standard wants to see what it does to messages before anything is built. A [`Draft`] is made
//! of definition files; it checks inputs as [`validate`](crate::validate) does, with the same walker over tables that
//! were read a moment ago and with the rules interpreted. On the definitions this crate was built with, its reports are
//! the same to the last letter. There are no typed values of a draft: only reports.
//!
//! ```
//! use skp_messages::Options;
//! use skp_messages::draft::{Draft, Sources};
//!
//! // The standard, with another name for one of the codes in Geen medewerking.
//! let files = skp_definitions::files().iter();
//! let files = files.map(|(path, text)| (*path, text.replace("RECENT_FINALE_KWIJTING", "EERDER_KWIJTGESCHOLDEN")));
//!
//! let draft = Draft::load(&Sources::new(files)).unwrap();
//! let message = br#"{
//!   "bericht": "schuldregeling/2.0/GeenMedewerking",
//!   "klantnummerSHV": "SHV-1",
//!   "reden": "EERDER_KWIJTGESCHOLDEN"
//! }"#;
//! assert!(draft.validate(message, &Options::default()).is_valid());
//! assert!(!skp_messages::validate(message, &Options::default()).is_valid());
//! ```
//!
//! | file | does |
//! |---|---|
//! | `shapes`, `rules`, `messages`, `keep` | make the constants that generated code would have |
//! | `translate`, `program` | make a rule ready to be interpreted |
//! | `view`, `scalar` | look up elements in a tree, and their values |
//! | `eval`, `run` | evaluate rules, in the order of generated code |
//!
//! It must not decide what is valid: the walker and the rules of the definitions do.

mod eval;
mod keep;
mod messages;
mod program;
mod rules;
mod run;
mod scalar;
mod shapes;
#[cfg(test)]
mod tests;
mod translate;
mod view;

use std::fmt;

pub use skp_codegen::diagnostic::{Diagnostic, render};
pub use skp_codegen::source::Sources;

use skp_codegen::model::Span;

use crate::check::careful;
use crate::check::pull::TreeDecoder;
use crate::check::standard::{Rules, Standard};
use crate::check::{Checker, Options, envelope_only};
use crate::finding::Report;
use crate::shape::{MessageInfo, Module, Rule, Shape, Type};
use keep::Keep;
use messages::Messages;
use run::Tables;
use shapes::Shapes;
use view::{Input, View};

/// Definitions, ready to check messages against.
///
/// Its tables are kept until the process ends, also when the draft is dropped: reports refer to them. A program that
/// loads drafts again and again grows by some 0.4 MB with each.
pub struct Draft {
    standard: &'static Standard,
    tables: Tables,
    /// The number of the table of each message, in the order of the messages.
    numbers: Vec<usize>,
    /// The number of the table of the header.
    header: usize,
    /// The rules between messages.
    between: Vec<&'static Rule>,
}

impl Draft {
    /// Reads, checks and resolves definitions.
    ///
    /// # Errors
    /// Everything that is wrong with them, in the order of the files; [`render`] shows it.
    pub fn load(sources: &Sources) -> Result<Self, Vec<Diagnostic>> {
        let catalogue = skp_codegen::compile(sources)?;
        let mut keep = Keep::default();
        let shapes =
            Shapes::new(&catalogue, &mut keep).ok_or_else(|| wrong("a table refers to a type that is absent"))?;
        let all = Messages::new(&catalogue, &shapes, &mut keep);
        let Messages { modules, messages } = all.ok_or_else(|| wrong("a message has no table"))?;
        let header = catalogue.messages.iter().rev().find(|message| message.header).map(|message| message.ty.0);
        let header = header.and_then(|id| Some((id, shapes.composite(id)?)));
        let (header, shape) =
            header.ok_or_else(|| wrong("no file has the table of the header (`header = \"Berichtheader\"`)"))?;
        let tables = Tables::new(&catalogue, &shapes, &mut keep)
            .map_err(|rule| wrong(&format!("rule {rule} cannot be interpreted")))?;
        let (messages, numbers): (Vec<_>, Vec<_>) = messages.into_iter().unzip();
        let standard =
            keep::one(Standard { modules: keep::list(modules), messages: keep::list(messages), header: shape });
        let between = rules::between(&catalogue, &mut keep);
        Ok(Self { standard, tables, numbers, header, between })
    }

    /// Checks an input, as [`validate`](crate::validate) does.
    #[must_use]
    pub fn validate(&self, bytes: &[u8], options: &Options) -> Report {
        careful::run_with(bytes, options, None, self).report
    }

    /// Checks the envelope of an input, as [`validate_envelope`](crate::validate_envelope) does.
    #[must_use]
    pub fn validate_envelope(&self, bytes: &[u8], options: &Options) -> Report {
        envelope_only::run(bytes, options, self).report
    }

    /// The modules with messages.
    #[must_use]
    pub const fn modules(&self) -> &'static [&'static Module] {
        self.standard.modules
    }

    /// Every message of every release.
    #[must_use]
    pub const fn messages(&self) -> &'static [&'static MessageInfo] {
        self.standard.messages
    }

    /// The table of the header.
    #[must_use]
    pub const fn header(&self) -> &'static Shape {
        self.standard.header
    }

    /// Every rule, as [`catalogue::rules`](crate::catalogue::rules) gives them.
    #[must_use]
    pub fn rules(&self) -> Vec<&'static Rule> {
        crate::catalogue::with_rules_between(crate::catalogue::rules_of(self.standard), self.between.iter().copied())
    }

    fn check(&self, table: usize, shape: &'static Shape, d: &TreeDecoder<'_, '_>, c: &mut Checker<'_>) {
        let (input, node) = Input::of(d);
        self.tables.check(table, View { node: Some(node), ty: Type::Composite(shape) }, input, c);
    }
}

impl Rules for Draft {
    type Message = ();
    type Header = ();

    fn standard(&self) -> &'static Standard {
        self.standard
    }

    fn message(&self, info: &'static MessageInfo, d: &mut TreeDecoder<'_, '_>, c: &mut Checker<'_>) -> Option<()> {
        let number = self.standard.messages.iter().position(|known| std::ptr::eq(*known, info))?;
        self.check(*self.numbers.get(number)?, info.shape, d, c);
        Some(())
    }

    fn header(&self, d: &mut TreeDecoder<'_, '_>, c: &mut Checker<'_>) -> Option<()> {
        self.check(self.header, self.standard.header, d, c);
        Some(())
    }
}

impl fmt::Debug for Draft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let berichten: Vec<&str> = self.messages().iter().map(|message| message.bericht).collect();
        f.debug_struct("Draft").field("messages", &berichten).finish_non_exhaustive()
    }
}

/// A mistake that stands in no file.
fn wrong(message: &str) -> Vec<Diagnostic> {
    vec![Diagnostic::new("draft", &Span { file: usize::MAX, range: 0..0 }, message)]
}
