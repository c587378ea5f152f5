//! Plan files: what is exported comes back equal, those of older versions open, and whatever else is opened is refused
//! with its reason and its place.

use std::sync::LazyLock;

use app::form::Field;
use app::{Document, FileRefusal, Outlook};
use chrono::{Datelike, TimeDelta};
use planner::{Baseline, Date, Ending, Item, LogEntry, PaceChoice, Turn, Week};
use proptest::prelude::*;
use roadmap::{Minutes, Roadmap, shipped_roadmap};
use serde_json::{Value, json};
use storage::{MOST_BYTES, export_plan, read_plan_file};

use testkit::documents::{beginner, date, everything, monday, two_paths};
use testkit::generated::any_document;

static ROADMAP: LazyLock<Roadmap> = LazyLock::new(shipped_roadmap);

/// The text of a document's plan file, made on [`monday`].
fn exported_text(document: &Document) -> String {
    export_plan(document, &ROADMAP, monday()).text
}

fn read(bytes: impl AsRef<[u8]>) -> Result<Document, FileRefusal> {
    read_plan_file(bytes.as_ref(), &ROADMAP)
}

/// Reads a learner's plan file after something in it was changed.
fn read_changed(change: impl FnOnce(&mut Value)) -> Result<Document, FileRefusal> {
    let mut file: Value = serde_json::from_str(&exported_text(&everything())).unwrap();
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
    assert_eq!(read(exported_text(&everything())), Ok(everything()));
}

#[test]
fn a_plan_with_as_much_noted_as_there_can_be_comes_back() {
    let mut document = everything();
    let longest = Item::Project("recommendation-systems".into());
    let entry = LogEntry { on: monday(), item: longest, minutes: Minutes(1_440) };
    while document.progress.log.entries().len() < 20_000 {
        document.progress.log.add(entry.clone());
    }
    assert_eq!(read(exported_text(&document)), Ok(document));
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
    for text in [exported_text(&everything()), OF_VERSION_1.to_owned()] {
        let end_of_what_is_read = text.find("\n  \"plan\"").unwrap();
        for at in 0..end_of_what_is_read {
            let mut turned = text.clone().into_bytes();
            turned[at] ^= 1 << (at % 8);
            // Another letter in a text is another text, so that it can be read is no fault.
            let _ = read(turned);
        }
    }
}

