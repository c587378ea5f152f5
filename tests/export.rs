//! Plan files: what is exported is right, comes back equal, and whatever else is opened is refused with its reason.

mod documents;

use std::sync::LazyLock;

use proptest::prelude::*;
use serde_json::{Value, json};
use waymark::app::form::Field;
use waymark::app::{Document, FileRefusal};
use waymark::planner::roadmap::Roadmap;
use waymark::planner::{Date, Minutes, ProjectId, TopicId, Turn, Week};
use waymark::storage::{MOST_BYTES, export_plan, read_plan_file, shipped_roadmap};

use documents::{any_document, beginner, date, monday, two_paths};

static ROADMAP: LazyLock<Roadmap> = LazyLock::new(shipped_roadmap);

/// The text of a document's plan file.
fn exported_text(document: &Document) -> String {
    export_plan(document, &ROADMAP, monday()).text
}

/// A document's plan file as JSON.
fn exported(document: &Document) -> Value {
    serde_json::from_str(&exported_text(document)).unwrap()
}

fn read(bytes: impl AsRef<[u8]>) -> Result<Document, FileRefusal> {
    read_plan_file(bytes.as_ref(), &ROADMAP)
}

/// Reads a learner's plan file after something in it was changed.
fn read_changed(change: impl FnOnce(&mut Value)) -> Result<Document, FileRefusal> {
    let mut file = exported(&two_paths());
    change(&mut file);
    read(file.to_string())
}

/// Reads a plan file in which the value at a place in the document is another one.
fn read_with(place: &str, value: Value) -> Result<Document, FileRefusal> {
    read_changed(|file| *file["document"].pointer_mut(place).unwrap() = value)
}

fn invalid(place: &str, what: &str) -> Result<Document, FileRefusal> {
    Err(FileRefusal::Invalid { place: place.to_owned(), what: what.to_owned() })
}

/// The entry of a list that has that value in that field.
fn entry<'a>(list: &'a Value, field: &str, value: &str) -> &'a Value {
    let found = list.as_array().unwrap().iter().find(|entry| entry[field] == value);
    found.unwrap_or_else(|| panic!("no {field} is {value}"))
}

/// The reference case, reckoned by hand. The fundamentals take 4 to 8 weeks and the phases 3–4, 4–6 and 6–8, so
/// all phases take 17 to 26 weeks of 10 hours, which are 10,200 to 15,600 minutes. Monday 4 January 2027 is the
/// first day: 16 weeks and 4 days later the Friday of week 17 is 30 April, and 25 weeks and 4 days later the
/// Friday of week 26 is 2 July. The one project chosen to begin with takes 20 to 40 hours, which are 2 to 4 weeks
/// more: 14 May, and 30 July.
#[test]
fn the_dates_of_the_reference_case_are_right() {
    let file = exported(&beginner());
    let plan = &file["plan"];
    assert_eq!(plan["totals"]["phases_finish"], json!({ "earliest": "2027-04-30", "latest": "2027-07-02" }));
    assert_eq!(plan["totals"]["finish"], json!({ "earliest": "2027-05-14", "latest": "2027-07-30" }));
    assert_eq!(plan["totals"]["effort_minutes"], json!({ "low": 11_400, "high": 18_000 }));
    assert_eq!(plan["totals"]["percent_done"], 0);
    assert_eq!(plan["totals"]["margin_days"], Value::Null);

    let third = entry(&plan["phases"], "node", "AIMLPhase3");
    assert_eq!(third["title"], "Phase 3: Deep Learning");
    assert_eq!(third["path"], "AIML");
    assert_eq!(third["weeks"], json!({ "low": 6, "high": 8 }));
    assert_eq!(third["effort_minutes"], json!({ "low": 3_600, "high": 4_800 }));
    // The Mondays of week 12 and of week 19.
    assert_eq!(third["starts"], json!({ "earliest": "2027-03-22", "latest": "2027-05-10" }));
    assert_eq!(third["finishes"], plan["totals"]["phases_finish"]);

    // The middle of 4 to 8 weeks is 6 weeks, 3,600 minutes, shared by three topics.
    let fundamentals = &plan["phases"][0];
    assert_eq!(fundamentals["path"], Value::Null);
    assert_eq!(fundamentals["status"], "not_started");
    assert_eq!(
        fundamentals["topics"][0],
        json!({ "topic": "variables", "title": "Variables", "minutes": 1_200, "finished_on": null })
    );
    assert_eq!(plan["phases"].as_array().unwrap().len(), 4);
}

