//! A plan with its forecast: the source of all dates on the screens.

use super::document::Document;
use planner::{
    Answers, Availability, Chances, Date, DateRange, Expected, ExpectedItem, Forecast, Item, NoFinish, Plan,
    Scheduled, Status, Tally, Work, gap,
};
use roadmap::{NodeId, Roadmap};

/// A plan with its forecast as of a date.
#[derive(Clone, Debug, PartialEq)]
pub struct Outlook {
    pub plan: Plan,
    pub forecast: Forecast,
    pub tally: Tally,
    pub availability: Availability,
    /// First day of study.
    pub start: Date,
}

/// A milestone that the learner has reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reached {
    /// The path that is done, if other work is left; `None`: everything is done.
    pub path: Option<NodeId>,
    pub on: Date,
}

impl Outlook {
    /// The outlook of a document, as far along the route as its answers lead.
    ///
    /// # Errors
    ///
    /// If the work cannot be finished with the learner's availability.
    pub fn of(document: &Document, roadmap: &Roadmap, today: Date) -> Result<Self, NoFinish> {
        Self::with(document, roadmap, today, document.availability(roadmap))
    }

    /// When everything is finished; `None` if nothing is left.
    ///
    /// # Errors
    ///
    /// As for [`Outlook::of`].
    pub fn finish(document: &Document, roadmap: &Roadmap, today: Date) -> Result<Option<Chances>, NoFinish> {
        Self::of(document, roadmap, today).map(|outlook| outlook.forecast.finish())
    }

    /// The outlook with a different availability.
    ///
    /// # Errors
    ///
    /// As for [`Outlook::of`].
    pub fn with(
        document: &Document,
        roadmap: &Roadmap,
        today: Date,
        availability: Availability,
    ) -> Result<Self, NoFinish> {
        let plan = Plan::make(roadmap, document.given(&availability, today))?;
        let start = document.start_or(today);
        let now = document.now(roadmap, &availability, today);
        let forecast = Forecast::make(&plan, &availability, &now)?;
        let tally = Tally::of(&plan, &document.progress, &forecast.remaining);
        Ok(Self { plan, forecast, tally, availability, start })
    }

    /// The outlook with different answers.
    ///
    /// # Errors
    ///
    /// As for [`Outlook::of`].
    pub fn if_answered(
        document: &Document,
        answers: Answers,
        roadmap: &Roadmap,
        today: Date,
    ) -> Result<Self, NoFinish> {
        Self::of(&Document { answers, ..document.clone() }, roadmap, today)
    }

    /// The same without what comes after the phases of the first path of which a phase is left; all of it if there is none.
    ///
    /// # Errors
    ///
    /// As for [`Outlook::of`].
    pub fn until_ready(self, document: &Document, roadmap: &Roadmap, today: Date) -> Result<Self, NoFinish> {
        let open = |path: &NodeId| self.forecast.path_finish(path).is_some();
        let Some(path) = self.plan.paths(roadmap).map(|path| path.id.clone()).find(|path| open(path)) else {
            return Ok(self);
        };
        let is_of_path = |scheduled: &Scheduled| {
            scheduled.path.as_ref() == Some(&path) && matches!(scheduled.work, Work::Phase { .. })
        };
        let length = self.plan.work.iter().rposition(is_of_path).map_or(0, |last| last + 1);
        let Self { mut plan, availability, start, .. } = self;
        plan.work.truncate(length);
        let now = document.now(roadmap, &availability, today);
        let forecast = Forecast::make(&plan, &availability, &now)?;
        let tally = Tally::of(&plan, &document.progress, &forecast.remaining);
        Ok(Self { plan, forecast, tally, availability, start })
    }

    /// What the learner has reached, and when: everything, if no decision is left, or else the end of the last path that is done.
    pub fn reached(&self, roadmap: &Roadmap) -> Option<Reached> {
        if self.forecast.remaining.is_nothing() && self.plan.route.open().is_none() {
            return Some(Reached { path: None, on: self.ended()? });
        }
        let paths = self.plan.paths(roadmap).map(|path| path.id.clone());
        let done = paths.filter_map(|path| {
            let on = self.path_ended(&path)?;
            Some(Reached { path: Some(path), on })
        });
        done.max_by_key(|reached| reached.on)
    }

    /// Each piece of work with its forecast.
    pub fn work(&self) -> impl Iterator<Item = (&Scheduled, &Expected)> {
        self.plan.work.iter().zip(&self.forecast.work)
    }

    /// The number of topics and projects of which enough is finished to tell something about the learner's pace.
    pub fn evidence(&self) -> usize {
        self.forecast.remaining.evidence
    }

    /// The topic or project that the learner has in hand: the first one that is open.
    pub fn in_hand(&self) -> Option<Item> {
        self.forecast.remaining.items().next().map(|open| open.item.clone())
    }

    /// What is expected of a topic or project; `None` if it is not open on the plan.
    pub fn expected(&self, item: &Item) -> Option<&ExpectedItem> {
        self.forecast.work.iter().find_map(|expected| expected.item(item))
    }

    /// A break that is long enough to ask the learner about.
    pub fn notable_gap(&self, document: &Document, today: Date) -> Option<DateRange> {
        gap::notable(&self.plan, &document.progress, &self.availability, self.start, today)
    }

    /// The date on which the last piece of work was finished or left out; `None` if none was.
    pub fn ended(&self) -> Option<Date> {
        self.forecast.work.iter().filter_map(ended).max()
    }

    /// The date on which the phases of a path were finished; `None` if one is left, or none was studied.
    pub fn path_ended(&self, path: &NodeId) -> Option<Date> {
        let of_path = |scheduled: &Scheduled| {
            scheduled.path.as_ref() == Some(path) && matches!(scheduled.work, Work::Phase { .. })
        };
        let mut last = None;
        for (_, expected) in self.work().filter(|(scheduled, _)| of_path(scheduled)) {
            if !expected.status().is_closed() {
                return None;
            }
            if let Status::Done(on) = expected.status() {
                last = last.max(Some(on));
            }
        }
        last
    }
}

fn ended(expected: &Expected) -> Option<Date> {
    match expected.status() {
        Status::Done(on) | Status::Skipped(on) => Some(on),
        Status::NotStarted | Status::InProgress | Status::Known => None,
    }
}
