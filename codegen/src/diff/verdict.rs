//! The verdict table: what a kind of change means for whom, and which step of the release number it requires.
//!
//! The rows are data, in `verdicts/`. A change whose kind has no row gets no verdict but an error; nothing here falls
//! back to "compatible".

use std::collections::BTreeMap;
use std::fmt;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::kind::Kind;
use crate::catalogue::Text;

/// What a change does to a party, from harmless to grave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// No message differs.
    Textual,
    /// Both sides go on as they were.
    Compatible,
    /// Nothing is refused, but it is read otherwise, gives a warning, or needs an agreement.
    Dangerous,
    /// A message that is right on one side is refused on the other, or a step is not there.
    Breaking,
}

impl Verdict {
    /// The word in the table and in output.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Textual => "textual",
            Self::Compatible => "compatible",
            Self::Dangerous => "dangerous",
            Self::Breaking => "breaking",
        }
    }
}

/// A step of a release number, from none to the largest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bump {
    /// Nothing to publish.
    None,
    /// The documentation goes out again under the same number.
    Patch,
    /// The number after the point.
    Minor,
    /// The number before the point.
    Major,
}

impl Bump {
    /// The word in the table and in output.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }
}

/// One row of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The kind of change.
    pub kind: Kind,
    /// The kind of the same change the other way round.
    pub mirror: Kind,
    /// What the change is.
    pub title: Text,
    /// For who still sends the old form to someone who expects the new one.
    pub sender: Verdict,
    /// For who still expects the old form and gets the new one.
    pub receiver: Verdict,
    /// For the conversation.
    pub process: Verdict,
    /// The step of the release number it requires.
    pub bump: Bump,
    /// Why.
    pub why: Text,
}

impl Row {
    /// Whether it is about words only: no verdict is more than textual.
    #[must_use]
    pub fn is_textual(&self) -> bool {
        self.sender.max(self.receiver).max(self.process) == Verdict::Textual
    }
}

/// The verdict table.
#[derive(Debug, Clone, Default)]
pub struct Verdicts {
    rows: BTreeMap<Kind, Row>,
}

/// A verdict table cannot be used, or has no row for a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerdictError(String);

impl fmt::Display for VerdictError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for VerdictError {}

impl Verdicts {
    /// The table of this project.
    ///
    /// # Errors
    /// When a row cannot be read; a test sees that it never happens.
    pub fn standard() -> Result<Self, VerdictError> {
        let mut table = Self::default();
        for text in [
            include_str!("verdicts/modules.toml"),
            include_str!("verdicts/words.toml"),
            include_str!("verdicts/messages.toml"),
            include_str!("verdicts/elements.toml"),
            include_str!("verdicts/content.toml"),
            include_str!("verdicts/codes.toml"),
            include_str!("verdicts/rules.toml"),
            include_str!("verdicts/process.toml"),
        ] {
            table.add(text)?;
        }
        Ok(table)
    }

    /// Adds the rows of a TOML text to the table.
    ///
    /// # Errors
    /// When it is not TOML, or a row misses a key, says a word that is none, or has a kind that is unknown or has a
    /// row already.
    pub fn add(&mut self, text: &str) -> Result<(), VerdictError> {
        let table = DeTable::parse(text).map_err(|error| VerdictError(error.message().to_owned()))?;
        let rows = table.get_ref().get("row").and_then(|rows| rows.get_ref().as_array());
        for row in rows.into_iter().flatten() {
            let row = read(row)?;
            let kind = row.kind;
            if self.rows.insert(kind, row).is_some() {
                return Err(VerdictError(format!("the kind of change `{}` has two rows", kind.id())));
            }
        }
        Ok(())
    }

    /// The row of a kind.
    ///
    /// # Errors
    /// When the table has none.
    pub fn row(&self, kind: Kind) -> Result<&Row, VerdictError> {
        self.rows.get(&kind).ok_or_else(|| VerdictError(format!("no verdict on the kind of change `{}`", kind.id())))
    }

