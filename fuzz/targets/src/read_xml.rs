//! Reading XML: never a panic, and all ways of reading agree.

use crate::{made, reading};

/// Reads bytes, or a sample in XML that they change.
pub fn run(data: &[u8]) {
    let Some(input) = made::input(data, Some(skp_messages::Format::Xml)) else { return };
    let _ = reading::read(&input);
}
