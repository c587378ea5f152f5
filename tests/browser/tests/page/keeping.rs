//! What a learner entered is kept, can be taken away, put away and brought back.

use app::Change;
use browser_tests::{Person, containing, in_each_browser, in_each_engine};
use serde_json::{Value, json};
use waymark::text::plan::Said;
use waymark::text::{compare, frame, home, keep, offer, plan, questions};

use crate::learner::{self, AI_ML};

const ANSWER: &str = "8 in 10 chance to finish by 28 September 2055.";

#[test]
fn a_restart_of_the_browser_loses_nothing() {
    in_each_engine(async |person| {
        learner::opens_plan(&person, learner::one_path()).await;
        person.choose("checkbox", "Variables").await;
        person.reads(frame::SAVED).await;
        person.restarts_the_browser().await;
        person.click("link", home::OPEN_PLAN).await;
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
        learner::takes_path(&person, &AI_ML).await;
        learner::answers(&person, learner::EXPAND, "No").await;

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
        person.reads(ANSWER).await;

        // Also later, when there is something new already.
        starts_over(&person, keep::OVER_YES).await;
        learner::begins(&person).await;
        learner::answers(&person, learner::BACKGROUND, "Some Programming").await;
        person.reloads().await;
        person.click("link", frame::KEEP).await;
        person.click("button", containing("earlier state")).await;
        person.click("button", containing("before starting over")).await;
        person.reads(ANSWER).await;
    });
}

#[test]
fn opening_a_file_can_be_undone() {
    in_each_browser(async |person| {
        learner::opens_plan(&person, learner::one_path()).await;
        person.click("link", frame::KEEP).await;
        learner::is_offered_plan(&person, learner::two_paths()).await;
        person.sees("heading", offer::title(false)).await;
        person.click("button", offer::KEEP).await;
        person.reads(ANSWER).await;

        person.click("link", frame::KEEP).await;
        learner::is_offered_plan(&person, learner::two_paths()).await;
        let row = person.within("row", containing(compare::PATHS));
        row.reads("AI/ML Path").await;
        row.reads("AI/ML Path and Data Analytics").await;
        person.within("row", containing("A week")).reads(offer::SAME).await;
        person.click("button", offer::OPEN).await;
        person.reads(frame::PLAN_OPENED).await;
        person.sees("heading", plan::path_ready("Data Analytics")).await;
        person.does_not_read(ANSWER).await;
        person.click("button", frame::UNDO).await;
        person.reads(frame::undone(Change::PlanOpened)).await;
        person.reads(ANSWER).await;
        person.click("button", frame::REDO).await;
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
        person.sees("heading", plan::TITLE).await;
        assert_eq!(exports(&person).await, exported);
    });
}

#[test]
fn a_file_that_is_no_plan_changes_nothing() {
    in_each_browser(async |person| {
        learner::opens_plan(&person, learner::one_path()).await;
        person.click("link", frame::KEEP).await;
        let before = exports(&person).await;
        let whole = before.to_string();
        let with = |field: &str, value: Value| {
            let mut other = before.clone();
            *other.pointer_mut(field).expect("the field is there") = value;
            other.to_string().into_bytes()
        };
        for (content, reason) in [
            (b"Dear diary,".to_vec(), "It is not a plan file: it stops being JSON at line 1, column 1."),
            (br#"{ "nodes": [] }"#.to_vec(), "It is JSON, but not a plan of this page."),
            (with("/waymark_plan", json!(3)), "It was made by a newer version of this page (form 3)."),
            (whole.as_bytes()[..whole.len() / 2].to_vec(), "It is cut off: its end is missing."),
            (vec![b' '; 5_000_001], "It is larger than 5000 kB, which no plan file is."),
            (
                with("/document/roadmap", json!("cobol")),
                "It is a plan for the roadmap “cobol”, which this page does not have.",
            ),
            (with("/document/start", json!("2055-02-30")), "Something in it cannot be: at"),
        ] {
            let file = learner::file_with(&content);
            person.chooses_file(keep::OPEN, file.path()).await;
            person.reads("The file was not opened, and nothing has changed.").await;
            person.reads(reason).await;
            person.click("button", frame::DISMISS).await;
        }
        assert_eq!(exports(&person).await, before);
        person.click("link", frame::PLAN).await;
        person.reads(ANSWER).await;
    });
}

#[test]
fn a_file_of_the_first_form_still_opens() {
    in_each_browser(async |person| {
        let first = json!({
            "waymark_plan": 1,
            "exported_on": "2026-11-02",
            "document": {
                "roadmap": "python",
                "answers": learner::one_path()["answers"],
                "agreed": [],
                "week_minutes": [120, 120, 120, 120, 120, 0, 0],
                "start": "2055-01-04",
                "time_off": [],
                "target": null,
                "projects": [],
                "finished_topics": [{ "topic": "variables", "on": "2055-01-04" }],
                "finished_projects": [],
                "drafts": [],
            },
            "plan": null,
            "no_plan_because": null,
        });
        let file = learner::file_with(first.to_string().as_bytes());
        person.chooses_file(keep::OPEN, file.path()).await;
        person.reads(frame::PLAN_OPENED).await;
        assert!(person.sees("checkbox", "Variables").await.chosen);
        person.reads(plan::said_on(Said::Done, learner::date("2055-01-04"))).await;
        let exported = exports(&person).await;
        assert_eq!(exported["waymark_plan"], 2);
        assert_eq!(exported["document"]["marks"], json!([learner::finished("variables", "2055-01-04")]));
    });
}

async fn starts_over(person: &Person, answer: &str) {
    person.click("link", frame::KEEP).await;
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
