//! Whole documents that take each other's place: undone, brought back, opened from a file, saved by another window.

use std::rc::Rc;

use super::document::Document;
use super::history::{Change, State};
use super::merge::merge;
use super::model::{Model, Notice, Offer, Saving};
use super::msg::Effect;
use super::screen::Screen;
use super::stored::Foreign;

impl Model {
    /// Notes how the document was before a change.
    pub(super) fn record(&mut self, before: Document, effect: Effect, screen: &Screen) {
        let (Effect::Change(change) | Effect::Entry(change, _)) = effect;
        // Where nothing had been said there is nothing to bring back.
        if change.is_replacement() && before.is_empty() {
            return;
        }
        let state = State { document: Rc::new(before), change, saved_at: self.saved_at };
        match effect {
            Effect::Change(_) => self.history.record(state),
            Effect::Entry(_, ends) => self.history.record_entry(state, screen, ends),
        }
    }

    pub(super) fn undo(&mut self) {
        if let Some(state) = self.history.undo(&self.document, self.saved_at) {
            self.show(&state);
            self.notice = Some(Notice::Undone(state.change));
        }
    }

    pub(super) fn redo(&mut self) {
        if let Some(state) = self.history.redo(&self.document, self.saved_at) {
            self.show(&state);
            self.notice = Some(Notice::Redone(state.change));
        }
    }

    pub(super) fn bring_back(&mut self, at: usize) {
        if let Some(state) = self.history.past().get(at).cloned() {
            self.show(&State { change: Change::BroughtBack, ..state });
            self.notice = Some(Notice::BroughtBack);
        }
    }

    /// Puts the document of a state in place of the present one.
    fn show(&mut self, state: &State) {
        self.document = Document::clone(&state.document);
        if state.change.is_replacement() { self.open_start() } else { self.open(self.screen.clone()) }
    }

    /// The plan, or where one begins.
    fn open_start(&mut self) {
        self.open(if self.open_question().is_none() { Screen::Plan } else { Screen::Home });
    }

    pub(super) fn start_over(&mut self) {
        self.document = Document::new(self.roadmap.about().id.clone());
        self.open(Screen::Home);
        self.notice = Some(Notice::StartedOver);
    }

    /// Takes a plan in, or asks first where it would take the place of another.
    pub(super) fn offer(&mut self, offer: Offer) {
        self.offer = Some(offer);
        if self.document.is_empty() {
            self.accept_offer();
        } else {
            self.open(Screen::Offer);
        }
    }

    /// Offers the plan inside the page, unless the learner has decided about it before or has it already.
    pub(super) fn find_inside(&mut self, document: Document, checksum: u32) {
        let is_new = self.backups.plan_inside_seen != Some(checksum) && document != self.document;
        self.plan_inside = Some((Rc::new(document), checksum));
        if is_new {
            self.offer_plan_inside();
        }
    }

    pub(super) fn offer_plan_inside(&mut self) {
        if let Some((document, checksum)) = &self.plan_inside {
            self.offer = Some(Offer { document: document.clone(), inside: Some(*checksum) });
            self.open(Screen::Offer);
        }
    }

    pub(super) fn accept_offer(&mut self) {
        if let Some(offer) = self.take_offer() {
            self.document = Document::clone(&offer.document);
            self.open_start();
            self.notice = Some(Notice::PlanOpened);
        }
    }

    pub(super) fn decline_offer(&mut self) {
        if self.take_offer().is_some() {
            self.open_start();
        }
    }

    fn take_offer(&mut self) -> Option<Offer> {
        let offer = self.offer.take()?;
        self.backups.plan_inside_seen = offer.inside.or(self.backups.plan_inside_seen);
        Some(offer)
    }

    /// Takes in what another window has saved: its changes and this window's together, or, where both changed the same,
    /// its version in sight and this window's within reach.
    pub(super) fn take_in(&mut self, foreign: Foreign) {
        let Foreign { stored: theirs, saved_at, base } = foreign;
        let mine = self.stored();
        let last_change = mine.history.past().last().map_or(Change::Answer, |state| state.change);
        let is_mine_known = mine.document == theirs.document || base.as_ref() == Some(&mine.document);
        let merged = match base {
            _ if is_mine_known => Some(theirs.document.clone()),
            // Changes of a plan make no sense in another one that took its place.
            Some(base) if mine.history.was_replaced(&base) || theirs.history.was_replaced(&base) => None,
            Some(base) => merge(&base, &mine.document, &theirs.document),
            None => None,
        };
        self.document = theirs.document.clone();
        self.history = theirs.history.clone();
        self.history.add_replaced(&mine.history);
        self.backups = theirs.backups.with(mine.backups);
        let state = |document, change, saved_at| State { document: Rc::new(document), change, saved_at };
        match merged {
            Some(merged) if merged == theirs.document => {}
            Some(merged) => {
                self.history.record(state(theirs.document.clone(), last_change, saved_at));
                self.document = merged;
            }
            None if mine.document.is_empty() => {}
            None => {
                self.history.record(state(mine.document, Change::OtherWindow, self.saved_at));
                self.notice = Some(Notice::BothKept);
            }
        }
        self.saved_at = saved_at.or(self.saved_at);
        if self.stored() == theirs {
            self.saving = Saving::Saved;
        } else {
            self.revision += 1;
        }
        self.open(self.screen.clone());
    }
}

impl Notice {
    /// Whether it still matters on the next screen.
    pub(super) fn outlasts_screens(&self) -> bool {
        !matches!(
            self,
            Self::FileRefused(_)
                | Self::RoadmapRefused(_)
                | Self::Exported(_)
                | Self::HandedOut(_)
                | Self::RoadmapInUse
                | Self::SetAside
        )
    }
}
