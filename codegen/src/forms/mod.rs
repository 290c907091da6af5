//! The forms of definition files as data: for each kind of file and row its keys, in the order in which they are
//! written, what each holds and what it means.
//!
//! The formatter orders keys by it, the schema for editors is made of it, and scaffolds follow it. The reader asks for
//! keys by name; a test holds the two together. A new kind of file is one more row of [`FILES`].

mod csv_rows;
mod files;
mod process_rows;
mod rows;
pub mod words;

pub use files::FILES;

/// A kind of file.
#[derive(Debug)]
pub struct File {
    /// The key that says which kind it is.
    pub kind: &'static str,
    /// What such a file holds.
    pub text: &'static str,
    /// Its keys.
    pub keys: &'static [Key],
}

/// A kind of row: an inline table in a list, or a table `[[rules]]`.
#[derive(Debug)]
pub struct Row {
    /// What it is, in the plural: the name in a schema.
    pub name: &'static str,
    /// Whether columns line up between empty lines only, because the rows there are of different kinds; else they do
    /// over the whole list.
    pub by_paragraph: bool,
    /// Its keys.
    pub keys: &'static [Key],
}

/// A key.
#[derive(Debug)]
pub struct Key {
    /// As it is written.
    pub name: &'static str,
    /// What it holds.
    pub holds: Holds,
    /// Whether it must be there.
    pub required: bool,
    /// What it means, in one sentence.
    pub text: &'static str,
}

/// What a key holds.
#[derive(Debug)]
pub enum Holds {
    /// Any text.
    Text,
    /// A text that may be long, so that what follows it is not lined up.
    Long,
    /// One of these words.
    Word(&'static [&'static str]),
    /// A release number, `2.0`.
    Number,
    /// One or more release numbers, each with or without the letters of a module: `SR 1.0, BR 2.0`.
    Bound,
    /// A day, `2026-01-31`.
    Day,
    /// A provenance cell.
    Provenance,
    /// A provenance cell in the middle of a row, so that what follows it is not lined up.
    LongProvenance,
    /// A cardinality.
    Cardinality,
    /// `true` or `false`.
    Flag,
    /// A whole number.
    Integer,
    /// A whole number, or an amount between quotes.
    Limit,
    /// A list of texts.
    Texts,
    /// Rows.
    Rows(&'static Row),
    /// Texts by name.
    Dictionary,
    /// Lists of texts by name.
    Lists,
}

impl Key {
    const fn required(name: &'static str, holds: Holds, text: &'static str) -> Self {
        Self { name, holds, required: true, text }
    }

    const fn optional(name: &'static str, holds: Holds, text: &'static str) -> Self {
        Self { name, holds, required: false, text }
    }

    /// Whether what stands after it in a row is lined up.
    #[must_use]
    pub const fn lines_up(&self) -> bool {
        !matches!(self.holds, Holds::Long | Holds::LongProvenance)
    }
}

/// The kind of a file, by the keys it has at its top.
#[must_use]
pub fn kind_of(has: impl Fn(&str) -> bool) -> Option<&'static File> {
    FILES.iter().find(|file| has(file.kind))
}

/// The kinds of rows, each once.
#[must_use]
pub fn rows() -> Vec<&'static Row> {
    let mut rows: Vec<&Row> = Vec::new();
    for key in FILES.iter().flat_map(|file| file.keys) {
        if let Holds::Rows(row) = &key.holds
            && !rows.iter().any(|known| known.name == row.name)
        {
            rows.push(row);
        }
    }
    rows
}
