//! What several checks ask of the definitions: in which releases something is used, and what has rows,
//! rules, lifetimes or provenance. Nothing here reports anything.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::model::conversation::{Conversation, Step};
use crate::model::{Bilingual, Definitions, Element, Lifetime, Message, Module, Number, Provenance, Rule, Text};

/// A release of a module.
#[derive(Clone, Copy)]
pub(super) struct Moment<'d> {
    pub module: &'d Module,
    pub number: Number,
}

impl Moment<'_> {
    /// Whether something with this lifetime is alive then.
    pub fn has(&self, life: &Lifetime) -> bool {
        life.contains(self.module.code.as_str(), self.number)
    }
}

impl fmt::Display for Moment<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.module.id, self.number)
    }
}

/// A message, the header or a composite: what has rows of elements.
pub(super) struct Table<'d> {
    /// `message`, `header` or `composite`: also the key of the text on the whole.
    pub what: &'static str,
    pub name: &'d Text,
    pub message: Option<&'d Message>,
    pub elements: &'d [Element],
    pub rules: &'d [Rule],
    pub texts: &'d Bilingual,
    /// The releases in which the message is alive or the composite is used, by module and old to new.
    pub moments: Vec<Moment<'d>>,
}

/// The module with this id.
pub(super) fn module<'d>(defs: &'d Definitions, id: &str) -> Option<&'d Module> {
    defs.modules.iter().find(|module| module.id == id)
}

/// The releases of a module.
pub(super) fn releases(module: &Module) -> impl Iterator<Item = Moment<'_>> {
    module.releases.iter().map(move |release| Moment { module, number: release.number })
}

/// The releases in which a message is alive.
pub(super) fn alive<'d>(defs: &'d Definitions, message: &Message) -> Vec<Moment<'d>> {
    let module = module(defs, &message.module);
    module.into_iter().flat_map(releases).filter(|moment| moment.has(&message.life)).collect()
}

/// The id of a message in a release.
pub(super) fn id_at(message: &Message, number: Number) -> &Text {
    message.earlier.iter().find(|earlier| number < earlier.until).map_or(&message.id, |earlier| &earlier.id)
}

/// All messages and composites.
pub(super) fn tables(defs: &Definitions) -> Vec<Table<'_>> {
    let uses = uses(defs);
    let messages = defs.messages.iter().map(|message| Table {
        what: if message.header { "header" } else { "message" },
        name: &message.id,
        message: Some(message),
        elements: &message.elements,
        rules: &message.rules,
        texts: &message.texts,
        moments: alive(defs, message),
    });
    let composites = defs.composites.iter().map(|composite| Table {
        what: "composite",
        name: &composite.name,
        message: None,
        elements: &composite.elements,
        rules: &composite.rules,
        texts: &composite.texts,
        moments: uses.get(composite.name.as_str()).cloned().unwrap_or_default(),
    });
    messages.chain(composites).collect()
}

/// For each type, composite and code list the releases in which a message holds it, at any depth.
pub(super) fn uses(defs: &Definitions) -> BTreeMap<&str, Vec<Moment<'_>>> {
    let mut uses: BTreeMap<&str, Vec<Moment<'_>>> = BTreeMap::new();
    for moment in defs.modules.iter().flat_map(releases) {
        let messages = defs.messages.iter().filter(|message| moment.module.id == message.module.as_str());
        let mut tables: Vec<&[Element]> =
            messages.filter(|message| moment.has(&message.life)).map(|message| message.elements.as_slice()).collect();
        let mut seen = BTreeSet::new();
        while let Some(elements) = tables.pop() {
            for element in elements.iter().filter(|element| moment.has(&element.life)) {
                let name = element.ty.as_str();
                if seen.insert(name) {
                    let inner = defs.composites.iter().find(|composite| composite.name == name);
                    tables.extend(inner.map(|composite| composite.elements.as_slice()));
                }
            }
        }
        for name in seen {
            uses.entry(name).or_default().push(moment);
        }
    }
    uses
}

/// The modules of some releases, each once.
pub(super) fn modules<'d>(moments: &[Moment<'d>]) -> Vec<&'d Module> {
    let mut modules: Vec<&Module> = Vec::new();
    for moment in moments {
        if !modules.iter().any(|module| std::ptr::eq(*module, moment.module)) {
            modules.push(moment.module);
        }
    }
    modules
}

/// Something with a lifetime.
pub(super) struct Living<'d> {
    /// `element`, `code`, `rule`, `message` or `step`.
    pub what: &'static str,
    pub name: &'d Text,
    pub life: &'d Lifetime,
    /// The releases in which what it stands in is alive or used.
    pub moments: Vec<Moment<'d>>,
}

/// Everything with a lifetime.
pub(super) fn living(defs: &Definitions) -> Vec<Living<'_>> {
    let mut living = Vec::new();
    let uses = uses(defs);
    for table in tables(defs) {
        if let Some(message) = table.message {
            let moments = module(defs, &message.module).into_iter().flat_map(releases).collect();
            living.push(Living { what: table.what, name: table.name, life: &message.life, moments });
        }
        for Element { name, life, .. } in table.elements {
            living.push(Living { what: "element", name, life, moments: table.moments.clone() });
        }
        for Rule { id, life, .. } in table.rules {
            living.push(Living { what: "rule", name: id, life, moments: table.moments.clone() });
        }
    }
    for list in &defs.codelists {
        let moments = uses.get(list.name.as_str()).cloned().unwrap_or_default();
        for code in &list.codes {
            living.push(Living { what: "code", name: &code.code, life: &code.life, moments: moments.clone() });
        }
    }
    let tables = tables(defs);
    for shared in &defs.shared_rules {
        let on = |table: &&Table<'_>| {
            let module = table.message.map_or("", |message| message.module.as_str());
            module == shared.module && shared.on.contains(table.name)
        };
        let moments = tables.iter().filter(on).flat_map(|table| table.moments.iter().copied()).collect();
        living.push(Living { what: "rule", name: &shared.rule.id, life: &shared.rule.life, moments });
    }
    for fact in &defs.facts {
        let moments = module(defs, fact.module.as_str()).into_iter().flat_map(releases).collect();
        living.push(Living { what: "rule", name: &fact.rule.id, life: &fact.rule.life, moments });
    }
    for conversation in &defs.conversations {
        let moments: Vec<_> = module(defs, &conversation.folder).into_iter().flat_map(releases).collect();
        for step in &conversation.steps {
            let Some(name) = step.messages.first() else { continue };
            living.push(Living { what: "step", name, life: &step.life, moments: moments.clone() });
        }
    }
    living
}

