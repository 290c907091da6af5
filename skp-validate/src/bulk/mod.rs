//! Checking in bulk: streams of messages, packed files, folders and zip files, with flat memory and every processor.
//!
//! | file | does |
//! |---|---|
//! | `kind` | from a name to what is in it and how it is packed |
//! | `source` | what a run is over |
//! | `shard` | which part of a run belongs to this machine |
//! | `feed` | reads the sources in their order and cuts them into work |
//! | `cut` | a stream to blocks of whole lines |
//! | `unpack` | gzip and Zstandard |
//! | `archive`, `zip_list` | zip files, and their list of contents |
//! | `worker` | checks blocks and messages, side by side |
//! | `order` | puts the results back in the order of the input |
//! | `tally` | the messages without findings, added up |
//! | `rules` | what can be wrong with a file that holds messages |
//! | `meter` | how far a run is |
//!
//! One thread reads, `jobs` threads check, and the thread of the caller gets the results. A channel with little room lies
//! between each two of them, so nothing piles up however large the input is and however much is wrong with it. Blocks go
//! round: a block that was checked is filled again. What is wrong with a message is decided in `skp-messages`.
//!
//! ```
//! use skp_messages::{Options, validate};
//! use skp_validate::Shard;
//! use skp_validate::bulk::{Bulk, Source, Told};
//!
//! let text = "{\"bericht\":\"schuldregeling/2.0/GeenMedewerking\",\"klantnummerSHV\":\"1\",\"reden\":\"GEEN_ZIN\"}\n".repeat(3);
//! let options = Options::default();
//! let check = |bytes: &[u8]| validate(bytes, &options);
//! let bulk = Bulk { shard: Shard::new(2, 3).expect("a part"), ..Bulk::new(&check) };
//! let mut lines = Vec::new();
//! bulk.run([Source::lines("three", text.as_bytes())], |told| {
//!     if let Told::Checked(checked) = told {
//!         lines.extend(checked.line());
//!     }
//!     Ok(())
//! })?;
//! assert_eq!(lines, [2]);
//! # Ok::<(), std::io::Error>(())
//! ```

mod archive;
mod cut;
mod feed;
mod kind;
mod meter;
mod order;
mod rules;
mod shard;
mod source;
mod tally;
mod unpack;
mod worker;
mod zip_list;

use std::io;
use std::num::NonZeroUsize;
use std::sync::atomic::AtomicU64;
use std::sync::{Mutex, mpsc};
use std::thread;

use skp_messages::{Limits, Report};

use crate::Checked;
use feed::Feed;
use order::Order;

pub use kind::{Content, Kind, Packing};
pub use meter::Meter;
pub use rules::rules;
pub use shard::{BadShard, Shard};
pub use source::Source;
pub use tally::{Skipped, Stream, Tally};

/// How many bytes a block has unless the caller says otherwise.
const BLOCK: usize = 256 << 10;
/// How many bytes of blocks may be under way together; one block may always be.
const UNDER_WAY: usize = 24 << 20;

/// A check over many messages.
#[derive(Clone, Copy)]
pub struct Bulk<'a> {
    /// Checks one message.
    pub validate: &'a (dyn Fn(&[u8]) -> Report + Sync),
    /// The bytes of one message at most; of a longer one, or a longer line, only so much is read.
    pub size: usize,
    /// How many messages are checked side by side.
    pub jobs: NonZeroUsize,
    /// The part of the run that is to be checked.
    pub shard: Shard,
    /// Whether what does not say by its name what it holds, such as standard input, has a message on each line.
    pub lines: bool,
    /// How many bytes are read at once.
    pub block: usize,
    /// Counts the bytes that were read, packed as they are, for whoever wants to see how far the run is.
    pub read: Option<&'a AtomicU64>,
}

/// What came out of a run, in the order of the input.
#[derive(Debug)]
#[expect(clippy::large_enum_variant, reason = "it is made for one call, and never kept")]
pub enum Told<'t> {
    /// What became of one message, or of something that holds messages. Of a stream only messages with findings are told
    /// like this.
    Checked(Checked),
    /// Messages of a stream without findings, since this was last told.
    Clean(&'t Tally),
    /// A stream is at its end.
    Stream(&'t Stream),
}

impl<'a> Bulk<'a> {
    /// A check with the limits of `skp-messages`, on every processor, of everything.
    #[must_use]
    pub fn new(validate: &'a (dyn Fn(&[u8]) -> Report + Sync)) -> Self {
        Self {
            validate,
            size: Limits::default().size,
            jobs: thread::available_parallelism().unwrap_or(NonZeroUsize::MIN),
            shard: Shard::WHOLE,
            lines: false,
            block: BLOCK,
            read: None,
        }
    }

    /// Checks what is in the sources and gives the results to `each`, in the order of the input, whatever `jobs` is.
    ///
    /// Nothing is kept but what is under way: a few blocks, at most 24 MiB together, or one line of more than that.
    ///
    /// # Errors
    /// The first error of `each`; what is left is not checked then. What is wrong with a source is told and no error.
    pub fn run<'s, S>(&self, sources: S, mut each: impl FnMut(Told<'_>) -> io::Result<()>) -> io::Result<()>
    where
        S: IntoIterator<Item = Source<'s>>,
        S::IntoIter: Send,
    {
        let sources = sources.into_iter();
        let room = self.jobs.get().saturating_mul(2).saturating_add(2);
        let (turns, turn) = mpsc::sync_channel(room);
        let (work, jobs) = mpsc::sync_channel(self.jobs.get());
        let (give_back, returned) = mpsc::channel();
        let jobs = Mutex::new(jobs);
        thread::scope(|scope| {
            for _ in 0..self.jobs.get() {
                let (jobs, give_back) = (&jobs, give_back.clone());
                scope.spawn(move || worker::work(self, jobs, &give_back));
            }
            drop(give_back);
            scope.spawn(move || Feed::new(self, turns, work, returned).run(sources));
            let result = Order::new(self, &mut each).run(&turn);
            // Now nobody waits for us any more: the reading thread and the workers see that and stop.
            drop(turn);
            result
        })
    }
}
