//! One learner's way through their plan, and what was said to them on it.

use anyhow::{Context, Result, anyhow};
use planner::{
    Availability, Calendar, Chances, Date, Ending, Forecast, Item, LogEntry, Now, PaceChoice, Plan, Progress,
    Week,
};
use roadmap::Minutes;

use crate::learner::{HOURS_A_WEEK, Learner};

/// After so many finished pieces of work the dates are asked for.
pub const AFTER: [usize; 5] = [0, 1, 3, 5, 8];

/// How the dates that were said compare with the one that came true.
#[derive(Clone, Copy, Debug)]
pub struct Outcome {
    /// Whether everything was finished by the dates of 50, 80 and 95 %.
    pub held: [bool; 3],
    /// The days from the date of 50 % to that of 80 %, as a part of those up to the date of 50 %.
    pub width: f64,
}

impl Outcome {
    fn of(said: Chances, as_of: Date, finish: Date) -> Self {
        let days = |from: Date, to: Date| (to - from).num_days() as f64;
        Self {
            held: [said.p50, said.p80, said.p95].map(|date| finish <= date),
            width: days(said.p50, said.p80) / days(as_of, said.p50).max(1.0),
        }
    }
}

/// Lets a learner work through their whole plan, and asks for the dates after each of [`AFTER`].
pub fn run(learner: &Learner, pace: PaceChoice) -> Result<[Outcome; AFTER.len()]> {
    let start = Date::from_ymd_opt(2027, 1, 4).context("this date exists")?;
    let life = Availability::new(Week::on_workdays(Minutes::hours(HOURS_A_WEEK)), []);
    let plan = trials::plan(HOURS_A_WEEK, &learner.pieces, &life, start)?;
    let all: u32 = learner.minutes.iter().sum();
    let calendar =
        Calendar::gather(start, &life, Minutes(all)).map_err(|why| anyhow!("no end of it: {why:?}"))?;
    let finish = calendar.gathered(Minutes(all));

    let ask = |progress: &Progress, today: Date| -> Result<Outcome> {
        let forecast = Forecast::make(&plan, &life, start, Now { progress, today, pace });
        let forecast = forecast.map_err(|why| anyhow!("no dates: {why:?}"))?;
        Ok(Outcome::of(forecast.finish().context("nothing was left")?, today, finish))
    };
    let mut progress = Progress::default();
    let mut outcomes = vec![ask(&progress, start)?];
    let mut worked = 0;
    for (at, minutes) in learner.minutes.iter().enumerate() {
        let finished = finish_piece(&plan, at, learner, worked, &calendar, &mut progress);
        worked += minutes;
        if AFTER.contains(&(at + 1)) {
            outcomes.push(ask(&progress, finished.succ_opt().context("the calendar goes on")?)?);
        }
    }
    outcomes.try_into().map_err(|_| anyhow!("too few pieces of work"))
}

/// Enters that a piece is finished: each of its topics on the day that its minutes end, and if the learner notes
/// time, how much each took. Answers with the last of these days.
fn finish_piece(
    plan: &Plan,
    at: usize,
    learner: &Learner,
    worked: u32,
    calendar: &Calendar,
    progress: &mut Progress,
) -> Date {
    let items: Vec<Item> = plan.work[at].items().into_iter().map(|(item, _)| item).collect();
    let (count, minutes) = (items.len() as u32, learner.minutes[at]);
    for (number, item) in (1..).zip(items) {
        let (before, until) = (minutes * (number - 1) / count, minutes * number / count);
        let on = calendar.gathered(Minutes(worked + until));
        if learner.notes_time {
            progress.log.add(LogEntry { on, item: item.clone(), minutes: Minutes(until - before) });
        }
        progress.end(item, Ending::Finished, on);
    }
    calendar.gathered(Minutes(worked + minutes))
}
