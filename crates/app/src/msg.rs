//! Messages: everything that can happen to the state, as facts in the past tense.
//!
//! Dates come along in the messages, so the state needs no clock.

use std::rc::Rc;

use chrono::Weekday;

use super::document::{Aim, Document};
use super::form::Field;
use super::form::Rows;
use super::history::Change;
use super::kept_file::KeptFile;
use super::moment::Moment;
use super::own_roadmap::OwnRoadmap;
use super::refusal::{FileRefusal, ReadOnly, SaveFailure};
use super::roadmaps::{LoadedRoadmap, RoadmapOffer, RoadmapTask};
use super::saved_state::{CalendarEntries, ForeignState};
use super::screen::Screen;
use super::timer::Instant;
use formats::RoadmapRefusal;
use planner::questionnaire::Question;
use planner::{Date, DateRange, Ending, Item, LogEntry, PaceChoice, StepKey, Toward, Turn, Week};
use roadmap::{
    AnswerId, Content, Corrections, Material, Minutes, NodeId, PitfallId, ProjectId, SignId, StatementId,
    TopicId,
};

/// A way to go on after a break.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AfterGap {
    /// It was no break: the learner studied as planned.
    AsPlanned,
    /// With the same hours.
    Extend,
    /// With this much study a week.
    CatchUp(Minutes),
    /// Without these projects.
    Lighten(Vec<ProjectId>),
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Msg {
    Plan(PlanMsg),
    Progress(ProgressMsg),
    Quiz(QuizMsg),
    Step(StepMsg),
    Note(NoteMsg),
    Timer(TimerMsg),
    History(HistoryMsg),
    Offer(OfferMsg),
    Backup(BackupMsg),
    Navigation(NavigationMsg),
    Persistence(PersistenceMsg),
    Roadmap(RoadmapMsg),
    /// The learner's clock shows this date, right or wrong.
    DayCame(Date),
}

/// The learner changed what the plan is made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanMsg {
    AnswerChosen {
        turn: Turn,
        answer: AnswerId,
    },
    /// The learner agreed with a statement, or no longer does.
    StatementTicked {
        statement: StatementId,
        agreed: bool,
    },
    Typed {
        field: Field,
        text: String,
    },
    /// All weekdays were filled in at once.
    WeekFilled(Week),
    RowAdded(Rows),
    RowRemoved(Rows, usize),
    /// The learner submitted the present form.
    Continued,
    /// A project was added to the plan or left out.
    ProjectChosen {
        project: ProjectId,
        wanted: bool,
    },
    PaceChosen(PaceChoice),
    /// Sessions on a day of the week begin at this many minutes after midnight.
    BeginsAt {
        day: Weekday,
        at: Option<Minutes>,
    },
    /// What is to be reached by the target date.
    AimChosen(Aim),
    /// The session of a date is on another date this time.
    SessionMoved {
        from: Date,
        to: Date,
    },
    /// The learner takes these dates off.
    Paused(DateRange),
    /// The learner goes on from this date, before the end of the dates off around it.
    PauseEnded(Date),
    BaselineFrozen,
    BaselineDropped,
    /// The learner chose how to go on after a break, which becomes time off.
    WentOn {
        dates: DateRange,
        way: AfterGap,
    },
    /// The learner tries out different hours a week; the text is as typed or as the slider writes it.
    WhatIfTyped(String),
    WhatIfLeft,
    /// The hours being tried out apply from now on.
    WhatIfKept,
    /// A week with this total applies from now on.
    WeekScaled(Minutes),
}

/// The learner recorded progress.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProgressMsg {
    Started {
        item: Item,
        on: Date,
    },
    /// A topic or project was finished or skipped.
    Ended {
        item: Item,
        ending: Ending,
        on: Date,
    },
    /// The last mark of a topic or project was taken back.
    Reopened(Item),
    /// Everything that was left of a phase was finished.
    PhaseFinished {
        phase: NodeId,
        on: Date,
    },
    PhaseReopened(NodeId),
    /// A topic was known before the plan, or not after all.
    TopicKnown {
        topic: TopicId,
        known: bool,
    },
    /// All topics of a phase were known before the plan, or not after all.
    PhaseKnown {
        phase: NodeId,
        known: bool,
    },
    /// Finished topics were known before the plan.
    KnewBefore(Vec<TopicId>),
    /// Time was logged with one touch.
    Logged(LogEntry),
    /// The form to log time for a topic or project was opened; `None`: closed.
    LogOpened(Option<Item>),
    /// The time in the form's fields was logged.
    TimeLogged,
    /// A log entry was removed, by its index.
    LogEntryRemoved(usize),
    /// The learner began to change a log entry, by its index.
    LogEditBegun(usize),
    /// The log entry that was being changed was saved.
    LogEditSaved,
    /// The log entry that was being changed stays as it was.
    LogEditLeft,
    /// The learner sees a sign of success since a date, or no longer does.
    SignTicked {
        sign: SignId,
        on: Option<Date>,
    },
    /// The learner put off the question about signs.
    SignsPutOff(Date),
    /// The learner looked back on the week before that of this Monday.
    WeekReviewed(Date),
    /// The learner was told about a pitfall and sent it away.
    PitfallSentAway {
        pitfall: PitfallId,
        on: Date,
    },
}

