//! How today's study stands.

use app::Outlook;
use planner::{Date, Studied};
use roadmap::Minutes;

/// Today's study, as far as there is any.
pub enum Session {
    /// Nothing is left on the plan.
    Finished,
    /// The plan starts later, with a session of this length.
    BeforeStart { start: Date, time: Minutes },
    /// There is a session today, of which some may be done.
    Planned { planned: Minutes, done: Minutes, next: Option<(Date, Minutes)> },
    /// Nothing is planned for today.
    Free { done: Minutes, next: Option<(Date, Minutes)> },
}

impl Session {
    pub fn of(outlook: &Outlook, studied: &Studied<'_>, today: Date) -> Self {
        let life = &outlook.availability;
        let next = life.next_study(today).map(|on| (on, life.capacity(on)));
        let day = studied.day(today);
        if outlook.forecast.remaining.is_nothing() {
            Self::Finished
        } else if outlook.start > today {
            Self::BeforeStart { start: outlook.start, time: life.capacity(outlook.start) }
        } else if day.planned > Minutes::ZERO {
            Self::Planned { planned: day.planned, done: day.done, next }
        } else {
            Self::Free { done: day.done, next }
        }
    }

    /// The next session, if there is none left today.
    pub fn next(&self) -> Option<(Date, Minutes)> {
        match *self {
            Self::Finished | Self::BeforeStart { .. } => None,
            Self::Planned { planned, done, next } => next.filter(|_| done >= planned),
            Self::Free { next, .. } => next,
        }
    }
}
