//! The computed plan in plan files.

use std::sync::LazyLock;

use app::Document;
use planner::{Baseline, Date, Ending, Item, PaceChoice, Turn, Week, WorkId};
use roadmap::{Minutes, Roadmap, RoadmapFile, shipped_roadmap};
use serde_json::{Value, json};
use storage::{export_plan, read_plan_file};

use testkit::documents::{beginner, date, everything, monday, two_paths};

static ROADMAP: LazyLock<Roadmap> = LazyLock::new(shipped_roadmap);

/// A document's plan file as JSON, made on [`monday`].
fn exported(document: &Document) -> Value {
    exported_on(monday(), document)
}

/// A document's plan file as JSON, made on a given day.
fn exported_on(day: Date, document: &Document) -> Value {
    serde_json::from_str(&export_plan(document, &ROADMAP, day).text).unwrap()
}

/// The entry of a list with a value in a field.
fn entry<'a>(list: &'a Value, field: &str, value: &str) -> &'a Value {
    let found = list.as_array().unwrap().iter().find(|entry| entry[field] == value);
    found.unwrap_or_else(|| panic!("no {field} is {value}"))
}

/// The reference case, computed by hand. The fundamentals take 4 to 8 weeks and the phases 3–4, 4–6 and 6–8,
/// so all phases take 17 to 26 weeks of 10 hours, which are 10,200 to 15,600 minutes. Monday 4 January 2027
/// is the first day: 16 weeks and 4 days later the Friday of week 17 is 30 April, and 25 weeks and 4 days
/// later the Friday of week 26 is 2 July. The one project chosen to begin with takes 20 to 40 hours, which
/// are 2 to 4 weeks more: 14 May, and 30 July.
#[test]
fn the_dates_of_the_reference_case_are_right() {
    let file = exported(&beginner());
    let plan = &file["plan"];
    let by_estimates = &plan["totals"]["by_estimates"];
    assert_eq!(by_estimates["phases_finish"], json!({ "earliest": "2027-04-30", "latest": "2027-07-02" }));
    assert_eq!(by_estimates["finish"], json!({ "earliest": "2027-05-14", "latest": "2027-07-30" }));
    assert_eq!(plan["totals"]["effort_minutes"], json!({ "low": 11_400, "high": 18_000 }));
    assert_eq!(plan["totals"]["percent_done"], 0);
    assert_eq!(plan["totals"]["margin_days"], Value::Null);

    let third = entry(&plan["phases"], "node", "AIMLPhase3");
    assert_eq!(third["title"], "Phase 3: Deep Learning");
    assert_eq!(third["path"], "AIML");
    assert_eq!(third["weeks"], json!({ "low": 6, "high": 8 }));
    assert_eq!(third["effort_minutes"], json!({ "low": 3_600, "high": 4_800 }));
    // The Mondays of week 12 and of week 19.
    let third = &third["by_estimates"];
    assert_eq!(third["starts"], json!({ "earliest": "2027-03-22", "latest": "2027-05-10" }));
    assert_eq!(third["finishes"], by_estimates["phases_finish"]);

    // 4 to 8 weeks are 2,400 to 4,800 minutes, shared by three topics.
    let fundamentals = &plan["phases"][0];
    assert_eq!(fundamentals["path"], Value::Null);
    assert_eq!(fundamentals["status"], "not_started");
    let variables = &fundamentals["topics"][0];
    assert_eq!((&variables["topic"], &variables["title"]), (&json!("variables"), &json!("Variables")));
    assert_eq!(variables["minutes"], json!({ "low": 800, "high": 1_600 }));
    assert_eq!(variables["learned"], json!({ "where": "here" }));
    assert_eq!(variables["status"], "not_started");
    assert_eq!(plan["phases"].as_array().unwrap().len(), 4);
}

