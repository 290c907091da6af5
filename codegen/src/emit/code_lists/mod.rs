//! The code lists as JSON and CSV.
//!
//! | file | what |
//! |---|---|
//! | `<module>/<release>/codes/<List>.json` | the codes of the list in the release |
//! | `<module>/<release>/codes/<List>.csv` | the same for spreadsheets |
//!
//! A code has the first release of the module with it, and the first without it afterwards. That it is a code of another
//! module too does not show here: a list belongs to the release that uses it.

pub(super) mod csv;

use super::Output;
use super::json::{Object, Value};
use crate::catalogue::{Catalogue, Code, Codes, Content, Module, Release, Type, TypeId};

/// The code lists of all releases.
#[must_use]
pub fn emit(catalogue: &Catalogue) -> Vec<Output> {
    let mut outputs = Vec::new();
    for (number, module) in catalogue.modules.iter().enumerate() {
        let by_release: Vec<_> = (0..module.releases.len()).map(|release| lists(catalogue, number, release)).collect();
        for (at, release) in module.releases.iter().enumerate() {
            for &(ty, codes) in by_release.get(at).into_iter().flatten() {
                let rows: Vec<_> = codes.codes.iter().map(|code| row(module, &by_release, at, ty, code)).collect();
                let list = List { module, release, ty, codes, rows };
                let path = |extension: &str| format!("{}/{}/codes/{}.{extension}", module.id, release.number, ty.name);
                outputs.push(Output { path: path("json"), text: Value::from(list.json()).pretty() });
                outputs.push(Output { path: path("csv"), text: list.csv() });
            }
        }
    }
    outputs
}

/// A list of a release by name.
type Lists<'c> = Vec<(&'c Type, &'c Codes)>;

/// The lists that the messages of a release use, by name.
fn lists(catalogue: &Catalogue, module: usize, release: usize) -> Lists<'_> {
    let mut ids: Vec<TypeId> = Vec::new();
    for message in catalogue.messages_of(module, release) {
        ids.extend(catalogue.closure(message.ty));
    }
    ids.sort_unstable();
    ids.dedup();
    let types = ids.into_iter().filter_map(|id| catalogue.types.get(id.0));
    let mut lists: Vec<_> = types
        .filter_map(|ty| match &ty.content {
            Content::Codes(codes) => Some((ty, codes)),
            Content::Composite(_) => None,
        })
        .collect();
    lists.sort_by(|(one, _), (other, _)| one.name.cmp(&other.name));
    lists
}

/// A code and its lifetime in the module.
struct Row<'c> {
    code: &'c Code,
    since: String,
    until: Option<String>,
}

fn row<'c>(module: &Module, by_release: &[Lists<'_>], at: usize, ty: &Type, code: &'c Code) -> Row<'c> {
    let has = |lists: &Lists<'_>| {
        lists.iter().any(|(known, codes)| known.name == ty.name && codes.codes.iter().any(|one| one.code == code.code))
    };
    let number = |at: usize| module.releases.get(at).map(|release| release.number.to_string());
    // The unbroken row of releases around this one.
    let first = (0..=at).rev().take_while(|&before| by_release.get(before).is_some_and(has)).last().unwrap_or(at);
    let after = (at..by_release.len()).find(|&later| !by_release.get(later).is_some_and(has));
    Row { code, since: number(first).unwrap_or_default(), until: after.and_then(number) }
}

/// A list of a release.
struct List<'c> {
    module: &'c Module,
    release: &'c Release,
    ty: &'c Type,
    codes: &'c Codes,
    rows: Vec<Row<'c>>,
}

impl List<'_> {
    fn json(&self) -> Object {
        let codes = self.rows.iter().map(|row| {
            let object = Object::new().with("code", &row.code.code).with("since", &row.since);
            let object = match &row.until {
                Some(until) => object.with("until", until),
                None => object,
            };
            object.with("nl", &row.code.text.nl).with("en", &row.code.text.en).with("source", &row.code.source)
        });
        let codes: Vec<_> = codes.collect();
        Object::new()
            .with("$comment", format!("Generated from {}; do not edit.", self.ty.file))
            .with("module", &self.module.id)
            .with("release", self.release.number.to_string())
            .with("list", &self.ty.name)
            .with("closed", self.codes.closed)
            .with("integer", self.codes.integer)
            .with("nl", &self.ty.text.nl)
            .with("en", &self.ty.text.en)
            .with("source", &self.ty.source)
            .with("codes", codes)
    }

    fn csv(&self) -> String {
        let mut out = csv::Table::new(&["code", "since", "until", "nl", "en", "source"]);
        for row in &self.rows {
            let (code, until) = (row.code, row.until.as_deref().unwrap_or_default());
            out.row(&[&code.code, &row.since, until, &code.text.nl, &code.text.en, &code.source]);
        }
        out.finish()
    }
}
