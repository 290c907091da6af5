//! The settings of a project: `.skp.toml`.
//!
//! | file | does |
//! |---|---|
//! | `find` | looks for the file and reads it |
//! | `section` | reads TOML tables and notices keys that nobody asked for |
//! | `read` | knows the keys |
//! | `apply` | makes a policy of them |
//! | `wrong` | shows mistakes with file, line and caret |
//!
//! A file of settings may come with messages from somebody else. So it cannot make values of persons visible, and the
//! files it names lie in its own folder.

mod apply;
mod find;
mod read;
mod section;
mod wrong;

use std::path::PathBuf;

use crate::baseline::Entry;
use crate::policy::Overrides;
use crate::reports::ReportSpec;

pub use find::{FILE_NAME, find, load, stays_inside};
pub use read::parse;
pub use wrong::{BadConfig, Wrong};

/// What a `.skp.toml` says. What it leaves out stays as it is.
///
/// ```
/// use skp_validate::config;
///
/// let text = "
///     deny_warnings = true
///     [severity]
///     'SR-BV-*' = 'waarschuwing'
///     [baseline]
///     file = 'skp-baseline.json'
/// ";
/// let rules: Vec<&str> = skp_messages::catalogue::rules().iter().map(|rule| rule.id).collect();
/// let config = config::parse(".skp.toml", text, &rules).expect("right settings");
/// assert!(config.deny_warnings && config.baseline_file.is_some());
///
/// let wrong = config::parse(".skp.toml", "deny_warning = true", &rules).unwrap_err();
/// assert!(wrong.to_string().contains("did you mean deny_warnings?"));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Config {
    /// Warnings count as errors.
    pub deny_warnings: bool,
    /// A rule that cannot be checked for want of a header makes the run "not checked".
    pub strict: bool,
    /// Elements that no table has are passed over.
    pub ignore_unknown: bool,
    /// The reports to make when the command names none. Paths are relative to the folder of the file.
    pub reports: Vec<ReportSpec>,
    /// Most findings shown for one input.
    pub max_findings: Option<usize>,
    /// Largest input that is read, in MiB.
    pub max_size: Option<usize>,
    /// Other severities.
    pub severity: Overrides,
    /// Other severities for the inputs that a pattern matches.
    pub paths: Vec<(String, Overrides)>,
    /// The baseline, relative to the folder of the file.
    pub baseline_file: Option<PathBuf>,
    /// Findings accepted in the file itself.
    pub known: Vec<Entry>,
}

#[cfg(test)]
mod tests;
