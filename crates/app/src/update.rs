//! The one way in which the state changes.

use std::rc::Rc;

use super::carried::{Carried, RoadmapChange};
use super::document::Document;
use super::effect::{Effect, FocusTarget};
use super::form::{CHANGED_ENTRY, Field, WEEKDAYS, is_blank, item_name, write_hours};
use super::history::{Change, State};
use super::log_edit::LogEdit;
use super::model::Model;
use super::moved::{Cause, Moved, Situation};
use super::msg::{
    AfterGap, BackupMsg, HistoryMsg, Msg, NavigationMsg, NoteMsg, OfferMsg, PersistenceMsg, PlanMsg,
    ProgressMsg, QuizMsg, RoadmapMsg, StepMsg, TimerMsg, Undoable,
};
use super::navigation::{FormState, Logged, Notice};
use super::own_roadmap::{OwnRoadmap, ReadRoadmap};
use super::persistence::{Persistence, Saving, nearly_full};
use super::placement::{Placement, QuizReply, QuizRun};
use super::plan_session::Offer;
use super::roadmaps::{LoadedRoadmap, RoadmapOffer, RoadmapTask};
use super::saved_state::ForeignState;
use super::screen::Screen;
use super::timer::{Run, Timer, TimerState};
use planner::questionnaire::Question;
use planner::{Baseline, Date, DateRange, Item, LogEntry, Turn, Week};
use roadmap::{Differences, Kind, Minutes, NodeId, Phase, Roadmap, TopicId};

/// The most characters of a title that a learner gives.
const LONGEST_TITLE: usize = 200;

impl Model {
    /// Applies a message, and returns effects for the page to carry out, in order.
    pub fn update(&mut self, msg: impl Into<Msg>) -> Vec<Effect> {
        match msg.into() {
            Msg::Plan(msg) => {
                let undoable = msg.undoable(self.navigation.screen());
                self.edit(undoable, |model| model.update_plan(msg))
            }
            Msg::Progress(msg) => {
                let undoable = msg.undoable();
                self.edit(Some(undoable), |model| model.update_progress(msg))
            }
            Msg::Quiz(msg) => {
                let undoable = msg.undoable();
                self.edit(Some(undoable), |model| model.update_quiz(msg))
            }
            Msg::Step(msg) => {
                let undoable = msg.undoable();
                self.edit(Some(undoable), |model| model.update_steps(msg))
            }
            Msg::Note(msg) => {
                let undoable = msg.undoable();
                self.edit(Some(undoable), |model| model.update_notes(msg))
            }
            Msg::Timer(msg) => {
                let undoable = msg.undoable();
                self.edit(undoable, |model| model.update_timer(msg))
            }
            Msg::History(msg) => {
                let undoable = msg.undoable();
                self.edit(undoable, |model| model.update_history(msg))
            }
            Msg::Offer(msg) => {
                let undoable = msg.undoable();
                self.edit(undoable, |model| model.update_offer(msg))
            }
            Msg::Backup(msg) => self.edit(None, |model| model.update_backups(msg)),
            Msg::Navigation(msg) => self.edit(None, |model| model.navigate(msg)),
            Msg::Persistence(msg) => self.update_persistence(msg),
            Msg::Roadmap(msg) => self.update_roadmaps(msg),
            Msg::DayCame(clock) => self.edit(None, |model| model.set_clock(clock)),
        }
    }

    /// Changes the saved state: records the change for undo, and saves if anything differs.
    fn edit(
        &mut self,
        undoable: Option<Undoable>,
        apply: impl FnOnce(&mut Self) -> Vec<Effect>,
    ) -> Vec<Effect> {
        let (before, screen) = (self.plan.saved_state(), self.navigation.screen().clone());
        let own_before = self.own_as_read();
        if undoable.is_some() {
            // Its button would undo this change now.
            self.forget_what_moved();
        }
        let mut effects = apply(self);
        let roadmap = own_before.filter(|own| self.own_as_read().as_ref() != Some(own));
        let is_changed = *self.plan.document() != before.document || roadmap.is_some();
        if let Some(undoable) = undoable.filter(|_| is_changed) {
            let (Undoable::Change(change) | Undoable::Entry { change, .. }) = undoable;
            let (document, saved_at) = (before.document.clone(), self.persistence.saved_at);
            self.plan.record(State { document, change, saved_at, roadmap }, undoable, &screen);
        }
        match undoable {
            Some(Undoable::Change(change) | Undoable::Entry { change, ends: true })
                if !change.is_replacement() && change != Change::Roadmap =>
            {
                self.say_what_moved(&before.document);
            }
            Some(_) | None => {}
        }
        if self.plan.saved_state() != before {
            self.plan.backups.reminded.get_or_insert(self.today());
            effects.insert(0, Effect::Save);
        }
        effects
    }

