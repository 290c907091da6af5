//! A JSON value that keeps its order, and its text.

use std::fmt::Write;

/// A value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value {
    Bool(bool),
    Integer(i64),
    String(String),
    List(Vec<Value>),
    Object(Object),
}

/// An object with its members in the order in which they were added.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Object(Vec<(String, Value)>);

impl Object {
    pub(super) const fn new() -> Self {
        Self(Vec::new())
    }

    /// The object with one more member.
    pub(super) fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.0.push((name.to_owned(), value.into()));
        self
    }

    /// The object with another title, when it has one.
    pub(super) fn retitled(mut self, title: &str) -> Self {
        if let Some((_, value)) = self.0.iter_mut().find(|(name, _)| name == "title") {
            *value = title.into();
        }
        self
    }

    /// The object with the members of another behind its own.
    pub(super) fn followed_by(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<i64> for Value {
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}

impl From<&String> for Value {
    fn from(value: &String) -> Self {
        Self::String(value.clone())
    }
}

impl From<&str> for Value {
    fn from(value: &str) -> Self {
        Self::String(value.to_owned())
    }
}

impl From<String> for Value {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<Object> for Value {
    fn from(value: Object) -> Self {
        Self::Object(value)
    }
}

impl<T: Into<Value>> From<Vec<T>> for Value {
    fn from(values: Vec<T>) -> Self {
        Self::List(values.into_iter().map(Into::into).collect())
    }
}

impl Value {
    /// The text of a file: two spaces for each level, a line feed at the end.
    pub(super) fn pretty(&self) -> String {
        let mut out = String::new();
        self.write(0, &mut out);
        out.push('\n');
        out
    }

    fn write(&self, level: usize, out: &mut String) {
        match self {
            Self::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
            Self::Integer(value) => out.push_str(&value.to_string()),
            Self::String(text) => string(text, out),
            Self::List(values) => block(level, ['[', ']'], values, out, |value, out| value.write(level + 1, out)),
            Self::Object(Object(members)) => block(level, ['{', '}'], members, out, |(name, value), out| {
                string(name, out);
                out.push_str(": ");
                value.write(level + 1, out);
            }),
        }
    }
}

fn block<T>(level: usize, [open, close]: [char; 2], parts: &[T], out: &mut String, write: impl Fn(&T, &mut String)) {
    out.push(open);
    for (number, part) in parts.iter().enumerate() {
        out.push_str(if number == 0 { "\n" } else { ",\n" });
        out.push_str(&"  ".repeat(level + 1));
        write(part, out);
    }
    if !parts.is_empty() {
        out.push('\n');
        out.push_str(&"  ".repeat(level));
    }
    out.push(close);
}

/// A string; what cannot be seen is escaped, letters with accents stay.
fn string(text: &str, out: &mut String) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => out.extend(['\\', character]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            ' ' => out.push(' '),
            _ if character.is_control() || character.is_whitespace() => {
                // All of these have four hexadecimal digits. Writing to a String cannot fail.
                let _ = write!(out, "\\u{:04x}", u32::from(character));
            }
            _ => out.push(character),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_indented_and_escaped() {
        let inner = Object::new().with("leeg", Vec::<Value>::new()).with("één", "a\"\\\n\u{1}\u{2028}é");
        let value = Object::new()
            .with("aan", true)
            .with("lijst", vec![Value::from(-1), inner.into()])
            .with("niets", Object::new());
        let expected = r#"{
  "aan": true,
  "lijst": [
    -1,
    {
      "leeg": [],
      "één": "a\"\\\n\u0001\u2028é"
    }
  ],
  "niets": {}
}
"#;
        assert_eq!(Value::from(value).pretty(), expected);
    }
}
