//! Reads the sources in their order and cuts them into work.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, Receiver, SyncSender};

use super::cut::{Block, Cut, Cutter};
use super::kind::{Content, Kind, Packing};
use super::order::Turn;
use super::rules::Fault;
use super::source::Source;
use super::unpack::unpack;
use super::worker::{Job, WAITING, Work, read};
use super::{Bulk, UNDER_WAY, archive};
use crate::{Checked, Input, Outcome, Trouble};

/// Nobody waits for results any more.
#[derive(Debug)]
pub(super) struct Gone;

/// Hands out work.
pub(super) struct Feed<'f, 'b> {
    pub(super) bulk: &'f Bulk<'b>,
    turns: SyncSender<Turn>,
    jobs: SyncSender<Job>,
    returned: Receiver<Block>,
    /// Blocks that wait to be filled.
    spare: Vec<Block>,
    /// How many blocks are under way, and how many bytes they take.
    out: usize,
    bytes: usize,
}

impl<'f, 'b> Feed<'f, 'b> {
    pub(super) fn new(
        bulk: &'f Bulk<'b>,
        turns: SyncSender<Turn>,
        jobs: SyncSender<Job>,
        returned: Receiver<Block>,
    ) -> Self {
        Self { bulk, turns, jobs, returned, spare: Vec::new(), out: 0, bytes: 0 }
    }

