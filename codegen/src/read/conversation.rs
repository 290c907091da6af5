//! A `conversation.toml`: how the messages of a module follow each other.

use super::table::Table;
use super::texts;
use crate::diagnostic::Diagnostic;
use crate::model::conversation::{Answer, Aside, Conversation, Participant, Sector, State, Step};

/// Reads the file; `folder` is the module of its folder.
pub(super) fn read(mut table: Table<'_>, folder: String, out: &mut Vec<Diagnostic>) -> Conversation {
    let conversation = Conversation {
        folder,
        module: table.text("conversation", out),
        source: table.provenance("source", out),
        participants: table.rows("participants", out).into_iter().map(|row| participant(row, out)).collect(),
        states: table.rows("states", out).into_iter().map(|row| state(row, out)).collect(),
        steps: table.rows("steps", out).into_iter().map(|row| step(row, out)).collect(),
        aside: table.optional_rows("aside", out).into_iter().map(|row| aside(row, out)).collect(),
        answers: table.optional_rows("answers", out).into_iter().map(|row| answer(row, out)).collect(),
        sectors: table.optional_rows("sectors", out).into_iter().map(|row| sector(row, out)).collect(),
        texts: texts::read(&mut table, out),
    };
    let states = conversation.states.iter().map(|state| &state.name);
    texts::check(&conversation.texts, states.chain([&texts::whole("conversation")]), out);
    table.finish(out);
    conversation
}

fn participant(mut row: Table<'_>, out: &mut Vec<Diagnostic>) -> Participant {
    let participant = Participant {
        role: row.text("role", out),
        starts: row.flag("starts", out),
        consent: row.optional_text("consent", out),
        every: row.flag("every", out),
        source: row.provenance("source", out),
    };
    row.finish(out);
    participant
}

fn state(mut row: Table<'_>, out: &mut Vec<Diagnostic>) -> State {
    let state = State {
        name: row.text("name", out),
        end: row.flag("end", out),
        rest: row.flag("rest", out),
        source: row.provenance("source", out),
    };
    row.finish(out);
    state
}

fn step(mut row: Table<'_>, out: &mut Vec<Diagnostic>) -> Step {
    let step = Step {
        from: row.texts("from", out),
        messages: row.texts("messages", out),
        by: row.texts("by", out),
        when: row.optional_text("when", out),
        to: row.optional_text("to", out),
        same: row.flag("same", out),
        finding: row.optional_text("finding", out),
        otherwise: row.optional_text("otherwise", out),
        life: row.lifetime(out),
        source: row.provenance("source", out),
    };
    row.finish(out);
    step
}

fn aside(mut row: Table<'_>, out: &mut Vec<Diagnostic>) -> Aside {
    let aside =
        Aside { messages: row.texts("messages", out), by: row.texts("by", out), source: row.provenance("source", out) };
    row.finish(out);
    aside
}

fn answer(mut row: Table<'_>, out: &mut Vec<Diagnostic>) -> Answer {
    let answer = Answer {
        questions: row.texts("questions", out),
        answers: row.texts("answers", out),
        days: row.integer("days", out),
        by: row.texts("by", out),
        place: row.place.clone(),
        source: row.provenance("source", out),
    };
    row.finish(out);
    answer
}

fn sector(mut row: Table<'_>, out: &mut Vec<Diagnostic>) -> Sector {
    let sector = Sector {
        messages: row.texts("messages", out),
        marks: row.texts("marks", out),
        source: row.provenance("source", out),
    };
    row.finish(out);
    sector
}
