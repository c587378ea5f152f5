//! Lengths of time as people write them in plans.

mod cases;
mod laws;
mod others;
mod written;

use formats::effort::{Amount, Estimate, find};
use roadmap::Span;

/// "1-2 w", "20 h", "90 min" or "too much".
fn shown(estimate: &Estimate) -> String {
    let range = |low: u32, high: u32, unit: &str| {
        if low == high { format!("{low} {unit}") } else { format!("{low}-{high} {unit}") }
    };
    match estimate.amount {
        Amount::Weeks(Span { low, high }) => range(low, high, "w"),
        Amount::Minutes(Span { low, high }) if low % 60 == 0 && high % 60 == 0 => {
            range(low / 60, high / 60, "h")
        }
        Amount::Minutes(Span { low, high }) => range(low, high, "min"),
        Amount::TooMuch => "too much".to_owned(),
    }
}

/// What is found in a line, or "-".
fn read(line: &str) -> String {
    find(line).map_or("-".to_owned(), |(_, estimate)| shown(&estimate))
}

/// Compares a table of lines with what is read, and names all that differ.
fn check(table: &[(&str, &str)]) {
    let wrong: Vec<String> = table
        .iter()
        .filter(|(line, expected)| read(line) != *expected)
        .map(|(line, expected)| format!("{line:?}: {} instead of {expected}", read(line)))
        .collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), table.len(), wrong.join("\n"));
}
