//! The day's work without a mouse: once by touch on a phone, once by keyboard.

use browser_tests::{Key, Name, Person, containing, in_each_engine};
use roadmap::Minutes;
use waymark::text::{amounts, frame, plan, today};

use crate::{learner, today as usual};

/// What the page is used with.
#[derive(Clone, Copy)]
enum Hand {
    Finger,
    Keys,
}

impl Hand {
    async fn press(self, person: &Person, role: &str, name: impl Into<Name>) {
        match self {
            Self::Finger => person.taps(role, name).await,
            Self::Keys => {
                // Once Tab has left the page by its end, a driven Firefox takes Enter for no click.
                person.runs("document.querySelector('.skip').focus()", &[]).await;
                person.tabs_to(role, name).await;
                person.presses(if role == "checkbox" { Key::Space } else { Key::Enter }).await;
            }
        }
    }

    async fn undo(self, person: &Person) {
        // The one in the header, which is there after every change.
        self.press(person, "button", containing(format!("{}:", frame::UNDO))).await;
    }
}

const SESSION: Minutes = Minutes(90);

#[test]
fn a_finger_does_all_of_today() {
    in_each_engine(async |person| {
        person.window(390, 844).await;
        day(&person, Hand::Finger).await;
    });
}

#[test]
fn the_keyboard_does_all_of_today() {
    in_each_engine(async |person| day(&person, Hand::Keys).await);
}

async fn day(person: &Person, hand: Hand) {
    let on = learner::today(person).await;
    usual::opens_the_file(person, usual::under_way(on, 8)).await;
    logs_and_ticks(person, hand).await;
    uses_the_timer(person, hand).await;
    changes_the_week(person, hand).await;
}

async fn logs_and_ticks(person: &Person, hand: Hand) {
    // Last week is looked back on, once.
    hand.press(person, "button", today::KEEP_WEEK).await;
    person.does_not_see("heading", today::LAST_WEEK).await;
    if let Hand::Keys = hand {
        // The button is gone, and the focus is where the screen begins.
        person.is_on("heading", today::session(SESSION)).await;
    }

    hand.press(person, "button", today::log(SESSION)).await;
    person.sees("heading", today::DONE_FOR_TODAY).await;
    hand.undo(person).await;
    person.sees("heading", today::session(SESSION)).await;

    let first = usual::first_step();
    hand.press(person, "button", plan::about_item(today::STEP_DONE, &first)).await;
    assert!(person.sees("checkbox", first.clone()).await.chosen);
    hand.press(person, "checkbox", first.clone()).await;
    person.sees("heading", first).await;
}

async fn uses_the_timer(person: &Person, hand: Hand) {
    hand.press(person, "button", today::START).await;
    person.sees("timer", "").await;
    hand.press(person, "button", today::PAUSE).await;
    person.reads(today::PAUSED).await;
    hand.press(person, "button", today::RESUME).await;
    hand.press(person, "button", today::STOP).await;
    person.type_into("textbox", today::SPENT, "40 min").await;
    hand.press(person, "button", today::LOG).await;
    person.reads(format!("Logged {} on Variables.", amounts::time_short(Minutes(40)))).await;
    hand.undo(person).await;
    person.sees("heading", today::session(SESSION)).await;
}

async fn changes_the_week(person: &Person, hand: Hand) {
    hand.press(person, "button", today::CHANGE_WEEK).await;
    hand.press(person, "button", today::MOVE).await;
    person.sees("heading", today::NO_SESSION).await;
    hand.undo(person).await;
    person.sees("heading", today::session(SESSION)).await;
    hand.press(person, "button", today::PAUSE_PLAN).await;
    hand.press(person, "button", today::END_PAUSE).await;
    person.sees("heading", today::session(SESSION)).await;
}
