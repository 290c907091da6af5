//! How far a long run is, on stderr.
//!
//! On a terminal it is one line that is written anew and leaves nothing behind; elsewhere, when it is asked for, a line every
//! ten seconds. It is silent in the first second.

use std::io::{self, IsTerminal, Write};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use clap::ValueEnum;
use skp_messages::Lang;
use skp_validate::bulk::Meter;

/// Whether to show how far a run is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum When {
    /// Also when stderr is no terminal.
    Always,
    /// Not.
    Never,
    /// When stderr is a terminal.
    Auto,
}

/// A line on stderr that counts messages.
pub(super) struct Progress<'p> {
    lang: Lang,
    read: &'p AtomicU64,
    meter: Meter,
    begin: Instant,
    next: Option<Instant>,
    terminal: bool,
    shown: bool,
}

impl<'p> Progress<'p> {
    /// Begins; `total` says how many bytes there are to read and is asked only when something is shown.
    pub(super) fn new(lang: Lang, when: When, read: &'p AtomicU64, total: impl FnOnce() -> Option<u64>) -> Self {
        let terminal = io::stderr().is_terminal();
        let shows = match when {
            When::Always => true,
            When::Never => false,
            When::Auto => terminal,
        };
        let begin = Instant::now();
        let total = if shows { total() } else { None };
        let next = shows.then(|| begin + Duration::from_secs(1));
        Self { lang, read, meter: Meter { total, ..Meter::default() }, begin, next, terminal, shown: false }
    }

    /// Counts messages.
    pub(super) fn step(&mut self, messages: u64) {
        self.meter.messages += messages;
        let now = Instant::now();
        if self.next.is_some_and(|next| now >= next) {
            let pause = if self.terminal { Duration::from_millis(200) } else { Duration::from_secs(10) };
            self.next = Some(now + pause);
            self.meter.read = self.read.load(Ordering::Relaxed);
            let line = self.meter.line(now - self.begin, self.lang);
            if self.terminal {
                self.shown = true;
                let _ = write!(io::stderr(), "\r{line}\x1b[K");
            } else {
                let _ = writeln!(io::stderr(), "{line}");
            }
        }
    }

    /// Wipes the line, so that something else can be written.
    pub(super) fn clear(&mut self) {
        if self.shown {
            let _ = write!(io::stderr(), "\r\x1b[K");
            self.shown = false;
        }
    }
}
