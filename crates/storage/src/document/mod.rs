//! The document form, and the checked way back.
//!
//! The form has its own types, so that renaming a field in the program changes nothing stored. Conversions
//! name every field, so a new one does not compile until it is converted in both directions. The form refuses
//! unknown fields: a page that would drop one has to see a newer version instead. So a new field needs a step
//! in `migrate`.
//!
//! Ids that the present roadmap does not have, such as a topic it once had, are kept as they are.

mod aim;
mod answers;
mod baseline;
mod drafts;
mod hours;
mod notes;
mod problem;
mod progress;
mod quizzes;
mod signs;
mod steps;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use hours::{DatesForm, EarlierWeekForm, SessionForm, StretchForm, write_sessions, write_week};
pub use problem::DocumentProblem;
pub use progress::{PaceForm, ids, read_item};

use aim::AimForm;
use answers::{AnswerForm, ProjectChoiceForm};
use baseline::BaselineForm;
use drafts::DraftForm;
use notes::NoteForm;
use problem::check_date;
use progress::{LogEntryForm, MarkForm};
use quizzes::QuizForm;
use signs::{PitfallForm, SignForm};
use steps::StepsForm;

use app::form::MOST_ROWS;
use app::{Aim, Document, FileRefusal};
use planner::Date;
use roadmap::{RoadmapId, StatementId, TopicId};

/// What the learner said: everything that a plan is computed from, apart from the roadmap.
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
    /// The statements the learner agreed with while choosing a path, by their ids in the roadmap.
    #[schemars(length(max = answers::MOST_AGREED))]
    pub agreed: Vec<StatementId>,
    /// Minutes of study on each day of the present week, Monday first; null until the learner has said.
    pub week_minutes: Option<[u32; 7]>,
    /// Minutes after midnight at which sessions begin on each day of the week, Monday first; null on days for which the
    /// learner has not said, and left out if there is no other.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub begins: Option<[Option<u32>; 7]>,
    /// The weeks before the present one, in ascending order of their last dates.
    #[schemars(length(max = hours::MOST_EARLIER_WEEKS))]
    pub earlier_weeks: Vec<EarlierWeekForm>,
    /// The first day of study; null until the learner has said.
    pub start: Option<Date>,
    /// The dates without study, as entered; ranges may overlap.
    #[schemars(length(max = MOST_ROWS))]
    pub time_off: Vec<DatesForm>,
    /// Date ranges with a different week, as entered. Where two overlap, the later one in the list
    /// applies; dates without study take precedence.
    #[schemars(length(max = MOST_ROWS))]
    pub stretches: Vec<StretchForm>,
    /// Dates with a study time of their own, in ascending order: sessions that were moved. Left out if there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = hours::MOST_SESSIONS))]
    pub sessions: Vec<SessionForm>,
    /// The date by which the learner would like to finish; null if there is none.
    pub target: Option<Date>,
    /// What is to be finished by the target date: the path's phases (`job_ready`), or everything if it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub aim: Option<AimForm>,
    /// The most minutes of study a week that the learner would accept for their target; null until they have
    /// said.
    #[schemars(range(min = 1, max = hours::MINUTES_OF_A_WEEK))]
    pub most_minutes_a_week: Option<u32>,
    /// The projects that the learner has taken into the plan or left out.
    #[schemars(length(max = answers::MOST_CHOICES))]
    pub projects: Vec<ProjectChoiceForm>,
    /// The topics that the learner knew before the plan.
    #[schemars(length(max = progress::MOST_KNOWN))]
    pub known_topics: Vec<TopicId>,
    /// Placement quizzes that the learner has taken or begun; left out if there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = quizzes::MOST_QUIZZES))]
    pub quizzes: Vec<QuizForm>,
    /// The topics and projects that the learner has begun, finished or skipped, each once.
    #[schemars(length(max = progress::MOST_MARKS))]
    pub marks: Vec<MarkForm>,
    /// The steps that the learner added or has done, by topics and projects; left out if there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = progress::MOST_MARKS))]
    pub steps: Vec<StepsForm>,
    /// The time log, in the order in which it was entered.
    #[schemars(length(max = progress::MOST_LOG_ENTRIES))]
    pub log: Vec<LogEntryForm>,
    /// The date up to which the learner said that they studied as planned; left out if they did not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub studied_until: Option<Date>,
    /// Notes and links about topics and projects; left out if there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = progress::MOST_MARKS))]
    pub notes: Vec<NoteForm>,
    /// Signs of success that the learner sees in themselves; left out if there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = signs::MOST_SIGNS))]
    pub signs: Vec<SignForm>,
    /// Pitfalls that the learner was told about and sent away; left out if there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = signs::MOST_SIGNS))]
    pub sent_away: Vec<PitfallForm>,
    /// The date on which the learner put off the question about signs; left out if they did not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signs_put_off: Option<Date>,
    /// The Monday of the week in which the learner last looked back; left out if they did not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reviewed: Option<Date>,
    /// The pace that the learner wants the forecast to use.
    pub pace: PaceForm,
    /// The frozen dates to compare with; null if there are none.
    pub baseline: Option<BaselineForm>,
    /// Text typed into fields but not accepted yet.
    #[schemars(length(max = drafts::MOST_DRAFTS))]
    pub drafts: Vec<DraftForm>,
}

