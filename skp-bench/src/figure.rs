//! A measured figure beside its target.

use serde::Serialize;

use crate::rounds::{Race, Times};
use crate::statistics::Spread;
use crate::targets;

/// What one contender did with one input.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Figure {
    /// The measure.
    pub measure: &'static str,
    /// The input.
    pub input: String,
    /// The contender.
    pub contender: &'static str,
    /// The bytes that one iteration reads or writes.
    pub bytes: usize,
    /// Nanoseconds for each message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nanoseconds: Option<Spread>,
    /// Our speed divided by that of this contender, round by round; absent for ours.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ratio: Option<Spread>,
    /// What the ratio should be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<f64>,
    /// How it stands with the target.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verdict: Option<Verdict>,
    /// Why it was not measured.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_measured: Option<String>,
}

/// How a ratio stands with its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// The ratio is at least the target.
    Reached,
    /// The ratio is below the target.
    Below,
    /// One of the two could not be measured.
    NotMeasured,
}

impl Figure {
    /// Millions of bytes in a second.
    #[must_use]
    pub fn megabytes_a_second(&self) -> Option<f64> {
        self.nanoseconds.map(|time| self.bytes as f64 * 1e3 / time.median)
    }

    /// Messages in a second.
    #[must_use]
    pub fn messages_a_second(&self) -> Option<f64> {
        self.nanoseconds.map(|time| 1e9 / time.median)
    }
}

/// The figures of a race that was run.
#[must_use]
pub fn of(measure: &'static str, race: &Race<'_>, times: &[Times]) -> Vec<Figure> {
    let ours = race.contenders.first().zip(times.first());
    let pairs = race.contenders.iter().zip(times).enumerate();
    let figure = |(number, (contender, times)): (usize, (&crate::rounds::Contender<'_>, &Times))| {
        let ratio = match (number, ours, times) {
            (1.., Some((us, Ok(our_times))), Ok(their_times)) => {
                let size = us.bytes as f64 / contender.bytes as f64;
                Spread::of(our_times.iter().zip(their_times).map(|(ours, theirs)| size * theirs / ours).collect())
            }
            _ => None,
        };
        let target = targets::of(measure, &race.input, contender.name);
        Figure {
            measure,
            input: race.input.clone(),
            contender: contender.name,
            bytes: contender.bytes,
            nanoseconds: times.as_ref().ok().and_then(|times| Spread::of(times.clone())),
            ratio,
            target,
            verdict: target.map(|target| judge(ratio.map(|ratio| ratio.median), target)),
            not_measured: times.as_ref().err().cloned(),
        }
    };
    pairs.map(figure).collect()
}

/// Holds a ratio against its target.
fn judge(ratio: Option<f64>, target: f64) -> Verdict {
    match ratio {
        None => Verdict::NotMeasured,
        Some(ratio) if ratio >= target => Verdict::Reached,
        Some(_) => Verdict::Below,
    }
}

/// Whether every target among these was reached. One that was not measured counts as missed unless that is allowed.
#[must_use]
pub fn all_reached(figures: &[Figure], allow_missing: bool) -> bool {
    figures.iter().all(|figure| match figure.verdict {
        None | Some(Verdict::Reached) => true,
        Some(Verdict::Below) => false,
        Some(Verdict::NotMeasured) => allow_missing,
    })
}

#[cfg(test)]
mod tests {
    use super::{Verdict, all_reached, of};
    use crate::rounds::{Contender, Race, Times};
    use crate::targets::JUDGED;

    fn figures(ours: Times, theirs: Times) -> Vec<super::Figure> {
        let contender = |name| Contender::new(name, 100, || Ok::<(), String>(()));
        let contenders = vec![contender("skp-messages"), contender("quick-xml, bare events")];
        of("xml-read", &Race { input: JUDGED.to_owned(), contenders }, &[ours, theirs])
    }

    #[test]
    fn a_ratio_is_the_middle_of_those_of_the_rounds() {
        let figures = figures(Ok(vec![1.0, 2.0, 10.0]), Ok(vec![4.0, 6.0, 50.0]));
        assert_eq!(figures[0].ratio, None);
        assert_eq!(figures[1].ratio.unwrap().median, 4.0);
        assert_eq!(figures[1].verdict, Some(Verdict::Reached));
        assert_eq!(figures[0].megabytes_a_second(), Some(50_000.0));
    }

    #[test]
    fn a_ratio_below_its_target_is_told() {
        let figures = figures(Ok(vec![1.0]), Ok(vec![2.9]));
        assert_eq!(figures[1].verdict, Some(Verdict::Below));
        assert!(!all_reached(&figures, true));
    }

    #[test]
    fn a_ratio_that_equals_its_target_reaches_it() {
        let figures = figures(Ok(vec![1.0]), Ok(vec![3.0]));
        assert!(all_reached(&figures, false));
    }

    #[test]
    fn what_was_not_measured_is_not_reached_unless_that_is_allowed() {
        let figures = figures(Ok(vec![1.0]), Err("no compiler".to_owned()));
        assert_eq!(figures[1].verdict, Some(Verdict::NotMeasured));
        assert!(!all_reached(&figures, false));
        assert!(all_reached(&figures, true));
    }

    #[test]
    fn bytes_of_different_inputs_are_weighed() {
        let mut race = Race {
            input: "XML read".to_owned(),
            contenders: vec![
                Contender::new("5,000 claims", 1_000, || Ok::<(), String>(())),
                Contender::new("12 claims", 100, || Ok::<(), String>(())),
            ],
        };
        race.input = "XML read".to_owned();
        let figures = of("scaling", &race, &[Ok(vec![20.0]), Ok(vec![1.8])]);
        assert_eq!(figures[1].ratio.unwrap().median, 0.9);
        assert_eq!(figures[1].verdict, Some(Verdict::Reached));
    }
}
