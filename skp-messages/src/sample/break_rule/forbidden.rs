//! Elements that a rule forbids by name, such as a BSN where nobody may send one.

use super::super::node::{MESSAGE, Twist};
use super::super::value::bsn;
use super::trick::Trial;

/// Adds one of the forbidden elements to the message.
pub(super) fn add(trial: &mut Trial<'_>) -> Option<()> {
    let forbidden = trial.dice.pick(trial.document.info.forbidden)?;
    let &(name, json) = trial.dice.pick(forbidden.names)?;
    let value = bsn::bsn(trial.dice);
    trial.document.record_mut(&[MESSAGE])?.twist = Some(Twist::Stranger(name, json, value));
    Some(())
}
