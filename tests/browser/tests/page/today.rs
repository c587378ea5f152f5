//! Today: what a learner opens every day, and how few actions it takes.

use app::Change;
use browser_tests::{Key, Person, Theme, containing, in_each_browser, in_each_engine};
use chrono::Days;
use planner::Date;
use roadmap::Minutes;
use serde_json::{Value, json};
use waymark::text::{amounts, content, frame, guide, plan, progress, today};

use crate::learner;

/// A plan that began some days ago, with an hour and a half on every day.
pub fn under_way(today: Date, ago: u64) -> Value {
    let mut document = learner::one_path();
    document["start"] = json!((today - Days::new(ago)).to_string());
    document["week_minutes"] = json!([90, 90, 90, 90, 90, 90, 90]);
    document
}

const SESSION: Minutes = Minutes(90);

/// Opens the file anew as by a double-click, where there is a plan, and counts from there.
pub async fn opens_the_file(person: &Person, document: Value) -> usize {
    learner::opens_plan(person, document).await;
    person.reads(frame::SAVED).await;
    person.goes_to("/").await;
    person.reloads().await;
    person.sees("heading", today::WEEK).await;
    person.actions()
}

/// The title of the first step of a topic.
pub fn first_step() -> String {
    let steps = &roadmap::shipped_roadmap();
    steps.topic(&"variables".into()).expect("it is a topic").steps[0].title.clone()
}

#[test]
fn a_plan_opens_on_today_and_one_touch_logs_the_session() {
    in_each_engine(async |person| {
        let on = learner::today(&person).await;
        let before = opens_the_file(&person, under_way(on, 3)).await;
        assert_eq!(person.screen().await, "/today");
        person.sees("heading", today::session(SESSION)).await;
        person.click("button", today::log(SESSION)).await;
        assert_eq!(person.actions() - before, 1, "from opening to logged");
        person.sees("heading", today::DONE_FOR_TODAY).await;
        person.reads(format!("Logged {} on Variables.", amounts::time_short(SESSION))).await;
        person.is_axe_clean().await;
        // The touch can be taken back.
        person.within("status", "").click("button", frame::UNDO).await;
        person.sees("heading", today::session(SESSION)).await;
    });
}

#[test]
fn one_touch_ends_the_step_and_brings_the_next_one() {
    in_each_engine(async |person| {
        let on = learner::today(&person).await;
        let before = opens_the_file(&person, under_way(on, 3)).await;
        let first = first_step();
        person.sees("heading", first.clone()).await;
        person.click("button", plan::about_item(today::STEP_DONE, &first)).await;
        assert_eq!(person.actions() - before, 1, "from opening to a step done");
        person.does_not_see("heading", first.clone()).await;
        assert!(person.sees("checkbox", first.clone()).await.chosen);
        person.click("button", frame::undo(Change::Progress)).await;
        person.sees("heading", first).await;
    });
}

#[test]
fn the_timer_starts_with_one_touch_and_survives_a_reload() {
    in_each_engine(async |person| {
        let on = learner::today(&person).await;
        let before = opens_the_file(&person, under_way(on, 3)).await;
        person.click("button", today::START).await;
        assert_eq!(person.actions() - before, 1, "from opening to a running timer");
        person.sees("timer", "").await;
        person.sees("button", today::PAUSE).await;
        let title = person.runs("return document.title", &[]).await;
        assert!(title.as_str().is_some_and(|title| title.starts_with("0:01")), "{title}");
        person.reloads().await;
        person.sees("timer", "").await;
        person.is_axe_clean().await;
        person.click("button", today::PAUSE).await;
        person.reads(today::PAUSED).await;
        person.click("button", today::RESUME).await;
        person.click("button", today::STOP).await;
        // The time is proposed, and can be corrected.
        person.is_on("textbox", today::SPENT).await;
        person.type_into("textbox", today::SPENT, "soon").await;
        person.presses(Key::Enter).await;
        person.reads(today::UNREADABLE).await;
        person.type_into("textbox", today::SPENT, "40 min").await;
        person.presses(Key::Enter).await;
        person.reads("Logged 40 min on Variables.").await;
        person.does_not_see("timer", "").await;
    });
}

#[test]
fn two_windows_agree_on_the_timer() {
    in_each_engine(async |person| {
        let on = learner::today(&person).await;
        opens_the_file(&person, under_way(on, 3)).await;
        person.opens_another_window().await;
        person.click("button", today::START).await;
        person.sees("timer", "").await;
        person.goes_to_the_other_window().await;
        person.sees("timer", "").await;
        person.click("button", today::STOP).await;
        person.click("button", today::DISCARD).await;
        person.sees("button", today::START).await;
        person.goes_to_the_other_window().await;
        person.sees("button", today::START).await;
    });
}

