//! Expressions and the trees they become, with parentheses around every operator.

use crate::cel::parse;

const TREES: &[(&str, &str)] = &[
    ("Looptijd <= 18", "(<= Looptijd 18)"),
    ("a || b && c", "(|| a (&& b c))"),
    ("a && b || c", "(|| (&& a b) c)"),
    ("a == b && c != d", "(&& (== a b) (!= c d))"),
    ("a == b == c", "(== (== a b) c)"),
    ("a - b - c", "(- (- a b) c)"),
    ("a + b * c", "(+ a (* b c))"),
    ("(a + b) * c", "(* (+ a b) c)"),
    ("!a.b == c", "(== (! a.b) c)"),
    ("!!a", "(! (! a))"),
    ("!(a || b)", "(! (|| a b))"),
    ("a - -1", "(- a -1)"),
    ("-0.05 < a", "(< -0.05 a)"),
    ("0.00005 * 100.00", "(* 0.00005 100.00)"),
    ("a in ['SB', \"SA\"]", "(in a [\"SB\" \"SA\"])"),
    ("a in []", "(in a [])"),
    ("Klant.Naam == 'O\\'Brien'", "(== Klant.Naam \"O'Brien\")"),
    ("has(a.b)", "(has a.b)"),
    ("near(a, b, 0.01)", "(near a b 0.01)"),
    ("l.filter(v, v.x > 1).map(v, v.y)", "(.map (.filter l v (> v.x 1)) v v.y)"),
    ("true != false", "(!= true false)"),
    ("truely", "truely"),
    (" a\n  ==\tb ", "(== a b)"),
];

#[test]
fn trees() {
    for (text, tree) in TREES {
        assert_eq!(parse(text).map(|expr| expr.to_string()).as_deref(), Ok(*tree), "{text}");
    }
}

#[test]
fn spans_cover_the_text_of_an_expression() {
    let text = "a.b == (c)";
    let expr = parse(text).unwrap();
    assert_eq!(expr.span, 0..text.len());
    assert_eq!(expr.depth, 3);
}
