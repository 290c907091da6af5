//! The matrix as words in columns, for every form that is a table.

use skp_messages::Lang;
use skp_messages::shape::Release;

use super::{Cell, Counts, Matrix, Part, Row};
use crate::terminal::count;

/// What stands above the columns of a module.
#[must_use]
pub fn headings(part: &Part, lang: Lang) -> Vec<String> {
    let mut headings = vec![
        lang.pick("bericht", "message"),
        lang.pick("naam", "name"),
        "code",
        lang.pick("van", "from"),
        lang.pick("aan", "to"),
    ];
    headings.extend(part.releases.iter().map(|release| release.number));
    headings.extend([lang.pick("elementen", "elements"), lang.pick("herkomst", "provenance")]);
    headings.into_iter().map(str::to_owned).collect()
}

/// One message: `✓` in a release that has it by this name, its earlier name where it has another, `–` where it is not.
#[must_use]
pub fn cells(row: &Row) -> Vec<String> {
    let mut cells =
        vec![row.id.to_owned(), row.name.to_owned(), row.code.to_owned(), row.from.join(" "), row.to.join(" ")];
    cells.extend(row.cells.iter().map(|cell| mark(cell, row.id).to_owned()));
    cells.push(row.labelled().map(|cell| counted(cell.rows)).unwrap_or_default());
    cells.push(row.source.to_owned());
    cells
}

/// What stands above the columns of the releases of a module.
#[must_use]
pub fn release_headings(lang: Lang) -> Vec<String> {
    [
        "release",
        "status",
        lang.pick("vanaf", "from"),
        lang.pick("t/m", "until"),
        lang.pick("herkomst status", "provenance of status"),
        lang.pick("herkomst", "provenance"),
        lang.pick("inhoud", "content"),
    ]
    .map(str::to_owned)
    .to_vec()
}

/// One release: its number, status and days in force, where these stand, and what is said of its content as a whole.
#[must_use]
pub fn release_cells(release: &Release, lang: Lang) -> Vec<String> {
    let day = |day: Option<&'static str>| day.unwrap_or("–");
    let (status, from, until) = (release.status.text(lang), day(release.valid_from), day(release.valid_until));
    [release.number, status, from, until, release.status_source, release.source, release.content]
        .map(str::to_owned)
        .to_vec()
}

fn mark(cell: &Cell, id: &str) -> &'static str {
    match cell.message {
        Some(message) if message.id == id => "✓",
        Some(message) => message.id,
        None => "–",
    }
}

/// `8: 1/3/4`.
fn counted(counts: Counts) -> String {
    format!("{}: {}/{}/{}", counts.total(), counts.published, counts.derived, counts.proposed)
}

/// What the columns mean, and how many messages there are.
#[must_use]
pub fn legend(matrix: &Matrix, lang: Lang) -> String {
    let counts = matrix.distinct();
    let Counts { published, derived, proposed } = counts;
    let messages = count(counts.total() as u64, lang, ["bericht", "berichten"], ["message", "messages"]);
    let shared = matrix.modules.iter().flat_map(|part| &part.rows).find(|row| row.shared);
    let shared = shared.map(|row| match lang {
        Lang::Nl => format!(" {} staat in meer modules en telt als één.", row.id),
        Lang::En => format!(" {} is in several modules and counts as one.", row.id),
    });
    let shared = shared.unwrap_or_default();
    match lang {
        Lang::Nl => format!(
            "{messages}, waarvan het bestaan {published} keer published, {derived} keer derived en {proposed} keer \
             proposed is.{shared}\n✓ het bericht is er, – niet; een naam: zo heette het toen. Elementen: hoeveel rijen \
             de tabel heeft, en daarvan published/derived/proposed, in de nieuwste release waarvan elke rij een eigen \
             herkomst heeft."
        ),
        Lang::En => format!(
            "{messages}; that they exist is published for {published}, derived for {derived} and proposed for \
             {proposed}.{shared}\n✓ the message is there, – it is not; a name: what it was called then. Elements: how \
             many rows the table has, and of those published/derived/proposed, in the newest release whose rows each \
             have a provenance of their own."
        ),
    }
}