#[test]
fn a_timer_that_ran_overnight_asks() {
    in_each_browser(async |person| {
        let on = learner::today(&person).await;
        opens_the_file(&person, under_way(on, 3)).await;
        person.click("button", today::START).await;
        person.sees("timer", "").await;
        learner::clock_goes_on(&person, 1).await;
        person.runs("dispatchEvent(new Event('focus'))", &[]).await;
        person.reads("has been running since").await;
        assert_eq!(person.sees("textbox", today::SPENT).await.value, amounts::time_short(SESSION));
        person.click("button", today::LOG).await;
        // It is logged on the day on which it was started.
        person.reads("Logged 1 h 30 min on Variables for").await;
    });
}

#[test]
fn time_is_logged_where_one_is_in_two_actions() {
    in_each_browser(async |person| {
        let on = learner::today(&person).await;
        opens_the_file(&person, under_way(on, 3)).await;
        person.goes_to("/guide").await;
        person.sees("heading", guide::TITLE).await;
        let before = person.actions();
        person.click("link", frame::TODAY).await;
        person.click("button", today::log(SESSION)).await;
        assert_eq!(person.actions() - before, 2, "from anywhere to logged");

        // On the page of a topic, date and time are filled in.
        person.goes_to("/topic/functions").await;
        let form = person.within("form", progress::ADD_ENTRY);
        form.type_into("textbox", progress::LOG_TIME, "0:45").await;
        form.click("button", progress::ADD_ENTRY).await;
        person.reads("Logged 45 min on Functions.").await;
    });
}

#[test]
fn another_time_or_day_is_logged_on_today() {
    in_each_browser(async |person| {
        let on = learner::today(&person).await;
        opens_the_file(&person, under_way(on, 3)).await;
        person.click("button", plan::about_item(today::OTHER_TIME, "Variables")).await;
        person.is_on("textbox", progress::LOG_TIME).await;
        let form = person.within("form", progress::ADD_ENTRY);
        form.type_into("textbox", progress::LOG_DATE, "next week").await;
        form.click("button", progress::ADD_ENTRY).await;
        assert!(form.sees("textbox", progress::LOG_DATE).await.invalid);
        form.type_into("textbox", progress::LOG_DATE, &(on - Days::new(1)).to_string()).await;
        form.type_into("textbox", progress::LOG_TIME, "2 h").await;
        form.click("button", progress::ADD_ENTRY).await;
        person.reads("Logged 2 h on Variables for").await;
        person.is_on("button", plan::about_item(today::OTHER_TIME, "Variables")).await;
        // Yesterday's study leaves today's session as it was.
        person.sees("heading", today::session(SESSION)).await;
    });
}

#[test]
fn before_the_start_today_says_when_it_is() {
    in_each_browser(async |person| {
        let document = learner::one_path();
        learner::opens_plan(&person, document).await;
        person.click("link", frame::TODAY).await;
        person.sees("heading", today::starts(learner::date("2055-01-04"))).await;
        person.sees("heading", today::FIRST_WEEK).await;
    });
}

#[test]
fn a_day_without_a_session_says_when_the_next_one_is() {
    in_each_browser(async |person| {
        let on = learner::today(&person).await;
        let mut document = under_way(on, 3);
        // Only tomorrow's day of the week has time.
        let tomorrow = on + Days::new(1);
        let mut week = [0; 7];
        week[chrono::Datelike::weekday(&tomorrow).num_days_from_monday() as usize] = 120;
        document["week_minutes"] = json!(week);
        opens_the_file(&person, document).await;
        person.sees("heading", today::NO_SESSION).await;
        person.reads(today::next(tomorrow, Minutes::hours(2))).await;
    });
}

#[test]
fn today_shows_what_to_do_and_with_what() {
    in_each_browser(async |person| {
        let on = learner::today(&person).await;
        opens_the_file(&person, under_way(on, 3)).await;
        // The step's instruction, from the learning content, and its material, which opens in a new tab.
        person.sees("link", containing(guide::NEW_WINDOW)).await;
        person.within("list", today::WHERE).click("link", "Variables").await;
        person.sees("heading", content::MATERIALS).await;
        person.click("link", frame::TODAY).await;
        person.tabs_to("button", today::START).await;
        person.presses(Key::Enter).await;
        person.sees("timer", "").await;
    });
}

#[test]
fn today_is_clean_in_the_dark_and_on_a_phone() {
    in_each_browser(async |person| {
        person.prefers(Theme::Dark).await;
        let on = learner::today(&person).await;
        opens_the_file(&person, under_way(on, 40)).await;
        person.is_axe_clean().await;
        person.window(390, 800).await;
        person.is_axe_clean().await;
        person.window(320, 800).await;
        person.needs_no_sideways_scrolling().await;
        person.click("button", frame::MENU).await;
        person.is_axe_clean().await;
        person.needs_no_sideways_scrolling().await;
    });
}
