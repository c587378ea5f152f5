//! The table of layouts.

use super::planner::both;
use super::{Timed, goal};

/// The longest times allowed in the browser, in milliseconds, for the maps in their order.
const GOALS: [f64; 3] = [2.0, 25.0, 150.0];

/// The table and the goals, as Markdown.
pub fn text(maps: &[Timed]) -> String {
    let mut text = "## Laying out a map\n\n\
         One layout of a map in the shape of a roadmap, in milliseconds as above.\n\n\
         | nodes | native | Chromium |\n| ---: | ---: | ---: |\n"
        .to_owned();
    for row in maps {
        text += &format!("| {} | {} | {} |\n", row.size, both(row.native), both(row.browser));
    }
    text += "\nGoals:\n\n";
    for (row, most) in maps.iter().zip(GOALS) {
        let name = format!("a map of {} nodes in at most {most} ms in Chromium", row.size);
        text += &goal(&name, row.browser.median <= most);
    }
    text
}
