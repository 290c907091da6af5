//! A message goes from a role to a role of the standard; the library makes its rules on who may send from
//! these.

use crate::diagnostic::{Diagnostic, closest};
use crate::model::Definitions;

/// The roles: schuldeiser, the kinds of schuldhulpverlener, bewindvoerder, kredietbank, waarborgfonds and
/// the system for early signals.
const ROLES: &[&str] = &["SE", "SHV1", "SHV2", "OSHV", "BEW", "KB", "WSK", "VVS"];

pub(super) fn check(defs: &Definitions, out: &mut Vec<Diagnostic>) {
    for conversation in &defs.conversations {
        // What a step says besides is seen against these.
        for role in conversation.participants.iter().map(|participant| &participant.role) {
            if !ROLES.contains(&role.as_str()) {
                let help = format!("the roles are: {}", ROLES.join(", "));
                let text = format!("there is no role `{role}`");
                out.push(Diagnostic::new("unknown-role", &role.span, text).label("no such role").help(help));
            }
        }
    }
    for message in defs.messages.iter().filter(|message| !message.header) {
        for (key, roles) in [("from", &message.from), ("to", &message.to)] {
            if roles.is_empty() {
                let text = format!("`{key}` of message `{}` names nobody", message.id);
                let help = format!("the roles are: {}", ROLES.join(", "));
                out.push(Diagnostic::new("unknown-role", &message.id.span, text).help(help));
            }
            for (number, role) in roles.iter().enumerate() {
                if !ROLES.contains(&role.as_str()) {
                    let help = match closest(role.as_str(), ROLES.iter().copied()) {
                        Some(likely) if likely.eq_ignore_ascii_case(role.as_str()) => format!("did you mean {likely}?"),
                        _ => format!("the roles are: {}", ROLES.join(", ")),
                    };
                    let text = format!("there is no role `{role}`");
                    out.push(Diagnostic::new("unknown-role", &role.span, text).label("no such role").help(help));
                } else if roles.iter().take(number).any(|other| other == role) {
                    let text = format!("role `{role}` stands twice in `{key}`");
                    out.push(Diagnostic::new("unknown-role", &role.span, text).help("take one out"));
                }
            }
        }
    }
}
