//! Inputs that are refused, each with its reason and place.

use super::outcome;
use crate::read::{Expect, Problem, ReadError};

fn check(refused: &[(&str, usize, Problem)]) {
    for &(text, at, problem) in refused {
        assert_eq!(outcome(text), Err(ReadError::form(at, problem)), "{text:?}");
    }
}

#[test]
fn refuses_a_wrong_document() {
    use Problem::{Declaration, EndTag, Expected, Name, Trailing, Truncated};
    check(&[
        ("", 0, Truncated),
        ("  ", 2, Truncated),
        ("<!-- a -->", 10, Truncated),
        ("<?xml version='1.0'?>\n", 22, Truncated),
        ("x", 0, Expected(Expect::Element)),
        (" x<a/>", 1, Expected(Expect::Element)),
        ("\u{feff}<a/>", 0, Expected(Expect::Element)),
        ("&amp;<a/>", 0, Expected(Expect::Element)),
        ("<![CDATA[]]><a/>", 0, Expected(Expect::Element)),
        ("<a/><b/>", 4, Trailing),
        ("<a/> x", 5, Trailing),
        ("<a/>\u{a0}", 4, Trailing),
        ("<a/><![CDATA[]]>", 4, Trailing),
        ("<a/>&#32;", 4, Trailing),
        ("<a/>&", 4, Trailing),
        ("<a/></a>", 4, EndTag),
        ("</a>", 0, EndTag),
        ("<a>", 3, Truncated),
        ("<a><b></b>", 10, Truncated),
        ("<a></b>", 3, EndTag),
        ("<a><b></a></b>", 6, EndTag),
        ("<a></A>", 3, EndTag),
        ("<a></aa>", 3, EndTag),
        ("<a></ a>", 3, EndTag),
        ("<a></>", 3, EndTag),
        ("<p:a xmlns:p='u' xmlns:q='u'></q:a>", 29, EndTag),
        ("<a></a b='1'>", 7, Expected(Expect::TagEnd)),
        ("<a></a/>", 6, Expected(Expect::TagEnd)),
        ("<a></a", 6, Truncated),
        (" <?xml version='1.0'?><a/>", 1, Declaration),
        ("<a/><?xml version='1.0'?>", 4, Declaration),
        ("<?xml version='1.1'?><a/>", 15, Declaration),
        ("<?xml version='1.01'?><a/>", 15, Declaration),
        ("<?xml version=1.0?><a/>", 14, Declaration),
        ("<?xml version='1.0\"?><a/>", 18, Declaration),
        ("<?xml version '1.0'?><a/>", 14, Declaration),
        ("<?xml?><a/>", 5, Declaration),
        ("<?xml encoding='UTF-8'?><a/>", 6, Declaration),
        ("<?xml version='1.0'encoding='UTF-8'?><a/>", 19, Declaration),
        ("<?xml version='1.0' encoding=''?><a/>", 30, Declaration),
        ("<?xml version='1.0' encoding='8'?><a/>", 30, Declaration),
        ("<?xml version='1.0' encoding='a b'?><a/>", 31, Declaration),
        ("<?xml version='1.0' standalone='YES'?><a/>", 32, Declaration),
        ("<?xml version='1.0' standalone='yes' encoding='UTF-8'?><a/>", 37, Declaration),
        ("<?xml version='1.0' ><a/>", 20, Declaration),
        ("<?XML version='1.0'?><a/>", 2, Name),
        ("<?xMl?><a/>", 2, Name),
    ]);
}

