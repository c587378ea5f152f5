//! Waymark: a learning-path planner in one HTML file.
//!
//! A roadmap is a graph. Its decisions become questions, the answers choose a route through it, and the phases
//! on the route become dates:
//!
//! ```text
//! Roadmap ── + Answers ──> Route ── + Availability ──> Plan ── + Progress, today ──> Forecast ──> what the page says
//! ```
//!
//! Only what the learner told us is ever stored; everything else is computed.
//!
//! - [`planner`] is the arithmetic: pure, without clock, files, browser or sentences;
//! - [`app`] is the state of the application and the one way it changes;
//! - [`storage`] is the saved and the exported form;
//! - [`browser`] is the only place that talks to the browser;
//! - [`ui`] is the page, with all words that a person reads.

pub mod app;
pub mod browser;
pub mod planner;
pub mod storage;
pub mod ui;