#[test]
fn a_file_says_what_its_dates_rest_on() {
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
            "week_minutes": [120, 120, 120, 120, 120, 0, 0],
            "minutes_per_week": 600,
            "start": "2027-01-04",
            "time_off": [{ "from": "2027-03-25", "to": "2027-04-09" }],
        })
    );
}

#[test]
fn the_name_of_a_file_has_the_day_and_its_text_can_be_read() {
    let file = export_plan(&beginner(), &ROADMAP, date(2027, 1, 9));
    assert_eq!(file.name, "waymark-plan-2027-01-09.json");
    assert!(file.text.starts_with("{\n  \"waymark_plan\": 1,\n  \"exported_on\": \"2027-01-09\",\n"));
}

#[test]
fn every_step_of_a_route_says_why_it_is_there() {
    let file = exported(&two_paths());
    let plan = &file["plan"];
    let reason = |node: &str| entry(&plan["route"], "node", node)["reason"].clone();
    assert_eq!(reason("Start"), json!({ "because": "start" }));
    assert_eq!(reason("AIMLPhase1"), json!({ "because": "follows", "node": "AIML" }));
    assert_eq!(
        reason("Analytics"),
        json!({ "because": "answered", "decision": "ChoosePath", "visit": 2, "answer": "Analyze Data" })
    );
    assert_eq!(entry(&plan["route"], "node", "Analytics")["kind"], "path");
    assert_eq!(
        *entry(&plan["left_out"], "node", "WebDev"),
        json!({
            "node": "WebDev", "kind": "path", "title": "Web Backend Path",
            "decision": "ChoosePath", "visit": 1, "instead": "Build AI/ML Systems",
        })
    );
    assert_eq!(entry(&plan["phases"], "node", "AnalyticsPhase1")["path"], "Analytics");
    let tracks: Vec<&Value> = plan["tracks"].as_array().unwrap().iter().map(|track| &track["node"]).collect();
    assert_eq!(tracks, ["AIMLDeep", "AnalyticsBI"]);
}

#[test]
fn the_only_way_is_called_so() {
    let mut document = beginner();
    for (visit, answer) in [
        (1, "Build AI/ML Systems"),
        (2, "Create Web Applications"),
        (3, "Automate Everything"),
        (4, "Manage Infrastructure"),
        (5, "Analyze Data"),
        (6, "Secure Systems"),
    ] {
        document.answers.give(Turn { decision: "ChoosePath".into(), visit }, answer);
        document.answers.give(Turn { decision: "CrossPath".into(), visit }, "Yes");
    }
    for (decision, answer) in [
        ("WebAdvanced", "Architecture Focus"),
        ("AutoAdvanced", "Enterprise Focus"),
        ("DevOpsAdvanced", "Cloud Focus"),
        ("AnalyticsAdvanced", "BI Focus"),
        ("SecurityAdvanced", "Testing Focus"),
        ("StartupAdvanced", "Growth Focus"),
    ] {
        document.answers.give(Turn::first(decision.into()), answer);
    }
    let file = exported(&document);
    assert_eq!(
        entry(&file["plan"]["route"], "node", "Startup")["reason"],
        json!({ "because": "only_way", "decision": "ChoosePath", "visit": 7, "answer": "Build Products Fast" })
    );
}

