//! gzip and Zstandard.

use super::made::{gz, zst};
use super::*;

#[test]
fn a_packed_stream_and_a_packed_message_are_checked() {
    let stream = format!("{GOOD}\n{}\n{GOOD}", wrong());
    for (name, bytes) in [("a.ndjson.gz", gz(&stream)), ("a.jsonl.zst", zst(&stream))] {
        let told = file(name, &bytes);
        assert_eq!((told.found, told.clean), (vec![format!("{name}:2 VAL-006")], 2));
    }
    for (name, bytes) in [("a.json.gz", gz(wrong())), ("a.json.zst", zst(wrong()))] {
        assert_eq!(file(name, &bytes).found, [format!("{name} VAL-006")]);
    }
}

#[test]
fn parts_behind_each_other_are_one_stream() {
    let line = format!("{GOOD}\n");
    assert_eq!(file("a.ndjson.gz", &[gz(&line), gz(&line)].concat()).clean, 2);
    // A frame that is to be passed over stands between.
    let skipped = [&[0x50, 0x2a, 0x4d, 0x18, 3, 0, 0, 0][..], b"abc"].concat();
    assert_eq!(file("a.ndjson.zst", &[zst(&line), skipped, zst(&line)].concat()).clean, 2);
}

#[test]
fn what_a_name_does_not_say_the_first_bytes_do() {
    for bytes in [gz(wrong()), zst(wrong()), wrong().into_bytes()] {
        assert_eq!(file("message", &bytes).found, ["message VAL-006"]);
    }
    let folder = Folder::new("unsaid", &[("data.bin", &gz(format!("{GOOD}\n{GOOD}\n")))]);
    assert_eq!(run([folder.source("data.bin")], How { lines: true, ..How::default() }).clean, 2);
}

#[test]
fn a_large_packed_stream_goes_through() {
    let stream = format!("{GOOD}\n").repeat(20_000);
    for (name, bytes) in [("a.ndjson.gz", gz(&stream)), ("a.ndjson.zst", zst(&stream))] {
        assert_eq!(file(name, &bytes).clean, 20_000, "{name}");
    }
}
