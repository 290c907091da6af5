//! Documents: the smallest thing that is a PDF by its first bytes.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::super::dice::Dice;

/// A PDF of one comment, as base64.
pub(crate) fn pdf(dice: &mut Dice) -> String {
    STANDARD.encode(format!("%PDF-1.7\n% TEST {}\n%%EOF\n", dice.below(10_000)))
}
