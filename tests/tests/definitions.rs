//! The definition files that are committed: laid out, and with the text of every release that is out.
#![allow(clippy::panic)]

use skp_codegen::catalogue::Status;
use skp_codegen::compile;
use skp_codegen::diagnostic::render;
use skp_codegen::emit::released::{View, text};
use skp_codegen::layout::layout;
use skp_codegen::source::Sources;

fn sources() -> Sources {
    Sources::new(skp_definitions::files().iter().copied())
}

#[test]
fn every_file_is_laid_out() {
    let sources = sources();
    for (number, file) in sources.files.iter().enumerate() {
        let wanted = layout(number, &file.text).unwrap_or_else(|wrong| panic!("{}", render(&[*wrong], &sources)));
        let wrong = file.text.lines().zip(wanted.lines()).position(|(line, wanted)| line != wanted);
        assert_eq!(file.text, wanted, "{} at line {wrong:?}: run `skp definitions fmt`", file.path);
    }
}

#[test]
fn every_release_that_is_out_has_its_text_and_a_draft_has_none() {
    let sources = sources();
    let catalogue = compile(&sources).unwrap_or_else(|wrong| panic!("{}", render(&wrong, &sources)));
    for (number, module) in catalogue.modules.iter().enumerate() {
        for (at, release) in module.releases.iter().enumerate() {
            let path = format!("definitions/released/{}/{}.txt", module.id, release.number);
            let kept = sources.released.iter().any(|file| file.path == path);
            assert_eq!(kept, release.status != Status::Draft, "{path}");
            // What would be frozen today can be read back, also of a draft.
            let view = View::of(&catalogue, number, at).unwrap_or_else(|| panic!("{path}"));
            assert!(text(&view).lines().count() > 10, "{path}");
        }
    }
}

#[test]
fn a_change_to_a_published_release_stops_the_build() {
    let mut sources = sources();
    let path = "definitions/schuldregeling/betaalvoorstel.toml";
    let row = |line: &&str| line.contains(r#"name = "GeldigTot""#);
    let Some(file) = sources.files.iter_mut().find(|file| file.path == path) else { panic!("{path}") };
    let line = file.text.lines().find(row).unwrap_or_default().to_owned();
    let number = file.text.lines().position(|found| found == line).unwrap_or_default() + 1;
    file.text = file.text.replace(&line, &line.replace(r#"card = "0..1","#, ""));
    let wrong = compile(&sources).map(|_| ()).map_err(|wrong| render(&wrong, &sources));
    let text = wrong.err().unwrap_or_default();
    assert!(text.starts_with("error[released-changed]: element Betaalvoorstel.GeldigTot is not what it was"), "{text}");
    assert!(text.contains(&format!("--> {path}:{number}:")), "{text}");
    assert!(text.contains("::: definitions/released/schuldregeling/2.0.txt:"), "{text}");
    assert!(text.contains("::: definitions/released/schuldregeling/3.0.txt:"), "{text}");
}

/// A file with its columns pulled together and its lines apart, outside quotes.
fn untidy(text: &str) -> String {
    let mut out = String::new();
    let (mut quote, mut before) = (None, '\n');
    for letter in text.chars() {
        match (quote, letter) {
            (None, '"' | '\'') => quote = Some(letter),
            (Some(open), letter) if open == letter => quote = None,
            _ => {}
        }
        let comment = out.lines().last().is_some_and(|line| line.trim_start().starts_with('#')) && !out.ends_with('\n');
        if quote.is_none() && !comment && letter == ' ' && before == ' ' {
            continue;
        }
        if comment {
            quote = None;
        }
        out.push_str(if letter == '\n' && before == '\n' { "\n  \n\n" } else { "" });
        out.push(letter);
        before = letter;
    }
    out
}

#[test]
fn the_layout_does_not_depend_on_how_a_file_was_written() {
    let sources = sources();
    for (number, file) in sources.files.iter().enumerate() {
        let untidy = untidy(&file.text);
        assert_ne!(untidy, file.text, "{}", file.path);
        let again = layout(number, &untidy).unwrap_or_else(|wrong| panic!("{}: {wrong:?}", file.path));
        let wrong = file.text.lines().zip(again.lines()).find(|(line, again)| line != again);
        assert_eq!(again, file.text, "{}: {wrong:?}", file.path);
    }
}
