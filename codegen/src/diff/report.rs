//! Releases side by side, with the verdict on each change, the step that the changes require and the step that was declared.

use super::change::{Change, Name, Place, Sort};
use super::compare::{Side, compare};
use super::kind::Kind;
use super::verdict::{Bump, Row, VerdictError, Verdicts};
use crate::catalogue::{Catalogue, Module, Release, Status};
use crate::model::Number;

/// A change with its row of the verdict table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessed {
    /// What changed.
    pub change: Change,
    /// What it means.
    pub row: Row,
}

/// One release against another, or one that came or went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleaseDiff {
    /// The module's id, of the newer side.
    pub module: String,
    /// The older release; none when the release, or its module, is new.
    pub old: Option<Number>,
    /// The newer release; none when it is gone.
    pub new: Option<Number>,
    /// The changes, in a fixed order.
    pub changes: Vec<Assessed>,
    /// The largest step that a change requires.
    pub required: Bump,
    /// The step that the two numbers declare. A draft may change under its own number as it likes, so it has none.
    pub declared: Option<Bump>,
}

impl ReleaseDiff {
    /// Whether the declared step is smaller than the required one.
    #[must_use]
    pub fn is_too_small(&self) -> bool {
        self.declared.is_some_and(|declared| declared < self.required)
    }

    /// The changes that require more than was declared.
    pub fn too_large(&self) -> impl Iterator<Item = &Assessed> {
        self.changes.iter().filter(|one| self.declared.is_some_and(|declared| declared < one.row.bump))
    }
}

/// Two releases of one module, of the same catalogue or of two.
///
/// # Errors
/// When the verdict table has no row for a change.
pub fn releases(old: Side<'_>, new: Side<'_>, verdicts: &Verdicts) -> Result<ReleaseDiff, VerdictError> {
    let changes = assess(compare(old, new), verdicts)?;
    let required = changes.iter().map(|one| one.row.bump).max().unwrap_or(Bump::None);
    let (before, after) = (old.release(), new.release());
    let number = |release: Option<&Release>| release.map(|release| release.number);
    let draft = before.is_some_and(|release| release.status == Status::Draft) && number(before) == number(after);
    let declared = number(before).zip(number(after)).filter(|_| !draft).map(|(old, new)| step(old, new));
    let module = new.module().map(|module| module.id.clone()).unwrap_or_default();
    Ok(ReleaseDiff { module, old: number(before), new: number(after), changes, required, declared })
}

/// Everything that two states of the definitions have, release by release: those of both, those that came, each against
/// the release before it, and those that went. `only` names one module.
///
/// # Errors
/// When the verdict table has no row for a change.
pub fn catalogues(
    old: &Catalogue,
    new: &Catalogue,
    only: Option<&str>,
    verdicts: &Verdicts,
) -> Result<Vec<ReleaseDiff>, VerdictError> {
    let mut out = Vec::new();
    let wanted = |module: &Module| only.is_none_or(|only| module.id == only);
    for (number, module) in new.modules.iter().enumerate().filter(|(_, module)| wanted(module)) {
        let before = old.modules.iter().position(|other| other.id == module.id);
        for (place, release) in module.releases.iter().enumerate() {
            let side = Side { catalogue: new, module: number, release: place };
            let earlier = before.and_then(|before| {
                let releases = &old.modules.get(before)?.releases;
                let release = releases.iter().position(|other| other.number == release.number)?;
                Some(Side { catalogue: old, module: before, release })
            });
            let (from, came) = match (earlier, place.checked_sub(1)) {
                (Some(earlier), _) => (Some(earlier), None),
                (None, Some(place)) => (Some(Side { release: place, ..side }), Some(Kind::ReleaseAdded)),
                (None, None) if before.is_some() => (None, Some(Kind::ReleaseAdded)),
                (None, None) => (None, Some(Kind::ModuleAdded)),
            };
            let mut diff = match from {
                Some(from) => releases(from, side, verdicts)?,
                None => alone(module, None, Some(release.number)),
            };
            if let Some(kind) = came {
                diff.changes.splice(0..0, assess(vec![whole(kind, module, release, false)], verdicts)?);
            }
            out.push(diff);
        }
    }
    for module in old.modules.iter().filter(|module| wanted(module)) {
        let after = new.modules.iter().find(|other| other.id == module.id);
        for release in &module.releases {
            let kept = after.is_some_and(|after| after.releases.iter().any(|other| other.number == release.number));
            if kept {
                continue;
            }
            let kind = if after.is_some() { Kind::ReleaseRemoved } else { Kind::ModuleRemoved };
            let mut diff = alone(module, Some(release.number), None);
            diff.changes = assess(vec![whole(kind, module, release, true)], verdicts)?;
            diff.required = diff.changes.iter().map(|one| one.row.bump).max().unwrap_or(Bump::None);
            out.push(diff);
        }
    }
    Ok(out)
}

fn assess(changes: Vec<Change>, verdicts: &Verdicts) -> Result<Vec<Assessed>, VerdictError> {
    changes
        .into_iter()
        .map(|change| verdicts.row(change.kind).map(|row| Assessed { row: row.clone(), change }))
        .collect()
}

fn alone(module: &Module, old: Option<Number>, new: Option<Number>) -> ReleaseDiff {
    ReleaseDiff { module: module.id.clone(), old, new, changes: Vec::new(), required: Bump::None, declared: None }
}

fn whole(kind: Kind, module: &Module, release: &Release, gone: bool) -> Change {
    let number = release.number.to_string();
    let (sort, name) = match kind {
        Kind::ModuleAdded | Kind::ModuleRemoved => (Sort::Module, module.id.clone()),
        _ => (Sort::Release, number),
    };
    let name = if gone { Name { old: Some(name), new: None } } else { Name { old: None, new: Some(name) } };
    let text = Some(release.text.clone());
    let (before, after) = if gone { (text, None) } else { (None, text) };
    Change { kind, place: Place::whole(sort, name), before, after, touches: Vec::new(), source: release.source.clone() }
}

/// The step between two numbers. Under the same number only what needs no other number may differ.
fn step(old: Number, new: Number) -> Bump {
    if old.major != new.major {
        Bump::Major
    } else if old.minor != new.minor {
        Bump::Minor
    } else {
        Bump::Patch
    }
}
