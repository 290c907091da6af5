//! Checking in bulk: streams, packed files, folders and zip files, through the library and through the built `skp`.
#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)] // a test may fail

mod archives;
mod command;
mod hostile;
mod made;
mod packed;
mod shards;
mod streams;

use std::num::NonZeroUsize;
use std::path::PathBuf;

use skp_messages::{Limits, Options, validate};
use skp_validate::bulk::{Bulk, Source, Told};
use skp_validate::{Input, Shard};

/// A message that is right.
const GOOD: &str = r#"{"bericht":"schuldregeling/2.0/GeenMedewerking","klantnummerSHV":"1","reden":"KLANT_ONBEKEND"}"#;

/// A message with one mistake.
fn wrong() -> String {
    GOOD.replace("KLANT_ONBEKEND", "GEEN_ZIN")
}

/// How a run is done.
#[derive(Clone, Copy)]
struct How {
    jobs: usize,
    block: usize,
    size: usize,
    shard: Shard,
    lines: bool,
}

impl Default for How {
    fn default() -> Self {
        Self { jobs: 2, block: 64 << 10, size: Limits::default().size, shard: Shard::WHOLE, lines: false }
    }
}

/// What a run tells: `name:line id,id` for what is not clean, and the numbers of clean messages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Outcomes {
    found: Vec<String>,
    clean: u64,
    streams: Vec<String>,
}

fn run<'s>(sources: impl IntoIterator<Item = Source<'s>, IntoIter: Send>, how: How) -> Outcomes {
    let limits = Limits { size: how.size, ..Limits::default() };
    let options = Options { limits, ..Options::default() };
    let check = |bytes: &[u8]| validate(bytes, &options);
    let bulk = Bulk {
        jobs: NonZeroUsize::new(how.jobs).unwrap(),
        block: how.block,
        size: how.size,
        shard: how.shard,
        lines: how.lines,
        ..Bulk::new(&check)
    };
    let mut out = Outcomes::default();
    bulk.run(sources, |told| {
        match told {
            Told::Clean(tally) => out.clean += tally.messages,
            Told::Stream(stream) => {
                out.streams.push(format!("{} {}/{}", stream.name, stream.with_findings, stream.lines));
            }
            Told::Checked(checked) => {
                let ids: Vec<&str> = checked.findings().map(|(finding, _)| finding.id()).collect();
                let what = match checked.report() {
                    None => "trouble".to_owned(),
                    Some(_) if ids.is_empty() => "passed".to_owned(),
                    Some(_) => ids.join(","),
                };
                let line = checked.line().map(|line| format!(":{line}")).unwrap_or_default();
                let name = checked.name.rsplit(std::path::MAIN_SEPARATOR).next().unwrap_or_default();
                out.found.push(format!("{name}{line} {what}"));
            }
        }
        Ok(())
    })
    .unwrap();
    out
}

/// Runs over lines that are called `x`.
fn lines(text: impl AsRef<[u8]>, how: How) -> Outcomes {
    run([Source::lines("x", text.as_ref())], how)
}

/// Runs over a file of this name with these bytes.
fn file(name: &str, bytes: &[u8]) -> Outcomes {
    file_with(name, bytes, How::default())
}

fn file_with(name: &str, bytes: &[u8], how: How) -> Outcomes {
    let folder = Folder::new(name, &[(name, bytes)]);
    run([folder.source(name)], how)
}

/// A folder with these files; removed when dropped.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str, files: &[(&str, &[u8])]) -> Self {
        static NUMBER: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("skp-bulk-{name}-{}-{number}", std::process::id()));
        for (path, bytes) in files {
            let path = folder.join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, bytes).unwrap();
        }
        Self(folder)
    }

    fn source(&self, name: &str) -> Source<'static> {
        Source::Input(Input::File(self.0.join(name)))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
