//! How fast lines are checked in bulk, beside a loop over the same lines in memory.
//!
//! ```text
//! skp sample SaldoverzoekAntwoord --count 1000 --out - > lines.ndjson
//! cargo run --release -p skp-validate --example rate -- lines.ndjson 5
//! ```
//!
//! Rounds of all ways are interleaved, and the ratio of each way to the loop on as many threads is the median over rounds. A
//! clock on a machine with other work says little; ratios within a round say more.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::print_stdout)] // a program for makers

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::thread;
use std::time::Instant;

use skp_messages::{Options, validate};
use skp_validate::Input;
use skp_validate::bulk::{Bulk, Source, Told};

fn main() {
    let mut arguments = std::env::args().skip(1);
    let path = PathBuf::from(arguments.next().expect("a file with a message on each line"));
    let rounds: usize = arguments.next().map_or(5, |rounds| rounds.parse().unwrap());
    let block: Option<usize> = arguments.next().map(|block| block.parse().unwrap());
    let bytes = std::fs::read(&path).unwrap();
    let lines: Vec<&[u8]> = bytes.split(|&byte| byte == b'\n').filter(|line| !line.is_empty()).collect();
    println!("{} lines, {} bytes", lines.len(), bytes.len());
    let options = Options::default();
    let check = |line: &[u8]| validate(line, &options);
    let in_memory = |threads: usize| {
        let begin = Instant::now();
        thread::scope(|scope| {
            for part in lines.chunks(lines.len().div_ceil(threads)) {
                scope.spawn(move || part.iter().filter(|line| check(line).is_valid()).count());
            }
        });
        lines.len() as f64 / begin.elapsed().as_secs_f64()
    };
    let in_bulk = |jobs: usize| {
        let begin = Instant::now();
        let mut bulk = Bulk { jobs: NonZeroUsize::new(jobs).unwrap(), ..Bulk::new(&check) };
        bulk.block = block.unwrap_or(bulk.block);
        let mut messages = 0;
        bulk.run([Source::Input(Input::File(path.clone()))], |told| {
            match told {
                Told::Clean(tally) => messages += tally.messages,
                Told::Checked(_) => messages += 1,
                Told::Stream(_) => {}
            }
            Ok(())
        })
        .unwrap();
        messages as f64 / begin.elapsed().as_secs_f64()
    };
    let mut ratios = [Vec::new(), Vec::new()];
    for _ in 0..rounds {
        for (slot, threads) in [(0, 1), (1, 2)] {
            let (memory, bulk) = (in_memory(threads), in_bulk(threads));
            ratios[slot].push(bulk / memory);
            println!("{threads} threads: {memory:.0}/s in memory, {bulk:.0}/s in bulk, ratio {:.2}", bulk / memory);
        }
    }
    for (threads, ratios) in [1, 2].into_iter().zip(&mut ratios) {
        ratios.sort_by(f64::total_cmp);
        println!("{threads} threads: median ratio {:.2}", ratios[ratios.len() / 2]);
    }
}
