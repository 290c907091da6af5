//! The values that serde has no type for.

use std::fmt;

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An amount in cents, written with two decimals. As cheap as a vendor could make it: no decimal type, no allocation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cents(pub u64);

impl<'de> Deserialize<'de> for Cents {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Amount;
        impl Visitor<'_> for Amount {
            type Value = Cents;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an amount with two decimals")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Cents, E> {
                parse(text).ok_or_else(|| E::custom("not an amount"))
            }
        }
        deserializer.deserialize_str(Amount)
    }
}

fn parse(text: &str) -> Option<Cents> {
    let (euro, cents) = text.split_once('.')?;
    let (euro, cents) = (euro.parse::<u64>().ok()?, cents.parse::<u64>().ok()?);
    Some(Cents(euro.checked_mul(100)?.checked_add(cents)?))
}

impl Serialize for Cents {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut room = [b'0'; 24];
        let mut rest = self.0;
        let mut start = room.len();
        for (number, place) in room.iter_mut().enumerate().rev() {
            if number == 21 {
                *place = b'.';
                continue;
            }
            *place = b'0' + (rest % 10) as u8;
            rest /= 10;
            start = number;
            if rest == 0 && number <= 20 {
                break;
            }
        }
        let text = room.get(start..).and_then(|digits| std::str::from_utf8(digits).ok()).unwrap_or_default();
        serializer.serialize_str(text)
    }
}

#[cfg(test)]
mod tests {
    use super::Cents;

    #[test]
    fn amounts_are_written_as_they_are_read() {
        for text in ["\"0.00\"", "\"0.05\"", "\"1.20\"", "\"745.60\"", "\"99999999.99\""] {
            let amount: Cents = serde_json::from_str(text).unwrap();
            assert_eq!(serde_json::to_string(&amount).unwrap(), text);
        }
    }
}
