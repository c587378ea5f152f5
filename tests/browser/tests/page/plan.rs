//! From the first question to the exported plan, with every date computed by hand.
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
//! The dates by probability were computed with scipy and numpy: tests/data/distributions/dates.txt.

use std::path::Path;

use app::Aim;
use browser_tests::{Download, Key, Person, in_each_browser, in_each_engine, validates};
use planner::{Chances, PaceChoice, Status};
use roadmap::{Minutes, Span};
use serde_json::{Value, json};
use waymark::text::plan::GuideFigure;
use waymark::text::{chances, dates, frame, keep, plan, questions, timeline};

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
        person.reads(frame::exported(&file.name)).await;
        holds_the_same_plan(&file);
    });
}

async fn answers_everything(person: &Person) {
    learner::begins(person).await;
    learner::chooses_path(person, &AI_ML).await;
    learner::has_ten_hours_a_week(person).await;
    learner::changes_date(person, questions::START_LABEL, learner::MONDAY).await;
    learner::changes_date(person, questions::TARGET_LABEL, "31 July 2055").await;
    learner::decides_what_comes_after(person, &AI_ML, "No").await;
}

async fn checks_the_answers(person: &Person) {
    person.sees("heading", questions::CHECK_TITLE).await;
    for (question, answer) in [
        (learner::BACKGROUND, learner::BEGINNER),
        (learner::SPECIALISATION, AI_ML.label),
        (AI_ML.advanced, AI_ML.focus),
        (learner::EXPAND, "No"),
        (questions::HOURS_LEGEND, "10 hours a week Mon 2 h, Tue 2 h, Wed 2 h, Thu 2 h, Fri 2 h"),
        (questions::START_LABEL, learner::MONDAY),
        (questions::DATES_OFF, questions::NONE),
        (questions::TARGET_LABEL, "31 July 2055"),
    ] {
        person.reads(format!("{question} {answer} {}", questions::CHANGE)).await;
        person.sees("link", questions::change(question)).await;
    }
    person.reads(questions::preview(Ok(Some(learner::chances("2055-07-02", "2055-08-25"))))).await;
}

#[test]
fn dates_off_are_listed_in_order_and_without_overlaps() {
    in_each_browser(async |person| {
        let mut document = learner::one_path();
        document["time_off"] = json!([
            { "from": "2055-03-27", "to": "2055-04-10" },
            { "from": "2055-03-07", "to": "2055-04-01" },
            { "from": "2055-02-01", "to": "2055-02-01" },
        ]);
        learner::opens_plan(&person, document).await;
        person.picks(frame::MENU, frame::ANSWERS).await;
        let listed = [("2055-02-01", "2055-02-01"), ("2055-03-07", "2055-04-10")];
        let listed = listed.map(|(from, to)| dates::span(learner::range(from, to))).join(" ");
        person.reads(format!("{} {listed} {}", questions::DATES_OFF, questions::CHANGE)).await;
    });
}

async fn reads_the_plan(person: &Person) {
    person.sees("heading", plan::TITLE).await;
    person.reads(learner::finish_by("2055-08-25")).await;
    let finish = by_chance(["2055-07-02", "2055-08-25", "2055-10-29"]);
    person.reads(dates::written(&chances::headline(finish))).await;
    person.click("button", chances::CURVE).await;
    person.reads(chances::others(finish)).await;
    // 40, 30, 40 and 60 hours plus 20 for the project are 190; 80, 40, 60 and 80 plus 40 are 300.
    person.reads(plan::covers(4, 1, learner::hours(190, 300), Minutes::hours(10))).await;
    person.reads(learner::percent_done(0)).await;
    // From 31 July to 25 August are 25 days.
    person.reads(format!("{} 31 July 2055", plan::target(Aim::Everything))).await;
    person.reads(plan::after_target(25)).await;
    // From 4 January to 9 June are 156 days, to 26 July 203.
    let ready = plan::by(learner::chances("2055-06-09", "2055-07-26"));
    let guide = GuideFigure { months: Span { low: 4, high: 6 }, pace: Minutes::hours(10), alone: false };
    let months = plan::ready([156, 203], Some(guide), Minutes::hours(10), PaceChoice::Own);
    person.reads(format!("{ready} {months}")).await;
    person.sees("img", timeline::TITLE).await;
    for title in ["Deep Learning Specialist", "Python Expert", "Domain Mastery"] {
        person.sees("heading", title).await;
    }
}

