//! Phases with their topics, and projects: their progress and their dates.

use schemars::JsonSchema;
use serde::Serialize;

use super::Writer;
use super::dates::{ChancesForm, WorkByEstimatesForm};
use super::range::RangeForm;
use planner::{Date, Expected, Item, PlannedStep, PlannedTopic, Scheduled, Status, TopicPlace, Work};
use roadmap::{Kind, Node, NodeId, Project, ProjectId, TopicId};

/// A phase with its dates.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Phase")]
pub struct PhaseForm {
    node: NodeId,
    title: String,
    /// The path it belongs to; null before the first path.
    path: Option<NodeId>,
    /// Weeks of study at the reference pace, with all its topics; null if the roadmap gives it no whole weeks.
    weeks: Option<RangeForm>,
    /// Minutes of study for the topics that are learned here.
    effort_minutes: RangeForm,
    status: StatusName,
    /// The date on which the last of it was finished or skipped; null until then, and if all of it was known.
    ended_on: Option<Date>,
    by_estimates: WorkByEstimatesForm,
    /// The median of the start of what is left; null if nothing is left.
    continues: Option<Date>,
    /// The finish of what is left, by probability; null if nothing is left.
    finishes: Option<ChancesForm>,
    /// Its topics in the order in which they are learned, and those that need not be learned here.
    topics: Vec<TopicForm>,
}

/// A topic of a phase.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Topic")]
pub struct TopicForm {
    topic: TopicId,
    title: String,
    /// Its share of the phase's effort in minutes, even where it need not be learned here.
    minutes: RangeForm,
    learned: LearnedForm,
    #[serde(flatten)]
    standing: StandingForm,
    /// Its finish by probability; null if it is not open or not learned here.
    finishes: Option<ChancesForm>,
    /// Its steps, in order.
    steps: Vec<StepForm>,
}

/// A step of a topic or a project.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Step")]
pub struct StepForm {
    title: String,
    /// The percentage of the time of its topic or project, rounded.
    share_percent: u32,
    /// The date on which it was done; null until then.
    done_on: Option<Date>,
    /// Its finish by probability; null if it is done, or if its topic or project has no dates.
    finishes: Option<ChancesForm>,
}

/// Where a topic of a phase is learned.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(tag = "where", rename_all = "snake_case")]
#[schemars(rename = "Learned")]
enum LearnedForm {
    /// In this phase.
    Here,
    /// In this phase, although it belongs to another one, because another topic requires it.
    HereAsRequired { by: TopicId },
    /// Nowhere: it was known before the plan.
    Known,
    /// In an earlier phase on the route.
    Before { phase: NodeId },
}

/// A project on the route, with dates if it is chosen.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Project")]
pub struct ProjectForm {
    project: ProjectId,
    title: String,
    /// The node it is listed with.
    node: NodeId,
    /// The path it belongs to; null before the first path.
    path: Option<NodeId>,
    chosen: bool,
    /// Minutes of work. Where the source of the roadmap gives no figure, this estimate is the planner's own.
    planners_estimate_minutes: RangeForm,
    #[serde(flatten)]
    standing: StandingForm,
    /// Its dates by the estimates alone; null if it is not chosen.
    by_estimates: Option<WorkByEstimatesForm>,
    /// The median of its start or continuation; null if it is not chosen or nothing is left.
    continues: Option<Date>,
    /// Its finish by probability; null if it is not chosen or nothing is left.
    finishes: Option<ChancesForm>,
    /// Its milestones and the learner's own steps, in order.
    steps: Vec<StepForm>,
}

/// The progress of a topic or a project.
#[derive(Debug, Serialize, JsonSchema)]
struct StandingForm {
    status: StatusName,
    /// Null if the learner did not say.
    started_on: Option<Date>,
    finished_on: Option<Date>,
    skipped_on: Option<Date>,
    /// Minutes of its log entries.
    noted_minutes: u32,
}

/// The status of a phase, a topic or a project.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "Status")]
enum StatusName {
    /// Nothing of it is begun.
    NotStarted,
    /// Something of it is begun or finished.
    InProgress,
    /// All of it is finished or skipped, and not all of it was skipped.
    Done,
    /// All of it was known before the plan, or is learned earlier on the route.
    Known,
    /// All of it was skipped, or was known already.
    Skipped,
}

/// The expectation of a project that is not on the plan.
const NOTHING: Expected = Expected::Closed(Status::NotStarted);

