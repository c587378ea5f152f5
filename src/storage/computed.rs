//! The computed plan as it is written for other programs. It is never read.

use schemars::JsonSchema;
use serde::Serialize;

use super::document::DatesForm;
use crate::app::Document;
use crate::planner::roadmap::{Kind, KindName, Node, ProjectFile, Roadmap};
use crate::planner::{
    Between, Date, Effort, LeftOut, Minutes, NoFinish, NodeId, Plan, ProjectId, Reason, RoadmapId, Scheduled,
    Span, Status, Step, TopicId, Work, questionnaire::Question,
};

/// Why there is no plan.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(tag = "reason", rename_all = "snake_case")]
pub enum NoPlan {
    /// A decision on the route is not answered yet.
    DecisionOpen {
        /// The decision.
        decision: NodeId,
        /// Which time the walk comes to it, counted from 1.
        visit: u32,
    },
    /// The learner has not said yet on which days they study, and how long.
    WeekOpen,
    /// The learner has not said yet when they start.
    StartOpen,
    /// No day of the week has any study time.
    NoHours,
    /// The work does not end by this date, up to which plans are laid.
    BeyondHorizon {
        /// The date.
        until: Date,
    },
}

/// A dated plan.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Plan")]
pub struct PlanForm {
    /// The roadmap that the plan follows.
    roadmap: RoadmapName,
    /// Study hours in a week at the pace for which the weeks of the phases are meant. Effort is weeks times
    /// this.
    reference_hours_per_week: u32,
    /// What the dates rest on.
    assumptions: AssumptionsForm,
    /// The nodes of the roadmap on the learner's route, in order, each with the reason why it is there.
    route: Vec<StepForm>,
    /// The nodes that the learner's answers turned away from.
    left_out: Vec<LeftOutForm>,
    /// The phases on the route, in order.
    phases: Vec<PhaseForm>,
    /// The projects on the route, in order, also those not chosen.
    projects: Vec<ProjectForm>,
    /// The tracks on the route, in order. They have no dates because nobody knows their effort.
    tracks: Vec<TrackForm>,
    /// The plan as a whole.
    totals: TotalsForm,
}

/// The roadmap that a plan follows.
#[derive(Debug, Serialize, JsonSchema)]
struct RoadmapName {
    /// The id of the roadmap.
    id: RoadmapId,
    /// What it is called.
    title: String,
}

/// What the dates of a plan rest on, beside the roadmap and its answers.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Assumptions")]
struct AssumptionsForm {
    /// Minutes of study on each day of a week, Monday first.
    week_minutes: [Minutes; 7],
    /// Minutes of study in a week.
    minutes_per_week: Minutes,
    /// The first day of study.
    start: Date,
    /// The dates without study, in order, none overlapping another.
    time_off: Vec<DatesForm>,
}

/// A node on the route.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Step")]
struct StepForm {
    /// The node, as the roadmap names it.
    node: NodeId,
    /// What the node is.
    kind: KindName,
    /// What the node is called.
    title: String,
    /// Why it is on the route.
    reason: ReasonForm,
}

/// Why a node is on the route.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(tag = "because", rename_all = "snake_case")]
#[schemars(rename = "Reason")]
enum ReasonForm {
    /// Every walk begins there.
    Start,
    /// It follows another node.
    Follows {
        /// The other node.
        node: NodeId,
    },
    /// The learner gave an answer that leads there.
    Answered {
        /// The decision.
        decision: NodeId,
        /// Which time the walk came to the decision, counted from 1.
        visit: u32,
        /// The answer.
        answer: String,
    },
    /// There was only one answer left that leads on.
    OnlyWay {
        /// The decision.
        decision: NodeId,
        /// Which time the walk came to the decision, counted from 1.
        visit: u32,
        /// The answer.
        answer: String,
    },
}

/// A node that the learner turned away from.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "LeftOut")]
struct LeftOutForm {
    /// The node, as the roadmap names it.
    node: NodeId,
    /// What the node is.
    kind: KindName,
    /// What the node is called.
    title: String,
    /// The decision at which the learner could have gone there.
    decision: NodeId,
    /// Which time the walk came to the decision, counted from 1.
    visit: u32,
    /// The answer given instead.
    instead: String,
}

/// A phase with its dates.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Phase")]
struct PhaseForm {
    /// The phase, as the roadmap names it.
    node: NodeId,
    /// What the phase is called.
    title: String,
    /// The path it belongs to; null before the first path.
    path: Option<NodeId>,
    /// Weeks of study at the reference pace.
    weeks: Span,
    /// Minutes of study.
    effort_minutes: Effort,
    /// When it begins.
    starts: BetweenForm,
    /// When it is finished.
    finishes: BetweenForm,
    /// How far it has come.
    status: StatusName,
    /// The date on which the last of its topics was finished; null until all are.
    finished_on: Option<Date>,
    /// Its topics, in order.
    topics: Vec<TopicForm>,
}

