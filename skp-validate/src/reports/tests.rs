//! Tests of reports and the files they go to.

use std::fs;

use super::*;

fn spec(text: &str) -> Result<ReportSpec, String> {
    text.parse::<ReportSpec>().map_err(|bad| bad.to_string())
}

fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("skp-reports-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn open(specs: &[String]) -> Result<Reports, ReportError> {
    let specs: Vec<ReportSpec> = specs.iter().map(|text| spec(text).unwrap()).collect();
    Reports::open(&specs, Style::default(), &SourceRoot::default())
}

#[test]
fn a_report_is_a_form_and_perhaps_a_file() {
    for format in ReportFormat::ALL {
        assert_eq!(spec(format.word()), Ok(ReportSpec { format, path: None }));
    }
    let sarif = ReportSpec { format: ReportFormat::Sarif, path: Some("uit/a=b.sarif".into()) };
    assert_eq!(spec("sarif=uit/a=b.sarif"), Ok(sarif));
    assert_eq!(spec("json=-").unwrap().path, None);
    assert_eq!(
        spec("xml"),
        Err("there is no report xml; choose from text, json, ndjson, sarif, junit, github, gitlab, \
                                 markdown"
            .to_owned())
    );
    assert_eq!(spec("gitlub"), Err("there is no report gitlub; did you mean github?".to_owned()));
    assert_eq!(spec("sarif="), Err("a file is missing after sarif=".to_owned()));
}

#[test]
fn reports_that_do_not_go_together_are_refused() {
    let two = |one: &str, other: &str| open(&[one.to_owned(), other.to_owned()]).err();
    assert!(matches!(two("json", "text"), Some(ReportError::TwoOnStdout)));
    assert!(matches!(two("json=./skp-x", "text=skp-x"), Some(ReportError::SameFile(_))));
}

#[test]
fn a_file_is_there_whole_or_not_at_all() {
    let folder = folder("whole");
    let path = folder.join("sub/a.json");
    let mut file = WholeFile::create(&path).unwrap();
    file.write_all(b"half").unwrap();
    assert!(!path.exists());
    drop(file);
    assert_eq!(fs::read_dir(folder.join("sub")).unwrap().count(), 0);
    let mut file = WholeFile::create(&path).unwrap();
    file.write_all(b"whole").unwrap();
    file.keep().unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"whole");
    assert!(WholeFile::create(&folder).is_err());
    fs::remove_dir_all(folder).unwrap();
}

#[cfg(unix)]
#[test]
fn what_is_no_regular_file_is_written_to() {
    let mut file = WholeFile::create(Path::new("/dev/null")).unwrap();
    file.write_all(b"x").unwrap();
    file.keep().unwrap();
    assert!(!fs::metadata("/dev/null").unwrap().is_file());
}

#[test]
fn a_report_that_cannot_be_written_does_not_stop_the_others() {
    struct Full;
    impl Write for Full {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::StorageFull.into())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let folder = folder("others");
    let path = folder.join("a.json");
    let reports = open(&["text".to_owned(), format!("json={}", path.display())]).unwrap();
    let summary = Summary::default();
    let error = reports.finish(&mut Full, &summary, summary.verdict()).unwrap_err();
    assert!(matches!(error, ReportError::Stdout(_)));
    serde_json::from_slice::<serde_json::Value>(&fs::read(path).unwrap()).unwrap();
    fs::remove_dir_all(folder).unwrap();
}
