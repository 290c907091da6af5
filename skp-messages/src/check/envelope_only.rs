//! The envelope alone: what a hub can check that passes messages on without being able to read them.
//!
//! The header is checked as ever, with the same findings. Of the content only its place is looked at: it may be a message, an
//! element of XML Encryption, or in JSON an object or a string. Its names and values are neither compared nor reported.

use super::careful::{Input, Outcome, tree};
use super::envelope::{self, Parts};
use super::header::{self, Body};
use super::identify::{self, Claim};
use super::standard::Rules;
use super::{Context, Options, builtin, in_force, locate, problem};
use crate::catalogue::rules_on_content;
use crate::finding::{Expected, Finding, Path, PathStep, Place, Reason, Report, Root};
use crate::read::Limits;
use crate::shape::{MessageInfo, Rule};
use crate::tree::{Content, NodeId, Tree};
use crate::value::{SimpleValue, dutch_date};

/// Reads and checks the envelope of one input against a standard.
pub(crate) fn run<R: Rules>(bytes: &[u8], options: &Options, rules: &R) -> Outcome<(), R::Header> {
    let mut report = Report { envelope_only: true, ..Report::default() };
    // Content that is encrypted is one long text, so for a text there is as much room as for the whole.
    let limits = Limits { text: options.limits.text.max(options.limits.size), ..options.limits };
    let options = &Options { limits, ..options.clone() };
    let mut header = None;
    match tree(bytes, options, &mut report) {
        Ok((tree, dialect, offset)) => {
            let input = Input { tree: &tree, dialect, offset, options, standard: rules.standard() };
            header = input.check_envelope(rules, &mut report);
        }
        Err((error, offset)) => report.add(problem::finding(&error, offset), options.limits.findings),
    }
    report.finish(Some(bytes), options.limits.findings);
    let header = header.filter(|_| report.is_valid());
    Outcome { value: None, header, report }
}

impl Input<'_, '_> {
    fn check_envelope<R: Rules>(&self, rules: &R, report: &mut Report) -> Option<R::Header> {
        let mut findings = Vec::new();
        let parts = envelope::open(self.tree, self.dialect, &mut findings);
        for mut finding in findings {
            finding.place = finding.place.map(|place| Place { offset: place.offset + self.offset, ..place });
            report.add(finding, self.options.limits.findings);
        }
        if let Some(found) = crate::fault::found(self.tree, self.dialect.format, parts.body) {
            self.no_message_but(found, report);
            return None;
        }
        let message = parts.header.and_then(|root| self.check_header(root, rules, report));
        if parts.header.is_none() {
            let expected = (!parts.enveloped).then(|| Expected::Said {
                nl: "een SOAP 1.1-envelop, of een JSON-object met header en inhoud".into(),
                en: "a SOAP 1.1 envelope, or a JSON object with header and inhoud".into(),
            });
            let mut finding = Finding::new(&builtin::DEF_002, Path::root(Root::Header));
            finding.expected = expected;
            self.add_at(Tree::ROOT, finding, report);
        }
        if parts.enveloped {
            self.place_of_content(&parts, report);
        }
        let (message, header) = message?;
        header.filter(|_| message)
    }

    /// Checks the header. The answer is whether it names a message that is known, and the value.
    fn check_header<R: Rules>(
        &self,
        root: NodeId,
        rules: &R,
        report: &mut Report,
    ) -> Option<(bool, Option<R::Header>)> {
        let namespace = self.tree.node(root).and_then(|node| self.tree.namespace(node));
        let header = self.walk(root, self.standard.header, Root::Header, namespace, &[], report);
        let fields = self.fields(&header);
        let claim = || {
            Some(Claim {
                module: fields.module.as_deref()?,
                release: fields.release.as_deref()?,
                id: fields.bericht.as_deref()?,
                place: 0,
            })
        };
        let named = claim().and_then(|claim| claim.resolve(self.standard, self.options).ok());
        let place = self.tree.node(root).map_or(0, |node| node.place) + self.offset;
        if let Some(message) = named {
            report.message = Some(message);
            report.counts.messages = 1;
            in_force::check(message.module.id, message.release, self.options, place, report);
        }
        let sent = fields.verzonden_op.as_deref().and_then(SimpleValue::parse);
        let context = Context { sent: sent.as_ref().map(dutch_date), sent_at: sent, header: true };
        let value = self.rules(&header, Root::Header, context, report, |d, c| rules.header(d, c));
        let from = report.findings.len();
        header::check(&fields, Body::Silent, named, self.standard, self.options, report);
        let tree = Some((self.tree, &header.slots, self.dialect, header.root));
        locate::locate(report, from, header.shape, tree, self.offset);
        not_looked_at(named, report);
        Some((named.is_some(), value))
    }

    /// Checks that there is content, and in JSON that it is of a kind that content can have.
    fn place_of_content(&self, parts: &Parts, report: &mut Report) {
        let Some(body) = parts.body else {
            return self.add_at(Tree::ROOT, *identify::unknown(0, None, self.how_to_say(parts)), report);
        };
        let Some(node) = self.tree.node(body) else { return };
        if matches!(node.content, Content::Object | Content::Mixed(_) | Content::String(_)) {
            return;
        }
        let mut path = Path::root(Root::Input);
        path.steps.push(PathStep { name: "inhoud".into(), json: "inhoud".into(), item: None });
        let expected = Expected::Said { nl: "een object of een tekst".into(), en: "an object or a string".into() };
        self.add_at(body, Finding::new(&builtin::FRM_006, path).expect(expected), report);
    }

    fn add_at(&self, node: NodeId, mut finding: Finding, report: &mut Report) {
        let offset = self.tree.node(node).map_or(0, |node| node.place) + self.offset;
        finding.place = Some(Place { offset, line: 0, column: 0 });
        report.add(finding, self.options.limits.findings);
    }
}

/// Lists the rules that only the content can tell about.
fn not_looked_at(message: Option<&'static MessageInfo>, report: &mut Report) {
    let agree: &'static Rule = &builtin::KOP_011;
    let own = message.map(rules_on_content).unwrap_or_default();
    for rule in own.into_iter().chain([agree]) {
        report.skip(rule, Reason::ContentUnread);
    }
}