    /// Reads every source, until nobody waits for results any more.
    pub(super) fn run<'s>(mut self, sources: impl Iterator<Item = Source<'s>>) {
        for (position, source) in (0..).zip(sources) {
            if self.source(source, position).is_err() {
                return;
            }
        }
    }

    fn source(&mut self, source: Source<'_>, position: u64) -> Result<(), Gone> {
        match source {
            Source::Trouble(trouble) => {
                let name = trouble.name.clone();
                self.tell(Checked { name, outcome: Outcome::Trouble(trouble) }, position)
            }
            Source::Lines { name, reader } => {
                let reader = Counted { reader, read: self.bulk.read };
                self.lines(name, reader, position)
            }
            Source::Input(Input::Stdin) => self.unnamed(Input::Stdin, io::stdin(), position),
            Source::Input(Input::File(path)) => self.file(path.as_path(), position),
        }
    }

    fn file(&mut self, path: &Path, position: u64) -> Result<(), Gone> {
        let input = Input::File(path.to_owned());
        let kind = Kind::of_name(&path.to_string_lossy());
        if kind.content == Some(Content::One) {
            // The worker reads it.
            return match self.bulk.shard.has(position) {
                true => self.work(Work::File(input, kind.packing)),
                false => Ok(()),
            };
        }
        let file = match File::open(path) {
            Ok(file) => file,
            Err(error) => return self.tell(Checked::unreadable(input.to_string(), error), position),
        };
        let reader = Counted { reader: file, read: self.bulk.read };
        match kind.content {
            Some(Content::Lines) => self.lines(input.to_string(), unpack(kind.packing, reader), position),
            Some(Content::Zip) => archive::feed(self, path, position),
            _ => self.unnamed(input, reader, position),
        }
    }

    /// What does not say by its name what is in it.
    fn unnamed(&mut self, input: Input, reader: impl Read + Send, position: u64) -> Result<(), Gone> {
        let name = input.to_string();
        let mut reader = BufReader::with_capacity(64 << 10, reader);
        let known = match &input {
            Input::Stdin => Kind { packing: Packing::Plain, content: None },
            Input::File(path) => Kind::of_name(&path.to_string_lossy()),
        };
        let kind = match reader.fill_buf() {
            Ok(first) => known.with_first(first),
            Err(error) => return self.tell(Checked::unreadable(name, error), position),
        };
        match (kind.content, input) {
            (Some(Content::Zip), Input::File(path)) => archive::feed(self, &path, position),
            (Some(Content::Zip), Input::Stdin) => self.tell(Checked::of_fault(name, Fault::ZipOnStdin), position),
            _ if self.bulk.lines => self.lines(name, unpack(kind.packing, reader), position),
            _ => self.one(name, unpack(kind.packing, reader), position),
        }
    }

    /// One message.
    pub(super) fn one(&mut self, name: String, reader: impl Read, position: u64) -> Result<(), Gone> {
        if !self.bulk.shard.has(position) {
            return Ok(());
        }
        match read(reader, self.bulk.size) {
            Ok(bytes) => self.work(Work::Bytes(name, bytes)),
            Err(error) => self.tell(Checked::unpacked(name, error), position),
        }
    }

    /// A stream of lines.
    pub(super) fn lines(&mut self, name: String, reader: impl Read, position: u64) -> Result<(), Gone> {
        self.send(Turn::Begin(name, position))?;
        let mut cutter = Cutter::new(reader, self.bulk.block, self.bulk.size);
        let mut position = position;
        loop {
            let mut block = self.block()?;
            match cutter.next(&mut block) {
                Ok(Some(cut)) => {
                    let first = position;
                    if !self.bulk.shard.is_whole() {
                        let ends = memchr::memchr_iter(b'\n', block.filled()).count() as u64;
                        position = position.wrapping_add(ends + u64::from(cut == Cut::TooLong));
                    }
                    self.lend(block, cut, first)?;
                }
                Ok(None) => {
                    self.keep(block);
                    return self.send(Turn::End);
                }
                Err(error) => {
                    self.keep(block);
                    self.send(Turn::Failed(error))?;
                    return self.send(Turn::End);
                }
            }
        }
    }

    /// Something that needs no work, when it belongs to this part of the run.
    pub(super) fn tell(&mut self, checked: Checked, position: u64) -> Result<(), Gone> {
        if self.bulk.shard.has(position) { self.send(Turn::Told(checked)) } else { Ok(()) }
    }

    /// That there is nothing in something.
    pub(super) fn trouble(&mut self, trouble: Trouble, position: u64) -> Result<(), Gone> {
        self.source(Source::Trouble(trouble), position)
    }

    fn work(&mut self, work: Work) -> Result<(), Gone> {
        let (out, items) = mpsc::sync_channel(WAITING);
        self.send(Turn::Items(items))?;
        self.jobs.send(Job { work, out }).map_err(|_| Gone)
    }

    fn send(&mut self, turn: Turn) -> Result<(), Gone> {
        self.turns.send(turn).map_err(|_| Gone)
    }

    /// An empty block: a new one while there is room, or else the first that comes back.
    fn block(&mut self) -> Result<Block, Gone> {
        while let Ok(block) = self.returned.try_recv() {
            self.take_back(block);
        }
        if let Some(block) = self.spare.pop() {
            return Ok(block);
        }
        let most = self.bulk.jobs.get().saturating_mul(2).saturating_add(1);
        if self.out < most && self.bytes.saturating_add(self.bulk.block) <= UNDER_WAY {
            return Ok(Block::default());
        }
        if self.out > 0 {
            let block = self.returned.recv().map_err(|_| Gone)?;
            self.take_back(block);
        }
        Ok(self.spare.pop().unwrap_or_default())
    }

    /// Gives a block to the workers, when there is room for it.
    fn lend(&mut self, block: Block, cut: Cut, position: u64) -> Result<(), Gone> {
        while self.out > 0 && self.bytes.saturating_add(block.room()) > UNDER_WAY {
            let back = self.returned.recv().map_err(|_| Gone)?;
            self.take_back(back);
        }
        self.out += 1;
        self.bytes += block.room();
        self.work(Work::Lines(block, cut, position))
    }

    fn take_back(&mut self, block: Block) {
        self.out = self.out.saturating_sub(1);
        self.bytes = self.bytes.saturating_sub(block.room());
        self.keep(block);
    }

    fn keep(&mut self, mut block: Block) {
        block.clear(self.bulk.block);
        self.spare.push(block);
    }
}

/// Counts what is read.
pub(super) struct Counted<'c, R> {
    pub(super) reader: R,
    pub(super) read: Option<&'c AtomicU64>,
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
        let read = self.reader.read(room)?;
        if let Some(counter) = self.read {
            counter.fetch_add(read as u64, Ordering::Relaxed);
        }
        Ok(read)
    }
}

impl<R: Seek> Seek for Counted<'_, R> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.reader.seek(to)
    }
}
