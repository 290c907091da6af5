//! The careful way from bytes to a value and a report.

use std::borrow::Cow;

use super::any::AnyDecoder;
use super::dialect::Dialect;
use super::envelope::{self, Parts};
use super::header::{self, Body, Fields};
use super::identify::{self, Claim};
use super::pull::TreeDecoder;
use super::standard::{Compiled, Rules, Standard};
use super::walk::{Slots, Walker};
use super::{Checker, Context, Options, builtin, in_force, locate, problem};
use crate::Format;
use crate::bericht::v2_0::Berichtheader;
use crate::codec::{Composite, decoded};
use crate::finding::{Expected, Finding, JsonType, Path, PathStep, Place, Report, Root};
use crate::read::{self, Expect, Problem, ReadError};
use crate::shape::{Forbidden, MessageInfo, Shape};
use crate::tree::{Content, NodeId, Tree};
use crate::value::{SimpleValue, dutch_date};

/// What came out of one input.
pub(crate) struct Outcome<V, H = Berichtheader> {
    /// The message, when the report has no errors.
    pub(crate) value: Option<V>,
    /// The header, when there is one and the report has no errors.
    pub(crate) header: Option<H>,
    pub(crate) report: Report,
}

/// Pulls a message out of what a decoder reads and runs its rules.
pub(crate) type Pull<V> = fn(&'static MessageInfo, &mut AnyDecoder<'_, '_, '_>, &mut Checker<'_>) -> Option<V>;

/// Pulls a message of one type.
pub(crate) fn pull<T: Composite>(d: &mut AnyDecoder<'_, '_, '_>, c: &mut Checker<'_>) -> Option<T> {
    let value: T = decoded(d)?;
    value.check(c);
    Some(value)
}

/// Reads and checks one input. With `only`, any other message is a finding.
pub(crate) fn run<V>(bytes: &[u8], options: &Options, only: Option<&'static MessageInfo>, pull: Pull<V>) -> Outcome<V> {
    run_with(bytes, options, only, &Compiled(pull))
}

/// Reads and checks one input against a standard.
pub(crate) fn run_with<R: Rules>(
    bytes: &[u8],
    options: &Options,
    only: Option<&'static MessageInfo>,
    rules: &R,
) -> Outcome<R::Message, R::Header> {
    let mut outcome = inspect(bytes, options, only, rules);
    if outcome.report.has_errors() {
        outcome.value = None;
        outcome.header = None;
    }
    outcome
}

/// Reads and checks one input, and keeps the value when every element of it is right by itself.
pub(crate) fn examine<V>(bytes: &[u8], options: &Options, pull: Pull<V>) -> Outcome<V> {
    let mut outcome = inspect(bytes, options, None, &Compiled(pull));
    let report = &outcome.report;
    // With a finding of the walker the value may hold stand-ins; KOP-001 and KOP-011 leave open which message it is.
    let whole = |rule: &crate::shape::Rule| {
        !builtin::ALL.contains(&rule) || (rule.id.starts_with("KOP-") && !matches!(rule.id, "KOP-001" | "KOP-011"))
    };
    let errors = || report.findings.iter().filter(|finding| finding.severity() == crate::shape::Severity::Error);
    let forbidden = |finding: &Finding| report.message.is_some_and(|message| message.forbids(finding.rule()));
    let broken = |finding: &Finding| !whole(finding.rule()) || forbidden(finding);
    let header = |finding: &&Finding| finding.path.root != Root::Message(report.message.map_or("", |one| one.id), true);
    let (message_broken, header_broken) = (errors().any(broken), errors().filter(header).any(broken));
    if report.left_out > 0 || message_broken {
        outcome.value = None;
    }
    if outcome.report.left_out > 0 || header_broken {
        outcome.header = None;
    }
    outcome
}

fn inspect<R: Rules>(
    bytes: &[u8],
    options: &Options,
    only: Option<&'static MessageInfo>,
    rules: &R,
) -> Outcome<R::Message, R::Header> {
    let mut report = Report::default();
    let mut outcome = match tree(bytes, options, &mut report) {
        Ok((tree, dialect, offset)) => {
            let input = Input { tree: &tree, dialect, offset, options, standard: rules.standard() };
            input.check(only, rules, report)
        }
        Err((error, offset)) => {
            report.add(problem::finding(&error, offset), options.limits.findings);
            Outcome { value: None, header: None, report }
        }
    };
    outcome.report.finish(Some(bytes), options.limits.findings);
    outcome
}

/// Reads the bytes into a tree; an error comes with the length of the byte order mark before its place.
pub(super) fn tree<'a>(
    bytes: &'a [u8],
    options: &Options,
    report: &mut Report,
) -> Result<(Tree<'a>, Dialect, usize), (ReadError, usize)> {
    let input = read::sniff(bytes, options.limits.size).map_err(|error| (error, 0))?;
    report.format = Some(input.format);
    let tree = match input.format {
        Format::Json => read::json::read(input.text, &options.limits),
        Format::Xml => read::xml::read(input.text, &options.limits),
    };
    match tree {
        Ok(tree) => Ok((tree, Dialect::of(input.format), input.offset)),
        Err(mut error) => {
            // What begins like neither format is most often no message at all: a page, a table, a mail.
            let first = input.text.get(..error.at).is_some_and(|before| before.trim().is_empty());
            if first && error.problem == Problem::Expected(Expect::Value) {
                error.problem = Problem::Expected(Expect::Message);
            }
            Err((error, input.offset))
        }
    }
}

