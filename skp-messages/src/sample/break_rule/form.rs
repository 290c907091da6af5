//! Input that cannot be read as it should: FRM-001 to FRM-008, and a fault in place of a message, DEF-013.

use super::super::node::{Loc, Node, Scalar, Twist};
use super::trick::{Change, Trial, Trick};
use crate::fault::{FaultCode, Problem, ProblemKind, SoapFault};
use crate::shape::{Kind, Type};
use crate::{Format, Layout};

pub(super) const TRICKS: &[Trick] = &[
    Trick { rule: "FRM-001", only: None, change: Change::Written(truncated) },
    Trick { rule: "FRM-002", only: None, change: Change::Written(not_utf8) },
    Trick { rule: "FRM-003", only: Some(Format::Xml), change: Change::Written(doctype) },
    Trick { rule: "FRM-004", only: None, change: Change::Written(deep) },
    Trick { rule: "FRM-005", only: Some(Format::Json), change: Change::Element(|_| true, twice) },
    Trick {
        rule: "FRM-006",
        only: Some(Format::Json),
        change: Change::Element(|element| !matches!(element.ty, Type::Composite(_)), misfit),
    },
    Trick { rule: "FRM-007", only: Some(Format::Xml), change: Change::Written(attribute) },
    Trick { rule: "FRM-008", only: Some(Format::Xml), change: Change::Written(loose_text) },
    Trick { rule: "DEF-013", only: None, change: Change::Written(fault) },
];

/// What the channel says instead of the message.
fn fault(_: String, format: Format) -> Option<Vec<u8>> {
    let text = match format {
        Format::Json => Problem::new(ProblemKind::NietGevonden).to_json(),
        Format::Xml => SoapFault::new(FaultCode::OnbekendBericht, "Het bericht is er niet.").to_xml(Layout::Compact),
    };
    Some(text.into_bytes())
}

/// Deeper than any reader goes.
const DEEP: usize = 100;

fn truncated(text: String, _: Format) -> Option<Vec<u8>> {
    let mut bytes = text.trim_end().as_bytes().to_vec();
    bytes.pop();
    Some(bytes)
}

/// A byte that no UTF-8 has, in the middle.
fn not_utf8(text: String, _: Format) -> Option<Vec<u8>> {
    let mut bytes = text.into_bytes();
    bytes.insert(bytes.len() / 2, 0xff);
    Some(bytes)
}

fn doctype(text: String, _: Format) -> Option<Vec<u8>> {
    Some(text.replacen("?>", "?><!DOCTYPE Envelope>", 1).into_bytes())
}

fn deep(text: String, format: Format) -> Option<Vec<u8>> {
    Some(match format {
        Format::Json => {
            let nest = format!("{{\"diep\":{}{},", "[".repeat(DEEP), "]".repeat(DEEP));
            text.replacen('{', &nest, 1).into_bytes()
        }
        Format::Xml => {
            let nest = format!("<soap:Body>{}{}", "<diep>".repeat(DEEP), "</diep>".repeat(DEEP));
            text.replacen("<soap:Body>", &nest, 1).into_bytes()
        }
    })
}

fn attribute(text: String, _: Format) -> Option<Vec<u8>> {
    let (before, body) = text.split_once("<soap:Body>")?;
    // The first start tag in the message, its root: it has a namespace already.
    Some(format!("{before}<soap:Body>{}", body.replacen(" xmlns=", " soort=\"proef\" xmlns=", 1)).into_bytes())
}

fn loose_text(text: String, _: Format) -> Option<Vec<u8>> {
    let (before, body) = text.split_once("<soap:Body>")?;
    Some(format!("{before}<soap:Body>{}", body.replacen('>', ">los", 1)).into_bytes())
}

/// A member that stands twice.
pub(super) fn twice(trial: &mut Trial<'_>, loc: &Loc) -> Option<()> {
    // Of an item it is the list that stands twice.
    let place = if trial.document.is_item(loc) { loc.split_last()?.1 } else { loc };
    let (&own, above) = place.split_last()?;
    trial.document.record_mut(above)?.twist = Some(Twist::Twice(own));
    Some(())
}

/// A JSON value of another kind than the element has.
fn misfit(trial: &mut Trial<'_>, loc: &Loc) -> Option<()> {
    let kind = super::super::node::kind(trial.document.element(loc)?);
    let literal = if matches!(kind, Kind::Integer | Kind::Boolean) { "\"proef\"" } else { "{}" };
    trial.document.slot_mut(loc)?.node = Some(Node::Scalar(Scalar::Misfit(literal)));
    Some(())
}
