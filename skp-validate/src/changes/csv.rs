//! Differences as lines of CSV (RFC 4180), with every change, also those in words only.

use std::io::{self, Write};

use super::Changes;
use super::row::{flat, mark, of, touched};

pub(super) fn write(changes: &Changes<'_>, out: &mut dyn Write) -> io::Result<()> {
    let lang = changes.lang;
    let heading = "module,old,new,mark,kind,where,change,before,after,sender,receiver,process,bump,messages,source";
    write!(out, "{heading}\r\n")?;
    for diff in changes.diffs {
        let number =
            |number: &Option<skp_codegen::model::Number>| number.map(|number| number.to_string()).unwrap_or_default();
        for one in &diff.changes {
            let side = |text: &Option<skp_codegen::catalogue::Text>| {
                text.as_ref().map(|text| of(text, lang).to_owned()).unwrap_or_default()
            };
            let cells = [
                diff.module.clone(),
                number(&diff.old),
                number(&diff.new),
                mark(one).to_owned(),
                one.row.kind.id().to_owned(),
                one.change.place.path(),
                of(&one.row.title, lang).to_owned(),
                side(&one.change.before),
                side(&one.change.after),
                one.row.sender.word().to_owned(),
                one.row.receiver.word().to_owned(),
                one.row.process.word().to_owned(),
                one.row.bump.word().to_owned(),
                touched(one).join(" "),
                one.change.source.clone(),
            ];
            let cells: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
            write!(out, "{}\r\n", cells.join(","))?;
        }
    }
    Ok(())
}

/// A cell; one that a spreadsheet would run as a formula gets an apostrophe.
fn quoted(cell: &str) -> String {
    let cell = flat(cell);
    let cell = if cell.starts_with(['=', '+', '-', '@']) && cell.len() > 1 { format!("'{cell}") } else { cell };
    if cell.contains([',', '"']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell }
}