#[test]
fn refuses_wrong_tags() {
    use Problem::{Attributes, CharacterReference, Entity, Expected, Name, RepeatedAttribute, Truncated};
    const ATTRIBUTE: Problem = Expected(Expect::Attribute);
    const TAG_END: Problem = Expected(Expect::TagEnd);
    check(&[
        ("<", 1, Truncated),
        ("<>", 1, Name),
        ("< a/>", 1, Name),
        ("<1/>", 1, Name),
        ("<-a/>", 1, Name),
        ("<a$/>", 2, Name),
        ("<a\u{d7}/>", 2, Name),
        ("<a='1'/>", 2, Name),
        ("<:/>", 1, Name),
        ("<:a/>", 1, Name),
        ("<a:/>", 2, Name),
        ("<a:", 3, Truncated),
        ("<a:b:c/>", 4, Name),
        ("<a:1/>", 3, Name),
        ("<a / >", 4, TAG_END),
        ("<a /b/>", 4, TAG_END),
        ("<a <b/>", 3, ATTRIBUTE),
        ("<a b>", 4, ATTRIBUTE),
        ("<a b/>", 4, ATTRIBUTE),
        ("<a b=>", 5, ATTRIBUTE),
        ("<a b=1>", 5, ATTRIBUTE),
        ("<a ='1'>", 3, ATTRIBUTE),
        ("<a '1'>", 3, ATTRIBUTE),
        ("<a 1='1'>", 3, Name),
        ("<a b:='1'>", 4, Name),
        ("<a :b='1'>", 3, Name),
        ("<a b='1'c='2'>", 8, TAG_END),
        ("<a b='1'", 8, Truncated),
        ("<a b='1", 7, Truncated),
        ("<a b='<'/>", 6, Problem::Character),
        ("<a b='1></a>", 8, Problem::Character),
        ("<a b='&'/>", 6, Entity),
        ("<a b='&nbsp;'/>", 6, Entity),
        ("<a b='&#0;'/>", 6, CharacterReference),
        ("<a b='' c='' b=''/>", 13, RepeatedAttribute),
    ]);
    let many = |count| (0..count).map(|number| format!(" a{number}=''")).collect::<String>();
    assert_eq!(outcome(&format!("<a{}/>", many(256))), Ok(()));
    let over = many(256).len() + 3;
    let error = ReadError::limit(over, Attributes(256));
    assert_eq!(outcome(&format!("<a{} b=''/>", many(256))), Err(error));
    for count in [15, 16, 17, 18, 100] {
        let place = 3 + many(count).len();
        let error = ReadError::form(place, RepeatedAttribute);
        assert_eq!(outcome(&format!("<a{} a0=''/>", many(count))), Err(error), "{count}");
    }
}

#[test]
fn refuses_wrong_namespaces() {
    use Problem::{Name, Prefix, RepeatedAttribute};
    check(&[
        ("<p:a/>", 1, Prefix),
        ("<a><p:b/></a>", 4, Prefix),
        ("<a p:b=''/>", 3, Prefix),
        ("<p:a q:b=''/>", 1, Prefix),
        ("<a><b xmlns:p='u'/><p:c/></a>", 20, Prefix),
        ("<a xmlns:p=''/>", 3, Prefix),
        ("<a xmlns:p='u'><b xmlns:p=''/></a>", 18, Prefix),
        ("<a xmlns:xml='u'/>", 3, Prefix),
        ("<a xmlns:p='http://www.w3.org/XML/1998/namespace'/>", 3, Prefix),
        ("<a xmlns='http://www.w3.org/XML/1998/namespace'/>", 3, Prefix),
        ("<a xmlns:xmlns='u'/>", 3, Prefix),
        ("<a xmlns:p='http://www.w3.org/2000/xmlns/'/>", 3, Prefix),
        ("<a xmlns='http://www.w3.org/2000/xmlns/'/>", 3, Prefix),
        ("<xmlns:a/>", 1, Prefix),
        ("<a xmlns:p='u' xmlns:q='u' p:b='' q:b=''/>", 34, RepeatedAttribute),
        ("<a xmlns:p='u&amp;v' xmlns:q='u&#38;v' p:b='' q:b=''/>", 46, RepeatedAttribute),
        ("<a xmlns:p='u' xmlns:p='v'/>", 15, RepeatedAttribute),
        ("<?p:q?><a/>", 3, Name),
    ]);
}

