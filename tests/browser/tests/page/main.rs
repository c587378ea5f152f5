//! The built page, used as a person would.

mod learner;
mod pictures;
