//! Files that are broken, hostile or merely odd: each a finding, with everything else checked all the same.

use std::collections::BTreeSet;

use super::made::{self, Member, gz, zst};
use super::*;

#[test]
fn a_line_without_end_is_one_finding_and_the_next_line_is_checked() {
    let text = format!("{GOOD}\n{}\n{}\n{GOOD}\n", "x".repeat(100_000), wrong());
    for block in [64, 4096, 1 << 20] {
        let told = lines(&text, How { size: 1000, block, ..How::default() });
        assert_eq!(told.found, ["x:2 FRM-004", "x:3 VAL-006"], "{block}");
        assert_eq!(told.clean, 2);
    }
}

#[test]
fn a_million_mistakes_are_told_one_by_one() {
    let text = "{}\n".repeat(20_000);
    assert_eq!(lines(&text, How::default()).found.len(), 20_000);
}

#[test]
fn a_packed_stream_that_ends_too_early_is_checked_as_far_as_it_goes() {
    // Numbers that do not repeat, so that the cut is somewhere in the middle.
    let line = |number: u64| {
        let client = number.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        format!("{}\n", GOOD.replace("\"1\"", &format!("\"{client}\"")))
    };
    let stream: String = (0..2000).map(line).collect();
    let cut = |bytes: Vec<u8>| bytes[..bytes.len() - bytes.len() / 4].to_vec();
    let told = file("a.ndjson.gz", &cut(gz(&stream)));
    assert_eq!(told.found, ["a.ndjson.gz BST-001"]);
    assert!((500..2000).contains(&told.clean), "{}", told.clean);
    // Of Zstandard the last window before the damage is not given out.
    assert_eq!(file("a.ndjson.zst", &cut(zst(&stream))).found, ["a.ndjson.zst BST-001"]);
}

#[test]
fn damage_in_a_packed_file_is_told() {
    let right = gz(GOOD);
    let mut checksum = right.clone();
    let at = checksum.len() - 8;
    checksum[at] ^= 1;
    let trailing = [right.clone(), b"trailing".to_vec()].concat();
    for bytes in [&checksum[..], &trailing, b"", b"\x1f\x8b", b"no gzip at all", &right[..right.len() - 3]] {
        assert_eq!(file("a.json.gz", bytes).found, ["a.json.gz BST-001"], "{bytes:?}");
    }
    let right = zst(GOOD);
    for bytes in [b"", &right[..6], &right[..right.len() - 1], b"no zstandard"] {
        assert_eq!(file("a.json.zst", bytes).found, ["a.json.zst BST-001"], "{bytes:?}");
    }
}

#[test]
fn a_message_that_becomes_too_large_is_cut_short() {
    // 4 MB of blanks in some 4 kB.
    let large = [b"{\"a\":\"".to_vec(), vec![b' '; 4_000_000]].concat();
    let how = How { size: 100_000, ..How::default() };
    assert_eq!(file_with("a.json.gz", &gz(&large), how).found, ["a.json.gz FRM-004"]);
    assert_eq!(file_with("a.json.zst", &zst(&large), how).found, ["a.json.zst FRM-004"]);
    let member = Member::deflated("a.json", &large);
    assert_eq!(file_with("in.zip", &made::zip(&[member]), how).found, ["in.zip!a.json FRM-004"]);
}

#[test]
fn a_zip_that_becomes_far_too_large_is_left_alone() {
    let line = [vec![b' '; 1 << 20], b"\n".to_vec()].concat();
    let bomb = Member::deflated("a.ndjson", line.repeat(70));
    let told = file("in.zip", &made::zip(&[Member::stored("0.json", GOOD), bomb, Member::stored("b.json", GOOD)]));
    assert_eq!(told.found, ["in.zip!0.json passed", "in.zip!a.ndjson BST-005", "in.zip BST-005"]);
}

#[test]
fn a_window_that_needs_much_memory_is_refused() {
    // A frame of Zstandard with a window of 128 MiB.
    let bytes = [0x28, 0xb5, 0x2f, 0xfd, 0x00, 17 << 3, 1, 0, 0];
    assert_eq!(file("a.ndjson.zst", &bytes).found, ["a.ndjson.zst BST-005"]);
}

#[test]
fn a_dictionary_that_nobody_has_is_told() {
    let bytes = [0x28, 0xb5, 0x2f, 0xfd, 0x21, 7, 1, 1, 0, 0];
    assert_eq!(file("a.ndjson.zst", &bytes).found, ["a.ndjson.zst BST-007"]);
}

