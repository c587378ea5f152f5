//! Several windows with one storage: each merges what the others save, and where two changed the same thing,
//! both versions are kept.

use std::rc::Rc;

use app::form::Field;
use app::{
    BackupMsg, Change, Document, Effect, HistoryMsg, Instant, Model, Moment, Msg, NavigationMsg, NoteMsg,
    Notice, PersistenceMsg, PlanMsg, ProgressMsg, ReadOnly, Run, SavedState, Saving, Screen, StepMsg,
    TimerMsg, merge,
};
use planner::{Date, Ending, Item, LogEntry, PaceChoice, StepKey};
use proptest::prelude::*;
use roadmap::{Material, Minutes, shipped_roadmap};
use storage::{KeyValue, SLOTS, SaveError, Saver, StorageError, open};
use testkit::{MemoryStorage, opened_page};

use testkit::documents::{beginner, date, two_paths};
use testkit::generated::any_document;

fn today() -> Date {
    date(2027, 2, 1)
}

fn noon() -> Moment {
    today().and_hms_opt(12, 0, 0).unwrap()
}

/// A window of the page: its model, and the saving around it.
struct Window<'a> {
    model: Model,
    saver: Saver<&'a MemoryStorage>,
}

impl<'a> Window<'a> {
    fn opens(storage: &'a MemoryStorage, copy: Option<&str>, id: u32) -> Self {
        let roadmap = Rc::new(shipped_roadmap());
        let opened = open(storage, copy, &roadmap, id);
        let model = opened_page(roadmap, opened.stored, Screen::Home, today());
        Self { model, saver: opened.saver.unwrap() }
    }

    /// Handles a message, and saves if the model asks for it.
    fn does(&mut self, msg: impl Into<Msg>) {
        for effect in self.model.update(msg) {
            if effect == Effect::Save {
                self.saves();
            }
        }
    }

    fn saves(&mut self) {
        match self.saver.save(&self.model.saved_state(), noon()) {
            Ok(()) => self.does(PersistenceMsg::SaveFinished(Ok(noon()))),
            Err(SaveError::ChangedElsewhere(foreign)) => self.does(PersistenceMsg::ChangedElsewhere(foreign)),
            Err(why) => panic!("{why:?}"),
        }
    }

    /// Notices that another window has saved.
    fn notices(&mut self) {
        if let Some(foreign) = self.saver.look().unwrap() {
            self.does(PersistenceMsg::ChangedElsewhere(Box::new(foreign)));
        }
    }

    fn ticks(&mut self, topic: &str) {
        self.does(ProgressMsg::Ended {
            item: Item::Topic(topic.into()),
            ending: Ending::Finished,
            on: today(),
        });
    }

    fn opens_log(&mut self) {
        self.does(NavigationMsg::AddressChanged(Screen::Progress));
    }

    /// Logs time for NumPy today.
    fn logs(&mut self, time: &str) {
        self.opens_log();
        for (field, text) in [(Field::LogItem, "topic/numpy"), (Field::LogTime, time)] {
            self.does(PlanMsg::Typed { field, text: text.to_owned() });
        }
        self.does(ProgressMsg::TimeLogged);
    }

    /// Changes the time of a log entry.
    fn changes_entry(&mut self, at: usize, time: &str) {
        self.opens_log();
        self.does(ProgressMsg::LogEditBegun(at));
        self.does(PlanMsg::Typed { field: Field::EditTime, text: time.to_owned() });
        self.does(ProgressMsg::LogEditSaved);
    }

    fn has_done(&self, topic: &str) -> bool {
        self.model.document().progress.finished(&Item::Topic(topic.into())).is_some()
    }
}

fn numpy(on: Date, minutes: u32) -> LogEntry {
    LogEntry::new(on, Item::Topic("numpy".into()), Minutes(minutes))
}

/// A storage with a saved plan.
fn holding(document: Document) -> MemoryStorage {
    let storage = MemoryStorage::default();
    open(&storage, None, &shipped_roadmap(), 100).saver.unwrap().save(&document.into(), noon()).unwrap();
    storage
}

fn in_storage(storage: &MemoryStorage) -> SavedState {
    open(storage, None, &shipped_roadmap(), 101).stored.unwrap()
}

