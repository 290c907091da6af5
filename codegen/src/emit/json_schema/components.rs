//! The schemas of a release for a document that keeps all of them together: each type once for all messages.

use super::composite::described;
use super::defs::Defs;
use super::{Table, View, envelope};
use crate::catalogue::{Catalogue, Holds, Message, Module, Release};
use crate::emit::json::Object;

/// The schemas by name, in the order in which they are used.
pub(in crate::emit) struct Components {
    /// The names of the envelopes, one for each message.
    pub(in crate::emit) envelopes: Vec<String>,
    /// The reference to the header that any message has.
    pub(in crate::emit) header: String,
    /// All schemas.
    pub(in crate::emit) schemas: Object,
}

/// The schemas of the messages of a release; `reserved` are names that the document needs for itself.
pub(in crate::emit) fn components(
    catalogue: &Catalogue,
    (module, release): (&Module, &Release),
    messages: &[&Message],
    header: &Message,
    prefix: &'static str,
    reserved: &[&str],
) -> Option<Components> {
    let header_table = Table::of(catalogue, header.ty)?;
    let own = |id: &str| [format!("{id}Envelope"), format!("{id}Header"), id.to_owned()];
    let mut taken: Vec<_> = reserved.iter().map(|&name| name.to_owned()).collect();
    taken.extend(messages.iter().flat_map(|message| own(&message.id)));
    let mut defs = Defs::elsewhere(catalogue, prefix, taken);
    let header = defs.reference(Holds::Type(header.ty));
    let mut all = Components { envelopes: Vec::new(), header, schemas: Object::new() };
    for &message in messages {
        let table = Table::of(catalogue, message.ty)?;
        let view = View { catalogue, module, release, message, table };
        let [envelope, head, content] = own(&message.id);
        let title = described(Object::new().with("title", &*envelope), &table.ty.text, &message.source);
        let joined = envelope::joined(title, [&format!("{prefix}{head}"), &format!("{prefix}{content}")]);
        all.schemas = all
            .schemas
            .with(&envelope, joined)
            .with(&head, envelope::header(&view, header_table, &mut defs).retitled(&head))
            .with(&content, envelope::content(&view, &mut defs));
        all.envelopes.push(envelope);
    }
    all.schemas = all.schemas.followed_by(defs.finish());
    Some(all)
}
