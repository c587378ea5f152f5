//! Nine months of a learner, a visit for each session with the clock set to its day: how many actions a visit takes.

use browser_tests::{Engine, Person, containing, in_each_browser};
use chrono::{Datelike, Weekday};
use planner::{Date, WeekStudied};
use roadmap::Minutes;
use serde_json::json;
use waymark::text::{plan, today};

use crate::learner;

/// Four hours a week: Tuesday, Thursday and Saturday.
const WEEK: [u32; 7] = [0, 75, 0, 75, 0, 90, 0];
/// From January to September.
const WEEKS: u64 = 39;
/// What a visit took in which an hour was logged, as it was counted before there was Today.
const BEFORE: usize = 9;

/// The actions of a visit.
struct Visit {
    on: Date,
    actions: usize,
}

#[test]
fn a_visit_to_log_a_session_takes_one_action_for_nine_months() {
    in_each_browser(async |person| {
        // The other browsers would take as many actions, and minutes.
        if person.browser() != Engine::Chromium {
            return;
        }
        let start = learner::date("2027-01-04");
        learner::clock_shows(&person, start).await;
        let mut document = learner::one_path();
        document["start"] = json!(start.to_string());
        document["week_minutes"] = json!(WEEK);
        learner::opens_plan(&person, document).await;
        let mut visits = Vec::new();
        for day in start.iter_days().take((7 * WEEKS) as usize).filter(|day| planned(*day) > Minutes::ZERO) {
            visits.push(visit(&person, day, visits.len()).await);
        }
        let all: usize = visits.iter().map(|visit| visit.actions).sum();
        let most = visits.iter().max_by_key(|visit| visit.actions).expect("there are visits");
        println!(
            "{} visits: {all} actions, {:.1} a visit ({BEFORE} before), at most {} on {}",
            visits.len(),
            all as f64 / visits.len() as f64,
            most.actions,
            most.on
        );
        assert_eq!(visits.len() as u64, 3 * WEEKS);
        // A session, in some visits a step too, and once a week the review.
        assert!(all <= 2 * visits.len(), "{all} actions");
        assert!(most.actions <= 3, "{} actions on {}", most.actions, most.on);
        // Nothing was lost on the way: the last twelve weeks are full.
        person.goes_to("/").await;
        person
            .reads(today::weeks_studied(
                &[WeekStudied { monday: start, planned: Minutes::hours(4), done: Minutes::hours(4) }; 12],
            ))
            .await;
    });
}

fn planned(on: Date) -> Minutes {
    Minutes(WEEK[on.weekday().num_days_from_monday() as usize])
}

/// Opens the page on a day, logs the session, and ends a step once a week.
async fn visit(person: &Person, on: Date, number: usize) -> Visit {
    learner::clock_shows(person, on).await;
    person.goes_to("/").await;
    person.sees("heading", today::session(planned(on))).await;
    let before = person.actions();
    if on.weekday() == Weekday::Tue && number > 0 && person.text().await.contains(today::KEEP_WEEK) {
        person.click("button", today::KEEP_WEEK).await;
    }
    person.click("button", today::log(planned(on))).await;
    person.sees("heading", today::DONE_FOR_TODAY).await;
    if on.weekday() == Weekday::Sat {
        person.click("button", containing(plan::about_item(today::STEP_DONE, ""))).await;
    }
    let actions = person.actions() - before;
    // The next day begins without what was said today.
    person.goes_to("/guide").await;
    person.does_not_see("heading", today::WEEK).await;
    Visit { on, actions }
}
