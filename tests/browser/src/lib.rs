//! Drives the built page in real browsers, as a person would.
//!
//! A test says what a person does and what they then see; it finds everything by role and accessible name, never
//! by the page's own markup:
//!
//! ```no_run
//! use browser_tests::in_each_browser;
//!
//! in_each_browser(async |person| {
//!     person.click("button", "Start").await;
//!     person.type_into("textbox", "Monday", "2").await;
//!     person.sees("heading", "Your plan").await;
//! });
//! ```
//!
//! A test of what engines do differently (storage, files, keys, history, printing, gestures) says `in_each_engine`
//! instead: `WAYMARK_ENGINES` names its browsers, `WAYMARK_BROWSERS` those of all other tests.
//!
//! No two tests use a browser at the same time, and each test finds it without anything stored, so tests can run side
//! by side. A failing test prints what the person did and what was on the page. After every test the page must have
//! sent no request, broken no policy and raised no error.

mod accessibility;
mod browser;
mod chromium;
mod devtools;
mod display;
mod driver;
mod engine;
mod environment;
mod firefox;
mod home;
mod look;
mod page_errors;
mod person;
mod pictures;
mod pool;
mod processes;
mod program;
mod schema;
mod variant;
mod visit;
mod webkit;

pub use browser::Theme;
pub use devtools::Task;
pub use engine::{Capability, Engine};
pub use fantoccini::key::Key;
pub use home::Download;
pub use look::{Name, Seen, containing};
pub use person::Person;
pub use pictures::pictures_are_wanted;
pub use program::{mermaid_script, planner};
pub use schema::validates;
pub use variant::{Variant, allowing_its_scripts, page_text};
pub use visit::{in_each_browser, in_each_browser_at, in_each_engine, in_each_engine_at, page_address};
