//! Checks of the header against the message it goes with.
//!
//! Rules between fields of the header alone are CEL in the definitions. These need the list of messages,
//! the clock or earlier messages.

use chrono::TimeDelta;

use super::standard::Standard;
use super::{Options, builtin};
use crate::bericht::v2_0::Berichtheader;
use crate::codec::text_of;
use crate::finding::{Expected, Finding, Found, Path, PathStep, Reason, Report, Root};
use crate::shape::{MessageInfo, Privacy, Rule};
use crate::value::lexical;

/// The fields of the header these checks read, each `None` when absent or wrong.
#[derive(Debug, Default)]
pub(crate) struct Fields {
    pub(crate) module: Option<String>,
    pub(crate) release: Option<String>,
    pub(crate) bericht: Option<String>,
    pub(crate) afzender_type: Option<String>,
    pub(crate) verzonden_op: Option<String>,
    /// Whether a Toestemmingsverklaring is there, right or wrong.
    pub(crate) toestemming: bool,
    /// Whether a BeschikkingBewind is there, right or wrong.
    pub(crate) beschikking: bool,
    /// Whether it is there; `None` when it is there and wrong.
    pub(crate) antwoord_op: Option<bool>,
}

impl Fields {
    /// The fields of a typed header.
    pub(crate) fn of(header: &Berichtheader) -> Self {
        Self {
            module: Some(text_of(&header.module)),
            release: Some(text_of(&header.release)),
            bericht: Some(text_of(&header.bericht)),
            afzender_type: Some(text_of(&header.afzender_type)),
            verzonden_op: Some(text_of(&header.verzonden_op)),
            antwoord_op: Some(header.antwoord_op.is_some()),
            toestemming: header.toestemmingsverklaring.is_some(),
            beschikking: header.beschikking_bewind.is_some(),
        }
    }
}

/// What a message says of itself.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Body {
    /// Which message it is; `None` when that is no message of the standard.
    Says(Option<&'static MessageInfo>),
    /// Nothing: in a JSON envelope the header alone names the message.
    Silent,
}

/// Checks a header that goes with this message; `named` is the message that the header names.
pub(crate) fn check(
    fields: &Fields,
    body: Body,
    named: Option<&'static MessageInfo>,
    standard: &'static Standard,
    options: &Options,
    report: &mut Report,
) {
    let message = match body {
        Body::Says(message) => message.or(named),
        Body::Silent => named,
    };
    let mut checks = Checks { report, most: options.limits.findings };
    checks.exists(fields, named, standard, options);
    if let Some(message) = message {
        checks.sender(fields, message);
        checks.consent(fields, message);
        checks.answer(fields, message);
    } else {
        for rule in [&builtin::KOP_002, &builtin::KOP_003, &builtin::KOP_004, &builtin::KOP_007] {
            checks.report.skip(rule, Reason::WrongElement);
        }
    }
    if let Body::Says(body) = body {
        checks.agree(fields, body, options);
    }
    checks.clock(fields, options);
    checks.report.skip(&builtin::KOP_008, Reason::NoHistory);
}

struct Checks<'r> {
    report: &'r mut Report,
    most: usize,
}

