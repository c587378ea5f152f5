//! The whole state, and the one way it changes.

use std::rc::Rc;

use super::document::Document;
use super::form::{Field, FieldError, Refusal, WEEKDAYS, read_week_hours, write_hours};
use super::history::{Change, History};
use super::library::{Library, OwnRoadmap, RoadmapOffer, RoadmapTask};
use super::msg::{AfterGap, Msg};
use super::outlook::Outlook;
use super::refusal::FileRefusal;
use super::screen::Screen;
use super::stored::{Backups, Moment, Stored, nearly_full};
use planner::questionnaire::{Question, questions};
use planner::{Baseline, Chances, Date, DateRange, NoFinish, Route, Turn, TurnTaken, Week, advice, compare};
use roadmap::{Minutes, Roadmap, RoadmapId};

/// The state of the application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Model {
    /// The roadmap that the document is about.
    pub roadmap: Rc<Roadmap>,
    /// All roadmaps there are.
    pub library: Library,
    /// What was asked for last with a roadmap, and as the how-manieth, so that each is done once.
    pub asked: Option<(u64, Rc<RoadmapTask>)>,
    /// A roadmap from a file, until the learner has decided about it.
    pub roadmap_offer: Option<Rc<RoadmapOffer>>,
    /// What the learner told us.
    pub document: Document,
    /// How that was before.
    pub history: History,
    /// What was done to have it elsewhere too.
    pub backups: Backups,
    /// A plan that could take the place of the present one, until the learner has decided.
    pub offer: Option<Offer>,
    /// The plan inside the page, if there is one, and its checksum.
    pub plan_inside: Option<(Rc<Document>, u32)>,
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
    /// When it was last saved.
    pub saved_at: Option<Moment>,
    /// Whether there is a second copy in the browser, once that is known.
    pub copy: Option<Result<(), String>>,
    /// How many letters' room of the browser's storage is taken, as last measured with another figure to be shown.
    pub storage_taken: usize,
    /// Counts the changes of what is stored and the tries asked for, so that each is saved once.
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

/// A plan that could take the place of the present one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The plan.
    pub document: Rc<Document>,
    /// The checksum of the plan inside the page, if it is that; otherwise it comes from a file.
    pub inside: Option<u32>,
}

/// Something to say on the present screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The plan was put away to start over.
    StartedOver,
    /// Another plan was opened.
    PlanOpened,
    /// A file could not be opened, and why. Nothing has changed.
    FileRefused(FileRefusal),
    /// A change was taken back.
    Undone(Change),
    /// A change was made again.
    Redone(Change),
    /// An earlier state is back.
    BroughtBack,
    /// Another window changed the same; both versions are kept.
    BothKept,
    /// The plan was handed to the browser as a file of that name.
    Exported(String),
    /// Something else than the plan was handed to the browser as a file of that name.
    HandedOut(String),
    /// A file could not be opened as a roadmap, and why, in words.
    RoadmapRefused(String),
    /// A roadmap could not be kept, in the browser's words: it is there until the page is closed.
    RoadmapNotKept(String),
    /// A roadmap of the learner's own was removed.
    RoadmapRemoved(RoadmapId),
    /// A roadmap of the learner's own has another name or content now; before it was this.
    RoadmapChanged(Box<OwnRoadmap>),
    /// A roadmap is in use now.
    RoadmapInUse,
    /// What was stored could not be read; a copy is kept untouched.
    SetAside,
}

/// Whether what is stored has reached the browser's storage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saving {
    /// Nothing needed saving yet.
    Idle,
    /// All is saved.
    Saved,
    /// The last change could not be saved, in the browser's words.
    Failed(String),
    /// Nothing is written in this session, and why.
    Off(String),
}

impl Model {
    /// The state at the start, with what was read from storage if something was.
    pub fn new(roadmap: Rc<Roadmap>, stored: Option<Stored>, screen: Screen, today: Date) -> Self {
        let stored = stored.unwrap_or_else(|| Document::new(roadmap.about().id.clone()).into());
        let Stored { document, history, backups } = stored;
        let mut model = Self {
            library: Library { shipped: roadmap.clone(), own: Vec::new() },
            asked: None,
            roadmap_offer: None,
            roadmap,
            document,
            history,
            backups,
            offer: None,
            plan_inside: None,
            screen: Screen::Home,
            state: ScreenState::default(),
            today,
            notice: None,
            saving: Saving::Idle,
            saved_at: None,
            copy: None,
            storage_taken: 0,
            revision: 0,
            visits: 0,
        };
        model.open(screen);
        model
    }

