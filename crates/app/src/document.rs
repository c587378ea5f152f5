//! All that is stored: only what the learner told us. Routes, dates and sentences are computed from it.

use std::collections::{BTreeMap, BTreeSet};

use super::field::Field;
use planner::questionnaire::Question;
use planner::{
    Answers, Assumptions, Availability, Baseline, Date, DateRange, Now, PaceChoice, Progress, ProjectChoices,
    Route, Stretch, Week,
};
use roadmap::{Minutes, Roadmap, RoadmapId, StatementId, TopicId};

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
    pub agreed: BTreeSet<StatementId>,
    /// Study time on each weekday from now on, once said.
    pub week: Option<Week>,
    /// The weeks that held before, by the last date on which each did, in order.
    pub earlier_weeks: Vec<(Date, Week)>,
    /// The first day of study, once said.
    pub start: Option<Date>,
    /// Dates without study, as entered.
    pub time_off: Vec<DateRange>,
    /// Dates with another week than usual, as entered.
    pub stretches: Vec<Stretch>,
    /// The date by which the learner would like to finish, if by any.
    pub target: Option<Date>,
    /// The most study time a week that the learner would go to for their target, once said.
    pub most_a_week: Option<Minutes>,
    /// Which projects are wanted.
    pub projects: ProjectChoices,
    /// The topics known before the plan.
    pub known: BTreeSet<TopicId>,
    /// What is begun, finished and skipped, and the time it took.
    pub progress: Progress,
    /// Whether the learner's own pace is reckoned with.
    pub pace: PaceChoice,
    /// The dates to be measured against, once frozen.
    pub baseline: Option<Baseline>,
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
            earlier_weeks: Vec::new(),
            start: None,
            time_off: Vec::new(),
            stretches: Vec::new(),
            target: None,
            most_a_week: None,
            projects: ProjectChoices::default(),
            known: BTreeSet::new(),
            progress: Progress::default(),
            pace: PaceChoice::default(),
            baseline: None,
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
            .with_earlier(&self.earlier_weeks)
            .with_stretches(&self.stretches)
    }

    /// The first day of study; until the learner has said, it is `today`.
    pub fn start_or(&self, today: Date) -> Date {
        self.start.unwrap_or(today)
    }

    /// The first question without which there is no plan, if one is not answered yet.
    pub fn open_question(&self, roadmap: &Roadmap) -> Option<Question> {
        let open = Route::walk(roadmap, &self.answers).open().cloned().map(Question::Choice);
        open.or_else(|| self.week.is_none().then_some(Question::Hours))
            .or_else(|| self.start.is_none().then_some(Question::Start))
    }

    /// What a plan is computed from, with that availability.
    pub fn given<'a>(&'a self, availability: &'a Availability, today: Date) -> Assumptions<'a> {
        Assumptions {
            answers: &self.answers,
            availability,
            start: self.start_or(today),
            projects: &self.projects,
            known: &self.known,
        }
    }

    /// How things stand today.
    pub fn now(&self, today: Date) -> Now<'_> {
        Now { progress: &self.progress, today, pace: self.pace }
    }
}
