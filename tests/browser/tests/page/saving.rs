//! Failures to save are reported, and nothing is lost by them.

use app::Change;
use browser_tests::{Capability, Key, Person, containing, in_each_browser, in_each_engine};
use serde_json::json;
use waymark::text::{frame, keep, plan, what_if};

use crate::learner;

async fn has_a_saved_plan(person: &Person) {
    learner::opens_plan(person, learner::one_path()).await;
    person.reads(frame::SAVED).await;
}

#[test]
fn a_save_that_fails_is_said_at_once_and_until_it_works() {
    in_each_engine(async |person| {
        has_a_saved_plan(&person).await;
        for (fault, said) in [
            ("throw new DOMException('full', 'QuotaExceededError')", "QuotaExceededError"),
            ("throw new DOMException('full', 'NS_ERROR_DOM_QUOTA_REACHED')", "NS_ERROR_DOM_QUOTA_REACHED"),
            ("throw 'no'", "(no)"),
            ("throw null", "browser refused"),
            ("throw undefined", "browser refused"),
            ("return", "lost what was written"),
        ] {
            let script = format!(
                "window.room ??= Storage.prototype.setItem;
                Storage.prototype.setItem = () => {{ {fault} }};
                window.failedAfter = undefined;
                addEventListener('change', () => {{ window.tickedAt = performance.now() }}, {{ capture: true, once: true }});
                new MutationObserver((_, observer) => {{
                    if (document.querySelector('[role=alert]')) {{
                        window.failedAfter = performance.now() - window.tickedAt;
                        observer.disconnect();
                    }}
                }}).observe(document.body, {{ childList: true, subtree: true }});"
            );
            person.runs(&script, &[]).await;
            person.click("checkbox", "Variables").await;
            person.within("alert", "").reads(frame::NOT_SAVED).await;
            person.within("alert", "").reads(said).await;
            let after = person.runs("return window.failedAfter", &[]).await;
            assert!(after.as_f64().is_some_and(|after| after < 1000.0), "{fault}: said after {after} ms");
            person.runs(learner::ROOM_AGAIN, &[]).await;
            person.within("alert", "").click("button", frame::RETRY).await;
            person.does_not_read(frame::NOT_SAVED).await;
            person.reads(frame::SAVED).await;
        }
    });
}

#[test]
fn a_change_is_saved_even_if_the_page_is_left_at_once() {
    in_each_engine(async |person| {
        has_a_saved_plan(&person).await;
        // Within one task the page is not drawn again, and what it saves later fails.
        let click_and_leave = "
            const boxes = [...document.querySelectorAll('input[type=checkbox]')];
            boxes.find((box) => box.labels[0].textContent.includes(arguments[0])).click();
            Storage.prototype.setItem = () => { throw 'left' };
            IDBObjectStore.prototype.put = function () { this.transaction.abort() };
            location.reload();";
        person.runs(click_and_leave, &[json!("Variables")]).await;
        person.reads(learner::percent_done(8)).await;
    });
}

#[test]
fn what_the_storage_refused_is_found_in_the_second_copy() {
    in_each_engine(async |person| {
        has_a_saved_plan(&person).await;
        person.runs(learner::FULL, &[]).await;
        person.choose("checkbox", "Variables").await;
        person.within("alert", "").reads(frame::COPY_HAS_IT).await;
        person.is_axe_clean().await;
        person.reloads().await;
        person.reads(learner::percent_done(8)).await;
        person.does_not_read(frame::NOT_SAVED).await;
    });
}

#[test]
fn a_storage_that_is_cleared_is_filled_again_from_the_second_copy() {
    in_each_engine(async |person| {
        has_a_saved_plan(&person).await;
        person.picks(frame::MENU, frame::KEEP).await;
        person.reads(keep::COPY_KEPT).await;
        person.runs("localStorage.clear()", &[]).await;
        person.reloads().await;
        person.click("link", frame::PLAN).await;
        person.reads(learner::percent_done(0)).await;
        person.reads(frame::SAVED).await;
        let slots = person
            .runs(
                "return Object.keys(localStorage).filter((key) => key.startsWith('waymark.plan')).length",
                &[],
            )
            .await;
        assert_eq!(slots, 1);
    });
}

