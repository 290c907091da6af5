//! Tests of the matrix.

use super::*;

fn filtered(module: Option<&str>, role: Option<&str>, release: Option<&str>) -> Filter {
    let own = |text: Option<&str>| text.map(str::to_owned);
    Filter { module: own(module), role: own(role), release: own(release) }
}

#[test]
fn filters_narrow_the_matrix() {
    let count = |filter: &Filter| Matrix::new(filter).modules.iter().map(|part| part.rows.len()).sum::<usize>();
    assert_eq!(count(&filtered(Some("waarborgfonds"), None, None)), count(&filtered(Some("wb"), None, None)));
    assert_eq!(count(&filtered(None, Some("WSK"), None)), count(&filtered(Some("WB"), None, None)));
    let old = Matrix::new(&filtered(Some("SR"), None, Some("1.1")));
    let [part] = old.modules.as_slice() else { panic!("{old:?}") };
    assert_eq!(part.releases.len(), 1);
    // Seen from 1.1, the earlier name is the name.
    assert!(
        part.rows.iter().any(|row| row.id == "KlantOnbekend") && part.rows.iter().all(|row| row.id != "Heroverweging")
    );
    assert_eq!(count(&filtered(Some("MB"), Some("KB"), None)), 0);
}

#[test]
fn what_does_not_exist_is_said() {
    assert!(Filter::default().check().is_ok() && filtered(Some("sr"), Some("se"), Some("3.0")).check().is_ok());
    let unknown = filtered(None, Some("SHV3"), None).check().unwrap_err();
    assert!(unknown.name == "SHV3" && unknown.known.contains(&"SHV2"));
    assert!(filtered(Some("XX"), None, None).check().is_err() && filtered(None, None, Some("9.0")).check().is_err());
}

#[test]
fn a_label_is_the_first_word() {
    assert_eq!(Label::of("published: presentatie; direction proposed"), Label::Published);
    assert_eq!(Label::of("derived: site-roadmap"), Label::Derived);
    assert_eq!(Label::of("proposed (cf. ddas-vs)"), Label::Proposed);
}

#[test]
fn only_the_message_that_is_defined_once_is_shared() {
    let matrix = Matrix::new(&Filter::default());
    let shared: Vec<&str> =
        matrix.modules.iter().flat_map(|part| &part.rows).filter(|row| row.shared).map(|row| row.id).collect();
    assert_eq!(shared, ["Foutbericht"; 5]);
}
