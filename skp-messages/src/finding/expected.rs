//! What should stand where something else was found.

use crate::Lang;
use crate::shape::{CodeList, Element};

/// What should stand at the place of a finding.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum Expected {
    /// A text of this many characters.
    Length {
        /// At least.
        low: i64,
        /// At the most.
        high: i64,
    },
    /// A text that matches a pattern.
    Pattern(&'static str),
    /// One line without control characters, and not only white space.
    OneLine,
    /// Lines without other control characters, and not only white space.
    Lines,
    /// No white space at begin or end.
    Trimmed,
    /// A number between these, both included.
    Range {
        /// At least.
        low: i64,
        /// At the most.
        high: i64,
    },
    /// An amount in euro; bounds in cents.
    Amount {
        /// At least.
        low: u64,
        /// At the most.
        high: u64,
    },
    /// A percentage; bounds in hundredths of a percent.
    Percentage {
        /// At least.
        low: u64,
        /// At the most.
        high: u64,
    },
    /// A day as `jjjj-mm-dd`, in these years.
    Date {
        /// The first year.
        low: i64,
        /// The last year.
        high: i64,
    },
    /// A moment with seconds and an offset.
    Moment,
    /// `true` or `false`.
    Boolean,
    /// A UUID.
    Uuid,
    /// A burgerservicenummer.
    Bsn,
    /// An account number.
    Iban,
    /// A Dutch postcode.
    Postcode,
    /// Base64.
    Base64,
    /// A PDF document.
    Pdf,
    /// One of the codes of a list.
    Code(&'static CodeList),
    /// A JSON value of this type.
    Json(JsonType),
    /// Elements, not text.
    Elements,
    /// The element with this name; `None` when no name is near.
    Name(Option<&'static str>),
    /// An element of this name and type.
    Element {
        /// Its name.
        name: &'static str,
        /// The name of its type.
        ty: &'static str,
    },
    /// At least one item of this name in the list of this name.
    Item {
        /// The name of the item.
        item: &'static str,
        /// The name of the list.
        list: &'static str,
    },
    /// This element before the one found.
    Before(&'static str),
    /// The element once.
    Once,
    /// A value.
    NotEmpty,
    /// At least this many items.
    Items(u32),
    /// The element in other releases only: from a later one on, or up to an earlier one.
    Releases {
        /// The first release that has it, or empty.
        since: &'static str,
        /// The first release that no longer has it, or empty.
        until: &'static str,
    },
    /// An element in this namespace.
    Namespace(String),
    /// One of these.
    OneOf(Vec<String>),
    /// Something said in both languages.
    Said {
        /// In Dutch.
        nl: String,
        /// In English.
        en: String,
    },
}

impl PartialEq for Expected {
    /// What is expected is the same when it reads the same.
    fn eq(&self, other: &Self) -> bool {
        self.text(Lang::En) == other.text(Lang::En)
    }
}

/// The types of JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JsonType {
    /// `{ … }`
    Object,
    /// `[ … ]`
    Array,
    /// `"…"`
    String,
    /// A number.
    Number,
    /// `true` or `false`
    Boolean,
}

impl JsonType {
    const fn text(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Object, Lang::Nl) => "een object {…}",
            (Self::Object, Lang::En) => "an object {…}",
            (Self::Array, Lang::Nl) => "een lijst […]",
            (Self::Array, Lang::En) => "an array […]",
            (Self::String, Lang::Nl) => "een tekst tussen aanhalingstekens",
            (Self::String, Lang::En) => "a string in quotes",
            (Self::Number, Lang::Nl) => "een getal zonder aanhalingstekens",
            (Self::Number, Lang::En) => "a number without quotes",
            (Self::Boolean, Lang::Nl) => "true of false zonder aanhalingstekens",
            (Self::Boolean, Lang::En) => "true or false without quotes",
        }
    }
}

impl Expected {
    /// What a missing element should be.
    pub(crate) const fn missing(element: &Element) -> Self {
        match element.item {
            Some(item) => Self::Item { item, list: element.name },
            None => Self::Element { name: element.name, ty: element.ty.name() },
        }
    }

