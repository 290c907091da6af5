//! Checks blocks and messages, side by side.
//!
//! A worker never waits for memory: results of a message go out one by one into a channel with little room, where it waits
//! until its block is next in order.

use std::fs::File;
use std::io::{self, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::Ordering;
use std::sync::mpsc::{Receiver, SendError, Sender, SyncSender};
use std::sync::{Mutex, PoisonError};

use memchr::memchr;
use skp_messages::Report;

use super::Bulk;
use super::cut::{Block, Cut};
use super::kind::Packing;
use super::rules::Fault;
use super::tally::Tally;
use super::unpack::unpack;
use crate::{Checked, Input, Outcome, Trouble, TroubleKind};

/// How many results of a block wait for their turn.
pub(super) const WAITING: usize = 8;

/// How much is kept of a line that is too long.
const SHOWN: usize = 8 << 10;

/// A piece of work, and where its results go.
pub(super) struct Job {
    pub(super) work: Work,
    pub(super) out: SyncSender<Item>,
}

pub(super) enum Work {
    /// Lines of a stream; the first of them has this position.
    Lines(Block, Cut, u64),
    /// A message that was read.
    Bytes(String, Vec<u8>),
    /// A file with one message.
    File(Input, Packing),
}

/// A result.
pub(super) enum Item {
    /// What became of a message or file.
    Whole(Checked),
    /// A line with findings, counted from 0 in its block; no report when the program failed on it.
    Line(u64, Option<(Report, Vec<u8>)>),
    /// A block is done.
    Block(Done),
}

/// What a block amounts to.
#[derive(Default)]
pub(super) struct Done {
    /// How many line ends there are.
    pub(super) line_ends: u64,
    /// How many lines have something on them, whether they belong to this part of the run or not.
    pub(super) filled: u64,
    /// How many lines were checked.
    pub(super) checked: u64,
    pub(super) clean: Tally,
}

/// Works until there is no more work.
pub(super) fn work(bulk: &Bulk<'_>, jobs: &Mutex<Receiver<Job>>, give_back: &Sender<Block>) {
    loop {
        let job = jobs.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(Job { work, out }) = job else { return };
        // Nobody waits for results any more when sending fails; the next job is tried all the same, so that blocks go back.
        let _ = match work {
            Work::Lines(block, cut, position) => {
                let sent = lines(bulk, block.filled(), cut, position, &out);
                let _ = give_back.send(block);
                sent
            }
            Work::Bytes(name, bytes) => out.send(Item::Whole(whole(bulk, name, bytes))),
            Work::File(input, packing) => out.send(Item::Whole(file(bulk, &input, packing))),
        };
    }
}

#[expect(clippy::result_large_err, reason = "what could not be sent is dropped at once")]
fn lines(
    bulk: &Bulk<'_>,
    block: &[u8],
    cut: Cut,
    position: u64,
    out: &SyncSender<Item>,
) -> Result<(), SendError<Item>> {
    // The end of a line that is too long was passed over.
    let mut done = Done { line_ends: u64::from(cut == Cut::TooLong), ..Done::default() };
    let mut rest = block;
    let mut number = 0;
    while !rest.is_empty() {
        let end = memchr(b'\n', rest);
        let (line, after) = rest.split_at(end.unwrap_or(rest.len()));
        rest = after.get(1..).unwrap_or_default();
        done.line_ends += u64::from(end.is_some());
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if !is_blank(line) {
            done.filled += 1;
            if bulk.shard.has(position.wrapping_add(number)) {
                done.checked += 1;
                match catch_unwind(AssertUnwindSafe(|| (bulk.validate)(line))) {
                    Ok(report) if is_clean(&report) => done.clean.add(&report),
                    Ok(report) => {
                        // Nobody looks at what is behind a limit.
                        let shown = if cut == Cut::TooLong { line.get(..SHOWN).unwrap_or(line) } else { line };
                        out.send(Item::Line(number, Some((report, shown.to_vec()))))?;
                    }
                    // Reading never panics; should it do so all the same, one message fails and not the run.
                    Err(_) => out.send(Item::Line(number, None))?,
                }
            }
        }
        number += 1;
    }
    out.send(Item::Block(done))
}

/// Whether there is nothing to tell of a message but that it was checked.
fn is_clean(report: &Report) -> bool {
    report.findings().is_empty() && report.left_out() == 0 && report.counts().messages > 0
}

/// Whether a line is empty; a byte order mark alone is nothing either.
fn is_blank(line: &[u8]) -> bool {
    match line.first() {
        Some(b'{' | b'<') => false,
        _ => line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line).iter().all(u8::is_ascii_whitespace),
    }
}

fn whole(bulk: &Bulk<'_>, name: String, bytes: Vec<u8>) -> Checked {
    let outcome = match catch_unwind(AssertUnwindSafe(|| (bulk.validate)(&bytes))) {
        Ok(report) => Outcome::of(report, bytes),
        Err(_) => Outcome::Trouble(Trouble::new(name.clone(), TroubleKind::Internal)),
    };
    Checked { name, outcome }
}

fn file(bulk: &Bulk<'_>, input: &Input, packing: Packing) -> Checked {
    let name = input.to_string();
    match (input, packing) {
        (Input::File(path), Packing::Gzip | Packing::Zstd) => match File::open(path) {
            Ok(file) => {
                let packed = file.metadata().map_or(0, |metadata| metadata.len());
                let checked = message(bulk, name, unpack(packing, file));
                count(bulk, packed);
                checked
            }
            Err(error) => Checked::unreadable(name, error),
        },
        _ => match input.read(bulk.size) {
            Ok(bytes) => {
                count(bulk, bytes.len() as u64);
                whole(bulk, name, bytes)
            }
            Err(error) => Checked::unreadable(name, error),
        },
    }
}

/// Reads one packed message, and one byte more than it may have at most, and checks it.
fn message(bulk: &Bulk<'_>, name: String, reader: impl Read) -> Checked {
    match read(reader, bulk.size) {
        Ok(bytes) => whole(bulk, name, bytes),
        Err(error) => Checked::unpacked(name, error),
    }
}

/// Reads at most one byte more than `size`.
pub(super) fn read(reader: impl Read, size: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader.take(u64::try_from(size).unwrap_or(u64::MAX).saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn count(bulk: &Bulk<'_>, bytes: u64) {
    if let Some(read) = bulk.read {
        read.fetch_add(bytes, Ordering::Relaxed);
    }
}

impl Checked {
    /// What the operating system did not give.
    pub(super) fn unreadable(name: String, error: io::Error) -> Self {
        Self { outcome: Outcome::Trouble(Trouble::new(name.clone(), TroubleKind::Io(error))), name }
    }

    /// What could not be read because of its packing, or because the operating system refused.
    pub(super) fn unpacked(name: String, error: io::Error) -> Self {
        match Fault::of(&error) {
            Some(fault) => Self::of_fault(name, fault),
            None => Self::unreadable(name, error),
        }
    }

    /// What is wrong with a file as a whole.
    pub(super) fn of_fault(name: String, fault: Fault) -> Self {
        Self { name, outcome: Outcome::of(fault.report(None), Vec::new()) }
    }
}
