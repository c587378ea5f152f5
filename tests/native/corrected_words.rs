//! Correcting the words of a roadmap loses nothing of earlier plans.

use std::fs;
use std::path::Path;

use app::{Document, Outlook, SavedState};
use formats::open_roadmap;
use planner::{Date, Plan, Route, Turn, advice};
use roadmap::{AnswerId, Fault, Roadmap, RoadmapFile, StatementId, shipped_roadmap};
use serde_json::Value;
use storage::{open, read_plan_file};
use testkit::MemoryStorage;
use testkit::documents::{date, two_paths};

/// The shipped roadmap with all its answers and statements reworded, and with an additional answer and statement
/// before them.
fn corrected() -> Roadmap {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/roadmaps/python.json");
    let mut file: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let correct = |words: &mut Value| *words = format!("{} (corrected)", words.as_str().unwrap()).into();
    for edge in file["edges"].as_array_mut().unwrap() {
        if let Some(label) = edge.get_mut("label") {
            correct(label);
        }
    }
    for node in file["nodes"].as_array_mut().unwrap() {
        let Some(statements) = node.pointer_mut("/guide/choose_if") else { continue };
        let statements = statements.as_array_mut().unwrap();
        statements.iter_mut().for_each(|statement| correct(&mut statement["text"]));
        if node["id"] == "AIML" {
            let new = serde_json::json!({ "text": "I want to build software that recommends things." });
            node.pointer_mut("/guide/choose_if").unwrap().as_array_mut().unwrap().insert(0, new);
        }
    }
    let new = serde_json::json!({ "from": "Assess", "to": "Basics", "label": "Complete Beginner" });
    file["edges"].as_array_mut().unwrap().insert(0, new);
    let file: RoadmapFile = serde_json::from_value(file).unwrap();
    Roadmap::new(file).unwrap()
}

/// A learner with answers, ticks and progress.
fn learner() -> Document {
    let mut document = two_paths();
    document.agreed = ["predictions", "charts-and-reports"].map(StatementId::from).into();
    document
}

fn plan(document: &Document, roadmap: &Roadmap) -> Plan {
    Outlook::of(document, roadmap, today()).unwrap().plan
}

fn today() -> Date {
    date(2027, 3, 1)
}

/// The suggested paths with the ticked statements in their favor.
fn suggested(document: &Document, roadmap: &Roadmap) -> Vec<(String, Vec<StatementId>)> {
    let route = Route::walk(roadmap, &document.answers);
    let choice = Turn::first("ChoosePath".into());
    let taken = route.turns.iter().find(|taken| taken.turn == choice).unwrap();
    let suggestions = advice::rank(roadmap, taken, &document.agreed);
    let ids = |suggestion: advice::Suggestion<'_>| {
        let ids = suggestion.because.iter().map(|statement| statement.id.clone()).collect();
        (suggestion.path.to_string(), ids)
    };
    suggestions.into_iter().map(ids).collect()
}

#[test]
fn a_saved_plan_opens_with_nothing_lost_after_words_were_corrected() {
    let (before, after) = (shipped_roadmap(), corrected());
    let storage = MemoryStorage::default();
    let stored = SavedState::from(learner());
    let noon = today().and_hms_opt(12, 0, 0).unwrap();
    open(&storage, None, &before, 1).saver.unwrap().save(&stored, noon).unwrap();

    let opened = open(&storage, None, &after, 2).stored.unwrap();
    assert_eq!(*opened.document, learner());
    let (plan_after, plan_before) = (plan(&opened.document, &after), plan(&learner(), &before));
    assert_eq!(plan_after.route.steps, plan_before.route.steps);
    assert_eq!(plan_after.route.left_out, plan_before.route.left_out);
    assert_eq!(plan_after.work, plan_before.work, "the same dates");
    assert_eq!(suggested(&opened.document, &after), suggested(&learner(), &before));
    assert_eq!(suggested(&learner(), &before)[0], ("AIML".to_owned(), vec!["predictions".into()]));

    let document = &opened.document;
    let answer = document.answers.at(&Turn::first("Assess".into())).unwrap();
    assert_eq!(after.answer_label(&"Assess".into(), answer), "Complete Beginner (corrected)");
}

#[test]
fn a_plan_file_opens_with_nothing_lost_after_words_were_corrected() {
    let file = storage::export_plan(&learner(), &shipped_roadmap(), today());
    assert_eq!(read_plan_file(file.text.as_bytes(), &corrected()), Ok(learner()));
}

/// The ids of the answers at a decision, and of the statements about a path.
fn ids(roadmap: &Roadmap) -> (Vec<&str>, Vec<String>) {
    let answers = roadmap.answers(&"ask".into()).map(|(id, _)| id.as_str()).collect();
    let route = Route::walk(roadmap, &planner::Answers::default());
    let statements = advice::statements(roadmap, &route.turns[0]);
    (answers, statements.iter().map(|statement| statement.id.to_string()).collect())
}