    /// Has the page say how the finish moved by a change, if it did, or if something was finished.
    fn say_what_moved(&mut self, before: &Document) {
        let roadmap = self.roadmap();
        let situation = |document| Situation { document, roadmap, today: self.today() };
        let has_plan = |document: &Document| document.open_question(roadmap).is_none();
        let moved = (has_plan(before) && has_plan(self.document()))
            .then(|| Moved::between(situation(before), situation(self.document())))
            .flatten();
        let is_news = |moved: &Moved| {
            moved.days() != 0 || moved.parts.iter().any(|(cause, _)| matches!(cause, Cause::Finished(_)))
        };
        let moved = moved.filter(is_news);
        match &mut self.navigation.notice {
            Some(Notice::Logged(logged)) => logged.moved = moved,
            notice => {
                if let Some(moved) = moved {
                    *notice = Some(Notice::Moved(Box::new(moved)));
                }
            }
        }
    }

    fn forget_what_moved(&mut self) {
        if matches!(self.navigation.notice, Some(Notice::Moved(_) | Notice::Logged(_))) {
            self.navigation.notice = None;
        }
    }

    fn update_plan(&mut self, msg: PlanMsg) -> Vec<Effect> {
        let today = self.today();
        match msg {
            PlanMsg::Continued => return self.go_on(),
            PlanMsg::WentOn { dates, way } => return self.end_break(dates, way),
            PlanMsg::AnswerChosen { turn, answer } => self.plan.document_mut().answers.give(turn, answer),
            PlanMsg::StatementTicked { statement, agreed: true } => {
                self.plan.document_mut().agreed.insert(statement);
            }
            PlanMsg::StatementTicked { statement, agreed: false } => {
                self.plan.document_mut().agreed.remove(&statement);
            }
            PlanMsg::Typed { field, text } => self.type_into(field, text),
            PlanMsg::WeekFilled(week) => self.fill_week(week),
            PlanMsg::RowAdded(rows) => self.plan.document_mut().add_row(rows),
            PlanMsg::RowRemoved(rows, row) => self.plan.document_mut().remove_row(rows, row),
            PlanMsg::ProjectChosen { project, wanted } => {
                self.plan.document_mut().projects.choose(project, wanted);
            }
            PlanMsg::PaceChosen(pace) => self.plan.document_mut().pace = pace,
            PlanMsg::AimChosen(aim) => self.plan.document_mut().aim = aim,
            PlanMsg::SessionMoved { from, to } => {
                let roadmap = self.roadmaps.in_use();
                self.plan.document_mut().move_session(roadmap, from, to);
            }
            PlanMsg::BeginsAt { day, at } => {
                let day = day.num_days_from_monday() as usize;
                self.plan.document_mut().begins[day] = at.filter(|at| *at < Minutes::DAY);
            }
            PlanMsg::Paused(dates) => {
                let document = self.plan.document_mut();
                *document = document.with_break(dates);
            }
            PlanMsg::PauseEnded(on) => self.plan.document_mut().end_pause(on),
            PlanMsg::BaselineFrozen => self.freeze_baseline(),
            PlanMsg::BaselineDropped => self.plan.document_mut().baseline = None,
            PlanMsg::WhatIfTyped(text) => self.navigation.form.what_if = Some(text),
            PlanMsg::WhatIfLeft => self.navigation.form.what_if = None,
            PlanMsg::WhatIfKept => {
                if let Some(total) = self.what_if_total() {
                    self.plan.document_mut().scale_week(total, today);
                    self.navigation.form.what_if = None;
                }
            }
            PlanMsg::WeekScaled(total) => self.plan.document_mut().scale_week(total, today),
        }
        Vec::new()
    }

    fn set_clock(&mut self, clock: Date) -> Vec<Effect> {
        let before = self.today();
        self.clock = clock;
        if self.today() != before {
            self.plan.drop_stale_log_date();
        }
        Vec::new()
    }

    fn type_into(&mut self, field: Field, text: String) {
        if !CHANGED_ENTRY.contain(field) {
            self.plan.document_mut().drafts.insert(field, text);
        } else if let Some(edit) = &mut self.navigation.form.log_edit {
            edit.type_into(field, text);
        }
    }

    fn go_on(&mut self) -> Vec<Effect> {
        if self.has_errors() {
            return self.show_errors();
        }
        let today = self.today();
        let question = match self.screen() {
            Screen::Question(question) => question.clone(),
            Screen::Help(turn) => Question::Choice(turn.clone()),
            Screen::FinishBy => {
                let document = self.plan.document_mut();
                document.accept_most();
                document.accept(&Question::Target, today);
                self.navigation.form = FormState::default();
                return Vec::new();
            }
            Screen::Home
            | Screen::Known(_)
            | Screen::Check
            | Screen::Today
            | Screen::Plan
            | Screen::Map
            | Screen::Progress
            | Screen::Compare
            | Screen::Break
            | Screen::Reached
            | Screen::Guide
            | Screen::Quiz(_)
            | Screen::Topic(_)
            | Screen::Project(_)
            | Screen::Node(_)
            | Screen::Keep
            | Screen::Offer
            | Screen::Roadmaps
            | Screen::RoadmapOffer => return Vec::new(),
        };
        self.plan.document_mut().accept(&question, today);
        match question {
            Question::Choice(turn) if self.asks_what_is_known(&turn) => self.open(Screen::Known(turn)),
            question => self.open(self.after(&question)),
        }
    }