#[test]
fn what_one_window_saves_the_other_shows() {
    let storage = holding(beginner());
    let (mut one, mut other) = (Window::opens(&storage, None, 1), Window::opens(&storage, None, 2));
    one.ticks("classes");
    other.notices();
    assert_eq!(other.model.saved_state(), one.model.saved_state());
    assert_eq!(*other.model.saving(), Saving::Saved, "there was nothing to save");
    // Either window can undo it.
    other.does(HistoryMsg::Undone);
    one.notices();
    assert_eq!(*one.model.document(), beginner());
}

#[test]
fn different_changes_in_two_windows_are_merged_even_without_a_notification() {
    let storage = holding(beginner());
    let (mut one, mut other) = (Window::opens(&storage, None, 1), Window::opens(&storage, None, 2));
    one.ticks("classes");
    other.ticks("functions");
    other.does(PlanMsg::WeekScaled(Minutes::hours(20)));
    one.does(PlanMsg::PaceChosen(PaceChoice::RangesOnly));
    let document = in_storage(&storage).document;
    assert_eq!(*document, *one.model.document());
    assert!(one.has_done("classes") && one.has_done("functions"));
    assert_eq!(document.week.unwrap().total(), Minutes::hours(20));
    assert_eq!(document.pace, PaceChoice::RangesOnly);
    assert_ne!(one.model.notice(), Some(&Notice::BothKept));
}

#[test]
fn steps_and_links_of_two_windows_are_merged_one_by_one() {
    let storage = holding(beginner());
    let (mut one, mut other) = (Window::opens(&storage, None, 1), Window::opens(&storage, None, 2));
    let pandas = Item::Topic("pandas".into());
    let tick = |step: &str| StepMsg::Ticked {
        item: Item::Topic("pandas".into()),
        step: StepKey::OfRoadmap(step.into()),
        on: today(),
    };
    let keep = |name: &str| NoteMsg::LinkAdded {
        item: Item::Topic("pandas".into()),
        link: Material { title: name.to_owned(), url: format!("https://example.org/{name}") },
    };
    one.does(tick("load-and-look"));
    one.does(keep("one"));
    other.does(tick("select"));
    other.does(keep("other"));
    one.does(StepMsg::Added { item: pandas.clone(), title: "Chapter 4".to_owned() });
    let document = in_storage(&storage).document;
    assert_eq!(document.progress.steps.done(&pandas).count(), 2);
    assert_eq!(document.progress.steps.own(&pandas).len(), 1);
    let links: Vec<&str> = document.notes.links(&pandas).iter().map(|link| link.title.as_str()).collect();
    assert_eq!(links, ["one", "other"]);
    assert_ne!(one.model.notice(), Some(&Notice::BothKept));
}

#[test]
fn time_logged_in_two_windows_is_kept_and_so_is_an_entry_changed_meanwhile() {
    let mut document = beginner();
    document.progress.log.add(numpy(date(2027, 1, 5), 60));
    document.progress.log.add(numpy(date(2027, 1, 5), 60));
    let storage = holding(document);
    let (mut one, mut other) = (Window::opens(&storage, None, 1), Window::opens(&storage, None, 2));
    one.logs("45 min");
    other.changes_entry(1, "2");
    other.logs("30 min");
    one.notices();
    let log = &one.model.document().progress.log;
    let expected = [(date(2027, 1, 5), 60), (date(2027, 1, 5), 120), (today(), 45), (today(), 30)];
    assert_eq!(log.entries(), expected.map(|(on, minutes)| numpy(on, minutes)));
    assert_eq!(log, &other.model.document().progress.log);
    for window in [&one, &other] {
        assert_ne!(window.model.notice(), Some(&Notice::BothKept), "nothing conflicts");
    }
}

#[test]
fn where_two_windows_change_the_same_log_entry_both_versions_are_kept() {
    let mut document = beginner();
    document.progress.log.add(numpy(date(2027, 1, 5), 60));
    let storage = holding(document);
    let (mut one, mut other) = (Window::opens(&storage, None, 1), Window::opens(&storage, None, 2));
    one.changes_entry(0, "2");
    other.changes_entry(0, "3");
    assert_eq!(other.model.notice(), Some(&Notice::BothKept));
    let minutes = |document: &Document| document.progress.log.entries()[0].minutes;
    assert_eq!(minutes(other.model.document()), Minutes::hours(2));
    other.does(HistoryMsg::Undone);
    one.notices();
    assert_eq!(minutes(one.model.document()), Minutes::hours(3));
}

