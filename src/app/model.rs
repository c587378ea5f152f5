//! The whole state, and the one way it changes.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::document::Document;
use super::form::{Field, FieldError, MOST_TIME_OFF, Refusal, WEEKDAYS};
use super::screen::Screen;
use crate::planner::{
    Date, NoFinish, NodeId, Plan, ProjectId, RoadmapId, Route, TopicId, Turn, TurnTaken, Week, Work, advice,
    questionnaire::{Question, questions},
    roadmap::{Kind, Roadmap},
};

/// The state of the application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Model {
    /// The roadmap that the document is about.
    pub roadmap: Rc<Roadmap>,
    /// What the learner told us.
    pub document: Document,
    /// The document that was put away by starting over or by opening a file, while that can be undone.
    pub replaced: Option<Replaced>,
    /// Where the learner is.
    pub screen: Screen,
    /// How the present screen stands.
    pub state: ScreenState,
    /// Today by the learner's own calendar.
    pub today: Date,
    /// Something to say that goes away by itself or by the learner's doing.
    pub notice: Option<Notice>,
    /// Whether and where the document is kept.
    pub saving: Saving,
    /// Counts the changes of what is stored, so that each is saved once.
    pub revision: u64,
    /// Counts how often a screen was asked for, also the present one, so that the address can follow.
    pub visits: u64,
}

/// What goes with the present screen only.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ScreenState {
    /// Whether the learner tried to go on, so that what is wrong is shown.
    pub complaining: bool,
    /// How often they tried, so that each try can move the focus to the summary of what is wrong.
    pub tries: u32,
    /// Where to return after changing an answer.
    pub return_to: Option<Screen>,
}

/// A document put away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replaced {
    /// The document as it was.
    pub document: Document,
    /// Whether a file was opened in its place; otherwise the learner started over.
    pub by_file: bool,
}

/// Something to say on the present screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The plan was put away to start over; that can be undone.
    StartedOver,
    /// A file's plan was opened; that can be undone if there was another plan before.
    FileOpened,
    /// A file could not be opened, and why. Nothing has changed.
    FileRefused(FileRefusal),
    /// What was put away is back.
    Restored,
    /// The plan was handed to the browser as a file of that name.
    Exported(String),
    /// What was stored could not be read; a copy is kept untouched.
    SetAside,
}

/// Whether what is stored has reached the browser's storage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saving {
    /// Nothing needed saving yet.
    Idle,
    /// That revision is stored.
    Saved(u64),
    /// That revision could not be stored, in the browser's words.
    Failed(u64, String),
    /// Nothing is written in this session, and why.
    Off(String),
}

/// Why a file cannot be opened as a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileRefusal {
    /// The browser could not read it, in its own words.
    Unreadable(String),
    /// It has more bytes than a plan can have.
    TooLarge { limit: usize },
    /// It is not text, or not JSON; the line and column where that shows are counted from 1.
    NotJson { line: usize, column: usize },
    /// It is JSON that stops in the middle.
    CutOff,
    /// It is JSON, but of another program.
    NotAPlan,
    /// It was made by a newer version of the page.
    Newer { version: u32 },
    /// Its plan is about a roadmap that this page does not have.
    UnknownRoadmap(RoadmapId),
    /// It is a plan, but something in it cannot be; the place is a JSON Pointer, or where reading stopped.
    Invalid { place: String, what: String },
}

/// What happened. Dates come along, so that no clock is needed here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Msg {
    /// The learner went to a screen, by a link or by the browser's buttons.
    ScreenOpened(Screen),
    /// The learner asked to change an answer and to return to the present screen.
    ChangeAsked(Question),
    /// An answer was chosen at a decision.
    AnswerChosen { turn: Turn, label: String },
    /// A statement was agreed with, or no longer.
    StatementTicked { statement: String, agreed: bool },
    /// Something was typed into a field.
    Typed { field: Field, text: String },
    /// All weekdays were filled in at once.
    WeekFilled(Week),
    /// Another row of dates off was asked for.
    TimeOffAdded,
    /// A row of dates off was removed.
    TimeOffRemoved(usize),
    /// The learner is through with the present question.
    Continued,
    /// A project was taken into the plan or left out.
    ProjectChosen { project: ProjectId, wanted: bool },
    /// A topic was finished.
    TopicFinished { topic: TopicId, on: Date },
    /// A topic is not finished after all.
    TopicReopened(TopicId),
    /// All that was left of a phase was finished.
    PhaseFinished { phase: NodeId, on: Date },
    /// A phase is not finished after all.
    PhaseReopened(NodeId),
    /// A project was finished.
    ProjectFinished { project: ProjectId, on: Date },
    /// A project is not finished after all.
    ProjectReopened(ProjectId),
    /// The learner wants a new plan.
    StartedOver,
    /// The learner wants back what was put away.
    ReplacementUndone,
    /// A file was read.
    FileRead(Result<Document, FileRefusal>),
    /// The plan was handed out as a file of that name.
    Exported(String),
    /// The notice was read.
    NoticeDismissed,
    /// A try to store that revision ended.
    SaveFinished { revision: u64, result: Result<(), String> },
    /// The learner's calendar shows this date.
    DayCame(Date),
}

