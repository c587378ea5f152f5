//! Plan files: an export opens again as the same document, a file of version 1 opens, and anything else is
//! refused with a reason and a location.

use std::sync::LazyLock;

use app::form::Field;
use app::{Document, FileFault, FileRefusal, Outlook};
use chrono::{Datelike, TimeDelta};
use planner::{Baseline, Ending, Item, LogEntry, PaceChoice, Turn, Week};
use proptest::prelude::*;
use roadmap::{Minutes, Roadmap, shipped_roadmap};
use serde_json::{Value, json};
use storage::{MOST_BYTES, export_plan, read_plan_file};

use testkit::documents::{beginner, date, everything, everything_of_version_1, monday, two_paths};
use testkit::generated::any_document;

static ROADMAP: LazyLock<Roadmap> = LazyLock::new(shipped_roadmap);

/// The text of a document's plan file, made on [`monday`].
fn exported_text(document: &Document) -> String {
    export_plan(document, &ROADMAP, monday()).text
}

fn read(bytes: impl AsRef<[u8]>) -> Result<Document, FileRefusal> {
    read_plan_file(bytes.as_ref(), &ROADMAP)
}

/// Reads a plan file after a change.
fn read_changed(change: impl FnOnce(&mut Value)) -> Result<Document, FileRefusal> {
    let mut file: Value = serde_json::from_str(&exported_text(&everything())).unwrap();
    change(&mut file);
    read(file.to_string())
}

/// Reads a plan file in which the value at a JSON Pointer in the document was replaced.
fn read_with(place: &str, value: Value) -> Result<Document, FileRefusal> {
    read_changed(|file| *file["document"].pointer_mut(place).unwrap() = value)
}

fn invalid(pointer: &str, fault: FileFault) -> Result<Document, FileRefusal> {
    Err(FileRefusal::Invalid { pointer: pointer.to_owned(), fault })
}

proptest! {
    #[test]
    fn what_is_exported_opens_again(document in any_document()) {
        prop_assert_eq!(read(exported_text(&document)), Ok(document));
    }

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
        let _ = read(bytes);
    }
}

#[test]
fn a_finished_plan_opens_again() {
    assert_eq!(read(exported_text(&two_paths())), Ok(two_paths()));
    assert_eq!(read(exported_text(&everything())), Ok(everything()));
}

