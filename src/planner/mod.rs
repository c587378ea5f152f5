//! The arithmetic of a plan: no clock, no files, no browser and no sentences.
//!
//! Each step is a pure function of the one before:
//!
//! ```text
//! Roadmap + Answers ──> Route ── + Availability, chosen projects ──> Plan ── + Progress, today ──> this week
//! ```

pub mod advice;
mod availability;
mod calendar;
mod effort;
mod id;
mod plan;
mod progress;
pub mod questionnaire;
pub mod roadmap;
mod route;
mod span;

pub use availability::{Availability, Date, DateRange, Week};
pub use calendar::{Calendar, HORIZON_DAYS, NoFinish};
pub use effort::{Effort, Minutes};
pub use id::{NodeId, ProjectId, RoadmapId, TopicId};
pub use plan::{Assumptions, Between, Plan, ProjectChoices, Scheduled, Work};
pub use progress::{Progress, Status, ThisWeek, WeekItem};
pub use route::{Answers, LeftOut, Reason, Route, Step, Turn, TurnTaken};
pub use span::Span;
