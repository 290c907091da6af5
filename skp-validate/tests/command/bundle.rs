//! `skp generate csv-template` and what is in a bundle.

use std::io::Read;

use skp_messages::csv::{layouts, write};
use skp_messages::{Options, catalogue, csv, validate};

use super::*;

/// The files of the bundle of a release, by path.
fn bundle(module: &str, release: &str) -> Vec<(String, Vec<u8>)> {
    let sources = skp_codegen::source::Sources::new(skp_definitions::files().iter().copied());
    let catalogue = skp_codegen::compile(&sources).map_err(|wrong| wrong.len()).unwrap();
    let make = || skp_validate::bundle::bundles(&catalogue, Some(module), Some(release)).unwrap().unwrap().remove(0);
    let made = make();
    assert!(made == make(), "two runs give other bytes");
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(made.bytes)).unwrap();
    let mut files = Vec::new();
    for number in 0..zip.len() {
        let mut file = zip.by_index(number).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        files.push((file.name().unwrap().into_owned(), bytes));
    }
    files
}

#[test]
fn a_bundle_has_everything_and_its_samples_are_valid() {
    let files = bundle("schuldregeling", "2.0");
    let has = |wanted: &str| files.iter().any(|(path, _)| path.starts_with(wanted));
    for kind in [
        "CHANGELOG.md",
        "CHANGELOG.en.md",
        "SHA256SUMS",
        "code-lists/",
        "csv-template/",
        "diagrams/",
        "json-schema/",
        "manifest.json",
        "openapi/",
        "rules/",
        "wsdl/",
        "xsd/",
    ] {
        assert!(has(kind), "{kind}");
    }
    let mut samples = 0;
    for (path, bytes) in files.iter().filter(|(path, _)| path.starts_with("samples/") && !path.ends_with(".csv")) {
        let report = validate(bytes, &Options::default());
        assert!(report.is_valid(), "{path}: {report}");
        samples += 1;
    }
    let here =
        |info: &&&skp_messages::shape::MessageInfo| info.module.id == "schuldregeling" && info.release.number == "2.0";
    assert_eq!(samples, 4 * catalogue::messages().iter().filter(here).count());
    for layout in layouts() {
        let path = format!("samples/csv/{}.csv", layout.id);
        let (_, bytes) = files.iter().find(|(name, _)| *name == path).unwrap();
        let reading = csv::read(&path, bytes, &Options::default());
        assert!(reading.is_valid() && reading.findings().is_empty(), "{path}: {:?}", reading.findings());
    }
}

#[test]
fn a_release_without_layouts_has_a_bundle_too() {
    let files = bundle("waarborgfonds", "1.0");
    assert!(files.iter().any(|(path, _)| path.starts_with("samples/") && path.ends_with(".envelope.xml")));
    assert!(!files.iter().any(|(path, _)| path.contains("csv-template/")));
}

#[test]
fn a_template_is_the_header_row_that_the_portal_writes() {
    let folder = Folder::new("csv-template", &[]);
    let generate =
        |more: &[&str]| skp_in(&folder.0, &[&["generate", "csv-template", "--out", "leeg"], more].concat(), b"");
    assert_eq!(generate(&[]).code, Some(0));
    assert_eq!(generate(&["--check"]).code, Some(0));
    for layout in layouts() {
        let path = folder.0.join(format!("leeg/{}/{}/csv/{}.csv", layout.module, layout.release, layout.id));
        let template = std::fs::read_to_string(&path).unwrap();
        assert_eq!(template, write(layout, &[]).files.concat(), "{}", layout.id);
        let reading = csv::read("leeg.csv", template.as_bytes(), &Options::default());
        assert!(reading.findings().is_empty(), "{:?}", reading.findings());
        let columns = std::fs::read_to_string(path.with_extension("columns.csv")).unwrap();
        assert_eq!(columns.lines().count(), layout.columns.len() + 1);
    }
}
