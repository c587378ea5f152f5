//! The whole state, and the one way it changes.

use std::rc::Rc;

use super::document::Document;
use super::form::{Field, FieldError, Refusal, WEEKDAYS, read_week_hours, write_hours};
use super::msg::{AfterGap, FileRefusal, Msg};
use super::outlook::Outlook;
use super::screen::Screen;
use crate::planner::{
    Baseline, Chances, Date, DateRange, Minutes, NoFinish, Route, Scheduled, Turn, TurnTaken, Week, advice,
    compare,
    questionnaire::{Question, questions},
    roadmap::Roadmap,
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
    /// The hours a week that the learner is trying out, as typed.
    pub what_if: Option<String>,
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
            Msg::RowAdded(rows) => self.document.add_row(rows),
            Msg::RowRemoved(rows, row) => self.document.remove_row(rows, row),
            Msg::Continued => self.go_on(),
            Msg::ProjectChosen { project, wanted } => self.document.projects.choose(project, wanted),
            Msg::Started { item, on } => self.document.progress.start(item, on),
            Msg::Ended { item, ending, on } => self.document.progress.end(item, ending, on),
            Msg::Reopened(item) => self.document.progress.reopen(&item),
            Msg::PhaseFinished { phase, on } => self.document.finish_phase(&self.roadmap, &phase, on),
            Msg::PhaseReopened(phase) => self.document.reopen_phase(&self.roadmap, &phase),
            Msg::TopicKnown { topic, known } => self.document.know(topic, known),
            Msg::PhaseKnown { phase, known } => self.document.know_phase(&self.roadmap, &phase, known),
            Msg::NoteAdded => self.add_note(),
            Msg::NoteRemoved(at) => self.document.progress.log.remove(at),
            Msg::PaceChosen(pace) => self.document.pace = pace,
            Msg::BaselineFrozen => self.freeze_baseline(),
            Msg::BaselineDropped => self.document.baseline = None,
            Msg::WentOn { dates, way } => self.end_break(dates, way),
            Msg::WhatIfTyped(text) => self.state.what_if = Some(text),
            Msg::WhatIfLeft => self.state.what_if = None,
            Msg::WhatIfKept => {
                if let Some(total) = self.what_if_total() {
                    self.document.scale_week(total, self.today);
                    self.state.what_if = None;
                }
            }
            Msg::WeekScaled(total) => self.document.scale_week(total, self.today),
            Msg::StartedOver => self.start_over(),
            Msg::ReplacementUndone => self.undo_replacement(),
            Msg::FileRead(Ok(document)) => self.open_document(*document),
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

    /// The dated plan as far as the answers lead, with the study time that is being tried out.
    ///
    /// # Errors
    ///
    /// If the work cannot be finished with the learner's availability.
    pub fn outlook(&self) -> Result<Outlook, NoFinish> {
        let Some(total) = self.what_if_total() else {
            return Outlook::of(&self.document, &self.roadmap, self.today);
        };
        let availability = self.document.availability(&self.roadmap);
        let week = availability.week().scaled(total);
        let from = self.today.max(self.document.start_or(self.today));
        Outlook::with(&self.document, &self.roadmap, self.today, availability.with_week_from(from, week))
    }

    /// The study time a week that is being tried out, if it reads as some.
    pub fn what_if_total(&self) -> Option<Minutes> {
        let total = read_week_hours(self.state.what_if.as_ref()?).ok()?;
        (total > Minutes::ZERO).then_some(total)
    }

    /// When everything is finished with the hours that the learner has, whatever they are trying out.
    pub fn usual_finish(&self) -> Result<Option<Chances>, NoFinish> {
        Outlook::finish(&self.document, &self.roadmap, self.today)
    }

    /// The outlook if an answer were given at a turn and none after it: what each answer on offer comes to.
    ///
    /// # Errors
    ///
    /// As for [`Model::outlook`].
    pub fn outlook_if(&self, turn: &Turn, label: &str) -> Result<Outlook, NoFinish> {
        let answers = compare::answers_if(&self.route(), turn, label);
        Outlook::if_answered(&self.document, answers, &self.roadmap, self.today)
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
            Screen::Question(Question::TimeOff) => {
                let off = self.document.entered_time_off().err();
                off.into_iter().chain(self.document.entered_stretches().err()).flatten().collect()
            }
            Screen::FinishBy => {
                let target = one(self.document.entered_target(self.today).map(drop));
                target.into_iter().chain(self.document.entered_most().err()).collect()
            }
            Screen::Progress => self.document.entered_note(self.today).err().unwrap_or_default(),
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
            Screen::Check
            | Screen::Plan
            | Screen::Progress
            | Screen::FinishBy
            | Screen::Compare
            | Screen::Break
                if self.open_question().is_some() =>
            {
                first_open()
            }
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
        if !self.is_acceptable() {
            return;
        }
        let question = match &self.screen {
            Screen::Question(question) => question.clone(),
            Screen::Help(turn) => Question::Choice(turn.clone()),
            Screen::FinishBy => {
                self.document.accept_most();
                self.document.accept(&Question::Target, self.today);
                self.state = ScreenState::default();
                return;
            }
            _ => return,
        };
        self.document.accept(&question, self.today);
        let next = self.after(&question);
        self.open(next);
    }

    /// Whether the fields of the screen can be accepted; if not, what is wrong is shown from now on.
    fn is_acceptable(&mut self) -> bool {
        let is_acceptable = self.errors().is_empty();
        if !is_acceptable {
            self.state.complaining = true;
            self.state.tries += 1;
        }
        is_acceptable
    }

    fn add_note(&mut self) {
        if self.is_acceptable()
            && let Ok(entry) = self.document.entered_note(self.today)
        {
            self.document.progress.log.add(entry);
            self.document.drafts.remove(&Field::NoteTime);
            self.state.complaining = false;
        }
    }

    fn freeze_baseline(&mut self) {
        if let Ok(outlook) = self.outlook() {
            self.document.baseline = Some(Baseline::freeze(self.today, &outlook.plan, &outlook.forecast));
        }
    }

    fn end_break(&mut self, dates: DateRange, way: AfterGap) {
        self.document = self.document.with_break(dates);
        match way {
            AfterGap::Extend => {}
            AfterGap::CatchUp(total) => self.document.scale_week(total, self.today),
            AfterGap::Lighten(projects) => {
                for project in projects {
                    self.document.projects.choose(project, false);
                }
            }
        }
        self.open(Screen::Plan);
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
            self.document.drafts.insert(Field::Hours(day), write_hours(minutes));
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

    /// How many topics and projects of the plan there are to do, and how many of them are done or skipped.
    pub fn count_finished(&self, outlook: &Outlook) -> (usize, usize) {
        let items: Vec<_> = outlook.plan.work.iter().flat_map(Scheduled::items).collect();
        let is_closed = |item| self.document.progress.status_of(item).is_closed();
        (items.iter().filter(|(item, _)| is_closed(item)).count(), items.len())
    }
}
