//! Undo, redo and earlier states. No whole plan is ever lost.

use std::rc::Rc;

use app::form::Field;
use app::{
    BackupMsg, Change, Document, Effect, HistoryMsg, MOST_STATES, Model, Msg, NavigationMsg, NoteMsg, Notice,
    OfferMsg, PersistenceMsg, PlanMsg, ProgressMsg, Rows, SavedState, Screen,
};
use planner::questionnaire::Question;
use planner::{Date, Ending, Item, Week};
use proptest::prelude::*;
use roadmap::{Minutes, shipped_roadmap};

use testkit::documents::{beginner, date, everything, two_paths};
use testkit::opened_page;

fn today() -> Date {
    date(2027, 2, 1)
}

fn model(document: Document) -> Model {
    opened_page(Rc::new(shipped_roadmap()), Some(document.into()), Screen::Plan, today())
}

fn tick(model: &mut Model, topic: &str) {
    let item = Item::Topic(topic.into());
    model.update(ProgressMsg::Ended { item, ending: Ending::Finished, on: today() });
}

fn type_into(model: &mut Model, field: Field, text: &str) {
    model.update(PlanMsg::Typed { field, text: text.to_owned() });
}

fn saves(effects: &[Effect]) -> bool {
    effects.contains(&Effect::Save)
}

fn past(model: &Model) -> Vec<Change> {
    model.history().past().iter().map(|state| state.change).collect()
}

/// A note and an entry of the log, written on one page, are two changes.
#[test]
fn a_note_stays_when_the_time_logged_after_it_is_undone() {
    let mut page = model(beginner());
    let topic = || Item::Topic("variables".into());
    page.update(NavigationMsg::AddressChanged(Screen::Topic("variables".into())));
    for text in ["A", "As", "Ask"] {
        page.update(NoteMsg::Typed { item: topic(), text: text.to_owned() });
    }
    page.update(PlanMsg::Typed { field: Field::LogTime, text: "1:30".to_owned() });
    page.update(ProgressMsg::TimeLogged);
    assert_eq!(page.document().progress.log.on(&topic()), Minutes(90));
    page.update(HistoryMsg::Undone);
    assert_eq!(page.document().progress.log.on(&topic()), Minutes::ZERO);
    assert_eq!(page.document().notes.text(&topic()), "Ask");
    page.update(HistoryMsg::Undone);
    assert_eq!(page.document().notes.text(&topic()), "");
}

#[test]
fn each_change_can_be_undone_and_redone() {
    let mut model = model(beginner());
    let mut states = vec![model.document().clone()];
    tick(&mut model, "classes");
    states.push(model.document().clone());
    model.update(ProgressMsg::TopicKnown { topic: "sql".into(), known: true });
    states.push(model.document().clone());
    model.update(PlanMsg::WeekScaled(Minutes::hours(20)));
    states.push(model.document().clone());
    assert_eq!(past(&model), [Change::Progress, Change::Known, Change::Hours]);
    for before in states.iter().rev().skip(1) {
        model.update(HistoryMsg::Undone);
        assert_eq!(*model.document(), *before);
    }
    model.update(HistoryMsg::Undone);
    assert_eq!(*model.document(), states[0], "there is no state before the first");
    for after in &states[1..] {
        model.update(HistoryMsg::Redone);
        assert_eq!(model.document(), after);
    }
    assert_eq!(model.notice(), Some(&Notice::Redone(Change::Hours)));
    model.update(HistoryMsg::Redone);
    assert_eq!(*model.document(), states[3]);
}

#[test]
fn a_change_after_an_undo_drops_the_undone_states() {
    let mut model = model(beginner());
    tick(&mut model, "classes");
    model.update(HistoryMsg::Undone);
    model.update(PlanMsg::WeekScaled(Minutes::hours(20)));
    let scaled = model.document().clone();
    model.update(HistoryMsg::Redone);
    assert_eq!(*model.document(), scaled);
    assert_eq!(past(&model), [Change::Hours]);
}

