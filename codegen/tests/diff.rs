//! One pair of definitions for each row of the verdict table, and what holds of every diff.
//!
//! `tests/diff/base` has small definitions; `tests/diff/pairs.toml` makes a pair of each change: the base, and the base
//! with an edit. A pair is read both ways, so that it stands for a kind of change and for its mirror.
#![allow(clippy::panic, clippy::indexing_slicing, clippy::unwrap_used, clippy::expect_used)] // a test may fail

use std::collections::BTreeSet;
use std::path::Path;

use skp_codegen::catalogue::Catalogue;
use skp_codegen::diagnostic::render;
use skp_codegen::diff::{Kind, ReleaseDiff, Side, Verdicts, catalogues, changelog, compare, releases};
use skp_codegen::source::{SourceFile, Sources};
use toml::de::DeTable;

fn root() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diff")
}

fn base() -> Vec<SourceFile> {
    Sources::load(&root().join("base")).unwrap().files
}

fn compiled(name: &str, files: Vec<SourceFile>) -> Catalogue {
    let mut files = files;
    files.sort_by(|one, other| one.path.cmp(&other.path));
    let sources = Sources::new(files.into_iter().map(|file| (file.path, file.text)));
    skp_codegen::compile(&sources).unwrap_or_else(|wrong| panic!("{name}\n{}", render(&wrong, &sources)))
}

/// A pair: the kinds it shows, and the edited definitions.
struct Pair {
    kinds: Vec<Kind>,
    files: Vec<SourceFile>,
}

fn pairs() -> Vec<Pair> {
    let text = std::fs::read_to_string(root().join("pairs.toml")).unwrap();
    let table = DeTable::parse(&text).unwrap();
    let rows = table.get_ref().get("pair").unwrap().get_ref().as_array().unwrap();
    rows.iter()
        .map(|row| {
            let row = row.get_ref().as_table().unwrap();
            let strings = |key: &str| -> Vec<String> {
                let list = row.get(key).map(|value| value.get_ref().as_array().unwrap().iter());
                list.into_iter().flatten().map(|one| one.get_ref().as_str().unwrap().to_owned()).collect()
            };
            let kinds = strings("kinds").iter().map(|id| Kind::parse(id).unwrap_or_else(|| panic!("{id}"))).collect();
            let mut files = base();
            let edits = strings("edits");
            for edit in edits.chunks(3) {
                let [path, from, to] = edit else { panic!("{edits:?}") };
                let path = format!("base/{path}");
                match files.iter_mut().find(|file| file.path == path) {
                    Some(file) => {
                        assert!(file.text.contains(from.as_str()), "{path} has no {from}");
                        file.text = file.text.replace(from.as_str(), to);
                    }
                    None => files.push(SourceFile { path, text: to.clone() }),
                }
            }
            Pair { kinds, files }
        })
        .collect()
}

fn table() -> Verdicts {
    Verdicts::standard().unwrap()
}

