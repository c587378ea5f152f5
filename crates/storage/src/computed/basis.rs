//! The basis of the dates: assumptions, evidence, the time log and the baseline.

use schemars::JsonSchema;
use serde::Serialize;

use super::Writer;
use crate::document::{
    DatesForm, EarlierWeekForm, PaceForm, SessionForm, StretchForm, write_sessions, write_week,
};
use planner::{Baseline, Date, WorkId};
use roadmap::{NodeId, ProjectId};

/// What the dates of a plan depend on, beside the roadmap, the answers and the progress.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Assumptions")]
pub struct AssumptionsForm {
    /// The date as of which the dates by probability were computed: what is left in its morning is scheduled
    /// from it on, or from the first day of study on if that is later.
    as_of: Date,
    /// The pace that the dates by probability use.
    pace: PaceForm,
    /// The first day of study.
    start: Date,
    /// Minutes of study on each day of the present week, Monday first.
    week_minutes: [u32; 7],
    /// Minutes of study in such a week.
    minutes_per_week: u32,
    /// The weeks before the present one, in ascending order of their last dates.
    earlier_weeks: Vec<EarlierWeekForm>,
    /// Date ranges with a different week. Where two overlap, the later one in the list applies.
    stretches: Vec<StretchForm>,
    /// Dates with a study time of their own, in ascending order: sessions that were moved.
    sessions: Vec<SessionForm>,
    /// The dates without study, in order, without overlaps.
    time_off: Vec<DatesForm>,
}

/// Evidence for the learner's pace.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Evidence")]
pub struct EvidenceForm {
    /// The number of finished pieces of work. Phases and projects finished on the same date count as one, and
    /// those with implausible dates do not count.
    finished_work: usize,
    /// The median of the learner's predicted pace for all that is left: the time it takes as a multiple of
    /// the middle of its estimate, in thousandths. 1200 means a fifth more. It is given even where the dates
    /// use the ranges only.
    pace_per_mille: u32,
}

/// Totals of the time log.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "LogTotals")]
pub struct LogTotalsForm {
    /// Minutes that were not practice.
    learning_minutes: u32,
    /// Minutes of practice: exercises, and work on projects.
    building_minutes: u32,
}

/// The present dates compared with the frozen ones.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Compared")]
pub struct ComparedForm {
    /// The date of the baseline.
    on: Date,
    /// The phases and chosen projects of the plan that have a frozen date, in order.
    work: Vec<ComparedWorkForm>,
}

/// A phase or a project compared with its frozen date. Exactly one of `phase` and `project` is given.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ComparedWork", extend("oneOf" = [{ "required": ["phase"] }, { "required": ["project"] }]))]
struct ComparedWorkForm {
    /// The id of the phase's node.
    #[serde(skip_serializing_if = "Option::is_none")]
    phase: Option<NodeId>,
    /// The id of the project.
    #[serde(skip_serializing_if = "Option::is_none")]
    project: Option<ProjectId>,
    frozen: Date,
    /// Days from the frozen date to the present one, which is `finishes.p50` or the date on which it was
    /// finished; negative if that is earlier. Null if it has no date now, because all of it is known or
    /// skipped.
    variance_days: Option<i64>,
}

impl Writer<'_> {
    pub fn assumptions(&self) -> AssumptionsForm {
        let availability = &self.outlook.availability;
        AssumptionsForm {
            as_of: self.today,
            pace: self.document.pace.into(),
            start: self.outlook.start,
            week_minutes: write_week(availability.week()),
            minutes_per_week: availability.week().total().0,
            earlier_weeks: self.document.earlier_weeks.iter().map(EarlierWeekForm::from).collect(),
            stretches: self.document.stretches.iter().map(StretchForm::from).collect(),
            sessions: write_sessions(&self.document.sessions),
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
        LogTotalsForm { learning_minutes: shares.learning.0, building_minutes: shares.building.0 }
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
