//! The tables of the page: its start, and drawing and moving maps.

use anyhow::{Context, Result, ensure};

use super::{Time, columns, goal};

/// The new page takes at most this fraction of the old page's time from navigation to the first heading.
const START: f64 = 0.8;
/// The same for the new page opening on today, with a plan.
const START_ON_TODAY: f64 = 0.85;
/// How many times faster than Mermaid's the map is painted: from opening the page, and when it is first drawn in an open
/// page.
const OPENING: f64 = 6.0;
const FIRST: f64 = 15.0;
const FIRST_AIM: f64 = 20.0;
/// The time from an event to its frame, in milliseconds, with the processor slowed four times.
const ACTION: f64 = 100.0;
/// The longest task while the rest of a map is drawn, in milliseconds.
const TASK: f64 = 50.0;
/// The longest task while a map moves, in milliseconds: there are 60 frames in a second.
const FRAME: f64 = 16.7;

/// The tables and the goals, as Markdown, from the lines that `benches/pages` printed.
pub fn text(lines: &[String]) -> Result<String> {
    let mut goals = String::new();
    let mut text = start(lines, &mut goals)? + &map(lines, &mut goals)?;
    text += &actions(lines, &mut goals)?;
    text += &large(lines, &mut goals)?;
    Ok(text + "\n## Goals\n\nBy medians and by least times where both are given.\n\n" + &goals)
}

/// The lines of a table, without its name.
fn table<'a>(lines: &'a [String], name: &str) -> impl Iterator<Item = &'a str> {
    let begins = format!("{name}\t");
    lines.iter().filter_map(move |line| line.strip_prefix(&begins))
}

fn start(lines: &[String], goals: &mut String) -> Result<String> {
    let mut text = format!(
        "## Start\n\n\
         From the beginning of the navigation until the first heading is painted, the old page (commit {}) and the new one \
         in turn: the median and, in brackets, the least time in milliseconds; their ratios. The old page has no plan, because \
         it does not know the present form.\n\n\
         | | old page | new page | new / old |\n| --- | ---: | ---: | ---: |\n",
        super::old_page::COMMIT
    );
    let mut starts = table(lines, "start");
    for (what, most) in [("start", START), ("start on Today", START_ON_TODAY)] {
        let line = starts.next().with_context(|| format!("the {what} was not timed"))?;
        let [name, old, old_least, new, new_least] = columns(line)?;
        let [old, new] = [time(old, old_least)?, time(new, new_least)?];
        let ratio = Ratio::of(new, old);
        goals.push_str(&goal(
            &format!("{what} in at most {most} of the old page's time: {}", ratio.text(2)),
            ratio.median <= most && ratio.least <= most,
        ));
        text += &format!("| {name} | {} | {} | {} |\n", cell(old), cell(new), ratio.text(2));
    }
    Ok(text)
}

fn map(lines: &[String], goals: &mut String) -> Result<String> {
    let mut text = "\n## The map beside Mermaid\n\n\
         The Python roadmap drawn until it is painted, by Mermaid and by both pages in turn. Opening is from the beginning of \
         the navigation; the first drawing is in a page that had been open for a moment, later ones come after it. The new \
         page uses that moment to prepare the map; so there is a row in which it is asked for right after the first \
         screen, too.\n\n\
         | | Mermaid | old page | new page | Mermaid / old | Mermaid / new |\n\
         | --- | ---: | ---: | ---: | ---: | ---: |\n"
        .to_owned();
    for line in table(lines, "map") {
        let [name, theirs, least, old, old_least, new, new_least] = columns(line)?;
        let [theirs, old, new] = [time(theirs, least)?, time(old, old_least)?, time(new, new_least)?];
        let ratio = Ratio::of(theirs, new);
        text += &format!(
            "| {name} | {} | {} | {} | {} | {} |\n",
            cell(theirs),
            cell(old),
            cell(new),
            Ratio::of(theirs, old).text(1),
            ratio.text(1)
        );
        let mut reach = |least: f64, what: &str| {
            let is_met = ratio.median >= least && ratio.least >= least;
            goals.push_str(&goal(
                &format!("{what} {least} times sooner than Mermaid: {}", ratio.text(1)),
                is_met,
            ));
        };
        match name {
            "opening" => reach(OPENING, "map opened"),
            "first drawing" => {
                reach(FIRST, "first map");
                reach(FIRST_AIM, "first map (aim)");
            }
            _ => {}
        }
    }
    Ok(text)
}