#[test]
fn a_plan_with_the_longest_log_opens_again() {
    let mut document = everything();
    let longest = Item::Project("recommendation-systems".into());
    let entry = LogEntry::new(monday(), longest, Minutes(1_440));
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
fn no_flipped_bit_in_a_file_makes_the_reader_panic() {
    let text = exported_text(&everything());
    let end_of_what_is_read = text.find("\n  \"plan\"").unwrap();
    for at in 0..end_of_what_is_read {
        let mut flipped = text.clone().into_bytes();
        flipped[at] ^= 1 << (at % 8);
        // The result may be valid: a flipped bit in a name only changes the name.
        let _ = read(flipped);
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
fn a_newer_file_is_recognized_whatever_else_it_holds() {
    assert_eq!(read(r#"{ "waymark_plan": 2 }"#), Err(FileRefusal::Newer { version: 2 }));
    let absurd = format!(r#"{{ "waymark_plan": {} }}"#, u64::MAX);
    assert_eq!(read(absurd), Err(FileRefusal::Newer { version: u32::MAX }));
    for version in [json!(0), json!(-1), json!(1.5), json!("1"), json!(null)] {
        let file = json!({ "waymark_plan": version });
        assert_eq!(read(file.to_string()), invalid("/waymark_plan", FileFault::NoSuchVersion));
    }
}

#[test]
fn a_plan_for_another_roadmap_is_recognized_before_the_rest_is_read() {
    let other = Err(FileRefusal::UnknownRoadmap("knitting".into()));
    assert_eq!(read_with("/roadmap", json!("knitting")), other);
    let file = json!({ "waymark_plan": 1, "document": { "roadmap": "knitting", "yarn": 3 } });
    assert_eq!(read(file.to_string()), other);
}

#[test]
fn only_the_document_of_a_file_is_needed() {
    let read = read_changed(|file| {
        let file = file.as_object_mut().unwrap();
        file.retain(|field, _| field == "waymark_plan" || field == "document");
        assert_eq!(file.len(), 2);
    });
    assert_eq!(read, Ok(everything()));
    let read = read_changed(|file| drop(file.as_object_mut().unwrap().remove("document")));
    assert!(matches!(read, Err(FileRefusal::Invalid { .. })), "{read:?}");
}

#[test]
fn what_is_computed_is_not_read() {
    for computed in [json!(null), json!(["anything"]), json!({ "phases": 3 })] {
        let read = read_changed(|file| {
            file["plan"] = computed.clone();
            file["exported_on"] = computed.clone();
            file["computed_by"] = computed.clone();
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
    for (from, to, at) in [
        ("\"agreed\"", "\"agrees\"", "/agrees"),
        ("\"start\": \"2027-01-04\"", "\"start\": \"2027-02-30\"", "/start"),
        ("\"start\": \"2027-01-04\"", "\"start\": \"soon\"", "/start"),
        ("\"start\": \"2027-01-04\"", "\"start\": 5", "/start"),
        ("\"agreed\": [],", "", ""),
        ("\"agreed\": [],", "\"agreed\": [], \"agreed\": [],", ""),
        ("\"visit\": 1", "\"visit\": -1", "/answers/0/visit"),
        ("\"visit\": 1", "\"visit\": 1, \"a~b/c\": 1", "/answers/0/a~0b~1c"),
        ("120,", "", "/week_minutes"),
        ("\"pace\": \"own\"", "\"pace\": \"mine\"", "/pace"),
        ("\"log\": [],", "", ""),
        (
            "\"log\": [],",
            "\"log\": [{ \"on\": \"2027-01-04\", \"topic\": \"numpy\", \"minutes\": 1.5 }],",
            "/log/0/minutes",
        ),
        ("\"marks\": [],", "\"marks\": [], \"finished_topics\": [],", "/finished_topics"),
        ("\"baseline\": null", "\"baseline\": []", "/baseline"),
    ] {
        let refusal = changed(from, to).unwrap_err();
        let FileRefusal::Invalid { pointer, fault: FileFault::Misfit(words) } = refusal else {
            panic!("{refusal:?}")
        };
        assert_eq!(pointer, format!("/document{at}"), "{from} became {to}: {words}");
        assert!(!words.contains("at line"), "{words}");
    }
}

#[test]
fn values_that_are_not_allowed_are_refused_with_their_place() {
    for (place, value, at, fault) in [
        ("/answers/2/visit", json!(0), "/answers/2/visit", FileFault::VisitZero),
        ("/week_minutes", json!([0, 1440, 1441, 0, 0, 0, 9999]), "/week_minutes/2", FileFault::OverADay),
        ("/time_off/1/to", json!("2027-03-31"), "/time_off/1", FileFault::EndsBeforeStart),
        ("/stretches/0/to", json!("2027-05-31"), "/stretches/0", FileFault::EndsBeforeStart),
        ("/stretches/1/week_minutes/6", json!(1441), "/stretches/1/week_minutes/6", FileFault::OverADay),
        (
            "/earlier_weeks/0/week_minutes/0",
            json!(1441),
            "/earlier_weeks/0/week_minutes/0",
            FileFault::OverADay,
        ),
        ("/earlier_weeks/1/until", json!("2027-01-31"), "/earlier_weeks/1/until", FileFault::NotAscending),
        (
            "/most_minutes_a_week",
            json!(0),
            "/most_minutes_a_week",
            FileFault::MinutesOutOfRange { most: 10_080 },
        ),
        (
            "/most_minutes_a_week",
            json!(10_081),
            "/most_minutes_a_week",
            FileFault::MinutesOutOfRange { most: 10_080 },
        ),
        ("/log/2/minutes", json!(0), "/log/2/minutes", FileFault::MinutesOutOfRange { most: 1_440 }),
        ("/log/2/minutes", json!(1441), "/log/2/minutes", FileFault::MinutesOutOfRange { most: 1_440 }),
        (
            "/marks/0",
            json!({ "topic": "a", "started": null, "finished": null, "skipped": null }),
            "/marks/0",
            FileFault::NothingMarked,
        ),
        (
            "/marks/0",
            json!({ "topic": "a", "started": null, "finished": "2027-01-04", "skipped": "2027-01-04" }),
            "/marks/0",
            FileFault::EndedTwice,
        ),
    ] {
        assert_eq!(read_with(place, value), invalid(&format!("/document{at}"), fault));
    }
}

#[test]
fn a_mark_a_log_entry_and_a_frozen_date_are_about_exactly_one_item() {
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
        let fault = FileFault::NotOneOf(or, "project");
        assert_eq!(read_with(place, value), invalid(&format!("/document{place}"), fault));
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
            let refused =
                invalid(&format!("/document{place}"), FileFault::YearOutOfRange { first: 2000, last: 2199 });
            assert_eq!(read_with(place, json!(day)), refused, "{place} {day}");
        }
    }
    // A frozen date may be as late as the horizon of a plan.
    let frozen = "/baseline/finishes/0/on";
    assert!(read_with(frozen, json!("2240-12-31")).is_ok());
    for day in ["1999-12-31", "2241-01-01"] {
        let refused =
            invalid(&format!("/document{frozen}"), FileFault::YearOutOfRange { first: 2000, last: 2240 });
        assert_eq!(read_with(frozen, json!(day)), refused);
    }
}

#[test]
fn the_latest_possible_baseline_opens_again() {
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
fn limits_are_named_where_they_are_exceeded() {
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
        let refused = invalid(&format!("/document{place}"), FileFault::TooMany { limit });
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
        let refused = invalid(&format!("/document{place}"), FileFault::TooLong { limit: 1_000 });
        assert_eq!(read_with(place, json!("é".repeat(1_001))), refused);
    }
}

#[test]
fn repeated_entries_are_refused() {
    for list in ["/answers", "/projects", "/known_topics", "/marks", "/baseline/finishes", "/drafts"] {
        let mut count = 0;
        let read = read_changed(|file| {
            let list = file["document"].pointer_mut(list).unwrap().as_array_mut().unwrap();
            count = list.len();
            list.push(list[0].clone());
        });
        assert_eq!(read, invalid(&format!("/document{list}/{count}"), FileFault::Repeated));
    }
    // A project with the id of a topic is another item, and a log entry may occur twice.
    let read = read_changed(|file| {
        let document = &mut file["document"];
        let project = json!({ "project": "numpy", "finished": "2027-01-04" });
        document["marks"].as_array_mut().unwrap().push(project);
        let note = document["log"][0].clone();
        document["log"].as_array_mut().unwrap().push(note);
    });
    assert_eq!(read.unwrap().progress.log.on(&Item::Topic("numpy".into())), Minutes(680));
}

#[test]
fn ids_unknown_to_the_roadmap_are_kept() {
    let mut document = two_paths();
    document.answers.give(Turn { decision: "Gone".into(), visit: 3 }, "an-old-answer");
    document.answers.give(Turn::first("Assess".into()), "an-answer-that-is-gone");
    document.projects.choose("gone".into(), true);
    document.progress.end(Item::Topic("gone".into()), Ending::Finished, monday());
    document.progress.end(Item::Project("gone".into()), Ending::Skipped, monday());
    document.known.insert("gone too".into());
    assert_eq!(read(exported_text(&document)), Ok(document));
}

#[test]
fn drafts_of_unknown_fields_are_dropped() {
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
        "log/date",
        "log/item",
        "log/time",
        "log/kind",
        "log-edit/date",
        "log-edit/item",
        "log-edit/time",
        "log-edit/kind",
        "log",
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
            (Field::LogDate, "log/date"),
            (Field::LogItem, "log/item"),
            (Field::LogTime, "log/time"),
            (Field::LogKind, "log/kind"),
            (Field::EditDate, "log-edit/date"),
            (Field::EditItem, "log-edit/item"),
            (Field::EditTime, "log-edit/time"),
            (Field::EditKind, "log-edit/kind"),
        ]
    );
}

/// A plan file that version 1 exported. It is never edited; see the README beside it.
const OF_VERSION_1: &str = include_str!("../data/saved/v1-plan.json");

#[test]
fn a_plan_exported_by_version_1_opens() {
    let document = read(OF_VERSION_1).unwrap();
    // Spelled out, because the sample documents change with the program.
    assert_eq!(document.answers.iter().count(), 7);
    assert_eq!((document.start, document.target), (Some(date(2027, 1, 4)), Some(date(2028, 6, 30))));
    assert_eq!((document.earlier_weeks.len(), document.time_off.len(), document.stretches.len()), (2, 2, 2));
    assert_eq!((document.known.len(), document.progress.marks().count()), (2, 8));
    assert_eq!((document.progress.log.entries().len(), document.drafts.len()), (4, 10));
    assert_eq!(document.drafts[&Field::Hours(5)], "1,5 or so");
    assert_eq!(document, everything_of_version_1());
}
