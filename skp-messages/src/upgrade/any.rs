//! Converting a message of any type to any release of its module, step by step over the releases between.

use std::fmt;

use super::apply::apply;
use super::draft::Draft;
use super::supply::supply;
use super::{BadPath, Changes, Supply};
use crate::bericht::v2_0::Berichtheader;
use crate::check::made::Made;
use crate::finding::{Path, Report, Root};
use crate::generated::UPGRADES;
use crate::shape::{MessageInfo, Upgrade};
use crate::{Lang, Received};

/// What a conversion may do.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Whether elements that the other release has no place for may be left out.
    pub allow_losses: bool,
    /// Values for what the other release requires, or for what does not fit there.
    pub supply: Vec<Supply>,
}

/// A message that was converted.
#[derive(Debug)]
pub struct Converted {
    message: Received,
    lost: Changes,
}

impl Converted {
    /// The message in its new release, checked, with its header when it came with one.
    #[must_use]
    pub const fn message(&self) -> &Received {
        &self.message
    }

    /// The message taken out.
    #[must_use]
    pub fn into_message(self) -> Received {
        self.message
    }

    /// What was left out because the new release has no place for it.
    #[must_use]
    pub const fn lost(&self) -> &Changes {
        &self.lost
    }
}

/// Why a message was not converted.
#[derive(Debug)]
pub enum Refused {
    /// Its module has no such release.
    NoRelease {
        /// The message.
        message: &'static MessageInfo,
        /// The releases that the module has.
        known: Vec<&'static str>,
    },
    /// The message does not exist in that release.
    NoCounterpart {
        /// The message.
        message: &'static MessageInfo,
        /// The release without it.
        release: &'static str,
        /// The releases that have it, whatever its name there.
        known: Vec<&'static str>,
    },
    /// A value was supplied for an element that cannot have it.
    BadSupply {
        /// The message it would become.
        to: &'static MessageInfo,
        /// The path that was given.
        path: String,
        /// What is the matter with it.
        why: BadPath,
    },
    /// Something is missing, does not fit, or would be lost.
    Incomplete {
        /// The message it would become.
        to: &'static MessageInfo,
        /// What is in the way.
        changes: Changes,
    },
    /// Everything has its place, but the message breaks rules of the other release.
    Invalid {
        /// The message it would become.
        to: &'static MessageInfo,
        /// The rules that it breaks, without places.
        report: Box<Report>,
    },
}

impl Refused {
    /// Why, in one sentence; the list of elements or findings is apart.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::NoRelease { message, known }, Lang::Nl) => {
                format!("{} heeft deze release niet; wel {}", message.module.id, known.join(", "))
            }
            (Self::NoRelease { message, known }, Lang::En) => {
                format!("{} does not have this release; it has {}", message.module.id, known.join(", "))
            }
            (Self::NoCounterpart { message, release, known }, Lang::Nl) => {
                format!("{} bestaat niet in release {release}; wel in {}", message.id, known.join(", "))
            }
            (Self::NoCounterpart { message, release, known }, Lang::En) => {
                format!("{} is not in release {release}; it is in {}", message.id, known.join(", "))
            }
            (Self::BadSupply { to, path, why }, _) => format!("{}, {path}: {}", to.bericht, why.text(lang)),
            (Self::Incomplete { to, .. }, Lang::Nl) => {
                format!("het bericht kan niet zonder meer {} worden", to.bericht)
            }
            (Self::Incomplete { to, .. }, Lang::En) => format!("the message cannot simply become {}", to.bericht),
            (Self::Invalid { to, .. }, Lang::Nl) => {
                format!("het bericht zou als {} niet geldig zijn", to.bericht)
            }
            (Self::Invalid { to, .. }, Lang::En) => format!("the message would not be valid as {}", to.bericht),
        }
    }
}

/// In English, with a line for each element or finding.
impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Lang::En))?;
        match self {
            Self::Incomplete { changes, .. } => write!(f, "\n{changes}"),
            Self::Invalid { report, .. } => write!(f, "\n{report}"),
            _ => Ok(()),
        }
    }
}

impl std::error::Error for Refused {}

