//! What is saved comes back, and whatever lies in the storage, nothing there is ever lost.

mod any_document;
mod documents;

use std::cell::Cell;
use std::sync::LazyLock;

use proptest::prelude::*;
use waymark::app::form::Field;
use waymark::app::{Document, FileRefusal, Replaced};
use waymark::planner::roadmap::Roadmap;
use waymark::planner::{Ending, Item, Mark, Minutes, PaceChoice, Turn, Week};
use waymark::storage::{
    KeyValue, MAIN_KEY, MemoryStorage, Opened, ReadOnly, SaveError, StorageError, open, set_aside_copies,
    shipped_roadmap,
};

use any_document::any_document;
use documents::{beginner, date, everything, two_paths};

static ROADMAP: LazyLock<Roadmap> = LazyLock::new(shipped_roadmap);

/// How a storage can fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    /// Nothing can be read.
    GetThrows,
    /// Nothing more fits.
    SetThrows,
    /// What is written is dropped without a word.
    SetDrops,
    /// What is written loses its last character without a word.
    SetCuts,
    /// What is written cannot be read any more.
    ReadBackThrows,
}

/// A storage that fails in one way, and counts the writes that were tried.
#[derive(Debug)]
struct FaultyStorage {
    kept: MemoryStorage,
    fault: Fault,
    writes: Cell<u32>,
}

impl FaultyStorage {
    fn with(kept: &MemoryStorage, fault: Fault) -> Self {
        Self { kept: kept.clone(), fault, writes: Cell::new(0) }
    }
}

fn thrown() -> StorageError {
    StorageError("QuotaExceededError: full".to_owned())
}

impl KeyValue for FaultyStorage {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        match self.fault {
            Fault::GetThrows => Err(thrown()),
            Fault::ReadBackThrows if self.writes.get() > 0 => Err(thrown()),
            _ => self.kept.get(key),
        }
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        self.writes.set(self.writes.get() + 1);
        match self.fault {
            Fault::SetThrows => Err(thrown()),
            Fault::SetDrops => Ok(()),
            Fault::SetCuts => {
                let mut cut = value.to_owned();
                cut.pop();
                self.kept.set(key, &cut)
            }
            Fault::GetThrows | Fault::ReadBackThrows => self.kept.set(key, value),
        }
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        self.kept.keys()
    }
}

/// A storage in which that text lies where the document belongs, beside what another program left there.
fn holding(text: &str) -> MemoryStorage {
    let storage = MemoryStorage::default();
    storage.set("another-program", "its own").unwrap();
    storage.set(MAIN_KEY, text).unwrap();
    storage
}

/// The text under which a document is saved.
fn saved_text(document: &Document, replaced: Option<&Replaced>) -> String {
    let storage = MemoryStorage::default();
    open(&storage, &ROADMAP).saver.unwrap().save(document, replaced).unwrap();
    storage.get(MAIN_KEY).unwrap().unwrap()
}

fn assert_nothing_found<S>(opened: &Opened<S>) {
    assert_eq!(opened.document, None);
    assert_eq!(opened.replaced, None);
}

/// Opens a storage of which nothing may be written to, and says why.
fn why_read_only<S: KeyValue + std::fmt::Debug>(storage: S, roadmap: &Roadmap) -> ReadOnly {
    let opened = open(storage, roadmap);
    assert_nothing_found(&opened);
    assert_eq!(opened.set_aside, None);
    opened.saver.unwrap_err()
}

proptest! {
    #[test]
    fn what_is_saved_comes_back(
        document in any_document(),
        replaced in prop::option::of((any_document(), any::<bool>())),
    ) {
        let (storage, roadmap) = (MemoryStorage::default(), &*ROADMAP);
        let replaced = replaced.map(|(document, by_file)| Replaced { document, by_file });
        open(&storage, roadmap).saver.unwrap().save(&document, replaced.as_ref()).unwrap();
        let opened = open(&storage, roadmap);
        prop_assert_eq!(opened.document, Some(document));
        prop_assert_eq!(opened.replaced, replaced);
        prop_assert_eq!(opened.set_aside, None);
        prop_assert!(opened.saver.is_ok());
    }

    #[test]
    fn no_text_is_ever_lost(text in prop_oneof![any::<String>(), "[\\[\\]{}\",:0-9a-z_]{0,40}"]) {
        assert_kept(&text);
    }
}

