//! The verbs do what they say in every browser, and misbehavior of a page is noticed.

use std::path::{Path, PathBuf};
use std::time::Duration;

use browser_tests::{
    Capability, Key, Person, Theme, containing, in_each_engine_at, pictures_are_wanted, validates,
};
use serde_json::json;

fn data(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(file)
}

fn in_the_room(test: impl AsyncFn(Person)) {
    in_each_engine_at(&data("room.html"), test);
}

#[test]
fn things_are_found_and_used_by_role_and_name() {
    in_the_room(async |person| {
        person.choose("radio", "Something").await;
        person.reads("Something is known").await;
        person.choose("radio", "Everything").await;
        person.choose("checkbox", containing("sure")).await;
        person.reads("Sure").await;

        let monday = person.sees("textbox", "Monday").await;
        assert_eq!((monday.value.as_str(), monday.description.as_str()), ("10", "hours of study"));
        person.type_into("textbox", "Monday", "2½").await;
        person.reads("Monday is 2½").await;
        person.type_into("textbox", "Monday", "").await;
        assert_eq!(person.sees("textbox", "Monday").await.value, "");

        person.does_not_read("Here is the answer").await;
        person.click("button", "Answer later").await;
        person.reads("Here is the answer").await;
        person.within("region", "Second shelf").click("button", "Take").await;
        person.reads("Taken from the Second shelf").await;
        assert_eq!(person.within("region", "First shelf").text().await, "First shelf Take");
        assert_eq!(person.every("region").await.len(), 2);
        assert_eq!(person.table("Shelves").await, [["Shelf", "Books"], ["First", "12"]]);
        person.does_not_see("button", "Never to be seen").await;
    });
}

#[test]
fn behind_an_open_dialog_nothing_is_seen() {
    in_the_room(async |person| {
        person.does_not_see("dialog", "Really?").await;
        person.click("button", "Ask first").await;
        person.sees("dialog", "Really?").await;
        person.does_not_see("button", "Ask first").await;
        person.click("button", "Yes").await;
        person.sees("button", "Ask first").await;
    });
}

#[test]
fn the_keyboard_and_the_history_work() {
    in_the_room(async |person| {
        assert_eq!(person.focused().await.role, "document");
        person.tabs_to("checkbox", "I am sure").await;
        person.presses(Key::Space).await;
        person.reads("Sure").await;
        person.presses(Key::Tab).await;
        person.is_on("textbox", "Monday").await;
        person.types("3").await;
        person.reads("Monday is").await;
        person.presses_with(Key::Shift, Key::Tab).await;
        person.is_on("checkbox", "I am sure").await;

        person.tabs_to("link", "To the second screen").await;
        person.presses(Key::Enter).await;
        person.reads("Screen: second").await;
        assert_eq!(person.screen().await, "second");
        person.goes_to("third").await;
        person.reads("Screen: third").await;
        person.goes_back().await;
        person.reads("Screen: second").await;
        person.goes_forward().await;
        person.reads("Screen: third").await;
    });
}

#[test]
fn what_is_stored_outlives_the_window() {
    in_the_room(async |person| {
        // On a busy machine Chromium can lose what is stored soon after it starts, so one lost count is no failure.
        for _ in 0..3 {
            let before = times_opened(&person).await;
            person.reloads().await;
            let reloaded = times_opened(&person).await;
            person.restarts_the_browser().await;
            if reloaded == before + 1 && times_opened(&person).await == before + 2 {
                return;
            }
        }
        panic!("{} does not keep what is stored", person.browser());
    });
}

/// How often the room was opened, as it counts in what is stored.
async fn times_opened(person: &Person) -> usize {
    person.reads("Opened").await;
    let text = person.text().await;
    let counted = text.split_once("Opened ").and_then(|(_, rest)| rest.split(' ').next());
    counted.and_then(|times| times.parse().ok()).expect("the room says how often it was opened")
}

/// Everything that a page can leave behind for the next one in the same browser.
const LEAVE: &str = "
    const done = arguments[0];
    localStorage.setItem('left', 'behind');
    sessionStorage.setItem('left', 'behind');
    indexedDB.open('left behind').onsuccess = (event) => { event.target.result.close(); done() };";

const LEFT: &str = "
    const done = arguments[0];
    indexedDB.databases().then((databases) => done([localStorage.length, sessionStorage.length, databases.length]));";

