//! The state of the application and what changes it. No Yew, no browser, no clock: dates come in messages, so a
//! whole session can be played natively.

mod document;
mod edits;
mod field;
pub mod form;
mod model;
mod msg;
mod outlook;
mod replan;
mod rows;
mod screen;

pub use document::{Document, Drafts};
pub use model::{Model, Notice, Replaced, Saving, ScreenState};
pub use msg::{AfterGap, FileRefusal, Msg};
pub use outlook::Outlook;
pub use replan::Replan;
pub use rows::Rows;
pub use screen::Screen;
