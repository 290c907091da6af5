//! Which earlier message is meant.

use crate::codec::Composite;
use crate::conversation::{Binding, Earlier, History};
use crate::shape::MessageInfo;

use super::Naming;

/// What stands for a name in a rule.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Meant<'h> {
    /// This message, of the kind with this number in `among`.
    Message(&'h Earlier, usize),
    /// No message.
    Absent,
    /// A message of another release, which has other tables.
    OtherRelease,
}

/// The earlier messages that a function of a rule reads.
#[allow(dead_code)] // not every module has rules that read earlier messages
pub struct Found<'h> {
    pub(super) meant: &'h [Meant<'h>],
}

impl<'h> Found<'h> {
    #[allow(dead_code)] // as above
    /// The message with this number, when it is there and of this type.
    pub(crate) fn get<T: Composite>(&self, index: usize) -> Option<&'h T> {
        match self.meant.get(index)? {
            Meant::Message(earlier, _) => earlier.get(),
            Meant::Absent | Meant::OtherRelease => None,
        }
    }
}

/// The message that a name in a rule stands for, on a message that answers the one with this Referentienummer.
pub(crate) fn meant<'h>(
    binding: &Binding,
    history: &'h History,
    info: &'static MessageInfo,
    answers: Option<&str>,
) -> Meant<'h> {
    let reference = match binding.named.as_ref().map(|naming| naming_text(naming, history, info, answers)) {
        Some(Err(OtherRelease)) => return Meant::OtherRelease,
        Some(Ok(reference)) => reference,
        None => None,
    };
    let mut latest = history.messages().iter().rev();
    let found = latest.find_map(|earlier| {
        if reference.is_some_and(|reference| reference != earlier.reference()) {
            return None;
        }
        let kind = |message: &MessageInfo| same_kind(message, earlier.info());
        if !std::ptr::eq(info.release, earlier.info().release) {
            return binding.among.iter().any(|among| kind(among.message)).then_some(Meant::OtherRelease);
        }
        let is = |among: &super::Among| {
            std::ptr::eq(among.message, earlier.info()) && among.has.is_none_or(|has| has(earlier.any()))
        };
        binding.among.iter().position(is).map(|index| Meant::Message(earlier, index))
    });
    found.unwrap_or(Meant::Absent)
}

/// A message of another release would have to be read.
struct OtherRelease;

/// The Referentienummer that names the message that is meant. The message that says so is the one that is answered,
/// else the last of its kind.
fn naming_text<'h>(
    naming: &Naming,
    history: &'h History,
    info: &'static MessageInfo,
    answers: Option<&str>,
) -> Result<Option<&'h str>, OtherRelease> {
    let kind = || history.messages().iter().rev().filter(|earlier| same_kind(naming.by, earlier.info()));
    let answered = answers.and_then(|to| kind().find(|one| one.reference() == to));
    match answered.or_else(|| kind().next()) {
        Some(by) if !std::ptr::eq(info.release, by.info().release) => Err(OtherRelease),
        by => Ok(by.and_then(|by| (naming.text)(by.any()))),
    }
}

/// Whether two messages are the same one, in whichever release: their ids may differ, their letters do not.
pub(crate) fn same_kind(one: &MessageInfo, other: &MessageInfo) -> bool {
    one.module.id == other.module.id && one.code == other.code
}
