//! The document as it is written down, and the checked way back.
//!
//! The form has types of its own, so that the program can change without changing what is stored. Whatever the
//! present roadmap does not know, such as a topic it once had, is kept as it is.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use chrono::Datelike;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::field_name::{field_name, field_of_name};
use crate::app::form::{MOST_TIME_OFF, YEARS};
use crate::app::{Document, Drafts};
use crate::planner::{
    Answers, Date, DateRange, Minutes, NodeId, Progress, ProjectChoices, ProjectId, RoadmapId, TopicId, Turn,
    Week,
};

/// More answers than this are not a learner's.
const MOST_ANSWERS: usize = 1_000;
/// More statements than this are not a learner's.
const MOST_AGREED: usize = 200;
/// Nobody chooses among more projects than this.
const MOST_CHOICES: usize = 20_000;
/// Nobody finishes more topics, or more projects, than this.
const MOST_FINISHED: usize = 20_000;
/// There are not so many fields to type into.
const MOST_DRAFTS: usize = 1_000;
/// No name, answer or entry has more characters than this.
const LONGEST_TEXT: usize = 1_000;

/// What the learner said: all that a plan is computed from, beside the roadmap.
///
/// Dates are written `YYYY-MM-DD`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Document")]
pub struct DocumentForm {
    /// The id of the roadmap that everything here is about.
    pub roadmap: RoadmapId,
    /// The answers given at the roadmap's decisions, also those that are not on the present route.
    #[schemars(length(max = MOST_ANSWERS))]
    pub answers: Vec<AnswerForm>,
    /// The statements the learner agreed with while choosing a path.
    #[schemars(length(max = MOST_AGREED))]
    pub agreed: Vec<String>,
    /// Minutes of study on each day of a week, Monday first; null until the learner has said.
    pub week_minutes: Option<[Minutes; 7]>,
    /// The first day of study; null until the learner has said.
    pub start: Option<Date>,
    /// The dates without study, as entered; spans may overlap.
    #[schemars(length(max = MOST_TIME_OFF))]
    pub time_off: Vec<DatesForm>,
    /// The date by which the learner would like to finish; null if there is none.
    pub target: Option<Date>,
    /// The projects that the learner has taken into the plan or left out.
    #[schemars(length(max = MOST_CHOICES))]
    pub projects: Vec<ProjectChoiceForm>,
    /// The topics that are finished.
    #[schemars(length(max = MOST_FINISHED))]
    pub finished_topics: Vec<FinishedTopicForm>,
    /// The projects that are finished.
    #[schemars(length(max = MOST_FINISHED))]
    pub finished_projects: Vec<FinishedProjectForm>,
    /// What is typed into fields but not accepted yet.
    #[schemars(length(max = MOST_DRAFTS))]
    pub drafts: Vec<DraftForm>,
}

/// An answer given at a decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Answer")]
pub struct AnswerForm {
    /// The decision, as the roadmap names it.
    pub decision: NodeId,
    /// Which time the walk came to this decision, counted from 1.
    #[schemars(range(min = 1))]
    pub visit: u32,
    /// The answer, word for word as the roadmap has it.
    pub answer: String,
}

/// From one date to another, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Dates")]
pub struct DatesForm {
    /// The first date.
    pub from: Date,
    /// The last date, not before the first.
    pub to: Date,
}

/// A project taken into the plan or left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "ProjectChoice")]
pub struct ProjectChoiceForm {
    /// The project, as the roadmap names it.
    pub project: ProjectId,
    /// Whether it is part of the plan.
    pub wanted: bool,
}

/// A finished topic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "FinishedTopic")]
pub struct FinishedTopicForm {
    /// The topic, as the roadmap names it.
    pub topic: TopicId,
    /// The date on which it was finished.
    pub on: Date,
}

/// A finished project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "FinishedProject")]
pub struct FinishedProjectForm {
    /// The project, as the roadmap names it.
    pub project: ProjectId,
    /// The date on which it was finished.
    pub on: Date,
}

/// What is typed into a field but not accepted yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Draft")]
pub struct DraftForm {
    /// The name of the field, for instance `hours/0` for Monday or `time-off/2/from`. A draft for a field that
    /// the page does not have is dropped.
    pub field: String,
    /// What is typed.
    pub text: String,
}

