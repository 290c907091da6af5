//! `skp definitions upgrades`: what becomes of each element when a message goes to the next release, or back.

use std::io::Write;

use clap::{Args, ValueEnum};
use skp_codegen::diagnostic;
use skp_messages::Lang;
use skp_validate::Verdict;
use skp_validate::terminal::short;
use skp_validate::upgrades::{self, Contents, Releases};

use super::Failure;
use super::table::Table;

/// Show what becomes of each element when a message goes to the next release, or back.
#[derive(Debug, Args)]
pub struct Arguments {
    /// A module or message, such as schuldregeling or GeenMedewerking; default: all.
    name: Option<String>,
    /// Only from this release.
    #[arg(long, value_name = "RELEASE")]
    from: Option<String>,
    /// Only to this release.
    #[arg(long, value_name = "RELEASE")]
    to: Option<String>,
    /// Form of the output.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// Tables.
    Text,
    /// One JSON document.
    Json,
}

/// Shows the plans that were asked for.
pub fn run(arguments: &Arguments, lang: Lang, out: &mut dyn Write) -> Result<Verdict, Failure> {
    let sources = super::definitions::embedded();
    let catalogue = skp_codegen::compile(&sources)
        .map_err(|diagnostics| Failure::Unknown(diagnostic::render(&diagnostics, &sources)))?;
    let mut found = upgrades::list(&catalogue);
    let is = |wanted: &Option<String>, number: &str| wanted.as_ref().is_none_or(|wanted| wanted == number);
    found.retain(|pair| is(&arguments.from, &pair.from) && is(&arguments.to, &pair.to));
    if let Some(name) = &arguments.name {
        found.retain_mut(|pair| pair.keep(name));
    }
    if found.is_empty() {
        let name = short(arguments.name.as_deref().unwrap_or_default());
        return Err(Failure::Unknown(match lang {
            Lang::Nl => format!("geen twee opeenvolgende releases hebben {name} met deze nummers; zie 'skp catalogue'"),
            Lang::En => format!("no two adjoining releases have {name} with these numbers; see 'skp catalogue'"),
        }));
    }
    match arguments.format {
        Format::Json => {
            serde_json::to_writer_pretty(&mut *out, &found).map_err(std::io::Error::from)?;
            writeln!(out)?;
        }
        Format::Text => found.iter().try_for_each(|pair| text(pair, lang, out))?,
    }
    Ok(Verdict::Passed)
}

fn text(pair: &Releases, lang: Lang, out: &mut dyn Write) -> std::io::Result<()> {
    writeln!(out, "{} {} → {}\n", pair.module, pair.from, pair.to)?;
    for contents in pair.messages.iter().chain(&pair.types) {
        table(contents, lang, out)?;
    }
    for (heading, ids) in [
        (lang.pick("verandert niet:", "does not change:"), &pair.same),
        (lang.pick("bestaat daar niet:", "does not exist there:"), &pair.gone),
        (lang.pick("nieuw daar:", "new there:"), &pair.new),
    ] {
        if !ids.is_empty() {
            writeln!(out, "  {heading} {}", ids.join(", "))?;
        }
    }
    writeln!(out)
}

fn table(contents: &Contents, lang: Lang, out: &mut dyn Write) -> std::io::Result<()> {
    let name = if contents.from == contents.to {
        contents.to.clone()
    } else {
        format!("{} → {}", contents.from, contents.to)
    };
    let whole = if contents.certain { lang.pick(" (gaat altijd over)", " (always goes over)") } else { "" };
    writeln!(out, "  {name}{whole}")?;
    let mut rows = Table::default();
    for line in &contents.elements {
        let name = match (&line.from, &line.to) {
            (Some(from), Some(to)) if from != to => format!("{from} → {to}"),
            (from, to) => to.as_ref().or(from.as_ref()).cloned().unwrap_or_default(),
        };
        rows.row([name, line.text(lang)]);
    }
    for (words, codes) in [
        (lang.pick("nieuwe code", "new code"), &contents.codes_new),
        (
            lang.pick("code vervalt; een waarde past dan niet", "code is gone; a value then does not fit"),
            &contents.codes_gone,
        ),
    ] {
        codes.iter().for_each(|code| rows.row([code.clone(), words.to_owned()]));
    }
    rows.write(out, 4)?;
    writeln!(out)
}
