//! From the first question to the exported plan, every date worked out by hand.
//!
//! The reference case: a complete beginner on AI/ML with two hours on each day from Monday to Friday, so
//! ten a week as the guide is read, starting on a Monday. Week 1 is that of 4 January 2055, and week n ends on
//! Friday 8 January plus n − 1 weeks. The guide gives weeks; the project has 20 to 40 hours, so 2 to 4 weeks.
//! By the estimates alone:
//!
//! | what                 | weeks | begins in week | Monday           | ends in week | Friday           |
//! | -------------------- | ----- | -------------- | ---------------- | ------------ | ---------------- |
//! | Python Fundamentals  | 4–8   | 1              | 4 Jan            | 4, 8         | 29 Jan – 26 Feb  |
//! | Phase 1              | 3–4   | 5, 9           | 1 Feb – 1 Mar    | 7, 12        | 19 Feb – 26 Mar  |
//! | Phase 2              | 4–6   | 8, 13          | 22 Feb – 29 Mar  | 11, 18       | 19 Mar – 7 May   |
//! | Phase 3              | 6–8   | 12, 19         | 22 Mar – 10 May  | 17, 26       | 30 Apr – 2 Jul   |
//! | Recommendation …     | 2–4   | 18, 27         | 3 May – 5 Jul    | 19, 30       | 14 May – 30 Jul  |
//!
//! The dates by probability are those that scipy and numpy worked out in tests/data/distributions/dates.txt.

use std::path::Path;

use browser_tests::{Download, Person, in_each_browser, in_each_engine, validates};
use serde_json::{Value, json};
use waymark::text::{keep, plan, questions, timeline};

use crate::learner::{self, AI_ML, ANALYTICS};

#[test]
fn from_the_first_question_to_the_exported_plan() {
    in_each_engine(async |person| {
        answers_everything(&person).await;
        checks_the_answers(&person).await;
        person.click("link", questions::SHOW_PLAN).await;
        reads_the_plan(&person).await;
        reads_the_table(&person).await;
        person.click("button", keep::DOWNLOAD).await;
        let file = person.downloaded().await;
        person.reads(&format!("Your plan was handed to the browser as {}.", file.name)).await;
        holds_the_same_plan(&file);
    });
}

async fn answers_everything(person: &Person) {
    learner::begins(person).await;
    learner::chooses_paths(person, &[AI_ML]).await;
    learner::has_ten_hours_a_week(person).await;
    learner::gives_date(person, questions::START_TITLE, questions::START_LABEL, learner::MONDAY).await;
    learner::passes(person, questions::OFF_TITLE).await;
    learner::gives_date(person, questions::TARGET_TITLE, questions::TARGET_LABEL, "31 August 2055").await;
}

async fn checks_the_answers(person: &Person) {
    person.sees("heading", questions::CHECK_TITLE).await;
    for (question, answer) in [
        (learner::BACKGROUND, learner::BEGINNER),
        (learner::SPECIALISATION, AI_ML.label),
        (AI_ML.advanced, AI_ML.focus),
        (learner::EXPAND, "No"),
        ("Hours on each weekday", "10 hours a week Mon 2 h, Tue 2 h, Wed 2 h, Thu 2 h, Fri 2 h"),
        (questions::START_LABEL, learner::MONDAY),
        ("Dates off", "None"),
        (questions::TARGET_LABEL, "31 August 2055"),
    ] {
        person.reads(&format!("{question} {answer} Change")).await;
        person.sees("link", format!("Change: {question}")).await;
    }
    person.reads("you would finish by 28 September 2055 (8 in 10), as likely as not by 25 June 2055").await;
}

async fn reads_the_plan(person: &Person) {
    person.sees("heading", plan::TITLE).await;
    person.reads(learner::finish_by("2055-09-28")).await;
    person.reads("As likely as not by 25 June 2055, and 95 in 100 by 4 April 2056.").await;
    // 40, 30, 40 and 60 hours with 20 for the project are 190; 80, 40, 60 and 80 with 40 are 300.
    person.reads("4 phases and 1 project: 190 to 300 hours of study at 10 hours a week").await;
    person.reads(learner::percent_done(0)).await;
    // From 31 August to 28 September are 28 days.
    person.reads("Your target 31 August 2055 Your chance to meet it is").await;
    person.reads("The date of 8 in 10 comes 4 weeks after it.").await;
    // From 4 January to 3 June are 150 days, to 19 August 227, at 365 days for twelve months.
    person.reads("3 Jun – 19 Aug 2055 The end of its phases, 4.9 to 7.5 months after you start").await;
    person.reads("The guide says 4 to 6 months").await;
    person.sees("img", timeline::TITLE).await;
    for title in ["Deep Learning Specialist", "Python Expert", "Domain Mastery"] {
        person.sees("heading", title).await;
    }
}