impl From<&Document> for DocumentForm {
    fn from(document: &Document) -> Self {
        let answer = |(turn, answer): (&Turn, &str)| AnswerForm {
            decision: turn.decision.clone(),
            visit: turn.visit,
            answer: answer.to_owned(),
        };
        let choice =
            |(project, wanted): (&ProjectId, bool)| ProjectChoiceForm { project: project.clone(), wanted };
        let topic = |(topic, on): (&TopicId, Date)| FinishedTopicForm { topic: topic.clone(), on };
        let project =
            |(project, on): (&ProjectId, Date)| FinishedProjectForm { project: project.clone(), on };
        Self {
            roadmap: document.roadmap.clone(),
            answers: document.answers.iter().map(answer).collect(),
            agreed: document.agreed.iter().cloned().collect(),
            week_minutes: document.week.map(Week::days),
            start: document.start,
            time_off: document.time_off.iter().copied().map(DatesForm::from).collect(),
            target: document.target,
            projects: document.projects.iter().map(choice).collect(),
            finished_topics: document.progress.topics().map(topic).collect(),
            finished_projects: document.progress.projects().map(project).collect(),
            drafts: write_drafts(&document.drafts),
        }
    }
}

/// A draft that is too long to be read back is cut. No field accepts anything nearly as long, and otherwise
/// whoever pastes a novel into a date could not save their plan.
fn write_drafts(drafts: &Drafts) -> Vec<DraftForm> {
    drafts
        .iter()
        .map(|(&field, text)| DraftForm {
            field: field_name(field),
            text: text.chars().take(LONGEST_TEXT).collect(),
        })
        .collect()
}

impl From<DateRange> for DatesForm {
    fn from(dates: DateRange) -> Self {
        Self { from: dates.from(), to: dates.to() }
    }
}

/// Something in a document form that cannot be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentProblem {
    /// Where, as a JSON Pointer (RFC 6901) into the form, for instance `/answers/0/visit`.
    pub place: String,
    /// What.
    pub fault: DocumentFault,
}

/// What cannot be in a document form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentFault {
    /// A day has more than 24 hours of study.
    OverADay,
    /// A span ends before it starts.
    EndsBeforeStart,
    /// A visit is not counted from 1.
    VisitZero,
    /// A list has more entries than this.
    TooMany { limit: usize },
    /// A text has more characters than this.
    TooLong { limit: usize },
    /// A year is not within these, both included.
    YearOutOfRange { first: i32, last: i32 },
    /// The same thing is said a second time.
    Repeated,
}

impl DocumentFault {
    fn at(self, place: impl Into<String>) -> DocumentProblem {
        DocumentProblem { place: place.into(), fault: self }
    }
}

impl fmt::Display for DocumentFault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OverADay => write!(out, "a day has at most 24 hours, which are 1440 minutes"),
            Self::EndsBeforeStart => write!(out, "the span ends before it starts"),
            Self::VisitZero => write!(out, "visits are counted from 1"),
            Self::TooMany { limit } => write!(out, "there are more than {limit} entries"),
            Self::TooLong { limit } => write!(out, "the text has more than {limit} characters"),
            Self::YearOutOfRange { first, last } => write!(out, "the year is not from {first} to {last}"),
            Self::Repeated => write!(out, "the same thing is said a second time"),
        }
    }
}

impl TryFrom<DocumentForm> for Document {
    type Error = DocumentProblem;

    fn try_from(form: DocumentForm) -> Result<Self, DocumentProblem> {
        if let Some(start) = form.start {
            check_date("/start", start)?;
        }
        if let Some(target) = form.target {
            check_date("/target", target)?;
        }
        Ok(Self {
            roadmap: form.roadmap,
            answers: read_answers(form.answers)?,
            agreed: read_agreed(form.agreed)?,
            week: form.week_minutes.map(read_week).transpose()?,
            start: form.start,
            time_off: read_time_off(&form.time_off)?,
            target: form.target,
            projects: read_projects(form.projects)?,
            progress: read_progress(form.finished_topics, form.finished_projects)?,
            drafts: read_drafts(form.drafts)?,
        })
    }
}

fn check_text(place: impl Into<String>, text: &str) -> Result<(), DocumentProblem> {
    if text.chars().count() > LONGEST_TEXT {
        return Err(DocumentFault::TooLong { limit: LONGEST_TEXT }.at(place));
    }
    Ok(())
}

fn check_date(place: impl Into<String>, date: Date) -> Result<(), DocumentProblem> {
    let (first, last) = YEARS;
    if !(first..=last).contains(&date.year()) {
        return Err(DocumentFault::YearOutOfRange { first, last }.at(place));
    }
    Ok(())
}

fn check_count<T>(place: &str, list: &[T], limit: usize) -> Result<(), DocumentProblem> {
    if list.len() > limit { Err(DocumentFault::TooMany { limit }.at(place)) } else { Ok(()) }
}