/// A topic of a phase.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Topic")]
struct TopicForm {
    /// The topic, as the roadmap names it.
    topic: TopicId,
    /// What the topic is called.
    title: String,
    /// Its share of the middle of the phase's effort.
    minutes: Minutes,
    /// The date on which it was finished; null if it is not.
    finished_on: Option<Date>,
}

/// A project on the route, with dates if it is chosen.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Project")]
struct ProjectForm {
    /// The project, as the roadmap names it.
    project: ProjectId,
    /// What the project is called.
    title: String,
    /// The node it is listed with.
    node: NodeId,
    /// The path it belongs to; null before the first path.
    path: Option<NodeId>,
    /// Whether it is part of the plan.
    chosen: bool,
    /// Minutes of work. Where the source of the roadmap gives no figure, this estimate is the planner's own.
    planners_estimate_minutes: Effort,
    /// When it begins; null if it is not chosen.
    starts: Option<BetweenForm>,
    /// When it is finished; null if it is not chosen.
    finishes: Option<BetweenForm>,
    /// The date on which the learner finished it; null if they have not.
    finished_on: Option<Date>,
}

/// An advanced direction after a path.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Track")]
struct TrackForm {
    /// The track, as the roadmap names it.
    node: NodeId,
    /// What the track is called.
    title: String,
    /// What it covers.
    covers: Vec<String>,
}

/// A plan as a whole.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Totals")]
struct TotalsForm {
    /// Minutes for all phases and chosen projects together.
    effort_minutes: Effort,
    /// How much of that is finished, in whole percent, with each effort at the middle of its range.
    percent_done: u32,
    /// When the last phase is finished; null if there is none.
    phases_finish: Option<BetweenForm>,
    /// When everything is finished, chosen projects included; null if there is nothing to do.
    finish: Option<BetweenForm>,
    /// The date by which the learner would like to finish; null if there is none.
    target: Option<Date>,
    /// Days from `finish` to `target`, less than 0 where the target comes first; null without either.
    margin_days: Option<MarginForm>,
}

/// Between the date if all efforts are at the low end of their ranges and the date if all are at the high end.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
#[schemars(rename = "Between")]
struct BetweenForm {
    /// With the low estimates.
    earliest: Date,
    /// With the high estimates.
    latest: Date,
}

/// Days that are left over.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Margin")]
struct MarginForm {
    /// With the earliest finish.
    earliest: i64,
    /// With the latest finish.
    latest: i64,
}

/// How far a piece of work has come.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "Status")]
enum StatusName {
    /// Nothing of it is finished.
    NotStarted,
    /// Something of it is finished.
    InProgress,
    /// All of it is finished.
    Done,
}

impl PlanForm {
    /// Computes the plan of a document, or says why there is none.
    pub fn compute(document: &Document, roadmap: &Roadmap) -> Result<Self, NoPlan> {
        match document.open_question(roadmap) {
            Some(Question::Choice(turn)) => {
                return Err(NoPlan::DecisionOpen { decision: turn.decision, visit: turn.visit });
            }
            Some(Question::Hours) => return Err(NoPlan::WeekOpen),
            _ => {}
        }
        let start = document.start.ok_or(NoPlan::StartOpen)?;
        let plan = document.plan(roadmap, start).map_err(|why| match why {
            NoFinish::NoHours => NoPlan::NoHours,
            NoFinish::BeyondHorizon(until) => NoPlan::BeyondHorizon { until },
        })?;
        Ok(Writer { document, roadmap, plan: &plan }.plan(start))
    }
}

/// A plan with what it was computed from.
struct Writer<'a> {
    document: &'a Document,
    roadmap: &'a Roadmap,
    plan: &'a Plan,
}

