//! What a layout of the portal is, as the generator writes it. Holds no logic besides the letters of columns.

/// A file that the portal gives and takes back.
#[derive(Debug)]
pub struct Layout {
    /// Its id, `saldoverzoek-antwoord`.
    pub id: &'static str,
    /// What people call it.
    pub name: &'static str,
    /// The module of its messages.
    pub module: &'static str,
    /// The release of its messages.
    pub release: &'static str,
    /// The message that the question columns hold.
    pub question: &'static str,
    /// The messages that the rows of a conversation may become.
    pub answers: &'static [&'static str],
    /// Where the layout stands: `published`, `derived` or `proposed`, with its source.
    pub source: &'static str,
    /// Its columns in order.
    pub columns: &'static [Column],
}

/// One column of a layout.
#[derive(Debug)]
pub struct Column {
    /// The header text as printed.
    pub name: &'static str,
    /// How its cells are written.
    pub kind: Kind,
    /// Whether it belongs to the question and is given back unchanged.
    pub question: bool,
    /// The heading above it.
    pub group: &'static str,
    /// Whether the layout marks it as mandatory.
    pub mandatory: bool,
    /// The way to the element in its message, without item names.
    pub element: &'static str,
    /// Of a composite cell its parts, in the printed order.
    pub parts: &'static [&'static str],
    /// What it does besides carrying a value.
    pub role: Role,
    /// Cell texts and the codes they stand for.
    pub codes: &'static [(&'static str, &'static str)],
    /// The list of claims that it belongs to; empty when to none.
    pub list: &'static str,
    /// Where the column stands: `published`, `derived` or `proposed`, with its source.
    pub source: &'static str,
}

/// How the cells of a column are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A text.
    Text,
    /// A UUID.
    Uuid,
    /// A day, `dd-mm-jjjj`.
    Date,
    /// A number with a decimal comma.
    Amount,
    /// One of some literal values.
    Code,
    /// `Ja` or empty.
    Yes,
    /// Parts with vertical bars between them.
    Composite,
    /// Values with vertical bars between them.
    List,
}

/// What a column does besides carrying a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Nothing.
    Plain,
    /// Says to which conversation the row belongs.
    Conversation,
    /// Names the message that is answered.
    Reference,
    /// Names the sender of the question.
    Sender,
    /// The number of the client, repeated in the answer.
    Client,
    /// A value of the question that is repeated in the answer.
    Copied,
    /// `Ja` makes the answer a Geen medewerking.
    UnknownClient,
    /// A reason makes the answer a Geen medewerking.
    Refusal,
    /// `Ja` makes the answer one that agrees in advance.
    Agreed,
    /// Only of an answer that agrees in advance.
    AgreedOnly,
    /// Chooses the list that the claim of the row stands in.
    Kind,
    /// The number of the claim of the row.
    Claim,
}

/// Every layout, in the order of their ids.
#[must_use]
pub fn layouts() -> &'static [Layout] {
    LAYOUTS
}

/// The letters of a column as a spreadsheet shows them: 0 is `A`, 26 is `AA`.
#[must_use]
pub fn letters(mut column: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'A' + u8::try_from(column % 26).unwrap_or(0)));
        match (column / 26).checked_sub(1) {
            Some(rest) => column = rest,
            None => return letters.iter().rev().collect(),
        }
    }
}

impl Layout {
    /// The place of the column with a role.
    pub(crate) fn with(&self, role: Role) -> Option<usize> {
        self.columns.iter().position(|column| column.role == role)
    }
}

include!(concat!(env!("OUT_DIR"), "/layouts.rs"));
