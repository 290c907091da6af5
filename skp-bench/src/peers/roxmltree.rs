//! roxmltree: a read-only tree that borrows from the text, well-formed and with namespaces, untyped.

use roxmltree::{Document, Error};

/// Makes the tree.
///
/// # Errors
/// When the text is not well-formed.
pub fn read(text: &str) -> Result<Document<'_>, Error> {
    Document::parse(text)
}
