//! Study sessions ahead: when, how long, and what is likely in hand.

use crate::availability::{Availability, Date};
use crate::forecast::Forecast;
use crate::item::Item;
use crate::steps::StepKey;
use roadmap::Minutes;

/// A date with study time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    pub on: Date,
    pub time: Minutes,
    /// What is likely in hand, in order; nothing if the time of the first date is used already.
    pub tasks: Vec<Task>,
}

/// An open step, or an open topic or project without steps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    pub item: Item,
    pub step: Option<StepKey>,
}

impl Forecast {
    /// The sessions until a date, itself included, or until everything is as likely done as not.
    ///
    /// A step is in hand until the date by which it is done with a probability of 50 %.
    pub fn sessions(&self, availability: &Availability, until: Date) -> Vec<Session> {
        let tasks = self.tasks();
        let Some((_, last)) = tasks.last() else { return Vec::new() };
        let until = until.min(last.to());
        let dates = self.remaining.as_of.iter_days().take_while(|on| *on <= until);
        let session = |on: Date| Session {
            on,
            time: availability.capacity(on),
            tasks: tasks
                .iter()
                .filter(|(_, dates)| dates.contains(on))
                .map(|(task, _)| task.clone())
                .collect(),
        };
        dates.map(session).filter(|session| session.time > Minutes::ZERO).collect()
    }
}