#[test]
fn all_input_on_one_screen_is_one_change() {
    let mut model = model(beginner());
    model.update(NavigationMsg::AddressChanged(Screen::Question(Question::Hours)));
    let before = model.document().clone();
    for text in ["3", "3:", "3:3", "3:30"] {
        type_into(&mut model, Field::Hours(5), text);
    }
    model.update(PlanMsg::Continued);
    assert_eq!(model.document().week, Week::new([120, 120, 120, 120, 120, 210, 0].map(Minutes)));
    assert_eq!(past(&model), [Change::Hours]);
    model.update(HistoryMsg::Undone);
    assert_eq!(*model.document(), before);

    // Input after submitting the form is another change, and so is input on another screen.
    model.update(NavigationMsg::AddressChanged(Screen::Question(Question::Hours)));
    type_into(&mut model, Field::Hours(0), "1");
    model.update(PlanMsg::Continued);
    model.update(NavigationMsg::AddressChanged(Screen::Question(Question::Hours)));
    type_into(&mut model, Field::Hours(0), "2");
    model.update(NavigationMsg::AddressChanged(Screen::Question(Question::Target)));
    type_into(&mut model, Field::Target, "soon");
    assert_eq!(past(&model), [Change::Hours, Change::Hours, Change::Dates]);
}

#[test]
fn removing_a_row_can_be_undone() {
    let mut model = model(everything());
    model.update(NavigationMsg::AddressChanged(Screen::Question(Question::TimeOff)));
    let before = model.document().clone();
    model.update(PlanMsg::RowRemoved(Rows::TimeOff, 0));
    assert_ne!(model.document().time_off, before.time_off);
    model.update(HistoryMsg::Undone);
    assert_eq!(*model.document(), before);
}

#[test]
fn a_replaced_plan_outlasts_many_small_changes_in_the_history() {
    let mut model = model(two_paths());
    model.update(HistoryMsg::StartedOver);
    model.update(OfferMsg::FileRead(Ok(Box::new(beginner()))));
    for n in 0..3 * MOST_STATES as u32 {
        model.update(PlanMsg::WeekScaled(Minutes(600 + n)));
    }
    assert_eq!(model.history().past().len(), MOST_STATES);
    let at = past(&model).iter().position(|change| *change == Change::StartedOver).unwrap();
    model.update(HistoryMsg::BroughtBack(at));
    assert_eq!(*model.document(), two_paths());
    assert_eq!(model.notice(), Some(&Notice::BroughtBack));
    // Bringing it back is a change that can be undone.
    model.update(HistoryMsg::Undone);
    assert_eq!(model.document().week.unwrap().total(), Minutes(600 + 3 * MOST_STATES as u32 - 1));
}

#[test]
fn replacing_an_empty_plan_leaves_no_earlier_state() {
    let mut model = opened_page(Rc::new(shipped_roadmap()), None, Screen::Home, today());
    model.update(HistoryMsg::StartedOver);
    model.update(OfferMsg::FileRead(Ok(Box::new(beginner()))));
    assert_eq!(past(&model), []);
    assert_eq!((model.document().clone(), model.screen().clone()), (beginner(), Screen::Today));
}

#[test]
fn a_file_is_opened_only_when_the_learner_says_so() {
    let mut model = model(beginner());
    let effects = model.update(OfferMsg::FileRead(Ok(Box::new(two_paths()))));
    assert_eq!((model.document().clone(), model.screen().clone()), (beginner(), Screen::Offer));
    assert!(!saves(&effects), "nothing has changed");
    model.update(OfferMsg::Declined);
    assert_eq!((model.document().clone(), model.screen().clone()), (beginner(), Screen::Today));
    model.update(OfferMsg::Accepted);
    assert_eq!(*model.document(), beginner(), "a declined plan cannot be accepted");

    model.update(OfferMsg::FileRead(Ok(Box::new(two_paths()))));
    model.update(OfferMsg::Accepted);
    assert_eq!((model.document().clone(), model.screen().clone()), (two_paths(), Screen::Today));
    model.update(HistoryMsg::Undone);
    assert_eq!(*model.document(), beginner());
    model.update(NavigationMsg::AddressChanged(Screen::Offer));
    assert_eq!(*model.screen(), Screen::Keep, "there is no offer any more");
}

