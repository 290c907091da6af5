//! The checks that look across the definitions: one small file each.
//!
//! A check reads and reports; it changes nothing and needs no other check to have run. What one file alone
//! can tell while it is read is in `read`. The CEL in rules is checked where it is compiled, not here.

mod bad_code;
mod bad_date;
mod bad_earlier;
mod bad_holiday;
mod bad_layout;
mod bad_lifetime;
mod bad_limit;
mod bad_list;
mod bad_module_id;
mod bad_name;
mod bad_pattern;
mod bad_rule_id;
mod bad_was;
mod date_order;
mod dead_end;
mod deadline_without_answer;
mod duplicate_name;
mod duplicate_rule;
mod empty_table;
mod layout_element;
mod lifetime_gap;
mod lifetime_overlap;
mod missing_text;
mod name_clash;
mod never_alive;
mod recursion;
mod release_order;
mod reserved_name;
mod start_mismatch;
mod status_order;
mod step_sender;
pub(crate) mod unfinished;
mod unknown_earlier;
mod unknown_message;
mod unknown_module;
mod unknown_release;
mod unknown_role;
mod unknown_rule;
mod unknown_source;
mod unknown_state;
mod unknown_type;
mod unknown_word;
mod unreachable_state;
mod unused;
mod views;
mod wrong_module;

use crate::diagnostic::Diagnostic;
use crate::model::Definitions;

/// The codes of the diagnostics of this layer and what they are about.
pub const CHECKS: &[(&str, &str)] = &[
    ("bad-code", "a code is a text that fits in the type of codes"),
    ("bad-date", "a date is a day of the calendar, written as 2026-01-31"),
    ("bad-earlier", "earlier ids of messages follow each other and never name two messages in one release"),
    ("bad-holiday", "it is clear when a holiday is"),
    ("bad-layout", "a layout of the portal names messages, kinds and roles that exist, and each column once"),
    ("bad-lifetime", "until is a later release than since, and each module has one bound"),
    ("bad-limit", "limits fit the type they narrow, and the lowest is not above the highest"),
    ("bad-list", "what can stand more than once is a list, written Wrapper/Item"),
    ("bad-module-id", "a module's id is lower-case words with hyphens, as namespaces have it"),
    ("bad-name", "a name can be a name in XML, JSON and Rust"),
    ("bad-pattern", "a pattern is in the subset that means the same everywhere"),
    ("bad-rule-id", "a rule's id says to what it belongs, as in SR-BV-004a"),
    ("bad-was", "an element takes over the value of one that ends where it begins"),
    ("date-order", "a release is in force up to a day after it began, and began no earlier than the one before it"),
    ("dead-end", "a state that nothing leads out of is an end"),
    ("deadline-without-answer", "a deadline is one of an answer"),
    ("duplicate-name", "one name names one thing"),
    ("duplicate-rule", "one rule id names one rule"),
    ("empty-table", "a composite, message or code list that is used in a release has something in it there"),
    ("layout-element", "a column of a layout of the portal is an element that its message has in its release"),
    ("lifetime-gap", "an element or code does not go and come back"),
    ("lifetime-overlap", "in each release one row of an element or code holds"),
    ("missing-text", "everything the reader sees has a text in Dutch and English"),
    ("name-clash", "two names do not become one in JSON or Rust"),
    ("never-alive", "everything is in at least one release"),
    ("recursion", "a composite does not hold itself"),
    ("release-order", "releases stand from old to new"),
    ("reserved-name", "a name does not become one that JSON messages or Rust need themselves"),
    ("status-order", "no draft stands before a published release, and what is deprecated has a successor"),
    ("unfinished", "a text that a scaffold left to fill in is filled in"),
    ("unknown-earlier", "a rule on facts names messages of its module, and earlier ones by a word of its own"),
    ("start-mismatch", "what starts a conversation says so in its own file, and the other way round"),
    ("step-sender", "who sends a step is a sender of its messages and takes part"),
    ("unknown-message", "a rule on messages names messages of its module"),
    ("unknown-module", "letters before a release are those of a module"),
    ("unknown-release", "since and until are releases of a module that uses the row"),
    ("unknown-role", "senders and receivers are roles of the standard"),
    ("unknown-rule", "a step names rules on conversations"),
    ("unknown-source", "provenance names sources of sources.toml"),
    ("unknown-state", "a step goes from a state to a state"),
    ("unknown-type", "a type is defined"),
    ("unknown-word", "privacy, kind, severity and content are words of a fixed list"),
    ("unreachable-state", "a step leads to every state"),
    ("unused", "a composite or code list is used in a message"),
    ("wrong-module", "a conversation is that of its folder's module, once, and asks for documents of the header"),
];

/// Runs every check. The diagnostics are in the order of the files.
#[must_use]
pub fn lint(defs: &Definitions) -> Vec<Diagnostic> {
    let checks = [
        bad_code::check,
        bad_date::check,
        bad_earlier::check,
        bad_holiday::check,
        bad_layout::check,
        bad_lifetime::check,
        bad_limit::check,
        bad_list::check,
        bad_module_id::check,
        bad_name::check,
        bad_pattern::check,
        bad_rule_id::check,
        bad_was::check,
        date_order::check,
        dead_end::check,
        deadline_without_answer::check,
        duplicate_name::check,
        duplicate_rule::check,
        empty_table::check,
        layout_element::check,
        lifetime_gap::check,
        lifetime_overlap::check,
        missing_text::check,
        name_clash::check,
        never_alive::check,
        recursion::check,
        release_order::check,
        reserved_name::check,
        status_order::check,
        unfinished::check,
        unknown_earlier::check,
        start_mismatch::check,
        step_sender::check,
        unknown_message::check,
        unknown_module::check,
        unknown_release::check,
        unknown_role::check,
        unknown_rule::check,
        unknown_source::check,
        unknown_state::check,
        unknown_type::check,
        unknown_word::check,
        unreachable_state::check,
        unused::check,
        wrong_module::check,
    ];
    let mut out = Vec::new();
    for check in checks {
        check(defs, &mut out);
    }
    out.sort_by_key(|diagnostic| (diagnostic.span.file, diagnostic.span.range.start));
    out
}
