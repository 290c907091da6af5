//! A TOML table, its values with their places.
//!
//! A table notes which keys were asked for. `finish` then says which are missing and which are unknown,
//! so that no list of keys is kept beside the code that reads them. Nothing here knows the standard.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::{Diagnostic, closest};
use crate::model::{Label, Lifetime, Number, Provenance, Span, Text};

/// A table that is being read.
pub(super) struct Table<'t> {
    /// Where to point when something is missing: the first text asked for, which names the row.
    pub place: Span,
    file: usize,
    source: &'t str,
    what: String,
    entries: &'t DeTable<'t>,
    asked: Vec<&'static str>,
    missing: Vec<&'static str>,
    named: bool,
}

impl<'t> Table<'t> {
    /// The whole of a file of a kind.
    pub fn root(file: usize, source: &'t str, entries: &'t DeTable<'t>, kind: &'static str) -> Self {
        let range = entries.get_key_value(kind).map_or(0..0, |(key, _)| key.span());
        Self::new(file, source, entries, range, format!("a {kind} file"))
    }

    fn new(file: usize, source: &'t str, entries: &'t DeTable<'t>, range: Range<usize>, what: String) -> Self {
        let place = Span { file, range };
        Self { place, file, source, what, entries, asked: Vec::new(), missing: Vec::new(), named: false }
    }

    /// A text that must be there; empty, at the place of the table, when it is not.
    pub fn text(&mut self, key: &'static str, out: &mut Vec<Diagnostic>) -> Text {
        self.required(key);
        self.optional_text(key, out).unwrap_or_else(|| Text { value: String::new(), span: self.place.clone() })
    }

    /// A text that may be there.
    pub fn optional_text(&mut self, key: &'static str, out: &mut Vec<Diagnostic>) -> Option<Text> {
        let value = self.get(key)?;
        let text = self.as_text(key, value, out)?;
        if !self.named {
            self.named = true;
            self.place = text.span.clone();
        }
        Some(text)
    }

    /// `true` or `false`; left out is `false`.
    pub fn flag(&mut self, key: &'static str, out: &mut Vec<Diagnostic>) -> bool {
        let Some(value) = self.get(key) else { return false };
        value.get_ref().as_bool().unwrap_or_else(|| {
            out.push(self.wrong(key, value, "true or false, without quotes"));
            false
        })
    }

    /// A whole number.
    pub fn integer(&mut self, key: &'static str, out: &mut Vec<Diagnostic>) -> Option<(i64, Span)> {
        let value = self.get(key)?;
        let number = integer(value.get_ref());
        if number.is_none() {
            out.push(self.wrong(key, value, "a whole number, without quotes"));
        }
        Some((number?, self.span(value.span())))
    }

    /// A limit: a whole number, or an amount in quotes when `decimal`.
    pub fn limit(&mut self, key: &'static str, decimal: bool, out: &mut Vec<Diagnostic>) -> Option<Text> {
        if !decimal {
            return self.integer(key, out).map(|(number, span)| Text { value: number.to_string(), span });
        }
        let value = self.get(key)?;
        if !value.get_ref().as_str().is_some_and(is_amount) {
            out.push(self.wrong(key, value, "a number with two decimals, in quotes, as in \"0.00\""));
            return None;
        }
        self.as_text(key, value, out)
    }

    /// A list of texts that must be there.
    pub fn texts(&mut self, key: &'static str, out: &mut Vec<Diagnostic>) -> Vec<Text> {
        self.required(key);
        let Some(value) = self.get(key) else { return Vec::new() };
        let Some(items) = value.get_ref().as_array() else {
            out.push(self.wrong(key, value, "a list between [ ] of texts in quotes"));
            return Vec::new();
        };
        items.iter().filter_map(|item| self.as_text(key, item, out)).collect()
    }

    /// A list of texts that may be there.
    pub fn optional_texts(&mut self, key: &'static str, out: &mut Vec<Diagnostic>) -> Vec<Text> {
        if self.has(key) {
            self.texts(key, out)
        } else {
            self.asked.push(key);
            Vec::new()
        }
    }

