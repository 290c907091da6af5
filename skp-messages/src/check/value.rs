//! Checking a typed value before it is handed out or written.
//!
//! A value in which there is nothing to find is told by [`super::clean`]. Any other is turned into a tree and walked
//! like any input, so that what may be written is exactly what may be read.

#[cfg(feature = "serde")]
use super::any::AnyDecoder;
use super::dialect::Dialect;
use super::header::{self, Body, Fields};
use super::identify::Claim;
#[cfg(feature = "serde")]
use super::pull::TreeDecoder;
use super::standard::BUILT;
use super::walk::{Slots, Walker};
use super::{Checker, Context, Options, clean, locate, problem};
use crate::Format;
use crate::bericht::v2_0::Berichtheader;
use crate::codec::{Composite, Value};
use crate::finding::{Expected, Finding, Path, PathStep, Report, Root};
use crate::read::{Limits, Problem, ReadError};
use crate::shape::{MessageInfo, Shape};
use crate::tree::{self, Content, Tree};
use crate::value::dutch_date;

/// Checks a value of the type on its own, without header.
///
/// # Errors
/// The report, when it has errors.
pub(crate) fn check<T: Composite>(value: &T, root: Root) -> Result<Report, Report> {
    let report = finish(inspect(value, root, Context::default()), Options::default().limits.findings);
    if report.has_errors() { Err(report) } else { Ok(report) }
}

/// Whether the rules hold on a message whose elements are clean, so that [`check`] has no error to report.
pub(crate) fn holds<T: Composite>(value: &T, root: Root) -> bool {
    let mut report = Report::default();
    value.check(&mut Checker::terse(root, Context::default(), &mut report));
    !report.has_errors()
}

/// Checks a message with the header it will be sent with, as reading them would.
///
/// # Errors
/// The report, when it has errors.
pub(crate) fn check_with_header<T: Composite>(
    message: &T,
    info: &'static MessageInfo,
    header: &Berichtheader,
) -> Result<Report, Report> {
    let options = Options::default();
    let context =
        Context { sent: Some(dutch_date(&header.verzonden_op)), sent_at: Some(header.verzonden_op), header: true };
    let mut report = inspect(header, Root::Header, context);
    report.merge(inspect(message, Root::Message(info.id, true), context));
    let fields = Fields::of(header);
    header::check(&fields, Body::Says(Some(info)), named_by(header), &BUILT, &options, &mut report);
    let report = finish(report, options.limits.findings);
    if report.has_errors() { Err(report) } else { Ok(report) }
}

/// The message that a header names, when there is such a message.
pub(crate) fn named_by(header: &Berichtheader) -> Option<&'static MessageInfo> {
    let claim = Claim {
        module: header.module.as_str(),
        release: header.release.as_str(),
        id: header.bericht.as_str(),
        place: 0,
    };
    claim.resolve(&BUILT, &Options::default()).ok()
}

/// The report of a message of so many bytes, when that is more than is read.
pub(crate) fn too_large(mut report: Report, bytes: usize) -> Result<(), Report> {
    let most = Limits::default().size;
    if bytes <= most {
        return Ok(());
    }
    let mut finding = problem::finding(&ReadError::limit(0, Problem::Size(most)), 0);
    finding.place = None;
    report.add(finding, usize::MAX);
    Err(report)
}

/// What of a value a reader would refuse, whatever the format.
fn over_limit(tree: &Tree<'_>, limits: &Limits) -> Option<Problem> {
    let mut ids = (0..).map_while(|id| Some(tree::NodeId(id)).filter(|&id| tree.node(id).is_some()));
    ids.find_map(|id| match &tree.node(id)?.content {
        Content::String(text) if text.len() > limits.text => Some(Problem::Text(limits.text)),
        Content::Array if tree.children(id).nth(limits.items).is_some() => Some(Problem::Items(limits.items)),
        _ => None,
    })
}

fn inspect<T: Composite>(value: &T, root: Root, context: Context) -> Report {
    let Some(elements) = clean::elements(value) else { return inspect_closely(value, root, context) };
    let mut report = Report::default();
    report.counts.messages = u64::from(root != Root::Header);
    report.counts.elements = elements;
    value.check(&mut Checker::new(root, context, None, &mut report, Options::default().limits.findings));
    locate::locate(&mut report, 0, T::SHAPE, None, 0);
    report
}

