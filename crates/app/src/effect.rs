//! Things for the page to do after an update. The state never does them itself, so a session can be played natively.

use std::rc::Rc;

use super::form::Field;
use super::roadmaps::RoadmapTask;
use super::screen::Screen;
use planner::{Item, Toward};

/// Something for the page to do, in the order returned by [`Model::update`](super::Model::update).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Write the present state of the plan to the browser's storage.
    Save,
    /// Show the screen's address as a new entry of the browser's history, unless it is shown already.
    PushAddress(Screen),
    /// Show the screen's address in place of the present entry, unless it is shown already.
    ReplaceAddress(Screen),
    Focus(FocusTarget),
    /// Store, load or restore a roadmap.
    Roadmap(Rc<RoadmapTask>),
}

/// A place that takes the focus after an update.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FocusTarget {
    /// The heading of a screen that was just opened, scrolled to its top.
    Heading,
    /// The summary of errors, after the learner tried to go on.
    Errors,
    /// A field of a form that was opened in a list, or the first wrong one of it.
    Field(Field),
    /// The button that changes a log entry, by the index of the entry.
    LogEntry(usize),
    /// The button that opens the form in which time is logged for a topic or project.
    LogButton(Item),
    /// The heading of the log.
    Log,
    /// The heading of the steps of a topic or project.
    Steps,
    /// The button that moves one of the learner's steps, by its number.
    ShiftStep(u32, Toward),
}
