//! Several reports of one run: each in its format, to a file or to standard output.
//!
//! | file | does |
//! |---|---|
//! | `spec` | reads `sarif=uit/skp.sarif` |
//! | `target` | writes a file that is there whole or not at all |
//!
//! Every report is one valid document, also when nothing was found or the run ended before its end.

mod spec;
mod target;

use std::fmt;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use skp_messages::Lang;

use crate::bulk::Stream;
use crate::render::{Render, Style};
use crate::terminal::harmless;
use crate::{Checked, RunFailure, SourceRoot, Summary, Verdict};

pub use spec::{BadReport, ReportFormat, ReportSpec};
pub use target::WholeFile;

/// The reports of a run.
///
/// ```
/// use std::num::NonZeroUsize;
/// use skp_messages::Options;
/// use skp_validate::render::Style;
/// use skp_validate::{SourceRoot, Summary, inputs, run};
/// use skp_validate::reports::{ReportSpec, Reports};
///
/// let specs: Vec<ReportSpec> = ["sarif", "junit=/dev/null"].iter().map(|spec| spec.parse().unwrap()).collect();
/// let (style, root) = (Style::default(), SourceRoot::new("/repo"));
/// let mut stdout = Vec::new();
/// let mut reports = Reports::open(&specs, style, &root).expect("files that can be written");
/// let mut summary = Summary::default();
/// run::run(inputs::collect(&["gone.json".to_owned()]), &Options::default(), NonZeroUsize::MIN, |checked| {
///     summary.add(&checked);
///     reports.checked(&mut stdout, &checked)
/// })?;
/// let verdict = summary.verdict();
/// reports.finish(&mut stdout, &summary, verdict).expect("files that can be written");
/// assert!(String::from_utf8_lossy(&stdout).contains("\"executionSuccessful\":false"));
/// # Ok::<(), std::io::Error>(())
/// ```
pub struct Reports {
    sinks: Vec<Sink>,
}

struct Sink {
    renderer: Box<dyn Render>,
    /// The file; `None` for standard output.
    file: Option<BufWriter<WholeFile>>,
    error: Option<io::Error>,
}

/// Why reports cannot be made.
#[derive(Debug)]
pub enum ReportError {
    /// More than one is for standard output.
    TwoOnStdout,
    /// Two are for the same file.
    SameFile(PathBuf),
    /// A file cannot be written.
    File(PathBuf, io::Error),
    /// Standard output cannot be written.
    Stdout(io::Error),
}

impl Reports {
    /// Begins the reports. `style.colour` is for text on standard output only.
    ///
    /// # Errors
    /// When the reports do not go together, or a file cannot be made.
    pub fn open(specs: &[ReportSpec], style: Style, root: &SourceRoot) -> Result<Self, ReportError> {
        if specs.iter().filter(|spec| spec.path.is_none()).count() > 1 {
            return Err(ReportError::TwoOnStdout);
        }
        for (number, spec) in specs.iter().enumerate() {
            if let Some(path) = &spec.path
                && specs.iter().take(number).any(|other| other.path.as_deref().is_some_and(|other| same(other, path)))
            {
                return Err(ReportError::SameFile(path.clone()));
            }
        }
        let mut sinks = Vec::new();
        for spec in specs {
            let file = match &spec.path {
                Some(path) => {
                    let file = WholeFile::create(path).map_err(|error| ReportError::File(path.clone(), error))?;
                    Some(BufWriter::new(file))
                }
                None => None,
            };
            let style = Style { colour: style.colour && file.is_none(), ..style };
            sinks.push(Sink { renderer: spec.format.renderer(style, root), file, error: None });
        }
        Ok(Self { sinks })
    }

    /// Whether one of the reports goes to standard output.
    #[must_use]
    pub fn on_stdout(&self) -> bool {
        self.sinks.iter().any(|sink| sink.file.is_none())
    }

