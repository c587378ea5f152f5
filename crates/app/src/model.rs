//! The whole state of the application, and everything that is computed from it.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::document::{Aim, Document};
use super::effect::Effect;
use super::form::{
    CHANGED_ENTRY, Field, FieldError, NEW_ENTRY, Refusal, nearest_date, read_week_hours, write_hours,
};
use super::history::History;
use super::kept_file::KeptFile;
use super::log_edit::LogEdit;
use super::moment::Moment;
use super::msg::OfferMsg;
use super::navigation::{Navigation, Notice};
use super::outlook::Outlook;
use super::own_roadmap::OwnRoadmap;
use super::persistence::{Persistence, Saving};
use super::placement::{Placed, Placement};
use super::plan_session::{Offer, PlanSession};
use super::roadmaps::{Library, LoadedRoadmap, RoadmapOffer, Roadmaps, ShippedContent};
use super::saved_state::{Backups, CalendarEntries, SavedState};
use super::screen::Screen;
use super::timer::Timer;
use planner::questionnaire::{self, Question};
use planner::{Chances, Date, Item, LogEntry, NoFinish, Overview, Route, Turn, TurnTaken, advice, compare};
use roadmap::{AnswerId, Kind, Minutes, NodeId, Phase, Roadmap, TopicId};

/// The state of the application. It is changed by [`Model::update`] only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Model {
    /// The date that the learner's clock shows, right or wrong.
    pub(super) clock: Date,
    pub(super) plan: PlanSession,
    pub(super) navigation: Navigation,
    pub(super) persistence: Persistence,
    pub(super) roadmaps: Roadmaps,
}

/// Everything that is known when the page opens.
#[derive(Clone, Debug)]
pub struct Start {
    pub loaded: LoadedRoadmap,
    pub library: Library,
    /// A plan that the page carries, as the message that offers it.
    pub plan_inside: Option<OfferMsg>,
    /// The screen of the page's address.
    pub screen: Screen,
    /// The date that the learner's clock shows, right or wrong.
    pub clock: Date,
}

impl Model {
    /// The state when the page opens, and what the page has to do first.
    pub fn start(start: Start) -> (Self, Vec<Effect>) {
        let Start { loaded, library, plan_inside, screen, clock } = start;
        let LoadedRoadmap { roadmap, saved, saved_at, has_set_aside, read_only, is_unsaved } = loaded;
        let mut model = Self {
            clock,
            plan: PlanSession::new(saved.unwrap_or_else(|| Self::new_plan(&roadmap))),
            navigation: Navigation::at(Screen::Home),
            persistence: Persistence::loaded(saved_at, read_only),
            roadmaps: Roadmaps::new(roadmap, library),
        };
        if saved_at.is_some_and(|at| at.date() != model.today()) {
            model.plan.drop_stale_log_date();
        }
        model.navigation = Navigation::at(model.reachable(screen));
        model.navigation.notice = has_set_aside.then_some(Notice::SetAside);
        let mut effects = Vec::new();
        if is_unsaved {
            effects.push(Effect::Save);
        }
        if let Some(msg) = plan_inside {
            effects.extend(model.update(msg));
        }
        // The first screen takes the place of the address that was asked for, and the focus stays where the browser
        // puts it when a page opens.
        effects.retain(|effect| match effect {
            Effect::Save | Effect::Roadmap(_) => true,
            Effect::PushAddress(_) | Effect::ReplaceAddress(_) | Effect::Focus(_) => false,
        });
        effects.push(Effect::ReplaceAddress(model.screen().clone()));
        (model, effects)
    }

    pub(super) fn new_plan(roadmap: &Roadmap) -> SavedState {
        Document::new(roadmap.about().id.clone()).into()
    }

    /// Today by the learner's own calendar, or the nearest date that a plan can have.
    pub fn today(&self) -> Date {
        nearest_date(self.clock)
    }

    /// The date that the learner's clock shows, right or wrong.
    pub fn clock(&self) -> Date {
        self.clock
    }