#[test]
fn a_storage_that_other_pages_have_filled_is_told_of_before_and_when_it_is_full() {
    in_each_engine(async |person| {
        has_a_saved_plan(&person).await;
        let fill = "
            let size = 1 << 20, part = 0;
            while (size > 100) {
                try { localStorage.setItem('another-program.' + part, 'x'.repeat(size)); part += 1 }
                catch { size >>= 1 }
            }";
        person.runs(fill, &[]).await;
        person.choose("checkbox", "Variables").await;
        // A slot is overwritten in place, so only a larger document fails.
        person.choose("checkbox", "Functions").await;
        person.reads(frame::NOT_SAVED).await;
        person.reloads().await;
        person.reads(plan::done_of(2, 11)).await;
        person.runs("for (const key of Object.keys(localStorage)) { if (key.startsWith('another')) localStorage.removeItem(key) }", &[]).await;
        person.choose("checkbox", "Classes").await;
        person.reads(frame::SAVED).await;
        person.does_not_read(frame::NOT_SAVED).await;

        person.runs("localStorage.setItem('another-program', 'x'.repeat(4_300_000))", &[]).await;
        person.within("group", frame::CHANGES).click("button", containing(frame::UNDO)).await;
        person.reads(frame::STORAGE).await;
        person.is_axe_clean().await;
    });
}

#[test]
fn changes_are_undone_and_made_again_by_keys_but_not_while_typing() {
    in_each_engine(async |person| {
        has_a_saved_plan(&person).await;
        person.choose("checkbox", "Variables").await;
        person.presses_letter_with(Key::Control, 'z').await;
        person.reads(frame::undone(Change::Progress)).await;
        person.reads(learner::percent_done(0)).await;
        person.presses_letter_with(Key::Control, 'y').await;
        person.reads(frame::redone(Change::Progress)).await;
        person.reads(learner::percent_done(8)).await;
        learner::tries_other_hours(&person).await;
        person.type_into("textbox", what_if::HOURS, "12").await;
        person.presses_letter_with(Key::Control, 'z').await;
        person.reads(learner::percent_done(8)).await;
    });
}

#[test]
fn undo_and_redo_work_on_layouts_without_latin_letters() {
    in_each_browser(async |person| {
        has_a_saved_plan(&person).await;
        person.choose("checkbox", "Variables").await;
        person.reads(learner::percent_done(8)).await;
        // A Russian layout, then a German one, on which Z types where others have Y.
        for (key, code, shift, percent) in [
            ("я", "KeyZ", false, 0),
            ("Я", "KeyZ", true, 8),
            ("z", "KeyY", false, 0),
            ("н", "KeyY", false, 8),
            ("y", "KeyZ", false, 8),
        ] {
            let press = "document.body.dispatchEvent(new KeyboardEvent('keydown', {
                key: arguments[0], code: arguments[1], shiftKey: arguments[2], ctrlKey: true, bubbles: true, cancelable: true,
            }))";
            person.runs(press, &[key.into(), code.into(), shift.into()]).await;
            person.reads(learner::percent_done(percent)).await;
        }
    });
}

#[test]
fn a_reminder_comes_after_two_weeks_and_can_be_put_off() {
    in_each_browser(async |person| {
        has_a_saved_plan(&person).await;
        person.reads(frame::NO_BACKUP).await;
        learner::clock_goes_on(&person, 20).await;
        person.runs("dispatchEvent(new Event('focus'))", &[]).await;
        person.click("link", frame::TODAY).await;
        person.reads(frame::reminder(None)).await;
        person.is_axe_clean().await;
        person.click("button", frame::NOT_NOW).await;
        person.does_not_read(frame::reminder(None)).await;
        person.picks(frame::MENU, frame::KEEP).await;
        person.click("button", keep::COPY).await;
        let copy = person.downloaded().await;
        assert!(copy.name.starts_with("waymark-with-plan-") && copy.name.ends_with(".html"), "{}", copy.name);
        person.reads(frame::LAST_BACKUP).await;
        person.does_not_read(frame::NO_BACKUP).await;
    });
}

#[test]
fn what_was_saved_is_there_after_the_browser_is_started_again() {
    in_each_engine(async |person| {
        has_a_saved_plan(&person).await;
        for topic in ["Variables", "Functions", "Classes"] {
            person.choose("checkbox", topic).await;
        }
        person.within("group", frame::CHANGES).click("button", containing(frame::UNDO)).await;
        person.reads(plan::done_of(2, 11)).await;
        if person.can(Capability::KeepsStorage) {
            person.restarts_the_browser().await;
            learner::goes_to_the_plan(&person).await;
            person.reads(plan::done_of(2, 11)).await;
            // Redo survives the restart.
            person.click("button", frame::redo(Change::Progress)).await;
            person.reads(plan::done_of(3, 11)).await;
        }
    });
}
