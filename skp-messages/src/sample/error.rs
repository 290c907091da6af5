//! Why there is no sample.

use std::fmt;

use crate::catalogue::Never;
use crate::shape::Rule;
use crate::{Format, Lang};

/// Why a sample could not be made.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum SampleError {
    /// The definitions that this crate was built from could not be read again; the text says why.
    Definitions(String),
    /// There is no rule of this id.
    UnknownRule(String),
    /// The rule does not occur in the message that was asked for.
    NotInMessage {
        /// The rule.
        rule: &'static Rule,
        /// The message, `schuldregeling/2.0/Saldoverzoek`.
        message: &'static str,
    },
    /// The rule cannot be broken in the format that was asked for: only XML has attributes.
    NotInFormat {
        /// The rule.
        rule: &'static Rule,
        /// The format.
        format: Format,
    },
    /// One message alone cannot break the rule: it compares messages of a conversation, or looks at when it is checked.
    NotOneMessage(&'static Rule),
    /// Nothing can break the rule as the standard is now, and why.
    NeverBroken(&'static Rule, Never),
    /// No conversation of this release was found that breaks no rule.
    NoConversation {
        /// The module.
        module: &'static str,
        /// The release.
        release: &'static str,
    },
    /// No conversation was found that breaks this rule and no other, however often it was tried.
    NotBroken {
        /// The rule.
        rule: &'static Rule,
        /// A module that has it.
        module: &'static str,
    },
    /// Nothing was found in which these rules hold, however often it was tried.
    Unsolved {
        /// The message.
        message: &'static str,
        /// The rules that stayed broken; with a rule to break, that rule when it stayed whole.
        rules: Vec<&'static Rule>,
    },
}

impl SampleError {
    /// What is the matter, in one sentence.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let ids = |rules: &[&'static Rule]| rules.iter().map(|rule| rule.id).collect::<Vec<_>>().join(", ");
        match (self, lang) {
            (Self::Definitions(why), Lang::Nl) => format!("de definities zijn niet te lezen: {why}"),
            (Self::Definitions(why), Lang::En) => format!("the definitions cannot be read: {why}"),
            (Self::UnknownRule(_), Lang::Nl) => "deze regel bestaat niet; zie 'skp explain --list'".to_owned(),
            (Self::UnknownRule(_), Lang::En) => "there is no such rule; see 'skp explain --list'".to_owned(),
            (Self::NotInMessage { rule, message }, Lang::Nl) => format!("{} geldt niet in {message}", rule.id),
            (Self::NotInMessage { rule, message }, Lang::En) => format!("{} does not hold in {message}", rule.id),
            (Self::NotInFormat { rule, format }, Lang::Nl) => format!("{} is in {format} niet te breken", rule.id),
            (Self::NotInFormat { rule, format }, Lang::En) => format!("{} cannot be broken in {format}", rule.id),
            (Self::NotOneMessage(rule), Lang::Nl) => {
                format!("{} gaat over meer dan één bericht, of over wanneer het gecontroleerd wordt", rule.id)
            }
            (Self::NotOneMessage(rule), Lang::En) => {
                format!("{} is about more than one message, or about when it is checked", rule.id)
            }
            (Self::NeverBroken(rule, why), Lang::Nl) => {
                format!("{} kan niet optreden in deze standaard: {}", rule.id, why.nl)
            }
            (Self::NeverBroken(rule, why), Lang::En) => {
                format!("{} cannot occur in this standard: {}", rule.id, why.en)
            }
            (Self::NoConversation { module, release }, Lang::Nl) => {
                format!("geen conversatie gevonden van {module} {release}")
            }
            (Self::NoConversation { module, release }, Lang::En) => {
                format!("no conversation of {module} {release} was found")
            }
            (Self::NotBroken { rule, module }, Lang::Nl) => {
                format!("geen conversatie van {module} gevonden die alleen {} breekt", rule.id)
            }
            (Self::NotBroken { rule, module }, Lang::En) => {
                format!("no conversation of {module} was found that breaks {} alone", rule.id)
            }
            (Self::Unsolved { message, rules }, Lang::Nl) => {
                format!("geen voorbeeld gevonden van {message}; het lukte niet met {}", ids(rules))
            }
            (Self::Unsolved { message, rules }, Lang::En) => {
                format!("no sample of {message} was found; these did not work out: {}", ids(rules))
            }
        }
    }
}

impl fmt::Display for SampleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Lang::En))
    }
}

impl std::error::Error for SampleError {}
