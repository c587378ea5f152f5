//! A plan with its forecast: all that the screens show of dates.

use super::document::Document;
use planner::{
    Answers, Availability, Chances, Date, DateRange, Expected, Forecast, NoFinish, Plan, Progress, Scheduled,
    gap,
};
use roadmap::Roadmap;

/// A plan and what is to be expected of it, as of a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Outlook {
    /// The work on the route.
    pub plan: Plan,
    /// When what is left of it is finished.
    pub forecast: Forecast,
    /// When the learner studies.
    pub availability: Availability,
    /// The first day of study.
    pub start: Date,
}

impl Outlook {
    /// The outlook of a document: as far as its answers lead, from the start that the learner chose or else from
    /// `today`.
    ///
    /// # Errors
    ///
    /// If the work cannot be finished with the learner's availability.
    pub fn of(document: &Document, roadmap: &Roadmap, today: Date) -> Result<Self, NoFinish> {
        Self::with(document, roadmap, today, document.availability(roadmap))
    }

    /// When everything of a document's plan is finished; nothing if nothing is left.
    ///
    /// # Errors
    ///
    /// As for [`Outlook::of`].
    pub fn finish(document: &Document, roadmap: &Roadmap, today: Date) -> Result<Option<Chances>, NoFinish> {
        Self::of(document, roadmap, today).map(|outlook| outlook.forecast.finish())
    }

    /// The outlook that another availability would give.
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
        let forecast = Forecast::make(&plan, &availability, start, document.now(today))?;
        Ok(Self { plan, forecast, availability, start })
    }

    /// The outlook that other answers would give.
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

    /// Each piece of work with what is to be expected of it.
    pub fn work(&self) -> impl Iterator<Item = (&Scheduled, &Expected)> {
        self.plan.work.iter().zip(&self.forecast.work)
    }

    /// A break that is long enough to ask about.
    pub fn notable_gap(&self, document: &Document, today: Date) -> Option<DateRange> {
        gap::notable(&self.plan, &document.progress, &self.availability, self.start, today)
    }

    /// How many topics and projects of the plan are done or skipped, and how many there are.
    pub fn count_finished(&self, progress: &Progress) -> (usize, usize) {
        let items: Vec<_> = self.plan.work.iter().flat_map(Scheduled::items).collect();
        let is_closed = |item| progress.status_of(item).is_closed();
        (items.iter().filter(|(item, _)| is_closed(item)).count(), items.len())
    }
}
