//! What it costs to build a program that reads one message type, with our crate and with serde derives.
//!
//! Two small packages are written to a temporary folder and built there from nothing, with the lock file of this
//! workspace. Nothing is timed but cargo, nothing is kept.

mod programs;

use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use serde::Serialize;
use skp_messages::schuldregeling::v2_0::Message;

use crate::clock;
use crate::memory::cargo;

pub use programs::{PROGRAMS, Program};

/// What building one program cost.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Built {
    /// The program.
    pub name: &'static str,
    /// What it is.
    pub about: &'static str,
    /// CPU seconds of a clean build; absent where nobody counts them.
    pub cpu_seconds: Option<f64>,
    /// Bytes of the stripped program.
    pub bytes: u64,
    /// Crates that were compiled, with its own.
    pub crates: usize,
}

/// Builds each program from nothing and runs it once, to see that it works.
///
/// # Errors
/// When cargo fails, or a program does not read what it is made for.
pub fn run() -> Result<Vec<Built>, Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let message = crate::input::answer(12)?;
    let xml = folder.path().join("message.xml");
    let json = folder.path().join("message.json");
    fs::write(&xml, message.to_xml()?)?;
    fs::write(&json, message.to_json()?)?;
    PROGRAMS.iter().map(|program| build(program, folder.path(), [&xml, &json])).collect()
}

fn build(program: &Program, folder: &Path, messages: [&Path; 2]) -> Result<Built, Box<dyn Error>> {
    let home = folder.join(program.name);
    program.write(&home)?;
    let target = home.join("target");
    let run = |arguments: &[&str]| -> Result<Vec<u8>, Box<dyn Error>> {
        let mut command = Command::new(cargo());
        command.args(arguments).current_dir(&home).env("CARGO_TARGET_DIR", &target).stderr(Stdio::piped());
        for variable in ["CARGO_INCREMENTAL", "RUSTC_WRAPPER"] {
            command.env_remove(variable);
        }
        let output = command.output()?;
        if output.status.success() { Ok(output.stderr) } else { Err(String::from_utf8_lossy(&output.stderr).into()) }
    };
    run(&["fetch", "--offline"]).or_else(|_| run(&["fetch"]))?;

    let before = clock::of_children();
    let log = run(&["build", "--release", "--offline"])?;
    let cpu = clock::of_children().zip(before).map(|(after, before)| after.saturating_sub(before));

    let made = target.join("release").join(program.name).with_extension(std::env::consts::EXE_EXTENSION);
    for message in messages {
        let output = Command::new(&made).arg(message).output()?;
        if output.stdout.trim_ascii() != b"12" {
            return Err(format!("{} does not read {}", program.name, message.display()).into());
        }
    }
    let built = Built {
        name: program.name,
        about: program.about,
        cpu_seconds: cpu.map(|time| time.as_secs_f64()),
        bytes: fs::metadata(&made)?.len(),
        crates: String::from_utf8_lossy(&log).lines().filter(|line| line.trim_start().starts_with("Compiling")).count(),
    };
    fs::remove_dir_all(&home)?;
    Ok(built)
}

/// The builds as text.
#[must_use]
pub fn render(built: &[Built]) -> String {
    let line = |built: &Built| {
        let seconds = built.cpu_seconds.map_or_else(|| "?".to_owned(), |seconds| format!("{seconds:.1}"));
        let size = built.bytes as f64 / 1e6;
        format!("{:<8} {seconds:>6} CPU s {size:>7.2} MB {:>4} crates   {}\n", built.name, built.crates, built.about)
    };
    let head = "A clean release build of a program that reads one message type, XML and JSON; stripped.\n";
    head.to_owned() + &built.iter().map(line).collect::<String>()
}