/// Reads a fault; an input that is none gives a report.
pub(crate) fn read_fault(bytes: &[u8], options: &Options) -> Result<crate::fault::Fault, Report> {
    let mut report = Report::default();
    let fault = match tree(bytes, options, &mut report) {
        Ok((tree, dialect, offset)) => {
            let body = envelope::open(&tree, dialect, &mut Vec::new()).body;
            let found = crate::fault::found(&tree, dialect.format, body);
            let fault = found.as_ref().and_then(|found| found.fault.clone());
            let expected = Expected::Said {
                nl: "een SOAP-fault of een foutantwoord (problem+json)".into(),
                en: "a SOAP fault or problem details (problem+json)".into(),
            };
            let findings = found.map_or_else(|| vec![*identify::unknown(0, None, expected)], |found| found.findings);
            for mut finding in findings {
                finding.place = finding.place.map(|place| Place { offset: place.offset + offset, ..place });
                report.add(finding, options.limits.findings);
            }
            fault
        }
        Err((error, offset)) => {
            report.add(problem::finding(&error, offset), options.limits.findings);
            None
        }
    };
    report.finish(Some(bytes), options.limits.findings);
    fault.ok_or(report)
}

/// The report of a message that came in another format than the caller reads.
pub(crate) fn other_format(mut report: Report) -> Report {
    if let Some(format) = report.format
        && !report.has_errors()
    {
        let wanted = if format == Format::Json { Format::Xml } else { Format::Json };
        let expected =
            Expected::Said { nl: format!("{wanted}; dit is {format}"), en: format!("{wanted}; this is {format}") };
        let mut finding = *identify::unknown(0, None, expected);
        finding.place = Some(Place { offset: 0, line: 1, column: 1 });
        report.add(finding, usize::MAX);
    }
    report
}

/// A tree and how to read it.
pub(super) struct Input<'i, 'a> {
    pub(super) tree: &'i Tree<'a>,
    pub(super) dialect: Dialect,
    pub(super) offset: usize,
    pub(super) options: &'i Options,
    pub(super) standard: &'static Standard,
}

/// A walked header or message.
pub(super) struct Walked {
    pub(super) root: NodeId,
    pub(super) shape: &'static Shape,
    pub(super) slots: Slots,
}

