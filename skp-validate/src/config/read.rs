//! The keys of a file of settings.

use std::ops::Range;
use std::path::{Component, Path, PathBuf};

use globset::GlobBuilder;
use skp_codegen::diagnostic::closest;
use toml::de::DeTable;

use super::section::{Named, Section};
use super::{BadConfig, Config, Wrong};
use crate::RulePattern;
use crate::baseline::{Entry, is_pattern};
use crate::policy::{Level, Overrides};
use crate::reports::ReportSpec;

/// Reads settings; `rules` are the ids of the rules there are, for who writes one that is not.
///
/// # Errors
/// When the text is no TOML or says something that is unknown or not allowed: everything that is wrong.
pub fn parse(name: &str, text: &str, rules: &[&str]) -> Result<Config, BadConfig> {
    let mut out = Vec::new();
    let mut config = Config::default();
    match DeTable::parse(text) {
        Ok(root) => config = Reader { rules, out: &mut out }.config(Section::new(root.get_ref(), 0..0)),
        Err(error) => {
            let range = error.span().unwrap_or(text.len()..text.len());
            let message = error.message();
            out.push(Wrong { range, nl: format!("geen TOML: {message}"), en: format!("no TOML: {message}") });
        }
    }
    if out.is_empty() {
        return Ok(config);
    }
    out.sort_by_key(|wrong| wrong.range.start);
    Err(BadConfig { name: name.to_owned(), text: text.to_owned(), wrong: out })
}

struct Reader<'r> {
    rules: &'r [&'r str],
    out: &'r mut Vec<Wrong>,
}

impl Reader<'_> {
    fn config(&mut self, mut root: Section) -> Config {
        let mut config = Config {
            deny_warnings: root.flag("deny_warnings", self.out),
            strict: root.flag("strict", self.out),
            ignore_unknown: root.flag("ignore_unknown", self.out),
            ..Config::default()
        };
        for (text, range) in root.texts("reports", self.out) {
            config.reports.extend(self.report(text, range));
        }
        if let Some(mut limits) = root.section("limits", self.out) {
            config.max_findings = limits.number("findings", self.out);
            config.max_size = limits.number("size", self.out);
            limits.finish(self.out);
        }
        if let Some(severity) = root.section("severity", self.out) {
            config.severity = self.severity(&severity);
        }
        for mut section in root.sections("paths", self.out) {
            let pattern = self.required(&mut section, "match");
            let severity = section.section("severity", self.out);
            let overrides = severity.map(|severity| self.severity(&severity)).unwrap_or_default();
            if let Some((pattern, range)) = pattern {
                self.glob(pattern, range);
                config.paths.push((pattern.to_owned(), overrides));
            }
            section.finish(self.out);
        }
        if let Some(mut baseline) = root.section("baseline", self.out) {
            let file = baseline.text("file", self.out);
            config.baseline_file = file.and_then(|(file, range)| self.inside(file, range));
            for entry in baseline.sections("known", self.out) {
                config.known.extend(self.entry(entry));
            }
            baseline.finish(self.out);
        }
        root.finish(self.out);
        config
    }

    fn report(&mut self, text: &str, range: Range<usize>) -> Option<ReportSpec> {
        match text.parse::<ReportSpec>() {
            Ok(spec) => {
                if let Some(path) = &spec.path {
                    self.inside(&path.to_string_lossy(), range)?;
                }
                Some(spec)
            }
            Err(bad) => {
                self.say(range, bad.text(skp_messages::Lang::Nl), bad.text(skp_messages::Lang::En));
                None
            }
        }
    }

    fn severity(&mut self, section: &Section) -> Overrides {
        let mut levels = Vec::new();
        for Named { name, place, text: word, text_place: range } in section.dictionary(self.out) {
            let pattern = self.rule(name, place);
            match Level::of(word) {
                Some(level) => levels.push((pattern, level)),
                None => {
                    let [off, info, warning, error, ..] = Level::WORDS;
                    let (near_nl, near_en) = near(word, &Level::WORDS);
                    self.say(
                        range,
                        format!("{word} is geen ernst; kies uit {off}, {info}, {warning}, {error}{near_nl}"),
                        format!("{word} is no severity; choose from off, info, warning, error{near_en}"),
                    );
                }
            }
        }
        levels.into_iter().collect()
    }

    fn entry(&mut self, mut section: Section) -> Option<Entry> {
        let range = section.range.clone();
        let rule = section.text("rule", self.out);
        let fingerprint = section.text("fingerprint", self.out);
        let input = section.text("input", self.out);
        let path = section.text("path", self.out);
        let times = section.number("times", self.out);
        let reason = section.text("reason", self.out);
        let mistakes = self.out.len();
        let until = section.day("until", self.out);
        if until.is_none() && self.out.len() == mistakes {
            self.say(
                range.clone(),
                "until ontbreekt: tot en met welke dag geldt dit?".into(),
                "until is missing: through which day does this hold?".into(),
            );
        }
        if rule.is_none() && fingerprint.is_none() {
            self.say(range, "rule of fingerprint ontbreekt".into(), "rule or fingerprint is missing".into());
        }
        section.finish(self.out);
        let rule = rule.map(|(rule, range)| self.rule(rule, range));
        if let Some((input, range)) = &input
            && is_pattern(input)
        {
            self.glob(input, range.clone());
        }
        let own = |text: Option<(&str, Range<usize>)>| text.map(|(text, _)| text.to_owned());
        Some(Entry {
            rule,
            input: own(input),
            path: own(path),
            fingerprint: own(fingerprint),
            times: times.map(|times| u32::try_from(times).unwrap_or(u32::MAX)),
            until: until?,
            reason: own(reason),
        })
    }

    fn required<'t>(&mut self, section: &mut Section<'t>, key: &'static str) -> Option<(&'t str, Range<usize>)> {
        let mistakes = self.out.len();
        let text = section.text(key, self.out);
        if text.is_none() && self.out.len() == mistakes {
            self.say(section.range.clone(), format!("{key} ontbreekt"), format!("{key} is missing"));
        }
        text
    }

    /// A rule or family that exists.
    fn rule(&mut self, text: &str, range: Range<usize>) -> RulePattern {
        let pattern = RulePattern::new(text);
        if !self.rules.iter().any(|rule| pattern.matches(rule)) {
            let (nl, en) = near(text, self.rules);
            self.say(range, format!("er is geen regel {text}{nl}"), format!("there is no rule {text}{en}"));
        }
        pattern
    }

    fn glob(&mut self, pattern: &str, range: Range<usize>) {
        if let Err(error) = GlobBuilder::new(pattern).literal_separator(true).build() {
            let why = error.kind();
            self.say(range, format!("ongeldig patroon: {why}"), format!("invalid pattern: {why}"));
        }
    }

    /// A path in the folder of the file or below it.
    fn inside(&mut self, text: &str, range: Range<usize>) -> Option<PathBuf> {
        let path = Path::new(text);
        let inside = path.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
        if !inside || text.is_empty() {
            self.say(
                range,
                "dit bestand moet in de map van de instellingen staan, zonder '..'".into(),
                "this file must be in the folder of the settings, without '..'".into(),
            );
            return None;
        }
        Some(path.to_owned())
    }

    fn say(&mut self, range: Range<usize>, nl: String, en: String) {
        self.out.push(Wrong { range, nl, en });
    }
}

/// A question whether another word was meant, in Dutch and in English.
fn near(word: &str, known: &[&str]) -> (String, String) {
    closest(word, known.iter().copied())
        .map_or_else(Default::default, |near| (format!("; bedoelt u {near}?"), format!("; did you mean {near}?")))
}
