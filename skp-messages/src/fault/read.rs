//! A fault out of a tree, and what is wrong with one that is not whole.

use super::{Fault, FaultCode, InvalidParam, Problem, SoapFault};
use crate::Format;
use crate::check::{SOAP, builtin};
use crate::finding::{Expected, Finding, JsonType, Path, PathStep, Place, Root};
use crate::shape::Rule;
use crate::tree::{Content, Node, NodeId, Tree};

/// A fault that was found: what it says, as far as it can be read, and what is wrong with it.
pub(crate) struct Found {
    pub(crate) fault: Option<Fault>,
    pub(crate) findings: Vec<Finding>,
    /// Where it stands.
    pub(crate) place: usize,
    /// What it is, in Dutch and English.
    pub(crate) what: [String; 2],
}

/// Finds the fault in an input; `body` is what stands in the envelope. `None` when it is none.
pub(crate) fn found(tree: &Tree<'_>, format: Format, body: Option<NodeId>) -> Option<Found> {
    match format {
        Format::Xml => {
            let (id, node) = body.and_then(|id| Some((id, tree.node(id)?)))?;
            (node.name == "Fault" && tree.namespace(node) == Some(SOAP)).then(|| soap(tree, id, node.place))
        }
        Format::Json => {
            let has = |name| tree.child(Tree::ROOT, name).is_some();
            let message = ["bericht", "header", "inhoud"].into_iter().any(has);
            (has("status") && (has("title") || has("type")) && !message).then(|| problem(tree))
        }
    }
}

/// Collects findings about the members of a fault.
struct Reader<'t, 'a> {
    tree: &'t Tree<'a>,
    findings: Vec<Finding>,
}

impl Reader<'_, '_> {
    fn add(&mut self, rule: &'static Rule, name: &'static str, node: NodeId, expected: Option<Expected>) {
        let mut path = Path::root(Root::Input);
        path.steps.push(PathStep { name: name.into(), json: name.into(), item: None });
        let mut finding = Finding::new(rule, path);
        finding.expected = expected;
        let offset = self.tree.node(node).map_or(0, |node| node.place);
        finding.place = Some(Place { offset, line: 0, column: 0 });
        self.findings.push(finding);
    }

    /// The text of a child; in JSON it must be a string.
    fn text(&mut self, of: NodeId, name: &'static str, needed: bool) -> Option<String> {
        let Some(id) = self.tree.child(of, name) else {
            if needed {
                self.add(&builtin::DEF_002, name, of, None);
            }
            return None;
        };
        match self.tree.node(id).map(|node| &node.content) {
            Some(Content::Mixed(text) | Content::String(text)) => Some(text.clone().into_owned()),
            _ => {
                self.add(&builtin::FRM_006, name, id, Some(Expected::Json(JsonType::String)));
                None
            }
        }
    }
}

fn soap(tree: &Tree<'_>, fault: NodeId, place: usize) -> Found {
    let mut reader = Reader { tree, findings: Vec::new() };
    let code = reader.text(fault, "faultcode", true);
    let text = reader.text(fault, "faultstring", true);
    let actor = reader.text(fault, "faultactor", false);
    let code = code.and_then(|code| {
        let bare = code.trim().rsplit(':').next().unwrap_or_default();
        let parsed = FaultCode::parse(bare);
        if parsed.is_none() {
            let expected = FaultCode::ALL.iter().map(|code| code.as_str().to_owned()).collect();
            let node = tree.child(fault, "faultcode").unwrap_or(fault);
            reader.add(&builtin::VAL_006, "faultcode", node, Some(Expected::OneOf(expected)));
        }
        parsed
    });
    let (mut service, mut other_detail) = (None, false);
    for (id, node) in tree.child(fault, "detail").map(|detail| tree.children(detail)).into_iter().flatten() {
        match of_service(tree, node) {
            Some(own) if service.is_none() => {
                service = Some(own);
                let told = reader.text(id, "Code", true);
                if let (Some(told), Some(code)) = (told, &code)
                    && told.trim() != code.as_str()
                {
                    let node = tree.child(id, "Code").unwrap_or(id);
                    let expected = Some(Expected::OneOf(vec![code.as_str().to_owned()]));
                    reader.add(&builtin::VAL_006, "Code", node, expected);
                }
            }
            _ => other_detail = true,
        }
    }
    let what = match code.as_ref().filter(|code| FaultCode::ALL.contains(code)) {
        Some(code) => [format!("een SOAP-fault, {}", code.as_str()), format!("a SOAP fault, {}", code.as_str())],
        None => ["een SOAP-fault".to_owned(), "a SOAP fault".to_owned()],
    };
    let whole = reader.findings.is_empty();
    let fault =
        code.zip(text).filter(|_| whole).map(|(code, text)| SoapFault { code, text, actor, service, other_detail });
    Found { fault: fault.map(Fault::Soap), findings: reader.findings, place, what }
}

/// The module and release of a detail that the WSDL describes.
fn of_service(tree: &Tree<'_>, node: &Node<'_>) -> Option<(String, String)> {
    let name = tree.namespace(node).filter(|_| node.name == "TechnischeFout")?;
    let (module, release) = name.strip_prefix("urn:x-skp:")?.strip_suffix(":dienst")?.split_once(':')?;
    Some((module.to_owned(), release.to_owned()))
}

fn problem(tree: &Tree<'_>) -> Found {
    let mut reader = Reader { tree, findings: Vec::new() };
    let root = Tree::ROOT;
    // RFC 9457: without a type the status says it all.
    let uri = reader.text(root, "type", false).unwrap_or_else(|| "about:blank".to_owned());
    let title = reader.text(root, "title", false).unwrap_or_default();
    let detail = reader.text(root, "detail", false);
    let instance = reader.text(root, "instance", false);
    let node = tree.child(root, "status").unwrap_or(root);
    let status = match tree.node(node).map(|node| &node.content) {
        Some(Content::Number(number)) => number.parse().ok().filter(|status| (400..=599).contains(status)),
        _ => None,
    };
    if status.is_none() {
        reader.add(&builtin::VAL_003, "status", node, Some(Expected::Range { low: 400, high: 599 }));
    }
    let mut invalid_params = Vec::new();
    if let Some(list) = tree.child(root, "invalidParams") {
        if !tree.node(list).is_some_and(|node| node.content == Content::Array) {
            reader.add(&builtin::FRM_006, "invalidParams", list, Some(Expected::Json(JsonType::Array)));
        }
        for (id, _) in tree.children(list) {
            let pointer = reader.text(id, "pointer", true);
            let regel = reader.text(id, "regel", true);
            let reden = reader.text(id, "reden", true);
            if let (Some(pointer), Some(regel), Some(reden)) = (pointer, regel, reden) {
                invalid_params.push(InvalidParam { pointer, regel, reden });
            }
        }
    }
    let what = match status {
        Some(status) => {
            [format!("een foutantwoord met status {status}"), format!("problem details with status {status}")]
        }
        None => ["een foutantwoord".to_owned(), "problem details".to_owned()],
    };
    let whole = reader.findings.is_empty();
    let fault = status.filter(|_| whole).map(|status| Problem { uri, title, status, detail, instance, invalid_params });
    Found { fault: fault.map(Fault::Problem), findings: reader.findings, place: 0, what }
}
