//! How a text is kept: in place when it is short, as nearly all are, and else on its own.
//!
//! A reader writes a text where it will stay. One that is made in one place and moved to another costs more than reading it.

use std::cmp::Ordering;
use std::hash::{Hash, Hasher};
use std::ops::Deref;

use arrayvec::ArrayString;

/// What makes a text as large as five words. Names of organisations and addresses of e-mail are mostly shorter.
const SHORT: usize = 32;

/// A text.
#[derive(Clone)]
pub(crate) enum Text {
    /// At most [`SHORT`] bytes.
    Short(ArrayString<SHORT>),
    /// Any others.
    Long(Box<str>),
}

impl Text {
    /// Keeps another text instead.
    #[inline]
    pub(crate) fn set(&mut self, text: &str) {
        *self = Self::default();
        if let Self::Short(short) = self
            && short.try_push_str(text).is_ok()
        {
            return;
        }
        *self = Self::Long(text.into());
    }
}

impl Default for Text {
    #[inline]
    fn default() -> Self {
        Self::Short(ArrayString::new_const())
    }
}

impl Deref for Text {
    type Target = str;

    #[inline]
    fn deref(&self) -> &str {
        match self {
            Self::Short(text) => text,
            Self::Long(text) => text,
        }
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        let mut kept = Self::default();
        kept.set(text);
        kept
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        if text.len() <= SHORT { Self::from(text.as_str()) } else { Self::Long(text.into_boxed_str()) }
    }
}

impl From<Text> for String {
    fn from(text: Text) -> Self {
        match text {
            Text::Short(text) => text.as_str().into(),
            Text::Long(text) => text.into(),
        }
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for Text {}

impl PartialOrd for Text {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Text {
    fn cmp(&self, other: &Self) -> Ordering {
        (**self).cmp(&**other)
    }
}

impl Hash for Text {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (**self).hash(state);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_the_same_however_long() {
        let mut kept = Text::default();
        for length in [0, 1, 31, 32, 33, 200, 3] {
            let text = "é".repeat(length / 2) + &"a".repeat(length % 2);
            kept.set(&text);
            assert_eq!(*kept, text);
            assert!(kept == Text::from(text.clone()) && kept == Text::from(text.as_str()));
            assert_eq!(matches!(kept, Text::Short(_)), length <= SHORT);
            assert_eq!(String::from(kept.clone()), text);
        }
        assert!(size_of::<Text>() <= 5 * size_of::<usize>());
    }

    #[test]
    fn texts_are_ordered_by_what_they_say() {
        let long = "b".repeat(100);
        let mut texts = [Text::from("c"), Text::from(long.as_str()), Text::from("a")];
        texts.sort();
        assert_eq!(texts.map(String::from), ["a", &long, "c"]);
    }
}
