//! Wrong rules: the text that is marked and what is said of it.

use super::{compiled, rule};
use crate::cel::Part;

#[rustfmt::skip]
const WRONG: &[(&str, Part, &str, &str)] = &[
    ("", Part::Assert, "", "found the end; expected a value, an element or `(`"),
    ("Looptijd <", Part::Assert, "", "found the end; expected a value, an element or `(`"),
    ("Looptijd <= 18)", Part::Assert, ")", "found `)`; expected an operator or the end"),
    ("(Looptijd <= 18", Part::Assert, "", "found the end; expected `)`"),
    ("Looptijd = 18", Part::Assert, "=", "found `=`; expected `==`"),
    ("Totaal / 2 == 1", Part::Assert, "/", "there is no division; multiply the other side, as in `near(P * A, 100.00 * B, 0.01 * A)`"),
    ("Akkoord ? true : false", Part::Assert, "?", "there is no `? :`; write two rules with a `when`, or use `||` and `&&`"),
    ("Akkoord & Akkoord", Part::Assert, "&", "found `&`; expected `&&`"),
    ("Soort == 'SA", Part::Assert, "'SA", "the text has no closing `'`"),
    ("Soort == 'S\\n'", Part::Assert, "\\", "found another escape than `\\\\`, `\\'` and `\\\"`"),
    ("Totaal == 1.", Part::Assert, "1.", "expected a digit behind the point"),
    ("Totaal == 1e5", Part::Assert, "1e5", "found `e5` behind a number; numbers are written like 18 or 0.01"),
    ("Totaal == 1234567890123456789012", Part::Assert, "1234567890123456789012", "a number has at most 18 digits"),
    ("-Totaal < 0.00", Part::Assert, "Totaal", "found `Totaal`; expected a number behind the minus sign; write `0.00 - X` for anything else"),
    ("Totaal == 5 5", Part::Assert, "5", "found `5`; expected an operator or the end"),
    ("a.in", Part::Assert, "in", "found `in`; expected a name"),
    ("#", Part::Assert, "#", "found `#`, which has no meaning here"),
    ("Loptijd <= 18", Part::Assert, "Loptijd", "`Loptijd` is no element of Voorstel; the closest is `Looptijd`"),
    ("Klant.Nam == 'x'", Part::Assert, "Nam", "`Nam` is no element of Persoon; the closest is `Naam`"),
    ("klantnummer == 'x'", Part::Assert, "klantnummer", "`klantnummer` is no element of Voorstel; the closest is `Klantnummer`"),
    ("Soort == 'SX'", Part::Assert, "'SX'", "'SX' is no code of Soort; the closest is `SA`"),
    ("Soort in ['SB', 'SS']", Part::Assert, "'SS'", "'SS' is no code of Soort; the closest is `SA`"),
    ("Soort == Uitkomst", Part::Assert, "Soort == Uitkomst", "cannot compare a code of Soort with a code of Uitkomst"),
    ("Soort < 'SA'", Part::Assert, "Soort < 'SA'", "`<` compares numbers or dates, not codes"),
    ("Totaal == 'x'", Part::Assert, "Totaal == 'x'", "cannot compare an amount with a text"),
    ("Datum < Tijdstip", Part::Assert, "Datum < Tijdstip", "cannot compare a date with a date with a time"),
    ("Datum <= 18", Part::Assert, "Datum <= 18", "cannot compare a date with a number"),
    ("Klantnummer < 'a'", Part::Assert, "Klantnummer < 'a'", "`<` compares numbers or dates, not texts"),
    ("BSN == IBAN", Part::Assert, "BSN == IBAN", "cannot compare identifiers of different types"),
    ("Akkoord < true", Part::Assert, "Akkoord < true", "`<` compares numbers or dates, not conditions"),
    ("Totaal", Part::Assert, "Totaal", "expected a condition, found an amount"),
    ("Klant", Part::Assert, "Klant", "expected a condition, found the composite Persoon; to ask whether it is there, write `has(…)`"),
    ("Vorderingen", Part::Assert, "Vorderingen", "expected a condition, found a list; to ask whether it has items, write `has(…)`"),
    ("has(Akkoord == true)", Part::Assert, "Akkoord == true", "expected an element, such as `Looptijd` or `Klant.Geboortedatum`"),
    ("has(sent)", Part::Assert, "sent", "`sent` is the date of sending and no element"),
    ("has(sent, 1)", Part::Assert, "has", "expected `has(X)`, found 2 arguments"),
    ("size(Totaal) > 1", Part::Assert, "Totaal", "expected a list or a text of the message, found an amount"),
    ("sizes(Toelichting) > 1", Part::Assert, "sizes", "there is no function `sizes`; the closest is `size`"),
    ("Toelichting.size() > 1", Part::Assert, "size", "write `size(X)`"),
    ("Vorderingen.al(v, true)", Part::Assert, "al", "there is no method `al`; the closest is `all`"),
    ("Vorderingen.all(v)", Part::Assert, "all", "expected `list.all(v, …)`, found 1 arguments"),
    ("Vorderingen.Bedrag > 0.00", Part::Assert, "Bedrag", "`Vorderingen` is a list; use `Vorderingen.all(v, v.Bedrag …)`, `exists`, `filter` or `map`"),
    ("Totaal.X == 1", Part::Assert, "X", "an amount has no elements, so no `X`"),
    ("Klant.all(v, true)", Part::Assert, "Klant", "expected a list, found the composite Persoon"),
    ("Vorderingen.all(Totaal, true)", Part::Assert, "Totaal", "the variable `Totaal` hides another `Totaal`"),
    ("Vorderingen.all(v, v.Correcties.all(v, true))", Part::Assert, "v", "the variable `v` hides another `v`"),
    ("Vorderingen.all(V, true)", Part::Assert, "V", "a variable is written in lower case, and `V` is not"),
    ("Vorderingen.all(sent, true)", Part::Assert, "sent", "`sent` has a meaning of its own; choose another name for the variable"),
    ("Vorderingen.all(v.x, true)", Part::Assert, "v.x", "expected the name of a variable"),
    ("Vorderingen.all(v, has(v))", Part::Assert, "v", "expected an element in `has`; an item of a list is always there"),
    ("Vorderingen.map(v, v.Bedrag).all(b, b > 0.00)", Part::Assert, "all", "`all` works on a list of the message; put it before `map` and `+`"),
    ("(Vorderingen + Overgedragen).all(v, true)", Part::Assert, "all", "`all` works on a list of the message; put it before `map` and `+`"),
    ("Klantnummer + 'x' == 'y'", Part::Assert, "Klantnummer", "expected a number before `+`, found a text"),
    ("Totaal + Klantnummer == 1", Part::Assert, "Klantnummer", "expected a number, found a text"),
    ("sum(Vorderingen) > 0", Part::Assert, "Vorderingen", "expected numbers in `sum`, as in `X.map(v, v.Y)`, found the composite Vordering"),
    ("sum(Totaal) > 0", Part::Assert, "Totaal", "expected a list, found an amount"),
    ("min(Datum, Datum) == Datum", Part::Assert, "Datum", "expected a number, found a date"),
    ("near(Totaal, 1)", Part::Assert, "near", "expected `near(a, b, tolerance)`, found 2 arguments"),
    ("months_after(Datum, 1.5) > Datum", Part::Assert, "1.5", "expected a whole number of months"),
    ("months_after(Totaal, 1) > Datum", Part::Assert, "Totaal", "expected a date, found an amount"),
    ("Totaal in []", Part::Assert, "[]", "expected at least one value in the list"),
    ("Totaal in ['x']", Part::Assert, "'x'", "expected a number"),
    ("Datum in [1]", Part::Assert, "Datum", "expected a code, a text or a number before `in`, found a date"),
    ("Soort == ['SA']", Part::Assert, "Soort == ['SA']", "cannot compare a code of Soort with a list of values"),
    ("this.Totaal == 1", Part::Assert, "this", "`this` is the message around the item of `each`, and the rule has no `each`"),
    ("Totaal * Totaal * Totaal * Totaal > 1", Part::Assert, "Totaal * Totaal * Totaal", "the result can have 30 digits, and exact arithmetic has room for 28"),
    ("unique(Vorderingen.map(v, v.Nummer)) && Akkoord", Part::Assert, "unique", "`unique` can only be the whole of `assert`"),
    ("unique(Vorderingen)", Part::Assert, "Vorderingen", "expected elements in `unique`, as in `X.map(v, v.Y)`, found the composite Vordering"),
    ("unique(Vorderingen.map(v, v.Nummer) + Vorderingen.map(v, v.Bedrag))", Part::Assert, "Vorderingen.map(v, v.Nummer) + Vorderingen.map(v, v.Bedrag)", "the lists of `unique` have items of different types"),
    ("unique(Vorderingen.filter(v, v.Datum < sent).map(v, v.Nummer))", Part::Assert, "sent", "`sent` cannot be used in a rule with `unique`"),
    ("!Totaal", Part::Assert, "Totaal", "expected a condition, found an amount"),
    ("Akkoord && Totaal", Part::Assert, "Totaal", "expected a condition, found an amount"),
    ("!Toelichting || Akkoord", Part::Assert, "Toelichting", "expected a condition, found a text"),
    ("Klant @@ Akkoord", Part::Each, "Klant", "expected a list of a composite, found the composite Persoon"),
    ("Redenen @@ Akkoord", Part::Each, "Redenen", "expected a list of a composite, found a list"),
    ("Vorderingen @@ this.Akkoord", Part::Assert, "this.Akkoord", "the rule reads nothing of the items it runs on; leave `each` out"),
    ("Vorderingen @@ this", Part::Assert, "this", "expected an element behind `this`, as in `this.X`"),
    ("Totaal @ Akkoord", Part::When, "Totaal", "expected a condition, found an amount"),
    ("sent > Datum @ unique(Vorderingen.map(v, v.Nummer))", Part::When, "sent", "`sent` cannot be used in a rule with `unique`"),
];

