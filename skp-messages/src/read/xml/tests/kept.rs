//! What a tree holds of its input.

use std::borrow::Cow;

use super::read;
use crate::read::Limits;
use crate::tree::{Content, Node, Tree};

const NIL: &str = "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'";

fn tree(text: &str) -> Tree<'_> {
    read(text, &Limits::default()).unwrap_or_else(|error| panic!("{text}: {error:?}"))
}

fn text_of<'t>(node: &'t Node<'_>) -> &'t str {
    match &node.content {
        Content::Mixed(text) => text,
        other => panic!("{other:?}"),
    }
}

#[test]
fn keeps_names_texts_and_places() {
    let text = "<?xml version='1.0'?>\n<p:a xmlns:p='u' xmlns='v'><b>x</b ><c xmlns=''/><p:d y='1'></p:d></p:a>\n";
    let tree = tree(text);
    let seen: Vec<_> = tree
        .nodes
        .iter()
        .map(|node| (node.name.as_ref(), tree.namespace(node), node.place, &text[node.value.clone()]))
        .collect();
    let expected = [
        ("a", Some("u"), 22, "<b>x</b ><c xmlns=''/><p:d y='1'></p:d>"),
        ("b", Some("v"), 49, "x"),
        ("c", None, 58, ""),
        ("d", Some("u"), 71, ""),
    ];
    assert_eq!(seen, expected);
    let ends: Vec<_> = tree.nodes.iter().map(|node| node.value.clone()).collect();
    assert_eq!(ends[2..], [71..71, 82..82]);
    assert_eq!(tree.namespaces, ["u", "v"]);
    assert_eq!(tree.children(Tree::ROOT).count(), 3);
}

#[test]
fn text_in_one_piece() {
    let merged = [
        ("<a/>", ""),
        ("<a><![CDATA[]]></a>", ""),
        ("<a>b<!-- c -->d<?e f?>g</a>", "bdg"),
        ("<a>b<c>d</c>e</a>", "be"),
        ("<a>&lt;b&#x26;&#13;<![CDATA[&lt;]]>]]&gt;</a>", "<b&\r&lt;]]>"),
        ("<a> b\r\nc\rd\n\r\r\n</a>", " b\nc\nd\n\n\n"),
        ("<a>b\r<!-- -->\nc<![CDATA[\r\n]]>\r&#10;</a>", "b\n\nc\n\n\n"),
        ("<a>\r\n</a>", "\n"),
        ("<a>\u{85}\u{2028}</a>", "\u{85}\u{2028}"),
    ];
    for (text, expected) in merged {
        assert_eq!(text_of(&tree(text).nodes[0]), expected, "{text:?}");
    }
}

#[test]
fn text_borrows_when_it_is_one_piece() {
    for text in ["<a>é\n</a>", "<a><![CDATA[<b>]]></a>", "<a><!-- -->b<!-- --></a>", "<a/>"] {
        let tree = tree(text);
        assert!(matches!(tree.nodes[0].content, Content::Mixed(Cow::Borrowed(_))), "{text}");
    }
}

#[test]
fn attributes_that_carry_data() {
    let text = format!(
        "<a {NIL} b='1' xsi:schemaLocation='u v' xsi:noNamespaceSchemaLocation='w' xml:lang='nl'>\
                        <c xsi:type='t' nil='true' schemaLocation='x'/></a>"
    );
    let tree = tree(&text);
    let seen: Vec<_> = tree.attributes.iter().map(|attribute| (attribute.owner.0, attribute.name.as_ref())).collect();
    assert_eq!(seen, [(0, "b"), (0, "xml:lang"), (1, "xsi:type"), (1, "nil"), (1, "schemaLocation")]);
    for attribute in &tree.attributes {
        assert!(text[attribute.place..].starts_with(attribute.name.as_ref()));
    }
    assert!(tree.nodes.iter().all(|node| !node.nil));
}

#[test]
fn nil() {
    let values = [
        ("true", true, 0),
        ("1", true, 0),
        (" \n&#116;rue", true, 0),
        ("false", false, 1),
        ("0", false, 1),
        ("TRUE", false, 1),
        ("", false, 1),
    ];
    for (value, nil, unknown) in values {
        let text = format!("<a><b {NIL} xsi:nil='{value}'/></a>");
        let tree = tree(&text);
        assert_eq!((tree.nodes[0].nil, tree.nodes[1].nil), (false, nil), "{value}");
        assert_eq!(tree.attributes.len(), unknown, "{value}");
    }
}
