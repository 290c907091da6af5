//! Files of the portal's CSV: an upload of several files, and how its findings are shown as text and JSON.
//!
//! What is wrong with a file is decided in `skp_messages::csv`; here is only what holds for an upload as a whole.

use std::io::{self, Write};

use serde_json::{Value, json};
use skp_messages::csv::{CsvFinding, Encoding, Questions, Reading, read, read_answers};
use skp_messages::shape::Rule;
use skp_messages::{Lang, Options};

use crate::terminal::harmless;
use crate::{Checked, Outcome, Standing, Verdict};

/// The files of one upload. The portal processes all of them or none.
#[derive(Debug, Default)]
pub struct Upload {
    files: Vec<(String, Reading)>,
}

impl Upload {
    /// Reads a file and adds it; `name` is shown and has the extension.
    pub fn add(&mut self, name: &str, bytes: &[u8], options: &Options) {
        self.files.push((name.to_owned(), read(name, bytes, options)));
    }

    /// Reads a file of answers to these questions and adds it.
    pub fn add_answers(&mut self, name: &str, bytes: &[u8], questions: &Questions, options: &Options) {
        self.files.push((name.to_owned(), read_answers(name, bytes, questions, options)));
    }

    /// What became of each file, for the reports that messages have. Row and column stand as line and column.
    pub fn checked(&self) -> impl Iterator<Item = Checked> + '_ {
        let refused = !self.is_accepted();
        self.files.iter().map(move |(name, reading)| {
            let report = reading.report(refused);
            let standings = report.findings().iter().map(|finding| Standing::of_rule(finding.rule())).collect();
            // A sheet has no lines to show an excerpt of.
            let outcome = Outcome::Report { report, bytes: Vec::new(), blank: false, standings, line: None };
            Checked { name: name.clone(), outcome }
        })
    }

    /// The files in the order in which they were added.
    #[must_use]
    pub fn files(&self) -> &[(String, Reading)] {
        &self.files
    }

    /// Whether the portal would process the upload: every file is valid.
    #[must_use]
    pub fn is_accepted(&self) -> bool {
        !self.files.is_empty() && self.files.iter().all(|(_, reading)| reading.is_valid())
    }

    /// What a command ends with.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        let errors = self.files.iter().any(|(_, reading)| reading.findings().iter().any(CsvFinding::is_error));
        if errors {
            Verdict::Findings
        } else if self.is_accepted() {
            Verdict::Passed
        } else {
            Verdict::NotChecked
        }
    }

    /// Writes every finding of every file, and what comes of the upload.
    ///
    /// # Errors
    /// When `out` cannot be written.
    pub fn text(&self, out: &mut dyn Write, lang: Lang, values: bool) -> io::Result<()> {
        for (name, reading) in &self.files {
            let layout = reading.layout().map_or(lang.pick("onbekende layout", "unknown layout"), |layout| layout.name);
            let form = reading.dialect().map(|dialect| form(dialect.encoding, dialect.separator)).unwrap_or_default();
            let rows = lang.pick("rijen", "rows");
            let conversations = lang.pick("conversaties", "conversations");
            let counts = (reading.rows(), reading.conversations().len());
            writeln!(out, "{}: {layout}; {form}; {} {rows}, {} {conversations}", harmless(name), counts.0, counts.1)?;
            for finding in reading.findings() {
                writeln!(out, "  {}", finding.line(lang, values))?;
            }
            if reading.left_out() > 0 {
                writeln!(out, "  … {} {}", reading.left_out(), lang.pick("meer bevindingen", "more findings"))?;
            }
            if reading.is_valid() && !self.is_accepted() {
                writeln!(out, "  {}", self.refused(lang))?;
            }
        }
        let says = if self.is_accepted() {
            lang.pick("Het portaal kan de upload verwerken.", "The portal can process the upload.")
        } else {
            lang.pick("Het portaal verwerkt geen van de bestanden.", "The portal processes none of the files.")
        };
        writeln!(out, "{says}")
    }

    /// CSV-003, for a file that is right itself.
    fn refused(&self, lang: Lang) -> String {
        let rule = skp_messages::csv::rules().into_iter().find(|rule| rule.id == "CSV-003");
        rule.map(|rule| format!("{} {}: {}", rule.severity.text(lang), rule.id, lang.pick(rule.nl, rule.en)))
            .unwrap_or_default()
    }

    /// The upload as one JSON value.
    #[must_use]
    pub fn json(&self, lang: Lang, values: bool) -> Value {
        let files = self.files.iter().map(|(name, reading)| {
            json!({
                "file": name,
                "layout": reading.layout().map(|layout| layout.id),
                "encoding": reading.dialect().map(|dialect| encoding(dialect.encoding)),
                "separator": reading.dialect().map(|dialect| dialect.separator.to_string()),
                "rows": reading.rows(),
                "conversations": reading.conversations().len(),
                "valid": reading.is_valid(),
                "findings": reading.findings().iter().map(|one| finding(one, lang, values)).collect::<Vec<_>>(),
                "leftOut": reading.left_out(),
            })
        });
        json!({ "accepted": self.is_accepted(), "files": files.collect::<Vec<_>>() })
    }
}

