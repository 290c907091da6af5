use super::*;
use crate::{Format, Layout as Form, Options, Received};

const CONVERSATION: &str = "3f0c1b9e-5a7d-4e21-9c44-0d8a6b1f2e33";

fn sample(name: &str) -> Received {
    let path = format!("{}/../examples/messages/schuldregeling/2.0/{name}", env!("CARGO_MANIFEST_DIR"));
    crate::read(&std::fs::read(path).unwrap()).unwrap()
}

fn layout(id: &str) -> &'static Layout {
    layouts().iter().find(|layout| layout.id == id).unwrap()
}

fn file(id: &str, question: &str, answer: &str) -> (String, Written) {
    let (question, answer) = (sample(question), sample(answer));
    let entry = Entry {
        conversation: CONVERSATION,
        reference: "SHV-2026-1",
        sender: "Gemeente Voorbeeldstad",
        question: Some(&question),
        answer: Some(&answer),
    };
    let written = write(layout(id), &[entry]);
    (written.files[0].clone(), written)
}

fn lines(reading: &Reading) -> Vec<String> {
    reading.findings().iter().map(ToString::to_string).collect()
}

fn round_trip(id: &str, question: &str, answer: &str) -> Vec<String> {
    let (text, written) = file(id, question, answer);
    let reading = read("a.csv", text.as_bytes(), &Options::default());
    assert!(reading.is_valid(), "{id} {answer}\n{}\n{text}", lines(&reading).join("\n"));
    assert_eq!(reading.layout().unwrap().id, id);
    let read = reading.conversations()[0].message().unwrap();
    let wanted = sample(answer);
    let losses: Vec<String> = written.losses.iter().map(|(_, path)| path.clone()).collect();
    let answer_loses = losses.iter().any(|path| {
        path.ends_with("Vestigingsnummer")
            || path.contains(".Contactpersoon")
            || path.ends_with("Beslag")
            || path == "Toelichting"
    });
    if !answer_loses {
        assert_eq!(read.write(Format::Xml, Form::Compact).unwrap(), wanted.bare().unwrap(), "{answer}");
    }
    losses
}

#[test]
fn answers_to_every_saldoverzoek_come_back_equal() {
    let samples = [
        "saldoverzoek-antwoord-minimaal.xml",
        "saldoverzoek-antwoord-onbekende-schuld.json",
        "saldoverzoek-antwoord-alles-overgedragen.xml",
        "saldoverzoek-antwoord-gezin-met-partner.json",
        "saldoverzoek-antwoord-twaalf-vorderingen.xml",
        "saldoverzoek-antwoord-vooraf-akkoord-minimaal.xml",
        "saldoverzoek-antwoord-vooraf-akkoord-volledig.json",
        "geen-medewerking-minimaal.json",
        "geen-medewerking-klant-onbekend.xml",
        "geen-medewerking-stabilisatie.xml",
    ];
    let questions = [
        ("saldoverzoek-antwoord", "saldoverzoek-gezin-met-partner.json"),
        ("saldoverzoek-antwoord-nuts", "saldoverzoek-nuts-twee-meters.xml"),
        ("saldoverzoek-antwoord-publiek", "saldoverzoek-publiek-gezin-volledig.xml"),
        ("saldoverzoek-antwoord-zorg", "saldoverzoek-zorg-minimaal.xml"),
    ];
    for (id, question) in questions {
        for answer in samples {
            round_trip(id, question, answer);
        }
    }
}

#[test]
fn answers_to_a_kennisgeving_come_back_equal() {
    for answer in ["kennisgeving-antwoord-minimaal.xml", "kennisgeving-antwoord-met-vorderingen.json"] {
        round_trip("kennisgeving-antwoord", "kennisgeving-gezin-volledig.xml", answer);
    }
}

#[test]
fn answers_to_a_betaalvoorstel_come_back_equal() {
    for answer in ["betaalvoorstel-antwoord-minimaal-akkoord.xml", "betaalvoorstel-antwoord-overige-reden.json"] {
        round_trip("betaalvoorstel-antwoord", "betaalvoorstel-gezin-met-partner.xml", answer);
    }
}

/// The answer file of a family, with one cell changed.
fn changed(cells: &[(usize, &str, &str)]) -> String {
    let (text, _) = file(
        "saldoverzoek-antwoord",
        "saldoverzoek-gezin-met-partner.json",
        "saldoverzoek-antwoord-twaalf-vorderingen.xml",
    );
    let mut rows = reader::rows(text.trim_start_matches('\u{feff}'), ';').unwrap();
    let layout = layout("saldoverzoek-antwoord");
    for (row, name, cell) in cells {
        let at = layout.columns.iter().position(|column| column.name.starts_with(name)).unwrap();
        rows[*row - 1].cells[at] = (*cell).to_owned();
    }
    let mut out = String::new();
    for row in &rows {
        // Not through the writer, which would make formulas harmless.
        let cells: Vec<String> = row.cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
        out.push_str(&cells.join(";"));
        out.push_str("\r\n");
    }
    out
}

fn found(cells: &[(usize, &str, &str)]) -> Vec<String> {
    let reading = read("a.csv", changed(cells).as_bytes(), &Options::default());
    let line = |finding: &CsvFinding| {
        let place = finding.place().unwrap();
        format!("{} {}{} {:?}", finding.finding().id(), place.letters(), place.row, finding.damage())
    };
    reading.findings().iter().map(line).collect()
}

#[test]
fn dump_one() {
    eprintln!("{}", changed(&[]));
}
