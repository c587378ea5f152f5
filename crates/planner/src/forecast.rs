//! Forecasts: when the remaining work will be finished, with what probability.

use std::collections::BTreeMap;

use crate::availability::{Availability, Date, DateRange};
use crate::calendar::{Calendar, NoFinish};
use crate::distribution::Distribution;
use crate::done::FinishedItem;
use crate::item::Item;
use crate::now::{Now, PaceChoice};
use crate::pace::{self, Ahead, Pace};
use crate::plan::{Plan, Work};
use crate::progress::Status;
use crate::sessions::Task;
use crate::steps::StepKey;
use crate::study::{Open, OpenStep};
use crate::time_left::TimeLeft;
use roadmap::{Effort, Minutes, NodeId};

/// The dates by which something is finished with a probability of 50, 80 and 95 %.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chances {
    pub p50: Date,
    pub p80: Date,
    pub p95: Date,
}

/// The probability with which targets should be met.
pub const EIGHT_IN_TEN: f64 = 0.8;

/// The probabilities of [`Chances`].
const CHANCES: [f64; 3] = [0.5, EIGHT_IN_TEN, 0.95];
/// The upper end of the curve of chances, which the calendar has to cover.
const OUTERMOST: f64 = 0.975;

/// The remaining work without dates, which is independent of the future availability.
#[derive(Clone, Debug, PartialEq)]
pub struct Remaining {
    /// The first date of remaining work: today, or the first date of study if that is later.
    pub as_of: Date,
    /// Estimated from finished work.
    pub pace: Pace,
    /// The median of the learner's own pace for what is left, even if the forecast does not use it.
    pub middle_pace: f64,
    /// Study time for all of it.
    pub time: TimeLeft,
    /// All finished items, on whatever path, in the order of their finishes.
    pub finished: Vec<FinishedItem>,
    /// Those of them that are not on the plan.
    pub also_done: Vec<FinishedItem>,
    /// What is done of topics and projects, on whatever path, each with the dates and the parts.
    pub done: BTreeMap<Item, Vec<(Date, f64)>>,
    /// The number of topics and projects that the pace is estimated from.
    pub evidence: usize,
    /// Minutes from the morning of `as_of` on that are already used.
    used: f64,
    work: Vec<LeftOfWork>,
}

#[derive(Clone, Debug, PartialEq)]
struct LeftOfWork {
    status: Status,
    path: Option<NodeId>,
    is_phase: bool,
    items: Vec<Open>,
    /// Minutes from now until it is finished, for each of [`CHANCES`].
    until: [f64; 3],
}

/// The remaining work with dates.
#[derive(Clone, Debug, PartialEq)]
pub struct Forecast {
    pub remaining: Remaining,
    /// For each piece of work of the plan, in order.
    pub work: Vec<Expected>,
    calendar: Option<Calendar>,
}

/// The expectation for a piece of work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// Nothing of it is left.
    Closed(Status),
    Ahead {
        status: Status,
        /// Median start of the remaining part.
        starts: Date,
        finishes: Chances,
        /// Each open item.
        items: Vec<ExpectedItem>,
    },
}

/// The expectation for an open item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExpectedItem {
    pub item: Item,
    pub finishes: Chances,
    /// The finish of each open step, in order.
    pub steps: Vec<(StepKey, Chances)>,
}

impl Remaining {
    /// The remaining work of a plan, with the learner's pace.
    pub fn of(plan: &Plan, now: &Now<'_>) -> Self {
        let mut sum = Sum::new(now);
        let open = now.study.open(plan, now.progress);
        let work = plan.work.iter().zip(open).map(|(scheduled, items)| {
            sum.add(&items);
            LeftOfWork {
                status: now.progress.status(scheduled),
                path: scheduled.path.clone(),
                is_phase: matches!(scheduled.work, Work::Phase { .. }),
                items,
                until: sum.until,
            }
        });
        let work = work.collect();
        Self {
            as_of: now.today.max(now.start),
            pace: now.study.pace.clone(),
            middle_pace: sum.middle_pace(),
            time: sum.time,
            finished: now.study.finished.clone(),
            also_done: now.study.also_done(plan),
            done: now.study.done_by_day(),
            evidence: now.study.evidence,
            used: now.study.used(),
            work,
        }
    }

