//! The state of the application and what changes it. No Yew, no browser, no clock: dates come in messages, so a
//! whole session can be played natively.

mod document;
mod field;
pub mod form;
mod model;
mod screen;

pub use document::{Document, Drafts};
pub use model::{FileRefusal, Model, Msg, Notice, Replaced, Saving, ScreenState};
pub use screen::Screen;
