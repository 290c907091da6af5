//! `skp definitions fmt`: lays the definition files out, or says which are not.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use skp_codegen::diagnostic;
use skp_codegen::layout::layout;
use skp_messages::Lang;
use skp_validate::Verdict;
use skp_validate::terminal::{count, harmless};

use super::{Failure, load, path_of};

/// Lay out the definition files: one line per row, columns that line up, keys in their order.
///
/// Comments stay where they are, and what a file means never changes. A file that is no TOML is not touched.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Folder with the definition files; default: ./definitions.
    dir: Option<PathBuf>,
    /// Write nothing; fail when a file is laid out otherwise, with its first line that differs.
    #[arg(long)]
    check: bool,
}

/// Lays out or checks every file.
pub fn run(arguments: &Arguments, lang: Lang, out: &mut dyn Write) -> Result<Verdict, Failure> {
    let (dir, sources) = load(arguments.dir.as_deref(), lang)?;
    let (mut changed, mut wrong) = (0_u64, 0_u64);
    for (number, file) in sources.files.iter().enumerate() {
        let text = match layout(number, &file.text) {
            Ok(text) => text,
            Err(diagnostic) => {
                wrong += 1;
                write!(out, "{}", diagnostic::render(&[*diagnostic], &sources))?;
                continue;
            }
        };
        if text == file.text {
            continue;
        }
        changed += 1;
        let path = path_of(&dir, &file.path);
        if arguments.check {
            let line = first_difference(&file.text, &text);
            let wanted = text.lines().nth(line).unwrap_or_default();
            let should = lang.pick("hoort te zijn", "should be");
            writeln!(out, "{}:{}: {should}: {wanted}", harmless(&path.display().to_string()), line + 1)?;
        } else {
            super::write::over(&path, &text)?;
            writeln!(out, "{}", harmless(&path.display().to_string()))?;
        }
    }
    let total = count(
        sources.files.len() as u64,
        lang,
        ["definitiebestand", "definitiebestanden"],
        ["definition file", "definition files"],
    );
    let wrong_text = count(wrong, lang, ["fout", "fouten"], ["error", "errors"]);
    let done = match (arguments.check, lang) {
        (true, Lang::Nl) => format!("{changed} niet goed opgemaakt"),
        (true, Lang::En) => format!("{changed} not laid out"),
        (false, Lang::Nl) => format!("{changed} opgemaakt"),
        (false, Lang::En) => format!("{changed} laid out"),
    };
    writeln!(out, "{total}: {done}; {wrong_text}.")?;
    Ok(if wrong > 0 || (arguments.check && changed > 0) { Verdict::Findings } else { Verdict::Passed })
}

/// The number, from 0, of the first line that differs.
fn first_difference(one: &str, other: &str) -> usize {
    let same = one.lines().zip(other.lines()).take_while(|(one, other)| one == other);
    same.count()
}
