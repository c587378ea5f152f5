//! The study log: entries by date and week, changed in place, and proposed for today.

use std::rc::Rc;

use app::form::{Field, LEARNING, PRACTICE, Refusal};
use app::{
    Change, Effect, FocusTarget, HistoryMsg, LoadedRoadmap, Model, Msg, NavigationMsg, PlanMsg, ProgressMsg,
    Screen, Start,
};
use planner::{Date, Item, Log, LogByWeek, LogEntry, LogWeek};
use proptest::prelude::*;
use roadmap::{Minutes, shipped_roadmap};
use testkit::documents::{beginner, date};
use testkit::generated::any_document;
use testkit::opened_page;

fn entry(on: Date, topic: &str, minutes: u32) -> LogEntry {
    LogEntry::new(on, Item::Topic(topic.into()), Minutes(minutes))
}

fn log_of(entries: impl IntoIterator<Item = LogEntry>) -> Log {
    let mut log = Log::default();
    for entry in entries {
        log.add(entry);
    }
    log
}

/// The progress screen on a Monday in March, with three entries; in the log the one on NumPy comes first.
fn page() -> Model {
    let mut document = beginner();
    document.progress.log = log_of([
        entry(date(2027, 3, 1), "pandas", 60),
        entry(date(2027, 2, 20), "numpy", 30),
        entry(date(2027, 3, 1), "sql", 90),
    ]);
    opened_page(Rc::new(shipped_roadmap()), Some(document.into()), Screen::Progress, date(2027, 3, 8))
}

fn types(model: &mut Model, field: Field, text: &str) {
    model.update(PlanMsg::Typed { field, text: text.to_owned() });
}

fn text(model: &Model, field: Field) -> String {
    model.entry(field, |date| date.to_string())
}

fn entries(model: &Model) -> Vec<LogEntry> {
    model.document().progress.log.entries().to_vec()
}

fn focused(effects: &[Effect]) -> Option<FocusTarget> {
    effects.iter().find_map(|effect| match effect {
        Effect::Focus(target) => Some(target.clone()),
        _ => None,
    })
}

#[test]
fn entries_are_in_order_of_date_however_they_were_added() {
    let (early, late) = (entry(date(2027, 2, 20), "numpy", 30), entry(date(2027, 3, 1), "pandas", 60));
    let later_that_day = entry(date(2027, 3, 1), "sql", 90);
    let log = log_of([late.clone(), early.clone(), later_that_day.clone()]);
    assert_eq!(log.entries(), [early, late, later_that_day]);
}

#[test]
fn weeks_and_months_have_their_sums_and_older_weeks_are_cut_at_the_ends_of_their_month() {
    let days = [(11, 30), (12, 3), (12, 9), (12, 16), (12, 31)];
    let mut all: Vec<LogEntry> =
        days.into_iter().map(|(month, day)| entry(date(2026, month, day), "numpy", 60)).collect();
    all.push(entry(date(2027, 1, 1), "numpy", 90));
    all.push(entry(date(2027, 1, 1), "pandas", 15));
    let by_week = LogByWeek::of(&log_of(all), 2);
    let week = |from, to, entries: &[usize], time| LogWeek {
        from,
        to,
        entries: entries.to_vec(),
        time: Minutes(time),
    };
    // The latest weeks are whole, also across the year.
    assert_eq!(
        by_week.latest,
        [
            week(date(2026, 12, 28), date(2027, 1, 3), &[6, 5, 4], 165),
            week(date(2026, 12, 14), date(2026, 12, 20), &[3], 60),
        ]
    );
    let [december, november] = by_week.earlier.as_slice() else { panic!("{:?}", by_week.earlier) };
    assert_eq!(
        (december.first, december.time, december.whole_time),
        (date(2026, 12, 1), Minutes(120), Minutes(240))
    );
    assert_eq!(
        december.weeks,
        [
            week(date(2026, 12, 7), date(2026, 12, 13), &[2], 60),
            week(date(2026, 12, 1), date(2026, 12, 6), &[1], 60),
        ]
    );
    assert_eq!((november.time, november.whole_time), (Minutes(60), Minutes(60)));
    assert_eq!(november.weeks, [week(date(2026, 11, 30), date(2026, 11, 30), &[0], 60)]);
}

proptest! {
    #[test]
    fn every_entry_is_in_one_week_and_all_sums_add_up(document in any_document(), latest in 0..4_usize) {
        let log = &document.progress.log;
        let LogByWeek { latest, earlier } = LogByWeek::of(log, latest);
        let weeks: Vec<&LogWeek> = latest.iter().chain(earlier.iter().flat_map(|month| &month.weeks)).collect();
        let indices: Vec<usize> = weeks.iter().flat_map(|week| week.entries.iter().copied()).collect();
        prop_assert_eq!(indices, (0..log.entries().len()).rev().collect::<Vec<_>>());
        for week in &weeks {
            let inside = week.entries.iter().map(|&at| &log.entries()[at]);
            prop_assert!(inside.clone().all(|entry| (week.from..=week.to).contains(&entry.on)));
            prop_assert_eq!(week.time, inside.map(|entry| entry.minutes).sum());
        }
        for month in &earlier {
            prop_assert_eq!(month.time, month.weeks.iter().map(|week| week.time).sum());
        }
    }
}

