//! What the page says unasked, and the screen on which known topics are ticked.

use app::Change;
use browser_tests::{Person, in_each_engine};
use chrono::Days;
use planner::Date;
use roadmap::{About, Minutes, shipped_roadmap};
use serde_json::{Value, json};
use waymark::text::{frame, guide, known, nudge, questions, quiz, today as today_words};

use crate::learner;

/// A plan that began so many days ago.
fn begun(today: Date, days: u64) -> Value {
    let mut document = learner::one_path();
    document["start"] = json!((today - Days::new(days)).to_string());
    document
}

fn about() -> About {
    shipped_roadmap().about().clone()
}

async fn sees_nudge(person: &Person, title: &str) -> Person {
    learner::goes_to_today(person).await;
    person.within("region", title)
}

#[test]
fn a_pitfall_speaks_once_with_its_figures() {
    in_each_engine(async |person| {
        let today = learner::today(&person).await;
        let mut document = begun(today, 20);
        let log = (0..10).map(
            |at| json!({ "on": (today - Days::new(at)).to_string(), "topic": "variables", "minutes": 120 }),
        );
        document["log"] = json!(log.collect::<Vec<_>>());
        document["reviewed"] = json!(today.to_string());
        learner::opens_plan(&person, document).await;
        let pitfall = &about().pitfalls[0];
        let nudge = sees_nudge(&person, &pitfall.title).await;
        nudge.reads("20 hours of learning and 0 hours of building").await;
        person.is_axe_clean().await;
        nudge.click("button", nudge::GOT_IT).await;
        person.does_not_see("region", pitfall.title.clone()).await;
        person.reloads().await;
        person.sees("heading", today_words::WEEK).await;
        person.does_not_see("region", pitfall.title.clone()).await;
        person.click("button", frame::undo(Change::Pitfall)).await;
        person.sees("region", pitfall.title.clone()).await;
    });
}

#[test]
fn signs_of_success_are_offered_ticked_with_a_date_and_put_off() {
    in_each_engine(async |person| {
        let today = learner::today(&person).await;
        let mut document = begun(today, 63);
        let yesterday = (today - Days::new(1)).to_string();
        document["log"] = json!([{ "on": yesterday, "topic": "variables", "minutes": 60 }]);
        document["reviewed"] = json!(today.to_string());
        learner::opens_plan(&person, document).await;
        let level = &about().success[0];
        let first = level.signs[0].text.clone();
        let offer = sees_nudge(&person, nudge::SIGNS).await;
        offer.choose("checkbox", first.clone()).await;
        offer.reads(nudge::since(today)).await;
        person.is_axe_clean().await;
        offer.click("button", nudge::NOT_NOW).await;
        person.does_not_see("region", nudge::SIGNS).await;
        person.click("link", frame::GUIDE).await;
        person.sees("heading", guide::SUCCESS).await;
        person.reads(nudge::since(today)).await;
        person.is_axe_clean().await;
    });
}

#[test]
fn somebody_with_some_programming_says_what_they_know() {
    in_each_engine(async |person| {
        learner::begins(&person).await;
        learner::answers(&person, learner::BACKGROUND, "Some Programming").await;
        person.sees("heading", known::TITLE).await;
        person.sees("link", quiz::TAKE).await;
        person.reads(known::saved(Minutes::ZERO)).await;
        person.choose("checkbox", "Variables").await;
        person.reads(known::saved(Minutes::hours(20))).await;
        person.is_axe_clean().await;
        person.click("link", questions::CONTINUE).await;
        person.sees("heading", learner::SPECIALISATION).await;
        // Once something is said, the question does not come again.
        person.goes_to("/choice/Assess").await;
        person.click("button", questions::CONTINUE).await;
        person.sees("heading", learner::SPECIALISATION).await;
    });
}
