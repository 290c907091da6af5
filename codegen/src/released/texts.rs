//! The text of a release that was kept, as lines with their places. It is read line by line, so any text can be read.

use std::ops::Range;

use crate::emit::released::HEADING;

/// A line of a text that was kept.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Kept<'t> {
    /// The section it stands in; empty before the first.
    pub section: &'t str,
    /// The line; empty for the heading itself.
    pub text: &'t str,
    /// Its bytes.
    pub range: Range<usize>,
}

/// The lines of a text, without comments and empty lines; each section begins with an empty one.
pub(super) fn lines(text: &str) -> Vec<Kept<'_>> {
    let (mut lines, mut section, mut at) = (Vec::new(), "", 0);
    for raw in text.split_inclusive('\n') {
        let line = raw.trim_end();
        let range = at..at + line.len();
        at += raw.len();
        if let Some(name) = line.strip_prefix(HEADING) {
            section = name;
            lines.push(Kept { section, text: "", range });
        } else if !line.is_empty() && !line.starts_with('#') {
            lines.push(Kept { section, text: line, range });
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_know_their_section_and_place() {
        let found = lines("# a\n\n== one\r\nb c\n== two\n");
        let shown: Vec<_> = found.iter().map(|line| (line.section, line.text, line.range.clone())).collect();
        assert_eq!(shown, [("one", "", 5..11), ("one", "b c", 13..16), ("two", "", 17..23)]);
        assert!(lines("").is_empty());
    }
}