#[test]
fn every_mistake_is_marked_and_explained() {
    for (text, part, marked, message) in WRONG {
        let error = compiled(&rule(text)).err().unwrap_or_else(|| panic!("{text} compiles"));
        assert_eq!(error.part, *part, "{text}");
        let rule = rule(text);
        let of = match part {
            Part::Each => rule.each,
            Part::When => rule.when,
            Part::Assert => Some(rule.assert),
            Part::At => rule.at,
        };
        assert_eq!(of.unwrap().get(error.error.span.clone()), Some(*marked), "{text}");
        assert_eq!(error.error.message, *message, "{text}");
    }
}

#[test]
fn a_place_must_be_an_element() {
    let mut rule = rule("Akkoord");
    rule.at = Some("size(Vorderingen)");
    let error = compiled(&rule).err().unwrap();
    assert_eq!((error.part, error.error.span), (Part::At, 0..17));
}

/// What a caller asks to see whether a rule holds in a release.
#[test]
fn unknown_elements_and_codes_have_kinds_of_their_own() {
    use crate::cel::ErrorKind;
    let kind = |text| compiled(&rule(text)).err().unwrap().error.kind;
    assert_eq!(kind("Loptijd <= 18"), ErrorKind::UnknownElement);
    assert_eq!(kind("Soort == 'SX'"), ErrorKind::UnknownCode);
    assert_eq!(kind("Totaal"), ErrorKind::Meaning);
    assert_eq!(kind("Totaal <"), ErrorKind::Syntax);
}

#[test]
fn depth_is_limited_without_recursing_further() {
    let deep = "the expression is nested more than 64 levels deep";
    let message = |text: &str| compiled(&rule(text)).err().map(|error| error.error.message);
    assert_eq!(message(&format!("{}Akkoord{}", "(".repeat(63), ")".repeat(63))), None);
    assert_eq!(message(&format!("{}Akkoord{}", "(".repeat(64), ")".repeat(64))).as_deref(), Some(deep));
    assert_eq!(message(&"(".repeat(1_000_000)).as_deref(), Some(deep));
    assert_eq!(message(&"!".repeat(1_000_000)).as_deref(), Some("found the end; expected a value, an element or `(`"));
    assert_eq!(message(&format!("{}Akkoord", "!".repeat(100_000))).as_deref(), Some(deep));
    assert_eq!(message(&format!("Akkoord{}", " && Akkoord".repeat(63))), None);
    assert_eq!(message(&format!("Akkoord{}", " && Akkoord".repeat(100_000))).as_deref(), Some(deep));
    assert_eq!(message(&format!("Klant{}", ".x".repeat(100_000))).as_deref(), Some(deep));
}
