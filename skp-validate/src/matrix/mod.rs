//! The catalogue as a matrix: each message of each module, with what it is in each release and where its rows come from.
//!
//! It arranges what `skp_messages::catalogue` has, and decides nothing about messages.

mod cells;
mod csv;
mod filter;
mod json;
mod markdown;
mod provenance;

use skp_messages::catalogue;
use skp_messages::shape::{MessageInfo, Module, Release, Role};

pub use cells::{cells, headings, legend, release_cells, release_headings};
pub use csv::write_csv;
pub use filter::{Filter, UnknownName};
pub use json::write_json;
pub use markdown::write_markdown;
pub use provenance::{Counts, Label};

/// The messages of some modules.
///
/// ```
/// use skp_validate::matrix::{Filter, Matrix};
///
/// let matrix = Matrix::new(&Filter::default());
/// assert_eq!(matrix.distinct().total(), 52);
/// let sr = Matrix::new(&Filter { module: Some("SR".to_owned()), ..Filter::default() });
/// let row = sr.modules[0].rows.iter().find(|row| row.id == "GeenMedewerking").expect("the message");
/// let ids: Vec<&str> = row.cells.iter().map(|cell| cell.message.map_or("–", |message| message.id)).collect();
/// assert_eq!(ids, ["KlantOnbekend", "KlantOnbekend", "GeenMedewerking", "GeenMedewerking"]);
/// ```
#[derive(Debug, Clone, Default)]
pub struct Matrix {
    /// The modules with at least one row.
    pub modules: Vec<Part>,
}

/// One module of the matrix.
#[derive(Debug, Clone)]
pub struct Part {
    /// The module.
    pub module: &'static Module,
    /// The releases that have a column, oldest first.
    pub releases: Vec<&'static Release>,
    /// Its messages, in order of id.
    pub rows: Vec<Row>,
}

/// One message of a module, through its releases.
#[derive(Debug, Clone)]
pub struct Row {
    /// The id, in the newest release of the matrix that has the message.
    pub id: &'static str,
    /// The name in prose, in that release.
    pub name: &'static str,
    /// The letters in rule ids.
    pub code: &'static str,
    /// Who sends it.
    pub from: &'static [Role],
    /// Who receives it.
    pub to: &'static [Role],
    /// Where it stands that the message exists.
    pub source: &'static str,
    /// Whether several modules have it, defined once.
    pub shared: bool,
    /// What it is in each release, in the order of [`Part::releases`].
    pub cells: Vec<Cell>,
}

/// A message in one release.
#[derive(Debug, Clone, Copy)]
pub struct Cell {
    /// The release.
    pub release: &'static Release,
    /// The message as it is there; `None` when it is not.
    pub message: Option<&'static MessageInfo>,
    /// The rows of its own table, by provenance.
    pub rows: Counts,
    /// The rows of its table and of those of its parts, each part once.
    pub all_rows: Counts,
}

impl Matrix {
    /// The messages of the standard that a filter lets through.
    #[must_use]
    pub fn new(filter: &Filter) -> Self {
        Self::of(catalogue::modules(), catalogue::messages(), filter)
    }

    /// The messages out of a list that a filter lets through; each belongs to one of the modules.
    #[must_use]
    pub fn of(modules: &'static [&'static Module], messages: &'static [&'static MessageInfo], filter: &Filter) -> Self {
        let all = modules;
        let mut modules = Vec::new();
        for module in all.iter().filter(|module| filter.has_module(module)) {
            let releases: Vec<&'static Release> =
                module.releases.iter().copied().filter(|release| filter.has_release(release.number)).collect();
            let rows = rows(module, messages, &releases, filter);
            if !rows.is_empty() {
                modules.push(Part { module, releases, rows });
            }
        }
        Self { modules }
    }

    /// How many different messages there are, by the provenance of their existence. A message that several modules have
    /// is one.
    #[must_use]
    pub fn distinct(&self) -> Counts {
        let mut shared: Vec<&str> = Vec::new();
        let mut counts = Counts::default();
        for row in self.modules.iter().flat_map(|part| &part.rows) {
            if row.shared && shared.contains(&row.id) {
                continue;
            }
            if row.shared {
                shared.push(row.id);
            }
            counts.add(row.source);
        }
        counts
    }
}

impl Row {
    /// The newest release in which the message is and whose rows have labels of their own; when there is none, the newest.
    ///
    /// In a release whose whole content has one label, counting by label says nothing about the rows.
    #[must_use]
    pub fn labelled(&self) -> Option<&Cell> {
        let mut there = self.cells.iter().rev().filter(|cell| cell.message.is_some());
        there.clone().find(|cell| cell.release.content == provenance::AS_LABELLED).or_else(|| there.next())
    }
}

impl Cell {
    fn new(release: &'static Release, message: Option<&'static MessageInfo>) -> Self {
        let (rows, all_rows) = message.map(provenance::count).unwrap_or_default();
        Self { release, message, rows, all_rows }
    }
}

fn rows(
    module: &'static Module,
    messages: &'static [&'static MessageInfo],
    releases: &[&'static Release],
    filter: &Filter,
) -> Vec<Row> {
    let (here, elsewhere): (Vec<&'static MessageInfo>, Vec<_>) =
        messages.iter().copied().partition(|message| message.module.id == module.id);
    let mut codes: Vec<&str> = here.iter().map(|message| message.code).collect();
    codes.sort_unstable();
    codes.dedup();
    let mut rows: Vec<Row> = codes.into_iter().filter_map(|code| row(code, &here, &elsewhere, releases)).collect();
    rows.retain(|row| filter.has_roles(row.from, row.to));
    rows.sort_by_key(|row| row.id);
    rows
}

/// The row of the message with this code; none when no release has it.
fn row(
    code: &str,
    here: &[&'static MessageInfo],
    elsewhere: &[&'static MessageInfo],
    releases: &[&'static Release],
) -> Option<Row> {
    let find = |release: &'static Release| {
        here.iter().copied().find(|message| message.code == code && message.release.number == release.number)
    };
    let cells: Vec<Cell> = releases.iter().map(|release| Cell::new(release, find(release))).collect();
    let newest = cells.iter().rev().find_map(|cell| cell.message)?;
    Some(Row {
        id: newest.id,
        name: newest.name,
        code: newest.code,
        from: newest.from,
        to: newest.to,
        source: newest.source,
        // A message that stands in several modules by one definition has the very same table in each.
        shared: elsewhere.iter().any(|other| std::ptr::eq(other.shape, newest.shape)),
        cells,
    })
}

#[cfg(test)]
mod tests;
