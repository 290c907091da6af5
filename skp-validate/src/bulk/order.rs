//! Puts results in the order of the input, and gives streams their line numbers.
//!
//! It takes from one piece of work at a time; those that come after it wait in their own channels.

use std::io;
use std::sync::mpsc::Receiver;

use super::rules::Fault;
use super::tally::{Stream, Tally};
use super::worker::{Done, Item};
use super::{Bulk, Told};
use crate::{Checked, Outcome, Trouble, TroubleKind};

/// What comes next.
pub(super) enum Turn {
    /// The results of a piece of work.
    Items(Receiver<Item>),
    /// Something that needed no work.
    Told(Checked),
    /// A stream begins; its first line has this position.
    Begin(String, u64),
    /// Reading the stream ended here.
    Failed(io::Error),
    /// The stream is at its end.
    End,
}

/// Gives results to the caller.
pub(super) struct Order<'o, 'b, E> {
    bulk: &'o Bulk<'b>,
    each: E,
    stream: Stream,
    position: u64,
    /// The lines that came before the block that is next.
    before: u64,
    /// Whether there was anything in the stream.
    any: bool,
}

impl<'o, 'b, E: FnMut(Told<'_>) -> io::Result<()>> Order<'o, 'b, E> {
    pub(super) fn new(bulk: &'o Bulk<'b>, each: E) -> Self {
        Self { bulk, each, stream: Stream::default(), position: 0, before: 0, any: false }
    }

    pub(super) fn run(mut self, turns: &Receiver<Turn>) -> io::Result<()> {
        for turn in turns {
            match turn {
                Turn::Items(items) => self.items(&items)?,
                Turn::Told(checked) => (self.each)(Told::Checked(checked))?,
                Turn::Begin(name, position) => {
                    self.stream = Stream { name, ..Stream::default() };
                    (self.position, self.before, self.any) = (position, 0, false);
                }
                Turn::Failed(error) => match Fault::of(&error) {
                    Some(fault) => self.fault(fault)?,
                    None => {
                        let checked = Checked::unreadable(self.stream.name.clone(), error);
                        self.tell(checked)?;
                    }
                },
                Turn::End => self.end()?,
            }
        }
        Ok(())
    }

    /// Whether the line that is next belongs to this part of the run.
    fn here(&self) -> bool {
        self.bulk.shard.has(self.position.wrapping_add(self.before))
    }

    fn items(&mut self, items: &Receiver<Item>) -> io::Result<()> {
        for item in items {
            match item {
                Item::Whole(checked) => (self.each)(Told::Checked(checked))?,
                Item::Line(number, found) => {
                    let line = self.before + number + 1;
                    let name = self.stream.name.clone();
                    let outcome = match found {
                        Some((report, bytes)) => {
                            Outcome::of(report.on_line(u32::try_from(line).unwrap_or(u32::MAX)), bytes).on_line(line)
                        }
                        None => Outcome::Trouble(Trouble::new(format!("{name}:{line}"), TroubleKind::Internal)),
                    };
                    self.stream.with_findings += 1;
                    (self.each)(Told::Checked(Checked { name, outcome }))?;
                }
                Item::Block(Done { line_ends, filled, checked, clean }) => {
                    self.before += line_ends;
                    self.any |= filled > 0;
                    self.stream.lines += checked;
                    self.clean(&clean)?;
                }
            }
        }
        Ok(())
    }

    fn clean(&mut self, clean: &Tally) -> io::Result<()> {
        self.stream.clean.merge(clean);
        (self.each)(Told::Clean(clean))
    }

    /// Something is wrong with the stream, at the line that is next.
    fn fault(&mut self, fault: Fault) -> io::Result<()> {
        let outcome = Outcome::of(fault.report(Some(self.before + 1)), Vec::new());
        self.tell(Checked { name: self.stream.name.clone(), outcome })
    }

    /// Something about the stream itself.
    fn tell(&mut self, checked: Checked) -> io::Result<()> {
        self.any = true;
        if !self.here() {
            return Ok(());
        }
        self.stream.told = true;
        (self.each)(Told::Checked(checked))
    }

    fn end(&mut self) -> io::Result<()> {
        if !self.any {
            // A stream with nothing in it gets what an empty file gets.
            let outcome = Outcome::of((self.bulk.validate)(b""), Vec::new());
            self.tell(Checked { name: self.stream.name.clone(), outcome })?;
        }
        (self.each)(Told::Stream(&self.stream))
    }
}
