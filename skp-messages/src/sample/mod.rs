//! Messages that nobody sent: valid, varied and made up, for tests of whoever sends or receives them.
//!
//! A [`Sampler`] makes messages of every kind and release that obey every rule of the standard, or break exactly one, or
//! stand at a boundary of the tables. It reads the rules from the definitions that this crate was built from, as
//! expressions, and works from these: a new rule of the working group is obeyed and can be broken without a change here.
//! What it makes is checked by [`validate`](crate::validate) before it is handed out.
//!
//! Everything is synthetic: persons and organisations are invented, BSNs are of the series for tests, account numbers
//! of the made-up bank TEST, addresses on the internet at example.nl, telephone numbers of a series that is not in use.
//! The header says that the message is a test.
//!
//! The same seed gives the same bytes, for one version of this crate.
//!
//! ```
//! use skp_messages::sample::Sampler;
//! use skp_messages::schuldregeling::v2_0::{Message, Saldoverzoek};
//!
//! let sampler = Sampler::shared()?;
//! let sample = sampler.message(Saldoverzoek::INFO, 1)?;
//! assert_eq!(sample.to_json(), sampler.message(Saldoverzoek::INFO, 1)?.to_json());
//!
//! let verzoek: Saldoverzoek = sampler.value(Saldoverzoek::INFO, 1)?;
//! assert_eq!(verzoek.to_xml()?, sample.to_xml());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! To see what a reader does with a mistake, break a rule:
//!
//! ```
//! use skp_messages::sample::{Sampler, Wish};
//! use skp_messages::validate;
//!
//! let broken = Sampler::shared()?.broken("SR-BV-007", &Wish::default())?;
//! let report = validate(broken.bytes(), &broken.options());
//! assert!(report.findings().iter().all(|finding| finding.id() == "SR-BV-007"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod break_rule;
mod conversation;
mod dice;
mod edge;
mod error;
mod eval;
mod grow;
mod header;
mod node;
mod obey;
mod rule;
mod translate;
mod value;
mod write;

use std::sync::OnceLock;

use skp_codegen::diagnostic;
use skp_codegen::source::Sources;

pub use break_rule::{Broken, Wish};
pub use conversation::{BrokenDossier, Dossier, Given, Participant};
pub use edge::{Boundary, Edge, Edges, Skipped};
pub use error::SampleError;
pub use write::Form;

use crate::codec::Composite;
use crate::shape::{Conversation, MessageInfo, Rule, Severity};
use crate::{Format, Layout, Options, Received, Report};
use conversation::facts::Facts;
use dice::Dice;
use grow::Grower;
use node::Document;
use obey::Goals;
use translate::Rules;

/// So many documents are tried for one sample before that is given up.
const ATTEMPTS: usize = 12;

/// Makes samples. Making one reads the definitions, which takes a moment; [`Sampler::shared`] does so once.
#[derive(Debug)]
pub struct Sampler {
    rules: Rules,
    facts: Facts,
}

/// A message that obeys every rule, with its header.
#[derive(Debug, Clone)]
pub struct Sample {
    document: Document,
    seed: u64,
    infos: Vec<&'static Rule>,
}

impl Sampler {
    /// Reads the rules of the definitions that this crate was built from.
    ///
    /// # Errors
    /// [`SampleError::Definitions`], when they do not go with this crate.
    pub fn new() -> Result<Self, SampleError> {
        let sources = Sources::new(skp_definitions::files().iter().copied());
        let catalogue = skp_codegen::compile(&sources)
            .map_err(|diagnostics| SampleError::Definitions(diagnostic::render(&diagnostics, &sources)))?;
        let rules = translate::rules(&catalogue).map_err(SampleError::Definitions)?;
        Ok(Self { rules, facts: Facts::new(&catalogue).map_err(SampleError::Definitions)? })
    }

