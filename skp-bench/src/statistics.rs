//! The middle of measurements and how far they lie apart.

use serde::{Deserialize, Serialize};

/// The median of some measurements and the quarter points below and above it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Spread {
    /// A quarter of the measurements lie below.
    pub low: f64,
    /// Half of the measurements lie below.
    pub median: f64,
    /// Three quarters of the measurements lie below.
    pub high: f64,
}

impl Spread {
    /// Of these measurements; `None` when there are none. Between two measurements the point is interpolated.
    #[must_use]
    pub fn of(mut measurements: Vec<f64>) -> Option<Self> {
        measurements.sort_by(f64::total_cmp);
        let at = |part: f64| -> Option<f64> {
            let place = part * (measurements.len().checked_sub(1)? as f64);
            let below = *measurements.get(place.floor() as usize)?;
            let above = *measurements.get(place.ceil() as usize)?;
            Some(below + (above - below) * place.fract())
        };
        Some(Self { low: at(0.25)?, median: at(0.5)?, high: at(0.75)? })
    }
}

#[cfg(test)]
mod tests {
    use super::Spread;

    #[test]
    fn the_middle_of_an_odd_number_is_one_of_them() {
        let spread = Spread::of(vec![9.0, 1.0, 5.0]).unwrap();
        assert_eq!((spread.low, spread.median, spread.high), (3.0, 5.0, 7.0));
    }

    #[test]
    fn the_middle_of_an_even_number_lies_between_two() {
        assert_eq!(Spread::of(vec![4.0, 1.0, 3.0, 2.0]).unwrap().median, 2.5);
    }

    #[test]
    fn one_measurement_is_its_own_middle() {
        let spread = Spread::of(vec![7.0]).unwrap();
        assert_eq!((spread.low, spread.median, spread.high), (7.0, 7.0, 7.0));
    }

    #[test]
    fn an_outlier_does_not_move_the_middle() {
        assert_eq!(Spread::of(vec![1.0, 1.0, 1.0, 1_000.0, 1.0]).unwrap().median, 1.0);
    }

    #[test]
    fn nothing_has_no_middle() {
        assert_eq!(Spread::of(Vec::new()), None);
    }
}
