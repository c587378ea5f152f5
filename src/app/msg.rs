//! What can happen.

use super::document::Document;
use super::form::Field;
use super::rows::Rows;
use super::screen::Screen;
use crate::planner::{
    Date, DateRange, Ending, Item, Minutes, NodeId, PaceChoice, ProjectId, RoadmapId, TopicId, Turn, Week,
    questionnaire::Question,
};

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

/// Why a file cannot be opened as a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileRefusal {
    /// The browser could not read it, in its own words.
    Unreadable(String),
    /// It has more bytes than a plan can have.
    TooLarge { limit: usize },
    /// It is not text, or not JSON; the line and column where that shows are counted from 1.
    NotJson { line: usize, column: usize },
    /// It is JSON that stops in the middle.
    CutOff,
    /// It is JSON, but of another program.
    NotAPlan,
    /// It was made by a newer version of the page.
    Newer { version: u32 },
    /// Its plan is about a roadmap that this page does not have.
    UnknownRoadmap(RoadmapId),
    /// It is a plan, but something in it cannot be; the place is a JSON Pointer, or where reading stopped.
    Invalid { place: String, what: String },
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
    /// The learner wants back what was put away.
    ReplacementUndone,
    /// A file was read.
    FileRead(Result<Box<Document>, FileRefusal>),
    /// The plan was handed out as a file of that name.
    Exported(String),
    /// The notice was read.
    NoticeDismissed,
    /// A try to store that revision ended.
    SaveFinished { revision: u64, result: Result<(), String> },
    /// The learner's calendar shows this date.
    DayCame(Date),
}
