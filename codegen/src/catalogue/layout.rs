//! Layouts of the CSV files of the portal, resolved.

/// A file that the portal gives and takes back.
#[derive(Debug)]
pub struct Layout {
    /// Its id.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// The module of its messages.
    pub module: String,
    /// The release of its messages.
    pub release: String,
    /// The message that the question columns hold.
    pub question: String,
    /// The messages that the answer columns may hold.
    pub answers: Vec<String>,
    /// Where the layout stands.
    pub source: String,
    /// Its columns in order.
    pub columns: Vec<Column>,
}

/// One column; the texts that may be absent are empty then.
#[derive(Debug)]
pub struct Column {
    /// The header text as printed.
    pub name: String,
    /// How its cells are written.
    pub kind: String,
    /// `question` or `answer`.
    pub part: String,
    /// The heading above it.
    pub group: String,
    /// Whether the layout marks it as mandatory.
    pub mandatory: bool,
    /// The element, as a path in its message.
    pub element: String,
    /// Of a composite its parts.
    pub parts: Vec<String>,
    /// What the portal does with it besides carrying a value.
    pub role: String,
    /// Cell texts and the codes they stand for.
    pub codes: Vec<(String, String)>,
    /// The list of claims that it belongs to.
    pub list: String,
    /// Where it stands.
    pub source: String,
}
