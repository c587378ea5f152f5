//! The table of recomputes.

use super::{
    Time, Timed, goal,
    others::{Other, Outcome},
};

/// The longest times allowed in the browser, in milliseconds.
const GOAL_FOR_PYTHON: f64 = 2.0;
const GOAL_FOR_10_000: f64 = 50.0;

/// The table, what it contains, and the goals, as Markdown.
pub fn text(timed: &[Timed], networkx: &[Other], task_juggler: &[Other]) -> String {
    let mut text = "## Recomputing a plan\n\n\
         The median and, in brackets, the least of many times, in milliseconds.\n\n\
         - ns/(n log₂ n): nanoseconds in Chromium for each topic and each doubling of their number\n\
         - networkx: critical path and dates of a graph in memory\n\
         - TaskJuggler: the whole command, once\n\n\
         | workload | topics | native | Chromium | ns/(n log₂ n) | networkx | TaskJuggler |\n\
         | --- | ---: | ---: | ---: | ---: | ---: | ---: |\n"
        .to_owned();
    for row in timed {
        let is_chain = row.name == "chain";
        let of = |others: &[Other]| {
            let other = others.iter().find(|other| is_chain && other.topics == row.size);
            other.map(cell).unwrap_or_default()
        };
        text += &format!(
            "| {} | {} | {} | {} | {} | {} | {} |\n",
            row.name,
            row.size,
            both(row.native),
            both(row.browser),
            if row.size < 1_000 { String::new() } else { format!("{:.0}", ratio(row)) },
            of(networkx),
            of(task_juggler),
        );
    }
    text.push('\n');
    for (name, others) in [("networkx", networkx), ("TaskJuggler", task_juggler)] {
        for Other { version, topics, finish, .. } in others {
            text += &format!("- {name} {version}: {topics} topics until {finish}\n");
        }
    }
    text + "\nGoals:\n\n" + &goals(timed)
}

/// A median and a least time in one cell.
pub fn both(time: Time) -> String {
    format!("{:.2} ({:.2})", time.median, time.least)
}

fn cell(other: &Other) -> String {
    match other.outcome {
        // A whole command is timed once.
        Outcome::Took(time) if time.median == time.least => format!("{:.0}", time.median),
        Outcome::Took(time) => both(time),
        Outcome::TooLong => "over 120 s".to_owned(),
        Outcome::Failed => "failed".to_owned(),
    }
}

/// Nanoseconds in the browser for each topic and each doubling of their number.
fn ratio(row: &Timed) -> f64 {
    let topics = f64::from(row.size);
    row.browser.median * 1e6 / (topics * topics.log2())
}

fn goals(timed: &[Timed]) -> String {
    let of_python =
        timed.iter().filter(|row| row.size < 1_000).map(|row| row.browser.median).fold(0.0, f64::max);
    let python = format!("Python in at most {GOAL_FOR_PYTHON} ms in Chromium");
    let mut goals = goal(&python, of_python <= GOAL_FOR_PYTHON);
    for name in ["chain", "tangle"] {
        let rows: Vec<&Timed> = timed.iter().filter(|row| row.name == name).collect();
        let [first, middle, last] = rows[..] else { continue };
        let is_quick = middle.browser.median <= GOAL_FOR_10_000;
        goals +=
            &goal(&format!("{name} of 10,000 topics in at most {GOAL_FOR_10_000} ms in Chromium"), is_quick);
        goals += &goal(&format!("{name} grows no faster than n log n"), ratio(last) <= ratio(first));
    }
    goals
}
