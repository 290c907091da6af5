//! The straight way of reading against the careful one, which alone says what is valid: whatever the straight way
//! accepts, the careful way accepts with an equal value and an equal report.
#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)] // a test may fail

use std::path::Path;

use skp_messages::sample::{Form, Sampler};
use skp_messages::shape::{Shape, Type};
use skp_messages::{Format, Layout, Limits, Options, Unknown, catalogue, read_careful, read_straight};

/// Every form a message is written in.
fn forms() -> impl Iterator<Item = (Format, Layout, Form)> {
    [Format::Xml, Format::Json].into_iter().flat_map(|format| {
        [Layout::Compact, Layout::Pretty]
            .into_iter()
            .flat_map(move |layout| [Form::Bare, Form::Envelope].into_iter().map(move |form| (format, layout, form)))
    })
}

/// Messages of every kind and release, in every form, with the name of each.
fn samples(seeds: u64) -> Vec<(String, String, bool)> {
    let sampler = Sampler::shared().unwrap();
    let mut all = Vec::new();
    for info in catalogue::messages() {
        for seed in 0..seeds {
            let Ok(sample) = sampler.message(info, seed) else { continue };
            for (format, layout, form) in forms() {
                let name = format!("{} {seed} {format:?} {layout:?} {form:?}", info.bericht);
                all.push((name, sample.write(format, layout, form), sample.infos().is_empty()));
            }
        }
    }
    all
}

/// Every file below a folder of the examples.
fn examples(folder: &str) -> Vec<(String, Vec<u8>)> {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples").join(folder)];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push((path.display().to_string(), std::fs::read(&path).unwrap()));
            }
        }
    }
    files.sort();
    assert!(files.len() > 50, "{} files", files.len());
    files
}

/// Whether the straight way accepts an input; fails when the careful way does not, or sees something else.
fn accepts(name: &str, bytes: &[u8], options: &Options) -> bool {
    let Some(straight) = read_straight(bytes, options) else { return false };
    let shown = || String::from_utf8_lossy(bytes).into_owned();
    match read_careful(bytes, options) {
        Ok(careful) => assert!(straight.is_same(&careful), "{name} is read as something else:\n{}", shown()),
        Err(report) => panic!("{name} is not valid:\n{report}\n{}", shown()),
    }
    true
}

/// A small generator, so that the same bytes are changed on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }
}

/// Changes one thing in some bytes.
fn changed(bytes: &[u8], dice: &mut Dice) -> Vec<u8> {
    const PIECES: [&[u8]; 32] = [
        b" ",
        b"\n",
        b"\r\n",
        b"\t",
        b"<",
        b">",
        b"&",
        b"&amp;",
        b"&#65;",
        b"]]>",
        b"\"",
        b"\\",
        b"\\n",
        b"\\u0041",
        b",",
        b":",
        b"{",
        b"}",
        b"[",
        b"]",
        b"null",
        b"0",
        b"-",
        b".",
        b"1e3",
        b"<!-- -->",
        b"</",
        b"/>",
        b"\x7f",
        b"\xc2\x85",
        b"\xef\xbf\xbf",
        b"\xc3\xab",
    ];
    let mut bytes = bytes.to_vec();
    let at = dice.below(bytes.len());
    let length = 1 + dice.below(12).min(bytes.len() - at - 1);
    match dice.below(6) {
        0 => drop(bytes.remove(at)),
        1 => bytes[at] = u8::try_from(dice.below(128)).unwrap(),
        2 => drop(bytes.splice(at..at, PIECES[dice.below(PIECES.len())].iter().copied())),
        3 => drop(bytes.splice(at..=at, PIECES[dice.below(PIECES.len())].iter().copied())),
        4 => {
            let piece = bytes[at..at + length.min(bytes.len() - at)].to_vec();
            let to = dice.below(bytes.len());
            bytes.splice(to..to, piece);
        }
        _ => drop(bytes.drain(at..at + length.min(bytes.len() - at))),
    }
    bytes
}

#[test]
fn every_clean_sample_is_read_straight() {
    let samples = samples(3);
    let mut clean = 0;
    for (name, text, is_clean) in &samples {
        let straight = accepts(name, text.as_bytes(), &Options::default());
        assert!(straight || !is_clean, "{name} is clean and not read straight:\n{text}");
        clean += usize::from(*is_clean);
    }
    // Some samples cannot be without a finding of severity info, which is for the careful way.
    assert!(clean * 10 > samples.len() * 9, "{clean} of {}", samples.len());
}

#[test]
fn the_examples_are_read_alike() {
    let files = examples("messages");
    let straight = files.iter().filter(|(name, bytes)| accepts(name, bytes, &Options::default())).count();
    assert!(straight * 10 > files.len() * 6, "{straight} of {}", files.len());
}

#[test]
fn no_invalid_example_is_accepted() {
    for (name, bytes) in examples("invalid") {
        accepts(&name, &bytes, &Options::default());
    }
}

#[test]
fn whatever_is_changed_in_a_message_is_read_alike() {
    let mut dice = Dice(7);
    let mut accepted = 0;
    for (name, text, _) in samples(1) {
        for _ in 0..40 {
            let bytes = changed(text.as_bytes(), &mut dice);
            accepted += usize::from(accepts(&name, &bytes, &Options::default()));
        }
    }
    // A letter of a name changed for another: not every change makes a message invalid.
    assert!(accepted > 100, "{accepted}");
}

