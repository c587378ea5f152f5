//! How certain the dates are, and what moves them: known topics, finished work, the learner's own pace.
//!
//! Dates by probability are from tests/data/distributions/dates.txt, or computed from the minutes there as noted.

use browser_tests::{containing, in_each_browser};
use planner::{Chances, PaceChoice, Shares};
use roadmap::Minutes;
use waymark::text::plan::Said;
use waymark::text::{amounts, chances, plan, progress, timeline, what_if};

use crate::learner;

#[test]
fn dates_come_with_their_chances() {
    in_each_browser(async |person| {
        learner::opens_plan(&person, learner::one_path()).await;
        person.reads(learner::finish_by("2055-08-25")).await;
        person.click("button", chances::CURVE).await;
        let finish =
            Chances { p95: learner::date("2055-10-29"), ..learner::chances("2055-07-02", "2055-08-25") };
        person.sees("img", chances::curve(finish)).await;
        person.sees("img", timeline::TITLE).await;
        person.reads(timeline::LIKELY).await;
        person.reads(timeline::NEARLY_SURE).await;
        let phase = person.within("article", "Phase 2: Machine Learning");
        phase.reads(learner::row_dates("2055-04-19", "2055-05-19")).await;
    });
}

#[test]
fn topics_have_dates_and_count_on_every_path() {
    in_each_browser(async |person| {
        learner::opens_plan(&person, learner::two_paths()).await;
        // A third of the 4,865.3 minutes within which the fundamentals end with 80 % probability is the 14th study day.
        // A second path ahead makes hardly any difference that early.
        let fundamentals = person.within("list", plan::topics_of("Python Fundamentals"));
        fundamentals.reads(plan::topic_date(learner::chances("2055-01-18", "2055-01-21"))).await;
        learner::unfolds(&person, "Phase 1: Data Manipulation").await;
        learner::unfolds(&person, "Phase 1: Data Foundations").await;
        let again = person.within("list", plan::topics_of("Phase 1: Data Manipulation"));
        again.reads(plan::learned_in("Phase 1: Data Foundations")).await;
        person
            .reads(plan::saved(
                &learner::list(&["Pandas", "NumPy", "Matplotlib"]),
                Minutes::hours(32),
                plan::MET_TWICE,
            ))
            .await;
        // Ticked on one path it is ticked on the other.
        person
            .within("list", plan::topics_of("Phase 1: Data Foundations"))
            .choose("checkbox", "Pandas")
            .await;
        again.reads("Pandas").await;
        assert!(again.sees("checkbox", "Pandas").await.chosen);
    });
}

#[test]
fn what_is_known_shortens_the_plan_and_can_be_taken_back() {
    in_each_browser(async |person| {
        learner::opens_plan(&person, learner::one_path()).await;
        person.click("button", plan::about_item(plan::KNOW_ALL, "Python Fundamentals")).await;
        person.reads(learner::finish_by("2055-06-25")).await;
        person
            .reads(plan::saved(
                &learner::list(&["Variables", "Functions", "Classes"]),
                Minutes::hours(60),
                plan::KNOWN_BEFORE,
            ))
            .await;
        person.reloads().await;
        person.reads(learner::finish_by("2055-06-25")).await;
        learner::unfolds(&person, "Python Fundamentals").await;
        person.click("button", plan::about_item(plan::TAKE_BACK, "Python Fundamentals")).await;
        person.reads(learner::finish_by("2055-08-25")).await;
        person.click("button", plan::about_item(plan::MORE, "Variables")).await;
        person.click("button", plan::about_item(plan::KNOW, "Variables")).await;
        person.reads(plan::saved("Variables", Minutes::hours(20), plan::KNOWN_BEFORE)).await;
        person.click("button", plan::about_item(plan::TAKE_BACK, "Variables")).await;
        person.does_not_read(plan::KNOWN_BEFORE).await;
    });
}

