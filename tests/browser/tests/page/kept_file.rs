//! A file of the learner's is kept up to date, where the browser lets a page write files.

use browser_tests::{Person, Variant, in_each_engine, in_each_engine_at};
use serde_json::Value;
use waymark::text::{frame, keep};

use crate::learner;

/// Stands in for the browser's window to choose a file, which no test can operate, and for the file: its text and whether it
/// may be written are in `sessionStorage`. The methods are the prototype's, because databases keep no functions.
const FILES: &str = r#"
    const method = (name, value) => Object.defineProperty(Object.prototype, name, { value });
    method("queryPermission", async () => sessionStorage.permission);
    method("requestPermission", async () => { sessionStorage.permission = "granted"; return "granted"; });
    method("createWritable", async () => {
        if (sessionStorage.permission !== "granted") throw new DOMException("not allowed", "NotAllowedError");
        if (sessionStorage.fault) throw new DOMException("gone", "NotFoundError");
        let draft = "";
        return {
            write: async (text) => { draft += text; },
            close: async () => { sessionStorage.file = draft; },
        };
    });
    window.showSaveFilePicker = async () => {
        if (sessionStorage.cancels) throw new DOMException("canceled", "AbortError");
        sessionStorage.permission = "granted";
        return { name: "python-plan.json" };
    };
"#;

/// The topics with marks in the file; `None` if nothing was written.
async fn topics_in_file(person: &Person) -> Option<usize> {
    let text = person.runs("return sessionStorage.file ?? null", &[]).await;
    let plan: Value = serde_json::from_str(text.as_str()?).expect("the file is JSON");
    assert_eq!(plan["waymark_plan"], 1);
    Some(plan["document"]["marks"].as_array().map_or(0, Vec::len))
}

async fn has_in_file(person: &Person, topics: usize) {
    for _ in 0..100 {
        if topics_in_file(person).await == Some(topics) {
            return;
        }
        person.runs_until_done("setTimeout(arguments[0], 100)", &[]).await;
    }
    panic!("the file has not {topics} topics but {:?}", topics_in_file(person).await);
}

#[test]
fn a_chosen_file_gets_every_change_until_told_to_stop() {
    in_each_engine_at(&Variant::with_script(FILES).path(), async |person| {
        learner::opens_plan(&person, learner::one_path()).await;
        person.picks(frame::MENU, frame::KEEP).await;
        person.runs("sessionStorage.cancels = 'yes'", &[]).await;
        person.click("button", keep::KEEP_CHOOSE).await;
        person.reads(keep::KEEP_NOTE).await;
        person.runs("sessionStorage.removeItem('cancels')", &[]).await;
        person.click("button", keep::KEEP_CHOOSE).await;
        has_in_file(&person, 0).await;
        person.reads("python-plan.json").await;
        person.is_axe_clean().await;

        person.goes_to("/plan").await;
        person.click("checkbox", "Variables").await;
        has_in_file(&person, 1).await;
        person.reads(keep::also_in("python-plan.json")).await;
        person.does_not_see("link", frame::BACK_UP).await;

        person.goes_to("/keep").await;
        person.click("button", keep::stop_keeping("python-plan.json")).await;
        person.reads(keep::KEEP_NOTE).await;
        person.goes_to("/plan").await;
        person.click("checkbox", "Functions").await;
        person.reads(frame::NO_BACKUP).await;
        person.runs_until_done("setTimeout(arguments[0], 1500)", &[]).await;
        assert_eq!(topics_in_file(&person).await, Some(1), "it was left as it was");
    });
}

#[test]
fn at_the_next_visit_one_touch_keeps_the_file_up_to_date_again() {
    in_each_engine_at(&Variant::with_script(FILES).path(), async |person| {
        learner::opens_plan(&person, learner::one_path()).await;
        person.goes_to("/keep").await;
        person.click("button", keep::KEEP_CHOOSE).await;
        has_in_file(&person, 0).await;
        person.goes_to("/plan").await;
        person.runs("sessionStorage.permission = 'prompt'", &[]).await;
        person.reloads().await;
        person.click("checkbox", "Variables").await;
        person.runs_until_done("setTimeout(arguments[0], 1500)", &[]).await;
        assert_eq!(topics_in_file(&person).await, Some(0), "it may not be written yet");
        person.goes_to("/today").await;
        person.click("button", keep::KEEP_ALLOW).await;
        has_in_file(&person, 1).await;
        person.does_not_see("button", keep::KEEP_ALLOW).await;
    });
}

#[test]
fn a_file_that_cannot_be_written_is_said_and_nothing_is_lost() {
    in_each_engine_at(&Variant::with_script(FILES).path(), async |person| {
        learner::opens_plan(&person, learner::one_path()).await;
        person.goes_to("/keep").await;
        person.click("button", keep::KEEP_CHOOSE).await;
        has_in_file(&person, 0).await;
        person.runs("sessionStorage.fault = 'yes'", &[]).await;
        person.goes_to("/plan").await;
        person.click("checkbox", "Variables").await;
        person.goes_to("/keep").await;
        person.reads("gone").await;
        person.reads(frame::SAVED).await;
        person.runs("sessionStorage.removeItem('fault')", &[]).await;
        person.click("button", keep::KEEP_OTHER).await;
        has_in_file(&person, 1).await;
    });
}

#[test]
fn nothing_is_offered_where_the_browser_writes_no_files() {
    in_each_engine(async |person| {
        let can_write = person.runs("return typeof showSaveFilePicker === 'function'", &[]).await == true;
        learner::opens_plan(&person, learner::one_path()).await;
        person.goes_to("/keep").await;
        person.sees("heading", keep::DOWNLOAD_TITLE).await;
        match can_write {
            true => drop(person.sees("heading", keep::KEEP_TITLE).await),
            false => person.does_not_see("heading", keep::KEEP_TITLE).await,
        }
    });
}
