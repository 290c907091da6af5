//! What the XML reader accepts, refuses and keeps.

mod kept;
mod refused;

use super::read;
use crate::read::{Limits, Problem, ReadError};

fn outcome(text: &str) -> Result<(), ReadError> {
    read(text, &Limits::default()).map(|_| ())
}

#[test]
fn accepts() {
    let accepted = [
        "<a/>",
        "\r\n\t <a/>\r\n\t ",
        "<a></a>",
        "<a ></a\r\n>",
        "<a\n/>",
        "<?xml version='1.0'?><a/>",
        "<?xml version=\"1.0\" encoding=\"utf-8\" standalone='yes' ?>\n<a/>",
        "<?xml\tversion = '1.0'\nstandalone = \"no\"?><a/>",
        "<?xml version='1.0' encoding='us-ascii'?><a/>",
        "<!-- a - b --><?xml-stylesheet href='x'?><a/><!----><?p?>",
        "<!--->--><a/>",
        "<!-->--><a/>",
        "<a><?p ?x?><?XmlStuff ??></a>",
        "<é·-.1 _='1' b.c-d='2'/>",
        "<𐀀/>",
        "<a b='\"' c=\"'\" d = '>' e\n=\n']]>'/>",
        "<a b='&lt;&amp;&gt;&quot;&apos;&#9;&#x10FFFF;&#00065;'/>",
        "<a>&lt;&amp;&gt;&quot;&apos;&#9;&#x10ffff;</a>",
        "<a>]] ></a>",
        "<a>]]&gt; > ]]<!-- -->></a>",
        "<a><![CDATA[<&]] >]>]]]]><![CDATA[>]]></a>",
        "<a>\u{7f}\u{85}\u{d7ff}\u{e000}\u{feff}\u{fffd}\u{ffef}\u{10ffff}</a>",
        "<a xmlns='u' b='1'><b xmlns=''/></a>",
        "<p:a xmlns:p='u' p:b='1' b='2' xml:lang='nl'/>",
        "<a xmlns:xml='http://www.w3.org/XML/1998/namespace' xmlns:xmlx='u'><xml:b/></a>",
        "<a xmlns:p='u' xmlns:q='v' p:b='' q:b=''/>",
    ];
    for text in accepted {
        assert_eq!(outcome(text), Ok(()), "{text}");
    }
}

#[test]
fn limits() {
    let limits = Limits { depth: 3, elements: 5, attributes: 2, text: 4, items: 3, ..Limits::default() };
    let accepted = ["<a><b><c/></b></a>", "<a><b/><b/><b/></a>", "<a b='' c=''/>", "<a>&amp;é<b>abcd</b>x</a>"];
    for text in accepted {
        assert_eq!(read(text, &limits).map(|_| ()), Ok(()), "{text}");
    }
    let refused = [
        ("<a><b><c><d/></c></b></a>", 9, Problem::Depth(3)),
        ("<a><b><c/><c/><c/></b><d/></a>", 22, Problem::Elements(5)),
        ("<a b='' c='' d=''/>", 13, Problem::Attributes(2)),
        ("<a xmlns='' xmlns:b='u' c=''/>", 24, Problem::Attributes(2)),
        ("<a>abcde</a>", 3, Problem::Text(4)),
        ("<a>abc<b>abcd</b>de</a>", 17, Problem::Text(4)),
        ("<a>abcd&amp;</a>", 7, Problem::Text(4)),
        ("<a>abc<![CDATA[de]]></a>", 6, Problem::Text(4)),
        ("<a><b/><b/><b/><b/></a>", 15, Problem::Items(3)),
    ];
    for (text, at, problem) in refused {
        assert_eq!(read(text, &limits).map(|_| ()), Err(ReadError::limit(at, problem)), "{text}");
    }
}

#[test]
fn too_many_namespaces() {
    let children: String = (0..70_000).map(|number| format!("<b xmlns='{number}'/>")).collect();
    let error = outcome(&format!("<a>{children}</a>")).unwrap_err();
    assert_eq!((error.rule, error.problem), ("FRM-004", Problem::Namespaces(65_535)));
}

#[test]
fn deep_nesting_does_not_recurse() {
    let limits = Limits { depth: usize::MAX, ..Limits::default() };
    let text = "<a>".repeat(100_000) + &"</a>".repeat(100_000);
    assert_eq!(read(&text, &limits).map(|tree| tree.nodes.len()), Ok(100_000));
}
