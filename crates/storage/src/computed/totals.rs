//! Paths, and the plan as a whole.

use schemars::JsonSchema;
use serde::Serialize;

use super::Writer;
use super::dates::{BetweenForm, ChancesForm};
use planner::{Chances, Date, finish_by};
use roadmap::{Effort, NodeId};

/// A path on the route, with the dates on which its last phase is finished.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Path")]
pub struct PathForm {
    /// The path, as the roadmap names its node.
    node: NodeId,
    /// What the path is called.
    title: String,
    /// By the estimates alone; null if it has no phases.
    phases_finish_by_estimates: Option<BetweenForm>,
    /// By probability; null if no phase of it is left.
    phases_finish: Option<ChancesForm>,
}

/// A plan as a whole.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Totals")]
pub struct TotalsForm {
    /// Minutes for all phases and chosen projects together.
    effort_minutes: Effort,
    /// Minutes that are left of that.
    left_minutes: Effort,
    /// Minutes that need not be spent because topics are known or are learned before on the route.
    saved_minutes: Effort,
    /// How much of the effort is finished, in whole percent, with each effort at the middle of its range.
    percent_done: u32,
    /// The dates by the estimates alone.
    by_estimates: TotalsByEstimatesForm,
    /// When everything is finished, chosen projects included, by probability; null if nothing is left.
    finish: Option<ChancesForm>,
    /// The date by which the learner would like to finish; null if there is none.
    target: Option<Date>,
    /// The chance that everything is finished by the end of the target, in percent, to the nearest whole one; null
    /// without a target.
    target_chance_percent: Option<u32>,
    /// Days from each date of `finish` to `target`, less than 0 where the target comes first; null without either.
    margin_days: Option<MarginForm>,
}

/// When a plan is finished by the estimates alone, from the first day of study on.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "TotalsByEstimates")]
struct TotalsByEstimatesForm {
    /// When the last phase is finished; null if there is none.
    phases_finish: Option<BetweenForm>,
    /// When everything is finished, chosen projects included; null if there is nothing to do.
    finish: Option<BetweenForm>,
}

/// Days that are left over.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Margin")]
struct MarginForm {
    /// From the date that is as likely undercut as exceeded.
    p50: i64,
    /// From the date with a chance of 8 in 10.
    p80: i64,
    /// From the date with a chance of 95 in 100.
    p95: i64,
}

impl Writer<'_> {
    pub fn paths(&self) -> Vec<PathForm> {
        let plan = &self.outlook.plan;
        let path = plan.paths(self.roadmap).map(|node| PathForm {
            node: node.id.clone(),
            title: node.title.clone(),
            phases_finish_by_estimates: plan.path_finish(&node.id).map(BetweenForm::from),
            phases_finish: self.outlook.forecast.path_finish(&node.id).map(ChancesForm::from),
        });
        path.collect()
    }

    pub fn totals(&self) -> TotalsForm {
        let (plan, forecast) = (&self.outlook.plan, &self.outlook.forecast);
        let (progress, target) = (&self.document.progress, self.document.target);
        let finish = forecast.finish();
        let chance = |target| finish_by::chance(&forecast.remaining, &self.outlook.availability, target);
        TotalsForm {
            effort_minutes: plan.effort(),
            left_minutes: progress.left(plan).map(|(_, effort)| effort).sum(),
            saved_minutes: plan.saved().map(|topic| topic.effort).sum(),
            percent_done: progress.percent(plan),
            by_estimates: TotalsByEstimatesForm {
                phases_finish: plan.phases_finish().map(BetweenForm::from),
                finish: plan.finish().map(BetweenForm::from),
            },
            finish: finish.map(ChancesForm::from),
            target,
            target_chance_percent: target.map(|target| (chance(target) * 100.0).round() as u32),
            margin_days: target.zip(finish).map(|(target, finish)| margin(target, finish)),
        }
    }
}

fn margin(target: Date, Chances { p50, p80, p95 }: Chances) -> MarginForm {
    let days = |finish: Date| (target - finish).num_days();
    MarginForm { p50: days(p50), p80: days(p80), p95: days(p95) }
}
