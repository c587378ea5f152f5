//! Two windows with the same plan.

use app::Change;
use browser_tests::in_each_engine;
use roadmap::Minutes;
use waymark::text::{frame, what_if};

use crate::learner;

#[test]
fn what_is_done_in_one_window_shows_in_the_other() {
    in_each_engine(async |person| {
        learner::opens_plan(&person, learner::one_path()).await;
        person.reads(frame::SAVED).await;
        person.opens_another_window().await;
        learner::goes_to_the_plan(&person).await;
        person.choose("checkbox", "Variables").await;
        person.reads(frame::SAVED).await;

        person.goes_to_the_other_window().await;
        person.reads(learner::percent_done(8)).await;
        assert!(person.sees("checkbox", "Variables").await.chosen);
        person.click("button", frame::undo(Change::Progress)).await;
        person.reads(frame::undone(Change::Progress)).await;

        person.goes_to_the_other_window().await;
        person.reads(learner::percent_done(0)).await;
        person.reloads().await;
        person.reads(learner::percent_done(0)).await;
    });
}

#[test]
fn where_two_windows_change_the_same_the_learner_can_have_either() {
    in_each_engine(async |person| {
        learner::opens_plan(&person, learner::one_path()).await;
        person.reads(frame::SAVED).await;
        person.opens_another_window().await;
        learner::goes_to_the_plan(&person).await;

        person.goes_to_the_other_window().await;
        person.runs(learner::FULL, &[]).await;
        learner::tries_other_hours(&person).await;
        takes_hours(&person, 15).await;
        person.reads(frame::NOT_SAVED).await;
        person.goes_to_the_other_window().await;
        learner::tries_other_hours(&person).await;
        takes_hours(&person, 20).await;
        person.reads(frame::SAVED).await;

        person.goes_to_the_other_window().await;
        person.reads(frame::BOTH_KEPT).await;
        learner::goes_to_the_plan(&person).await;
        person.reads(what_if::hint(Minutes::hours(20))).await;
        person.is_axe_clean().await;
        person.runs(learner::ROOM_AGAIN, &[]).await;
        person.click("button", frame::THIS_WINDOW).await;
        learner::goes_to_the_plan(&person).await;
        learner::tries_other_hours(&person).await;
        person.reads(what_if::hint(Minutes::hours(15))).await;
        person.reads(frame::SAVED).await;

        person.goes_to_the_other_window().await;
        person.reads(what_if::hint(Minutes::hours(15))).await;
        person.click("button", frame::redo(Change::OtherWindow)).await;
        learner::goes_to_the_plan(&person).await;
        learner::tries_other_hours(&person).await;
        person.reads(what_if::hint(Minutes::hours(20))).await;
    });
}

async fn takes_hours(person: &browser_tests::Person, hours: u32) {
    person.type_into("textbox", what_if::HOURS, &hours.to_string()).await;
    person.click("button", what_if::keep(Minutes::hours(hours))).await;
    person.reads(what_if::hint(Minutes::hours(hours))).await;
}