#[test]
fn a_file_larger_than_any_plan_is_not_read() {
    let mut text = exported_text(&beginner());
    text.push_str(&" ".repeat(5_000_000 - text.len()));
    assert_eq!(text.len(), MOST_BYTES);
    assert_eq!(read(&text), Ok(beginner()));
    text.push(' ');
    assert_eq!(read(&text), Err(FileRefusal::TooLarge { limit: 5_000_000 }));
    assert_eq!(read(vec![0xff; 5_000_001]), Err(FileRefusal::TooLarge { limit: 5_000_000 }));
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
    assert_eq!(read(r#"{ "waymark_plan": 3 }"#), Err(FileRefusal::Newer { version: 3 }));
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
    for version in [1, 2] {
        let file = json!({ "waymark_plan": version, "document": { "roadmap": "knitting", "yarn": 3 } });
        assert_eq!(read(file.to_string()), other);
    }
}

#[test]
fn what_is_computed_is_not_read() {
    for computed in [json!(null), json!(["anything"]), json!({ "phases": 3 })] {
        let read = read_changed(|file| {
            file["plan"] = computed.clone();
            file["no_plan_because"] = computed;
        });
        assert_eq!(read, Ok(everything()));
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
    assert!(!what.contains("at line"), "{what}");

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
        ("\"pace\": \"own\"", "\"pace\": \"mine\""),
        ("\"log\": [],", ""),
        ("\"log\": [],", "\"log\": [{ \"on\": \"2027-01-04\", \"topic\": \"numpy\", \"minutes\": 1.5 }],"),
        ("\"marks\": [],", "\"marks\": [], \"finished_topics\": [],"),
        ("\"baseline\": null", "\"baseline\": []"),
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
        ("/stretches/0/to", json!("2027-05-31"), "/stretches/0", "the span ends before it starts"),
        (
            "/stretches/1/week_minutes/6",
            json!(1441),
            "/stretches/1/week_minutes/6",
            "a day has at most 24 hours, which are 1440 minutes",
        ),
        (
            "/earlier_weeks/0/week_minutes/0",
            json!(1441),
            "/earlier_weeks/0/week_minutes/0",
            "a day has at most 24 hours, which are 1440 minutes",
        ),
        (
            "/earlier_weeks/1/until",
            json!("2027-01-31"),
            "/earlier_weeks/1/until",
            "the date is not after the one before it in the list",
        ),
        ("/most_minutes_a_week", json!(0), "/most_minutes_a_week", "the minutes are not from 1 to 10080"),
        (
            "/most_minutes_a_week",
            json!(10_081),
            "/most_minutes_a_week",
            "the minutes are not from 1 to 10080",
        ),
        ("/log/2/minutes", json!(0), "/log/2/minutes", "the minutes are not from 1 to 1440"),
        ("/log/2/minutes", json!(1441), "/log/2/minutes", "the minutes are not from 1 to 1440"),
        (
            "/marks/0",
            json!({ "topic": "a", "started": null, "finished": null, "skipped": null }),
            "/marks/0",
            "it is neither begun nor finished nor skipped",
        ),
        (
            "/marks/0",
            json!({ "topic": "a", "started": null, "finished": "2027-01-04", "skipped": "2027-01-04" }),
            "/marks/0",
            "it is both finished and skipped",
        ),
    ] {
        assert_eq!(read_with(place, value), invalid(&format!("/document{at}"), what));
    }
}

#[test]
fn what_is_marked_noted_or_frozen_is_exactly_one_thing() {
    let mark = |mut names: Value| {
        names["finished"] = json!("2027-01-04");
        ("/marks/0", names, "topic")
    };
    let note = |mut names: Value| {
        names["on"] = json!("2027-01-04");
        names["minutes"] = json!(1);
        ("/log/0", names, "topic")
    };
    let frozen = |mut names: Value| {
        names["on"] = json!("2027-01-04");
        ("/baseline/finishes/0", names, "phase")
    };
    for (place, value, or) in [
        mark(json!({})),
        mark(json!({ "topic": null })),
        mark(json!({ "topic": "a", "project": "a" })),
        note(json!({})),
        note(json!({ "topic": "a", "project": "a" })),
        frozen(json!({})),
        frozen(json!({ "phase": "a", "project": "a" })),
    ] {
        let what = format!("exactly one of `{or}` and `project` has to be given");
        assert_eq!(read_with(place, value), invalid(&format!("/document{place}"), &what));
    }
    let twice = json!({ "project": "a", "topic": null, "finished": "2027-01-04" });
    let read = read_with("/marks/0", twice).unwrap();
    assert_eq!(read.progress.finished(&Item::Project("a".into())), Some(monday()));
}

#[test]
fn years_outside_those_that_can_be_entered_are_refused() {
    let mut days = vec![
        "/start",
        "/target",
        "/time_off/0/from",
        "/time_off/0/to",
        "/stretches/0/from",
        "/stretches/0/to",
        "/earlier_weeks/0/until",
        "/log/0/on",
        "/baseline/on",
    ];
    let whole: Value = serde_json::from_str(&exported_text(&everything())).unwrap();
    let marks: Vec<String> = (0..8)
        .flat_map(|at| ["started", "finished", "skipped"].map(|date| format!("/marks/{at}/{date}")))
        .filter(|place| !whole["document"].pointer(place).unwrap().is_null())
        .collect();
    assert_eq!(marks.len(), 10);
    days.extend(marks.iter().map(String::as_str));
    for place in days {
        for day in ["1999-12-31", "2200-01-01", "+12027-01-04"] {
            let refused = invalid(&format!("/document{place}"), "the year is not from 2000 to 2199");
            assert_eq!(read_with(place, json!(day)), refused, "{place} {day}");
        }
    }
    // A frozen date may lie as far ahead as a plan is laid.
    let frozen = "/baseline/finishes/0/on";
    assert!(read_with(frozen, json!("2240-12-31")).is_ok());
    for day in ["1999-12-31", "2241-01-01"] {
        let refused = invalid(&format!("/document{frozen}"), "the year is not from 2000 to 2240");
        assert_eq!(read_with(frozen, json!(day)), refused);
    }
}

#[test]
fn a_baseline_as_far_ahead_as_any_comes_back() {
    let mut document = beginner();
    let start = date(2199, 12, 31);
    document.start = Some(start);
    // 18,000 minutes at most, ten a week, take nearly forty years.
    document.week = Some(Week::new([10, 0, 0, 0, 0, 0, 0].map(Minutes)).unwrap());
    let roadmap = &*ROADMAP;
    document.pace = PaceChoice::RangesOnly;
    let outlook = Outlook::of(&document, roadmap, monday()).unwrap();
    document.baseline = Some(Baseline::freeze(monday(), &outlook.plan, &outlook.forecast));
    assert!(document.baseline.as_ref().unwrap().finishes.values().any(|on| on.year() > 2225));
    assert_eq!(read(exported_text(&document)), Ok(document));
}

#[test]
fn limits_are_named_where_they_are_passed() {
    type Entry = fn(usize) -> Value;
    let many = |count: usize, entry: Entry| (0..count).map(entry).collect::<Value>();
    let answer = |at| json!({ "decision": "Assess", "visit": at + 1, "answer": "" });
    let statement = |at: usize| json!(at.to_string());
    let dates = |_| json!({ "from": "2027-01-04", "to": "2027-01-04" });
    let choice = |at: usize| json!({ "project": at.to_string(), "wanted": true });
    let mark = |at: usize| json!({ "topic": at.to_string(), "finished": "2027-01-04" });
    let draft = |at: usize| json!({ "field": at.to_string(), "text": "" });
    let week = |at: usize| {
        let until = monday() + TimeDelta::days(at as i64);
        json!({ "until": until, "week_minutes": [0, 0, 0, 0, 0, 0, 0] })
    };
    let stretch = |_| {
        json!({
            "from": "2027-01-04", "to": "2027-01-04", "week_minutes": [0, 0, 0, 0, 0, 0, 0], "name": "",
        })
    };
    let note = |_| json!({ "on": "2027-01-04", "topic": "numpy", "minutes": 1 });
    let frozen = |at: usize| json!({ "phase": at.to_string(), "on": "2027-01-04" });
    let lists: [(&str, usize, Entry); 11] = [
        ("/answers", 1_000, answer),
        ("/agreed", 200, statement),
        ("/earlier_weeks", 1_000, week),
        ("/time_off", 100, dates),
        ("/stretches", 100, stretch),
        ("/projects", 20_000, choice),
        ("/known_topics", 20_000, statement),
        ("/marks", 40_000, mark),
        ("/log", 20_000, note),
        ("/baseline/finishes", 20_000, frozen),
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
        "/stretches/0/name",
        "/known_topics/0",
        "/marks/0/topic",
        "/marks/6/project",
        "/log/0/topic",
        "/log/2/project",
        "/baseline/finishes/0/phase",
        "/baseline/finishes/3/project",
        "/drafts/0/text",
    ] {
        assert!(read_with(place, json!("é".repeat(1_000))).is_ok(), "{place}");
        let refused = invalid(&format!("/document{place}"), "the text has more than 1000 characters");
        assert_eq!(read_with(place, json!("é".repeat(1_001))), refused);
    }
}

#[test]
fn nothing_is_said_twice() {
    for list in ["/answers", "/projects", "/known_topics", "/marks", "/baseline/finishes", "/drafts"] {
        let mut count = 0;
        let read = read_changed(|file| {
            let list = file["document"].pointer_mut(list).unwrap().as_array_mut().unwrap();
            count = list.len();
            list.push(list[0].clone());
        });
        assert_eq!(
            read,
            invalid(&format!("/document{list}/{count}"), "the same thing is said a second time")
        );
    }
    // A project is no topic of the same name, and an hour can be noted twice.
    let read = read_changed(|file| {
        let document = &mut file["document"];
        let project = json!({ "project": "numpy", "finished": "2027-01-04" });
        document["marks"].as_array_mut().unwrap().push(project);
        let note = document["log"][0].clone();
        document["log"].as_array_mut().unwrap().push(note);
    });
    assert_eq!(read.unwrap().progress.log.on(&Item::Topic("numpy".into())), Minutes(1_090));
}

#[test]
fn what_the_roadmap_does_not_know_is_kept() {
    let mut document = two_paths();
    document.answers.give(Turn { decision: "Gone".into(), visit: 3 }, "An old answer");
    document.answers.give(Turn::first("Assess".into()), "An answer that is worded differently now");
    document.projects.choose("gone".into(), true);
    document.progress.end(Item::Topic("gone".into()), Ending::Finished, monday());
    document.progress.end(Item::Project("gone".into()), Ending::Skipped, monday());
    document.known.insert("gone too".into());
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
        "stretch/0/from",
        "stretch/1/to",
        "stretch/99/hours",
        "stretch/2/name",
        "stretch/100/name",
        "stretch/2/week",
        "most-hours",
        "note/on",
        "note/item",
        "note/time",
        "note",
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
            (Field::StretchFrom(0), "stretch/0/from"),
            (Field::StretchTo(1), "stretch/1/to"),
            (Field::StretchHours(99), "stretch/99/hours"),
            (Field::StretchName(2), "stretch/2/name"),
            (Field::Target, "target"),
            (Field::MostHours, "most-hours"),
            (Field::NoteOn, "note/on"),
            (Field::NoteItem, "note/item"),
            (Field::NoteTime, "note/time"),
        ]
    );
}

