//! Headers that do not go with their message or the clock: KOP-001, KOP-010, KOP-011.
//!
//! Other checks of the header are rules with an expression, and broken as such.

use super::super::node::{Node, Scalar};
use super::trick::{Change, Trial, Trick};

pub(super) const TRICKS: &[Trick] = &[
    Trick { rule: "KOP-001", only: None, change: Change::Whole(unknown_release) },
    Trick { rule: "KOP-010", only: None, change: Change::Whole(too_early) },
    Trick { rule: "KOP-011", only: None, change: Change::Whole(other_message) },
];

/// When a message of the future is sent; whoever checks it does so before.
pub(super) const LATE: &str = "2099-07-01T12:00:00+02:00";
/// A time at which the message is not sent yet.
const NOW: &str = "2026-01-01T12:00:00+01:00";

fn text(text: &str) -> Option<Node> {
    Some(Node::Scalar(Scalar::Text(text.to_owned())))
}

/// Header and content name a release that does not exist.
fn unknown_release(trial: &mut Trial<'_>) -> Option<()> {
    trial.document.set_header("Release", text("9.9"), true);
    trial.document.says_release = Some("9.9".to_owned());
    Some(())
}

fn too_early(trial: &mut Trial<'_>) -> Option<()> {
    trial.now = NOW.parse().ok();
    Some(())
}

/// The header names another message of the same release than the content.
fn other_message(trial: &mut Trial<'_>) -> Option<()> {
    let info = trial.document.info;
    let others: Vec<_> = crate::catalogue::messages()
        .iter()
        .filter(|other| std::ptr::eq(other.release, info.release) && other.id != info.id)
        .collect();
    let other = trial.dice.pick(&others)?;
    trial.document.set_header("Bericht", text(other.id), true);
    trial.document.says_itself = true;
    Some(())
}
