//! The plan in use: its document, history, backups, timer and calendar, and a plan that is offered in its place.

use std::rc::Rc;

use super::document::Document;
use super::form::Field;
use super::history::{Change, History, Present, State};
use super::merge::merge;
use super::moment::Moment;
use super::msg::Undoable;
use super::own_roadmap::ReadRoadmap;
use super::saved_state::{Backups, CalendarEntries, ForeignState, SavedState};
use super::screen::Screen;
use super::timer::TimerState;

/// The plan in use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanSession {
    /// Shared with what is saved and with the history; copied on the first write after that.
    document: Rc<Document>,
    history: History,
    pub(super) backups: Backups,
    pub(super) timer: TimerState,
    pub(super) calendar: CalendarEntries,
    offer: Option<Offer>,
    /// The plan that the page carries, if any.
    inside: Option<Offer>,
}

/// A plan that can replace the present one, until the learner has decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    pub document: Rc<Document>,
    /// Checksum of the plan inside the page, if it is that one; otherwise it comes from a file.
    pub inside: Option<u32>,
}

/// The entries of both. Where the dates differ, the next file has the right one.
fn in_either(mut one: CalendarEntries, other: CalendarEntries) -> CalendarEntries {
    for (id, on) in other {
        let kept = one.entry(id).or_insert(on);
        *kept = on.max(*kept);
    }
    one
}

/// The result of merging a document that another window saved.
pub(super) struct TakenIn {
    /// Both windows changed the same thing; this window's version is in the history.
    pub(super) has_conflict: bool,
    /// The result differs from what the other window saved.
    pub(super) is_unsaved: bool,
}

impl PlanSession {
    pub(super) fn new(saved: SavedState) -> Self {
        let SavedState { document, history, backups, timer, calendar } = saved;
        Self { document, history, backups, timer, calendar, offer: None, inside: None }
    }

    pub(super) fn document(&self) -> &Rc<Document> {
        &self.document
    }

    pub(super) fn document_mut(&mut self) -> &mut Document {
        Rc::make_mut(&mut self.document)
    }

    /// Forgets the date in the log's form on a new day. With a time beside it, it is about to be logged, and stays.
    pub(super) fn drop_stale_log_date(&mut self) {
        let time = self.document.drafts.get(&Field::LogTime);
        if time.is_none_or(|time| time.trim().is_empty()) {
            self.drop_draft(Field::LogDate);
        }
    }

    /// Drops what was typed into a field.
    pub(super) fn drop_draft(&mut self, field: Field) {
        // Without a draft the document stays shared.
        if self.document.drafts.contains_key(&field) {
            self.document_mut().drafts.remove(&field);
            self.history.drop_if_unchanged(&self.document);
        }
    }

    pub(super) fn history(&self) -> &History {
        &self.history
    }

    pub(super) fn offer(&self) -> Option<&Offer> {
        self.offer.as_ref()
    }

    pub(super) fn inside(&self) -> Option<&Offer> {
        self.inside.as_ref()
    }

    pub(super) fn saved_state(&self) -> SavedState {
        let Self { document, history, backups, timer, calendar, offer: _, inside: _ } = self;
        SavedState {
            document: document.clone(),
            history: history.clone(),
            backups: *backups,
            timer: timer.clone(),
            calendar: calendar.clone(),
        }
    }

    /// Loads another plan. The one inside the page stays on hand.
    pub(super) fn load(&mut self, saved: SavedState) {
        *self = Self { inside: self.inside.take(), ..Self::new(saved) };
    }

    /// Puts the document before a change into the history.
    pub(super) fn record(&mut self, before: State, undoable: Undoable, screen: &Screen) {
        // An empty plan is not worth bringing back.
        if before.change.is_replacement() && before.document.is_empty() {
            return;
        }
        match undoable {
            Undoable::Change(_) => self.history.record(before),
            Undoable::Entry { ends, .. } => self.history.record_entry(before, screen, ends),
        }
    }

    /// Undoes the last change and returns the state before it. The roadmap is the one in use, if it is the learner's own.
    pub(super) fn undo(&mut self, saved_at: Option<Moment>, roadmap: Option<&ReadRoadmap>) -> Option<State> {
        let state = self.history.undo(Present { document: &self.document, saved_at, roadmap })?;
        self.document = state.document.clone();
        Some(state)
    }

