//! The state of the application and what changes it. No Yew, no browser, no clock: dates come in messages, so a
//! whole session can be played natively.

mod changes;
mod digest;
mod document;
mod edits;
mod field;
pub mod form;
mod history;
mod library;
mod map;
mod merge;
mod model;
mod msg;
mod outlook;
mod refusal;
mod replan;
mod rows;
mod screen;
mod stored;

pub use digest::Digest;
pub use document::{Document, Drafts};
pub use history::{Change, History, MOST_STATES, State};
pub use library::{Desk, Library, OwnRoadmap, RoadmapOffer, RoadmapTask};
pub use map::{Cost, Course, Map, Place, Standing};
pub use merge::merge;
pub use model::{Model, Notice, Offer, Saving, ScreenState};
pub use msg::{AfterGap, Msg};
pub use outlook::Outlook;
pub use refusal::{FileFault, FileRefusal, ReadOnly, SaveFailure};
pub use replan::Replan;
pub use rows::Rows;
pub use screen::Screen;
pub use stored::{Backups, Foreign, Moment, Stored, nearly_full};