fn kinds<'d>(diffs: impl IntoIterator<Item = &'d ReleaseDiff>) -> Vec<Kind> {
    let mut kinds: Vec<Kind> = diffs.into_iter().flat_map(|diff| &diff.changes).map(|one| one.change.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}

/// The kinds of change in everything but the oldest release, which would tell most of it twice.
fn between(old: &Catalogue, new: &Catalogue) -> Vec<Kind> {
    let verdicts = table();
    let diffs = catalogues(old, new, None, &verdicts).unwrap();
    let first = |diff: &&ReleaseDiff| diff.new.or(diff.old).is_none_or(|number| number.to_string() != "1.0");
    kinds(diffs.iter().filter(first))
}

#[test]
fn each_pair_shows_its_kinds_and_the_mirrors_the_other_way_round() {
    let (before, verdicts) = (compiled("base", base()), table());
    let mut wrong = Vec::new();
    for pair in pairs() {
        let name = format!("{:?}", pair.kinds);
        let after = compiled(&name, pair.files);
        let mut expected = pair.kinds.clone();
        expected.sort_unstable();
        let found = between(&before, &after);
        if found != expected {
            wrong.push(format!("{name}: {found:?}"));
        }
        let mut mirrored: Vec<Kind> = pair.kinds.iter().map(|&kind| verdicts.row(kind).unwrap().mirror).collect();
        mirrored.sort_unstable();
        mirrored.dedup();
        let found = between(&after, &before);
        if found != mirrored {
            wrong.push(format!("{name}, the other way round: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Kinds that two releases of the same definitions show, or modules of another name.
fn shown_by_releases() -> Vec<Kind> {
    let catalogue = compiled("base", base());
    let module = catalogue.modules.iter().position(|module| module.id == "proef").unwrap();
    let side = |release| Side { catalogue: &catalogue, module, release };
    let mut shown: Vec<Kind> = compare(side(0), side(1)).iter().map(|change| change.kind).collect();
    assert!(compare(side(1), side(1)).is_empty());
    let other = compiled("renamed", renamed());
    let there = other.modules.iter().position(|module| module.id == "proefje").unwrap();
    let moved = compare(side(1), Side { catalogue: &other, module: there, release: 1 });
    shown.extend(moved.iter().map(|change| change.kind));
    shown
}

fn renamed() -> Vec<SourceFile> {
    let mut files = base();
    for file in &mut files {
        for key in ["module   = ", "conversation = ", "facts = "] {
            file.text = file.text.replace(&format!("{key}\"proef\""), &format!("{key}\"proefje\""));
        }
    }
    files
}

#[test]
fn every_row_of_the_verdict_table_has_a_pair() {
    let verdicts = table();
    let mut shown: BTreeSet<Kind> = shown_by_releases().into_iter().collect();
    for kind in pairs().into_iter().flat_map(|pair| pair.kinds) {
        shown.insert(kind);
        shown.insert(verdicts.row(kind).unwrap().mirror);
    }
    let missing: Vec<&str> = Kind::ALL.iter().filter(|kind| !shown.contains(kind)).map(|kind| kind.id()).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn two_releases_show_what_was_renamed() {
    let kinds = shown_by_releases();
    for kind in [Kind::MessageRenamed, Kind::ElementRenamed, Kind::NamespaceChanged] {
        assert!(kinds.contains(&kind), "{kind:?} in {kinds:?}");
    }
}

#[test]
fn nothing_differs_from_itself() {
    let catalogue = compiled("base", base());
    let diffs = catalogues(&catalogue, &catalogue, None, &table()).unwrap();
    assert!(diffs.iter().all(|diff| diff.changes.is_empty() && !diff.is_too_small()), "{diffs:?}");
}

#[test]
fn the_other_way_round_is_the_mirror_change_by_change() {
    let (before, verdicts) = (compiled("base", base()), table());
    for pair in pairs() {
        let after = compiled("pair", pair.files);
        let module = |catalogue: &Catalogue| catalogue.modules.iter().position(|module| module.id == "proef").unwrap();
        let old = Side { catalogue: &before, module: module(&before), release: 1 };
        let new = Side { catalogue: &after, module: module(&after), release: 1 };
        let key = |change: &skp_codegen::diff::Change| {
            format!("{:?} {:?} {:?} {:?}", change.kind, change.place, change.before, change.after)
        };
        let mut there: Vec<String> = compare(old, new)
            .iter()
            .map(|change| key(&change.mirrored(verdicts.row(change.kind).unwrap().mirror)))
            .collect();
        let mut back: Vec<String> = compare(new, old).iter().map(key).collect();
        there.sort();
        back.sort();
        assert_eq!(there, back, "{:?}", pair.kinds);
    }
}

fn standard() -> Catalogue {
    let files = Sources::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../definitions")).unwrap();
    skp_codegen::compile(&files).unwrap_or_else(|wrong| panic!("{}", render(&wrong, &files)))
}

#[test]
fn schuldregeling_1_1_to_2_0_names_what_the_handbook_names() {
    let catalogue = standard();
    let module = catalogue.modules.iter().position(|module| module.id == "schuldregeling").unwrap();
    let side = |number: &str| {
        let releases = &catalogue.modules[module].releases;
        let release = releases.iter().position(|release| release.number.to_string() == number).unwrap();
        Side { catalogue: &catalogue, module, release }
    };
    let diff = releases(side("1.1"), side("2.0"), &table()).unwrap();
    let told: Vec<String> = diff
        .changes
        .iter()
        .map(|one| {
            let text = |text: &Option<skp_codegen::catalogue::Text>| {
                text.as_ref().map(|text| text.nl.clone()).unwrap_or_default()
            };
            format!(
                "{} {} {} > {}",
                one.row.kind.id(),
                one.change.place.path(),
                text(&one.change.before),
                text(&one.change.after)
            )
        })
        .collect();
    for expected in [
        "message-renamed GeenMedewerking KlantOnbekend > GeenMedewerking",
        "message-renamed Kennisgeving KlantGemeldVoorSHV > Kennisgeving",
        "message-renamed KennisgevingPubliek KlantBSNGemeldVoorSHV > KennisgevingPubliek",
        "message-renamed KennisgevingAntwoord KlantGemeldVoorSHVAntwoord > KennisgevingAntwoord",
        "element-renamed-retyped Kennisgeving.Adreskeuze Adres (Adres) > Adreskeuze (Adreskeuze)",
        "element-added-required BetaalvoorstelAntwoord.Contactpersoon  > Contactpersoon, 1",
        "element-added-required KennisgevingAntwoord.Antwoord  > AntwoordKennisgeving, 1",
        "element-added-required GeenMedewerking.Reden  > RedenGeenMedewerking, 1",
    ] {
        assert!(told.iter().any(|line| line == expected), "{expected}\n{}", told.join("\n"));
    }
    assert!(!diff.is_too_small());
    let (back, forth) =
        (releases(side("1.1"), side("1.0"), &table()).unwrap(), releases(side("1.0"), side("1.1"), &table()).unwrap());
    assert!(back.changes.is_empty() && forth.changes.is_empty());
}

#[test]
fn the_committed_changelog_is_that_of_the_definitions() {
    let catalogue = standard();
    for (language, name) in [(changelog::Language::Nl, "CHANGELOG.md"), (changelog::Language::En, "CHANGELOG.en.md")] {
        let made = changelog::markdown(&catalogue, None, language, &table()).unwrap();
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../definitions").join(name);
        if std::env::var_os("UPDATE_EXPECTED").is_some() {
            std::fs::write(&path, &made).unwrap();
        }
        assert!(
            std::fs::read_to_string(&path).unwrap_or_default() == made,
            "{name} is not up to date: UPDATE_EXPECTED=1"
        );
    }
}
