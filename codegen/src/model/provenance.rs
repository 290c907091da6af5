//! Where a row comes from.

use std::fmt;

use super::Text;

/// The label of a row, the strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Label {
    /// It stands in public documentation of the standard.
    Published,
    /// It follows strongly from a published page.
    Derived,
    /// There is no public source; a modelling choice of this project.
    Proposed,
}

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Published => "published",
            Self::Derived => "derived",
            Self::Proposed => "proposed",
        })
    }
}

/// A provenance cell: `published: key, key (remark); remark` or `proposed (cf. key)`.
#[derive(Debug, Clone)]
pub struct Provenance {
    /// The cell as written.
    pub text: Text,
    /// Its label.
    pub label: Label,
    /// The keys of sources it names after the label.
    pub keys: Vec<String>,
}

impl Provenance {
    /// Reads a cell. `None` when it does not begin with one of the three labels, or when a label that
    /// needs a source names none.
    #[must_use]
    pub fn parse(text: Text) -> Option<Self> {
        let cell = text.as_str();
        let (label, rest) = [Label::Published, Label::Derived, Label::Proposed]
            .into_iter()
            .find_map(|label| Some((label, cell.strip_prefix(&label.to_string())?)))?;
        let keys: Vec<String> = match rest.strip_prefix(':') {
            Some(list) => {
                let list = list.split([';', '(']).next().unwrap_or_default();
                list.split(',').map(|key| key.trim().to_owned()).filter(|key| !key.is_empty()).collect()
            }
            None if rest.is_empty() || rest.starts_with([' ', ';']) => Vec::new(),
            None => return None,
        };
        (label == Label::Proposed || !keys.is_empty()).then_some(Self { label, keys, text })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(cell: &str) -> Option<(Label, Vec<String>)> {
        let text = Text { value: cell.to_owned(), ..Text::default() };
        Provenance::parse(text).map(|found| (found.label, found.keys))
    }

    #[test]
    fn a_cell_has_a_label_keys_and_remarks() {
        let keys = |list: &[&str]| list.iter().map(|&key| key.to_owned()).collect::<Vec<_>>();
        assert_eq!(parse("published: a, b (weak); type proposed"), Some((Label::Published, keys(&["a", "b"]))));
        assert_eq!(parse("proposed (cf. c)"), Some((Label::Proposed, vec![])));
        assert_eq!(parse("proposed"), Some((Label::Proposed, vec![])));
        for wrong in ["", "known", "published", "derived:", "publishedly: a"] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }
}
