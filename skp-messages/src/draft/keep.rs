//! Keeping what was read for as long as the process lives.
//!
//! Shapes, rules and messages are `'static` everywhere in this crate, because generated code has them as constants. What
//! is read at run time becomes so by never being freed; each text is kept once. Nothing here knows what it keeps.

use std::collections::HashSet;

/// The texts that are kept already.
#[derive(Default)]
pub(super) struct Keep {
    texts: HashSet<&'static str>,
}

impl Keep {
    /// A text.
    pub(super) fn text(&mut self, text: &str) -> &'static str {
        if let Some(known) = self.texts.get(text) {
            return known;
        }
        let kept: &'static str = Box::leak(text.to_owned().into_boxed_str());
        self.texts.insert(kept);
        kept
    }

    /// Several texts.
    pub(super) fn texts<'t>(&mut self, texts: impl IntoIterator<Item = &'t String>) -> &'static [&'static str] {
        let texts = texts.into_iter().map(|text| self.text(text)).collect();
        list(texts)
    }
}

/// One thing.
pub(super) fn one<T>(thing: T) -> &'static T {
    Box::leak(Box::new(thing))
}

/// A list of things.
pub(super) fn list<T>(things: Vec<T>) -> &'static [T] {
    Box::leak(things.into_boxed_slice())
}
