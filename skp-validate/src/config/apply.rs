//! From settings to the policy of a run.

use chrono::NaiveDate;

use super::Config;
use crate::baseline::{Baseline, Entry};
use crate::{Policy, SourceRoot};

impl Config {
    /// The policy that these settings and the entries of a baseline file make. `today` decides which entries still hold.
    ///
    /// # Errors
    /// When the pattern of an input is wrong, in the settings or in the baseline: that pattern.
    pub fn policy(&self, root: SourceRoot, today: NaiveDate, baseline: Vec<Entry>) -> Result<Policy, String> {
        let mut policy = Policy::new(root, today);
        policy.override_severity(self.severity.clone());
        for (pattern, overrides) in &self.paths {
            policy.override_in(pattern, overrides.clone()).map_err(|_| pattern.clone())?;
        }
        if self.deny_warnings {
            policy.deny_warnings();
        }
        policy.accept(Baseline::new([self.known.clone(), baseline].concat())?);
        Ok(policy)
    }
}
