//! Contenders take turns: A B C A B C …, so that what slows the machine for a while slows them all.

use std::fmt::Display;
use std::hint::black_box;
use std::time::Duration;

use crate::clock;

/// How long a contender works in one round, as far as whole iterations allow.
const TURN: Duration = Duration::from_millis(30);

/// From here on a trial is long enough to be believed.
const TRIAL: Duration = Duration::from_millis(3);

/// Does something many times and gives the time it took.
type Work<'a> = Box<dyn FnMut(u64) -> Result<Duration, String> + 'a>;

/// One who does the work of a race.
pub struct Contender<'a> {
    /// Who.
    pub name: &'static str,
    /// The bytes that one iteration reads or writes.
    pub bytes: usize,
    /// Whether it works in this process, so that its allocations can be counted here.
    pub in_process: bool,
    work: Work<'a>,
}

impl<'a> Contender<'a> {
    /// One that does the work by a call. What the call gives is dropped within the time.
    pub fn new<T, E: Display>(name: &'static str, bytes: usize, mut once: impl FnMut() -> Result<T, E> + 'a) -> Self {
        let work = move |iterations| {
            let start = clock::now();
            for _ in 0..iterations {
                match once() {
                    Ok(made) => drop(black_box(made)),
                    Err(error) => return Err(error.to_string()),
                }
            }
            Ok(clock::now().saturating_sub(start))
        };
        Self { name, bytes, in_process: true, work: Box::new(work) }
    }

    /// One that runs elsewhere and brings its own clock.
    pub fn elsewhere(name: &'static str, bytes: usize, work: impl FnMut(u64) -> Result<Duration, String> + 'a) -> Self {
        Self { name, bytes, in_process: false, work: Box::new(work) }
    }

    /// Does the work so many times.
    ///
    /// # Errors
    /// Why it cannot.
    pub fn run(&mut self, iterations: u64) -> Result<Duration, String> {
        (self.work)(iterations)
    }

    /// How many iterations fill a turn.
    fn iterations(&mut self) -> Result<u64, String> {
        let mut iterations = 1;
        loop {
            let time = self.run(iterations)?;
            if time >= TRIAL || iterations >= 1 << 24 {
                let each = time.as_nanos().max(1).div_ceil(u128::from(iterations));
                return Ok(u64::try_from(TURN.as_nanos() / each).unwrap_or(u64::MAX).max(1));
            }
            iterations *= 2;
        }
    }
}

/// Contenders that do the same with the same bytes. Ours comes first.
pub struct Race<'a> {
    /// What it is done with.
    pub input: String,
    /// Who does it.
    pub contenders: Vec<Contender<'a>>,
}

/// What a contender took for one iteration, in nanoseconds, round by round, or why it was not measured.
pub type Times = Result<Vec<f64>, String>;

/// Runs a race. The answers are in the order of the contenders.
pub fn run(race: &mut Race<'_>, rounds: usize) -> Vec<Times> {
    let mut turns: Vec<Result<(u64, Vec<f64>), String>> = race
        .contenders
        .iter_mut()
        .map(|contender| contender.iterations().map(|iterations| (iterations, Vec::with_capacity(rounds))))
        .collect();
    for _ in 0..rounds {
        for (contender, turn) in race.contenders.iter_mut().zip(&mut turns) {
            let Ok((iterations, times)) = turn else { continue };
            match contender.run(*iterations) {
                Ok(time) => times.push(time.as_nanos() as f64 / *iterations as f64),
                Err(error) => *turn = Err(error),
            }
        }
    }
    turns.into_iter().map(|turn| turn.map(|(_, times)| times)).collect()
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::time::Duration;

    use super::{Contender, Race, run};

    #[test]
    fn contenders_take_turns() {
        let order = RefCell::new(String::new());
        let contender = |name: &'static str| {
            let order = &order;
            Contender::elsewhere(name, 1, move |iterations| {
                order.borrow_mut().push_str(name);
                Ok(Duration::from_millis(10) * u32::try_from(iterations).unwrap())
            })
        };
        let mut race = Race { input: "none".to_owned(), contenders: vec![contender("a"), contender("b")] };
        let times = run(&mut race, 3);
        assert_eq!(*order.borrow(), "abababab"); // the first pair is the trial
        assert_eq!(times, vec![Ok(vec![10_000_000.0; 3]); 2]);
    }

    #[test]
    fn one_that_cannot_is_left_out() {
        let failing = Contender::new("a", 1, || Err::<(), _>("not installed"));
        let working = Contender::new("b", 1, || Ok::<_, String>(std::hint::black_box(1) + 1));
        let mut race = Race { input: "none".to_owned(), contenders: vec![failing, working] };
        let times = run(&mut race, 2);
        assert_eq!(times[0], Err("not installed".to_owned()));
        assert_eq!(times[1].as_ref().map(Vec::len), Ok(2));
    }
}
