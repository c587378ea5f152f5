//! What is saved loads again, and whatever the storage holds, nothing is ever lost.

use std::rc::Rc;
use std::sync::LazyLock;

use app::form::Field;
use app::{
    Backups, Change, Document, FileFault, FileRefusal, History, Moment, ReadOnly, SaveFailure, SavedState,
    State,
};
use proptest::prelude::*;
use roadmap::{Roadmap, shipped_roadmap};
use storage::{KeyValue, LoadedPlan, SLOTS, SaveError, checksum, open, set_aside_copies};
use testkit::{Fault, FaultPlan, FaultyStorage, Lasts, MemoryStorage};

use testkit::documents::{beginner, date, everything, everything_of_version_1, two_paths};
use testkit::generated::{any_calendar, any_document, any_timer};

static ROADMAP: LazyLock<Roadmap> = LazyLock::new(shipped_roadmap);

/// A storage that fails from its first write on; for reads, from the beginning.
fn failing(kept: &MemoryStorage, fault: Fault) -> FaultyStorage {
    let texts = kept.keys().unwrap().into_iter().map(|key| (key.clone(), kept.get(&key).unwrap().unwrap()));
    let storage = FaultyStorage::holding(texts.collect());
    let at_write = u32::from(fault != Fault::GetThrows);
    storage.fails(FaultPlan { fault, at_write, lasts: Lasts::FromThenOn });
    storage
}

/// The message of its failures.
fn thrown() -> String {
    "NS_ERROR_OF_SOME_KIND: thrown on purpose".to_owned()
}

fn healed(storage: &FaultyStorage) -> &FaultyStorage {
    storage.heals();
    storage
}

/// A storage with this text in the first slot, and with a text of another program.
fn holding(text: &str) -> MemoryStorage {
    let storage = MemoryStorage::default();
    storage.set("another-program", "its own").unwrap();
    storage.set(SLOTS[0], text).unwrap();
    storage
}

/// The text in the first slot after a save.
fn saved_text(stored: &SavedState) -> String {
    let storage = MemoryStorage::default();
    opened(&storage).saver.unwrap().save(stored, noon()).unwrap();
    storage.get(SLOTS[0]).unwrap().unwrap()
}