    /// The sampler of this process, made when it is first asked for.
    ///
    /// # Errors
    /// [`SampleError::Definitions`], when the definitions do not go with this crate.
    pub fn shared() -> Result<&'static Self, SampleError> {
        static SHARED: OnceLock<Result<Sampler, SampleError>> = OnceLock::new();
        SHARED.get_or_init(Self::new).as_ref().map_err(Clone::clone)
    }

    /// A message that obeys every rule.
    ///
    /// It gives no error and no warning; rules of severity info may fire where some content cannot be without one.
    ///
    /// # Errors
    /// [`SampleError::Unsolved`], when no such message was found; it names the rules that stayed broken.
    pub fn message(&self, info: &'static MessageInfo, seed: u64) -> Result<Sample, SampleError> {
        let header = header::rules(info);
        let goals = Goals { rules: &self.rules, header: &header, facts: &[], target: None };
        let mut unsolved = Vec::new();
        for attempt in 0..ATTEMPTS {
            let mut dice = Dice::new(seed, &format!("{} {attempt}", info.bericht));
            let grower = Grower::new(&mut dice);
            let mut document = grower.document(info, &mut dice);
            match self.settle(&goals, &mut document, &grower, &mut dice) {
                Ok(infos) => return Ok(Sample { document, seed, infos }),
                Err(rules) => unsolved = rules,
            }
        }
        Err(SampleError::Unsolved { message: info.bericht, rules: unsolved })
    }

    /// Makes a document obey, and has the validator confirm it; gives the infos that are left.
    fn settle(
        &self,
        goals: &Goals<'_>,
        document: &mut Document,
        grower: &Grower,
        dice: &mut Dice,
    ) -> Result<Vec<&'static Rule>, Vec<&'static Rule>> {
        let left = goals.reach(document, grower, dice).unwrap_or_default();
        if left.iter().any(|rule| rule.severity != Severity::Info) {
            return Err(left);
        }
        let text = document.write(Format::Json, Layout::Compact, Form::Envelope);
        let found = found(&crate::validate(text.as_bytes(), &Options::default()));
        if found.iter().any(|rule| rule.severity != Severity::Info) { Err(found) } else { Ok(found) }
    }

    /// A message that obeys every rule, as a value of its type.
    ///
    /// # Errors
    /// [`SampleError::Unsolved`], when no such message was found, or when `info` is of another type.
    pub fn value<T: Composite>(&self, info: &'static MessageInfo, seed: u64) -> Result<T, SampleError> {
        let wrong = || SampleError::Unsolved { message: info.bericht, rules: Vec::new() };
        self.message(info, seed)?.received().map_err(|_| wrong())?.take().ok_or_else(wrong)
    }

    /// A message that breaks this rule and no other.
    ///
    /// Where other rules cannot hold at the same time, [`Broken::also`] names them.
    ///
    /// # Errors
    /// When there is no such rule, when it cannot be broken as wished, or when one message cannot break it at all.
    pub fn broken(&self, rule: &str, wish: &Wish<'_>) -> Result<Broken, SampleError> {
        break_rule::broken(self, rule, wish)
    }

    /// A conversation in which every message is right, on its own and after those before it.
    ///
    /// It ends where a conversation may end, or when it is long. As in [`Sampler::message`], a message that cannot be
    /// without an info has one.
    ///
    /// # Errors
    /// [`SampleError::NoConversation`], when none was found.
    ///
    /// ```
    /// use skp_messages::catalogue;
    /// use skp_messages::sample::Sampler;
    ///
    /// let table = catalogue::conversations().iter().find(|table| table.module.code == "SI").unwrap();
    /// let dossier = Sampler::shared()?.conversation(table, 1)?;
    /// assert_eq!(dossier.messages()[0].info().id, "Saldoverzoek");
    /// # Ok::<(), skp_messages::sample::SampleError>(())
    /// ```
    pub fn conversation(&self, table: &'static Conversation, seed: u64) -> Result<Dossier, SampleError> {
        conversation::valid(self, table, seed)
    }

    /// A conversation whose last message breaks this rule between messages and no other.
    ///
    /// # Errors
    /// When there is no such rule, when it is not about several messages, or when no such conversation was found.
    pub fn broken_conversation(&self, rule: &str, seed: u64) -> Result<BrokenDossier, SampleError> {
        let known = crate::catalogue::rules().into_iter().find(|known| known.id.eq_ignore_ascii_case(rule));
        conversation::broken(self, known.ok_or_else(|| SampleError::UnknownRule(rule.to_owned()))?, seed)
    }

    /// The rules that a conversation can break and one message cannot, in order of id.
    #[must_use]
    pub fn breakable_in_conversation(&self) -> Vec<&'static Rule> {
        let all = crate::catalogue::rules().into_iter();
        all.filter(|rule| !break_rule::can_break(self, rule) && conversation::can_break(self, rule)).collect()
    }

    /// The rules that one message can break, in order of id.
    #[must_use]
    pub fn breakable(&self) -> Vec<&'static Rule> {
        crate::catalogue::rules().into_iter().filter(|rule| break_rule::can_break(self, rule)).collect()
    }

    /// Messages at the boundaries of a table: every element at its shortest and longest, lowest and highest, absent and
    /// present, every code, every choice, every list short and long.
    ///
    /// Each obeys every rule; a boundary that rules keep out of reach is reported as skipped, with these rules.
    ///
    /// ```
    /// use skp_messages::sample::Sampler;
    /// use skp_messages::schuldregeling::v2_0::{GeenMedewerking, Message};
    ///
    /// let edges: Vec<_> = Sampler::shared()?.edges(GeenMedewerking::INFO, 1).collect();
    /// let codes = edges.iter().flatten().filter(|edge| edge.place == "Reden").count();
    /// assert_eq!(codes, 4);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn edges(&self, info: &'static MessageInfo, seed: u64) -> Edges<'_> {
        Edges::new(self, info, seed)
    }
}

impl Sample {
    /// Which message it is.
    #[must_use]
    pub const fn info(&self) -> &'static MessageInfo {
        self.document.info
    }

    /// The seed it came from.
    #[must_use]
    pub const fn seed(&self) -> u64 {
        self.seed
    }

    /// The rules of severity info that fire on it.
    #[must_use]
    pub fn infos(&self) -> &[&'static Rule] {
        &self.infos
    }

    /// The message in a format, with its header or without.
    #[must_use]
    pub fn write(&self, format: Format, layout: Layout, form: Form) -> String {
        self.document.write(format, layout, form)
    }

    /// The message alone as canonical JSON.
    #[must_use]
    pub fn to_json(&self) -> String {
        self.write(Format::Json, Layout::Compact, Form::Bare)
    }

    /// The message alone as canonical XML.
    #[must_use]
    pub fn to_xml(&self) -> String {
        self.write(Format::Xml, Layout::Compact, Form::Bare)
    }

    /// The message with its header, as a receiver gets it.
    ///
    /// # Errors
    /// The report of the validator, should it find an error.
    pub fn received(&self) -> Result<Received, Report> {
        crate::read(self.write(Format::Json, Layout::Compact, Form::Envelope).as_bytes())
    }
}

/// The rules that a report has findings of, each once.
fn found(report: &Report) -> Vec<&'static Rule> {
    let mut rules: Vec<&'static Rule> = Vec::new();
    for finding in report.findings() {
        if !rules.contains(&finding.rule()) {
            rules.push(finding.rule());
        }
    }
    rules
}