#[test]
fn nothing_is_left_over_for_another_test() {
    for _ in 0..2 {
        in_the_room(async |person| {
            assert_eq!(person.runs_until_done(LEFT, &[]).await, json!([1, 0, 0]), "in {}", person.browser());
            person.window(360, 740).await;
            person.runs_until_done(LEAVE, &[]).await;
            person.click("button", "Save a file").await;
            person.opens_another_window().await;
        });
    }
}

#[test]
fn what_moves_is_clicked_where_it_comes_to_rest() {
    in_the_room(async |person| {
        // The first three times that the mouse arrives, the target moves away.
        let dodge = "
            let moves = 0;
            window.clicked = [];
            addEventListener('mousemove', () => {
                if (moves < 3) document.querySelector('main').style.paddingTop = `${150 * ++moves}px`;
            });
            addEventListener('click', (event) => clicked.push(event.target.textContent));";
        person.runs(dodge, &[]).await;
        person.click("button", "Answer later").await;
        assert_eq!(person.runs("return clicked", &[]).await, json!(["Answer later"]));
        person.reads("Here is the answer").await;
    });
}

#[test]
fn files_come_out_and_go_in() {
    in_the_room(async |person| {
        for _ in 0..2 {
            person.click("button", "Save a file").await;
            let file = person.downloaded().await;
            assert_eq!(
                (file.name.as_str(), file.bytes.as_slice()),
                ("shelves.json", &br#"{"books":12}"#[..])
            );
            validates(data("shelf.schema.json"), &file.bytes);
        }
        person.chooses_file("Open a file", data("shelf.schema.json")).await;
        person.reads("The file holds { \"$schema\"").await;
    });
}

#[test]
fn the_window_and_the_preferences_are_as_asked() {
    in_the_room(async |person| {
        person.prefers(Theme::Dark).await;
        person.reads("dark: true, less motion: false, forced colors: false").await;
        person.prefers_less_motion().await;
        person.reads("dark: true, less motion: true").await;
        person.prefers(Theme::Light).await;
        person.reads("dark: false, less motion: true").await;
        if pictures_are_wanted() {
            person.screens("room").await;
        }
        if person.can(Capability::ForcesColors) {
            person.forces_colors().await;
            person.reads("forced colors: true").await;
        }
        for (width, height) in [(360, 740), (1440, 900)] {
            person.window(width, height).await;
            person.reads(&format!("Room: {width} × {height}")).await;
        }
    });
}

#[test]
fn what_the_page_does_wrong_is_noticed() {
    in_the_room(async |person| {
        let noticed = async |deed: &str, said: &str, word: &str| {
            person.click("button", deed).await;
            person.reads(said).await;
            let mut noted = String::new();
            // A browser may report a violation a moment after what caused it.
            for _ in 0..50 {
                noted += &person.page_errors().await.join("\n");
                if noted.contains(word) {
                    return;
                }
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
            panic!("{deed} was noted as: {noted}");
        };
        if person.can(Capability::KeepsLog) {
            person.goes_to("bad").await;
            person.reloads().await;
            let page_errors = person.page_errors().await.join("\n");
            assert!(page_errors.contains("nowhere"), "noted: {page_errors}");
            person.goes_to("good").await;
        }
        person.did_not_reach_out().await;
        if person.can(Capability::KeepsLog) {
            noticed("Reach out", "Reached in vain", "127.0.0.1:65534").await;
        }
        noticed("Break the policy", "The policy held", "require-trusted-types-for").await;
        noticed("Complain", "Complained", "a complaint").await;
        noticed("Fail", "Failing", "rror").await;
    });
}

#[test]
fn barriers_are_noticed() {
    in_the_room(async |person| {
        person.is_axe_clean().await;
        person.needs_no_sideways_scrolling().await;
        person.click("button", "Fade").await;
        let violations = person.violations().await.join("\n");
        assert!(violations.contains("color-contrast"), "found: {violations}");
        person.click("button", "Spread").await;
        let out = person.sticking_out().await.join("\n");
        assert!(out.contains("Much too wide"), "found: {out}");
    });
}

#[test]
#[should_panic(expected = "must have required property 'books'")]
fn what_is_not_valid_is_named() {
    validates(data("shelf.schema.json"), b"{}");
}
