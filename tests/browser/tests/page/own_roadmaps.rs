//! A roadmap of one's own: opened from a guide, planned, shown, renamed, taken away, removed and brought back.

use std::cell::RefCell;

use browser_tests::{Person, containing, in_each_browser, in_each_engine};
use serde_json::Value;

use crate::learner;

/// The date that the plan of one path has.
const PYTHON_ANSWER: &str = "8 in 10 chance to finish by 28 September 2055.";

const TITLE: &str = "Baking bread";

const QUESTION: &str = "Which bread?";

/// What a learner may have written down. The flowchart begins in the sixth line.
pub const BREAD: &str = "# Baking bread

What I want to learn.

```mermaid
flowchart TD
  Begin([Begin]) --> Which{Which bread?}
  Which -->|Wheat| Wheat[\"Wheat bread<br/>Kneading, Proofing<br/>2-3 weeks\"]
  Which -->|Rye| Rye[\"Rye bread<br/>Sourdough, Shaping<br/>4+ weeks\"]
  Wheat --> Sold[First loaf sold]
  Rye --> Sold
  Oven[Build an oven]
```
";

/// Opens the guide and answers all that is asked, up to the plan.
pub async fn plans_bread(person: &Person) {
    learner::opens_roadmap(person, BREAD).await;
    person.click("link", "Start").await;
    learner::answers(person, QUESTION, "Wheat").await;
    learner::has_ten_hours_a_week(person).await;
    learner::gives_date(person, learner::START, learner::FIRST_DAY, learner::MONDAY).await;
    learner::passes(person, learner::TIME_OFF).await;
    learner::passes(person, learner::TARGET).await;
    person.click("link", learner::SHOW_PLAN).await;
    person.sees("heading", learner::PLAN).await;
}

async fn uses(person: &Person, title: &str) {
    person.click("link", learner::ROADMAPS).await;
    person.click("button", containing(format!("Use this one: {title}"))).await;
    person.reads("This roadmap is in use now.").await;
}

async fn exports(person: &Person) -> Value {
    person.click("link", learner::KEEP).await;
    person.click("button", learner::DOWNLOAD).await;
    let file = person.downloaded().await;
    person.click("button", "Dismiss").await;
    serde_json::from_slice(&file.bytes).expect("the file is JSON")
}

/// The titles on the cards, the one that comes with the page first.
async fn titles(person: &Person) -> Vec<String> {
    let headings = person.within("list", "Your roadmaps").every("heading").await;
    headings.into_iter().map(|heading| heading.name).collect()
}

#[test]
fn a_guide_becomes_questions_a_dated_plan_and_a_map_beside_the_shipped_one() {
    in_each_browser(async |person| {
        learner::opens_plan(&person, learner::one_path()).await;
        person.click("link", learner::ROADMAPS).await;
        learner::is_offered_roadmap(&person, BREAD).await;
        person.reads("Baking bread: 2 phases, 1 question").await;
        person.within("region", "What it asks").reads(QUESTION).await;
        let notes = person.within("region", "Worth knowing");
        notes.reads("Line 9: what Rye takes is open upwards.").await;
        notes.reads("Line 12: no way leads to Oven. It was left out.").await;
        notes.reads("A week is taken to be 10 hours").await;
        // Nothing has happened until it is accepted.
        person.click("button", "Do not open it").await;
        assert_eq!(titles(&person).await.len(), 1);

        plans_bread(&person).await;
        // Two or three weeks of ten hours from the 4th of January.
        person.reads("chance to finish by ").await;
        person.reads(" January 2055.").await;
        person.choose("checkbox", "Kneading").await;
        person.click("link", learner::MAP).await;
        person.sees("button", containing("Which bread?, decision, step 2 of 4 on your route, Wheat")).await;
        person.sees("button", containing("Wheat bread, phase, step 3 of 4 on your route, next")).await;
        person.sees("button", containing("Rye bread, phase, not on your route")).await;

        uses(&person, "Python").await;
        person.reads(PYTHON_ANSWER).await;
        person.does_not_see("checkbox", "Kneading").await;
        uses(&person, TITLE).await;
        assert!(person.sees("checkbox", "Kneading").await.chosen);
    });
}

#[test]
fn the_roadmap_in_use_stays_in_use_over_reloads_and_restarts() {
    in_each_browser(async |person| {
        plans_bread(&person).await;
        person.choose("checkbox", "Kneading").await;
        person.reads("Saved in this browser").await;
        person.reloads().await;
        person.sees("heading", learner::PLAN).await;
        assert!(person.sees("checkbox", "Kneading").await.chosen);
        person.restarts_the_browser().await;
        person.click("link", "Open your plan").await;
        assert!(person.sees("checkbox", "Kneading").await.chosen);
        person.click("link", learner::ROADMAPS).await;
        person.within("listitem", containing(TITLE)).reads("in use").await;
    });
}

