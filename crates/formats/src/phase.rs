//! A phase of an outline as its topics come one by one.

use crate::effort::Estimate;
use crate::outline::{OutlinePhase, OutlineTopic};
use crate::timed::{Timed, sum};

/// A phase, with what decides its time if its title gives none.
#[derive(Default)]
pub struct PhaseDraft {
    pub phase: OutlinePhase,
    /// Times that stood alone among its topics.
    times: Vec<Estimate>,
    /// A topic has a place in a schedule.
    has_position: bool,
}

impl PhaseDraft {
    pub fn new(words: Timed, group: &str, line: usize) -> Self {
        let phase = OutlinePhase {
            title: words.title,
            group: group.to_owned(),
            time: words.time,
            line,
            ..OutlinePhase::default()
        };
        Self { phase, ..Self::default() }
    }

    /// Adds a topic. Words that are only a time are that of the phase, unless it has one or `is_parent` of other words.
    pub fn add(&mut self, words: Timed, is_parent: bool) {
        match words.time {
            Some(time) if words.is_only_time && !is_parent && self.phase.time.is_none() => {
                self.times.push(time)
            }
            _ if words.title.is_empty() => {}
            time => {
                self.has_position |= words.is_position;
                self.phase.topics.push(OutlineTopic { title: words.title, time, ..OutlineTopic::default() });
            }
        }
    }

    /// The phase with its time: its own, or that which stood alone, or that of its topics if it is known of all of them or
    /// they have places in a schedule.
    pub fn finish(mut self) -> OutlinePhase {
        let topics = &self.phase.topics;
        if self.phase.time.is_none() {
            self.phase.time = sum(&self.times);
        }
        if self.phase.time.is_none() && (self.has_position || topics.iter().all(|topic| topic.time.is_some()))
        {
            self.phase.time = sum(topics.iter().filter_map(|topic| topic.time.as_ref()));
        }
        self.phase
    }
}