    /// Whether an answer leads to the same as another one, and the learner has not said what they know of it.
    fn asks_what_is_known(&self, turn: &Turn) -> bool {
        let document = self.document();
        let says_nothing = |phase: &Phase| !phase.topics.iter().any(|topic| document.known.contains(topic));
        !document.quizzes.contains_key(&turn.decision) && self.shared_phase(turn).is_some_and(says_nothing)
    }

    fn has_errors(&self) -> bool {
        !self.errors().is_empty()
    }

    /// Shows the errors of the present form from now on.
    fn show_errors(&mut self) -> Vec<Effect> {
        self.navigation.form.shows_errors = true;
        vec![Effect::Focus(FocusTarget::Errors)]
    }

    /// The screen after a question: the first one without which there is no plan. If all have their answers, it is the one
    /// that follows from a later decision at once, or else the way back.
    fn after(&self, question: &Question) -> Screen {
        let open = self.open_question().or_else(|| self.follows_at_once(question));
        let back = self.navigation.form.return_to.clone().unwrap_or(Screen::Check);
        open.map_or(back, Screen::Question)
    }

    /// The decision that waits for an answer, if nothing lies between that of a question and it.
    fn follows_at_once(&self, question: &Question) -> Option<Question> {
        let Question::Choice(turn) = question else { return None };
        let route = self.route();
        let work_before =
            |turn: &Turn| route.turns.iter().find(|taken| taken.turn == *turn).map(|taken| taken.work_before);
        let open = route.open()?;
        (work_before(turn)? == work_before(open)?).then(|| Question::Choice(open.clone()))
    }

    fn fill_week(&mut self, week: Week) {
        let drafts = &mut self.plan.document_mut().drafts;
        for (day, minutes) in (0..WEEKDAYS.len() as u8).zip(week.days()) {
            drafts.insert(Field::Hours(day), write_hours(minutes));
        }
    }

    fn freeze_baseline(&mut self) {
        if let Ok(outlook) = self.outlook() {
            let baseline = Baseline::freeze(self.today(), &outlook.plan, &outlook.forecast);
            self.plan.document_mut().baseline = Some(baseline);
        }
    }

    fn end_break(&mut self, dates: DateRange, way: AfterGap) -> Vec<Effect> {
        let today = self.today();
        let in_hand = self.outlook().ok().and_then(|outlook| outlook.in_hand());
        let availability = self.document().availability(self.roadmap());
        let document = self.plan.document_mut();
        if way != AfterGap::AsPlanned {
            *document = document.with_break(dates);
        }
        match way {
            AfterGap::AsPlanned => document.study_as_planned(dates, &availability, in_hand),
            AfterGap::Extend => {}
            AfterGap::CatchUp(total) => document.scale_week(total, today),
            AfterGap::Lighten(projects) => {
                for project in projects {
                    document.projects.choose(project, false);
                }
            }
        }
        self.open(Screen::Plan)
    }

    fn update_quiz(&mut self, msg: QuizMsg) -> Vec<Effect> {
        match msg {
            QuizMsg::Answered { about, choice, on } => {
                self.navigation.form.corrected.clear();
                self.answer_question(&about, choice, on);
            }
            QuizMsg::TakenBack(about) => {
                if let Some(run) = self.quiz_run(&about) {
                    run.replies.pop();
                    run.is_stopped = false;
                }
            }
            QuizMsg::Stopped(about) => {
                if let Some(run) = self.quiz_run(&about) {
                    run.is_stopped = true;
                }
            }
            QuizMsg::BegunAgain { about, on } => {
                self.navigation.form.corrected.clear();
                if let Some(run) = self.quiz_run(&about) {
                    *run = run.again(on);
                }
            }
            QuizMsg::Corrected { topic, known } => {
                self.navigation.form.corrected.insert(topic, known);
                return Vec::new();
            }
            QuizMsg::Taken(about) => return self.take_quiz(&about),
        }
        vec![Effect::Focus(FocusTarget::Heading)]
    }

    fn quiz_run(&mut self, about: &NodeId) -> Option<&mut QuizRun> {
        self.plan.document_mut().quizzes.get_mut(about)
    }

