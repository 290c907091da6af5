//! Which message an input is.

use super::standard::Standard;
use super::{Options, builtin, names};
use crate::finding::{Expected, Finding, Found, Path, Place, Root};
use crate::shape::{MessageInfo, Privacy};

/// What an input says it is. Each part may be anything.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Claim<'c> {
    pub(crate) module: &'c str,
    pub(crate) release: &'c str,
    pub(crate) id: &'c str,
    /// Where it says so.
    pub(crate) place: usize,
}

impl<'c> Claim<'c> {
    /// Reads the name of a bare JSON message, `schuldregeling/2.0/Saldoverzoek`.
    pub(crate) fn of_bericht(bericht: &'c str, place: usize) -> Option<Self> {
        let (module, rest) = bericht.split_once('/')?;
        let (release, id) = rest.split_once('/')?;
        Some(Self { module, release, id, place })
    }

    /// Reads the namespace of an XML message, `urn:x-skp:schuldregeling:2.0`.
    pub(crate) fn of_namespace(namespace: &'c str, id: &'c str, place: usize) -> Option<Self> {
        let (module, release) = namespace.strip_prefix("urn:x-skp:")?.split_once(':')?;
        Some(Self { module, release, id, place })
    }

    /// The message claimed, or what about the claim is unknown and what is known instead.
    pub(crate) fn resolve(
        self,
        standard: &'static Standard,
        options: &Options,
    ) -> Result<&'static MessageInfo, Box<Finding>> {
        let Standard { modules, messages, .. } = *standard;
        let release = options.release.as_deref().unwrap_or(self.release);
        let known =
            |message: &&&'static MessageInfo| message.module.id == self.module && message.release.number == release;
        if let Some(message) = messages.iter().filter(known).find(|message| message.id == self.id) {
            return Ok(message);
        }
        let (found, expected) = if messages.iter().any(|message| known(&message)) {
            let ids = || messages.iter().filter(known).map(|message| message.id);
            match names::nearest(self.id, ids()) {
                Some(near) => (self.id, Expected::Name(Some(near))),
                None => (self.id, Expected::OneOf(ids().map(str::to_owned).collect())),
            }
        } else if let Some(module) = modules.iter().find(|module| module.id == self.module) {
            (release, Expected::OneOf(module.releases.iter().map(|release| release.number.to_owned()).collect()))
        } else {
            (self.module, Expected::OneOf(modules.iter().map(|module| module.id.to_owned()).collect()))
        };
        Err(unknown(self.place, Some(found), expected))
    }
}

/// Whether what was found may be shown: when its parts look like names or numbers of releases. Anything may stand
/// there, the data of a person too.
fn privacy(found: &str) -> Privacy {
    let number = |part: &str| part.len() <= 8 && part.chars().all(|c| c.is_ascii_digit() || c == '.');
    let plain = found.split('/').all(|part| number(part) || names::privacy(part) == Privacy::None);
    if plain { Privacy::None } else { Privacy::Personal }
}

/// A finding that the message is unknown.
pub(crate) fn unknown(place: usize, found: Option<&str>, expected: Expected) -> Box<Finding> {
    let mut finding = Finding::new(&builtin::DEF_001, Path::root(Root::Input)).expect(expected);
    finding.found = found.map(|found| Found::new(found, privacy(found)));
    finding.place = Some(Place { offset: place, line: 0, column: 0 });
    Box::new(finding)
}
