//! Looks for ways to lose a learner's data.
//!
//! Each row of the table is a kind of mishap: what browsers, people and our own mistakes do to a plan. A row
//! reports what was done, how many cases held, and every loss with the seed that reproduces it. A short form
//! of each row runs with all other tests.

pub mod browser;
pub mod decoders;
pub mod dice;
pub mod difference;
pub mod files;
pub mod learner;
pub mod mutation;
pub mod outcome;
pub mod rows;
pub mod texts;

pub use outcome::{Outcome, Size};
