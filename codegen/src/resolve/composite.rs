//! Composites, code lists and messages as they stand in one release.

use super::{At, Resolver, has_rules, simple, text};
use crate::catalogue::{Code, Codes, Composite, Content, Element, Elsewhere, Holds, Home, Privacy, Type, TypeId};
use crate::diagnostic::Diagnostic;
use crate::model::{self, Bilingual, Lifetime};

/// What a table is, whichever file it comes from.
struct Table<'d> {
    name: String,
    span: &'d model::Span,
    rows: &'d [model::Element],
    rules: Vec<&'d model::Rule>,
    texts: &'d Bilingual,
    whole: &'static str,
    choice: bool,
    source: &'d model::Provenance,
}

impl<'d> Resolver<'d> {
    /// A message's table in a release.
    pub(super) fn message(&mut self, message: &'d model::Message, id: &str, at: At<'d>) -> Option<TypeId> {
        let shared = self.defs.shared_rules.iter();
        let shared = shared.filter(|rule| rule.module == message.module && rule.on.contains(&message.id));
        let table = Table {
            name: id.to_owned(),
            span: &message.id.span,
            rows: &message.elements,
            rules: message.rules.iter().chain(shared.map(|shared| &shared.rule)).collect(),
            texts: &message.texts,
            whole: if message.header { "header" } else { "message" },
            choice: false,
            source: &message.source,
        };
        // What several modules have is shared, so that none needs the feature of another.
        let own = message.modules.is_empty();
        let home = own.then(|| Home::Release { module: message.module.clone(), since: at.number });
        self.table(&table, at, home)
    }

    /// The composite or code list of a name in a release.
    fn named(&mut self, name: &model::Text, at: At<'d>) -> Option<Holds> {
        if let Some(id) = self.simple_id(name.as_str()) {
            return Some(Holds::Simple(id));
        }
        let defs = self.defs;
        if let Some(list) = defs.codelists.iter().find(|list| list.name == *name) {
            return self.codelist(list, at).map(Holds::Type);
        }
        let Some(composite) = defs.composites.iter().find(|composite| composite.name == *name) else {
            self.diagnostics.push(Diagnostic::new("unknown-type", &name.span, format!("there is no type `{name}`")));
            return None;
        };
        let shared = defs.shared_rules.iter();
        let shared = shared.filter(|rule| rule.module.is_empty() && rule.on.contains(name));
        let table = Table {
            name: composite.name.value.clone(),
            span: &composite.name.span,
            rows: &composite.elements,
            rules: composite.rules.iter().chain(shared.map(|shared| &shared.rule)).collect(),
            texts: &composite.texts,
            whole: "composite",
            choice: composite.choice,
            source: &composite.source,
        };
        self.table(&table, at, None).map(Holds::Type)
    }

    /// Resolves a table. `home` is where a message stands; a shared composite finds its own.
    fn table(&mut self, table: &Table<'d>, at: At<'d>, home: Option<Home>) -> Option<TypeId> {
        let mut elements = Vec::new();
        for row in table.rows.iter().filter(|row| at.alive(&row.life)) {
            elements.push(self.element(row, table.texts, at)?);
        }
        let parts_have_rules =
            elements.iter().any(|element| matches!(element.holds, Holds::Type(id) if has_rules(&self.catalogue, id)));
        let composite = Composite {
            choice: table.choice,
            elements,
            elsewhere: elsewhere(table.rows, at),
            rules: Vec::new(),
            has_rules: parts_have_rules,
        };
        let home = home.unwrap_or_else(|| self.shared_home(&table.name, at));
        let ty = Type {
            name: table.name.clone(),
            home,
            content: Content::Composite(composite),
            text: text(table.texts, table.whole),
            source: table.source.text.value.clone(),
            file: self.file(table.span),
        };
        // The rules need the type to stand in the catalogue; when its content is known already, it goes again.
        let id = TypeId(self.catalogue.types.len());
        self.catalogue.types.push(ty);
        let rules: Vec<_> = table.rules.iter().filter_map(|rule| self.rule(rule, id, at)).collect();
        let mut ty = self.catalogue.types.pop()?;
        if let Content::Composite(composite) = &mut ty.content {
            composite.has_rules |= !rules.is_empty();
            composite.rules = rules;
        }
        let key = key(&ty);
        Some(self.intern(ty, key))
    }

