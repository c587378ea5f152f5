//! The document as it is written down, and the checked way back.
//!
//! The form has types of its own, so that the program can change without changing what is stored. Whatever the
//! present roadmap does not know, such as a topic it once had, is kept as it is.

mod answers;
mod baseline;
mod drafts;
mod hours;
mod problem;
mod progress;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use hours::{DatesForm, EarlierWeekForm, StretchForm};
pub use progress::PaceForm;

use answers::{AnswerForm, ProjectChoiceForm};
use baseline::BaselineForm;
use drafts::DraftForm;
use problem::{DocumentProblem, check_date};
use progress::{LogEntryForm, MarkForm};

use app::Document;
use app::form::MOST_ROWS;
use planner::{Date, Week};
use roadmap::{Minutes, RoadmapId, TopicId};

/// What the learner said: all that a plan is computed from, beside the roadmap.
///
/// Dates are written `YYYY-MM-DD`, in the learner's own calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Document")]
pub struct DocumentForm {
    /// The id of the roadmap that everything here is about.
    pub roadmap: RoadmapId,
    /// The answers given at the roadmap's decisions, also those that are not on the present route.
    #[schemars(length(max = answers::MOST_ANSWERS))]
    pub answers: Vec<AnswerForm>,
    /// The statements the learner agreed with while choosing a path.
    #[schemars(length(max = answers::MOST_AGREED))]
    pub agreed: Vec<String>,
    /// Minutes of study on each day of a week, Monday first, at present and from now on; null until the learner has
    /// said.
    pub week_minutes: Option<[Minutes; 7]>,
    /// The weeks that held before the present one, in ascending order of their last dates.
    #[schemars(length(max = hours::MOST_EARLIER_WEEKS))]
    pub earlier_weeks: Vec<EarlierWeekForm>,
    /// The first day of study; null until the learner has said.
    pub start: Option<Date>,
    /// The dates without study, as entered; spans may overlap.
    #[schemars(length(max = MOST_ROWS))]
    pub time_off: Vec<DatesForm>,
    /// Dates with another week than usual, as entered. Where two overlap, the later one in the list holds; dates
    /// without study stay without.
    #[schemars(length(max = MOST_ROWS))]
    pub stretches: Vec<StretchForm>,
    /// The date by which the learner would like to finish; null if there is none.
    pub target: Option<Date>,
    /// The most minutes of study a week that the learner would go to for their target; null until they have said.
    #[schemars(with = "Option<u32>", range(min = 1, max = hours::MINUTES_OF_A_WEEK))]
    pub most_minutes_a_week: Option<Minutes>,
    /// The projects that the learner has taken into the plan or left out.
    #[schemars(length(max = answers::MOST_CHOICES))]
    pub projects: Vec<ProjectChoiceForm>,
    /// The topics that the learner knew before the plan.
    #[schemars(length(max = progress::MOST_KNOWN))]
    pub known_topics: Vec<TopicId>,
    /// The topics and projects that the learner has begun, finished or skipped, each once.
    #[schemars(length(max = progress::MOST_MARKS))]
    pub marks: Vec<MarkForm>,
    /// The time that the learner noted, in the order in which they noted it.
    #[schemars(length(max = progress::MOST_LOG_ENTRIES))]
    pub log: Vec<LogEntryForm>,
    /// Which pace the learner wants reckoned with.
    pub pace: PaceForm,
    /// The dates that the learner froze to be measured against; null if there are none.
    pub baseline: Option<BaselineForm>,
    /// What is typed into fields but not accepted yet.
    #[schemars(length(max = drafts::MOST_DRAFTS))]
    pub drafts: Vec<DraftForm>,
}

impl From<&Document> for DocumentForm {
    fn from(document: &Document) -> Self {
        Self {
            roadmap: document.roadmap.clone(),
            answers: answers::write_answers(&document.answers),
            agreed: document.agreed.iter().cloned().collect(),
            week_minutes: document.week.map(Week::days),
            earlier_weeks: document.earlier_weeks.iter().map(EarlierWeekForm::from).collect(),
            start: document.start,
            time_off: document.time_off.iter().copied().map(DatesForm::from).collect(),
            stretches: document.stretches.iter().map(StretchForm::from).collect(),
            target: document.target,
            most_minutes_a_week: document.most_a_week,
            projects: answers::write_projects(&document.projects),
            known_topics: document.known.iter().cloned().collect(),
            marks: progress::write_marks(&document.progress),
            log: progress::write_log(&document.progress.log),
            pace: document.pace.into(),
            baseline: document.baseline.as_ref().map(BaselineForm::from),
            drafts: drafts::write(&document.drafts),
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
        if let Some(most) = form.most_minutes_a_week {
            hours::check_most(most)?;
        }
        Ok(Self {
            roadmap: form.roadmap,
            answers: answers::read_answers(form.answers)?,
            agreed: answers::read_agreed(form.agreed)?,
            week: form.week_minutes.map(|days| hours::read_week("/week_minutes", days)).transpose()?,
            earlier_weeks: hours::read_earlier_weeks(&form.earlier_weeks)?,
            start: form.start,
            time_off: hours::read_time_off(&form.time_off)?,
            stretches: hours::read_stretches(form.stretches)?,
            target: form.target,
            most_a_week: form.most_minutes_a_week,
            projects: answers::read_projects(form.projects)?,
            known: progress::read_known(form.known_topics)?,
            progress: progress::read(form.marks, form.log)?,
            pace: form.pace.into(),
            baseline: form.baseline.map(baseline::read).transpose()?,
            drafts: drafts::read(form.drafts)?,
        })
    }
}
