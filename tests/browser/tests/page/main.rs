//! The built page, used as a person would.

mod changing;
mod choosing;
mod every_screen;
mod forecast;
mod keeping;
mod keyboard;
mod learner;
mod plan;
mod replanning;
mod storage;
mod wrong_entries;