/// Whatever text lies in the storage: after it was opened and something else was saved, the text is still there,
/// unless it was opened as a document.
fn assert_kept(text: &str) {
    let (storage, roadmap) = (holding(text), &*ROADMAP);
    let opened = open(&storage, roadmap);
    assert_eq!(storage.get(MAIN_KEY).unwrap().as_deref(), Some(text), "opening changes nothing");
    let is_document = opened.document.is_some();
    if let Ok(saver) = opened.saver {
        saver.save(&beginner(), None).unwrap();
    }
    let keys = storage.keys().unwrap();
    let kept = keys.iter().any(|key| storage.get(key).unwrap().as_deref() == Some(text));
    assert!(kept || is_document, "{text:?} is gone");
    assert_eq!(storage.get("another-program").unwrap().as_deref(), Some("its own"));
}

#[test]
fn a_storage_without_a_plan_is_ready_and_stays_as_it_is() {
    let storage = MemoryStorage::default();
    let opened = open(&storage, &ROADMAP);
    assert_nothing_found(&opened);
    assert_eq!(opened.set_aside, None);
    assert!(opened.saver.is_ok());
    assert_eq!(storage, MemoryStorage::default());
}

#[test]
fn a_later_save_takes_the_place_of_an_earlier_one() {
    let (storage, roadmap) = (MemoryStorage::default(), &*ROADMAP);
    let saver = open(&storage, roadmap).saver.unwrap();
    let replaced = Replaced { document: beginner(), by_file: true };
    saver.save(&two_paths(), Some(&replaced)).unwrap();
    saver.save(&beginner(), None).unwrap();
    let opened = open(&storage, roadmap);
    assert_eq!(opened.document, Some(beginner()));
    assert_eq!(opened.replaced, None);
    assert_eq!(storage.keys().unwrap(), [MAIN_KEY]);
}

#[test]
fn what_cannot_be_read_is_set_aside_and_stays_whatever_is_saved() {
    let whole = saved_text(&two_paths(), None);
    let put_away = Replaced { document: beginner(), by_file: true };
    let with_another = saved_text(&two_paths(), Some(&put_away));
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
        r#"{ "waymark_saved": 2 }"#.to_owned(),
        r#"{ "waymark_saved": 1, "document": [], "replaced": null }"#.to_owned(),
        whole.replacen("[120,", "[1441,", 1),
        whole.replacen("\"agreed\"", "\"agrees\"", 1),
        whole.replacen('{', "{\"more\":1,", 1),
        with_another.replacen("\"by_file\"", "\"more\":1,\"by_file\"", 1),
        whole[..whole.len() - 1].to_owned(),
        format!("{whole}}}"),
    ];
    for text in &garbage {
        let (storage, roadmap) = (holding(text), &*ROADMAP);
        let opened = open(&storage, roadmap);
        assert_nothing_found(&opened);
        assert!(opened.set_aside.is_some(), "{text}");
        assert_eq!(storage.get(MAIN_KEY).unwrap().as_ref(), Some(text));

        let saver = opened.saver.unwrap();
        saver.save(&beginner(), None).unwrap();
        saver.save(&two_paths(), None).unwrap();
        assert_eq!(set_aside_copies(&storage), [("waymark.set-aside.1".to_owned(), text.clone())]);
        assert_eq!(open(&storage, roadmap).document, Some(two_paths()));
    }
}

#[test]
fn one_text_is_set_aside_once_and_another_beside_it() {
    let roadmap = &*ROADMAP;
    let storage = holding("one");
    for _ in 0..3 {
        assert!(open(&storage, roadmap).set_aside.is_some());
    }
    storage.set(MAIN_KEY, "other").unwrap();
    assert!(open(&storage, roadmap).set_aside.is_some());
    storage.set(MAIN_KEY, "one").unwrap();
    assert!(open(&storage, roadmap).set_aside.is_some());
    let copy = |number: u32, text: &str| (format!("waymark.set-aside.{number}"), text.to_owned());
    assert_eq!(set_aside_copies(&storage), [copy(1, "one"), copy(2, "other")]);
}

