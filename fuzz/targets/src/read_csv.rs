//! Reading the portal's files: never a panic, findings stand in the file, repairing ends, and answers survive.

use skp_messages::csv::{self, Entry};
use skp_messages::{Format, Lang, Layout, Options};

/// Reads bytes as a file of the portal.
pub fn run(data: &[u8]) {
    let options = Options::default();
    let reading = csv::read("antwoord.csv", data, &options);
    for finding in reading.findings() {
        for lang in [Lang::Nl, Lang::En] {
            let line = finding.line(lang, false);
            assert!(!line.is_empty() && !line.contains(char::is_control), "{line:?}");
        }
    }
    for conversation in reading.conversations() {
        assert!(!conversation.rows().is_empty());
        assert!(
            reading.is_valid() <= conversation.message().is_some(),
            "a valid file has an answer in every conversation"
        );
        let Some((message, layout)) = conversation.message().zip(reading.layout()) else { continue };
        crate::round_trip::survives(message);
        let entry = Entry {
            conversation: conversation.reference(),
            reference: conversation.answers(),
            sender: "",
            question: None,
            answer: Some(message),
        };
        // A file of answers alone lacks the question, and so is no valid one; it must be read all the same.
        for file in csv::write(layout, &[entry]).files {
            let back = csv::read("antwoord.csv", file.as_bytes(), &options);
            assert_eq!(back.layout().map(|layout| layout.id), Some(layout.id));
            for message in back.conversations().iter().filter_map(csv::Conversation::message) {
                assert!(message.write(Format::Json, Layout::Compact).is_ok());
            }
        }
    }

    let repaired = csv::repair("antwoord.csv", data, &options);
    let Some(text) = repaired.text else { return };
    let again = csv::repair("antwoord.csv", text.as_bytes(), &options);
    assert!(again.changes.is_empty(), "repairing twice changes {} cells more", again.changes.len());
    assert_eq!(again.text.as_deref(), Some(text.as_str()), "a repaired file is written differently again");
    let errors = |findings: &[csv::CsvFinding]| findings.iter().filter(|finding| finding.is_error()).count();
    assert_eq!(errors(&again.left), errors(&repaired.left));
}
