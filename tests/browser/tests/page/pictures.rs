//! Pictures of every screen with real content, for people to look at.

use browser_tests::{Person, containing, in_each_browser, pictures_are_wanted};
use serde_json::{Value, json};

use crate::learner::{self, AI_ML};

#[test]
fn pictures() {
    if pictures_are_wanted() {
        in_each_browser(async |person| {
            the_questions(&person).await;
            the_plan(&person).await;
            the_rest(&person).await;
        });
    }
}

async fn the_questions(person: &Person) {
    person.sees("heading", learner::HOME).await;
    person.screens("home-empty").await;
    learner::begins(person).await;
    person.screens("question-background").await;
    learner::answers(person, learner::BACKGROUND, learner::BEGINNER).await;

    person.sees("heading", learner::SPECIALISATION).await;
    person.screens("question-specialisation").await;
    person.click("button", learner::CONTINUE).await;
    person.reads(learner::PROBLEM).await;
    person.screens("question-specialisation-wrong").await;
    person.click("link", learner::HELP).await;
    person.sees("heading", learner::HELP).await;
    person.screens("help-empty").await;
    for statement in ["train models", "by learning", "charts and reports"] {
        person.choose("checkbox", containing(statement)).await;
    }
    person.screens("help-ticked").await;
    person.click("button", "Choose AI/ML Path").await;

    person.sees("heading", AI_ML.advanced).await;
    person.screens("question-focus").await;
    learner::answers(person, AI_ML.advanced, AI_ML.focus).await;
    person.sees("heading", learner::EXPAND).await;
    person.screens("question-expand").await;
    learner::answers(person, learner::EXPAND, "No").await;

    person.sees("heading", learner::HOURS).await;
    person.screens("question-hours").await;
    person.type_into("textbox", "Tuesday", "25").await;
    person.type_into("textbox", "Saturday", "some").await;
    person.click("button", learner::CONTINUE).await;
    person.reads(learner::PROBLEM).await;
    person.screens("question-hours-wrong").await;
    person.click("button", learner::TEN_HOURS).await;
    person.screens("question-hours-filled").await;
    person.click("button", learner::CONTINUE).await;

    person.sees("heading", learner::START).await;
    person.screens("question-start").await;
    learner::dates(person, learner::START, learner::FIRST_DAY, learner::MONDAY).await;
    person.sees("heading", learner::TIME_OFF).await;
    person.screens("question-time-off").await;
    person.type_into("textbox", learner::OFF_FROM, "25 March 2027").await;
    person.type_into("textbox", learner::OFF_TO, "2 April 2027").await;
    person.click("button", "Add more dates").await;
    person.type_into("textbox", "First day off 2", "30 February 2027").await;
    person.screens("question-time-off-two").await;
    person.click("button", learner::CONTINUE).await;
    person.reads(learner::PROBLEM).await;
    person.screens("question-time-off-wrong").await;
    person.click("button", "Remove dates off 2").await;
    person.click("button", learner::CONTINUE).await;
    person.sees("heading", learner::TARGET).await;
    person.screens("question-target").await;
    learner::dates(person, learner::TARGET, learner::TARGET_DATE, "30 June 2027").await;
    person.sees("heading", learner::CHECK).await;
    person.screens("check").await;
}

async fn the_plan(person: &Person) {
    person.click("link", "Show my plan").await;
    person.sees("heading", learner::PLAN).await;
    person.screens("plan").await;
    person.goes_to("/keep").await;
    person.sees("heading", learner::KEEP).await;
    learner::opens_plan(person, two_paths()).await;
    person.screens("plan-two-paths").await;
    learner::opens_the_table(person).await;
    person.screens("plan-table").await;
    person.click("button", learner::DOWNLOAD).await;
    person.reads("Your plan was handed to the browser").await;
    person.downloaded().await;
    person.screens("notice").await;
}

async fn the_rest(person: &Person) {
    person.click("link", "Waymark").await;
    person.sees("heading", learner::HOME).await;
    person.screens("home-with-plan").await;
    person.click("link", learner::GUIDE).await;
    person.sees("heading", learner::GUIDE).await;
    person.screens("guide").await;
    person.click("link", learner::KEEP).await;
    person.sees("heading", learner::KEEP).await;
    person.screens("your-data").await;
    person.click("button", "Start over").await;
    person.sees("button", "Yes, start over").await;
    person.screens("your-data-asking").await;
    person.click("button", "Yes, start over").await;
    person.sees("button", "Undo").await;
    person.screens("notice-undo").await;
    let file = learner::file_with(b"Dear diary");
    person.chooses_file(learner::OPEN_FILE, file.path()).await;
    person.reads("The file was not opened").await;
    person.screens("notice-refused").await;
}

/// Two paths under way, with all that a plan can show.
fn two_paths() -> Value {
    let mut document = learner::one_path();
    let answers = document["answers"].as_array_mut().expect("answers are a list");
    answers.pop();
    answers.extend([
        json!({ "decision": "CrossPath", "visit": 1, "answer": "Yes" }),
        json!({ "decision": "ChoosePath", "visit": 2, "answer": "Analyze Data" }),
        json!({ "decision": "AnalyticsAdvanced", "visit": 1, "answer": "BI Focus" }),
        json!({ "decision": "CrossPath", "visit": 2, "answer": "No" }),
    ]);
    document["start"] = json!("2026-09-07");
    document["week_minutes"] = json!([90, 90, 120, 90, 0, 150, 60]);
    document["target"] = json!("2027-11-30");
    document["time_off"] = json!([
        { "from": "2026-12-21", "to": "2027-01-03" },
        { "from": "2027-07-19", "to": "2027-08-15" },
    ]);
    document["projects"] = json!([{ "project": "computer-vision", "wanted": true }]);
    document["finished_topics"] = json!([
        { "topic": "variables", "on": "2026-09-21" },
        { "topic": "functions", "on": "2026-10-12" },
        { "topic": "classes", "on": "2026-11-02" },
        { "topic": "numpy", "on": "2026-11-14" },
    ]);
    document
}