/// The learner said something about the steps of a topic or project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StepMsg {
    Ticked {
        item: Item,
        step: StepKey,
        on: Date,
    },
    Unticked {
        item: Item,
        step: StepKey,
    },
    /// A step of the learner's own was added.
    Added {
        item: Item,
        title: String,
    },
    Renamed {
        item: Item,
        number: u32,
        title: String,
    },
    Removed {
        item: Item,
        number: u32,
    },
    /// A step of the learner's own was moved past its neighbor.
    Shifted {
        item: Item,
        number: u32,
        toward: Toward,
    },
}

/// The learner wrote a note about a topic or project, or kept a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoteMsg {
    Typed {
        item: Item,
        text: String,
    },
    LinkAdded {
        item: Item,
        link: Material,
    },
    /// A link was removed, by its index.
    LinkRemoved {
        item: Item,
        at: usize,
    },
}

/// The learner used the study timer, at an instant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TimerMsg {
    Started {
        item: Item,
        /// The time that the learner's clock shows.
        on: Moment,
        at: Instant,
    },
    Paused(Instant),
    /// It runs on: after a pause, or after all.
    Resumed(Instant),
    /// The learner is to say how much time to log.
    Stopped(Instant),
    /// So much time was logged, and the timer is free again.
    Logged {
        minutes: Minutes,
        at: Instant,
    },
    /// The timer is free again, and nothing is logged.
    Discarded(Instant),
}

/// The learner took a placement quiz, which is about a decision or a phase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuizMsg {
    /// The question that was asked was answered, with an option by its index, or "I don't know yet".
    Answered { about: NodeId, choice: Option<usize>, on: Date },
    /// The last answer was taken back.
    TakenBack(NodeId),
    /// The learner stopped with what is known so far.
    Stopped(NodeId),
    /// The learner takes the quiz once more, from its beginning.
    BegunAgain { about: NodeId, on: Date },
    /// The learner says otherwise about a topic of the result.
    Corrected { topic: TopicId, known: bool },
    /// The result was taken over into the plan.
    Taken(NodeId),
}

/// The learner moved through the history of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HistoryMsg {
    StartedOver,
    Undone,
    Redone,
    /// An earlier state was brought back, by its index in the history.
    BroughtBack(usize),
}

/// Another plan turned up, or the learner decided about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OfferMsg {
    FileRead(Result<Box<Document>, FileRefusal>),
    /// The page carries a plan for the roadmap in use.
    PlanInsideFound {
        document: Box<Document>,
        checksum: u32,
    },
    /// The page carries a plan for another roadmap; the task puts that in use.
    PlanInsideNeedsRoadmap {
        task: Rc<RoadmapTask>,
        checksum: u32,
    },
    /// The learner asked for the plan inside the page.
    PlanInsideAsked,
    Accepted,
    Declined,
}

/// The learner downloaded something, or put the reminder off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BackupMsg {
    PlanExported {
        name: String,
        at: Moment,
    },
    /// A calendar with these entries was downloaded.
    CalendarHandedOut {
        name: String,
        entries: CalendarEntries,
    },
    /// Something else than the plan was downloaded as a file of that name.
    FileHandedOut(String),
    ReminderPutOff,
    /// The file to keep up to date was found, chosen, written or forgotten.
    FileKept(Option<KeptFile>),
}

/// The learner navigated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NavigationMsg {
    /// The address changed: by a link, by the browser's buttons, or by hand.
    AddressChanged(Screen),
    /// The learner asked to change an answer and to return to the present screen.
    ChangeAsked(Question),
    NoticeDismissed,
}