/// Reckoned by hand: of the effort in the middle of its ranges, the fundamentals have 3,600 minutes, the phases
/// of AI/ML 2,100, 3,000 and 4,200, computer vision 37.5 hours, 2,250; the phases of analytics 2,100, 1,500 and
/// 2,700, and the sales dashboard 21.5 hours, 1,290: together 22,740. Finished are the fundamentals, a third of
/// the first phase's 2,100, computer vision, and as NumPy is also a third of the first phase of analytics, 700
/// more: 7,250, which is 31.9 percent.
#[test]
fn progress_is_in_the_file() {
    let file = exported(&two_paths());
    let plan = &file["plan"];
    assert_eq!(plan["totals"]["percent_done"], 31);
    let fundamentals = entry(&plan["phases"], "node", "Basics");
    assert_eq!(
        (&fundamentals["status"], &fundamentals["finished_on"]),
        (&json!("done"), &json!("2027-01-20"))
    );
    let first = entry(&plan["phases"], "node", "AIMLPhase1");
    assert_eq!((&first["status"], &first["finished_on"]), (&json!("in_progress"), &Value::Null));
    assert_eq!(entry(&first["topics"], "topic", "numpy")["finished_on"], "2027-01-29");
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
    assert!(chosen["starts"].is_object() && chosen["finishes"].is_object());
    assert_eq!(chosen["finished_on"], "2027-02-28");
    let not_chosen = entry(projects, "project", "recommendation-systems");
    assert_eq!(not_chosen["chosen"], false);
    assert_eq!((&not_chosen["starts"], &not_chosen["finishes"]), (&Value::Null, &Value::Null));
    assert_eq!(entry(projects, "project", "sales-dashboard")["path"], "Analytics");
}

#[test]
fn margins_are_days_from_the_finish_to_the_target() {
    let mut document = beginner();
    document.target = Some(date(2027, 7, 16));
    let file = exported(&document);
    // From 14 May 9 weeks are left, and 30 July is two weeks after the target.
    assert_eq!(file["plan"]["totals"]["margin_days"], json!({ "earliest": 63, "latest": -14 }));
    assert_eq!(file["plan"]["totals"]["target"], "2027-07-16");
}

#[test]
fn without_a_plan_the_file_says_why() {
    let why = |change: fn(&mut Document)| {
        let mut document = beginner();
        change(&mut document);
        let file = exported(&document);
        assert_eq!(file["plan"], Value::Null);
        assert_eq!(read(exported_text(&document)), Ok(document));
        file["no_plan_because"].clone()
    };
    assert_eq!(
        why(|document| document.answers.give(Turn::first("CrossPath".into()), "Yes")),
        json!({ "reason": "decision_open", "decision": "ChoosePath", "visit": 2 })
    );
    assert_eq!(why(|document| document.week = None), json!({ "reason": "week_open" }));
    assert_eq!(why(|document| document.start = None), json!({ "reason": "start_open" }));
    assert_eq!(why(|document| document.week = Some(Week::EMPTY)), json!({ "reason": "no_hours" }));
    // A minute a week gathers 2,087 minutes in 14,610 days.
    let a_minute = |document: &mut Document| document.week = Some(Week::on_workdays(Minutes(1)));
    assert_eq!(why(a_minute), json!({ "reason": "beyond_horizon", "until": "2067-01-04" }));
}

proptest! {
    #[test]
    fn what_is_exported_comes_back(document in any_document()) {
        prop_assert_eq!(read(exported_text(&document)), Ok(document));
    }

    #[test]
    fn no_bytes_at_all_stop_the_reading(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
        let _ = read(bytes);
    }
}

#[test]
fn a_finished_plan_comes_back() {
    assert_eq!(read(exported_text(&two_paths())), Ok(two_paths()));
}