    /// Whether the clock shows a date that cannot be right.
    pub fn is_clock_wrong(&self) -> bool {
        self.clock != self.today()
    }

    pub fn document(&self) -> &Document {
        self.plan.document()
    }

    pub fn history(&self) -> &History {
        self.plan.history()
    }

    pub fn backups(&self) -> Backups {
        self.plan.backups
    }

    /// What the calendar files have that the learner downloaded.
    pub fn calendar(&self) -> &CalendarEntries {
        &self.plan.calendar
    }

    pub fn saved_state(&self) -> SavedState {
        self.plan.saved_state()
    }

    /// A plan that can replace the present one, until the learner has decided.
    pub fn offer(&self) -> Option<&Offer> {
        self.plan.offer()
    }

    /// The plan that the page carries.
    pub fn plan_inside(&self) -> Option<&Offer> {
        self.plan.inside()
    }

    pub fn screen(&self) -> &Screen {
        self.navigation.screen()
    }

    pub fn notice(&self) -> Option<&Notice> {
        self.navigation.notice.as_ref()
    }

    /// Whether the learner has tried to go on, so that errors are shown.
    pub fn shows_errors(&self) -> bool {
        self.navigation.form.shows_errors
    }

    /// The screen to return to after changing an answer.
    pub fn return_to(&self) -> Option<&Screen> {
        self.navigation.form.return_to.as_ref()
    }

    /// Hours a week that the learner is trying out, as typed.
    pub fn what_if(&self) -> Option<&str> {
        self.navigation.form.what_if.as_deref()
    }

    /// The log entry that the learner is changing.
    pub fn log_edit(&self) -> Option<&LogEdit> {
        self.navigation.form.log_edit.as_ref()
    }

    /// The topic or project that the screen's form logs time for; `None` where the form asks, or is closed.
    pub fn log_item(&self) -> Option<Item> {
        self.screen().item().or_else(|| self.navigation.form.logging.clone())
    }

    /// The timer, if it is in use.
    pub fn timer(&self) -> Option<&Timer> {
        self.plan.timer.timer.as_ref()
    }

    /// The study time to propose for a new log entry.
    pub fn time_to_log(&self) -> Minutes {
        self.document().time_to_log(self.roadmap(), self.today())
    }

    /// The new log entry in its fields. Its date cannot be after today.
    ///
    /// # Errors
    ///
    /// The fields that are empty or do not read as what they ask for.
    pub fn entered_log_entry(&self) -> Result<LogEntry, Vec<FieldError>> {
        NEW_ENTRY.read(|field| self.entry(field, |date| date.to_string()), self.today())
    }

    /// The text in a field: as typed, or as accepted, with dates written by `write_date`.
    pub fn entry(&self, field: Field, write_date: impl Fn(Date) -> String) -> String {
        match self.log_edit() {
            Some(edit) if CHANGED_ENTRY.contain(field) => edit.text(field, write_date),
            _ if field == Field::LogTime && !self.document().drafts.contains_key(&field) => {
                write_hours(self.time_to_log())
            }
            _ => self.document().entry(field, self.today(), write_date),
        }
    }

    pub fn saving(&self) -> &Saving {
        &self.persistence.saving
    }

    pub fn saved_at(&self) -> Option<Moment> {
        self.persistence.saved_at
    }

    /// Result of the last write of the second copy, if there was one; an error holds the browser's own words.
    pub fn second_copy(&self) -> Option<&Result<(), String>> {
        self.persistence.second_copy.as_ref()
    }

    /// How full the browser's storage is, in percent, if that is a reason to warn.
    pub fn storage_nearly_full(&self) -> Option<usize> {
        self.persistence.nearly_full
    }

    /// The roadmap in use, which the document is about.
    pub fn roadmap(&self) -> &Rc<Roadmap> {
        self.roadmaps.in_use()
    }

