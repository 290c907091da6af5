//! One small change that breaks one check, and trying it until the validator finds nothing else.

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::super::dice::Dice;
use super::super::grow::Grower;
use super::super::node::{Document, HEADER, Loc, MESSAGE};
use super::super::obey::{Fixer, Goals};
use super::super::{Form, SampleError, header};
use super::{Broken, Order};
use crate::Format;
use crate::shape::{Element, MessageInfo, Shape, Type};

/// So many samples of one message are changed before the next message has its turn.
const EACH: usize = 6;

/// How a check is broken.
pub(super) struct Trick {
    pub(super) rule: &'static str,
    /// The only format in which that can be done.
    pub(super) only: Option<Format>,
    pub(super) change: Change,
}

/// What is changed.
#[derive(Clone, Copy)]
pub(super) enum Change {
    /// An element for which the first function says yes; the second changes the place.
    Element(fn(&'static Element) -> bool, fn(&mut Trial<'_>, &Loc) -> Option<()>),
    /// Anything in the document.
    Whole(fn(&mut Trial<'_>) -> Option<()>),
    /// What was written; the function may give bytes that are no text.
    Written(fn(String, Format) -> Option<Vec<u8>>),
}

/// A valid document that is about to be spoiled.
pub(super) struct Trial<'t> {
    pub(super) document: &'t mut Document,
    pub(super) dice: &'t mut Dice,
    pub(super) grower: &'t Grower,
    pub(super) format: Format,
    pub(super) form: Form,
    pub(super) now: Option<DateTime<FixedOffset>>,
    pub(super) on: Option<NaiveDate>,
}

impl Trick {
    /// Tries the change on samples of these messages until the check, and nothing else, is broken.
    pub(super) fn play(&self, order: &Order<'_>, messages: &[&'static MessageInfo]) -> Result<Broken, SampleError> {
        if let (Some(only), Some(format)) = (self.only, order.wish.format)
            && only != format
        {
            return Err(SampleError::NotInFormat { rule: order.rule, format });
        }
        let mut tried = None;
        for &info in messages {
            for attempt in 0..EACH {
                let mut dice = order.dice(info, attempt);
                let Some(broken) = self.once(order, info, &mut dice, &mut tried) else { continue };
                if broken.also.is_empty() {
                    return Ok(broken);
                }
            }
        }
        Err(order.failed(tried.is_some(), tried))
    }

    fn once(
        &self,
        order: &Order<'_>,
        info: &'static MessageInfo,
        dice: &mut Dice,
        tried: &mut Option<&'static MessageInfo>,
    ) -> Option<Broken> {
        let mut grower = Grower::new(dice);
        if self.rule == "KOP-010" {
            grower.sent = super::envelope::LATE.parse().ok()?;
        }
        let format =
            self.only.or(order.wish.format).unwrap_or(if dice.chance(50) { Format::Json } else { Format::Xml });
        let mut document = grower.document(info, dice);
        let mut place = None;
        if let Change::Element(suits, _) = self.change {
            let places: Vec<Loc> =
                places(info).into_iter().filter(|(_, element)| suits(element)).map(|(loc, _)| loc).collect();
            let loc = dice.pick(&places)?.clone();
            if !Fixer::new(&mut document, dice, &grower).ensure(&loc) {
                return None;
            }
            document.slot_mut(&loc)?.fixed = true;
            place = Some(loc);
        }
        *tried = Some(info);
        let rules = header::rules(info);
        let goals = Goals { rules: &order.sampler.rules, header: &rules, facts: &[], target: None };
        order.sampler.settle(&goals, &mut document, &grower, dice).ok().filter(Vec::is_empty)?;
        let mut trial =
            Trial { document: &mut document, dice, grower: &grower, format, form: Form::Envelope, now: None, on: None };
        match (self.change, &place) {
            (Change::Element(_, change), Some(place)) => change(&mut trial, place)?,
            (Change::Whole(change), _) => change(&mut trial)?,
            _ => {}
        }
        let (form, now, on) = (trial.form, trial.now, trial.on);
        let text = document.write(format, order.wish.layout, form);
        let bytes = match self.change {
            Change::Written(change) => change(text, format)?,
            _ => text.into_bytes(),
        };
        Broken { rule: order.rule, info, format, bytes, also: Vec::new(), now, on }.confirm()
    }
}

/// Every row of the header and the message with its place, in the first item of each list. What the header says about
/// the message itself stays as it is.
pub(super) fn places(info: &'static MessageInfo) -> Vec<(Loc, &'static Element)> {
    let mut places = Vec::new();
    below(crate::catalogue::header(), &mut vec![HEADER], &mut places);
    places.retain(|(_, element)| !matches!(element.name, "Module" | "Release" | "Bericht" | "VerzondenOp" | "Test"));
    below(info.shape, &mut vec![MESSAGE], &mut places);
    places
}

/// The rows of a table and its parts.
pub(crate) fn below(shape: &'static Shape, loc: &mut Loc, places: &mut Vec<(Loc, &'static Element)>) {
    for (step, element) in shape.elements.iter().enumerate() {
        let before = loc.len();
        loc.push(step);
        if element.is_list() {
            loc.push(0);
        }
        places.push((loc.clone(), element));
        if let Type::Composite(part) = element.ty {
            below(part, loc, places);
        }
        loc.truncate(before);
    }
}
