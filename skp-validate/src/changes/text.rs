//! Differences for a terminal: by release, each change with its verdicts.

use std::io::{self, Write};

use super::Changes;
use super::row::{conclusion, flat, left_out, mark, of, shown, title, touched, turned, verdict};

pub(super) fn write(changes: &Changes<'_>, out: &mut dyn Write) -> io::Result<()> {
    let lang = changes.lang;
    for diff in changes.diffs {
        let rows = shown(changes, diff);
        let left = left_out(changes, diff);
        if rows.is_empty() && left == 0 {
            continue;
        }
        writeln!(out, "{}", title(diff, lang))?;
        for one in rows {
            let turned = turned(one, lang);
            let colon = if turned.is_empty() { "" } else { ": " };
            let proposed = if one.change.is_proposed() { lang.pick(" (voorgesteld)", " (proposed)") } else { "" };
            writeln!(
                out,
                "  {} {}  {}{colon}{turned}{proposed}",
                mark(one),
                flat(&one.change.place.path()),
                of(&one.row.title, lang)
            )?;
            let (sender, receiver, process) =
                (verdict(one.row.sender, lang), verdict(one.row.receiver, lang), verdict(one.row.process, lang));
            writeln!(
                out,
                "      {} {sender}, {} {receiver}, {} {process}",
                lang.pick("zender", "sender"),
                lang.pick("ontvanger", "receiver"),
                lang.pick("proces", "process")
            )?;
            let touched = touched(one);
            if one.change.place.sort.is_shared() && !touched.is_empty() {
                writeln!(out, "      {} {}", lang.pick("in", "in"), touched.join(", "))?;
            }
        }
        if left > 0 {
            let words = lang.pick("alleen in woorden, met --words te zien", "in words only, shown with --words");
            writeln!(out, "  + {left} {words}")?;
        }
        writeln!(out, "  {}", conclusion(diff, lang))?;
        writeln!(out)?;
    }
    let all: usize = changes.diffs.iter().map(|diff| diff.changes.len()).sum();
    if all == 0 {
        writeln!(out, "{}", lang.pick("Geen verschil.", "No difference."))?;
    }
    Ok(())
}
