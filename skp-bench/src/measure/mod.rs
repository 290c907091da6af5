//! What is measured: one file for each measure. A measure only sets up races; it times nothing itself.

mod json_read;
mod json_write;
mod mistakes;
mod scaling;
mod xml_read;
mod xml_write;

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::figure::{self, Figure};
use crate::input::{self, Input};
use crate::mistakes::Mistaken;
use crate::peers::c_program::Program;
use crate::peers::{expat, libxml2};
use crate::rounds::{self, Contender, Race};
use crate::schemas::Schemas;

/// What we are called in the tables.
pub const OURS: &str = "skp-messages";

/// The races of a measure, or why they cannot be set up.
type Races<'a> = Result<Vec<Race<'a>>, Box<dyn Error>>;

/// One measure.
pub struct Measure {
    /// Its name on the command line.
    pub name: &'static str,
    /// What it measures.
    pub about: &'static str,
    races: for<'a> fn(&'a Setting) -> Races<'a>,
}

/// Every measure that times something.
pub const MEASURES: &[Measure] = &[
    Measure { name: "xml-read", about: "XML read, typed and fully checked", races: xml_read::races },
    Measure { name: "json-read", about: "JSON read, typed and fully checked", races: json_read::races },
    Measure { name: "xml-write", about: "XML written, after a full check", races: xml_write::races },
    Measure { name: "json-write", about: "JSON written, after a full check", races: json_write::races },
    Measure { name: "mistakes", about: "a report on one mistake and on fifty", races: mistakes::races },
    Measure { name: "scaling", about: "MB/s at 5,000 claims against that at 12, both ours", races: scaling::races },
];

/// What the races run on.
pub struct Setting {
    inputs: Vec<Input>,
    mistaken: [Mistaken; 2],
    schemas: Schemas,
    expat: Result<Program, String>,
    libxml2: Result<Program, String>,
    folder: TempDir,
}

impl Setting {
    /// Makes the messages and the schemas, and compiles the peers in C.
    ///
    /// # Errors
    /// When a message or schema is wrong, or nothing can be written.
    pub fn new() -> Result<Self, Box<dyn Error>> {
        let folder = tempfile::tempdir()?;
        let schemas = Schemas::generate()?;
        Ok(Self {
            inputs: input::all()?,
            mistaken: crate::mistakes::all()?,
            expat: expat::compile(folder.path()),
            libxml2: libxml2::compile(folder.path(), &schemas.xsd),
            schemas,
            folder,
        })
    }

    /// The same message compact, of another size.
    fn compact(&self, name: &str) -> Result<&Input, Box<dyn Error>> {
        let wanted = format!("{name}, compact");
        let input = self.inputs.iter().find(|input| input.name == wanted);
        input.ok_or_else(|| format!("there is no input {wanted}").into())
    }

    /// A file with these bytes, for a program in C.
    fn file(&self, name: &str, text: &str) -> Result<PathBuf, Box<dyn Error>> {
        let path = self.folder.path().join(name.replace([' ', ','], "-")).with_extension("xml");
        fs::write(&path, text)?;
        Ok(path)
    }
}

impl Measure {
    /// The races of this measure.
    ///
    /// # Errors
    /// When they cannot be set up.
    pub fn races<'a>(&self, setting: &'a Setting) -> Result<Vec<Race<'a>>, Box<dyn Error>> {
        (self.races)(setting)
    }

    /// Runs every race.
    ///
    /// # Errors
    /// When they cannot be set up.
    pub fn run(&self, setting: &Setting, rounds: usize) -> Result<Vec<Figure>, Box<dyn Error>> {
        let mut figures = Vec::new();
        for mut race in self.races(setting)? {
            let times = rounds::run(&mut race, rounds);
            figures.extend(figure::of(self.name, &race, &times));
        }
        Ok(figures)
    }
}

/// A contender that is a program in C, or says what to install.
fn in_c<'a>(name: &'static str, bytes: usize, program: &'a Result<Program, String>, file: &Path) -> Contender<'a> {
    let file = file.to_owned();
    Contender::elsewhere(name, bytes, move |iterations| match program {
        Ok(program) => program.run(&file, iterations).map(|run| run.time),
        Err(install) => Err(install.clone()),
    })
}