impl Checks<'_> {
    fn finding(
        &mut self,
        rule: &'static Rule,
        name: &'static str,
        json: &'static str,
        found: Option<&str>,
        expected: Expected,
    ) {
        let mut path = Path::root(Root::Header);
        path.steps.push(PathStep { name: name.into(), json: json.into(), item: None });
        let mut finding = Finding::new(rule, path).expect(expected);
        finding.found = found.map(|found| Found::new(found, Privacy::None));
        self.report.add(finding, self.most);
    }

    /// KOP-001.
    fn exists(
        &mut self,
        fields: &Fields,
        named: Option<&'static MessageInfo>,
        standard: &'static Standard,
        options: &Options,
    ) {
        let (Some(module), Some(release), Some(bericht)) = (&fields.module, &fields.release, &fields.bericht) else {
            return self.report.skip(&builtin::KOP_001, Reason::WrongElement);
        };
        self.report.counts.rules += 1;
        if named.is_none() {
            let wanted = options.release.as_ref().unwrap_or(release);
            let releases: Vec<&str> = standard
                .modules
                .iter()
                .filter(|known| known.id == module)
                .flat_map(|known| known.releases.iter().map(|release| release.number))
                .collect();
            if !releases.is_empty() && !releases.contains(&&**wanted) {
                // The message may well be right: it is the release that does not exist.
                let releases = releases.join(", ");
                let expected = Expected::Said {
                    nl: format!("een release van {module} ({releases}), niet {wanted}"),
                    en: format!("a release of {module} ({releases}), not {wanted}"),
                };
                return self.finding(&builtin::KOP_001, "Release", "release", Some(release), expected);
            }
            let expected = Expected::Said {
                nl: format!("een bericht van {module} {wanted}"),
                en: format!("a message of {module} {wanted}"),
            };
            self.finding(&builtin::KOP_001, "Bericht", "bericht", Some(bericht), expected);
        }
    }

    /// KOP-002. A kredietbank is an SHV2 and may send what that may send.
    fn sender(&mut self, fields: &Fields, message: &'static MessageInfo) {
        let Some(sender) = &fields.afzender_type else {
            return self.report.skip(&builtin::KOP_002, Reason::WrongElement);
        };
        self.report.counts.rules += 1;
        let may = message.from.contains(&&**sender) || (sender == "KB" && message.from.contains(&"SHV2"));
        if !may {
            let roles = message.from.iter().map(|&role| role.to_owned()).collect();
            self.finding(&builtin::KOP_002, "AfzenderType", "afzenderType", Some(sender), Expected::OneOf(roles));
        }
    }

    /// KOP-003 and KOP-004. On one message, every message that may start a conversation is taken to start it.
    fn consent(&mut self, fields: &Fields, message: &'static MessageInfo) {
        if !message.starts {
            return;
        }
        let Some(sender) = fields.afzender_type.as_deref() else {
            self.report.skip(&builtin::KOP_003, Reason::WrongElement);
            return self.report.skip(&builtin::KOP_004, Reason::WrongElement);
        };
        let required = match sender {
            "OSHV" => (&builtin::KOP_003, fields.toestemming, "Toestemmingsverklaring", "toestemmingsverklaring"),
            "BEW" => (&builtin::KOP_004, fields.beschikking, "BeschikkingBewind", "beschikkingBewind"),
            _ => return,
        };
        let (rule, given, name, json) = required;
        self.report.counts.rules += 1;
        if !given {
            let expected = Expected::Said {
                nl: "het document, als bijlage bij het eerste bericht".into(),
                en: "the document, attached to the first message".into(),
            };
            self.finding(rule, name, json, None, expected);
        }
    }

    /// KOP-007. A message that may start a conversation need not be its first, so only a question that can be
    /// nothing but a first message is held to have no AntwoordOp.
    fn answer(&mut self, fields: &Fields, message: &'static MessageInfo) {
        let Some(answers) = fields.antwoord_op else {
            return self.report.skip(&builtin::KOP_007, Reason::WrongElement);
        };
        self.report.counts.rules += 1;
        if message.answers && !answers {
            let expected = Expected::Said {
                nl: "het Referentienummer van het bericht waarop dit een antwoord is".into(),
                en: "the Referentienummer of the message that this answers".into(),
            };
            self.finding(&builtin::KOP_007, "AntwoordOp", "antwoordOp", None, expected);
        }
    }

    /// KOP-011.
    fn agree(&mut self, fields: &Fields, body: Option<&'static MessageInfo>, options: &Options) {
        let (Some(module), Some(release), Some(bericht), Some(body)) =
            (&fields.module, &fields.release, &fields.bericht, body)
        else {
            return self.report.skip(&builtin::KOP_011, Reason::WrongElement);
        };
        self.report.counts.rules += 1;
        let parts = [
            ("Module", "module", module, body.module.id),
            ("Release", "release", release, body.release.number),
            ("Bericht", "bericht", bericht, body.id),
        ];
        // A release that the caller overruled need not be the one the header names.
        let compared = |name: &str| name != "Release" || options.release.is_none();
        let differs = parts.into_iter().find(|(name, _, found, expected)| compared(name) && found != expected);
        if let Some((name, json, found, expected)) = differs {
            let expected = Expected::OneOf(vec![expected.to_owned()]);
            self.finding(&builtin::KOP_011, name, json, Some(found), expected);
        }
    }

    /// KOP-010.
    fn clock(&mut self, fields: &Fields, options: &Options) {
        let sent = fields.verzonden_op.as_deref().and_then(lexical::moment);
        let (sent, now) = match (sent, options.now) {
            (None, _) => return self.report.skip(&builtin::KOP_010, Reason::WrongElement),
            (_, None) => return self.report.skip(&builtin::KOP_010, Reason::NoClock),
            (Some(sent), Some(now)) => (sent, now),
        };
        self.report.counts.rules += 1;
        if sent.signed_duration_since(now) > TimeDelta::minutes(5) {
            let expected = Expected::Said {
                nl: "een tijdstip dat hoogstens vijf minuten in de toekomst ligt".into(),
                en: "a moment at most five minutes in the future".into(),
            };
            self.finding(&builtin::KOP_010, "VerzondenOp", "verzondenOp", fields.verzonden_op.as_deref(), expected);
        }
    }
}
