//! What is taken along: calendars that can be imported again and again, tables that are no programs, and checklists.

use std::collections::BTreeMap;
use std::rc::Rc;

use app::{CalendarEntries, Document, Instant, Model, Msg, Outlook, PlanMsg, ProgressMsg, Screen, StepMsg};
use chrono::{Days, Weekday};
use planner::{Date, DateRange, Ending, Item, LogEntry, Week};
use proptest::prelude::*;
use pulldown_cmark::{Event as Markdown, Options, Parser, Tag};
use roadmap::{Minutes, Roadmap};
use takeaway::{Line, write_checklist, write_table};
use testkit::documents::{beginner, date, monday};
use testkit::{golden, opened_page};
use waymark::take_along::{CalendarFile, Plan, calendar, checklist, log_table, plan_table};
use waymark::text::takeaway as words;

use crate::edits::{any_edit, model_with};

fn outlook(model: &Model) -> Option<Outlook> {
    Outlook::of(model.document(), model.roadmap(), model.today()).ok()
}

fn plan<'a>(model: &'a Model, outlook: &'a Outlook) -> Plan<'a> {
    Plan { document: model.document(), roadmap: model.roadmap(), outlook, today: model.today() }
}

/// The calendar of a plan, some minutes after the start of 2027.
fn calendar_of(model: &Model, earlier: &CalendarEntries, minute: u64) -> CalendarFile {
    let outlook = outlook(model).expect("it can be finished");
    calendar(&plan(model, &outlook), earlier, Instant(1_798_761_600_000 + minute * 60_000))
}

/// An event as a calendar holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Event {
    properties: BTreeMap<String, String>,
}

impl Event {
    fn property(&self, name: &str) -> &str {
        self.properties.get(name).map_or("", String::as_str)
    }

    fn on(&self) -> Date {
        let start = self.properties.iter().find(|(name, _)| name.starts_with("DTSTART"));
        let (_, start) = start.expect("it has a start");
        Date::parse_from_str(start.get(..8).unwrap(), "%Y%m%d").unwrap()
    }

    fn is_canceled(&self) -> bool {
        self.property("STATUS") == "CANCELLED"
    }

    fn sequence(&self) -> i32 {
        self.property("SEQUENCE").parse().unwrap()
    }
}

/// The events of a file by their ids: its lines unfolded, alarms left out.
fn read(text: &str) -> BTreeMap<String, Event> {
    let mut events = BTreeMap::new();
    let mut event = BTreeMap::new();
    let mut components = Vec::new();
    for line in text.replace("\r\n ", "").lines() {
        let (name, value) = line.split_once(':').expect("a property");
        match name {
            "BEGIN" => components.push(value.to_owned()),
            "END" => assert_eq!(components.pop().as_deref(), Some(value)),
            _ if components.last().is_some_and(|component| component == "VEVENT") => {
                assert_eq!(event.insert(name.to_owned(), value.to_owned()), None);
            }
            _ => {}
        }
        if line == "END:VEVENT" {
            let event = Event { properties: std::mem::take(&mut event) };
            assert_eq!(events.insert(event.property("UID").to_owned(), event), None, "an id is there twice");
        }
    }
    events
}

/// A calendar that files are imported into.
#[derive(Default)]
struct Imported(BTreeMap<String, Event>);

impl Imported {
    /// Takes in what is new, and what is newer than what is there.
    fn import(&mut self, text: &str) {
        for (id, event) in read(text) {
            let is_newer = self.0.get(&id).is_none_or(|known| known.sequence() < event.sequence());
            assert!(is_newer, "{id} is not newer");
            self.0.insert(id, event);
        }
    }

    /// What is to come and not called off.
    fn ahead(&self, today: Date) -> BTreeMap<String, Event> {
        let ahead = |event: &Event| event.on() >= today && !event.is_canceled();
        self.0
            .iter()
            .filter(|(_, event)| ahead(event))
            .map(|(id, event)| (id.clone(), event.clone()))
            .collect()
    }
}

