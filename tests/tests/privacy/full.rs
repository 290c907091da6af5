//! Messages with every element filled, each with a value that is like no other.

use skp_messages::shape::{Element, Kind, MessageInfo, Privacy, Shape, Type};
use skp_messages::{Bsn, Format, Iban, catalogue};

/// A message with every element of its table, each with a value of its own.
pub struct Full {
    format: Format,
    /// Whether every value is one that its element does not allow.
    wrong: bool,
    pub text: String,
    /// The values that may not be told.
    pub private: Vec<String>,
    /// The values that may.
    pub public: Vec<String>,
}

impl Full {
    pub fn message(id: &str, format: Format, wrong: bool) -> Self {
        let bericht = format!("schuldregeling/2.0/{id}");
        let info = catalogue::messages().iter().find(|info| info.bericht == bericht).unwrap();
        let mut full = Self::empty(format, wrong);
        full.body(info);
        full
    }

    /// Any message of any release, with its header.
    pub fn sent(info: &MessageInfo, format: Format, wrong: bool) -> Self {
        let mut full = Self::empty(format, wrong);
        match format {
            Format::Json => {
                full.text.push_str("{\"header\":{");
                full.header(info);
                full.text.push_str("},\"inhoud\":");
                full.body(info);
                full.text.push('}');
            }
            Format::Xml => {
                full.text.push_str("<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Header>");
                full.text.push_str("<Berichtheader xmlns=\"urn:x-skp:bericht:2.0\">");
                full.header(info);
                full.text.push_str("</Berichtheader></s:Header><s:Body>");
                full.body(info);
                full.text.push_str("</s:Body></s:Envelope>");
            }
        }
        full
    }

    fn empty(format: Format, wrong: bool) -> Self {
        Self { format, wrong, text: String::new(), private: Vec::new(), public: Vec::new() }
    }

    /// The header, right in what says which message it is.
    fn header(&mut self, info: &MessageInfo) {
        let start = self.text.len();
        self.elements(catalogue::header());
        let header = self.text.split_off(start);
        // The values that were made for these are of no person.
        let header = [("Module", info.module.id), ("Release", info.release.number), ("Bericht", info.id)].iter().fold(
            header,
            |header, (name, value)| {
                let (open, close) = match self.format {
                    Format::Json => (format!("\"{}\":\"", name.to_lowercase()), "\"".to_owned()),
                    Format::Xml => (format!("<{name}>"), format!("</{name}>")),
                };
                let (before, rest) = header.split_once(&open).expect("an element of the header");
                let (_, after) = rest.split_once(&close).expect("its end");
                format!("{before}{open}{value}{close}{after}")
            },
        );
        self.text.push_str(&header);
    }

    fn body(&mut self, info: &MessageInfo) {
        match self.format {
            Format::Json => {
                self.text.push_str(&format!("{{\"bericht\":\"{}\",", info.bericht));
                self.elements(info.shape);
                self.text.push('}');
            }
            Format::Xml => {
                self.text.push_str(&format!("<{} xmlns=\"{}\">", info.id, info.release.namespace));
                self.elements(info.shape);
                self.text.push_str(&format!("</{}>", info.id));
            }
        }
    }

    fn elements(&mut self, shape: &Shape) {
        for (at, element) in shape.elements.iter().enumerate() {
            let comma = if at > 0 { "," } else { "" };
            let (open, close) = match (self.format, element.item) {
                (Format::Json, None) => (format!("{comma}\"{}\":", element.json), String::new()),
                (Format::Json, Some(_)) => (format!("{comma}\"{}\":[", element.json), "]".to_owned()),
                (Format::Xml, None) => (format!("<{}>", element.name), format!("</{}>", element.name)),
                (Format::Xml, Some(item)) => {
                    (format!("<{}><{item}>", element.name), format!("</{item}></{}>", element.name))
                }
            };
            self.text.push_str(&open);
            self.value(element);
            self.text.push_str(&close);
        }
    }

