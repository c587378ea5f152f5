//! Short differences between two values.

use std::fmt::Debug;

/// Lines of a difference that are shown.
const MOST_LINES: usize = 8;

/// Panics if two values differ, with the lines of their debug output that do.
pub fn assert_same<T: Debug + PartialEq>(found: &T, expected: &T, when: &str) {
    if found != expected {
        let (found, expected) = (format!("{found:#?}"), format!("{expected:#?}"));
        let only = |one: &str, other: &str, sign: char| {
            let other: Vec<&str> = other.lines().collect();
            let lines = one.lines().filter(|line| !other.contains(line)).take(MOST_LINES);
            lines.map(|line| format!("{sign}{}", line.trim())).collect::<Vec<_>>().join(" ")
        };
        panic!("{when}: found {} instead of {}", only(&found, &expected, '+'), only(&expected, &found, '-'));
    }
}