#[test]
fn a_file_states_its_assumptions() {
    let file = exported(&two_paths());
    let plan = &file["plan"];
    assert_eq!(file["waymark_plan"], 1);
    assert_eq!(file["exported_on"], "2027-01-04");
    assert_eq!(file["no_plan_because"], Value::Null);
    assert_eq!(plan["roadmap"], json!({ "id": "python", "title": "Python Learning Roadmap" }));
    assert_eq!(plan["reference_hours_per_week"], 10);
    assert_eq!(
        plan["assumptions"],
        json!({
            "as_of": "2027-01-04",
            "pace": "own",
            "start": "2027-01-04",
            "week_minutes": [120, 120, 120, 120, 120, 0, 0],
            "minutes_per_week": 600,
            "earlier_weeks": [],
            "sessions": [],
            "stretches": [],
            "time_off": [{ "from": "2027-03-25", "to": "2027-04-09" }],
        })
    );
    let assumptions = &exported_on(date(2027, 3, 15), &everything())["plan"]["assumptions"];
    assert_eq!((&assumptions["as_of"], &assumptions["pace"]), (&json!("2027-03-15"), &json!("ranges_only")));
    assert_eq!(
        assumptions["earlier_weeks"],
        json!([
            { "until": "2027-01-31", "week_minutes": [60, 60, 60, 60, 60, 0, 0] },
            { "until": "2027-02-14", "week_minutes": [0, 90, 0, 90, 0, 240, 0] },
        ])
    );
    assert_eq!(
        assumptions["stretches"],
        json!([
            {
                "from": "2027-06-01", "to": "2027-06-20",
                "week_minutes": [24, 24, 24, 24, 24, 0, 0], "name": "Exams",
            },
            {
                "from": "2027-08-02", "to": "2027-08-02",
                "week_minutes": [0, 0, 0, 0, 0, 0, 0], "name": "",
            },
        ])
    );
}

#[test]
fn the_name_of_a_file_has_the_date_and_its_text_is_indented() {
    let file = export_plan(&beginner(), &ROADMAP, date(2027, 1, 9));
    assert_eq!(file.name, "waymark-plan-2027-01-09.json");
    assert!(file.text.starts_with("{\n  \"waymark_plan\": 1,\n  \"exported_on\": \"2027-01-09\",\n"));
}

#[test]
fn every_step_of_a_route_has_a_reason() {
    let file = exported(&two_paths());
    let plan = &file["plan"];
    let reason = |node: &str| entry(&plan["route"], "node", node)["reason"].clone();
    assert_eq!(reason("Start"), json!({ "because": "start" }));
    assert_eq!(reason("AIMLPhase1"), json!({ "because": "follows", "node": "AIML" }));
    assert_eq!(
        reason("Analytics"),
        json!({ "because": "answered", "decision": "ChoosePath", "visit": 2, "answer": "analyze-data", "label": "Analyze Data" })
    );
    assert_eq!(entry(&plan["route"], "node", "Analytics")["kind"], "path");
    assert_eq!(
        *entry(&plan["left_out"], "node", "WebDev"),
        json!({
            "node": "WebDev", "kind": "path", "title": "Web Backend Path",
            "decision": "ChoosePath", "visit": 1, "instead": "build-ai-ml-systems", "label": "Build AI/ML Systems",
        })
    );
    assert_eq!(entry(&plan["phases"], "node", "AnalyticsPhase1")["path"], "Analytics");
    let tracks: Vec<&Value> = plan["tracks"].as_array().unwrap().iter().map(|track| &track["node"]).collect();
    assert_eq!(tracks, ["AIMLDeep", "AnalyticsBI"]);
}