    fn answer_question(&mut self, about: &NodeId, choice: Option<usize>, on: Date) {
        let roadmap = self.roadmaps.in_use().clone();
        let quizzes = &mut self.plan.document_mut().quizzes;
        let run = quizzes.entry(about.clone()).or_insert_with(|| QuizRun::begun(on));
        let asked = Placement::of(&roadmap, about, run).and_then(|placement| placement.next());
        if let Some((topic, question)) = asked {
            let (topic, question) = (topic.id.clone(), question.id.clone());
            run.replies.push(QuizReply { topic, question, choice });
        }
    }

    /// Takes over what a quiz found out: which topics are known, and the answer that fits.
    fn take_quiz(&mut self, about: &NodeId) -> Vec<Effect> {
        if let Some(document) = self.with_quiz_taken(about) {
            *self.plan.document_mut() = document;
        }
        let is_decision = self.roadmap().node(about).is_some_and(|node| node.kind == Kind::Decision);
        let next = match is_decision {
            true => self.after(&Question::Choice(Turn::first(about.clone()))),
            false => Screen::Plan,
        };
        self.open(next)
    }

    fn update_progress(&mut self, msg: ProgressMsg) -> Vec<Effect> {
        let roadmap = self.roadmaps.in_use();
        let document = self.plan.document_mut();
        match msg {
            ProgressMsg::Started { item, on } => document.progress.start(item, on),
            ProgressMsg::Ended { item, ending, on } => document.progress.end(item, ending, on),
            ProgressMsg::Reopened(item) => document.progress.reopen(&item),
            ProgressMsg::PhaseFinished { phase, on } => document.finish_phase(roadmap, &phase, on),
            ProgressMsg::PhaseReopened(phase) => document.reopen_phase(roadmap, &phase),
            ProgressMsg::TopicKnown { topic, known } => document.know(topic, known),
            ProgressMsg::PhaseKnown { phase, known } => document.know_phase(roadmap, &phase, known),
            ProgressMsg::KnewBefore(topics) => document.knew_before(topics),
            ProgressMsg::Logged(entry) => self.log(entry),
            ProgressMsg::LogOpened(item) => return self.open_log_form(item),
            ProgressMsg::TimeLogged => return self.log_time(),
            ProgressMsg::LogEntryRemoved(at) => {
                document.progress.log.remove(at);
                return vec![Effect::Focus(FocusTarget::Log)];
            }
            ProgressMsg::LogEditBegun(at) => return self.begin_log_edit(at),
            ProgressMsg::LogEditSaved => return self.save_log_edit(),
            ProgressMsg::LogEditLeft => return self.leave_log_edit(),
            ProgressMsg::SignTicked { sign, on: Some(on) } => {
                document.signs.insert(sign, on);
            }
            ProgressMsg::SignTicked { sign, on: None } => {
                document.signs.remove(&sign);
            }
            ProgressMsg::SignsPutOff(on) => document.signs_put_off = Some(on),
            ProgressMsg::WeekReviewed(monday) => document.reviewed = Some(monday),
            ProgressMsg::PitfallSentAway { pitfall, on } => {
                document.sent_away.insert(pitfall, on);
            }
        }
        Vec::new()
    }

    fn update_steps(&mut self, msg: StepMsg) -> Vec<Effect> {
        let roadmap = self.roadmaps.in_use().clone();
        let progress = &mut self.plan.document_mut().progress;
        match msg {
            StepMsg::Ticked { item, step, on } => progress.tick_step(&roadmap, item, step, on),
            StepMsg::Unticked { item, step } => progress.untick_step(&roadmap, &item, &step),
            StepMsg::Added { item, title } => {
                if let Some(title) = own_title(&title) {
                    progress.steps.add(&roadmap, item, title);
                }
            }
            StepMsg::Renamed { item, number, title } => {
                if let Some(title) = own_title(&title) {
                    progress.steps.rename(&item, number, title);
                }
            }
            StepMsg::Removed { item, number } => {
                progress.steps.remove(&item, number);
                return vec![Effect::Focus(FocusTarget::Steps)];
            }
            StepMsg::Shifted { item, number, toward } => {
                progress.steps.shift(&roadmap, &item, number, toward);
                return vec![Effect::Focus(FocusTarget::ShiftStep(number, toward))];
            }
        }
        Vec::new()
    }

    fn update_notes(&mut self, msg: NoteMsg) -> Vec<Effect> {
        let notes = &mut self.plan.document_mut().notes;
        match msg {
            NoteMsg::Typed { item, text } => notes.write(item, &text),
            NoteMsg::LinkAdded { item, link } => notes.add_link(item, link),
            NoteMsg::LinkRemoved { item, at } => notes.remove_link(item, at),
        }
        Vec::new()
    }