    /// Redoes the change that was undone last and returns the state after it.
    pub(super) fn redo(&mut self, saved_at: Option<Moment>, roadmap: Option<&ReadRoadmap>) -> Option<State> {
        let state = self.history.redo(Present { document: &self.document, saved_at, roadmap })?;
        self.document = state.document.clone();
        Some(state)
    }

    /// Replaces the document by an earlier state, and returns that, if there is one at that index.
    pub(super) fn bring_back(&mut self, index: usize) -> Option<State> {
        let state = self.history.past().get(index)?.clone();
        self.document = state.document.clone();
        Some(state)
    }

    pub(super) fn start_over(&mut self) {
        self.document = Rc::new(Document::new(self.document.roadmap.clone()));
    }

    pub(super) fn offer_plan(&mut self, offer: Offer) {
        self.offer = Some(offer);
    }

    /// Remembers the plan inside the page, and returns whether it is new: neither the plan in use nor seen before.
    pub(super) fn find_inside(&mut self, document: Rc<Document>, checksum: u32) -> bool {
        let is_news = self.backups.plan_inside_seen != Some(checksum) && document != self.document;
        self.inside = Some(Offer { document, inside: Some(checksum) });
        is_news
    }

    /// Offers the plan inside the page, and returns whether there is one.
    pub(super) fn offer_inside(&mut self) -> bool {
        let is_there = self.inside.is_some();
        if is_there {
            self.offer = self.inside.clone();
        }
        is_there
    }

    /// Replaces the document by the one on offer, and returns whether there was one.
    pub(super) fn accept_offer(&mut self) -> bool {
        let offer = self.take_offer();
        let is_there = offer.is_some();
        if let Some(offer) = offer {
            self.document = offer.document;
        }
        is_there
    }

    /// Drops the offer, and returns whether there was one.
    pub(super) fn decline_offer(&mut self) -> bool {
        self.take_offer().is_some()
    }

    fn take_offer(&mut self) -> Option<Offer> {
        let offer = self.offer.take()?;
        self.backups.plan_inside_seen = offer.inside.or(self.backups.plan_inside_seen);
        Some(offer)
    }

    /// Merges what another window has saved. After a conflict the document is theirs, and this window's version is in
    /// the history.
    pub(super) fn take_in(&mut self, foreign: ForeignState, my_saved_at: Option<Moment>) -> TakenIn {
        let ForeignState { saved: theirs, saved_at, base } = foreign;
        let mine = self.saved_state();
        let last = mine.history.past().last();
        let (last_change, roadmap) =
            last.map_or((Change::Answer, None), |state| (state.change, state.roadmap.clone()));
        let is_mine_known = mine.document == theirs.document || base.as_ref() == Some(&mine.document);
        let merged = match base {
            _ if is_mine_known => Some(theirs.document.clone()),
            // Changes to a plan cannot be merged into another one that replaced it.
            Some(base) if mine.history.was_replaced(&base) || theirs.history.was_replaced(&base) => None,
            Some(base) => merge(&base, &mine.document, &theirs.document).map(Rc::new),
            None => None,
        };
        self.document = theirs.document.clone();
        self.history = theirs.history.clone();
        self.history.add_replaced(&mine.history);
        self.backups = theirs.backups.with(mine.backups);
        self.timer = theirs.timer.clone().with(mine.timer);
        self.calendar = in_either(theirs.calendar.clone(), mine.calendar);
        let mut has_conflict = false;
        match merged {
            Some(merged) if merged == theirs.document => {}
            Some(merged) => {
                let document = theirs.document.clone();
                self.history.record(State { document, change: last_change, saved_at, roadmap });
                self.document = merged;
            }
            None if mine.document.is_empty() => {}
            None => {
                let (document, change) = (mine.document, Change::OtherWindow);
                self.history.record(State { document, change, saved_at: my_saved_at, roadmap: None });
                has_conflict = true;
            }
        }
        TakenIn { has_conflict, is_unsaved: self.saved_state() != theirs }
    }
}