async fn reads_the_table(person: &Person) {
    learner::opens_the_table(person).await;
    let not_started = plan::status(Status::NotStarted);
    let rows = [
        [
            plan::COLUMN_WORK,
            plan::COLUMN_EFFORT,
            plan::COLUMN_P50,
            plan::COLUMN_P80,
            plan::COLUMN_P95,
            plan::COLUMN_STATUS,
        ],
        [
            "Python Fundamentals Foundations",
            "40 to 80 hours",
            "15 Feb 2055",
            "1 Mar 2055",
            "18 Mar 2055",
            &not_started,
        ],
        [
            "Phase 1: Data Foundations AI/ML Path",
            "30 to 40 hours",
            "11 Mar 2055",
            "1 Apr 2055",
            "27 Apr 2055",
            &not_started,
        ],
        [
            "Phase 2: Machine Learning AI/ML Path",
            "40 to 60 hours",
            "19 Apr 2055",
            "19 May 2055",
            "24 Jun 2055",
            &not_started,
        ],
        [
            "Phase 3: Deep Learning AI/ML Path",
            "60 to 80 hours",
            "9 Jun 2055",
            "26 Jul 2055",
            "21 Sep 2055",
            &not_started,
        ],
        [
            "Recommendation Systems AI/ML Path",
            "20 to 40 hours",
            "2 Jul 2055",
            "25 Aug 2055",
            "29 Oct 2055",
            &not_started,
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
            ["55-02-15", "55-03-01", "55-03-18"],
        ),
        (
            1,
            "AIMLPhase1",
            30,
            40,
            between("02-01", "03-01"),
            between("02-19", "03-26"),
            ["55-03-11", "55-04-01", "55-04-27"],
        ),
        (
            2,
            "AIMLPhase2",
            40,
            60,
            between("02-22", "03-29"),
            between("03-19", "05-07"),
            ["55-04-19", "55-05-19", "55-06-24"],
        ),
        (
            3,
            "AIMLPhase3",
            60,
            80,
            between("03-22", "05-10"),
            between("04-30", "07-02"),
            ["55-06-09", "55-07-26", "55-09-21"],
        ),
    ] {
        let phase = &plan["phases"][phase];
        assert_eq!(phase["node"], node);
        assert_eq!(phase["effort_minutes"], json!({ "low": low * 60, "high": high * 60 }), "{node}");
        assert_eq!(phase["by_estimates"], json!({ "starts": starts, "finishes": finishes }), "{node}");
        assert_eq!(phase["finishes"], in_file(chances), "{node}");
    }
    let totals = &plan["totals"];
    assert_eq!(totals["effort_minutes"], json!({ "low": 190 * 60, "high": 300 * 60 }));
    assert_eq!(totals["percent_done"], 0);
    assert_eq!(totals["by_estimates"]["phases_finish"], between("04-30", "07-02"));
    assert_eq!(totals["by_estimates"]["finish"], between("05-14", "07-30"));
    assert_eq!(totals["finish"], in_file(["55-07-02", "55-08-25", "55-10-29"]));
    assert_eq!(totals["target"], "2055-07-31");
    let mut expected = learner::one_path();
    expected["target"] = json!("2055-07-31");
    assert_eq!(learner::in_order(&exported["document"]), learner::in_order(&expected));
}

/// The dates of 50, 80 and 95 %.
fn by_chance([p50, p80, p95]: [&str; 3]) -> Chances {
    Chances { p50: learner::date(p50), p80: learner::date(p80), p95: learner::date(p95) }
}

/// The same in a plan file, given without the century.
fn in_file([p50, p80, p95]: [&str; 3]) -> Value {
    json!({ "p50": format!("20{p50}"), "p80": format!("20{p80}"), "p95": format!("20{p95}") })
}

#[test]
fn a_second_path_follows_the_first() {
    in_each_browser(async |person| {
        learner::begins(&person).await;
        learner::chooses_path(&person, &AI_ML).await;
        learner::has_ten_hours_a_week(&person).await;
        learner::changes_date(&person, questions::START_LABEL, learner::MONDAY).await;
        learner::decides_what_comes_after(&person, &AI_ML, "Yes").await;

        person.reads(questions::again(2).expect("it is chosen again")).await;
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
        learner::decides(&person, learner::SPECIALISATION, ANALYTICS.label).await;
        learner::decides_what_comes_after(&person, &ANALYTICS, "No").await;
        person.click("link", questions::SHOW_PLAN).await;

        // From dates.txt: `ai-ml-then-analytics`.
        person.reads(learner::finish_by("2055-12-01")).await;
        person
            .reads(dates::written(&chances::headline(by_chance(["2055-09-14", "2055-12-01", "2056-03-06"]))))
            .await;
        // A third of 3 to 4 weeks twice, and a third of 2 to 3 weeks: 26 h 40 to 36 h 40.
        person
            .reads(plan::saved(
                &learner::list(&["Pandas", "NumPy", "Matplotlib"]),
                Minutes::hours(32),
                plan::MET_TWICE,
            ))
            .await;
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

#[test]
fn a_finished_phase_is_folded_and_the_current_one_is_open() {
    in_each_browser(async |person| {
        learner::opens_plan(&person, learner::fundamentals_finished()).await;
        let (first, second) = ("Python Fundamentals", "Phase 1: Data Foundations");
        person.within("article", first).reads(plan::status(Status::Done(learner::date("2026-02-13")))).await;
        person.does_not_see("checkbox", "Variables").await;
        assert!(!person.within("article", second).sees("checkbox", "NumPy").await.chosen);
        person.is_axe_clean().await;

        person.tabs_to("button", first).await;
        person.presses(Key::Enter).await;
        assert!(person.within("article", first).sees("checkbox", "Variables").await.chosen);
        person.is_axe_clean().await;
        person.presses(Key::Enter).await;
        person.does_not_see("checkbox", "Variables").await;
        // What is finished while its row is open stays in sight.
        person.choose("checkbox", plan::finish_all(second)).await;
        assert!(person.within("article", second).sees("checkbox", "NumPy").await.chosen);
    });
}
