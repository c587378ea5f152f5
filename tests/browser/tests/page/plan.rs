//! From the first question to the exported plan, every date worked out by hand.
//!
//! The reference case: a complete beginner on AI/ML with two hours on each day from Monday to Friday, so
//! ten a week as the guide is read, starting on a Monday. Week 1 is that of 4 January 2027, and week n ends on
//! Friday 8 January plus n − 1 weeks. The guide gives weeks; the project has 20 to 40 hours, so 2 to 4 weeks.
//!
//! | what                 | weeks | begins in week | Monday           | ends in week | Friday           |
//! | -------------------- | ----- | -------------- | ---------------- | ------------ | ---------------- |
//! | Python Fundamentals  | 4–8   | 1              | 4 Jan            | 4, 8         | 29 Jan – 26 Feb  |
//! | Phase 1              | 3–4   | 5, 9           | 1 Feb – 1 Mar    | 7, 12        | 19 Feb – 26 Mar  |
//! | Phase 2              | 4–6   | 8, 13          | 22 Feb – 29 Mar  | 11, 18       | 19 Mar – 7 May   |
//! | Phase 3              | 6–8   | 12, 19         | 22 Mar – 10 May  | 17, 26       | 30 Apr – 2 Jul   |
//! | Recommendation …     | 2–4   | 18, 27         | 3 May – 5 Jul    | 19, 30       | 14 May – 30 Jul  |

use std::path::Path;

use browser_tests::{Download, Person, in_each_browser, validates};
use serde_json::{Value, json};

use crate::learner::{self, AI_ML, ANALYTICS};

#[test]
fn from_the_first_question_to_the_exported_plan() {
    in_each_browser(async |person| {
        answers_everything(&person).await;
        checks_the_answers(&person).await;
        person.click("link", learner::SHOW_PLAN).await;
        reads_the_plan(&person).await;
        reads_the_table(&person).await;
        person.click("button", learner::DOWNLOAD).await;
        let file = person.downloaded().await;
        person.reads(&format!("Your plan was handed to the browser as {}.", file.name)).await;
        holds_the_same_plan(&file);
    });
}

async fn answers_everything(person: &Person) {
    learner::begins(person).await;
    learner::chooses_paths(person, &[AI_ML]).await;
    learner::has_ten_hours_a_week(person).await;
    learner::gives_date(person, learner::START, learner::FIRST_DAY, learner::MONDAY).await;
    learner::passes(person, learner::TIME_OFF).await;
    learner::gives_date(person, learner::TARGET, learner::TARGET_DATE, "31 August 2027").await;
}

async fn checks_the_answers(person: &Person) {
    person.sees("heading", learner::CHECK).await;
    for (question, answer) in [
        (learner::BACKGROUND, learner::BEGINNER),
        (learner::SPECIALISATION, AI_ML.label),
        (AI_ML.advanced, AI_ML.focus),
        (learner::EXPAND, "No"),
        ("Hours on each weekday", "10 hours a week Mon 2 h, Tue 2 h, Wed 2 h, Thu 2 h, Fri 2 h"),
        (learner::FIRST_DAY, learner::MONDAY),
        ("Dates off", "None"),
        (learner::TARGET_DATE, "31 August 2027"),
    ] {
        person.reads(&format!("{question} {answer} Change")).await;
        person.sees("link", format!("Change: {question}")).await;
    }
    person.reads("you would finish between 14 May and 30 July 2027").await;
}

async fn reads_the_plan(person: &Person) {
    person.sees("heading", learner::PLAN).await;
    person.reads("Finish between 14 May and 30 July 2027.").await;
    // 40, 30, 40 and 60 hours with 20 for the project are 190; 80, 40, 60 and 80 with 40 are 300.
    person.reads("4 phases and 1 project: 190 to 300 hours of study at 10 hours a week").await;
    person.reads("Done so far 0%").await;
    // From 30 July to 31 August are 32 days.
    person.reads("Your target 31 August 2027 It comes 5 weeks after the latest date of your plan.").await;
    // From 4 January to 30 April are 116 days, to 2 July 179, at 365 days for twelve months.
    person.reads("30 Apr – 2 Jul 2027 The end of its phases, 3.8 to 5.9 months after you start.").await;
    person.reads("The guide says 4 to 6 months").await;
    person.sees("img", "Timeline of your plan").await;
    for title in ["Deep Learning Specialist", "Python Expert", "Domain Mastery"] {
        person.sees("heading", title).await;
    }
}

async fn reads_the_table(person: &Person) {
    learner::opens_the_table(person).await;
    let rows = [
        ["What", "Study time", "Starts", "Finishes", "Status"],
        [
            "Python Fundamentals Foundations",
            "40 to 80 hours",
            "4 Jan 2027",
            "29 Jan – 26 Feb 2027",
            "Not started",
        ],
        [
            "Phase 1: Data Foundations AI/ML Path",
            "30 to 40 hours",
            "1 Feb – 1 Mar 2027",
            "19 Feb – 26 Mar 2027",
            "Not started",
        ],
        [
            "Phase 2: Machine Learning AI/ML Path",
            "40 to 60 hours",
            "22 Feb – 29 Mar 2027",
            "19 Mar – 7 May 2027",
            "Not started",
        ],
        [
            "Phase 3: Deep Learning AI/ML Path",
            "60 to 80 hours",
            "22 Mar – 10 May 2027",
            "30 Apr – 2 Jul 2027",
            "Not started",
        ],
        [
            "Recommendation Systems AI/ML Path",
            "20 to 40 hours",
            "3 May – 5 Jul 2027",
            "14 May – 30 Jul 2027",
            "Not started",
        ],
    ];
    assert_eq!(person.table(learner::TABLE).await, rows);
}

