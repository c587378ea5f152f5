//! The learner's own roadmap: opened from a guide, planned, shown, renamed, exported, removed and restored.

use std::cell::RefCell;

use app::Standing;
use browser_tests::{Key, Person, containing, in_each_browser, in_each_engine};
use formats::{Remark, RoadmapRefusal, RoadmapWarning};
use roadmap::Differences;
use serde_json::Value;
use waymark::text::{amounts, frame, guide, home, keep, map, plan, questions, reading, roadmaps};

use crate::learner;

/// Title and size of the roadmap as the page shows them.
fn bread_in_brief() -> String {
    format!("{TITLE}: {}, {}", amounts::count(2, "phase"), amounts::count(1, "decision"))
}

fn step(number: usize) -> String {
    map::standing(Standing::Route(number), 4)
}

fn line(line: usize, what: Remark) -> String {
    reading::warning(&RoadmapWarning { line: Some(line), what })
}

/// The 80 % date of [`learner::one_path`].
const PYTHON_DATE: &str = "2055-08-25";

const TITLE: &str = "Baking bread";

const QUESTION: &str = "Which bread?";

/// A learner's own guide. The flowchart begins in line 6.
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

/// Opens the guide and answers all questions, up to the plan.
pub async fn plans_bread(person: &Person) {
    learner::opens_roadmap(person, BREAD).await;
    person.click("link", "Start").await;
    learner::answers(person, QUESTION, "Wheat").await;
    learner::has_ten_hours_a_week(person).await;
    learner::changes_date(person, questions::START_LABEL, learner::MONDAY).await;
    person.click("link", questions::SHOW_PLAN).await;
    person.sees("heading", plan::TITLE).await;
}

async fn uses(person: &Person, title: &str) {
    person.picks(frame::MENU, frame::ROADMAPS).await;
    person.click("button", containing(roadmaps::about(roadmaps::USE, title))).await;
    person.reads(roadmaps::IN_USE_NOW).await;
}

async fn exports(person: &Person) -> Value {
    person.picks(frame::MENU, frame::KEEP).await;
    person.click("button", keep::DOWNLOAD).await;
    let file = person.downloaded().await;
    person.click("button", frame::DISMISS).await;
    serde_json::from_slice(&file.bytes).expect("the file is JSON")
}

/// The titles of all roadmaps, the shipped one first, once their screen is open.
async fn titles(person: &Person) -> Vec<String> {
    person.sees("heading", roadmaps::TITLE).await;
    let headings = person.within("list", roadmaps::THERE_ARE).every("heading").await;
    headings.into_iter().map(|heading| heading.name).collect()
}

#[test]
fn a_guide_becomes_questions_a_dated_plan_and_a_map_beside_the_shipped_one() {
    in_each_browser(async |person| {
        learner::opens_plan(&person, learner::one_path()).await;
        person.picks(frame::MENU, frame::ROADMAPS).await;
        learner::is_offered_roadmap(&person, BREAD).await;
        person.reads(bread_in_brief()).await;
        person.within("region", roadmaps::QUESTIONS).reads(QUESTION).await;
        let notes = person.within("region", roadmaps::WARNINGS);
        notes.reads(line(9, Remark::OpenEnded("Rye bread".into()))).await;
        notes.reads(line(12, Remark::Unreachable("Build an oven".into()))).await;
        notes.reads(reading::warning(&RoadmapWarning { line: None, what: Remark::PaceAssumed(10) })).await;
        // Nothing changes before it is accepted.
        person.click("button", roadmaps::DECLINE).await;
        assert_eq!(titles(&person).await.len(), 1);

        plans_bread(&person).await;
        // Two or three weeks of ten hours from the 4th of January.
        person.reads(learner::any_finish()).await;
        person.reads(" January 2055 (80%)").await;
        person.choose("checkbox", "Kneading").await;
        person.click("link", frame::MAP).await;
        person.sees("button", containing(format!("{QUESTION}, decision, {}, Wheat", step(2)))).await;
        person
            .sees("button", containing(format!("Wheat bread, phase, {}, {}", step(3), map::NEXT_MARK)))
            .await;
        person
            .sees("button", containing(format!("Rye bread, phase, {}", map::standing(Standing::Aside, 4))))
            .await;

        uses(&person, "Python").await;
        learner::goes_to_the_plan(&person).await;
        person.reads(learner::finish_by(PYTHON_DATE)).await;
        person.does_not_see("checkbox", "Kneading").await;
        uses(&person, TITLE).await;
        learner::goes_to_the_plan(&person).await;
        assert!(person.sees("checkbox", "Kneading").await.chosen);
    });
}

