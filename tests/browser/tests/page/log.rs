//! The study log: entries by week, changed in place, with today as the date that is proposed.

use app::Change;
use app::form::{Field, Refusal};
use browser_tests::{Key, Person, containing, in_each_browser};
use chrono::Days;
use planner::{Item, LogEntry, Shares};
use roadmap::Minutes;
use serde_json::{Value, json};
use waymark::text::{dates, frame, guide, map, plan, problems, progress, today};

use crate::learner;

/// A Wednesday; its week begins in the month before.
const TODAY: &str = "2026-12-02";

/// Opens the log on [`TODAY`] with these entries, each a date, a topic and minutes.
async fn opens_log(person: &Person, entries: &[(&str, &str, u32)]) {
    let entry =
        |&(on, topic, minutes): &(&str, &str, u32)| json!({ "on": on, "topic": topic, "minutes": minutes });
    let mut document = learner::one_path();
    document["log"] = entries.iter().map(entry).collect::<Value>();
    learner::clock_shows(person, learner::date(TODAY)).await;
    learner::opens_plan(person, document).await;
    person.click("link", plan::NAV_PROGRESS).await;
    person.sees("heading", progress::LOG).await;
}

fn minutes_on(on: &str, topic: &str, minutes: u32) -> LogEntry {
    LogEntry::new(learner::date(on), Item::Topic(topic.into()), Minutes(minutes))
}

/// An entry as the buttons beside it name it.
fn line(on: &str, title: &str, minutes: u32) -> String {
    progress::log_entry(&minutes_on(on, title, minutes), title)
}

/// The date that the form of a new entry proposes.
async fn proposed(person: &Person) -> String {
    person.within("form", progress::ADD_ENTRY).sees("textbox", progress::LOG_DATE).await.value
}

#[test]
fn entries_are_newest_first_by_week_and_older_months_are_folded() {
    in_each_browser(async |person| {
        let entries = [
            ("2026-11-10", "numpy", 60),
            ("2026-12-01", "numpy", 30),
            ("2026-10-09", "variables", 45),
            ("2026-11-23", "pandas", 120),
            ("2026-11-30", "pandas", 90),
            ("2026-11-16", "sql", 15),
        ];
        opens_log(&person, &entries).await;
        let lists = person.every("list").await.into_iter().map(|list| list.name);
        let weeks: Vec<String> = lists.filter(|name| name.contains(" h") || name.contains(" min")).collect();
        assert_eq!(weeks, ["This week 2 h", "Last week 2 h", "16–22 November 15 min"]);
        let week = person.within("list", "This week 2 h");
        let rows: Vec<String> = week.every("listitem").await.into_iter().map(|row| row.name).collect();
        assert!(rows[0].starts_with("Tue 1 Dec NumPy 30 min"), "{rows:?}");
        assert!(rows[1].starts_with("Mon 30 Nov Pandas 1 h 30 min"), "{rows:?}");
        person.reads("December so far: 30 minutes.").await;
        person.does_not_see("button", progress::edit(&line("2026-11-10", "NumPy", 60))).await;
        person.click("button", "Earlier in November 2026: 1 h of 4 h 45 min in total").await;
        person.within("list", "9–15 November 1 h").reads("NumPy").await;
        person.sees("button", "October 2026: 45 min").await;
        person.is_axe_clean().await;
    });
}

#[test]
fn an_entry_is_changed_by_keyboard() {
    in_each_browser(async |person| {
        opens_log(&person, &[("2026-12-01", "numpy", 30), ("2026-10-09", "variables", 45)]).await;
        let before = line("2026-12-01", "NumPy", 30);
        person.tabs_to("button", progress::edit(&before)).await;
        person.presses(Key::Enter).await;
        let form = person.within("form", progress::editing(&before));
        form.is_on("textbox", progress::LOG_DATE).await;
        assert_eq!(form.sees("textbox", progress::LOG_TIME).await.value, "0.5");

        // Escape from the change by its button.
        person.tabs_to("button", progress::CANCEL).await;
        person.presses(Key::Enter).await;
        person.is_on("button", progress::edit(&before)).await;

        person.presses(Key::Enter).await;
        form.is_on("textbox", progress::LOG_DATE).await;
        person.tabs_to("textbox", progress::LOG_TIME).await;
        person.presses_letter_with(Key::Control, 'a').await;
        person.types("1:15").await;
        person.presses(Key::Enter).await;
        let after = line("2026-12-01", "NumPy", 75);
        person.is_on("button", progress::edit(&after)).await;
        person.sees("list", "This week 1 h 15 min").await;

        // In a folded month the entry is shown where it is now.
        person.presses(Key::Enter).await;
        let form = person.within("form", progress::editing(&after));
        form.type_into("textbox", progress::LOG_DATE, "8 September 2026").await;
        form.choose("option", "Pandas").await;
        person.click("button", progress::SAVE_ENTRY).await;
        person.is_on("button", progress::edit(&line("2026-09-08", "Pandas", 75))).await;

        let change = Change::LogEntryChanged;
        person.click("button", frame::undo(change)).await;
        person.reads(frame::undone(change)).await;
        person.sees("button", progress::edit(&after)).await;
        person.reloads().await;
        person.sees("button", progress::edit(&after)).await;
    });
}