async fn reads_the_table(person: &Person) {
    learner::opens_the_table(person).await;
    let rows = [
        ["What", "Study time", "Even chance by", "8 in 10 by", "95 in 100 by", "Status"],
        [
            "Python Fundamentals Foundations",
            "40 to 80 hours",
            "12 Feb 2055",
            "3 Mar 2055",
            "5 Apr 2055",
            "Not started",
        ],
        [
            "Phase 1: Data Foundations AI/ML Path",
            "30 to 40 hours",
            "10 Mar 2055",
            "6 Apr 2055",
            "25 May 2055",
            "Not started",
        ],
        [
            "Phase 2: Machine Learning AI/ML Path",
            "40 to 60 hours",
            "15 Apr 2055",
            "28 May 2055",
            "18 Aug 2055",
            "Not started",
        ],
        [
            "Phase 3: Deep Learning AI/ML Path",
            "60 to 80 hours",
            "3 Jun 2055",
            "19 Aug 2055",
            "18 Jan 2056",
            "Not started",
        ],
        [
            "Recommendation Systems AI/ML Path",
            "20 to 40 hours",
            "25 Jun 2055",
            "28 Sep 2055",
            "4 Apr 2056",
            "Not started",
        ],
    ];
    assert_eq!(person.table(plan::TABLE_CAPTION).await, rows);
}

fn holds_the_same_plan(file: &Download) {
    let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../static/plan.schema.json");
    validates(schema, &file.bytes);
    let exported: Value = serde_json::from_slice(&file.bytes).expect("the file is JSON");
    let day = exported["exported_on"].as_str().expect("the day of the export is a text");
    assert_eq!(file.name, format!("waymark-plan-{day}.json"));
    assert_eq!(day.split('-').map(str::len).collect::<Vec<_>>(), [4, 2, 2], "exported on {day}");

    let between = |earliest: &str, latest: &str| json!({ "earliest": format!("2055-{earliest}"), "latest": format!("2055-{latest}") });
    let plan = &exported["plan"];
    assert_eq!(plan["phases"].as_array().map(Vec::len), Some(4));
    for (phase, node, low, high, starts, finishes, chances) in [
        (
            0,
            "Basics",
            40,
            80,
            between("01-04", "01-04"),
            between("01-29", "02-26"),
            ["55-02-12", "55-03-03", "55-04-05"],
        ),
        (
            1,
            "AIMLPhase1",
            30,
            40,
            between("02-01", "03-01"),
            between("02-19", "03-26"),
            ["55-03-10", "55-04-06", "55-05-25"],
        ),
        (
            2,
            "AIMLPhase2",
            40,
            60,
            between("02-22", "03-29"),
            between("03-19", "05-07"),
            ["55-04-15", "55-05-28", "55-08-18"],
        ),
        (
            3,
            "AIMLPhase3",
            60,
            80,
            between("03-22", "05-10"),
            between("04-30", "07-02"),
            ["55-06-03", "55-08-19", "56-01-18"],
        ),
    ] {
        let phase = &plan["phases"][phase];
        assert_eq!(phase["node"], node);
        assert_eq!(phase["effort_minutes"], json!({ "low": low * 60, "high": high * 60 }), "{node}");
        assert_eq!(phase["by_estimates"], json!({ "starts": starts, "finishes": finishes }), "{node}");
        assert_eq!(phase["finishes"], by_chance(chances), "{node}");
    }
    let totals = &plan["totals"];
    assert_eq!(totals["effort_minutes"], json!({ "low": 190 * 60, "high": 300 * 60 }));
    assert_eq!(totals["percent_done"], 0);
    assert_eq!(totals["by_estimates"]["phases_finish"], between("04-30", "07-02"));
    assert_eq!(totals["by_estimates"]["finish"], between("05-14", "07-30"));
    assert_eq!(totals["finish"], by_chance(["55-06-25", "55-09-28", "56-04-04"]));
    assert_eq!(totals["target"], "2055-08-31");
    let mut expected = learner::one_path();
    expected["target"] = json!("2055-08-31");
    assert_eq!(learner::in_order(&exported["document"]), learner::in_order(&expected));
}

/// The dates of 50, 80 and 95 %, their centuries left out.
fn by_chance([p50, p80, p95]: [&str; 3]) -> Value {
    json!({ "p50": format!("20{p50}"), "p80": format!("20{p80}"), "p95": format!("20{p95}") })
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
        learner::gives_date(&person, questions::START_TITLE, questions::START_LABEL, learner::MONDAY).await;
        learner::passes(&person, questions::OFF_TITLE).await;
        learner::passes(&person, questions::TARGET_TITLE).await;
        person.click("link", questions::SHOW_PLAN).await;

        // From dates.txt: `ai-ml-then-analytics`.
        person.reads(learner::finish_by("2056-01-10")).await;
        person.reads("As likely as not by 1 September 2055, and 95 in 100 by 15 September 2056.").await;
        // A third of 3 to 4 weeks twice, and a third of 2 to 3 weeks: 26 h 40 to 36 h 40.
        person.reads("Pandas, NumPy and Matplotlib: 32 hours less, learned once for both paths.").await;
        person.sees("heading", plan::path_ready("AI/ML Path")).await;
        person.sees("heading", plan::path_ready("Data Analytics")).await;
        learner::opens_the_table(&person).await;
        let table = person.table(plan::TABLE_CAPTION).await;
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
