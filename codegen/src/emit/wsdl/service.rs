//! The schema of the service's own elements: what is asked and answered around the messages.

use super::View;
use crate::emit::xml::Node;
use crate::emit::xsd::types::Types;

/// At most this many headers in a list.
const MAXIMUM: &str = "500";

/// The technical faults; what is wrong with content goes by Foutbericht.
const FAULTS: [(&str, &str); 5] = [
    ("Client.NietGeautoriseerd", "The participant may not use this module or message."),
    ("Client.OngeldigeEnvelop", "Envelope or header is wrong, or they do not agree with the message."),
    ("Client.OnbekendBericht", "There is no such message, or not any more."),
    ("Client.AlBevestigd", "The message was confirmed before."),
    ("Server.TijdelijkNietBeschikbaar", "Not available for a while; try again later."),
];

/// The schema.
pub(super) fn schema(view: &View<'_>) -> Node {
    let mut types = Types::new(view.catalogue);
    let list = sequence("LijstBerichten", "What to list; everything that waits when nothing is given.").child(
        Node::new("xs:sequence")
            .children(field(view, "Module", "Module", &mut types).map(optional))
            .children(field(view, "Bericht", "Bericht", &mut types).map(optional))
            .child(optional(element("Maximum", "Maximum"))),
    );
    let key = sequence("Sleutel", "Which message: the three header fields that make it unique.").child(
        Node::new("xs:sequence").children(
            ["ConversatieReferentienummer", "Referentienummer", "Afzender"]
                .into_iter()
                .filter_map(|name| field(view, name, name, &mut types)),
        ),
    );
    let sent = sequence("VerstuurAntwoord", "The message was taken: its Referentienummer.")
        .child(Node::new("xs:sequence").children(field(view, "Referentienummer", "Referentienummer", &mut types)));
    let waiting = sequence(
        "WachtendBericht",
        "The header of a message that waits, without its documents, since when and until when it can be collected.",
    )
    .child(
        Node::new("xs:sequence")
            .child(Node::new("xs:element").with("ref", format!("kop:{}", view.header.id)))
            .children(field(view, "VerzondenOp", "BeschikbaarSinds", &mut types))
            .children(field(view, "VerzondenOp", "VerlooptOp", &mut types)),
    );
    let any = Node::new("xs:choice").children(
        view.messages.iter().map(|message| Node::new("xs:element").with("ref", format!("bericht:{}", message.id))),
    );
    let many = Node::new("xs:sequence").child(element("Bericht", "WachtendBericht").with("maxOccurs", MAXIMUM));
    let listed = Node::new("xs:sequence").child(optional(element("Berichten", "WachtendBerichtLijst")));
    let roots = [
        ("LijstBerichten", "LijstBerichten"),
        ("LijstBerichtenAntwoord", "LijstBerichtenAntwoord"),
        ("HaalBericht", "Sleutel"),
        ("HaalBerichtAntwoord", "HaalBerichtAntwoord"),
        ("BevestigBericht", "Sleutel"),
        ("BevestigBerichtAntwoord", "BevestigBerichtAntwoord"),
        ("VerstuurAntwoord", "VerstuurAntwoord"),
        ("TechnischeFout", "TechnischeFout"),
    ];
    Node::new("xs:schema")
        .with("xmlns:xs", crate::emit::xsd::XS)
        .with("xmlns", view.namespace())
        .with("targetNamespace", view.namespace())
        .with("elementFormDefault", "qualified")
        .child(Node::new("xs:import").with("namespace", &view.header_namespace))
        .child(Node::new("xs:import").with("namespace", view.module.namespace(view.release)))
        .children(roots.map(|(name, ty)| element(name, ty)))
        .child(list)
        .child(sequence("LijstBerichtenAntwoord", "What waits, oldest first.").child(listed))
        .child(sequence("WachtendBerichtLijst", "One or more messages that wait.").child(many))
        .child(waiting)
        .child(key)
        .child(sequence("HaalBerichtAntwoord", "The message; its Berichtheader stands in the SOAP header.").child(any))
        .child(
            sequence("BevestigBerichtAntwoord", "Nothing: the message was confirmed.").child(Node::new("xs:sequence")),
        )
        .child(sent)
        .child(
            sequence("TechnischeFout", "The detail of a fault.")
                .child(Node::new("xs:sequence").child(element("Code", "Foutcode"))),
        )
        .child(
            Node::new("xs:simpleType").with("name", "Foutcode").child(
                Node::new("xs:restriction").with("base", "xs:token").children(
                    FAULTS.map(|(code, text)| Node::new("xs:enumeration").with("value", code).child(note(text))),
                ),
            ),
        )
        .child(
            Node::new("xs:simpleType").with("name", "Maximum").child(
                Node::new("xs:restriction")
                    .with("base", "xs:int")
                    .child(Node::new("xs:minInclusive").with("value", "1"))
                    .child(Node::new("xs:maxInclusive").with("value", MAXIMUM)),
            ),
        )
        .children(types.finish())
}

/// An element with the type of a field of the header, when the header has it.
fn field(view: &View<'_>, of: &str, name: &str, types: &mut Types<'_>) -> Option<Node> {
    Some(element(name, &types.value(view.field(of)?)))
}

fn element(name: &str, ty: &str) -> Node {
    Node::new("xs:element").with("name", name).with("type", ty)
}

fn optional(node: Node) -> Node {
    node.with("minOccurs", "0")
}

/// A complex type with its annotation; what is in it follows.
fn sequence(name: &str, text: &str) -> Node {
    Node::new("xs:complexType").with("name", name).child(note(text))
}

fn note(text: &str) -> Node {
    Node::new("xs:annotation")
        .child(Node::new("xs:documentation").with("xml:lang", "en").text(text))
        .child(Node::new("xs:appinfo").with("source", "urn:x-skp:source").text("proposed"))
}
