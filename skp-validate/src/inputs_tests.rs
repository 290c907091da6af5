//! Tests of input collection, on a folder made for the occasion.

use std::fs;
use std::path::PathBuf;

use super::*;

/// A folder with messages, other files and hidden ones; removed when dropped.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("skp-inputs-{name}-{}", std::process::id()));
        for path in ["b.json", "a.XML", "notes.md", ".hidden.json", "deep/c.xml", ".git/d.json"] {
            let path = folder.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "{}").unwrap();
        }
        fs::create_dir_all(folder.join("empty")).unwrap();
        Self(folder)
    }

    /// What the arguments, taken within the folder, stand for: paths within the folder, or the trouble.
    fn collect(&self, arguments: &[&str]) -> Vec<String> {
        let within = |argument: &&str| match *argument {
            "-" => "-".to_owned(),
            argument => self.0.join(argument).display().to_string(),
        };
        let shown = |item: Result<Input, Trouble>| match item {
            Ok(Input::File(path)) => path.strip_prefix(&self.0).unwrap().display().to_string(),
            Ok(Input::Stdin) => "<stdin>".to_owned(),
            Err(trouble) => format!("{:?}", trouble.kind),
        };
        collect(&arguments.iter().map(within).collect::<Vec<_>>()).into_iter().map(shown).collect()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn a_folder_stands_for_its_messages_in_sorted_order() {
    assert_eq!(Folder::new("folder").collect(&[""]), ["a.XML", "b.json", "deep/c.xml"]);
}

#[test]
fn a_pattern_is_expanded_and_may_cross_folders() {
    let folder = Folder::new("pattern");
    assert_eq!(folder.collect(&["*.json"]), ["b.json"]);
    assert_eq!(folder.collect(&["**/*.xml"]), ["deep/c.xml"]);
    assert_eq!(folder.collect(&["no*es.md"]), ["notes.md"]);
}

#[test]
fn an_input_is_taken_once_and_in_the_order_of_the_arguments() {
    let folder = Folder::new("once");
    assert_eq!(folder.collect(&["-", "b.json", "", "-"]), ["<stdin>", "b.json", "a.XML", "deep/c.xml"]);
}

#[test]
fn a_named_file_is_taken_whatever_its_name() {
    assert_eq!(Folder::new("named").collect(&["notes.md", ".hidden.json"]), ["notes.md", ".hidden.json"]);
}

#[test]
fn an_argument_that_stands_for_nothing_is_told() {
    let folder = Folder::new("nothing");
    assert_eq!(folder.collect(&["gone.json"]), ["NotFound"]);
    assert_eq!(folder.collect(&["empty"]), ["NothingMatched"]);
    assert_eq!(folder.collect(&["*.pdf", "gone/*.xml"]), ["NothingMatched", "NothingMatched"]);
    assert!(folder.collect(&["[a"]).first().unwrap().starts_with("BadPattern"));
}

#[test]
fn a_file_is_not_read_beyond_the_limit() {
    let folder = Folder::new("limit");
    let file = folder.0.join("big.json");
    fs::write(&file, "0123456789").unwrap();
    assert_eq!(Input::File(file.clone()).read(4).unwrap(), b"01234");
    assert_eq!(Input::File(file).read(10).unwrap(), b"0123456789");
}
