//! From findings and rules to the objects of SARIF.

use skp_messages::finding::{Finding, Path, Place, Reason, Report};
use skp_messages::shape::{Rule, Severity};
use skp_messages::{Format, Lang};

use super::model::{
    ArtifactLocation, Base, Bases, Configuration, Driver, Fingerprints, Location, LogicalLocation, Message,
    PhysicalLocation, Region, ResultObject, RuleObject, RuleProperties, Suppression, Tool,
};
use crate::identity::Identity;
use crate::render::Style;
use crate::render::phrase::{baseline, phrase};
use crate::terminal::{count, short};
use crate::{Checked, SourceRoot, Standing, State};

/// One finding; the place of its rule is still to be given.
pub(super) fn result(
    finding: &Finding,
    standing: &Standing,
    identity: &Identity,
    checked: &Checked,
    report: &Report,
    root: &SourceRoot,
    style: Style,
) -> ResultObject {
    let input = checked.name.as_str();
    let element = |path: &Path| LogicalLocation {
        fully_qualified_name: short(&match (path.to_string(), report.format()) {
            (neutral, Some(format)) if neutral.is_empty() => path.in_format(format),
            (neutral, _) => neutral,
        }),
        // The words of SARIF for a part of an XML or JSON document.
        kind: if report.format() == Some(Format::Json) { "property" } else { "element" },
    };
    let related = |path: &Path, place: Option<Place>| Location {
        logical_locations: vec![element(path)],
        // What is absent has no place in the file.
        physical_location: place.and_then(|place| location(root, input, Some(place)).physical_location),
    };
    ResultObject {
        rule_id: finding.id(),
        rule_index: 0,
        level: level(standing.severity),
        message: Message::new(&phrase(finding, standing, style)),
        locations: vec![Location {
            logical_locations: vec![element(finding.path())].into_iter().filter(|one| !one.is_empty()).collect(),
            ..location(root, input, finding.place())
        }],
        related_locations: finding.related().iter().map(|one| related(&one.path, one.place)).collect(),
        partial_fingerprints: Fingerprints { finding: identity.fingerprint_on(checked.line()) },
        suppressions: suppression(&standing.state, style.lang).into_iter().collect(),
    }
}

impl LogicalLocation {
    const fn is_empty(&self) -> bool {
        self.fully_qualified_name.is_empty()
    }
}

/// An input, and a place in it.
pub(super) fn location(root: &SourceRoot, input: &str, place: Option<Place>) -> Location {
    let uri = root.uri(input);
    Location {
        physical_location: Some(PhysicalLocation {
            artifact_location: ArtifactLocation { uri: uri.text, uri_base_id: uri.relative.then_some("%SRCROOT%") },
            region: place.map(|place| Region { start_line: place.line, start_column: place.column }),
        }),
        logical_locations: Vec::new(),
    }
}

/// Why a finding does not count.
fn suppression(state: &State, lang: Lang) -> Option<Suppression> {
    let justification = match state {
        State::Counts | State::Expired(_) => return None,
        State::Silenced => lang.pick("Uitgezet in de instellingen.", "Switched off in the settings.").to_owned(),
        State::Known(_) => baseline(state, lang).unwrap_or_default(),
    };
    Some(Suppression { kind: "external", status: "accepted", justification })
}

/// A rule that was not checked, over the whole run.
pub(super) fn not_checked(rule: &str, reason: Reason, times: u64, inputs: u64, lang: Lang) -> String {
    let inputs = count(inputs, lang, ["bestand", "bestanden"], ["file", "files"]);
    let why = reason.text(lang);
    match lang {
        Lang::Nl => format!("{rule} is in {inputs} niet gecontroleerd ({times}×): {why}."),
        Lang::En => format!("{rule} was not checked in {inputs} ({times}×): {why}."),
    }
}

/// What `%SRCROOT%` is; not where, for that differs between machines.
pub(super) fn bases(lang: Lang) -> Bases {
    let text = lang.pick(
        "De map met de instellingen, of anders de map waarin skp is gestart.",
        "The folder with the settings, or else the folder in which skp was started.",
    );
    Bases { root: Base { description: Message::new(text) } }
}

/// This program, with the rules that the log names.
pub(super) fn tool(rules: &[&'static Rule], lang: Lang) -> Tool {
    Tool {
        driver: Driver {
            name: "skp",
            version: env!("CARGO_PKG_VERSION"),
            semantic_version: env!("CARGO_PKG_VERSION"),
            language: lang.pick("nl", "en"),
            rules: rules.iter().map(|rule| descriptor(rule, lang)).collect(),
        },
    }
}

fn descriptor(rule: &'static Rule, lang: Lang) -> RuleObject {
    let help = lang.pick(rule.help_nl, rule.help_en);
    RuleObject {
        id: rule.id,
        short_description: Message::new(lang.pick(rule.nl, rule.en)),
        help: (!help.is_empty()).then(|| Message::new(help)),
        default_configuration: Configuration { level: level(rule.severity) },
        properties: RuleProperties { provenance: rule.source, cel: rule.cel },
    }
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}
