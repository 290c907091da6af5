//! Faults out of a report: rules, places and texts, and no values.

use super::{FaultCode, InvalidParam, Problem, ProblemKind, SoapFault};
use crate::finding::{Finding, Report, Root};
use crate::shape::Severity;
use crate::{Format, Lang};

/// So many errors stand in the text of a SOAP fault.
const TOLD: usize = 5;

pub(super) fn errors(report: &Report) -> impl Iterator<Item = &Finding> {
    report.findings().iter().filter(|finding| finding.severity() == Severity::Error)
}

impl SoapFault {
    /// The fault that tells a sender what is wrong with envelope or header. `None` when every error is one of the content:
    /// that is told by a [`foutbericht`](super::foutbericht).
    #[must_use]
    pub fn of_report(report: &Report, lang: Lang) -> Option<Self> {
        let outside: Vec<&Finding> =
            errors(report).filter(|finding| !matches!(finding.path().start(), Root::Message(..))).collect();
        let first = outside.first()?;
        // One that may not send is told so only when nothing else is wrong.
        let code = match outside.iter().all(|finding| finding.id() == "KOP-002") {
            true => FaultCode::NietGeautoriseerd,
            false => FaultCode::OngeldigeEnvelop,
        };
        let mut told: Vec<String> = outside.iter().take(TOLD).map(|finding| one(finding, lang)).collect();
        if outside.len() > TOLD {
            told.push(format!("… {} {}", outside.len() - TOLD, lang.pick("meer", "more")));
        }
        let mut fault = Self::new(code, &told.join(" "));
        if let (Some(message), false) = (report.message(), first.id() == "DEF-001") {
            fault = fault.of_service(message.module.id, message.release.number);
        }
        Some(fault)
    }
}

fn one(finding: &Finding, lang: Lang) -> String {
    let path = finding.path().to_string();
    let place = if path.is_empty() { String::new() } else { format!(" ({path})") };
    format!("{}{place}: {}", finding.id(), finding.text(lang))
}

impl Problem {
    /// The problem that tells a sender what is wrong with a request. `None` when the report has no errors.
    #[must_use]
    pub fn of_report(report: &Report, lang: Lang) -> Option<Self> {
        errors(report).next()?;
        let all = |ids: fn(&str) -> bool| errors(report).all(|finding| ids(finding.id()));
        let any = |ids: fn(&str) -> bool| errors(report).any(|finding| ids(finding.id()));
        let kind = if any(|id| id == "FRM-004") {
            ProblemKind::TeGroot
        } else if any(|id| matches!(id, "FRM-001" | "FRM-002" | "FRM-003")) {
            ProblemKind::NietLeesbaar
        } else if all(|id| id == "KOP-002") {
            ProblemKind::NietGeautoriseerd
        } else {
            ProblemKind::NietGeldig
        };
        let param = |finding: &Finding| InvalidParam {
            pointer: finding.path().in_format(Format::Json),
            regel: finding.id().to_owned(),
            reden: finding.text(lang).to_owned(),
        };
        Some(Self { invalid_params: errors(report).map(param).collect(), ..Self::new(kind) })
    }
}
