//! The times of the learner's own roadmap: what is assumed is said beside the dates, and set later on the step itself.

use app::{Assumed, Screen, Share};
use browser_tests::{Key, Person, containing, in_each_browser};
use roadmap::Effort;
use waymark::text::{content, frame, plan, roadmaps, times};

use crate::learner;

/// Three steps without times.
const MUSIC: &str = "graph LR\nA[Scales] --> B[Chords]\nB --> C[Reading music]";

fn hours(low: u32, high: u32) -> Effort {
    Effort { low: roadmap::Minutes::hours(low), high: roadmap::Minutes::hours(high) }
}

/// What is said while so many of three phases have no time.
fn assumed(some: usize) -> String {
    times::assumed(&Assumed {
        phases: Share { some, all: 3 },
        projects: Share::default(),
        efforts: vec![hours(10, 20); some],
        first: Screen::Plan,
    })
}

/// Opens a roadmap without questions, with ten hours a week.
async fn plans(person: &Person, guide: &str) {
    learner::opens_roadmap(person, guide).await;
    person.click("link", "Start").await;
    learner::has_ten_hours_a_week(person).await;
    person.goes_to("/plan").await;
    person.sees("heading", plan::TITLE).await;
}

#[test]
fn assumed_times_are_said_beside_the_dates_and_set_on_the_step() {
    in_each_browser(async |person| {
        plans(&person, MUSIC).await;
        person.reads(assumed(3)).await;
        person.click("link", frame::TODAY).await;
        person.reads(assumed(3)).await;
        person.click("link", "Set the times").await;
        person.is_on("heading", "Scales").await;
        person.reads(times::now(hours(10, 20), true)).await;

        // What cannot be read is said at the field, which keeps the focus.
        person.type_into("textbox", times::OF_PHASE, "soon").await;
        person.click("button", times::SAVE).await;
        person.reads(roadmaps::TIME_UNREADABLE).await;
        let field = person.is_on("textbox", times::OF_PHASE).await;
        assert!(field.invalid);
        person.is_axe_clean().await;

        person.type_into("textbox", times::OF_PHASE, "2 weeks").await;
        person.presses(Key::Enter).await;
        person.reads(roadmaps::CHANGED).await;
        person.reads(times::now(hours(20, 20), false)).await;
        person.is_on("textbox", times::OF_PHASE).await;
        // From here to the next one.
        person.click("link", "Chords").await;
        person.is_on("heading", "Chords").await;
        person.goes_to("/plan").await;
        person.reads(assumed(2)).await;

        person.click("button", frame::UNDO).await;
        person.reads(assumed(3)).await;
        person.reloads().await;
        person.reads(assumed(3)).await;
    });
}

#[test]
fn every_phase_and_project_of_an_own_roadmap_has_its_time_on_its_page() {
    in_each_browser(async |person| {
        let guide = "# Guitar\n\n## Chords\n\n- Major\n- Minor\n\n## Scales (5 hours)\n\n- Blues\n\n## Project: Play a song\n";
        plans(&person, guide).await;
        // A time that the file gives is said without a word about assumptions.
        person.click("link", plan::about_item(times::CHANGE, "Chords")).await;
        person.is_on("heading", "Chords").await;
        person.within("region", times::TOPICS).sees("link", "Major").await;
        person.type_into("textbox", times::OF_PHASE, "8 h").await;
        person.click("button", times::SAVE).await;
        person.reads(times::now(hours(8, 8), false)).await;
        person.click("link", "Play a song").await;
        person.reads(times::now(hours(20, 40), true)).await;
        person.type_into("textbox", times::OF_PROJECT, "6-9 hours").await;
        person.click("button", times::SAVE).await;
        person.reads(times::now(hours(6, 9), false)).await;
        person.does_not_read(times::NEXT).await;
        person.goes_to("/plan").await;
        person.sees("heading", plan::TITLE).await;
        person.does_not_read("Waymark assumes").await;
    });
}

#[test]
fn the_roadmap_that_comes_with_the_page_keeps_its_times() {
    in_each_browser(async |person| {
        learner::opens_plan(&person, learner::one_path()).await;
        person.does_not_see("link", containing(times::CHANGE)).await;
        person.goes_to("/about/Basics").await;
        person.reads(content::NONE).await;
        person.does_not_see("textbox", times::OF_PHASE).await;
        person.goes_to("/project/computer-vision").await;
        person.sees("link", plan::NAV_DATES).await;
        person.does_not_see("textbox", times::OF_PROJECT).await;
    });
}
