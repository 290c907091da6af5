//! Runs the readers over public test suites: JSONTestSuite and the XML suite of the W3C.
//!
//! `cargo run -p skp-tests --bin suites -- FOLDER`, where the folder holds `json/test_parsing` and `xmlconf`. It prints per group how
//! many cases were accepted, refused and expected so. Where we deviate stands in `tests/suites/deviations.tsv`, each with its
//! reason; the command fails when a deviation is not in it, and when one in it is none any more, so the file can only
//! shrink. It judges well-formedness only: what the findings on messages say is for other tests.

mod case;
mod deviations;
mod json;
mod table;
mod xml;

use std::path::PathBuf;
use std::process::ExitCode;

use crate::case::Case;
use crate::deviations::Deviations;
use crate::table::Table;

fn main() -> ExitCode {
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(trouble) => {
            eprintln!("suites: {trouble}");
            ExitCode::from(2)
        }
    }
}

/// Runs every case; says whether each did what was expected or what the list of deviations says.
fn run() -> Result<bool, String> {
    let mut arguments = std::env::args_os().skip(1);
    let (Some(folder), None) = (arguments.next(), arguments.next()) else {
        return Err("give one folder: the one with json/test_parsing and xmlconf".to_owned());
    };
    let folder = PathBuf::from(folder);
    let mut cases = json::cases(&folder.join("json/test_parsing"))?;
    cases.extend(xml::cases(&folder.join("xmlconf"))?);
    let mut deviations = Deviations::listed()?;
    let mut table = Table::default();
    for case in &cases {
        let outcome = case.run();
        let expected = case.want.allows(outcome);
        table.count(&case.group, outcome, expected);
        if !expected {
            deviations.met(&case.id, outcome, &case.want);
        }
    }
    print!("{table}");
    Ok(deviations.told(&cases.iter().map(|case: &Case| case.id.as_str()).collect()))
}