#[test]
fn a_file_cut_anywhere_is_said_to_be_cut_off() {
    let text = exported_text(&beginner());
    for end in 0..text.len() {
        assert_eq!(read(&text.as_bytes()[..end]), Err(FileRefusal::CutOff), "cut at {end}");
    }
}

#[test]
fn no_bit_turned_in_a_file_stops_the_reading() {
    let text = exported_text(&two_paths());
    let end_of_what_is_read = text.find("\n  \"plan\"").unwrap();
    for at in 0..end_of_what_is_read {
        let mut turned = text.clone().into_bytes();
        turned[at] ^= 1 << (at % 8);
        // Another letter in a text is another text, so that it can be read is no fault.
        let _ = read(turned);
    }
}

#[test]
fn a_file_larger_than_any_plan_is_not_read() {
    let mut text = exported_text(&beginner());
    text.push_str(&" ".repeat(1_000_000 - text.len()));
    assert_eq!(text.len(), MOST_BYTES);
    assert_eq!(read(&text), Ok(beginner()));
    text.push(' ');
    assert_eq!(read(&text), Err(FileRefusal::TooLarge { limit: 1_000_000 }));
    assert_eq!(read(vec![0xff; 1_000_001]), Err(FileRefusal::TooLarge { limit: 1_000_000 }));
}

#[test]
fn a_byte_order_mark_does_no_harm() {
    assert_eq!(read(format!("\u{feff}{}", exported_text(&beginner()))), Ok(beginner()));
}

#[test]
fn what_is_not_json_is_refused_with_the_place() {
    let not_json = |line, column| Err(FileRefusal::NotJson { line, column });
    assert_eq!(read("BEGIN:VCALENDAR"), not_json(1, 1));
    assert_eq!(read("{\n  \"a\": x\n}"), not_json(2, 8));
    assert_eq!(read("{} {}"), not_json(1, 4));
    assert_eq!(read(b"{\n \"\xff\": 1 }"), not_json(2, 3));
    assert_eq!(read(b"\xff\xfe{\0}\0"), not_json(1, 1));
    assert_eq!(read(""), Err(FileRefusal::CutOff));
    assert_eq!(read("\u{feff}"), Err(FileRefusal::CutOff));
    assert_eq!(read(b"{ \"\xe2\x82"), Err(FileRefusal::CutOff));
    assert!(matches!(read("[".repeat(500_000)), Err(FileRefusal::NotJson { line: 1, .. })));
}