impl Writer<'_> {
    fn plan(&self, start: Date) -> PlanForm {
        let about = self.roadmap.about();
        let route = &self.plan.route;
        PlanForm {
            roadmap: RoadmapName { id: about.id.clone(), title: about.title.clone() },
            reference_hours_per_week: about.reference_pace.0 / 60,
            assumptions: self.assumptions(start),
            route: route.steps.iter().map(|step| self.step(step)).collect(),
            left_out: route.left_out.iter().map(|left_out| self.left_out(left_out)).collect(),
            phases: self.plan.work.iter().filter_map(|scheduled| self.phase(scheduled)).collect(),
            projects: self.projects(),
            tracks: self.plan.nodes(self.roadmap).filter_map(track).collect(),
            totals: self.totals(),
        }
    }

    fn assumptions(&self, start: Date) -> AssumptionsForm {
        let availability = self.document.availability(self.roadmap);
        AssumptionsForm {
            week_minutes: availability.week().days(),
            minutes_per_week: availability.week().total(),
            start,
            time_off: availability.time_off().map(DatesForm::from).collect(),
        }
    }

    fn node(&self, id: &NodeId) -> &Node {
        self.roadmap.node(id).expect("a route leads only to nodes of its roadmap")
    }

    fn step(&self, step: &Step) -> StepForm {
        let node = self.node(&step.node);
        StepForm {
            node: node.id.clone(),
            kind: kind_name(&node.kind),
            title: node.title.clone(),
            reason: reason(&step.reason),
        }
    }

    fn left_out(&self, left_out: &LeftOut) -> LeftOutForm {
        let node = self.node(&left_out.node);
        LeftOutForm {
            node: node.id.clone(),
            kind: kind_name(&node.kind),
            title: node.title.clone(),
            decision: left_out.turn.decision.clone(),
            visit: left_out.turn.visit,
            instead: left_out.instead.clone(),
        }
    }

    fn phase(&self, scheduled: &Scheduled) -> Option<PhaseForm> {
        let Work::Phase { node, topics } = &scheduled.work else { return None };
        let node = self.node(node);
        let Kind::Phase(phase) = &node.kind else { return None };
        let (status, finished_on) = match self.document.progress.status(&scheduled.work) {
            Status::NotStarted => (StatusName::NotStarted, None),
            Status::InProgress => (StatusName::InProgress, None),
            Status::Done(on) => (StatusName::Done, Some(on)),
        };
        Some(PhaseForm {
            node: node.id.clone(),
            title: node.title.clone(),
            path: scheduled.path.clone(),
            weeks: phase.weeks,
            effort_minutes: scheduled.effort,
            starts: scheduled.starts.into(),
            finishes: scheduled.finishes.into(),
            status,
            finished_on,
            topics: topics.iter().map(|(topic, minutes)| self.topic(topic, *minutes)).collect(),
        })
    }

    fn topic(&self, id: &TopicId, minutes: Minutes) -> TopicForm {
        let topic = self.roadmap.topic(id).expect("a checked roadmap's phases name its topics");
        TopicForm {
            topic: id.clone(),
            title: topic.title.clone(),
            minutes,
            finished_on: self.document.progress.topic(id),
        }
    }

    fn projects(&self) -> Vec<ProjectForm> {
        let mut path = None;
        let mut forms = Vec::new();
        for node in self.plan.nodes(self.roadmap) {
            match &node.kind {
                Kind::Path(_) => path = Some(&node.id),
                Kind::Projects(listed) => {
                    forms.extend(listed.iter().map(|project| self.project(project, node, path)));
                }
                _ => {}
            }
        }
        forms
    }

    fn project(&self, project: &ProjectFile, node: &Node, path: Option<&NodeId>) -> ProjectForm {
        let work = Work::Project(project.id.clone());
        let scheduled = self.plan.work.iter().find(|scheduled| scheduled.work == work);
        ProjectForm {
            project: project.id.clone(),
            title: project.title.clone(),
            node: node.id.clone(),
            path: path.cloned(),
            chosen: scheduled.is_some(),
            planners_estimate_minutes: Effort::of(project.estimate_hours, Minutes::hours(1)),
            starts: scheduled.map(|scheduled| scheduled.starts.into()),
            finishes: scheduled.map(|scheduled| scheduled.finishes.into()),
            finished_on: self.document.progress.project(&project.id),
        }
    }

    fn totals(&self) -> TotalsForm {
        let (plan, target) = (self.plan, self.document.target);
        let margin = |target: Date, finish: Between| MarginForm {
            earliest: (target - finish.earliest).num_days(),
            latest: (target - finish.latest).num_days(),
        };
        TotalsForm {
            effort_minutes: plan.effort(),
            percent_done: self.document.progress.percent(plan),
            phases_finish: plan.phases_finish().map(BetweenForm::from),
            finish: plan.finish().map(BetweenForm::from),
            target,
            margin_days: target.zip(plan.finish()).map(|(target, finish)| margin(target, finish)),
        }
    }
}

impl From<Between> for BetweenForm {
    fn from(dates: Between) -> Self {
        Self { earliest: dates.earliest, latest: dates.latest }
    }
}

fn reason(reason: &Reason) -> ReasonForm {
    match reason {
        Reason::Start => ReasonForm::Start,
        Reason::Follows(node) => ReasonForm::Follows { node: node.clone() },
        Reason::Answered(turn, answer) => ReasonForm::Answered {
            decision: turn.decision.clone(),
            visit: turn.visit,
            answer: answer.clone(),
        },
        Reason::OnlyWay(turn, answer) => {
            ReasonForm::OnlyWay { decision: turn.decision.clone(), visit: turn.visit, answer: answer.clone() }
        }
    }
}

fn track(node: &Node) -> Option<TrackForm> {
    let Kind::Track(covers) = &node.kind else { return None };
    Some(TrackForm { node: node.id.clone(), title: node.title.clone(), covers: covers.clone() })
}

fn kind_name(kind: &Kind) -> KindName {
    match kind {
        Kind::Start => KindName::Start,
        Kind::Decision => KindName::Decision,
        Kind::Path(_) => KindName::Path,
        Kind::Phase(_) => KindName::Phase,
        Kind::Projects(_) => KindName::Projects,
        Kind::Track(_) => KindName::Track,
        Kind::Milestone(_) => KindName::Milestone,
    }
}
