//! Both readers of Gantt charts see the same tasks in the same order with the same lengths, also in charts that are put
//! together at random.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use mermaid_comparison::schedule::{ours, theirs};

/// Charts put together at random.
const RANDOM_CHARTS: u64 = 3_000;

fn data(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

#[test]
fn every_chart_is_the_same_schedule_or_its_difference_is_explained() {
    let (charts, list) = (data("gantt.txt"), data("gantt-differences.txt"));
    let mut explained: Vec<&str> = list.lines().filter_map(|line| Some(line.split_once(": ")?.0)).collect();
    let (mut count, mut same, mut wrong) = (0, 0, String::new());
    for chart in charts.split("=== ").skip(1) {
        let (name, text) = chart.split_once('\n').unwrap();
        count += 1;
        let (ours, theirs) = (ours(text), theirs(text));
        let is_explained = explained.contains(&name);
        explained.retain(|explained| *explained != name);
        let is_same = Ok(&ours) == theirs.as_ref();
        same += usize::from(is_same);
        if is_same == is_explained {
            let _ = writeln!(wrong, "{name}\n  here:  {ours:?}\n  there: {theirs:?}");
        }
    }
    println!("{same} of {count} are the same schedule");
    assert!(wrong.is_empty(), "\n{wrong}");
    assert!(explained.is_empty(), "there is no such chart: {explained:?}");
    assert!(same > 40 && same + 5 >= count);
}

#[test]
fn random_charts_are_the_same_schedule() {
    for seed in 0..RANDOM_CHARTS {
        let text = chart(&mut Dice(seed));
        assert_eq!(Ok(ours(&text)), theirs(&text), "seed {seed}\n{text}");
    }
}

/// SplitMix64, so that a failing chart can be made again from its seed.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % sides
    }

    fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.roll(of.len() as u64) as usize]
    }
}

/// A chart over all of the syntax that says when something happens.
fn chart(dice: &mut Dice) -> String {
    let mut text = "gantt\n".to_owned();
    let format = dice.pick(&["YYYY-MM-DD", "DD.MM.YYYY", "YYYY-MM-DD HH:mm", "MM/DD/YYYY"]);
    let _ = writeln!(text, "dateFormat {format}");
    if dice.roll(3) == 0 {
        let days = dice.pick(&["weekends", "weekends, monday", "tuesday", "friday, saturday"]);
        let _ = writeln!(text, "excludes {days}");
    }
    if dice.roll(6) == 0 {
        text.push_str("weekend friday\n");
    }
    if dice.roll(6) == 0 {
        text.push_str("inclusiveEndDates\n");
    }
    let tasks = 1 + dice.roll(8);
    // Tasks that others may follow: none that itself waits for others, so that no two wait for each other.
    let mut settled = Vec::new();
    for task in 0..tasks {
        if dice.roll(4) == 0 {
            let _ = writeln!(text, "section Part {task}");
        }
        let tags = dice.pick(&["", "", "", "done, ", "active, ", "crit, ", "crit, done, ", "milestone, "]);
        let start = start(dice, format, &settled);
        let end = end(dice, format, task, tasks);
        if !end.starts_with("until") {
            settled.push(task);
        }
        let _ = writeln!(text, "Task {task} :{tags}t{task}, {start}{end}");
    }
    text
}

fn date(dice: &mut Dice, format: &str, earliest: u64) -> String {
    let (month, day) = (earliest + dice.roll(3), 1 + dice.roll(28));
    let (hour, minute) = (dice.roll(24), dice.pick(&[0, 15, 30]));
    format
        .replace("YYYY", "2026")
        .replace("MM", &format!("{month:02}"))
        .replace("DD", &format!("{day:02}"))
        .replace("HH", &format!("{hour:02}"))
        .replace("mm", &format!("{minute:02}"))
}

fn start(dice: &mut Dice, format: &str, settled: &[u64]) -> String {
    if settled.is_empty() || dice.roll(2) == 0 {
        return format!("{}, ", date(dice, format, 1));
    }
    let names: Vec<String> = (0..=dice.roll(3)).map(|_| format!("t{}", dice.pick(settled))).collect();
    format!("after {}, ", names.join(" "))
}

fn end(dice: &mut Dice, format: &str, task: u64, tasks: u64) -> String {
    match dice.roll(8) {
        0 => date(dice, format, 9),
        1 if task + 1 < tasks => format!("until t{}", task + 1 + dice.roll(tasks - task - 1)),
        _ => {
            let unit = dice.pick(&["d", "d", "w", "h", "M", "m", "y", "s"]);
            // Fractions of days, weeks and months are among the explained differences, and no plan has decades.
            let numbers = match unit {
                "y" => 1,
                "d" | "w" | "M" => 5,
                _ => 7,
            };
            format!("{}{unit}", dice.pick(&["1", "2", "0", "3", "10", "1.5", "0.5"][..numbers]))
        }
    }
}
