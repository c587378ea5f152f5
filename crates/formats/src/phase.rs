//! A phase of an outline as its topics come one by one.

use crate::effort::{Amount, Estimate, Place, total};
use crate::outline::{OutlinePhase, OutlineTopic};
use crate::timed::{Timed, between, without_first};

/// A phase, with what decides its time if its title gives none.
#[derive(Default)]
pub struct PhaseDraft {
    pub phase: OutlinePhase,
    place: Option<Place>,
    /// Times that stood alone among its topics.
    times: Vec<Estimate>,
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
        Self { phase, place: words.place, times: Vec::new() }
    }

    /// Adds a topic. Words that are only a time are that of the phase, unless it has one, or they are the parent of others.
    pub fn add(&mut self, words: Timed, is_parent: bool) {
        match words.time {
            Some(time) if words.is_only_time && !is_parent && self.phase.time.is_none() => {
                self.times.push(time)
            }
            _ if words.title.is_empty() => {}
            time => {
                self.phase.topics.push(OutlineTopic { title: words.title, time, ..OutlineTopic::default() })
            }
        }
    }

    /// The phase with its time: its own, or that which stood alone, or that of its topics if it is known of all of them or
    /// they have places in a schedule.
    fn finish(self) -> OutlinePhase {
        let mut phase = self.phase;
        phase.time = phase.time.or_else(|| total(&self.times)).or_else(|| {
            let times: Vec<Estimate> = phase.topics.iter().filter_map(|topic| topic.time).collect();
            let are_enough = times.len() == phase.topics.len() || times.iter().any(|time| time.is_position);
            total(&times).filter(|_| are_enough)
        });
        phase
    }
}

/// Where most places begin with the end of the one before, as in "Week 1-2", "Week 2-3" and "Week 3-5", what two of them share
/// is the time of the first.
pub fn share_ends<'a>(drafts: impl Iterator<Item = &'a mut PhaseDraft>) {
    let mut placed: Vec<(&mut PhaseDraft, Place)> =
        drafts.filter_map(|draft| draft.place.map(|place| (draft, place))).collect();
    let goes_on = |pair: &[(&mut PhaseDraft, Place)]| {
        let is_open = pair[1].0.phase.time.is_some_and(|time| time.is_open_ended);
        let (before, place) = (pair[0].1, pair[1].1);
        place.unit == before.unit && place.first == before.last && (is_open || place.last > place.first)
    };
    let shares: Vec<bool> = placed.windows(2).map(goes_on).collect();
    if shares.len() < 2 || 2 * shares.iter().filter(|shares| **shares).count() < shares.len() {
        return;
    }
    for ((draft, place), _) in placed.iter_mut().skip(1).zip(shares).filter(|(_, shares)| *shares) {
        let parts = place.last + 1 - place.first;
        // What goes on from the last week on has no end to count to.
        draft.phase.time = draft.phase.time.filter(|_| parts > 1).map(|time| without_first(&time, parts));
    }
}

/// The phases with their times. Where each range begins at the end of the one before, and the first one with nothing, as in
/// "0-3 months" and "3-6 months", they are places in a schedule.
pub fn finished(drafts: impl IntoIterator<Item = PhaseDraft>) -> Vec<OutlinePhase> {
    let mut phases: Vec<OutlinePhase> = drafts.into_iter().map(PhaseDraft::finish).collect();
    let mut end = 0;
    let are_chained = phases.iter().all(|phase| {
        let Some(Amount::Weeks(span) | Amount::Minutes(span)) = phase.time.map(|time| time.amount) else {
            return false;
        };
        let follows = span.low == end && span.high > span.low;
        end = span.high;
        follows
    });
    if are_chained && phases.len() > 1 {
        phases.iter_mut().for_each(|phase| phase.time = phase.time.as_ref().map(between));
    }
    phases
}
