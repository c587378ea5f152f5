//! The long proof that nothing a learner said is ever lost.
//!
//! Each row of the table is a kind of misfortune: what browsers, people and our own mistakes do to a plan. A row says
//! what was done, how much of it held, and every loss with the seed that makes it happen again. A short form of each
//! row runs with all other tests.

pub mod browser;
pub mod decoders;
pub mod dice;
pub mod difference;
pub mod guards;
pub mod learner;
pub mod mutation;
pub mod outcome;
pub mod rows;
pub mod texts;

pub use outcome::{Outcome, Size};