    /// All that is to be saved.
    pub fn stored(&self) -> Stored {
        Stored { document: self.document.clone(), history: self.history.clone(), backups: self.backups }
    }

    /// How full the browser's storage is, in percent, if that is a reason to warn.
    pub fn storage_nearly_full(&self) -> Option<usize> {
        nearly_full(self.storage_taken)
    }

    /// Whether the learner should be reminded to take a copy of their plan away.
    pub fn is_copy_due(&self) -> bool {
        let has_changed = self.saved_at > self.backups.last_export;
        has_changed && self.backups.are_due(self.today) && self.open_question().is_none()
    }

    /// Takes in what happened.
    pub fn update(&mut self, msg: Msg) {
        let before = self.stored();
        let (effect, screen) = (msg.effect(&self.screen), self.screen.clone());
        // What another window saved, and what was just found, is not saved once more for that alone.
        let is_saved = matches!(msg, Msg::ChangedElsewhere(_) | Msg::RoadmapOpened(_));
        self.apply(msg);
        if let Some(effect) = effect.filter(|_| self.document != before.document) {
            self.record(before.document.clone(), effect, &screen);
        }
        if self.stored() != before && !is_saved {
            self.backups.reminded = self.backups.reminded.or(Some(self.today));
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
            Msg::Undone => self.undo(),
            Msg::Redone => self.redo(),
            Msg::BroughtBack(at) => self.bring_back(at),
            Msg::FileRead(Ok(document)) => self.offer(Offer { document: Rc::new(*document), inside: None }),
            Msg::FileRead(Err(why)) => self.notice = Some(Notice::FileRefused(why)),
            Msg::PlanInsideFound { document, checksum } => self.find_inside(*document, checksum),
            Msg::PlanInsideAsked => self.offer_plan_inside(),
            Msg::OfferAccepted => self.accept_offer(),
            Msg::OfferDeclined => self.decline_offer(),
            Msg::Exported { name, at } => {
                self.backups.last_export = Some(at);
                self.notice = Some(Notice::Exported(name));
            }
            Msg::HandedOut(name) => self.notice = Some(Notice::HandedOut(name)),
            Msg::ReminderPutOff => self.backups.reminded = Some(self.today),
            Msg::NoticeDismissed => self.notice = None,
            Msg::SaveFinished(Ok(at)) => {
                self.saving = Saving::Saved;
                self.saved_at = Some(at);
            }
            Msg::SaveFinished(Err(why)) => self.saving = Saving::Failed(why),
            Msg::SaveAsked => self.revision += 1,
            Msg::SavingStopped(why) => self.saving = Saving::Off(why),
            Msg::CopyFinished(result) => self.copy = Some(result),
            Msg::StorageMeasured(taken) => self.storage_taken = taken,
            Msg::RoadmapRead(Ok(offer)) => {
                self.roadmap_offer = Some(offer);
                self.open(Screen::RoadmapOffer);
            }
            Msg::RoadmapRead(Err(why)) => self.notice = Some(Notice::RoadmapRefused(why)),
            Msg::RoadmapAsked(task) => {
                let number = self.asked.as_ref().map_or(0, |(number, _)| *number);
                self.asked = Some((number + 1, task));
            }
            Msg::RoadmapDeclined => {
                self.roadmap_offer = None;
                self.open(Screen::Roadmaps);
            }
            Msg::RoadmapKept(own) => self.keep_roadmap(own),
            Msg::RoadmapNotKept(why) => self.notice = Some(Notice::RoadmapNotKept(why)),
            Msg::RoadmapsFound(own) => self.find_roadmaps(own),
            Msg::RoadmapOpened(desk) => self.take_desk(*desk),
            Msg::DayCame(today) => self.today = today,
            Msg::ChangedElsewhere(foreign) => self.take_in(*foreign),
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
    pub(super) fn open(&mut self, screen: Screen) {
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
        if !self.notice.as_ref().is_some_and(Notice::outlasts_screens) {
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
            Screen::Offer if self.offer.is_none() => Screen::Keep,
            Screen::RoadmapOffer if self.roadmap_offer.is_none() => Screen::Roadmaps,
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
}
