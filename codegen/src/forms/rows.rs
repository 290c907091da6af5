//! The kinds of rows.

use super::words::{CONTENT, KINDS, PRIVACY, SEVERITIES, STATUSES};
use super::{Holds, Key, Row};

pub(super) const SINCE: Key = Key::optional(
    "since",
    Holds::Bound,
    "First release with the row; left out: all of them. Letters of a module before it (SR 2.0) restrict that module only.",
);
pub(super) const UNTIL: Key =
    Key::optional("until", Holds::Bound, "First release without the row; it stays for the earlier ones.");
pub(super) const SOURCE: Key = Key::required(
    "source",
    Holds::Provenance,
    "Where the row comes from: published: key, derived: key or proposed, with keys of sources.toml.",
);
pub(super) const SEVERITY: Key =
    Key::required("severity", Holds::Word(SEVERITIES), "How severe it is when the rule is broken.");

/// Rows of an element table.
pub(super) const ELEMENTS: Row = Row {
    name: "elements",
    by_paragraph: false,
    keys: &[
        Key::required("name", Holds::Text, "The element; a list is Wrapper/Item."),
        Key::required("type", Holds::Text, "A simple type, a composite or a code list."),
        Key::optional("card", Holds::Cardinality, "How often it stands there; left out: exactly once."),
        SINCE,
        UNTIL,
        Key::optional(
            "was",
            Holds::Text,
            "The element of the release before that this one takes the place of; its value goes over in an upgrade.",
        ),
        Key::optional("min", Holds::Integer, "Shortest text or lowest number, narrower than that of the type."),
        Key::optional("max", Holds::Integer, "Longest text or highest number, narrower than that of the type."),
        Key::optional("pattern", Holds::Text, "A pattern of the whole value, besides that of the type."),
        Key::optional("privacy", Holds::Word(PRIVACY), "How private a value is, where it differs from the type."),
        Key::optional("group", Holds::Text, "Heading in the documentation; not in XML or JSON."),
        SOURCE,
    ],
};

/// Codes of a code list.
pub(super) const CODES: Row = Row {
    name: "codes",
    by_paragraph: false,
    keys: &[Key::required("code", Holds::Text, "The code as it is written."), SINCE, UNTIL, SOURCE],
};

/// Simple types.
pub(super) const TYPES: Row = Row {
    name: "types",
    by_paragraph: true,
    keys: &[
        Key::required("name", Holds::Text, "The name of the type."),
        Key::required("kind", Holds::Word(KINDS), "How a value is read and checked."),
        Key::optional("lines", Holds::Flag, "Whether a text may have several lines."),
        Key::optional("min", Holds::Limit, "Shortest text or lowest number; of an amount as text, \"0.00\"."),
        Key::optional("max", Holds::Limit, "Longest text or highest number; of an amount as text, \"0.00\"."),
        Key::optional("pattern", Holds::Text, "The pattern of the whole value."),
        Key::required("privacy", Holds::Word(PRIVACY), "How private a value is."),
        Key::required("source", Holds::LongProvenance, "Where the type comes from."),
        Key::required("constraint", Holds::Provenance, "Where its limits come from."),
    ],
};

/// Sources.
pub(super) const SOURCES: Row = Row {
    name: "sources",
    by_paragraph: false,
    keys: &[
        Key::required("key", Holds::Text, "The name that provenance cells use."),
        Key::required("title", Holds::Long, "What it is."),
        Key::required("address", Holds::Text, "Where it is; may be empty."),
    ],
};

/// Releases of a module.
pub(super) const RELEASES: Row = Row {
    name: "releases",
    by_paragraph: false,
    keys: &[
        Key::required("number", Holds::Number, "The number, two numbers with a point between them."),
        Key::optional("status", Holds::Word(STATUSES), "How far it is; left out: a draft."),
        Key::optional("valid_from", Holds::Day, "The first day on which it is in force; left out: not known."),
        Key::optional("valid_until", Holds::Day, "The last day on which it is in force; left out: not known."),
        Key::optional("status_source", Holds::Provenance, "Where status and days come from; left out: proposed."),
        Key::required("source", Holds::Provenance, "Where the number comes from."),
        Key::required("content", Holds::Word(CONTENT), "Whether its rows count as labelled, or have one label."),
    ],
};

/// Elements that a module forbids.
pub(super) const FORBIDDEN: Row = Row {
    name: "forbidden",
    by_paragraph: false,
    keys: &[
        Key::required("elements", Holds::Texts, "Elements that no message of the module may hold, at any depth."),
        Key::required("rule", Holds::Text, "The id of the rule that says so."),
        SEVERITY,
        SOURCE,
    ],
};

/// Ids that a message had before.
pub(super) const EARLIER: Row = Row {
    name: "earlier",
    by_paragraph: false,
    keys: &[
        Key::required("id", Holds::Text, "The id it had."),
        Key::required("name", Holds::Text, "The name it had in prose."),
        Key::required("until", Holds::Number, "The first release with the next id."),
        SOURCE,
    ],
};

const ID: Key = Key::required("id", Holds::Text, "The id, such as SR-BV-004a.");
const EACH: Key =
    Key::optional("each", Holds::Text, "A list: the rule runs once per item, and names are parts of the item.");
const WHEN: Key = Key::optional("when", Holds::Text, "The rule applies only then; an expression in CEL.");
const ASSERT: Key = Key::required("assert", Holds::Text, "What must hold; an expression in CEL.");
const AT: Key = Key::optional("at", Holds::Text, "Where a finding points; left out: the first element of assert.");

/// Rules of a message or composite.
pub(super) const RULES: Row =
    Row { name: "rules", by_paragraph: false, keys: &[ID, SEVERITY, EACH, WHEN, ASSERT, AT, SINCE, UNTIL, SOURCE] };

/// Rules of several messages or composites.
pub(super) const SHARED_RULES: Row = Row {
    name: "shared-rules",
    by_paragraph: false,
    keys: &[
        ID,
        SEVERITY,
        Key::optional("messages", Holds::Texts, "The messages it is on; in a file of a module."),
        Key::optional("types", Holds::Texts, "The composites it is on; in the file of the types."),
        EACH,
        WHEN,
        ASSERT,
        AT,
        SINCE,
        UNTIL,
        SOURCE,
    ],
};

/// Rules on a message and messages before it in the same conversation.
pub(super) const FACTS: Row = Row {
    name: "facts",
    by_paragraph: false,
    keys: &[
        ID,
        SEVERITY,
        Key::required("on", Holds::Texts, "The messages it is on; * is every message that has its elements."),
        Key::optional("with", Holds::Lists, "Names for earlier messages: the last one that is any of these."),
        Key::optional("named", Holds::Dictionary, "Where an earlier message of `with` is named, Message.Element."),
        EACH,
        WHEN,
        ASSERT,
        AT,
        SINCE,
        UNTIL,
        SOURCE,
    ],
};
