//! What there is to do, in order, with how it stands: the rows of tables and checklists.

use super::Plan;
use crate::text::titles;
use planner::{Chances, Date, Item, PlannedStep, Scheduled, Status};
use roadmap::{Effort, Minutes};

/// A topic or project on the plan.
pub struct ItemRow {
    pub title: String,
    pub standing: Standing,
    pub steps: Vec<StepRow>,
}

/// A step, or the whole of a topic or project that has none.
pub struct StepRow {
    /// Empty for the whole.
    pub title: String,
    pub time: Minutes,
    pub standing: Standing,
}

/// How something stands.
#[derive(Clone, Copy)]
pub enum Standing {
    Done(Date),
    Skipped(Date),
    /// With its dates, if it has some.
    Open(Option<Chances>),
}

impl Plan<'_> {
    /// The topics of a phase that are learned in it, or the project.
    pub(super) fn items(&self, scheduled: &Scheduled) -> Vec<ItemRow> {
        scheduled.items().into_iter().map(|(item, effort)| self.item(&item, effort)).collect()
    }

    fn item(&self, item: &Item, effort: Effort) -> ItemRow {
        let standing = match self.document.progress.status_of(item) {
            Status::Done(on) => Standing::Done(on),
            Status::Skipped(on) => Standing::Skipped(on),
            Status::NotStarted | Status::InProgress | Status::Known => {
                Standing::Open(self.outlook.expected(item).map(|expected| expected.finishes))
            }
        };
        let steps = self.document.progress.steps.of(self.roadmap, item);
        let mut rows: Vec<StepRow> =
            steps.iter().map(|step| self.step(item, effort, standing, step)).collect();
        if rows.is_empty() {
            rows.push(StepRow { title: String::new(), time: effort.middle(), standing });
        }
        ItemRow { title: titles::item(self.roadmap, item), standing, steps: rows }
    }

    fn step(&self, item: &Item, effort: Effort, of_item: Standing, step: &PlannedStep<'_>) -> StepRow {
        let done = self.document.progress.step_done(item, &step.key);
        let finishes = || {
            let expected = self.outlook.expected(item)?;
            let own = expected.steps.iter().find(|(key, _)| *key == step.key);
            own.map(|(_, finishes)| *finishes)
        };
        let standing = match (done, of_item) {
            (Some(on), _) => Standing::Done(on),
            (None, Standing::Skipped(on)) => Standing::Skipped(on),
            (None, _) => Standing::Open(finishes()),
        };
        let time = Minutes((f64::from(effort.middle().0) * step.share).round() as u32);
        StepRow { title: step.title.to_owned(), time, standing }
    }
}
