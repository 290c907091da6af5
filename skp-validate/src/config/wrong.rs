//! Mistakes in settings, as a compiler shows them, in Dutch or English.

use std::fmt;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use skp_messages::Lang;

use crate::terminal::harmless;

/// One thing wrong in a file of settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// The bytes to change.
    pub range: Range<usize>,
    /// What is wrong, in Dutch.
    pub nl: String,
    /// What is wrong, in English.
    pub en: String,
}

/// A file of settings that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadConfig {
    pub(super) name: String,
    pub(super) text: String,
    pub(super) wrong: Vec<Wrong>,
}

impl BadConfig {
    /// What is wrong, in the order of the file.
    #[must_use]
    pub fn wrong(&self) -> &[Wrong] {
        &self.wrong
    }

    /// What is wrong, each with its line.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let renderer = Renderer::plain();
        let (name, mut out) = (harmless(&self.name), String::new());
        for wrong in &self.wrong {
            let title = Level::ERROR.with_name(lang.pick("fout", "error")).primary_title(harmless(wrong.text(lang)));
            let annotation = AnnotationKind::Primary.span(self.clamp(&wrong.range));
            let snippet = Snippet::source(self.text.as_str()).path(name.as_str()).annotation(annotation);
            for line in renderer.render(&[Group::with_title(title).element(snippet)]).lines() {
                out.push_str(line.trim_end());
                out.push('\n');
            }
        }
        out
    }

    /// What is wrong, in one line.
    #[must_use]
    pub fn line(&self, lang: Lang) -> String {
        let one = |wrong: &Wrong| {
            let before = self.text.get(..self.clamp(&wrong.range).start).unwrap_or_default();
            let line = before.bytes().filter(|&byte| byte == b'\n').count() + 1;
            format!("{}:{line}: {}", harmless(&self.name), harmless(wrong.text(lang)))
        };
        self.wrong.iter().map(one).collect::<Vec<_>>().join("; ")
    }

    /// The range within the text and on the borders of characters.
    fn clamp(&self, range: &Range<usize>) -> Range<usize> {
        let floor = |offset: usize| {
            (0..=offset.min(self.text.len())).rev().find(|&at| self.text.is_char_boundary(at)).unwrap_or(0)
        };
        let start = floor(range.start);
        start..floor(range.end).max(start)
    }
}

impl Wrong {
    fn text(&self, lang: Lang) -> &str {
        lang.pick(&self.nl, &self.en)
    }
}

impl fmt::Display for BadConfig {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text(Lang::En).trim_end())
    }
}

impl std::error::Error for BadConfig {}
