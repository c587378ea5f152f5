//! Several windows with one plan.

use browser_tests::in_each_engine;

use crate::learner;

#[test]
fn what_is_done_in_one_window_shows_in_the_other() {
    in_each_engine(async |person| {
        learner::opens_plan(&person, learner::one_path()).await;
        person.reads("Saved in this browser").await;
        person.opens_another_window().await;
        person.click("link", "Open your plan").await;
        person.choose("checkbox", "Variables").await;
        person.reads("Saved in this browser").await;

        person.goes_to_the_other_window().await;
        person.reads("Done so far 8%").await;
        assert!(person.sees("checkbox", "Variables").await.chosen);
        person.click("button", "Undo: your progress").await;
        person.reads("Taken back: your progress.").await;

        person.goes_to_the_other_window().await;
        person.reads("Done so far 0%").await;
        person.reloads().await;
        person.reads("Done so far 0%").await;
    });
}

#[test]
fn where_two_windows_change_the_same_the_learner_can_have_either() {
    in_each_engine(async |person| {
        learner::opens_plan(&person, learner::one_path()).await;
        person.reads("Saved in this browser").await;
        person.opens_another_window().await;
        person.click("link", "Open your plan").await;

        person.goes_to_the_other_window().await;
        person.runs(learner::FULL, &[]).await;
        takes_hours(&person, "15").await;
        person.reads("Not saved").await;
        person.goes_to_the_other_window().await;
        takes_hours(&person, "20").await;
        person.reads("Saved in this browser").await;

        person.goes_to_the_other_window().await;
        person.reads("Another window changed the same as this one.").await;
        person.reads("You have 20 hours a week.").await;
        person.is_axe_clean().await;
        person.runs(learner::ROOM_AGAIN, &[]).await;
        person.click("button", "Use this window’s version").await;
        person.reads("You have 15 hours a week.").await;
        person.reads("Saved in this browser").await;

        person.goes_to_the_other_window().await;
        person.reads("You have 15 hours a week.").await;
        person.click("button", "Redo: a change in another window").await;
        person.reads("You have 20 hours a week.").await;
    });
}

async fn takes_hours(person: &browser_tests::Person, hours: &str) {
    person.type_into("textbox", "Hours a week", hours).await;
    person.click("button", browser_tests::containing("from today")).await;
    person.reads(&format!("You have {hours} hours a week.")).await;
}
