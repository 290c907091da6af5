//! How words go to a terminal: without characters that it would act on, with colour only where that is wanted, and with
//! nouns that agree with their numbers.

use std::env;
use std::fmt::Write;
use std::io::IsTerminal;

use skp_messages::Lang;

/// The text with every character escaped that a terminal would act on or that a reader would not see.
#[must_use]
pub fn harmless(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        push_harmless(&mut out, character);
    }
    out
}

/// Adds a character, escaped when it is [`harmful`].
pub(crate) fn push_harmless(out: &mut String, character: char) {
    if harmful(character) {
        let _ = write!(out, "{}", character.escape_default());
    } else {
        out.push(character);
    }
}

/// Whether a terminal would act on a character, or a reader would not see it: control characters, marks without width,
/// and those that turn the direction of what follows.
pub(crate) fn harmful(character: char) -> bool {
    let unseen = matches!(character,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}');
    character.is_control() || unseen
}

/// The text made harmless and cut in the middle of nowhere when it is longer than a line.
#[must_use]
pub fn short(text: &str) -> String {
    const MOST: usize = 400;
    match text.char_indices().nth(MOST) {
        Some((end, _)) => harmless(text.get(..end).unwrap_or_default()) + "…",
        None => harmless(text),
    }
}

/// A number with its noun, each noun in singular and plural: `1 bestand`, `2 bestanden`.
#[must_use]
pub fn count(number: u64, lang: Lang, nl: [&str; 2], en: [&str; 2]) -> String {
    let [one, many] = match lang {
        Lang::Nl => nl,
        Lang::En => en,
    };
    format!("{number} {}", if number == 1 { one } else { many })
}

/// Whether to colour what goes to `stream`: it is a terminal, and `NO_COLOR` is unset or empty.
#[must_use]
pub fn wants_colour(stream: &impl IsTerminal) -> bool {
    let plain = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
        || env::var_os("TERM").is_some_and(|value| value == "dumb");
    stream.is_terminal() && !plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_a_terminal_acts_on_comes_through() {
        assert_eq!(harmless("a\u{1b}[31m\u{202e}\u{9b}\n"), "a\\u{1b}[31m\\u{202e}\\u{9b}\\n");
        assert_eq!(harmless("één €"), "één €");
    }

    #[test]
    fn a_long_text_is_cut() {
        assert_eq!(short(&"é".repeat(1000)).chars().count(), 401);
        assert_eq!(short("é"), "é");
    }
}
