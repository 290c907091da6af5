//! The benchmark's command: `cargo run --release -p skp-bench`.
//!
//! ```text
//! cargo run --release -p skp-bench                                   # everything, with the CPU that Rust assumes
//! RUSTFLAGS="-C target-cpu=native" cargo run --release -p skp-bench  # with all that this CPU can do
//! cargo run --release -p skp-bench -- --only xml-read --rounds 50
//! cargo run --release -p skp-bench -- --check                        # exit code 1 when a target is missed
//! cargo run --release -p skp-bench -- build                          # build time and size of a program
//! ```

use std::error::Error;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use skp_bench::figure::all_reached;
use skp_bench::measure::{MEASURES, Setting};
use skp_bench::report::{Found, Machine, json, text};
use skp_bench::targets::TARGETS;
use skp_bench::{build, memory};

/// How fast skp-messages reads, checks and writes, next to other libraries on the same bytes in the same run.
#[derive(Parser)]
#[command(name = "skp-bench", args_conflicts_with_subcommands = true)]
struct Arguments {
    /// Print JSON
    #[arg(long, global = true)]
    json: bool,
    /// Exit with 1 when a ratio is below its target or could not be measured
    #[arg(long)]
    check: bool,
    /// With --check: a target that could not be measured does not count
    #[arg(long, requires = "check")]
    allow_missing: bool,
    /// Print what can be measured, and the targets
    #[arg(long)]
    list: bool,
    /// Only this measure; may be repeated
    #[arg(long, value_name = "NAME")]
    only: Vec<String>,
    /// How many rounds
    #[arg(long, default_value_t = 21, value_parser = clap::value_parser!(u16).range(1..))]
    rounds: u16,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Build a program that reads one message type, with this crate and with serde derives
    Build,
}

/// The name of the measure that counts instead of timing.
const MEMORY: &str = "memory";

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("skp-bench: {error}");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: &Arguments) -> Result<ExitCode, Box<dyn Error>> {
    if matches!(arguments.command, Some(Command::Build)) {
        let built = build::run()?;
        if arguments.json {
            println!("{}", serde_json::to_string_pretty(&built)?);
        } else {
            print!("{}", build::render(&built));
        }
        return Ok(ExitCode::SUCCESS);
    }
    if arguments.list {
        list();
        return Ok(ExitCode::SUCCESS);
    }
    let known = |name: &&String| *name == MEMORY || MEASURES.iter().any(|measure| measure.name == **name);
    if let Some(unknown) = arguments.only.iter().find(|name| !known(name)) {
        return Err(format!("there is no measure {unknown}; --list has them").into());
    }
    let wanted = |name: &str| arguments.only.is_empty() || arguments.only.iter().any(|only| only == name);

    let setting = Setting::new()?;
    let rounds = usize::from(arguments.rounds);
    let mut found =
        Found { machine: Machine::this(), rounds, figures: Vec::new(), memory: None, memory_not_measured: None };
    for measure in MEASURES.iter().filter(|measure| wanted(measure.name)) {
        eprintln!("{} …", measure.name);
        found.figures.extend(measure.run(&setting, rounds)?);
    }
    if wanted(MEMORY) {
        eprintln!("{MEMORY} …");
        match memory::count() {
            Ok(memory) => found.memory = Some(memory),
            Err(reason) => found.memory_not_measured = Some(reason),
        }
    }
    if arguments.json {
        println!("{}", json::render(&found)?);
    } else {
        print!("{}", text::render(&found));
    }
    let missed = arguments.check && !all_reached(&found.figures, arguments.allow_missing);
    Ok(if missed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn list() {
    for measure in MEASURES {
        println!("{:<11} {}", measure.name, measure.about);
    }
    println!("{MEMORY:<11} allocations and peak for one message");
    println!("\nTargets, as ratios in one run:");
    for target in TARGETS {
        println!("{:<11} {:<28} {:<27} ≥ {}", target.measure, target.input, target.peer, target.at_least);
    }
}
