//! Replanning: different hours, a break, a target, another path.

use browser_tests::in_each_browser;
use chrono::Days;
use planner::finish_by::Needed;
use planner::{Chances, Date, DateRange, Stretch, Week};
use roadmap::{Effort, Minutes};
use serde_json::{Value, json};
use waymark::text::{
    amounts, chances, compare, dates, finish_by, frame, keep, plan, problems, questions, replan,
};

use crate::learner;

#[test]
fn weeks_can_differ_and_the_past_stays_as_it_was() {
    in_each_browser(async |person| {
        learner::opens_plan(&person, learner::one_path()).await;
        person.click("link", plan::CHANGE_ANSWERS).await;
        person.click("link", questions::change(questions::DATES_OFF)).await;
        person.click("button", questions::STRETCH_ADD).await;
        person.type_into("textbox", questions::STRETCH_FROM, "1 June 2055").await;
        person.type_into("textbox", questions::STRETCH_TO, "20 June 2055").await;
        person.type_into("textbox", questions::STRETCH_HOURS, "2").await;
        person.type_into("textbox", questions::STRETCH_NAME, "Exams").await;
        person.click("button", questions::SAVE).await;
        let exams = Stretch {
            dates: learner::range("2055-06-01", "2055-06-20"),
            week: Week::new([30, 30, 30, 30, 0, 0, 0].map(Minutes)).expect("a day has more minutes"),
            name: "Exams".to_owned(),
        };
        person.reads(questions::stretch(&exams)).await;
        person.click("link", questions::SHOW_PLAN).await;
        // The exams leave 11 sessions of half an hour instead of 14 of two hours: 20,085.2 minutes take until 9 September, not 25 August.
        person.reads(learner::finish_by("2055-09-09")).await;

        // Changed hours apply from today on.
        person.picks(frame::MENU, frame::KEEP).await;
        let mut begun = learner::one_path();
        begun["start"] = json!("2026-01-05");
        learner::opens_another_plan(&person, begun).await;
        person.click("link", plan::CHANGE_ANSWERS).await;
        person.click("link", questions::change(questions::HOURS_LEGEND)).await;
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
        learner::goes_to_today(&person).await;
        person.reads(plan::gap(learner::range("2026-01-17", "2026-01-18"))).await;
        person.click("link", plan::GAP_WAYS).await;
        person.sees("heading", replan::TITLE).await;
        for way in [replan::EXTEND, replan::CATCH_UP, replan::LIGHTEN] {
            person.sees("heading", way).await;
        }
        person.reads(learner::before_the_date(|p50| replan::finish(Ok(Some(as_likely_as_not(p50)))))).await;
        person
            .reads(learner::before_the_date(|before| {
                replan::catch_up(Some(Needed::Never), Some(before), Minutes::ZERO)
            }))
            .await;
        person.choose("checkbox", "Recommendation Systems").await;
        person.reads(replan::SOONER).await;
        person.click("button", replan::TAKE_LIGHTEN).await;
        person.sees("heading", plan::TITLE).await;
        assert!(
            !person.sees("checkbox", plan::about_item(plan::IN_PLAN, "Recommendation Systems")).await.chosen
        );
        person.does_not_read(learner::before_the_date(no_study_since)).await;

        person.picks(frame::MENU, frame::KEEP).await;
        learner::opens_another_plan(&person, document).await;
        person.click("link", plan::NAV_BREAK).await;
        person.click("button", replan::TAKE_EXTEND).await;
        person.sees("heading", plan::TITLE).await;
        person.does_not_read(learner::before_the_date(no_study_since)).await;
        person.click("link", plan::CHANGE_ANSWERS).await;
        person.reads(format!("{} 17 January 2026", questions::DATES_OFF)).await;
    });
}

fn no_study_since(first: Date) -> String {
    plan::gap(DateRange::new(first, first).expect("it is one day"))
}

