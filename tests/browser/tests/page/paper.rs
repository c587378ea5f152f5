//! The plan on paper: its dates and a week to fill in, without anything that only works on a screen.

use browser_tests::{Capability, Person, in_each_engine};
use roadmap::Minutes;
use serde_json::{Value, json};
use waymark::text::{amounts, dates, frame, plan, progress};

use crate::learner;

/// The first step of the roadmap.
const FIRST_STEP: &str = "Your first program";

/// A plan with logged time, and a week in which the Wednesday is off.
fn under_way() -> Value {
    let mut document = learner::one_path();
    document["time_off"] = json!([{ "from": "2055-01-06", "to": "2055-01-06" }]);
    document["log"] = json!([{ "on": "2026-01-05", "topic": "variables", "minutes": 90 }]);
    document
}

/// What only works on a screen.
async fn has_no_controls(person: &Person) {
    for role in ["button", "textbox", "slider", "radio", "combobox", "navigation"] {
        let found = person.every(role).await;
        let found: Vec<String> = found.into_iter().map(|seen| seen.name).collect();
        assert!(found.is_empty(), "on paper there is a {role}: {found:?}");
    }
}

#[test]
fn a_printed_plan_has_dates_and_no_controls() {
    in_each_engine(async |person| {
        if !person.can(Capability::ShowsPaper) {
            return;
        }
        learner::opens_plan(&person, under_way()).await;
        learner::tries_other_hours(&person).await;
        person.sees_it_on_paper().await;
        has_no_controls(&person).await;
        person.sees("heading", plan::TIMELINE).await;
    });
}

#[test]
fn today_on_paper_is_a_week_to_fill_in() {
    in_each_engine(async |person| {
        if !person.can(Capability::ShowsPaper) {
            return;
        }
        learner::opens_plan(&person, under_way()).await;
        learner::clock_goes_on(&person, 20).await;
        person.runs("dispatchEvent(new Event('focus'))", &[]).await;
        person.click("link", frame::TODAY).await;
        person.reads(frame::reminder(None)).await;
        person.does_not_see("table", plan::WEEK_ON_PAPER).await;

        person.sees_it_on_paper().await;
        has_no_controls(&person).await;
        person.does_not_read(frame::reminder(None)).await;
        let week = person.table(plan::WEEK_ON_PAPER).await;
        assert_eq!(week.len(), 8);
        let columns = [plan::COLUMN_DAY, plan::COLUMN_PLANNED, plan::COLUMN_TO_DO, plan::COLUMN_DONE];
        assert_eq!(week[0], columns);
        let two_hours = amounts::time_short(Minutes::hours(2));
        let tuesday = format!("Tuesday, {}", dates::day_short(learner::date("2055-01-05")));
        assert!(week[1][2].starts_with(FIRST_STEP), "{:?}", week[1]);
        assert_eq!(week[2][..2], [tuesday, two_hours]);
        assert!(!week[2][2].is_empty(), "the next steps have boxes");
        assert_eq!(week[3][1..], [plan::DAY_OFF, "", ""]);
        assert_eq!(week[7][1], plan::NO_TIME);

        person.goes_to("/progress").await;
        person.sees("heading", progress::TITLE).await;
        person.sees("heading", progress::LOG).await;
        has_no_controls(&person).await;
        person.does_not_read(amounts::time_short(Minutes(90))).await;
    });
}
