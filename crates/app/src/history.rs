//! How the document was before its last changes, so that they can be undone and redone.

use std::rc::Rc;

use super::document::Document;
use super::moment::Moment;
use super::screen::Screen;

/// How many earlier states are kept.
pub const MOST_STATES: usize = 20;

/// What was changed, as far as a learner would tell changes apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// An answer was given or a statement agreed with.
    Answer,
    /// The hours of the week.
    Hours,
    /// The first day or the target date.
    Dates,
    /// Dates off, and stretches with another week.
    TimeOff,
    /// Which projects are wanted.
    Projects,
    /// What is begun, done or left out.
    Progress,
    /// What was known before.
    Known,
    /// Logged time.
    Log,
    /// Whether the learner's own pace is reckoned with.
    Pace,
    /// The dates to be measured against.
    Baseline,
    /// How to go on after a break.
    Break,
    /// The plan was put away to start over.
    StartedOver,
    /// Another plan was opened in its place.
    PlanOpened,
    /// An earlier state was brought back.
    BroughtBack,
    /// Another window changed the plan, and this one had changed it too.
    OtherWindow,
}

impl Change {
    /// Whether the whole plan gives way to another.
    pub fn is_replacement(self) -> bool {
        matches!(self, Self::StartedOver | Self::PlanOpened | Self::BroughtBack | Self::OtherWindow)
    }
}

/// A document as it was on one side of a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// The document.
    pub document: Rc<Document>,
    /// The change that led away from it, or to it if it was undone.
    pub change: Change,
    /// When it had been saved, if it had.
    pub saved_at: Option<Moment>,
}

/// The states before the present one, and those after it that were undone; in both lists the nearest comes last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    past: Vec<State>,
    undone: Vec<State>,
    /// The screen into whose fields something is being entered: all of that is one change.
    entering: Option<Screen>,
}

impl History {
    /// A history of these states, in ascending order of time, and of those undone, the nearest last.
    pub fn new(past: Vec<State>, undone: Vec<State>) -> Self {
        let mut history = Self { past, undone, entering: None };
        history.drop_oldest();
        history
    }

    /// The states before the present one, the nearest last.
    pub fn past(&self) -> &[State] {
        &self.past
    }

    /// The states that were undone, the nearest last.
    pub fn undone(&self) -> &[State] {
        &self.undone
    }

    /// Notes that a state gave way to another.
    pub fn record(&mut self, before: State) {
        self.entering = None;
        self.undone.clear();
        self.past.push(before);
        self.drop_oldest();
    }

    /// Notes what is entered into the fields of a screen: one change until it `ends`, by being accepted or noted.
    pub fn record_entry(&mut self, before: State, screen: &Screen, ends: bool) {
        if self.entering.as_ref() != Some(screen) {
            self.record(before);
        }
        self.entering = (!ends).then(|| screen.clone());
    }

    /// Takes over which plans gave way as a whole in another window, as far as they are not known here.
    pub fn add_replaced(&mut self, other: &Self) {
        for state in other.past.iter().filter(|state| state.change.is_replacement()) {
            if !self.holds(&state.document) {
                self.past.push(state.clone());
            }
        }
        self.drop_oldest();
    }

    /// Takes the last change back; gives the state before it.
    pub fn undo(&mut self, present: &Rc<Document>, saved_at: Option<Moment>) -> Option<State> {
        self.entering = None;
        let state = self.past.pop()?;
        self.undone.push(State { document: present.clone(), change: state.change, saved_at });
        Some(state)
    }

    /// Makes the change again that was undone last; gives the state after it.
    pub fn redo(&mut self, present: &Rc<Document>, saved_at: Option<Moment>) -> Option<State> {
        self.entering = None;
        let state = self.undone.pop()?;
        self.past.push(State { document: present.clone(), change: state.change, saved_at });
        Some(state)
    }

    /// Whether a document is among the earlier states.
    pub fn holds(&self, document: &Document) -> bool {
        self.past.iter().chain(&self.undone).any(|state| *state.document == *document)
    }

    /// Whether a document gave way as a whole.
    pub fn was_replaced(&self, document: &Document) -> bool {
        self.past.iter().any(|state| state.change.is_replacement() && *state.document == *document)
    }

    /// Keeps to the most states there may be. The last plan that gave way as a whole stays the longest: nobody
    /// remembers it from a moment ago.
    fn drop_oldest(&mut self) {
        while self.past.len() > MOST_STATES {
            let last_replaced = self.past.iter().rposition(|state| state.change.is_replacement());
            self.past.remove(usize::from(last_replaced == Some(0)));
        }
        let over = self.undone.len().saturating_sub(MOST_STATES);
        self.undone.drain(..over);
    }
}