    /// Tells every report what became of one input. A report that cannot be written does not stop the others.
    ///
    /// # Errors
    /// When no report is left that can be written.
    pub fn checked(&mut self, stdout: &mut dyn Write, checked: &Checked) -> io::Result<()> {
        // Whoever looks on sees each finding when it is found.
        let tells = checked.report().is_none() || checked.findings().any(|(_, standing)| standing.counts());
        for sink in &mut self.sinks {
            let flush = tells && sink.file.is_none();
            sink.write(stdout, |renderer, out| {
                renderer.checked(out, checked)?;
                if flush { out.flush() } else { Ok(()) }
            });
        }
        self.any_left()
    }

    fn any_left(&mut self) -> io::Result<()> {
        if self.sinks.iter().all(|sink| sink.error.is_some())
            && let Some(error) = self.sinks.iter_mut().find_map(|sink| sink.error.take())
        {
            return Err(error);
        }
        Ok(())
    }

    /// Tells every report that a stream is at its end.
    ///
    /// # Errors
    /// When no report is left that can be written.
    pub fn stream(&mut self, stdout: &mut dyn Write, stream: &Stream) -> io::Result<()> {
        for sink in &mut self.sinks {
            sink.write(stdout, |renderer, out| renderer.stream(out, stream));
        }
        self.any_left()
    }

    /// Ends every report of a run that cannot go on, so that each says why.
    ///
    /// # Errors
    /// As [`Reports::finish`].
    pub fn abort(self, stdout: &mut dyn Write, mut summary: Summary, failure: RunFailure) -> Result<(), ReportError> {
        summary.failure = Some(failure);
        let verdict = summary.verdict();
        self.finish(stdout, &summary, verdict)
    }

    /// Ends every report and puts the files in their places.
    ///
    /// # Errors
    /// The first report that could not be written; the others are there.
    pub fn finish(mut self, stdout: &mut dyn Write, summary: &Summary, verdict: Verdict) -> Result<(), ReportError> {
        let mut first = None;
        for sink in &mut self.sinks {
            sink.write(stdout, |renderer, out| renderer.finish(out, summary, verdict));
            let error = match (sink.error.take(), sink.file.take()) {
                (Some(error), None) => Some(ReportError::Stdout(error)),
                (Some(error), Some(file)) => Some(ReportError::File(file.get_ref().path().to_owned(), error)),
                (None, None) => stdout.flush().err().map(ReportError::Stdout),
                (None, Some(file)) => {
                    let path = file.get_ref().path().to_owned();
                    let kept = file.into_inner().map_err(io::IntoInnerError::into_error).and_then(WholeFile::keep);
                    kept.err().map(|error| ReportError::File(path, error))
                }
            };
            first = first.or(error);
        }
        first.map_or(Ok(()), Err)
    }
}

impl Sink {
    fn write(&mut self, stdout: &mut dyn Write, tell: impl FnOnce(&mut dyn Render, &mut dyn Write) -> io::Result<()>) {
        if self.error.is_none() {
            let out: &mut dyn Write = match &mut self.file {
                Some(file) => file,
                None => stdout,
            };
            self.error = tell(self.renderer.as_mut(), out).err();
        }
    }
}

impl ReportError {
    /// What is the matter, in one line.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let shown = |path: &Path| harmless(&path.display().to_string());
        match self {
            Self::TwoOnStdout => lang
                .pick(
                    "hoogstens één verslag kan naar standaarduitvoer; geef de andere een bestand, als in --report \
                     sarif=skp.sarif",
                    "only one report can go to standard output; give the others a file, as in --report sarif=skp.sarif",
                )
                .to_owned(),
            Self::SameFile(path) => {
                let why =
                    lang.pick("twee verslagen kunnen niet in hetzelfde bestand", "two reports cannot share a file");
                format!("{}: {why}", shown(path))
            }
            Self::File(path, error) => format!("{}: {error}", shown(path)),
            Self::Stdout(error) => error.to_string(),
        }
    }
}

impl fmt::Display for ReportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Lang::En))
    }
}

impl std::error::Error for ReportError {}

/// Whether two paths name the same file, as far as their words and links say.
fn same(one: &Path, other: &Path) -> bool {
    let real = |path: &Path| {
        let name = path.file_name().unwrap_or_default();
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        folder.canonicalize().map(|folder| folder.join(name))
    };
    one == other || matches!((real(one), real(other)), (Ok(one), Ok(other)) if one == other)
}

#[cfg(test)]
mod tests;