#[test]
fn copies_come_in_the_order_in_which_they_were_made() {
    let storage = MemoryStorage::default();
    for key in ["waymark.set-aside.10", "waymark.set-aside.9", "waymark.set-aside.x", "other.set-aside.1"] {
        storage.set(key, key).unwrap();
    }
    let keys: Vec<String> = set_aside_copies(&storage).into_iter().map(|(key, _)| key).collect();
    assert_eq!(keys, ["waymark.set-aside.9", "waymark.set-aside.10"]);
}

#[test]
fn a_newer_plan_is_left_alone() {
    let newer = r#"{ "waymark_saved": 3, "plans": ["quite different"] }"#;
    let storage = holding(newer);
    assert_eq!(why_read_only(&storage, &ROADMAP), ReadOnly::Newer { version: 3 });
    assert_eq!(storage, holding(newer));
}

#[test]
fn a_plan_for_another_roadmap_is_left_alone() {
    let present = saved_text(&two_paths(), None).replacen("\"python\"", "\"knitting\"", 1);
    let put_away = saved_text(
        &two_paths(),
        Some(&Replaced { document: Document::new("python".into()), by_file: false }),
    );
    let last = put_away.rfind("\"python\"").unwrap();
    let put_away = format!("{}\"knitting\"{}", &put_away[..last], &put_away[last + "\"python\"".len()..]);
    for text in [present, put_away] {
        let storage = holding(&text);
        let why = why_read_only(&storage, &ROADMAP);
        assert_eq!(why, ReadOnly::OtherRoadmap("knitting".into()));
        assert_eq!(storage, holding(&text));
    }
}

#[test]
fn a_blocked_storage_is_never_written_to() {
    let storage = FaultyStorage::with(&holding("something"), Fault::GetThrows);
    assert_eq!(why_read_only(&storage, &ROADMAP), ReadOnly::Blocked(thrown()));
    assert_eq!(storage.writes.get(), 0);
    assert_eq!(storage.kept, holding("something"));
    assert_eq!(set_aside_copies(&storage), []);
}

#[test]
fn without_a_good_copy_nothing_is_written_over_what_cannot_be_read() {
    for (fault, because) in [
        (Fault::SetThrows, SaveError::Storage(thrown())),
        (Fault::SetDrops, SaveError::NotKept),
        (Fault::SetCuts, SaveError::NotKept),
        (Fault::ReadBackThrows, SaveError::Storage(thrown())),
    ] {
        let storage = FaultyStorage::with(&holding("garbage"), fault);
        let ReadOnly::CannotSetAside { unreadable, why } = why_read_only(&storage, &ROADMAP) else {
            panic!("{fault:?}")
        };
        assert_eq!(unreadable, FileRefusal::NotJson { line: 1, column: 1 });
        assert_eq!(why, because, "{fault:?}");
        assert_eq!(storage.kept.get(MAIN_KEY).unwrap().as_deref(), Some("garbage"));
    }
}

#[test]
fn a_save_that_fails_says_so_in_the_browsers_words_and_leaves_the_last_one() {
    let roadmap = &*ROADMAP;
    let before = holding(&saved_text(&beginner(), None));
    let storage = FaultyStorage::with(&before, Fault::SetThrows);
    let why = open(&storage, roadmap).saver.unwrap().save(&two_paths(), None).unwrap_err();
    assert_eq!(why, SaveError::Storage(thrown()));
    assert_eq!(why.to_string(), "QuotaExceededError: full");
    assert_eq!(open(&storage.kept, roadmap).document, Some(beginner()));
}

#[test]
fn a_save_that_the_storage_did_not_keep_is_not_called_one() {
    for (fault, because) in [
        (Fault::SetDrops, SaveError::NotKept),
        (Fault::SetCuts, SaveError::NotKept),
        (Fault::ReadBackThrows, SaveError::Storage(thrown())),
    ] {
        let storage = FaultyStorage::with(&MemoryStorage::default(), fault);
        let saver = open(&storage, &ROADMAP).saver.unwrap();
        assert_eq!(saver.save(&beginner(), None), Err(because), "{fault:?}");
    }
}

