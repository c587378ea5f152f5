//! Ways to go on after a break, with their dates.

use super::document::Document;
use super::outlook::Outlook;
use planner::finish_by::{Needed, needed};
use planner::{Chances, Date, DateRange, EIGHT_IN_TEN, Item, NoFinish, Work};
use roadmap::{Minutes, ProjectId, Roadmap};

/// Ways to go on after a break, with their dates. The break is time off in all of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Replan {
    /// The break.
    pub dates: DateRange,
    /// Date by which everything would have been finished with a probability of 80 %, as of the start of the break.
    pub before: Option<Date>,
    /// Finish with the same hours.
    pub extend: Result<Option<Chances>, NoFinish>,
    /// Hours a week that are needed to still finish by `before`.
    pub catch_up: Option<Needed>,
    /// Projects that could be left out, each with the finish if only that one is.
    pub lighten: Vec<(ProjectId, Result<Option<Chances>, NoFinish>)>,
}

impl Replan {
    pub fn of(document: &Document, roadmap: &Roadmap, today: Date, dates: DateRange, most: Minutes) -> Self {
        let rested = document.with_break(dates);
        let outlook = Outlook::of(&rested, roadmap, today);
        let before = before(document, roadmap, dates);
        let catch_up = outlook.as_ref().ok().zip(before).map(|(outlook, target)| {
            needed(&outlook.forecast.remaining, &outlook.availability, target, EIGHT_IN_TEN, most)
        });
        let left = outlook.as_ref().map(|outlook| left_projects(outlook, &rested)).unwrap_or_default();
        let lighten = left.into_iter().map(|project| {
            let without = Self::without(document, roadmap, today, dates, std::slice::from_ref(&project));
            (project, without)
        });
        Self {
            dates,
            before,
            lighten: lighten.collect(),
            extend: outlook.map(|outlook| outlook.forecast.finish()),
            catch_up,
        }
    }

    /// When everything is finished after a break without some projects.
    ///
    /// # Errors
    ///
    /// If what is left cannot be finished with the learner's availability.
    pub fn without(
        document: &Document,
        roadmap: &Roadmap,
        today: Date,
        dates: DateRange,
        projects: &[ProjectId],
    ) -> Result<Option<Chances>, NoFinish> {
        let mut lighter = document.with_break(dates);
        for project in projects {
            lighter.projects.choose(project.clone(), false);
        }
        Outlook::finish(&lighter, roadmap, today)
    }
}

fn before(document: &Document, roadmap: &Roadmap, dates: DateRange) -> Option<Date> {
    let outlook = Outlook::of(document, roadmap, dates.from()).ok()?;
    outlook.forecast.finish().map(|finish| finish.p80)
}

/// The chosen projects that are neither finished nor skipped.
fn left_projects(outlook: &Outlook, document: &Document) -> Vec<ProjectId> {
    let projects = outlook.plan.work.iter().filter_map(|scheduled| match &scheduled.work {
        Work::Project(project) => Some(project),
        Work::Phase { .. } => None,
    });
    let is_left =
        |project: &&ProjectId| !document.progress.status_of(&Item::Project((*project).clone())).is_closed();
    projects.filter(is_left).cloned().collect()
}
