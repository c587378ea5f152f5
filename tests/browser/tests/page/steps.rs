//! Steps, notes and links on the pages of topics and projects.

use app::{Change, Screen};
use browser_tests::{Key, Person, in_each_browser, in_each_engine};
use planner::{Item, Progress};
use roadmap::{Roadmap, shipped_roadmap};
use serde_json::json;
use std::sync::LazyLock;
use waymark::text::{content, frame, notes, plan, progress, steps};

use crate::learner;

static ROADMAP: LazyLock<Roadmap> = LazyLock::new(shipped_roadmap);

/// The titles of the roadmap's steps of a topic or project.
fn titles(item: &Item) -> Vec<String> {
    let progress = Progress::default();
    progress.steps.of(&ROADMAP, item).into_iter().map(|step| step.title.to_owned()).collect()
}

fn variables() -> Vec<String> {
    titles(&Item::Topic("variables".into()))
}

async fn opens_topic(person: &Person) {
    learner::opens_plan(person, learner::one_path()).await;
    person.goes_to(Screen::Topic("variables".into()).hash().trim_start_matches('#')).await;
    person.sees("heading", steps::STEPS).await;
}

#[test]
fn steps_are_ticked_with_the_keyboard_and_count_on_the_plan() {
    in_each_engine(async |person| {
        opens_topic(&person).await;
        let all = variables();
        person.reads(steps::count((0, all.len()))).await;
        person.tabs_to("checkbox", all[0].clone()).await;
        person.presses(Key::Space).await;
        person.reads(steps::count((1, all.len()))).await;
        person.is_axe_clean().await;
        person.reloads().await;
        assert!(person.sees("checkbox", all[0].clone()).await.chosen);

        person.goes_to("/plan").await;
        person.reads(steps::count((1, all.len()))).await;
        person.click("button", frame::undo(Change::Progress)).await;
        person.does_not_read(steps::count((1, all.len()))).await;
    });
}

#[test]
fn the_last_step_finishes_the_topic() {
    in_each_browser(async |person| {
        opens_topic(&person).await;
        let all = variables();
        for title in &all {
            person.choose("checkbox", title.clone()).await;
        }
        person.reads(steps::count((all.len(), all.len()))).await;
        person.does_not_see("textbox", steps::OWN_STEP).await;
        person.goes_to("/plan").await;
        assert!(person.sees("checkbox", "Variables").await.chosen);
        person.goes_to("/topic/variables").await;
        person.click("checkbox", all[2].clone()).await;
        person.reads(steps::count((all.len() - 1, all.len()))).await;
        person.goes_to("/plan").await;
        assert!(!person.sees("checkbox", "Variables").await.chosen);
    });
}

#[test]
fn a_step_of_ones_own_is_added_renamed_moved_and_removed() {
    in_each_engine(async |person| {
        opens_topic(&person).await;
        person.click("button", steps::ADD).await;
        person.reads(steps::TITLE_MISSING).await;
        person.is_on("textbox", steps::OWN_STEP).await;
        for title in ["Chapter 4", "Chapter 5"] {
            person.type_into("textbox", steps::OWN_STEP, title).await;
            person.presses(Key::Enter).await;
            person.sees("checkbox", title).await;
        }
        let about = plan::about_item;
        person.click("button", about(steps::RENAME, "Chapter 5")).await;
        person.is_on("textbox", steps::new_name("Chapter 5")).await;
        person.type_into("textbox", steps::new_name("Chapter 5"), "Chapter 3").await;
        person.presses(Key::Enter).await;
        person.sees("checkbox", "Chapter 3").await;
        person.is_axe_clean().await;

        person.click("button", about(steps::UP, "Chapter 3")).await;
        person.is_on("button", about(steps::UP, "Chapter 3")).await;
        let boxes: Vec<String> = person.every("checkbox").await.into_iter().map(|seen| seen.name).collect();
        let own: Vec<&String> = boxes.iter().filter(|name| name.starts_with("Chapter")).collect();
        assert_eq!(own, ["Chapter 3", "Chapter 4"]);

        person.click("button", about(steps::REMOVE, "Chapter 3")).await;
        person.does_not_see("checkbox", "Chapter 3").await;
        person.is_on("heading", steps::STEPS).await;
        person.click("button", frame::undo(Change::Steps)).await;
        person.sees("checkbox", "Chapter 3").await;
    });
}

#[test]
fn notes_links_and_time_stay_beside_a_topic() {
    in_each_engine(async |person| {
        opens_topic(&person).await;
        person.type_into("textbox", notes::NOTES, "Ask about rounding.").await;
        person.type_into("textbox", notes::ADDRESS, "my code").await;
        person.click("button", notes::ADD_LINK).await;
        person.reads(notes::NO_ADDRESS).await;
        person.type_into("textbox", notes::ADDRESS, "My code: example.org/code").await;
        person.click("button", notes::ADD_LINK).await;
        person.sees("button", plan::about_item(notes::REMOVE, "My code")).await;
        person.type_into("textbox", progress::LOG_TIME, "1:30").await;
        person.click("button", progress::ADD_ENTRY).await;
        person.reads(notes::in_all(roadmap::Minutes(90))).await;
        person.is_axe_clean().await;

        person.reloads().await;
        assert_eq!(person.sees("textbox", notes::NOTES).await.value, "Ask about rounding.");
        person.reads("My code").await;
        person.goes_to("/progress").await;
        person.reads("1 h 30 min").await;
        person.goes_to("/topic/variables").await;
        person.click("button", plan::about_item(notes::REMOVE, "My code")).await;
        person.does_not_see("button", plan::about_item(notes::REMOVE, "My code")).await;
    });
}

#[test]
fn a_milestone_is_ticked_on_the_page_of_its_project() {
    in_each_browser(async |person| {
        learner::opens_plan(&person, learner::one_path()).await;
        person.goes_to("/project/recommendation-systems").await;
        person.sees("heading", content::MILESTONES).await;
        let all = titles(&Item::Project("recommendation-systems".into()));
        person.choose("checkbox", all[0].clone()).await;
        person.reads(steps::count((1, all.len()))).await;
        person.type_into("textbox", steps::OWN_STEP, "Write a README").await;
        person.presses(Key::Enter).await;
        person.sees("checkbox", "Write a README").await;
        person.reads(steps::count((1, all.len() + 1))).await;
    });
}

/// Plan files come from anywhere.
#[test]
fn a_link_of_a_file_that_could_run_a_script_is_only_text() {
    in_each_browser(async |person| {
        let mut document = learner::one_path();
        let links = json!([{ "title": "My code", "url": "javascript:document.title='run'" }]);
        document["notes"] = json!([{ "topic": "variables", "text": "<b>bold</b>", "links": links }]);
        learner::opens_plan(&person, document).await;
        person.goes_to("/topic/variables").await;
        person.reads("My code").await;
        person.does_not_see("link", browser_tests::containing("My code")).await;
        assert_eq!(person.sees("textbox", notes::NOTES).await.value, "<b>bold</b>");
    });
}
