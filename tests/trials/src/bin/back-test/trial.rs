//! One learner working through a plan, with forecasts on the way.

use anyhow::{Context, Result, anyhow};
use planner::{
    Availability, Calendar, Date, DateRange, Ending, Item, LogEntry, Now, PaceChoice, Progress, Remaining,
    Week,
};
use roadmap::Minutes;
use trials::Generated;

use crate::learner::{HOURS_PER_WEEK, Learner};

/// The probabilities of the dates that are tested.
pub const CHANCES: [f64; 3] = [0.5, 0.8, 0.95];

/// What the forecasts of one learner were worth. Everything is in percent of the route's expected effort.
#[derive(Default)]
pub struct Outcome {
    /// One for the start and each finished piece but the last.
    pub moments: Vec<Moment>,
    /// How far the 80 % finish moved with each finished piece.
    pub leaps: Vec<f64>,
    /// How far it moved with each tick.
    pub ticks: Vec<Tick>,
}

/// The forecast at one moment.
pub struct Moment {
    /// Mean quantile loss of the 50, 80 and 95 % finishes: a proper score (Gneiting and Raftery 2007).
    pub loss: f64,
    /// Everything was finished by each of them.
    pub held: [bool; 3],
    /// From the 50 % to the 80 % finish.
    pub width: f64,
}

/// How far one tick moved the 80 % finish.
pub struct Tick {
    /// In percent of what was left until the 80 % finish.
    pub moved: f64,
    /// What is left of the route after it, in percent.
    pub left: f64,
}

/// Lets a learner work through the whole plan.
pub fn run(learner: &Learner, pace: PaceChoice) -> Result<Outcome> {
    let life = Life::of(learner)?;
    let start = life.start;
    let generated = Generated::new(HOURS_PER_WEEK, &learner.pieces, life.availability.clone(), start)?;
    let route = f64::from(generated.plan.effort().middle().0);
    let all: u32 = learner.done.iter().map(|done| done.all()).sum();
    // Minutes from a morning on until everything is finished, with each probability.
    let ask = |progress: &Progress, today: Date| -> [f64; 3] {
        let remaining = remaining(&generated, progress, today, pace);
        CHANCES.map(|chance| f64::from(remaining.minutes(chance).0))
    };
    let mut progress = Progress::default();
    let mut outcome = Outcome::default();
    let (mut worked, mut last) = (0, None::<f64>);
    let mut today = start;
    for (at, done) in learner.done.iter().enumerate() {
        let morning =
            f64::from(life.availability.between(start, today).0 - life.availability.capacity(today).0);
        let finishes = ask(&progress, today).map(|minutes| morning + minutes);
        outcome.moments.push(Moment::of(finishes, f64::from(all), route));
        outcome.leaps.extend(last.map(|last| 100.0 * (finishes[1] - last).abs() / route));
        last = Some(finishes[1]);
        let items: Vec<Item> = generated.plan.work[at].items().into_iter().map(|(item, _)| item).collect();
        for (item, minutes) in items.into_iter().zip(&done.minutes) {
            let on = life.calendar.reached(Minutes(worked + minutes));
            if learner.logs_time {
                life.log(&item, worked, *minutes, &mut progress);
            }
            let before = ask(&progress, on)[1];
            progress.end(item, Ending::Finished, on);
            let after = ask(&progress, on)[1];
            worked += minutes;
            outcome.ticks.push(Tick {
                moved: 100.0 * (after - before).abs() / before.max(1.0),
                left: 100.0 * f64::from(all - worked) / f64::from(all),
            });
            today = on;
        }
        // A day on which something was finished may have time left for the next.
        today = today.succ_opt().context("the calendar goes on")?;
    }
    Ok(outcome)
}

fn remaining(generated: &Generated, progress: &Progress, today: Date, pace: PaceChoice) -> Remaining {
    let now = Now::of(&generated.roadmap, &generated.assumptions(), progress, today, pace);
    Remaining::of(&generated.plan, &now)
}

impl Moment {
    fn of(finishes: [f64; 3], finish: f64, route: f64) -> Self {
        let losses = finishes.iter().zip(CHANCES).map(|(forecast, chance)| {
            let over = finish - forecast;
            (chance * over).max((chance - 1.0) * over)
        });
        Self {
            loss: 100.0 * losses.sum::<f64>() / 3.0 / route,
            held: finishes.map(|forecast| finish <= forecast),
            width: 100.0 * (finishes[1] - finishes[0]) / route,
        }
    }
}

/// The days on which a learner studies.
struct Life {
    start: Date,
    availability: Availability,
    calendar: Calendar,
}

impl Life {
    fn of(learner: &Learner) -> Result<Self> {
        let start = Date::from_ymd_opt(2027, 1, 4).context("this date exists")?;
        let mut off: Vec<DateRange> = Vec::new();
        let all: u32 = learner.done.iter().map(|done| done.all()).sum();
        let mut life = Self::with(start, &off, all)?;
        let mut worked = 0;
        for done in &learner.done {
            if done.weeks_off > 0 {
                let from =
                    life.calendar.reached(Minutes(worked)).succ_opt().context("the calendar goes on")?;
                let to = from + chrono::Days::new(u64::from(7 * done.weeks_off) - 1);
                off.extend(DateRange::new(from, to));
                life = Self::with(start, &off, all)?;
            }
            worked += done.all();
        }
        Ok(life)
    }

    fn with(start: Date, off: &[DateRange], all: u32) -> Result<Self> {
        let week = Week::on_workdays(Minutes::hours(HOURS_PER_WEEK));
        let availability = Availability::new(week, off.iter().copied());
        let calendar = Calendar::accumulate(start, &availability, Minutes(all))
            .map_err(|why| anyhow!("no end of it: {why:?}"))?;
        Ok(Self { start, availability, calendar })
    }

    /// Logs the minutes from `worked` on, each day's for itself.
    fn log(&self, item: &Item, worked: u32, minutes: u32, progress: &mut Progress) {
        let (mut from, until) = (worked, worked + minutes);
        while from < until {
            let on = self.calendar.reached(Minutes(from + 1));
            let to = self.calendar.by(on).0.min(until);
            progress.log.add(LogEntry::new(on, item.clone(), Minutes(to - from)));
            from = to;
        }
    }
}
