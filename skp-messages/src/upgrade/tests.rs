//! Conversions that the standard itself does not have, on tables written by hand: lists, limits, choices, parts in parts.

use super::Changes;
use super::apply::apply;
use super::draft::{Draft, Held};
use super::supply::{BadPath, Supply, supply};
use crate::check::made::Made;
use crate::finding::{Path, Root};
use crate::shape::{Code, CodeList, Conversion, Element, How, Kind, Privacy, Shape, SimpleType, Type};

static TEKST: SimpleType = SimpleType {
    name: "Tekst",
    kind: Kind::Text,
    low: 1,
    high: 200,
    pattern: None,
    privacy: Privacy::Personal,
    source: "",
};

static KLEUR: CodeList = CodeList {
    name: "Kleur",
    closed: true,
    integer: false,
    codes: &[Code { code: "ROOD", nl: "", en: "", source: "" }],
    elsewhere: &["BLAUW"],
    privacy: Privacy::None,
    source: "",
};

const fn element(name: &'static str, ty: Type) -> Element {
    Element {
        name,
        json: name,
        item: None,
        min: 0,
        ty,
        low: None,
        high: None,
        pattern: None,
        privacy: Privacy::Personal,
        source: "",
    }
}

const fn required(element: Element) -> Element {
    Element { min: 1, ..element }
}

const fn list(element: Element) -> Element {
    Element { item: Some("Item"), ..element }
}

const fn shape(name: &'static str, elements: &'static [Element]) -> Shape {
    Shape { name, choice: false, elements, predicted: &[], elsewhere: &[], rules: &[], source: "" }
}

const TEXT: Type = Type::Simple(&TEKST);

static OLD_POST: Shape = shape("Post", &[element("Naam", TEXT), element("Weg", TEXT)]);
static NEW_POST: Shape = shape("Post", &[required(element("Naam", TEXT))]);
static POST: Conversion = Conversion { from: &OLD_POST, to: &NEW_POST, rows: &[(0, 0, How::Keep)] };

static ADRES: Shape = shape("Adres", &[required(element("Straat", TEXT))]);
static KEUZE: Shape = Shape {
    choice: true,
    ..shape("Keuze", &[element("Straatadres", Type::Composite(&ADRES)), element("Postbus", TEXT)])
};

static OLD: Shape = shape(
    "Vraag",
    &[
        element("Een", TEXT),
        list(element("Veel", TEXT)),
        element("Lang", TEXT),
        element("Kleur", TEXT),
        element("Deel", Type::Composite(&OLD_POST)),
        list(element("Posten", Type::Composite(&OLD_POST))),
        element("Adres", Type::Composite(&ADRES)),
        element("Keuze", Type::Composite(&KEUZE)),
    ],
);
static NEW: Shape = shape(
    "Vraag",
    &[
        list(element("Een", TEXT)),
        element("Veel", TEXT),
        Element { high: Some(5), ..element("Lang", TEXT) },
        element("Kleur", Type::Code(&KLEUR)),
        element("Deel", Type::Composite(&NEW_POST)),
        list(element("Posten", Type::Composite(&NEW_POST))),
        element("Adreskeuze", Type::Composite(&KEUZE)),
        element("Straatadres", Type::Composite(&ADRES)),
    ],
);
static VRAAG: Conversion = Conversion {
    from: &OLD,
    to: &NEW,
    rows: &[
        (0, 0, How::Keep),
        (1, 1, How::Keep),
        (2, 2, How::Keep),
        (3, 3, How::Keep),
        (4, 4, How::Convert(&POST)),
        (5, 5, How::Convert(&POST)),
        (6, 6, How::Wrap(0, None)),
        (7, 7, How::Unwrap(0, None)),
    ],
};

/// A draft of a table, given as paths and values.
fn draft(shape: &'static Shape, values: &[(&str, &str)]) -> Draft {
    let mut draft = Draft::empty(shape);
    for (path, value) in values {
        let value = Supply { path: (*path).to_owned(), value: (*value).to_owned() };
        supply(&mut draft, &value).unwrap();
    }
    draft
}

/// Every value of a draft with its path.
fn values(draft: &Draft, before: &str, out: &mut Vec<String>) {
    for (element, values) in draft.shape.elements.iter().zip(&draft.elements) {
        for (number, value) in values.iter().enumerate() {
            let item = if element.is_list() { format!("[{}]", number + 1) } else { String::new() };
            let path = format!("{before}{}{item}", element.name);
            match value {
                Held::Text(text) => out.push(format!("{path}={text}")),
                Held::Part(part) => self::values(part, &format!("{path}."), out),
            }
        }
    }
}

