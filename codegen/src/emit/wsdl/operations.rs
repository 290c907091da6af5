//! Messages, port type, binding and service.

use super::View;
use crate::emit::xml::Node;

/// The transport of SOAP 1.1 over HTTP.
const HTTP: &str = "http://schemas.xmlsoap.org/soap/http";

/// One operation.
struct Operation {
    name: String,
    text: String,
    /// The element of the request's Body, with its prefix.
    input: String,
    /// The element of the answer's Body, with its prefix.
    output: String,
    /// Whether the request has a Berichtheader, and the answer.
    header: [bool; 2],
}

impl Operation {
    /// An operation on waiting messages; its request and answer are elements of the service.
    fn own(name: &str, text: &str, answer_has_header: bool) -> Self {
        Self {
            name: name.to_owned(),
            text: text.to_owned(),
            input: format!("dienst:{name}"),
            output: format!("dienst:{name}Antwoord"),
            header: [false, answer_has_header],
        }
    }

    /// The name of the request. Not with `Antwoord` behind it for the answer: that is another operation's name.
    fn asks(&self) -> String {
        format!("{}Invoer", self.name)
    }

    /// The name of the answer.
    fn answers(&self) -> String {
        format!("{}Uitvoer", self.name)
    }
}

/// Everything behind the types.
pub(super) fn parts(view: &View<'_>) -> Vec<Node> {
    let operations = operations(view);
    let mut nodes = Vec::new();
    for operation in &operations {
        let [asks, answers] = operation.header;
        nodes.push(message(view, &operation.asks(), &operation.input, asks));
        nodes.push(message(view, &operation.answers(), &operation.output, answers));
    }
    nodes.push(Node::new("wsdl:message").with("name", "TechnischeFout").child(part("fout", "dienst:TechnischeFout")));
    let port_type = Node::new("wsdl:portType").with("name", "Berichten").children(operations.iter().map(abstractly));
    let binding = Node::new("wsdl:binding")
        .with("name", "BerichtenSoap")
        .with("type", "dienst:Berichten")
        .child(Node::new("soap:binding").with("style", "document").with("transport", HTTP))
        .children(operations.iter().map(|operation| bound(view, operation)));
    // A host that never exists (RFC 2606): the real address is given by the hub.
    let address = format!("https://skp.invalid/soap/{}/{}", view.module.id, view.release.number);
    let port = Node::new("wsdl:port").with("name", "Berichten").with("binding", "dienst:BerichtenSoap");
    let service = Node::new("wsdl:service")
        .with("name", "BerichtenDienst")
        .child(Node::new("wsdl:documentation").text("The address is an example; the hub gives the real one."))
        .child(port.child(Node::new("soap:address").with("location", address)));
    nodes.extend([port_type, binding, service]);
    nodes
}

fn operations(view: &View<'_>) -> Vec<Operation> {
    let send = view.messages.iter().map(|message| Operation {
        name: format!("Verstuur{}", message.id),
        text: format!(
            "Sends {} with its Berichtheader. From: {}. To: {}. Proposed.",
            message.name,
            message.from.join(", "),
            message.to.join(", ")
        ),
        input: format!("bericht:{}", message.id),
        output: "dienst:VerstuurAntwoord".to_owned(),
        header: [true, false],
    });
    let own = [
        ("LijstBerichten", "The headers of the messages that wait, oldest first. Proposed.", false),
        ("HaalBericht", "One message with its Berichtheader; it keeps waiting until it is confirmed. Proposed.", true),
        ("BevestigBericht", "Says that a message was received and may be removed. Proposed.", false),
    ];
    send.chain(own.map(|(name, text, header)| Operation::own(name, text, header))).collect()
}

fn message(view: &View<'_>, name: &str, element: &str, header: bool) -> Node {
    let head = header.then(|| part("header", &format!("kop:{}", view.header.id)));
    Node::new("wsdl:message").with("name", name).children(head).child(part("body", element))
}

fn part(name: &str, element: &str) -> Node {
    Node::new("wsdl:part").with("name", name).with("element", element)
}

fn abstractly(operation: &Operation) -> Node {
    let name = &operation.name;
    Node::new("wsdl:operation")
        .with("name", name)
        .child(Node::new("wsdl:documentation").text(&operation.text))
        .child(Node::new("wsdl:input").with("message", format!("dienst:{}", operation.asks())))
        .child(Node::new("wsdl:output").with("message", format!("dienst:{}", operation.answers())))
        .child(Node::new("wsdl:fault").with("name", "TechnischeFout").with("message", "dienst:TechnischeFout"))
}

fn bound(view: &View<'_>, operation: &Operation) -> Node {
    let name = &operation.name;
    let content = |message: &str, header: bool| {
        let head = header.then(|| {
            Node::new("soap:header")
                .with("message", format!("dienst:{message}"))
                .with("part", "header")
                .with("use", "literal")
        });
        let body = Node::new("soap:body").with("parts", "body").with("use", "literal");
        head.into_iter().chain([body])
    };
    let [asks, answers] = operation.header;
    let action = format!("{}:{name}", view.namespace());
    let fault = Node::new("soap:fault").with("name", "TechnischeFout").with("use", "literal");
    Node::new("wsdl:operation")
        .with("name", name)
        .child(Node::new("soap:operation").with("soapAction", action).with("style", "document"))
        .child(Node::new("wsdl:input").children(content(&operation.asks(), asks)))
        .child(Node::new("wsdl:output").children(content(&operation.answers(), answers)))
        .child(Node::new("wsdl:fault").with("name", "TechnischeFout").child(fault))
}
