//! Checking against definitions that are read at run time gives what checking with compiled ones gives.
#![allow(clippy::panic, clippy::unwrap_used, clippy::indexing_slicing)] // a test may fail

mod changed;
mod mutants;
mod same;

use std::sync::OnceLock;

use skp_fuzz_targets::told::told;
use skp_messages::draft::{Draft, Sources, render};
use skp_messages::{Lang, Options, validate};

/// The definitions that the compiled types are made of. The frozen texts stay behind, for the drafts here try something
/// in releases that are out.
fn released() -> Vec<(&'static str, String)> {
    let files = skp_definitions::files().iter().filter(|(path, _)| !path.contains("/released/"));
    files.map(|&(path, text)| (path, text.to_owned())).collect()
}

/// Definitions as a draft.
fn load(files: Vec<(&'static str, String)>) -> Result<Draft, String> {
    let sources = Sources::new(files);
    Draft::load(&sources).map_err(|diagnostics| render(&diagnostics, &sources))
}

/// The definitions that the compiled types are made of, as a draft.
fn draft() -> &'static Draft {
    static DRAFT: OnceLock<Draft> = OnceLock::new();
    DRAFT.get_or_init(|| load(released()).unwrap_or_else(|errors| panic!("{errors}")))
}

/// Sees that both ways tell the same of an input.
fn assert_same(name: &str, bytes: &[u8], options: &Options) {
    let (compiled, interpreted) = (validate(bytes, options), draft().validate(bytes, options));
    let (compiled, interpreted) = (told(&compiled), told(&interpreted));
    if compiled != interpreted {
        let input = String::from_utf8_lossy(bytes);
        panic!("{name}\n--- compiled\n{compiled}\n--- interpreted\n{interpreted}\n--- input\n{input}");
    }
}
