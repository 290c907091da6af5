//! Ways to reach nobody: mail at example.nl, telephone numbers of a series that does not exist.

use super::super::dice::Dice;
use super::words;

/// An address at a domain that is kept free for examples.
pub(crate) fn mail(dice: &mut Dice) -> String {
    let name: String = words::surname(dice).to_lowercase().chars().filter(char::is_ascii_alphanumeric).collect();
    format!(
        "{name}.{}@{}",
        words::number(dice),
        dice.pick(&["example.nl", "example.org", "post.example.nl"]).unwrap_or(&"example.nl")
    )
}

/// A number that begins with 099: the Dutch numbering plan gives that prefix to no service.
pub(crate) fn telephone(dice: &mut Dice) -> String {
    let [a, b] = [dice.below(1_000), dice.below(10_000)];
    match dice.below(3) {
        0 => format!("099-{a:03} {b:04}"),
        1 => format!("+31 99 {a:03}{b:04}"),
        _ => format!("099{a:03}{b:04}"),
    }
}
