//! The computed plan, written for other programs and never read.
//!
//! Every figure has its own form here, so that domain types can change without changing what is
//! exported; ids are the roadmap's own strings.

mod basis;
mod dates;
mod range;
mod route;
mod totals;
mod work;

use schemars::JsonSchema;
use serde::Serialize;

use basis::{AssumptionsForm, ComparedForm, EvidenceForm, LogTotalsForm};
use route::{LeftOutForm, StepForm, TrackForm};
use totals::{PathForm, TotalsForm};
use work::{PhaseForm, ProjectForm};

use app::{Document, Outlook};
use planner::questionnaire::Question;
use planner::{Date, NoFinish};
use roadmap::{Node, NodeId, Roadmap, RoadmapId};

/// Why there is no plan.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(tag = "reason", rename_all = "snake_case")]
pub enum NoPlan {
    /// A decision on the route is not answered yet.
    DecisionOpen {
        decision: NodeId,
        /// The 1-based count of visits to it.
        visit: u32,
    },
    /// The learner has not said yet on which days they study, and how long.
    WeekOpen,
    /// The learner has not said yet when they start.
    StartOpen,
    /// The week has no study time.
    NoHours,
    /// The work does not end within the horizon of a plan.
    BeyondHorizon {
        /// The last date of the horizon.
        until: Date,
    },
}

/// A dated plan, as of the date in its assumptions.
///
/// There are two kinds of dates. Those *by estimates* are the extremes that the roadmap's estimates give from
/// the start on, whatever has been done since. Those *by probability* are of what is left: each is the first
/// date by whose end the work is finished with that probability.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Plan")]
pub struct PlanForm {
    roadmap: RoadmapName,
    /// Study hours per week at the reference pace: the effort of a phase is its weeks times this.
    reference_hours_per_week: u32,
    assumptions: AssumptionsForm,
    evidence: EvidenceForm,
    /// The nodes on the learner's route, in order, each with the reason why it is there.
    route: Vec<StepForm>,
    /// The nodes that the learner's answers turned away from.
    left_out: Vec<LeftOutForm>,
    /// The phases on the route, in order.
    phases: Vec<PhaseForm>,
    /// The projects on the route, in order, also those not chosen.
    projects: Vec<ProjectForm>,
    /// The paths on the route, in order.
    paths: Vec<PathForm>,
    /// The tracks on the route, in order. They have no dates because their effort is unknown.
    tracks: Vec<TrackForm>,
    totals: TotalsForm,
    log_totals: LogTotalsForm,
    /// The present dates compared with the frozen ones; null if there are none.
    baseline: Option<ComparedForm>,
}

/// The roadmap that a plan follows.
#[derive(Debug, Serialize, JsonSchema)]
struct RoadmapName {
    id: RoadmapId,
    title: String,
}

impl PlanForm {
    /// Computes the plan of a document as of a date, or says why there is none.
    pub fn compute(document: &Document, roadmap: &Roadmap, today: Date) -> Result<Self, NoPlan> {
        match document.open_question(roadmap) {
            Some(Question::Choice(turn)) => {
                return Err(NoPlan::DecisionOpen { decision: turn.decision, visit: turn.visit });
            }
            Some(Question::Hours) => return Err(NoPlan::WeekOpen),
            Some(_) => return Err(NoPlan::StartOpen),
            None => {}
        }
        let outlook = Outlook::of(document, roadmap, today).map_err(|why| match why {
            NoFinish::NoHours => NoPlan::NoHours,
            NoFinish::BeyondHorizon(until) => NoPlan::BeyondHorizon { until },
        })?;
        Ok(Writer { document, roadmap, outlook: &outlook, today }.plan())
    }
}

/// A plan with what it was computed from.
struct Writer<'a> {
    document: &'a Document,
    roadmap: &'a Roadmap,
    outlook: &'a Outlook,
    today: Date,
}

impl Writer<'_> {
    fn plan(&self) -> PlanForm {
        let about = self.roadmap.about();
        let route = &self.outlook.plan.route;
        PlanForm {
            roadmap: RoadmapName { id: about.id.clone(), title: about.title.clone() },
            reference_hours_per_week: about.reference_pace.0 / 60,
            assumptions: self.assumptions(),
            evidence: self.evidence(),
            route: route.steps.iter().map(|step| self.step(step)).collect(),
            left_out: route.left_out.iter().map(|left_out| self.left_out(left_out)).collect(),
            phases: self.outlook.work().filter_map(|(work, expected)| self.phase(work, expected)).collect(),
            projects: self.projects(),
            paths: self.paths(),
            tracks: self.tracks(),
            totals: self.totals(),
            log_totals: self.log_totals(),
            baseline: self.document.baseline.as_ref().map(|baseline| self.compared(baseline)),
        }
    }

    fn node(&self, id: &NodeId) -> &Node {
        self.roadmap.node(id).expect("a route leads only to nodes of its roadmap")
    }
}
