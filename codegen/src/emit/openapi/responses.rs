//! The answers that say what is wrong, and what every answer carries.

use super::schema;
use crate::emit::json::Object;

/// An answer of the error kind: status, name, what it means.
const PROBLEMS: [(&str, &str, &str); 10] = [
    ("400", "NietLeesbaar", "The request is not well-formed."),
    ("401", "NietAangemeld", "There is no certificate, or not a valid one."),
    ("403", "NietGeautoriseerd", "The participant may not use this module or message."),
    ("404", "NietGevonden", "There is no such message, or not any more."),
    ("409", "AlGebruikt", "The Referentienummer was used before with other content."),
    ("413", "TeGroot", "The message is larger than 4 MB."),
    ("415", "VerkeerdMediatype", "The request is not application/json."),
    ("422", "NietGeldig", "Header or content breaks a rule that the receiver of the call can see."),
    ("429", "TeVaak", "Too many requests."),
    ("503", "NietBeschikbaar", "Not available for a while."),
];

/// All of them, for the components.
pub(super) fn responses() -> Object {
    PROBLEMS.into_iter().fold(Object::new(), |all, (status, name, text)| {
        let headers = headers();
        let headers = match status {
            "429" | "503" => headers.with("Retry-After", reference("headers", "RetryAfter")),
            _ => headers,
        };
        let content = Object::new().with("application/problem+json", Object::new().with("schema", schema("Probleem")));
        all.with(name, Object::new().with("description", text).with("headers", headers).with("content", content))
    })
}

/// References to some of them, in the order of their status.
pub(super) fn problems(statuses: &[&str]) -> Object {
    let chosen = PROBLEMS.into_iter().filter(|(status, ..)| statuses.contains(status));
    chosen.fold(Object::new(), |all, (status, name, _)| all.with(status, reference("responses", name)))
}

/// What every answer carries.
pub(super) fn headers() -> Object {
    Object::new().with("API-Version", reference("headers", "ApiVersion"))
}

fn reference(kind: &str, name: &str) -> Object {
    Object::new().with("$ref", format!("#/components/{kind}/{name}"))
}
