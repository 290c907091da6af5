//! Differences as tables in Markdown.

use std::io::{self, Write};

use super::Changes;
use super::row::{conclusion, flat, left_out, mark, of, shown, title, turned, verdict};

pub(super) fn write(changes: &Changes<'_>, out: &mut dyn Write) -> io::Result<()> {
    let lang = changes.lang;
    for diff in changes.diffs {
        writeln!(out, "## {}\n\n{}.\n", cell(&title(diff, lang)), conclusion(diff, lang))?;
        let rows = shown(changes, diff);
        if !rows.is_empty() {
            writeln!(
                out,
                "| | {} | {} | | {} | {} | {} | {} |\n|---|---|---|---|---|---|---|---|",
                lang.pick("waar", "where"),
                lang.pick("wijziging", "change"),
                lang.pick("zender", "sender"),
                lang.pick("ontvanger", "receiver"),
                lang.pick("proces", "process"),
                lang.pick("herkomst", "provenance"),
            )?;
        }
        for one in rows {
            writeln!(
                out,
                "| {} | {} | {} | {} | {} | {} | {} | {} |",
                mark(one),
                cell(&one.change.place.path()),
                of(&one.row.title, lang),
                cell(&turned(one, lang)),
                verdict(one.row.sender, lang),
                verdict(one.row.receiver, lang),
                verdict(one.row.process, lang),
                cell(&one.change.source),
            )?;
        }
        let left = left_out(changes, diff);
        if left > 0 {
            writeln!(out, "\n+ {left} {}", lang.pick("alleen in woorden", "in words only"))?;
        }
        writeln!(out)?;
    }
    Ok(())
}

/// A text that means nothing to Markdown and stays in its cell.
pub(super) fn cell(text: &str) -> String {
    let mut out = String::new();
    for character in flat(text).chars() {
        if matches!(character, '|' | '\\' | '`' | '*' | '_' | '<' | '>' | '[' | ']') {
            out.push('\\');
        }
        out.push(character);
    }
    out
}