/// Converts, and gives the new values and what is the matter.
fn convert(old: &[(&str, &str)]) -> (Vec<String>, Vec<String>) {
    let mut lost = Vec::new();
    let root = Root::Message("Vraag", false);
    let new = apply(&VRAAG, draft(&OLD, old), &mut Path::root(root), &mut lost);
    let changes = Changes::new(lost, Made::walk(&new.tree(), &NEW, root).errors());
    let mut out = Vec::new();
    values(&new, "", &mut out);
    let changes = changes.all().iter().map(|change| format!("{:?} {}", change.kind(), change.path()));
    (out, changes.collect())
}

#[test]
fn one_value_becomes_a_list_of_one() {
    assert_eq!(convert(&[("Een", "a")]), (vec!["Een[1]=a".to_owned()], vec![]));
}

#[test]
fn of_a_list_that_is_one_no_more_the_other_items_are_lost() {
    let (new, changes) = convert(&[("Veel[1]", "a"), ("Veel[2]", "b"), ("Veel[3]", "c")]);
    assert_eq!(new, ["Veel=a"]);
    assert_eq!(changes, ["Lost Veel[2]", "Lost Veel[3]"]);
}

#[test]
fn a_value_over_a_narrower_limit_does_not_fit() {
    assert_eq!(convert(&[("Lang", "12345")]).1, [""; 0]);
    assert_eq!(convert(&[("Lang", "123456")]).1, ["Unfit Lang"]);
}

#[test]
fn a_text_becomes_a_code_when_it_is_one_of_the_release() {
    assert_eq!(convert(&[("Kleur", "ROOD")]).1, [""; 0]);
    assert_eq!(convert(&[("Kleur", "BLAUW")]).1, ["Unfit Kleur"]);
}

#[test]
fn what_is_the_matter_in_a_part_is_told_with_its_whole_path() {
    let (new, changes) = convert(&[("Deel.Weg", "x"), ("Posten[1].Naam", "a"), ("Posten[2].Weg", "y")]);
    assert_eq!(new, ["Posten[1].Naam=a"]);
    assert_eq!(changes, ["Lost Deel.Weg", "Lost Posten[2].Weg", "Missing Deel.Naam", "Missing Posten[2].Naam"]);
}

#[test]
fn a_composite_becomes_the_part_of_a_choice_and_comes_back_out_of_it() {
    assert_eq!(convert(&[("Adres.Straat", "a")]), (vec!["Adreskeuze.Straatadres.Straat=a".to_owned()], vec![]));
    assert_eq!(convert(&[("Keuze.Straatadres.Straat", "a")]), (vec!["Straatadres.Straat=a".to_owned()], vec![]));
    assert_eq!(convert(&[("Keuze.Postbus", "1")]), (vec![], vec!["Lost Keuze.Postbus".to_owned()]));
}

#[test]
fn a_value_is_given_to_an_element_by_its_path_only() {
    let mut draft = draft(&OLD, &[("Veel[1]", "a")]);
    let mut give = |path: &str| supply(&mut draft, &Supply { path: path.to_owned(), value: "x".to_owned() });
    assert_eq!(give("Veel[1]"), Ok(()));
    assert_eq!(give("Veel[2]"), Ok(()));
    assert_eq!(give("Veel[4]"), Err(BadPath::TooFar));
    assert_eq!(give("Veel"), Err(BadPath::IsList));
    assert_eq!(give("Een[1]"), Err(BadPath::IsNoList));
    assert_eq!(give("Deel"), Err(BadPath::HasParts));
    assert_eq!(give("Een.Naam"), Err(BadPath::HasNoParts));
    for unknown in ["", ".", "Nee", "Veel[0]", "Veel[", "Veel[x]", "Deel.", "Posten[1].Nee", "een"] {
        assert_eq!(give(unknown), Err(BadPath::Unknown), "{unknown}");
    }
}

#[test]
fn a_value_that_is_given_takes_the_place_of_the_one_there() {
    let mut draft = draft(&OLD, &[("Posten[1].Naam", "a"), ("Posten[1].Weg", "b")]);
    supply(&mut draft, &Supply { path: "Posten[1].Naam".to_owned(), value: "c".to_owned() }).unwrap();
    let mut out = Vec::new();
    values(&draft, "", &mut out);
    assert_eq!(out, ["Posten[1].Naam=c", "Posten[1].Weg=b"]);
}

#[test]
fn a_value_does_not_show_in_debug() {
    let value = Supply { path: "Een".to_owned(), value: "geheim".to_owned() };
    assert!(!format!("{value:?}").contains("geheim"));
}