#[test]
fn the_roadmap_in_use_stays_in_use_over_reloads_and_restarts() {
    in_each_browser(async |person| {
        plans_bread(&person).await;
        person.choose("checkbox", "Kneading").await;
        person.reads(frame::SAVED).await;
        person.reloads().await;
        person.sees("heading", plan::TITLE).await;
        assert!(person.sees("checkbox", "Kneading").await.chosen);
        person.restarts_the_browser().await;
        learner::goes_to_the_plan(&person).await;
        assert!(person.sees("checkbox", "Kneading").await.chosen);
        person.picks(frame::MENU, frame::ROADMAPS).await;
        person.within("listitem", containing(TITLE)).reads(roadmaps::IN_USE).await;
    });
}

#[test]
fn a_roadmap_can_be_renamed_and_taken_away_and_opened_again_beside() {
    in_each_browser(async |person| {
        plans_bread(&person).await;
        person.picks(frame::MENU, frame::ROADMAPS).await;
        person.click("button", roadmaps::about(roadmaps::RENAME, TITLE)).await;
        person.is_on("textbox", roadmaps::about(roadmaps::NEW_NAME, TITLE)).await;
        person.type_into("textbox", roadmaps::about(roadmaps::NEW_NAME, TITLE), "").await;
        person.reads(roadmaps::NAME_EMPTY).await;
        assert!(person.sees("button", roadmaps::SAVE_NAME).await.disabled);
        person.type_into("textbox", roadmaps::about(roadmaps::NEW_NAME, TITLE), "Bread at home").await;
        person.click("button", roadmaps::SAVE_NAME).await;
        person.reads(roadmaps::CHANGED).await;
        person.sees("heading", containing("Bread at home")).await;
        person.click("button", frame::UNDO).await;
        person.sees("heading", containing(TITLE)).await;
        person.click("button", frame::REDO).await;
        person.sees("heading", containing("Bread at home")).await;

        person.click("button", roadmaps::about(roadmaps::DOWNLOAD, "Bread at home")).await;
        person.reads(learner::up_to(&frame::handed_out("x"), "x")).await;
        let file = person.downloaded().await;
        assert!(file.name.ends_with(".json"), "{}", file.name);
        let again = learner::file_with(&file.bytes);
        person.chooses_file(roadmaps::OPEN, again.path()).await;
        person.sees("heading", roadmaps::OFFER_TITLE).await;
        person.reads(roadmaps::NO_WARNINGS).await;
        let same = Differences { same: 2, ..Differences::default() };
        person.reads(roadmaps::edited("Bread at home", &same)).await;
        person.click("button", roadmaps::BESIDE).await;
        person.reads(roadmaps::IN_USE_NOW).await;
        // It has its own plan, which is still empty.
        person.sees("link", "Start").await;
        person.picks(frame::MENU, frame::ROADMAPS).await;
        assert_eq!(titles(&person).await.len(), 3);
        person.click("button", roadmaps::about(roadmaps::USE, "Bread at home")).await;
        learner::goes_to_the_plan(&person).await;
        person.sees("checkbox", "Kneading").await;
    });
}

#[test]
fn removing_a_roadmap_asks_first_and_can_be_undone_now_or_later() {
    in_each_browser(async |person| {
        plans_bread(&person).await;
        person.choose("checkbox", "Kneading").await;
        uses(&person, "Python").await;
        person.picks(frame::MENU, frame::ROADMAPS).await;
        person.click("button", roadmaps::about(roadmaps::REMOVE, TITLE)).await;
        person.is_on("button", roadmaps::REMOVE_NO).await;
        person.reads(roadmaps::remove_ask(TITLE)).await;
        person.click("button", roadmaps::REMOVE_NO).await;
        person.click("button", roadmaps::about(roadmaps::REMOVE, TITLE)).await;
        person.click("button", roadmaps::REMOVE_YES).await;
        person.reads(roadmaps::REMOVED).await;
        assert_eq!(titles(&person).await.len(), 1);
        person.click("button", frame::UNDO).await;
        person.sees("button", roadmaps::about(roadmaps::REMOVE, TITLE)).await;

        // After the roadmap in use is removed, the shipped one is used.
        uses(&person, TITLE).await;
        person.picks(frame::MENU, frame::ROADMAPS).await;
        person.click("button", roadmaps::about(roadmaps::REMOVE, TITLE)).await;
        person.click("button", roadmaps::REMOVE_YES).await;
        person.reads(roadmaps::REMOVED).await;
        person.sees("button", frame::UNDO).await;
        person.sees("heading", home::TITLE).await;
        person.reloads().await;
        person.picks(frame::MENU, frame::ROADMAPS).await;
        assert_eq!(titles(&person).await.len(), 1);
        person.click("button", roadmaps::about(roadmaps::BRING_BACK, TITLE)).await;
        uses(&person, TITLE).await;
        learner::goes_to_the_plan(&person).await;
        assert!(person.sees("checkbox", "Kneading").await.chosen);
    });
}

