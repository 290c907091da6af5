//! Finding the message or composite that somebody names.

use super::{Refusal, World};
use crate::diagnostic::closest;
use crate::model::{Composite, Element, Message};

/// A message or composite.
pub(super) enum Target<'d> {
    /// A message; of several modules the first.
    Message(&'d Message),
    /// A composite.
    Composite(&'d Composite),
}

impl<'d> Target<'d> {
    /// Finds it by name: the id or letters of a message, with its module before it when several have it
    /// (`schuldregeling/Saldoverzoek`, `SR/SV`), or the name of a composite.
    pub(super) fn find(world: &'d World<'_>, name: &str) -> Result<Self, Refusal> {
        let defs = &world.defs;
        if let Some(composite) = defs.composites.iter().find(|composite| composite.name == *name) {
            return Ok(Self::Composite(composite));
        }
        let (module, last) = name.rsplit_once('/').map_or((None, name), |(module, last)| (Some(module), last));
        let in_module = |message: &&Message| {
            module.is_none_or(|module| {
                let found = defs.modules.iter().find(|found| found.id == message.module.as_str());
                let letters = found.is_some_and(|found| found.code.as_str().eq_ignore_ascii_case(module));
                letters || message.module.eq_ignore_ascii_case(module)
            })
        };
        let named = |message: &&Message| message.id == *last || (!message.header && message.code == *last);
        let found: Vec<&Message> = defs.messages.iter().filter(in_module).filter(named).collect();
        let files: Vec<usize> = found.iter().map(|message| message.id.span.file).collect();
        match found.first() {
            Some(message) if files.iter().all(|file| Some(file) == files.first()) => Ok(Self::Message(message)),
            Some(_) => Err(Refusal::Several(
                last.to_owned(),
                found.iter().map(|message| format!("{}/{}", message.module, message.id)).collect(),
            )),
            None => {
                let messages = defs.messages.iter().map(|message| message.id.as_str());
                let composites = defs.composites.iter().map(|composite| composite.name.as_str());
                let known: Vec<&str> = messages.chain(composites).collect();
                let near = closest(last, known.iter().copied()).map(str::to_owned);
                Err(Refusal::Unknown("message or composite", name.to_owned(), near.into_iter().collect()))
            }
        }
    }

    /// Its name.
    pub(super) fn name(&self) -> &'d str {
        match self {
            Self::Message(message) => message.id.as_str(),
            Self::Composite(composite) => composite.name.as_str(),
        }
    }

    /// The number of its file.
    pub(super) const fn file(&self) -> usize {
        match self {
            Self::Message(message) => message.id.span.file,
            Self::Composite(composite) => composite.name.span.file,
        }
    }

    /// Its rows.
    pub(super) fn elements(&self) -> &'d [Element] {
        match self {
            Self::Message(message) => &message.elements,
            Self::Composite(composite) => &composite.elements,
        }
    }
}