    fn log_time(&mut self) -> Vec<Effect> {
        if let Some(item) = self.log_item() {
            self.plan.document_mut().drafts.insert(Field::LogItem, item_name(&item));
        }
        if self.has_errors() {
            return self.show_errors();
        }
        if let Ok(entry) = self.entered_log_entry() {
            self.log(entry);
            // The next entry is of today again, unless the learner says otherwise.
            let drafts = &mut self.plan.document_mut().drafts;
            drafts.remove(&Field::LogTime);
            drafts.remove(&Field::LogDate);
            drafts.remove(&Field::LogKind);
            self.navigation.form.shows_errors = false;
        }
        self.open_log_form(None)
    }

    fn log(&mut self, entry: LogEntry) {
        self.plan.document_mut().progress.log.add(entry.clone());
        self.navigation.notice = Some(Notice::Logged(Box::new(Logged { entry, moved: None })));
    }

    /// Opens the form to log time for a topic or project, or closes it.
    fn open_log_form(&mut self, item: Option<Item>) -> Vec<Effect> {
        self.plan.drop_draft(Field::LogKind);
        let form = &mut self.navigation.form;
        form.shows_errors = false;
        let before = std::mem::replace(&mut form.logging, item);
        match (before, &form.logging) {
            (_, Some(_)) => vec![Effect::Focus(FocusTarget::Field(Field::LogTime))],
            (Some(item), None) => vec![Effect::Focus(FocusTarget::LogButton(item))],
            (None, None) => Vec::new(),
        }
    }

    fn update_timer(&mut self, msg: TimerMsg) -> Vec<Effect> {
        let timer = self.plan.timer.timer.take();
        let (timer, changed) = match (msg, timer) {
            (TimerMsg::Started { item, on, at }, None) => (Some(Timer::started(item, on, at)), at),
            (TimerMsg::Paused(at), Some(timer)) => (Some(timer.halted(Run::Paused, at)), at),
            (TimerMsg::Stopped(at), Some(timer)) => (Some(timer.halted(Run::Stopped, at)), at),
            (TimerMsg::Resumed(at), Some(timer)) => (Some(timer.halted(Run::Running(at), at)), at),
            (TimerMsg::Logged { minutes, at }, Some(timer)) => {
                self.log(LogEntry::new(timer.started.date().min(self.today()), timer.item, minutes));
                (None, at)
            }
            (TimerMsg::Discarded(at), Some(_)) => (None, at),
            // Another window was faster.
            (_, timer) => {
                self.plan.timer.timer = timer;
                return Vec::new();
            }
        };
        self.plan.timer = TimerState { timer, changed };
        Vec::new()
    }

    fn begin_log_edit(&mut self, at: usize) -> Vec<Effect> {
        self.navigation.form.log_edit = LogEdit::begin(&self.document().progress.log, at);
        vec![Effect::Focus(FocusTarget::Field(CHANGED_ENTRY.date))]
    }

    fn save_log_edit(&mut self) -> Vec<Effect> {
        let today = self.today();
        let Some(edit) = &mut self.navigation.form.log_edit else { return Vec::new() };
        let log = &mut self.plan.document_mut().progress.log;
        let Some(at) = edit.index(log) else { return Vec::new() };
        match edit.entered(today) {
            Ok(entry) => {
                let at = log.replace(at, entry);
                self.navigation.form.log_edit = None;
                vec![Effect::Focus(FocusTarget::LogEntry(at))]
            }
            Err(errors) => {
                edit.show_errors();
                errors
                    .first()
                    .map(|error| Effect::Focus(FocusTarget::Field(error.field)))
                    .into_iter()
                    .collect()
            }
        }
    }

    fn leave_log_edit(&mut self) -> Vec<Effect> {
        let edit = self.navigation.form.log_edit.take();
        let at = edit.and_then(|edit| edit.index(&self.document().progress.log));
        at.map(|at| Effect::Focus(FocusTarget::LogEntry(at))).into_iter().collect()
    }

    fn update_history(&mut self, msg: HistoryMsg) -> Vec<Effect> {
        let saved_at = self.persistence.saved_at;
        let own = self.own_as_read();
        let (change, notice, task) = match msg {
            HistoryMsg::StartedOver => {
                self.plan.start_over();
                return self.open_with(Screen::Home, Notice::StartedOver);
            }
            HistoryMsg::BroughtBack(index) => {
                let Some(state) = self.plan.bring_back(index) else { return Vec::new() };
                let task = self.put_back(state.roadmap);
                let mut effects = self.open_with(self.start_screen(), Notice::BroughtBack);
                effects.extend(task);
                return effects;
            }
            HistoryMsg::Undone => {
                let Some(state) = self.plan.undo(saved_at, own.as_ref()) else { return Vec::new() };
                (state.change, Notice::Undone(state.change), self.put_back(state.roadmap))
            }
            HistoryMsg::Redone => {
                let Some(state) = self.plan.redo(saved_at, own.as_ref()) else { return Vec::new() };
                (state.change, Notice::Redone(state.change), self.put_back(state.roadmap))
            }
        };
        let screen = if change.is_replacement() { self.start_screen() } else { self.screen().clone() };
        let mut effects = self.open_with(screen, notice);
        effects.extend(task);
        effects
    }

