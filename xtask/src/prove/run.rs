//! The run: one thread makes messages and asks the validator, the engines judge batch by batch, and all of it is counted.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::time::{Duration, Instant};
use std::{fs, thread};

use skp_messages::sample::Sampler;
use skp_messages::shape::MessageInfo;

use super::arguments::Arguments;
use super::asked::{Asked, alike, ask, judged};
use super::corpus::{self, Amounts, Case, Origin};
use super::csv::Trip;
use super::engine::{ENGINES, Engine, Known, Setup};
use super::judge::{Answer, Judgement};
use super::keep::Keep;
use super::matrix::Matrix;
use super::schemas::Schemas;

/// So many cases go to the engines at once.
const BATCH: usize = 400;
/// The row of the validator with itself.
const FORMATS: &str = "validator: JSON = XML";
/// The row of the portal's files.
const CSV: &str = "validator: CSV and back";

/// An engine that is on.
struct On {
    known: &'static Known,
    engine: Box<dyn Engine>,
}

impl On {
    fn row(&self) -> String {
        format!("{}: {}", self.known.language.name(), self.known.name)
    }
}

/// Runs the proof and prints its matrix; gives whether everything agreed.
///
/// # Errors
/// When an engine that was asked for is not here, or stops, or when files cannot be read or written.
pub fn run(arguments: &Arguments) -> Result<bool, String> {
    let folder = arguments.folder.clone().unwrap_or_else(target);
    let schemas = Schemas::generate()?;
    let mut engines = start(arguments, &schemas, &folder)?;
    let rows = engines.iter().map(On::row).chain(pairs(&engines).into_iter().map(|(_, _, row)| row));
    let mut matrix = Matrix::new(rows.chain([FORMATS.to_owned(), CSV.to_owned()]).collect());
    let mut keep = Keep::new(&folder.join("prove/disagreements"))?;
    let messages = corpus::messages(arguments.module.as_deref(), arguments.release.as_deref());
    if messages.is_empty() {
        return Err("there is no such module and release".to_owned());
    }
    let began = Instant::now();
    thread::scope(|scope| {
        let (sender, receiver) = sync_channel(2);
        let making = scope.spawn(|| make(arguments, &messages, &schemas, sender));
        let judging = judge_all(receiver, &mut engines, &schemas, &mut matrix, &mut keep);
        // When judging failed, making stops because nobody listens any more.
        let making = making.join().map_err(|_| "making messages stopped".to_owned())?;
        judging.and(making)
    })?;
    println!("{}", matrix.text(arguments.verbose));
    if let Some(path) = &arguments.json {
        let text = format!("{:#}\n", matrix.json());
        fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    eprintln!(
        "in {} s; disagreements are kept in {}",
        began.elapsed().as_secs(),
        folder.join("prove/disagreements").display()
    );
    Ok(matrix.disagreements() == 0)
}

/// The target folder.
fn target() -> PathBuf {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target");
    std::env::var_os("CARGO_TARGET_DIR").map_or(own, PathBuf::from)
}

fn start(arguments: &Arguments, schemas: &Schemas, folder: &Path) -> Result<Vec<On>, String> {
    let installed = folder.join("prove-engines");
    let mut engines = Vec::new();
    for known in ENGINES {
        if arguments.engines.is_empty() || arguments.engines.iter().any(|name| name == known.name) {
            let files = schemas.write(known.language, &folder.join("prove/schemas"))?;
            let engine = known.start(&Setup { schemas, files, installed: &installed })?;
            engines.push(On { known, engine });
        }
    }
    Ok(engines)
}

/// The engines of one language, two by two, with their row.
fn pairs(engines: &[On]) -> Vec<(usize, usize, String)> {
    let mut pairs = Vec::new();
    for (first, one) in engines.iter().enumerate() {
        for (second, other) in engines.iter().enumerate().skip(first + 1) {
            if one.known.language == other.known.language {
                pairs.push((first, second, format!("{} = {}", one.row(), other.known.name)));
            }
        }
    }
    pairs
}

/// Makes all cases and sends them in batches.
fn make(
    arguments: &Arguments,
    messages: &[&'static MessageInfo],
    schemas: &Schemas,
    sender: SyncSender<Vec<Asked>>,
) -> Result<(), String> {
    let sampler = Sampler::shared().map_err(|error| error.to_string())?;
    let amounts = Amounts { generated: arguments.count, mutated: arguments.mutations, seed: arguments.seed };
    let mut batch = Vec::new();
    let mut take = |case: Case| {
        batch.push(Asked::new(case, schemas));
        if batch.len() < BATCH {
            return Ok(());
        }
        sender.send(std::mem::take(&mut batch)).map_err(|_| "judging stopped".to_owned())
    };
    for (folder, origin) in [("messages", Origin::Sample), ("invalid", Origin::Invalid)] {
        for case in corpus::samples(folder, origin)? {
            if case.info.is_none_or(|info| messages.iter().any(|known| known.bericht == info.bericht)) {
                take(case)?;
            }
        }
    }
    for &info in messages {
        corpus::made(sampler, info, amounts, &mut take)?;
    }
    corpus::broken(sampler, messages, amounts, &mut take)?;
    sender.send(batch).map_err(|_| "judging stopped".to_owned())
}

/// Has every engine judge every batch.
fn judge_all(
    receiver: Receiver<Vec<Asked>>,
    engines: &mut [On],
    schemas: &Schemas,
    matrix: &mut Matrix,
    keep: &mut Keep,
) -> Result<(), String> {
    let pairs = pairs(engines);
    let (mut told, mut done) = (Instant::now(), 0);
    for batch in receiver {
        let answers = thread::scope(|scope| {
            let asking: Vec<_> = engines
                .iter_mut()
                .map(|on| scope.spawn(|| ask(&batch, on.known.language, on.engine.as_mut())))
                .collect();
            let answers = asking.into_iter().map(|one| one.join().map_err(|_| "an engine stopped".to_owned())?);
            answers.collect::<Result<Vec<_>, String>>()
        })?;
        for (number, asked) in batch.iter().enumerate() {
            let of = |engine: usize| answers.get(engine)?.get(number)?.as_ref();
            let wrong = one(asked, &of, engines, &pairs, schemas, matrix);
            if !wrong.is_empty() {
                keep.add(&asked.case, &wrong)?;
            }
        }
        done += batch.len();
        if told.elapsed() > Duration::from_secs(30) {
            eprintln!("{done} messages, {} disagreements", matrix.disagreements());
            told = Instant::now();
        }
    }
    Ok(())
}

/// Counts what was said of one case; gives what disagrees.
fn one<'a>(
    asked: &Asked,
    answers: &dyn Fn(usize) -> Option<&'a Answer>,
    engines: &mut [On],
    pairs: &[(usize, usize, String)],
    schemas: &Schemas,
    matrix: &mut Matrix,
) -> Vec<String> {
    let release =
        asked.case.info.map_or_else(String::new, |info| format!("{} {}", info.module.id, info.release.number));
    let mut wrong = Vec::new();
    let mut count = |row: &str, accepts: bool, judgement: &Judgement| {
        matrix.count(row, &release, accepts, judgement);
        if let Judgement::Disagreed(why) = judgement {
            wrong.push(format!("{row}: {why}"));
        }
    };
    for (number, on) in engines.iter_mut().enumerate() {
        let Some(answer) = answers(number) else { continue };
        let row = on.row();
        if let Some(judgement) = judged(asked, on.known.language, answer, schemas, on.engine.as_mut()) {
            count(&row, answer.accepts, &judgement);
        }
    }
    for (first, second, row) in pairs {
        let (Some(one), Some(other)) = (answers(*first), answers(*second)) else { continue };
        let language = engines.get(*first).map(|on| on.known.language);
        if let Some(judgement) = language.and_then(|language| alike(asked, language, one, other, schemas)) {
            count(row, one.accepts, &judgement);
        }
    }
    if let (Some(judgement), Some(side)) = (asked.formats_agree(), asked.json.as_ref()) {
        count(FORMATS, side.verdict.accepts, &judgement);
    }
    match &asked.csv {
        Trip::NotCarried => {}
        Trip::Same => count(CSV, true, &Judgement::Agreed),
        Trip::Differs(why) => count(CSV, false, &Judgement::Disagreed(why.clone())),
    }
    matrix.message(asked.case.origin.name());
    wrong
}