#[test]
fn what_is_begun_left_out_and_logged_is_kept() {
    in_each_browser(async |person| {
        learner::opens_plan(&person, learner::fundamentals_finished()).await;
        person.click("button", plan::about_item(plan::MORE, "NumPy")).await;
        person.click("button", plan::about_item(plan::START, "NumPy")).await;
        person
            .within("list", plan::topics_of("Phase 1: Data Foundations"))
            .reads(learner::before_the_date(|on| plan::said_on(Said::Begun, on)))
            .await;
        person.click("button", plan::change_date_of("NumPy", Said::Begun)).await;
        person.type_into("textbox", plan::date_of("NumPy", Said::Begun), "2 March 2026").await;
        person.click("button", plan::SET_DATE).await;
        person.reads(plan::said_on(Said::Begun, learner::date("2026-03-02"))).await;
        person.click("button", plan::about_item(plan::MORE, "Matplotlib")).await;
        person.click("button", plan::about_item(plan::SKIP, "Matplotlib")).await;
        person
            .within("list", plan::topics_of("Phase 1: Data Foundations"))
            .reads(learner::before_the_date(|on| plan::said_on(Said::LeftOut, on)))
            .await;
        person.click("button", plan::about_item(plan::TAKE_BACK, "Matplotlib")).await;

        person.click("link", plan::NAV_PROGRESS).await;
        person.sees("heading", progress::TITLE).await;
        // Exactly the middle of the guide's ranges, six weeks of ten hours; generate.py has 1.054 for what is left.
        person.reads(progress::pace(PaceChoice::Own, 3, 1.054)).await;
        person.sees("img", containing(progress::STUDY_OVER_TIME)).await;
        learner::logs(&person, "Pandas", "20").await;
        person.reads(shares(20 * 60, 0)).await;
        learner::logs(&person, "Recommendation Systems", "4 h 30").await;
        person.reads(shares(20 * 60, 270)).await;
        person.reloads().await;
        person.reads(shares(20 * 60, 270)).await;

        person.choose("radio", progress::RANGES_ONLY).await;
        person.reads(progress::pace(PaceChoice::RangesOnly, 3, 1.054)).await;
        let entry = format!("Recommendation Systems {}", amounts::time_short(Minutes(270)));
        person.within("listitem", containing(entry)).click("button", containing(progress::REMOVE)).await;
        person.reads(shares(20 * 60, 0)).await;
    });
}

/// The sentence about minutes logged for topics and for projects.
fn shares(learning: u32, building: u32) -> String {
    let shares = Shares { learning: Minutes(learning), building: Minutes(building) };
    progress::shares(shares, 100 * building / (learning + building), Some(80))
}

#[test]
fn dates_are_measured_against_a_baseline() {
    in_each_browser(async |person| {
        learner::opens_plan(&person, learner::one_path()).await;
        person.click("link", plan::NAV_PROGRESS).await;
        person.click("button", progress::FREEZE).await;
        person.reads(progress::KEY_BASELINE).await;
        let table = progress::BASELINE_TABLE;
        let rows = person.table(table).await;
        assert_eq!(
            rows[1],
            ["Python Fundamentals Foundations", "15 Feb 2055", "15 Feb 2055", &progress::moved(0)]
        );
        assert_eq!(rows.len(), 6);
        // Two projects instead of one, and 15 hours a week: `ai-ml-fifteen-hours` has the same phases.
        person.click("link", plan::NAV_DATES).await;
        learner::tries_other_hours(&person).await;
        person.type_into("textbox", what_if::HOURS, "15").await;
        person.click("button", what_if::keep(Minutes(15 * 60))).await;
        person.click("link", plan::NAV_PROGRESS).await;
        let rows = person.table(table).await;
        assert_eq!(rows[5][1..3], ["2 Jul 2055", "4 May 2055"]);
        // From 4 May to 2 July are 59 days.
        assert_eq!(rows[5][3], progress::moved(-59));
        person.click("button", progress::DROP).await;
        person.does_not_see("table", table).await;
        person.does_not_read(progress::KEY_BASELINE).await;
    });
}

#[test]
fn other_hours_are_tried_out_while_all_dates_follow() {
    in_each_browser(async |person| {
        learner::opens_plan(&person, learner::one_path()).await;
        learner::tries_other_hours(&person).await;
        person.type_into("textbox", what_if::HOURS, "15").await;
        person.reads(learner::finish_by("2055-06-08")).await;
        // From 30 June to 28 September are 90 days.
        let with = learner::chances("2055-05-04", "2055-06-08");
        let usual = learner::chances("2055-07-02", "2055-08-25");
        person.reads(what_if::result(Minutes::hours(15), Ok(Some(with)), Ok(Some(usual)))).await;
        person.click("button", what_if::back_to(Minutes(10 * 60))).await;
        person.reads(learner::finish_by("2055-08-25")).await;

        // The slider has steps of half an hour.
        person.tabs_to("slider", what_if::SLIDER).await;
        for _ in 0..10 {
            person.presses(browser_tests::Key::Right).await;
        }
        person.reads(learner::finish_by("2055-06-08")).await;
        assert_eq!(person.sees("textbox", what_if::HOURS).await.value, "15");

        person.type_into("textbox", what_if::HOURS, "none").await;
        person.reads(what_if::WRONG).await;
        person.reads(learner::finish_by("2055-08-25")).await;
        person.type_into("textbox", what_if::HOURS, "15").await;
        person.click("button", what_if::keep(Minutes(15 * 60))).await;
        person.reads(what_if::hint(Minutes::hours(15))).await;
        person.reloads().await;
        person.reads(learner::finish_by("2055-06-08")).await;
    });
}
