//! When what is left will be finished, as of a day, and how sure that is.

use super::availability::{Availability, Date};
use super::calendar::{Calendar, NoFinish};
use super::distribution::{Distribution, Mixture};
use super::evidence;
use super::item::Item;
use super::pace::{Ahead, Pace};
use super::plan::{Plan, Scheduled, Work};
use super::progress::{Progress, Status};
use roadmap::{Effort, Minutes, NodeId};

/// The dates by which something is finished with 50, 80 and 95 %.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chances {
    /// As likely before as after.
    pub p50: Date,
    /// With a chance of 8 in 10.
    pub p80: Date,
    /// With a chance of 95 in 100.
    pub p95: Date,
}

/// The probability of "8 in 10", with which targets are to be met.
pub const EIGHT_IN_TEN: f64 = 0.8;

/// The probabilities of [`Chances`].
const CHANCES: [f64; 3] = [0.5, EIGHT_IN_TEN, 0.95];
/// Up to here the curve of chances is drawn; the calendar has to reach so far.
const OUTERMOST: f64 = 0.975;

/// Which pace is reckoned with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PaceChoice {
    /// The learner's own, as far as finished work shows it, and as unsure as that leaves it.
    #[default]
    Own,
    /// That the estimates are right: only the ranges of the roadmap count.
    RangesOnly,
}

/// How things stand for the learner today.
#[derive(Clone, Copy, Debug)]
pub struct Now<'a> {
    /// What is done.
    pub progress: &'a Progress,
    /// The day as of which the dates hold.
    pub today: Date,
    /// Which pace is reckoned with.
    pub pace: PaceChoice,
}

/// The work that is left, before it is laid on days: efforts do not depend on when the learner studies from now on.
#[derive(Clone, Debug, PartialEq)]
pub struct Remaining {
    /// From when on it is laid: today, or the first day of study if that is later.
    pub as_of: Date,
    /// What finished work says of the pace.
    pub pace: Pace,
    /// How likely each total effort is, at the pace of the estimates.
    pub effort: Distribution,
    /// The paces reckoned with, in ascending order.
    paces: Vec<f64>,
    /// The learner's own pace of all of it, as likely undercut as exceeded, whether or not it is reckoned with.
    pub middle_pace: f64,
    /// Minutes of study from the morning of `as_of` on that are used already; below zero where time before that
    /// went into what is not finished yet.
    used: f64,
    work: Vec<LeftOfWork>,
}

#[derive(Clone, Debug, PartialEq)]
struct LeftOfWork {
    status: Status,
    path: Option<NodeId>,
    is_phase: bool,
    items: Vec<(Item, Effort)>,
    /// Minutes from now until it is finished, with the probabilities of [`CHANCES`].
    until: [f64; 3],
}

/// The dates of what is left.
#[derive(Clone, Debug, PartialEq)]
pub struct Forecast {
    /// What is left, without dates.
    pub remaining: Remaining,
    /// For each piece of work of the plan what is to be expected of it.
    pub work: Vec<Expected>,
    calendar: Option<Calendar>,
}

/// What is to be expected of a piece of work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// Nothing of it is left.
    Closed(Status),
    /// It is still to be finished.
    Ahead {
        /// How far it has come.
        status: Status,
        /// When work on what is left of it begins, as likely before as after.
        starts: Date,
        /// When it is finished.
        finishes: Chances,
        /// When each topic of it that is left is finished; a project is its own one item.
        items: Vec<(Item, Chances)>,
    },
}

impl Remaining {
    /// What is left of a plan, and the pace at which it will probably be done.
    pub fn of(plan: &Plan, availability: &Availability, start: Date, now: Now<'_>) -> Self {
        let total = total(plan, now.progress);
        let pace = Pace::of(&evidence::finished(plan, availability, start, now.progress), total);
        let left: Vec<_> = plan.work.iter().map(|scheduled| now.progress.left_of(scheduled)).collect();
        let middle_of_left: Minutes = left.iter().map(|items| middle(items)).sum();
        let mut course = Course {
            pace: &pace,
            choice: now.pace,
            total: f64::from(total.0.max(1)),
            done: f64::from(total.less(middle_of_left).0),
            ahead: Ahead::default(),
            effort: Distribution::default(),
            paces: vec![1.0],
            until: [0.0; 3],
        };
        let work: Vec<LeftOfWork> = plan
            .work
            .iter()
            .zip(left)
            .map(|(scheduled, items)| {
                course.add(&items);
                LeftOfWork {
                    status: now.progress.status(scheduled),
                    path: scheduled.path.clone(),
                    is_phase: matches!(scheduled.work, Work::Phase { .. }),
                    items,
                    until: course.until,
                }
            })
            .collect();
        let middle_pace = pace.middle(course.place(), course.ahead);
        let Course { effort, paces, .. } = course;
        let used = evidence::used(plan, availability, start, now, paces[paces.len() / 2]);
        Self { as_of: now.today.max(start), pace, effort, paces, middle_pace, used, work }
    }