fn holds_the_same_plan(file: &Download) {
    let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../static/plan.schema.json");
    validates(schema, &file.bytes);
    let exported: Value = serde_json::from_slice(&file.bytes).expect("the file is JSON");
    let day = exported["exported_on"].as_str().expect("the day of the export is a text");
    assert_eq!(file.name, format!("waymark-plan-{day}.json"));
    assert_eq!(day.split('-').map(str::len).collect::<Vec<_>>(), [4, 2, 2], "exported on {day}");

    let between = |earliest: &str, latest: &str| json!({ "earliest": format!("2027-{earliest}"), "latest": format!("2027-{latest}") });
    let plan = &exported["plan"];
    assert_eq!(plan["phases"].as_array().map(Vec::len), Some(4));
    for (phase, node, low, high, starts, finishes) in [
        (0, "Basics", 40, 80, between("01-04", "01-04"), between("01-29", "02-26")),
        (1, "AIMLPhase1", 30, 40, between("02-01", "03-01"), between("02-19", "03-26")),
        (2, "AIMLPhase2", 40, 60, between("02-22", "03-29"), between("03-19", "05-07")),
        (3, "AIMLPhase3", 60, 80, between("03-22", "05-10"), between("04-30", "07-02")),
    ] {
        let phase = &plan["phases"][phase];
        assert_eq!(phase["node"], node);
        assert_eq!(phase["effort_minutes"], json!({ "low": low * 60, "high": high * 60 }), "{node}");
        assert_eq!((&phase["starts"], &phase["finishes"]), (&starts, &finishes), "{node}");
    }
    assert_eq!(
        plan["totals"],
        json!({
            "effort_minutes": { "low": 190 * 60, "high": 300 * 60 },
            "percent_done": 0,
            "phases_finish": between("04-30", "07-02"),
            "finish": between("05-14", "07-30"),
            "target": "2027-08-31",
            // From 14 May to 31 August are 17, 30, 31 and 31 days.
            "margin_days": { "earliest": 109, "latest": 32 },
        })
    );
    let mut expected = learner::one_path();
    expected["target"] = json!("2027-08-31");
    assert_eq!(learner::in_order(&exported["document"]), learner::in_order(&expected));
}

#[test]
fn a_second_path_follows_the_first() {
    in_each_browser(async |person| {
        learner::begins(&person).await;
        learner::answers(&person, learner::BACKGROUND, learner::BEGINNER).await;
        learner::takes_path(&person, &AI_ML).await;
        learner::answers(&person, learner::EXPAND, "Yes").await;

        person.reads("What you have taken already is not offered").await;
        let offered: Vec<String> = person.every("radio").await.into_iter().map(|radio| radio.name).collect();
        assert_eq!(
            offered,
            [
                "Create Web Applications",
                "Automate Everything",
                "Manage Infrastructure",
                "Analyze Data",
                "Secure Systems",
                "Build Products Fast",
            ]
        );
        learner::takes_path(&person, &ANALYTICS).await;
        learner::answers(&person, learner::EXPAND, "No").await;
        learner::has_ten_hours_a_week(&person).await;
        learner::gives_date(&person, learner::START, learner::FIRST_DAY, learner::MONDAY).await;
        learner::passes(&person, learner::TIME_OFF).await;
        learner::passes(&person, learner::TARGET).await;
        person.click("link", learner::SHOW_PLAN).await;

        // After the 190 to 300 hours of AI/ML come 9 to 12 weeks and a project of 15 to 28 hours: 295 to 448 hours.
        // That is 29 weeks and 5 hours, so the Wednesday of week 30, and 44 weeks and 8 hours: Thursday of week 45.
        person.reads("Finish between 28 July and 11 November 2027.").await;
        person.sees("heading", "Job-ready: AI/ML Path").await;
        person.sees("heading", "Job-ready: Data Analytics").await;
        learner::opens_the_table(&person).await;
        let table = person.table(learner::TABLE).await;
        let paths: Vec<&str> = table.iter().skip(1).map(|row| row[0].as_str()).collect();
        assert_eq!(
            paths,
            [
                "Python Fundamentals Foundations",
                "Phase 1: Data Foundations AI/ML Path",
                "Phase 2: Machine Learning AI/ML Path",
                "Phase 3: Deep Learning AI/ML Path",
                "Recommendation Systems AI/ML Path",
                "Phase 1: Data Manipulation Data Analytics",
                "Phase 2: Visualization Data Analytics",
                "Phase 3: Business Intelligence Data Analytics",
                "Sales Dashboard Data Analytics",
            ]
        );
    });
}