impl Input<'_, '_> {
    fn check<R: Rules>(
        &self,
        only: Option<&'static MessageInfo>,
        rules: &R,
        mut report: Report,
    ) -> Outcome<R::Message, R::Header> {
        let most = self.options.limits.findings;
        let mut findings = Vec::new();
        let parts = envelope::open(self.tree, self.dialect, &mut findings);
        for mut finding in findings {
            finding.place = finding.place.map(|place| Place { offset: place.offset + self.offset, ..place });
            report.add(finding, most);
        }

        if let Some(found) = crate::fault::found(self.tree, self.dialect.format, parts.body) {
            self.no_message_but(found, &mut report);
            return Outcome { value: None, header: None, report };
        }
        if parts.enveloped && parts.header.is_none() && parts.body.is_some() {
            let mut finding = Finding::new(&builtin::DEF_002, Path::root(Root::Header));
            let offset = self.tree.node(Tree::ROOT).map_or(0, |node| node.place) + self.offset;
            finding.place = Some(Place { offset, line: 0, column: 0 });
            report.add(finding, most);
        }
        let header = parts.header.map(|root| {
            let namespace = self.tree.node(root).and_then(|node| self.tree.namespace(node));
            self.walk(root, self.standard.header, Root::Header, namespace, &[], &mut report)
        });
        let fields = header.as_ref().map(|header| self.fields(header));
        let named = fields.as_ref().and_then(|fields| {
            let claim = Claim {
                module: fields.module.as_deref()?,
                release: fields.release.as_deref()?,
                id: fields.bericht.as_deref()?,
                place: 0,
            };
            claim.resolve(self.standard, self.options).ok()
        });
        let sent = fields.as_ref().and_then(|fields| fields.verzonden_op.as_deref()).and_then(SimpleValue::parse);
        let context = Context { sent: sent.as_ref().map(dutch_date), sent_at: sent, header: header.is_some() };

        let message = match parts.body.filter(|&body| self.is_no_object(body)) {
            Some(body) => {
                self.no_object(body, &parts, &mut report);
                None
            }
            None => self.identify(&parts, named, &fields, only, &mut report),
        };
        let mut value = None;
        if let (Some(message), Some(root)) = (message, parts.body) {
            report.message = Some(message);
            report.counts.messages = 1;
            let place = self.claim(root).map(|claim| claim.place).or(self.tree.node(root).map(|node| node.place));
            let place = place.unwrap_or_default() + self.offset;
            in_force::check(message.module.id, message.release, self.options, place, &mut report);
            let name = Root::Message(message.id, parts.enveloped);
            // The root's own namespace: it names the release, or another one that the caller overruled.
            let namespace = self.tree.node(root).and_then(|node| self.tree.namespace(node));
            let walked = self.walk(root, message.shape, name, namespace, message.forbidden, &mut report);
            value = self.rules(&walked, name, context, &mut report, |d, c| rules.message(message, d, c));
        }
        let header = header.and_then(|header| {
            let value = self.rules(&header, Root::Header, context, &mut report, |d, c| rules.header(d, c));
            if let Some(fields) = &fields {
                let from = report.findings.len();
                header::check(fields, self.claimed(&parts, message), named, self.standard, self.options, &mut report);
                let tree = Some((self.tree, &header.slots, self.dialect, header.root));
                locate::locate(&mut report, from, header.shape, tree, self.offset);
            }
            value
        });
        Outcome { value, header, report }
    }

    /// What the message itself says it is: its root element in XML, its member `bericht` in JSON.
    fn claimed(&self, parts: &Parts, message: Option<&'static MessageInfo>) -> Body {
        let says = self.dialect.format == Format::Xml
            || parts.body.is_some_and(|body| self.tree.child(body, "bericht").is_some());
        if says { Body::Says(message) } else { Body::Silent }
    }

