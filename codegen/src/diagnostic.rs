//! What is wrong in the definitions, and how it is shown: as a compiler does, with file, line and caret.
//!
//! Nothing here decides what is wrong.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use crate::model::{Span, Text};
use crate::source::Sources;

/// One thing wrong in the definitions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which check it is from: `unknown-type`.
    pub code: &'static str,
    /// What is wrong, in one sentence.
    pub message: String,
    /// The place to change.
    pub span: Span,
    /// What to see at that place; may be empty.
    pub label: String,
    /// Other places that have to do with it.
    pub also: Vec<(Span, String)>,
    /// What to do about it.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A diagnostic with a message and its place.
    #[must_use]
    pub fn new(code: &'static str, span: &Span, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), span: span.clone(), label: String::new(), also: Vec::new(), help: None }
    }

    /// With what to see at the place.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// With another place.
    #[must_use]
    pub fn also(mut self, span: &Span, label: impl Into<String>) -> Self {
        self.also.push((span.clone(), label.into()));
        self
    }

    /// With what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// The place of a part of a text. When the text has escapes, a part cannot be placed and this is the
/// place of the whole text.
#[must_use]
pub fn part(text: &Text, part: Range<usize>) -> Span {
    let whole = &text.span.range;
    if whole.len() != text.value.len() || part.end > text.value.len() {
        return text.span.clone();
    }
    Span { file: text.span.file, range: whole.start + part.start..whole.start + part.end }
}

/// The word out of a list that is most like the given one, when one is like it at all.
#[must_use]
pub fn closest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let limit = word.chars().count().div_ceil(3);
    known
        .into_iter()
        .map(|candidate| (distance(&word, &candidate.to_lowercase()), candidate))
        .filter(|&(distance, _)| distance <= limit)
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, candidate)| candidate)
}

/// The number of letters to add, take away, change or swap to make one word the other.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut above: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    let mut previous = None;
    for (down, letter) in one.chars().enumerate() {
        let mut next = vec![down + 1];
        for (right, &candidate) in other.iter().enumerate() {
            let at = |cells: &[usize], index: usize| cells.get(index).copied().unwrap_or(usize::MAX / 2);
            let mut best = (at(&row, right) + usize::from(letter != candidate))
                .min(at(&row, right + 1) + 1)
                .min(at(&next, right) + 1);
            let before = right.checked_sub(1).and_then(|before| Some((before, *other.get(before)?)));
            if let Some((before, left)) = before
                && left == letter
                && previous == Some(candidate)
            {
                best = best.min(at(&above, before) + 1);
            }
            next.push(best);
        }
        above = std::mem::replace(&mut row, next);
        previous = Some(letter);
    }
    row.last().copied().unwrap_or_default()
}

/// The diagnostics as text, an empty line after each; empty when there are none.
#[must_use]
pub fn render(diagnostics: &[Diagnostic], sources: &Sources) -> String {
    let renderer = Renderer::plain();
    let mut out = String::new();
    for diagnostic in diagnostics {
        let title = Level::ERROR.primary_title(diagnostic.message.as_str()).id(diagnostic.code);
        let mut group = Group::with_title(title).elements(snippets(diagnostic, sources));
        if let Some(help) = &diagnostic.help {
            group = group.element(Level::HELP.message(help.as_str()));
        }
        // The renderer pads lines with spaces when it cuts long ones.
        for line in renderer.render(&[group]).lines() {
            out.push_str(line.trim_end());
            out.push('\n');
        }
        out.push('\n');
    }
    out
}

/// One snippet per file, that of the diagnostic's own place first.
fn snippets<'a>(
    diagnostic: &'a Diagnostic,
    sources: &'a Sources,
) -> Vec<Snippet<'a, annotate_snippets::Annotation<'a>>> {
    let mut files = vec![diagnostic.span.file];
    for (span, _) in &diagnostic.also {
        if !files.contains(&span.file) {
            files.push(span.file);
        }
    }
    let mut snippets = Vec::new();
    for number in files {
        let Some(file) = sources.file(number) else { continue };
        let mut snippet = Snippet::source(file.text.as_str()).path(harmless(&file.path));
        if number == diagnostic.span.file {
            let annotation = AnnotationKind::Primary.span(clamp(&diagnostic.span.range, &file.text));
            let label = (!diagnostic.label.is_empty()).then_some(diagnostic.label.as_str());
            snippet = snippet.annotation(annotation.label(label));
        }
        for (span, label) in diagnostic.also.iter().filter(|(span, _)| span.file == number) {
            let annotation = AnnotationKind::Context.span(clamp(&span.range, &file.text));
            snippet = snippet.annotation(annotation.label(label.as_str()));
        }
        snippets.push(snippet);
    }
    snippets
}

/// The name of a file with every character escaped that a terminal would act on or that would not be seen.
fn harmless(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for character in path.chars() {
        match character {
            '\\' | '\'' | '"' => out.push(character),
            _ => out.extend(character.escape_debug()),
        }
    }
    out
}

/// The range within the text and on the borders of characters, as the renderer wants it.
fn clamp(range: &Range<usize>, text: &str) -> Range<usize> {
    let floor = |offset: usize| (0..=offset.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    let start = floor(range.start);
    start..floor(range.end).max(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_diagnostic_looks_like_a_compilers() {
        let sources = Sources::new([("a.toml", "één = \"x\"\ntwee = 2\n"), ("b.toml", "drie = 3\n")]);
        let span = |file, range| Span { file, range };
        let diagnostic = Diagnostic::new("demo", &span(0, 9..10), "this is wrong")
            .label("here")
            .also(&span(1, 0..4), "because of this")
            .help("do that");
        let expected = "\
error[demo]: this is wrong
 --> a.toml:1:8
  |
1 | één = \"x\"
  |        ^ here
  |
 ::: b.toml:1:1
  |
1 | drie = 3
  | ---- because of this
  |
  = help: do that

";
        assert_eq!(render(&[diagnostic], &sources), expected);
    }

    #[test]
    fn nothing_in_a_name_of_a_file_acts_on_a_terminal() {
        let sources = Sources::new([("a\u{1b}[31m\u{202e}\n\u{9b}/é'.toml", "x")]);
        let text = render(&[Diagnostic::new("demo", &Span { file: 0, range: 0..1 }, "m")], &sources);
        assert!(text.contains("a\\u{1b}[31m\\u{202e}\\n\\u{9b}/é'.toml"), "{text}");
    }

    #[test]
    fn places_outside_the_text_do_not_panic() {
        let sources = Sources::new([("a.toml", "é")]);
        for range in [0..100, 1..1, 50..60, 2..2, 1..2] {
            let diagnostic = Diagnostic::new("demo", &Span { file: 0, range }, "m");
            assert!(render(&[diagnostic], &sources).starts_with("error[demo]: m"));
        }
        let nowhere = Diagnostic::new("demo", &Span { file: 7, range: 0..1 }, "m");
        assert!(render(&[nowhere], &sources).starts_with("error[demo]: m"));
    }

    #[test]
    fn the_closest_word_is_a_likely_mistake() {
        let known = ["source", "since", "until", "name"];
        assert_eq!(closest("soruce", known), Some("source"));
        assert_eq!(closest("Source", known), Some("source"));
        assert_eq!(closest("naam", known), Some("name"));
        assert_eq!(closest("privacy", known), None);
        assert_eq!(closest("", known), None);
    }
}
