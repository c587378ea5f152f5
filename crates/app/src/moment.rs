//! Time stamps.

/// A minute of the learner's own calendar and clock.
pub type Moment = chrono::NaiveDateTime;
