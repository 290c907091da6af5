//! The walker: compares a tree with a shape and reports every difference.
//!
//! No generated code takes part, so that a mistake gets the same finding in every format. The walker
//! follows the shape, not the input: its recursion is as deep as the standard's own tables.

use super::dialect::Dialect;
use super::names;
use super::simple::{self, Issue};
use super::standard::Standard;
use super::wrong::Wrong;
use super::{Options, Unknown, builtin};
use crate::Format;
use crate::finding::{Expected, Finding, Found, JsonType, Path, PathStep, Place, Report, Root};
use crate::shape::{Element, Forbidden, Rule, Shape, Type};
use crate::tree::{Content, Node, NodeId, Tree};

/// What the walker found out about a tree besides the findings.
#[derive(Default)]
pub(crate) struct Slots {
    /// For each node that is a composite the begin of its slots, one for each element of its shape.
    starts: Vec<Option<u32>>,
    slots: Vec<Option<NodeId>>,
    pub(crate) wrong: Wrong,
}

impl Slots {
    /// The node of an element of a composite node.
    pub(crate) fn get(&self, node: NodeId, index: usize) -> Option<NodeId> {
        let start = (*self.starts.get(node.0 as usize)?)?;
        *self.slots.get(start as usize + index)?
    }

    fn set(&mut self, node: NodeId, index: usize, child: NodeId) {
        if let Some(Some(start)) = self.starts.get(node.0 as usize)
            && let Some(slot) = self.slots.get_mut(*start as usize + index)
        {
            *slot = Some(child);
        }
    }

    fn reserve(&mut self, node: NodeId, elements: usize) {
        let index = node.0 as usize;
        if self.starts.len() <= index {
            self.starts.resize(index + 1, None);
        }
        if let Some(start) = self.starts.get_mut(index) {
            *start = u32::try_from(self.slots.len()).ok();
        }
        self.slots.resize(self.slots.len() + elements, None);
    }

    /// Whether nothing is wrong.
    pub(crate) fn is_clean(&self) -> bool {
        self.wrong.is_empty()
    }
}

/// One walk over one message or header.
pub(crate) struct Walker<'w, 'a> {
    pub(crate) tree: &'w Tree<'a>,
    pub(crate) dialect: Dialect,
    /// The namespace every element must be in; `None` outside XML.
    pub(crate) namespace: Option<&'w str>,
    pub(crate) forbidden: &'static [Forbidden],
    /// The table of the whole message.
    pub(crate) root: &'static Shape,
    pub(crate) standard: &'static Standard,
    pub(crate) options: &'w Options,
    pub(crate) offset: usize,
    pub(crate) slots: Slots,
    pub(crate) report: &'w mut Report,
    pub(crate) path: Path,
}

