//! What was found, shown only as far as its privacy allows.

use std::fmt;

use crate::Lang;
use crate::shape::Privacy;
use crate::value::MASK;

/// How many characters of a value a finding keeps.
const KEPT: usize = 80;

/// The value a finding is about. `Debug` and [`Found::masked`] never show one of a person.
#[derive(Clone, PartialEq, Eq)]
pub struct Found {
    text: String,
    length: usize,
    privacy: Privacy,
}

impl Found {
    pub(crate) fn new(text: &str, privacy: Privacy) -> Self {
        Self { text: text.chars().take(KEPT).collect(), length: text.chars().count(), privacy }
    }

    /// How private the value is.
    #[must_use]
    pub const fn privacy(&self) -> Privacy {
        self.privacy
    }

    /// The value as a report may show it: in quotes when it is not private; `•••` with its length when it is
    /// personal; `•••` when it is sensitive.
    #[must_use]
    pub fn masked(&self, lang: Lang) -> String {
        match (self.privacy, lang) {
            (Privacy::None, _) => self.shown(),
            (Privacy::Personal, Lang::Nl) if self.length == 1 => format!("{MASK} (1 teken)"),
            (Privacy::Personal, Lang::En) if self.length == 1 => format!("{MASK} (1 character)"),
            (Privacy::Personal, Lang::Nl) => format!("{MASK} ({} tekens)", self.length),
            (Privacy::Personal, Lang::En) => format!("{MASK} ({} characters)", self.length),
            (Privacy::Sensitive, _) => MASK.to_owned(),
        }
    }

    /// The value itself, in quotes and with control characters escaped, cut after 80 characters. Show it only
    /// to somebody who asked for it.
    #[must_use]
    pub fn shown(&self) -> String {
        let cut = if self.length > KEPT { "…" } else { "" };
        format!("\"{}{cut}\"", harmless(&self.text))
    }
}

/// The text with every character escaped that a terminal would act on or that would not be seen.
pub(crate) fn harmless(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        let unseen = matches!(character,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}');
        if character.is_control() || unseen {
            out.extend(character.escape_default());
        } else {
            out.push(character);
        }
    }
    out
}

impl fmt::Debug for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Found({})", self.masked(Lang::En))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn privacy_decides_what_is_shown() {
        let masked = |privacy| Found::new("Jansen", privacy).masked(Lang::Nl);
        assert_eq!(masked(Privacy::None), "\"Jansen\"");
        assert_eq!(masked(Privacy::Personal), "••• (6 tekens)");
        assert_eq!(masked(Privacy::Sensitive), "•••");
        assert_eq!(format!("{:?}", Found::new("Jansen", Privacy::Personal)), "Found(••• (6 characters))");
    }

    #[test]
    fn control_characters_are_escaped() {
        assert_eq!(Found::new("a\u{1b}[31m\u{202e}", Privacy::None).shown(), "\"a\\u{1b}[31m\\u{202e}\"");
    }
}
