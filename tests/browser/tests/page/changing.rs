//! A plan under way: ticking off work, and changing the answers behind the dates.

use browser_tests::{Person, in_each_browser};
use planner::Status;
use roadmap::Minutes;
use waymark::text::plan::Said;
use waymark::text::{dates, plan, questions};

use crate::learner;

#[test]
fn what_is_ticked_counts_up_to_a_hundred_and_is_kept() {
    in_each_browser(async |person| {
        learner::opens_plan(&person, learner::one_path()).await;
        person.reads(learner::done(0, 0, 11)).await;

        // At the middle of the ranges the fundamentals take 60 hours, so each of their 3 topics 20; everything takes 245.
        person.choose("checkbox", "Variables").await;
        person.reads(learner::done(8, 1, 11)).await;
        person.within("article", "Python Fundamentals").reads(plan::status(Status::InProgress)).await;
        changes_a_date(&person).await;

        person.choose("checkbox", plan::finish_all("Python Fundamentals")).await;
        person.reads(learner::done(24, 3, 11)).await;
        person.within("article", "Python Fundamentals").reads("Variables Give values names").await;
        person.reads(plan::said_on(Said::Done, learner::date("2026-11-02"))).await;
        for phase in ["Phase 1: Data Foundations", "Phase 2: Machine Learning", "Phase 3: Deep Learning"] {
            learner::unfolds(&person, phase).await;
            person.choose("checkbox", plan::finish_all(phase)).await;
            person
                .within("article", phase)
                .reads(learner::before_the_date(|on| plan::said_on(Said::Done, on)))
                .await;
        }
        // The project takes 30 of the 245 hours.
        person.reads(learner::done(87, 10, 11)).await;
        learner::unfolds(&person, "Recommendation Systems").await;
        person.choose("checkbox", plan::about_item(plan::FINISHED, "Recommendation Systems")).await;
        person.reads(learner::done(100, 11, 11)).await;
        person.reads(learner::before_the_date(|on| plan::answer_done(Some(on)))).await;

        person.reloads().await;
        person.reads(learner::done(100, 11, 11)).await;
        learner::unfolds(&person, "Python Fundamentals").await;
        person.reads(plan::said_on(Said::Done, learner::date("2026-11-02"))).await;
        learner::unfolds(&person, "Recommendation Systems").await;
        person.click("checkbox", plan::about_item(plan::FINISHED, "Recommendation Systems")).await;
        person.reads(learner::done(87, 10, 11)).await;
        person.reads(learner::any_finish()).await;
    });
}

async fn changes_a_date(person: &Person) {
    let field = plan::date_of("Variables", Said::Done);
    person.click("button", plan::change_date_of("Variables", Said::Done)).await;
    person.is_on("textbox", &field).await;
    person.type_into("textbox", &field, "31 November 2026").await;
    assert!(person.sees("textbox", &field).await.invalid);
    person.click("button", plan::SET_DATE).await;
    assert_eq!(person.sees("textbox", &field).await.value, "31 November 2026");
    person.type_into("textbox", &field, "2 November 2026").await;
    person.click("button", plan::SET_DATE).await;
    person.does_not_see("textbox", &field).await;
    person.reads(plan::said_on(Said::Done, learner::date("2026-11-02"))).await;
}

#[test]
fn the_dates_follow_what_is_changed() {
    in_each_browser(async |person| {
        learner::opens_plan(&person, learner::one_path()).await;
        person.reads(learner::finish_by("2055-08-25")).await;

        // The dates are from tests/data/distributions/dates.txt: `ai-ml-two-projects`.
        person.choose("checkbox", plan::about_item(plan::IN_PLAN, "Predictive Models")).await;
        person.reads(learner::finish_by("2055-09-16")).await;
        person.reads(plan::covers(4, 2, learner::hours(205, 330), Minutes::hours(10))).await;
        person.click("checkbox", plan::about_item(plan::IN_PLAN, "Predictive Models")).await;
        person.reads(learner::finish_by("2055-08-25")).await;

        // Two weeks off from Monday to Sunday: `ai-ml-two-weeks-off`.
        changes(&person, questions::DATES_OFF).await;
        person.type_into("textbox", questions::OFF_FROM, "1 February 2055").await;
        person.type_into("textbox", questions::OFF_TO, "14 February 2055").await;
        person.click("button", questions::SAVE).await;
        let off = dates::span(learner::range("2055-02-01", "2055-02-14"));
        person.reads(format!("{} {off}", questions::DATES_OFF)).await;
        person.click("link", questions::SHOW_PLAN).await;
        person.reads(learner::finish_by("2055-09-08")).await;

        // At 5 hours a week, and the two weeks off on top: `ai-ml-five-hours-two-weeks-off`.
        changes(&person, questions::HOURS_LEGEND).await;
        person.click("button", questions::PRESETS[0].0).await;
        person.reads(questions::preview(Ok(Some(learner::chances("2056-01-13", "2056-04-28"))))).await;
        person.click("button", questions::SAVE).await;
        person.click("link", questions::SHOW_PLAN).await;
        person.reads(learner::finish_by("2056-04-28")).await;

        // What follows another path can wait.
        changes(&person, learner::SPECIALISATION).await;
        person.choose("radio", learner::ANALYTICS.label).await;
        person.click("button", questions::SAVE).await;
        person.sees("heading", questions::CHECK_TITLE).await;
        person.reads(format!("{} {}", learner::ANALYTICS.advanced, questions::DECIDE_LATER)).await;
        person.click("link", questions::SHOW_PLAN).await;
        person.sees("heading", plan::path_ready("Data Analytics")).await;
        person.does_not_see("heading", plan::path_ready("AI/ML Path")).await;
    });
}

async fn changes(person: &Person, answer: &str) {
    person.click("link", plan::CHANGE_ANSWERS).await;
    person.click("link", questions::change(answer)).await;
    person.sees("button", questions::SAVE).await;
}
