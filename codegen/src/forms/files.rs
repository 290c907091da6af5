//! The kinds of files, in the order in which the reader looks for them.

use super::csv_rows::COLUMNS;
use super::process_rows::{ANSWERS, ASIDE, HOLIDAYS, PARTICIPANTS, PROCESS, SECTORS, STATES, STEPS};
use super::rows::{CODES, EARLIER, ELEMENTS, FACTS, FORBIDDEN, RELEASES, RULES, SHARED_RULES, SOURCES, TYPES};
use super::words::{LISTS, PRIVACY};
use super::{File, Holds, Key};

const SINCE: Key = Key::optional("since", Holds::Bound, "First release with it; left out: all of them.");
const UNTIL: Key = Key::optional("until", Holds::Bound, "First release without it.");
const SOURCE: Key = Key::required("source", Holds::Provenance, "Where it comes from.");
const ELEMENT_TABLE: Key = Key::required("elements", Holds::Rows(&ELEMENTS), "Its elements, in the order of the XML.");
const RULE_LIST: Key = Key::optional("rules", Holds::Rows(&RULES), "Its rules.");
const NL: Key = Key::required("nl", Holds::Dictionary, "Texts in Dutch: one for the whole, one per row and rule.");
const EN: Key = Key::required("en", Holds::Dictionary, "Texts in English: one for the whole, one per row and rule.");

/// Every kind of file.
pub const FILES: &[File] = &[
    File {
        kind: "csv",
        text: "A layout of the CSV files of the portal.",
        keys: &[
            Key::required("csv", Holds::Text, "The id of the layout."),
            Key::required("name", Holds::Text, "Its name in prose."),
            Key::required("module", Holds::Text, "The id of the module."),
            Key::required("release", Holds::Text, "The release of the module."),
            Key::required("question", Holds::Text, "The message that asks."),
            Key::required("answers", Holds::Texts, "The messages that a row may answer with."),
            SOURCE,
            Key::required("columns", Holds::Rows(&COLUMNS), "The columns, from A on."),
        ],
    },
    File {
        kind: "message",
        text: "One message, with all its releases.",
        keys: &[
            Key::required("message", Holds::Text, "The id: root element in XML, last part of bericht in JSON."),
            Key::required("name", Holds::Text, "The name in prose."),
            Key::required("code", Holds::Text, "The letters in rule ids, GM in SR-GM-001."),
            Key::optional("modules", Holds::Texts, "Of a message of several modules: their ids."),
            Key::required("from", Holds::Texts, "Roles that send it, codes of TypeDeelnemer."),
            Key::required("to", Holds::Texts, "Roles that receive it."),
            SINCE,
            UNTIL,
            Key::optional("earlier", Holds::Rows(&EARLIER), "Ids it had in earlier releases, oldest first."),
            Key::optional("starts", Holds::Flag, "Whether it may start a conversation."),
            Key::optional("answer", Holds::Flag, "Whether it answers a message: AntwoordOp is then required."),
            SOURCE,
            ELEMENT_TABLE,
            RULE_LIST,
            NL,
            EN,
        ],
    },
    File {
        kind: "header",
        text: "The header of every message.",
        keys: &[
            Key::required("header", Holds::Text, "The id."),
            SINCE,
            UNTIL,
            SOURCE,
            ELEMENT_TABLE,
            RULE_LIST,
            NL,
            EN,
        ],
    },
    File {
        kind: "composite",
        text: "A type made of elements, which messages share.",
        keys: &[
            Key::required("composite", Holds::Text, "The name of the type."),
            Key::optional("choice", Holds::Flag, "Whether exactly one of the parts is there."),
            SOURCE,
            ELEMENT_TABLE,
            RULE_LIST,
            NL,
            EN,
        ],
    },
    File {
        kind: "codelist",
        text: "A list of codes.",
        keys: &[
            Key::required("codelist", Holds::Text, "The name of the list."),
            Key::optional("type", Holds::Word(&["Integer"]), "Integer when the codes are whole numbers in JSON."),
            Key::required("kind", Holds::Word(LISTS), "Closed: another code is an error; open: a warning."),
            Key::required("privacy", Holds::Word(PRIVACY), "How private a code is."),
            SOURCE,
            Key::required("codes", Holds::Rows(&CODES), "The codes, with their history."),
            NL,
            EN,
        ],
    },
    File {
        kind: "module",
        text: "A module and its releases.",
        keys: &[
            Key::required("module", Holds::Text, "The id in namespaces: lower-case words with hyphens."),
            Key::required("code", Holds::Text, "The letters in rule ids."),
            Key::required("name", Holds::Text, "The name in prose."),
            SOURCE,
            Key::required("releases", Holds::Rows(&RELEASES), "Its releases, from old to new."),
            Key::optional("forbidden", Holds::Rows(&FORBIDDEN), "Elements a rule forbids by name, at any depth."),
            NL,
            EN,
        ],
    },
    File {
        kind: "sources",
        text: "The sources that provenance cells name.",
        keys: &[Key::required("sources", Holds::Rows(&SOURCES), "The sources, one per line.")],
    },
    File {
        kind: "types",
        text: "The simple types.",
        keys: &[Key::required("types", Holds::Rows(&TYPES), "The types, one per line."), NL, EN],
    },
    File {
        kind: "facts",
        text: "Facts that must agree between the messages of a conversation of one module.",
        keys: &[
            Key::required("facts", Holds::Text, "The id of the module."),
            Key::required("rules", Holds::Rows(&FACTS), "The rules."),
            NL,
            EN,
        ],
    },
    File {
        kind: "rules",
        text: "Rules of several messages or composites.",
        keys: &[Key::required("rules", Holds::Rows(&SHARED_RULES), "The rules."), NL, EN],
    },
    File {
        kind: "conversation",
        text: "How the messages of a module follow each other.",
        keys: &[
            Key::required("conversation", Holds::Text, "The id of the module."),
            SOURCE,
            Key::required("participants", Holds::Rows(&PARTICIPANTS), "Who takes part."),
            Key::required(
                "states",
                Holds::Rows(&STATES),
                "The states, in the order in which they are usually reached.",
            ),
            Key::required("steps", Holds::Rows(&STEPS), "Which message leads from which states to which."),
            Key::optional(
                "aside",
                Holds::Rows(&ASIDE),
                "Messages that may be sent in every open state and change none.",
            ),
            Key::optional("answers", Holds::Rows(&ANSWERS), "Which messages answer which, and within how many days."),
            Key::optional("sectors", Holds::Rows(&SECTORS), "Messages that only creditors with a mark receive."),
            NL,
            EN,
        ],
    },
    File {
        kind: "process",
        text: "Rules on the messages of a conversation together.",
        keys: &[Key::required("process", Holds::Rows(&PROCESS), "The rules, one per line."), NL, EN],
    },
    File {
        kind: "calendar",
        text: "The working days, from which deadlines follow.",
        keys: &[
            Key::required("calendar", Holds::Text, "The country."),
            SOURCE,
            Key::required("weekend", Holds::Texts, "Days of the week that are no working days."),
            Key::required("holidays", Holds::Rows(&HOLIDAYS), "The holidays, one per line."),
            NL,
            EN,
        ],
    },
];
