//! `Debug` of messages and values, and errors that a program gets when it makes them.

use std::fmt::Debug;

use skp_messages::bericht::v2_0::Bijlage;
use skp_messages::codec::{Composite, Encoder, Value};
use skp_messages::schuldregeling::v2_0::{
    Betaalvoorstel, Contactpersoon, Message, Persoon, Saldoverzoek, SaldoverzoekAntwoord,
};
use skp_messages::shape::{Privacy, Shape, Type};
use skp_messages::simple::{Emailadres, Tekst, TekstLang};
use skp_messages::{Bedrag, Bsn, Iban, Lang, Percentage, Received, SimpleValue};
use skp_tests::{bytes, examples, samples};

use super::{assert_untold, told};

/// Collects the texts of values.
struct Collector {
    shape: &'static Shape,
    privacy: Privacy,
    private: Vec<String>,
    public: Vec<String>,
}

impl Collector {
    fn of<T: Composite>(value: &T) -> Self {
        let mut collector = Self { shape: T::SHAPE, privacy: Privacy::None, private: Vec::new(), public: Vec::new() };
        value.encode(&mut collector);
        collector
    }
}

impl Encoder for Collector {
    fn one<T: Value>(&mut self, index: usize, value: &T) {
        let shape = self.shape;
        self.privacy = shape.elements[index].privacy;
        if let Type::Composite(part) = shape.elements[index].ty {
            self.shape = part;
        }
        value.encode_value(self);
        self.shape = shape;
    }

    fn optional<T: Value>(&mut self, index: usize, value: Option<&T>) {
        if let Some(value) = value {
            self.one(index, value);
        }
    }

    fn many<T: Value>(&mut self, index: usize, items: &[T]) {
        for item in items {
            self.one(index, item);
        }
    }

    fn simple<T: SimpleValue>(&mut self, value: &T) {
        let list = if self.privacy == Privacy::None { &mut self.public } else { &mut self.private };
        let mut text = String::new();
        value.write(&mut text);
        list.push(text);
    }

    fn composite<T: Composite>(&mut self, value: &T) {
        value.encode(self);
    }
}

/// Checks `Debug` of a message and of all that comes with it when it is of this type; gives how many values were
/// looked for.
fn debug_is_masked<T: Composite + Debug>(received: &Received) -> usize {
    let Some(message) = received.get::<T>() else { return 0 };
    let header = received.header();
    let shown = format!("{received:?} {header:?} {message:?} {message:#?} {}", told(received.report()));
    let Collector { mut private, mut public, .. } = Collector::of(message);
    public.extend(header.map(|header| Collector::of(header).public).unwrap_or_default());
    // Short values, codes and what is said elsewhere in public can't be recognised.
    let is_code = |text: &str| text.chars().all(|c| c.is_ascii_uppercase() || c == '_');
    private.retain(|text| text.chars().count() > 5 && !is_code(text));
    private.retain(|text| !public.iter().any(|public| public.contains(text.as_str())));
    assert!(shown.contains("•••"));
    assert_untold(&shown, &private);
    private.len()
}

#[test]
fn debug_of_a_message_tells_none_of_a_person() {
    let mut looked_for = 0;
    for path in samples(&examples("messages/schuldregeling/2.0")) {
        let received = skp_messages::read(&bytes(&path)).unwrap_or_else(|report| panic!("{report}"));
        looked_for += debug_is_masked::<Saldoverzoek>(&received);
        looked_for += debug_is_masked::<SaldoverzoekAntwoord>(&received);
        looked_for += debug_is_masked::<Betaalvoorstel>(&received);
    }
    assert!(looked_for > 500, "{looked_for}");
}

#[test]
fn debug_of_a_simple_value_is_masked() {
    let shown = [
        format!("{:?}", "GEHEIM".parse::<Tekst>().unwrap()),
        format!("{:?}", "GEHEIM".parse::<TekstLang>().unwrap()),
        format!("{:?}", "geheim@geheim.example".parse::<Emailadres>().unwrap()),
        format!("{:?}", "7310.17".parse::<Bedrag>().unwrap()),
        format!("{:?}", "73.17".parse::<Percentage>().unwrap()),
        format!("{:?}", "111222333".parse::<Bsn>().unwrap()),
        format!("{:?}", "NL91ABNA0417164300".parse::<Iban>().unwrap()),
    ];
    for shown in shown {
        assert!(!shown.to_lowercase().contains("geheim") && !shown.contains(|c: char| c.is_ascii_digit()), "{shown}");
    }
}

#[test]
fn an_error_on_a_value_does_not_tell_it() {
    let errors = [
        "GEHEIM\u{7f}".parse::<Tekst>().unwrap_err(),
        "GEHEIM".parse::<Emailadres>().unwrap_err(),
        "731017".repeat(3).parse::<Bedrag>().unwrap_err(),
        "NL00GEHM0731017000".parse::<Iban>().unwrap_err(),
        "731017000".parse::<Bsn>().unwrap_err(),
    ];
    for error in errors {
        let shown = format!("{error} {error:?} {} {}", error.text(Lang::Nl), error.text(Lang::En));
        assert!(!shown.contains("GEH") && !shown.contains("731017"), "{shown}");
    }
}

#[test]
fn an_error_of_a_builder_tells_no_value() {
    let text = |text: &str| text.parse::<Tekst>().unwrap();
    let person =
        Persoon::builder().voornamen(text("GEHEIM")).voorvoegsel(text(&"GEHEIM".repeat(20))).build().unwrap_err();
    let contact = Contactpersoon::builder().naam(text("GEHEIM")).build().unwrap_err();
    let mut letter: Saldoverzoek =
        skp_messages::read(&bytes(&examples("messages/schuldregeling/2.0/saldoverzoek-minimaal.json")))
            .unwrap()
            .take()
            .unwrap();
    letter.adres.huisletter = Some(text("GEHEIM"));
    for report in [person, contact, letter.to_xml().unwrap_err()] {
        assert!(!told(&report).contains("GEHEIM"), "{report}");
    }
}

#[test]
fn debug_of_a_document_tells_neither_its_name_nor_its_content() {
    let content = "JVBERi1HRUhFSU0="; // %PDF-GEHEIM
    let bijlage = Bijlage::builder()
        .bestandsnaam("GEHEIM.pdf".parse().unwrap())
        .mime_type("application/pdf".parse().unwrap())
        .inhoud(content.parse().unwrap())
        .build()
        .unwrap_or_else(|report| panic!("{report}"));
    let shown = format!("{bijlage:?} {:?}", bijlage.inhoud);
    assert!(!shown.contains("GEHEIM") && !shown.contains(content), "{shown}");
}