#[test]
fn a_file_that_is_no_roadmap_is_refused_with_its_reason_and_changes_nothing() {
    in_each_browser(async |person| {
        plans_bread(&person).await;
        let before = exports(&person).await;
        for (ending, content, why) in [
            ("md", "# Dear diary\n\nNothing to draw.\n", RoadmapRefusal::NoRoadmap),
            ("mmd", "flowchart TD\n  A([Start]) --> B((End))\n", RoadmapRefusal::NothingToStudy { line: 1 }),
            ("json", "{ \"waymark_roadmap\": 1, \"id\": ", RoadmapRefusal::NotJson { line: 1, column: 30 }),
            ("json", "{ \"waymark_roadmap\": 99 }", RoadmapRefusal::NewerVersion { version: 99 }),
        ] {
            person.picks(frame::MENU, frame::ROADMAPS).await;
            let file = learner::file_ending(ending, content.as_bytes());
            person.chooses_file(roadmaps::OPEN, file.path()).await;
            person.reads(reading::refusal(&why)).await;
            let text = person.text().await;
            assert_eq!(text.matches(keep::NOT_OPENED).count(), 1, "{text}");
            person.click("button", frame::DISMISS).await;
            assert_eq!(titles(&person).await.len(), 2);
        }
        assert_eq!(exports(&person).await, before);
    });
}

#[test]
fn a_file_can_be_dropped_on_any_screen() {
    in_each_engine(async |person| {
        person.click("link", frame::GUIDE).await;
        person.sees("heading", guide::TITLE).await;
        let script = "
            const files = new DataTransfer();
            files.items.add(new File([arguments[0]], 'bread.md'));
            return ['dragover', 'drop'].map((kind) => !document.querySelector('main').dispatchEvent(
                new DragEvent(kind, { dataTransfer: files, bubbles: true, cancelable: true }),
            ));";
        let kept = person.runs(script, &[BREAD.into()]).await;
        assert_eq!(kept, serde_json::json!([true, true]), "the browser may not open the file itself");
        person.sees("heading", roadmaps::OFFER_TITLE).await;
        person.reads(bread_in_brief()).await;
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
    for plan in plans.take() {
        in_each_browser(async |person| {
            let file = learner::file_with(plan.to_string().as_bytes());
            person.chooses_file(keep::OPEN, file.path()).await;
            person.reads(frame::PLAN_OPENED).await;
            learner::goes_to_the_plan(&person).await;
            assert!(person.sees("checkbox", "Kneading").await.chosen);
            person.picks(frame::MENU, frame::ROADMAPS).await;
            person.within("listitem", containing(TITLE)).reads(roadmaps::IN_USE).await;
            assert_eq!(exports(&person).await["document"], plan["document"]);
        });
    }
}

/// Waits until IndexedDB has copies of the roadmaps and of the plan for bread.
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
        person.reads(frame::SAVED).await;
        copies_are_there(&person).await;
        person.runs("localStorage.clear(); sessionStorage.clear()", &[]).await;
        person.reloads().await;
        uses(&person, TITLE).await;
        learner::goes_to_the_plan(&person).await;
        assert!(person.sees("checkbox", "Kneading").await.chosen);
    });
}

#[test]
fn the_file_of_the_crash_screen_brings_roadmaps_back_with_their_plans() {
    in_each_engine(async |person| {
        plans_bread(&person).await;
        person.choose("checkbox", "Kneading").await;
        person.reads(frame::SAVED).await;
        // The same file that the crash screen offers, which other tests check.
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
        person.picks(frame::MENU, frame::ROADMAPS).await;
        assert_eq!(titles(&person).await.len(), 1);
        person.chooses_file(roadmaps::OPEN, file.path()).await;
        person.within("listitem", containing(TITLE)).sees("button", containing(roadmaps::USE)).await;
        uses(&person, TITLE).await;
        learner::goes_to_the_plan(&person).await;
        assert!(person.sees("checkbox", "Kneading").await.chosen);
    });
}

