//! The files of the portal, empty: the header row of each layout, and what stands in each column.
//!
//! | file | what |
//! |---|---|
//! | `<module>/<release>/csv/<layout>.csv` | the header row, as the portal writes a file |
//! | `<module>/<release>/csv/<layout>.columns.csv` | a row for each column: letters, name, how a cell is written, element, source |
//!
//! There is no example row: it would be read as an answer. Filled-in files are among the samples of a bundle.

use super::Output;
use super::code_lists::csv::Table;
use crate::catalogue::{Catalogue, Column, Layout};

const COLUMNS: [&str; 10] =
    ["kolom", "veld", "deel", "groep", "verplicht", "vorm", "delen", "waarden", "element", "bron"];

/// The files of all layouts.
#[must_use]
pub fn emit(catalogue: &Catalogue) -> Vec<Output> {
    let files = |layout: &Layout| {
        let path = |end: &str| format!("{}/{}/csv/{}{end}", layout.module, layout.release, layout.id);
        [
            Output { path: path(".csv"), text: template(layout) },
            Output { path: path(".columns.csv"), text: columns(layout) },
        ]
    };
    catalogue.layouts.iter().flat_map(files).collect()
}

fn template(layout: &Layout) -> String {
    let names: Vec<&str> = layout.columns.iter().map(|column| column.name.as_str()).collect();
    Table::new(&names).finish()
}

fn columns(layout: &Layout) -> String {
    let mut table = Table::new(&COLUMNS);
    for (number, column) in layout.columns.iter().enumerate() {
        let values: Vec<&str> = column.codes.iter().map(|(cell, _)| cell.as_str()).collect();
        table.row(&[
            &letters(number),
            &column.name,
            if column.part == "question" { "vraag" } else { "antwoord" },
            &column.group,
            if column.mandatory { "Ja" } else { "" },
            form(column),
            &column.parts.join("|"),
            &values.join("|"),
            &column.element,
            &column.source,
        ]);
    }
    table.finish()
}

/// How a cell of a column is written, in Dutch as the portal's users read it.
fn form(column: &Column) -> &'static str {
    match (column.kind.as_str(), column.parts.is_empty()) {
        ("uuid", _) => "UUID",
        ("date", _) => "dd-mm-jjjj",
        ("amount", _) => "getal met decimale komma",
        ("code", _) => "waarde",
        ("yes", _) => "Ja of leeg",
        ("composite", _) => "delen met | ertussen",
        ("list", true) => "waarden met | ertussen",
        ("list", false) => "waarden met | ertussen, hun delen met /",
        _ => "tekst",
    }
}

/// The letters of a column as a spreadsheet shows them: 0 is `A`, 26 is `AA`.
fn letters(mut column: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'A' + u8::try_from(column % 26).unwrap_or(0)));
        match (column / 26).checked_sub(1) {
            Some(rest) => column = rest,
            None => return letters.iter().rev().collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_lettered_as_in_a_spreadsheet() {
        assert_eq!([0, 25, 26, 51, 52, 701, 702].map(letters), ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
