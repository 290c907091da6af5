//! Fills `fuzz/corpus` and `fuzz/dictionaries`, so that no fuzz target begins with nothing.
#![allow(clippy::panic)] // a command for developers: it stops with what it could not write

use std::fs;
use std::path::Path;

use skp_fuzz_targets::words::Kind;
use skp_fuzz_targets::{TARGETS, seeds};

fn main() {
    let fuzz = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let write = |path: &Path, content: &[u8]| {
        let folder = path.parent().unwrap_or(&fuzz);
        let written = fs::create_dir_all(folder).and_then(|()| fs::write(path, content));
        written.unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    };
    for kind in Kind::ALL {
        write(&fuzz.join("dictionaries").join(kind.name()), kind.dictionary().as_bytes());
    }
    for target in TARGETS {
        let folder = fuzz.join("corpus").join(target.name);
        let seeds = seeds::of(target);
        for (name, seed) in &seeds {
            write(&folder.join(name), seed);
        }
        // For the script that starts the target.
        write(&fuzz.join("dictionaries").join(format!("{}.target", target.name)), target.words.name().as_bytes());
        println!("{:5} seeds for {}", seeds.len(), target.name);
    }
}
