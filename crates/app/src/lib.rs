//! The state of the application and what changes it. No Yew, no browser, no clock: dates come in messages, so a
//! whole session can be played natively.

mod assumed;
mod carried;
mod digest;
mod document;
mod effect;
pub mod form;
mod hint;
mod history;
mod kept_file;
mod log_edit;
mod map;
mod merge;
mod model;
mod moment;
mod moved;
mod msg;
mod navigation;
mod note;
mod outlook;
mod own_roadmap;
mod persistence;
mod placement;
mod plan_session;
mod refusal;
mod replan;
mod roadmaps;
mod saved_state;
mod screen;
mod timer;
mod update;

pub use assumed::{Assumed, Share};
pub use carried::{Carried, RoadmapChange};
pub use digest::Digest;
pub use document::{Aim, Beginnings, Document, Drafts};
pub use effect::{Effect, FocusTarget};
pub use form::Rows;
pub use hint::{Hint, hint};
pub use history::{Change, History, MOST_STATES, State};
pub use kept_file::{Keeping, KeptFile};
pub use log_edit::LogEdit;
pub use map::{Cost, Course, Map, Place, Standing};
pub use merge::merge;
pub use model::{Model, Start};
pub use moment::Moment;
pub use moved::{Cause, Moved, Situation};
pub use msg::{
    AfterGap, BackupMsg, HistoryMsg, Msg, NavigationMsg, NoteMsg, OfferMsg, PersistenceMsg, PlanMsg,
    ProgressMsg, QuizMsg, RoadmapMsg, StepMsg, TimerMsg,
};
pub use navigation::{Logged, Notice};
pub use note::{LONGEST_NOTE, MOST_LINKS, Note, Notes, web_address};
pub use outlook::{Outlook, Reached};
pub use own_roadmap::{OwnRoadmap, ReadRoadmap};
pub use persistence::Saving;
pub use placement::{Asked, Placed, Placement, QuizReply, QuizRun, quiz_topics, reply_of};
pub use plan_session::Offer;
pub use refusal::{FileFault, FileRefusal, ReadOnly, SaveFailure};
pub use replan::Replan;
pub use roadmaps::{Library, LoadedRoadmap, RoadmapOffer, RoadmapTask, ShippedContent, SourceFile};
pub use saved_state::{Backups, CalendarEntries, ForeignState, SavedState};
pub use screen::Screen;
pub use timer::{Instant, Run, Timer, TimerState};
