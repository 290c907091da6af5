//! The kinds of rows in files about conversations.

use super::rows::{SEVERITY, SINCE, SOURCE, UNTIL};
use super::words::DAYS;
use super::{Holds, Key, Row};

const BY: Key = Key::required("by", Holds::Texts, "The roles that send it.");
const MESSAGES: Key = Key::required("messages", Holds::Texts, "The ids of the messages.");

/// Who takes part.
pub(super) const PARTICIPANTS: Row = Row {
    name: "participants",
    by_paragraph: false,
    keys: &[
        Key::required("role", Holds::Text, "A code of TypeDeelnemer."),
        Key::optional("starts", Holds::Flag, "Whether it may start a conversation."),
        Key::optional("consent", Holds::Text, "The document that it must send, a field of the header."),
        Key::optional("every", Holds::Flag, "Whether every message carries that document, not only the first."),
        SOURCE,
    ],
};

/// The states of a conversation.
pub(super) const STATES: Row = Row {
    name: "states",
    by_paragraph: false,
    keys: &[
        Key::required("name", Holds::Text, "The name, in capitals."),
        Key::optional("end", Holds::Flag, "Whether the conversation is over."),
        Key::optional("rest", Holds::Flag, "Whether it may stay there for good, although messages may still follow."),
        SOURCE,
    ],
};

/// Which message leads from which states to which.
pub(super) const STEPS: Row = Row {
    name: "steps",
    by_paragraph: false,
    keys: &[
        Key::required(
            "from",
            Holds::Texts,
            "The states it starts from; START: none yet; *: every state that is no end.",
        ),
        MESSAGES,
        Key::optional("when", Holds::Text, "Only when the message says so; an expression in CEL."),
        BY,
        Key::optional("to", Holds::Text, "The state it leads to; left out: the same."),
        Key::optional("same", Holds::Flag, "Whether it must be the same message as the last of them."),
        Key::optional("finding", Holds::Text, "The rule that tells of this step."),
        Key::optional(
            "otherwise",
            Holds::Text,
            "The rule to report, instead of PROC-003, when the state is another one.",
        ),
        SINCE,
        UNTIL,
        SOURCE,
    ],
};

/// Messages that change no state.
pub(super) const ASIDE: Row = Row { name: "aside", by_paragraph: false, keys: &[MESSAGES, BY, SOURCE] };

/// Which messages answer which.
pub(super) const ANSWERS: Row = Row {
    name: "answers",
    by_paragraph: false,
    keys: &[
        Key::required("questions", Holds::Texts, "The messages that ask."),
        Key::required("answers", Holds::Texts, "The messages that answer."),
        Key::optional("days", Holds::Integer, "Within so many working days; left out: no deadline."),
        Key::required("by", Holds::Texts, "The roles that answer."),
        SOURCE,
    ],
};

/// Messages for creditors with a mark.
pub(super) const SECTORS: Row = Row {
    name: "sectors",
    by_paragraph: false,
    keys: &[MESSAGES, Key::required("marks", Holds::Texts, "The marks of SectorSchuldeiser; none: no mark."), SOURCE],
};

/// Rules on conversations.
pub(super) const PROCESS: Row = Row {
    name: "process",
    by_paragraph: false,
    keys: &[
        Key::required("id", Holds::Text, "The id, such as PROC-001."),
        SEVERITY,
        Key::optional("modules", Holds::Texts, "The letters of the modules it is about; left out: all."),
        Key::optional("days", Holds::Integer, "The working days it speaks of."),
        SOURCE,
    ],
};

/// Days on which nobody need work.
pub(super) const HOLIDAYS: Row = Row {
    name: "holidays",
    by_paragraph: false,
    keys: &[
        Key::required("name", Holds::Text, "The name."),
        Key::optional("month", Holds::Integer, "Of a fixed date: the month."),
        Key::optional("day", Holds::Integer, "Of a fixed date: the day of the month."),
        Key::optional("easter", Holds::Integer, "Of a day that moves: so many days after Easter Sunday."),
        Key::optional("when", Holds::Word(DAYS), "The day of the week on which it is moved."),
        Key::optional("shift", Holds::Integer, "By how many days it is moved then."),
        SOURCE,
    ],
};