fn sessions(events: &BTreeMap<String, Event>) -> Vec<Date> {
    events.iter().filter(|(id, _)| id.starts_with("session-")).map(|(_, event)| event.on()).collect()
}

/// A plan with a step of this name after some edits, with sessions at this minute of Tuesdays.
fn edited(edits: Vec<(u64, Msg)>, title: &str, minute: u32) -> Model {
    let mut model = model_with(beginner());
    model.update(PlanMsg::BeginsAt { day: Weekday::Tue, at: Some(Minutes(minute)) });
    model.update(StepMsg::Added { item: Item::Topic("variables".into()), title: title.to_owned() });
    for (_, edit) in edits {
        model.update(edit);
    }
    model
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    /// RFC 5545, 3.1: lines end with CRLF and have at most 75 octets without it; no character is divided.
    #[test]
    fn lines_of_a_calendar_are_short(
        edits in prop::collection::vec(any_edit(), 0..20), title in any::<String>(), minute in 0..1440_u32,
    ) {
        let model = edited(edits, &title, minute);
        prop_assume!(outlook(&model).is_some());
        let text = calendar_of(&model, &CalendarEntries::new(), 0).file.text;
        prop_assert!(text.ends_with("END:VCALENDAR\r\n"));
        for line in text.split_terminator("\r\n") {
            prop_assert!(line.len() <= 75, "{line}");
            prop_assert!(!line.contains(|character: char| character.is_control() && character != '\t'), "{line:?}");
        }
        read(&text);
    }

    /// Whatever happens to the plan: importing a later file leaves exactly its own events of the days to come.
    #[test]
    fn importing_again_leaves_nothing_stale_and_nothing_twice(
        rounds in prop::collection::vec(prop::collection::vec(any_edit(), 0..8), 1..5), skipped in 0..4_usize,
    ) {
        let mut model = model_with(beginner());
        let (mut imported, mut entries) = (Imported::default(), CalendarEntries::new());
        for (round, edits) in rounds.into_iter().enumerate() {
            for (_, edit) in edits {
                model.update(edit);
            }
            prop_assume!(outlook(&model).is_some());
            let made = calendar_of(&model, &entries, round as u64);
            entries = made.entries;
            // Not every file that is downloaded is imported.
            if round == skipped {
                continue;
            }
            imported.import(&made.file.text);
            let of_file: BTreeMap<String, Event> = read(&made.file.text)
                .into_iter()
                .filter(|(_, event)| event.on() >= model.today() && !event.is_canceled())
                .collect();
            prop_assert_eq!(imported.ahead(model.today()), of_file);
        }
    }

    /// Sessions are on the dates with study time, and ends on those of the plan.
    #[test]
    fn the_dates_of_a_calendar_are_those_of_the_plan(
        edits in prop::collection::vec(any_edit(), 0..20), minute in 0..1440_u32,
    ) {
        let model = edited(edits, "Chapter", minute);
        let Some(outlook) = outlook(&model) else { return Ok(()) };
        let events = read(&calendar_of(&model, &CalendarEntries::new(), 0).file.text);
        let ends: Vec<Date> = outlook.work().filter_map(|(_, expected)| expected.finishes()).map(|it| it.p80).collect();
        for (id, event) in &events {
            let on = event.on();
            if id.starts_with("session-") {
                prop_assert_eq!(id, &format!("session-{on}.python@waymark"));
                prop_assert!(outlook.availability.capacity(on) > Minutes::ZERO && on >= model.today());
                let time = outlook.availability.capacity(on);
                prop_assert!(event.property("SUMMARY").starts_with(&words::session(time, None)));
            } else {
                prop_assert!(ends.contains(&on), "{id} on {on}");
            }
        }
        // No session of these weeks is missing before everything is done.
        let last = outlook.forecast.finish().map(|finish| finish.p50.min(outlook.forecast.remaining.as_of + Days::new(49)));
        let from = outlook.forecast.remaining.as_of;
        let dates = last.and_then(|last| DateRange::new(from, last)).into_iter().flat_map(DateRange::dates);
        let planned: Vec<Date> = dates.filter(|on| outlook.availability.capacity(*on) > Minutes::ZERO).collect();
        let found: Vec<Date> = sessions(&events).into_iter().filter(|on| Some(*on) <= last).collect();
        prop_assert_eq!(found, planned);
    }
}

