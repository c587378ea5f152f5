//! All that is stored: only what the learner told us. Routes, dates and sentences are computed from it.

use std::collections::{BTreeMap, BTreeSet};

use super::field::Field;
use crate::planner::{
    Answers, Assumptions, Availability, Date, DateRange, NoFinish, Plan, Progress, ProjectChoices, RoadmapId,
    Route, Week, questionnaire::Question, roadmap::Roadmap,
};

/// What the learner has typed into fields but what has not been accepted, by field.
pub type Drafts = BTreeMap<Field, String>;

/// What the learner told us.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Which roadmap all of it is about.
    pub roadmap: RoadmapId,
    /// The answers at the roadmap's decisions.
    pub answers: Answers,
    /// The statements agreed with while choosing a path.
    pub agreed: BTreeSet<String>,
    /// Study time on each weekday, once said.
    pub week: Option<Week>,
    /// The first day of study, once said.
    pub start: Option<Date>,
    /// Dates without study, as entered.
    pub time_off: Vec<DateRange>,
    /// The date by which the learner would like to finish, if by any.
    pub target: Option<Date>,
    /// Which projects are wanted.
    pub projects: ProjectChoices,
    /// What is finished.
    pub progress: Progress,
    /// What is typed but not accepted.
    pub drafts: Drafts,
}

impl Document {
    /// A document in which nothing has been said yet.
    pub fn new(roadmap: RoadmapId) -> Self {
        Self {
            roadmap,
            answers: Answers::default(),
            agreed: BTreeSet::new(),
            week: None,
            start: None,
            time_off: Vec::new(),
            target: None,
            projects: ProjectChoices::default(),
            progress: Progress::default(),
            drafts: Drafts::new(),
        }
    }

    /// Whether nothing has been said yet.
    pub fn is_empty(&self) -> bool {
        *self == Self::new(self.roadmap.clone())
    }

    /// When the learner can study; until they have said so, at the pace the roadmap is meant for.
    pub fn availability(&self, roadmap: &Roadmap) -> Availability {
        let week = self.week.unwrap_or_else(|| Week::on_workdays(roadmap.about().reference_pace));
        Availability::new(week, self.time_off.iter().copied())
    }

    /// The first question without which there is no plan, if one is not answered yet.
    pub fn open_question(&self, roadmap: &Roadmap) -> Option<Question> {
        let open = Route::walk(roadmap, &self.answers).open().cloned().map(Question::Choice);
        open.or_else(|| self.week.is_none().then_some(Question::Hours))
            .or_else(|| self.start.is_none().then_some(Question::Start))
    }

    /// The plan as far as the answers lead, from the start that the learner chose or else from `today`.
    ///
    /// # Errors
    ///
    /// If the work cannot be finished with the learner's availability.
    pub fn plan(&self, roadmap: &Roadmap, today: Date) -> Result<Plan, NoFinish> {
        self.plan_with(&self.answers, roadmap, today)
    }

    /// The plan that other answers would give.
    ///
    /// # Errors
    ///
    /// As for [`Document::plan`].
    pub fn plan_with(&self, answers: &Answers, roadmap: &Roadmap, today: Date) -> Result<Plan, NoFinish> {
        let given = Assumptions {
            answers,
            availability: &self.availability(roadmap),
            start: self.start.unwrap_or(today),
            projects: &self.projects,
        };
        Plan::make(roadmap, given)
    }
}