#[test]
fn the_plan_inside_the_page_is_offered_until_it_is_answered() {
    let found = |model: &mut Model, checksum| {
        model.update(OfferMsg::PlanInsideFound { document: Box::new(two_paths()), checksum });
    };
    let mut first = model(beginner());
    found(&mut first, 7);
    assert_eq!((first.document().clone(), first.screen().clone()), (beginner(), Screen::Offer));
    first.update(OfferMsg::Declined);

    let again =
        |stored: SavedState| opened_page(Rc::new(shipped_roadmap()), Some(stored), Screen::Plan, today());
    let mut second = again(first.saved_state());
    found(&mut second, 7);
    assert_eq!(*second.screen(), Screen::Plan, "it was declined before");
    second.update(OfferMsg::PlanInsideAsked);
    assert_eq!(*second.screen(), Screen::Offer);
    second.update(OfferMsg::Accepted);
    assert_eq!(*second.document(), two_paths());

    let mut third = again(second.saved_state());
    tick(&mut third, "sql");
    found(&mut third, 8);
    assert_eq!(*third.screen(), Screen::Offer, "another plan is inside now");
    // A plan that is in use already is not offered.
    let mut same = model(two_paths());
    found(&mut same, 7);
    assert_eq!(*same.screen(), Screen::Plan);
}

#[test]
fn a_backup_is_due_two_weeks_after_the_last_one_if_something_has_changed() {
    let at = |day: u32| date(2027, 2, day).and_hms_opt(9, 0, 0).unwrap();
    let mut model = model(beginner());
    let is_due = |model: &mut Model, day| {
        model.update(Msg::DayCame(date(2027, 2, day)));
        model.is_copy_due()
    };
    tick(&mut model, "classes");
    model.update(PersistenceMsg::SaveFinished(Ok(at(1))));
    assert_eq!((is_due(&mut model, 14), is_due(&mut model, 15)), (false, true));
    model.update(BackupMsg::ReminderPutOff);
    assert_eq!((is_due(&mut model, 28), model.backups().reminded), (false, Some(date(2027, 2, 15))));

    let mut model = self::model(beginner());
    model.update(Msg::DayCame(date(2027, 2, 10)));
    model.update(BackupMsg::PlanExported { name: "plan.json".to_owned(), at: at(10) });
    assert_eq!((is_due(&mut model, 23), is_due(&mut model, 24)), (false, false), "nothing has changed since");
    model.update(PersistenceMsg::SaveFinished(Ok(at(11))));
    assert_eq!((is_due(&mut model, 23), is_due(&mut model, 24)), (false, true));
}

proptest! {
    #[test]
    fn any_number_of_undos_and_as_many_redos_change_nothing(
        ticks in prop::collection::vec(prop::sample::select(vec!["classes", "functions", "numpy", "sql"]), 1..40),
        undos in 0_usize..50,
    ) {
        let mut model = model(beginner());
        for (at, topic) in ticks.into_iter().enumerate() {
            if at % 2 == 0 {
                tick(&mut model, topic);
            } else {
                model.update(ProgressMsg::Reopened(Item::Topic(topic.into())));
            }
        }
        let before = model.document().clone();
        let undone = undos.min(model.history().past().len());
        (0..undos).for_each(|_| drop(model.update(HistoryMsg::Undone)));
        (0..undone).for_each(|_| drop(model.update(HistoryMsg::Redone)));
        prop_assert_eq!(model.document(), &before);
    }
}