/// Saving made progress, or another window saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PersistenceMsg {
    SaveFinished(Result<Moment, SaveFailure>),
    /// The learner asked to retry a failed save.
    SaveAsked,
    SavingStopped(ReadOnly),
    /// An error holds the browser's own words.
    SecondCopyFinished(Result<(), String>),
    /// UTF-16 units in use in the browser's storage.
    StorageMeasured(usize),
    ChangedElsewhere(Box<ForeignState>),
}

/// Something happened to a roadmap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RoadmapMsg {
    FileRead(Result<Rc<RoadmapOffer>, RoadmapRefusal>),
    /// The learner wants to correct a roadmap of their own.
    CorrectionAsked(Rc<RoadmapOffer>),
    /// A raw file of everything stored was opened, and it holds no plan.
    RawFileWithoutPlan,
    Asked(Rc<RoadmapTask>),
    /// The learner corrected the roadmap on offer: all corrections that count now.
    OfferCorrected(Box<Corrections>),
    /// The learner declined the roadmap on offer.
    OfferDeclined,
    /// One of the learner's own roadmaps was added, replaced, renamed, removed, or brought back.
    Saved(OwnRoadmap),
    /// The last roadmap could not be saved, and is lost when the page closes.
    NotSaved(SaveFailure),
    /// The learner's own roadmaps as other windows left them.
    Found(Vec<OwnRoadmap>),
    /// The shipped roadmap's learning content was unpacked; `None` if it cannot be read.
    ContentUnpacked(Option<Box<Content>>),
    /// A roadmap was loaded with its plan, and is in use now.
    Loaded(Box<LoadedRoadmap>),
}

macro_rules! wrap {
    ($($group:ident($msg:ident)),*) => {$(
        impl From<$msg> for Msg {
            fn from(msg: $msg) -> Self {
                Self::$group(msg)
            }
        }
    )*};
}

wrap!(
    Plan(PlanMsg),
    Progress(ProgressMsg),
    Quiz(QuizMsg),
    Step(StepMsg),
    Note(NoteMsg),
    Timer(TimerMsg),
    History(HistoryMsg),
    Offer(OfferMsg),
    Backup(BackupMsg),
    Navigation(NavigationMsg),
    Persistence(PersistenceMsg),
    Roadmap(RoadmapMsg)
);

/// A change of the document that the learner can undo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Undoable {
    /// A separate change.
    Change(Change),
    /// One of several inputs on a screen that are undone together; `ends` with the last one.
    Entry { change: Change, ends: bool },
}

impl PlanMsg {
    /// The change to undo, if the document changes.
    pub(super) fn undoable(&self, screen: &Screen) -> Option<Undoable> {
        Some(match self {
            Self::Typed { .. } | Self::WeekFilled(_) | Self::RowAdded(_) => {
                Undoable::Entry { change: entered_on(screen), ends: false }
            }
            Self::Continued => Undoable::Entry { change: entered_on(screen), ends: true },
            Self::AnswerChosen { .. } | Self::StatementTicked { .. } => Undoable::Change(Change::Answer),
            Self::RowRemoved(..) => Undoable::Change(Change::TimeOff),
            Self::ProjectChosen { .. } => Undoable::Change(Change::Projects),
            Self::PaceChosen(_) => Undoable::Change(Change::Pace),
            Self::AimChosen(_) => Undoable::Change(Change::Dates),
            Self::SessionMoved { .. } => Undoable::Change(Change::Session),
            Self::Paused(_) | Self::PauseEnded(_) => Undoable::Change(Change::TimeOff),
            Self::BaselineFrozen | Self::BaselineDropped => Undoable::Change(Change::Baseline),
            Self::WentOn { .. } => Undoable::Change(Change::Break),
            Self::WhatIfKept | Self::WeekScaled(_) | Self::BeginsAt { .. } => Undoable::Change(Change::Hours),
            Self::WhatIfTyped(_) | Self::WhatIfLeft => return None,
        })
    }
}

