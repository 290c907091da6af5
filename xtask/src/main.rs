//! `cargo run --release -p xtask -- prove`: arguments in, an exit code out.

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use xtask::prove;

/// What the project asks of itself.
#[derive(Parser)]
#[command(name = "xtask")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Shows that the generated code and the generated schemas mean the same, on samples, generated and mutated messages.
    Prove(prove::Arguments),
}

fn main() -> ExitCode {
    let Task::Prove(arguments) = Arguments::parse().task;
    match prove::run(&arguments) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(trouble) => {
            eprintln!("xtask prove: {trouble}");
            ExitCode::FAILURE
        }
    }
}
