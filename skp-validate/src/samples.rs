//! Made-up messages as files: which ones somebody asks for, and a name for each.
//!
//! The messages come from `skp_messages::sample`. Here is only the order in which they are made and how they are called;
//! nothing is written.

use skp_messages::sample::{Form, Participant, SampleError, Sampler, Skipped, Wish};
use skp_messages::shape::{Conversation, MessageInfo, Rule};
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
    /// The options that `skp validate` or `skp conversation check` must have to find the rule broken.
    pub needs: Vec<String>,
    /// A participant directory that is needed to find the rule broken: a name for its file, and what is in it.
    pub directory: Option<(String, String)>,
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
        Ok(Made {
            name,
            bytes: sample.write(manner.format, manner.layout, manner.form).into_bytes(),
            also: Vec::new(),
            needs: Vec::new(),
            directory: None,
        })
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
            Ok(Made { name, bytes, also: Vec::new(), needs: Vec::new(), directory: None })
        })
    })
}

/// Whole conversations, as NDJSON: of each as many as asked for.
pub fn conversations<'a>(
    sampler: &'a Sampler,
    tables: &'a [&'static Conversation],
    seeds: std::ops::Range<u64>,
) -> impl Iterator<Item = Result> + 'a {
    let orders = tables.iter().flat_map(move |&table| seeds.clone().map(move |seed| (table, seed)));
    orders.map(move |(table, seed)| {
        let dossier = sampler.conversation(table, seed).map_err(Missing::Failed)?;
        let name = format!("{}-{}-{seed}.ndjson", table.module.id, table.release.number);
        let bytes = dossier.to_ndjson().into_bytes();
        Ok(Made { name, bytes, also: Vec::new(), needs: Vec::new(), directory: None })
    })
}

/// The rules that can be broken, by a message or a conversation, in order of id.
#[must_use]
pub fn breakable(sampler: &Sampler) -> Vec<&'static str> {
    let all = sampler.breakable().into_iter().chain(sampler.breakable_in_conversation());
    let mut ids: Vec<&str> = all.map(|rule| rule.id).collect();
    ids.sort_unstable();
    ids
}

/// A conversation that breaks a rule between messages.
fn dossier(sampler: &Sampler, rule: &'static Rule, wish: Wish<'_>, seed: u64) -> Result {
    // A conversation comes as lines of JSON.
    if let Some(format @ Format::Xml) = wish.format {
        return Err(Missing::Failed(SampleError::NotInFormat { rule, format }));
    }
    let broken = sampler.broken_conversation(rule.id, seed).map_err(Missing::Failed)?;
    let given = broken.given();
    let mut needs: Vec<String> =
        given.collected.iter().map(|moment| format!("--collected {}", moment.to_rfc3339())).collect();
    let directory = (!given.participants.is_empty()).then(|| {
        let line = |one: &Participant| {
            let takeover = one.takeover.map(|date| date.to_string()).unwrap_or_default();
            format!("{};{};{takeover}\n", one.id, one.sector.unwrap_or_default())
        };
        let lines: String = given.participants.iter().map(line).collect();
        (format!("{}-{seed}.csv", rule.id), format!("deelnemer;sector;overnamedatum\n{lines}"))
    });
    needs.extend(directory.iter().map(|(name, _)| format!("--directory {name}")));
    let name = format!("{}-{seed}.ndjson", rule.id);
    Ok(Made { name, bytes: broken.to_ndjson().into_bytes(), also: broken.also().to_vec(), needs, directory })
}

/// Messages that each break one rule, and conversations for the rules between messages: of each rule as many as asked for.
pub fn broken<'a>(
    sampler: &'a Sampler,
    rules: &'a [&'a str],
    wish: Wish<'a>,
    seeds: std::ops::Range<u64>,
) -> impl Iterator<Item = Result> + 'a {
    let orders = rules.iter().flat_map(move |&rule| seeds.clone().map(move |seed| (rule, seed)));
    orders.map(move |(rule, seed)| {
        let broken = match sampler.broken(rule, &Wish { seed, ..wish }) {
            Err(SampleError::NotOneMessage(rule)) if wish.messages.is_empty() => {
                return dossier(sampler, rule, wish, seed);
            }
            broken => broken.map_err(Missing::Failed)?,
        };
        let needs = broken.options().on.map(|day| format!("--on {day}")).into_iter().collect();
        let name = format!("{}-{}-{seed}.{}", broken.rule().id, stem(broken.info()), extension(broken.format()));
        Ok(Made { name, bytes: broken.bytes().to_vec(), also: broken.also().to_vec(), needs, directory: None })
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
