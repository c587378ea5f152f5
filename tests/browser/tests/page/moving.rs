//! What moves the dates is said, and what the page cannot know it asks.

use browser_tests::in_each_browser;
use chrono::Days;
use planner::{Date, DateRange};
use serde_json::{Value, json};
use waymark::text::{frame, moved, plan, today as today_words};

use crate::learner;

/// A learner on [`learner::one_path`] who began some days ago.
fn began(today: Date, days_ago: u64) -> Value {
    let mut document = learner::one_path();
    document["start"] = json!((today - Days::new(days_ago)).to_string());
    document
}

#[test]
fn a_tick_says_what_it_moved_and_can_be_taken_back() {
    in_each_browser(async |person| {
        let today = learner::today(&person).await;
        learner::opens_plan(&person, began(today, 21)).await;
        person.choose("checkbox", "Variables").await;
        person.reads("Variables took").await;
        person.reads("Your 80% date is now").await;
        person.does_not_read(moved::DID_YOU_KNOW).await;
        person.click("button", frame::UNDO).await;
        assert!(!person.sees("checkbox", "Variables").await.chosen);
    });
}

#[test]
fn what_was_done_in_no_time_may_have_been_known() {
    in_each_browser(async |person| {
        let today = learner::today(&person).await;
        learner::opens_plan(&person, began(today, 4)).await;
        person.choose("checkbox", plan::finish_all("Python Fundamentals")).await;
        person.reads(moved::DID_YOU_KNOW).await;
        // The question stays with each topic, also when the notice is gone.
        person.click("button", frame::DISMISS).await;
        person.reads(plan::WAS_KNOWN).await;
        person.click("button", plan::about_item(moved::KNEW_IT, "Functions")).await;
        person.within("list", plan::topics_of("Python Fundamentals")).reads(plan::KNOWN).await;
    });
}

#[test]
fn after_two_weeks_without_a_sign_the_page_asks() {
    in_each_browser(async |person| {
        let today = learner::today(&person).await;
        learner::opens_plan(&person, began(today, 21)).await;
        let dates = DateRange::new(today - Days::new(21), today - Days::new(1)).expect("they are in order");
        learner::goes_to_today(&person).await;
        person.reads(plan::gap(dates)).await;
        person.sees("link", plan::GAP_WAYS).await;
        person.click("button", plan::AS_PLANNED).await;
        person.sees("heading", plan::TITLE).await;
        learner::goes_to_today(&person).await;
        person.does_not_read(plan::gap(dates)).await;
        person.reloads().await;
        person.sees("heading", today_words::WEEK).await;
        person.does_not_read(plan::gap(dates)).await;
    });
}

#[test]
fn what_took_long_asks_whether_it_is_finished() {
    in_each_browser(async |person| {
        let today = learner::today(&person).await;
        let mut document = began(today, 30);
        let entry = |ago: u64| json!({ "on": (today - Days::new(ago)).to_string(), "topic": "variables", "minutes": 900 });
        document["log"] = json!([entry(20), entry(10), entry(2)]);
        learner::opens_plan(&person, document).await;
        person
            .within("list", plan::topics_of("Python Fundamentals"))
            .reads(plan::finished(roadmap::Minutes::hours(45)))
            .await;
    });
}

#[test]
fn what_was_reached_stays_with_how_it_turned_out() {
    in_each_browser(async |person| {
        let today = learner::today(&person).await;
        let mut document = began(today, 100);
        let day = |ago: u64| (today - Days::new(ago)).to_string();
        document["target"] = json!(today.to_string());
        let topics = [
            "variables",
            "functions",
            "classes",
            "numpy",
            "pandas",
            "matplotlib",
            "scikit-learn",
            "model-training",
            "pytorch",
            "neural-networks",
        ];
        let mut marks: Vec<Value> = topics.iter().map(|topic| learner::finished(topic, &day(10))).collect();
        marks.push(json!({ "project": "recommendation-systems", "started": null, "finished": day(5), "skipped": null }));
        document["marks"] = json!(marks);
        learner::opens_plan(&person, document).await;
        let (ready, after) = plan::was_ready(today - Days::new(10), 90);
        person.reads(format!("{ready} {after}")).await;
        person.reads(plan::target_met(today - Days::new(5), today)).await;
    });
}

#[test]
fn what_was_done_on_another_path_stays_in_sight() {
    in_each_browser(async |person| {
        let today = learner::today(&person).await;
        let mut document = began(today, 40);
        document["marks"] = json!([learner::finished("ansible", &(today - Days::new(5)).to_string())]);
        learner::opens_plan(&person, document).await;
        let also = person.within("list", plan::ALSO_DONE);
        assert!(also.sees("checkbox", "Ansible").await.chosen);
        person.reads(plan::done_of(1, 12)).await;
    });
}
