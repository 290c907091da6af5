//! Rules on facts that must agree between the messages of a conversation, as read.

use super::{Rule, Span, Text};

/// A rule on a message and messages that came before it in the conversation.
#[derive(Debug)]
pub struct Fact {
    /// The module's id.
    pub module: Text,
    /// The ids of the messages it runs on; `*` is every message of the module.
    pub on: Vec<Text>,
    /// The earlier messages it reads, in the order of their names.
    pub with: Vec<Binding>,
    /// The rule.
    pub rule: Rule,
}

/// A name for an earlier message.
#[derive(Debug)]
pub struct Binding {
    /// The name.
    pub name: Text,
    /// The messages it may be; the last of them that was sent is the one.
    pub among: Vec<Kind>,
    /// Where the message that is meant is named by its Referentienummer; without a value there, it is the last one.
    pub named: Option<Kind>,
}

/// A message, or an element of one: `Heroverweging.Vorderingen`.
#[derive(Debug)]
pub struct Kind {
    /// The id of the message.
    pub message: Text,
    /// The element that must be there.
    pub element: Option<Text>,
}

impl Kind {
    /// Takes a text apart at its point.
    #[must_use]
    pub fn parse(text: Text) -> Self {
        let Some((message, element)) = text.value.split_once('.') else {
            return Self { message: text, element: None };
        };
        let piece = |value: &str, from: usize| {
            let whole = &text.span.range;
            // A text with escapes is longer in the file than it reads; then the whole of it is the place.
            let exact = whole.len() == text.value.len();
            let range = if exact { whole.start + from..whole.start + from + value.len() } else { whole.clone() };
            Text { value: value.to_owned(), span: Span { file: text.span.file, range } }
        };
        Self { message: piece(message, 0), element: Some(piece(element, message.len() + 1)) }
    }
}
