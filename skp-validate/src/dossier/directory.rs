//! The participant directory, as far as rules need it: a CSV file that a user makes.
//!
//! The first line names the columns, `deelnemer;sector;overnamedatum`; they may stand in any order, with `;` or `,`
//! between them. `deelnemer` is the UUID that headers have; `sector` a code of SectorSchuldeiser; `overnamedatum` the
//! takeover date of a kredietbank. A field may be empty. There are no quotes: no field can hold a separator.

use skp_messages::conversation::Directory;
use skp_messages::{Lang, SimpleValue};
use uuid::Uuid;

const SECTORS: &[&str] = &["ALGEMEEN", "NUTS", "PUBLIEK", "ZORG"];

/// A line that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// The line, counted from 1.
    pub line: usize,
    what: What,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    Columns,
    Participant,
    Sector,
    Date,
}

impl Wrong {
    /// What is wrong with it.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let what = match self.what {
            What::Columns => lang.pick(
                "de eerste regel moet de kolommen noemen, met deelnemer en sector of overnamedatum",
                "the first line must name the columns, with deelnemer and sector or overnamedatum",
            ),
            What::Participant => lang.pick("deelnemer is geen UUID", "deelnemer is no UUID"),
            What::Sector => lang.pick(
                "sector is niet ALGEMEEN, NUTS, PUBLIEK of ZORG",
                "sector is not ALGEMEEN, NUTS, PUBLIEK or ZORG",
            ),
            What::Date => lang.pick("overnamedatum is geen datum", "overnamedatum is no date"),
        };
        format!("{} {}: {what}", lang.pick("regel", "line"), self.line)
    }
}

/// Reads a directory.
///
/// # Errors
/// The first line that cannot be used.
///
/// ```
/// use skp_validate::dossier::directory;
/// let text = "deelnemer;sector\n8d3a1c52-4f6e-4b7a-9a41-2f7c5d9e0b13;NUTS\n";
/// assert!(directory::read(text).is_ok());
/// assert_eq!(directory::read("deelnemer;sector\nx;NUTS\n").unwrap_err().line, 2);
/// ```
pub fn read(text: &str) -> Result<Directory, Wrong> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut lines = text.lines().zip(1..).filter(|(line, _)| !line.trim().is_empty());
    let (head, first) = lines.next().unwrap_or_default();
    let separator = if head.contains(';') { ';' } else { ',' };
    let fields = |line: &'_ str| line.split(separator).map(|field| field.trim().to_owned()).collect::<Vec<_>>();
    let head = fields(head);
    let column = |name: &str| head.iter().position(|column| column.eq_ignore_ascii_case(name));
    let (id, sector, takeover) = (column("deelnemer"), column("sector"), column("overnamedatum"));
    let Some(id) = id.filter(|_| sector.is_some() || takeover.is_some()) else {
        return Err(Wrong { line: first.max(1), what: What::Columns });
    };
    let mut directory = Directory::new();
    for (line, number) in lines {
        let fields = fields(line);
        let wrong = |what| Wrong { line: number, what };
        let field = |at: Option<usize>| at.and_then(|at| fields.get(at)).filter(|field| !field.is_empty());
        let participant = field(Some(id)).and_then(|id| id.parse::<Uuid>().ok()).ok_or(wrong(What::Participant))?;
        if let Some(mark) = field(sector) {
            if !SECTORS.contains(&mark.as_str()) {
                return Err(wrong(What::Sector));
            }
            directory.set_sector(participant, mark);
        }
        if let Some(date) = field(takeover) {
            directory.set_takeover(participant, SimpleValue::parse(date).ok_or(wrong(What::Date))?);
        }
    }
    Ok(directory)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_used_is_told_with_its_line() {
        let id = "8d3a1c52-4f6e-4b7a-9a41-2f7c5d9e0b13";
        let line = |text: &str| read(text).map_err(|wrong| (wrong.line, wrong.what)).err();
        assert_eq!(line(""), Some((1, What::Columns)));
        assert_eq!(line("deelnemer\n"), Some((1, What::Columns)));
        assert_eq!(line(&format!("sector,deelnemer\n\nZORG,{id}\nGEEN,{id}")), Some((4, What::Sector)));
        assert_eq!(line(&format!("deelnemer;overnamedatum\n{id};2026-02-30")), Some((2, What::Date)));
        assert_eq!(line(&format!("deelnemer;sector;overnamedatum\r\n{id};;2026-02-03\r\n")), None);
    }
}
