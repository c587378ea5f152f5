//! The built page, used as a person would.

mod every_screen;
mod learner;
