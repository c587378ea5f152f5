//! The pictures of the README, which `cargo xtask pictures` takes.

use std::cell::RefCell;
use std::fs;
use std::path::Path;

use browser_tests::{Person, Theme, in_each_browser};
use chrono::{Datelike, Weekday};
use oxipng::Options;
use planner::Date;
use serde_json::{Value, json};
use waymark::text::{map, today};

use crate::learner;

/// The day on which the pictures are taken, and the first one of the plan.
const TODAY: &str = "2027-04-08";
const START: &str = "2027-01-04";

/// Ninety minutes on Mondays, Wednesdays and Thursdays, and two and a half hours on Saturdays.
const WEEK: [u32; 7] = [90, 0, 90, 90, 0, 150, 0];

#[test]
#[ignore = "writes static/readme"]
fn today_the_plan_and_the_map() {
    let taken = RefCell::new(Vec::new());
    in_each_browser(async |person| {
        person.window(1280, 800).await;
        // No picture shows a color on its way to another.
        person.prefers_less_motion().await;
        learner::clock_shows(&person, learner::date(TODAY)).await;
        learner::opens_plan(&person, under_way()).await;
        person.runs("document.documentElement.style.scrollbarWidth = 'none'", &[]).await;
        in_both_themes(&person, "plan", &taken).await;
        person.goes_to("/today").await;
        person.sees("heading", today::WEEK).await;
        in_both_themes(&person, "today", &taken).await;
        person.goes_to("/map").await;
        person.sees("heading", map::TITLE).await;
        in_both_themes(&person, "map", &taken).await;
    });
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../static/readme");
    for (name, picture) in taken.take() {
        let small = oxipng::optimize_from_memory(&picture, &Options::from_preset(2));
        let small = small.expect("the screenshot is a PNG");
        fs::write(folder.join(name), small).expect("the folder can be written to");
    }
}

async fn in_both_themes(person: &Person, screen: &str, taken: &RefCell<Vec<(String, Vec<u8>)>>) {
    for (theme, name) in [(Theme::Dark, "dark"), (Theme::Light, "light")] {
        person.prefers(theme).await;
        let picture = person.window_shot().await;
        taken.borrow_mut().push((format!("{screen}-{name}.png"), picture));
    }
}

/// A beginner on the first path who has finished the fundamentals, and studied in almost every session.
fn under_way() -> Value {
    let mut document = learner::one_path();
    document["start"] = json!(START);
    document["week_minutes"] = json!(WEEK);
    document["target"] = json!("2027-12-18");
    document["time_off"] = json!([{ "from": "2027-08-02", "to": "2027-08-15" }]);
    document["marks"] = json!([
        learner::finished("variables", "2027-01-25"),
        learner::finished("functions", "2027-02-22"),
        learner::finished("classes", "2027-03-22"),
    ]);
    let (start, today) = (learner::date(START), learner::date(TODAY));
    let studied = start.iter_days().take_while(|day| *day < today).filter(|day| is_studied(*day));
    document["log"] = studied.map(entry).collect();
    document
}

/// Whether the learner studies on a day: on those of the week, but not on every Thursday.
fn is_studied(day: Date) -> bool {
    planned(day) > 0 && (day.weekday() != Weekday::Thu || !day.iso_week().week().is_multiple_of(4))
}

fn entry(day: Date) -> Value {
    let topics = [("2027-01-25", "variables"), ("2027-02-22", "functions"), ("2027-03-22", "classes")];
    let topic =
        topics.iter().find(|(until, _)| day <= learner::date(until)).map_or("numpy", |(_, topic)| topic);
    json!({ "on": day.to_string(), "topic": topic, "minutes": planned(day) })
}

fn planned(day: Date) -> u32 {
    WEEK[day.weekday().num_days_from_monday() as usize]
}
