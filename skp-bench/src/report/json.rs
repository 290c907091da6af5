//! For machines.

use super::Found;

/// The run as JSON.
///
/// # Errors
/// Never in practice: every part has a form in JSON.
pub fn render(found: &Found) -> Result<String, serde_json::Error> {
    serde_json::to_string_pretty(found)
}
