//! A tree that the program made itself, out of a value of another release: walking it and pulling out what is right.

use super::any::AnyDecoder;
use super::dialect::Dialect;
use super::pull::TreeDecoder;
use super::standard::BUILT;
use super::walk::{Slots, Walker};
use super::{Checker, Context, Options};
use crate::Format;
use crate::api::AnyMessage;
use crate::finding::{Finding, Path, Report, Root};
use crate::generated;
use crate::read::Limits;
use crate::shape::{MessageInfo, Shape};
use crate::tree::Tree;

/// A walked tree.
pub(crate) struct Made<'t> {
    tree: &'t Tree<'static>,
    shape: &'static Shape,
    slots: Slots,
    report: Report,
}

impl<'t> Made<'t> {
    /// Compares the tree with a table. Every difference counts, so there is no limit on findings: a tree is no larger
    /// than the message it was made of.
    pub(crate) fn walk(tree: &'t Tree<'static>, shape: &'static Shape, root: Root) -> Self {
        let limits = Limits { findings: usize::MAX, ..Limits::default() };
        let options = Options { limits, ..Options::default() };
        let mut report = Report::default();
        let walker = Walker {
            standard: &BUILT,
            tree,
            dialect: Dialect::of(Format::Json),
            namespace: None,
            forbidden: &[],
            root: shape,
            options: &options,
            offset: 0,
            slots: Slots::default(),
            report: &mut report,
            path: Path::root(root),
        };
        let slots = walker.run(Tree::ROOT);
        for finding in &mut report.findings {
            finding.place = None;
        }
        Self { tree, shape, slots, report }
    }

    /// What is wrong, taken out.
    pub(crate) fn errors(self) -> Vec<Finding> {
        let error = |finding: &Finding| finding.severity() == crate::shape::Severity::Error;
        self.report.findings.into_iter().filter(error).collect()
    }

    /// Gives what is there as it is, and no stand-ins: for what is known to be right.
    pub(crate) fn decoder(&self) -> TreeDecoder<'_, 'static> {
        TreeDecoder::exact(self.tree, &self.slots, Dialect::of(Format::Json), Tree::ROOT, self.shape)
    }

    /// The value as the message it is; nothing when something is wrong with it. Its rules are not checked.
    pub(crate) fn message(&self, info: &'static MessageInfo, root: Root) -> Option<Box<dyn AnyMessage>> {
        let mut unread = Report::default();
        let mut checker = Checker::new(root, Context::default(), None, &mut unread, 0);
        generated::pull_any(info, &mut AnyDecoder::Tree(&mut self.decoder()), &mut checker)
    }
}
