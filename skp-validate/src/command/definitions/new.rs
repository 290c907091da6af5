//! `skp definitions new`: scaffolds, written only when nothing is wrong with them but texts to be filled in.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use skp_codegen::diagnostic;
use skp_codegen::scaffold::{self, Made, NewElement, NewMessage, NewRelease, NewRule, Refusal};
use skp_codegen::source::Sources;
use skp_messages::Lang;
use skp_validate::terminal::{count, harmless, short};
use skp_validate::{Verdict, fixture};

use super::{Failure, load, path_of, write};

/// Begin a message, element, rule or release: the rows, their texts and samples, ready to be filled in.
///
/// Nothing is written when the result would be wrong. Texts that you have to write are marked "…vul aan…" and
/// "…fill in…"; `skp definitions lint` reports them until they are written.
#[derive(Debug, Subcommand)]
pub enum What {
    Message(Message),
    Element(Element),
    Rule(Rule),
    Release(Release),
}

/// Where things stand.
#[derive(Debug, Args)]
struct Places {
    /// Folder with the definition files; default: ./definitions.
    #[arg(long, value_name = "DIR")]
    dir: Option<PathBuf>,
    /// Folder with samples, with folders messages and invalid; default: ./examples when it is there. Without it no
    /// samples are written.
    #[arg(long, value_name = "DIR")]
    examples: Option<PathBuf>,
}

/// A new message in the newest release of a module, with a sample in JSON and XML.
#[derive(Debug, Args)]
pub struct Message {
    /// Id or letters of the module.
    module: String,
    /// Id of the message, such as VerzoekVTLB.
    id: String,
    /// Name in prose; default: the id.
    #[arg(long)]
    name: Option<String>,
    /// Letters in rule ids, such as VV.
    #[arg(long, value_name = "LETTERS")]
    code: String,
    /// Who sends it; repeat for several roles.
    #[arg(long, required = true, value_name = "ROLE")]
    from: Vec<String>,
    /// Who receives it; repeat for several roles.
    #[arg(long, required = true, value_name = "ROLE")]
    to: Vec<String>,
    /// It may start a conversation.
    #[arg(long)]
    starts: bool,
    /// It answers a message.
    #[arg(long)]
    answer: bool,
    /// An element: NAME:TYPE, or NAME:TYPE:CARDINALITY such as Vorderingen/Vordering:VorderingVraag:1..*; repeatable.
    #[arg(long = "element", value_name = "ELEMENT", default_value = "KlantnummerSHV:Tekst", value_parser = element)]
    elements: Vec<(String, String, Option<String>)>,
    #[command(flatten)]
    places: Places,
}

/// A new element of a message or composite.
#[derive(Debug, Args)]
pub struct Element {
    /// The message (with its module when several have it, such as SR/Saldoverzoek) or composite.
    table: String,
    /// Name of the element; of a list Wrapper/Item.
    name: String,
    /// A simple type, composite or code list.
    #[arg(value_name = "TYPE")]
    ty: String,
    /// How often it stands there: 0..1, 1..* or 0..*; default: exactly once.
    #[arg(long)]
    card: Option<String>,
    /// First release with it; default: the draft of each module that has it in a published release.
    #[arg(long, value_name = "X.Y")]
    since: Option<String>,
    /// Put it behind this element; default: at the end.
    #[arg(long, value_name = "NAME")]
    after: Option<String>,
    /// Heading in the documentation; default: that of the element before it.
    #[arg(long)]
    group: Option<String>,
    #[command(flatten)]
    places: Places,
}

/// A new rule on a message or composite, with the next free number and samples to be broken.
#[derive(Debug, Args)]
pub struct Rule {
    /// The message (with its module when several have it, such as SR/Saldoverzoek) or composite.
    table: String,
    /// What must hold, in CEL; default: something to be changed.
    #[arg(long, value_name = "CEL")]
    assert: Option<String>,
    /// When it applies, in CEL.
    #[arg(long, value_name = "CEL")]
    when: Option<String>,
    /// The list on whose items it runs.
    #[arg(long, value_name = "LIST")]
    each: Option<String>,
    /// How severe it is when the rule is broken.
    #[arg(long, default_value = "fout", value_parser = ["fout", "waarschuwing", "info"])]
    severity: String,
    /// First release with it; default: the draft of each module that has the table in a published release.
    #[arg(long, value_name = "X.Y")]
    since: Option<String>,
    #[command(flatten)]
    places: Places,
}

