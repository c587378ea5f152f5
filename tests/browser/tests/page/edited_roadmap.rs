//! A roadmap that was edited in its file: what was done stays with its steps, and the change can be undone.

use app::Carried;
use browser_tests::{Key, Person, containing, in_each_browser};
use roadmap::Differences;
use waymark::text::{frame, home, plan, questions, roadmaps};

use crate::learner;

const BREAD: &str = "graph TD\n A[Flour 2 weeks] --> B[Dough 3 weeks]\n B --> C[Oven 2 weeks]\n";

/// A step more in front, so that each node has the letter of another one, and one less in the middle.
const EDITED: &str = "graph TD\n A[Hygiene 1 week] --> B[Flour 2 weeks]\n B --> C[Oven 2 weeks]\n";

async fn plans(person: &Person) {
    person.picks(frame::MENU, frame::ROADMAPS).await;
    learner::is_offered_roadmap(person, BREAD).await;
    person.click("button", roadmaps::ACCEPT).await;
    person.reads(roadmaps::IN_USE_NOW).await;
    person.click("link", "Start").await;
    person.click("button", questions::PRESETS[1].0).await;
    person.click("button", questions::CONTINUE).await;
    person.goes_to("/plan").await;
    person.sees("heading", plan::TITLE).await;
}

#[test]
fn what_was_done_stays_with_its_steps_and_the_change_is_undone_after_a_reload() {
    in_each_browser(async |person| {
        plans(&person).await;
        person.choose("checkbox", containing("Flour")).await;
        person.click("button", "Dough").await;
        person.choose("checkbox", containing("Dough")).await;
        person.picks(frame::MENU, frame::ROADMAPS).await;
        learner::is_offered_roadmap(&person, EDITED).await;
        let changes = person.within("region", roadmaps::CHANGES);
        let differences = Differences {
            same: 2,
            renamed: Vec::new(),
            new: vec!["Hygiene".to_owned()],
            gone: vec!["Dough".to_owned()],
        };
        let carried = Carried { kept: 1, lost: vec!["Dough".to_owned()] };
        for line in roadmaps::changes(&differences, &carried, 0) {
            changes.reads(line).await;
        }
        person.is_axe_clean().await;
        person.click("button", roadmaps::REPLACE).await;
        // Said again afterwards, on the screen where the plan goes on.
        person.reads(roadmaps::CHANGED).await;
        person.reads("Not carried over: “Dough”").await;
        person.does_not_see("heading", roadmaps::OFFER_TITLE).await;
        person.goes_to("/plan").await;
        assert!(!person.sees("checkbox", containing("Hygiene")).await.chosen);
        person.click("button", "Flour").await;
        assert!(person.sees("checkbox", containing("Flour")).await.chosen);
        person.does_not_see("article", "Dough").await;
        person.reads(frame::SAVED).await;

        person.reloads().await;
        person.sees("heading", plan::TITLE).await;
        person.click("button", containing(frame::UNDO)).await;
        person.click("button", "Dough").await;
        assert!(person.sees("checkbox", containing("Dough")).await.chosen);
        person.click("button", "Flour").await;
        assert!(person.sees("checkbox", containing("Flour")).await.chosen);
        person.does_not_see("article", "Hygiene").await;
    });
}

#[test]
fn steps_are_changed_later_and_put_back() {
    in_each_browser(async |person| {
        plans(&person).await;
        person.picks(frame::MENU, frame::ROADMAPS).await;
        person.click("button", containing(roadmaps::CORRECT)).await;
        person.sees("heading", roadmaps::CORRECT_TITLE).await;
        person.type_into("textbox", roadmaps::name_of("Flour"), "Flours").await;
        person.presses(Key::Tab).await;
        person.click("button", roadmaps::about_step(roadmaps::LEAVE_OUT, "Oven")).await;
        person.is_axe_clean().await;
        person.click("button", roadmaps::SAVE_STEPS).await;
        person.sees("heading", roadmaps::TITLE).await;
        person.reads(roadmaps::CHANGED).await;
        person.goes_to("/plan").await;
        person.sees("article", "Flours").await;
        person.does_not_see("article", "Oven").await;
        // What was skipped can be put back whenever it is wanted.
        person.picks(frame::MENU, frame::ROADMAPS).await;
        person.click("button", containing(roadmaps::CORRECT)).await;
        person.click("button", roadmaps::about_step(roadmaps::PUT_BACK, "Oven")).await;
        person.click("button", roadmaps::SAVE_STEPS).await;
        person.goes_to("/plan").await;
        person.sees("article", "Oven").await;
    });
}

#[test]
fn what_a_file_has_ticked_is_known_from_the_start() {
    in_each_browser(async |person| {
        person.sees("heading", home::TITLE).await;
        let guide = "# Bread\n\n## Dough\n- [x] Kneading\n- [ ] Resting\n\n## Oven\n- [ ] Heating\n";
        person.picks(frame::MENU, frame::ROADMAPS).await;
        learner::is_offered_roadmap(&person, guide).await;
        person.reads(roadmaps::ticked_will_be_known(1)).await;
        person.click("button", roadmaps::ACCEPT).await;
        person.reads(roadmaps::in_use_now(1)).await;
    });
}