impl Model {
    /// The state at the start, with a document read from storage or a new one.
    pub fn new(roadmap: Rc<Roadmap>, document: Option<Document>, screen: Screen, today: Date) -> Self {
        let document = document.unwrap_or_else(|| Document::new(roadmap.about().id.clone()));
        let mut model = Self {
            roadmap,
            document,
            replaced: None,
            screen: Screen::Home,
            state: ScreenState::default(),
            today,
            notice: None,
            saving: Saving::Idle,
            revision: 0,
            visits: 0,
        };
        model.open(screen);
        model
    }

    /// Takes in what happened.
    pub fn update(&mut self, msg: Msg) {
        let before = (self.document.clone(), self.replaced.clone());
        self.apply(msg);
        if before.0 != self.document || before.1 != self.replaced {
            self.revision += 1;
        }
    }

    fn apply(&mut self, msg: Msg) {
        match msg {
            Msg::ScreenOpened(screen) => self.open(screen),
            Msg::ChangeAsked(question) => {
                let return_to = Some(self.screen.clone());
                self.open(Screen::Question(question));
                self.state.return_to = return_to;
            }
            Msg::AnswerChosen { turn, label } => self.document.answers.give(turn, label),
            Msg::StatementTicked { statement, agreed: true } => {
                self.document.agreed.insert(statement);
            }
            Msg::StatementTicked { statement, agreed: false } => {
                self.document.agreed.remove(&statement);
            }
            Msg::Typed { field, text } => {
                self.document.drafts.insert(field, text);
            }
            Msg::WeekFilled(week) => self.fill_week(week),
            Msg::TimeOffAdded => self.add_time_off(),
            Msg::TimeOffRemoved(row) => self.remove_time_off(row),
            Msg::Continued => self.go_on(),
            Msg::ProjectChosen { project, wanted } => self.document.projects.choose(project, wanted),
            Msg::TopicFinished { topic, on } => self.document.progress.finish_topic(topic, on),
            Msg::TopicReopened(topic) => self.document.progress.reopen_topic(&topic),
            Msg::PhaseFinished { phase, on } => self.finish_phase(&phase, on),
            Msg::PhaseReopened(phase) => self.reopen_phase(&phase),
            Msg::ProjectFinished { project, on } => self.document.progress.finish_project(project, on),
            Msg::ProjectReopened(project) => self.document.progress.reopen_project(&project),
            Msg::StartedOver => self.start_over(),
            Msg::ReplacementUndone => self.undo_replacement(),
            Msg::FileRead(Ok(document)) => self.open_document(document),
            Msg::FileRead(Err(why)) => self.notice = Some(Notice::FileRefused(why)),
            Msg::Exported(name) => self.notice = Some(Notice::Exported(name)),
            Msg::NoticeDismissed => self.notice = None,
            Msg::SaveFinished { revision, result } => {
                self.saving = match result {
                    Ok(()) => Saving::Saved(revision),
                    Err(why) => Saving::Failed(revision, why),
                };
            }
            Msg::DayCame(today) => self.today = today,
        }
    }

    /// The walk by the answers given so far.
    pub fn route(&self) -> Route {
        Route::walk(&self.roadmap, &self.document.answers)
    }

    /// The plan as far as the answers lead.
    ///
    /// # Errors
    ///
    /// If the work cannot be finished with the learner's availability.
    pub fn plan(&self) -> Result<Plan, NoFinish> {
        self.document.plan(&self.roadmap, self.today)
    }

    /// The plan if an answer were given at a turn and none after it: what each answer on offer comes to.
    pub fn plan_if(&self, turn: &Turn, label: &str) -> Result<Plan, NoFinish> {
        let mut answers = crate::planner::Answers::default();
        for taken in self.route().turns.iter().take_while(|taken| taken.turn != *turn) {
            if let Some(label) = &taken.taken {
                answers.give(taken.turn.clone(), label.clone());
            }
        }
        answers.give(turn.clone(), label);
        self.document.plan_with(&answers, &self.roadmap, self.today)
    }

