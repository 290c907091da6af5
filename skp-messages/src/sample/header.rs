//! What the runtime asks of the header of a message, as rules like any other.
//!
//! Who may send a message, and what must come with it, follows from the list of messages and not from a table, so
//! these are not in the definitions. Written as rules they can be obeyed and broken in the same way.

use super::rule::{Assertion, Bool, Path, Root, Rule};
use crate::check::builtin;
use crate::shape::{self, MessageInfo};

/// The rules on the header of a message: KOP-002, KOP-003, KOP-004 and KOP-007.
pub(crate) fn rules(info: &'static MessageInfo) -> Vec<Rule> {
    let field = |name: &str| {
        let place = crate::catalogue::header().elements.iter().position(|element| element.name == name);
        Path { root: Root::Scope, steps: place.into_iter().collect(), optional: false }
    };
    let sender =
        |codes: &[&str]| Bool::Codes(field("AfzenderType"), codes.iter().map(|&code| code.to_owned()).collect());
    let rule = |info: &'static shape::Rule, when: Option<Bool>, holds: Bool, at: &str| Rule {
        info,
        each: None,
        when,
        assertion: Assertion::Holds(holds),
        at: field(at).steps,
    };
    let mut from = info.from.to_vec();
    if from.contains(&"SHV2") {
        // A kredietbank may send what an SHV2 may send.
        from.push("KB");
    }
    let mut rules = vec![rule(&builtin::KOP_002, None, sender(&from), "AfzenderType")];
    if info.starts {
        for (known, role, document) in
            [(&builtin::KOP_003, "OSHV", "Toestemmingsverklaring"), (&builtin::KOP_004, "BEW", "BeschikkingBewind")]
        {
            rules.push(rule(known, Some(sender(&[role])), Bool::Has(field(document)), document));
        }
    }
    if info.answers {
        rules.push(rule(&builtin::KOP_007, None, Bool::Has(field("AntwoordOp")), "AntwoordOp"));
    }
    rules
}