    /// What is expected, in words.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let say = |nl: &str, en: &str| lang.pick(nl, en).to_owned();
        match self {
            Self::Length { low, high } if low == high => match lang {
                Lang::Nl => format!("{low} tekens"),
                Lang::En => format!("{low} characters"),
            },
            Self::Length { low, high } => match lang {
                Lang::Nl => format!("{low} tot en met {high} tekens"),
                Lang::En => format!("{low} to {high} characters"),
            },
            Self::Pattern(pattern) => match lang {
                Lang::Nl => format!("een waarde volgens het patroon {pattern}"),
                Lang::En => format!("a value of the pattern {pattern}"),
            },
            Self::OneLine => say(
                "één regel zonder besturingstekens, niet alleen spaties",
                "one line without control characters, not only spaces",
            ),
            Self::Lines => say(
                "tekst zonder andere besturingstekens dan regeleinde en tab, niet alleen spaties",
                "text without control characters other than line feed and tab, not only spaces",
            ),
            Self::Trimmed => say("geen spatie aan begin of eind", "no space at begin or end"),
            Self::Range { low, high } => match lang {
                Lang::Nl => format!("een geheel getal van {low} tot en met {high}"),
                Lang::En => format!("a whole number from {low} to {high}"),
            },
            Self::Amount { low, high } => {
                let (low, high) = (hundredths(*low), hundredths(*high));
                match lang {
                    Lang::Nl => format!(
                        "een bedrag in euro van {low} tot en met {high}, met decimale punt en hoogstens 2 decimalen"
                    ),
                    Lang::En => {
                        format!("an amount in euro from {low} to {high}, with a decimal point and at most 2 decimals")
                    }
                }
            }
            Self::Percentage { low, high } => {
                let (low, high) = (low / 100, high / 100);
                match lang {
                    Lang::Nl => format!(
                        "een percentage van {low} tot en met {high}, met decimale punt en hoogstens 2 decimalen"
                    ),
                    Lang::En => {
                        format!("a percentage from {low} to {high}, with a decimal point and at most 2 decimals")
                    }
                }
            }
            Self::Date { low, high } => match lang {
                Lang::Nl => format!("een bestaande datum als jjjj-mm-dd, van {low} tot en met {high}"),
                Lang::En => format!("an existing date as yyyy-mm-dd, from {low} to {high}"),
            },
            Self::Moment => say(
                "een datum en tijd met seconden en tijdzone, zoals 2026-03-02T09:15:00+01:00",
                "a date and time with seconds and offset, such as 2026-03-02T09:15:00+01:00",
            ),
            Self::Boolean => say("true of false", "true or false"),
            Self::Uuid => say(
                "een UUID van 36 tekens (8-4-4-4-12), niet alleen nullen",
                "a UUID of 36 characters (8-4-4-4-12), not all zero",
            ),
            Self::Bsn => say("9 cijfers die aan de elfproef voldoen", "9 digits that pass the 11-test"),
            Self::Iban => say(
                "een IBAN met de lengte van het land en kloppende controlecijfers",
                "an IBAN with its country's length and right check digits",
            ),
            Self::Postcode => say("een postcode als 1234AB", "a postcode such as 1234AB"),
            Self::Base64 => say("base64", "base64"),
            Self::Pdf => say("een PDF-document in base64", "a PDF document in base64"),
            Self::Code(list) => codes(list, lang),
            Self::Json(kind) => kind.text(lang).to_owned(),
            Self::Elements => say("elementen, geen losse tekst", "elements, no loose text"),
            Self::Name(Some(name)) => match lang {
                Lang::Nl => format!("misschien {name}"),
                Lang::En => format!("perhaps {name}"),
            },
            Self::Name(None) => say("een element uit de tabel van dit bericht", "an element of this message's table"),
            Self::Element { name, ty } => match lang {
                Lang::Nl => format!("een element {name} ({ty})"),
                Lang::En => format!("an element {name} ({ty})"),
            },
            Self::Item { item, list } => match lang {
                Lang::Nl => format!("minstens één {item} in {list}"),
                Lang::En => format!("at least one {item} in {list}"),
            },
            Self::Before(name) => match lang {
                Lang::Nl => format!("dit element vóór {name}"),
                Lang::En => format!("this element before {name}"),
            },
            Self::Once => say("hoogstens één keer", "once at the most"),
            Self::NotEmpty => say(
                "een waarde; alleen een optioneel element mag weg",
                "a value; only an optional element may be left out",
            ),
            Self::Items(least) => match lang {
                Lang::Nl => format!("minstens {least}"),
                Lang::En => format!("at least {least}"),
            },
            Self::Releases { since, until: "" } => match lang {
                Lang::Nl => format!("dit element pas vanaf release {since}"),
                Lang::En => format!("this element only from release {since} on"),
            },
            Self::Releases { until, .. } => match lang {
                Lang::Nl => format!("dit element alleen vóór release {until}"),
                Lang::En => format!("this element only before release {until}"),
            },
            Self::Namespace(namespace) => match lang {
                Lang::Nl => format!("een element in namespace {namespace}"),
                Lang::En => format!("an element in namespace {namespace}"),
            },
            Self::OneOf(names) if names.len() == 1 => names.concat(),
            Self::OneOf(names) => match lang {
                Lang::Nl => format!("een van {}", names.join(", ")),
                Lang::En => format!("one of {}", names.join(", ")),
            },
            Self::Said { nl, en } => say(nl, en),
        }
    }
}

fn hundredths(value: u64) -> String {
    format!("{}.{:02}", value / 100, value % 100)
}

/// The codes of a list, or its name when they would fill the screen.
fn codes(list: &CodeList, lang: Lang) -> String {
    const SHOWN: usize = 12;
    let mut names: Vec<&str> = list.codes.iter().take(SHOWN).map(|code| code.code).collect();
    if list.codes.len() > SHOWN {
        names.push("…");
    }
    let names = names.join(", ");
    match lang {
        Lang::Nl => format!("een code van {}: {names}", list.name),
        Lang::En => format!("a code of {}: {names}", list.name),
    }
}
