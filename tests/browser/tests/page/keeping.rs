//! Entries persist, and can be exported, reset and restored.

use app::{Change, FileFault, FileRefusal};
use browser_tests::{Person, containing, in_each_browser, in_each_engine};
use roadmap::RoadmapId;
use serde_json::{Value, json};
use storage::MOST_BYTES;
use waymark::text::{digest, frame, history, home, keep, offer, plan, questions};

use crate::learner::{self, AI_ML};

/// The 80 % date of the plan with one path, from tests/data/distributions/dates.txt.
const ONE_PATH: &str = "2055-08-25";

#[test]
fn a_restart_of_the_browser_loses_nothing() {
    in_each_engine(async |person| {
        learner::opens_plan(&person, learner::one_path()).await;
        person.choose("checkbox", "Variables").await;
        person.reads(frame::SAVED).await;
        person.restarts_the_browser().await;
        learner::goes_to_the_plan(&person).await;
        // One of three topics of the fundamentals: 20 of 245 hours.
        person.reads(learner::done(8, 1, 11)).await;
        assert!(person.sees("checkbox", "Variables").await.chosen);
    });
}

#[test]
fn a_questionnaire_goes_on_where_it_was_left() {
    in_each_browser(async |person| {
        learner::begins(&person).await;
        learner::answers(&person, learner::BACKGROUND, learner::BEGINNER).await;
        person.choose("radio", AI_ML.label).await;
        person.reloads().await;
        person.sees("heading", learner::SPECIALISATION).await;
        assert!(person.sees("radio", AI_ML.label).await.chosen);
        learner::answers(&person, learner::SPECIALISATION, AI_ML.label).await;

        person.type_into("textbox", "Tuesday", "1,5 or so").await;
        person.reloads().await;
        person.sees("heading", questions::HOURS_TITLE).await;
        assert_eq!(person.sees("textbox", "Tuesday").await.value, "1,5 or so");
        person.restarts_the_browser().await;
        person.click("link", home::CONTINUE).await;
        person.sees("heading", questions::HOURS_TITLE).await;
        assert_eq!(person.sees("textbox", "Tuesday").await.value, "1,5 or so");
    });
}

#[test]
fn starting_over_asks_first_and_can_be_undone() {
    in_each_browser(async |person| {
        learner::opens_plan(&person, learner::one_path()).await;
        starts_over(&person, keep::OVER_NO).await;
        person.does_not_see("button", keep::OVER_YES).await;
        starts_over(&person, keep::OVER_YES).await;
        person.reads(frame::STARTED_OVER).await;
        person.sees("link", "Start").await;
        person.click("button", frame::UNDO).await;
        learner::goes_to_the_plan(&person).await;
        person.reads(learner::finish_by(ONE_PATH)).await;

        // Also after a new plan has been started.
        starts_over(&person, keep::OVER_YES).await;
        learner::begins(&person).await;
        learner::answers(&person, learner::BACKGROUND, "Some Programming").await;
        person.reloads().await;
        person.picks(frame::MENU, frame::KEEP).await;
        person.click("button", containing(history::STATE)).await;
        person.click("button", containing(history::change(Change::StartedOver))).await;
        learner::goes_to_the_plan(&person).await;
        person.reads(learner::finish_by(ONE_PATH)).await;
    });
}

