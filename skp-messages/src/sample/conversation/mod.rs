//! Whole conversations: valid ones, and ones in which a rule between messages is broken.
//!
//! | file | does |
//! |---|---|
//! | `facts` | what the messages before ask of the next one, as rules |
//! | `story` | the conversation so far, and the state machine that takes it in |
//! | `draft` | making the next message |
//! | `walk` | which message is next |
//! | `broken` | breaking one rule |
//! | `rows` | how the rules are broken that no expression says |
//! | `judge` | what is found in a dossier |
//!
//! It knows no module: the steps are those of the tables of conversations, and what must agree between messages is
//! read from the rules. The state machine of this crate has the last word.

mod broken;
mod draft;
pub(super) mod facts;
mod judge;
mod rows;
mod story;
mod walk;

pub use broken::{BrokenDossier, Given, Participant};
pub(super) use broken::{broken, can_break};

use super::dice::Dice;
use super::{Sample, SampleError, Sampler};
use crate::shape;

/// So many conversations are tried before that is given up.
const ATTEMPTS: usize = 48;

/// The messages of one conversation, in the order in which they are sent.
#[derive(Debug, Clone)]
pub struct Dossier {
    messages: Vec<Sample>,
    seed: u64,
}

impl Dossier {
    /// The messages, each with its header.
    #[must_use]
    pub fn messages(&self) -> &[Sample] {
        &self.messages
    }

    /// The seed it came from.
    #[must_use]
    pub const fn seed(&self) -> u64 {
        self.seed
    }

    /// The messages as NDJSON: each with its header on a line of its own.
    #[must_use]
    pub fn to_ndjson(&self) -> String {
        lines(&self.messages)
    }
}

/// Messages on lines.
fn lines(messages: &[Sample]) -> String {
    let line = |sample: &Sample| {
        let mut line =
            sample.write(crate::Format::Json, crate::Layout::Compact, super::Form::Envelope).trim_end().to_owned();
        line.push('\n');
        line
    };
    messages.iter().map(line).collect()
}

/// A conversation in which nothing is found but infos of single messages.
pub(super) fn valid(sampler: &Sampler, table: &'static shape::Conversation, seed: u64) -> Result<Dossier, SampleError> {
    let mut longest = 0;
    for attempt in 0..ATTEMPTS {
        let mut dice = Dice::new(seed, &format!("{} {} conversation {attempt}", table.module.id, table.release.number));
        let Some(starter) = walk::starter(table, None, &mut dice) else { break };
        let mut story = story::Story::new(table, starter, &mut dice);
        let whole = walk::whole(sampler, &mut story, &mut dice);
        if whole && judge::clean(&story) {
            return Ok(Dossier { messages: story.samples(seed), seed });
        }
        longest = longest.max(story.sent.len());
    }
    Err(SampleError::NoConversation { module: table.module.id, release: table.release.number })
}