    /// A decision as the walk comes to it, if it does.
    pub fn turn(&self, turn: &Turn) -> Option<TurnTaken> {
        self.route().turns.into_iter().find(|taken| taken.turn == *turn)
    }

    /// The first question without which there is no plan, if one is not answered yet.
    pub fn open_question(&self) -> Option<Question> {
        self.document.open_question(&self.roadmap)
    }

    /// The question before a question, if it is not the first.
    pub fn question_before(&self, question: &Question) -> Option<Question> {
        let all = questions(&self.route());
        let at = all.iter().position(|other| other == question)?;
        at.checked_sub(1).map(|before| all[before].clone())
    }

    /// What is wrong with the present question as it stands.
    pub fn errors(&self) -> Vec<FieldError> {
        let one = |result: Result<(), FieldError>| result.err().into_iter().collect();
        match &self.screen {
            Screen::Question(Question::Choice(turn)) | Screen::Help(turn) => {
                let answered = self.turn(turn).is_some_and(|taken| taken.taken.is_some());
                let error = FieldError { field: Field::Choice, why: Refusal::NothingChosen };
                if answered { Vec::new() } else { vec![error] }
            }
            Screen::Question(Question::Hours) => self.document.entered_week().err().unwrap_or_default(),
            Screen::Question(Question::Start) => one(self.document.entered_start(self.today).map(drop)),
            Screen::Question(Question::Target) => one(self.document.entered_target(self.today).map(drop)),
            Screen::Question(Question::TimeOff) => self.document.entered_time_off().err().unwrap_or_default(),
            _ => Vec::new(),
        }
    }

    /// Opens a screen, or the one that has to come first.
    fn open(&mut self, screen: Screen) {
        let screen = self.reachable(screen);
        self.visits += 1;
        if screen == self.screen {
            return;
        }
        self.screen = screen;
        let return_to = self.state.return_to.take().filter(|_| {
            // While an answer is being changed, help with it and questions that follow from it still lead back.
            matches!(self.screen, Screen::Question(_) | Screen::Help(_))
        });
        self.state = ScreenState { return_to, ..ScreenState::default() };
        if !matches!(self.notice, Some(Notice::StartedOver | Notice::FileOpened | Notice::Restored)) {
            self.notice = None;
        }
    }

    /// The screen asked for, or where the learner has to go instead: to a question that is still open.
    fn reachable(&self, screen: Screen) -> Screen {
        let first_open = || Screen::Question(self.open_question().unwrap_or(Question::Hours));
        match &screen {
            Screen::Check | Screen::Plan if self.open_question().is_some() => first_open(),
            Screen::Question(Question::Choice(turn)) | Screen::Help(turn)
                if !self.turn(turn).is_some_and(|taken| taken.is_asked()) =>
            {
                // There is no such choice on the route, or none any more.
                match self.open_question() {
                    Some(question) => Screen::Question(question),
                    None => Screen::Check,
                }
            }
            Screen::Help(turn) if !self.has_help(turn) => Screen::Question(Question::Choice(turn.clone())),
            _ => screen,
        }
    }

    /// Whether there is help with the choice at a turn.
    pub fn has_help(&self, turn: &Turn) -> bool {
        self.turn(turn).is_some_and(|taken| !advice::statements(&self.roadmap, &taken).is_empty())
    }

    fn go_on(&mut self) {
        if !self.errors().is_empty() {
            self.state.complaining = true;
            self.state.tries += 1;
            return;
        }
        let question = match &self.screen {
            Screen::Question(question) => question.clone(),
            Screen::Help(turn) => Question::Choice(turn.clone()),
            _ => return,
        };
        self.accept(&question);
        let next = self.after(&question);
        self.open(next);
    }

    /// Takes over what is typed into a question that has no errors.
    fn accept(&mut self, question: &Question) {
        let today = self.today;
        let document = &mut self.document;
        match question {
            Question::Choice(_) => {}
            Question::Hours => document.week = document.entered_week().ok(),
            Question::Start => document.start = document.entered_start(today).ok(),
            Question::TimeOff => document.time_off = document.entered_time_off().unwrap_or_default(),
            Question::Target => document.target = document.entered_target(today).ok().flatten(),
        }
        document.drafts.retain(|field, _| match field {
            Field::Hours(_) => *question != Question::Hours,
            Field::OffFrom(_) | Field::OffTo(_) => *question != Question::TimeOff,
            Field::Start => *question != Question::Start,
            Field::Target => *question != Question::Target,
            Field::Choice => false,
        });
    }