fn actions(lines: &[String], goals: &mut String) -> Result<String> {
    let mut text = String::from(
        "\n## Every day\n\n\
         From the event until the frame that shows it was handed on, in milliseconds, with the processor slowed four times: \
         the median and the longest of several.\n\n\
         | plan | action | median | longest |\n| --- | --- | ---: | ---: |\n",
    );
    let mut longest = 0.0_f64;
    let mut is_one_there = false;
    for line in table(lines, "action") {
        let [plan, action, median, most] = columns(line)?;
        let [median, most] = numbers([median, most])?;
        text += &format!("| {plan} | {action} | {median:.0} | {most:.0} |\n");
        longest = longest.max(median);
        is_one_there = true;
    }
    ensure!(is_one_there, "there are no figures of \"action\"");
    goals
        .push_str(&goal(&format!("each action answers within {ACTION} ms: {longest:.0}"), longest <= ACTION));
    Ok(text)
}

fn large(lines: &[String], goals: &mut String) -> Result<String> {
    let one = |name| table(lines, name).next().with_context(|| format!("there are no figures of {name:?}"));
    let [median, least] = columns(one("large")?)?;
    let [tasks, took, computed] = columns(one("rest")?)?;
    let [took, computed] = numbers([took, computed])?;
    let mut text = format!(
        "\n## A map of 1,000 nodes\n\n\
         Until the part in sight is there: {} ms. The rest of it comes in {tasks} tasks of more than 1 ms.\n\n\
         The longest task by the clock is of the run where it was shortest, because other programs can only add to it; \
         the longest by the processor's time is of all runs.\n\n\
         | | frames/s | longest wait | longest task | processor |\n| --- | ---: | ---: | ---: | ---: |\n\
         | drawing the rest | | | {took:.1} ms | {computed:.1} ms |\n",
        cell(time(median, least)?)
    );
    goals.push_str(&goal(&format!("no task longer than {TASK} ms while the rest is drawn"), took <= TASK));
    let mut longest = 0.0_f64;
    for (frames, tasks) in table(lines, "frames").zip(table(lines, "tasks")) {
        let [name, rate, wait] = columns(frames)?;
        let [_, task, computed] = columns(tasks)?;
        let [rate, wait, task, computed] = numbers([rate, wait, task, computed])?;
        text += &format!("| {name} | {rate:.1} | {wait:.1} ms | {task:.1} ms | {computed:.1} ms |\n");
        longest = longest.max(task).max(computed);
    }
    goals.push_str(&goal(&format!("no task longer than {FRAME} ms while a map moves"), longest <= FRAME));
    Ok(text)
}

/// The ratio of two times, by their medians and by the least ones.
struct Ratio {
    median: f64,
    least: f64,
}

impl Ratio {
    fn of(one: Time, other: Time) -> Self {
        Self { median: one.median / other.median, least: one.least / other.least }
    }

    fn text(&self, decimals: usize) -> String {
        format!("{:.decimals$} ({:.decimals$})", self.median, self.least)
    }
}

fn cell(time: Time) -> String {
    format!("{:.0} ({:.0})", time.median, time.least)
}

fn time(median: &str, least: &str) -> Result<Time> {
    let [median, least] = numbers([median, least])?;
    Ok(Time { median, least })
}

fn numbers<const COUNT: usize>(texts: [&str; COUNT]) -> Result<[f64; COUNT]> {
    let numbers: Result<Vec<f64>, _> = texts.iter().map(|text| text.parse()).collect();
    Ok(numbers?.try_into().expect("there are as many numbers as texts"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINES: [&str; 9] = [
        "start\tfirst heading\t200\t180\t150\t126",
        "start\tToday\t200\t180\t180\t126",
        "map\topening\t900\t800\t100\t90\t150\t160",
        "map\tfirst drawing\t600\t500\t60\t50\t24\t20",
        "action\tPython\tlog\t60\t90",
        "large\t120\t100",
        "rest\t40\t30.5\t28",
        "frames\tdragging\t60\t17",
        "tasks\tdragging\t5\t4",
    ];

    #[test]
    fn goals_are_judged_by_medians_and_least_times() {
        let text = text(&LINES.map(str::to_owned)).expect("the lines are whole");
        for goal in [
            "- met: start in at most 0.8 of the old page's time: 0.75 (0.70)",
            "- **not met**: start on Today in at most 0.85 of the old page's time: 0.90 (0.70)",
            "- **not met**: map opened 6 times sooner than Mermaid: 6.0 (5.0)",
            "- met: first map 15 times sooner than Mermaid: 25.0 (25.0)",
            "- met: each action answers within 100 ms: 60",
            "- met: no task longer than 50 ms while the rest is drawn",
        ] {
            assert!(text.contains(goal), "{goal} is not in {text}");
        }
    }

    #[test]
    fn a_missing_table_is_named() {
        let lines: Vec<String> = LINES[..6].iter().map(|line| (*line).to_owned()).collect();
        let problem = text(&lines).expect_err("a line is missing").to_string();
        assert!(problem.contains("rest"), "{problem}");
    }
}
