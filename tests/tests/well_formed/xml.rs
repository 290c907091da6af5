//! XML 1.0 (fifth edition) with namespaces.

use super::{accepted, refused, refused_bytes};

#[test]
fn documents() {
    accepted(&["<a/>", "<a></a>", " <a/>", "\n<a/>\n", "<!--x--><a/><!--x-->", "<?x?><a/><?x?>", "\u{feff}<a/>"]);
    refused(
        "FRM-001",
        &[
            "<",
            "<>",
            "<a",
            "<a>",
            "<a/",
            "</a>",
            "<a/><b/>",
            "<a/>x",
            "<a/>&amp;",
            "<a/><![CDATA[]]>",
            "<!--x-->",
            "<?x?>",
            "<![CDATA[x]]>",
            "< a/>",
            "<a/>\u{feff}",
            "<a/>\0",
            "<a/>&#32;",
        ],
    );
}

#[test]
fn tags() {
    accepted(&[
        "<a ></a >",
        "<a\n/>",
        "<a><b/><b></b></a>",
        "<é/>",
        "<_/>",
        "<a-.1·/>",
        "<a><A/></a>",
        "<𐀀/>",
        "<p:a xmlns:p='u'/>",
    ]);
    refused(
        "FRM-001",
        &[
            "<a></b>",
            "<a></A>",
            "<a><b></a></b>",
            "<a></a",
            "<a></ a>",
            "<a></a b=''>",
            "<a></a/>",
            "<1/>",
            "<-a/>",
            "<.a/>",
            "<a$/>",
            "<a / >",
            "<a //>",
            "<a b/>",
            "<·/>",
            "<a×/>",
            "<a><></a>",
            "<a><b</a>",
            "<a</a>",
            "<a><b></a>",
            "<a><</a>",
            "<\u{300}/>",
        ],
    );
}

#[test]
fn attributes() {
    accepted(&[
        "<a b=''/>",
        "<a b='\"' c=\"'\"/>",
        "<a b = '1'/>",
        "<a\tb='1'\nc='2'/>",
        "<a b='>'/>",
        "<a b='&lt;&#38;'/>",
        "<a b='a\nb'/>",
        "<a b=']]>'/>",
    ]);
    refused(
        "FRM-001",
        &[
            "<a b=1/>",
            "<a b=/>",
            "<a b/>",
            "<a ='1'/>",
            "<a '1'/>",
            "<a b='1'c='2'/>",
            "<a b='1' b='2'/>",
            "<a b='<'/>",
            "<a b='&'/>",
            "<a b='&x;'/>",
            "<a b='1/>",
            "<a b='1\"/>",
            "<a b=\"'/>",
            "<a b=\u{201c}1\u{201d}/>",
            "<a 1='1'/>",
            "<a b:='1'/>",
            "<a b='\u{1}'/>",
            "<a,b='1'/>",
            "<a b=='1'/>",
        ],
    );
}

#[test]
fn references() {
    accepted(&[
        "<a>&lt;&gt;&amp;&quot;&apos;</a>",
        "<a>&#65;&#x41;&#x1F600;&#0065;</a>",
        "<a>&#9;&#10;&#13;</a>",
        "<a>&#x10FFFF;&#xFFFD;</a>",
    ]);
    refused(
        "FRM-001",
        &[
            "<a>&</a>",
            "<a>& </a>",
            "<a>&a</a>",
            "<a>&amp</a>",
            "<a>&AMP;</a>",
            "<a>&nbsp;</a>",
            "<a>&;</a>",
            "<a>&#;</a>",
            "<a>&#x;</a>",
            "<a>&#X41;</a>",
            "<a>&#65</a>",
            "<a>&#6a;</a>",
            "<a>&#xG;</a>",
            "<a>&# 65;</a>",
            "<a>&#-65;</a>",
            "<a>&#0;</a>",
            "<a>&#x1F;</a>",
            "<a>&#xD800;</a>",
            "<a>&#xDFFF;</a>",
            "<a>&#xFFFE;</a>",
            "<a>&#xFFFF;</a>",
            "<a>&#x110000;</a>",
            "<a>&#4294967361;</a>",
            "<a>&#18446744073709551681;</a>",
            "<a>&lt&gt;</a>",
            "<a>&&amp;</a>",
        ],
    );
}

