//! An engine that is a program of its own: it stays on, reads a line for each document and writes a line for each verdict.

use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::{Value, json};

use super::engine::{Engine, Question};
use super::judge::Answer;

/// A program that judges.
pub(super) struct Worker {
    child: Child,
    input: Option<BufWriter<ChildStdin>>,
    output: BufReader<ChildStdout>,
}

impl Worker {
    /// Starts it.
    pub(super) fn start(program: &str, arguments: &[&Path]) -> Result<Self, String> {
        let mut child = Command::new(program)
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| format!("{program}: {error}"))?;
        let (Some(input), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(format!("{program} has no standard input or output"));
        };
        let input = Some(BufWriter::new(input));
        Ok(Self { child, input, output: BufReader::new(output) })
    }
}

impl Engine for Worker {
    fn ask(&mut self, questions: &[Question<'_>]) -> Result<Vec<Answer>, String> {
        let Some(input) = self.input.as_mut() else { return Err("it has stopped".to_owned()) };
        let output = &mut self.output;
        // Both pipes are small: who writes everything before reading anything waits for ever.
        std::thread::scope(|scope| {
            let writing = scope.spawn(move || {
                for question in questions {
                    let line = json!({ "document": question.text, "schema": question.schema });
                    writeln!(input, "{line}")?;
                }
                input.flush()
            });
            let mut answers = Vec::with_capacity(questions.len());
            let mut line = String::new();
            for _ in questions {
                line.clear();
                match output.read_line(&mut line) {
                    Ok(0) => return Err("it stopped".to_owned()),
                    Err(error) => return Err(error.to_string()),
                    Ok(_) => answers.push(answer(&line)?),
                }
            }
            match writing.join() {
                Ok(Ok(())) => Ok(answers),
                Ok(Err(error)) => Err(error.to_string()),
                Err(_) => Err("writing stopped".to_owned()),
            }
        })
    }
}

fn answer(line: &str) -> Result<Answer, String> {
    let value: Value = serde_json::from_str(line).map_err(|_| format!("no answer: {line}"))?;
    let accepts = value.get("accepts").and_then(Value::as_bool).ok_or_else(|| format!("no verdict: {line}"))?;
    Ok(Answer { accepts, why: value.get("why").and_then(Value::as_str).unwrap_or_default().to_owned() })
}

impl Drop for Worker {
    fn drop(&mut self) {
        // Without input a worker ends by itself.
        self.input = None;
        let _ = self.child.wait();
    }
}
