//! The fault of SOAP 1.1, and how it is written.

use std::fmt;

use crate::Layout;
use crate::check::SOAP;
use crate::write::xml::XmlWriter;

/// What kind of fault it is. The names behind the point are `proposed`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaultCode {
    /// `Client.NietGeautoriseerd`: the participant may not use this module or message.
    NietGeautoriseerd,
    /// `Client.OngeldigeEnvelop`: envelope or header is wrong.
    OngeldigeEnvelop,
    /// `Client.OnbekendBericht`: there is no such message, or not any more.
    OnbekendBericht,
    /// `Client.AlBevestigd`: the message was confirmed before.
    AlBevestigd,
    /// `Server.TijdelijkNietBeschikbaar`: not available for a while.
    TijdelijkNietBeschikbaar,
    /// Any other code of SOAP 1.1, such as `Server` from software on the way.
    Other(String),
}

/// What a code of SOAP 1.1 begins with.
const KINDS: [&str; 4] = ["Client", "Server", "VersionMismatch", "MustUnderstand"];

impl FaultCode {
    /// The codes of the standard.
    pub const ALL: [Self; 5] = [
        Self::NietGeautoriseerd,
        Self::OngeldigeEnvelop,
        Self::OnbekendBericht,
        Self::AlBevestigd,
        Self::TijdelijkNietBeschikbaar,
    ];

    /// The code without the prefix of the namespace, `Client.AlBevestigd`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::NietGeautoriseerd => "Client.NietGeautoriseerd",
            Self::OngeldigeEnvelop => "Client.OngeldigeEnvelop",
            Self::OnbekendBericht => "Client.OnbekendBericht",
            Self::AlBevestigd => "Client.AlBevestigd",
            Self::TijdelijkNietBeschikbaar => "Server.TijdelijkNietBeschikbaar",
            Self::Other(code) => code,
        }
    }

    /// Reads a code without prefix; `None` when SOAP 1.1 has no such code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        if let Some(known) = Self::ALL.into_iter().find(|known| known.as_str() == code) {
            return Some(known);
        }
        let word = |part: &str| !part.is_empty() && part.chars().all(|one| one.is_ascii_alphanumeric() || one == '_');
        let kind = code.split('.').next().is_some_and(|kind| KINDS.contains(&kind));
        (kind && code.len() <= 100 && code.split('.').all(word)).then(|| Self::Other(code.to_owned()))
    }
}

/// A SOAP 1.1 fault. `Debug` shows its code only.
#[derive(Clone, PartialEq, Eq)]
pub struct SoapFault {
    /// What kind it is.
    pub code: FaultCode,
    /// What is the matter, in words (`faultstring`).
    pub text: String,
    /// Who says so (`faultactor`), a URI.
    pub actor: Option<String>,
    /// The module and release of the service whose `TechnischeFout` stands in the detail, with the same code.
    pub service: Option<(String, String)>,
    /// Whether there was other detail, of software on the way. It is not kept, and so not written.
    pub other_detail: bool,
}

impl SoapFault {
    /// A fault with a code and a text.
    #[must_use]
    pub fn new(code: FaultCode, text: &str) -> Self {
        Self { code, text: text.to_owned(), actor: None, service: None, other_detail: false }
    }

    /// The fault with the detail that the WSDL of this module and release describes.
    #[must_use]
    pub fn of_service(mut self, module: &str, release: &str) -> Self {
        self.service = Some((module.to_owned(), release.to_owned()));
        self
    }

    /// The fault in its envelope. A character that XML cannot hold is written as U+FFFD.
    #[must_use]
    pub fn to_xml(&self, layout: Layout) -> String {
        let mut writer = XmlWriter::new(layout);
        writer.open("soap:Envelope", &format!(" xmlns:soap=\"{SOAP}\""));
        writer.open("soap:Body", "");
        writer.open("soap:Fault", "");
        writer.leaf("faultcode", &format!("soap:{}", self.code.as_str()));
        writer.leaf("faultstring", &in_xml(&self.text));
        if let Some(actor) = &self.actor {
            writer.leaf("faultactor", &in_xml(actor));
        }
        // The detail of the WSDL has the codes of the standard only.
        if let (Some((module, release)), true) = (&self.service, FaultCode::ALL.contains(&self.code)) {
            writer.open("detail", "");
            let namespace = in_xml(&format!("urn:x-skp:{module}:{release}:dienst"));
            let namespace: String =
                namespace.chars().filter(|one| one.is_ascii_alphanumeric() || matches!(one, ':' | '-' | '.')).collect();
            writer.open("TechnischeFout", &format!(" xmlns=\"{namespace}\""));
            writer.leaf("Code", self.code.as_str());
            writer.close("TechnischeFout");
            writer.close("detail");
        }
        writer.close("soap:Fault");
        writer.close("soap:Body");
        writer.close("soap:Envelope");
        // No value of a message is written here that could be unclean.
        writer.finish().0
    }
}

fn in_xml(text: &str) -> String {
    let allowed =
        |one: char| !matches!(one, '\0'..='\x08' | '\x0b' | '\x0c' | '\x0e'..='\x1f' | '\u{fffe}' | '\u{ffff}');
    text.chars().map(|one| if allowed(one) { one } else { '\u{fffd}' }).collect()
}

impl fmt::Debug for SoapFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SoapFault").field("code", &self.code).field("service", &self.service).finish_non_exhaustive()
    }
}