fn small(answers: &str, statements: &str) -> RoadmapFile {
    let guide = format!(
        r#"{{ "choose_if": [{statements}], "job_ready_months": {{ "low": 1, "high": 2 }},
             "salary": {{ "currency": "EUR", "low": 1, "high": 2 }} }}"#
    );
    let text = format!(
        r#"{{ "waymark_roadmap": 1, "id": "small", "title": "Small", "summary": "",
             "reference_hours_per_week": 1, "reference_note": "",
             "nodes": [{{ "id": "start", "kind": "start", "title": "Start" }},
                       {{ "id": "ask", "kind": "decision", "title": "Which?" }},
                       {{ "id": "path", "kind": "path", "title": "Path", "guide": {guide} }},
                       {{ "id": "end", "kind": "phase", "title": "End", "weeks": {{ "low": 1, "high": 2 }} }}],
             "edges": [{{ "from": "start", "to": "ask" }}, {{ "from": "path", "to": "end" }}, {answers}] }}"#
    );
    serde_json::from_str(&text).unwrap()
}

const TO_PATH: &str = r#"{ "from": "ask", "to": "path", "label": "The long one" }"#;
const TO_END: &str = r#"{ "from": "ask", "to": "end", "label": "The short one" }"#;

#[test]
fn ids_made_from_words_stay_when_others_are_added_before_them() {
    let statements = r#"{ "text": "I have time." }"#;
    let roadmap = Roadmap::new(small(&[TO_PATH, TO_END].join(","), statements)).unwrap();
    assert_eq!(ids(&roadmap), (vec!["the-long-one", "the-short-one"], vec!["i-have-time".to_owned()]));

    let new = r#"{ "from": "ask", "to": "end", "label": "None" }"#;
    let statements = r#"{ "text": "I am in a hurry." }, { "text": "I have time." }"#;
    let roadmap = Roadmap::new(small(&[new, TO_PATH, TO_END].join(","), statements)).unwrap();
    let expected = vec!["i-am-in-a-hurry".to_owned(), "i-have-time".to_owned()];
    assert_eq!(ids(&roadmap), (vec!["none", "the-long-one", "the-short-one"], expected));
}

#[test]
fn words_with_one_slug_get_numbers_and_never_an_id_that_somebody_wrote() {
    let again = r#"{ "from": "ask", "to": "end", "label": "The long one!" }"#;
    let third = r#"{ "from": "ask", "to": "end", "label": "The long one?" }"#;
    let written = r#"{ "from": "ask", "to": "end", "label": "Other", "id": "the-long-one-2" }"#;
    let signs = r#"{ "from": "ask", "to": "end", "label": "++" }"#;
    let answers = [TO_PATH, again, third, written, signs].join(",");
    let roadmap = Roadmap::new(small(&answers, "")).unwrap();
    let expected = vec!["the-long-one", "the-long-one-3", "the-long-one-4", "the-long-one-2", "answer"];
    assert_eq!(ids(&roadmap).0, expected);
}

#[test]
fn an_id_that_stands_for_two_things_is_a_problem_with_its_place() {
    let twin = |to: &str, label: &str| {
        format!(r#"{{ "from": "ask", "to": "{to}", "label": "{label}", "id": "a" }}"#)
    };
    let elsewhere = r#"{ "from": "path", "to": "end", "id": "b" }"#;
    let answers = [twin("path", "One"), twin("end", "Two")].join(",");
    let statements = r#"{ "id": "s", "text": "I am." }, { "id": "s", "text": "I am not." }"#;
    let problems = Roadmap::new(small(&answers, statements)).unwrap_err();
    let problems: Vec<_> = problems.into_iter().map(|problem| (problem.place, problem.fault)).collect();
    let (answer, statement) = (AnswerId::from("a"), StatementId::from("s"));
    assert_eq!(
        problems,
        [
            ("/nodes/2/guide/choose_if/1/id".to_owned(), Fault::DuplicateStatement(statement)),
            ("/edges/3/id".to_owned(), Fault::DuplicateAnswer(answer)),
        ]
    );
    let problems = Roadmap::new(small(&[TO_PATH, TO_END, elsewhere].join(","), "")).unwrap_err();
    assert!(problems.iter().any(|found| found.place == "/edges/4/id" && found.fault == Fault::DoesNotBelong));
}

#[test]
fn a_flowchart_is_kept_with_the_ids_of_its_answers() {
    let chart = b"graph TD\n Begin --> Ask{Sweet?}\n Ask -->|Yes| Cake[2 weeks]\n Ask -->|No| Bread[1 week]";
    let mut file = open_roadmap("baking.mmd", chart).unwrap().file;
    let labelled: Vec<_> = file.edges.iter().filter_map(|edge| Some(edge.id.as_ref()?.as_str())).collect();
    assert_eq!(labelled, ["yes", "no"]);
    for edge in &mut file.edges {
        edge.label = format!("{}!", edge.label);
    }
    let roadmap = Roadmap::new(file).unwrap();
    assert_eq!(roadmap.answer_label(&"Ask".into(), &"yes".into()), "Yes!");
}
