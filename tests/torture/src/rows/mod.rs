//! The rows of the table, in its order.

pub mod corpora;
pub mod cuts;
pub mod decoding;
pub mod faults;
pub mod operations;
pub mod schedules;
pub mod versions;

use crate::{Outcome, Size, guards};

/// A row: its name, and what it does with a seed.
pub struct Row {
    /// By which name it is asked for.
    pub name: &'static str,
    /// Whether anything in it is drawn by chance.
    pub is_random: bool,
    /// Runs it.
    pub run: fn(u64, Size) -> Outcome,
}

/// All rows that need no browser and no compiler.
pub const ALL: [Row; 9] = [
    Row { name: "faults", is_random: false, run: |_, size| faults::run(size) },
    Row { name: "json-test-suite", is_random: false, run: |_, _| corpora::json_test_suite() },
    Row { name: "naughty-strings", is_random: false, run: |_, size| corpora::naughty_strings(size) },
    Row { name: "cut", is_random: false, run: |_, size| cuts::cut(size) },
    Row { name: "flip", is_random: false, run: |_, size| cuts::flip(size) },
    Row { name: "operations", is_random: true, run: operations::run },
    Row { name: "schedules", is_random: true, run: schedules::run },
    Row { name: "versions", is_random: false, run: |_, _| versions::run() },
    Row { name: "decoders", is_random: true, run: decoding::run },
];

/// The row that needs a compiler, and as much time as all others together.
pub const GUARDS: Row = Row { name: "guards", is_random: false, run: |_, _| guards::run() };
