//! The envelope: a header and the message it goes with.

use super::composite::{Member, closed, described, member, object};
use super::defs::Defs;
use super::{Table, View};
use crate::catalogue::Element;
use crate::emit::json::{Object, Value};

/// The schema of a message in an envelope.
pub(super) fn schema(view: &View<'_>, header: Table<'_>) -> Object {
    let mut defs = Defs::new(view.catalogue);
    let parts =
        Object::new().with("header", self::header(view, header, &mut defs)).with("inhoud", content(view, &mut defs));
    let head = view.head("json:envelope", &format!("{}Envelope", view.message.id));
    joined(head, ["#/$defs/header", "#/$defs/inhoud"]).with("$defs", parts.followed_by(defs.finish()))
}

/// The header of this message.
pub(super) fn header(view: &View<'_>, header: Table<'_>, defs: &mut Defs<'_>) -> Object {
    let fields = header.composite.elements.iter().map(|element| field(element, view, defs)).collect();
    let schema = closed(part(&header), fields);
    let consent = consent(view);
    if consent.is_empty() { schema } else { schema.with("allOf", consent) }
}

/// The message, which need not name itself here.
pub(super) fn content(view: &View<'_>, defs: &mut Defs<'_>) -> Object {
    object(part(&view.table), &view.table, vec![view.bericht(false)], defs)
}

/// The envelope around header and message, by reference.
pub(super) fn joined(head: Object, [header, content]: [&str; 2]) -> Object {
    let member = |name: &str, reference: &str, description: &str, nl: &str| Member {
        name: name.to_owned(),
        schema: Object::new().with("$ref", reference).with("description", description).with("x-nl", nl),
        required: true,
    };
    let members = vec![
        member("header", header, "Who sends this message to whom.", "Wie dit bericht aan wie verstuurt."),
        member("inhoud", content, "The message itself.", "Het bericht zelf."),
    ];
    closed(head, members)
}

fn part(table: &Table<'_>) -> Object {
    described(Object::new().with("title", &table.ty.name), &table.ty.text, &table.ty.source)
}

/// A field of the header, which names this message and is from one that may send it.
fn field(element: &Element, view: &View<'_>, defs: &mut Defs<'_>) -> Member {
    let mut member = member(element, defs);
    member.schema = match element.name.as_str() {
        "Module" => member.schema.with("const", &view.module.id),
        "Release" => member.schema.with("const", view.release.number.to_string()),
        "Bericht" => member.schema.with("const", &view.message.id),
        "AfzenderType" => member.schema.with("enum", senders(view)),
        _ => member.schema,
    };
    member.required |= element.name == "AntwoordOp" && view.message.answer;
    member
}

/// KOP-003 and KOP-004: who must send a document with a message that may start a conversation.
fn consent(view: &View<'_>) -> Vec<Value> {
    let required = [("OSHV", "toestemmingsverklaring"), ("BEW", "beschikkingBewind")];
    let sends = |role: &str| view.message.starts && view.message.from.iter().any(|from| from == role);
    required
        .into_iter()
        .filter(|(role, _)| sends(role))
        .map(|(role, document)| {
            let sender = Object::new().with("afzenderType", Object::new().with("const", role));
            let when = Object::new().with("properties", sender).with("required", vec!["afzenderType"]);
            Object::new().with("if", when).with("then", Object::new().with("required", vec![document])).into()
        })
        .collect()
}

/// The roles that may send the message; a kredietbank may send what an SHV2 may.
fn senders(view: &View<'_>) -> Vec<String> {
    let mut roles = view.message.from.clone();
    if roles.iter().any(|role| role == "SHV2") && roles.iter().all(|role| role != "KB") {
        roles.push("KB".to_owned());
    }
    roles
}
