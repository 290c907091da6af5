//! A definition file as the pieces it is written in: headings, entries, comments and empty lines.
//!
//! It is read by hand because comments and the form of values must be kept. It is only run on text that the TOML
//! parser has accepted, which also bounds how deep lists and tables are nested.

/// A piece of a file, each on a line of its own or more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece<'t> {
    /// One or more empty lines.
    Empty,
    /// A comment on a line of its own.
    Comment(&'t str),
    /// `[nl]` or `[[rules]]`.
    Heading(&'t str, Option<&'t str>),
    /// A key and its value.
    Entry(Entry<'t>),
}

/// A key and its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry<'t> {
    pub key: &'t str,
    pub value: Value<'t>,
    /// A comment behind the value.
    pub comment: Option<&'t str>,
}

/// A value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value<'t> {
    /// As it is written.
    Plain(&'t str),
    /// A list.
    List(List<'t>),
    /// An inline table without comments: its keys and values.
    Row(Vec<(&'t str, Value<'t>)>),
}

/// A list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct List<'t> {
    pub items: Vec<Item<'t>>,
    /// Whether it is written on one line.
    pub one_line: bool,
}

/// A piece of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Item<'t> {
    /// One or more empty lines.
    Empty,
    /// A comment on a line of its own.
    Comment(&'t str),
    /// A value, and a comment behind it.
    Value(Value<'t>, Option<&'t str>),
}

/// The pieces of a file; `None` when it is written in a way that is not known here.
pub(super) fn pieces(text: &str) -> Option<Vec<Piece<'_>>> {
    let mut scanner = Scanner { text, at: 0 };
    let mut pieces = Vec::new();
    while let Some(next) = scanner.peek() {
        match next {
            ' ' | '\t' | '\r' => scanner.step(),
            '\n' => {
                scanner.step();
                if !matches!(pieces.last(), Some(Piece::Empty)) {
                    pieces.push(Piece::Empty);
                }
            }
            '#' => {
                pieces.push(Piece::Comment(scanner.comment()));
                scanner.end_of_line()?;
            }
            '[' => {
                let heading = scanner.until(|letter| matches!(letter, '#' | '\n'))?;
                let comment = (scanner.peek() == Some('#')).then(|| scanner.comment());
                pieces.push(Piece::Heading(heading.trim_end(), comment));
                scanner.end_of_line()?;
            }
            _ => {
                let (key, value) = scanner.key_and_value()?;
                scanner.blanks();
                let comment = (scanner.peek() == Some('#')).then(|| scanner.comment());
                pieces.push(Piece::Entry(Entry { key, value, comment }));
                scanner.end_of_line()?;
            }
        }
    }
    Some(pieces)
}