#[test]
fn refuses_wrong_content() {
    use Problem::{Character, CharacterReference, Entity, Markup, Name, Truncated};
    check(&[
        ("<a>b]]>c</a>", 4, Markup),
        ("<a>]]]></a>", 4, Markup),
        ("<a>&</a>", 3, Entity),
        ("<a>& b;</a>", 3, Entity),
        ("<a>&b</a>", 3, Entity),
        ("<a>&amp</a>", 3, Entity),
        ("<a>&AMP;</a>", 3, Entity),
        ("<a>&;</a>", 3, Entity),
        ("<a>&lt&gt;</a>", 3, Entity),
        ("<a>x&euro;</a>", 4, Entity),
        ("<a>&am", 6, Truncated),
        ("<a>&#1", 6, Truncated),
        ("<a>&#;</a>", 3, CharacterReference),
        ("<a>&#x;</a>", 3, CharacterReference),
        ("<a>&#X41;</a>", 3, CharacterReference),
        ("<a>&#4a;</a>", 3, CharacterReference),
        ("<a>&# 1;</a>", 3, CharacterReference),
        ("<a>&#65</a>", 3, CharacterReference),
        ("<a>&#0;</a>", 3, CharacterReference),
        ("<a>&#x1F;</a>", 3, CharacterReference),
        ("<a>&#xD800;</a>", 3, CharacterReference),
        ("<a>&#xFFFE;</a>", 3, CharacterReference),
        ("<a>&#x110000;</a>", 3, CharacterReference),
        ("<a>&#4294967361;</a>", 3, CharacterReference),
        ("<a>&#99999999999999999999;</a>", 3, CharacterReference),
        ("<a>\0</a>", 3, Character),
        ("<a>é\u{1f}</a>", 5, Character),
        ("<a>\u{fffe}</a>", 3, Character),
        ("<a>\u{feff}\u{ffff}</a>", 6, Character),
        ("<a b='\u{8}'/>", 6, Character),
        ("<a \u{8}/>", 3, Character),
        ("<!--\u{b}--><a/>", 4, Character),
        ("<?p \u{c}?><a/>", 4, Character),
        ("<a><![CDATA[\u{1}]]></a>", 12, Character),
        ("<a>\u{1}", 3, Character),
        ("<a></b>\u{1}", 3, Problem::EndTag),
        ("<!-- -- --><a/>", 5, Markup),
        ("<!-- - a -- --><a/>", 9, Markup),
        ("<!-- a ---><a/>", 7, Markup),
        ("<a><!-- </a>", 3, Markup),
        ("<a><!--></a>", 3, Markup),
        ("<a><!-- -- </a>", 8, Markup),
        ("<a><![CDATA[ </a>", 3, Markup),
        ("<a><![cdata[]]></a>", 3, Markup),
        ("<a><![CDATA []]></a>", 3, Markup),
        ("<a><!ELEMENT a ANY></a>", 3, Markup),
        ("<!doctype a><a/>", 0, Markup),
        ("<!>", 0, Markup),
        ("<!", 2, Truncated),
        ("<a><![CDA", 9, Truncated),
        ("<a><?p </a>", 3, Markup),
        ("<a><?p></a>", 6, Name),
        ("<a><?", 5, Truncated),
        ("<?><a/>", 2, Name),
        ("<??><a/>", 2, Name),
        ("<? p?><a/>", 2, Name),
        ("<?p$?><a/>", 3, Name),
        ("<?1?><a/>", 2, Name),
    ]);
}

#[test]
fn refuses_document_types_and_encodings() {
    let refused = [
        ("<!DOCTYPE a><a/>", "FRM-003", 0, Problem::Doctype),
        ("<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "FRM-003", 22, Problem::Doctype),
        ("<!DOCTYPE", "FRM-003", 0, Problem::Doctype),
        ("<a><!DOCTYPE a></a>", "FRM-003", 3, Problem::Doctype),
        ("<?xml version='1.0' encoding='iso-8859-1'?><a/>", "FRM-002", 30, Problem::Encoding("ISO-8859-1")),
        ("<?xml version='1.0' encoding='UTF-16'?><a/>", "FRM-002", 30, Problem::Encoding("UTF-16")),
        ("<?xml version='1.0' encoding='Windows-1252'?><a/>", "FRM-002", 30, Problem::Encoding("windows-1252")),
        ("<?xml version='1.0' encoding='x-mine'?><a/>", "FRM-002", 30, Problem::Encoding("another encoding")),
        ("<?xml version='1.0' encoding='US-ASCII'?><a>é</a>", "FRM-002", 44, Problem::Encoding("US-ASCII")),
    ];
    for (text, rule, at, problem) in refused {
        assert_eq!(outcome(text), Err(ReadError::new(rule, at, problem)), "{text}");
    }
}

#[test]
fn every_cut_is_noticed() {
    let text = "<?xml version='1.0' encoding='UTF-8'?><!-- c --><p:a xmlns:p='u' b='&lt;é'>t&amp;&#65;<![CDATA[d]]>\
                <?p q?><!-- c - d --><b/></p:a>";
    for (cut, _) in text.char_indices() {
        let error = outcome(&text[..cut]).unwrap_err();
        let truncated = ReadError::form(cut, Problem::Truncated);
        let is_unclosed = error.problem == Problem::Markup && text[error.at..].starts_with(['<']);
        assert!(error == truncated || is_unclosed, "cut at {cut}: {error:?}");
    }
}
