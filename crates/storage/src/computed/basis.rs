//! What the dates rest on: assumptions, evidence, the time noted, and the dates frozen before.

use schemars::JsonSchema;
use serde::Serialize;

use super::Writer;
use crate::document::{DatesForm, EarlierWeekForm, PaceForm, StretchForm};
use planner::{Baseline, Date, WorkId};
use roadmap::{Minutes, NodeId, ProjectId};

/// What the dates of a plan rest on, beside the roadmap, its answers and what has been done.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Assumptions")]
pub struct AssumptionsForm {
    /// The date as of which the dates by probability hold: on its morning, what is left is laid on the days from it
    /// on, or from the first day of study on if that comes later.
    as_of: Date,
    /// Which pace the dates by probability reckon with.
    pace: PaceForm,
    /// The first day of study.
    start: Date,
    /// Minutes of study on each day of a week, Monday first, at present and from now on.
    week_minutes: [Minutes; 7],
    /// Minutes of study in such a week.
    minutes_per_week: Minutes,
    /// The weeks that held before the present one, in ascending order of their last dates.
    earlier_weeks: Vec<EarlierWeekForm>,
    /// Dates with another week than usual. Where two overlap, the later one in the list holds.
    stretches: Vec<StretchForm>,
    /// The dates without study, in order, none overlapping another.
    time_off: Vec<DatesForm>,
}

/// What finished work shows of the learner's pace.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Evidence")]
pub struct EvidenceForm {
    /// How many finished pieces of work it rests on. Phases and projects that were finished on the same date count
    /// as one, and those whose dates cannot be those of the work do not count.
    finished_work: usize,
    /// The learner's own pace of all that is left, as likely to be undercut as exceeded: the time it takes as a multiple
    /// of the middle of its estimate, in thousandths. 1200 means a fifth more. It is given also where the dates reckon
    /// with the ranges only.
    pace_per_mille: u32,
}

/// The time that the learner noted.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "LogTotals")]
pub struct LogTotalsForm {
    /// Minutes on topics.
    learning_minutes: Minutes,
    /// Minutes on projects.
    building_minutes: Minutes,
}

/// The dates now against those that the learner froze.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Compared")]
pub struct ComparedForm {
    /// The date on which they were frozen.
    on: Date,
    /// The phases and chosen projects of the plan that had a date then, in order.
    work: Vec<ComparedWorkForm>,
}

/// A phase or a project against the date frozen for it. Exactly one of `phase` and `project` is given.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ComparedWork", extend("oneOf" = [{ "required": ["phase"] }, { "required": ["project"] }]))]
struct ComparedWorkForm {
    /// The phase, as the roadmap names its node.
    #[serde(skip_serializing_if = "Option::is_none")]
    phase: Option<NodeId>,
    /// The project, as the roadmap names it.
    #[serde(skip_serializing_if = "Option::is_none")]
    project: Option<ProjectId>,
    /// The date frozen.
    frozen: Date,
    /// How many days the date now, `finishes.p50` or the one on which it was finished, comes after the frozen one;
    /// less than 0 if it comes before. Null if it has no date now, because all of it is known or skipped.
    variance_days: Option<i64>,
}

impl Writer<'_> {
    pub fn assumptions(&self) -> AssumptionsForm {
        let availability = &self.outlook.availability;
        AssumptionsForm {
            as_of: self.today,
            pace: self.document.pace.into(),
            start: self.outlook.start,
            week_minutes: availability.week().days(),
            minutes_per_week: availability.week().total(),
            earlier_weeks: self.document.earlier_weeks.iter().map(EarlierWeekForm::from).collect(),
            stretches: self.document.stretches.iter().map(StretchForm::from).collect(),
            time_off: availability.time_off().map(DatesForm::from).collect(),
        }
    }

    pub fn evidence(&self) -> EvidenceForm {
        let remaining = &self.outlook.forecast.remaining;
        EvidenceForm {
            finished_work: remaining.pace.count(),
            pace_per_mille: (remaining.middle_pace * 1000.0).round() as u32,
        }
    }

    pub fn log_totals(&self) -> LogTotalsForm {
        let shares = self.document.progress.log.shares();
        LogTotalsForm { learning_minutes: shares.learning, building_minutes: shares.building }
    }

    pub fn compared(&self, baseline: &Baseline) -> ComparedForm {
        let plan = &self.outlook.plan;
        let variances = baseline.variance(plan, &self.outlook.forecast);
        let compared = plan.work.iter().zip(variances).filter_map(|(scheduled, variance_days)| {
            let work = scheduled.work.id();
            let frozen = *baseline.finishes.get(&work)?;
            let (phase, project) = match work {
                WorkId::Phase(node) => (Some(node), None),
                WorkId::Project(project) => (None, Some(project)),
            };
            Some(ComparedWorkForm { phase, project, frozen, variance_days })
        });
        ComparedForm { on: baseline.on, work: compared.collect() }
    }
}