    /// Puts the roadmap of another state in the place of the one in use.
    fn put_back(&mut self, read: Option<ReadRoadmap>) -> Option<Effect> {
        let read = read.filter(|read| read.file.id == self.roadmap().about().id)?;
        let own = OwnRoadmap::of(read).ok()?;
        self.roadmaps.add(own.clone());
        Some(Effect::Roadmap(Rc::new(RoadmapTask::Save { own, and_use: false, plan: None })))
    }

    /// The roadmap in use, if it is one of the learner's own.
    fn own_as_read(&self) -> Option<ReadRoadmap> {
        self.roadmaps.own_in_use().map(|own| own.read.clone())
    }

    fn update_offer(&mut self, msg: OfferMsg) -> Vec<Effect> {
        match msg {
            OfferMsg::FileRead(Ok(document)) => {
                self.plan.offer_plan(Offer { document: Rc::new(*document), inside: None });
                // Nothing is lost where nothing has been entered yet.
                if self.document().is_empty() { self.accept_offer() } else { self.open(Screen::Offer) }
            }
            OfferMsg::FileRead(Err(why)) => {
                self.navigation.notice = Some(Notice::FileRefused(why));
                Vec::new()
            }
            OfferMsg::PlanInsideFound { document, checksum } => {
                if self.plan.find_inside(Rc::new(*document), checksum) {
                    self.offer_plan_inside()
                } else {
                    Vec::new()
                }
            }
            OfferMsg::PlanInsideNeedsRoadmap { task, checksum } => {
                if self.plan.backups.plan_inside_seen == Some(checksum) {
                    return Vec::new();
                }
                self.plan.backups.plan_inside_seen = Some(checksum);
                vec![Effect::Roadmap(task)]
            }
            OfferMsg::PlanInsideAsked => self.offer_plan_inside(),
            OfferMsg::Accepted => self.accept_offer(),
            OfferMsg::Declined => {
                if self.plan.decline_offer() {
                    self.open(self.start_screen())
                } else {
                    Vec::new()
                }
            }
        }
    }

    fn offer_plan_inside(&mut self) -> Vec<Effect> {
        if self.plan.offer_inside() { self.open(Screen::Offer) } else { Vec::new() }
    }

    fn accept_offer(&mut self) -> Vec<Effect> {
        if self.plan.accept_offer() {
            self.open_with(self.start_screen(), Notice::PlanOpened)
        } else {
            Vec::new()
        }
    }

    fn update_backups(&mut self, msg: BackupMsg) -> Vec<Effect> {
        match msg {
            BackupMsg::PlanExported { name, at } => {
                self.plan.backups.last_export = Some(at);
                self.navigation.notice = Some(Notice::PlanExported(name));
            }
            BackupMsg::CalendarHandedOut { name, entries } => {
                self.plan.calendar = entries;
                self.navigation.notice = Some(Notice::FileHandedOut(name));
            }
            BackupMsg::FileHandedOut(name) => self.navigation.notice = Some(Notice::FileHandedOut(name)),
            BackupMsg::ReminderPutOff => self.plan.backups.reminded = Some(self.today()),
            BackupMsg::FileKept(file) => self.persistence.kept_file = file,
        }
        Vec::new()
    }

    fn navigate(&mut self, msg: NavigationMsg) -> Vec<Effect> {
        match msg {
            NavigationMsg::AddressChanged(screen) => {
                let has_moved = self.go_to(screen);
                // If the learner was redirected, going back has to skip the address that they asked for.
                let address = Effect::ReplaceAddress(self.screen().clone());
                let focus = has_moved.then_some(Effect::Focus(FocusTarget::Heading));
                [address].into_iter().chain(focus).collect()
            }
            NavigationMsg::ChangeAsked(question) => {
                let return_to = Some(self.screen().clone());
                let effects = self.open(Screen::Question(question));
                self.navigation.form.return_to = return_to;
                effects
            }
            NavigationMsg::NoticeDismissed => {
                self.navigation.notice = None;
                Vec::new()
            }
        }
    }

    /// Opens a screen, or the one that has to come first.
    fn open(&mut self, screen: Screen) -> Vec<Effect> {
        if self.go_to(screen) {
            vec![Effect::PushAddress(self.screen().clone()), Effect::Focus(FocusTarget::Heading)]
        } else {
            Vec::new()
        }
    }