    fn value(&mut self, element: &Element) {
        let json = self.format == Format::Json;
        let (value, marks, bare) = match element.ty {
            Type::Composite(shape) => {
                self.text.push_str(if json { "{" } else { "" });
                self.elements(shape);
                self.text.push_str(if json { "}" } else { "" });
                return;
            }
            _ if self.wrong => (format!("GEHEIM{}\u{7f}", self.number()), true, false),
            Type::Simple(simple) => {
                let (value, marks) = self.right(simple.kind, simple.name, element);
                (value, marks, matches!(simple.kind, Kind::Integer | Kind::Boolean))
            }
            Type::Code(list) if list.closed => (list.codes[0].code.to_owned(), false, false),
            Type::Code(_) => (format!("GEHEIM-{}", self.number()), true, false),
        };
        let quote = if json && !bare { "\"" } else { "" };
        self.text.push_str(&format!("{quote}{value}{quote}"));
        if marks {
            let list = if element.privacy == Privacy::None { &mut self.public } else { &mut self.private };
            list.push(value.trim_end_matches('\u{7f}').to_owned());
        }
    }

    /// A value that its element allows, and whether it is like no other.
    fn right(&self, kind: Kind, name: &str, element: &Element) -> (String, bool) {
        let n = self.number();
        let value = match kind {
            Kind::Text if name == "Emailadres" => format!("geheim{n}@geheim.example"),
            Kind::Text if name == "Telefoonnummer" => format!("06-7310{n}"),
            Kind::Text if name == "KvKNummer" => format!("73100{n}"),
            Kind::Text if name == "Vestigingsnummer" => format!("731000000{n}"),
            Kind::Text if element.name == "Huisletter" => return ("Q".to_owned(), false),
            Kind::Text if element.high == Some(4) => format!("G{n}"),
            Kind::Text | Kind::Lines => format!("GEHEIM {n}"),
            Kind::Date => format!("19{}-03-17", &n[1..]),
            Kind::Amount => format!("7310{n}.17"),
            Kind::Percentage => format!("43.{}", &n[1..]),
            Kind::Integer if element.privacy == Privacy::None => return ("7".to_owned(), false),
            Kind::Integer => format!("48{n}"),
            Kind::Boolean => return ("true".to_owned(), false),
            Kind::Iban => iban(&n),
            Kind::Postcode => format!("7{n}GE"),
            Kind::DateTime => format!("19{}-03-17T10:11:12+01:00", &n[1..]),
            Kind::Uuid => format!("73100{n}-0000-4000-8000-000000000000"),
            Kind::Bsn => bsn(&n),
            // `GEHEIM` and three digits.
            Kind::Base64 => format!("R0VIRUlN{}", three_digits(&n)),
            Kind::Uri => format!("https://geheim{n}.example/"),
        };
        (value, true)
    }

    /// The number of the next value, in three digits.
    fn number(&self) -> String {
        format!("{}", 110 + self.private.len() + self.public.len())
    }
}

/// A number for citizens that begins with these digits.
fn bsn(digits: &str) -> String {
    let found = (0..100).map(|rest| format!("9{digits}000{rest:02}")).find(|bsn| bsn.parse::<Bsn>().is_ok());
    found.expect("check digits")
}

/// Three digits as Base64.
fn three_digits(digits: &str) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let bits = digits.bytes().fold(0_usize, |bits, byte| bits << 8 | usize::from(byte));
    [18, 12, 6, 0].map(|shift| char::from(LETTERS[bits >> shift & 63])).iter().collect()
}

/// A Dutch account number with these digits and the check digits they ask for.
fn iban(digits: &str) -> String {
    let account = format!("GEHM0000000{digits}");
    (2..99)
        .map(|check| format!("NL{check:02}{account}"))
        .find(|iban| iban.parse::<Iban>().is_ok())
        .expect("check digits")
}
