//! Definitions → catalogue: for each release, what is alive in it, with every name looked up.
//!
//! The lints have seen the definitions before; what still cannot be resolved here is a rule whose expression
//! does not fit the tables. Nothing here writes output.

mod composite;
mod conversation;
mod facts;
mod layout;
mod rules;
mod schema;
mod simple;

use std::collections::HashMap;

use crate::catalogue::{
    Catalogue, Content, Forbidden, Home, Message, Module, Release, SimpleId, Status, Text, Type, TypeId,
};
use crate::diagnostic::Diagnostic;
use crate::model::{self, Bilingual, Definitions, Number};
use crate::source::Sources;

/// Resolves the definitions.
///
/// # Errors
/// Gives diagnostics instead of a catalogue when a rule does not fit the tables, or when something the lints
/// would have reported cannot be looked up.
pub fn resolve(defs: &Definitions, sources: &Sources) -> Result<Catalogue, Vec<Diagnostic>> {
    let mut resolver = Resolver::new(defs, sources);
    for simple in &defs.simple {
        match simple::resolve(simple) {
            Ok(simple) => resolver.catalogue.simple.push(simple),
            Err(diagnostic) => resolver.diagnostics.push(*diagnostic),
        }
    }
    let modules = resolver.modules();
    for (number, module) in modules.iter().enumerate() {
        resolver.module(number, module);
    }
    resolver.facts();
    resolver.process();
    resolver.catalogue.layouts = defs.layouts.iter().map(layout::resolve).collect();
    resolver.catalogue.layouts.sort_by(|left, right| left.id.cmp(&right.id));
    resolver.unused_rules();
    if resolver.diagnostics.is_empty() { Ok(resolver.catalogue) } else { Err(resolver.diagnostics) }
}

/// What is being resolved.
struct Resolver<'d> {
    defs: &'d Definitions,
    sources: &'d Sources,
    catalogue: Catalogue,
    diagnostics: Vec<Diagnostic>,
    /// Types by name and content, so that each content exists once.
    known: HashMap<String, TypeId>,
    /// For each rule whether it holds in some release, and else the first reason why not.
    rules: HashMap<(String, usize), rules::Fate>,
}

/// The release something is resolved for.
#[derive(Clone, Copy)]
struct At<'d> {
    module: &'d model::Module,
    number: Number,
}

impl At<'_> {
    fn alive(&self, life: &model::Lifetime) -> bool {
        life.contains(self.module.code.as_str(), self.number)
    }
}

impl<'d> Resolver<'d> {
    fn new(defs: &'d Definitions, sources: &'d Sources) -> Self {
        Self {
            defs,
            sources,
            catalogue: Catalogue::default(),
            diagnostics: Vec::new(),
            known: HashMap::new(),
            rules: HashMap::new(),
        }
    }