/// Every rule that settings may name: those on messages and those on files, in order of id.
#[must_use]
pub fn rules() -> Vec<&'static Rule> {
    let mut rules = skp_messages::catalogue::rules();
    rules.extend(skp_messages::csv::rules());
    rules.sort_by_key(|rule| rule.id);
    rules
}

/// A finding as a JSON value, with row, letters and name of the column.
#[must_use]
pub fn finding(one: &CsvFinding, lang: Lang, values: bool) -> Value {
    let found = one.finding().value().map(|found| if values { found.shown() } else { found.masked(lang) });
    json!({
        "rule": one.finding().id(),
        "severity": one.finding().severity().en(),
        "row": one.place().map(|place| place.row),
        "column": one.place().and_then(|place| place.column.map(|_| place.letters())),
        "name": one.place().filter(|place| place.column.is_some()).map(|place| place.name),
        "path": one.finding().path().to_string(),
        "text": one.finding().text(lang),
        "damage": one.damage().map(|damage| damage.text(lang)),
        "repairable": one.is_repairable(),
        "found": found,
    })
}

fn encoding(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Utf8 => "UTF-8",
        Encoding::Utf8Bom => "UTF-8 BOM",
        Encoding::Windows1252 => "Windows-1252",
    }
}

fn form(of: Encoding, separator: char) -> String {
    let separator = if separator == '\t' { "tab".to_owned() } else { format!("'{separator}'") };
    format!("{}, {separator}", encoding(of))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail")]
mod tests {
    use super::*;

    fn upload(names: &[&str]) -> Upload {
        let mut upload = Upload::default();
        for name in names {
            let path = format!("{}/../examples/csv/{name}", env!("CARGO_MANIFEST_DIR"));
            upload.add(name, &std::fs::read(path).unwrap(), &Options::default());
        }
        upload
    }

    fn text(upload: &Upload) -> String {
        let mut out = Vec::new();
        upload.text(&mut out, Lang::Nl, false).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_valid_file_is_accepted() {
        let upload = upload(&["betaalvoorstel-antwoord.csv"]);
        assert!(upload.is_accepted(), "{}", text(&upload));
        assert_eq!(upload.verdict(), Verdict::Passed);
    }

    #[test]
    fn one_wrong_file_refuses_the_upload_and_the_right_file_says_why() {
        let upload = upload(&["betaalvoorstel-antwoord.csv", "betaalvoorstel-antwoord-beschadigd.csv"]);
        assert!(!upload.is_accepted());
        assert_eq!(upload.verdict(), Verdict::Findings);
        let text = text(&upload);
        assert!(text.contains("fout CSV-003"), "{text}");
        assert!(text.contains("fout CSV-006 rij 2, kolom Q \"Datum antwoord (dd-mm-jjjj)\""), "{text}");
        assert!(text.contains("fout CSV-016 rij 2, kolom L \"Vordering.Actueel vorderingsbedrag\""), "{text}");
    }

    #[test]
    fn json_says_row_letters_and_name() {
        let json = upload(&["betaalvoorstel-antwoord-beschadigd.csv"]).json(Lang::En, false);
        let finding = json.pointer("/files/0/findings/0").unwrap();
        assert_eq!((finding["row"].as_u64(), finding["column"].as_str()), (Some(2), Some("L")));
        assert_eq!(finding["name"], "Vordering.Actueel vorderingsbedrag");
        assert_eq!(finding["damage"], "decimal point");
    }

    #[test]
    fn nothing_added_is_not_a_pass() {
        assert_eq!(Upload::default().verdict(), Verdict::NotChecked);
    }
}
