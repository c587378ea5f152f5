//! Paths and totals.

use schemars::JsonSchema;
use serde::Serialize;

use super::Writer;
use super::dates::{ChancesForm, DateBoundsForm};
use super::range::RangeForm;
use planner::{Chances, Date, finish_by};
use roadmap::{Effort, NodeId};

/// A path on the route, with the finish of its last phase.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Path")]
pub struct PathForm {
    /// The id of the path's node.
    node: NodeId,
    title: String,
    /// By the estimates alone; null if it has no phases.
    phases_finish_by_estimates: Option<DateBoundsForm>,
    /// By probability; null if no phase of it is left.
    phases_finish: Option<ChancesForm>,
}

/// Totals of a plan.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Totals")]
pub struct TotalsForm {
    /// Minutes of all phases and chosen projects together.
    effort_minutes: RangeForm,
    /// Minutes that are left of that.
    left_minutes: RangeForm,
    /// Minutes saved because topics are known or are learned earlier on the route.
    saved_minutes: RangeForm,
    /// The share of the effort that is done, each effort at the middle of its range, in whole percent. Logged time counts.
    percent_done: u32,
    by_estimates: TotalsByEstimatesForm,
    /// The finish of everything, chosen projects included, by probability; null if nothing is left.
    finish: Option<ChancesForm>,
    /// The learner's target date; null if there is none.
    target: Option<Date>,
    /// The probability that everything is finished by the end of the target date, in whole percent; null
    /// without a target.
    target_chance_percent: Option<u32>,
    /// Days from each date of `finish` to `target`, negative where the target is earlier; null without either.
    margin_days: Option<MarginForm>,
}

/// The finish of a plan by the estimates alone, from the first day of study on.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "TotalsByEstimates")]
struct TotalsByEstimatesForm {
    /// The finish of the last phase; null if there is none.
    phases_finish: Option<DateBoundsForm>,
    /// The finish of everything, chosen projects included; null if there is nothing to do.
    finish: Option<DateBoundsForm>,
}

/// Days from the dates of a finish to the target.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Margin")]
struct MarginForm {
    p50: i64,
    p80: i64,
    p95: i64,
}

impl Writer<'_> {
    pub fn paths(&self) -> Vec<PathForm> {
        let plan = &self.outlook.plan;
        let path = plan.paths(self.roadmap).map(|node| PathForm {
            node: node.id.clone(),
            title: node.title.clone(),
            phases_finish_by_estimates: plan.path_finish(&node.id).map(DateBoundsForm::from),
            phases_finish: self.outlook.forecast.path_finish(&node.id).map(ChancesForm::from),
        });
        path.collect()
    }

    pub fn totals(&self) -> TotalsForm {
        let (plan, forecast) = (&self.outlook.plan, &self.outlook.forecast);
        let target = self.document.target;
        let finish = forecast.finish();
        let chance = |target| finish_by::chance(&forecast.remaining, &self.outlook.availability, target);
        TotalsForm {
            effort_minutes: plan.effort().into(),
            left_minutes: self.outlook.tally.left.into(),
            saved_minutes: plan.saved().map(|topic| topic.effort).sum::<Effort>().into(),
            percent_done: self.outlook.tally.percent(),
            by_estimates: TotalsByEstimatesForm {
                phases_finish: plan.phases_finish().map(DateBoundsForm::from),
                finish: plan.finish().map(DateBoundsForm::from),
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
