//! Everything that is generated for a release, in one zip with a manifest and checksums.
//!
//! | in the zip | what |
//! |---|---|
//! | `code-lists/…`, `csv-template/…`, `diagrams/…`, `json-schema/…`, `openapi/…`, `rules/…`, `wsdl/…`, `xsd/…` | as the emitters of `skp-codegen` write them, the header's included |
//! | `samples/…` | of each message one that is valid, bare and in an envelope, in JSON and XML; of each layout of the portal a file |
//! | `CHANGELOG.md`, `CHANGELOG.en.md` | what changed in the module, release by release |
//! | `manifest.json` | what is in it, with size and SHA-256 |
//! | `SHA256SUMS` | the same for `sha256sum -c`, the manifest included |
//!
//! The same catalogue gives the same bytes: entries are sorted, and their time is that at which the zip format begins.
//! This module decides nothing about what the files say.

mod samples;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Cursor, Write as _};

use serde::Serialize;
use sha2::{Digest, Sha256};
use skp_codegen::catalogue::Catalogue;
use skp_codegen::diff::Verdicts;
use skp_codegen::diff::changelog::{Language, markdown};
use skp_codegen::emit::{self, Output};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// What the manifest says about the whole.
const ABOUT: &str = "Generated from the definitions of the Schuldenknooppunt standard. What is not published is marked \
                     proposed in the files.";

/// A bundle of one release.
///
/// ```
/// use skp_codegen::{compile, source::Sources};
///
/// let sources = Sources::new(skp_definitions::files().iter().copied());
/// let Ok(catalogue) = compile(&sources) else { unreachable!("the definitions are right") };
/// let bundles = skp_validate::bundle::bundles(&catalogue, Some("vroegsignalering"), Some("2.0"))?;
/// let paths: Vec<_> = bundles.iter().flatten().map(|bundle| bundle.path.as_str()).collect();
/// assert_eq!(paths, ["vroegsignalering/2.0/skp-vroegsignalering-2.0.zip"]);
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bundle {
    /// Where it goes, relative to the output folder, with `/`.
    pub path: String,
    /// The zip.
    pub bytes: Vec<u8>,
}

/// Makes the files of all releases.
type Emit = fn(&Catalogue) -> Vec<Output>;

/// The kinds of files, by folder.
const KINDS: [(&str, Emit); 8] = [
    ("code-lists", emit::code_lists::emit),
    ("csv-template", emit::csv_template::emit),
    ("diagrams", emit::diagram::emit),
    ("json-schema", emit::json_schema::emit),
    ("openapi", emit::openapi::emit),
    ("rules", emit::rules::emit),
    ("wsdl", emit::wsdl::emit),
    ("xsd", emit::xsd::emit),
];

/// The bundles of a module, of a release number, of both or of all; `None` when there is no such module or release.
///
/// # Errors
/// When a zip cannot be written, which in memory means that it is too large.
pub fn bundles(catalogue: &Catalogue, module: Option<&str>, release: Option<&str>) -> io::Result<Option<Vec<Bundle>>> {
    let all: Vec<(&str, Vec<Output>)> = KINDS.iter().map(|(kind, emit)| (*kind, emit(catalogue))).collect();
    let header = catalogue.messages.iter().find(|message| message.header).map(|message| message.module);
    let mut bundles = Vec::new();
    let mut known = false;
    for (number, found) in catalogue.modules.iter().enumerate() {
        if Some(number) == header || module.is_some_and(|module| module != found.id) {
            continue;
        }
        for version in found.releases.iter().map(|version| version.number.to_string()) {
            if release.is_some_and(|release| release != version) {
                continue;
            }
            known = true;
            let mut files = samples::of(&found.id, &version)?;
            for (path, language) in [("CHANGELOG.md", Language::Nl), ("CHANGELOG.en.md", Language::En)] {
                let text = changelog(catalogue, &found.id, language)?;
                files.insert(path.to_owned(), text.into_bytes());
            }
            for (kind, outputs) in &all {
                let chosen = emit::select(catalogue, outputs.clone(), Some(&found.id), Some(&version));
                for output in chosen.into_iter().flatten() {
                    files.insert(format!("{kind}/{}", output.path), output.text.into_bytes());
                }
            }
            let path = format!("{0}/{version}/skp-{0}-{version}.zip", found.id);
            bundles.push(Bundle { path, bytes: archive(&found.id, &version, files)? });
        }
    }
    Ok(known.then_some(bundles))
}

fn changelog(catalogue: &Catalogue, module: &str, language: Language) -> io::Result<String> {
    let verdicts = Verdicts::standard().map_err(io::Error::other)?;
    markdown(catalogue, Some(module), language, &verdicts).map_err(io::Error::other)
}

#[derive(Serialize)]
struct Manifest<'m> {
    description: &'m str,
    module: &'m str,
    release: &'m str,
    generator: &'m str,
    files: Vec<Entry<'m>>,
}

#[derive(Serialize)]
struct Entry<'m> {
    path: &'m str,
    bytes: usize,
    sha256: String,
}

fn archive(module: &str, release: &str, mut files: BTreeMap<String, Vec<u8>>) -> io::Result<Vec<u8>> {
    let entries = files.iter().map(|(path, data)| Entry { path, bytes: data.len(), sha256: sha256(data) });
    let generator = concat!("skp ", env!("CARGO_PKG_VERSION"));
    let manifest = Manifest { description: ABOUT, module, release, generator, files: entries.collect() };
    let mut text = serde_json::to_vec_pretty(&manifest)?;
    text.push(b'\n');
    files.insert("manifest.json".to_owned(), text);
    let mut sums = String::new();
    for (path, data) in &files {
        // Writing to a String cannot fail.
        let _ = writeln!(sums, "{}  {path}", sha256(data));
    }
    files.insert("SHA256SUMS".to_owned(), sums.into_bytes());
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::DEFAULT)
        .unix_permissions(0o644);
    for (path, data) in files {
        zip.start_file(path, options)?;
        zip.write_all(&data)?;
    }
    Ok(zip.finish()?.into_inner())
}

fn sha256(data: &[u8]) -> String {
    Sha256::digest(data).iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