#[test]
fn an_entry_that_is_being_changed_stays_open_when_another_window_saves() {
    let mut document = beginner();
    document.progress.log.add(numpy(date(2027, 1, 5), 60));
    let storage = holding(document);
    let (mut one, mut other) = (Window::opens(&storage, None, 1), Window::opens(&storage, None, 2));
    one.opens_log();
    one.does(ProgressMsg::LogEditBegun(0));
    one.does(PlanMsg::Typed { field: Field::EditTime, text: "2".to_owned() });
    other.logs("30 min");
    one.notices();
    one.does(ProgressMsg::LogEditSaved);
    let expected = [numpy(date(2027, 1, 5), 120), numpy(today(), 30)];
    assert_eq!(one.model.document().progress.log.entries(), expected);
}

#[test]
fn where_two_windows_change_the_same_both_versions_are_kept() {
    let storage = holding(beginner());
    let (mut one, mut other) = (Window::opens(&storage, None, 1), Window::opens(&storage, None, 2));
    one.does(PlanMsg::WeekScaled(Minutes::hours(20)));
    other.does(PlanMsg::WeekScaled(Minutes::hours(5)));
    let hours = |window: &Window| window.model.document().week.unwrap().total();
    assert_eq!((hours(&other), other.model.notice()), (Minutes::hours(20), Some(&Notice::BothKept)));
    let kept = in_storage(&storage).history;
    let last = kept.past().last().unwrap();
    assert_eq!((last.change, last.document.week.unwrap().total()), (Change::OtherWindow, Minutes::hours(5)));
    other.does(HistoryMsg::Undone);
    one.notices();
    assert_eq!((hours(&one), hours(&other)), (Minutes::hours(5), Minutes::hours(5)));
}

#[test]
fn a_window_whose_record_was_overwritten_saves_its_change_again() {
    // The storage that a window sees may be stale: both write the same revision.
    let (storage, late) = (holding(beginner()), holding(beginner()));
    for slot in SLOTS {
        if let Some(text) = storage.get(slot).unwrap() {
            late.set(slot, &text).unwrap();
        }
    }
    let (mut one, mut other) = (Window::opens(&storage, None, 1), Window::opens(&late, None, 2));
    one.ticks("classes");
    other.ticks("functions");
    for slot in SLOTS {
        if let Some(text) = late.get(slot).unwrap() {
            storage.set(slot, &text).unwrap();
        }
    }
    one.notices();
    let document = in_storage(&storage).document;
    assert_eq!(*document, *one.model.document());
    assert!(one.has_done("classes") && one.has_done("functions"));
}

#[test]
fn a_plan_replaced_in_one_window_stays_within_reach_when_another_window_saves() {
    let storage = holding(two_paths());
    let (mut one, mut other) = (Window::opens(&storage, None, 1), Window::opens(&storage, None, 2));
    one.does(HistoryMsg::StartedOver);
    other.ticks("sql");
    let stored = in_storage(&storage);
    let reachable = |document: &Document| *stored.document == *document || stored.history.holds(document);
    assert!(reachable(&two_paths()));
    assert!(stored.history.past().iter().any(|state| state.document.progress.marks().count() == 6));
}

#[test]
fn a_newer_page_that_saves_meanwhile_ends_the_saving() {
    let storage = holding(beginner());
    let mut window = Window::opens(&storage, None, 1);
    let newer = r#"{"waymark_saved":2,"plans":[]}"#;
    storage.set(SLOTS[1], newer).unwrap();
    let before = storage.clone();
    window.model.update(PlanMsg::WeekScaled(Minutes::hours(20)));
    let result = window.saver.save(&window.model.saved_state(), noon());
    assert_eq!(result, Err(SaveError::ReadOnly(ReadOnly::Newer { version: 2 })));
    assert_eq!(storage, before);
}

#[test]
fn an_unreadable_text_is_set_aside_while_the_page_is_open() {
    let storage = holding(beginner());
    let mut window = Window::opens(&storage, None, 1);
    for (at, garbage) in ["one", "two"].into_iter().enumerate() {
        storage.set(SLOTS[at], garbage).unwrap();
        window.does(PlanMsg::WeekScaled(Minutes::hours(5 + at as u32)));
        window.does(PlanMsg::WeekScaled(Minutes::hours(15 + at as u32)));
        assert_eq!(in_storage(&storage), window.model.saved_state());
        assert_eq!(storage.get(&format!("waymark.set-aside.{}", at + 1)).unwrap().as_deref(), Some(garbage));
    }
}

