//! A plan with its forecast: the source of all dates on the screens.

use super::document::Document;
use planner::{
    Answers, Availability, Chances, Date, DateRange, Expected, Forecast, NoFinish, Plan, Progress, Scheduled,
    gap,
};
use roadmap::Roadmap;

/// A plan with its forecast as of a date.
#[derive(Clone, Debug, PartialEq)]
pub struct Outlook {
    pub plan: Plan,
    pub forecast: Forecast,
    pub availability: Availability,
    /// First day of study.
    pub start: Date,
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
        Ok(Self { plan, forecast, availability, start })
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

    /// Each piece of work with its forecast.
    pub fn work(&self) -> impl Iterator<Item = (&Scheduled, &Expected)> {
        self.plan.work.iter().zip(&self.forecast.work)
    }

    /// A break that is long enough to ask the learner about.
    pub fn notable_gap(&self, document: &Document, today: Date) -> Option<DateRange> {
        gap::notable(&self.plan, &document.progress, &self.availability, self.start, today)
    }

    /// Numbers of topics and projects finished or skipped, and in all.
    pub fn count_finished(&self, progress: &Progress) -> (usize, usize) {
        let items: Vec<_> = self.plan.work.iter().flat_map(Scheduled::items).collect();
        let is_closed = |item| progress.status_of(item).is_closed();
        (items.iter().filter(|(item, _)| is_closed(item)).count(), items.len())
    }
}