#[test]
fn an_entry_is_changed_in_place_and_the_change_is_undone() {
    let mut model = page();
    let before = entries(&model);
    let effects = model.update(ProgressMsg::LogEditBegun(0));
    assert_eq!(focused(&effects), Some(FocusTarget::Field(Field::EditDate)));
    let fields = [Field::EditDate, Field::EditItem, Field::EditTime];
    assert_eq!(fields.map(|field| text(&model, field)), ["2027-02-20", "topic/numpy", "0.5"]);
    types(&mut model, Field::EditDate, "5 March 2027");
    types(&mut model, Field::EditItem, "topic/functions");
    types(&mut model, Field::EditTime, "45 min");
    assert_eq!(entries(&model), before, "nothing changes before it is saved");
    let effects = model.update(ProgressMsg::LogEditSaved);
    assert_eq!(entries(&model)[2], entry(date(2027, 3, 5), "functions", 45));
    assert_eq!(entries(&model)[..2], before[1..]);
    assert_eq!(model.document().progress.log.on(&Item::Topic("numpy".into())), Minutes::ZERO);
    assert!(effects.contains(&Effect::Save));
    assert_eq!(focused(&effects), Some(FocusTarget::LogEntry(2)), "where the entry is now");
    assert_eq!(model.log_edit(), None);
    assert_eq!(model.history().past().last().unwrap().change, Change::LogEntryChanged);
    model.update(HistoryMsg::Undone);
    assert_eq!(entries(&model), before);
    model.update(HistoryMsg::Redone);
    assert_eq!(entries(&model)[2].minutes, Minutes(45));
}

#[test]
fn practice_is_what_the_learner_says_and_otherwise_the_work_on_projects() {
    let mut model = page();
    let log = |model: &mut Model, item: &str, kind: Option<&str>| {
        types(model, Field::LogItem, item);
        types(model, Field::LogTime, "1");
        if let Some(kind) = kind {
            types(model, Field::LogKind, kind);
        }
        model.update(ProgressMsg::TimeLogged);
        entries(model).last().unwrap().building
    };
    assert!(!log(&mut model, "topic/numpy", None));
    assert!(log(&mut model, "topic/numpy", Some(PRACTICE)));
    assert!(!log(&mut model, "topic/numpy", None), "it was said of one entry");
    assert!(log(&mut model, "project/sales-dashboard", None));
    assert!(!log(&mut model, "project/sales-dashboard", Some(LEARNING)));
    let shares = model.document().progress.log.shares();
    assert_eq!((shares.learning, shares.building), (Minutes::hours(6), Minutes::hours(2)));

    // Changing the item of an entry that is what its item makes it changes that, too.
    model.update(ProgressMsg::LogEditBegun(0));
    types(&mut model, Field::EditItem, "project/sales-dashboard");
    model.update(ProgressMsg::LogEditSaved);
    assert!(entries(&model)[0].building);
    model.update(ProgressMsg::LogEditBegun(0));
    types(&mut model, Field::EditKind, LEARNING);
    model.update(ProgressMsg::LogEditSaved);
    assert!(!entries(&model)[0].building);
}

#[test]
fn an_entry_whose_date_stays_keeps_its_place_in_the_day() {
    let mut model = page();
    model.update(ProgressMsg::LogEditBegun(1));
    types(&mut model, Field::EditTime, "2");
    model.update(ProgressMsg::LogEditSaved);
    assert_eq!(entries(&model)[1], entry(date(2027, 3, 1), "pandas", 120));
}

#[test]
fn a_change_that_cannot_be_says_why_and_keeps_what_was_typed() {
    let mut model = page();
    let before = model.document().clone();
    model.update(ProgressMsg::LogEditBegun(1));
    types(&mut model, Field::EditDate, "9 March 2027");
    types(&mut model, Field::EditItem, "");
    types(&mut model, Field::EditTime, "a while");
    let shown = |model: &Model| {
        let errors = model.log_edit().unwrap().shown_errors(model.today());
        errors.into_iter().map(|error| (error.field, error.why)).collect::<Vec<_>>()
    };
    assert_eq!(shown(&model), []);
    let effects = model.update(ProgressMsg::LogEditSaved);
    assert_eq!(focused(&effects), Some(FocusTarget::Field(Field::EditDate)), "the first wrong field");
    let to_come = Refusal::StillToCome(date(2027, 3, 8));
    assert_eq!(
        shown(&model),
        [
            (Field::EditDate, to_come),
            (Field::EditItem, Refusal::NothingChosen),
            (Field::EditTime, Refusal::NotHours)
        ]
    );
    assert!(!model.shows_errors(), "the form of a new entry is not touched");
    types(&mut model, Field::EditDate, "8 March 2027");
    assert_eq!(shown(&model).len(), 2);
    assert_eq!(*model.document(), before);
    let effects = model.update(ProgressMsg::LogEditLeft);
    assert_eq!(focused(&effects), Some(FocusTarget::LogEntry(1)));
    assert_eq!((model.log_edit(), model.document()), (None, &before));
}

