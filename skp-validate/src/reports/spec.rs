//! Which report, and where to: `FORMAT` or `FORMAT=PATH`.

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

use skp_codegen::diagnostic::closest;
use skp_messages::Lang;

use crate::SourceRoot;
use crate::render::{GitHub, GitLab, JUnit, Json, Markdown, Ndjson, Render, Sarif, Style, Text};
use crate::terminal::short;

/// The forms a report can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReportFormat {
    /// For people: each finding with its line.
    Text,
    /// One JSON document.
    Json,
    /// One JSON object a line.
    Ndjson,
    /// SARIF 2.1.0, as code scanning services read it.
    Sarif,
    /// JUnit XML, as CI services read test results.
    JUnit,
    /// Workflow commands of GitHub Actions, which become annotations.
    GitHub,
    /// A code quality report of GitLab.
    GitLab,
    /// A page in Markdown, for a comment or a job summary.
    Markdown,
}

impl ReportFormat {
    /// All of them.
    pub const ALL: [Self; 8] =
        [Self::Text, Self::Json, Self::Ndjson, Self::Sarif, Self::JUnit, Self::GitHub, Self::GitLab, Self::Markdown];

    /// The word for it in arguments and settings.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Json => "json",
            Self::Ndjson => "ndjson",
            Self::Sarif => "sarif",
            Self::JUnit => "junit",
            Self::GitHub => "github",
            Self::GitLab => "gitlab",
            Self::Markdown => "markdown",
        }
    }

    /// The renderer that writes it.
    #[must_use]
    pub fn renderer(self, style: Style, root: &SourceRoot) -> Box<dyn Render> {
        let root = root.clone();
        match self {
            Self::Text => Box::new(Text::new(style)),
            Self::Json => Box::new(Json::new(style)),
            Self::Ndjson => Box::new(Ndjson::new(style)),
            Self::Sarif => Box::new(Sarif::new(style, root)),
            Self::JUnit => Box::new(JUnit::new(style, root)),
            Self::GitHub => Box::new(GitHub::new(style, root)),
            Self::GitLab => Box::new(GitLab::new(style, root)),
            Self::Markdown => Box::new(Markdown::new(style, root)),
        }
    }
}

/// A report to make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportSpec {
    /// Its form.
    pub format: ReportFormat,
    /// The file to write; `None` for standard output.
    pub path: Option<PathBuf>,
}

/// A report that does not exist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadReport(String);

impl FromStr for ReportSpec {
    type Err = BadReport;

    fn from_str(text: &str) -> Result<Self, BadReport> {
        let (word, path) = match text.split_once('=') {
            Some((word, path)) => (word, Some(path)),
            None => (text, None),
        };
        let format = ReportFormat::ALL.into_iter().find(|format| format.word() == word);
        let format = format.filter(|_| path != Some("")).ok_or_else(|| BadReport(text.to_owned()))?;
        Ok(Self { format, path: path.filter(|path| *path != "-").map(PathBuf::from) })
    }
}

impl BadReport {
    /// What is wrong, in one line.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let (word, path) = self.0.split_once('=').unwrap_or((&self.0, "-"));
        if path.is_empty() {
            return match lang {
                Lang::Nl => format!("na {}= ontbreekt het bestand", short(word)),
                Lang::En => format!("a file is missing after {}=", short(word)),
            };
        }
        let words = ReportFormat::ALL.map(ReportFormat::word);
        match (closest(word, words), lang) {
            (Some(near), Lang::Nl) => format!("er is geen verslag {}; bedoelt u {near}?", short(word)),
            (Some(near), Lang::En) => format!("there is no report {}; did you mean {near}?", short(word)),
            (None, Lang::Nl) => format!("er is geen verslag {}; kies uit {}", short(word), words.join(", ")),
            (None, Lang::En) => format!("there is no report {}; choose from {}", short(word), words.join(", ")),
        }
    }
}

impl fmt::Display for BadReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Lang::En))
    }
}

impl std::error::Error for BadReport {}
