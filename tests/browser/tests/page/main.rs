//! The built page, used as a person would.

mod changing;
mod choosing;
mod every_screen;
mod keeping;
mod keyboard;
mod learner;
mod plan;
mod storage;
mod wrong_entries;