impl<'a> Walker<'_, 'a> {
    /// Walks a message or header from its root node.
    pub(crate) fn run(mut self, root: NodeId) -> Slots {
        self.composite(root, self.root);
        self.slots
    }

    fn composite(&mut self, id: NodeId, shape: &'static Shape) {
        let Some(node) = self.tree.node(id) else { return };
        self.attributes(id);
        self.slots.reserve(id, shape.elements.len());
        match &node.content {
            Content::Object => {}
            Content::Mixed(text) if text.trim_ascii().is_empty() => {
                if node.nil {
                    return self.wrong_here(
                        node,
                        Finding::new(&builtin::DEF_007, self.path.clone()).expect(Expected::NotEmpty),
                    );
                }
            }
            Content::Mixed(_) => {
                let finding = Finding::new(&builtin::FRM_008, self.path.clone()).expect(Expected::Elements);
                self.wrong_here(node, finding);
            }
            _ => return self.wrong_type(node, JsonType::Object),
        }
        let mut highest = 0;
        for (child_id, child) in self.tree.children(id) {
            if self.names_itself(child, shape) {
                if child.repeated {
                    self.repeated_below(child_id, child);
                }
                continue;
            }
            let Some((index, element)) = self.find(shape, child, highest) else {
                self.unknown(child_id, child, shape);
                continue;
            };
            self.report.counts.elements += 1;
            self.path.steps.push(step(element));
            if self.slots.get(id, index).is_some() {
                self.repeated(child);
            } else {
                if self.dialect.ordered && index < highest {
                    let after = shape.elements.get(highest).map_or("", |element| element.name);
                    let finding = Finding::new(&builtin::DEF_005, self.path.clone()).expect(Expected::Before(after));
                    self.place(child, finding);
                }
                highest = highest.max(index);
                self.slots.set(id, index, child_id);
                self.element(child_id, child, element);
            }
            self.path.steps.pop();
        }
        if shape.choice {
            self.choice(id, node, shape);
        }
        self.missing(id, node, shape);
    }

    /// Exactly one part of a choice is filled; an empty list counts as absent.
    fn choice(&mut self, id: NodeId, node: &Node<'a>, shape: &'static Shape) {
        let filled = shape.elements.iter().enumerate().filter(|&(index, element)| {
            self.slots.get(id, index).is_some_and(|part| element.item.is_none_or(|item| !self.is_empty(part, item)))
        });
        if filled.count() != 1 {
            let names = shape.elements.iter().map(|element| element.name.to_owned()).collect();
            let finding = Finding::new(&builtin::DEF_009, self.path.clone()).expect(Expected::OneOf(names));
            self.wrong_here(node, finding);
        }
    }

    /// Whether a member only tells which message this is.
    /// A header that is built has an element of that name.
    fn names_itself(&self, child: &Node<'a>, shape: &Shape) -> bool {
        let at_root = self.path.steps.is_empty() && matches!(self.path.root, Root::Message(..));
        let named = at_root && self.dialect.format == Format::Json && child.name == "bericht";
        named && shape.elements.iter().all(|element| element.json != "bericht")
    }

    /// The row of a child. Input mostly follows the table, so the search begins where the last one ended.
    fn find(&self, shape: &'static Shape, child: &Node<'a>, from: usize) -> Option<(usize, &'static Element)> {
        if self.namespace != self.tree.namespace(child) {
            return None;
        }
        let rows = || shape.elements.iter().enumerate();
        rows()
            .skip(from)
            .find(|(_, element)| self.dialect.name(element) == child.name)
            .or_else(|| rows().take(from).find(|(_, element)| self.dialect.name(element) == child.name))
    }

    fn missing(&mut self, id: NodeId, node: &Node<'a>, shape: &'static Shape) {
        for (index, element) in shape.elements.iter().enumerate() {
            if element.min == 0 {
                continue;
            }
            let empty_list =
                |list: NodeId| element.item.is_some_and(|item| self.is_empty(list, item)) && self.holds_items(list);
            let absent = self.slots.get(id, index).is_none_or(empty_list);
            if absent {
                self.path.steps.push(step(element));
                let finding = Finding::new(&builtin::DEF_002, self.path.clone()).expect(Expected::missing(element));
                self.wrong_here(node, finding);
                self.path.steps.pop();
            }
        }
    }

    /// Whether a list has no items. Something else in it is reported already, unless it is ignored.
    fn is_empty(&self, list: NodeId, item: &str) -> bool {
        let Some(node) = self.tree.node(list) else { return true };
        let ignoring = self.options.unknown == Unknown::Ignore;
        !self.tree.children(list).any(|(_, child)| !ignoring || self.dialect.is_item(node, child, item))
    }

    /// Whether a node is of the kind that holds items, so that it is empty rather than wrong.
    fn holds_items(&self, id: NodeId) -> bool {
        self.tree.node(id).is_some_and(|node| match &node.content {
            Content::Array => true,
            Content::Mixed(text) => text.trim_ascii().is_empty() && !node.nil,
            _ => false,
        })
    }

    fn element(&mut self, id: NodeId, node: &Node<'a>, element: &'static Element) {
        if matches!(node.content, Content::Null) {
            let finding = Finding::new(&builtin::DEF_007, self.path.clone()).expect(Expected::NotEmpty);
            return self.wrong_here(node, finding);
        }
        match element.item {
            None => self.value(id, node, element),
            Some(item) => self.list(id, node, element, item),
        }
    }

    fn list(&mut self, id: NodeId, node: &Node<'a>, element: &'static Element, item: &'static str) {
        self.attributes(id);
        match &node.content {
            Content::Array => {}
            Content::Mixed(text) if text.trim_ascii().is_empty() => {
                if node.nil {
                    let finding = Finding::new(&builtin::DEF_007, self.path.clone()).expect(Expected::NotEmpty);
                    return self.wrong_here(node, finding);
                }
            }
            Content::Mixed(_) => {
                let finding = Finding::new(&builtin::FRM_008, self.path.clone()).expect(Expected::Elements);
                self.wrong_here(node, finding);
            }
            _ => return self.wrong_type(node, JsonType::Array),
        }
        let mut count = 0;
        for (child_id, child) in self.tree.children(id) {
            if !self.dialect.is_item(node, child, item) {
                self.stranger(child_id, child, Some(item));
                continue;
            }
            self.report.counts.elements += 1;
            if let Some(last) = self.path.steps.last_mut() {
                last.item = Some((item, count));
            }
            if matches!(child.content, Content::Null) {
                let finding = Finding::new(&builtin::DEF_007, self.path.clone()).expect(Expected::NotEmpty);
                self.wrong_here(child, finding);
            } else {
                self.value(child_id, child, element);
            }
            if let Some(last) = self.path.steps.last_mut() {
                last.item = None;
            }
            count += 1;
        }
    }

    fn value(&mut self, id: NodeId, node: &Node<'a>, element: &'static Element) {
        let kind = match element.ty {
            Type::Composite(shape) => return self.composite(id, shape),
            Type::Simple(simple) => simple.written(),
            Type::Code(list) => list.kind(),
        };
        self.attributes(id);
        for (child_id, child) in self.tree.children(id) {
            self.stranger(child_id, child, None);
        }
        let text = match self.dialect.text(node, kind) {
            Ok(text) => text,
            Err(expected) => return self.wrong_type(node, expected),
        };
        let mut issues: Vec<Issue> = Vec::new();
        match element.ty {
            Type::Simple(simple) => simple::inspect(simple, Some(element), &text, &mut |issue| issues.push(issue)),
            Type::Code(list) => simple::inspect_code(list, &text, &mut |issue| issues.push(issue)),
            Type::Composite(_) => {}
        }
        for issue in issues {
            let finding = Finding::new(issue.rule, self.path.clone()).expect(issue.expected);
            let finding = if text.is_empty() { finding } else { finding.found(Found::new(&text, element.privacy)) };
            self.wrong_here(node, finding);
        }
    }

    /// Attributes the standard does not know; the reader dropped those that mean nothing.
    fn attributes(&mut self, id: NodeId) {
        let all = &self.tree.attributes;
        let begin = all.partition_point(|attribute| attribute.owner.0 < id.0);
        for attribute in all.iter().skip(begin).take_while(|attribute| attribute.owner == id) {
            let mut finding = Finding::new(&builtin::FRM_007, self.path.clone());
            finding.found = Some(Found::new(&attribute.name, names::privacy(&attribute.name)));
            finding.place = Some(Place { offset: attribute.place + self.offset, line: 0, column: 0 });
            self.report.add(finding, self.options.limits.findings);
        }
    }

    fn repeated(&mut self, node: &Node<'a>) {
        let rule = if node.repeated { &builtin::FRM_005 } else { &builtin::DEF_004 };
        let finding = Finding::new(rule, self.path.clone()).expect(Expected::Once);
        self.wrong_here(node, finding);
    }

    /// A child of a composite that no row of its table has.
    fn unknown(&mut self, id: NodeId, node: &Node<'a>, shape: &'static Shape) {
        if self.report.is_full(self.options.limits.findings) && self.options.unknown == Unknown::Reject {
            return self.report.count_error();
        }
        let elsewhere = shape.elsewhere.iter().find(|row| self.dialect.pick(row.name, row.json) == node.name);
        let elsewhere = elsewhere.filter(|_| self.namespace == self.tree.namespace(node));
        let finding = match (self.forbidden(node), elsewhere) {
            // Of an element that its own table has in another release, that says more than a rule on its name.
            (Some((rule, name, json)), None) => Some(Finding::new(rule, self.path_of(name, json))),
            (_, Some(row)) => {
                let finding = Finding::new(&builtin::DEF_006, self.path_of(row.name, row.json));
                Some(finding.expect(Expected::Releases { since: row.since, until: row.until }))
            }
            (None, None) if self.options.unknown == Unknown::Ignore => None,
            (None, None) => {
                let rows = shape.elements.iter().map(|element| self.dialect.name(element));
                Some(self.not_known(node, Expected::Name(names::nearest(&node.name, rows))))
            }
        };
        if let Some(finding) = finding {
            self.report.counts.elements += 1;
            self.place(node, finding);
        }
        if node.repeated {
            self.repeated_below(id, node);
        }
        if self.options.unknown == Unknown::Ignore {
            self.below_ignored(id, node);
        }
    }

    /// What is passed over may still not hold what a rule forbids, nor a member twice.
    fn below_ignored(&mut self, id: NodeId, node: &Node<'a>) {
        // Nodes stand in input order, so those below one follow it and begin before its value ends.
        let below = self.tree.nodes.iter().skip(id.0 as usize + 1).take_while(|below| below.place < node.value.end);
        for below in below {
            if let Some((rule, name, json)) = self.forbidden(below) {
                if self.report.is_full(self.options.limits.findings) {
                    self.report.count_error();
                } else {
                    let mut path = self.path_below(id, below);
                    path.steps.pop();
                    path.steps.push(PathStep { name: name.into(), json: json.into(), item: None });
                    self.place(below, Finding::new(rule, path));
                }
            }
            if below.repeated {
                self.repeated_below(id, below);
            }
        }
    }

    fn repeated_below(&mut self, top: NodeId, node: &Node<'a>) {
        if self.report.is_full(self.options.limits.findings) {
            return self.report.count_error();
        }
        let finding = Finding::new(&builtin::FRM_005, self.path_below(top, node)).expect(Expected::Once);
        self.place(node, finding);
    }

    /// The rule that forbids an element by its name, and that name.
    fn forbidden(&self, node: &Node<'a>) -> Option<(&'static Rule, &'static str, &'static str)> {
        self.forbidden.iter().find_map(|forbidden| {
            let mut names = forbidden.names.iter();
            let (name, json) = names.find(|(name, json)| self.dialect.pick(name, json) == node.name)?;
            Some((forbidden.rule, *name, *json))
        })
    }

    /// A child where only items, or nothing but text, may stand.
    fn stranger(&mut self, id: NodeId, node: &Node<'a>, item: Option<&'static str>) {
        let forbidden = self.forbidden(node).map(|(rule, name, json)| Finding::new(rule, self.path_of(name, json)));
        if self.options.unknown == Unknown::Ignore {
            if let Some(finding) = forbidden {
                self.place(node, finding);
            }
            return self.below_ignored(id, node);
        }
        // What holds a stranger is itself wrong; of a list the items are not.
        if item.is_some() {
            self.slots.wrong.add_list(&self.path.steps);
        } else {
            self.slots.wrong.add(&self.path.steps);
        }
        if self.report.is_full(self.options.limits.findings) {
            return self.report.count_error();
        }
        let finding = forbidden.unwrap_or_else(|| self.not_known(node, Expected::Name(item)));
        self.place(node, finding);
    }

    fn not_known(&self, node: &Node<'a>, expected: Expected) -> Finding {
        let expected = match self.namespace {
            Some(namespace) if self.tree.namespace(node) != Some(namespace) => {
                Expected::Namespace(namespace.to_owned())
            }
            _ => expected,
        };
        Finding::new(&builtin::DEF_003, self.path_to(node)).expect(expected)
    }

    /// The path of a child of the current element, by the name it was given. In the neutral path a JSON name is the
    /// one of the element that has it elsewhere, or gets the capital that names begin with.
    fn path_to(&self, node: &Node<'a>) -> Path {
        let mut path = self.path.clone();
        path.steps.push(self.step_to(node));
        path
    }

    /// The path of a node below a child of the current element, or of that child.
    fn path_below(&self, top: NodeId, below: &Node<'a>) -> Path {
        let mut path = self.path.clone();
        let mut outer = None;
        // Nodes stand in input order: those around this one come before it and end after it begins.
        let nodes = self.tree.nodes.iter().enumerate().skip(top.0 as usize);
        for (index, node) in nodes.take_while(|(_, node)| node.place <= below.place) {
            if node.place < below.place && node.value.end <= below.place {
                continue;
            }
            if self.dialect.format == Format::Json && node.name.is_empty() {
                let number =
                    outer.and_then(|outer| self.tree.children(outer).position(|(id, _)| id.0 as usize == index));
                if let (Some(last), Some(number)) = (path.steps.last_mut(), number) {
                    last.item = Some(("", number));
                }
            } else {
                path.steps.push(self.step_to(node));
            }
            outer = u32::try_from(index).ok().map(NodeId);
        }
        path
    }

    fn step_to(&self, node: &Node<'a>) -> PathStep {
        let given = names::shown(&node.name);
        let mut letters = given.chars();
        let name = match (self.dialect.format, letters.next()) {
            (Format::Json, Some(first)) => match self.name_of(&given) {
                Some(name) => name.to_owned(),
                None => first.to_uppercase().chain(letters).collect(),
            },
            _ => given.clone(),
        };
        PathStep { name: name.into(), json: given.into(), item: None }
    }

    /// The standard's name of a JSON name, if some element has it: of this message, else of another.
    fn name_of(&self, json: &str) -> Option<&'static str> {
        let others = || self.standard.messages.iter().find_map(|message| name_in(message.shape, json));
        name_in(self.root, json).or_else(others)
    }

    /// The path of a child whose names are known.
    fn path_of(&self, name: &'static str, json: &'static str) -> Path {
        let mut path = self.path.clone();
        path.steps.push(PathStep { name: name.into(), json: json.into(), item: None });
        path
    }

    fn wrong_type(&mut self, node: &Node<'a>, expected: JsonType) {
        let finding = match node.content {
            Content::Null => Finding::new(&builtin::DEF_007, self.path.clone()).expect(Expected::NotEmpty),
            _ => Finding::new(&builtin::FRM_006, self.path.clone()).expect(Expected::Json(expected)),
        };
        self.wrong_here(node, finding);
    }

    /// Reports a finding on the element of the current path, and keeps rules from reading it when it is an error.
    fn wrong_here(&mut self, node: &Node<'a>, finding: Finding) {
        if finding.severity() == crate::shape::Severity::Error {
            self.slots.wrong.add(&finding.path.steps);
        }
        self.place(node, finding);
    }

    fn place(&mut self, node: &Node<'a>, mut finding: Finding) {
        finding.place = Some(Place { offset: node.place + self.offset, line: 0, column: 0 });
        self.report.add(finding, self.options.limits.findings);
    }
}

/// The standard's name of a JSON name that a table or a part of it has.
fn name_in(shape: &'static Shape, json: &str) -> Option<&'static str> {
    shape.elements.iter().find_map(|element| match element.ty {
        _ if element.json == json => Some(element.name),
        Type::Composite(part) => name_in(part, json),
        _ => None,
    })
}

fn step(element: &'static Element) -> PathStep {
    PathStep { name: element.name.into(), json: element.json.into(), item: None }
}