/// Every provenance cell.
pub(super) fn provenances(defs: &Definitions) -> Vec<&Provenance> {
    let mut cells = Vec::new();
    for simple in &defs.simple {
        cells.extend([&simple.source, &simple.constraint]);
    }
    for list in &defs.codelists {
        cells.push(&list.source);
        cells.extend(list.codes.iter().map(|code| &code.source));
    }
    for module in &defs.modules {
        cells.push(&module.source);
        cells.extend(module.releases.iter().map(|release| &release.source));
        cells.extend(module.releases.iter().filter_map(|release| release.status_source.as_ref()));
        cells.extend(module.forbidden.iter().map(|forbidden| &forbidden.source));
    }
    cells.extend(defs.composites.iter().map(|composite| &composite.source));
    for message in &defs.messages {
        cells.push(&message.source);
        cells.extend(message.earlier.iter().map(|earlier| &earlier.source));
    }
    for table in tables(defs) {
        cells.extend(table.elements.iter().map(|element| &element.source));
        cells.extend(table.rules.iter().map(|rule| &rule.source));
    }
    for layout in &defs.layouts {
        cells.push(&layout.source);
        cells.extend(layout.columns.iter().map(|column| &column.source));
    }
    cells.extend(defs.shared_rules.iter().map(|shared| &shared.rule.source));
    cells.extend(defs.facts.iter().map(|fact| &fact.rule.source));
    for conversation in &defs.conversations {
        cells.push(&conversation.source);
        cells.extend(conversation.participants.iter().map(|row| &row.source));
        cells.extend(conversation.states.iter().map(|row| &row.source));
        cells.extend(conversation.steps.iter().map(|row| &row.source));
        cells.extend(conversation.aside.iter().map(|row| &row.source));
        cells.extend(conversation.answers.iter().map(|row| &row.source));
        cells.extend(conversation.sectors.iter().map(|row| &row.source));
    }
    cells.extend(defs.process_rules.iter().map(|rule| &rule.source));
    for calendar in &defs.calendars {
        cells.push(&calendar.source);
        cells.extend(calendar.holidays.iter().map(|holiday| &holiday.source));
    }
    cells
}

/// Every rule: those of messages and composites, the shared ones, and those on earlier messages.
pub(super) fn rules(defs: &Definitions) -> impl Iterator<Item = &Rule> {
    let messages = defs.messages.iter().flat_map(|message| &message.rules);
    let composites = defs.composites.iter().flat_map(|composite| &composite.rules);
    let shared = defs.shared_rules.iter().map(|shared| &shared.rule);
    messages.chain(composites).chain(shared).chain(defs.facts.iter().map(|fact| &fact.rule))
}

/// Every row of elements.
pub(super) fn elements(defs: &Definitions) -> impl Iterator<Item = &Element> {
    let messages = defs.messages.iter().flat_map(|message| &message.elements);
    messages.chain(defs.composites.iter().flat_map(|composite| &composite.elements))
}

/// Every place where a conversation names messages.
pub(super) fn named_messages(conversation: &Conversation) -> impl Iterator<Item = &Text> {
    let steps = conversation.steps.iter().flat_map(|step| &step.messages);
    let aside = conversation.aside.iter().flat_map(|aside| &aside.messages);
    let answers = conversation.answers.iter().flat_map(|answer| answer.questions.iter().chain(&answer.answers));
    let sectors = conversation.sectors.iter().flat_map(|sector| &sector.messages);
    steps.chain(aside).chain(answers).chain(sectors)
}

/// Every place where a conversation says who sends messages.
pub(super) fn senders(conversation: &Conversation) -> impl Iterator<Item = (&[Text], &[Text])> {
    let steps = conversation.steps.iter().map(|step| (step.messages.as_slice(), step.by.as_slice()));
    let aside = conversation.aside.iter().map(|aside| (aside.messages.as_slice(), aside.by.as_slice()));
    let answers = conversation.answers.iter().map(|answer| (answer.answers.as_slice(), answer.by.as_slice()));
    steps.chain(aside).chain(answers)
}

/// For each release of its module the steps of a conversation that have a message there.
pub(super) fn conversation_releases<'d>(defs: &'d Definitions, conversation: &'d Conversation) -> Vec<Vec<&'d Step>> {
    let alive = |moment: Moment<'_>, id: &Text| {
        let message = defs.messages.iter().find(|one| one.module == conversation.folder && one.id == *id);
        message.is_some_and(|message| moment.has(&message.life))
    };
    let steps = |moment: Moment<'_>| {
        let here = |step: &&Step| moment.has(&step.life) && step.messages.iter().any(|id| alive(moment, id));
        conversation.steps.iter().filter(here).collect()
    };
    module(defs, &conversation.folder).into_iter().flat_map(releases).map(steps).collect()
}