    pub fn is_nothing(&self) -> bool {
        self.work.iter().all(|left| left.items.is_empty())
    }

    /// What is left of each open item, in order, at the pace of the estimates.
    pub fn items(&self) -> impl Iterator<Item = &Open> {
        self.work.iter().flat_map(|left| &left.items)
    }

    /// What is left of the open items of each piece of work of the plan, in order.
    pub fn work(&self) -> impl Iterator<Item = &[Open]> {
        self.work.iter().map(|left| &left.items[..])
    }

    /// The quantile of the minutes needed from the morning of [`Remaining::as_of`] on.
    pub fn minutes(&self, probability: f64) -> Minutes {
        self.whole_minutes(self.time.quantile(probability))
    }

    /// The probability that `minutes` from that morning on are enough.
    pub fn chance(&self, minutes: Minutes) -> f64 {
        self.time.at_most(f64::from(minutes.0) - self.used)
    }

    /// The first date by which everything is finished with a probability, with this availability.
    ///
    /// # Errors
    ///
    /// If there is no such date within the horizon.
    pub fn finish(&self, probability: f64, availability: &Availability) -> Result<Date, NoFinish> {
        let enough = self.minutes(probability);
        Ok(Calendar::accumulate(self.as_of, availability, enough)?.reached(enough))
    }

    /// Whole minutes from the morning of `as_of` on, rounded up with a tolerance of a hundredth of a minute.
    fn whole_minutes(&self, minutes: f64) -> Minutes {
        Minutes((minutes + self.used - 0.01).ceil().clamp(0.0, f64::from(u32::MAX)) as u32)
    }

    fn dates(&self, until: [f64; 3], calendar: &Calendar) -> Chances {
        let [p50, p80, p95] = until.map(|minutes| calendar.reached(self.whole_minutes(minutes)));
        Chances { p50, p80, p95 }
    }

    fn expect(&self, calendar: &Calendar) -> Vec<Expected> {
        let mut before = [0.0; 3];
        let mut work = Vec::with_capacity(self.work.len());
        for left in &self.work {
            work.push(if left.items.is_empty() {
                Expected::Closed(left.status)
            } else {
                let finishes = self.dates(left.until, calendar);
                Expected::Ahead {
                    status: left.status,
                    starts: calendar.exceeded(self.whole_minutes(before[0])).min(finishes.p50),
                    finishes,
                    items: self.expect_items(left, before, calendar),
                }
            });
            before = left.until;
        }
        work
    }

    /// Each item of a piece of work with its steps.
    fn expect_items(&self, left: &LeftOfWork, before: [f64; 3], calendar: &Calendar) -> Vec<ExpectedItem> {
        let within = Within::of(left, before);
        let reached = |minutes: f64| self.dates(within.until(minutes), calendar);
        let mut sum = 0.0;
        let dated = left.items.iter().map(|open| {
            let begins = sum;
            sum += f64::from(open.left.middle().0);
            let step =
                |step: &OpenStep| (step.key.clone(), reached((begins + f64::from(step.until.0)).min(sum)));
            ExpectedItem {
                item: open.item.clone(),
                finishes: reached(sum),
                steps: open.steps.iter().map(step).collect(),
            }
        });
        dated.collect()
    }

    /// The open steps of all items in order, and the items without any, each with the median of the minutes from now until it
    /// is done.
    fn tasks(&self) -> Vec<(&Item, Option<&StepKey>, f64)> {
        let mut before = [0.0; 3];
        let mut tasks = Vec::new();
        for left in &self.work {
            let within = Within::of(left, before);
            let median = |minutes: f64| within.until(minutes)[0];
            let mut sum = 0.0;
            for open in &left.items {
                let begins = sum;
                sum += f64::from(open.left.middle().0);
                let step = |step: &OpenStep| median((begins + f64::from(step.until.0)).min(sum));
                tasks.extend(open.steps.iter().map(|own| (&open.item, Some(&own.key), step(own))));
                if open.steps.is_empty() {
                    tasks.push((&open.item, None, median(sum)));
                }
            }
            before = left.until;
        }
        tasks
    }
}

