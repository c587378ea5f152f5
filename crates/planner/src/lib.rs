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
mod done;
mod evidence;
mod facts;
pub mod finish_by;
mod forecast;
pub mod gap;
mod item;
mod log;
mod log_by_week;
pub mod milestones;
mod now;
mod overview;
mod pace;
pub mod past;
mod plan;
mod progress;
pub mod questionnaire;
pub mod quiz;
mod route;
mod sessions;
mod steps;
mod studied;
mod study;
mod tally;
mod time_left;
mod topics;

pub use availability::{Availability, Date, DateRange, Stretch, Week};
pub use baseline::Baseline;
pub use burn_up::BurnUp;
pub use calendar::{Calendar, HORIZON_DAYS, NoFinish};
pub use distribution::Distribution;
pub use done::FinishedItem;
pub use facts::Facts;
pub use forecast::{Chances, EIGHT_IN_TEN, Expected, ExpectedItem, Forecast, Remaining};
pub use item::Item;
pub use log::{Log, LogEntry, Shares};
pub use log_by_week::{LogByWeek, LogMonth, LogWeek};
pub use now::{Now, PaceChoice};
pub use overview::{Overview, WayIn};
pub use pace::{Ahead, Finished, LogPace, Normal, Pace};
pub use plan::{Assumptions, DateBounds, Plan, ProjectChoices, Scheduled, Work, WorkId};
pub use progress::{Ending, Mark, Progress, Status};
pub use route::{Answers, LeftOut, Reason, Route, RouteStep, Turn, TurnTaken};
pub use sessions::{Session, Task};
pub use steps::{MOST_OWN_STEPS, OwnStep, PlannedStep, StepKey, Steps, StepsOfItem, Toward};
pub use studied::{DayStudied, Studied, WeekStudied};
pub use study::{Open, OpenStep, Study};
pub use tally::Tally;
pub use time_left::TimeLeft;
pub use topics::{PlannedTopic, TopicPlace};