    /// Whether nothing is left.
    pub fn is_nothing(&self) -> bool {
        self.work.iter().all(|left| left.items.is_empty())
    }

    /// The minutes from the morning of [`Remaining::as_of`] on that are enough with a probability.
    pub fn minutes(&self, probability: f64) -> Minutes {
        self.whole_minutes(self.mixture().quantile(probability))
    }

    /// The probability that so many minutes from that morning on are enough.
    pub fn chance(&self, minutes: Minutes) -> f64 {
        self.chance_in(&self.mixture(), minutes)
    }

    /// The effort at the paces reckoned with; making it once is quicker where several things are asked of it.
    fn mixture(&self) -> Mixture<'_> {
        self.effort.at_paces(&self.paces)
    }

    fn chance_in(&self, mixture: &Mixture<'_>, minutes: Minutes) -> f64 {
        mixture.at_most(f64::from(minutes.0) - self.used)
    }

    /// The first date by which everything is finished with a probability, if the learner studies like this.
    ///
    /// # Errors
    ///
    /// If there is no such date within the horizon.
    pub fn finish(&self, probability: f64, availability: &Availability) -> Result<Date, NoFinish> {
        let enough = self.minutes(probability);
        Ok(Calendar::gather(self.as_of, availability, enough)?.gathered(enough))
    }

    /// Whole minutes from the morning of `as_of` on; less than a hundredth of a minute does not make another one.
    fn whole_minutes(&self, minutes: f64) -> Minutes {
        Minutes((minutes + self.used - 0.01).ceil().clamp(0.0, f64::from(u32::MAX)) as u32)
    }

    fn dates(&self, until: [f64; 3], calendar: &Calendar) -> Chances {
        let [p50, p80, p95] = until.map(|minutes| calendar.gathered(self.whole_minutes(minutes)));
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
                    starts: calendar.beyond(self.whole_minutes(before[0])).min(finishes.p50),
                    finishes,
                    items: self.expect_items(left, before, calendar),
                }
            });
            before = left.until;
        }
        work
    }

    /// The topics of a phase share what the phase adds to each of the chances in proportion to their efforts.
    fn expect_items(&self, left: &LeftOfWork, before: [f64; 3], calendar: &Calendar) -> Vec<(Item, Chances)> {
        let all = f64::from(middle(&left.items).0);
        let mut sum = 0.0;
        let dated = left.items.iter().map(|(item, effort)| {
            sum += f64::from(effort.middle().0);
            let part = if all > 0.0 { sum / all } else { 1.0 };
            let until = std::array::from_fn(|at| before[at] + part * (left.until[at] - before[at]));
            (item.clone(), self.dates(until, calendar))
        });
        dated.collect()
    }
}

/// How the work ahead adds up.
struct Course<'a> {
    pace: &'a Pace,
    choice: PaceChoice,
    /// The expected effort of the whole route, and what of it is done.
    total: f64,
    done: f64,
    /// The work added so far, its effort, the paces of it, and until when it takes with each of [`CHANCES`].
    ahead: Ahead,
    effort: Distribution,
    paces: Vec<f64>,
    until: [f64; 3],
}

impl Course<'_> {
    /// Where the middle of the work added so far lies on the route, from 0 to 1.
    fn place(&self) -> f64 {
        (self.done + self.ahead.effort / 2.0) / self.total
    }

    /// Adds what is left of the next piece of work.
    fn add(&mut self, items: &[(Item, Effort)]) {
        if items.is_empty() {
            return;
        }
        self.effort.add(items.iter().map(|(_, effort)| *effort).sum());
        self.ahead = self.ahead.and(middle(items));
        if self.choice == PaceChoice::Own {
            self.paces = self.pace.factors(self.place(), self.ahead);
        }
        let mixture = self.effort.at_paces(&self.paces);
        // Whatever comes later is not finished earlier, so each search starts where the one before ended.
        self.until = std::array::from_fn(|at| mixture.quantile_above(CHANCES[at], self.until[at]));
    }
}

