//! Golden files: files in the repository that the program has to reproduce.

use std::path::Path;

/// Compares a file, by its path from the root of the repository, with the text that it should have.
///
/// With `UPDATE_GOLDEN=1` in the environment the file is rewritten instead, for a person to review the change.
pub fn check(path: &str, text: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path);
    if std::env::var_os("UPDATE_GOLDEN").is_some_and(|value| value == "1") {
        std::fs::write(&file, text).unwrap_or_else(|why| panic!("{path} cannot be written: {why}"));
        return;
    }
    let stored = std::fs::read_to_string(&file).unwrap_or_else(|why| panic!("{path} cannot be read: {why}"));
    if let Some(line) = first_difference(&stored, text) {
        panic!("{path} is stale from line {line} on: run the tests with UPDATE_GOLDEN=1 and read the change");
    }
}

/// The 1-based number of the first line in which two texts differ.
fn first_difference(one: &str, other: &str) -> Option<usize> {
    let same = one.split('\n').zip(other.split('\n')).take_while(|(left, right)| left == right).count();
    (one != other).then_some(same + 1)
}
