//! For machines.

use serde::Serialize;

use super::{Found, Machine};
use crate::figure::Figure;
use crate::memory::Memory;

/// A run, with what text works out of the figures.
#[derive(Serialize)]
struct Run<'a> {
    machine: &'a Machine,
    rounds: usize,
    figures: Vec<Line<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    memory: Option<&'a [Memory]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    memory_not_measured: Option<&'a str>,
}

#[derive(Serialize)]
struct Line<'a> {
    #[serde(flatten)]
    figure: &'a Figure,
    megabytes_a_second: Option<f64>,
    messages_a_second: Option<f64>,
}

/// The run as JSON.
///
/// # Errors
/// Never in practice: every part has a form in JSON.
pub fn render(found: &Found) -> Result<String, serde_json::Error> {
    let line = |figure| Line {
        figure,
        megabytes_a_second: Figure::megabytes_a_second(figure),
        messages_a_second: Figure::messages_a_second(figure),
    };
    serde_json::to_string_pretty(&Run {
        machine: &found.machine,
        rounds: found.rounds,
        figures: found.figures.iter().map(line).collect(),
        memory: found.memory.as_deref(),
        memory_not_measured: found.memory_not_measured.as_deref(),
    })
}
