//! The arguments of `skp validate` about settings and baselines, and reading those files.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use chrono::{Local, NaiveDate};
use clap::Args;
use skp_messages::Lang;
use skp_messages::shape::Rule;
use skp_validate::baseline::{self, Entry};
use skp_validate::config::{self, Config};
use skp_validate::reports::WholeFile;
use skp_validate::terminal::{count, harmless};
use skp_validate::{Policy, SourceRoot};

use crate::command::Failure;

/// Which settings and baseline to use.
#[derive(Debug, Args)]
pub(in crate::command) struct SettingsArguments {
    /// Use these settings instead of the nearest .skp.toml.
    #[arg(long, value_name = "FILE", conflicts_with = "no_config")]
    config: Option<PathBuf>,
    /// Use no settings.
    #[arg(long)]
    no_config: bool,
    /// Accept every finding of this run: write them to this file, as a baseline.
    #[arg(long, value_name = "FILE", requires = "until")]
    write_baseline: Option<PathBuf>,
    /// The last day on which the accepted findings do not count, such as 2027-01-31.
    #[arg(long, value_name = "DATE", requires = "write_baseline", value_parser = day)]
    until: Option<NaiveDate>,
    /// The day to compare the dates of a baseline with; for tests.
    #[arg(long, value_name = "DATE", hide = true, value_parser = day)]
    today: Option<NaiveDate>,
}

fn day(text: &str) -> Result<NaiveDate, String> {
    baseline::day(text).ok_or_else(|| "a day is written as 2027-01-31".to_owned())
}

/// What was read.
pub(in crate::command) struct Settings {
    pub config: Config,
    pub root: SourceRoot,
    /// The files that are no inputs: settings and baseline.
    pub own: Vec<PathBuf>,
    entries: Vec<Entry>,
}

impl SettingsArguments {
    /// Settings that say nothing, for a run that could not read its own.
    pub(in crate::command) fn none() -> Result<Settings, Failure> {
        let root = SourceRoot::new(std::env::current_dir()?);
        Ok(Settings { config: Config::default(), root, own: Vec::new(), entries: Vec::new() })
    }

    /// Reads the settings, and the baseline that they name; severities are those of `rules`.
    pub(in crate::command) fn load(&self, rules: &[&Rule], lang: Lang) -> Result<Settings, Failure> {
        let mut settings = Self::none()?;
        let working = std::env::current_dir()?;
        let found = match &self.config {
            Some(path) => Some(path.clone()),
            None if self.no_config => None,
            None => config::find(&working),
        };
        if let Some(path) = found {
            let text = config::load(&path).map_err(Failure::at(path.display()))?;
            let rules: Vec<&str> = rules.iter().map(|rule| rule.id).collect();
            let shown = path.strip_prefix(&working).unwrap_or(&path).display().to_string();
            settings.config = config::parse(&shown, &text, &rules)
                .map_err(|bad| Failure::Usage(format!("{}\n{}", bad.line(lang), bad.text(lang).trim_end())))?;
            let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
            if self.config.is_none() {
                settings.root = settings.root.with_root(folder);
            }
            for report in &mut settings.config.reports {
                if let Some(path) = &mut report.path {
                    *path = inside(folder, path, lang)?;
                }
            }
            settings.own.push(path.clone());
            settings.config.baseline_file = settings.config.baseline_file.map(|file| folder.join(file));
        }
        settings.own.extend(self.write_baseline.clone());
        if let (None, Some(path)) = (&self.write_baseline, &settings.config.baseline_file) {
            let text = config::load(path).map_err(Failure::at(path.display()))?;
            settings.entries = baseline::read(&text)
                .map_err(|bad| Failure::Usage(format!("{}: {bad}", harmless(&path.display().to_string()))))?;
            settings.own.push(path.clone());
        }
        Ok(settings)
    }

    /// The policy of the run.
    pub(in crate::command) fn policy(
        &self,
        settings: &Settings,
        deny_warnings: bool,
        lang: Lang,
    ) -> Result<Policy, Failure> {
        let today = self.today.unwrap_or_else(|| Local::now().date_naive());
        let entries = settings.entries.clone();
        let mut policy = settings.config.policy(settings.root.clone(), today, entries).map_err(|pattern| {
            let why = lang.pick("ongeldig patroon in de baseline", "invalid pattern in the baseline");
            Failure::Usage(format!("{}: {why}", harmless(&pattern)))
        })?;
        if deny_warnings {
            policy.deny_warnings();
        }
        if let Some(until) = self.until {
            if until < today {
                let why = lang.pick("--until is al voorbij", "--until has passed already");
                return Err(Failure::Usage(format!("{why}: {until}")));
            }
            policy.record(until);
        }
        Ok(policy)
    }

    /// Writes the baseline when that was asked for.
    pub(in crate::command) fn write(&self, policy: &Policy, lang: Lang) -> Result<(), Failure> {
        let Some(path) = &self.write_baseline else { return Ok(()) };
        let entries = policy.recorded();
        let write = || -> io::Result<()> {
            let mut file = WholeFile::create(path)?;
            baseline::write(&entries, &mut file)?;
            file.keep()
        };
        write().map_err(Failure::at(path.display()))?;
        let entries = count(entries.len() as u64, lang, ["regel", "regels"], ["entry", "entries"]);
        let told = lang.pick("geschreven", "written");
        writeln!(io::stderr(), "{}: {entries} {told}.", harmless(&path.display().to_string()))?;
        Ok(())
    }
}

/// A file that settings name; links do not lead it out of their folder.
fn inside(folder: &Path, path: &Path, lang: Lang) -> Result<PathBuf, Failure> {
    let path = folder.join(path);
    if config::stays_inside(folder, &path) {
        return Ok(path);
    }
    let why = lang.pick("ligt buiten de map van de instellingen", "is outside the folder of the settings");
    Err(Failure::Usage(format!("{}: {why}", harmless(&path.display().to_string()))))
}
