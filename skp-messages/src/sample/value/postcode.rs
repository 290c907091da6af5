//! Postcodes of the right form; the towns and streets they go with do not exist.

use super::super::dice::Dice;

/// Four digits and two letters; SA, SD and SS do not occur.
pub(crate) fn postcode(dice: &mut Dice) -> String {
    let mut letter = || char::from(b'A' + u8::try_from(dice.below(26)).unwrap_or_default());
    let letters = [letter(), letter()];
    let letters: String = letters.iter().collect();
    let letters = if matches!(letters.as_str(), "SA" | "SD" | "SS") { "ZZ".to_owned() } else { letters };
    format!("{}{letters}", dice.range(1_000, 9_999))
}