    /// Where to go after a question: while changing an answer back again, as soon as nothing is open.
    fn after(&self, question: &Question) -> Screen {
        if let Some(return_to) = &self.state.return_to {
            return self.open_question().map_or_else(|| return_to.clone(), Screen::Question);
        }
        let all = questions(&self.route());
        let at = all.iter().position(|other| other == question);
        at.and_then(|at| all.get(at + 1)).map_or(Screen::Check, |next| Screen::Question(next.clone()))
    }

    fn fill_week(&mut self, week: Week) {
        for (day, minutes) in (0..WEEKDAYS.len() as u8).zip(week.days()) {
            self.document.drafts.insert(Field::Hours(day), super::form::write_hours(minutes));
        }
    }

    fn add_time_off(&mut self) {
        let row = self.document.time_off_rows();
        if row < MOST_TIME_OFF {
            self.document.drafts.insert(Field::OffFrom(row), String::new());
        }
    }

    /// Removes a row of dates off; those below move up, with what is typed into them.
    fn remove_time_off(&mut self, row: usize) {
        let document = &mut self.document;
        if row < document.time_off.len() {
            document.time_off.remove(row);
        }
        let up = |at: usize| if at > row { at - 1 } else { at };
        let drafts = std::mem::take(&mut document.drafts);
        let kept = drafts.into_iter().filter_map(|(field, text)| {
            let field = match field {
                Field::OffFrom(at) | Field::OffTo(at) if at == row => return None,
                Field::OffFrom(at) => Field::OffFrom(up(at)),
                Field::OffTo(at) => Field::OffTo(up(at)),
                other => other,
            };
            Some((field, text))
        });
        document.drafts = kept.collect();
    }

    /// The topics of a phase of the roadmap.
    fn topics_of(&self, phase: &NodeId) -> Vec<TopicId> {
        match self.roadmap.node(phase).map(|node| &node.kind) {
            Some(Kind::Phase(phase)) => phase.topics.clone(),
            _ => Vec::new(),
        }
    }

    /// Finishes what is left of a phase; what was finished before keeps its date.
    fn finish_phase(&mut self, phase: &NodeId, on: Date) {
        for topic in self.topics_of(phase) {
            if self.document.progress.topic(&topic).is_none() {
                self.document.progress.finish_topic(topic, on);
            }
        }
    }

    fn reopen_phase(&mut self, phase: &NodeId) {
        for topic in self.topics_of(phase) {
            self.document.progress.reopen_topic(&topic);
        }
    }

    /// Puts another document in place of the present one, which is kept if it says anything.
    fn replace(&mut self, document: Document, by_file: bool) {
        let before = std::mem::replace(&mut self.document, document);
        if !before.is_empty() {
            self.replaced = Some(Replaced { document: before, by_file });
        }
    }

    fn start_over(&mut self) {
        self.replace(Document::new(self.roadmap.about().id.clone()), false);
        self.open(Screen::Home);
        self.notice = Some(Notice::StartedOver);
    }

    fn open_document(&mut self, document: Document) {
        self.replace(document, true);
        self.open(if self.open_question().is_none() { Screen::Plan } else { Screen::Home });
        self.notice = Some(Notice::FileOpened);
    }

    fn undo_replacement(&mut self) {
        let Some(replaced) = self.replaced.take() else { return };
        // What is there by now is put away in its turn: an undo may come days later.
        self.replace(replaced.document, replaced.by_file);
        self.open(if self.open_question().is_none() { Screen::Plan } else { Screen::Home });
        self.notice = Some(Notice::Restored);
    }

    /// How many topics and projects of the plan there are, and how many of them are finished.
    pub fn count_finished(&self, plan: &Plan) -> (usize, usize) {
        let progress = &self.document.progress;
        // A topic that two phases share is one topic, ticked once.
        let (mut topics, mut projects) = (BTreeSet::new(), Vec::new());
        for scheduled in &plan.work {
            match &scheduled.work {
                Work::Phase { topics: of_phase, .. } => {
                    topics.extend(of_phase.iter().map(|(topic, _)| topic))
                }
                Work::Project(project) => projects.push(project),
            }
        }
        let done = topics.iter().filter(|topic| progress.topic(topic).is_some()).count()
            + projects.iter().filter(|project| progress.project(project).is_some()).count();
        (done, topics.len() + projects.len())
    }
}