#[test]
fn an_entry_after_today_keeps_its_date_while_its_time_is_changed() {
    let mut model = page();
    model.update(Msg::DayCame(date(2027, 2, 1)));
    model.update(ProgressMsg::LogEditBegun(1));
    types(&mut model, Field::EditTime, "2");
    model.update(ProgressMsg::LogEditSaved);
    assert_eq!(entries(&model)[1], entry(date(2027, 3, 1), "pandas", 120));
}

#[test]
fn the_entry_that_is_being_changed_is_found_again_or_left_alone() {
    let mut model = page();
    model.update(ProgressMsg::LogEditBegun(2));
    types(&mut model, Field::EditTime, "2");
    model.update(ProgressMsg::LogEntryRemoved(0));
    model.update(ProgressMsg::LogEditSaved);
    assert_eq!(entries(&model)[1], entry(date(2027, 3, 1), "sql", 120));

    model.update(ProgressMsg::LogEditBegun(1));
    model.update(ProgressMsg::LogEntryRemoved(1));
    let before = entries(&model);
    model.update(ProgressMsg::LogEditSaved);
    assert_eq!(entries(&model), before, "another entry is not changed in its place");
}

#[test]
fn each_visit_proposes_today_and_what_is_typed_stays_during_the_visit() {
    let mut model = page();
    types(&mut model, Field::LogDate, "1 March 2027");
    types(&mut model, Field::LogItem, "topic/numpy");
    model.update(ProgressMsg::LogEntryRemoved(0));
    model.update(NavigationMsg::AddressChanged(Screen::Progress));
    assert_eq!(text(&model, Field::LogDate), "1 March 2027", "still the same visit");
    model.update(NavigationMsg::AddressChanged(Screen::Plan));
    let effects = model.update(NavigationMsg::AddressChanged(Screen::Progress));
    assert_eq!(text(&model, Field::LogDate), "2027-03-08");
    assert!(effects.contains(&Effect::Save), "other windows learn of it");
    assert_eq!(model.history().past().len(), 2, "typing the item, and the removal");
    assert_eq!(text(&model, Field::LogItem), "topic/numpy");
}

#[test]
fn a_new_day_is_proposed_unless_an_entry_is_about_to_be_logged() {
    let mut model = page();
    types(&mut model, Field::LogDate, "1 March 2027");
    model.update(Msg::DayCame(date(2027, 3, 8)));
    assert_eq!(text(&model, Field::LogDate), "1 March 2027", "the same day");
    model.update(Msg::DayCame(date(2027, 3, 10)));
    assert_eq!(text(&model, Field::LogDate), "2027-03-10");

    // Nobody would notice that the date changed between filling in the form and sending it.
    types(&mut model, Field::LogDate, "1 March 2027");
    types(&mut model, Field::LogItem, "topic/numpy");
    types(&mut model, Field::LogTime, "1");
    model.update(Msg::DayCame(date(2027, 3, 11)));
    model.update(ProgressMsg::TimeLogged);
    assert_eq!(entries(&model).last(), Some(&entry(date(2027, 3, 1), "numpy", 60)));
}

#[test]
fn a_page_opened_on_another_day_proposes_today() {
    let mut model = page();
    types(&mut model, Field::LogDate, "1 March 2027");
    let opened_on = |today: Date| {
        let roadmap = Rc::new(shipped_roadmap());
        let loaded = LoadedRoadmap {
            saved: Some(model.saved_state()),
            saved_at: date(2027, 3, 8).and_hms_opt(12, 0, 0),
            ..LoadedRoadmap::empty(roadmap.clone())
        };
        let library = app::Library { shipped: roadmap, own: Vec::new() };
        let (screen, plan_inside) = (Screen::Progress, None);
        Model::start(Start { loaded, library, plan_inside, screen, clock: today }).0
    };
    assert_eq!(text(&opened_on(date(2027, 3, 8)), Field::LogDate), "1 March 2027");
    assert_eq!(text(&opened_on(date(2027, 3, 9)), Field::LogDate), "2027-03-09");
}