#[test]
fn the_only_way_on_is_a_reason() {
    let mut document = beginner();
    for (visit, answer) in [
        (1, "build-ai-ml-systems"),
        (2, "create-web-applications"),
        (3, "automate-everything"),
        (4, "manage-infrastructure"),
        (5, "analyze-data"),
        (6, "secure-systems"),
    ] {
        document.answers.give(Turn { decision: "ChoosePath".into(), visit }, answer);
        document.answers.give(Turn { decision: "CrossPath".into(), visit }, "yes");
    }
    for (decision, answer) in [
        ("WebAdvanced", "architecture-focus"),
        ("AutoAdvanced", "enterprise-focus"),
        ("DevOpsAdvanced", "cloud-focus"),
        ("AnalyticsAdvanced", "bi-focus"),
        ("SecurityAdvanced", "testing-focus"),
        ("StartupAdvanced", "growth-focus"),
    ] {
        document.answers.give(Turn::first(decision.into()), answer);
    }
    let file = exported(&document);
    assert_eq!(
        entry(&file["plan"]["route"], "node", "Startup")["reason"],
        json!({ "because": "only_way", "decision": "ChoosePath", "visit": 7, "answer": "build-products-fast", "label": "Build Products Fast" })
    );
}

/// Computed by hand, with each effort at the middle of its range. The fundamentals take 3,600 minutes, the
/// phases of AI/ML 2,100, 3,000 and 4,200, and computer vision 37.5 hours, which are 2,250. AI/ML teaches part
/// of analytics: a third of the 2,100 of its first phase is left (SQL), and two thirds of the 1,500 of its
/// second. Its third phase takes 2,700, and the sales dashboard 21.5 hours, which are 1,290: 20,840 in all. The
/// fundamentals, NumPy (a third of 2,100) and computer vision are finished: 6,550, which are 31.4 percent.
#[test]
fn progress_is_in_the_file() {
    let file = exported(&two_paths());
    let plan = &file["plan"];
    assert_eq!(plan["totals"]["percent_done"], 31);
    let fundamentals = entry(&plan["phases"], "node", "Basics");
    assert_eq!((&fundamentals["status"], &fundamentals["ended_on"]), (&json!("done"), &json!("2027-01-20")));
    assert_eq!((&fundamentals["continues"], &fundamentals["finishes"]), (&Value::Null, &Value::Null));
    let first = entry(&plan["phases"], "node", "AIMLPhase1");
    assert_eq!((&first["status"], &first["ended_on"]), (&json!("in_progress"), &Value::Null));
    let numpy = entry(&first["topics"], "topic", "numpy");
    assert_eq!((&numpy["status"], &numpy["finished_on"]), (&json!("done"), &json!("2027-01-29")));
    assert_eq!(numpy["finishes"], Value::Null);
}

/// Pandas and NumPy have 600 to 800 minutes each in the first phase of analytics, and Matplotlib 400 to 600
/// in the second.
#[test]
fn a_topic_of_two_paths_counts_once_in_the_phase_that_comes_first() {
    let file = exported(&two_paths());
    let plan = &file["plan"];
    let first = entry(&plan["phases"], "node", "AnalyticsPhase1");
    assert_eq!(first["effort_minutes"], json!({ "low": 600, "high": 800 }));
    let pandas = entry(&first["topics"], "topic", "pandas");
    assert_eq!(pandas["learned"], json!({ "where": "before", "phase": "AIMLPhase1" }));
    assert_eq!(pandas["minutes"], json!({ "low": 600, "high": 800 }));
    assert_eq!((&pandas["status"], &pandas["finishes"]), (&json!("not_started"), &Value::Null));
    assert_eq!(plan["totals"]["saved_minutes"], json!({ "low": 1_600, "high": 2_200 }));
}

