//! Differences as one page of HTML that needs no other file.

use std::io::{self, Write};

use super::Changes;
use super::row::{conclusion, flat, left_out, mark, of, shown, title, touched, turned, verdict};

const STYLE: &str = "body{font:16px/1.5 system-ui,sans-serif;max-width:75rem;margin:2rem auto;padding:0 1rem}\
table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #ccc;padding:.3rem .5rem;text-align:left;\
vertical-align:top}.breaking{color:#a00;font-weight:600}.dangerous{color:#850}.small{color:#555;font-size:.9em}";

pub(super) fn write(changes: &Changes<'_>, out: &mut dyn Write) -> io::Result<()> {
    let lang = changes.lang;
    let heading = lang.pick("Verschillen in de standaard", "Differences in the standard");
    writeln!(
        out,
        "<!doctype html>\n<html lang=\"{}\">\n<head><meta charset=\"utf-8\"><title>{heading}</title><style>{STYLE}</style></head>\n<body>\n<h1>{heading}</h1>",
        lang.pick("nl", "en")
    )?;
    for diff in changes.diffs {
        writeln!(out, "<h2>{}</h2>\n<p>{}.</p>", escaped(&title(diff, lang)), conclusion(diff, lang))?;
        let rows = shown(changes, diff);
        if !rows.is_empty() {
            let headings = [
                "",
                lang.pick("waar", "where"),
                lang.pick("wijziging", "change"),
                lang.pick("zender", "sender"),
                lang.pick("ontvanger", "receiver"),
                lang.pick("proces", "process"),
            ];
            let cells: String = headings.iter().map(|heading| format!("<th>{heading}</th>")).collect();
            writeln!(out, "<table>\n<tr>{cells}</tr>")?;
            for one in rows {
                let verdict = |of| {
                    let word = verdict(of, lang);
                    format!("<td class=\"{}\">{word}</td>", of.word())
                };
                let touched = touched(one);
                let (turned, list) = (escaped(&turned(one, lang)), escaped(&touched.join(", ")));
                let list = if one.change.place.sort.is_shared() { list } else { String::new() };
                writeln!(
                    out,
                    "<tr><td>{}</td><td><code>{}</code><div class=\"small\">{list}</div></td><td title=\"{}\">{}<div>{turned}</div><div class=\"small\">{}</div></td>{}{}{}</tr>",
                    mark(one),
                    escaped(&one.change.place.path()),
                    escaped(of(&one.row.why, lang)),
                    escaped(of(&one.row.title, lang)),
                    escaped(&one.change.source),
                    verdict(one.row.sender),
                    verdict(one.row.receiver),
                    verdict(one.row.process),
                )?;
            }
            writeln!(out, "</table>")?;
        }
        let left = left_out(changes, diff);
        if left > 0 {
            writeln!(out, "<p>+ {left} {}</p>", lang.pick("alleen in woorden", "in words only"))?;
        }
    }
    writeln!(out, "</body>\n</html>")
}

fn escaped(text: &str) -> String {
    flat(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
