//! The layout of definition files: one short line per row, columns that line up, keys in the order of [`crate::forms`].
//!
//! Comments and single empty lines stay where they are, texts keep their quotes, and what a file means never changes:
//! it is compared before anything is given back. Layout is not checked here for what it says.

mod columns;
pub mod edit;
mod meaning;
mod scan;

use crate::diagnostic::Diagnostic;
use crate::forms::{self, File, Holds, Key, Row};
use crate::read::not_toml;
use scan::{Entry, Piece, Value};
use toml::de::DeTable;

/// The text of a definition file, laid out; the same text when it is laid out already. `number` is the file's in the
/// list of sources, for the place of a mistake.
///
/// # Errors
/// When the text is no TOML.
pub fn layout(number: usize, text: &str) -> Result<String, Box<Diagnostic>> {
    let table = DeTable::parse(text).map_err(|error| Box::new(not_toml(number, text, &error)))?;
    let file = forms::kind_of(|kind| table.get_ref().contains_key(kind));
    let laid_out = scan::pieces(text).map(|pieces| write(&pieces, file)).unwrap_or_default();
    // A way of writing that is not known here stays as it is.
    let same =
        DeTable::parse(&laid_out).is_ok_and(|after| meaning::of(table.get_ref()) == meaning::of(after.get_ref()));
    Ok(if same { laid_out } else { text.to_owned() })
}

/// The keys of a form.
type Keys = Option<&'static [Key]>;

fn write(pieces: &[Piece<'_>], file: Option<&'static File>) -> String {
    let mut out = String::new();
    let mut keys: Keys = file.map(|file| file.keys);
    let mut paragraph: Vec<&Piece<'_>> = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Empty => flush(&mut paragraph, keys, &mut out),
            Piece::Heading(heading, comment) => {
                // A comment right above a heading belongs to it.
                let own: Vec<&Piece<'_>> = match paragraph.iter().rposition(|one| !matches!(one, Piece::Comment(_))) {
                    Some(last) => paragraph.split_off(last + 1),
                    None => std::mem::take(&mut paragraph),
                };
                flush(&mut paragraph, keys, &mut out);
                apart(&mut out);
                for comment in own {
                    if let Piece::Comment(comment) = comment {
                        out.push_str(&format!("{comment}\n"));
                    }
                }
                let comment = comment.map(|comment| format!(" {comment}")).unwrap_or_default();
                out.push_str(&format!("{heading}{comment}\n"));
                keys = below(file, heading);
            }
            piece => paragraph.push(piece),
        }
    }
    flush(&mut paragraph, keys, &mut out);
    out
}

/// The keys below a heading; of texts there are none.
fn below(file: Option<&'static File>, heading: &str) -> Keys {
    let name = heading.trim_matches(['[', ']', ' ']);
    match file?.keys.iter().find(|key| key.name == name)?.holds {
        Holds::Rows(row) => Some(row.keys),
        _ => None,
    }
}

/// An empty line, except at the beginning and directly below a heading.
fn apart(out: &mut String) {
    let last = out.lines().last().unwrap_or_default();
    let heading = last.starts_with('[');
    if !out.is_empty() && !last.is_empty() && !heading {
        out.push('\n');
    }
}

/// Writes what stands between two empty lines. A list over several lines stands by itself.
fn flush(paragraph: &mut Vec<&Piece<'_>>, keys: Keys, out: &mut String) {
    let mut blocks: Vec<(Vec<&str>, &Entry<'_>)> = Vec::new();
    let mut comments: Vec<&str> = Vec::new();
    for piece in paragraph.drain(..) {
        match piece {
            Piece::Comment(comment) => comments.push(comment),
            Piece::Entry(entry) => blocks.push((std::mem::take(&mut comments), entry)),
            _ => {}
        }
    }
    if blocks.is_empty() && comments.is_empty() {
        return;
    }
    top(&mut blocks, out);
    if let Some(keys) = keys {
        let place = |entry: &Entry<'_>| keys.iter().position(|key| key.name == entry.key).unwrap_or(usize::MAX);
        blocks.sort_by_key(|(_, entry)| place(entry));
        // What comes to stand there would be read so the next time.
        top(&mut blocks, out);
    }
    let alone = |entry: &Entry<'_>| matches!(&entry.value, Value::List(list) if !columns::stays(list));
    for run in blocks.chunk_by(|(_, one), (_, next)| !alone(one) && !alone(next)) {
        apart(out);
        let width = run.iter().map(|(_, entry)| entry.key.chars().count()).max().unwrap_or(0);
        for (comments, entry) in run {
            for comment in comments {
                out.push_str(&format!("{comment}\n"));
            }
            let behind = entry.comment.map(|comment| format!(" {comment}")).unwrap_or_default();
            let form = form(keys, entry.key);
            match &entry.value {
                Value::List(list) if alone(entry) => {
                    let lines: String = columns::lines(list, form).iter().map(|line| format!("{line}\n")).collect();
                    out.push_str(&format!("{} = [\n{lines}]{behind}\n", entry.key));
                }
                value => {
                    let pad = " ".repeat(width.saturating_sub(entry.key.chars().count()));
                    out.push_str(&format!("{}{pad} = {}{behind}\n", entry.key, ordered(value, form)));
                }
            }
        }
    }
    if blocks.is_empty() {
        apart(out);
    }
    for comment in comments {
        out.push_str(&format!("{comment}\n"));
    }
}

/// Writes the comment at the top of a file: it is about the file, not about the entry below it.
fn top(blocks: &mut [(Vec<&str>, &Entry<'_>)], out: &mut String) {
    if let (true, Some((comments, _))) = (out.is_empty(), blocks.first_mut()) {
        for comment in comments.drain(..) {
            out.push_str(&format!("{comment}\n"));
        }
    }
}

/// The form of the rows of a key.
fn form(keys: Keys, name: &str) -> Option<&'static Row> {
    match keys?.iter().find(|key| key.name == name)?.holds {
        Holds::Rows(row) => Some(row),
        _ => None,
    }
}

/// A value on one line, the keys of its rows in order.
fn ordered(value: &Value<'_>, form: Option<&Row>) -> String {
    let (Value::List(list), Some(form)) = (value, form) else { return columns::inline(value) };
    let rows = columns::lines(list, Some(form));
    let rows: Vec<&str> = rows.iter().map(|row| row.trim().trim_end_matches(',')).collect();
    if rows.is_empty() { "[]".to_owned() } else { format!("[ {} ]", rows.join(", ")) }
}
