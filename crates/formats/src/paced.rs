//! Times of an outline at the pace of its file, and shares of the time that the whole takes.

use crate::draft::assumed_minutes;
use crate::effort::{self, ASSUMED_HOURS_PER_WEEK, Amount, Estimate, total};
use crate::outline::OutlinePhase;
use roadmap::Span;

/// A shorter share is no time for anything.
const SHORTEST_SHARE: u64 = 15;

/// A length in days or months where a week has so many hours: it was converted at the assumed pace.
pub fn at_pace(time: Estimate, hours_per_week: u32) -> Estimate {
    let Amount::Minutes(Span { low, high }) = time.amount else { return time };
    if !time.is_converted || hours_per_week == ASSUMED_HOURS_PER_WEEK {
        return time;
    }
    let at = |minutes: u32| {
        let minutes = u64::from(minutes) * u64::from(hours_per_week) / u64::from(ASSUMED_HOURS_PER_WEEK);
        u32::try_from(minutes).unwrap_or(u32::MAX)
    };
    Estimate {
        amount: Amount::Minutes(Span { low: at(low), high: at(high) }),
        is_converted: false,
        months: None,
        ..time
    }
}

/// So few ranges may follow each other by chance.
const FEWEST_PLACES: usize = 3;

/// Where all times follow each other from the first week or month on, as in "1-4 weeks", "5-9 weeks" and "10-14 weeks", they say
/// when, and not how long.
pub fn read_places(phases: &mut [OutlinePhase]) {
    let range = |time: &Estimate| match (time.amount, time.months) {
        _ if time.is_position => None,
        (Amount::Weeks(weeks), _) => Some((weeks, "weeks")),
        (_, Some(months)) => Some((months, "months")),
        _ => None,
    };
    let timed = || phases.iter().filter_map(|phase| phase.time.as_ref());
    let Some(ranges) = timed().map(range).collect::<Option<Vec<_>>>() else { return };
    let follow = ranges.windows(2).all(|pair| pair[1].1 == pair[0].1 && pair[1].0.low == pair[0].0.high + 1);
    let have_widths = ranges.iter().filter(|(range, _)| range.high > range.low).count() > 1;
    let begin = ranges.first().is_some_and(|(first, _)| first.low <= 1);
    if ranges.len() < FEWEST_PLACES || !follow || !have_widths || !begin {
        return;
    }
    let timed = phases.iter_mut().filter_map(|phase| phase.time.as_mut());
    for (time, (range, unit)) in timed.zip(ranges) {
        if let Some((_, length)) = effort::find(&format!("{} {unit}", range.high - range.low + 1)) {
            *time = Estimate { is_position: true, ..length };
        }
    }
}

/// The time of a phase: its own, or that of its topics if each has one.
pub fn time_of(phase: &OutlinePhase) -> Option<Estimate> {
    let of_topics = || phase.topics.iter().map(|topic| topic.time).collect::<Option<Vec<Estimate>>>();
    phase.time.or_else(|| total(&of_topics()?))
}

/// Shares among the phases without a time what the whole takes beyond the others, as they have topics. Tells whether there
/// was something to share.
pub fn share_whole(phases: &mut [OutlinePhase], whole: Estimate, hours_per_week: u32) -> bool {
    let is_study = |phase: &&mut OutlinePhase| {
        !phase.is_milestone && !phase.is_optional && (!phase.topics.is_empty() || phase.projects.is_empty())
    };
    let Some((low, high)) = minutes(at_pace(whole, hours_per_week), hours_per_week) else { return false };
    let (mut taken, mut open) = ((0, 0), Vec::new());
    for phase in phases.iter_mut().filter(is_study) {
        match phase.time {
            Some(time) => {
                let Some((low, high)) = minutes(time, hours_per_week) else { return false };
                taken = (taken.0 + low, taken.1 + high);
            }
            None => open.push(phase),
        }
    }
    let (low, high) = (low.saturating_sub(taken.0), high.saturating_sub(taken.1));
    let weights: Vec<u64> =
        open.iter().map(|phase| u64::from(assumed_minutes(phase.topics.len()).low)).collect();
    let all: u64 = weights.iter().sum();
    if open.is_empty() || low.min(high) < SHORTEST_SHARE * open.len() as u64 {
        return false;
    }
    // From one bound to the next, so that the shares add up.
    let mut before = 0;
    for (phase, weight) in open.into_iter().zip(weights) {
        let part = |of: u64| (of * (before + weight) / all - of * before / all).max(SHORTEST_SHARE) as u32;
        let amount = Amount::Minutes(Span { low: part(low.min(high)), high: part(high.max(low)) });
        phase.time =
            Some(Estimate { amount, months: None, is_converted: false, is_position: false, ..whole });
        before += weight;
    }
    true
}

fn minutes(time: Estimate, hours_per_week: u32) -> Option<(u64, u64)> {
    let of = |span: Span, each: u32| {
        (u64::from(span.low) * u64::from(each), u64::from(span.high) * u64::from(each))
    };
    match time.amount {
        Amount::Weeks(span) => Some(of(span, hours_per_week * 60)),
        Amount::Minutes(span) => Some(of(span, 1)),
        Amount::TooMuch => None,
    }
}
