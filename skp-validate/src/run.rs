//! Checks many inputs on several threads and hands the results over in the order of the inputs.
//!
//! It reads and checks; it prints nothing and judges nothing.

use std::collections::BTreeMap;
use std::fmt;
use std::io;
use std::num::NonZeroUsize;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

use skp_messages::finding::Finding;
use skp_messages::{Options, Report};

use crate::{Input, Standing, Trouble, TroubleKind};

/// What became of one input.
#[derive(Debug)]
pub struct Checked {
    /// The input as it was named.
    pub name: String,
    /// What came of it.
    pub outcome: Outcome,
}

/// What came of an input. `Debug` shows no byte of it.
pub enum Outcome {
    /// It was read.
    Report {
        /// What was found and how much was checked.
        report: Report,
        /// The input itself, for excerpts; empty when there are no findings.
        bytes: Vec<u8>,
        /// Whether there was nothing in it but white space.
        blank: bool,
        /// How each finding counts, in the order of the findings: as its rule says, until a
        /// [`Policy`](crate::Policy) judges otherwise.
        standings: Vec<Standing>,
        /// The line of the input that the message stands on, counted from 1, when each line of it is a message.
        line: Option<u64>,
    },
    /// It could not be read.
    Trouble(Trouble),
}

impl fmt::Debug for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Report { report, bytes, blank, standings, line } => f
                .debug_struct("Report")
                .field("report", report)
                .field("bytes", &format_args!("{} bytes", bytes.len()))
                .field("blank", blank)
                .field("standings", standings)
                .field("line", line)
                .finish(),
            Self::Trouble(trouble) => f.debug_tuple("Trouble").field(trouble).finish(),
        }
    }
}

/// Checks each input and gives the results to `each`, in the order of the inputs, as soon as that order allows.
///
/// # Errors
/// The first error of `each`; the remaining inputs are not checked then.
pub fn run(
    inputs: Vec<Result<Input, Trouble>>,
    options: &Options,
    jobs: NonZeroUsize,
    each: impl FnMut(Checked) -> io::Result<()>,
) -> io::Result<()> {
    run_with(inputs, &|bytes| skp_messages::validate(bytes, options), options.limits.size, jobs, each)
}