    /// How it stands with the learning content of the roadmap in use.
    pub fn shipped_content(&self) -> ShippedContent {
        self.roadmaps.content()
    }

    pub fn library(&self) -> &Library {
        self.roadmaps.library()
    }

    /// A roadmap from a file, until the learner has decided about it.
    pub fn roadmap_offer(&self) -> Option<&Rc<RoadmapOffer>> {
        self.roadmaps.offer()
    }

    /// The roadmap in use, if it is one of the learner's own.
    pub fn own_roadmap(&self) -> Option<&OwnRoadmap> {
        self.roadmaps.own_in_use()
    }

    /// The file that is kept up to date, if the learner chose one.
    pub fn kept_file(&self) -> Option<&KeptFile> {
        self.persistence.kept_file.as_ref()
    }

    /// Whether to remind the learner to export the plan.
    pub fn is_copy_due(&self) -> bool {
        let has_changed = self.saved_at() > self.backups().last_export;
        let is_kept = self.kept_file().is_some_and(KeptFile::is_kept);
        has_changed
            && !is_kept
            && !self.is_clock_wrong()
            && self.backups().are_due(self.today())
            && self.open_question().is_none()
    }

    /// The route with the answers given so far.
    pub fn route(&self) -> Route {
        Route::walk(self.roadmap(), &self.document().answers)
    }

    /// The outlook of the document, with the hours that the learner is trying out.
    ///
    /// # Errors
    ///
    /// If the work cannot be finished with the learner's availability.
    pub fn outlook(&self) -> Result<Outlook, NoFinish> {
        let Some(total) = self.what_if_total() else {
            return Outlook::of(self.document(), self.roadmap(), self.today());
        };
        let availability = self.document().availability(self.roadmap());
        let week = availability.week().scaled(total);
        let from = self.today().max(self.document().start_or(self.today()));
        Outlook::with(self.document(), self.roadmap(), self.today(), availability.with_week_from(from, week))
    }

    /// The outlook for what the learner wants to have reached by the target date: that of all work, or without what comes
    /// after the phases of the next path.
    ///
    /// # Errors
    ///
    /// As for [`Model::outlook`].
    pub fn outlook_to_aim(&self) -> Result<Outlook, NoFinish> {
        let outlook = self.outlook()?;
        match self.document().aim {
            Aim::Everything => Ok(outlook),
            Aim::JobReady => outlook.until_ready(self.document(), self.roadmap(), self.today()),
        }
    }

    /// The study time a week that the learner is trying out, if it reads as hours.
    pub fn what_if_total(&self) -> Option<Minutes> {
        let total = read_week_hours(self.what_if()?).ok()?;
        (total > Minutes::ZERO).then_some(total)
    }

    /// When everything is finished with the learner's usual hours, whatever they are trying out.
    ///
    /// # Errors
    ///
    /// As for [`Model::outlook`].
    pub fn usual_finish(&self) -> Result<Option<Chances>, NoFinish> {
        Outlook::finish(self.document(), self.roadmap(), self.today())
    }

    /// The outlook with another answer at a turn, and no answers after it.
    ///
    /// # Errors
    ///
    /// As for [`Model::outlook`].
    pub fn outlook_if(&self, turn: &Turn, answer: &AnswerId) -> Result<Outlook, NoFinish> {
        let answers = compare::answers_if(&self.route_to(turn), turn, answer.clone());
        Outlook::if_answered(self.document(), answers, self.roadmap(), self.today())
    }

    /// A turn on the route, or the first choice between paths, which can be made before the questions that lead there.
    pub fn turn(&self, turn: &Turn) -> Option<TurnTaken> {
        self.route_to(turn).turns.into_iter().find(|taken| taken.turn == *turn)
    }

    /// The route; if the first choice between paths is still ahead, the one that leads there with the first answers.
    fn route_to(&self, turn: &Turn) -> Route {
        let route = self.route();
        let is_ahead = route.turns.iter().all(|taken| taken.turn != *turn);
        let overview = is_ahead.then(|| Overview::of(self.roadmap())).flatten();
        match overview.filter(|overview| overview.choice == *turn) {
            Some(overview) => Route::walk(self.roadmap(), &overview.to_choice(&self.document().answers)),
            None => route,
        }
    }