struct Scanner<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Scanner<'t> {
    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn step(&mut self) {
        self.at += self.peek().map_or(0, char::len_utf8);
    }

    fn blanks(&mut self) {
        while matches!(self.peek(), Some(' ' | '\t' | '\r')) {
            self.step();
        }
    }

    /// Past the end of this line, on which nothing else may stand.
    fn end_of_line(&mut self) -> Option<()> {
        self.blanks();
        match self.peek() {
            Some('\n') => self.step(),
            None => {}
            Some(_) => return None,
        }
        Some(())
    }

    /// The rest of the line, from its `#`.
    fn comment(&mut self) -> &'t str {
        let line = self.rest().lines().next().unwrap_or_default();
        self.at += line.len();
        line.trim_end()
    }

    /// The text up to a letter outside quotes, or the end.
    fn until(&mut self, stop: impl Fn(char) -> bool) -> Option<&'t str> {
        let start = self.at;
        while let Some(letter) = self.peek() {
            match letter {
                '"' | '\'' => {
                    self.quoted()?;
                }
                letter if stop(letter) => break,
                _ => self.step(),
            }
        }
        self.text.get(start..self.at)
    }

    /// A text with its quotes, of any of the four forms.
    fn quoted(&mut self) -> Option<&'t str> {
        let (start, rest) = (self.at, self.rest());
        let quote = rest.get(..1)?;
        let long = rest.get(..3).is_some_and(|three| three == quote.repeat(3));
        let (open, close) = if long { (3, quote.repeat(3)) } else { (1, quote.to_owned()) };
        self.at += open;
        while !self.rest().starts_with(&close) {
            if quote == "\"" && self.peek() == Some('\\') {
                self.step();
            }
            self.peek()?;
            self.step();
        }
        self.at += close.len();
        // A long text may end with one or two quotes of its own.
        while long && self.rest().starts_with(quote) {
            self.at += 1;
        }
        self.text.get(start..self.at)
    }

    fn key_and_value(&mut self) -> Option<(&'t str, Value<'t>)> {
        let key = self.until(|letter| matches!(letter, '=' | '\n'))?.trim();
        if self.peek() != Some('=') || key.is_empty() {
            return None;
        }
        self.step();
        self.blanks();
        Some((key, self.value()?))
    }

    fn value(&mut self) -> Option<Value<'t>> {
        match self.peek()? {
            '"' | '\'' => self.quoted().map(Value::Plain),
            '[' => self.list().map(Value::List),
            '{' => self.row(),
            _ => {
                let plain = self.until(|letter| matches!(letter, ',' | ']' | '}' | '#' | '\n'))?.trim_end();
                (!plain.is_empty()).then_some(Value::Plain(plain))
            }
        }
    }

    fn list(&mut self) -> Option<List<'t>> {
        let start = self.at;
        self.step();
        let mut items: Vec<Item<'_>> = Vec::new();
        // How many lines ended since the last item.
        let mut lines = 0;
        loop {
            match self.peek()? {
                ' ' | '\t' | '\r' | ',' => self.step(),
                '\n' => {
                    self.step();
                    lines += 1;
                    if lines == 2 && !items.is_empty() {
                        items.push(Item::Empty);
                    }
                }
                '#' => {
                    let comment = self.comment();
                    match items.last_mut() {
                        Some(Item::Value(_, behind @ None)) if lines == 0 => *behind = Some(comment),
                        _ => items.push(Item::Comment(comment)),
                    }
                    lines = 0;
                }
                ']' => {
                    self.step();
                    break;
                }
                _ => {
                    items.push(Item::Value(self.value()?, None));
                    lines = 0;
                }
            }
        }
        while matches!(items.last(), Some(Item::Empty)) {
            items.pop();
        }
        let one_line = !self.text.get(start..self.at)?.contains('\n');
        Some(List { items, one_line })
    }

    /// An inline table; with a comment in it, it stays as it is written.
    fn row(&mut self) -> Option<Value<'t>> {
        let start = self.at;
        self.step();
        let (mut cells, mut commented) = (Vec::new(), false);
        loop {
            match self.peek()? {
                ' ' | '\t' | '\r' | '\n' | ',' => self.step(),
                '#' => {
                    self.comment();
                    commented = true;
                }
                '}' => {
                    self.step();
                    break;
                }
                _ => cells.push(self.key_and_value()?),
            }
        }
        Some(if commented { Value::Plain(self.text.get(start..self.at)?) } else { Value::Row(cells) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_kept_as_they_are_written() {
        for value in
            ["\"a # \\\" b\"", "'c:\\'", "\"\"\"x \"\" y\"\"\"\"", "'''\nz'''", "-1", "1979-05-27 07:32:00Z", "true"]
        {
            let text = format!("key = {value} # why\n");
            let expected = Entry { key: "key", value: Value::Plain(value), comment: Some("# why") };
            assert_eq!(pieces(&text), Some(vec![Piece::Entry(expected)]), "{value}");
        }
    }

    #[test]
    fn a_list_keeps_its_comments_and_empty_lines() {
        let text = "a = [\n\n  1, # one\n  # two\n\n\n  { b = 2,\n c = [] },\n]\n";
        let row =
            Value::Row(vec![("b", Value::Plain("2")), ("c", Value::List(List { items: vec![], one_line: true }))]);
        let items = vec![
            Item::Value(Value::Plain("1"), Some("# one")),
            Item::Comment("# two"),
            Item::Empty,
            Item::Value(row, None),
        ];
        let value = Value::List(List { items, one_line: false });
        assert_eq!(pieces(text), Some(vec![Piece::Entry(Entry { key: "a", value, comment: None })]));
    }

    #[test]
    fn any_text_is_scanned_without_panic() {
        let whole = "# é\n[nl]\n\"a.b\" = '''x''' # c\nd = [{ e = \"\\\"\" }, # f\n\n]\n[[g]] # h\n";
        for end in (0..=whole.len()).filter(|&end| whole.is_char_boundary(end)) {
            let _ = pieces(whole.get(..end).unwrap_or_default());
            let _ = pieces(whole.get(end..).unwrap_or_default());
        }
    }
}
