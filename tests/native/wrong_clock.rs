//! A clock with a flat battery shows 1970. What is entered under it is kept, with dates that a plan can have.

use std::rc::Rc;

use app::form::{Field, read_date};
use app::{Model, Msg, NavigationMsg, PlanMsg, ProgressMsg, SavedState, Screen};
use planner::questionnaire::Question;
use planner::{Date, Ending, Item};
use roadmap::{Minutes, shipped_roadmap};
use storage::{export_plan, open, read_plan_file};
use testkit::documents::{beginner, date, monday};
use testkit::{MemoryStorage, opened_page};

fn wrong_dates() -> [Date; 5] {
    [Date::MIN, date(1970, 1, 1), date(1999, 12, 31), date(2200, 1, 1), Date::MAX]
}

fn page_under(clock: Date, saved: Option<SavedState>) -> Model {
    opened_page(Rc::new(shipped_roadmap()), saved, Screen::Plan, clock)
}

/// Everything that takes today's date.
fn enters_everything(model: &mut Model) {
    let today = model.today();
    let item = Item::Topic("variables".into());
    model.update(ProgressMsg::Started { item: item.clone(), on: today });
    model.update(ProgressMsg::Ended { item, ending: Ending::Finished, on: today });
    model.update(PlanMsg::WeekScaled(Minutes::hours(20)));
    model.update(PlanMsg::BaselineFrozen);
    model.update(NavigationMsg::AddressChanged(Screen::Progress));
    for (field, text) in [(Field::LogItem, "topic/numpy"), (Field::LogTime, "1:30")] {
        model.update(PlanMsg::Typed { field, text: text.to_owned() });
    }
    model.update(ProgressMsg::TimeLogged);
    assert!(!model.document().progress.log.entries().is_empty());
}

/// Whether the plan can be saved, and what is downloaded opens again.
fn is_kept(model: &Model) {
    let (storage, roadmap) = (MemoryStorage::default(), shipped_roadmap());
    let now = model.today().and_hms_opt(12, 0, 0).unwrap();
    open(&storage, None, &roadmap, 1).saver.unwrap().save(&model.saved_state(), now).unwrap();
    assert_eq!(open(&storage, None, &roadmap, 2).stored, Some(model.saved_state()));
    let file = export_plan(model.document(), &roadmap, model.today());
    assert_eq!(read_plan_file(file.text.as_bytes(), &roadmap).as_ref(), Ok(model.document()));
}

#[test]
fn what_is_done_under_a_wrong_clock_is_saved_and_its_download_opens() {
    for clock in wrong_dates() {
        let mut model = page_under(clock, Some(beginner().into()));
        enters_everything(&mut model);
        is_kept(&model);
    }
}

#[test]
fn a_plan_begun_under_a_wrong_clock_is_saved_and_its_download_opens() {
    for clock in wrong_dates() {
        let mut document = beginner();
        document.start = None;
        let mut model = page_under(clock, Some(document.into()));
        assert_eq!(*model.screen(), Screen::Question(Question::Start));
        let proposed = model.document().entry(Field::Start, model.today(), |date| date.to_string());
        assert!(read_date(&proposed).is_ok(), "{proposed}");
        model.update(PlanMsg::Continued);
        assert_eq!(*model.screen(), Screen::Check);
        enters_everything(&mut model);
        is_kept(&model);
    }
}

#[test]
fn the_page_says_what_a_wrong_clock_shows_until_it_is_set() {
    let mut model = page_under(monday(), Some(beginner().into()));
    assert!(!model.is_clock_wrong());
    model.update(Msg::DayCame(date(1970, 1, 1)));
    assert_eq!((model.is_clock_wrong(), model.clock()), (true, date(1970, 1, 1)));
    model.update(Msg::DayCame(monday()));
    assert_eq!((model.is_clock_wrong(), model.today()), (false, monday()));
    for right in [date(2000, 1, 1), date(2199, 12, 31)] {
        model.update(Msg::DayCame(right));
        assert_eq!((model.is_clock_wrong(), model.today()), (false, right));
    }
}
