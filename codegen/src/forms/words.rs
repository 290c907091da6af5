//! The words of fixed lists. The library has a meaning for each of these words and no others.

/// How private a value is.
pub const PRIVACY: &[&str] = &["none", "personal", "sensitive"];

/// How severe a rule is.
pub const SEVERITIES: &[&str] = &["fout", "waarschuwing", "info"];

/// Whether other codes are errors.
pub const LISTS: &[&str] = &["closed", "open"];

/// How the rows of a release count.
pub const CONTENT: &[&str] = &["as labelled", "published", "derived", "proposed"];

/// How far a release is.
pub const STATUSES: &[&str] = &["draft", "published", "deprecated", "withdrawn"];

/// The days of the week.
pub const DAYS: &[&str] = &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// How a simple type is read.
pub const KINDS: &[&str] = &[
    "text",
    "date",
    "datetime",
    "amount",
    "percentage",
    "integer",
    "boolean",
    "uuid",
    "bsn",
    "iban",
    "postcode",
    "base64",
    "uri",
];
