//! What the proof is about: samples, invalid samples, generated messages, mutated ones, and messages that break one rule.

use std::fs;
use std::path::{Path, PathBuf};

use skp_messages::sample::{Form, Sampler, Wish};
use skp_messages::shape::MessageInfo;
use skp_messages::{Format, Layout, catalogue};

use super::content::Content;
use super::dice::Dice;
use super::mutate::{Pool, mutate};
use super::text::{MANNERS, json, read_xml, xml};

/// Where a case comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// A file of `examples/messages`.
    Sample,
    /// A file of `examples/invalid`.
    Invalid,
    /// A generated message that obeys every rule.
    Generated,
    /// A generated message that was changed.
    Mutated,
    /// A generated message that breaks one rule.
    Broken,
}

impl Origin {
    /// The word for it in the matrix.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sample => "samples",
            Self::Invalid => "invalid samples",
            Self::Generated => "generated",
            Self::Mutated => "mutated",
            Self::Broken => "broken rules",
        }
    }
}

/// One message, in one format or both.
#[derive(Debug, Clone)]
pub struct Case {
    /// Where it comes from.
    pub origin: Origin,
    /// Enough to find or make it again: a file, or a message, seed and number.
    pub name: String,
    /// What was done to it.
    pub mutation: String,
    /// Which message it was made as, when that is known.
    pub info: Option<&'static MessageInfo>,
    /// As JSON.
    pub json: Option<Vec<u8>>,
    /// As XML.
    pub xml: Option<Vec<u8>>,
    /// Whether both formats must get the same verdict.
    pub same: bool,
}

/// How many of each kind, and from which seed on.
#[derive(Debug, Clone, Copy)]
pub struct Amounts {
    /// Generated messages for each message and release.
    pub generated: usize,
    /// Mutated messages for each message and release.
    pub mutated: usize,
    /// The first seed.
    pub seed: u64,
}

/// The samples of a folder of `examples`, each file a case.
///
/// # Errors
/// When a file cannot be read.
pub fn samples(folder: &str, origin: Origin) -> Result<Vec<Case>, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples").join(folder);
    let mut cases = Vec::new();
    for path in files(&root)? {
        let bytes = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let is_json = path.extension().is_some_and(|extension| extension == "json");
        let (json, xml) = if is_json { (Some(bytes), None) } else { (None, Some(bytes)) };
        let name = path.strip_prefix(&root).unwrap_or(&path).display().to_string();
        cases.push(Case { origin, name, mutation: String::new(), info: info_of(&path), json, xml, same: false });
    }
    Ok(cases)
}

/// The message of a valid sample is told by the folders it is in.
fn info_of(path: &Path) -> Option<&'static MessageInfo> {
    let text = fs::read_to_string(path).ok()?;
    skp_messages::validate(text.as_bytes(), &skp_messages::Options::default()).message()
}

/// The JSON and XML files below a folder, in order of their paths.
fn files(root: &Path) -> Result<Vec<PathBuf>, String> {
    let (mut found, mut folders) = (Vec::new(), vec![root.to_owned()]);
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        for entry in entries {
            let path = entry.map_err(|error| format!("{}: {error}", folder.display()))?.path();
            match path.extension().and_then(|extension| extension.to_str()) {
                _ if path.is_dir() => folders.push(path),
                Some("json" | "xml") => found.push(path),
                _ => {}
            }
        }
    }
    found.sort();
    if found.is_empty() { Err(format!("there are no samples in {}", root.display())) } else { Ok(found) }
}

/// The generated and mutated messages of one message and release, handed over one by one.
///
/// # Errors
/// When a message cannot be generated, or `take` says to stop.
pub fn made(
    sampler: &Sampler,
    info: &'static MessageInfo,
    amounts: Amounts,
    take: &mut dyn FnMut(Case) -> Result<(), String>,
) -> Result<(), String> {
    let mut contents = Vec::new();
    let mut pool = Pool::default();
    for number in 0..amounts.generated {
        let seed = amounts.seed + number as u64;
        let content = generated(sampler, info, seed)?;
        pool.add(&content);
        let mut dice = Dice::new(seed, info.bericht);
        take(case(Origin::Generated, &format!("seed {seed}"), &content, String::new(), true, &mut dice))?;
        contents.push((seed, content));
    }
    for number in 0..amounts.mutated {
        let Some((seed, content)) = contents.get(number % contents.len().max(1)) else { break };
        let mut dice = Dice::new(*seed, &format!("{} {number}", info.bericht));
        let mut content = content.clone();
        let effect = mutate(&mut content, &mut dice, &pool);
        let name = format!("seed {seed} mutation {number}");
        take(case(Origin::Mutated, &name, &content, effect.what, effect.same, &mut dice))?;
    }
    Ok(())
}

/// A generated message as content, bare or in an envelope.
///
/// # Errors
/// When it cannot be generated.
pub fn generated(sampler: &Sampler, info: &'static MessageInfo, seed: u64) -> Result<Content, String> {
    let sample = sampler.message(info, seed).map_err(|error| error.to_string())?;
    let text = sample.write(Format::Xml, Layout::Compact, Form::Envelope);
    let mut content =
        read_xml(&text, info).ok_or_else(|| format!("{} seed {seed} is not what its table says", info.bericht))?;
    if Dice::new(seed, info.id).below(3) == 0 {
        content.form = Form::Bare;
    }
    Ok(content)
}

fn case(origin: Origin, name: &str, content: &Content, mutation: String, same: bool, dice: &mut Dice) -> Case {
    // Most messages are written as nearly everybody writes them.
    let manner = if dice.below(3) == 0 { dice.pick(&MANNERS).copied() } else { None }.unwrap_or(MANNERS[0]);
    Case {
        origin,
        name: format!("{} {name} {manner:?}", content.info.bericht),
        mutation,
        info: Some(content.info),
        json: Some(json(content, manner).into_bytes()),
        xml: Some(xml(content, manner).into_bytes()),
        same,
    }
}

/// Messages that break one rule, in both formats, for each rule that one message can break.
///
/// # Errors
/// When `take` says to stop.
pub fn broken(
    sampler: &Sampler,
    messages: &[&'static MessageInfo],
    amounts: Amounts,
    take: &mut dyn FnMut(Case) -> Result<(), String>,
) -> Result<(), String> {
    let times = (amounts.mutated / 200).clamp(1, 8);
    for rule in sampler.breakable() {
        for seed in (amounts.seed..).take(times) {
            for format in [Format::Json, Format::Xml] {
                let wish = Wish { messages, format: Some(format), seed, ..Wish::default() };
                // Some rules are about one format, and some not about these messages.
                let Ok(broken) = sampler.broken(rule.id, &wish) else { continue };
                let bytes = Some(broken.bytes().to_vec());
                let (json, xml) = if broken.format() == Format::Json { (bytes, None) } else { (None, bytes) };
                take(Case {
                    origin: Origin::Broken,
                    name: format!("{} seed {seed}", broken.info().bericht),
                    mutation: format!("breaks {}", rule.id),
                    info: Some(broken.info()),
                    json,
                    xml,
                    same: false,
                })?;
            }
        }
    }
    Ok(())
}

/// The messages of a module and release; of all when there are none given.
#[must_use]
pub fn messages(module: Option<&str>, release: Option<&str>) -> Vec<&'static MessageInfo> {
    let fits = |wanted: Option<&str>, known: &str| wanted.is_none_or(|wanted| wanted == known);
    let all = catalogue::messages().iter().copied();
    all.filter(|info| fits(module, info.module.id) && fits(release, info.release.number)).collect()
}
