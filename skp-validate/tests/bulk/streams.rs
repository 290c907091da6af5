//! Streams of lines from any reader.

use std::io::{self, Read};
use std::sync::atomic::{AtomicU64, Ordering};

use super::*;

fn mixed(lines: usize) -> String {
    let line = |number: usize| match number % 7 {
        0 => wrong() + "\n",
        3 => "\r\n".to_owned(),
        5 => "not a message\n".to_owned(),
        _ => format!("{GOOD}\r\n"),
    };
    (0..lines).map(line).collect()
}

#[test]
fn threads_and_blocks_do_not_change_what_is_told() {
    let text = mixed(400);
    let one = lines(&text, How { jobs: 1, ..How::default() });
    assert_eq!((one.clean, one.found.len()), (57 * 4, 57 * 2 + 1));
    for (jobs, block) in [(1, 1), (2, 100), (7, 333), (3, 1 << 20)] {
        assert_eq!(lines(&text, How { jobs, block, ..How::default() }), one, "{jobs} {block}");
    }
}

#[test]
fn a_finding_has_its_line() {
    let text = format!("{GOOD}\n\n\r\n{}\r\n{GOOD}\n{}", wrong(), wrong());
    let told = lines(&text, How::default());
    assert_eq!(told.found, ["x:4 VAL-006", "x:6 VAL-006"]);
    assert_eq!((told.clean, told.streams), (2, vec!["x 2/4".to_owned()]));
}

#[test]
fn the_place_of_a_finding_is_on_that_line() {
    let text = format!("{GOOD}\n{}\n", wrong());
    let options = Options::default();
    let check = |bytes: &[u8]| validate(bytes, &options);
    let mut places = Vec::new();
    Bulk::new(&check)
        .run([Source::lines("x", text.as_bytes())], |told| {
            if let Told::Checked(checked) = told {
                places.extend(checked.findings().map(|(finding, _)| finding.place().unwrap()));
            }
            Ok(())
        })
        .unwrap();
    assert_eq!(places.iter().map(|place| (place.line, place.column)).collect::<Vec<_>>(), [(2, 70)]);
}

#[test]
fn a_last_line_without_end_and_a_byte_order_mark_are_no_matter() {
    let told = lines(format!("\u{feff}{GOOD}\n{GOOD}"), How::default());
    assert_eq!((told.clean, told.found.len()), (2, 0));
}

#[test]
fn xml_on_a_line_is_a_message_too() {
    let xml = r#"<GeenMedewerking xmlns="urn:x-skp:schuldregeling:2.0"><KlantnummerSHV>1</KlantnummerSHV><Reden>KLANT_ONBEKEND</Reden></GeenMedewerking>"#;
    assert_eq!(lines(format!("{xml}\n{GOOD}\n"), How::default()).clean, 2);
}

#[test]
fn a_stream_with_nothing_in_it_is_no_pass() {
    for text in ["", "\n\n", " \r\n", "\u{feff}\n"] {
        let told = lines(text, How::default());
        assert_eq!((told.found, told.clean), (vec!["x FRM-001".to_owned()], 0), "{text:?}");
    }
}

#[test]
fn an_error_of_the_receiver_ends_the_run() {
    let (text, options) = (mixed(1000), Options::default());
    let check = |bytes: &[u8]| validate(bytes, &options);
    let bulk = Bulk { block: 500, ..Bulk::new(&check) };
    let result = bulk.run([Source::lines("x", text.as_bytes())], |_| Err(io::ErrorKind::BrokenPipe.into()));
    assert_eq!(result.unwrap_err().kind(), io::ErrorKind::BrokenPipe);
}

#[test]
fn a_failure_of_ours_is_one_line_and_not_the_run() {
    let text = format!("{GOOD}\nboom\n{GOOD}\n");
    let options = Options::default();
    let check = |bytes: &[u8]| {
        assert_ne!(bytes, b"boom");
        validate(bytes, &options)
    };
    let (mut names, mut clean) = (Vec::new(), 0);
    Bulk::new(&check)
        .run([Source::lines("x", text.as_bytes())], |told| {
            match told {
                Told::Checked(checked) => names.push(checked.name),
                Told::Clean(tally) => clean += tally.messages,
                Told::Stream(_) => {}
            }
            Ok(())
        })
        .unwrap();
    assert_eq!((names, clean), (vec!["x".to_owned()], 2));
}

#[test]
fn a_reader_that_fails_is_trouble_behind_what_it_gave() {
    struct Fails<'a>(&'a [u8]);
    impl Read for Fails<'_> {
        fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
            match self.0.read(room)? {
                0 => Err(io::Error::from_raw_os_error(5)),
                read => Ok(read),
            }
        }
    }
    let text = format!("{GOOD}\n{GOOD}\n{{");
    let told = run([Source::lines("x", Fails(text.as_bytes())), Source::lines("y", GOOD.as_bytes())], How::default());
    assert_eq!((told.found, told.clean), (vec!["x trouble".to_owned()], 3));
}

/// Gives a line again and again, and counts what it gave.
struct Endless<'a> {
    line: &'a [u8],
    at: usize,
    left: u64,
    given: &'a AtomicU64,
}

impl Read for Endless<'_> {
    fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
        let mut filled = 0;
        while filled < room.len() && self.left > 0 {
            let rest = &self.line[self.at..];
            let most = rest.len().min(room.len() - filled).min(usize::try_from(self.left).unwrap());
            room[filled..filled + most].copy_from_slice(&rest[..most]);
            filled += most;
            self.at = (self.at + most) % self.line.len();
            self.left -= most as u64;
        }
        self.given.fetch_add(filled as u64, Ordering::Relaxed);
        Ok(filled)
    }
}

/// What was read and not yet told is all that a run holds; it stays the same few blocks over 200 MB, with findings in
/// every message or in none.
#[test]
fn no_more_is_read_than_a_few_blocks_ahead() {
    const BLOCK: usize = 64 << 10;
    let line = wrong() + &" ".repeat(10_000 - wrong().len() - 1) + "\n";
    let options = Options::default();
    for text in [GOOD.to_owned(), wrong()] {
        let report = validate(text.as_bytes(), &options);
        // The check itself is no part of this test.
        let check = |_: &[u8]| report.clone();
        let given = AtomicU64::new(0);
        let reader = Endless { line: line.as_bytes(), at: 0, left: 200_000_000, given: &given };
        let bulk = Bulk { block: BLOCK, jobs: NonZeroUsize::new(2).unwrap(), ..Bulk::new(&check) };
        let (mut told, mut ahead) = (0, 0);
        bulk.run([Source::lines("x", reader)], |what| {
            told += match what {
                Told::Checked(_) => line.len() as u64,
                Told::Clean(tally) => tally.messages * line.len() as u64,
                Told::Stream(_) => 0,
            };
            ahead = ahead.max(given.load(Ordering::Relaxed) - told);
            Ok(())
        })
        .unwrap();
        assert_eq!(told, 200_000_000);
        // Blocks under way, one that is being filled, and one that was just told.
        assert!(ahead <= 8 * BLOCK as u64, "{ahead}");
    }
}
