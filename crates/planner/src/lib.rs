//! The arithmetic of a plan, without a clock, files, a browser or sentences.
//!
//! Each step is a pure function of the one before:
//!
//! ```text
//! Roadmap + Answers ──> Route ── + Availability, known topics, chosen projects ──> Plan ── + Progress, today ──> Forecast
//! ```

pub mod advice;
mod availability;
mod baseline;
mod burn_up;
mod calendar;
pub mod compare;
mod distribution;
mod evidence;
pub mod finish_by;
mod forecast;
pub mod gap;
mod item;
mod log;
mod now;
mod pace;
mod plan;
mod progress;
pub mod questionnaire;
mod route;
mod topics;

pub use availability::{Availability, Date, DateRange, Stretch, Week};
pub use baseline::Baseline;
pub use burn_up::BurnUp;
pub use calendar::{Calendar, HORIZON_DAYS, NoFinish};
pub use distribution::{Distribution, Mixture};
pub use forecast::{Chances, EIGHT_IN_TEN, Expected, Forecast, Remaining};
pub use item::Item;
pub use log::{Log, LogEntry, Shares};
pub use now::{Now, PaceChoice};
pub use pace::{Ahead, Finished, PACES, Pace};
pub use plan::{Assumptions, DateBounds, Plan, ProjectChoices, Scheduled, Work, WorkId};
pub use progress::{Ending, Mark, Progress, Status, ThisWeek};
pub use route::{Answers, LeftOut, Reason, Route, RouteStep, Turn, TurnTaken};
pub use topics::{PlannedTopic, TopicPlace};
