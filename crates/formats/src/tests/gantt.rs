use super::assert_shown;
use crate::import;
use crate::mermaid::gantt::{read, tasks};

/// Names, first and last days of tasks, counted from the start of the first one.
fn days(text: &str) -> Vec<(String, f64, f64)> {
    let tasks = tasks(text);
    let first = tasks[0].start_day;
    tasks.into_iter().map(|task| (task.name, task.start_day - first, task.end_day - first)).collect()
}

fn ends(text: &str) -> Vec<f64> {
    days(text).into_iter().map(|(_, _, end)| end).collect()
}

#[test]
fn lengths_count_and_dates_only_order() {
    assert_shown(
        &read(import!("gantt.mmd"), 1),
        "Garden design in eight weeks
Soil (1w) in Basics
Plants (2w) in Basics
Paths (840min) in Design
Ponds (1w) in Design
Finished plan in Design milestone",
    );
}

#[test]
fn tasks_follow_each_other() {
    let text = "gantt\n A :a, 2026-03-02, 2d\n B :3d\n C :c, after a, 1w\n D :after a c, 24h\n E :2026-03-01, until c";
    assert_eq!(
        days(text),
        [("A", 0., 2.), ("B", 2., 5.), ("C", 2., 9.), ("D", 9., 10.), ("E", -1., 2.)]
            .map(|(name, start, end)| (name.to_owned(), start, end))
    );
    assert_shown(
        &read(text, 1),
        "
E (255min)
A (165min)
B (255min)
C (1w)
D (90min)",
    );
}

#[test]
fn a_task_may_follow_one_that_is_written_below_it() {
    assert_eq!(ends("gantt\n A :a, after b, 1d\n B :b, 2026-01-01, 2d\n"), [1., 0.]);
    assert_eq!(
        ends("gantt\n A :a, 2026-01-01, until b\n B :b, after c, 2d\n C :c, 2026-01-05, 1d"),
        [5., 7., 5.]
    );
}

#[test]
fn tasks_that_wait_for_each_other_are_placed_nevertheless() {
    assert_eq!(
        ends("gantt\n A :a, after b, 2d\n B :b, after a, 3d\n C :c, after c, 1d\n D :after nothing, 1d")
            .len(),
        4
    );
    assert_eq!(ends("gantt\n A :a, after a, until a"), [0.]);
}

#[test]
fn excluded_days_make_a_task_longer() {
    // 2026-01-05 is a Monday. The bar ends before the weekend, the next task starts after it.
    let text =
        "gantt\n excludes weekends\n A :a, 2026-01-05, 5d\n B :after a, 10d\n C :2026-01-05, 2026-01-12";
    assert_eq!(
        days(text).into_iter().map(|(_, start, end)| (start, end)).collect::<Vec<_>>(),
        [(0., 5.), (7., 19.), (0., 7.)]
    );
    assert_shown(&read(text, 1), "\nA (1w)\nC (1w)\nB (2w)");
    assert_eq!(ends("gantt\n excludes friday, 2026-01-07\n A :2026-01-05, 3d"), [4.]);
    assert_eq!(ends("gantt\n excludes weekends\n weekend friday\n A :2026-01-05, 4d"), [4.]);
    assert_eq!(ends("gantt\n excludes weekends\n includes 2026-01-10\n A :2026-01-05, 6d"), [6.]);
    let all = "monday tuesday wednesday thursday friday saturday sunday";
    let text = format!("gantt\n excludes {all}\n A :a, 2026-01-05, 7d\n B :after a, 7d");
    assert_eq!(ends(&text), [7., 14.]);
    assert_shown(&read(&text, 1), "\nA (1w)\nB (1w)");
}

#[test]
fn dates_are_read_in_the_declared_format() {
    for (format, start, end) in [
        ("DD.MM.YYYY", "05.01.2026", "12.01.2026"),
        ("D/M/YY", "5/1/26", "12/1/26"),
        ("MMM D, YYYY", "Jan 5 2026", "7d"),
        ("MMMM Do YYYY", "January 5th 2026", "January 12th 2026"),
        ("YYYY-MM-DD HH:mm", "2026-01-05 09:30", "2026-01-12 09:30"),
        ("X", "1767571200", "1768176000"),
        ("YYYY-DDD", "2026-005", "2026-012"),
        ("YYYY [week] MM", "2026 week 01", "7d"),
        ("MM/DD/YYYY", "2026-01-05", "2026-01-12"),
        ("YYYY-[Q]Q", "2026-Q1", "1w"),
    ] {
        assert_eq!(ends(&format!("gantt\n A :a, {start}, {end}\n dateFormat {format}")), [7.], "{format}");
    }
    assert_eq!(ends("gantt\n dateFormat hh:mm A\n A :09:00 AM, 03:00 PM"), [0.25]);
}