    /// The phase that the answer at a turn leads to, if an answer before it leads there, too. The plan is the same then,
    /// unless something of the phase is known.
    pub fn shared_phase(&self, turn: &Turn) -> Option<&Phase> {
        let given = self.document().answers.at(turn)?;
        let roadmap = self.roadmap();
        let (_, edge) = roadmap.answers(&turn.decision).find(|(answer, _)| *answer == given)?;
        let mut before = roadmap.answers(&turn.decision).take_while(|(answer, _)| *answer != given);
        before.find(|(_, other)| other.to == edge.to)?;
        match &roadmap.node(&edge.to)?.kind {
            Kind::Phase(phase) => Some(phase),
            _ => None,
        }
    }

    /// The first unanswered question without which there is no plan.
    pub fn open_question(&self) -> Option<Question> {
        self.document().open_question(self.roadmap())
    }

    /// The placement quiz about a decision or a phase that the learner takes or has taken.
    pub fn placement(&self, about: &NodeId) -> Option<Placement<'_>> {
        Placement::of(self.roadmap(), about, self.document().quizzes.get(about)?)
    }

    /// The document with the result of a quiz taken over.
    pub(super) fn with_quiz_taken(&self, about: &NodeId) -> Option<Document> {
        let known = self.quiz_result(about);
        let answer = self.placement(about)?.fitting_answer(&known);
        let mut document = self.document().clone();
        document.take_quiz(about, known, answer);
        Some(document)
    }

    /// When everything is finished if the result of a quiz is taken over.
    pub fn finish_with_quiz(&self, about: &NodeId) -> Option<Chances> {
        Outlook::finish(&self.with_quiz_taken(about)?, self.roadmap(), self.today()).ok().flatten()
    }

    /// Which topics a quiz found to be known, with the learner's corrections.
    pub fn quiz_result(&self, about: &NodeId) -> BTreeMap<TopicId, bool> {
        let placed = self.placement(about).map(|placement| placement.placed()).unwrap_or_default();
        let corrected = &self.navigation.form.corrected;
        let say = |placed: Placed<'_>| {
            let id = &placed.topic.id;
            (id.clone(), corrected.get(id).copied().unwrap_or(placed.is_known))
        };
        placed.into_iter().map(say).collect()
    }

    /// The questions that lead to a plan, as far as they are known: with the first answers in place of those that are open.
    pub fn needed_questions(&self) -> Vec<Question> {
        let roadmap = self.roadmap();
        let route = match Overview::of(roadmap) {
            Some(overview) => Route::walk(roadmap, &overview.to_choice(&self.document().answers)),
            None => self.route(),
        };
        questionnaire::needed(roadmap, &route)
    }

    /// The decision that the learner can make later: the plan leads up to it.
    pub fn later_decision(&self) -> Option<Turn> {
        questionnaire::later(self.roadmap(), &self.route()).cloned()
    }

    /// The errors in the form of the present screen.
    pub fn errors(&self) -> Vec<FieldError> {
        let (document, today) = (self.document(), self.today());
        match self.screen() {
            Screen::Question(question) => self.errors_of(question),
            Screen::Help(turn) => self.errors_of(&Question::Choice(turn.clone())),
            Screen::FinishBy => {
                let target = document.entered_target(today).err();
                target.into_iter().chain(document.entered_most().err()).collect()
            }
            Screen::Today
            | Screen::Plan
            | Screen::Map
            | Screen::Progress
            | Screen::Topic(_)
            | Screen::Project(_) => self.errors_of_log(),
            Screen::Home
            | Screen::Known(_)
            | Screen::Check
            | Screen::Compare
            | Screen::Break
            | Screen::Reached
            | Screen::Guide
            | Screen::Quiz(_)
            | Screen::Node(_)
            | Screen::Keep
            | Screen::Offer
            | Screen::Roadmaps
            | Screen::RoadmapOffer => Vec::new(),
        }
    }

    fn errors_of_log(&self) -> Vec<FieldError> {
        let mut errors = self.entered_log_entry().err().unwrap_or_default();
        if self.log_item().is_some() {
            // What the time is for needs no field then.
            errors.retain(|error| error.field != Field::LogItem);
        }
        errors
    }

    fn errors_of(&self, question: &Question) -> Vec<FieldError> {
        let (document, today) = (self.document(), self.today());
        match question {
            Question::Choice(turn) if self.turn(turn).is_some_and(|taken| taken.taken.is_some()) => {
                Vec::new()
            }
            Question::Choice(_) => vec![FieldError { field: Field::Choice, why: Refusal::NothingChosen }],
            Question::Hours => document.entered_week().err().unwrap_or_default(),
            Question::Start => document.entered_start(today).err().into_iter().collect(),
            Question::Target => document.entered_target(today).err().into_iter().collect(),
            Question::TimeOff => {
                let (time_off, stretches) = (document.entered_time_off(), document.entered_stretches());
                time_off.err().into_iter().chain(stretches.err()).flatten().collect()
            }
        }
    }

    /// The screen itself, or the one that has to come first.
    pub(super) fn reachable(&self, screen: Screen) -> Screen {
        match screen {
            Screen::Home => self.start_screen(),
            Screen::Reached if !self.has_reached_something() => self.start_screen(),
            Screen::Check
            | Screen::Today
            | Screen::Plan
            | Screen::Progress
            | Screen::FinishBy
            | Screen::Compare
            | Screen::Break
            | Screen::Reached => self.open_question().map_or(screen, Screen::Question),
            // The choice may have left the route since the link was made.
            Screen::Question(Question::Choice(ref turn)) | Screen::Help(ref turn) if !self.asks(turn) => {
                self.open_question().map_or(Screen::Check, Screen::Question)
            }
            Screen::Help(turn) if !self.has_help(&turn) => Screen::Question(Question::Choice(turn)),
            Screen::Known(ref turn) if self.shared_phase(turn).is_none() => self.start_screen(),
            Screen::Quiz(ref node) | Screen::Node(ref node) if self.roadmap().node(node).is_none() => {
                self.start_screen()
            }
            Screen::Topic(ref topic) if self.roadmap().topic(topic).is_none() => self.start_screen(),
            Screen::Project(ref project) if self.roadmap().project(project).is_none() => self.start_screen(),
            Screen::Offer if self.offer().is_none() => Screen::Keep,
            Screen::RoadmapOffer if self.roadmap_offer().is_none() => Screen::Roadmaps,
            Screen::Question(_)
            | Screen::Help(_)
            | Screen::Known(_)
            | Screen::Map
            | Screen::Guide
            | Screen::Quiz(_)
            | Screen::Topic(_)
            | Screen::Project(_)
            | Screen::Node(_)
            | Screen::Keep
            | Screen::Offer
            | Screen::Roadmaps
            | Screen::RoadmapOffer => screen,
        }
    }

    fn has_reached_something(&self) -> bool {
        let outlook = self.outlook().ok().filter(|_| self.open_question().is_none());
        outlook.is_some_and(|outlook| outlook.reached(self.roadmap()).is_some())
    }

    fn asks(&self, turn: &Turn) -> bool {
        self.turn(turn).is_some_and(|taken| taken.is_asked())
    }

    /// Whether there is help with the choice at a turn.
    pub fn has_help(&self, turn: &Turn) -> bool {
        self.turn(turn).is_some_and(|taken| !advice::statements(self.roadmap(), &taken).is_empty())
    }

    /// What to do today, or where a plan begins.
    pub(super) fn start_screen(&self) -> Screen {
        if self.open_question().is_none() { Screen::Today } else { Screen::Home }
    }
}