impl Writer<'_> {
    pub fn phase(&self, scheduled: &Scheduled, expected: &Expected) -> Option<PhaseForm> {
        let Work::Phase { node, topics } = &scheduled.work else { return None };
        let node = self.node(node);
        let Kind::Phase(phase) = &node.kind else { return None };
        let status = expected.status();
        Some(PhaseForm {
            node: node.id.clone(),
            title: node.title.clone(),
            path: scheduled.path.clone(),
            weeks: phase.weeks.map(RangeForm::from),
            effort_minutes: scheduled.effort.into(),
            status: status.into(),
            ended_on: match status {
                Status::Done(on) | Status::Skipped(on) => Some(on),
                _ => None,
            },
            by_estimates: scheduled.into(),
            continues: continues(expected),
            finishes: expected.finishes().map(ChancesForm::from),
            topics: topics.iter().map(|topic| self.topic(topic, expected)).collect(),
        })
    }

    fn topic(&self, planned: &PlannedTopic, phase: &Expected) -> TopicForm {
        let topic = self.roadmap.topic(&planned.topic).expect("a checked roadmap's phases name its topics");
        let item = Item::Topic(planned.topic.clone());
        TopicForm {
            topic: planned.topic.clone(),
            title: topic.title.clone(),
            minutes: planned.effort.into(),
            learned: match &planned.learned {
                TopicPlace::Here => LearnedForm::Here,
                TopicPlace::RequiredBy(by) => LearnedForm::HereAsRequired { by: by.clone() },
                TopicPlace::Known => LearnedForm::Known,
                TopicPlace::In(phase) => LearnedForm::Before { phase: phase.clone() },
            },
            standing: self.standing(&item, planned.learned == TopicPlace::Known),
            finishes: phase.item(&item).map(|expected| expected.finishes.into()),
            steps: self.steps(&item, phase),
        }
    }

    pub fn projects(&self) -> Vec<ProjectForm> {
        let mut path = None;
        let mut forms = Vec::new();
        for node in self.outlook.plan.nodes(self.roadmap) {
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

    fn project(&self, project: &Project, node: &Node, path: Option<&NodeId>) -> ProjectForm {
        let work = Work::Project(project.id.clone());
        let dated = self.outlook.work().find(|(scheduled, _)| scheduled.work == work);
        let item = Item::Project(project.id.clone());
        ProjectForm {
            project: project.id.clone(),
            title: project.title.clone(),
            node: node.id.clone(),
            path: path.cloned(),
            chosen: dated.is_some(),
            planners_estimate_minutes: project.effort().into(),
            standing: self.standing(&item, false),
            by_estimates: dated.map(|(scheduled, _)| scheduled.into()),
            continues: dated.and_then(|(_, expected)| continues(expected)),
            finishes: dated.and_then(|(_, expected)| expected.finishes()).map(ChancesForm::from),
            steps: self.steps(&item, dated.map_or(&NOTHING, |(_, expected)| expected)),
        }
    }

    fn steps(&self, item: &Item, expected: &Expected) -> Vec<StepForm> {
        let progress = &self.document.progress;
        let dates = expected.item(item).map_or(&[][..], |expected| &expected.steps);
        let form = |PlannedStep { key, title, share }: PlannedStep<'_>| StepForm {
            title: title.to_owned(),
            share_percent: (share * 100.0).round() as u32,
            done_on: progress.step_done(item, &key),
            finishes: dates.iter().find(|(step, _)| *step == key).map(|(_, finishes)| (*finishes).into()),
        };
        progress.steps.of(self.roadmap, item).into_iter().map(form).collect()
    }

    fn standing(&self, item: &Item, is_known: bool) -> StandingForm {
        let progress = &self.document.progress;
        let status = progress.status_of(item);
        StandingForm {
            status: if is_known { StatusName::Known } else { status.into() },
            started_on: progress.mark(item).started,
            finished_on: progress.finished(item),
            skipped_on: match status {
                Status::Skipped(on) => Some(on),
                _ => None,
            },
            noted_minutes: progress.log.on(item).0,
        }
    }
}

impl From<Status> for StatusName {
    fn from(status: Status) -> Self {
        match status {
            Status::NotStarted => Self::NotStarted,
            Status::InProgress => Self::InProgress,
            Status::Done(_) => Self::Done,
            Status::Known => Self::Known,
            Status::Skipped(_) => Self::Skipped,
        }
    }
}

fn continues(expected: &Expected) -> Option<Date> {
    match expected {
        Expected::Ahead { starts, .. } => Some(*starts),
        Expected::Closed(_) => None,
    }
}
