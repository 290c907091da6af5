//! Peers in C run in a process of their own: compiled when the benchmark starts, timed by themselves.
//!
//! So our crates need no `unsafe` and no binding, and a machine without a C compiler or the library builds all the same.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

/// A compiled program that does something so many times with a file and prints the nanoseconds that took, in CPU time
/// of its thread, and how many elements one message has.
pub struct Program {
    path: PathBuf,
    arguments: Vec<PathBuf>,
}

/// What a run of a program gave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    /// The time of all iterations.
    pub time: Duration,
    /// The elements of one message.
    pub elements: u64,
}

impl Program {
    /// Compiles a source text; `flags` say where its library is, `package` is what to install for it.
    ///
    /// # Errors
    /// What to install.
    pub fn compile(
        folder: &Path,
        name: &str,
        source: &str,
        flags: &[String],
        package: &str,
        arguments: Vec<PathBuf>,
    ) -> Result<Self, String> {
        let install = || format!("install {package} and a C compiler");
        let file = folder.join(format!("{name}.c"));
        let path = folder.join(name);
        fs::write(&file, source).map_err(|error| error.to_string())?;
        let compiler = std::env::var_os("CC").unwrap_or_else(|| "cc".into());
        let output = Command::new(compiler).arg("-O2").arg("-o").arg(&path).arg(&file).args(flags).output();
        let compiled = output.is_ok_and(|output| output.status.success());
        if compiled { Ok(Self { path, arguments }) } else { Err(install()) }
    }

    /// Runs it on a file.
    ///
    /// # Errors
    /// What the program says is wrong.
    pub fn run(&self, file: &Path, iterations: u64) -> Result<Run, String> {
        let mut command = Command::new(&self.path);
        command.arg(file).arg(iterations.to_string()).args(&self.arguments);
        let output = command.output().map_err(|error| error.to_string())?;
        if !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).trim().to_owned());
        }
        parse(&String::from_utf8_lossy(&output.stdout)).ok_or_else(|| "it printed no time".to_owned())
    }

    /// The flags that a `…-config` program gives, or these when it is not there.
    #[must_use]
    pub fn flags(config: &str, otherwise: &[&str]) -> Vec<String> {
        let output = Command::new(config).args(["--cflags", "--libs"]).output();
        match output {
            Ok(output) if output.status.success() => {
                String::from_utf8_lossy(&output.stdout).split_whitespace().map(str::to_owned).collect()
            }
            _ => otherwise.iter().map(|&flag| flag.to_owned()).collect(),
        }
    }
}

fn parse(line: &str) -> Option<Run> {
    let (nanoseconds, elements) = line.trim().split_once(' ')?;
    Some(Run { time: Duration::from_nanos(nanoseconds.parse().ok()?), elements: elements.parse().ok()? })
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Run, parse};

    #[test]
    fn a_line_has_nanoseconds_and_elements() {
        assert_eq!(parse("1500 42\n"), Some(Run { time: Duration::from_nanos(1_500), elements: 42 }));
        assert_eq!(parse("no time"), None);
    }
}
