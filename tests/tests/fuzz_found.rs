//! The fuzz targets on a stable compiler: what they found once, and some of what they begin with.
#![allow(clippy::panic)] // a test may fail

use std::fs;
use std::path::{Path, PathBuf};

use skp_fuzz_targets::{TARGETS, seeds};
use skp_tests::bytes;

/// So many seeds of each target, from all over the list.
const SOME: usize = 12;

fn fuzz() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz")
}

/// The entries of a folder in `fuzz`, in order.
fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

/// Runs a target in a way that tells which input it was.
fn run(target: &skp_fuzz_targets::Target, what: &str, input: &[u8]) {
    if let Err(panic) = std::panic::catch_unwind(|| (target.run)(input)) {
        let text = panic.downcast_ref::<String>().cloned().unwrap_or_default();
        panic!("{} on {what}: {text}", target.name);
    }
}

#[test]
fn what_was_found_is_right_now() {
    for folder in entries(&fuzz().join("found")).into_iter().filter(|path| path.is_dir()) {
        let name = folder.file_name().unwrap_or_default();
        let target = TARGETS.iter().find(|target| name == target.name);
        let target = target.unwrap_or_else(|| panic!("{} is the folder of no target", folder.display()));
        for path in entries(&folder) {
            run(target, &path.display().to_string(), &bytes(&path));
        }
    }
}

#[test]
fn every_target_is_right_on_what_it_begins_with() {
    for target in TARGETS {
        let seeds = seeds::of(target);
        for (name, seed) in seeds.iter().step_by(seeds.len().div_ceil(SOME)) {
            run(target, name, seed);
        }
        run(target, "nothing", b"");
    }
}

#[test]
fn every_target_has_a_program() {
    let manifest = String::from_utf8_lossy(&bytes(&fuzz().join("Cargo.toml"))).into_owned();
    for target in TARGETS {
        let program = format!("fuzz_targets/{}.rs", target.name);
        assert!(manifest.contains(&program), "{program} is not in fuzz/Cargo.toml");
        assert!(String::from_utf8_lossy(&bytes(&fuzz().join(&program))).contains(&format!("::{}::run(", target.name)));
    }
    assert_eq!(entries(&fuzz().join("fuzz_targets")).len(), TARGETS.len());
}
