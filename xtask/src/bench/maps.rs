//! The table of layouts.

use super::Timed;
use super::table::{both, said};

/// What is to be reached in the browser, in milliseconds, for the maps in their order.
const GOALS: [f64; 3] = [2.0, 25.0, 150.0];

/// Prints the table and the goals.
pub fn print(maps: &[Timed]) {
    println!("\nOne layout of a map in the shape of a roadmap, likewise.\n");
    println!("{:<22} {:>7} {:>19} {:>19}", "", "nodes", "native", "Chromium");
    for row in maps {
        println!("{:<22} {:>7} {:>19} {:>19}", row.name, row.size, both(row.native), both(row.browser));
    }
    println!();
    for (row, goal) in maps.iter().zip(GOALS) {
        said(
            &format!("map of {} nodes in at most {goal} ms in Chromium", row.size),
            row.browser.median <= goal,
        );
    }
}