/// A new release of a module: a draft that begins with all that the release before it has.
#[derive(Debug, Args)]
pub struct Release {
    /// Id or letters of the module.
    module: String,
    /// The number.
    #[arg(value_name = "X.Y")]
    number: String,
    /// First day on which it is to be in force.
    #[arg(long, value_name = "DATE")]
    from: Option<String>,
    /// Last day on which it is to be in force.
    #[arg(long, value_name = "DATE")]
    until: Option<String>,
    #[command(flatten)]
    places: Places,
}

/// An element as the user writes it.
fn element(text: &str) -> Result<(String, String, Option<String>), String> {
    let mut parts = text.splitn(3, ':').map(str::to_owned);
    match (parts.next(), parts.next(), parts.next()) {
        (Some(name), Some(ty), card) if !name.is_empty() && !ty.is_empty() => Ok((name, ty, card)),
        _ => Err("write NAME:TYPE or NAME:TYPE:CARDINALITY".to_owned()),
    }
}

/// Makes one scaffold and writes it.
pub fn run(what: &What, lang: Lang, out: &mut dyn Write) -> Result<Verdict, Failure> {
    let places = match what {
        What::Message(new) => &new.places,
        What::Element(new) => &new.places,
        What::Rule(new) => &new.places,
        What::Release(new) => &new.places,
    };
    let (dir, sources) = load(places.dir.as_deref(), lang)?;
    let examples = places.examples.clone().or_else(|| Some(PathBuf::from("examples")).filter(|near| near.is_dir()));
    match make(&sources, what) {
        Ok(made) => {
            for path in write_all(&dir, examples.as_deref(), &made)? {
                writeln!(out, "{}", harmless(&path.display().to_string()))?;
            }
            say(&made, matches!(what, What::Rule(_)), lang, out)?;
            Ok(Verdict::Passed)
        }
        Err(Refusal::Wrong(wrong, sources)) => {
            write!(out, "{}", diagnostic::render(&wrong, &sources))?;
            writeln!(out, "{}", lang.pick("Niets geschreven.", "Nothing was written."))?;
            Ok(Verdict::Findings)
        }
        Err(refusal) => Err(failure(&refusal, lang)),
    }
}

fn make(sources: &Sources, what: &What) -> Result<Made, Refusal> {
    match what {
        What::Message(new) => {
            let new = NewMessage {
                module: new.module.clone(),
                id: new.id.clone(),
                name: new.name.clone(),
                code: new.code.clone(),
                from: new.from.clone(),
                to: new.to.clone(),
                starts: new.starts,
                answer: new.answer,
                elements: new.elements.clone(),
            };
            scaffold::message(sources, &new)
        }
        What::Element(new) => {
            let new = NewElement {
                table: new.table.clone(),
                name: new.name.clone(),
                ty: new.ty.clone(),
                card: new.card.clone(),
                since: new.since.clone(),
                after: new.after.clone(),
                group: new.group.clone(),
            };
            scaffold::element(sources, &new)
        }
        What::Rule(new) => {
            let new = NewRule {
                table: new.table.clone(),
                assert: new.assert.clone(),
                when: new.when.clone(),
                each: new.each.clone(),
                severity: new.severity.clone(),
                since: new.since.clone(),
            };
            scaffold::rule(sources, &new)
        }
        What::Release(new) => {
            let new = NewRelease {
                module: new.module.clone(),
                number: new.number.clone(),
                valid_from: new.from.clone(),
                valid_until: new.until.clone(),
            };
            scaffold::release(sources, &new)
        }
    }
}