#[test]
fn a_newer_copy_is_opened_and_saved() {
    let storage = holding(beginner());
    let mut window = Window::opens(&storage, None, 1);
    let before = storage.clone();
    window.ticks("classes");
    let copy = window.saver.take_tried().unwrap();
    assert!(SLOTS.iter().any(|slot| storage.get(slot).unwrap().as_ref() == Some(&copy.text)));

    for lost in [before, MemoryStorage::default()] {
        let mut again = Window::opens(&lost, Some(&copy.text), 2);
        assert_eq!(again.model.saved_state(), window.model.saved_state());
        assert!(!again.saver.is_kept(), "the storage does not have it yet");
        again.does(PersistenceMsg::SaveAsked);
        assert_eq!(in_storage(&lost), window.model.saved_state());
        assert!(again.saver.is_kept());
    }
    // An older copy is ignored.
    window.ticks("functions");
    let again = Window::opens(&storage, Some(&copy.text), 3);
    assert_eq!(again.model.saved_state(), window.model.saved_state());
    assert!(again.saver.is_kept());
}

#[test]
fn an_unreadable_copy_or_one_of_a_newer_version_is_treated_like_a_slot() {
    let storage = holding(beginner());
    let opened = open(&storage, Some("garbage"), &shipped_roadmap(), 1);
    assert_eq!(*opened.stored.unwrap().document, beginner());
    assert!(opened.set_aside.is_some() && opened.saver.is_ok());
    assert_eq!(storage.get("waymark.set-aside.1").unwrap().as_deref(), Some("garbage"));

    let opened = open(&storage, Some(r#"{"waymark_saved":2}"#), &shipped_roadmap(), 1);
    assert_eq!(opened.saver.unwrap_err(), ReadOnly::Newer { version: 2 });
}

#[test]
fn where_the_storage_is_blocked_the_copy_is_shown_and_nothing_is_written() {
    #[derive(Debug)]
    struct Blocked;
    impl KeyValue for Blocked {
        fn get(&self, _: &str) -> Result<Option<String>, StorageError> {
            Err(StorageError("NS_ERROR_FILE_CORRUPTED".to_owned()))
        }
        fn set(&self, key: &str, _: &str) -> Result<(), StorageError> {
            panic!("{key} was written")
        }
        fn keys(&self) -> Result<Vec<String>, StorageError> {
            Err(StorageError("NS_ERROR_FILE_CORRUPTED".to_owned()))
        }
    }
    let storage = holding(beginner());
    let copy = storage.get(SLOTS[0]).unwrap().unwrap();
    let opened = open(Blocked, Some(&copy), &shipped_roadmap(), 1);
    assert_eq!(*opened.stored.unwrap().document, beginner());
    assert!(matches!(opened.saver.unwrap_err(), ReadOnly::Blocked(_)));
}

#[test]
fn what_another_window_cleared_is_saved_again() {
    let storage = holding(beginner());
    let roadmap = shipped_roadmap();
    let mut window = Window::opens(&storage, None, 1);
    window.ticks("classes");
    // Nothing can be removed from the storage, so an empty text stands for a cleared slot.
    let text = storage.get(SLOTS[1]).unwrap().unwrap();
    storage.set(SLOTS[1], "").unwrap();
    assert_eq!(window.saver.look().unwrap(), None);
    assert!(!window.saver.is_kept());
    window.does(PersistenceMsg::SaveAsked);
    assert!(window.saver.is_kept());
    assert_eq!(open(&storage, None, &roadmap, 3).stored, Some(window.model.saved_state()));
    assert_ne!(storage.get(SLOTS[1]).unwrap(), Some(text));
}

#[test]
fn an_older_record_that_comes_to_light_again_is_not_news() {
    let storage = holding(beginner());
    let mut window = Window::opens(&storage, None, 1);
    window.ticks("classes");
    let older = storage.clone();
    window.ticks("functions");
    window.ticks("numpy");
    for slot in SLOTS {
        storage.set(slot, &older.get(slot).unwrap().unwrap()).unwrap();
    }
    assert_eq!(window.saver.look().unwrap(), None);
    assert!(!window.saver.is_kept());
    window.does(PersistenceMsg::SaveAsked);
    assert_eq!(in_storage(&storage), window.model.saved_state());
    assert_eq!(window.model.history().past().len(), 3, "all three can be undone");
}

#[test]
fn more_windows_than_a_version_vector_holds_still_merge() {
    let storage = holding(beginner());
    let mut windows: Vec<Window> = (1..=20).map(|id| Window::opens(&storage, None, id)).collect();
    let topics = ["classes", "functions", "numpy", "sql", "variables"];
    for (at, window) in windows.iter_mut().enumerate() {
        window.ticks(topics[at % topics.len()]);
    }
    for window in &mut windows {
        window.notices();
        assert!(topics.iter().all(|topic| window.has_done(topic)));
    }
}

#[test]
fn text_being_typed_stays_when_another_window_accepts_the_same_field() {
    let with_draft = |text: &str| {
        let mut document = beginner();
        document.drafts.insert(Field::Target, text.to_owned());
        document
    };
    let (base, typing) = (with_draft("2028"), with_draft("2028-06"));
    let accepted = Document { target: Some(date(2028, 12, 31)), ..beginner() };
    let expected = Document { target: accepted.target, ..typing.clone() };
    assert_eq!(merge(&base, &accepted, &typing), Some(expected.clone()));
    assert_eq!(merge(&base, &typing, &accepted), Some(expected));
}

proptest! {
    #[test]
    fn merging_is_symmetric(
        base in any_document(), mine in any_document(), theirs in any_document(),
    ) {
        prop_assert_eq!(merge(&base, &base, &theirs), Some(theirs.clone()));
        prop_assert_eq!(merge(&base, &theirs, &theirs), Some(theirs.clone()));
        prop_assert_eq!(merge(&base, &mine, &base), Some(mine.clone()));
        if let (Some(one), Some(other)) = (merge(&base, &mine, &theirs), merge(&base, &theirs, &mine)) {
            prop_assert_eq!(one, other);
        }
    }
}

#[test]
fn two_windows_agree_on_the_timer_and_the_last_touch_wins() {
    let storage = holding(beginner());
    let (mut one, mut other) = (Window::opens(&storage, None, 1), Window::opens(&storage, None, 2));
    let item = Item::Topic("variables".into());
    one.does(TimerMsg::Started { item: item.clone(), on: noon(), at: Instant(1_000) });
    other.notices();
    assert_eq!(other.model.timer().map(|timer| timer.run), Some(Run::Running(Instant(1_000))));
    // Each is touched before it hears of the other.
    other.does(TimerMsg::Paused(Instant(61_000)));
    one.does(TimerMsg::Stopped(Instant(121_000)));
    other.notices();
    one.notices();
    for window in [&one, &other] {
        let timer = window.model.timer().expect("it is in use");
        assert_eq!((timer.run, timer.before), (Run::Stopped, 120_000));
    }
    other.does(TimerMsg::Logged { minutes: Minutes(2), at: Instant(200_000) });
    one.notices();
    assert_eq!(one.model.timer(), None);
    assert_eq!(one.model.document().progress.log.on(&item), Minutes(2));
}

#[test]
fn two_windows_agree_on_what_calendars_have() {
    let storage = holding(beginner());
    let (mut one, mut other) = (Window::opens(&storage, None, 1), Window::opens(&storage, None, 2));
    let calendar = |entries: &[(&str, u32)]| BackupMsg::CalendarHandedOut {
        name: "calendar.ics".to_owned(),
        entries: entries.iter().map(|(id, day)| ((*id).to_owned(), date(2027, 1, *day))).collect(),
    };
    // Each makes a file before it hears of the other's.
    one.does(calendar(&[("session", 5), ("phase", 20)]));
    other.does(calendar(&[("session", 5), ("phase", 21), ("project", 30)]));
    for _ in 0..3 {
        one.notices();
        other.notices();
    }
    let both =
        [("phase", 21), ("project", 30), ("session", 5)].map(|(id, day)| (id.to_owned(), date(2027, 1, day)));
    for window in [&one, &other] {
        assert_eq!(*window.model.calendar(), both.clone().into());
    }
    one.does(ProgressMsg::Ended {
        item: Item::Topic("variables".into()),
        ending: Ending::Finished,
        on: date(2027, 1, 4),
    });
    other.notices();
    assert_eq!(*other.model.calendar(), both.into());
}
