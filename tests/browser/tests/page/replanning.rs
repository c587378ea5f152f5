//! What can be changed when life or the dates do: other weeks, a break, a target, another path.

use browser_tests::in_each_browser;
use roadmap::Minutes;
use serde_json::{Value, json};
use waymark::text::{compare, finish_by, frame, keep, plan, problems, questions, replan};

use crate::learner;

#[test]
fn weeks_can_differ_and_the_past_stays_as_it_was() {
    in_each_browser(async |person| {
        learner::opens_plan(&person, learner::one_path()).await;
        person.click("link", plan::CHANGE_ANSWERS).await;
        person.click("link", questions::change("Dates off")).await;
        person.click("button", questions::STRETCH_ADD).await;
        person.type_into("textbox", questions::STRETCH_FROM, "1 June 2055").await;
        person.type_into("textbox", questions::STRETCH_TO, "20 June 2055").await;
        person.type_into("textbox", questions::STRETCH_HOURS, "2").await;
        person.type_into("textbox", questions::STRETCH_NAME, "Exams").await;
        person.click("button", questions::SAVE).await;
        person.reads("Exams, 1 June 2055 to 20 June 2055: 2 hours a week").await;
        person.click("link", questions::SHOW_PLAN).await;
        // 14 study days hold 24 minutes instead of 120: 23,032.3 minutes gather by 14 October, not 28 September.
        person.reads(learner::finish_by("2055-10-14")).await;

        // Hours that are changed under way count from today on.
        person.click("link", frame::KEEP).await;
        let mut begun = learner::one_path();
        begun["start"] = json!("2026-01-05");
        learner::opens_another_plan(&person, begun).await;
        person.click("link", plan::CHANGE_ANSWERS).await;
        person.click("link", questions::change("Hours on each weekday")).await;
        person.reads(questions::HOURS_FROM_TODAY).await;
        person.click("button", questions::PRESETS[0].0).await;
        person.click("button", questions::SAVE).await;
        person.click("link", questions::SHOW_PLAN).await;
        person.click("button", keep::DOWNLOAD).await;
        let file: Value = serde_json::from_slice(&person.downloaded().await.bytes).expect("the file is JSON");
        let earlier = file["document"]["earlier_weeks"].as_array().expect("the earlier weeks are a list");
        assert_eq!(earlier.len(), 1);
        assert_eq!(earlier[0]["week_minutes"], json!([120, 120, 120, 120, 120, 0, 0]));
        assert_eq!(file["document"]["week_minutes"], json!([60, 60, 60, 60, 60, 0, 0]));
    });
}

#[test]
fn after_a_break_there_are_three_ways_to_go_on() {
    in_each_browser(async |person| {
        let mut document = learner::one_path();
        document["start"] = json!("2026-01-05");
        document["marks"] = json!([learner::finished("variables", "2026-01-16")]);
        learner::opens_plan(&person, document.clone()).await;
        person.reads("Nothing was noted since 17 January 2026.").await;
        person.click("link", plan::GAP_WAYS).await;
        person.sees("heading", replan::TITLE).await;
        for way in ["Keep your hours", "Catch up", "Lighten the plan"] {
            person.sees("heading", way).await;
        }
        person.reads("You finish by").await;
        person.reads("Your date before the break was").await;
        person.choose("checkbox", "Recommendation Systems").await;
        person.reads("sooner, 8 in 10 by").await;
        person.click("button", replan::TAKE_LIGHTEN).await;
        person.sees("heading", plan::TITLE).await;
        assert!(
            !person.sees("checkbox", plan::about_item(plan::IN_PLAN, "Recommendation Systems")).await.chosen
        );
        person.does_not_read("Nothing was noted since").await;

        person.click("link", frame::KEEP).await;
        learner::opens_another_plan(&person, document).await;
        person.click("link", plan::NAV_BREAK).await;
        person.click("button", replan::TAKE_EXTEND).await;
        person.sees("heading", plan::TITLE).await;
        person.does_not_read("Nothing was noted since").await;
        person.click("link", plan::CHANGE_ANSWERS).await;
        person.reads("Dates off 17 January 2026 to").await;
    });
}

#[test]
fn a_target_says_what_it_takes() {
    in_each_browser(async |person| {
        learner::opens_plan(&person, learner::one_path()).await;
        person.click("link", plan::NAV_FINISH_BY).await;
        person.sees("heading", finish_by::TITLE).await;
        person.reads(finish_by::NO_TARGET).await;
        person.type_into("textbox", questions::TARGET_LABEL, "31 August 2055").await;
        // Up to then are 172 days from Monday to Friday; 23,032.3 minutes are enough with 8 in 10.
        person.reads("With your 10 hours a week the chance to finish by 31 August 2055 is").await;
        person.reads("11 hours 15 minutes a week meet it with a chance of 8 in 10.").await;
        person.type_into("textbox", questions::TARGET_LABEL, "1 February 2055").await;
        person.reads("Not by then: even with 40 hours a week, the most you allow, 8 in 10 is reached on 10 March 2055 at the earliest.").await;
        person.type_into("textbox", finish_by::MOST, "20").await;
        person.reads("8 in 10 is reached on 17 May 2055 at the earliest.").await;
        person.click("button", finish_by::KEEP).await;
        person.reloads().await;
        assert_eq!(person.sees("textbox", questions::TARGET_LABEL).await.value, "1 February 2055");
        assert_eq!(person.sees("textbox", finish_by::MOST).await.value, "20");

        person.type_into("textbox", questions::TARGET_LABEL, "3 January 2055").await;
        person.click("button", finish_by::KEEP).await;
        person.is_on("alert", problems::SUMMARY).await;
        person.type_into("textbox", questions::TARGET_LABEL, "31 August 2055").await;
        person.click("button", finish_by::take(Minutes(11 * 60 + 15))).await;
        person.reads("With your 11 hours 15 minutes a week").await;
        person.does_not_see("button", finish_by::take(Minutes(11 * 60 + 15))).await;
    });
}

#[test]
fn paths_stand_side_by_side() {
    in_each_browser(async |person| {
        learner::opens_plan(&person, learner::one_path()).await;
        person.click("link", plan::NAV_COMPARE).await;
        person.sees("heading", compare::TITLE).await;
        person.reads("AI/ML Path your choice").await;
        person
            .reads("As likely as not by 25 Jun 2055 8 in 10 by 28 Sep 2055 Study left 190 to 300 hours")
            .await;
        person.reads("The guide says 4 to 6 months Salary in the guide $90k–$180k+ a year").await;
        // From dates.txt: `analytics`.
        person
            .reads("As likely as not by 14 May 2055 8 in 10 by 27 Jul 2055 Study left 145 to 228 hours")
            .await;
        // 105 to 148 hours without the fundamentals, less the 26 h 40 to 36 h 40 that AI/ML has taught.
        person.reads("After AI/ML Path 78 to 111 hours more, 32 hours less than alone").await;
        person.click("button", compare::take("Data Analytics")).await;
        person.reads("Data Analytics your choice").await;
        person.reads("After Data Analytics").await;
    });
}