/// Checks a value in which there may be something to find.
fn inspect_closely<T: Composite>(value: &T, root: Root, context: Context) -> Report {
    let options = Options::default();
    let mut report = Report::default();
    report.counts.messages = u64::from(root != Root::Header);
    let tree = tree::of_value(value);
    if let Some(problem) = over_limit(&tree, &options.limits) {
        report.add(problem::finding(&ReadError::limit(0, problem), 0), options.limits.findings);
    }
    let slots = walk::<T>(&tree, root, &options, &mut report);
    let from = report.findings.len();
    let most = options.limits.findings;
    value.check(&mut Checker::new(root, context, Some(&slots), &mut report, most));
    locate::locate(&mut report, from, T::SHAPE, None, 0);
    report
}

/// What both ways find.
#[cfg(all(test, feature = "sample"))]
pub(crate) fn inspect_twice<T: Composite>(value: &T, root: Root) -> [Report; 2] {
    [inspect(value, root, Context::default()), inspect_closely(value, root, Context::default())]
}

/// Checks a tree that was not read from bytes, and pulls the value out of it.
///
/// # Errors
/// The report, when it has errors.
#[cfg(feature = "serde")]
pub(crate) fn from_tree<T: Composite>(tree: &Tree<'_>) -> Result<T, Report> {
    let options = Options::default();
    let root = Root::Message(T::SHAPE.name, false);
    let mut report = Report::default();
    report.counts.messages = 1;
    let slots = walk::<T>(tree, root, &options, &mut report);
    let from = report.findings.len();
    let most = options.limits.findings;
    let mut decoder = TreeDecoder::new(tree, &slots, Dialect::of(Format::Json), Tree::ROOT, T::SHAPE);
    let mut checker = Checker::new(root, Context::default(), Some(&slots), &mut report, most);
    let value = super::careful::pull(&mut AnyDecoder::Tree(&mut decoder), &mut checker);
    locate::locate(&mut report, from, T::SHAPE, None, 0);
    let report = finish(report, most);
    value.filter(|_| !report.has_errors()).ok_or(report)
}

fn walk<T: Composite>(tree: &Tree<'_>, root: Root, options: &Options, report: &mut Report) -> Slots {
    let walker = Walker {
        tree,
        dialect: Dialect::of(Format::Json),
        namespace: None,
        forbidden: &[],
        root: T::SHAPE,
        standard: &BUILT,
        options,
        offset: 0,
        slots: Slots::default(),
        report,
        path: Path::root(root),
    };
    walker.run(Tree::ROOT)
}

/// A value has no input, so nothing in it has a place.
fn finish(mut report: Report, most: usize) -> Report {
    for finding in &mut report.findings {
        finding.place = None;
    }
    report.finish(None, most);
    report
}

/// Collects required elements for a builder, and what is missing of them.
pub struct Required {
    shape: &'static Shape,
    missing: Vec<usize>,
}

impl Required {
    /// Begins with nothing missing.
    #[must_use]
    pub const fn new(shape: &'static Shape) -> Self {
        Self { shape, missing: Vec::new() }
    }

    /// The value of a required element, or a stand-in when it was not set.
    pub fn take<T: Value>(&mut self, index: usize, value: Option<T>) -> T {
        value.unwrap_or_else(|| {
            self.missing.push(index);
            T::stand_in()
        })
    }

    /// The items of a required list.
    pub fn items<T>(&mut self, index: usize, items: Vec<T>) -> Vec<T> {
        if items.is_empty() {
            self.missing.push(index);
        }
        items
    }

    /// Hands out the value when nothing is missing and no check finds an error.
    ///
    /// # Errors
    /// A report that names everything that is missing or wrong. Rules that need the header are not checked.
    pub fn finish<T: Composite>(self, value: T) -> Result<T, Report> {
        let root = Root::Message(self.shape.name, false);
        if self.missing.is_empty() {
            return check(&value, root).map(|_| value);
        }
        let mut report = Report::default();
        for element in self.missing.iter().filter_map(|&index| self.shape.elements.get(index)) {
            let mut path = Path::root(root);
            path.steps.push(PathStep { name: element.name.into(), json: element.json.into(), item: None });
            report.add(Finding::new(&super::builtin::DEF_002, path).expect(Expected::missing(element)), usize::MAX);
        }
        Err(report)
    }
}