#[test]
fn every_unit_is_a_length() {
    let lengths = "gantt\n Y :2025-01-01, 1y\n M :1M\n W :2w\n D :3days\n H :36h\n N :90m\n S :120s\n T :60000ms\n F :1.5d";
    assert_shown(
        &read(lengths, 1),
        "
Y (52w)
M (1mo)
W (2w)
D (255min)
H (2160min)
N (90min)
S (2min)
T (1min)
F (135min)",
    );
    let placed = tasks(lengths);
    assert_eq!(
        (placed[0].end_day - placed[0].start_day, placed[1].end_day - placed[1].start_day),
        (365., 31.)
    );
    assert_shown(
        &read("gantt\n A :2026-01-01, 99999999d\n B :9999999w", 1),
        "\nA\nB (too much)\n! 2 NotUnderstood(\"99999999d\")",
    );
}

#[test]
fn a_last_day_counts_where_the_next_task_starts_on_the_day_after() {
    let days = "gantt\n A :2026-02-01, 2026-02-07\n B :2026-02-08, 2026-02-14\n C :2026-02-15, 2026-02-28";
    assert_shown(&read(days, 1), "\nA (1w)\nB (1w)\nC (2w)");
    let weeks = "gantt\n A :2026-02-02, 2026-02-06\n B :2026-02-09, 2026-02-20";
    assert_shown(&read(weeks, 1), "\nA (1w)\nB (2w)");
    let moments = "gantt\n A :2026-02-01, 2026-02-08\n B :2026-02-08, 2026-02-15";
    assert_shown(&read(moments, 1), "\nA (1w)\nB (1w)");
    assert_eq!(ends("gantt\n inclusiveEndDates\n A :2026-02-01, 2026-02-07"), [7.]);
}

#[test]
fn five_days_from_a_monday_are_a_week_where_the_next_monday_goes_on() {
    let weeks = "gantt\n A :2026-02-02, 5d\n B :2026-02-09, 12d\n C :2026-02-23, 5d\n D :2026-02-24, 5d";
    assert_shown(&read(weeks, 1), "\nA (1w)\nB (2w)\nC (1w)\nD (435min)");
    assert_shown(&read("gantt\n A :2026-02-02, 5d\n B :2026-02-07, 5d", 1), "\nA (435min)\nB (435min)");
}

#[test]
fn tags_tell_what_is_done_and_what_is_a_point() {
    let text = "gantt\nsection <b>One</b>\nA :done, crit, a, 2026-01-05, 1w\nB :active, 1w\nC :milestone, done, 0d\nD :0d\nE :vert, v, 2026-01-05, 0d";
    assert_shown(
        &read(text, 1),
        "
A (1w) in One
- A done
B (1w) in One
C in One milestone
- C done
D in One milestone
! 7 NotUnderstood(\"E :vert, v, 2026-01-05, 0d\")",
    );
}

#[test]
fn what_is_not_the_plan_is_passed_over() {
    let text = "---\r\ntitle: Of the front\r\n---\r\n%%{init: {'theme':\r\n 'dark'}}%%\r\n\tgantt\r\n\
        accTitle: a\r\naccDescr {\r\n A :1d\r\n}\r\naxisFormat %d\r\ntickInterval 1week\r\ntodayMarker off\r\n\
        %% A :1d\r\nweekday monday\r\n\tA \"quoted\" &amp; so :a, 2026-01-05, 1w # 2w\r\nclick a href \"https://example.org\"\r\nwhat?\r\n";
    assert_shown(&read(text, 10), "Of the front\nA \"quoted\" & so (1w)\n! 27 NotUnderstood(\"what?\")");
    assert_shown(&read("A :1w", 1), "\nA (1w)\n! 1 NoHeader");
    assert_shown(&read("", 3), "\n! 3 NoHeader");
    assert_shown(&read("gantt\n%%{ open\nA :1w", 1), "\nA (1w)");
}

#[test]
fn a_name_keeps_what_is_behind_its_colon() {
    let text = "gantt\nsection S\nWeek 1: Basics :a, 2026-01-05, 7d\nWeek 2: More : 2026-01-12, 7d\nWeek 3: A: last :crit, after a, 7d";
    assert_eq!(tasks(text)[0].name, "Week 1");
    assert_shown(
        &read(text, 1),
        "\nWeek 1: Basics (1w) in S\nWeek 2: More (1w) in S\nWeek 3: A: last (1w) in S",
    );
}

#[test]
fn more_tasks_than_anybody_reads_are_left_out() {
    let text = format!("gantt\n{}", "A :1d\n".repeat(2_100));
    let outline = read(&text, 1);
    assert_eq!((outline.phases.len(), outline.warnings.len()), (2_000, 1));
    assert_eq!(outline.warnings[0].line, 2_002);
}