/// A zip with something wrong in one file, and a right one behind it.
fn with(member: Member) -> Vec<String> {
    file("in.zip", &made::zip(&[member, Member::stored("ok.json", GOOD)])).found
}

#[test]
fn what_is_wrong_with_one_file_of_a_zip_does_not_hide_the_others() {
    let right = Member::deflated("a.json", GOOD);
    let not_deflated = Member { method: 8, ..Member::stored("a.json", GOOD) };
    for (member, id) in [
        (Member { crc: 7, ..right.clone() }, "BST-001"),
        (Member { size: 7, ..right.clone() }, "BST-001"),
        (Member { crc: 7, ..Member::stored("a.json", GOOD) }, "BST-001"),
        (not_deflated, "BST-001"),
        (Member { flags: 1, ..right.clone() }, "BST-003"),
        (Member { method: 12, ..right.clone() }, "BST-007"),
    ] {
        assert_eq!(with(member), [&format!("in.zip!a.json {id}"), "in.zip!ok.json passed"]);
    }
    for name in ["inner.zip", "a.json.gz", "a.ndjson.zst", "a.gz"] {
        assert_eq!(with(Member::stored(name, "x"))[0], format!("in.zip!{name} BST-004"));
    }
}

#[test]
fn a_name_that_points_out_of_a_zip_or_acts_on_a_terminal_is_not_followed() {
    for name in ["../a.json", "/etc/a.json", "x/../../a.json", "C:\\a.json", "..\\a.json", "x//a.json"] {
        assert_eq!(with(Member::stored(name, GOOD)), ["a.json BST-006", "in.zip!ok.json passed"], "{name}");
    }
    let told = with(Member::stored("\u{1b}[31ma.json", GOOD));
    assert!(told[0].ends_with("a.json BST-006"), "{told:?}");
}

#[test]
fn what_is_no_zip_is_told() {
    let right = made::zip(&[Member::stored("a.json", GOOD)]);
    let mut list = right.clone();
    let at = right.windows(4).position(|window| window == b"PK\x01\x02").unwrap();
    list[at] = b'X';
    for bytes in [&b""[..], b"PK\x03\x04", b"no zip", &right[..right.len() - 30], &list] {
        assert_eq!(file("in.zip", bytes).found, ["in.zip BST-002"], "{bytes:?}");
    }
    // A list that begins or ends outside the file, and one that counts more than it has.
    for (from_end, byte) in [(6, 0xff), (10, 0xff)] {
        let mut bytes = right.clone();
        let at = bytes.len() - from_end + 3;
        bytes[at] = byte;
        assert_eq!(file("in.zip", &bytes).found, ["in.zip BST-002"], "{from_end}");
    }
    let mut more = right.clone();
    let at = more.len() - 12;
    more[at] = 9;
    assert_eq!(file("in.zip", &more).found, ["in.zip!a.json passed", "in.zip BST-002"]);
}

#[test]
fn no_change_of_one_byte_ends_the_run() {
    let zip =
        made::zip(&[Member::deflated("a.ndjson", format!("{GOOD}\n{}", wrong())), Member::stored("b.json", GOOD)]);
    for (name, bytes) in [("in.zip", zip), ("a.ndjson.gz", gz(wrong())), ("a.ndjson.zst", zst(wrong()))] {
        for at in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[at] ^= 0xff;
            let told = file(name, &changed);
            assert!(told.clean + told.found.len() as u64 > 0, "{name} {at}");
        }
    }
}

/// Every rule on files that `skp explain --list --files` lists is broken here.
#[test]
fn every_rule_on_files_is_broken() {
    let right = Member::stored("a.json", GOOD);
    let zips = [
        Member { flags: 1, ..right.clone() },
        Member::stored("in.zip", "x"),
        Member::stored("../a.json", "x"),
        Member { method: 9, ..right },
    ];
    let window = [0x28, 0xb5, 0x2f, 0xfd, 0x00, 17 << 3, 1, 0, 0];
    let mut found = file("x.zip", &made::zip(&zips)).found;
    found.extend(file("a.json.gz", b"x").found);
    found.extend(file("x.zip", b"x").found);
    found.extend(file("a.json.zst", &window).found);
    let broken: BTreeSet<&str> = found.iter().filter_map(|told| told.rsplit(' ').next()).collect();
    let rules: BTreeSet<&str> = skp_validate::bulk::rules().iter().map(|rule| rule.id).collect();
    assert_eq!(broken, rules);
}
