//! A new message: its file, and a sample of it in both formats.

use super::since::draft;
use super::{Made, Refusal, World, sample};
use crate::layout::edit::quoted;
use crate::lint::unfinished;
use crate::names::rust_field;
use crate::source::{SourceFile, Sources};

/// What is asked for.
#[derive(Debug, Clone, Default)]
pub struct NewMessage {
    /// The module, by id or letters.
    pub module: String,
    /// The id.
    pub id: String,
    /// The name in prose; left out: the id.
    pub name: Option<String>,
    /// The letters in rule ids.
    pub code: String,
    /// Who sends it.
    pub from: Vec<String>,
    /// Who receives it.
    pub to: Vec<String>,
    /// Whether it may start a conversation.
    pub starts: bool,
    /// Whether it answers a message.
    pub answer: bool,
    /// Its elements: name, type and cardinality.
    pub elements: Vec<(String, String, Option<String>)>,
}

/// Makes the file and the samples; [`Made::what`] is `module/X.Y/Id`.
///
/// # Errors
/// When there is no such module, it has no draft, the message is there already or would be wrong.
pub fn message(sources: &Sources, new: &NewMessage) -> Result<Made, Refusal> {
    let world = World::of(sources)?;
    let named = |text: &str| text.eq_ignore_ascii_case(&new.module);
    let module = world.defs.modules.iter().find(|module| named(module.id.as_str()) || named(module.code.as_str()));
    let module = module.ok_or_else(|| {
        let known = world.defs.modules.iter().map(|module| module.id.value.clone()).collect();
        Refusal::Unknown("module", new.module.clone(), known)
    })?;
    let (own, _) = world.text(module.id.span.file);
    let folder = own.rsplit_once('/').map_or("", |(folder, _)| folder);
    let stem = rust_field(&new.id).trim_start_matches("r#").replace('_', "-");
    let path = if folder.is_empty() { format!("{stem}.toml") } else { format!("{folder}/{stem}.toml") };
    let same = world.defs.messages.iter().find(|message| message.module == module.id.value && message.id == *new.id);
    let taken = same.map(|message| world.text(message.id.span.file).0.to_owned());
    let taken = taken.or_else(|| world.sources.files.iter().any(|file| file.path == path).then(|| path.clone()));
    if let Some(file) = taken {
        return Err(Refusal::Exists("message", format!("{}/{}", module.id, new.id), file));
    }
    let known = world.catalogue.modules.iter().find(|known| module.id == *known.id);
    let number =
        known.map(|module| draft(module)).transpose()?.map(|release| release.number.to_string()).unwrap_or_default();
    let file = SourceFile { path, text: text(new, &number) };
    let (mut made, catalogue) = world.made(vec![file], format!("{}/{number}/{}", module.id, new.id))?;
    let place = format!("{}/{number}/{stem}-vul-aan", module.id);
    made.samples = sample::of(&catalogue, module.id.as_str(), &number, &new.id, &place);
    Ok(made)
}

fn text(new: &NewMessage, number: &str) -> String {
    let list = |words: &[String]| words.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(", ");
    let mut text = format!(
        "message = {}\nname = {}\ncode = {}\nfrom = [{}]\nto = [{}]\nsince = {}\nstarts = {}\nanswer = {}\nsource = \"proposed\"\n\nelements = [\n",
        quoted(&new.id),
        quoted(new.name.as_ref().unwrap_or(&new.id)),
        quoted(&new.code),
        list(&new.from),
        list(&new.to),
        quoted(number),
        new.starts,
        new.answer,
    );
    for (name, ty, card) in &new.elements {
        let card = card.as_ref().map(|card| format!("card = {}, ", quoted(card))).unwrap_or_default();
        let (name, ty, since) = (quoted(name), quoted(ty), quoted(number));
        text.push_str(&format!("  {{ name = {name}, type = {ty}, {card}since = {since}, source = \"proposed\" }},\n"));
    }
    text.push_str("]\n");
    for (lang, marker) in [("nl", unfinished::NL), ("en", unfinished::EN)] {
        text.push_str(&format!("\n[{lang}]\nmessage = {}\n", quoted(marker)));
        for (name, _, _) in &new.elements {
            let name = name.split('/').next().unwrap_or_default();
            text.push_str(&format!("{} = {}\n", quoted_key(name), quoted(marker)));
        }
    }
    text
}

/// A name as a key; one that no element can have is told by the lints and not by the TOML.
fn quoted_key(name: &str) -> String {
    let bare = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '-';
    if !name.is_empty() && name.chars().all(bare) { name.to_owned() } else { quoted(name) }
}