    /// Rows that must be there.
    pub fn rows(&mut self, key: &'static str, out: &mut Vec<Diagnostic>) -> Vec<Table<'t>> {
        self.required(key);
        self.optional_rows(key, out)
    }

    /// Rows that may be there.
    pub fn optional_rows(&mut self, key: &'static str, out: &mut Vec<Diagnostic>) -> Vec<Table<'t>> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let Some(items) = value.get_ref().as_array() else {
            out.push(self.wrong(key, value, "a list between [ ] of rows between { }"));
            return Vec::new();
        };
        let mut rows = Vec::new();
        for item in items {
            match item.get_ref().as_table() {
                Some(entries) => {
                    let range = self.first_line(item.span());
                    rows.push(Table::new(self.file, self.source, entries, range, format!("a row of `{key}`")));
                }
                None => out.push(self.wrong(key, item, "a list of rows between { }")),
            }
        }
        rows
    }

    /// A table of texts by name that must be there.
    pub fn dictionary(&mut self, key: &'static str, out: &mut Vec<Diagnostic>) -> Vec<(String, Text)> {
        self.required(key);
        let Some(value) = self.get(key) else { return Vec::new() };
        let Some(entries) = value.get_ref().as_table() else {
            out.push(self.wrong(key, value, "a table: a line with the name between [ ], the texts below it"));
            return Vec::new();
        };
        let entry = |(name, value): (&'t Spanned<_>, &'t Spanned<DeValue<'t>>)| {
            let name: &std::borrow::Cow<'_, str> = name.get_ref();
            self.as_text(name, value, out).map(|text| (name.clone().into_owned(), text))
        };
        entries.iter().filter_map(entry).collect()
    }

    /// A table between { } of lists of texts by name; empty when it is not there.
    pub fn lists(&mut self, key: &'static str, out: &mut Vec<Diagnostic>) -> Vec<(Text, Vec<Text>)> {
        let mut lists = Vec::new();
        for (name, value) in self.named(key, out) {
            match value.get_ref().as_array() {
                Some(items) => {
                    let items = items.iter().filter_map(|item| self.as_text(name.as_str(), item, out)).collect();
                    lists.push((name, items));
                }
                None => out.push(self.wrong(name.as_str(), value, "a list between [ ] of texts in quotes")),
            }
        }
        lists
    }

    /// A table between { } of texts by name; empty when it is not there.
    pub fn pairs(&mut self, key: &'static str, out: &mut Vec<Diagnostic>) -> Vec<(Text, Text)> {
        let mut pairs = Vec::new();
        for (name, value) in self.named(key, out) {
            if let Some(text) = self.as_text(name.as_str(), value, out) {
                pairs.push((name, text));
            }
        }
        pairs
    }

    /// The names in a table between { } with their values, in the order of the names.
    fn named(&mut self, key: &'static str, out: &mut Vec<Diagnostic>) -> Vec<(Text, &'t Spanned<DeValue<'t>>)> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let Some(entries) = value.get_ref().as_table() else {
            out.push(self.wrong(key, value, "names with their values between { }"));
            return Vec::new();
        };
        let name = |name: &Spanned<std::borrow::Cow<'_, str>>| Text {
            value: name.get_ref().clone().into_owned(),
            span: self.span(name.span()),
        };
        entries.iter().map(|(key, value)| (name(key), value)).collect()
    }

    /// The provenance cell of a key that must be there.
    pub fn provenance(&mut self, key: &'static str, out: &mut Vec<Diagnostic>) -> Provenance {
        let text = self.text(key, out);
        Provenance::parse(text.clone()).unwrap_or_else(|| {
            if self.entries.get(key).is_some_and(|value| value.get_ref().is_str()) {
                out.push(bad_provenance(&text));
            }
            Provenance { text, label: Label::Proposed, keys: Vec::new() }
        })
    }

    /// The provenance cell of a key that may be left out.
    pub fn optional_provenance(&mut self, key: &'static str, out: &mut Vec<Diagnostic>) -> Option<Provenance> {
        if self.has(key) { Some(self.provenance(key, out)) } else { self.get(key).and(None) }
    }

    /// `since` and `until`.
    pub fn lifetime(&mut self, out: &mut Vec<Diagnostic>) -> Lifetime {
        let since = self.optional_text("since", out);
        let until = self.optional_text("until", out);
        let mut bounds = |text: &Option<Text>| text.as_ref().map_or_else(Vec::new, |text| bounds(text, out));
        let (begin, end) = (bounds(&since), bounds(&until));
        let span = match (since, until) {
            (Some(since), Some(until)) => self.both(since.span, &until.span),
            (Some(one), None) | (None, Some(one)) => one.span,
            (None, None) => self.place.clone(),
        };
        Lifetime { since: begin, until: end, span }
    }

    /// Says which keys are missing and which are unknown. A missing key with an unknown one that looks
    /// like it is one mistake.
    pub fn finish(self, out: &mut Vec<Diagnostic>) {
        let mut missing = self.missing.clone();
        for (key, _) in self.entries {
            let name = key.get_ref().as_ref();
            if self.asked.contains(&name) {
                continue;
            }
            let free = self.asked.iter().copied().filter(|asked| !self.entries.contains_key(*asked));
            let likely = closest(name, free);
            missing.retain(|key| Some(*key) != likely);
            let message = format!("`{name}` is not a key of {}", self.what);
            let help = match likely {
                Some(likely) => format!("did you mean `{likely}`?"),
                None => format!("the keys here are: {}", self.asked.join(", ")),
            };
            let diagnostic = Diagnostic::new("unknown-key", &self.span(key.span()), message);
            out.push(diagnostic.label("unknown key").help(help));
        }
        if !missing.is_empty() {
            let keys: Vec<String> = missing.iter().map(|key| format!("`{key}`")).collect();
            let keys = and(&keys);
            let diagnostic = Diagnostic::new("missing-key", &self.place, format!("{} must have {keys}", self.what))
                .label("something is missing here");
            let texts = missing.iter().any(|key| ["nl", "en"].contains(key));
            let help = "texts stand below a line [nl] and below a line [en], at the end of the file".to_owned();
            out.push(Diagnostic { help: texts.then_some(help), ..diagnostic });
        }
    }

    /// Whether a key is there.
    pub fn has(&self, key: &str) -> bool {
        self.entries.contains_key(key)
    }

    /// Notes that a key must be there.
    fn required(&mut self, key: &'static str) {
        if !self.entries.contains_key(key) {
            self.missing.push(key);
        }
    }

    fn get(&mut self, key: &'static str) -> Option<&'t Spanned<DeValue<'t>>> {
        if !self.asked.contains(&key) {
            self.asked.push(key);
        }
        self.entries.get(key)
    }

    fn span(&self, range: Range<usize>) -> Span {
        Span { file: self.file, range }
    }

    /// From one place up to a later one on the same line; else the first.
    fn both(&self, first: Span, last: &Span) -> Span {
        let range = first.range.start..last.range.end;
        match self.source.get(range.clone()) {
            Some(between) if !between.contains('\n') => self.span(range),
            _ => first,
        }
    }

    /// The part of a range that is on its first line, so that a caret does not run on.
    fn first_line(&self, range: Range<usize>) -> Range<usize> {
        let line = self.source.get(range.clone()).and_then(|text| text.lines().next()).unwrap_or_default();
        range.start..range.start + line.len()
    }

    fn as_text(&self, key: &str, value: &Spanned<DeValue<'_>>, out: &mut Vec<Diagnostic>) -> Option<Text> {
        let Some(text) = value.get_ref().as_str() else {
            out.push(self.wrong(key, value, "a text in quotes"));
            return None;
        };
        Some(Text { value: text.to_owned(), span: self.span(self.inside_quotes(value.span())) })
    }

    /// The range of a text without its quotes.
    fn inside_quotes(&self, range: Range<usize>) -> Range<usize> {
        let raw = self.source.get(range.clone()).unwrap_or_default();
        let long = ["\"\"\"", "'''"].iter().any(|quotes| raw.starts_with(quotes) && raw.len() >= 6);
        let quotes = if long { 3 } else { 1 };
        let inner = raw.get(quotes..raw.len().saturating_sub(quotes)).unwrap_or_default();
        let newline = if long { ["\r\n", "\n"].iter().find(|newline| inner.starts_with(**newline)) } else { None };
        let start = range.start + quotes + newline.map_or(0, |newline| newline.len());
        start..(range.start + quotes + inner.len()).max(start)
    }

    /// A value of the wrong kind.
    fn wrong(&self, key: &str, value: &Spanned<DeValue<'_>>, wanted: &str) -> Diagnostic {
        let range = self.first_line(value.span());
        let written = self.source.get(range.clone()).unwrap_or_default();
        let found = match value.get_ref() {
            DeValue::String(_) => "a text in quotes",
            DeValue::Integer(_) => "a whole number",
            DeValue::Float(_) => "a number with a point",
            DeValue::Boolean(_) => "true or false",
            DeValue::Datetime(_) => "a date or time",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a table",
        };
        let message = format!("`{key}` must be {wanted}");
        let diagnostic = Diagnostic::new("wrong-value", &self.span(range), message).label(format!("this is {found}"));
        match value.get_ref() {
            // `1.0 = "…"` without quotes is a table `1` with a key `0`.
            DeValue::Table(_) if wanted == "a text in quotes" => {
                diagnostic.help("a name with a point in it needs quotes, as in \"1.0\" = \"…\"")
            }
            DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Datetime(_)
                if wanted == "a text in quotes" =>
            {
                diagnostic.help(format!("write \"{written}\""))
            }
            DeValue::Integer(_) if wanted.starts_with("a number with two decimals") => {
                diagnostic.help(format!("write \"{written}.00\""))
            }
            DeValue::Float(_) if is_amount(written) => diagnostic.help(format!("write \"{written}\"")),
            DeValue::String(text) if wanted.ends_with("without quotes") && plain(text) => {
                diagnostic.help(format!("write {text}"))
            }
            DeValue::String(text) if wanted.ends_with("of texts in quotes") => {
                diagnostic.help(format!("write [\"{text}\"]"))
            }
            _ => diagnostic,
        }
    }
}

