//! The time that this thread has worked.
//!
//! CPU time, so that other programs on the machine take nothing of it; wall-clock time where there is no such clock.

use std::time::Duration;

/// The time since some moment in the past.
#[cfg(unix)]
#[must_use]
pub fn now() -> Duration {
    use nix::time::{ClockId, clock_gettime};
    clock_gettime(ClockId::CLOCK_THREAD_CPUTIME_ID).map_or_else(|_| wall(), Duration::from)
}

/// The time since some moment in the past.
#[cfg(not(unix))]
#[must_use]
pub fn now() -> Duration {
    wall()
}

fn wall() -> Duration {
    use std::sync::OnceLock;
    use std::time::Instant;
    static START: OnceLock<Instant> = OnceLock::new();
    START.get_or_init(Instant::now).elapsed()
}

/// The CPU time of all programs that this one started and that have ended; `None` where nobody counts it.
#[cfg(unix)]
#[must_use]
pub fn of_children() -> Option<Duration> {
    use nix::sys::resource::{UsageWho, getrusage};
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).ok()?;
    let microseconds = [usage.user_time(), usage.system_time()]
        .iter()
        .map(|time| i128::from(time.tv_sec()) * 1_000_000 + i128::from(time.tv_usec()))
        .sum::<i128>();
    u64::try_from(microseconds).ok().map(Duration::from_micros)
}

/// The CPU time of all programs that this one started and that have ended; `None` where nobody counts it.
#[cfg(not(unix))]
#[must_use]
pub fn of_children() -> Option<Duration> {
    None
}

#[cfg(test)]
mod tests {
    use super::now;

    #[test]
    fn time_does_not_go_back() {
        let before = now();
        let sum: u64 = std::hint::black_box((0..100_000).sum());
        assert_eq!(sum, 4_999_950_000);
        assert!(now() >= before);
    }
}