#[test]
fn what_could_not_be_opened_again_is_not_saved() {
    let (storage, roadmap) = (MemoryStorage::default(), &*ROADMAP);
    let saver = open(&storage, roadmap).saver.unwrap();
    saver.save(&beginner(), None).unwrap();

    let mut of_another_age = beginner();
    of_another_age.start = Some(date(1970, 1, 1));
    let why = saver.save(&of_another_age, None).unwrap_err();
    assert_eq!(why.to_string(), "/document/start: the year is not from 2000 to 2199");

    let other = Document::new("knitting".into());
    let refusal = FileRefusal::UnknownRoadmap("knitting".into());
    assert_eq!(saver.save(&other, None), Err(SaveError::WouldNotOpen(refusal)));
    assert_eq!(open(&storage, roadmap).document, Some(beginner()));
}

#[test]
fn a_novel_pasted_into_a_field_is_cut_and_does_not_stop_the_saving() {
    let mut document = beginner();
    document.drafts.insert(Field::Start, "é".repeat(5000));
    document.stretches = everything().stretches;
    document.stretches[1].name = "ü".repeat(5000);
    let storage = holding(&saved_text(&document, None));
    let found = open(&storage, &ROADMAP).document.unwrap();
    assert_eq!(found.drafts[&Field::Start], "é".repeat(1000));
    assert_eq!(found.stretches[1].name, "ü".repeat(1000));
    let (drafts, stretches) = (document.drafts.clone(), document.stretches.clone());
    assert_eq!(Document { drafts, stretches, ..found }, document);
}

#[test]
fn a_saved_plan_cut_anywhere_is_never_lost() {
    let whole = saved_text(&everything(), Some(&Replaced { document: beginner(), by_file: false }));
    for end in (0..whole.len()).filter(|&end| whole.is_char_boundary(end)) {
        let storage = holding(&whole[..end]);
        assert_eq!(open(&storage, &ROADMAP).set_aside, Some(FileRefusal::CutOff), "{end}");
        assert_kept(&whole[..end]);
    }
}

#[test]
fn a_saved_plan_with_any_bit_turned_is_never_lost() {
    let whole = saved_text(&everything(), None).into_bytes();
    for at in 0..whole.len() {
        for bit in 0..8 {
            let mut turned = whole.clone();
            turned[at] ^= 1 << bit;
            // The browser's storage holds text: what is not text cannot lie there.
            if let Ok(text) = String::from_utf8(turned) {
                assert_kept(&text);
            }
        }
    }
}

const OF_VERSION_1: [&str; 2] =
    [include_str!("data/saved/v1-saved-two-paths.json"), include_str!("data/saved/v1-saved-unfinished.json")];

#[test]
fn plans_saved_by_any_released_version_open() {
    let both = Some(Replaced { document: beginner(), by_file: true });
    let full = open(holding(OF_VERSION_1[0]), &ROADMAP);
    assert_eq!((full.document.as_ref(), &full.replaced), (Some(&two_paths()), &both));
    // Written out, for the documents of the tests change with the program.
    let document = full.document.unwrap();
    let finished =
        |month, day| Mark { started: None, ended: Some((Ending::Finished, date(2027, month, day))) };
    let topic = |id: &str| Item::Topic(id.into());
    let marks: Vec<(Item, Mark)> =
        document.progress.marks().map(|(item, mark)| (item.clone(), mark)).collect();
    assert_eq!(
        marks,
        [
            (topic("classes"), finished(1, 20)),
            (topic("functions"), finished(1, 12)),
            (topic("numpy"), finished(1, 29)),
            (topic("variables"), finished(1, 6)),
            (Item::Project("computer-vision".into()), finished(2, 28)),
        ]
    );
    assert_eq!(document.week, Week::new([120, 120, 120, 120, 120, 0, 0].map(Minutes)));
    assert_eq!(document.time_off.len(), 2);
    assert_eq!((document.start, document.target), (Some(date(2027, 1, 4)), Some(date(2028, 6, 30))));
    assert_eq!(document.answers.iter().count(), 7);
    assert_nothing_of_version_2(&document);
    assert_nothing_of_version_2(&full.replaced.unwrap().document);

    let begun = open(holding(OF_VERSION_1[1]), &ROADMAP);
    assert_unfinished(&begun);
    assert_nothing_of_version_2(&begun.document.unwrap());

    let all = open(holding(include_str!("data/saved/v2-saved-everything.json")), &ROADMAP);
    let two = Some(Replaced { document: two_paths(), by_file: true });
    assert_eq!((all.document, all.replaced), (Some(everything()), two));
    assert_unfinished(&open(holding(include_str!("data/saved/v2-saved-unfinished.json")), &ROADMAP));
}