    /// Moves to a screen, or to the one that has to come first, and returns whether that differs from the one before.
    fn go_to(&mut self, screen: Screen) -> bool {
        let screen = self.reachable(screen);
        let has_moved = self.navigation.show(screen);
        if has_moved && (*self.screen() == Screen::Progress || self.screen().item().is_some()) {
            // Each visit begins with today.
            self.plan.drop_draft(Field::LogDate);
            self.plan.drop_draft(Field::LogKind);
        }
        has_moved
    }

    fn open_with(&mut self, screen: Screen, notice: Notice) -> Vec<Effect> {
        let effects = self.open(screen);
        self.navigation.notice = Some(notice);
        effects
    }

    fn update_persistence(&mut self, msg: PersistenceMsg) -> Vec<Effect> {
        match msg {
            PersistenceMsg::SaveFinished(Ok(at)) => {
                self.persistence.saving = Saving::Saved;
                self.persistence.saved_at = Some(at);
            }
            PersistenceMsg::SaveFinished(Err(why)) => self.persistence.saving = Saving::Failed(why),
            PersistenceMsg::SaveAsked => return vec![Effect::Save],
            PersistenceMsg::SavingStopped(why) => self.persistence.saving = Saving::Off(why),
            PersistenceMsg::SecondCopyFinished(result) => self.persistence.second_copy = Some(result),
            PersistenceMsg::StorageMeasured(used) => self.persistence.nearly_full = nearly_full(used),
            PersistenceMsg::ChangedElsewhere(foreign) => return self.take_in(*foreign),
        }
        Vec::new()
    }

    /// Merges what another window has saved, and has the result saved if it differs from that.
    fn take_in(&mut self, foreign: ForeignState) -> Vec<Effect> {
        let saved_at = foreign.saved_at;
        let taken_in = self.plan.take_in(foreign, self.persistence.saved_at);
        self.forget_what_moved();
        if taken_in.has_conflict {
            self.navigation.notice = Some(Notice::BothKept);
        }
        self.persistence.saved_at = saved_at.or(self.persistence.saved_at);
        let mut effects = self.open(self.screen().clone());
        if taken_in.is_unsaved {
            effects.insert(0, Effect::Save);
        } else {
            self.persistence.saving = Saving::Saved;
        }
        effects
    }

    fn update_roadmaps(&mut self, msg: RoadmapMsg) -> Vec<Effect> {
        match msg {
            RoadmapMsg::FileRead(Ok(offer)) | RoadmapMsg::CorrectionAsked(offer) => {
                self.roadmaps.make_offer(offer);
                return self.open(Screen::RoadmapOffer);
            }
            RoadmapMsg::FileRead(Err(why)) => self.navigation.notice = Some(Notice::RoadmapRefused(why)),
            RoadmapMsg::RawFileWithoutPlan => return self.open(Screen::Roadmaps),
            RoadmapMsg::Asked(task) => {
                self.accept_roadmap(&task);
                return vec![Effect::Roadmap(task)];
            }
            RoadmapMsg::OfferCorrected(corrections) => {
                let offer = self.roadmaps.offer().and_then(|offer| offer.corrected(*corrections));
                offer.into_iter().for_each(|offer| self.roadmaps.make_offer(Rc::new(offer)));
            }
            RoadmapMsg::OfferDeclined => {
                self.roadmaps.drop_offer();
                return self.open(Screen::Roadmaps);
            }
            RoadmapMsg::Saved(own) => {
                let change = Undoable::Change(Change::Roadmap);
                return self.edit(Some(change), |model| model.roadmap_saved(own));
            }
            RoadmapMsg::NotSaved(why) => self.navigation.notice = Some(Notice::RoadmapNotSaved(why)),
            RoadmapMsg::Found(all) => all.into_iter().for_each(|own| self.roadmaps.add(own)),
            RoadmapMsg::ContentUnpacked(content) => {
                self.roadmaps.add_content(content.map(|content| *content))
            }
            RoadmapMsg::Loaded(loaded) => return self.load(*loaded),
        }
        Vec::new()
    }

    /// Remembers under which id the roadmap on offer is opened.
    fn accept_roadmap(&mut self, task: &RoadmapTask) {
        let offer = self.roadmaps.offer().filter(|_| *self.screen() == Screen::RoadmapOffer);
        if let (RoadmapTask::Save { own, .. }, Some(offer)) = (task, offer) {
            self.roadmaps.make_offer(Rc::new(offer.accepted(own.id())));
        }
    }

    /// Adds a roadmap, or replaces the one with its id. If that is in use, its plan goes on with the new one.
    fn roadmap_saved(&mut self, own: OwnRoadmap) -> Vec<Effect> {
        let is_in_use = self.roadmap().about().id == *own.id();
        // A roadmap from a file that is not in use comes into use next.
        let is_settled =
            |offer: &&Rc<RoadmapOffer>| offer.is_accepted(own.id()) && (is_in_use || offer.is_own());
        let accepted = self.roadmaps.offer().filter(is_settled).cloned();
        let ticked = accepted.as_ref().map_or(0, |offer| self.know_ticked(offer));
        if let Some(notice) = self.notice_of_change(&own, ticked) {
            self.navigation.notice = Some(notice);
        }
        self.roadmaps.add(own);
        match accepted {
            Some(offer) => {
                self.roadmaps.drop_offer();
                self.open(if offer.is_own() { Screen::Roadmaps } else { self.start_screen() })
            }
            None => Vec::new(),
        }
    }