    /// The rows, in the order of the kinds.
    pub fn rows(&self) -> impl Iterator<Item = &Row> {
        self.rows.values()
    }
}

fn read(row: &Spanned<DeValue<'_>>) -> Result<Row, VerdictError> {
    let table = row.get_ref().as_table().ok_or_else(|| VerdictError("a row is not a table".to_owned()))?;
    let word = |key: &str| {
        let word = table.get(key).and_then(|value| value.get_ref().as_str());
        word.ok_or_else(|| VerdictError(format!("a row of the verdict table has no text `{key}`")))
    };
    let kind = |key: &str| {
        let id = word(key)?;
        Kind::parse(id).ok_or_else(|| VerdictError(format!("there is no kind of change `{id}`")))
    };
    let verdict = |key: &str| {
        let all = [Verdict::Textual, Verdict::Compatible, Verdict::Dangerous, Verdict::Breaking];
        let word = word(key)?;
        let found = all.into_iter().find(|verdict| verdict.word() == word);
        found.ok_or_else(|| VerdictError(format!("`{word}` is not a verdict")))
    };
    let bump = || {
        let word = word("bump")?;
        let found = [Bump::None, Bump::Patch, Bump::Minor, Bump::Major].into_iter().find(|bump| bump.word() == word);
        found.ok_or_else(|| VerdictError(format!("`{word}` is not a step of a release number")))
    };
    let text = |nl: &str, en: &str| Ok(Text { nl: word(nl)?.to_owned(), en: word(en)?.to_owned() });
    Ok(Row {
        kind: kind("kind")?,
        mirror: kind("mirror")?,
        title: text("nl", "en")?,
        sender: verdict("sender")?,
        receiver: verdict("receiver")?,
        process: verdict("process")?,
        bump: bump()?,
        why: text("why_nl", "why_en")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_row() {
        let table = Verdicts::standard().unwrap();
        let kinds: Vec<Kind> = table.rows().map(|row| row.kind).collect();
        assert_eq!(kinds, Kind::ALL);
        assert!(
            table.rows().all(|row| [&row.title, &row.why].iter().all(|text| text.nl.len() > 5 && text.en.len() > 5))
        );
    }

    #[test]
    fn what_a_sender_meets_one_way_a_receiver_meets_the_other_way() {
        let table = Verdicts::standard().unwrap();
        for row in table.rows() {
            let mirror = table.row(row.mirror).unwrap();
            assert_eq!(mirror.mirror, row.kind, "{}", row.kind.id());
            assert_eq!((mirror.sender, mirror.receiver), (row.receiver, row.sender), "{}", row.kind.id());
        }
    }

    #[test]
    fn the_bump_follows_from_the_verdicts() {
        for row in Verdicts::standard().unwrap().rows() {
            let worst = row.sender.max(row.receiver).max(row.process);
            let allowed: &[Bump] = match worst {
                _ if row.sender.max(row.process) == Verdict::Breaking => &[Bump::Major],
                Verdict::Breaking | Verdict::Dangerous => &[Bump::Minor],
                Verdict::Compatible | Verdict::Textual => &[Bump::Patch, Bump::None],
            };
            assert!(allowed.contains(&row.bump), "{}", row.kind.id());
        }
    }

    #[test]
    fn a_kind_without_a_row_is_an_error() {
        let error = Verdicts::default().row(Kind::ElementMoved).unwrap_err();
        assert_eq!(error.to_string(), "no verdict on the kind of change `element-moved`");
        let unknown = "[[row]]\nkind = \"element-painted\"\nmirror = \"element-moved\"\n";
        let error = Verdicts::default().add(unknown).unwrap_err();
        assert_eq!(error.to_string(), "there is no kind of change `element-painted`");
        let twice = include_str!("verdicts/codes.toml");
        let mut table = Verdicts::default();
        table.add(twice).unwrap();
        assert!(table.add(twice).is_err());
    }
}
