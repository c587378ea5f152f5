//! The table of quizzes.

use super::planner::both;
use super::{Timed, goal};

/// The longest wait for a question of the largest quiz in the browser, in milliseconds: less than a frame.
const GOAL: f64 = 16.0;

/// The table and the goal, as Markdown.
pub fn text(quizzes: &[Timed]) -> String {
    let mut text = "## The next question of a quiz\n\n\
         Which topic to ask about next, in milliseconds as above.\n\n\
         | topics | native | Chromium |\n| ---: | ---: | ---: |\n"
        .to_owned();
    for row in quizzes {
        text += &format!("| {} | {} | {} |\n", row.size, both(row.native), both(row.browser));
    }
    text += "\nGoals:\n\n";
    if let Some(largest) = quizzes.last() {
        let name = format!("a question out of {} topics in at most {GOAL} ms in Chromium", largest.size);
        text += &goal(&name, largest.browser.median <= GOAL);
    }
    text
}