/// Splits the minutes that a piece of work adds to each quantile among its items and their steps, in proportion to their
/// efforts.
struct Within {
    before: [f64; 3],
    until: [f64; 3],
    /// Effort of all items in minutes.
    all: f64,
}

impl Within {
    fn of(left: &LeftOfWork, before: [f64; 3]) -> Self {
        Self { before, until: left.until, all: f64::from(effort(&left.items).middle().0) }
    }

    /// The minutes from now until this many minutes of the effort are done.
    fn until(&self, minutes: f64) -> [f64; 3] {
        let part = if self.all > 0.0 { (minutes / self.all).min(1.0) } else { 1.0 };
        std::array::from_fn(|at| self.before[at] + part * (self.until[at] - self.before[at]))
    }
}

/// Adds up the work ahead, one piece after the other.
struct Sum<'a> {
    pace: &'a Pace,
    ahead: Ahead,
    /// The work added so far.
    time: TimeLeft,
    until: [f64; 3],
}

impl<'a> Sum<'a> {
    fn new(now: &'a Now<'_>) -> Self {
        let pace = &now.study.pace;
        let time = match now.pace {
            PaceChoice::Own => TimeLeft::Nothing,
            PaceChoice::RangesOnly => TimeLeft::InRange(Distribution::default()),
        };
        Self { pace, ahead: pace.ahead(), time, until: [0.0; 3] }
    }

    /// Adds the open items of the next piece of work.
    fn add(&mut self, items: &[Open]) {
        let effort = effort(items);
        if effort.high == Minutes::ZERO {
            return;
        }
        self.ahead = self.ahead.and(f64::from(effort.middle().0), pace::chance(effort));
        match &mut self.time {
            TimeLeft::InRange(distribution) => distribution.add(effort),
            TimeLeft::Nothing | TimeLeft::AtPace { .. } => {
                self.time = TimeLeft::AtPace { effort: self.ahead.effort(), pace: self.pace.of(&self.ahead) };
            }
        }
        // Later work never finishes earlier.
        self.until = std::array::from_fn(|at| self.until[at].max(self.time.quantile(CHANCES[at])));
    }

    fn middle_pace(&self) -> f64 {
        let is_work = self.ahead.effort() > 0.0;
        if is_work { libm::exp(self.pace.of(&self.ahead).quantile(0.5)) } else { 1.0 }
    }
}

fn effort(items: &[Open]) -> Effort {
    items.iter().map(|open| open.left).sum()
}

impl Forecast {
    /// Schedules the remaining work of a plan.
    ///
    /// One learner is one renewable resource, so the 80 % quantile of the date is the date on which the cumulative
    /// capacity reaches the 80 % quantile of the effort; no calendar is simulated.
    ///
    /// ```
    /// use planner::{Answers, Assumptions, Availability, Date, Forecast, Now, PaceChoice, Plan, Progress, ProjectChoices, Turn, Week};
    /// use roadmap::Minutes;
    ///
    /// # let roadmap = roadmap::shipped_roadmap();
    /// let mut answers = Answers::default();
    /// answers.give(Turn::first("Assess".into()), "complete-beginner");
    /// let monday = Date::from_ymd_opt(2027, 1, 4).unwrap();
    /// let life = Availability::new(Week::on_workdays(Minutes::hours(10)), []);
    /// let given = Assumptions {
    ///     answers: &answers,
    ///     availability: &life,
    ///     start: monday,
    ///     projects: &ProjectChoices::default(),
    ///     known: &Default::default(),
    /// };
    /// let plan = Plan::make(&roadmap, given).unwrap();
    /// let progress = Progress::default();
    /// let now = Now::of(&roadmap, &given, &progress, monday, PaceChoice::RangesOnly);
    /// let finish = Forecast::make(&plan, &life, &now).unwrap().finish().unwrap();
    /// // Fundamentals take 4 to 8 weeks, with a median of 6.
    /// assert_eq!((finish.p50 - monday).num_days(), 6 * 7 - 3);
    /// assert!(finish.p50 < finish.p80 && finish.p80 <= finish.p95);
    /// ```
    ///
    /// # Errors
    ///
    /// If it cannot be finished within the horizon.
    pub fn make(plan: &Plan, availability: &Availability, now: &Now<'_>) -> Result<Self, NoFinish> {
        Self::schedule(Remaining::of(plan, now), availability)
    }