/// Checks each input as [`run`] does, but with `validate`: against a [`Draft`](skp_messages::draft::Draft), say. Of an
/// input at most one byte more than `size` is read.
///
/// # Errors
/// The first error of `each`; the remaining inputs are not checked then.
pub fn run_with(
    inputs: Vec<Result<Input, Trouble>>,
    validate: &(dyn Fn(&[u8]) -> Report + Sync),
    size: usize,
    jobs: NonZeroUsize,
    mut each: impl FnMut(Checked) -> io::Result<()>,
) -> io::Result<()> {
    let mut ready = BTreeMap::new();
    let mut work = Vec::new();
    for (number, input) in inputs.into_iter().enumerate() {
        match input {
            Ok(input) => work.push((number, input)),
            Err(trouble) => {
                let name = trouble.name.clone();
                ready.insert(number, Checked { name, outcome: Outcome::Trouble(trouble) });
            }
        }
    }
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        let (sender, receiver) = mpsc::sync_channel(jobs.get().saturating_mul(2));
        for _ in 0..jobs.get().min(work.len()) {
            let (sender, next, work) = (sender.clone(), &next, &work);
            scope.spawn(move || {
                while let Some((number, input)) = work.get(next.fetch_add(1, Ordering::Relaxed)) {
                    // The other end is gone when `each` failed.
                    if sender.send((*number, check_with(input, validate, size))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(sender);
        let mut turn = 0;
        let mut hand_over = |ready: &mut BTreeMap<usize, Checked>| -> io::Result<()> {
            while let Some(checked) = ready.remove(&turn) {
                each(checked)?;
                turn += 1;
            }
            Ok(())
        };
        hand_over(&mut ready)?;
        for (number, checked) in receiver {
            ready.insert(number, checked);
            hand_over(&mut ready)?;
        }
        Ok(())
    })
}

/// Reads and checks one input.
#[must_use]
pub fn check(input: &Input, options: &Options) -> Checked {
    check_with(input, &|bytes| skp_messages::validate(bytes, options), options.limits.size)
}

fn check_with(input: &Input, validate: &dyn Fn(&[u8]) -> Report, size: usize) -> Checked {
    let name = input.to_string();
    let trouble = |kind| Outcome::Trouble(Trouble::new(name.clone(), kind));
    let outcome = match input.read(size) {
        Err(error) => trouble(TroubleKind::Io(error)),
        // Reading never panics; should it do so all the same, one input fails and not the run.
        Ok(bytes) => match catch_unwind(AssertUnwindSafe(|| validate(&bytes))) {
            Err(_) => trouble(TroubleKind::Internal),
            Ok(report) => Outcome::of(report, bytes),
        },
    };
    Checked { name, outcome }
}

impl Outcome {
    /// The outcome of an input that was read.
    #[must_use]
    pub fn of(report: Report, bytes: Vec<u8>) -> Self {
        let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
        let blank = text.iter().all(u8::is_ascii_whitespace);
        let bytes = if report.findings().is_empty() { Vec::new() } else { bytes };
        let standings = report.findings().iter().map(|finding| Standing::of_rule(finding.rule())).collect();
        Self::Report { report, bytes, blank, standings, line: None }
    }

    /// The outcome of a message that stands on this line of its input, counted from 1.
    #[must_use]
    pub fn on_line(mut self, number: u64) -> Self {
        if let Self::Report { line, .. } = &mut self {
            *line = Some(number);
        }
        self
    }
}

impl Checked {
    /// What was found and how much was checked; `None` when the input could not be read.
    #[must_use]
    pub const fn report(&self) -> Option<&Report> {
        match &self.outcome {
            Outcome::Report { report, .. } => Some(report),
            Outcome::Trouble(_) => None,
        }
    }

    /// The line of the input that the message stands on, counted from 1; `None` when the input is one message.
    #[must_use]
    pub const fn line(&self) -> Option<u64> {
        match &self.outcome {
            Outcome::Report { line, .. } => *line,
            Outcome::Trouble(_) => None,
        }
    }

    /// The findings, each with how it counts, in the order of their places.
    pub fn findings(&self) -> impl Iterator<Item = (&Finding, &Standing)> {
        let (findings, standings) = match &self.outcome {
            Outcome::Report { report, standings, .. } => (report.findings(), standings.as_slice()),
            Outcome::Trouble(_) => (&[][..], &[][..]),
        };
        findings.iter().zip(standings)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inputs() -> Vec<Result<Input, Trouble>> {
        (0..20)
            .map(|number| match number % 3 {
                0 => Err(Trouble::new(number.to_string(), TroubleKind::NotFound)),
                _ => Ok(Input::File(number.to_string().into())),
            })
            .collect()
    }

    #[test]
    fn results_keep_the_order_of_the_inputs() {
        for jobs in [1, 2, 7] {
            let mut names = Vec::new();
            run(inputs(), &Options::default(), NonZeroUsize::new(jobs).unwrap(), |checked| {
                names.push(checked.name.parse::<usize>().unwrap());
                Ok(())
            })
            .unwrap();
            assert_eq!(names, (0..20).collect::<Vec<_>>());
        }
    }

    #[test]
    fn an_error_of_the_receiver_ends_the_run() {
        let mut calls = 0;
        let result = run(inputs(), &Options::default(), NonZeroUsize::MIN, |_| {
            calls += 1;
            Err(io::ErrorKind::BrokenPipe.into())
        });
        assert_eq!(result.unwrap_err().kind(), io::ErrorKind::BrokenPipe);
        assert_eq!(calls, 1);
    }
}
