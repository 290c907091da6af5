//! How far a long run is, on stderr.
//!
//! It is silent when stderr is no terminal and in the first second, and leaves nothing behind.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

use skp_messages::Lang;

/// A line on the terminal that counts inputs.
pub(super) struct Progress {
    lang: Lang,
    total: usize,
    done: usize,
    next: Option<Instant>,
    shown: bool,
}

impl Progress {
    pub(super) fn new(lang: Lang, total: usize) -> Self {
        let next = io::stderr().is_terminal().then(|| Instant::now() + Duration::from_secs(1));
        Self { lang, total, done: 0, next, shown: false }
    }

    /// Counts one input.
    pub(super) fn step(&mut self) {
        self.done += 1;
        if let Some(next) = self.next
            && Instant::now() >= next
        {
            self.next = Some(Instant::now() + Duration::from_millis(200));
            self.shown = true;
            let (done, total) = (self.done, self.total);
            let text = match self.lang {
                Lang::Nl => format!("{done} van {total} gecontroleerd"),
                Lang::En => format!("{done} of {total} checked"),
            };
            let _ = write!(io::stderr(), "\r{text}\x1b[K");
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