#[test]
fn a_roadmap_can_be_renamed_and_taken_away_and_opened_again_beside() {
    in_each_browser(async |person| {
        plans_bread(&person).await;
        person.click("link", learner::ROADMAPS).await;
        person.click("button", "Rename: Baking bread").await;
        person.is_on("textbox", "New name: Baking bread").await;
        person.type_into("textbox", "New name: Baking bread", "").await;
        person.reads("Write a name.").await;
        assert!(person.sees("button", "Save the name").await.disabled);
        person.type_into("textbox", "New name: Baking bread", "Bread at home").await;
        person.click("button", "Save the name").await;
        person.reads("The roadmap has changed.").await;
        person.sees("heading", containing("Bread at home")).await;
        person.click("button", "Undo").await;
        person.sees("heading", containing(TITLE)).await;
        person.click("button", "Undo").await;
        person.sees("heading", containing("Bread at home")).await;

        person.click("button", "Download (JSON): Bread at home").await;
        person.reads("It was handed to the browser as ").await;
        let file = person.downloaded().await;
        assert!(file.name.ends_with(".json"), "{}", file.name);
        let again = learner::file_with(&file.bytes);
        person.chooses_file(learner::OPEN_ROADMAP, again.path()).await;
        person.sees("heading", learner::ROADMAP_OFFER).await;
        person.reads("All of it was understood.").await;
        person.reads("You have a roadmap of this name already, “Bread at home”.").await;
        person.click("button", "Open it beside the one you have").await;
        person.reads("This roadmap is in use now.").await;
        // It has a plan of its own, which is empty yet.
        person.sees("link", "Start").await;
        person.click("link", learner::ROADMAPS).await;
        assert_eq!(titles(&person).await.len(), 3);
        person.click("button", "Use this one: Bread at home").await;
        person.sees("checkbox", "Kneading").await;
    });
}

#[test]
fn removing_a_roadmap_asks_first_and_can_be_undone_now_or_later() {
    in_each_browser(async |person| {
        plans_bread(&person).await;
        person.choose("checkbox", "Kneading").await;
        uses(&person, "Python").await;
        person.click("link", learner::ROADMAPS).await;
        person.click("button", "Remove: Baking bread").await;
        person.is_on("button", "No, keep it").await;
        person.reads("Remove “Baking bread” and its plan?").await;
        person.click("button", "No, keep it").await;
        person.click("button", "Remove: Baking bread").await;
        person.click("button", "Yes, remove it").await;
        person.reads("The roadmap was removed, with its plan.").await;
        assert_eq!(titles(&person).await.len(), 1);
        person.click("button", "Undo").await;
        person.sees("button", "Remove: Baking bread").await;

        // The one in use gives way to the one that comes with the page.
        uses(&person, TITLE).await;
        person.click("link", learner::ROADMAPS).await;
        person.click("button", "Remove: Baking bread").await;
        person.click("button", "Yes, remove it").await;
        person.reads("The roadmap was removed, with its plan.").await;
        person.sees("button", "Undo").await;
        person.sees("heading", learner::HOME).await;
        person.reloads().await;
        person.click("link", learner::ROADMAPS).await;
        assert_eq!(titles(&person).await.len(), 1);
        person.click("button", "Bring it back: Baking bread").await;
        uses(&person, TITLE).await;
        assert!(person.sees("checkbox", "Kneading").await.chosen);
    });
}

#[test]
fn a_file_that_is_no_roadmap_is_refused_with_its_reason_and_changes_nothing() {
    in_each_browser(async |person| {
        plans_bread(&person).await;
        let before = exports(&person).await;
        for (ending, content, reason) in [
            ("md", "# Dear diary\n\nNothing to draw.\n", "There is no Mermaid flowchart in it."),
            (
                "mmd",
                "flowchart TD\n  A --> B\n",
                "Nothing in the flowchart at line 1 says how long it takes.",
            ),
            ("json", "{ \"waymark_roadmap\": 1, \"id\": ", "It stops being JSON at line 1"),
            (
                "json",
                "{ \"waymark_roadmap\": 99 }",
                "It was made for a newer version of this page (form 99).",
            ),
        ] {
            person.click("link", learner::ROADMAPS).await;
            let file = learner::file_ending(ending, content.as_bytes());
            person.chooses_file(learner::OPEN_ROADMAP, file.path()).await;
            person.reads(reason).await;
            let text = person.text().await;
            assert_eq!(text.matches("The file was not opened").count(), 1, "{text}");
            person.click("button", "Dismiss").await;
            assert_eq!(titles(&person).await.len(), 2);
        }
        assert_eq!(exports(&person).await, before);
    });
}

