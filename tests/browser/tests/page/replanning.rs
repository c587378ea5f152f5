//! What can be changed when life or the dates do: other weeks, a break, a target, another path.

use browser_tests::in_each_browser;
use serde_json::{Value, json};

use crate::learner;

#[test]
fn weeks_can_differ_and_the_past_stays_as_it_was() {
    in_each_browser(async |person| {
        learner::opens_plan(&person, learner::one_path()).await;
        person.click("link", "Change your answers").await;
        person.click("link", "Change: Dates off").await;
        person.click("button", "Add a time with other hours").await;
        person.type_into("textbox", "First day", "1 June 2055").await;
        person.type_into("textbox", "Last day", "20 June 2055").await;
        person.type_into("textbox", "Hours a week then", "2").await;
        person.type_into("textbox", "What for (you may leave this empty)", "Exams").await;
        person.click("button", learner::SAVE_CHANGE).await;
        person.reads("Exams, 1 June 2055 to 20 June 2055: 2 hours a week").await;
        person.click("link", learner::SHOW_PLAN).await;
        // 14 study days hold 24 minutes instead of 120: 23,032.3 minutes gather by 14 October, not 28 September.
        person.reads("8 in 10 chance to finish by 14 October 2055.").await;

        // Hours that are changed under way count from today on.
        person.click("link", learner::KEEP).await;
        let mut begun = learner::one_path();
        begun["start"] = json!("2026-01-05");
        learner::opens_another_plan(&person, begun).await;
        person.click("link", "Change your answers").await;
        person.click("link", "Change: Hours on each weekday").await;
        person.reads("Other hours count from today on. What is past stays as it was.").await;
        person.click("button", "1 hour on workdays").await;
        person.click("button", learner::SAVE_CHANGE).await;
        person.click("link", learner::SHOW_PLAN).await;
        person.click("button", learner::DOWNLOAD).await;
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
        person.click("link", "See the ways to go on").await;
        person.sees("heading", "After a break").await;
        for way in ["Keep your hours", "Catch up", "Lighten the plan"] {
            person.sees("heading", way).await;
        }
        person.reads("You finish by").await;
        person.reads("Your date before the break was").await;
        person.choose("checkbox", "Recommendation Systems").await;
        person.reads("sooner, 8 in 10 by").await;
        person.click("button", "Go on without these").await;
        person.sees("heading", learner::PLAN).await;
        assert!(!person.sees("checkbox", "In my plan: Recommendation Systems").await.chosen);
        person.does_not_read("Nothing was noted since").await;

        person.click("link", learner::KEEP).await;
        learner::opens_another_plan(&person, document).await;
        person.click("link", "After a break").await;
        person.click("button", "Go on with the same hours").await;
        person.sees("heading", learner::PLAN).await;
        person.does_not_read("Nothing was noted since").await;
        person.click("link", "Change your answers").await;
        person.reads("Dates off 17 January 2026 to").await;
    });
}

#[test]
fn a_target_says_what_it_takes() {
    in_each_browser(async |person| {
        learner::opens_plan(&person, learner::one_path()).await;
        person.click("link", "Finish by a date").await;
        person.sees("heading", "Finish by a date").await;
        person.reads("Enter a date to see what it takes.").await;
        person.type_into("textbox", learner::TARGET_DATE, "31 August 2055").await;
        // Up to then are 172 days from Monday to Friday; 23,032.3 minutes are enough with 8 in 10.
        person.reads("With your 10 hours a week the chance to finish by 31 August 2055 is").await;
        person.reads("11 hours 15 minutes a week meet it with a chance of 8 in 10.").await;
        person.type_into("textbox", learner::TARGET_DATE, "1 February 2055").await;
        person.reads("Not by then: even with 40 hours a week, the most you allow, 8 in 10 is reached on 10 March 2055 at the earliest.").await;
        person.type_into("textbox", "The most hours a week you would go to", "20").await;
        person.reads("8 in 10 is reached on 17 May 2055 at the earliest.").await;
        person.click("button", "Keep this target").await;
        person.reloads().await;
        assert_eq!(person.sees("textbox", learner::TARGET_DATE).await.value, "1 February 2055");
        assert_eq!(person.sees("textbox", "The most hours a week you would go to").await.value, "20");

        person.type_into("textbox", learner::TARGET_DATE, "3 January 2055").await;
        person.click("button", "Keep this target").await;
        person.is_on("alert", learner::PROBLEM).await;
        person.type_into("textbox", learner::TARGET_DATE, "31 August 2055").await;
        person.click("button", "Plan with 11 hours 15 minutes a week from today").await;
        person.reads("With your 11 hours 15 minutes a week").await;
        person.does_not_see("button", "Plan with 11 hours 15 minutes a week from today").await;
    });
}

#[test]
fn paths_stand_side_by_side() {
    in_each_browser(async |person| {
        learner::opens_plan(&person, learner::one_path()).await;
        person.click("link", "Compare paths").await;
        person.sees("heading", "Compare paths").await;
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
        person.click("button", "Take Data Analytics instead").await;
        person.reads("Data Analytics your choice").await;
        person.reads("After Data Analytics").await;
    });
}
