//! The study timer: it measures a session, also while the page is closed.

use super::moment::Moment;
use planner::Item;
use roadmap::Minutes;

/// Milliseconds since the beginning of 1970 in UTC: the same for everybody, whatever their calendar and clock show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Instant(pub u64);

/// Nobody studies longer without a break: the timer was forgotten.
const FORGOTTEN_AFTER: u64 = 4 * 60 * 60 * 1000;

/// A session that is being timed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timer {
    pub item: Item,
    /// When it was started, by the learner's clock. Its time is logged on that date.
    pub started: Moment,
    /// Milliseconds that it ran before the present run.
    pub before: u64,
    pub run: Run,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Run {
    /// Since then.
    Running(Instant),
    Paused,
    /// The learner is being asked how much time to log.
    Stopped,
}

impl Timer {
    pub(super) fn started(item: Item, started: Moment, at: Instant) -> Self {
        Self { item, started, before: 0, run: Run::Running(at) }
    }

    /// Milliseconds that it has run by now.
    ///
    /// ```
    /// use app::{Instant, Run, Timer};
    ///
    /// let started = "2027-01-04T18:30:00".parse().unwrap();
    /// let item = planner::Item::Topic("numpy".into());
    /// let timer = Timer { item, started, before: 5_000, run: Run::Running(Instant(60_000)) };
    /// assert_eq!(timer.elapsed(Instant(61_000)), 6_000);
    /// // A clock that was put back takes nothing away.
    /// assert_eq!(timer.elapsed(Instant(0)), 5_000);
    /// ```
    pub fn elapsed(&self, now: Instant) -> u64 {
        match self.run {
            Run::Running(since) => self.before + now.0.saturating_sub(since.0),
            Run::Paused | Run::Stopped => self.before,
        }
    }

    /// The same in whole minutes, at least one.
    pub fn minutes(&self, now: Instant) -> Minutes {
        Minutes(u32::try_from(self.elapsed(now) / 60_000).unwrap_or(u32::MAX).max(1))
    }

    /// Whether it has been running for so long that the learner has to say how much of that was study.
    pub fn was_forgotten(&self, now: Instant) -> bool {
        matches!(self.run, Run::Running(since) if now.0.saturating_sub(since.0) > FORGOTTEN_AFTER)
    }

    /// The timer with what it has run until now put down, from where it goes on in another way.
    pub(super) fn halted(self, run: Run, now: Instant) -> Self {
        Self { before: self.elapsed(now), run, ..self }
    }
}

/// The timer, if one is in use, and when it was last touched: of two windows, the one that touched it last is right.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TimerState {
    pub timer: Option<Timer>,
    pub changed: Instant,
}

impl TimerState {
    /// The state of two windows combined.
    pub fn with(self, other: Self) -> Self {
        if other.changed > self.changed { other } else { self }
    }
}
