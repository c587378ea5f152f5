//! A computer whose clock shows a date that cannot be right, such as 1970 after its battery ran out.

use browser_tests::{Person, in_each_browser};
use serde_json::Value;
use waymark::text::{dates, frame, keep, questions};

use crate::learner::{self, AI_ML};

const WRONG: [&str; 2] = ["1970-01-01", "2250-06-30"];

/// The alert about the clock, on the present screen.
async fn is_told_of_the_clock(person: &Person, shown: &str) {
    person.within("alert", "").reads(frame::wrong_clock(learner::date(shown))).await;
    person.does_not_read(frame::NOT_SAVED).await;
}

#[test]
fn a_wrong_clock_is_named_and_nothing_done_under_it_is_lost() {
    in_each_browser(async |person| {
        learner::opens_plan(&person, learner::one_path()).await;
        for (shown, topic, percent) in [(WRONG[0], "Variables", 8), (WRONG[1], "Functions", 16)] {
            learner::clock_shows(&person, learner::date(shown)).await;
            is_told_of_the_clock(&person, shown).await;
            person.choose("checkbox", topic).await;
            is_told_of_the_clock(&person, shown).await;
            person.is_axe_clean().await;
            person.picks(frame::MENU, frame::KEEP).await;
            is_told_of_the_clock(&person, shown).await;
            person.click("button", keep::DOWNLOAD).await;
            let file = person.downloaded().await;

            // The clock is right again.
            person.reloads().await;
            person.does_not_see("alert", "").await;
            person.click("link", frame::PLAN).await;
            person.reads(learner::percent_done(percent)).await;
            let file: Value = serde_json::from_slice(&file.bytes).expect("the file is JSON");
            for (document, percent) in [(learner::one_path(), 0), (file["document"].clone(), percent)] {
                person.picks(frame::MENU, frame::KEEP).await;
                learner::opens_another_plan(&person, document).await;
                person.reads(learner::percent_done(percent)).await;
            }
        }
    });
}

#[test]
fn a_plan_begun_under_a_wrong_clock_is_kept() {
    in_each_browser(async |person| {
        learner::clock_shows(&person, learner::date(WRONG[0])).await;
        is_told_of_the_clock(&person, WRONG[0]).await;
        learner::begins(&person).await;
        learner::chooses_path(&person, &AI_ML).await;
        learner::has_ten_hours_a_week(&person).await;
        person.sees("heading", questions::CHECK_TITLE).await;
        let filled_in = dates::date(learner::date("2000-01-01"));
        person.reads(format!("{} {filled_in}", questions::START_LABEL)).await;
        is_told_of_the_clock(&person, WRONG[0]).await;
        person.reads(frame::SAVED).await;
        person.reloads().await;
        person.sees("heading", questions::CHECK_TITLE).await;
        person.does_not_see("alert", "").await;
    });
}