fn read_answers(forms: Vec<AnswerForm>) -> Result<Answers, DocumentProblem> {
    check_count("/answers", &forms, MOST_ANSWERS)?;
    let mut answers = Answers::default();
    for (at, AnswerForm { decision, visit, answer }) in forms.into_iter().enumerate() {
        check_text(format!("/answers/{at}/decision"), decision.as_str())?;
        check_text(format!("/answers/{at}/answer"), &answer)?;
        if visit == 0 {
            return Err(DocumentFault::VisitZero.at(format!("/answers/{at}/visit")));
        }
        let turn = Turn { decision, visit };
        if answers.at(&turn).is_some() {
            return Err(DocumentFault::Repeated.at(format!("/answers/{at}")));
        }
        answers.give(turn, answer);
    }
    Ok(answers)
}

fn read_agreed(statements: Vec<String>) -> Result<BTreeSet<String>, DocumentProblem> {
    check_count("/agreed", &statements, MOST_AGREED)?;
    for (at, statement) in statements.iter().enumerate() {
        check_text(format!("/agreed/{at}"), statement)?;
    }
    Ok(statements.into_iter().collect())
}

fn read_week(days: [Minutes; 7]) -> Result<Week, DocumentProblem> {
    let too_long = days.iter().position(|&day| day > Minutes::DAY).unwrap_or_default();
    Week::new(days).ok_or_else(|| DocumentFault::OverADay.at(format!("/week_minutes/{too_long}")))
}

fn read_time_off(forms: &[DatesForm]) -> Result<Vec<DateRange>, DocumentProblem> {
    check_count("/time_off", forms, MOST_TIME_OFF)?;
    let span = |(at, form): (usize, &DatesForm)| {
        check_date(format!("/time_off/{at}/from"), form.from)?;
        check_date(format!("/time_off/{at}/to"), form.to)?;
        DateRange::new(form.from, form.to)
            .ok_or_else(|| DocumentFault::EndsBeforeStart.at(format!("/time_off/{at}")))
    };
    forms.iter().enumerate().map(span).collect()
}

fn read_projects(forms: Vec<ProjectChoiceForm>) -> Result<ProjectChoices, DocumentProblem> {
    check_count("/projects", &forms, MOST_CHOICES)?;
    let mut seen = BTreeSet::new();
    let mut choices = ProjectChoices::default();
    for (at, ProjectChoiceForm { project, wanted }) in forms.into_iter().enumerate() {
        check_text(format!("/projects/{at}/project"), project.as_str())?;
        if !seen.insert(project.clone()) {
            return Err(DocumentFault::Repeated.at(format!("/projects/{at}")));
        }
        choices.choose(project, wanted);
    }
    Ok(choices)
}

fn read_progress(
    topics: Vec<FinishedTopicForm>,
    projects: Vec<FinishedProjectForm>,
) -> Result<Progress, DocumentProblem> {
    check_count("/finished_topics", &topics, MOST_FINISHED)?;
    check_count("/finished_projects", &projects, MOST_FINISHED)?;
    let mut progress = Progress::default();
    for (at, FinishedTopicForm { topic, on }) in topics.into_iter().enumerate() {
        check_text(format!("/finished_topics/{at}/topic"), topic.as_str())?;
        check_date(format!("/finished_topics/{at}/on"), on)?;
        if progress.topic(&topic).is_some() {
            return Err(DocumentFault::Repeated.at(format!("/finished_topics/{at}")));
        }
        progress.finish_topic(topic, on);
    }
    for (at, FinishedProjectForm { project, on }) in projects.into_iter().enumerate() {
        check_text(format!("/finished_projects/{at}/project"), project.as_str())?;
        check_date(format!("/finished_projects/{at}/on"), on)?;
        if progress.project(&project).is_some() {
            return Err(DocumentFault::Repeated.at(format!("/finished_projects/{at}")));
        }
        progress.finish_project(project, on);
    }
    Ok(progress)
}

fn read_drafts(forms: Vec<DraftForm>) -> Result<Drafts, DocumentProblem> {
    check_count("/drafts", &forms, MOST_DRAFTS)?;
    let mut drafts = BTreeMap::new();
    for (at, DraftForm { field, text }) in forms.into_iter().enumerate() {
        check_text(format!("/drafts/{at}/text"), &text)?;
        let Some(field) = field_of_name(&field) else { continue };
        if drafts.insert(field, text).is_some() {
            return Err(DocumentFault::Repeated.at(format!("/drafts/{at}")));
        }
    }
    Ok(drafts)
}