const OF_VERSION_1: &str = include_str!("../data/saved/v1-plan-two-paths.json");

#[test]
fn plans_exported_by_any_released_version_open() {
    let full = read(OF_VERSION_1).unwrap();
    assert_eq!(full, two_paths());
    // Written out, for the documents of the tests change with the program.
    let finished = |item: &Item| (full.progress.mark(item).started, full.progress.mark(item).ended);
    for (topic, day) in [("variables", 6), ("functions", 12), ("classes", 20), ("numpy", 29)] {
        let ended = Some((Ending::Finished, date(2027, 1, day)));
        assert_eq!(finished(&Item::Topic(topic.into())), (None, ended));
    }
    let ended = Some((Ending::Finished, date(2027, 2, 28)));
    assert_eq!(finished(&Item::Project("computer-vision".into())), (None, ended));
    assert_eq!(full.progress.marks().count(), 5);
    assert_eq!((&full.earlier_weeks[..], &full.stretches[..], full.most_a_week), (&[][..], &[][..], None));
    assert!(full.known.is_empty() && full.progress.log.entries().is_empty());
    assert_eq!((full.pace, full.baseline), (PaceChoice::Own, None));

    assert_unfinished(&read(include_bytes!("../data/saved/v1-plan-unfinished.json")).unwrap());

    assert_eq!(read(include_bytes!("../data/saved/v2-plan-everything.json")), Ok(everything()));
    assert_unfinished(&read(include_bytes!("../data/saved/v2-plan-unfinished.json")).unwrap());
}