#[test]
fn a_session_says_what_to_do_and_reminds_in_the_morning() {
    let text = calendar_of(&model_with(beginner()), &CalendarEntries::new(), 0).file.text;
    let events = read(&text);
    let first = &events["session-2027-01-04.python@waymark"];
    assert_eq!(first.property("SUMMARY"), "Study 2 h: Your first program");
    assert!(text.contains("BEGIN:VALARM\r\nACTION:DISPLAY\r\n") && text.contains("TRIGGER:PT9H\r\n"));
    assert_eq!(sessions(&events).len(), 8 * 5);
}

#[test]
fn what_is_done_is_no_longer_ahead_even_if_a_file_was_not_imported() {
    let mut model = model_with(beginner());
    let first = calendar_of(&model, &CalendarEntries::new(), 0);
    model.update(ProgressMsg::PhaseFinished { phase: "Basics".into(), on: monday() });
    model.update(Msg::DayCame(date(2027, 1, 12)));
    let second = calendar_of(&model, &first.entries, 1);
    let third = calendar_of(&model, &second.entries, 2);
    let mut imported = Imported::default();
    imported.import(&first.file.text);
    imported.import(&third.file.text);
    let phase = "phase-Basics.python@waymark";
    assert!(!imported.ahead(model.today()).contains_key(phase));
    assert_eq!(imported.0[phase].property("SUMMARY"), words::done("Python Fundamentals"));
}

#[test]
fn a_session_is_at_its_hour_and_in_no_time_zone() {
    let mut model = model_with(beginner());
    let at = |at| PlanMsg::BeginsAt { day: Weekday::Thu, at };
    model.update(at(Some(Minutes(23 * 60))));
    let text = calendar_of(&model, &CalendarEntries::new(), 0).file.text;
    let events = read(&text);
    let thursday = &events["session-2027-01-07.python@waymark"];
    // Two hours, past midnight.
    assert_eq!(thursday.property("DTSTART"), "20270107T230000");
    assert_eq!(thursday.property("DTEND"), "20270108T010000");
    assert_eq!(thursday.property("TRANSP"), "OPAQUE");
    assert_eq!(events["session-2027-01-06.python@waymark"].property("DTSTART;VALUE=DATE"), "20270106");
    assert_eq!(text.matches("TRIGGER:-PT15M\r\n").count(), 8);
    model.update(at(None));
    assert_eq!(*model.document(), beginner());
}

#[test]
fn a_moved_session_is_called_off_where_it_was() {
    let mut model = model_with(beginner());
    let first = calendar_of(&model, &CalendarEntries::new(), 0);
    let (thursday, saturday) = (date(2027, 1, 7), date(2027, 1, 9));
    model.update(PlanMsg::SessionMoved { from: thursday, to: saturday });
    let second = calendar_of(&model, &first.entries, 5);
    let mut imported = Imported::default();
    imported.import(&first.file.text);
    imported.import(&second.file.text);
    let ahead = imported.ahead(monday());
    assert!(!ahead.contains_key("session-2027-01-07.python@waymark"));
    assert!(ahead.contains_key("session-2027-01-09.python@waymark"));
    assert_eq!(ahead.len(), read(&first.file.text).len());
}