#[test]
fn the_options_count_the_same() {
    let late = Options { now: "2020-01-01T00:00:00Z".parse().ok(), ..Options::default() };
    let day = Options { on: "2026-07-01".parse().ok(), ..Options::default() };
    let other = Options { release: Some("3.0".to_owned()), ..Options::default() };
    let lenient = Options { unknown: Unknown::Ignore, ..Options::default() };
    let limited = |change: fn(&mut Limits)| {
        let mut options = Options::default();
        change(&mut options.limits);
        options
    };
    let limits = [
        limited(|limits| limits.size = 700),
        limited(|limits| limits.depth = 3),
        limited(|limits| limits.elements = 70),
        limited(|limits| limits.elements = 20),
        limited(|limits| limits.attributes = 0),
        limited(|limits| limits.text = 10),
        limited(|limits| limits.text = 300),
        limited(|limits| limits.items = 2),
        limited(|limits| limits.findings = 0),
    ];
    for (name, text, _) in samples(1) {
        for options in [&late, &day, &other, &lenient].into_iter().chain(&limits) {
            accepts(&name, text.as_bytes(), options);
        }
    }
}

#[test]
fn every_table_fits_in_the_room_that_limits_must_leave() {
    fn deepest(shape: &Shape) -> usize {
        assert!(shape.elements.len() < 60, "{}", shape.name);
        let parts = shape.elements.iter().map(|element| match element.ty {
            Type::Composite(part) => 1 + usize::from(element.is_list()) + deepest(part),
            _ => 1 + usize::from(element.is_list()),
        });
        parts.max().unwrap_or(0)
    }
    for shape in catalogue::messages().iter().map(|message| message.shape).chain([catalogue::header()]) {
        // In an envelope everything is three levels deeper.
        assert!(deepest(shape) + 3 < 60, "{}", shape.name);
    }
}

#[test]
fn no_code_changes_when_white_space_is_collapsed() {
    fn codes(shape: &Shape) {
        for element in shape.elements {
            match element.ty {
                Type::Composite(part) => codes(part),
                Type::Code(list) => {
                    for code in list.codes {
                        let words: Vec<&str> = code.code.split_whitespace().collect();
                        assert_eq!(words.join(" "), code.code, "{}", list.name);
                    }
                }
                Type::Simple(_) => {}
            }
        }
    }
    catalogue::messages().iter().map(|message| message.shape).chain([catalogue::header()]).for_each(codes);
}

/// Only spaces and line ends between tags, and what stands in free text, differ between our own writer and others.
#[test]
fn messages_of_others_are_read_straight_as_well() {
    let xml = "<?xml version='1.0' encoding='utf-8'?>\r\n\r\n<GeenMedewerking xmlns=\"urn:x-skp:schuldregeling:2.0\">\r\n\t\
        <KlantnummerSHV>SHV &amp; zo&gt;é</KlantnummerSHV>\r\n\t<Reden>KLANT_ONBEKEND</Reden>\r\n</GeenMedewerking>\r\n\r\n";
    assert!(accepts("XML", xml.as_bytes(), &Options::default()));
    let json = "\u{feff}\t{\r\n\"bericht\" : \"schuldregeling/2.0/GeenMedewerking\" ,\n\
        \"klantnummerSHV\":\t\"SHV\\u0020\\\\ zo\\/é\", \"reden\":\"KLANT_ONBEKEND\" }\n";
    assert!(accepts("JSON", json.as_bytes(), &Options::default()));
}

#[test]
fn what_surprises_the_straight_way_is_read_all_the_same() {
    let tag = "<GeenMedewerking xmlns=\"urn:x-skp:schuldregeling:2.0\">";
    let rest = "<Reden>KLANT_ONBEKEND</Reden></GeenMedewerking>";
    for xml in [
        format!("{tag}<!-- tel --><KlantnummerSHV>S</KlantnummerSHV>{rest}"),
        format!("{tag}<KlantnummerSHV><![CDATA[S]]></KlantnummerSHV>{rest}"),
        format!("{tag}<KlantnummerSHV>S&#83;</KlantnummerSHV>{rest}"),
        format!("{tag}<KlantnummerSHV >S</KlantnummerSHV>{rest}"),
        format!("{tag}<KlantnummerSHV>S</KlantnummerSHV>{}", rest.replace("KLANT_ONBEKEND", " KLANT_ONBEKEND\n")),
    ] {
        assert!(read_straight(xml.as_bytes(), &Options::default()).is_none(), "{xml}");
        assert!(read_careful(xml.as_bytes(), &Options::default()).is_ok(), "{xml}");
        assert!(skp_messages::read(xml.as_bytes()).is_ok(), "{xml}");
    }
    let json =
        "{\"bericht\":\"schuldregeling/2.0/GeenMedewerking\",\"reden\":\"KLANT_ONBEKEND\",\"klantnummerSHV\":\"S\"}";
    assert!(read_straight(json.as_bytes(), &Options::default()).is_none());
    assert!(skp_messages::read(json.as_bytes()).is_ok());
}

#[test]
fn a_name_without_a_value_is_no_absent_member() {
    let text = |last: &str| {
        let members = r#""bericht":"betalingsregeling/2.0/StatusberichtSE","klantnummerSHV":"A","klantnummerSE":"B""#;
        let contact = r#""contactpersoon":{"naam":"C","telefoonnummer":"0301234567","emailadres":"c@example.nl"}"#;
        let status = r#""status":"INCASSO_OPGESCHORT","datumStatus":"2024-09-11""#;
        format!("{{{members},{contact},{status}{last}}}")
    };
    let options = Options::default();
    assert!(accepts("without", text("").as_bytes(), &options));
    for last in
        [r#","verwachteDatumVervolg""#, r#","verwachteDatumVervolg","toelichting":"x""#, r#","verwachteDatumVervolg" "#]
    {
        assert!(!accepts(last, text(last).as_bytes(), &options), "{last}");
    }
}