#[test]
fn a_change_that_cannot_be_says_why() {
    in_each_browser(async |person| {
        opens_log(&person, &[("2026-12-01", "numpy", 30)]).await;
        let before = line("2026-12-01", "NumPy", 30);
        person.click("button", progress::edit(&before)).await;
        let form = person.within("form", progress::editing(&before));
        form.type_into("textbox", progress::LOG_DATE, "1 January 2199").await;
        form.type_into("textbox", progress::LOG_TIME, "a while").await;
        person.click("button", progress::SAVE_ENTRY).await;
        form.is_on("textbox", progress::LOG_DATE).await;
        form.reads(learner::problem(Field::EditDate, Refusal::StillToCome(learner::date(TODAY)))).await;
        form.reads(learner::problem(Field::EditTime, Refusal::NotHours)).await;
        person.is_axe_clean().await;
        person.click("button", progress::CANCEL).await;
        person.sees("button", progress::edit(&before)).await;
    });
}

#[test]
fn what_was_logged_and_what_was_removed_is_said() {
    in_each_browser(async |person| {
        opens_log(&person, &[]).await;
        learner::logs(&person, "Variables", "1:30").await;
        let entry = line(TODAY, "Variables", 90);
        person
            .reads(frame::entry(&minutes_on(TODAY, "variables", 90), "Variables", learner::date(TODAY)))
            .await;
        person.click("button", frame::DISMISS).await;
        person.click("button", progress::remove(&entry)).await;
        person.is_on("heading", progress::LOG).await;
        person.click("button", frame::undo(Change::LogEntryRemoved)).await;
        person.sees("button", progress::remove(&entry)).await;
    });
}

#[test]
fn today_is_proposed_on_each_visit() {
    in_each_browser(async |person| {
        opens_log(&person, &[]).await;
        let today = dates::date(learner::date(TODAY));
        person.type_into("textbox", progress::LOG_DATE, "20 November 2026").await;
        learner::logs(&person, "Variables", "1 h").await;
        person.sees("button", progress::edit(&line("2026-11-20", "Variables", 60))).await;
        assert_eq!(proposed(&person).await, today, "after each entry");

        person.type_into("textbox", progress::LOG_DATE, "20 November 2026").await;
        person.click("button", progress::FREEZE).await;
        person.sees("button", progress::DROP).await;
        assert_eq!(proposed(&person).await, "20 November 2026", "what was typed stays");
        person.click("link", plan::NAV_DATES).await;
        person.click("link", plan::NAV_PROGRESS).await;
        assert_eq!(proposed(&person).await, today, "on another visit");

        person.type_into("textbox", progress::LOG_DATE, "20 November 2026").await;
        learner::clock_shows(&person, learner::date("2026-12-05")).await;
        assert_eq!(proposed(&person).await, "5 December 2026", "on another day");
    });
}

#[test]
fn a_page_left_open_over_midnight_logs_time_of_the_new_day() {
    in_each_browser(async |person| {
        learner::opens_plan(&person, learner::one_path()).await;
        person.click("link", plan::NAV_PROGRESS).await;
        let before = proposed(&person).await;
        learner::clock_goes_on(&person, 1).await;
        learner::logs(&person, "Variables", "1:30").await;
        person
            .within("listitem", containing("Variables 1 h 30 min"))
            .sees("button", containing(progress::EDIT))
            .await;
        assert_ne!(proposed(&person).await, before, "the next day is proposed");
    });
}