/// The words with commas and an `and`.
fn and(words: &[String]) -> String {
    match words {
        [before @ .., last] if !before.is_empty() => format!("{} and {last}", before.join(", ")),
        _ => words.concat(),
    }
}

/// Whether a text is a number or a truth value that was put in quotes.
fn plain(text: &str) -> bool {
    text.parse::<i64>().is_ok() || text.parse::<bool>().is_ok()
}

fn integer(value: &DeValue<'_>) -> Option<i64> {
    let number = value.as_integer()?;
    i64::from_str_radix(number.as_str(), number.radix()).ok()
}

/// `0.00`, or digits without leading zeros and two decimals.
fn is_amount(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    text.split_once('.').is_some_and(|(whole, decimals)| {
        digits(whole) && (whole == "0" || !whole.starts_with('0')) && digits(decimals) && decimals.len() == 2
    })
}

fn bad_provenance(text: &Text) -> Diagnostic {
    let cell = text.as_str();
    let word: String = cell.chars().take_while(|letter| letter.is_alphanumeric()).collect();
    let labels = ["published", "derived", "proposed"];
    let help = match closest(&word, labels) {
        Some(label) if word != label => format!("did you mean `{label}`?"),
        Some(label) if label != "proposed" => format!("write `{label}: key`, with a key from sources.toml"),
        _ => "begin with `published: key`, `derived: key` or `proposed`; the keys are those of sources.toml".to_owned(),
    };
    let message = "this does not say where the row comes from";
    Diagnostic::new("bad-provenance", &text.span, message).label("not a label with its sources").help(help)
}

