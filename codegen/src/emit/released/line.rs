//! One line of a released text, and how its values are written so that they can be read back.

/// A line: what it is about, and cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it is about, the same in every rendering: `element Betaalvoorstel.Looptijd`.
    pub key: String,
    /// The cells, by name; the one cell of a text has no name.
    pub cells: Vec<(&'static str, String)>,
    /// Whether a table begins here, so that an empty line stands before it.
    pub begins: bool,
}

impl Line {
    /// A line about something, without cells.
    pub(super) fn new(kind: &str, name: &str) -> Self {
        // A code may hold spaces, and a key is two words.
        Self { key: format!("{kind} {}", name.replace(' ', "%20")), cells: Vec::new(), begins: false }
    }

    /// With an empty line before it.
    pub(super) const fn begins(mut self) -> Self {
        self.begins = true;
        self
    }

    /// With a cell.
    pub(super) fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.cells.push((name, value.to_string()));
        self
    }

    /// With a cell when there is something in it.
    pub(super) fn with_some(self, name: &'static str, value: Option<impl ToString>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// The line as it is written.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = self.key.clone();
        for cell in &self.cells {
            text.push(' ');
            text.push_str(&written(cell.0, &cell.1));
        }
        text
    }
}

/// A cell as it is written.
#[must_use]
pub fn written(name: &str, value: &str) -> String {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "_.,*/-".contains(letter);
    let value = if !name.is_empty() && !value.is_empty() && value.chars().all(plain) {
        value.to_owned()
    } else {
        quoted(value)
    };
    if name.is_empty() { value } else { format!("{name}={value}") }
}

/// Between quotes, on one line.
fn quoted(value: &str) -> String {
    let mut text = String::with_capacity(value.len() + 2);
    text.push('"');
    for letter in value.chars() {
        match letter {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\n' => text.push_str("\\n"),
            letter if letter.is_control() => text.push_str(&format!("\\u{{{:x}}}", u32::from(letter))),
            letter => text.push(letter),
        }
    }
    text.push('"');
    text
}

/// Splits a written line into its key and its cells as they are written. The key is the first two words.
#[must_use]
pub fn split(line: &str) -> (&str, Vec<&str>) {
    let second = line.find(' ').map_or(line.len(), |first| first + 1);
    let rest = line.get(second..).unwrap_or_default();
    let end = second + rest.find(' ').unwrap_or(rest.len());
    let (key, rest) = line.split_at(end.min(line.len()));
    let mut cells = Vec::new();
    let (mut begin, mut inside, mut escaped) = (0, false, false);
    for (at, letter) in rest.char_indices() {
        match letter {
            _ if escaped => escaped = false,
            '\\' if inside => escaped = true,
            '"' => inside = !inside,
            ' ' if !inside => {
                cells.push(rest.get(begin..at).unwrap_or_default());
                begin = at + 1;
            }
            _ => {}
        }
    }
    cells.push(rest.get(begin..).unwrap_or_default());
    cells.retain(|cell| !cell.is_empty());
    (key, cells)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_read_back_as_it_was_written() {
        let line = Line::new("element", "A.B")
            .with("type", "Tekst")
            .with("card", "0..1")
            .with_some("max", None::<u32>)
            .with("pattern", r#"["\ ]+"#)
            .with("source", "published: x; y = z");
        let text = line.text();
        assert_eq!(text, r#"element A.B type=Tekst card=0..1 pattern="[\"\\ ]+" source="published: x; y = z""#);
        let (key, cells) = split(&text);
        assert_eq!(key, "element A.B");
        let written: Vec<String> = line.cells.iter().map(|(name, value)| written(name, value)).collect();
        assert_eq!(cells, written);
    }

    #[test]
    fn a_text_stays_on_one_line() {
        let line = Line::new("nl", "A").with("", "één\ntwee\u{7}");
        assert_eq!(line.text(), "nl A \"één\\ntwee\\u{7}\"");
        assert_eq!(split(&line.text()).1.len(), 1);
    }

    #[test]
    fn any_line_is_split_without_panic() {
        for line in ["", " ", "a", "a ", "a b", "a b ", "a b c=\"", "é é é=\"\\", "a  b"] {
            let _ = split(line);
        }
    }
}