    fn element(&mut self, row: &'d model::Element, texts: &Bilingual, at: At<'d>) -> Option<Element> {
        let holds = self.named(&row.ty, at)?;
        let own = match (&row.privacy, holds) {
            (Some(privacy), _) => simple::privacy(privacy),
            (None, Holds::Simple(id)) => {
                Ok(self.catalogue.simple.get(id.0).map_or(Privacy::Personal, |simple| simple.privacy))
            }
            (None, Holds::Type(id)) => Ok(match self.catalogue.types.get(id.0).map(|ty| &ty.content) {
                Some(Content::Codes(codes)) => codes.privacy,
                _ => Privacy::Personal,
            }),
        };
        let pattern = row.pattern.as_ref().map(simple::pattern).transpose();
        let (privacy, pattern) = match (own, pattern) {
            (Ok(privacy), Ok(pattern)) => (privacy, pattern),
            (Err(error), _) | (_, Err(error)) => {
                self.diagnostics.push(*error);
                return None;
            }
        };
        let limit =
            |limit: &Option<(i64, model::Span)>| limit.as_ref().and_then(|(value, _)| u32::try_from(*value).ok());
        Some(Element {
            name: row.name.value.clone(),
            item: row.item.as_ref().map(|item| item.value.clone()),
            was: row.was.as_ref().map(|was| was.value.clone()),
            min: row.count.0.min(1),
            holds,
            low: limit(&row.min),
            high: limit(&row.max),
            pattern,
            privacy,
            group: row.group.as_ref().map(|group| group.value.clone()),
            life: life(&row.life),
            text: text(texts, row.name.as_str()),
            source: row.source.text.value.clone(),
        })
    }

    fn codelist(&mut self, list: &'d model::CodeList, at: At<'d>) -> Option<TypeId> {
        let privacy = match simple::privacy(&list.privacy) {
            Ok(privacy) => privacy,
            Err(error) => {
                self.diagnostics.push(*error);
                return None;
            }
        };
        let (alive, gone): (Vec<_>, Vec<_>) = list.codes.iter().partition(|code| at.alive(&code.life));
        let codes = Codes {
            closed: list.kind == "closed",
            integer: list.ty.as_ref().is_some_and(|ty| *ty == "Integer"),
            privacy,
            codes: alive
                .into_iter()
                .map(|code| Code {
                    code: code.code.value.clone(),
                    text: text(&list.texts, code.code.as_str()),
                    source: code.source.text.value.clone(),
                })
                .collect(),
            elsewhere: gone.into_iter().map(|code| code.code.value.clone()).collect(),
        };
        let ty = Type {
            name: list.name.value.clone(),
            home: self.shared_home(list.name.as_str(), at),
            content: Content::Codes(codes),
            text: text(&list.texts, "codelist"),
            source: list.source.text.value.clone(),
            file: self.file(&list.name.span),
        };
        let key = key(&ty);
        Some(self.intern(ty, key))
    }
}

/// What makes two types the same: everything but where they stand.
fn key(ty: &Type) -> String {
    let mut key = format!("{}\n{:?}\n{:?}\n{}\n", ty.name, ty.text, ty.file, ty.source);
    match &ty.content {
        Content::Composite(composite) => {
            for element in &composite.elements {
                key.push_str(&format!("{element:?}\n"));
            }
            for rule in &composite.rules {
                key.push_str(&format!("{} {}\n", rule.id, rule.compiled.check));
            }
        }
        Content::Codes(codes) => key.push_str(&format!("{codes:?}")),
    }
    key
}

/// The rows of a table that are alive in other releases only.
fn elsewhere(rows: &[model::Element], at: At<'_>) -> Vec<Elsewhere> {
    let alive = |name: &model::Text| rows.iter().any(|row| row.name == *name && at.alive(&row.life));
    let mut out: Vec<Elsewhere> = Vec::new();
    for row in rows.iter().filter(|row| !alive(&row.name)) {
        let bound = |bounds: &[(String, model::Number)]| {
            let letters = at.module.code.as_str();
            bounds.iter().find(|(module, _)| module == letters || module.is_empty()).map(|&(_, number)| number)
        };
        let since = bound(&row.life.since).filter(|&since| since > at.number);
        let until = bound(&row.life.until).filter(|&until| until <= at.number);
        if (since.is_some() || until.is_some()) && out.iter().all(|other| row.name != other.name.as_str()) {
            let number = |number: Option<model::Number>| number.map(|number| number.to_string());
            out.push(Elsewhere { name: row.name.value.clone(), since: number(since), until: number(until) });
        }
    }
    out
}

/// A lifetime in words.
fn life(life: &Lifetime) -> String {
    let bounds = |word: &str, bounds: &[(String, model::Number)]| {
        let bounds = bounds
            .iter()
            .map(|(module, number)| format!("{word} {module}{}{number}", if module.is_empty() { "" } else { " " }));
        bounds.collect::<Vec<_>>()
    };
    [bounds("since", &life.since), bounds("until", &life.until)].concat().join(", ")
}