    fn notice_of_change(&self, own: &OwnRoadmap, ticked: usize) -> Option<Notice> {
        let known = self.library().find(own.id())?;
        if own.is_removed && !known.is_removed {
            Some(Notice::RoadmapRemoved(own.id().clone()))
        } else if own.read != known.read || ticked > 0 {
            Some(Notice::RoadmapChanged(Box::new(self.change_of(known.clone(), &own.roadmap, ticked))))
        } else {
            None
        }
    }

    /// What changes with another form of a roadmap; for the plan only if the roadmap is in use.
    fn change_of(&self, before: OwnRoadmap, after: &Roadmap, ticked: usize) -> RoadmapChange {
        let is_in_use = self.document().roadmap == *before.id();
        let carried = is_in_use.then(|| Carried::between(self.document(), &before.roadmap, after));
        let differences = Differences::between(&before.roadmap, after);
        RoadmapChange { before, differences, carried: carried.unwrap_or_default(), ticked }
    }

    /// Counts the topics that a file has ticked as known, unless they are closed already, and returns their number.
    fn know_ticked(&mut self, offer: &RoadmapOffer) -> usize {
        let document = self.plan.document();
        let is_open = |topic: &&TopicId| {
            let item = Item::Topic((*topic).clone());
            !document.known.contains(*topic) && !document.progress.status_of(&item).is_closed()
        };
        let ticked: Vec<TopicId> = offer.ticked().iter().filter(is_open).cloned().collect();
        if !ticked.is_empty() {
            let document = self.plan.document_mut();
            ticked.iter().for_each(|topic| document.know(topic.clone(), true));
        }
        ticked.len()
    }

    /// Switches to another roadmap with its plan.
    fn load(&mut self, loaded: LoadedRoadmap) -> Vec<Effect> {
        let LoadedRoadmap { roadmap, saved, saved_at, has_set_aside, read_only, is_unsaved } = loaded;
        let (id, left) = (&roadmap.about().id, self.roadmap().about().id.clone());
        let accepted = self.roadmaps.offer().filter(|offer| offer.is_accepted(id)).cloned();
        let notice = self.navigation.notice.take();
        self.plan.load(saved.unwrap_or_else(|| Self::new_plan(&roadmap)));
        self.roadmaps.switch(roadmap.clone());
        let nearly_full = self.persistence.nearly_full;
        self.persistence = Persistence { nearly_full, ..Persistence::loaded(saved_at, read_only) };
        let before = self.plan.saved_state();
        let notice = match notice {
            // A removal or a failed save matters more than the switch that follows from it.
            Some(Notice::RoadmapRemoved(removed)) if removed == left => Notice::RoadmapRemoved(removed),
            Some(Notice::RoadmapNotSaved(why)) => Notice::RoadmapNotSaved(why),
            Some(Notice::RoadmapChanged(change)) if change.before.id() == id => {
                let ticked = self.replace_in_plan(&change.before, accepted.as_deref());
                Notice::RoadmapChanged(Box::new(self.change_of(change.before, &roadmap, ticked)))
            }
            _ if has_set_aside => Notice::SetAside,
            _ => Notice::RoadmapInUse { ticked: accepted.map_or(0, |offer| self.know_ticked(&offer)) },
        };
        let mut effects = self.open(self.start_screen());
        self.navigation.notice = Some(notice);
        if is_unsaved || self.plan.saved_state() != before {
            effects.insert(0, Effect::Save);
        }
        effects
    }

    /// Goes on with a plan whose roadmap was replaced before it was loaded. Returns how many topics are known since.
    fn replace_in_plan(&mut self, before: &OwnRoadmap, accepted: Option<&RoadmapOffer>) -> usize {
        let (document, saved_at) = (self.plan.document().clone(), self.persistence.saved_at);
        let roadmap = Some(before.read.clone());
        let ticked = accepted.map_or(0, |offer| self.know_ticked(offer));
        let change = Undoable::Change(Change::Roadmap);
        let state = State { document, change: Change::Roadmap, saved_at, roadmap };
        self.plan.record(state, change, &Screen::RoadmapOffer);
        ticked
    }
}

/// The title of a step of the learner's own; `None` if nothing is typed.
fn own_title(typed: &str) -> Option<String> {
    let title: String = typed.trim().chars().take(LONGEST_TITLE).collect();
    (!is_blank(&title)).then_some(title)
}
