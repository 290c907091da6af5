//! The resources and what can be done with them.

use super::{View, responses, schema};
use crate::emit::json::{Object, Value};

/// What any call can meet.
const ALWAYS: [&str; 4] = ["401", "403", "429", "503"];

/// All paths.
pub(super) fn paths(view: &View<'_>) -> Object {
    let id = Object::new()
        .with("name", "berichtId")
        .with("in", "path")
        .with("required", true)
        .with("description", "The key of the message.")
        .with("schema", schema("BerichtId"));
    let with_id = || Object::new().with("parameters", vec![id.clone()]);
    Object::new()
        .with("/berichten", Object::new().with("get", list(view)).with("post", send()))
        .with("/berichten/{berichtId}", with_id().with("get", collect()))
        .with("/berichten/{berichtId}/bevestiging", with_id().with("post", confirm()))
}

fn send() -> Object {
    let location = Object::new()
        .with("description", "The address of the message.")
        .with("required", true)
        .with("schema", Object::new().with("type", "string").with("format", "uri-reference"));
    let created = Object::new()
        .with("description", "The message was taken.")
        .with("headers", responses::headers().with("Location", location));
    let body = json(schema("BerichtEnvelope")).with("required", true);
    let statuses = ["400", "409", "413", "415", "422"];
    operation(
        ["verstuurBericht", "Send a message", "Verstuur een bericht"],
        "The same sender, Referentienummer and bytes again give the first answer again; other bytes give 409.",
    )
    .with("requestBody", body)
    .with("responses", answers("201", created, &statuses))
}

fn list(view: &View<'_>) -> Object {
    let query = |name: &str, description: &str, schema: Object| {
        Object::new()
            .with("name", name)
            .with("in", "query")
            .with("required", false)
            .with("description", description)
            .with("schema", schema)
    };
    let one_of = |values: Vec<Value>| Object::new().with("type", "string").with("enum", values);
    let messages = view.messages.iter().map(|message| Value::from(&message.id)).collect();
    let limit =
        Object::new().with("type", "integer").with("minimum", 1_i64).with("maximum", 500_i64).with("default", 100_i64);
    let parameters = vec![
        query("module", "Only messages of this module.", one_of(vec![(&view.module.id).into()])),
        query("bericht", "Only messages with this id.", one_of(messages)),
        query("limit", "At most this many.", limit),
    ];
    operation(
        ["lijstBerichten", "List the messages that wait", "Geef de wachtende berichten"],
        "The headers of the messages that wait for this participant, oldest first.",
    )
    .with("parameters", parameters)
    .with("responses", answers("200", found("What waits.", "WachtendeBerichten"), &["400"]))
}

fn collect() -> Object {
    operation(
        ["haalBericht", "Collect a message", "Haal een bericht op"],
        "The message keeps waiting until it is confirmed or expires.",
    )
    .with("responses", answers("200", found("The message.", "BerichtEnvelope"), &["400", "404"]))
}

fn confirm() -> Object {
    let done = Object::new().with("description", "The message was confirmed.").with("headers", responses::headers());
    operation(
        ["bevestigBericht", "Confirm a message", "Bevestig een bericht"],
        "Says that the message was received and may be removed. Again it gives the same answer.",
    )
    .with("responses", answers("204", done, &["400", "404"]))
}

/// What an operation begins with: its id, and what it does in English and Dutch.
fn operation([id, summary, nl]: [&str; 3], description: &str) -> Object {
    Object::new()
        .with("operationId", id)
        .with("summary", summary)
        .with("x-nl", nl)
        .with("description", description)
        .with("x-proposed", true)
        .with("tags", vec!["berichten"])
}

/// The good answer and the problems.
fn answers(status: &str, good: Object, problems: &[&str]) -> Object {
    let all: Vec<_> = problems.iter().copied().chain(ALWAYS).collect();
    Object::new().with(status, good).followed_by(responses::problems(&all))
}

fn found(description: &str, name: &str) -> Object {
    Object::new().with("description", description).with("headers", responses::headers()).followed_by(json(schema(name)))
}

/// The content of a request or an answer.
fn json(schema: Object) -> Object {
    Object::new().with("content", Object::new().with("application/json", Object::new().with("schema", schema)))
}