impl From<&Document> for DocumentForm {
    fn from(document: &Document) -> Self {
        let Document {
            roadmap,
            answers,
            agreed,
            week,
            begins,
            earlier_weeks,
            start,
            time_off,
            stretches,
            sessions,
            target,
            aim,
            most_a_week,
            projects,
            known,
            quizzes,
            progress,
            notes,
            signs,
            sent_away,
            signs_put_off,
            reviewed,
            pace,
            baseline,
            drafts,
        } = document;
        Self {
            roadmap: roadmap.clone(),
            answers: answers::write_answers(answers),
            agreed: agreed.iter().cloned().collect(),
            week_minutes: week.map(write_week),
            begins: hours::write_begins(*begins),
            earlier_weeks: earlier_weeks.iter().map(EarlierWeekForm::from).collect(),
            start: *start,
            time_off: time_off.iter().copied().map(DatesForm::from).collect(),
            stretches: stretches.iter().map(StretchForm::from).collect(),
            sessions: hours::write_sessions(sessions),
            target: *target,
            aim: AimForm::of(*aim),
            most_minutes_a_week: most_a_week.map(|most| most.0),
            projects: answers::write_projects(projects),
            known_topics: known.iter().cloned().collect(),
            quizzes: quizzes::write(quizzes),
            marks: progress::write_marks(progress),
            steps: steps::write(&progress.steps),
            log: progress::write_log(&progress.log),
            studied_until: progress.studied_until,
            notes: notes::write(notes),
            signs: signs::write_signs(signs),
            sent_away: signs::write_pitfalls(sent_away),
            signs_put_off: *signs_put_off,
            reviewed: *reviewed,
            pace: (*pace).into(),
            baseline: baseline.as_ref().map(BaselineForm::from),
            drafts: drafts::write(drafts),
        }
    }
}

impl DocumentForm {
    /// Checks the form. Refusals point into the file that has the form at `pointer`.
    pub fn read(self, pointer: &str) -> Result<Document, FileRefusal> {
        Document::try_from(self).map_err(|problem| problem.within(pointer))
    }
}

impl TryFrom<DocumentForm> for Document {
    type Error = DocumentProblem;

    fn try_from(form: DocumentForm) -> Result<Self, DocumentProblem> {
        let DocumentForm {
            roadmap,
            answers,
            agreed,
            week_minutes,
            begins,
            earlier_weeks,
            start,
            time_off,
            stretches,
            sessions,
            target,
            aim,
            most_minutes_a_week,
            projects,
            known_topics,
            quizzes,
            marks,
            steps,
            log,
            studied_until,
            notes,
            signs,
            sent_away,
            signs_put_off,
            reviewed,
            pace,
            baseline,
            drafts,
        } = form;
        if let Some(on) = signs_put_off {
            check_date("/signs_put_off", on)?;
        }
        if let Some(monday) = reviewed {
            check_date("/reviewed", monday)?;
        }
        if let Some(start) = start {
            check_date("/start", start)?;
        }
        if let Some(target) = target {
            check_date("/target", target)?;
        }
        Ok(Self {
            roadmap,
            answers: answers::read_answers(answers)?,
            agreed: answers::read_agreed(agreed)?,
            week: week_minutes.map(|minutes| hours::read_week("/week_minutes", minutes)).transpose()?,
            begins: hours::read_begins(begins)?,
            earlier_weeks: hours::read_earlier_weeks(&earlier_weeks)?,
            start,
            time_off: hours::read_time_off(&time_off)?,
            stretches: hours::read_stretches(stretches)?,
            sessions: hours::read_sessions(sessions)?,
            target,
            aim: aim.map(Aim::from).unwrap_or_default(),
            most_a_week: most_minutes_a_week.map(hours::read_most_a_week).transpose()?,
            projects: answers::read_projects(projects)?,
            known: progress::read_known(known_topics)?,
            quizzes: quizzes::read(quizzes)?,
            progress: progress::read(marks, steps::read(steps)?, log, studied_until)?,
            notes: notes::read(notes)?,
            signs: signs::read_signs(signs)?,
            sent_away: signs::read_pitfalls(sent_away)?,
            signs_put_off,
            reviewed,
            pace: pace.into(),
            baseline: baseline.map(baseline::read).transpose()?,
            drafts: drafts::read(drafts)?,
        })
    }
}
