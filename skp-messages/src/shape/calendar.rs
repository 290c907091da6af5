//! The calendar: which days are no working days.

/// The days without work.
#[derive(Debug)]
pub struct Calendar {
    /// The days of the week, counted from Monday, 0.
    pub weekend: &'static [u8],
    /// The holidays.
    pub holidays: &'static [Holiday],
    /// What it says, in Dutch.
    pub nl: &'static str,
    /// In English.
    pub en: &'static str,
    /// Where it stands: `published`, `derived` or `proposed`, with its source.
    pub source: &'static str,
}

/// A holiday.
#[derive(Debug)]
pub struct Holiday {
    /// Its name, `Koningsdag`.
    pub name: &'static str,
    /// When it is.
    pub day: HolidayDate,
    /// The day of the week on which it is moved, counted from Monday, and by how many days.
    pub moved: Option<(u8, i64)>,
    /// What it is, in Dutch.
    pub nl: &'static str,
    /// In English.
    pub en: &'static str,
    /// Where it stands.
    pub source: &'static str,
}

/// When a holiday is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HolidayDate {
    /// On this month and day of every year.
    Fixed(u32, u32),
    /// So many days after Easter Sunday.
    Easter(i64),
}
