//! The calendar: which days are working days.

use super::table::Table;
use super::texts;
use crate::diagnostic::Diagnostic;
use crate::model::conversation::{Calendar, Holiday};

/// Reads the file.
pub(super) fn read(mut table: Table<'_>, out: &mut Vec<Diagnostic>) -> Calendar {
    let calendar = Calendar {
        name: table.text("calendar", out),
        weekend: table.texts("weekend", out),
        holidays: table.rows("holidays", out).into_iter().map(|row| holiday(row, out)).collect(),
        source: table.provenance("source", out),
        texts: texts::read(&mut table, out),
    };
    let holidays = calendar.holidays.iter().map(|holiday| &holiday.name);
    texts::check(&calendar.texts, holidays.chain([&texts::whole("calendar")]), out);
    table.finish(out);
    calendar
}

fn holiday(mut row: Table<'_>, out: &mut Vec<Diagnostic>) -> Holiday {
    let holiday = Holiday {
        name: row.text("name", out),
        month: row.integer("month", out),
        day: row.integer("day", out),
        easter: row.integer("easter", out),
        when: row.optional_text("when", out),
        shift: row.integer("shift", out),
        source: row.provenance("source", out),
    };
    row.finish(out);
    holiday
}
