//! The straight way from bytes to a value: one pass, without tokens, a tree or a copy that is not kept.
//!
//! The tables predict what comes next. The decoders of this room compare it with the bytes that stand there, take each
//! value in place and go on; at the first surprise they give up without a word, and the careful way
//! ([`check`](crate::check)) reads the input from its start. So nothing here may make a finding, or decide what is valid:
//! whatever this way accepts the careful way accepts with an equal value and an equal report, and a message that any rule
//! has something to say about is left to it.
//!
//! - `predicted` has what follows from a row, worked out beforehand, and `tag` compares what should stand in the input.
//! - `scan` finds where texts end, `simple` takes values, `limits` keeps count: they know no format.
//! - `xml` and `json` go from element to element; `document` and `object` read what is around a message in each.

mod document;
pub(crate) mod json;
mod limits;
mod object;
mod predicted;
mod scan;
mod simple;
mod tag;
pub(crate) mod xml;

use self::limits::Budget;
#[doc(hidden)]
pub use self::predicted::Predicted;
use crate::Format;
use crate::bericht::v2_0::Berichtheader;
use crate::check::any::AnyDecoder;
use crate::check::careful::{Outcome, Pull};
use crate::check::{Checker, Context, Options, header, in_force};
use crate::codec::{Composite, decoded};
use crate::finding::{Report, Root};
use crate::read;
use crate::shape::MessageInfo;
use crate::value::dutch_date;

/// Reads and checks one input, when it is what was expected in every respect and no rule has anything to say about it.
/// With `only`, no other message is read.
pub(crate) fn run<V>(
    bytes: &[u8],
    options: &Options,
    only: Option<&'static MessageInfo>,
    pull: Pull<V>,
) -> Option<Outcome<V>> {
    if options.release.is_some() || !Budget::has_room(&options.limits) {
        return None;
    }
    let input = read::sniff(bytes, options.limits.size).ok()?;
    let job = Job { options, only, pull };
    match input.format {
        Format::Xml => document::read(input.text, &job),
        Format::Json => object::read(input.text, &job),
    }
}

/// What is wanted of an input.
struct Job<'o, V> {
    options: &'o Options,
    only: Option<&'static MessageInfo>,
    pull: Pull<V>,
}

/// A message that is being read, with what is known of it.
struct Message {
    info: &'static MessageInfo,
    header: Option<Berichtheader>,
    report: Report,
}

impl<V> Job<'_, V> {
    /// The message of this name, if it is wanted.
    fn wanted(&self, is_it: impl Fn(&MessageInfo) -> bool) -> Option<&'static MessageInfo> {
        match self.only {
            Some(only) => Some(only).filter(|only| is_it(only)),
            None => crate::generated::MESSAGES.iter().copied().find(|message| is_it(message)),
        }
    }

    /// Begins a message: what can be said before its content is read.
    fn message(&self, info: &'static MessageInfo, header: Option<Berichtheader>, format: Format) -> Message {
        let mut report = Report { format: Some(format), message: Some(info), ..Report::default() };
        report.counts.messages = 1;
        in_force::check(info.module.id, info.release, self.options, 0, &mut report);
        Message { info, header, report }
    }

    /// Reads the content of a message and runs its rules.
    fn content(&self, message: &mut Message, decoder: &mut AnyDecoder<'_, '_, '_>) -> Option<V> {
        let Message { info, header, report } = message;
        let sent = header.as_ref().map(|header| header.verzonden_op);
        let context = Context { sent: sent.as_ref().map(dutch_date), sent_at: sent, header: header.is_some() };
        let root = Root::Message(info.id, header.is_some());
        let value = (self.pull)(info, decoder, &mut Checker::terse(root, context, report))?;
        if let Some(header) = header {
            header.check(&mut Checker::terse(Root::Header, context, report));
        }
        Some(value)
    }

    /// What came of it all, when nothing was found. `says` is whether the message names itself.
    fn outcome(&self, message: Message, value: V, says: bool, budget: &Budget) -> Option<Outcome<V>> {
        let Message { info, header, mut report } = message;
        report.counts.elements = u64::try_from(budget.elements).ok()?;
        if let Some(header) = &header {
            let body = if says { header::Body::Says(Some(info)) } else { header::Body::Silent };
            let fields = header::Fields::of(header);
            header::check(&fields, body, Some(info), &crate::check::standard::BUILT, self.options, &mut report);
        }
        let clean = report.findings.is_empty() && report.left_out == 0 && budget.is_kept();
        clean.then_some(Outcome { value: Some(value), header, report })
    }
}

/// Whether a header names this message.
fn names(header: &Berichtheader, info: &MessageInfo) -> bool {
    header.bericht.as_str() == info.id
        && header.release.as_str() == info.release.number
        && header.module.as_str() == info.module.id
}

/// Reads a header; its rules are run when its message was read.
fn header(decoder: &mut AnyDecoder<'_, '_, '_>) -> Option<Berichtheader> {
    decoded(decoder)
}
