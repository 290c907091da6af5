//! `as_first` and `names`: what a rule on a conversation asks of its messages without knowing their tables.

use super::Checker;
use crate::cel::ast::{Expr, ExprKind, Name};
use crate::cel::error::{Error, Result};
use crate::cel::typed::{Assertion, Path, Text, Value};

/// How the functions are written.
const FORMS: [(&str, &str); 2] = [("as_first", "as_first(X)` or `as_first(X, 'SE')"), ("names", "names(X, 'Message')")];

/// Whether this is one of the functions.
pub(super) fn is_function(name: &str) -> bool {
    FORMS.iter().any(|(known, _)| *known == name)
}

/// The error for one of the functions inside something else.
pub(super) fn only_whole(name: &Name) -> Error {
    Error::meaning(name.span.clone(), format!("`{}` can only be the whole of `assert`", name.text))
}

impl Checker<'_> {
    /// `as_first(X)`, `as_first(X, 'SE')` or `names(X, 'Betaalvoorstel')`.
    pub(super) fn of_conversation(&mut self, name: &Name, arguments: &[Expr]) -> Result<Assertion> {
        let error = |message: String| Error::meaning(name.span.clone(), message);
        if self.earlier.is_none() {
            return Err(error(format!(
                "`{}` reads earlier messages; write the rule in a file with `facts`",
                name.text
            )));
        }
        if self.each.is_some() || self.has_when {
            return Err(error(format!("a rule with `{}` has no `each` and no `when`", name.text)));
        }
        let texts = |rest: &[Expr]| rest.iter().map(text).collect::<Result<Vec<_>>>();
        match (name.text.as_str(), arguments) {
            ("as_first", [element]) => Ok(Assertion::AsFirst(self.own_text(element)?, None)),
            ("as_first", [element, role]) => Ok(Assertion::AsFirst(self.own_text(element)?, Some(text(role)?))),
            ("names", [element, messages @ ..]) if !messages.is_empty() => {
                Ok(Assertion::Names(self.own_text(element)?, texts(messages)?))
            }
            _ => {
                let form = FORMS.iter().find(|(known, _)| *known == name.text).map_or("", |(_, form)| form);
                Err(error(format!("expected `{form}`, found {} arguments", arguments.len())))
            }
        }
    }

    /// An element of the message itself that is a text.
    fn own_text(&mut self, expr: &Expr) -> Result<Path> {
        match self.value(expr)? {
            Value::Text(Text::Path(path)) if !path.is_earlier() => Ok(path),
            other => Err(self.expected("a text of the message", &other, expr)),
        }
    }
}

fn text(expr: &Expr) -> Result<String> {
    match &expr.kind {
        ExprKind::Text(text) => Ok(text.clone()),
        _ => Err(Error::meaning(expr.span.clone(), "expected a text between quotes")),
    }
}
