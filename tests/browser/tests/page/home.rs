//! The first screen: a picture of the roadmap in which one route is lit, and cards of its paths.

use browser_tests::{Engine, Key, Name, Person, containing, in_each_browser, in_each_engine};
use serde_json::json;
use waymark::text::{home, questions};

use crate::learner::{self, ANALYTICS};

const WEB: &str = "Web Backend Path";
const ANALYTICS_PATH: &str = "Data Analytics";

#[test]
fn a_route_is_lit_with_its_dates_when_its_line_or_its_card_is_chosen() {
    in_each_engine(async |person| {
        person.sees("heading", home::TITLE).await;
        is_lit(&person, "AI/ML Path").await;

        // By pointer or touch, and by keyboard.
        presses_line(&person, WEB).await;
        is_lit(&person, WEB).await;
        person.presses(Key::Tab).await;
        is_lit(&person, "Automation & Scripting").await;

        // Its card has the dates, too.
        person.tabs_to("link", take(ANALYTICS_PATH)).await;
        is_lit(&person, ANALYTICS_PATH).await;
        person.within("listitem", containing(ANALYTICS_PATH)).reads("(80%)").await;
    });
}

#[test]
fn the_picture_fits_its_window() {
    in_each_browser(async |person| {
        person.sees("heading", home::TITLE).await;
        for (width, narrow) in [(360, true), (1440, false)] {
            person.window(width, 900).await;
            let shown = "return [...document.querySelectorAll('svg.road')]
                .filter((picture) => picture.getClientRects().length > 0)
                .map((picture) => picture.classList.contains('road-narrow'))";
            assert_eq!(person.runs(shown, &[]).await, json!([narrow]), "{width} pixels");
            assert!(person.sticking_out().await.is_empty(), "{width} pixels");
        }
    });
}

#[test]
fn a_path_taken_on_the_first_screen_needs_two_more_answers() {
    in_each_browser(async |person| {
        person.click("link", take(ANALYTICS_PATH)).await;
        learner::answers(&person, learner::BACKGROUND, learner::BEGINNER).await;
        learner::has_ten_hours_a_week(&person).await;
        person.sees("heading", questions::CHECK_TITLE).await;
        person.reads(format!("{} {}", learner::SPECIALISATION, ANALYTICS.label)).await;
        person.reads(format!("{} {}", ANALYTICS.advanced, questions::DECIDE_LATER)).await;
    });
}

#[test]
fn who_is_not_sure_gets_help_before_any_question() {
    in_each_browser(async |person| {
        person.click("link", questions::HELP_ME_CHOOSE).await;
        person.sees("heading", questions::HELP_TITLE).await;
        person.click("button", questions::choose(ANALYTICS_PATH)).await;
        learner::answers(&person, learner::BACKGROUND, learner::BEGINNER).await;
        person.sees("heading", questions::HOURS_TITLE).await;
    });
}

/// Clicks the line of a path. Only Chromium's driver can click a part of a drawing, so the others get the event itself.
async fn presses_line(person: &Person, path: &str) {
    if person.browser() == Engine::Chromium {
        return person.click("button", line_of(path)).await;
    }
    let script = "
        const lines = [...document.querySelectorAll('svg [role=button]')];
        const line = lines.find((line) => line.getAttribute('aria-label').startsWith(arguments[0])
            && line.getBoundingClientRect().width > 0);
        line.focus();
        return line.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));";
    person.runs(script, &[json!(format!("{path}: "))]).await;
}

/// The accessible name of a path's line in the picture begins with this.
fn line_of(path: &str) -> Name {
    containing(format!("{path}: "))
}

fn take(path: &str) -> String {
    format!("{}: {path}", home::TAKE)
}

async fn is_lit(person: &Person, path: &str) {
    person.reads(format!("{path}, with 10 hours a week from today: done between")).await;
    assert!(person.sees("button", line_of(path)).await.chosen);
}
