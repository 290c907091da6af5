//! Which part of the matrix is wanted.

use skp_messages::catalogue;
use skp_messages::shape::{MessageInfo, Module, Role};

/// Which messages to show; what is left out lets everything through.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// The id or code of a module; case does not matter.
    pub module: Option<String>,
    /// A role that sends or receives.
    pub role: Option<String>,
    /// The number of a release.
    pub release: Option<String>,
}

/// A filter that asks for what there is not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownName {
    /// What was asked for.
    pub name: String,
    /// What there is.
    pub known: Vec<&'static str>,
}

impl Filter {
    /// Says what does not exist, so that an empty matrix is no mistake in spelling.
    ///
    /// # Errors
    /// When the standard has no such module, role or release.
    pub fn check(&self) -> Result<(), UnknownName> {
        self.check_in(catalogue::modules(), catalogue::messages())
    }

    /// As [`Filter::check`], for other modules and messages than those of the standard.
    ///
    /// # Errors
    /// When there is no such module, role or release among them.
    pub fn check_in(
        &self,
        modules: &'static [&'static Module],
        messages: &'static [&'static MessageInfo],
    ) -> Result<(), UnknownName> {
        let is = |wanted: &Option<String>, known: Vec<&'static str>| match wanted {
            Some(name) if !known.iter().any(|one| one.eq_ignore_ascii_case(name)) => {
                Err(UnknownName { name: name.clone(), known })
            }
            _ => Ok(()),
        };
        is(&self.module, modules.iter().flat_map(|module| [module.id, module.code]).collect())?;
        is(&self.role, sorted(messages.iter().flat_map(|message| message.from.iter().chain(message.to)).copied()))?;
        is(&self.release, sorted(modules.iter().flat_map(|module| module.releases).map(|release| release.number)))
    }

    pub(super) fn has_module(&self, module: &Module) -> bool {
        self.module
            .as_ref()
            .is_none_or(|wanted| wanted.eq_ignore_ascii_case(module.id) || wanted.eq_ignore_ascii_case(module.code))
    }

    pub(super) fn has_release(&self, number: &str) -> bool {
        self.release.as_ref().is_none_or(|wanted| wanted == number)
    }

    pub(super) fn has_roles(&self, from: &[Role], to: &[Role]) -> bool {
        self.role.as_ref().is_none_or(|wanted| from.iter().chain(to).any(|role| role.eq_ignore_ascii_case(wanted)))
    }
}

fn sorted(words: impl Iterator<Item = &'static str>) -> Vec<&'static str> {
    let mut words: Vec<&str> = words.collect();
    words.sort_unstable();
    words.dedup();
    words
}