#[test]
fn known_begun_and_skipped_items_are_in_the_file() {
    let file = exported_on(date(2027, 3, 15), &everything());
    let plan = &file["plan"];
    let standing = |entry: &Value| {
        let field = |name: &str| entry[name].clone();
        json!([
            field("status"),
            field("started_on"),
            field("finished_on"),
            field("skipped_on"),
            field("noted_minutes")
        ])
    };
    let phase = |id: &str| entry(&plan["phases"], "node", id);
    let topics = &phase("AIMLPhase1")["topics"];
    let topic = |id: &str| entry(topics, "topic", id);
    assert_eq!(standing(topic("numpy")), json!(["done", "2027-01-21", "2027-01-29", null, 590]));
    assert_eq!(standing(topic("pandas")), json!(["in_progress", "2027-03-01", null, null, 46]));
    assert_eq!(standing(topic("matplotlib")), json!(["known", null, null, null, 0]));
    assert_eq!(topic("matplotlib")["learned"], json!({ "where": "known" }));
    assert_eq!(topic("matplotlib")["finishes"], Value::Null);
    assert!(topic("pandas")["finishes"]["p80"].is_string());

    let topics = &phase("AIMLPhase2")["topics"];
    let skipped = entry(topics, "topic", "model-training");
    assert_eq!(standing(skipped), json!(["skipped", null, null, "2027-03-02", 0]));
    let dashboard = entry(&plan["projects"], "project", "sales-dashboard");
    assert_eq!(standing(dashboard), json!(["skipped", "2027-03-03", null, "2027-03-04", 0]));
    assert_eq!((&dashboard["chosen"], &dashboard["finishes"]), (&json!(true), &Value::Null));
    assert_eq!(plan["log_totals"], json!({ "learning_minutes": 591, "building_minutes": 1_485 }));
}

#[test]
fn a_phase_with_only_known_topics_is_known() {
    let mut document = beginner();
    document.known.extend(["variables", "functions", "classes"].map(Into::into));
    let file = exported(&document);
    let fundamentals = entry(&file["plan"]["phases"], "node", "Basics");
    assert_eq!((&fundamentals["status"], &fundamentals["ended_on"]), (&json!("known"), &Value::Null));
    assert_eq!(fundamentals["effort_minutes"], json!({ "low": 0, "high": 0 }));
}

#[test]
fn a_topic_learned_as_required_names_the_one_that_requires_it() {
    let mut file: RoadmapFile =
        serde_json::from_str(include_str!("../../static/roadmaps/python.json")).unwrap();
    let neural = file.topics.iter_mut().find(|topic| topic.id.as_str() == "neural-networks").unwrap();
    neural.requires = vec!["sql".into()];
    let roadmap = Roadmap::new(file).unwrap();
    let file: Value = serde_json::from_str(&export_plan(&beginner(), &roadmap, monday()).text).unwrap();
    let third = entry(&file["plan"]["phases"], "node", "AIMLPhase3");
    let sql = entry(&third["topics"], "topic", "sql");
    assert_eq!(sql["learned"], json!({ "where": "here_as_required", "by": "neural-networks" }));
}

/// With the ranges alone, which are symmetric, the median is the date for the middle of each effort: the
/// fundamentals take 6 weeks and the phases of AI/ML 3.5, 5 and 7, which are 21.5, and the project 3 more.
#[test]
fn dates_by_probability_are_in_the_file() {
    let mut document = beginner();
    document.pace = PaceChoice::RangesOnly;
    document.target = Some(date(2027, 6, 30));
    let file = exported(&document);
    let plan = &file["plan"];
    let phase = |id: &str| entry(&plan["phases"], "node", id);
    assert_eq!(phase("Basics")["continues"], "2027-01-04");
    assert_eq!(phase("Basics")["finishes"]["p50"], "2027-02-12");
    assert_eq!(phase("AIMLPhase3")["finishes"]["p50"], "2027-06-02");
    assert_eq!(plan["paths"][0]["node"], "AIML");
    assert_eq!(plan["paths"][0]["phases_finish"], phase("AIMLPhase3")["finishes"]);
    let by_estimates = &plan["totals"]["by_estimates"];
    assert_eq!(plan["paths"][0]["phases_finish_by_estimates"], by_estimates["phases_finish"]);

    let dated = |list: &Value| -> Vec<Value> {
        let dated = list.as_array().unwrap().iter().filter(|entry| entry["finishes"].is_object());
        dated.map(|entry| entry["finishes"].clone()).collect()
    };
    let phases = dated(&plan["phases"]);
    let topics: Vec<Value> =
        plan["phases"].as_array().unwrap().iter().flat_map(|phase| dated(&phase["topics"])).collect();
    assert_eq!((phases.len(), topics.len()), (4, 10));
    for chances in phases.iter().chain(&topics).chain([&plan["totals"]["finish"]]) {
        let [p50, p80, p95] = ["p50", "p80", "p95"].map(|name| chances[name].as_str().unwrap());
        assert!(p50 <= p80 && p80 <= p95, "{chances}");
    }
    assert_eq!(topics.last(), phases.last(), "a phase is finished with its last topic");
    let finish = &plan["totals"]["finish"];
    assert_eq!(finish, &entry(&plan["projects"], "project", "recommendation-systems")["finishes"]);
    assert_eq!(finish["p50"], "2027-06-23");
}