fn assert_unfinished(begun: &Document) {
    assert_eq!(begun.answers.at(&Turn::first("Assess".into())), Some("Experienced Developer"));
    assert_eq!(begun.agreed.len(), 1);
    assert_eq!(begun.start, None::<Date>);
    assert_eq!(begun.drafts[&Field::Hours(0)], "1,5");
    assert_eq!(begun.progress.marks().count(), 0);
}

/// Reads a plan file of version 1 after something in its document was changed.
fn read_old(change: impl FnOnce(&mut Value)) -> Result<Document, FileRefusal> {
    let mut file: Value = serde_json::from_str(OF_VERSION_1).unwrap();
    change(&mut file["document"]);
    read(file.to_string())
}

/// Reads a plan file of version 1 in which the value at a place in the document is another one.
fn read_old_with(place: &str, value: Value) -> Result<Document, FileRefusal> {
    read_old(|document| *document.pointer_mut(place).unwrap() = value)
}

#[test]
fn what_cannot_be_in_an_older_version_is_refused_where_it_stands_there() {
    let year = "the year is not from 2000 to 2199";
    let topic = "the entry has other fields than `topic` and `on`";
    let finished = |place: &str| json!({ "topic": place, "on": "2027-01-04", "finished": "2027-01-05" });
    for (place, value, at, what) in [
        ("/start", json!("1999-12-31"), "/start", year),
        ("/finished_topics/3/on", json!("1999-12-31"), "/finished_topics/3/on", year),
        ("/finished_projects/0/on", json!("2200-01-01"), "/finished_projects/0/on", year),
        (
            "/finished_topics/1/topic",
            json!("é".repeat(1_001)),
            "/finished_topics/1/topic",
            "the text has more than 1000 characters",
        ),
        (
            "/finished_topics/2/on",
            Value::Null,
            "/finished_topics/2",
            "it is neither begun nor finished nor skipped",
        ),
        ("/finished_topics/1", json!("numpy"), "/finished_topics/1", topic),
        ("/finished_topics/1", json!({ "topic": "numpy" }), "/finished_topics/1", topic),
        ("/finished_topics/1", finished("numpy"), "/finished_topics/1", topic),
        (
            "/finished_projects/0",
            json!({ "topic": "numpy", "on": "2027-01-04" }),
            "/finished_projects/0",
            "the entry has other fields than `project` and `on`",
        ),
        ("/finished_projects", Value::Null, "/finished_projects", "it is not a list"),
        ("/answers/2/visit", json!(0), "/answers/2/visit", "visits are counted from 1"),
    ] {
        assert_eq!(read_old_with(place, value), invalid(&format!("/document{at}"), what));
    }
    for list in ["finished_topics", "finished_projects"] {
        let mut count = 0;
        let read = read_old(|document| {
            let list = document[list].as_array_mut().unwrap();
            count = list.len();
            list.push(list[0].clone());
        });
        assert_eq!(
            read,
            invalid(&format!("/document/{list}/{count}"), "the same thing is said a second time")
        );
        let missing = read_old(|document| drop(document.as_object_mut().unwrap().remove(list)));
        assert_eq!(missing, invalid("/document", &format!("missing field `{list}`")));
    }
}