#[test]
fn characters() {
    accepted(&[
        "<a>\t\r\n</a>",
        "<a>\u{7f}\u{80}\u{85}\u{9f}</a>",
        "<a>\u{d7ff}\u{e000}\u{fffd}\u{10ffff}</a>",
        "<a>\u{feff}</a>",
        "<a>]]</a>",
        "<a>]>></a>",
    ]);
    refused(
        "FRM-001",
        &[
            "<a>\0</a>",
            "<a>\u{1}</a>",
            "<a>\u{8}</a>",
            "<a>\u{b}</a>",
            "<a>\u{c}</a>",
            "<a>\u{e}</a>",
            "<a>\u{1f}</a>",
            "<a>\u{1b}[31m</a>",
            "<a>\u{fffe}</a>",
            "<a>\u{ffff}</a>",
            "<a>]]></a>",
            "<a>]]]></a>",
            "<a\u{0}/>",
            "<!--\u{1}--><a/>",
            "<?x \u{1}?><a/>",
            "<a><![CDATA[\u{1}]]></a>",
        ],
    );
}

#[test]
fn comments() {
    accepted(&["<!----><a/>", "<!-- - --><a/>", "<!--<a>&b;--><a/>", "<a><!--x--></a>", "<!--é--><a/>"]);
    refused(
        "FRM-001",
        &[
            "<!-- -- --><a/>",
            "<!-- ---><a/>",
            "<!--->",
            "<!-- <a/>",
            "<!- x --><a/>",
            "<! -- x --><a/>",
            "<a><!-- </a>",
            "<!--x-- ><a/>",
            "<a <!--x--> />",
            "<a b='<!--x-->'/>",
        ],
    );
}

#[test]
fn sections() {
    accepted(&[
        "<a><![CDATA[]]></a>",
        "<a><![CDATA[<&>]]]]></a>",
        "<a><![CDATA[<![CDATA[]]></a>",
        "<a><![CDATA[&amp;]]>&amp;</a>",
    ]);
    refused(
        "FRM-001",
        &[
            "<a><![CDATA[</a>",
            "<a><![CDATA[]]</a>",
            "<a><![cdata[]]></a>",
            "<a><![CDATA []]></a>",
            "<a><! [CDATA[]]></a>",
            "<a><![CDATA[]]>]]></a>",
            "<a><![INCLUDE[]]></a>",
            "<a><!ELEMENT b ANY></a>",
            "<![CDATA[]]><a/>",
        ],
    );
}

#[test]
fn instructions_and_declarations() {
    accepted(&[
        "<?xml version='1.0'?><a/>",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><a/>",
        "<?xml version='1.0' encoding='utf-8' standalone='yes'?><a/>",
        "<?xml version='1.0' standalone='no' ?><a/>",
        "<?xml-a?><a/>",
        "<a><?b c ?d??></a>",
    ]);
    refused(
        "FRM-001",
        &[
            "<?xml?><a/>",
            "<?xml ?><a/>",
            "<?xml encoding='UTF-8'?><a/>",
            "<?xml version='1.1'?><a/>",
            "<?xml version='2.0'?><a/>",
            "<?xml version=''?><a/>",
            "<?xml version=1.0?><a/>",
            "<?xml VERSION='1.0'?><a/>",
            "<?xml version='1.0'><a/>",
            "<?xml version='1.0' standalone='maybe'?><a/>",
            "<?xml version='1.0' standalone='yes' encoding='UTF-8'?><a/>",
            "<?xml version='1.0' a='b'?><a/>",
            " <?xml version='1.0'?><a/>",
            "<a/><?xml version='1.0'?>",
            "<?XML version='1.0'?><a/>",
            "<?Xml?><a/>",
            "<??><a/>",
            "<? a?><a/>",
            "<?1?><a/>",
            "<?a><a/>",
            "<a><?b</a>",
            "<?a:b?><a/>",
            "<?xml version='1.0' encoding=''?><a/>",
            "<?xml version='1.0'encoding='UTF-8'?><a/>",
        ],
    );
}