/// Writes the samples first: a file that is there already stops all before a definition changes.
fn write_all(dir: &Path, examples: Option<&Path>, made: &Made) -> Result<Vec<PathBuf>, Failure> {
    let mut written = Vec::new();
    if let Some(examples) = examples {
        let mut samples: Vec<(PathBuf, String)> = made
            .samples
            .iter()
            .map(|sample| (path_of(Path::new(""), &format!("/{}", sample.path)), sample.text.clone()))
            .map(|(path, text)| (examples.join("messages").join(path), text))
            .collect();
        if let Some((module, message)) = &made.on {
            let rule = fixture::NewRule { id: &made.what, module, message, since: made.since.as_deref() };
            let broken = fixture::of(&examples.join("messages"), rule)?;
            samples.extend(broken.into_iter().map(|(name, text)| (examples.join("invalid").join(name), text)));
        }
        for (path, text) in samples {
            write::new(&path, &text)?;
            written.push(path);
        }
    }
    for file in &made.files {
        let path = path_of(dir, &file.path);
        if path.exists() {
            write::over(&path, &file.text)?
        } else {
            write::new(&path, &file.text)?
        }
        written.push(path);
    }
    Ok(written)
}

/// What was made, and what is still to do.
fn say(made: &Made, rule: bool, lang: Lang, out: &mut dyn Write) -> Result<(), Failure> {
    let (unfinished, sources) = &made.unfinished;
    let own = unfinished.iter().filter_map(|one| {
        let file = sources.file(one.span.file)?;
        made.files.iter().any(|made| made.path == file.path).then(|| {
            let (line, column) = file.line_column(one.span.range.start);
            format!("{}:{line}:{column}", file.path)
        })
    });
    let places: Vec<String> = own.collect();
    for place in &places {
        writeln!(out, "  {place}")?;
    }
    let texts = count(places.len() as u64, lang, ["tekst", "teksten"], ["text", "texts"]);
    match lang {
        Lang::Nl => writeln!(out, "{}: {texts} aan te vullen.", made.what)?,
        Lang::En => writeln!(out, "{}: {texts} to write.", made.what)?,
    }
    if rule {
        let name = format!("examples/invalid/{}-….json|xml", made.what);
        match lang {
            Lang::Nl => writeln!(out, "Een regel heeft een bericht nodig dat hem breekt en verder goed is: {name}.")?,
            Lang::En => writeln!(out, "A rule needs a message that breaks it and is right otherwise: {name}.")?,
        }
    }
    Ok(())
}

fn failure(refusal: &Refusal, lang: Lang) -> Failure {
    let unknown = |what: &str, name: &str, known: &[String]| match lang {
        Lang::Nl => format!("er is geen {what} {}{}", short(name), suggestion("bedoelt u", known)),
        Lang::En => format!("there is no {what} {}{}", short(name), suggestion("did you mean", known)),
    };
    Failure::Unknown(match refusal {
        Refusal::Unknown(what, name, known) => unknown(word(what, lang), name, known),
        Refusal::Exists(what, name, file) => match lang {
            Lang::Nl => format!("{} {name} bestaat al, in {file}; kies een andere naam", word(what, lang)),
            Lang::En => format!("{} {name} exists already, in {file}; choose another name", word(what, lang)),
        },
        Refusal::Several(name, ways) => match lang {
            Lang::Nl => format!("{name} staat in meer modules; noem er een: {}", ways.join(", ")),
            Lang::En => format!("{name} is in several modules; name one: {}", ways.join(", ")),
        },
        Refusal::NoDraft(module) => match lang {
            Lang::Nl => format!(
                "elke release van {module} is vastgelegd en verandert niet meer; begin eerst een nieuwe met 'skp definitions new release {module} X.Y'"
            ),
            Lang::En => format!(
                "every release of {module} is frozen and never changes; first begin a new one with 'skp definitions new release {module} X.Y'"
            ),
        },
        Refusal::Wrong(..) => String::new(),
    })
}

fn suggestion(ask: &str, known: &[String]) -> String {
    match known {
        [] => String::new(),
        [one] => format!("; {ask} {one}?"),
        many => format!("; {}", many.join(", ")),
    }
}

/// The Dutch word for what the library names.
fn word(what: &'static str, lang: Lang) -> &'static str {
    let nl = match what {
        "message" => "bericht",
        "message or composite" => "bericht of samengesteld type",
        "place" => "plaats in",
        other => other,
    };
    lang.pick(nl, what)
}