#[test]
fn steps_stand_under_what_the_file_puts_them_under() {
    in_each_browser(async |person| {
        let week =
            |number: usize, title: &str| format!("### Week {number}: {title}\n- Read\n- Try {title}\n\n");
        let guide = format!(
            "# Sailing\n\n## Month 1\n\n{}{}## Month 2\n\n{}{}",
            week(1, "Knots"),
            week(2, "Wind"),
            week(5, "Steering"),
            week(6, "Radio")
        );
        person.picks(frame::MENU, frame::ROADMAPS).await;
        learner::is_offered_roadmap(&person, &guide).await;
        let steps = person.within("region", roadmaps::STEPS);
        for month in ["Month 1", "Month 2"] {
            steps.sees("heading", month).await;
        }
        person.is_axe_clean().await;
    });
}

#[test]
fn what_is_built_within_a_step_is_said_to_be_part_of_its_time() {
    in_each_browser(async |person| {
        let guide = "# Wood\n## Phase 1: Saws (12 hours)\n- Rip cut\n- Project: a box\n## Phase 2: Glue (4 hours)\n- Hide glue\n";
        person.picks(frame::MENU, frame::ROADMAPS).await;
        learner::is_offered_roadmap(&person, guide).await;
        let words = |phase: &str| roadmaps::contents(0, false, Some(phase)).expect("it says so");
        person.reads(words("Phase 1: Saws")).await;
        assert_eq!(person.sees("textbox", roadmaps::time_of("a box")).await.value, "4 h");
        person.type_into("textbox", roadmaps::name_of("Phase 1: Saws"), "Sawing").await;
        person.presses(Key::Tab).await;
        person.reads(words("Sawing")).await;
        // Without the step it takes its own time.
        person.click("button", roadmaps::about_step(roadmaps::LEAVE_OUT, "Sawing")).await;
        person.does_not_read(words("Sawing")).await;
        person.click("button", roadmaps::about_step(roadmaps::PUT_BACK, "Sawing")).await;
        person.click("button", roadmaps::ACCEPT).await;
        person.reads(roadmaps::IN_USE_NOW).await;
    });
}

#[test]
fn a_wrong_guess_is_corrected_before_the_roadmap_is_opened() {
    in_each_engine(async |person| {
        person.picks(frame::MENU, frame::ROADMAPS).await;
        learner::is_offered_roadmap(&person, "graph LR\nA[Scales] --> B[Chords]\nB --> C[Reading music]")
            .await;
        // What cannot be read stays as it was typed.
        person.type_into("textbox", roadmaps::time_of("Chords"), "soon").await;
        person.presses(Key::Tab).await;
        person.reads(roadmaps::TIME_UNREADABLE).await;
        let field = person.sees("textbox", roadmaps::time_of("Chords")).await;
        assert_eq!((field.value.as_str(), field.invalid), ("soon", true));
        person.type_into("textbox", roadmaps::time_of("Chords"), "30 h").await;
        person.presses(Key::Tab).await;
        person.does_not_read(roadmaps::TIME_UNREADABLE).await;
        person.type_into("textbox", roadmaps::name_of("Scales"), "Scales and arpeggios").await;
        person.presses(Key::Tab).await;
        person.sees("textbox", roadmaps::time_of("Scales and arpeggios")).await;
        person.click("button", roadmaps::about_step(roadmaps::LEAVE_OUT, "Reading music")).await;
        person.sees("button", roadmaps::about_step(roadmaps::PUT_BACK, "Reading music")).await;
        person.click("button", roadmaps::about_step(roadmaps::MOVE_UP, "Chords")).await;
        person.is_axe_clean().await;
        person.window(320, 800).await;
        person.needs_no_sideways_scrolling().await;
        person.window(1280, 800).await;

        person.click("button", roadmaps::ACCEPT).await;
        person.reads(roadmaps::IN_USE_NOW).await;
        person.click("link", "Start").await;
        person.click("button", questions::PRESETS[1].0).await;
        person.click("button", questions::CONTINUE).await;
        person.goes_to("/plan").await;
        person.sees("heading", plan::TITLE).await;
        let rows = person.within("region", plan::WORK).every("heading").await;
        let titles: Vec<&str> =
            rows.iter().map(|row| row.name.as_str()).filter(|name| *name != plan::WORK).collect();
        assert_eq!(titles, ["Chords", "Scales and arpeggios"]);
    });
}
