//! The kind of rows in layouts of CSV files.

use super::rows::SOURCE;
use super::{Holds, Key, Row};

/// The columns of a layout.
pub(super) const COLUMNS: Row = Row {
    name: "columns",
    by_paragraph: false,
    keys: &[
        Key::required("name", Holds::Text, "What stands in the first line, letter by letter."),
        Key::required("kind", Holds::Text, "How its cells are written."),
        Key::required("part", Holds::Text, "Whether it belongs to the question or to the answer."),
        Key::required("group", Holds::Text, "The heading in the handbook; may be empty."),
        Key::optional("mandatory", Holds::Flag, "Whether the handbook marks it so: the column must be there."),
        Key::required("element", Holds::Text, "The element it holds; may be empty."),
        Key::optional("parts", Holds::Texts, "Of a composite cell: the elements of its parts, in order."),
        Key::optional("role", Holds::Text, "What the column decides, besides holding a value."),
        Key::optional("codes", Holds::Texts, "The words in the file and the codes they stand for."),
        Key::optional("list", Holds::Text, "Of a list cell: the name of an item."),
        SOURCE,
    ],
};
