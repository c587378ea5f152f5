//! The finished percentage, statuses, what is next, and the study time of a week.

use std::fs;
use std::path::Path;

use crate::learner::tally;
use planner::{
    Answers, Assumptions, Availability, Date, DateRange, Ending, Item, Log, LogEntry, Now, PaceChoice, Plan,
    Progress, ProjectChoices, Remaining, Scheduled, Status, Studied, Tally, Turn, Week,
};
use proptest::prelude::*;
use roadmap::{Minutes, Roadmap};
use serde_json::json;

fn on(month: u32, day: u32) -> Date {
    Date::from_ymd_opt(2027, month, day).unwrap()
}

fn bread() -> Roadmap {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/roadmaps/bread.json");
    Roadmap::new(serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()).unwrap()
}

/// From Monday, January 4, 2027: a first loaf with flour, kneading and oven in 2 to 4 weeks of 3 hours, a starter with
/// flour again in 2 to 3 weeks, an open crumb in 4 to 8 weeks, and a loaf.
fn plan(life: &Availability) -> Plan {
    with_assumptions(life, on(1, 4), |given| Plan::make(&bread(), given).unwrap())
}

fn with_assumptions<T>(life: &Availability, start: Date, ask: impl FnOnce(Assumptions<'_>) -> T) -> T {
    let mut answers = Answers::default();
    answers.give(Turn::first("experience".into()), "nothing-yet");
    answers.give(Turn::first("which-bread".into()), "a-slow-one");
    let (projects, known) = (ProjectChoices::default(), Default::default());
    ask(Assumptions { answers: &answers, availability: life, start, projects: &projects, known: &known })
}

fn figures(progress: &Progress) -> Tally {
    let life = hours_on_workdays(5);
    with_assumptions(&life, on(1, 4), |given| tally(&bread(), given, progress, on(3, 1)))
}

fn percent(progress: &Progress) -> u32 {
    figures(progress).percent()
}

fn topic(id: &str) -> Item {
    Item::Topic(id.into())
}

fn hours_on_workdays(hours: u32) -> Availability {
    Availability::new(Week::on_workdays(Minutes::hours(hours)), [])
}

/// What is open, in order, with the middle of the minutes that are left.
fn open(progress: &Progress, life: &Availability, today: Date) -> Vec<(String, u32)> {
    let name = |item: &Item| match item {
        Item::Topic(topic) => topic.to_string(),
        Item::Project(project) => project.to_string(),
    };
    with_assumptions(life, on(1, 4), |given| {
        let now = Now::of(&bread(), &given, progress, today, PaceChoice::RangesOnly);
        let remaining = Remaining::of(&plan(life), &now);
        remaining.items().map(|open| (name(&open.item), open.left.middle().0)).collect()
    })
}

fn named(items: &[(&str, u32)]) -> Vec<(String, u32)> {
    items.iter().map(|&(name, minutes)| (name.to_owned(), minutes)).collect()
}

#[test]
fn a_phase_is_done_on_the_date_of_its_last_topic() {
    let plan = plan(&hours_on_workdays(5));
    let first = &plan.work[0];
    let mut progress = Progress::default();
    assert_eq!(progress.status(first), Status::NotStarted);
    progress.end(topic("oven"), Ending::Finished, on(2, 3));
    progress.end(topic("flour"), Ending::Finished, on(2, 1));
    assert_eq!(progress.status(first), Status::InProgress);
    assert_eq!(progress.status(&plan.work[1]), Status::NotStarted, "flour counts where it is learned first");
    assert_eq!(plan.work[1].items().len(), 1);
    progress.end(topic("kneading"), Ending::Finished, on(2, 2));
    assert_eq!(progress.status(first), Status::Done(on(2, 3)));
    progress.reopen(&topic("flour"));
    assert_eq!(progress.status(first), Status::InProgress);
}

#[test]
fn the_next_items_come_in_order_and_planned_time_goes_into_the_first() {
    let life = hours_on_workdays(10);
    let progress = Progress::default();
    // The first loaf takes 3 hours per topic.
    let monday = [("flour", 180), ("kneading", 180), ("oven", 180)];
    assert_eq!(open(&progress, &life, on(1, 4))[..3], named(&monday));
    let friday = open(&progress, &life, on(1, 8));
    assert!(friday[0].0 == "flour" && friday[0].1 < 180, "{friday:?}");
    assert_eq!(friday[1..3], named(&monday)[1..]);

    let next = |progress: &Progress, today: Date| -> Vec<String> {
        open(progress, &life, today).into_iter().take(2).map(|(name, _)| name).collect()
    };
    let mut progress = Progress::default();
    progress.end(topic("kneading"), Ending::Finished, on(1, 4));
    assert_eq!(next(&progress, on(1, 8)), ["flour", "oven"]);
    progress.end(topic("flour"), Ending::Finished, on(1, 5));
    assert_eq!(next(&progress, on(1, 7)), ["oven", "starter"]);
}

#[test]
fn a_topic_of_two_phases_takes_its_time_once() {
    let open = open(&Progress::default(), &hours_on_workdays(25), on(1, 4));
    let topics = [
        ("flour", 180),
        ("kneading", 180),
        ("oven", 180),
        ("starter", 225),
        ("long-rise", 540),
        ("shaping", 540),
    ];
    assert_eq!(open[..6], named(&topics));
    assert_eq!(open.iter().filter(|(name, _)| name == "flour").count(), 1);
}

#[test]
fn a_week_has_study_time_from_the_start_on() {
    let off = DateRange::new(on(1, 7), on(1, 7)).unwrap();
    let life = Availability::new(Week::on_workdays(Minutes::hours(10)), [off]);
    let planned = |start: Date| -> Vec<(Date, u32)> {
        let log = Log::default();
        let week = Studied::of(&life, start, &log).week(on(1, 6));
        week.iter().map(|day| (day.on, day.planned.0 / 60)).collect()
    };
    let hours: Vec<u32> = planned(on(1, 5)).iter().map(|(_, hours)| *hours).collect();
    assert_eq!(hours, [0, 2, 2, 0, 2, 0, 0]);
    let days = planned(on(1, 5));
    assert_eq!((days[0].0, days[6].0), (on(1, 4), on(1, 10)));
    assert!(planned(on(2, 1)).iter().all(|(_, hours)| *hours == 0));
}

#[test]
fn topics_of_zero_minutes_still_have_to_be_finished() {
    // Half an hour for forty topics, so that ten of them have no minute.
    let topics: Vec<_> = (0..40).map(|at| json!({ "id": format!("t{at}"), "title": "T" })).collect();
    let ids: Vec<_> = topics.iter().map(|topic| topic["id"].clone()).collect();
    let file = json!({
        "waymark_roadmap": 1, "id": "tiny", "title": "Tiny", "summary": "", "reference_note": "",
        "reference_hours_per_week": 1, "topics": topics,
        "nodes": [
            { "id": "go", "kind": "start", "title": "Go" },
            { "id": "all", "kind": "phase", "title": "All", "weeks": { "low": 0, "high": 1 }, "topics": ids }
        ],
        "edges": [{ "from": "go", "to": "all" }]
    });
    let roadmap = Roadmap::new(serde_json::from_value(file).unwrap()).unwrap();
    let (answers, projects) = (Answers::default(), ProjectChoices::default());
    let life = hours_on_workdays(5);
    let given = Assumptions {
        answers: &answers,
        availability: &life,
        start: on(1, 4),
        projects: &projects,
        known: &Default::default(),
    };
    let mut progress = Progress::default();
    for at in 0..40 {
        assert!(tally(&roadmap, given, &progress, on(1, 4)).percent() < 100, "{at} of 40 are finished");
        progress.end(topic(&format!("t{at}")), Ending::Finished, on(1, 4));
    }
    assert_eq!(tally(&roadmap, given, &progress, on(1, 4)).percent(), 100);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn each_finished_item_adds_to_the_percentage_and_only_all_give_100(order in Just((0..7usize).collect::<Vec<_>>()).prop_shuffle()) {
        let plan = plan(&hours_on_workdays(5));
        let topics = ["flour", "kneading", "oven", "starter", "long-rise", "shaping"];
        let mut progress = Progress::default();
        let mut before = percent(&progress);
        prop_assert_eq!(before, 0);
        for (count, at) in order.into_iter().enumerate() {
            match topics.get(at) {
                Some(id) => progress.end(topic(id), Ending::Finished, on(3, 1)),
                None => progress.end(Item::Project("country-loaf".into()), Ending::Finished, on(3, 1)),
            }
            let percent = percent(&progress);
            prop_assert!(percent > before);
            prop_assert_eq!(percent == 100, count == 6);
            before = percent;
        }
        let done = |scheduled: &Scheduled| progress.status(scheduled) == Status::Done(on(3, 1));
        prop_assert!(plan.work.iter().all(done));
    }
}

#[test]
fn reopening_undoes_the_last_mark() {
    let mut progress = Progress::default();
    let flour = Item::Topic("flour".into());
    progress.start(flour.clone(), on(1, 4));
    progress.end(flour.clone(), Ending::Skipped, on(1, 5));
    assert_eq!(progress.status_of(&flour), Status::Skipped(on(1, 5)));
    progress.reopen(&flour);
    assert_eq!(progress.status_of(&flour), Status::InProgress);
    progress.reopen(&flour);
    assert_eq!(progress.status_of(&flour), Status::NotStarted);
    assert_eq!(progress.marks().count(), 0);
}

#[test]
fn what_is_left_out_is_in_no_figure() {
    let before = figures(&Progress::default());
    let mut progress = Progress::default();
    progress.end(topic("kneading"), Ending::Skipped, on(1, 4));
    let after = figures(&progress);
    assert_eq!((after.finished, after.items), (0, before.items - 1));
    assert!(after.total < before.total && after.left.high < before.left.high);
}

#[test]
fn logged_time_counts_as_done_before_a_finish() {
    let mut progress = Progress::default();
    let mut before = 0;
    for hours in [1, 2, 40] {
        progress.log.add(LogEntry::new(on(1, 4), topic("flour"), Minutes::hours(hours)));
        let figures = figures(&progress);
        assert!(figures.done.0 > before, "{hours} h more");
        before = figures.done.0;
    }
    let flour = figures(&Progress::default()).left;
    assert!(before > 0 && Minutes(before) < flour.middle());
    assert!(percent(&progress) > 0);
}

#[test]
fn what_was_finished_on_another_path_is_done_as_well() {
    let before = figures(&Progress::default());
    let mut progress = Progress::default();
    let roadmap = bread();
    let on_plan: Vec<Item> =
        plan(&hours_on_workdays(5)).work.iter().flat_map(Scheduled::items).map(|(item, _)| item).collect();
    let other =
        roadmap.topics().map(|topic| Item::Topic(topic.id.clone())).find(|item| !on_plan.contains(item));
    progress.end(other.expect("a topic beside the route"), Ending::Finished, on(1, 5));
    let after = figures(&progress);
    assert_eq!((after.finished, after.items), (1, before.items + 1));
    assert_eq!(after.total.less(before.total), after.done);
    assert!(after.done > Minutes::ZERO && after.percent() > 0);
}
