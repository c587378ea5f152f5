//! Steps of topics and projects: those that the learner added, and those that are done.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::problem::{DocumentProblem, check_count, check_date, check_text};
use super::progress::{MOST_MARKS, ids, read_item};
use app::FileFault;
use planner::{Date, Item, MOST_OWN_STEPS, OwnStep, StepKey, Steps, StepsOfItem};
use roadmap::{ProjectId, StepId, TopicId};

/// More steps than the topics and projects of any roadmap have.
const MOST_DONE: usize = 1_000;

/// What the learner says about the steps of a topic or a project. Exactly one of `topic` and `project` is given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Steps", extend("oneOf" = [{ "required": ["topic"] }, { "required": ["project"] }]))]
pub struct StepsForm {
    #[serde(skip_serializing_if = "Option::is_none")]
    topic: Option<TopicId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    project: Option<ProjectId>,
    /// The steps that the learner added, in order.
    #[schemars(length(max = MOST_OWN_STEPS))]
    own: Vec<OwnStepForm>,
    /// The steps that are done.
    #[schemars(length(max = MOST_DONE))]
    done: Vec<DoneForm>,
}

/// A step that the learner added.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "OwnStep")]
struct OwnStepForm {
    /// Identifies the step among those that the learner added to the same topic or project.
    number: u32,
    title: String,
    /// How many of the roadmap's steps come before it.
    after: u32,
}

/// A step that is done. Exactly one of `step` and `own` is given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "StepDone", extend("oneOf" = [{ "required": ["step"] }, { "required": ["own"] }]))]
struct DoneForm {
    /// The id of the roadmap's step.
    #[serde(skip_serializing_if = "Option::is_none")]
    step: Option<StepId>,
    /// The number of a step that the learner added.
    #[serde(skip_serializing_if = "Option::is_none")]
    own: Option<u32>,
    on: Date,
}

pub fn write(steps: &Steps) -> Vec<StepsForm> {
    let own = |OwnStep { number, title, after }: &OwnStep| OwnStepForm {
        number: *number,
        title: title.clone(),
        after: u32::try_from(*after).unwrap_or(u32::MAX),
    };
    let done = |(step, on): (&StepKey, &Date)| {
        let (step, own) = match step {
            StepKey::OfRoadmap(id) => (Some(id.clone()), None),
            StepKey::Own(number) => (None, Some(*number)),
        };
        DoneForm { step, own, on: *on }
    };
    let form = |(item, of_item): (&Item, &StepsOfItem)| {
        let (topic, project) = ids(item);
        StepsForm {
            topic,
            project,
            own: of_item.own().iter().map(own).collect(),
            done: of_item.done().iter().map(done).collect(),
        }
    };
    steps.items().map(form).collect()
}

pub fn read(forms: Vec<StepsForm>) -> Result<Steps, DocumentProblem> {
    check_count("/steps", &forms, MOST_MARKS)?;
    let mut items = BTreeMap::new();
    for (at, StepsForm { topic, project, own, done }) in forms.into_iter().enumerate() {
        let place = format!("/steps/{at}");
        let item = read_item(&place, topic, project)?;
        let own = read_own(&format!("{place}/own"), own)?;
        let done = read_done(&format!("{place}/done"), done)?;
        if items.insert(item, StepsOfItem::new(own, done)).is_some() {
            return Err(DocumentProblem::new(place, FileFault::Repeated));
        }
    }
    Ok(Steps::new(items))
}

fn read_own(place: &str, forms: Vec<OwnStepForm>) -> Result<Vec<OwnStep>, DocumentProblem> {
    check_count(place, &forms, MOST_OWN_STEPS)?;
    let mut numbers = BTreeSet::new();
    let mut own = Vec::with_capacity(forms.len());
    for (at, OwnStepForm { number, title, after }) in forms.into_iter().enumerate() {
        check_text(format!("{place}/{at}/title"), &title)?;
        if !numbers.insert(number) {
            return Err(DocumentProblem::new(format!("{place}/{at}/number"), FileFault::Repeated));
        }
        own.push(OwnStep { number, title, after: after as usize });
    }
    Ok(own)
}

fn read_done(place: &str, forms: Vec<DoneForm>) -> Result<BTreeMap<StepKey, Date>, DocumentProblem> {
    check_count(place, &forms, MOST_DONE)?;
    let mut done = BTreeMap::new();
    for (at, DoneForm { step, own, on }) in forms.into_iter().enumerate() {
        let place = format!("{place}/{at}");
        check_date(format!("{place}/on"), on)?;
        let step = match (step, own) {
            (Some(id), None) => {
                check_text(format!("{place}/step"), id.as_str())?;
                StepKey::OfRoadmap(id)
            }
            (None, Some(number)) => StepKey::Own(number),
            _ => return Err(DocumentProblem::new(place, FileFault::NotOneOf("step", "own"))),
        };
        if done.insert(step, on).is_some() {
            return Err(DocumentProblem::new(place, FileFault::Repeated));
        }
    }
    Ok(done)
}
