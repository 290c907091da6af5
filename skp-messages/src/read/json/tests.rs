//! What the JSON reader accepts, refuses and keeps.

use std::borrow::Cow;

use super::read;
use crate::read::{Expect, Limits, Problem, ReadError};
use crate::tree::{Content, Node, Tree};

fn outcome(text: &str) -> Result<(), ReadError> {
    read(text, &Limits::default()).map(|_| ())
}

fn tree(text: &str) -> Tree<'_> {
    read(text, &Limits::default()).unwrap_or_else(|error| panic!("{text}: {error:?}"))
}

fn node<'t, 'a>(tree: &'t Tree<'a>, name: &str) -> &'t Node<'a> {
    tree.nodes.iter().find(|node| node.name == name).unwrap()
}

#[test]
fn accepts() {
    let accepted = [
        "{}",
        "[]",
        " \t\r\n[ ] \t\r\n",
        "null",
        "true",
        "\"\"",
        "-0",
        "0",
        "-0.0e-0",
        "1E+400",
        "123456789012345678901234567890.10",
        "[1,[2,[]],{\"a\":{}}]",
        r#"{"":0," ":1,"a":[],"A":{}}"#,
        r#""\"\\\/\b\f\n\r\t\u0000\uFFFF\ud83d\ude00""#,
        "\"\u{7f}\u{ffff}\u{10ffff}\"",
    ];
    for text in accepted {
        assert_eq!(outcome(text), Ok(()), "{text}");
    }
}

#[test]
fn refuses() {
    use Expect::{Colon, CommaOrBrace, CommaOrBracket, Literal, MemberName, Number, Value};
    use Problem::{Character, Escape, Expected, Trailing, Truncated};
    let refused = [
        ("", 0, Truncated),
        ("  ", 2, Truncated),
        ("\u{feff}1", 0, Expected(Value)),
        ("\u{a0}1", 0, Expected(Value)),
        ("{", 1, Truncated),
        ("[", 1, Truncated),
        ("[1", 2, Truncated),
        ("[1,", 3, Truncated),
        ("[1,]", 3, Expected(Value)),
        ("[,1]", 1, Expected(Value)),
        ("[1 2]", 3, Expected(CommaOrBracket)),
        ("[1}", 2, Expected(CommaOrBracket)),
        ("[1:2]", 2, Expected(CommaOrBracket)),
        ("{\"a\"", 4, Truncated),
        ("{\"a\":", 5, Truncated),
        ("{\"a\":1", 6, Truncated),
        ("{\"a\":1,", 7, Truncated),
        ("{\"a\":1,}", 7, Expected(MemberName)),
        ("{,}", 1, Expected(MemberName)),
        ("{a:1}", 1, Expected(MemberName)),
        ("{'a':1}", 1, Expected(MemberName)),
        ("{\"a\" 1}", 5, Expected(Colon)),
        ("{\"a\",1}", 4, Expected(Colon)),
        ("{\"a\":}", 5, Expected(Value)),
        ("{\"a\":1 \"b\":2}", 7, Expected(CommaOrBrace)),
        ("{\"a\":1]", 6, Expected(CommaOrBrace)),
        ("{} {}", 3, Trailing),
        ("{}}", 2, Trailing),
        ("1 2", 2, Trailing),
        ("1//", 1, Trailing),
        ("]", 0, Expected(Value)),
        ("<a/>", 0, Expected(Value)),
        ("+1", 0, Expected(Value)),
        (".5", 0, Expected(Value)),
        ("NaN", 0, Expected(Value)),
        ("-", 1, Truncated),
        ("-x", 1, Expected(Number)),
        ("-Infinity", 1, Expected(Number)),
        ("01", 1, Expected(Number)),
        ("-012", 2, Expected(Number)),
        ("1.", 2, Truncated),
        ("[1.]", 3, Expected(Number)),
        ("1.e1", 2, Expected(Number)),
        ("1e", 2, Truncated),
        ("1e+", 3, Truncated),
        ("[1e+]", 4, Expected(Number)),
        ("1a", 1, Trailing),
        ("0x10", 1, Trailing),
        ("tru", 3, Truncated),
        ("[nul]", 1, Expected(Literal)),
        ("True", 0, Expected(Value)),
        ("truex", 4, Trailing),
        ("\"", 1, Truncated),
        ("\"a", 2, Truncated),
        ("\"a\\", 3, Truncated),
        ("\"\\u12", 5, Truncated),
        ("\"\\ud83d", 7, Truncated),
        ("\"\\ud83d\\", 8, Truncated),
        ("\"\\ud83d\\ud", 10, Truncated),
        ("\"ab\\x41\"", 3, Escape),
        ("\"\\u12g4\"", 1, Escape),
        ("\"\\u+123\"", 1, Escape),
        ("\"a\\ud83d\"", 2, Escape),
        ("\"\\ud83d\\n\"", 1, Escape),
        ("\"\\ud83d\\u0041\"", 1, Escape),
        ("\"\\ude00\\ud83d\"", 1, Escape),
        ("\"a\nb\"", 2, Character),
        ("\"a\0\"", 2, Character),
        ("{\"a\u{1f}\":1}", 3, Character),
        ("\"0123456789012345678901234567890123456789\u{1}\"", 41, Character),
    ];
    for (text, at, problem) in refused {
        assert_eq!(outcome(text), Err(ReadError::form(at, problem)), "{text:?}");
    }
}

