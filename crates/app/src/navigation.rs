//! The present screen, its form state, and its notice.

use std::collections::BTreeMap;

use super::carried::RoadmapChange;
use super::history::Change;
use super::log_edit::LogEdit;
use super::moved::Moved;
use super::refusal::{FileRefusal, SaveFailure};
use super::screen::Screen;
use formats::RoadmapRefusal;
use planner::{Item, LogEntry};
use roadmap::{RoadmapId, TopicId};

/// The present screen, its own state, and a notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Navigation {
    screen: Screen,
    pub(super) form: FormState,
    pub(super) notice: Option<Notice>,
}

/// State of the present screen's form, dropped when another screen opens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct FormState {
    /// The learner has tried to go on, so errors are shown.
    pub(super) shows_errors: bool,
    /// Screen to return to after changing an answer.
    pub(super) return_to: Option<Screen>,
    /// Hours a week that the learner is trying out, as typed.
    pub(super) what_if: Option<String>,
    /// The log entry that the learner is changing.
    pub(super) log_edit: Option<LogEdit>,
    /// What the learner says about topics that a quiz placed, where that differs.
    pub(super) corrected: BTreeMap<TopicId, bool>,
    /// The topic or project for which the form to log time is open.
    pub(super) logging: Option<Item>,
}

/// A message at the top of the present screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    StartedOver,
    PlanOpened,
    /// A file could not be opened as a plan. Nothing has changed.
    FileRefused(FileRefusal),
    Undone(Change),
    Redone(Change),
    /// An earlier state is back.
    BroughtBack,
    /// Another window made a conflicting change; both versions are kept.
    BothKept,
    /// The plan was downloaded as a file of that name.
    PlanExported(String),
    /// Something other than the plan was downloaded as a file of that name.
    FileHandedOut(String),
    /// A file could not be opened as a roadmap. Nothing has changed.
    RoadmapRefused(RoadmapRefusal),
    /// A roadmap could not be saved, and is lost when the page closes.
    RoadmapNotSaved(SaveFailure),
    RoadmapRemoved(RoadmapId),
    /// A roadmap of the learner's own was renamed or replaced.
    RoadmapChanged(Box<RoadmapChange>),
    /// Another roadmap is in use. Its file had ticked so many topics, which count as known.
    RoadmapInUse {
        ticked: usize,
    },
    /// What was stored could not be read; a copy is kept untouched.
    SetAside,
    /// A change moved the finish, or finished something.
    Moved(Box<Moved>),
    /// Time was logged.
    Logged(Box<Logged>),
}

/// A new entry of the log, and how it moved the finish, if it did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logged {
    pub entry: LogEntry,
    pub moved: Option<Moved>,
}

impl Notice {
    /// Whether it stays when another screen opens.
    fn outlasts_screens(&self) -> bool {
        match self {
            Self::FileRefused(_)
            | Self::RoadmapRefused(_)
            | Self::PlanExported(_)
            | Self::FileHandedOut(_)
            | Self::RoadmapInUse { .. }
            | Self::SetAside
            | Self::Moved(_)
            | Self::Logged(_) => false,
            Self::StartedOver
            | Self::PlanOpened
            | Self::Undone(_)
            | Self::Redone(_)
            | Self::BroughtBack
            | Self::BothKept
            | Self::RoadmapNotSaved(_)
            | Self::RoadmapRemoved(_)
            | Self::RoadmapChanged(_) => true,
        }
    }
}

impl Navigation {
    pub(super) fn at(screen: Screen) -> Self {
        Self { screen, form: FormState::default(), notice: None }
    }

    pub(super) fn screen(&self) -> &Screen {
        &self.screen
    }

    /// Shows a screen, and returns whether it differs from the one before.
    pub(super) fn show(&mut self, screen: Screen) -> bool {
        if screen == self.screen {
            return false;
        }
        self.screen = screen;
        let return_to = self.form.return_to.take().filter(|_| {
            // While an answer is being changed, help with it and follow-up questions still lead back.
            matches!(self.screen, Screen::Question(_) | Screen::Help(_))
        });
        self.form = FormState { return_to, ..FormState::default() };
        if !self.notice.as_ref().is_some_and(Notice::outlasts_screens) {
            self.notice = None;
        }
        true
    }
}
