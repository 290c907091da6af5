//! Problem details of the REST interface (RFC 9457), and how they are written.

use std::fmt;

use crate::write::json::string;

/// The kinds of problems of the interface, as the OpenAPI document has them. All are `proposed`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProblemKind {
    /// 400: the request is not well-formed.
    NietLeesbaar,
    /// 401: there is no certificate, or not a valid one.
    NietAangemeld,
    /// 403: the participant may not use this module or message.
    NietGeautoriseerd,
    /// 404: there is no such message, or not any more.
    NietGevonden,
    /// 409: the Referentienummer was used before with other content.
    AlGebruikt,
    /// 413: the message is larger than 4 MB.
    TeGroot,
    /// 415: the request is not `application/json`.
    VerkeerdMediatype,
    /// 422: header or content breaks a rule that the receiver of the call can see.
    NietGeldig,
    /// 429: too many requests.
    TeVaak,
    /// 503: not available for a while.
    NietBeschikbaar,
}

impl ProblemKind {
    /// Every kind, in the order of the status codes.
    pub const ALL: [Self; 10] = [
        Self::NietLeesbaar,
        Self::NietAangemeld,
        Self::NietGeautoriseerd,
        Self::NietGevonden,
        Self::AlGebruikt,
        Self::TeGroot,
        Self::VerkeerdMediatype,
        Self::NietGeldig,
        Self::TeVaak,
        Self::NietBeschikbaar,
    ];

    /// Status code, name, and the title of the problem.
    const fn row(self) -> (u16, &'static str, &'static str) {
        match self {
            Self::NietLeesbaar => (400, "NietLeesbaar", "The request is not well-formed."),
            Self::NietAangemeld => (401, "NietAangemeld", "There is no certificate, or not a valid one."),
            Self::NietGeautoriseerd => {
                (403, "NietGeautoriseerd", "The participant may not use this module or message.")
            }
            Self::NietGevonden => (404, "NietGevonden", "There is no such message, or not any more."),
            Self::AlGebruikt => (409, "AlGebruikt", "The Referentienummer was used before with other content."),
            Self::TeGroot => (413, "TeGroot", "The message is larger than 4 MB."),
            Self::VerkeerdMediatype => (415, "VerkeerdMediatype", "The request is not application/json."),
            Self::NietGeldig => {
                (422, "NietGeldig", "Header or content breaks a rule that the receiver of the call can see.")
            }
            Self::TeVaak => (429, "TeVaak", "Too many requests."),
            Self::NietBeschikbaar => (503, "NietBeschikbaar", "Not available for a while."),
        }
    }

    /// The status code of HTTP.
    #[must_use]
    pub const fn status(self) -> u16 {
        self.row().0
    }

    /// The name, as the OpenAPI document has it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.row().1
    }

    /// The kind in words.
    #[must_use]
    pub const fn title(self) -> &'static str {
        self.row().2
    }

    /// The URI that stands in `type`, `urn:x-skp:probleem:NietGeldig`.
    #[must_use]
    pub fn uri(self) -> String {
        format!("urn:x-skp:probleem:{}", self.name())
    }
}

/// Problem details. `Debug` shows kind and status only.
#[derive(Clone, PartialEq, Eq)]
pub struct Problem {
    /// The kind: a URI; `about:blank` when there is nothing to say beyond the status.
    pub uri: String,
    /// The kind in words.
    pub title: String,
    /// The status code of HTTP.
    pub status: u16,
    /// This problem in words.
    pub detail: Option<String>,
    /// A URI to name this problem by.
    pub instance: Option<String>,
    /// What is wrong where.
    pub invalid_params: Vec<InvalidParam>,
}

/// One thing that is wrong in a request. `Debug` shows the rule only.
#[derive(Clone, PartialEq, Eq)]
pub struct InvalidParam {
    /// Where: a JSON Pointer into the request.
    pub pointer: String,
    /// The id of the rule.
    pub regel: String,
    /// What is wrong, without the value.
    pub reden: String,
}

impl Problem {
    /// A problem of a kind, without details.
    #[must_use]
    pub fn new(kind: ProblemKind) -> Self {
        Self {
            uri: kind.uri(),
            title: kind.title().to_owned(),
            status: kind.status(),
            detail: None,
            instance: None,
            invalid_params: Vec::new(),
        }
    }

    /// Which of the interface's kinds it is; `None` when it is another.
    #[must_use]
    pub fn kind(&self) -> Option<ProblemKind> {
        ProblemKind::ALL.into_iter().find(|kind| kind.uri() == self.uri)
    }

    /// The problem as `application/problem+json`, on one line.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut out = String::from("{\"type\":");
        string(&mut out, &self.uri);
        out.push_str(",\"title\":");
        string(&mut out, &self.title);
        out.push_str(&format!(",\"status\":{}", self.status));
        for (name, text) in [("detail", &self.detail), ("instance", &self.instance)] {
            if let Some(text) = text {
                out.push_str(&format!(",\"{name}\":"));
                string(&mut out, text);
            }
        }
        for (number, param) in self.invalid_params.iter().enumerate() {
            out.push_str(if number == 0 { ",\"invalidParams\":[" } else { "," });
            for (at, (name, text)) in
                [("pointer", &param.pointer), ("regel", &param.regel), ("reden", &param.reden)].iter().enumerate()
            {
                out.push_str(if at == 0 { "{" } else { "," });
                out.push_str(&format!("\"{name}\":"));
                string(&mut out, text);
            }
            out.push('}');
        }
        if !self.invalid_params.is_empty() {
            out.push(']');
        }
        out.push('}');
        out
    }
}

impl fmt::Debug for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Problem").field("kind", &self.kind()).field("status", &self.status).finish_non_exhaustive()
    }
}

impl fmt::Debug for InvalidParam {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("InvalidParam").field("regel", &self.regel).finish_non_exhaustive()
    }
}