#[test]
fn every_cut_is_truncated() {
    let text = r#"{"a":[true,false,null,"é\n😀",{"b":"x"},["y"]],"c":{"d":"e"}}"#;
    for (cut, _) in text.char_indices() {
        let expected = Err(ReadError::form(cut, Problem::Truncated));
        assert_eq!(outcome(&text[..cut]), expected, "cut at {cut}");
    }
}

#[test]
fn limits() {
    let limits = Limits { depth: 2, elements: 6, text: 4, items: 3, ..Limits::default() };
    for text in
        ["[[1],2]", "[1,2,3]", "[\"abcd\"]", "[\"\\u00e9\\u00e9\"]", "{\"a\":1,\"b\":2,\"c\":3,\"d\":4,\"e\":5}"]
    {
        assert_eq!(read(text, &limits).map(|_| ()), Ok(()), "{text}");
    }
    let refused = [
        ("[[[]]]", 2, Problem::Depth(2)),
        ("{\"a\":{\"b\":{}}}", 10, Problem::Depth(2)),
        ("[1,2,3,4]", 7, Problem::Items(3)),
        ("[[1,2],[3,4]]", 10, Problem::Elements(6)),
        ("{\"a\":1,\"b\":2,\"c\":3,\"d\":4,\"e\":5,\"f\":6}", 31, Problem::Elements(6)),
        ("[ \"abcde\"]", 2, Problem::Text(4)),
        ("[\"abc\\u00e9\"]", 1, Problem::Text(4)),
        ("{\"abcde\":1}", 1, Problem::Text(4)),
    ];
    for (text, at, problem) in refused {
        assert_eq!(read(text, &limits).map(|_| ()), Err(ReadError::limit(at, problem)), "{text}");
    }
}

#[test]
fn deep_nesting_does_not_recurse() {
    let limits = Limits { depth: usize::MAX, ..Limits::default() };
    let depth = 200_000;
    let open = "[".repeat(depth);
    let truncated = ReadError::form(depth, Problem::Truncated);
    assert_eq!(read(&open, &limits).map(|_| ()), Err(truncated));
    let closed = open + &"]".repeat(depth);
    assert_eq!(read(&closed, &limits).map(|tree| tree.nodes.len()), Ok(depth));
}

#[test]
fn keeps_names_values_and_places() {
    let text = r#" {"one" : [10, "x", null], "tw\u006f": {"three":true}}"#;
    let tree = tree(text);
    let seen: Vec<_> =
        tree.nodes.iter().map(|node| (node.name.as_ref(), node.place, &text[node.value.clone()])).collect();
    let expected = [
        ("", 1, &text[1..]),
        ("one", 2, r#"[10, "x", null]"#),
        ("", 11, "10"),
        ("", 15, r#""x""#),
        ("", 20, "null"),
        ("two", 27, r#"{"three":true}"#),
        ("three", 40, "true"),
    ];
    assert_eq!(seen, expected);
    let contents: Vec<_> = tree.nodes.iter().map(|node| node.content.clone()).collect();
    let expected = [
        Content::Object,
        Content::Array,
        Content::Number("10".into()),
        Content::String(Cow::Borrowed("x")),
        Content::Null,
        Content::Object,
        Content::Boolean(true),
    ];
    assert_eq!(contents, expected);
    assert_eq!(tree.children(Tree::ROOT).count(), 2);
}

#[test]
fn numbers_stay_as_written() {
    for number in ["1.10", "-0", "1e400", "100000000000000000000000001", "0.1E-7"] {
        assert_eq!(tree(number).nodes[0].content, Content::Number(number.into()));
    }
}

#[test]
fn strings_borrow_unless_escaped() {
    let text = r#"{"plain":"é 😀","escaped":"\u00e9 \ud83d\ude00\/"}"#;
    let tree = tree(text);
    assert!(matches!(&node(&tree, "plain").content, Content::String(Cow::Borrowed("é 😀"))));
    assert!(matches!(&node(&tree, "escaped").content, Content::String(Cow::Owned(text)) if text == "é 😀/"));
    assert!(matches!(node(&tree, "plain").name, Cow::Borrowed(_)));
}

#[test]
fn repeated_members() {
    let repeated = |text: &str| tree(text).nodes.iter().filter(|node| node.repeated).count();
    assert_eq!(repeated(r#"{"a":1,"A":2,"b":{"a":3},"c":[{"a":1},{"a":1}]}"#), 0);
    assert_eq!(repeated(r#"{"a":1,"\u0061":2,"a":3,"b":4}"#), 2);
    for count in [15, 16, 17, 18, 1000] {
        let members: Vec<_> = (0..count).map(|number| format!("\"n{number}\":{number}")).collect();
        assert_eq!(repeated(&format!("{{{}}}", members.join(","))), 0, "{count}");
        let twice = format!("{{{},{}}}", members.join(","), members.join(","));
        assert_eq!(repeated(&twice), count, "{count}");
    }
}