/// `2.0`, or `SR 1.0, BR 2.0`.
fn bounds(text: &Text, out: &mut Vec<Diagnostic>) -> Vec<(String, Number)> {
    let mut bounds = Vec::new();
    for bound in text.as_str().split(',') {
        let bound = bound.trim();
        let (letters, number) =
            bound.rsplit_once(' ').map_or(("", bound), |(letters, number)| (letters.trim(), number));
        let capitals = letters.bytes().all(|letter| letter.is_ascii_uppercase());
        match Number::parse(number) {
            Some(number) if capitals => bounds.push((letters.to_owned(), number)),
            _ => {
                out.push(bad_release(&text.span, bound));
            }
        }
    }
    bounds
}

/// The release number of a text; what is wrong with it goes to `out`.
pub(super) fn release(text: &Text, out: &mut Vec<Diagnostic>) -> Number {
    Number::parse(text.as_str()).unwrap_or_else(|| {
        // A text that is missing is said elsewhere.
        if !text.as_str().is_empty() {
            out.push(bad_release(&text.span, text.as_str()));
        }
        Number { major: 0, minor: 0 }
    })
}

fn bad_release(span: &Span, written: &str) -> Diagnostic {
    Diagnostic::new("bad-release", span, format!("`{written}` is not a release number"))
        .label("not a release")
        .help("write two numbers with a point between them, as in 2.0, or with the letters of a module before it, as in SR 2.0")
}