    /// Schedules remaining work.
    ///
    /// # Errors
    ///
    /// If it cannot be finished within the horizon.
    pub fn schedule(remaining: Remaining, availability: &Availability) -> Result<Self, NoFinish> {
        if remaining.is_nothing() {
            let work = remaining.work.iter().map(|left| Expected::Closed(left.status)).collect();
            return Ok(Self { work, remaining, calendar: None });
        }
        let calendar = Calendar::accumulate(remaining.as_of, availability, remaining.minutes(OUTERMOST))?;
        Ok(Self { work: remaining.expect(&calendar), remaining, calendar: Some(calendar) })
    }

    /// When everything is finished; `None` if nothing is left.
    pub fn finish(&self) -> Option<Chances> {
        self.last(|_| true)
    }

    /// When the last phase of a path is finished; `None` if no phase of it is left.
    pub fn path_finish(&self, path: &NodeId) -> Option<Chances> {
        self.last(|left| left.is_phase && left.path.as_ref() == Some(path))
    }

    /// The open steps of all items in order, and the items without any, each with the dates between which it is likely in
    /// hand.
    pub(crate) fn tasks(&self) -> Vec<(Task, DateRange)> {
        let Some(calendar) = &self.calendar else { return Vec::new() };
        let mut before = 0.0;
        let mut tasks = Vec::new();
        for (item, step, until) in self.remaining.tasks() {
            let to = calendar.reached(self.remaining.whole_minutes(until));
            let from = calendar.exceeded(self.remaining.whole_minutes(before)).min(to);
            let task = Task { item: item.clone(), step: step.cloned() };
            tasks.extend(DateRange::new(from, to).map(|dates| (task, dates)));
            before = until;
        }
        tasks
    }

    fn last(&self, belongs: impl Fn(&LeftOfWork) -> bool) -> Option<Chances> {
        let both = self.remaining.work.iter().zip(&self.work).rev();
        both.filter(|(left, _)| belongs(left)).find_map(|(_, expected)| expected.finishes())
    }

    /// The probability that everything is finished by the end of a date.
    pub fn chance_by(&self, date: Date) -> f64 {
        let Some(calendar) = &self.calendar else { return 1.0 };
        if date < self.remaining.as_of { 0.0 } else { self.remaining.chance(calendar.by(date)) }
    }

    /// The probability that everything is finished by a date, as a curve of at most `most` points up to 97.5 %.
    pub fn curve(&self, most: usize) -> Vec<(Date, f64)> {
        let Some(calendar) = &self.calendar else { return Vec::new() };
        let [from, to] = [1.0 - OUTERMOST, OUTERMOST]
            .map(|probability| calendar.reached(self.remaining.minutes(probability)));
        let days = usize::try_from((to - from).num_days()).unwrap_or(0);
        let stride = days.div_ceil(most.max(2) - 1).max(1);
        let last = (days % stride != 0).then_some(to);
        let dates = from.iter_days().step_by(stride).take_while(|date| *date <= to).chain(last);
        dates.map(|date| (date, self.remaining.chance(calendar.by(date)))).collect()
    }
}

impl Expected {
    /// When it will be finished, if it is open.
    pub fn finishes(&self) -> Option<Chances> {
        match self {
            Self::Closed(_) => None,
            Self::Ahead { finishes, .. } => Some(*finishes),
        }
    }

    /// What is expected of one of its items, if the item is open.
    pub fn item(&self, item: &Item) -> Option<&ExpectedItem> {
        let items = match self {
            Self::Closed(_) => &[][..],
            Self::Ahead { items, .. } => items,
        };
        items.iter().find(|expected| expected.item == *item)
    }

    pub fn status(&self) -> Status {
        match self {
            Self::Closed(status) | Self::Ahead { status, .. } => *status,
        }
    }
}
