//! Marks that a spreadsheet leaves on cells: recognised, named, and mended where only one reading is possible.

use crate::Lang;
use crate::shape::Kind;
use crate::value::Bsn;

/// What a spreadsheet did to a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Damage {
    /// Zeros at the front are gone.
    LeadingZeros,
    /// A long number stands there as `1,23E+11`.
    Scientific,
    /// The parts of a date have another order or other separators.
    DateOrder,
    /// The year of a date has two digits.
    ShortYear,
    /// A date stands there as `jjjj-mm-dd`.
    IsoDate,
    /// Zeros of day or month are gone.
    ShortDate,
    /// A date stands there as a number of days.
    DateNumber,
    /// A zero after the decimal comma is gone.
    TrailingZero,
    /// A UUID was cut short.
    UuidCut,
    /// An amount has separators between thousands.
    Thousands,
    /// An amount has a decimal point.
    DecimalPoint,
    /// An amount has a currency sign.
    Currency,
    /// `Ja` or empty became a truth value or another spelling.
    Truth,
}

impl Damage {
    /// What it is, in words.
    #[must_use]
    pub const fn text(self, lang: Lang) -> &'static str {
        match self {
            Self::LeadingZeros => lang.pick("voorloopnullen zijn weggevallen", "leading zeros were lost"),
            Self::Scientific => lang.pick("getal in wetenschappelijke notatie", "number in scientific notation"),
            Self::DateOrder => lang.pick("datum in een andere volgorde", "date in another order"),
            Self::ShortYear => lang.pick("jaartal van twee cijfers", "year of two digits"),
            Self::IsoDate => lang.pick("datum als jjjj-mm-dd", "date as yyyy-mm-dd"),
            Self::ShortDate => lang.pick("dag of maand zonder nul", "day or month without its zero"),
            Self::DateNumber => lang.pick("datum als dagnummer", "date as a number of days"),
            Self::TrailingZero => lang.pick("nul achter de komma is weggevallen", "trailing zero was lost"),
            Self::UuidCut => lang.pick("UUID is afgekapt", "UUID was cut short"),
            Self::Thousands => lang.pick("scheidingsteken tussen duizendtallen", "separator between thousands"),
            Self::DecimalPoint => lang.pick("decimale punt", "decimal point"),
            Self::Currency => lang.pick("valutateken", "currency sign"),
            Self::Truth => lang.pick("andere schrijfwijze van Ja of leeg", "other spelling of Ja or empty"),
        }
    }
}

/// Damage, and what must have stood there when that is certain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark {
    pub damage: Damage,
    pub repair: Option<String>,
}

fn mark(damage: Damage, repair: Option<String>) -> Option<Mark> {
    Some(Mark { damage, repair })
}

fn digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// What happened to a date that is not `dd-mm-jjjj`.
pub(super) fn date(text: &str) -> Option<Mark> {
    let text = text.split_once(' ').map_or(text, |(day, time)| if time.contains(':') { day } else { text });
    if digits(text) && text.len() == 5 {
        return mark(Damage::DateNumber, None);
    }
    let parts: Vec<&str> = text.split(['-', '/', '.']).collect();
    let &[first, second, third] = parts.as_slice() else { return None };
    if ![first, second, third].iter().all(|part| digits(part) && part.len() <= 4) {
        return None;
    }
    let number = |part: &str| part.parse::<u32>().unwrap_or(0);
    let day = |day: &str, month: &str, year: &str| {
        chrono::NaiveDate::from_ymd_opt(i32::try_from(number(year)).ok()?, number(month), number(day))?;
        Some(format!("{:02}-{:02}-{:04}", number(day), number(month), number(year)))
    };
    if first.len() == 4 {
        return mark(Damage::IsoDate, day(third, second, first));
    }
    if third.len() != 4 {
        return mark(Damage::ShortYear, None);
    }
    if text.contains('-') {
        let damage = if number(second) > 12 { Damage::DateOrder } else { Damage::ShortDate };
        return mark(damage, day(first, second, third).or_else(|| day(second, first, third)));
    }
    // With other separators the order is sure only when one reading is a day.
    let repair = match (day(first, second, third), day(second, first, third)) {
        (Some(one), Some(two)) => (one == two).then_some(one),
        (one, two) => one.or(two),
    };
    mark(Damage::DateOrder, repair)
}

