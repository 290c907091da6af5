//! The kinds of rows of conversations, of the rules on them and of the calendar.

use super::words::{SEVERITIES, WEEK};
use super::{Holds, Key, Row};

const SOURCE: Key = Key::required(
    "source",
    Holds::Provenance,
    "Where the row comes from: published: key, derived: key or proposed, with keys of sources.toml.",
);
const MESSAGES: Key = Key::required("messages", Holds::Texts, "The messages, by their ids of today.");
const BY: Key = Key::required("by", Holds::Texts, "The roles that send them.");

/// Who takes part in a conversation.
pub(super) const PARTICIPANTS: Row = Row {
    name: "participants",
    by_paragraph: false,
    keys: &[
        Key::required("role", Holds::Text, "The role, a code of TypeDeelnemer."),
        Key::optional("starts", Holds::Flag, "Whether it may start a conversation."),
        Key::optional("consent", Holds::Text, "The document of the header that it sends when it starts."),
        Key::optional("every", Holds::Flag, "Whether it sends that document in every message."),
        SOURCE,
    ],
};

/// Where a conversation can stand.
pub(super) const STATES: Row = Row {
    name: "states",
    by_paragraph: false,
    keys: &[
        Key::required("name", Holds::Text, "The name: capitals and single underscores."),
        Key::optional("end", Holds::Flag, "Whether the conversation is over then."),
        Key::optional("rest", Holds::Flag, "Whether the conversation may stay there."),
        SOURCE,
    ],
};

/// What moves a conversation.
pub(super) const STEPS: Row = Row {
    name: "steps",
    by_paragraph: true,
    keys: &[
        Key::required("from", Holds::Texts, "States; START for a first message, * for every open state."),
        MESSAGES,
        Key::optional("when", Holds::Text, "What the content must say; an expression in CEL."),
        BY,
        Key::optional("to", Holds::Text, "The state it leads to; left out: the state stays."),
        Key::optional("same", Holds::Flag, "Whether it must be the same of these messages as before."),
        Key::optional("finding", Holds::Text, "The rule whose finding tells of the step."),
        Key::optional("otherwise", Holds::Text, "The rule that is broken in a wrong state, instead of PROC-003."),
        Key::optional("since", Holds::Bound, "First release with the step; left out: all of them."),
        Key::optional("until", Holds::Bound, "First release without the step."),
        SOURCE,
    ],
};

/// What may be sent beside the order of messages.
pub(super) const ASIDE: Row = Row { name: "aside", by_paragraph: false, keys: &[MESSAGES, BY, SOURCE] };

/// What answers what.
pub(super) const ANSWERS: Row = Row {
    name: "answers",
    by_paragraph: false,
    keys: &[
        Key::required("questions", Holds::Texts, "The messages that ask."),
        Key::required("answers", Holds::Texts, "The messages that answer."),
        Key::optional("days", Holds::Integer, "Within how many working days; left out: no deadline."),
        Key::required("by", Holds::Texts, "The roles that answer."),
        SOURCE,
    ],
};

/// Which form of a message is for which mark.
pub(super) const SECTORS: Row = Row {
    name: "sectors",
    by_paragraph: false,
    keys: &[
        MESSAGES,
        Key::required("marks", Holds::Texts, "The marks (SectorSchuldeiser) of the creditors they are for."),
        SOURCE,
    ],
};

/// Rules on the messages of a conversation together.
pub(super) const PROCESS: Row = Row {
    name: "process",
    by_paragraph: false,
    keys: &[
        Key::required("id", Holds::Text, "The id, such as PROC-003."),
        Key::required("severity", Holds::Word(SEVERITIES), "How severe it is when the rule is broken."),
        Key::optional("modules", Holds::Texts, "The letters of the modules it is about; left out: all."),
        Key::optional("days", Holds::Integer, "The working days it speaks of."),
        SOURCE,
    ],
};

/// Holidays.
pub(super) const HOLIDAYS: Row = Row {
    name: "holidays",
    by_paragraph: false,
    keys: &[
        Key::required("name", Holds::Text, "The name."),
        Key::optional("month", Holds::Integer, "The month, of a holiday with a date of its own."),
        Key::optional("day", Holds::Integer, "The day of that month."),
        Key::optional("easter", Holds::Integer, "So many days after Easter Sunday."),
        Key::optional("when", Holds::Word(WEEK), "The day of the week on which it is moved."),
        Key::optional("shift", Holds::Integer, "By how many days it is moved then."),
        SOURCE,
    ],
};