    /// The modules, that of the header first: every other message goes with it.
    fn modules(&self) -> Vec<&'d model::Module> {
        let is_header = |module: &model::Module| {
            self.defs.messages.iter().any(|message| message.header && module.id == message.module.as_str())
        };
        let mut modules: Vec<_> = self.defs.modules.iter().collect();
        modules.sort_by_key(|module| !is_header(module));
        modules
    }

    fn module(&mut self, number: usize, module: &'d model::Module) {
        self.catalogue.modules.push(Module {
            id: module.id.value.clone(),
            code: module.code.value.clone(),
            name: module.name.value.clone(),
            releases: module.releases.iter().map(|release| resolve_release(module, release)).collect(),
            forbidden: module.forbidden.iter().map(|forbidden| resolve_forbidden(module, forbidden)).collect(),
            text: text(&module.texts, "module"),
        });
        for (release_number, release) in module.releases.iter().enumerate() {
            let at = At { module, number: release.number };
            let mut messages: Vec<_> = self
                .defs
                .messages
                .iter()
                .filter(|message| module.id == message.module.as_str() && at.alive(&message.life))
                .collect();
            messages.sort_by_key(|message| name_at(message, at).0);
            for message in messages {
                let (id, name) = name_at(message, at);
                if let Some(ty) = self.message(message, &id, at) {
                    self.catalogue.messages.push(Message {
                        module: number,
                        release: release_number,
                        id,
                        key: message.id.value.clone(),
                        name,
                        code: message.code.value.clone(),
                        header: message.header,
                        from: strings(&message.from),
                        to: strings(&message.to),
                        starts: message.starts,
                        answer: message.answer,
                        source: message.source.text.value.clone(),
                        ty,
                    });
                }
            }
            self.conversation(number, release_number, at);
        }
    }

    /// Adds a type, or finds the one with the same content.
    fn intern(&mut self, ty: Type, key: String) -> TypeId {
        if let Some(&id) = self.known.get(&key) {
            return id;
        }
        let id = TypeId(self.catalogue.types.len());
        self.catalogue.types.push(ty);
        self.known.insert(key, id);
        id
    }

    /// Where a new content of a shared type gets its Rust type.
    fn shared_home(&self, name: &str, at: At<'_>) -> Home {
        let home = Home::Shared { module: None, since: at.number };
        let taken = self.catalogue.types.iter().any(|ty| ty.name == name && ty.home == home);
        if taken { Home::Shared { module: Some(at.module.id.value.clone()), since: at.number } } else { home }
    }

    fn simple_id(&self, name: &str) -> Option<SimpleId> {
        self.catalogue.simple.iter().position(|simple| simple.name == name).map(SimpleId)
    }

    fn file(&self, span: &model::Span) -> String {
        self.sources.file(span.file).map(|file| file.path.clone()).unwrap_or_default()
    }
}

/// The id and name a message has in a release.
fn name_at(message: &model::Message, at: At<'_>) -> (String, String) {
    let earlier = message.earlier.iter().find(|earlier| at.number < earlier.until);
    match earlier {
        Some(earlier) => (earlier.id.value.clone(), earlier.name.value.clone()),
        None => (message.id.value.clone(), message.name.value.clone()),
    }
}

fn resolve_release(module: &model::Module, release: &model::Release) -> Release {
    Release {
        number: release.number,
        text: text(&module.texts, release.text.as_str()),
        source: release.source.text.value.clone(),
        content: release.content.value.clone(),
        status: match release.status.as_ref().map(model::Text::as_str) {
            Some("published") => Status::Published,
            Some("deprecated") => Status::Deprecated,
            Some("withdrawn") => Status::Withdrawn,
            _ => Status::Draft,
        },
        status_source: release.status_source.as_ref().map_or("proposed", |source| source.text.as_str()).to_owned(),
        valid_from: release.valid_from.as_ref().map(|day| day.value.clone()),
        valid_until: release.valid_until.as_ref().map(|day| day.value.clone()),
    }
}

fn resolve_forbidden(module: &model::Module, forbidden: &model::Forbidden) -> Forbidden {
    Forbidden {
        names: strings(&forbidden.elements),
        rule: forbidden.rule.value.clone(),
        severity: rules::severity(forbidden.severity.as_str()),
        text: text(&module.texts, forbidden.rule.as_str()),
        source: forbidden.source.text.value.clone(),
    }
}

fn strings(texts: &[model::Text]) -> Vec<String> {
    texts.iter().map(|text| text.value.clone()).collect()
}

/// The texts of a key in both languages.
fn text(texts: &Bilingual, key: &str) -> Text {
    let of = |texts: &model::Texts| texts.get(key).map(|text| text.value.clone()).unwrap_or_default();
    Text { nl: of(&texts.nl), en: of(&texts.en) }
}

/// Whether a type is a composite with rules, its own or of a part.
fn has_rules(catalogue: &Catalogue, id: TypeId) -> bool {
    matches!(catalogue.types.get(id.0), Some(Type { content: Content::Composite(composite), .. }) if composite.has_rules)
}
