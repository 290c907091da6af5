//! `skp definitions release`: keeps the text of a release that never changes again.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use skp_codegen::diagnostic;
use skp_codegen::released::{Frozen, Refusal, freeze};
use skp_messages::Lang;
use skp_validate::Verdict;
use skp_validate::terminal::{harmless, short};

use super::{Failure, load};

/// Freeze a release: from then on every change to it is an error.
///
/// Give the release status = "published" in module.toml first. Its text goes to released/MODULE/X.Y.txt in the folder of
/// the definitions; keep that file with them. A text that is there is never overwritten.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Id or letters of the module, such as schuldregeling or SR.
    module: String,
    /// Number of the release, such as 2.0.
    #[arg(value_name = "X.Y")]
    number: String,
    /// Folder with the definition files; default: ./definitions.
    #[arg(long, value_name = "DIR")]
    dir: Option<PathBuf>,
}

/// Freezes one release.
pub fn run(arguments: &Arguments, lang: Lang, out: &mut dyn Write) -> Result<Verdict, Failure> {
    let (dir, sources) = load(arguments.dir.as_deref(), lang)?;
    let (module, number) = (short(&arguments.module), short(&arguments.number));
    match freeze(&sources, &arguments.module, &arguments.number) {
        Ok(Frozen::New(text)) => {
            let path = dir.join("released").join(&text.path);
            super::write::new(&path, &text.text)?;
            writeln!(out, "{}", harmless(&path.display().to_string()))?;
            Ok(Verdict::Passed)
        }
        Ok(Frozen::Same(path)) => {
            let path = dir.join("released").join(path);
            let already = lang.pick("was al vastgelegd, en is niet veranderd", "was kept already, and has not changed");
            writeln!(out, "{}: {already}", harmless(&path.display().to_string()))?;
            Ok(Verdict::Passed)
        }
        Err(Refusal::Wrong(wrong)) => {
            write!(out, "{}", diagnostic::render(&wrong, &sources))?;
            writeln!(out, "{}", lang.pick("Niets vastgelegd.", "Nothing was kept."))?;
            Ok(Verdict::Findings)
        }
        Err(Refusal::NoModule(modules)) => Err(Failure::Unknown(match lang {
            Lang::Nl => format!("er is geen module {module}; er zijn: {}", modules.join(", ")),
            Lang::En => format!("there is no module {module}; there are: {}", modules.join(", ")),
        })),
        Err(Refusal::NoRelease(releases)) => Err(Failure::Unknown(match lang {
            Lang::Nl => format!("{module} heeft geen release {number}; er zijn: {}", releases.join(", ")),
            Lang::En => format!("{module} has no release {number}; there are: {}", releases.join(", ")),
        })),
        Err(Refusal::Draft) => Err(Failure::Usage(match lang {
            Lang::Nl => format!(
                "{module} {number} is nog een concept; schrijf eerst status = \"published\" bij de release in module.toml"
            ),
            Lang::En => format!(
                "{module} {number} is still a draft; first write status = \"published\" at the release in module.toml"
            ),
        })),
    }
}
