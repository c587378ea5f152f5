//! The whole questionnaire and the plan without a mouse.

use app::form::{Field, Refusal};
use browser_tests::{Key, Person, in_each_engine};
use waymark::text::{frame, home, plan, problems, questions};

use crate::learner;

#[test]
fn the_keyboard_alone_leads_from_the_first_question_to_the_plan() {
    in_each_engine(async |person| {
        person.sees("heading", home::TITLE).await;
        person.tabs_to("link", frame::SKIP).await;
        person.presses(Key::Enter).await;
        person.is_on("main", "").await;
        presses_on(&person, "link", "Start").await;

        // Space takes the first answer; the arrow keys go on to the next one.
        person.is_on("heading", learner::BACKGROUND).await;
        person.tabs_to("radio", learner::BEGINNER).await;
        person.presses(Key::Space).await;
        presses_on(&person, "button", questions::CONTINUE).await;
        person.is_on("heading", learner::SPECIALISATION).await;
        person.tabs_to("radio", "Build AI/ML Systems").await;
        person.presses(Key::Down).await;
        person.is_on("radio", "Create Web Applications").await;
        person.presses(Key::Enter).await;
        person.is_on("heading", questions::HOURS_TITLE).await;
        presses_on(&person, "button", questions::CONTINUE).await;
        person.is_on("alert", problems::SUMMARY).await;
        person.tabs_to("button", learner::problem(Field::Hours(0), Refusal::NoHours)).await;
        person.presses(Key::Enter).await;
        person.is_on("textbox", "Monday").await;
        for _ in 0..5 {
            person.types("2").await;
            person.presses(Key::Tab).await;
        }
        person.is_on("textbox", "Saturday").await;
        person.presses(Key::Enter).await;

        person.is_on("heading", questions::CHECK_TITLE).await;
        presses_on(&person, "link", questions::change(questions::START_LABEL)).await;
        person.is_on("heading", questions::START_TITLE).await;
        person.tabs_to("textbox", questions::START_LABEL).await;
        person.presses(Key::End).await;
        person.presses_with(Key::Shift, Key::Home).await;
        person.types(learner::MONDAY).await;
        person.presses(Key::Enter).await;
        person.is_on("heading", questions::CHECK_TITLE).await;
        presses_on(&person, "link", questions::SHOW_PLAN).await;

        // The date is from tests/data/distributions/dates.txt: `web`.
        person.is_on("heading", plan::TITLE).await;
        person.reads(learner::finish_by("2055-08-12")).await;
        person.tabs_to("checkbox", "Variables").await;
        person.presses(Key::Space).await;
        person.reads(plan::done_of(1, 13)).await;
        presses_on(&person, "button", plan::AS_TABLE).await;
        person.sees("table", plan::TABLE_CAPTION).await;
    });
}

async fn presses_on(person: &Person, role: &str, name: impl AsRef<str>) {
    person.tabs_to(role, name.as_ref()).await;
    person.presses(Key::Enter).await;
}