#[test]
fn a_file_can_be_dropped_on_any_screen() {
    in_each_engine(async |person| {
        person.click("link", learner::GUIDE).await;
        person.sees("heading", learner::GUIDE).await;
        let script = "
            const files = new DataTransfer();
            files.items.add(new File([arguments[0]], 'bread.md'));
            return ['dragover', 'drop'].map((kind) => !document.querySelector('main').dispatchEvent(
                new DragEvent(kind, { dataTransfer: files, bubbles: true, cancelable: true }),
            ));";
        let kept = person.runs(script, &[BREAD.into()]).await;
        assert_eq!(kept, serde_json::json!([true, true]), "the browser may not open the file itself");
        person.sees("heading", learner::ROADMAP_OFFER).await;
        person.reads("Baking bread: 2 phases, 1 question").await;
    });
}

#[test]
fn a_plan_file_carries_its_roadmap_to_another_browser() {
    let plans = RefCell::new(Vec::new());
    in_each_browser(async |person| {
        plans_bread(&person).await;
        person.choose("checkbox", "Kneading").await;
        let plan = exports(&person).await;
        plans.borrow_mut().push(plan);
    });
    let plan = plans.borrow_mut().remove(0);
    in_each_browser(async |person| {
        let file = learner::file_with(plan.to_string().as_bytes());
        person.chooses_file(learner::OPEN_FILE, file.path()).await;
        person.reads("The plan is open").await;
        assert!(person.sees("checkbox", "Kneading").await.chosen);
        person.click("link", learner::ROADMAPS).await;
        person.within("listitem", containing(TITLE)).reads("in use").await;
        assert_eq!(exports(&person).await["document"], plan["document"]);
    });
}

/// Waits until the other part of the browser holds a copy of the roadmaps and of the plan for bread.
async fn copies_are_there(person: &Person) {
    let script = "
        const done = arguments[arguments.length - 1];
        const look = () => Promise.all([waymark.copies.read('roadmaps'), waymark.copies.read('own.baking-bread')])
            .then(([roadmaps, plan]) => roadmaps?.includes('Kneading') && plan?.includes('marks') ? done(true) : setTimeout(look, 50));
        look();";
    assert_eq!(person.runs_until_done(script, &[]).await, true);
}

#[test]
fn roadmaps_of_a_storage_that_is_cleared_come_back_with_their_plans() {
    in_each_browser(async |person| {
        plans_bread(&person).await;
        person.choose("checkbox", "Kneading").await;
        person.reads("Saved in this browser").await;
        copies_are_there(&person).await;
        person.runs("localStorage.clear(); sessionStorage.clear()", &[]).await;
        person.reloads().await;
        uses(&person, TITLE).await;
        assert!(person.sees("checkbox", "Kneading").await.chosen);
    });
}

#[test]
fn the_file_of_the_crash_screen_brings_roadmaps_back_with_their_plans() {
    in_each_engine(async |person| {
        plans_bread(&person).await;
        person.choose("checkbox", "Kneading").await;
        person.reads("Saved in this browser").await;
        // The same that the crash screen hands out, which other tests look at.
        let file = "return JSON.stringify({ waymark_raw: 1, saved_at: null, local_storage: waymark.stored(), copy: null })";
        let file = person.runs(file, &[]).await;
        let file = learner::file_with(file.as_str().expect("a text").as_bytes());
        copies_are_there(&person).await;
        let lose = "
            const done = arguments[arguments.length - 1];
            localStorage.clear();
            sessionStorage.clear();
            indexedDB.deleteDatabase('waymark').onsuccess = () => done(true);";
        assert_eq!(person.runs_until_done(lose, &[]).await, true);
        person.reloads().await;
        person.click("link", learner::ROADMAPS).await;
        assert_eq!(titles(&person).await.len(), 1);
        person.chooses_file(learner::OPEN_ROADMAP, file.path()).await;
        person.within("listitem", containing(TITLE)).sees("button", containing("Use this one")).await;
        uses(&person, TITLE).await;
        assert!(person.sees("checkbox", "Kneading").await.chosen);
    });
}