/// The expected effort of all that is not skipped.
fn total(plan: &Plan, progress: &Progress) -> Minutes {
    let items = plan.work.iter().flat_map(Scheduled::items);
    let counts = items.filter(|(item, _)| !matches!(progress.status_of(item), Status::Skipped(_)));
    counts.map(|(_, effort)| effort.middle()).sum()
}

fn middle(items: &[(Item, Effort)]) -> Minutes {
    items.iter().map(|(_, effort)| effort.middle()).sum()
}

impl Forecast {
    /// Lays what is left of a plan on the learner's days.
    ///
    /// One learner is one supply of minutes, so the date that is met with 80 % is the date by which the 80 %
    /// quantile of the effort has gathered; no calendar is simulated.
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
    /// let plan = Plan::make(&roadmap, Assumptions {
    ///     answers: &answers,
    ///     availability: &life,
    ///     start: monday,
    ///     projects: &ProjectChoices::default(),
    ///     known: &Default::default(),
    /// }).unwrap();
    /// let progress = Progress::default();
    /// let now = Now { progress: &progress, today: monday, pace: PaceChoice::RangesOnly };
    /// let finish = Forecast::make(&plan, &life, monday, now).unwrap().finish().unwrap();
    /// // Fundamentals take 4 to 8 weeks, as likely more than 6 as less.
    /// assert_eq!((finish.p50 - monday).num_days(), 6 * 7 - 3);
    /// assert!(finish.p50 < finish.p80 && finish.p80 <= finish.p95);
    /// ```
    ///
    /// # Errors
    ///
    /// If what is left cannot be finished within the horizon.
    pub fn make(
        plan: &Plan,
        availability: &Availability,
        start: Date,
        now: Now<'_>,
    ) -> Result<Self, NoFinish> {
        Self::lay(Remaining::of(plan, availability, start, now), availability)
    }

    /// Lays what is left on days.
    ///
    /// # Errors
    ///
    /// If it cannot be finished within the horizon.
    pub fn lay(remaining: Remaining, availability: &Availability) -> Result<Self, NoFinish> {
        if remaining.is_nothing() {
            let work = remaining.work.iter().map(|left| Expected::Closed(left.status)).collect();
            return Ok(Self { work, remaining, calendar: None });
        }
        let calendar = Calendar::gather(remaining.as_of, availability, remaining.minutes(OUTERMOST))?;
        Ok(Self { work: remaining.expect(&calendar), remaining, calendar: Some(calendar) })
    }

    /// When everything is finished; nothing if nothing is left.
    pub fn finish(&self) -> Option<Chances> {
        self.last(|_| true)
    }

    /// When the last phase of a path is finished; nothing if none of it is left.
    pub fn path_finish(&self, path: &NodeId) -> Option<Chances> {
        self.last(|left| left.is_phase && left.path.as_ref() == Some(path))
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

    /// Dates with the probability that everything is finished by then, as a curve of at most so many points up to
    /// 97.5 %.
    pub fn curve(&self, most: usize) -> Vec<(Date, f64)> {
        let Some(calendar) = &self.calendar else { return Vec::new() };
        let mixture = self.remaining.mixture();
        let [from, to] = [1.0 - OUTERMOST, OUTERMOST].map(|probability| {
            calendar.gathered(self.remaining.whole_minutes(mixture.quantile(probability)))
        });
        let days = usize::try_from((to - from).num_days()).unwrap_or(0);
        let stride = days.div_ceil(most.max(2) - 1).max(1);
        let last = (days % stride != 0).then_some(to);
        let dates = from.iter_days().step_by(stride).take_while(|date| *date <= to).chain(last);
        dates.map(|date| (date, self.remaining.chance_in(&mixture, calendar.by(date)))).collect()
    }
}

impl Expected {
    /// When it is finished, if that is still to come.
    pub fn finishes(&self) -> Option<Chances> {
        match self {
            Self::Closed(_) => None,
            Self::Ahead { finishes, .. } => Some(*finishes),
        }
    }

    /// When one of its items is finished, if that is still to come.
    pub fn item(&self, item: &Item) -> Option<Chances> {
        let items = match self {
            Self::Closed(_) => &[][..],
            Self::Ahead { items, .. } => items,
        };
        items.iter().find(|(other, _)| other == item).map(|(_, finishes)| *finishes)
    }

    /// How far it has come.
    pub fn status(&self) -> Status {
        match self {
            Self::Closed(status) | Self::Ahead { status, .. } => *status,
        }
    }
}
