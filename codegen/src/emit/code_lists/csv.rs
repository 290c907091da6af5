//! CSV as the portal writes it: UTF-8 with a byte order mark, `;`, CRLF, and no cell that a spreadsheet would run.

/// A table.
pub(in crate::emit) struct Table(String);

impl Table {
    /// A table with its header row.
    pub(in crate::emit) fn new(names: &[&str]) -> Self {
        let mut table = Self("\u{feff}".to_owned());
        table.row(names);
        table
    }

    /// One more row.
    pub(in crate::emit) fn row(&mut self, cells: &[&str]) {
        let cells: Vec<_> = cells.iter().map(|cell| escaped(cell)).collect();
        self.0.push_str(&cells.join(";"));
        self.0.push_str("\r\n");
    }

    /// The text of the file.
    pub(in crate::emit) fn finish(self) -> String {
        self.0
    }
}

/// A cell. One that begins as a formula does gets an apostrophe, as CSV-019 has it.
fn escaped(cell: &str) -> String {
    let harmless =
        if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() };
    if harmless.contains([';', ',', '"', '\r', '\n']) {
        format!("\"{}\"", harmless.replace('"', "\"\""))
    } else {
        harmless
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_that_a_spreadsheet_would_run_is_harmless() {
        for start in ["=", "+", "-", "@", "\t"] {
            assert_eq!(escaped(&format!("{start}1")), format!("'{start}1"));
        }
        assert_eq!(escaped("\r=1"), "\"'\r=1\"");
    }

    #[test]
    fn separators_and_quotes_are_quoted() {
        let mut table = Table::new(&["a", "b"]);
        table.row(&["x;\"y\"", "z"]);
        assert_eq!(table.finish(), "\u{feff}a;b\r\n\"x;\"\"y\"\"\";z\r\n");
    }
}