#[test]
fn an_entry_that_cannot_be_says_why() {
    in_each_browser(async |person| {
        learner::opens_plan(&person, learner::one_path()).await;
        person.click("link", plan::NAV_PROGRESS).await;
        person.type_into("textbox", progress::LOG_DATE, "1 January 2199").await;
        person.type_into("textbox", progress::LOG_TIME, "a while").await;
        person.click("button", progress::ADD_ENTRY).await;
        person.is_on("alert", problems::SUMMARY).await;
        person
            .reads(learner::before_the_date(|today| {
                learner::problem(Field::LogDate, Refusal::StillToCome(today))
            }))
            .await;
        person.reads(learner::problem(Field::LogItem, Refusal::NothingChosen)).await;
        person.reads(learner::problem(Field::LogTime, Refusal::NotHours)).await;
        assert_eq!(person.sees("textbox", progress::LOG_TIME).await.value, "a while");
    });
}

/// A plan under way, with an hour and a half on every day.
async fn opens_a_plan_under_way(person: &Person) {
    let mut document = learner::one_path();
    document["start"] = json!((learner::today(person).await - Days::new(3)).to_string());
    document["week_minutes"] = json!([90, 90, 90, 90, 90, 90, 90]);
    learner::opens_plan(person, document).await;
}

#[test]
fn from_anywhere_the_plan_logs_the_session_in_two_actions() {
    in_each_browser(async |person| {
        opens_a_plan_under_way(&person).await;
        person.goes_to("/guide").await;
        person.sees("heading", guide::TITLE).await;
        let before = person.actions();
        person.click("link", frame::PLAN).await;
        person.click("button", today::log_on(Minutes(90), "Variables")).await;
        assert_eq!(person.actions() - before, 2, "from anywhere to logged");
        person.reads("Logged 1 h 30 min on Variables.").await;
    });
}

#[test]
fn time_is_logged_on_a_row_of_the_plan_and_in_the_details_of_the_map() {
    in_each_browser(async |person| {
        opens_a_plan_under_way(&person).await;
        let before = person.actions();
        person.click("button", plan::about_item(today::LOG, "Functions")).await;
        person.is_on("textbox", progress::LOG_TIME).await;
        let form = person.within("form", progress::ADD_ENTRY);
        form.click("button", progress::ADD_ENTRY).await;
        assert_eq!(person.actions() - before, 2, "from the plan to logged");
        person.reads("Logged 1 h 30 min on Functions.").await;
        person.is_on("button", plan::about_item(today::LOG, "Functions")).await;
        person.click("button", plan::about_item(today::LOG, "Classes")).await;
        person.is_on("textbox", progress::LOG_TIME).await;
        person.is_axe_clean().await;

        person.click("link", frame::MAP).await;
        person.click("button", map::details_of("Python Fundamentals")).await;
        let before = person.actions();
        person.click("button", plan::about_item(today::LOG, "Classes")).await;
        let form = person.within("form", progress::ADD_ENTRY);
        form.click("button", progress::ADD_ENTRY).await;
        assert_eq!(person.actions() - before, 2, "from the details to logged");
        person.reads("on Classes.").await;
    });
}

#[test]
fn practice_counts_as_building() {
    in_each_browser(async |person| {
        opens_log(&person, &[("2026-12-01", "variables", 20 * 60)]).await;
        person.reads(shares(20, 0)).await;
        assert!(!person.sees("checkbox", progress::PRACTICE).await.chosen);
        person.choose("checkbox", progress::PRACTICE).await;
        learner::logs(&person, "Variables", "4 h").await;
        person.reads(shares(20, 4)).await;
        person.reads(progress::WAS_PRACTICE.trim()).await;
        assert!(
            !person.sees("checkbox", progress::PRACTICE).await.chosen,
            "the next one is not practice again"
        );
        // A project is practice from the start.
        person.choose("option", "Recommendation Systems").await;
        assert!(person.sees("checkbox", progress::PRACTICE).await.chosen);
        person.reloads().await;
        person.reads(shares(20, 4)).await;
    });
}

/// The sentence about hours logged for learning and for building.
fn shares(learning: u32, building: u32) -> String {
    let shares = Shares { learning: Minutes::hours(learning), building: Minutes::hours(building) };
    progress::shares(shares, shares.percent_building().expect("time is logged"), Some(80))
}