#[test]
fn evidence_is_the_pace_of_finished_work() {
    let mut document = beginner();
    let evidence = |document: &Document| exported_on(date(2027, 3, 8), document)["plan"]["evidence"].clone();
    assert_eq!(evidence(&document)["finished_work"], 0);
    let pace = |evidence: &Value| evidence["pace_per_mille"].as_u64().unwrap();
    assert!((1_000..1_100).contains(&pace(&evidence(&document))));
    // 9 weeks of 10 hours for what was expected to take 6.
    for topic in ["variables", "functions", "classes"] {
        document.progress.end(Item::Topic(topic.into()), Ending::Finished, date(2027, 3, 5));
    }
    let own = evidence(&document);
    assert_eq!(own["finished_work"], 1);
    assert!((1_100..1_500).contains(&pace(&own)), "{own}");
    document.pace = PaceChoice::RangesOnly;
    assert_eq!(evidence(&document), own, "what is known of the pace does not depend on its use");
}

#[test]
fn a_baseline_is_compared_in_days() {
    let mut document = beginner();
    document.pace = PaceChoice::RangesOnly;
    document.progress.end(Item::Topic("pytorch".into()), Ending::Skipped, date(2027, 1, 4));
    document.progress.end(Item::Topic("neural-networks".into()), Ending::Skipped, date(2027, 1, 4));
    let finishes = [
        (WorkId::Phase("Basics".into()), date(2027, 2, 10)),
        (WorkId::Phase("AIMLPhase3".into()), date(2027, 6, 1)),
        (WorkId::Phase("of another route".into()), date(2027, 6, 1)),
        (WorkId::Project("recommendation-systems".into()), date(2027, 5, 10)),
    ];
    document.baseline = Some(Baseline { on: date(2027, 1, 2), finishes: finishes.into() });
    // The fundamentals end on 12 February. Without the third phase there are 17.5 weeks of work, up to 5 May.
    assert_eq!(
        exported(&document)["plan"]["baseline"],
        json!({
            "on": "2027-01-02",
            "work": [
                { "phase": "Basics", "frozen": "2027-02-10", "variance_days": 2 },
                { "phase": "AIMLPhase3", "frozen": "2027-06-01", "variance_days": null },
                { "project": "recommendation-systems", "frozen": "2027-05-10", "variance_days": -5 },
            ],
        })
    );
    assert_eq!(exported(&beginner())["plan"]["baseline"], Value::Null);
}

#[test]
fn a_plan_with_nothing_left_has_no_dates_by_probability() {
    let mut document = beginner();
    document.target = Some(date(2027, 1, 1));
    let topics = [
        "variables",
        "functions",
        "classes",
        "numpy",
        "pandas",
        "matplotlib",
        "scikit-learn",
        "model-training",
        "pytorch",
        "neural-networks",
    ];
    for topic in topics {
        document.progress.end(Item::Topic(topic.into()), Ending::Finished, monday());
    }
    document.progress.end(Item::Project("recommendation-systems".into()), Ending::Finished, monday());
    let file = exported(&document);
    let totals = &file["plan"]["totals"];
    assert_eq!((&totals["finish"], &totals["margin_days"]), (&Value::Null, &Value::Null));
    assert_eq!((&totals["percent_done"], &totals["target_chance_percent"]), (&json!(100), &json!(100)));
    assert_eq!(totals["left_minutes"], json!({ "low": 0, "high": 0 }));
    assert_eq!(file["plan"]["paths"][0]["phases_finish"], Value::Null);
}