/// Chances with this 50 % date. The others only have to be later: the sentence under test has them after it.
fn as_likely_as_not(p50: Date) -> Chances {
    Chances { p50, p80: p50 + Days::new(400), p95: p50 + Days::new(401) }
}

#[test]
fn a_target_says_what_it_takes() {
    in_each_browser(async |person| {
        learner::opens_plan(&person, learner::one_path()).await;
        person.click("link", plan::NAV_FINISH_BY).await;
        person.sees("heading", finish_by::TITLE).await;
        person.reads(finish_by::NO_TARGET).await;
        person.type_into("textbox", questions::TARGET_LABEL, "31 July 2055").await;
        let enough = Minutes(11 * 60 + 15);
        // There are 150 weekdays until then; 20,085.2 minutes of study give a chance of 8 in 10.
        person.reads(chance_by_the_end_of_july(Minutes::hours(10))).await;
        person.reads(finish_by::needed(Needed::AWeek(enough), Minutes::hours(10), Minutes::hours(40))).await;
        person.type_into("textbox", questions::TARGET_LABEL, "1 February 2055").await;
        person.reads(not_by_then("2055-03-02", Minutes::hours(40))).await;
        person.type_into("textbox", finish_by::MOST, "20").await;
        person.reads(not_by_then("2055-04-29", Minutes::hours(20))).await;
        person.click("button", finish_by::KEEP).await;
        person.reloads().await;
        assert_eq!(person.sees("textbox", questions::TARGET_LABEL).await.value, "1 February 2055");
        assert_eq!(person.sees("textbox", finish_by::MOST).await.value, "20");

        person.type_into("textbox", questions::TARGET_LABEL, "3 January 2055").await;
        person.click("button", finish_by::KEEP).await;
        person.is_on("alert", problems::SUMMARY).await;
        person.type_into("textbox", questions::TARGET_LABEL, "31 July 2055").await;
        person.click("button", finish_by::take(enough)).await;
        person.reads(chance_by_the_end_of_july(enough)).await;
        person.does_not_see("button", finish_by::take(enough)).await;
    });
}

/// The beginning of the sentence about the chance with these hours a week, without its percentage.
fn chance_by_the_end_of_july(a_week: Minutes) -> String {
    let chance = finish_by::chance(0.5, a_week, learner::date("2055-07-31"));
    learner::up_to(&chance, &chances::chance(0.5))
}

fn not_by_then(earliest: &str, most: Minutes) -> String {
    finish_by::needed(Needed::NotBy(learner::date(earliest)), Minutes::hours(10), most)
}

#[test]
fn paths_stand_side_by_side() {
    in_each_browser(async |person| {
        learner::opens_plan(&person, learner::one_path()).await;
        person.click("link", plan::NAV_COMPARE).await;
        person.sees("heading", compare::TITLE).await;
        person.reads(format!("AI/ML Path {}", compare::CHOSEN)).await;
        let [months, salary] = ["4 to 6 months", "$90k–$180k+ a year"];
        person.reads(facts("2055-07-02", "2055-08-25", learner::hours(190, 300), months, salary)).await;
        // From dates.txt: `analytics`.
        let [months, salary] = ["3 to 4 months", "$65k–$130k+ a year"];
        // 105 to 148 hours without the fundamentals, less the 26 h 40 to 36 h 40 that AI/ML has taught.
        let adds = compare::second(learner::hours(78, 111), learner::hours(32, 32), None);
        let facts = facts("2055-05-19", "2055-06-28", learner::hours(145, 228), months, salary);
        person.reads(format!("{facts} {adds}")).await;
        person.click("button", compare::take("Data Analytics")).await;
        person.reads(format!("Data Analytics {}", compare::CHOSEN)).await;
        person.reads(compare::after("Data Analytics")).await;
    });
}

/// The figures of a compared path.
fn facts(p50: &str, p80: &str, left: Effort, months: &str, salary: &str) -> String {
    let [p50, p80] = [p50, p80].map(|date| dates::short(learner::date(date)));
    format!("{p50} {p80} {} {months} {salary}", amounts::effort(left))
}
