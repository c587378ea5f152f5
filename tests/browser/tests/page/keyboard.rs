//! All of it without a mouse.

use browser_tests::{Key, Person, in_each_engine};

use crate::learner;

#[test]
fn the_keyboard_alone_leads_from_the_first_question_to_the_plan() {
    in_each_engine(async |person| {
        person.sees("heading", learner::HOME).await;
        person.tabs_to("link", "Skip to the content").await;
        person.presses(Key::Enter).await;
        person.is_on("main", "").await;
        presses_on(&person, "link", "Start").await;

        // Space takes the first answer; the arrow keys go on to the next one.
        person.is_on("heading", learner::BACKGROUND).await;
        person.tabs_to("radio", learner::BEGINNER).await;
        person.presses(Key::Space).await;
        presses_on(&person, "button", learner::CONTINUE).await;
        person.is_on("heading", learner::SPECIALISATION).await;
        person.tabs_to("radio", "Build AI/ML Systems").await;
        person.presses(Key::Down).await;
        person.is_on("radio", "Create Web Applications").await;
        person.presses(Key::Enter).await;
        person.is_on("heading", "Advanced Web?").await;
        person.tabs_to("radio", "Architecture Focus").await;
        person.presses(Key::Space).await;
        person.presses(Key::Enter).await;
        person.is_on("heading", learner::EXPAND).await;
        person.tabs_to("radio", "Yes").await;
        person.presses(Key::Down).await;
        person.presses(Key::Enter).await;

        person.is_on("heading", learner::HOURS).await;
        presses_on(&person, "button", learner::CONTINUE).await;
        person.is_on("alert", learner::PROBLEM).await;
        person.tabs_to("button", "Give at least one day some hours, or there is nothing to plan with.").await;
        person.presses(Key::Enter).await;
        person.is_on("textbox", "Monday").await;
        for _ in 0..5 {
            person.types("2").await;
            person.presses(Key::Tab).await;
        }
        person.is_on("textbox", "Saturday").await;
        person.presses(Key::Enter).await;

        person.is_on("heading", learner::START).await;
        person.tabs_to("textbox", learner::FIRST_DAY).await;
        person.presses(Key::End).await;
        person.presses_with(Key::Shift, Key::Home).await;
        person.types(learner::MONDAY).await;
        person.presses(Key::Enter).await;
        person.is_on("heading", learner::TIME_OFF).await;
        presses_on(&person, "button", learner::CONTINUE).await;
        person.is_on("heading", learner::TARGET).await;
        presses_on(&person, "button", learner::CONTINUE).await;
        person.is_on("heading", learner::CHECK).await;
        presses_on(&person, "link", learner::SHOW_PLAN).await;

        // The date is from tests/data/distributions/dates.txt: `web`.
        person.is_on("heading", learner::PLAN).await;
        person.reads("8 in 10 chance to finish by 15 September 2055.").await;
        presses_on(&person, "button", "The same as a table").await;
        person.sees("table", learner::TABLE).await;
        person.tabs_to("checkbox", "Variables").await;
        person.presses(Key::Space).await;
        person.reads("1 of 13 topics and projects").await;
    });
}

async fn presses_on(person: &Person, role: &str, name: &str) {
    person.tabs_to(role, name).await;
    person.presses(Key::Enter).await;
}
