//! Modules, releases and messages.

use super::{Rule, Shape, Status};

/// A module of the standard.
#[derive(Debug)]
pub struct Module {
    /// The id as it stands in namespaces and in the header, `schuldregeling`.
    pub id: &'static str,
    /// The letters in rule ids, `SR`.
    pub code: &'static str,
    /// The name in prose.
    pub name: &'static str,
    /// The releases, oldest first.
    pub releases: &'static [&'static Release],
}

/// A frozen version of a module.
#[derive(Debug)]
pub struct Release {
    /// The number, `2.0`.
    pub number: &'static str,
    /// The namespace of its messages in XML.
    pub namespace: &'static str,
    /// Where the number stands: `published`, `derived` or `proposed`, with its source.
    pub source: &'static str,
    /// `as labelled` when each row's own label holds, else the label that holds for all of them.
    pub content: &'static str,
    /// How far it is.
    pub status: Status,
    /// Where the status and the two days stand: `published`, `derived` or `proposed`, with its source.
    pub status_source: &'static str,
    /// The first day on which it is in force, `2026-01-31`, when that is known.
    pub valid_from: Option<&'static str>,
    /// The last day on which it is in force, when that is known.
    pub valid_until: Option<&'static str>,
}

/// A message as it stands in one release of a module.
#[derive(Debug)]
pub struct MessageInfo {
    /// The module.
    pub module: &'static Module,
    /// The release.
    pub release: &'static Release,
    /// The id: XML root element and last part of JSON `bericht`.
    pub id: &'static str,
    /// `schuldregeling/2.0/Saldoverzoek`: how a bare JSON message names itself.
    pub bericht: &'static str,
    /// The name in prose.
    pub name: &'static str,
    /// The letters in rule ids, `SV`.
    pub code: &'static str,
    /// Who sends it.
    pub from: &'static [Role],
    /// Who receives it.
    pub to: &'static [Role],
    /// Whether it may start a conversation.
    pub starts: bool,
    /// Whether it answers a message, so that the header must say which.
    pub answers: bool,
    /// Its elements.
    pub shape: &'static Shape,
    /// Elements that a rule forbids by name at any depth.
    pub forbidden: &'static [Forbidden],
    /// Where the message stands: `published`, `derived` or `proposed`, with its source.
    pub source: &'static str,
}

impl MessageInfo {
    /// Whether a rule is one that forbids elements of this message by name.
    pub(crate) fn forbids(&self, rule: &Rule) -> bool {
        self.forbidden.iter().any(|forbidden| forbidden.rule == rule)
    }
}

/// A role code of the standard, `SE` or `SHV2`.
pub type Role = &'static str;

/// Elements whose presence breaks a rule that says more than "unknown element".
#[derive(Debug)]
pub struct Forbidden {
    /// The names, each in the standard's spelling and in JSON's.
    pub names: &'static [(&'static str, &'static str)],
    /// The rule.
    pub rule: &'static Rule,
}