#[test]
fn projects_are_listed_whether_chosen_or_not() {
    let file = exported(&two_paths());
    let projects = &file["plan"]["projects"];
    assert_eq!(projects.as_array().unwrap().len(), 6);
    let chosen = entry(projects, "project", "computer-vision");
    assert_eq!(chosen["chosen"], true);
    assert_eq!(chosen["planners_estimate_minutes"], json!({ "low": 1_500, "high": 3_000 }));
    assert_eq!((&chosen["node"], &chosen["path"]), (&json!("AIMLProjects"), &json!("AIML")));
    assert!(chosen["by_estimates"]["starts"].is_object() && chosen["by_estimates"]["finishes"].is_object());
    assert_eq!((&chosen["status"], &chosen["finished_on"]), (&json!("done"), &json!("2027-02-28")));
    assert_eq!((&chosen["continues"], &chosen["finishes"]), (&Value::Null, &Value::Null));
    let not_chosen = entry(projects, "project", "recommendation-systems");
    assert_eq!(not_chosen["chosen"], false);
    assert_eq!((&not_chosen["by_estimates"], &not_chosen["finishes"]), (&Value::Null, &Value::Null));
    let dashboard = entry(projects, "project", "sales-dashboard");
    assert_eq!(dashboard["path"], "Analytics");
    assert!(dashboard["continues"].is_string() && dashboard["finishes"]["p95"].is_string());
}

#[test]
fn margins_are_days_from_the_finish_to_the_target() {
    let mut document = beginner();
    document.pace = PaceChoice::RangesOnly;
    document.target = Some(date(2027, 6, 23));
    let totals = exported(&document)["plan"]["totals"].clone();
    let days = |name: &str| {
        let finish: Date = totals["finish"][name].as_str().unwrap().parse().unwrap();
        (date(2027, 6, 23) - finish).num_days()
    };
    assert_eq!(totals["target"], "2027-06-23");
    // The target is the median.
    assert_eq!(days("p50"), 0);
    assert_eq!(totals["margin_days"], json!({ "p50": 0, "p80": days("p80"), "p95": days("p95") }));
    assert!(days("p95") < days("p80") && days("p80") < 0);
    let chance = |target: Date| {
        document.target = Some(target);
        exported(&document)["plan"]["totals"]["target_chance_percent"].as_u64().unwrap()
    };
    let mut chance = chance;
    assert!((50..60).contains(&chance(date(2027, 6, 23))));
    // The latest date by the estimates is certain, and a date before the earliest one is impossible.
    assert_eq!(chance(date(2027, 7, 30)), 100);
    assert_eq!(chance(date(2027, 5, 13)), 0);
    assert_eq!(exported(&beginner())["plan"]["totals"]["target_chance_percent"], Value::Null);
}

#[test]
fn a_file_without_a_plan_has_the_reason() {
    let why = |change: fn(&mut Document)| {
        let mut document = beginner();
        change(&mut document);
        let file = exported(&document);
        assert_eq!(file["plan"], Value::Null);
        let text = export_plan(&document, &ROADMAP, monday()).text;
        assert_eq!(read_plan_file(text.as_bytes(), &ROADMAP), Ok(document));
        file["no_plan_because"].clone()
    };
    assert_eq!(
        why(|document| document.answers.give(Turn::first("ChoosePath".into()), "somewhere")),
        json!({ "reason": "decision_open", "decision": "ChoosePath", "visit": 1 })
    );
    assert_eq!(why(|document| document.week = None), json!({ "reason": "week_open" }));
    assert_eq!(why(|document| document.start = None), json!({ "reason": "start_open" }));
    assert_eq!(why(|document| document.week = Some(Week::EMPTY)), json!({ "reason": "no_hours" }));
    // A minute a week adds up to 2,087 minutes in 14,610 days.
    let a_minute = |document: &mut Document| document.week = Some(Week::on_workdays(Minutes(1)));
    assert_eq!(why(a_minute), json!({ "reason": "beyond_horizon", "until": "2067-01-04" }));
}
