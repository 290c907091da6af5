//! Reading JSON: never a panic, and all ways of reading agree.

use crate::{made, reading};

/// Reads bytes, or a sample in JSON that they change.
pub fn run(data: &[u8]) {
    let Some(input) = made::input(data, Some(skp_messages::Format::Json)) else { return };
    let _ = reading::read(&input);
}