/// Converts a message to another release of its module, newer or older.
///
/// A header goes along: Release and Bericht become those of the new release. The result is valid in its release.
///
/// # Errors
/// When the module or message is not in that release; when something is missing, does not fit or would be lost, each
/// with its path; or when the result would break rules of that release.
///
/// ```
/// use skp_messages::upgrade::{self, Options, Refused, Supply};
///
/// let old = skp_messages::read(br#"{"bericht":"schuldregeling/1.0/KlantOnbekend","klantnummerSHV":"SHV-1"}"#)?;
/// let Err(Refused::Incomplete { changes, .. }) = upgrade::convert(&old, "3.0", &Options::default()) else { panic!() };
/// assert_eq!(changes.all()[0].path().to_string(), "Reden");
///
/// let reden = Supply { path: "Reden".to_owned(), value: "KLANT_ONBEKEND".to_owned() };
/// let new = upgrade::convert(&old, "3.0", &Options { supply: vec![reden], ..Options::default() })?;
/// assert_eq!(new.message().info().bericht, "schuldregeling/3.0/GeenMedewerking");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn convert(received: &Received, release: &str, options: &Options) -> Result<Converted, Refused> {
    let from = received.info();
    let steps = steps(from, release)?;
    let to = steps.last().map_or(from, |step| step.to);
    let mut draft = received.draft();
    let mut lost = Vec::new();
    for step in steps {
        draft = match step.conversion {
            Some(conversion) => {
                let mut path = Path::root(Root::Message(step.from.id, received.header().is_some()));
                apply(conversion, draft, &mut path, &mut lost)
            }
            // The content is the same, but each release has a table of its own.
            None => Draft { shape: step.to.shape, ..draft },
        };
    }
    for value in &options.supply {
        supply(&mut draft, value).map_err(|why| Refused::BadSupply { to, path: value.path.clone(), why })?;
    }
    let root = Root::Message(to.id, received.header().is_some());
    let tree = draft.tree();
    let made = Made::walk(&tree, to.shape, root);
    let message = made.message(to, root);
    let errors = made.errors();
    let refused = !errors.is_empty() || !(lost.is_empty() || options.allow_losses);
    let changes = Changes::new(lost, errors);
    let Some(message) = message.filter(|_| !refused) else { return Err(Refused::Incomplete { to, changes }) };
    let header = received.header().map(|header| addressed(header, to));
    match message.inspect(to, header.as_ref()) {
        Ok(mut report) => {
            report.message = Some(to);
            let message = Received::made(to, received.format(), header, message, report);
            Ok(Converted { message, lost: changes })
        }
        Err(report) => Err(Refused::Invalid { to, report: Box::new(report) }),
    }
}

/// The releases of its module in which a message exists, whatever its name there, oldest first.
#[must_use]
pub fn counterparts(message: &'static MessageInfo) -> Vec<&'static MessageInfo> {
    let mut found = vec![message];
    while let Some(earlier) = found.first().and_then(|first| neighbour(first, false)) {
        found.insert(0, earlier.to);
    }
    while let Some(later) = found.last().and_then(|last| neighbour(last, true)) {
        found.push(later.to);
    }
    found
}

/// The steps to a release.
fn steps(from: &'static MessageInfo, release: &str) -> Result<Vec<&'static Upgrade>, Refused> {
    let releases = from.module.releases;
    let place = |number: &str| releases.iter().position(|release| release.number == number);
    let (Some(start), Some(end)) = (place(from.release.number), place(release)) else {
        return Err(Refused::NoRelease {
            message: from,
            known: releases.iter().map(|release| release.number).collect(),
        });
    };
    let mut steps = Vec::new();
    let mut here = from;
    for _ in 0..start.abs_diff(end) {
        let Some(step) = neighbour(here, start < end) else {
            let known = counterparts(from).into_iter().map(|message| message.release.number).collect();
            let release = releases.get(end).map_or("", |release| release.number);
            return Err(Refused::NoCounterpart { message: from, release, known });
        };
        steps.push(step);
        here = step.to;
    }
    Ok(steps)
}

/// The step to the release after, or before.
fn neighbour(message: &'static MessageInfo, up: bool) -> Option<&'static Upgrade> {
    let place = |message: &MessageInfo| {
        message.module.releases.iter().position(|release| release.number == message.release.number)
    };
    let here = place(message)?;
    UPGRADES.iter().copied().find(|step| {
        std::ptr::eq(step.from, message)
            && place(step.to).is_some_and(|there| if up { there > here } else { there < here })
    })
}

/// The header with the release and message that it now belongs to.
fn addressed(header: &Berichtheader, to: &'static MessageInfo) -> Berichtheader {
    let mut header = header.clone();
    // Both are texts of the standard itself, so they fit; if they did not, checking the header would say so.
    if let (Ok(release), Ok(bericht)) = (to.release.number.parse(), to.id.parse()) {
        header.release = release;
        header.bericht = bericht;
    }
    header
}