    fn identify(
        &self,
        parts: &Parts,
        named: Option<&'static MessageInfo>,
        fields: &Option<Fields>,
        only: Option<&'static MessageInfo>,
        report: &mut Report,
    ) -> Option<&'static MessageInfo> {
        let most = self.options.limits.findings;
        let claim = parts.body.and_then(|body| self.claim(body));
        let place = parts.body.and_then(|body| self.tree.node(body)).map_or(0, |node| node.place);
        // A message that is unknown by the same name in header and content has its own finding, KOP-001.
        let same = |claim: &Claim<'_>| {
            fields.as_ref().is_some_and(|fields| {
                let named = (fields.module.as_deref(), fields.release.as_deref(), fields.bericht.as_deref());
                named == (Some(claim.module), Some(claim.release), Some(claim.id))
            })
        };
        let resolved = match claim {
            Some(claim) if named.is_none() && same(&claim) => return None,
            Some(claim) => claim.resolve(self.standard, self.options),
            // Content that says something else than a message does not become one by what its header names.
            None if parts.body.is_some() && matches!(self.claimed(parts, None), Body::Says(_)) => {
                let expected = match (self.dialect.format, named) {
                    (Format::Xml, Some(named)) => Expected::Namespace(named.release.namespace.to_owned()),
                    _ => self.how_to_say(parts),
                };
                Err(identify::unknown(place, None, expected))
            }
            None => match named {
                Some(named) if parts.body.is_some() => Ok(named),
                _ if parts.body.is_some() && fields.as_ref().is_some_and(|fields| fields.bericht.is_some()) => {
                    return None;
                }
                _ => Err(identify::unknown(place, None, self.how_to_say(parts))),
            },
        };
        let resolved = resolved.and_then(|message| match only {
            Some(only) if !std::ptr::eq(only, message) => {
                Err(identify::unknown(place, Some(message.bericht), Expected::OneOf(vec![only.bericht.to_owned()])))
            }
            _ => Ok(message),
        });
        match resolved {
            Ok(message) => Some(message),
            Err(mut finding) => {
                finding.place = finding.place.map(|at| Place { offset: at.offset + self.offset, ..at });
                report.add(*finding, most);
                None
            }
        }
    }

    /// Whether a JSON message is something else than an object.
    fn is_no_object(&self, body: NodeId) -> bool {
        let object =
            self.tree.node(body).is_some_and(|node| matches!(node.content, Content::Object | Content::Mixed(_)));
        !object
    }

    fn no_object(&self, body: NodeId, parts: &Parts, report: &mut Report) {
        let mut path = Path::root(Root::Input);
        if parts.enveloped {
            path.steps.push(PathStep { name: "inhoud".into(), json: "inhoud".into(), item: None });
        }
        let mut finding = Finding::new(&builtin::FRM_006, path).expect(Expected::Json(JsonType::Object));
        let offset = self.tree.node(body).map_or(0, |node| node.place) + self.offset;
        finding.place = Some(Place { offset, line: 0, column: 0 });
        report.add(finding, self.options.limits.findings);
    }

    /// An input that is a fault: says so, and what is wrong with the fault.
    pub(super) fn no_message_but(&self, found: crate::fault::Found, report: &mut Report) {
        let [nl, en] = found.what;
        let expected =
            Expected::Said { nl: format!("een bericht; dit is {nl}"), en: format!("a message; this is {en}") };
        let mut told = Finding::new(&builtin::DEF_013, Path::root(Root::Input)).expect(expected);
        told.place = Some(Place { offset: found.place, line: 0, column: 0 });
        for mut finding in std::iter::once(told).chain(found.findings) {
            finding.place = finding.place.map(|place| Place { offset: place.offset + self.offset, ..place });
            report.add(finding, self.options.limits.findings);
        }
    }

    /// How an input says which message it is, for one that does not.
    pub(super) fn how_to_say(&self, parts: &Parts) -> Expected {
        let (nl, en) = match (self.dialect.format, parts.body) {
            (_, None) => ("een bericht in de envelop", "a message in the envelope"),
            (Format::Xml, _) => (
                "een root-element in een namespace als urn:x-skp:schuldregeling:2.0, los of in een SOAP 1.1-envelop",
                "a root element in a namespace such as urn:x-skp:schuldregeling:2.0, bare or in a SOAP 1.1 envelope",
            ),
            _ => (
                "een veld \"bericht\" als \"schuldregeling/2.0/Saldoverzoek\"",
                "a member \"bericht\" such as \"schuldregeling/2.0/Saldoverzoek\"",
            ),
        };
        Expected::Said { nl: nl.to_owned(), en: en.to_owned() }
    }

    fn claim(&self, body: NodeId) -> Option<Claim<'_>> {
        let node = self.tree.node(body)?;
        match self.dialect.format {
            Format::Xml => Claim::of_namespace(self.tree.namespace(node)?, &node.name, node.place),
            _ => {
                let node = self.tree.node(self.tree.child(body, "bericht")?)?;
                match &node.content {
                    Content::String(bericht) => Claim::of_bericht(bericht, node.place),
                    _ => None,
                }
            }
        }
    }

    pub(super) fn walk(
        &self,
        root: NodeId,
        shape: &'static Shape,
        name: Root,
        namespace: Option<&str>,
        forbidden: &'static [Forbidden],
        report: &mut Report,
    ) -> Walked {
        let walker = Walker {
            tree: self.tree,
            dialect: self.dialect,
            namespace,
            forbidden,
            root: shape,
            standard: self.standard,
            options: self.options,
            offset: self.offset,
            slots: Slots::default(),
            report,
            path: Path::root(name),
        };
        Walked { root, shape, slots: walker.run(root) }
    }

    /// Runs the rules of a header or message and gives its value.
    pub(super) fn rules<V>(
        &self,
        walked: &Walked,
        name: Root,
        context: Context,
        report: &mut Report,
        pull: impl FnOnce(&mut TreeDecoder<'_, '_>, &mut Checker<'_>) -> Option<V>,
    ) -> Option<V> {
        let from = report.findings.len();
        let mut decoder = TreeDecoder::new(self.tree, &walked.slots, self.dialect, walked.root, walked.shape);
        let mut checker = Checker::new(name, context, Some(&walked.slots), report, self.options.limits.findings);
        let value = pull(&mut decoder, &mut checker);
        let tree = Some((self.tree, &walked.slots, self.dialect, walked.root));
        locate::locate(report, from, walked.shape, tree, self.offset);
        value
    }

    /// The fields of the header that the checks of this file's neighbours need.
    pub(super) fn fields(&self, header: &Walked) -> Fields {
        let text = |name: &str| {
            let (index, element) =
                header.shape.elements.iter().enumerate().find(|(_, element)| element.name == name)?;
            let node = self.tree.node(header.slots.get(header.root, index)?)?;
            let kind = match element.ty {
                crate::shape::Type::Simple(simple) => simple.written(),
                crate::shape::Type::Code(list) => list.kind(),
                crate::shape::Type::Composite(_) => return None,
            };
            let wrong = header.slots.wrong.has(name);
            self.dialect.text(node, kind).ok().filter(|_| !wrong).map(Cow::into_owned)
        };
        let filled = |name: &str| {
            let index = header.shape.elements.iter().position(|element| element.name == name)?;
            Some(header.slots.get(header.root, index).is_some())
        };
        Fields {
            toestemming: filled("Toestemmingsverklaring").unwrap_or(false),
            beschikking: filled("BeschikkingBewind").unwrap_or(false),
            module: text("Module"),
            release: text("Release"),
            bericht: text("Bericht"),
            afzender_type: text("AfzenderType"),
            verzonden_op: text("VerzondenOp"),
            antwoord_op: if header.slots.wrong.has("AntwoordOp") || header.slots.wrong.has_root() {
                None
            } else {
                Some(text("AntwoordOp").is_some())
            },
        }
    }
}