/// A plan for a roadmap whose titles mean something to other programs, three times as it goes on.
#[test]
fn the_files_that_other_programs_read() {
    const FOLDER: &str = "tests/data/takeaway";
    let text = include_str!("../data/takeaway/roadmap.json");
    let roadmap = Rc::new(Roadmap::new(serde_json::from_str(text).unwrap()).unwrap());
    let document = Document {
        week: Some(Week::new([90, 0, 60, 0, 0, 0, 0].map(Minutes)).unwrap()),
        start: Some(monday()),
        ..Document::new(roadmap.about().id.clone())
    };
    let mut model = opened_page(roadmap, Some(document.into()), Screen::Plan, monday());
    let first = calendar_of(&model, &CalendarEntries::new(), 0);
    golden::check(&format!("{FOLDER}/1-as-planned.ics"), &first.file.text);

    // A session is moved, another is off, and something is done.
    model.update(PlanMsg::SessionMoved { from: date(2027, 1, 6), to: date(2027, 1, 7) });
    model.update(PlanMsg::Paused(DateRange::new(date(2027, 1, 18), date(2027, 1, 18)).unwrap()));
    let throw = Item::Topic("throw".into());
    model.update(ProgressMsg::Ended { item: throw.clone(), ending: Ending::Finished, on: monday() });
    let entry = LogEntry { building: true, ..LogEntry::new(monday(), throw, Minutes(75)) };
    model.update(ProgressMsg::Logged(entry));
    model.update(PlanMsg::BeginsAt { day: Weekday::Thu, at: Some(Minutes(18 * 60 + 30)) });
    let second = calendar_of(&model, &first.entries, 60);
    golden::check(&format!("{FOLDER}/2-changed.ics"), &second.file.text);

    let outlook = outlook(&model).unwrap();
    let plan = plan(&model, &outlook);
    golden::check(&format!("{FOLDER}/plan.csv"), &plan_table(&plan).text);
    golden::check(&format!("{FOLDER}/log.csv"), &log_table(model.document(), model.roadmap(), monday()).text);
    golden::check(&format!("{FOLDER}/checklist.md"), &checklist(&plan).text);

    // Back to how it was, some days later.
    model.update(Msg::DayCame(date(2027, 1, 9)));
    model.update(PlanMsg::PauseEnded(date(2027, 1, 18)));
    let third = calendar_of(&model, &second.entries, 7200);
    golden::check(&format!("{FOLDER}/3-days-later.ics"), &third.file.text);
}

/// RFC 4180, and no cell that a spreadsheet would run.
#[test]
fn no_cell_begins_a_formula() {
    for begin in ["=", "+", "-", "@", "\t", "\r"] {
        let text = write_table(&[vec![format!("{begin}1+1"), "a \"b\", c".to_owned()]]);
        assert_eq!(
            text,
            format!(
                "\u{feff}{}\r\n",
                match begin {
                    "\r" => "\"'\r1+1\",\"a \"\"b\"\", c\"".to_owned(),
                    begin => format!("'{begin}1+1,\"a \"\"b\"\", c\""),
                }
            )
        );
    }
}

proptest! {
    /// Any texts come back from Markdown as they were, but for their spaces.
    #[test]
    fn a_checklist_has_its_texts_as_they_are(texts in prop::collection::vec(any::<String>(), 0..8), depth in 0..3_usize) {
        let squeeze = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let texts: Vec<String> = texts.iter().map(|text| squeeze(text)).filter(|text| !text.is_empty()).collect();
        let mut lines = vec![Line::Heading(2, "# A | heading #".to_owned())];
        lines.extend(texts.iter().enumerate().map(|(at, text)| Line::Box {
            depth: depth.min(at), is_done: at % 2 == 1, text: text.clone(),
        }));
        let (mut found, mut boxes, mut heading) = (Vec::new(), Vec::new(), String::new());
        let written = write_checklist(&lines);
        for event in Parser::new_ext(&written, Options::ENABLE_TASKLISTS) {
            match event {
                Markdown::TaskListMarker(is_done) => {
                    boxes.push(is_done);
                    found.push(String::new());
                }
                Markdown::Text(text) => found.last_mut().unwrap_or(&mut heading).push_str(&text),
                Markdown::Start(Tag::Item | Tag::List(_) | Tag::Heading { .. } | Tag::Paragraph) | Markdown::End(_) => {}
                other => prop_assert!(false, "{other:?} in {written}"),
            }
        }
        prop_assert_eq!(heading, "# A | heading #");
        prop_assert_eq!(found, texts);
        prop_assert_eq!(boxes, (0..lines.len() - 1).map(|at| at % 2 == 1).collect::<Vec<_>>());
    }
}
