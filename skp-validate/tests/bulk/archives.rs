//! Zip files.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::made::{self, Member, zip_behind};
use super::*;

#[test]
fn messages_and_streams_in_a_zip_are_checked_in_the_order_of_its_list() {
    let stream = format!("{GOOD}\n{}\n", wrong());
    let members = [
        Member::deflated("z/b.json", wrong()),
        Member::stored("z/", ""),
        Member::deflated("a.ndjson", &stream),
        Member::stored("readme.md", "# no message"),
        Member::stored("__MACOSX/a.json", "x"),
        Member::stored("z/.hidden.json", "x"),
        Member::stored("c.json", GOOD),
    ];
    let told = file("in.zip", &made::zip(&members));
    assert_eq!(told.found, ["b.json VAL-006", "in.zip!a.ndjson:2 VAL-006", "in.zip!c.json passed"]);
    assert_eq!(told.clean, 1);
}

#[test]
fn two_files_of_the_same_name_are_both_checked() {
    let members = [Member::stored("a.json", GOOD), Member::stored("a.json", wrong())];
    assert_eq!(file("in.zip", &made::zip(&members)).found, ["in.zip!a.json passed", "in.zip!a.json VAL-006"]);
}

#[test]
fn something_may_stand_before_and_behind_a_zip() {
    let mut bytes = zip_behind(b"#!/bin/sh\n", &[Member::stored("a.json", GOOD)]);
    // The length of the comment.
    let at = bytes.len() - 2;
    bytes[at..].copy_from_slice(&7_u16.to_le_bytes());
    bytes.extend(b"comment");
    assert_eq!(file("in.zip", &bytes).found, ["in.zip!a.json passed"]);
}

#[test]
fn a_zip_of_another_program_is_read() {
    for large in [false, true] {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default().large_file(large);
        for name in ["a.json", "b.json"] {
            writer.start_file(name, options).unwrap();
            writer.write_all(wrong().as_bytes()).unwrap();
        }
        let bytes = writer.finish().unwrap().into_inner();
        assert_eq!(file("in.zip", &bytes).found, ["in.zip!a.json VAL-006", "in.zip!b.json VAL-006"]);
    }
}

#[test]
fn a_zip_without_messages_is_no_pass() {
    assert_eq!(file("in.zip", &made::zip(&[Member::stored("readme.md", "x")])).found, ["in.zip trouble"]);
    assert_eq!(file("in.zip", &made::zip(&[])).found, ["in.zip trouble"]);
}