fn assert_nothing_of_version_2(document: &Document) {
    assert_eq!(document.earlier_weeks, []);
    assert_eq!(document.stretches, []);
    assert_eq!(document.most_a_week, None);
    assert!(document.known.is_empty());
    assert_eq!(document.progress.log.entries(), []);
    assert_eq!(document.pace, PaceChoice::Own);
    assert_eq!(document.baseline, None);
}

fn assert_unfinished<S: KeyValue>(opened: &Opened<S>) {
    let document = opened.document.as_ref().unwrap();
    let answers: Vec<_> = document.answers.iter().collect();
    assert_eq!(answers, [(&Turn::first("Assess".into()), "Experienced Developer")]);
    assert_eq!(document.agreed.len(), 1);
    assert_eq!(document.drafts[&Field::Hours(0)], "1,5");
    assert_eq!((document.week, document.start), (None, None));
    assert_eq!(document.progress.marks().count(), 0);
    assert_eq!(opened.replaced, None);
    assert_eq!(opened.set_aside, None);
}

#[test]
fn what_an_older_version_saved_is_replaced_only_by_the_same_in_the_present_one() {
    let storage = holding(OF_VERSION_1[0]);
    let opened = open(&storage, &ROADMAP);
    assert_eq!(storage, holding(OF_VERSION_1[0]), "opening writes nothing");
    let (document, replaced) = (opened.document.unwrap(), opened.replaced);
    opened.saver.unwrap().save(&document, replaced.as_ref()).unwrap();
    let again = open(&storage, &ROADMAP);
    assert_eq!((again.document, again.replaced), (Some(document), replaced));
    assert!(storage.get(MAIN_KEY).unwrap().unwrap().starts_with(r#"{"waymark_saved":2,"#));
}

#[test]
fn what_an_older_version_saved_is_never_lost_cut_or_with_any_bit_turned() {
    for whole in OF_VERSION_1 {
        for end in (0..whole.len()).filter(|&end| whole.is_char_boundary(end)) {
            assert_eq!(open(holding(&whole[..end]), &ROADMAP).set_aside, Some(FileRefusal::CutOff), "{end}");
            assert_kept(&whole[..end]);
        }
        for at in 0..whole.len() {
            for bit in 0..8 {
                let mut turned = whole.as_bytes().to_vec();
                turned[at] ^= 1 << bit;
                if let Ok(text) = String::from_utf8(turned) {
                    assert_kept(&text);
                }
            }
        }
    }
}

#[test]
fn what_cannot_be_in_an_older_version_is_set_aside_with_its_place() {
    let put_away = OF_VERSION_1[0].rfind("\"finished_topics\":[]").unwrap();
    let topic = r#"{"topic":"a","on":"1999-01-01"}"#;
    let text = OF_VERSION_1[0].to_owned();
    let text = format!("{}{}", &text[..put_away], text[put_away..].replacen("[]", &format!("[{topic}]"), 1));
    let opened = open(holding(&text), &ROADMAP);
    assert_nothing_found(&opened);
    assert_eq!(
        opened.set_aside,
        Some(FileRefusal::Invalid {
            place: "/replaced/document/finished_topics/0/on".to_owned(),
            what: "the year is not from 2000 to 2199".to_owned(),
        })
    );
}
