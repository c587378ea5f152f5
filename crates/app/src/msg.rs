//! What can happen.

use std::rc::Rc;

use super::document::Document;
use super::form::Field;
use super::history::Change;
use super::library::{Desk, OwnRoadmap, RoadmapOffer, RoadmapTask};
use super::refusal::FileRefusal;
use super::rows::Rows;
use super::screen::Screen;
use super::stored::{Foreign, Moment};
use planner::questionnaire::Question;
use planner::{Date, DateRange, Ending, Item, PaceChoice, Turn, Week};
use roadmap::{Minutes, NodeId, ProjectId, TopicId};

/// A way to go on after a break.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AfterGap {
    /// With the same hours.
    Extend,
    /// With so much study a week.
    CatchUp(Minutes),
    /// Without some projects.
    Lighten(Vec<ProjectId>),
}

/// What happened. Dates come along, so that no clock is needed here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Msg {
    /// The learner went to a screen, by a link or by the browser's buttons.
    ScreenOpened(Screen),
    /// The learner asked to change an answer and to return to the present screen.
    ChangeAsked(Question),
    /// An answer was chosen at a decision.
    AnswerChosen { turn: Turn, label: String },
    /// A statement was agreed with, or no longer.
    StatementTicked { statement: String, agreed: bool },
    /// Something was typed into a field.
    Typed { field: Field, text: String },
    /// All weekdays were filled in at once.
    WeekFilled(Week),
    /// Another row was asked for.
    RowAdded(Rows),
    /// A row was removed.
    RowRemoved(Rows, usize),
    /// The learner is through with the present question.
    Continued,
    /// A project was taken into the plan or left out.
    ProjectChosen { project: ProjectId, wanted: bool },
    /// A topic or project was begun.
    Started { item: Item, on: Date },
    /// A topic or project was finished or skipped.
    Ended { item: Item, ending: Ending, on: Date },
    /// What was said last of a topic or project is taken back.
    Reopened(Item),
    /// All that was left of a phase was finished.
    PhaseFinished { phase: NodeId, on: Date },
    /// A phase is not finished after all.
    PhaseReopened(NodeId),
    /// A topic was known before the plan, or not after all.
    TopicKnown { topic: TopicId, known: bool },
    /// All topics of a phase were known before the plan, or not after all.
    PhaseKnown { phase: NodeId, known: bool },
    /// The time in the fields for it was noted.
    NoteAdded,
    /// A note was taken back, by its place.
    NoteRemoved(usize),
    /// Whether the learner's own pace is reckoned with.
    PaceChosen(PaceChoice),
    /// The dates were frozen as they are.
    BaselineFrozen,
    /// The frozen dates are not needed any more.
    BaselineDropped,
    /// A way to go on after a break was chosen; the break becomes time off.
    WentOn { dates: DateRange, way: AfterGap },
    /// The learner tries out so many hours a week, as typed or by the slider.
    WhatIfTyped(String),
    /// They stop trying.
    WhatIfLeft,
    /// What is tried is how it will be from now on.
    WhatIfKept,
    /// A week of so much study is how it will be from now on.
    WeekScaled(Minutes),
    /// The learner wants a new plan.
    StartedOver,
    /// The learner takes the last change back.
    Undone,
    /// The learner makes the change again that they took back last.
    Redone,
    /// An earlier state is wanted back, by its place among them.
    BroughtBack(usize),
    /// A file was read.
    FileRead(Result<Box<Document>, FileRefusal>),
    /// There is a plan inside the page, with that checksum.
    PlanInsideFound { document: Box<Document>, checksum: u32 },
    /// The plan inside the page was asked for.
    PlanInsideAsked,
    /// The plan on offer takes the place of the present one.
    OfferAccepted,
    /// The present plan stays.
    OfferDeclined,
    /// The plan was handed out as a file of that name.
    Exported { name: String, at: Moment },
    /// Something else than the plan was handed out as a file of that name.
    HandedOut(String),
    /// The learner does not want to be reminded of a copy for now.
    ReminderPutOff,
    /// The notice was read.
    NoticeDismissed,
    /// A try to save ended, well at that time, or not, in the browser's words.
    SaveFinished(Result<Moment, String>),
    /// What is not saved is to be tried again.
    SaveAsked,
    /// Nothing more may be saved in this session, and why.
    SavingStopped(String),
    /// A try to put a second copy into the browser ended.
    CopyFinished(Result<(), String>),
    /// Another window has saved.
    ChangedElsewhere(Box<Foreign>),
    /// So many letters' room of the browser's storage is taken.
    StorageMeasured(usize),
    /// A file was read as a roadmap; or why not, in words.
    RoadmapRead(Result<Rc<RoadmapOffer>, String>),
    /// Something is to be done with a roadmap.
    RoadmapAsked(Rc<RoadmapTask>),
    /// The roadmap on offer is not wanted.
    RoadmapDeclined,
    /// A roadmap of the learner's own is there now, with another title, removed, or back again.
    RoadmapKept(OwnRoadmap),
    /// A roadmap could not be kept, in the browser's words: it is there until the page is closed.
    RoadmapNotKept(String),
    /// These are the learner's own roadmaps by now, as other windows left them.
    RoadmapsFound(Vec<OwnRoadmap>),
    /// A roadmap came into use, with what is kept about it.
    RoadmapOpened(Box<Desk>),
    /// The learner's calendar shows this date.
    DayCame(Date),
}

/// What a message changes in the document, and whether it is one of several that make one change.
pub(super) enum Effect {
    /// A change of its own.
    Change(Change),
    /// Part of what is entered on a screen, and whether that ends with it.
    Entry(Change, bool),
}

impl Msg {
    /// How the learner could take this back, if it changes what they said.
    pub(super) fn effect(&self, screen: &Screen) -> Option<Effect> {
        Some(match self {
            Self::Typed { .. } | Self::WeekFilled(_) | Self::RowAdded(_) => {
                Effect::Entry(entered_on(screen), false)
            }
            Self::Continued | Self::NoteAdded => Effect::Entry(entered_on(screen), true),
            other => Effect::Change(other.change()?),
        })
    }

    fn change(&self) -> Option<Change> {
        Some(match self {
            Self::AnswerChosen { .. } | Self::StatementTicked { .. } => Change::Answer,
            Self::RowRemoved(..) => Change::TimeOff,
            Self::ProjectChosen { .. } => Change::Projects,
            Self::Started { .. }
            | Self::Ended { .. }
            | Self::Reopened(_)
            | Self::PhaseFinished { .. }
            | Self::PhaseReopened(_) => Change::Progress,
            Self::TopicKnown { .. } | Self::PhaseKnown { .. } => Change::Known,
            Self::NoteRemoved(_) => Change::Note,
            Self::PaceChosen(_) => Change::Pace,
            Self::BaselineFrozen | Self::BaselineDropped => Change::Baseline,
            Self::WentOn { .. } => Change::Break,
            Self::WhatIfKept | Self::WeekScaled(_) => Change::Hours,
            Self::StartedOver => Change::StartedOver,
            Self::FileRead(_) | Self::OfferAccepted => Change::PlanOpened,
            Self::BroughtBack(_) => Change::BroughtBack,
            _ => return None,
        })
    }
}

/// What is entered on a screen.
fn entered_on(screen: &Screen) -> Change {
    match screen {
        Screen::Question(Question::Hours) => Change::Hours,
        Screen::Question(Question::TimeOff) => Change::TimeOff,
        Screen::Progress => Change::Note,
        _ => Change::Dates,
    }
}
