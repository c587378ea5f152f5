//! The plan for other programs: each file is downloaded, and a calendar remembers what the one before it had.

use browser_tests::{Key, Person, in_each_browser, in_each_engine};
use serde_json::json;
use waymark::text::{frame, takeaway as words};

use crate::learner;

/// A session of the first week.
const WEDNESDAY: &str = "UID:session-2055-01-06.python@waymark\r\n";

async fn goes_to_the_files(person: &Person) {
    person.picks(frame::MENU, frame::KEEP).await;
    person.sees("heading", words::TITLE).await;
}

/// Downloads a file by its button, and returns its text.
async fn takes(person: &Person, button: &str, name: &str, ending: &str) -> String {
    person.click("button", button).await;
    let file = person.downloaded().await;
    let today = learner::today(person).await;
    assert_eq!(file.name, format!("waymark-{name}-{today}.{ending}"));
    person.reads(frame::handed_out(&file.name)).await;
    person.click("button", frame::DISMISS).await;
    String::from_utf8(file.bytes).expect("it is text")
}

/// The event with this line.
fn event<'a>(calendar: &'a str, line: &str) -> &'a str {
    let event = calendar.split("BEGIN:VEVENT\r\n").find(|event| event.starts_with(line));
    event.unwrap_or_else(|| panic!("{line} is not in {calendar}"))
}

#[test]
fn the_plan_is_taken_along_in_four_kinds_of_files() {
    in_each_engine(async |person| {
        let mut document = learner::one_path();
        document["log"] = json!([{ "on": "2026-01-05", "topic": "variables", "minutes": 90 }]);
        learner::opens_plan(&person, document).await;
        goes_to_the_files(&person).await;

        let calendar = takes(&person, words::CALENDAR, "calendar", "ics").await;
        assert!(calendar.starts_with("BEGIN:VCALENDAR\r\n") && calendar.ends_with("END:VCALENDAR\r\n"));
        assert!(event(&calendar, WEDNESDAY).contains("DTSTART;VALUE=DATE:20550106\r\n"));

        let table = takes(&person, words::TABLE, "table", "csv").await;
        assert!(table.starts_with(&format!("\u{feff}{}\r\n", words::PLAN_COLUMNS.join(","))));
        let log = takes(&person, words::LOG, "log", "csv").await;
        assert!(log.ends_with("2026-01-05,Variables,Learning,90\r\n"), "{log}");
        let checklist = takes(&person, words::CHECKLIST, "checklist", "md").await;
        assert!(checklist.contains("\n- [ ] Variables (likely done by "), "{checklist}");
    });
}

#[test]
fn a_session_is_at_the_hour_that_one_gives() {
    in_each_browser(async |person| {
        learner::opens_plan(&person, learner::one_path()).await;
        goes_to_the_files(&person).await;
        person.click("button", words::BEGINS).await;
        person.presses(Key::Tab).await;
        person.types("0630PM").await;
        person.reads(frame::SAVED).await;
        let calendar = takes(&person, words::CALENDAR, "calendar", "ics").await;
        let monday = event(&calendar, "UID:session-2055-01-04.python@waymark\r\n");
        assert!(monday.contains("DTSTART:20550104T183000\r\nDTEND:20550104T203000\r\n"), "{monday}");
        assert!(event(&calendar, WEDNESDAY).contains("DTSTART;VALUE=DATE:20550106\r\n"));
    });
}

#[test]
fn a_calendar_calls_off_what_an_earlier_one_had() {
    in_each_browser(async |person| {
        learner::opens_plan(&person, learner::one_path()).await;
        goes_to_the_files(&person).await;
        let log = person.sees("button", words::LOG).await;
        assert!(log.disabled, "nothing is logged yet");
        let first = takes(&person, words::CALENDAR, "calendar", "ics").await;
        assert!(event(&first, WEDNESDAY).contains("STATUS:CONFIRMED\r\n"));
        assert!(!first.contains("STATUS:CANCELLED"));
        person.reads(frame::SAVED).await;
        person.restarts_the_browser().await;

        let mut document = learner::one_path();
        document["time_off"] = json!([{ "from": "2055-01-06", "to": "2055-01-06" }]);
        goes_to_the_files(&person).await;
        learner::opens_another_plan(&person, document).await;
        goes_to_the_files(&person).await;
        let second = takes(&person, words::CALENDAR, "calendar", "ics").await;
        let called_off = event(&second, WEDNESDAY);
        assert!(called_off.contains("STATUS:CANCELLED\r\n") && called_off.contains(words::CALLED_OFF));
        assert!(called_off.contains("DTSTART;VALUE=DATE:20550106\r\n"));
    });
}
