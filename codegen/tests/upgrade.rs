//! The plan of conversions, and the Rust that is made of it, for a small catalogue that has every kind of change once.
//!
//! After an intended change run `INSTA_UPDATE=always cargo test -p skp-codegen` and read the difference.
#![allow(clippy::panic)]

use std::path::Path;

use skp_codegen::catalogue::{Catalogue, Content, Element, TypeId};
use skp_codegen::diagnostic::render;
use skp_codegen::emit::rust;
use skp_codegen::source::Sources;
use skp_codegen::upgrade::{Table, Upgrades, plan};

fn sources() -> Sources {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/upgrade");
    Sources::load(&folder).unwrap_or_else(|error| panic!("{error}"))
}

fn catalogue() -> Catalogue {
    let sources = sources();
    skp_codegen::compile(&sources).unwrap_or_else(|diagnostics| panic!("{}", render(&diagnostics, &sources)))
}

fn elements(catalogue: &Catalogue, id: TypeId) -> &[Element] {
    match catalogue.types.get(id.0).map(|ty| &ty.content) {
        Some(Content::Composite(composite)) => &composite.elements,
        _ => &[],
    }
}

/// A plan in lines, tables by the names of their contents.
fn lines(catalogue: &Catalogue, upgrades: &Upgrades, table: &Table) -> String {
    let mut out = String::new();
    for row in &table.rows {
        let name = |id, place: Option<usize>| {
            place.and_then(|place| elements(catalogue, id).get(place)).map_or("-", |element| element.name.as_str())
        };
        let mut how = format!("{:?}", row.how);
        for (id, inner) in upgrades.tables.iter().enumerate() {
            let inner = catalogue.types.get(inner.to.0).map_or("?", |ty| ty.name.as_str());
            how = how.replace(&format!("TableId({id})"), inner);
        }
        let risks = if row.risks.is_empty() { String::new() } else { format!(" {:?}", row.risks) };
        out.push_str(&format!("{} > {}: {how}{risks}\n", name(table.from, row.from), name(table.to, row.to)));
    }
    out
}

/// The plan for a type of this name, up or down.
fn plan_of(name: &str, up: bool) -> String {
    let catalogue = catalogue();
    let upgrades = plan(&catalogue);
    let of = |table: &&Table| catalogue.types.get(table.from.0).is_some_and(|ty| ty.name == name);
    // Contents of the older release are resolved first.
    let table = upgrades.tables.iter().filter(of).find(|table| (table.from < table.to) == up);
    table.map_or_else(|| panic!("{name} has no plan"), |table| lines(&catalogue, &upgrades, table))
}

fn generated() -> String {
    let output = rust::emit(&catalogue(), &sources()).into_iter().find(|output| output.path == "conversions/proef.rs");
    output.map(|output| output.text).unwrap_or_default()
}

/// The item of the generated file that begins so, up to its closing brace.
fn item(begin: &str) -> String {
    let text = generated();
    let Some((_, item)) = text.split_once(begin) else { panic!("{begin} is not generated") };
    let end = item.find("\n}").map_or(item.len(), |end| end + 2);
    format!("{begin}{}", item.get(..end).unwrap_or(item))
}

#[test]
fn every_kind_of_change_on_the_way_up() {
    insta::assert_snapshot!(plan_of("Alles", true));
}

#[test]
fn every_kind_of_change_on_the_way_down() {
    insta::assert_snapshot!(plan_of("Alles", false));
}

#[test]
fn a_code_that_is_gone_does_not_fit_a_closed_list_and_fits_an_open_one() {
    let catalogue = catalogue();
    let gone: Vec<_> = plan(&catalogue)
        .tables
        .iter()
        .filter_map(|table| Some((catalogue.types.get(table.from.0)?.name.clone(), table.codes_gone)))
        .filter(|(name, _)| name == "Soort" || name == "Kleur")
        .collect();
    let of = |name: &str, gone: bool| (name.to_owned(), gone);
    assert_eq!(gone, [of("Soort", true), of("Kleur", false), of("Soort", true), of("Kleur", false)]);
}

#[test]
fn messages_are_paired_by_what_they_are_called_now() {
    let catalogue = catalogue();
    let upgrades = plan(&catalogue);
    let id = |message: usize| catalogue.messages.get(message).map_or("", |message| message.id.as_str());
    let pairs: Vec<_> = upgrades
        .pairs
        .iter()
        .map(|pair| {
            let messages = pair.messages.iter().map(|two| format!("{} > {}", id(two.from), id(two.to)));
            let without = pair.without.iter().map(|&message| format!("{} > -", id(message)));
            messages.chain(without).collect::<Vec<_>>().join(", ")
        })
        .collect();
    assert_eq!(
        pairs,
        ["Alles > Alles, Heel > Heel, Heette > Blijft, Vervalt > -", "Alles > Alles, Blijft > Heette, Heel > Heel"]
    );
}

#[test]
fn what_always_goes_over_is_a_plain_move() {
    insta::assert_snapshot!(item("impl From<crate::proef::v1_0::Heel> for crate::proef::v2_0::Heel"));
}

#[test]
fn codes_of_an_open_list_go_over_one_by_one() {
    insta::assert_snapshot!(item("impl From<crate::shared::since_1_0::Kleur>"));
}

#[test]
fn what_may_fail_is_a_table_and_two_lines() {
    insta::assert_snapshot!(item("pub(crate) static HEEL_2_0_TO_HEEL_1_0"));
}

#[test]
fn each_pair_of_contents_has_one_conversion_and_each_builder_can_be_filled() {
    let (text, tables) = (generated(), plan(&catalogue()).tables.len());
    let conversions = ["impl From<", "impl TryFrom<", "try_from!("].map(|head| text.matches(head).count());
    assert_eq!(conversions.iter().sum::<usize>(), tables);
    assert!(conversions.iter().all(|&count| count > 0), "{conversions:?}");
    // Two code lists in two directions have no builder.
    assert_eq!(text.matches("convert_from!(").count(), tables - 4);
    assert_eq!(text.matches("impl crate::upgrade::Prefill").count(), tables - 4);
}
