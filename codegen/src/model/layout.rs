//! A layout of the CSV files of the portal, as read.

use super::{Provenance, Text};

/// A file that the portal gives and takes back.
#[derive(Debug)]
pub struct Layout {
    /// Its id.
    pub id: Text,
    /// What people call it.
    pub name: Text,
    /// The module of its messages.
    pub module: Text,
    /// The release of its messages.
    pub release: Text,
    /// The message that the question columns hold.
    pub question: Text,
    /// The messages that the answer columns may hold.
    pub answers: Vec<Text>,
    /// Where the layout stands.
    pub source: Provenance,
    /// Its columns in order.
    pub columns: Vec<Column>,
}

/// One column.
#[derive(Debug)]
pub struct Column {
    /// The header text as printed; columns have no letter of their own.
    pub name: Text,
    /// How its cells are written.
    pub kind: Text,
    /// `question` or `answer`.
    pub part: Text,
    /// The heading above it.
    pub group: Text,
    /// Whether the layout marks it as mandatory.
    pub mandatory: bool,
    /// The element, as a path in its message.
    pub element: Text,
    /// Of a composite its parts, in the printed order.
    pub parts: Vec<Text>,
    /// What the portal does with it besides carrying a value.
    pub role: Option<Text>,
    /// Cell texts and the codes they stand for, `Ja=JA`.
    pub codes: Vec<Text>,
    /// The list of claims that it belongs to.
    pub list: Option<Text>,
    /// Where it stands.
    pub source: Provenance,
}