/// What happened to an amount that is not digits with a decimal comma.
pub(super) fn amount(text: &str) -> Option<Mark> {
    if scientific(text) {
        return mark(Damage::Scientific, None);
    }
    let bare: String = text.chars().filter(|character| !matches!(character, '€' | ' ' | '\u{a0}')).collect();
    let bare = bare.strip_prefix("EUR").unwrap_or(&bare);
    let currency = bare.len() != text.len() && (text.contains('€') || text.contains("EUR"));
    let spaced = bare.len() != text.len() && !currency;
    if !bare.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'.')) || bare.is_empty() {
        return None;
    }
    let last = bare.rfind([',', '.']);
    let (repair, damage) = match last.map(|at| (bare.split_at(at), bare.get(at..=at))) {
        None => (Some(bare.to_owned()), Damage::Thousands),
        Some(((whole, cents), sign)) => {
            let cents = cents.get(1..).unwrap_or_default();
            let grouped = whole.contains([',', '.']);
            let sure = match cents.len() {
                1 | 2 => !sign.is_some_and(|sign| whole.contains(sign)) && groups(whole),
                // `1.234` may be a thousand or a number of three decimals, unless there are more groups.
                3 => grouped && groups(bare),
                _ => false,
            };
            let plain: String = whole.chars().filter(char::is_ascii_digit).collect();
            let repair = match cents.len() {
                1 => format!("{plain},{cents}0"),
                2 => format!("{plain},{cents}"),
                _ => format!("{plain}{cents}"),
            };
            let damage = if grouped || cents.len() == 3 || spaced {
                Damage::Thousands
            } else if sign == Some(".") {
                Damage::DecimalPoint
            } else {
                Damage::TrailingZero
            };
            (sure.then_some(repair), damage)
        }
    };
    mark(if currency { Damage::Currency } else { damage }, repair)
}

/// Whether groups of three digits follow a group of one to three, with the same sign between them.
fn groups(text: &str) -> bool {
    let Some(sign) = text.chars().find(|character| !character.is_ascii_digit()) else { return digits(text) };
    let mut groups = text.split(sign);
    let first = groups.next().unwrap_or_default();
    digits(first) && first.len() <= 3 && groups.all(|group| digits(group) && group.len() == 3)
}

/// What happened to a text that a spreadsheet took for a number.
pub(super) fn text(text: &str, ty: &str, kind: Kind) -> Option<Mark> {
    if scientific(text) {
        return mark(Damage::Scientific, None);
    }
    let padded = |length: usize| format!("{text:0>length$}");
    match (kind, ty) {
        (Kind::Bsn, _) if digits(text) && (7..9).contains(&text.len()) => {
            let repair = padded(9);
            mark(Damage::LeadingZeros, repair.parse::<Bsn>().is_ok().then_some(repair))
        }
        (_, "KvKNummer") if digits(text) && (6..8).contains(&text.len()) => mark(Damage::LeadingZeros, Some(padded(8))),
        // A number of the Netherlands has ten digits, and the first is a zero.
        (_, "Telefoonnummer") if digits(text) && text.len() == 9 && !text.starts_with('0') => {
            mark(Damage::LeadingZeros, Some(padded(10)))
        }
        _ => None,
    }
}

/// What happened to a UUID.
pub(super) fn uuid(text: &str) -> Option<Mark> {
    let hexadecimal = text.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
    if scientific(text) {
        mark(Damage::Scientific, None)
    } else if hexadecimal && (4..36).contains(&text.len()) && text.contains('-') {
        mark(Damage::UuidCut, None)
    } else {
        None
    }
}

/// What happened to `Ja` or empty.
pub(super) fn yes(text: &str) -> Option<Mark> {
    let repair = match text.trim().to_lowercase().as_str() {
        "ja" | "waar" | "true" => "Ja",
        "nee" | "onwaar" | "false" | "" => "",
        _ => return None,
    };
    mark(Damage::Truth, Some(repair.to_owned()))
}

fn scientific(text: &str) -> bool {
    let Some((number, power)) = text.split_once("E+") else { return false };
    digits(power) && power.len() <= 3 && number.split([',', '.']).all(digits) && number.len() <= 20
}
