//! One learner working through a plan, with forecasts at checkpoints.

use anyhow::{Context, Result, anyhow};
use planner::{
    Availability, Calendar, Chances, Date, Ending, Forecast, Item, LogEntry, Now, PaceChoice, Plan, Progress,
    Week,
};
use roadmap::Minutes;

use crate::learner::{HOURS_PER_WEEK, Learner};

/// Numbers of finished pieces after which a forecast is made.
pub const CHECKPOINTS: [usize; 5] = [0, 1, 3, 5, 8];

/// How forecast dates compare with the actual one.
#[derive(Clone, Copy, Debug)]
pub struct Outcome {
    /// Everything was finished by the 50, 80 and 95 % dates.
    pub held: [bool; 3],
    /// The days from the 50 % date to the 80 % date, as a fraction of those up to the 50 % date.
    pub width: f64,
}

impl Outcome {
    fn of(forecast: Chances, as_of: Date, finish: Date) -> Self {
        let days = |from: Date, to: Date| (to - from).num_days() as f64;
        Self {
            held: [forecast.p50, forecast.p80, forecast.p95].map(|date| finish <= date),
            width: days(forecast.p50, forecast.p80) / days(as_of, forecast.p50).max(1.0),
        }
    }
}

/// Lets a learner work through the whole plan, with a forecast at each of the [`CHECKPOINTS`].
pub fn run(learner: &Learner, pace: PaceChoice) -> Result<[Outcome; CHECKPOINTS.len()]> {
    let start = Date::from_ymd_opt(2027, 1, 4).context("this date exists")?;
    let availability = Availability::new(Week::on_workdays(Minutes::hours(HOURS_PER_WEEK)), []);
    let plan = trials::plan(HOURS_PER_WEEK, &learner.pieces, &availability, start)?;
    let all: u32 = learner.minutes.iter().sum();
    let calendar = Calendar::accumulate(start, &availability, Minutes(all))
        .map_err(|why| anyhow!("no end of it: {why:?}"))?;
    let finish = calendar.reached(Minutes(all));

    let ask = |progress: &Progress, today: Date| -> Result<Outcome> {
        let forecast = Forecast::make(&plan, &availability, start, Now { progress, today, pace });
        let forecast = forecast.map_err(|why| anyhow!("no dates: {why:?}"))?;
        Ok(Outcome::of(forecast.finish().context("nothing was left")?, today, finish))
    };
    let mut progress = Progress::default();
    let mut outcomes = vec![ask(&progress, start)?];
    let mut worked = 0;
    for (at, minutes) in learner.minutes.iter().enumerate() {
        let finished = finish_piece(&plan, at, learner, worked, &calendar, &mut progress);
        worked += minutes;
        if CHECKPOINTS.contains(&(at + 1)) {
            outcomes.push(ask(&progress, finished.succ_opt().context("the calendar goes on")?)?);
        }
    }
    outcomes.try_into().map_err(|_| anyhow!("fewer pieces of work than the last checkpoint"))
}

/// Marks the topics of a piece as finished on the days on which their shares of its time end, with log entries if the learner
/// logs time. Returns the last of these days.
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
        let on = calendar.reached(Minutes(worked + until));
        if learner.logs_time {
            progress.log.add(LogEntry { on, item: item.clone(), minutes: Minutes(until - before) });
        }
        progress.end(item, Ending::Finished, on);
    }
    calendar.reached(Minutes(worked + minutes))
}
