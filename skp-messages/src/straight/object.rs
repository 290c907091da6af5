//! A JSON text with a message: the object of a bare one, and the envelope with a header.

use super::json::JsonDecoder;
use super::tag::{Around, Tag};
use super::{Job, header, names};
use crate::Format;
use crate::bericht::v2_0::Berichtheader;
use crate::check::any::AnyDecoder;
use crate::check::careful::Outcome;
use crate::codec::Composite;

/// The members of an envelope, and the first of a bare message.
static HEADER: Tag = Tag::new(Around::Quotes, "header");
static INHOUD: Tag = Tag::new(Around::Quotes, "inhoud");
static BERICHT: Tag = Tag::new(Around::Quotes, "bericht");

/// Reads a text.
pub(super) fn read<V>(text: &str, job: &Job<'_, V>) -> Option<Outcome<V>> {
    let mut json = JsonDecoder::new(text, &job.options.limits, Berichtheader::SHAPE);
    json.space();
    json.begin(Berichtheader::SHAPE)?;
    let enveloped = json.member(&HEADER)?;
    let mut message = if enveloped {
        json.begin(Berichtheader::SHAPE)?;
        let header = header(&mut AnyDecoder::Json(&mut json))?;
        json.end()?;
        // The envelope has one member so far.
        json.go_on(Berichtheader::SHAPE);
        if !json.member(&INHOUD)? {
            return None;
        }
        let info = job.wanted(|info| names(&header, info))?;
        json.begin(info.shape)?;
        job.message(info, Some(header), Format::Json)
    } else if json.member(&BERICHT)? {
        let bericht = json.string()?;
        let info = job.wanted(|info| info.bericht == bericht)?;
        json.go_on(info.shape);
        job.message(info, None, Format::Json)
    } else {
        return None;
    };
    let value = job.content(&mut message, &mut AnyDecoder::Json(&mut json))?;
    json.end()?;
    if enveloped {
        json.go_on(Berichtheader::SHAPE);
        json.end()?;
    }
    if !json.is_done() {
        return None;
    }
    job.outcome(message, value, !enveloped, &json.budget)
}
