//! How far a run is: how many messages, how fast, and how long it may still take.
//!
//! It knows no clock and no terminal; whoever asks says how much time has passed.

use std::time::Duration;

use skp_messages::Lang;

use crate::terminal::count;

/// How far a run is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Meter {
    /// Messages that were checked, with or without findings.
    pub messages: u64,
    /// Bytes that were read, packed as they are.
    pub read: u64,
    /// Bytes that there are to read; `None` when that is not known, as of standard input.
    pub total: Option<u64>,
}

impl Meter {
    /// One line about it: `1200000 berichten, 400000 per seconde, 40 %, nog 4 s`.
    #[must_use]
    pub fn line(&self, passed: Duration, lang: Lang) -> String {
        let millis = passed.as_millis().max(1);
        let rate = u128::from(self.messages) * 1000 / millis;
        let messages = count(self.messages, lang, ["bericht", "berichten"], ["message", "messages"]);
        let mut line = format!("{messages}, {rate} {}", lang.pick("per seconde", "a second"));
        if let Some(total) = self.total.filter(|total| *total > 0 && self.read > 0) {
            // Files may grow while they are read.
            let read = self.read.min(total);
            let percent = u128::from(read) * 100 / u128::from(total);
            let left = millis * u128::from(total - read) / u128::from(read) / 1000;
            line.push_str(&format!(", {percent} %, "));
            let left = match left {
                0..=99 => format!("{left} s"),
                100..=5999 => format!("{} min", left / 60),
                _ => format!("{} {}", left / 3600, lang.pick("uur", "h")),
            };
            line.push_str(&match lang {
                Lang::Nl => format!("nog {left}"),
                Lang::En => format!("{left} to go"),
            });
        }
        line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rate_and_rest_are_estimated() {
        let meter = Meter { messages: 1_200_000, read: 40, total: Some(100) };
        let line = meter.line(Duration::from_secs(3), Lang::Nl);
        assert_eq!(line, "1200000 berichten, 400000 per seconde, 40 %, nog 4 s");
        assert!(meter.line(Duration::from_secs(3000), Lang::En).ends_with("400 a second, 40 %, 75 min to go"));
    }

    #[test]
    fn what_is_not_known_is_not_said() {
        let meter = Meter { messages: 1, read: 5, total: None };
        assert_eq!(meter.line(Duration::ZERO, Lang::En), "1 message, 1000 a second");
        let none = Meter { total: Some(0), ..Meter::default() };
        assert_eq!(none.line(Duration::from_secs(1), Lang::Nl), "0 berichten, 0 per seconde");
    }
}
