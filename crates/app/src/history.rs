//! Earlier states of the document, for undo and redo.

use std::rc::Rc;

use super::document::Document;
use super::moment::Moment;
use super::own_roadmap::ReadRoadmap;
use super::screen::Screen;

/// The most states kept in each direction.
pub const MOST_STATES: usize = 20;

/// The kinds of changes that a learner would tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// An answer, or agreement with a statement.
    Answer,
    /// Hours of the week.
    Hours,
    /// First day of study, or target date.
    Dates,
    /// Dates off, or with a different week.
    TimeOff,
    /// Projects in the plan.
    Projects,
    /// Something started, finished or skipped.
    Progress,
    /// Topics known before the plan.
    Known,
    /// A placement quiz.
    Quiz,
    /// Steps that the learner added, renamed, moved or removed.
    Steps,
    /// Notes and links.
    Notes,
    /// Signs of success.
    Signs,
    /// A pitfall was sent away.
    Pitfall,
    /// A session was moved.
    Session,
    /// A week was looked back on.
    Review,
    /// Logged time.
    Log,
    LogEntryChanged,
    LogEntryRemoved,
    /// Whether the forecast uses the learner's own pace.
    Pace,
    Baseline,
    /// The way to go on after a break.
    Break,
    StartedOver,
    /// The learner's own roadmap was replaced by an edited one, or renamed.
    Roadmap,
    /// Another plan was opened.
    PlanOpened,
    /// An earlier state was brought back.
    BroughtBack,
    /// Another window made a conflicting change.
    OtherWindow,
}

impl Change {
    /// Whether another plan replaces the whole document.
    pub fn is_replacement(self) -> bool {
        match self {
            Self::StartedOver | Self::PlanOpened | Self::BroughtBack | Self::OtherWindow => true,
            Self::Answer
            | Self::Hours
            | Self::Dates
            | Self::TimeOff
            | Self::Projects
            | Self::Progress
            | Self::Known
            | Self::Quiz
            | Self::Steps
            | Self::Notes
            | Self::Signs
            | Self::Pitfall
            | Self::Session
            | Self::Review
            | Self::Log
            | Self::LogEntryChanged
            | Self::LogEntryRemoved
            | Self::Pace
            | Self::Baseline
            | Self::Break
            | Self::Roadmap => false,
        }
    }
}

/// A document before or after a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    pub document: Rc<Document>,
    /// The change that followed; for an undone state, the change that led to it.
    pub change: Change,
    /// Time of the last save before the change.
    pub saved_at: Option<Moment>,
    /// The roadmap as it was then, if the change was one of the roadmap.
    pub roadmap: Option<ReadRoadmap>,
}

/// What undo and redo leave.
#[derive(Clone, Copy)]
pub struct Present<'a> {
    pub document: &'a Rc<Document>,
    pub saved_at: Option<Moment>,
    /// The roadmap in use, if it is one of the learner's own.
    pub roadmap: Option<&'a ReadRoadmap>,
}

impl Present<'_> {
    /// As the state on the other side of a change.
    fn against(self, other: &State) -> State {
        let roadmap = self.roadmap.filter(|_| other.roadmap.is_some()).cloned();
        State { document: self.document.clone(), change: other.change, saved_at: self.saved_at, roadmap }
    }
}

/// Earlier and undone states, in both lists nearest to the present one last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    past: Vec<State>,
    undone: Vec<State>,
    /// The screen with a form being filled in, and the kind of change: everything of that kind entered there is one change.
    entering: Option<(Screen, Change)>,
}

impl History {
    /// A history of these states, in both lists nearest to the present one last.
    pub fn new(past: Vec<State>, undone: Vec<State>) -> Self {
        let mut history = Self { past, undone, entering: None };
        history.drop_oldest();
        history
    }

    /// Earlier states, most recent last.
    pub fn past(&self) -> &[State] {
        &self.past
    }

    /// Undone states, next one to redo last.
    pub fn undone(&self) -> &[State] {
        &self.undone
    }

    /// Adds the state before a change.
    pub fn record(&mut self, before: State) {
        self.entering = None;
        self.undone.clear();
        self.past.push(before);
        self.drop_oldest();
    }

    /// Adds the state before input on a screen: one change until it `ends`, when the form is submitted.
    pub fn record_entry(&mut self, before: State, screen: &Screen, ends: bool) {
        let entered = (screen.clone(), before.change);
        if self.entering.as_ref() != Some(&entered) {
            self.record(before);
        }
        self.entering = (!ends).then_some(entered);
    }

    /// Adds the plans that were replaced in another window and are missing here.
    pub fn add_replaced(&mut self, other: &Self) {
        for state in other.past.iter().filter(|state| state.change.is_replacement()) {
            if !self.holds(&state.document) {
                self.past.push(state.clone());
            }
        }
        self.drop_oldest();
    }

    /// Drops the last state if the document is as it was then, because there would be nothing to see in undoing it.
    pub fn drop_if_unchanged(&mut self, present: &Document) {
        let is_same = |state: &State| {
            !state.change.is_replacement() && state.roadmap.is_none() && *state.document == *present
        };
        if self.past.last().is_some_and(is_same) {
            self.past.pop();
            self.entering = None;
        }
    }

    /// Undoes the last change and returns the state before it.
    pub fn undo(&mut self, present: Present<'_>) -> Option<State> {
        self.entering = None;
        let state = self.past.pop()?;
        self.undone.push(present.against(&state));
        Some(state)
    }

    /// Redoes the change that was undone last and returns the state after it.
    pub fn redo(&mut self, present: Present<'_>) -> Option<State> {
        self.entering = None;
        let state = self.undone.pop()?;
        self.past.push(present.against(&state));
        Some(state)
    }

    /// Whether a document is among the earlier or the undone states.
    pub fn holds(&self, document: &Document) -> bool {
        self.past.iter().chain(&self.undone).any(|state| *state.document == *document)
    }

    /// Whether a document was replaced as a whole.
    pub fn was_replaced(&self, document: &Document) -> bool {
        self.past.iter().any(|state| state.change.is_replacement() && *state.document == *document)
    }

    /// Drops the oldest states over [`MOST_STATES`], but the last replaced plan only after all others: it is the one that
    /// cannot be entered again from memory.
    fn drop_oldest(&mut self) {
        while self.past.len() > MOST_STATES {
            let last_replaced = self.past.iter().rposition(|state| state.change.is_replacement());
            self.past.remove(usize::from(last_replaced == Some(0)));
        }
        let over = self.undone.len().saturating_sub(MOST_STATES);
        self.undone.drain(..over);
    }
}
