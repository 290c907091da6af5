//! Messages with every element filled, each with a value that is like no other.

use skp_messages::shape::{Element, Kind, Privacy, Shape, Type};
use skp_messages::{Format, Iban, catalogue};

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
        let mut full = Self { format, wrong, text: String::new(), private: Vec::new(), public: Vec::new() };
        match format {
            Format::Json => {
                full.text = format!("{{\"bericht\":\"{bericht}\",");
                full.elements(info.shape);
                full.text.push('}');
            }
            Format::Xml => {
                full.text = format!("<{id} xmlns=\"{}\">", info.release.namespace);
                full.elements(info.shape);
                full.text.push_str(&format!("</{id}>"));
            }
        }
        full
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
            Kind::DateTime | Kind::Uuid | Kind::Bsn | Kind::Base64 | Kind::Uri => {
                panic!("{name} is new in these messages")
            }
        };
        (value, true)
    }

    /// The number of the next value, in three digits.
    fn number(&self) -> String {
        format!("{}", 110 + self.private.len() + self.public.len())
    }
}

/// A Dutch account number with these digits and the check digits they ask for.
fn iban(digits: &str) -> String {
    let account = format!("GEHM0000000{digits}");
    (2..99)
        .map(|check| format!("NL{check:02}{account}"))
        .find(|iban| iban.parse::<Iban>().is_ok())
        .expect("check digits")
}
