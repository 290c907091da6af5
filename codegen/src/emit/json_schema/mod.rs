//! JSON Schema 2020-12: one file for each message and release, and what no schema can say.
//!
//! | file | what |
//! |---|---|
//! | `<module>/<release>/<Id>.schema.json` | the bare message, which names itself in `bericht` |
//! | `<module>/<release>/<Id>.envelope.schema.json` | header and message in an envelope |
//! | `<module>/<release>/not-expressible.json` | by message the checks that its schemas cannot make |
//!
//! A file stands on its own: no remote `$ref`, no reliance on `format`. Patterns keep to what every engine
//! reads alike; `pattern` says how. Keywords that begin with `x-` are notes and check nothing.

mod codes;
pub(super) mod components;
mod composite;
mod defs;
mod envelope;
mod limits;
mod pattern;
mod range;
mod simple;

use self::composite::{Member, described, object};
use self::defs::Defs;
use super::Output;
use super::json::{Object, Value};
use crate::catalogue::{Catalogue, Composite, Content, Message, Module, Release, Type, TypeId};

/// The schemas of all messages.
#[must_use]
pub fn emit(catalogue: &Catalogue) -> Vec<Output> {
    let header =
        catalogue.messages.iter().find(|message| message.header).and_then(|header| Table::of(catalogue, header.ty));
    let mut outputs = Vec::new();
    for (module_number, module) in catalogue.modules.iter().enumerate() {
        for (release_number, release) in module.releases.iter().enumerate() {
            let folder = format!("{}/{}", module.id, release.number);
            let messages = || catalogue.messages_of(module_number, release_number).filter(|message| !message.header);
            for message in messages() {
                let Some(table) = Table::of(catalogue, message.ty) else { continue };
                let view = View { catalogue, module, release, message, table };
                outputs.push(output(&folder, &format!("{}.schema.json", message.id), view.bare()));
                if let Some(header) = header {
                    outputs.push(output(
                        &folder,
                        &format!("{}.envelope.schema.json", message.id),
                        envelope::schema(&view, header),
                    ));
                }
            }
            if messages().next().is_some() {
                let header = header.map(|header| header.id);
                let text = limits::LANGUAGE.file(catalogue, (module, release), messages(), header);
                outputs.push(Output { path: format!("{folder}/not-expressible.json"), text });
            }
        }
    }
    outputs
}

/// The schema of every composite and code list by itself, under the path [`super::rust::schema_path`]: what the Rust
/// types give as their own schema.
#[must_use]
pub fn types(catalogue: &Catalogue) -> Vec<Output> {
    let ids = (0..catalogue.types.len()).map(TypeId);
    ids.filter_map(|id| {
        let schema = Defs::new(catalogue).alone(id)?;
        let path = super::rust::schema_path(catalogue.types.get(id.0)?);
        Some(Output { path, text: Value::from(schema).pretty() })
    })
    .collect()
}

fn output(folder: &str, name: &str, value: Object) -> Output {
    Output { path: format!("{folder}/{name}"), text: Value::from(value).pretty() }
}

/// The table of a message or of the header.
#[derive(Clone, Copy)]
struct Table<'c> {
    id: TypeId,
    ty: &'c Type,
    composite: &'c Composite,
}

impl<'c> Table<'c> {
    fn of(catalogue: &'c Catalogue, id: TypeId) -> Option<Self> {
        let ty = catalogue.types.get(id.0)?;
        match &ty.content {
            Content::Composite(composite) => Some(Self { id, ty, composite }),
            Content::Codes(_) => None,
        }
    }
}

/// A message in its release.
struct View<'c> {
    catalogue: &'c Catalogue,
    module: &'c Module,
    release: &'c Release,
    message: &'c Message,
    table: Table<'c>,
}

impl View<'_> {
    /// `schuldregeling/2.0/Saldoverzoek`.
    fn name(&self) -> String {
        format!("{}/{}/{}", self.module.id, self.release.number, self.message.id)
    }

    /// The member with which a message names itself.
    fn bericht(&self, required: bool) -> Member {
        let schema = Object::new().with("type", "string").with("const", self.name());
        let schema = schema.with("description", "Module, release and id of this message.");
        let schema = schema.with("x-nl", "Module, release en id van dit bericht.");
        Member { name: "bericht".to_owned(), schema, required }
    }

    /// What a file begins with; `form` is the end of its id. Each title in a file is another one, for code generators
    /// name their types after them.
    fn head(&self, form: &str, title: &str) -> Object {
        let id = format!("urn:x-skp:{}:{}:{}:{form}", self.module.id, self.release.number, self.message.id);
        let head = Object::new()
            .with("$schema", "https://json-schema.org/draft/2020-12/schema")
            .with("$id", id)
            .with("$comment", format!("Generated from {}; do not edit.", self.table.ty.file));
        let source = &self.message.source;
        let head =
            described(head.with("title", title), &self.table.ty.text, source).with("x-name", &*self.message.name);
        if self.release.content == "as labelled" { head } else { head.with("x-content", &*self.release.content) }
    }

    /// The schema of the message on its own.
    fn bare(&self) -> Object {
        let mut defs = Defs::new(self.catalogue);
        let schema = object(self.head("json", &self.message.id), &self.table, vec![self.bericht(true)], &mut defs);
        schema.with("$defs", defs.finish())
    }
}
