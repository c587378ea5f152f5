//! What Today rests on: sessions that move, breaks, the time to log, and the way to being job-ready.

use std::rc::Rc;

use app::{Aim, Document, Model, Outlook, PlanMsg, ProgressMsg, Screen};
use chrono::Days;
use planner::{Date, DateRange, Item, LogEntry, Week};
use proptest::prelude::*;
use roadmap::{Minutes, shipped_roadmap};
use testkit::documents::{beginner, date, monday, two_paths};
use testkit::opened_page;

fn model(document: Document, today: Date) -> Model {
    opened_page(Rc::new(shipped_roadmap()), Some(document.into()), Screen::Home, today)
}

fn study(model: &Model, from: Date, days: u64) -> Minutes {
    let life = model.document().availability(model.roadmap());
    life.between(from, from + Days::new(days - 1))
}

proptest! {
    /// Not Thursday, Friday this week: the weeks have as much study time as before, and nothing else changes.
    #[test]
    fn moved_sessions_keep_the_study_time(
        minutes in prop::array::uniform7(0..300_u32),
        moves in prop::collection::vec((0..21_u64, 0..21_u64), 0..6),
    ) {
        prop_assume!(minutes.iter().any(|minutes| *minutes > 0));
        let week = Week::new(minutes.map(Minutes)).unwrap();
        let mut model = model(Document { week: Some(week), ..beginner() }, monday());
        let before = study(&model, monday(), 21);
        for (from, to) in moves {
            let [from, to] = [from, to].map(|day| monday() + Days::new(day));
            let left = study(&model, from, 1) + study(&model, to, 1);
            // More than a day has hours cannot be moved to it.
            prop_assume!(from == to || left <= Minutes::DAY);
            model.update(PlanMsg::SessionMoved { from, to });
        }
        prop_assert_eq!(study(&model, monday(), 21), before);
        prop_assert_eq!(model.document().week, Some(week));
        prop_assert_eq!(study(&model, monday() + Days::new(21), 70), Document { week: Some(week), ..beginner() }
            .availability(model.roadmap()).between(monday() + Days::new(21), monday() + Days::new(90)));
    }
}

#[test]
fn a_session_is_not_moved_to_a_day_off() {
    let friday = date(2027, 1, 8);
    let document = Document { time_off: vec![DateRange::new(friday, friday).unwrap()], ..beginner() };
    let mut model = model(document.clone(), monday());
    model.update(PlanMsg::SessionMoved { from: date(2027, 1, 7), to: friday });
    assert_eq!(*model.document(), document);
}

#[test]
fn a_pause_ends_when_the_learner_goes_on_and_what_was_off_stays_off() {
    let mut model = model(beginner(), monday());
    let usual = model.document().availability(model.roadmap());
    model.update(PlanMsg::Paused(DateRange::new(date(2027, 1, 11), date(2027, 2, 7)).unwrap()));
    assert_eq!(study(&model, date(2027, 1, 11), 28), Minutes::ZERO);
    model.update(PlanMsg::PauseEnded(date(2027, 1, 25)));
    assert_eq!(study(&model, date(2027, 1, 11), 14), Minutes::ZERO);
    assert_eq!(study(&model, date(2027, 1, 25), 70), usual.between(date(2027, 1, 25), date(2027, 4, 4)));
    // On its first day nothing of it is left.
    model.update(PlanMsg::Paused(DateRange::new(date(2027, 3, 1), date(2027, 3, 7)).unwrap()));
    model.update(PlanMsg::PauseEnded(date(2027, 3, 1)));
    assert_eq!(study(&model, date(2027, 3, 1), 7), usual.between(date(2027, 3, 1), date(2027, 3, 7)));
}

#[test]
fn the_time_to_log_is_what_is_left_of_today_or_the_next_session() {
    let mut model = model(beginner(), monday());
    // Two hours on each day from Monday to Friday.
    assert_eq!(model.time_to_log(), Minutes(120));
    let entry = |minutes: u32| LogEntry::new(monday(), Item::Topic("variables".into()), Minutes(minutes));
    model.update(ProgressMsg::Logged(entry(50)));
    assert_eq!(model.time_to_log(), Minutes(70));
    model.update(ProgressMsg::Logged(entry(70)));
    assert_eq!(model.time_to_log(), Minutes(120));
    // On a Saturday the next session is Monday's.
    model.update(app::Msg::DayCame(date(2027, 1, 9)));
    assert_eq!(model.time_to_log(), Minutes(120));
}

/// Being ready for a job is the end of the phases of the next path: the same dates as those of its last phase.
#[test]
fn the_outlook_to_job_ready_ends_with_the_phases_of_the_path() {
    for document in [beginner(), two_paths()] {
        let model = model(Document { aim: Aim::JobReady, ..document }, monday());
        let (all, ready) = (model.outlook().unwrap(), model.outlook_to_aim().unwrap());
        let path = all
            .plan
            .paths(model.roadmap())
            .map(|path| path.id.clone())
            .find(|path| all.forecast.path_finish(path).is_some());
        assert_eq!(ready.forecast.finish(), all.forecast.path_finish(&path.unwrap()));
        assert!(ready.forecast.finish().unwrap().p80 < all.forecast.finish().unwrap().p80);
    }
}

#[test]
fn what_is_reached_is_the_path_and_then_everything() {
    let roadmap = shipped_roadmap();
    let mut document = beginner();
    let outlook = |document: &Document| Outlook::of(document, &roadmap, date(2027, 6, 1)).unwrap();
    assert_eq!(outlook(&document).reached(&roadmap), None);
    let work = outlook(&document).plan.work;
    let items = |is_phase: bool| {
        let works =
            work.iter().filter(move |work| matches!(work.work, planner::Work::Phase { .. }) == is_phase);
        works.flat_map(|work| work.items()).map(|(item, _)| item)
    };
    for item in items(true) {
        document.progress.end(item, planner::Ending::Finished, date(2027, 5, 20));
    }
    let reached = outlook(&document).reached(&roadmap).unwrap();
    assert_eq!((reached.path.is_some(), reached.on), (true, date(2027, 5, 20)));
    for item in items(false) {
        document.progress.end(item, planner::Ending::Finished, date(2027, 5, 30));
    }
    let reached = outlook(&document).reached(&roadmap).unwrap();
    assert_eq!((reached.path, reached.on), (None, date(2027, 5, 30)));
}