#[test]
fn an_older_form_that_does_not_fit_is_refused_where_it_stands_there() {
    for (place, value, at) in [
        ("/start", json!("2027-02-30"), "/start"),
        ("/finished_topics/2/on", json!("soon"), "/finished_topics/2/on"),
        ("/finished_topics/2/topic", json!(3), "/finished_topics/2/topic"),
        ("/finished_projects/0/on", json!(3), "/finished_projects/0/on"),
        ("/answers/1", json!({ "decision": "Assess", "visit": 1 }), "/answers/1"),
        ("/drafts/0", json!({ "field": "start", "text": "", "more": 1 }), "/drafts/0/more"),
        ("/agreed", json!({ "a/b": 1 }), "/agreed"),
    ] {
        let refusal = read_old_with(place, value).unwrap_err();
        let FileRefusal::Invalid { place, what } = refusal else { panic!("{refusal:?}") };
        assert_eq!(place, format!("/document{at}"), "{what}");
        assert!(!what.contains("column"), "{what}");
    }
    let refusal = read(r#"{ "waymark_plan": 1, "exported_on": "2027-01-04" }"#).unwrap_err();
    assert!(matches!(refusal, FileRefusal::Invalid { place, .. } if place == "/"));
}

#[test]
fn an_older_version_has_none_of_what_is_new() {
    for (name, value) in [
        ("earlier_weeks", json!([])),
        ("stretches", json!([])),
        ("most_minutes_a_week", Value::Null),
        ("known_topics", json!([])),
        ("marks", json!([])),
        ("log", json!([{ "on": "2027-01-04", "topic": "numpy", "minutes": 1 }])),
        ("pace", json!("own")),
        ("baseline", Value::Null),
    ] {
        let read = read_old(|document| document[name] = value);
        let what = format!("version 1 has no field `{name}`");
        assert_eq!(read, invalid(&format!("/document/{name}"), &what));
    }
}

#[test]
fn an_older_version_may_have_as_much_as_it_could() {
    let finished = |kind: &str| -> Value {
        (0..20_000).map(|at| json!({ kind: at.to_string(), "on": "2027-01-04" })).collect()
    };
    let read = read_old(|document| {
        document["finished_topics"] = finished("topic");
        document["finished_projects"] = finished("project");
    });
    assert_eq!(read.unwrap().progress.marks().count(), 40_000);
}
