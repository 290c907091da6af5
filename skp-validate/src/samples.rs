//! Made-up messages as files: which ones somebody asks for, and a name for each.
//!
//! The messages come from `skp_messages::sample`. Here is only the order in which they are made and how they are called;
//! nothing is written.

use skp_messages::sample::{Form, SampleError, Sampler, Skipped, Wish};
use skp_messages::shape::{MessageInfo, Rule};
use skp_messages::{Format, Layout};

/// How samples are written.
#[derive(Debug, Clone, Copy)]
pub struct Manner {
    /// The format.
    pub format: Format,
    /// How it is laid out.
    pub layout: Layout,
    /// With a header or without.
    pub form: Form,
}

/// One message that was made.
#[derive(Debug, Clone)]
pub struct Made {
    /// A name for its file, with the extension of its format. No two messages of one order have the same.
    pub name: String,
    /// The message.
    pub bytes: Vec<u8>,
    /// The rules that break along with the one that was to be broken.
    pub also: Vec<&'static Rule>,
}

/// What came of one message of an order.
pub type Result = std::result::Result<Made, Missing>;

/// Why a message of an order was not made.
#[derive(Debug, Clone)]
pub enum Missing {
    /// There is no sample.
    Failed(SampleError),
    /// A rule keeps the element from its boundary.
    Skipped(Skipped),
}

/// Valid messages: of each message as many as asked for.
pub fn valid<'a>(
    sampler: &'a Sampler,
    messages: &'a [&'static MessageInfo],
    seeds: std::ops::Range<u64>,
    manner: Manner,
) -> impl Iterator<Item = Result> + 'a {
    let orders = messages.iter().flat_map(move |&info| seeds.clone().map(move |seed| (info, seed)));
    orders.map(move |(info, seed)| {
        let sample = sampler.message(info, seed).map_err(Missing::Failed)?;
        let name = format!("{}-{seed}.{}", stem(info), extension(manner.format));
        Ok(Made { name, bytes: sample.write(manner.format, manner.layout, manner.form).into_bytes(), also: Vec::new() })
    })
}

/// Messages that stand at a boundary of their tables.
pub fn edges<'a>(
    sampler: &'a Sampler,
    messages: &'a [&'static MessageInfo],
    seed: u64,
    manner: Manner,
) -> impl Iterator<Item = Result> + 'a {
    messages.iter().flat_map(move |&info| {
        sampler.edges(info, seed).enumerate().map(move |(number, edge)| {
            let edge = edge.map_err(Missing::Skipped)?;
            let row = plain(&format!("{}-{}", edge.place, edge.boundary));
            let name = format!("{}-{:03}-{row}.{}", stem(info), number + 1, extension(manner.format));
            let bytes = edge.sample.write(manner.format, manner.layout, manner.form).into_bytes();
            Ok(Made { name, bytes, also: Vec::new() })
        })
    })
}

/// Messages that each break one rule: of each rule as many as asked for.
pub fn broken<'a>(
    sampler: &'a Sampler,
    rules: &'a [&'a str],
    wish: Wish<'a>,
    seeds: std::ops::Range<u64>,
) -> impl Iterator<Item = Result> + 'a {
    let orders = rules.iter().flat_map(move |&rule| seeds.clone().map(move |seed| (rule, seed)));
    orders.map(move |(rule, seed)| {
        let broken = sampler.broken(rule, &Wish { seed, ..wish }).map_err(Missing::Failed)?;
        let name = format!("{}-{}-{seed}.{}", broken.rule().id, stem(broken.info()), extension(broken.format()));
        Ok(Made { name, bytes: broken.bytes().to_vec(), also: broken.also().to_vec() })
    })
}

fn stem(info: &MessageInfo) -> String {
    info.bericht.replace('/', "-")
}

const fn extension(format: Format) -> &'static str {
    match format {
        Format::Json => "json",
        Format::Xml => "xml",
    }
}

/// A name without characters that some file system does not have.
fn plain(name: &str) -> String {
    name.chars().map(|c| if c.is_ascii_alphanumeric() || c == '.' || c == '_' { c } else { '-' }).collect()
}