#[test]
fn opening_a_file_can_be_undone() {
    in_each_browser(async |person| {
        learner::opens_plan(&person, learner::one_path()).await;
        person.picks(frame::MENU, frame::KEEP).await;
        learner::is_offered_plan(&person, learner::two_paths()).await;
        person.sees("heading", offer::title(false)).await;
        person.click("button", offer::KEEP).await;
        learner::goes_to_the_plan(&person).await;
        person.reads(learner::finish_by(ONE_PATH)).await;

        person.picks(frame::MENU, frame::KEEP).await;
        learner::is_offered_plan(&person, learner::two_paths()).await;
        let row = person.within("row", containing(digest::PATHS));
        row.reads("AI/ML Path").await;
        row.reads(learner::list(&["AI/ML Path", "Data Analytics"])).await;
        person.within("row", containing(digest::A_WEEK)).reads(offer::SAME).await;
        person.click("button", offer::OPEN).await;
        person.reads(frame::PLAN_OPENED).await;
        learner::goes_to_the_plan(&person).await;
        person.sees("heading", plan::path_ready("Data Analytics")).await;
        person.does_not_read(learner::finish_by(ONE_PATH)).await;
        person.click("button", frame::UNDO).await;
        person.reads(frame::undone(Change::PlanOpened)).await;
        learner::goes_to_the_plan(&person).await;
        person.reads(learner::finish_by(ONE_PATH)).await;
        person.click("button", frame::REDO).await;
        learner::goes_to_the_plan(&person).await;
        person.sees("heading", plan::path_ready("Data Analytics")).await;
    });
}

#[test]
fn an_exported_plan_opens_again_as_it_was() {
    in_each_engine(async |person| {
        let mut document = learner::two_paths();
        document["target"] = json!("2056-03-31");
        document["time_off"] = json!([{ "from": "2055-02-01", "to": "2055-02-14" }]);
        document["projects"] = json!([{ "project": "predictive-models", "wanted": true }]);
        document["marks"] = json!([learner::finished("variables", "2055-01-12")]);
        learner::opens_plan(&person, document.clone()).await;
        let exported = exports(&person).await;
        assert_eq!(learner::in_order(&exported["document"]), learner::in_order(&document));

        starts_over(&person, keep::OVER_YES).await;
        let file = learner::file_with(exported.to_string().as_bytes());
        person.chooses_file(keep::OPEN, file.path()).await;
        person.reads(frame::PLAN_OPENED).await;
        learner::goes_to_the_plan(&person).await;
        assert_eq!(exports(&person).await, exported);
    });
}

#[test]
fn a_file_that_is_no_plan_changes_nothing() {
    in_each_browser(async |person| {
        learner::opens_plan(&person, learner::one_path()).await;
        person.picks(frame::MENU, frame::KEEP).await;
        let before = exports(&person).await;
        let whole = before.to_string();
        let with = |field: &str, value: Value| {
            let mut other = before.clone();
            *other.pointer_mut(field).expect("the field is there") = value;
            other.to_string().into_bytes()
        };
        let cobol = RoadmapId::from("cobol");
        for (content, why) in [
            (b"Dear diary,".to_vec(), FileRefusal::NotJson { line: 1, column: 1 }),
            (br#"{ "nodes": [] }"#.to_vec(), FileRefusal::NotAPlan),
            (with("/waymark_plan", json!(2)), FileRefusal::Newer { version: 2 }),
            (whole.as_bytes()[..whole.len() / 2].to_vec(), FileRefusal::CutOff),
            (vec![b' '; MOST_BYTES + 1], FileRefusal::TooLarge { limit: MOST_BYTES }),
            (with("/document/roadmap", json!("cobol")), FileRefusal::UnknownRoadmap(cobol)),
            (
                with("/document/week_minutes/0", json!(1441)),
                FileRefusal::Invalid {
                    pointer: "/document/week_minutes/0".into(),
                    fault: FileFault::OverADay,
                },
            ),
        ] {
            let file = learner::file_with(&content);
            person.chooses_file(keep::OPEN, file.path()).await;
            person.reads(keep::refusal(&why)).await;
            person.click("button", frame::DISMISS).await;
        }
        assert_eq!(exports(&person).await, before);
        person.click("link", frame::PLAN).await;
        person.reads(learner::finish_by(ONE_PATH)).await;
    });
}

async fn starts_over(person: &Person, answer: &str) {
    person.picks(frame::MENU, frame::KEEP).await;
    person.click("button", keep::OVER).await;
    person.is_on("button", keep::OVER_NO).await;
    person.click("button", answer).await;
}

async fn exports(person: &Person) -> Value {
    person.click("button", keep::DOWNLOAD).await;
    let file = person.downloaded().await;
    person.click("button", frame::DISMISS).await;
    serde_json::from_slice(&file.bytes).expect("the file is JSON")
}