#[test]
fn what_another_program_wrote_is_no_plan() {
    for text in
        ["null", "1", "\"waymark_plan\"", "[]", "{}", r#"["waymark_plan"]"#, r#"{ "waymark_saved": 1 }"#]
    {
        assert_eq!(read(text), Err(FileRefusal::NotAPlan), "{text}");
    }
}

#[test]
fn a_newer_file_is_recognised_whatever_else_it_holds() {
    assert_eq!(read(r#"{ "waymark_plan": 2 }"#), Err(FileRefusal::Newer { version: 2 }));
    let absurd = format!(r#"{{ "waymark_plan": {} }}"#, u64::MAX);
    assert_eq!(read(absurd), Err(FileRefusal::Newer { version: u32::MAX }));
    for version in [json!(0), json!(-1), json!(1.5), json!("1"), json!(null)] {
        let file = json!({ "waymark_plan": version });
        assert_eq!(read(file.to_string()), invalid("/waymark_plan", "there is no such version"));
    }
}

#[test]
fn a_plan_for_another_roadmap_is_recognised_before_the_rest_is_read() {
    let other = Err(FileRefusal::UnknownRoadmap("knitting".into()));
    assert_eq!(read_with("/roadmap", json!("knitting")), other);
    assert_eq!(read(r#"{ "waymark_plan": 1, "document": { "roadmap": "knitting", "yarn": 3 } }"#), other);
}

#[test]
fn what_is_computed_is_not_read() {
    for computed in [json!(null), json!(["anything"]), json!({ "phases": 3 })] {
        let read = read_changed(|file| {
            file["plan"] = computed.clone();
            file["no_plan_because"] = computed;
        });
        assert_eq!(read, Ok(two_paths()));
    }
}

#[test]
fn a_form_that_does_not_fit_is_refused_where_reading_stopped() {
    let text = exported_text(&beginner());
    let changed = |from: &str, to: &str| {
        assert!(text.contains(from));
        read(text.replacen(from, to, 1))
    };
    let (line, _) = text.lines().enumerate().find(|(_, line)| line.contains("\"agreed\"")).unwrap();
    let refusal = changed("\"agreed\"", "\"agrees\"").unwrap_err();
    let FileRefusal::Invalid { place, what } = refusal else { panic!("{refusal:?}") };
    assert!(place.starts_with(&format!("line {}, column ", line + 1)), "{place}");
    assert!(what.starts_with("unknown field `agrees`"), "{what}");
    assert!(!what.contains("line"), "{what}");

    for (from, to) in [
        ("\"start\": \"2027-01-04\"", "\"start\": \"2027-02-30\""),
        ("\"start\": \"2027-01-04\"", "\"start\": \"soon\""),
        ("\"start\": \"2027-01-04\"", "\"start\": 5"),
        ("\"agreed\": [],", ""),
        ("\"agreed\": [],", "\"agreed\": [], \"agreed\": [],"),
        ("\"visit\": 1", "\"visit\": -1"),
        ("\"visit\": 1", "\"visit\": 1, \"more\": 1"),
        ("\"exported_on\"", "\"notes\": [], \"exported_on\""),
        ("120,", ""),
    ] {
        assert!(matches!(changed(from, to), Err(FileRefusal::Invalid { .. })), "{from} became {to}");
    }
}

#[test]
fn what_cannot_be_is_refused_with_its_place() {
    for (place, value, at, what) in [
        ("/answers/2/visit", json!(0), "/answers/2/visit", "visits are counted from 1"),
        (
            "/week_minutes",
            json!([0, 1440, 1441, 0, 0, 0, 9999]),
            "/week_minutes/2",
            "a day has at most 24 hours, which are 1440 minutes",
        ),
        ("/time_off/1/to", json!("2027-03-31"), "/time_off/1", "the span ends before it starts"),
    ] {
        assert_eq!(read_with(place, value), invalid(&format!("/document{at}"), what));
    }
}

#[test]
fn years_outside_those_that_can_be_entered_are_refused() {
    for place in [
        "/start",
        "/target",
        "/time_off/0/from",
        "/time_off/0/to",
        "/finished_topics/0/on",
        "/finished_projects/0/on",
    ] {
        for day in ["1999-12-31", "2200-01-01", "+12027-01-04"] {
            let refused = invalid(&format!("/document{place}"), "the year is not from 2000 to 2199");
            assert_eq!(read_with(place, json!(day)), refused, "{place} {day}");
        }
    }
}

#[test]
fn limits_are_named_where_they_are_passed() {
    type Entry = fn(usize) -> Value;
    let many = |count: usize, entry: Entry| (0..count).map(entry).collect::<Value>();
    let answer = |at| json!({ "decision": "Assess", "visit": at + 1, "answer": "" });
    let statement = |at: usize| json!(at.to_string());
    let dates = |_| json!({ "from": "2027-01-04", "to": "2027-01-04" });
    let choice = |at: usize| json!({ "project": at.to_string(), "wanted": true });
    let topic = |at: usize| json!({ "topic": at.to_string(), "on": "2027-01-04" });
    let project = |at: usize| json!({ "project": at.to_string(), "on": "2027-01-04" });
    let draft = |at: usize| json!({ "field": at.to_string(), "text": "" });
    let lists: [(&str, usize, Entry); 7] = [
        ("/answers", 1_000, answer),
        ("/agreed", 200, statement),
        ("/time_off", 100, dates),
        ("/projects", 20_000, choice),
        ("/finished_topics", 20_000, topic),
        ("/finished_projects", 20_000, project),
        ("/drafts", 1_000, draft),
    ];
    for (place, limit, entry) in lists {
        assert!(read_with(place, many(limit, entry)).is_ok(), "{place}");
        let refused = invalid(&format!("/document{place}"), &format!("there are more than {limit} entries"));
        assert_eq!(read_with(place, many(limit + 1, entry)), refused);
    }
}

#[test]
fn no_text_is_longer_than_a_thousand_characters() {
    for place in [
        "/answers/0/decision",
        "/answers/0/answer",
        "/agreed/0",
        "/projects/0/project",
        "/finished_topics/0/topic",
        "/finished_projects/0/project",
        "/drafts/0/text",
    ] {
        assert!(read_with(place, json!("é".repeat(1_000))).is_ok(), "{place}");
        let refused = invalid(&format!("/document{place}"), "the text has more than 1000 characters");
        assert_eq!(read_with(place, json!("é".repeat(1_001))), refused);
    }
}

#[test]
fn nothing_is_said_twice() {
    for list in ["answers", "projects", "finished_topics", "finished_projects", "drafts"] {
        let mut count = 0;
        let read = read_changed(|file| {
            let list = file["document"][list].as_array_mut().unwrap();
            count = list.len();
            list.push(list[0].clone());
        });
        assert_eq!(
            read,
            invalid(&format!("/document/{list}/{count}"), "the same thing is said a second time")
        );
    }
}

#[test]
fn what_the_roadmap_does_not_know_is_kept() {
    let mut document = two_paths();
    document.answers.give(Turn { decision: "Gone".into(), visit: 3 }, "An old answer");
    document.answers.give(Turn::first("Assess".into()), "An answer that is worded differently now");
    document.projects.choose("gone".into(), true);
    document.progress.finish_topic("gone".into(), monday());
    document.progress.finish_project("gone".into(), monday());
    assert_eq!(read(exported_text(&document)), Ok(document));
}

#[test]
fn only_drafts_of_fields_that_the_page_has_are_taken() {
    let names = [
        "choice",
        "hours/0",
        "hours/6",
        "hours/7",
        "hours/00",
        "hours",
        "hours/0/1",
        "start",
        "target",
        "notes",
        "time-off/0/from",
        "time-off/99/to",
        "time-off/100/from",
        "time-off/4294967295/to",
        "time-off/0",
        "",
    ];
    let drafts: Value = names.iter().map(|name| json!({ "field": name, "text": name })).collect();
    let taken = read_with("/drafts", drafts).unwrap().drafts;
    let taken: Vec<(Field, &str)> = taken.iter().map(|(&field, text)| (field, text.as_str())).collect();
    assert_eq!(
        taken,
        [
            (Field::Choice, "choice"),
            (Field::Hours(0), "hours/0"),
            (Field::Hours(6), "hours/6"),
            (Field::Start, "start"),
            (Field::OffFrom(0), "time-off/0/from"),
            (Field::OffTo(99), "time-off/99/to"),
            (Field::Target, "target"),
        ]
    );
}

#[test]
fn plans_exported_by_any_released_version_open() {
    let full = read(include_bytes!("data/saved/v1-plan-two-paths.json"));
    assert_eq!(full, Ok(two_paths()));

    let begun = read(include_bytes!("data/saved/v1-plan-unfinished.json")).unwrap();
    assert_eq!(begun.answers.at(&Turn::first("Assess".into())), Some("Experienced Developer"));
    assert_eq!(begun.agreed.len(), 1);
    assert_eq!(begun.start, None::<Date>);
    assert_eq!(begun.drafts[&Field::Hours(0)], "1,5");
    assert_eq!(begun.progress.topic(&TopicId::from("numpy")), None);
    assert_eq!(begun.progress.project(&ProjectId::from("computer-vision")), None);
}