#[test]
fn namespaces() {
    accepted(&[
        "<a xmlns='u'><b xmlns=''/></a>",
        "<p:a xmlns:p='u'><q:b xmlns:q='u'/></p:a>",
        "<a xml:lang='nl'/>",
        "<p:a xmlns:p='u' p:b='' b=''/>",
        "<a xmlns:p='u'><b xmlns:p='v'/></a>",
    ]);
    refused(
        "FRM-001",
        &[
            "<p:a/>",
            "<a p:b=''/>",
            "<a xmlns:p=''/>",
            "<:a/>",
            "<a:/>",
            "<a:b:c xmlns:a='u'/>",
            "<p:1 xmlns:p='u'/>",
            "<a xmlns:xmlns='u'/>",
            "<a xmlns:xml='u'/>",
            "<a xmlns:p='u' xmlns:q='u' p:b='' q:b=''/>",
            "<a><b xmlns:p='u'/><p:c/></a>",
            "<a xmlns='http://www.w3.org/2000/xmlns/'/>",
            "<p:a xmlns:p='u' xmlns:q='u'></q:a>",
            "<a xmlns='u' xmlns='v'/>",
        ],
    );
}

#[test]
fn document_types() {
    refused(
        "FRM-003",
        &[
            "<!DOCTYPE a><a/>",
            "<!DOCTYPE a []><a/>",
            "<!DOCTYPE a SYSTEM 'a.dtd'><a/>",
            "<!DOCTYPE a PUBLIC 'x' 'y'><a/>",
            "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
            "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
            "<!DOCTYPE a [<!ENTITY % b 'c'> %b;]><a/>",
            "<!DOCTYPE a [<!ATTLIST a b CDATA 'c'>]><a/>",
            "<!DOCTYPE",
            "<!DOCTYPE a [",
            "<?xml version='1.0'?><!--x--><!DOCTYPE a><a/>",
            "<a><!DOCTYPE a></a>",
            "<a/><!DOCTYPE a>",
        ],
    );
    refused("FRM-001", &["<!doctype a><a/>", "<! DOCTYPE a><a/>", "<!ENTITY b 'c'><a/>"]);
}

#[test]
fn encodings() {
    refused(
        "FRM-002",
        &[
            "<?xml version='1.0' encoding='ISO-8859-1'?><a/>",
            "<?xml version='1.0' encoding='UTF-16'?><a/>",
            "<?xml version='1.0' encoding='x'?><a/>",
            "<?xml version='1.0' encoding='US-ASCII'?><a>é</a>",
            "<?xml version='1.0' encoding='UTF8'?><a/>",
            "<?xml version='1.0' encoding='CESU-8'?><a/>",
        ],
    );
    refused_bytes(
        "FRM-002",
        &[
            b"<a>\xff</a>",
            b"<a>\x80</a>",
            b"<a>\xe9</a>",
            b"<a>\xc0\xbc</a>",
            b"<a>\xe0\x80\xbc</a>",
            b"<a>\xf0\x80\x80\xbc</a>",
            b"<a>\xed\xa0\xbd\xed\xb8\x80</a>",
            b"<a>\xf4\x90\x80\x80</a>",
            b"\xff\xfe<\0a\0/\0>\0",
            b"\xfe\xff\0<\0a\0/\0>",
            b"<\0a\0/\0>\0",
            b"\0<\0a\0/\0>",
            b"\xff\xfe\0\0<\0\0\0",
            b"<a/>\xc3",
        ],
    );
}

#[test]
fn depth() {
    let nested = |depth: usize| "<a>".repeat(depth) + &"</a>".repeat(depth);
    accepted(&[&nested(64)]);
    refused("FRM-004", &[&nested(65), &nested(1_000_000), &"<a>".repeat(1_000_000)]);
}