/// A body in an envelope of version 1. The checksum covers the version, as a little-endian 32-bit number, and
/// the body.
fn enveloped(body: &str) -> String {
    let (length, checksum) = (body.len(), checksum(&format!("\u{1}\0\0\0{body}")));
    format!(r#"{{"waymark_saved":1,"length":{length},"checksum":"{checksum:08x}","body":{body}}}"#)
}

fn noon() -> Moment {
    date(2027, 2, 1).and_hms_opt(12, 0, 0).unwrap()
}

/// A plan with one that it replaced.
fn stored_after(document: Document, before: Document, change: Change) -> SavedState {
    let state = State { document: Rc::new(before), change, saved_at: None, roadmap: None };
    SavedState { history: History::new(vec![state], vec![]), ..document.into() }
}

fn opened<S: KeyValue>(storage: S) -> LoadedPlan<S> {
    open(storage, None, &ROADMAP, 1)
}

fn document_in(storage: impl KeyValue) -> Option<Document> {
    opened(storage).stored.map(|stored| Rc::unwrap_or_clone(stored.document))
}

/// Opens a storage that must not be written to, and returns the reason.
fn why_read_only<S: KeyValue + std::fmt::Debug>(storage: S) -> ReadOnly {
    let opened = opened(storage);
    assert_eq!(opened.stored, None);
    assert_eq!(opened.set_aside, None);
    opened.saver.unwrap_err()
}

proptest! {
    #[test]
    fn what_is_saved_loads_again(
        document in any_document(),
        past in prop::collection::vec(any_document(), 0..4),
        undone in prop::collection::vec(any_document(), 0..3),
        timer in any_timer(),
        calendar in any_calendar(),
    ) {
        let storage = MemoryStorage::default();
        let state = |document| State { document: Rc::new(document), change: Change::Hours, saved_at: Some(noon()), roadmap: None };
        let states = |documents: Vec<Document>| documents.into_iter().map(state).collect();
        let history = History::new(states(past), states(undone));
        let backups = Backups { last_export: Some(noon()), reminded: Some(date(2027, 2, 1)), plan_inside_seen: Some(7) };
        let stored = SavedState { document: Rc::new(document), history, backups, timer, calendar };
        opened(&storage).saver.unwrap().save(&stored, noon()).unwrap();
        let opened = opened(&storage);
        prop_assert_eq!(opened.stored, Some(stored));
        prop_assert_eq!(opened.saved_at, Some(noon()));
        prop_assert_eq!(opened.set_aside, None);
        prop_assert!(opened.saver.is_ok());
    }

    #[test]
    fn no_text_is_ever_lost(text in prop_oneof![any::<String>(), "[\\[\\]{}\",:0-9a-z_]{0,40}"]) {
        assert_kept(&text);
    }
}

/// Whatever text the storage holds: after it was opened and something else was saved, the text is still
/// there, unless it was opened as a document.
fn assert_kept(text: &str) {
    let storage = holding(text);
    let opened = opened(&storage);
    assert_eq!(storage.get(SLOTS[0]).unwrap().as_deref(), Some(text), "opening changes nothing");
    let is_document = opened.stored.is_some();
    if let Ok(mut saver) = opened.saver {
        saver.save(&SavedState::from(beginner()), noon()).unwrap();
        saver.save(&SavedState::from(two_paths()), noon()).unwrap();
    }
    let keys = storage.keys().unwrap();
    let kept = keys.iter().any(|key| storage.get(key).unwrap().as_deref() == Some(text));
    assert!(kept || is_document, "{text:?} is gone");
    assert_eq!(storage.get("another-program").unwrap().as_deref(), Some("its own"));
}

#[test]
fn a_storage_without_a_plan_is_ready_and_stays_as_it_is() {
    let storage = MemoryStorage::default();
    let opened = opened(&storage);
    assert_eq!(opened.stored, None);
    assert_eq!(opened.set_aside, None);
    assert!(opened.saver.is_ok());
    assert_eq!(storage, MemoryStorage::default());
}

#[test]
fn saves_alternate_between_slots_so_that_the_last_one_stays_until_the_next_is_there() {
    let storage = MemoryStorage::default();
    let mut saver = opened(&storage).saver.unwrap();
    let slots = || SLOTS.map(|key| storage.get(key).unwrap());
    saver.save(&SavedState::from(beginner()), noon()).unwrap();
    let [first, none] = slots();
    assert_eq!(none, None);
    saver.save(&SavedState::from(two_paths()), noon()).unwrap();
    let [still, second] = slots();
    assert_eq!(still, first);
    saver.save(&SavedState::from(everything()), noon()).unwrap();
    let [third, still] = slots();
    assert_eq!(still, second);
    assert_eq!(document_in(&storage), Some(everything()));

    // Without the newest record, the previous one is found.
    storage.set(SLOTS[0], &third.unwrap()[1..]).unwrap();
    assert_eq!(document_in(&storage), Some(two_paths()));
}

#[test]
fn what_cannot_be_read_is_set_aside_and_survives_every_save() {
    let whole = saved_text(&stored_after(two_paths(), beginner(), Change::Hours));
    let body = &whole[whole.find("\"body\":").unwrap() + 7..whole.len() - 1];
    assert_eq!(enveloped(body), whole);
    let garbage = [
        String::new(),
        "{".to_owned(),
        "null".to_owned(),
        "[]".to_owned(),
        "my plan".to_owned(),
        r#"{ "elements": [] }"#.to_owned(),
        r#"{ "waymark_saved": 0 }"#.to_owned(),
        r#"{ "waymark_saved": "1" }"#.to_owned(),
        r#"{ "waymark_saved": 1 }"#.to_owned(),
        r#"{"waymark_saved":1,"length":2,"checksum":"00000000","body":{}}"#.to_owned(),
        enveloped("{}"),
        enveloped("[]"),
        whole.replacen("[120,", "[121,", 1),
        whole.replacen("\"agreed\"", "\"agrees\"", 1),
        whole.replacen('{', "{\"more\":1,", 1),
        whole.replacen("\"waymark_saved\":1", "\"waymark_saved\":7", 1),
        whole.replacen("\"waymark_saved\":1", "\"waymark_saved\":0", 1),
        whole.replacen("\"length\":", "\"length\":1", 1),
        enveloped(&body.replacen("\"revision\"", "\"more\":1,\"revision\"", 1)),
        enveloped(&body.replacen("[120,", "[1441,", 1)),
        enveloped(&body.replacen("\"change\":\"hours\"", "\"change\":\"minutes\"", 1)),
        whole[..whole.len() - 1].to_owned(),
        format!("{whole}}}"),
    ];
    for text in &garbage {
        assert_ne!(*text, whole);
        let storage = holding(text);
        let opened = opened(&storage);
        assert_eq!(opened.stored, None);
        assert!(opened.set_aside.is_some(), "{text}");
        assert_eq!(storage.get(SLOTS[0]).unwrap().as_ref(), Some(text));

        let mut saver = opened.saver.unwrap();
        saver.save(&SavedState::from(beginner()), noon()).unwrap();
        saver.save(&SavedState::from(two_paths()), noon()).unwrap();
        assert_eq!(set_aside_copies(&storage), [("waymark.set-aside.1".to_owned(), text.clone())]);
        assert_eq!(document_in(&storage), Some(two_paths()));
    }
}

#[test]
fn one_text_is_set_aside_once_and_another_beside_it() {
    let storage = holding("one");
    for _ in 0..3 {
        assert!(opened(&storage).set_aside.is_some());
    }
    storage.set(SLOTS[0], "other").unwrap();
    assert!(opened(&storage).set_aside.is_some());
    storage.set(SLOTS[0], "one").unwrap();
    assert!(opened(&storage).set_aside.is_some());
    let copy = |number: u32, text: &str| (format!("waymark.set-aside.{number}"), text.to_owned());
    assert_eq!(set_aside_copies(&storage), [copy(1, "one"), copy(2, "other")]);
}

#[test]
fn copies_are_listed_in_the_order_in_which_they_were_made() {
    let storage = MemoryStorage::default();
    for key in ["waymark.set-aside.10", "waymark.set-aside.9", "waymark.set-aside.x", "other.set-aside.1"] {
        storage.set(key, key).unwrap();
    }
    let keys: Vec<String> = set_aside_copies(&storage).into_iter().map(|(key, _)| key).collect();
    assert_eq!(keys, ["waymark.set-aside.9", "waymark.set-aside.10"]);
}

#[test]
fn a_newer_plan_is_left_alone_also_in_the_same_envelope() {
    // CRC-32 of the version, 2, as a little-endian 32-bit number, and the body; from Python's zlib.crc32.
    let newer = r#"{"waymark_saved":2,"length":2,"checksum":"1e75ad14","body":{}}"#;
    let storage = holding(newer);
    assert_eq!(why_read_only(&storage), ReadOnly::Newer { version: 2 });
    assert_eq!(storage, holding(newer));
}

#[test]
fn a_newer_plan_is_left_alone() {
    let newer = r#"{ "waymark_saved": 2, "plans": ["quite different"] }"#;
    let storage = holding(newer);
    assert_eq!(why_read_only(&storage), ReadOnly::Newer { version: 2 });
    assert_eq!(storage, holding(newer));
}

#[test]
fn a_plan_for_another_roadmap_is_left_alone() {
    let whole = saved_text(&stored_after(two_paths(), beginner(), Change::StartedOver));
    let body = &whole[whole.find("\"body\":").unwrap() + 7..whole.len() - 1];
    let roadmap = "\"roadmap\":\"python\"";
    let places: Vec<usize> = body.match_indices(roadmap).map(|(at, _)| at).collect();
    assert_eq!(places.len(), 2, "the present plan and the one before");
    for at in places {
        let (before, after) = body.split_at(at);
        let text = enveloped(&format!("{before}{}", after.replacen("python", "knitting", 1)));
        let storage = holding(&text);
        let why = why_read_only(&storage);
        assert_eq!(why, ReadOnly::OtherRoadmap("knitting".into()));
        assert_eq!(storage, holding(&text));
    }
}

#[test]
fn a_blocked_storage_is_never_written_to() {
    let storage = failing(&holding("something"), Fault::GetThrows);
    assert_eq!(why_read_only(&storage), ReadOnly::Blocked(thrown()));
    assert_eq!(set_aside_copies(&storage), []);
    assert_eq!(storage.writes(), 0);
}

#[test]
fn without_a_good_copy_nothing_is_written_over_what_cannot_be_read() {
    for (fault, because) in [
        (Fault::SetThrows, SaveFailure::Storage(thrown())),
        (Fault::SetDrops, SaveFailure::NotKept),
        (Fault::SetCutsEnd, SaveFailure::NotKept),
        (Fault::ReadBackThrows, SaveFailure::Storage(thrown())),
    ] {
        let storage = failing(&holding("garbage"), fault);
        let ReadOnly::CannotSetAside { unreadable, why } = why_read_only(&storage) else {
            panic!("{fault:?}")
        };
        assert_eq!(*unreadable, FileRefusal::NotJson { line: 1, column: 1 });
        assert_eq!(why, because, "{fault:?}");
        assert_eq!(healed(&storage).get(SLOTS[0]).unwrap().as_deref(), Some("garbage"));
    }
}

#[test]
fn a_save_that_fails_says_so_in_the_browsers_words_and_leaves_the_last_one() {
    let before = holding(&saved_text(&SavedState::from(beginner())));
    let storage = failing(&before, Fault::SetThrows);
    let why = opened(&storage).saver.unwrap().save(&SavedState::from(two_paths()), noon()).unwrap_err();
    assert_eq!(why, SaveError::Failed(SaveFailure::Storage(thrown())));
    assert_eq!(document_in(healed(&storage)), Some(beginner()));
}

#[test]
fn a_save_that_the_storage_did_not_keep_is_not_called_one() {
    for (fault, because) in [
        (Fault::SetDrops, SaveFailure::NotKept),
        (Fault::SetCutsEnd, SaveFailure::NotKept),
        (Fault::ReadBackThrows, SaveFailure::Storage(thrown())),
    ] {
        let storage = failing(&MemoryStorage::default(), fault);
        let mut saver = opened(&storage).saver.unwrap();
        assert_eq!(saver.save(&SavedState::from(beginner()), noon()), Err(because.into()), "{fault:?}");
    }
}

#[test]
fn the_leftovers_of_a_failed_save_are_overwritten_by_the_next_one() {
    for fault in [Fault::PutsHalfAndThrows, Fault::PutsAndThrows, Fault::SetCutsEnd] {
        let storage = FaultyStorage::default();
        let mut saver = opened(&storage).saver.unwrap();
        saver.save(&SavedState::from(beginner()), noon()).unwrap();
        for at_write in [1, 1, 1] {
            storage.fails(FaultPlan { fault, at_write, lasts: Lasts::Once });
            saver.save(&SavedState::from(two_paths()), noon()).unwrap_err();
        }
        storage.heals();
        saver.save(&SavedState::from(everything()), noon()).unwrap();
        assert_eq!(document_in(&storage), Some(everything()), "{fault:?}");
        assert_eq!(set_aside_copies(&storage), [], "{fault:?}");
    }
}

#[test]
fn what_could_not_be_opened_again_is_not_saved() {
    let storage = MemoryStorage::default();
    let mut saver = opened(&storage).saver.unwrap();
    saver.save(&SavedState::from(beginner()), noon()).unwrap();

    let mut of_another_age = beginner();
    of_another_age.start = Some(date(1970, 1, 1));
    let why = saver.save(&SavedState::from(of_another_age), noon()).unwrap_err();
    let refusal = FileRefusal::Invalid {
        pointer: "/document/start".to_owned(),
        fault: FileFault::YearOutOfRange { first: 2000, last: 2199 },
    };
    assert_eq!(why, SaveFailure::WouldNotOpen(refusal).into());

    let other = Document::new("knitting".into());
    let refusal = FileRefusal::UnknownRoadmap("knitting".into());
    assert_eq!(saver.save(&SavedState::from(other), noon()), Err(SaveFailure::WouldNotOpen(refusal).into()));
    assert_eq!(document_in(&storage), Some(beginner()));
}

#[test]
fn a_novel_pasted_into_a_field_is_cut_and_does_not_stop_the_saving() {
    let mut document = beginner();
    document.drafts.insert(Field::Start, "é".repeat(5000));
    document.stretches = everything().stretches;
    document.stretches[1].name = "ü".repeat(5000);
    let found = document_in(holding(&saved_text(&SavedState::from(document.clone())))).unwrap();
    assert_eq!(found.drafts[&Field::Start], "é".repeat(1000));
    assert_eq!(found.stretches[1].name, "ü".repeat(1000));
    let (drafts, stretches) = (document.drafts.clone(), document.stretches.clone());
    assert_eq!(Document { drafts, stretches, ..found }, document);
}

#[test]
fn a_saved_plan_cut_anywhere_is_never_lost() {
    let whole = saved_text(&stored_after(everything(), beginner(), Change::StartedOver));
    for end in (0..whole.len()).filter(|&end| whole.is_char_boundary(end)) {
        let why = opened(holding(&whole[..end])).set_aside;
        assert!(matches!(why, Some(FileRefusal::CutOff | FileRefusal::Damaged)), "{end}: {why:?}");
        assert_kept(&whole[..end]);
    }
}

#[test]
fn a_saved_plan_with_any_bit_flipped_is_never_lost() {
    let whole = saved_text(&SavedState::from(everything())).into_bytes();
    for at in 0..whole.len() {
        for bit in 0..8 {
            let mut turned = whole.clone();
            turned[at] ^= 1 << bit;
            // The browser's storage holds only text.
            if let Ok(text) = String::from_utf8(turned) {
                assert!(opened(holding(&text)).set_aside.is_some(), "byte {at}, bit {bit}");
                assert_kept(&text);
            }
        }
    }
}

/// A plan that version 1 saved. It is never edited; see the README beside it.
const OF_VERSION_1: &str = include_str!("../data/saved/v1-saved.json");

#[test]
fn a_plan_saved_by_version_1_loads() {
    let opened = opened(holding(OF_VERSION_1));
    assert_eq!(opened.set_aside, None);
    assert_eq!(opened.saved_at, Some(noon()));
    let stored = opened.stored.unwrap();
    // Spelled out, because the sample documents change with the program.
    let document = &stored.document;
    assert_eq!(document.answers.iter().count(), 7);
    assert_eq!((document.start, document.target), (Some(date(2027, 1, 4)), Some(date(2028, 6, 30))));
    assert_eq!((document.earlier_weeks.len(), document.time_off.len(), document.stretches.len()), (2, 2, 2));
    assert_eq!((document.known.len(), document.progress.marks().count()), (2, 8));
    assert_eq!((document.progress.log.entries().len(), document.drafts.len()), (4, 10));
    assert_eq!(document.drafts[&Field::Hours(5)], "1,5 or so");
    assert_eq!(document.baseline.as_ref().unwrap().finishes.len(), 4);

    assert_eq!(**document, everything_of_version_1());
    let state = |document: Document, change| State {
        document: Rc::new(document),
        change,
        saved_at: Some(noon()),
        roadmap: None,
    };
    let past = vec![state(beginner(), Change::StartedOver), state(two_paths(), Change::Progress)];
    assert_eq!(stored.history, History::new(past, vec![state(beginner(), Change::Hours)]));
    let backups =
        Backups { last_export: Some(noon()), reminded: Some(date(2027, 2, 1)), plan_inside_seen: Some(7) };
    assert_eq!(stored.backups, backups);
}