impl ProgressMsg {
    /// The change to undo, if the document changes.
    pub(super) fn undoable(&self) -> Undoable {
        match self {
            Self::Logged(_) => Undoable::Change(Change::Log),
            Self::TimeLogged => Undoable::Entry { change: Change::Log, ends: true },
            Self::LogOpened(_) => Undoable::Entry { change: Change::Log, ends: false },
            Self::Started { .. }
            | Self::Ended { .. }
            | Self::Reopened(_)
            | Self::PhaseFinished { .. }
            | Self::PhaseReopened(_) => Undoable::Change(Change::Progress),
            Self::TopicKnown { .. } | Self::PhaseKnown { .. } | Self::KnewBefore(_) => {
                Undoable::Change(Change::Known)
            }
            Self::LogEntryRemoved(_) => Undoable::Change(Change::LogEntryRemoved),
            // The document changes when the entry is saved, not before.
            Self::LogEditBegun(_) | Self::LogEditSaved | Self::LogEditLeft => {
                Undoable::Change(Change::LogEntryChanged)
            }
            Self::SignTicked { .. } | Self::SignsPutOff(_) => Undoable::Change(Change::Signs),
            Self::WeekReviewed(_) => Undoable::Change(Change::Review),
            Self::PitfallSentAway { .. } => Undoable::Change(Change::Pitfall),
        }
    }
}

impl StepMsg {
    /// The change to undo, if the document changes.
    pub(super) fn undoable(&self) -> Undoable {
        Undoable::Change(match self {
            Self::Ticked { .. } | Self::Unticked { .. } => Change::Progress,
            Self::Added { .. } | Self::Renamed { .. } | Self::Removed { .. } | Self::Shifted { .. } => {
                Change::Steps
            }
        })
    }
}

impl TimerMsg {
    /// The change to undo, if the document changes.
    pub(super) fn undoable(&self) -> Option<Undoable> {
        match self {
            Self::Logged { .. } => Some(Undoable::Change(Change::Log)),
            Self::Started { .. }
            | Self::Paused(_)
            | Self::Resumed(_)
            | Self::Stopped(_)
            | Self::Discarded(_) => None,
        }
    }
}

impl NoteMsg {
    /// The change to undo, if the document changes.
    pub(super) fn undoable(&self) -> Undoable {
        match self {
            Self::Typed { .. } => Undoable::Entry { change: Change::Notes, ends: false },
            Self::LinkAdded { .. } | Self::LinkRemoved { .. } => Undoable::Change(Change::Notes),
        }
    }
}

impl QuizMsg {
    /// The change to undo, if the document changes.
    pub(super) fn undoable(&self) -> Undoable {
        match self {
            Self::Answered { .. } | Self::TakenBack(_) | Self::Stopped(_) => {
                Undoable::Entry { change: Change::Quiz, ends: false }
            }
            Self::BegunAgain { .. } => Undoable::Change(Change::Quiz),
            Self::Corrected { .. } => Undoable::Entry { change: Change::Quiz, ends: false },
            Self::Taken(_) => Undoable::Change(Change::Known),
        }
    }
}

impl HistoryMsg {
    /// The change to undo, if the document changes.
    pub(super) fn undoable(&self) -> Option<Undoable> {
        match self {
            Self::StartedOver => Some(Undoable::Change(Change::StartedOver)),
            Self::BroughtBack(_) => Some(Undoable::Change(Change::BroughtBack)),
            Self::Undone | Self::Redone => None,
        }
    }
}

impl OfferMsg {
    /// The change to undo, if the document changes.
    pub(super) fn undoable(&self) -> Option<Undoable> {
        match self {
            Self::FileRead(_) | Self::Accepted => Some(Undoable::Change(Change::PlanOpened)),
            Self::PlanInsideFound { .. }
            | Self::PlanInsideNeedsRoadmap { .. }
            | Self::PlanInsideAsked
            | Self::Declined => None,
        }
    }
}

/// The kind of change that input on a screen makes.
fn entered_on(screen: &Screen) -> Change {
    match screen {
        Screen::Question(Question::Hours) => Change::Hours,
        Screen::Question(Question::TimeOff) => Change::TimeOff,
        Screen::Today | Screen::Progress | Screen::Topic(_) | Screen::Project(_) => Change::Log,
        Screen::Home
        | Screen::Question(Question::Choice(_) | Question::Start | Question::Target)
        | Screen::Help(_)
        | Screen::Known(_)
        | Screen::Check
        | Screen::Plan
        | Screen::Map
        | Screen::FinishBy
        | Screen::Compare
        | Screen::Break
        | Screen::Reached
        | Screen::Guide
        | Screen::Quiz(_)
        | Screen::Node(_)
        | Screen::Keep
        | Screen::Offer
        | Screen::Roadmaps
        | Screen::RoadmapOffer => Change::Dates,
    }
}
