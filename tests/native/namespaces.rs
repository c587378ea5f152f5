//! Each roadmap's plan has its own slots, and the learner's own roadmaps are saved beside their plans: a
//! change to one never touches another, and nothing that was saved is lost.

use std::fs;
use std::path::Path;
use std::rc::Rc;

use app::{
    Document, Effect, HistoryMsg, LoadedRoadmap, Moment, Msg, OfferMsg, OwnRoadmap, PlanMsg, RoadmapMsg,
    SaveFailure, SavedState, Screen,
};
use formats::open_roadmap;
use planner::{Date, Turn, Week};
use roadmap::{Minutes, Roadmap, RoadmapFile, RoadmapId, shipped_roadmap};
use storage::{
    KeyValue, LoadedPlan, NamespacedStorage, SLOTS, copy_of_roadmaps, export_own_plan, export_roadmap,
    is_free, open, own_roadmaps, read_plan_file, restore_roadmaps, roadmap_in_plan, roadmaps_in_file,
    save_roadmap, set_aside_copies, unreadable_roadmaps,
};
use testkit::{Fault, FaultPlan, FaultyStorage, Lasts, MemoryStorage, opened_page};

use testkit::documents::{beginner, date, everything, monday, two_paths};

fn noon() -> Moment {
    date(2027, 2, 1).and_hms_opt(12, 0, 0).unwrap()
}

fn today() -> Date {
    date(2027, 2, 1)
}

fn bread() -> OwnRoadmap {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/roadmaps/bread.json");
    OwnRoadmap::new(serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()).unwrap()
}

/// The shipped roadmap under an id of the learner's own.
fn my_python() -> OwnRoadmap {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/roadmaps/python.json");
    let file: RoadmapFile = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    OwnRoadmap::new(RoadmapFile { id: "my-python".into(), ..file }).unwrap()
}

/// A plan for baking bread.
fn baker() -> Document {
    let mut document = Document::new("bread".into());
    document.answers.give(Turn::first("experience".into()), "cakes-and-biscuits");
    document.week = Some(Week::on_workdays(Minutes::hours(3)));
    document.start = Some(monday());
    document
}

/// Opens the slots of a roadmap in the window with this id.
fn opened<'a, S: KeyValue>(
    storage: &'a S,
    own: Option<&OwnRoadmap>,
    window: u32,
) -> LoadedPlan<NamespacedStorage<&'a S>> {
    let roadmap = own.map_or_else(shipped_roadmap, |own| Roadmap::clone(&own.roadmap));
    open(NamespacedStorage::new(storage, own.map(|own| own.id().clone())), None, &roadmap, window)
}

fn plan_in(storage: &impl KeyValue, own: Option<&OwnRoadmap>) -> Option<Document> {
    opened(storage, own, 99).stored.map(|stored| Rc::unwrap_or_clone(stored.document))
}

fn save(storage: &impl KeyValue, own: Option<&OwnRoadmap>, document: Document, window: u32) {
    opened(storage, own, window).saver.unwrap().save(&document.into(), noon()).unwrap();
}

#[test]
fn plans_for_different_roadmaps_never_touch_each_other() {
    let storage = MemoryStorage::default();
    let mine = my_python();
    let about_mine = Document { roadmap: mine.id().clone(), ..everything() };
    save(&storage, None, beginner(), 1);
    let alone = SLOTS.map(|slot| storage.get(slot).unwrap());
    for n in 1..4 {
        save(&storage, Some(&bread()), Document { most_a_week: Some(Minutes(n)), ..baker() }, 2);
        save(&storage, Some(&mine), about_mine.clone(), 3);
    }
    assert_eq!(
        SLOTS.map(|slot| storage.get(slot).unwrap()),
        alone,
        "the shipped roadmap's slots are the same"
    );
    assert_eq!(plan_in(&storage, None), Some(beginner()));
    assert_eq!(plan_in(&storage, Some(&bread())).unwrap().most_a_week, Some(Minutes(3)));
    assert_eq!(plan_in(&storage, Some(&mine)), Some(about_mine));
    assert_eq!(set_aside_copies(&storage), []);
}

#[test]
fn windows_with_different_roadmaps_see_nothing_of_each_other() {
    let storage = MemoryStorage::default();
    save(&storage, None, beginner(), 1);
    save(&storage, Some(&bread()), baker(), 2);
    let (mut one, mut other) =
        (opened(&storage, None, 3).saver.unwrap(), opened(&storage, Some(&bread()), 4).saver.unwrap());
    one.save(&two_paths().into(), noon()).unwrap();
    assert_eq!(other.look(), Ok(None));
    other.save(&Document { target: Some(today()), ..baker() }.into(), noon()).unwrap();
    assert_eq!(one.look(), Ok(None));
    assert!(one.is_kept() && other.is_kept());
}

#[test]
fn garbage_in_one_roadmaps_slots_is_set_aside_and_the_other_plans_open() {
    let storage = MemoryStorage::default();
    save(&storage, None, beginner(), 1);
    NamespacedStorage::new(&storage, Some("bread".into())).set(SLOTS[0], "garbage").unwrap();
    assert_eq!(plan_in(&storage, None), Some(beginner()));
    assert_eq!(set_aside_copies(&storage), [], "those slots have not been read yet");
    assert!(opened(&storage, Some(&bread()), 2).set_aside.is_some());
    save(&storage, Some(&bread()), baker(), 3);
    assert_eq!(set_aside_copies(&storage)[0].1, "garbage");
    assert_eq!(plan_in(&storage, Some(&bread())), Some(baker()));
}

#[test]
fn roadmaps_load_as_they_were_saved() {
    let storage = MemoryStorage::default();
    let gone = OwnRoadmap { is_removed: true, ..my_python() };
    save_roadmap(&storage, &bread()).unwrap();
    save_roadmap(&storage, &gone).unwrap();
    assert_eq!(own_roadmaps(&storage), [bread(), gone]);
    for n in 1..5 {
        let renamed = bread().renamed(&format!(" Bread {n} ")).unwrap();
        assert_eq!(renamed.file.title, format!("Bread {n}"));
        save_roadmap(&storage, &renamed).unwrap();
        assert_eq!(own_roadmaps(&storage)[0], renamed);
    }
    assert_eq!(bread().renamed("  "), None);
}

#[test]
fn a_roadmap_whose_change_was_not_saved_is_still_there() {
    for fault in [
        Fault::SetThrows,
        Fault::SetDrops,
        Fault::SetCutsEnd,
        Fault::PutsHalfAndThrows,
        Fault::PutsAndThrows,
        Fault::ReadBackThrows,
    ] {
        let storage = FaultyStorage::default();
        save_roadmap(&storage, &bread()).unwrap();
        let renamed = bread().renamed("Sourdough").unwrap();
        for _ in 0..3 {
            storage.fails(FaultPlan { fault, at_write: 1, lasts: Lasts::Once });
            save_roadmap(&storage, &renamed).unwrap_err();
            storage.heals();
            let found = own_roadmaps(&storage);
            assert!(found == [bread()] || found == [renamed.clone()], "{fault:?}: {} are there", found.len());
        }
        // It can be changed once the storage works again.
        save_roadmap(&storage, &renamed).unwrap();
        assert_eq!(own_roadmaps(&storage), [renamed], "{fault:?}");
    }
}

#[test]
fn a_saved_roadmap_that_cannot_be_read_is_set_aside_before_it_is_overwritten() {
    let whole = MemoryStorage::default();
    save_roadmap(&whole, &bread()).unwrap();
    let key = whole.keys().unwrap().remove(0);
    let text = whole.get(&key).unwrap().unwrap();
    for at in (0..text.len()).step_by(97).filter(|&at| text.is_char_boundary(at)) {
        let turned = text[at..].replacen(|letter: char| letter.is_ascii_alphanumeric(), "~", 1);
        for damaged in [text[..at].to_owned(), format!("{}{turned}", &text[..at])] {
            let storage = MemoryStorage::default();
            storage.set(&key, &damaged).unwrap();
            assert_eq!(own_roadmaps(&storage), []);
            assert!(!is_free(&storage, bread().id()));
            for title in ["One", "Two", "Three"] {
                save_roadmap(&storage, &bread().renamed(title).unwrap()).unwrap();
            }
            assert_eq!(set_aside_copies(&storage), [("waymark.set-aside.1".to_owned(), damaged)]);
            assert_eq!(own_roadmaps(&storage), [bread().renamed("Three").unwrap()]);
        }
    }
}

#[test]
fn a_roadmap_that_can_neither_be_read_nor_copied_is_not_overwritten() {
    let storage = FaultyStorage::default();
    storage.set("waymark.own.bread.roadmap", "garbage").unwrap();
    for fault in [Fault::SetThrows, Fault::SetDrops, Fault::SetCutsEnd] {
        storage.fails(FaultPlan { fault, at_write: 1, lasts: Lasts::Once });
        save_roadmap(&storage, &bread()).unwrap_err();
        storage.heals();
        assert_eq!(
            storage.get("waymark.own.bread.roadmap").unwrap().as_deref(),
            Some("garbage"),
            "{fault:?}"
        );
    }
}

#[test]
fn a_roadmap_saved_by_a_newer_page_is_left_alone() {
    let newer = r#"{"waymark_saved":99,"roadmaps":["of another kind"]}"#;
    for place in ["waymark.own.bread.roadmap", "waymark.own.bread.roadmap-2"] {
        let storage = MemoryStorage::default();
        storage.set(place, newer).unwrap();
        let before = storage.clone();
        assert_eq!(save_roadmap(&storage, &bread()), Err(SaveFailure::Newer));
        assert_eq!(storage, before);
    }
}

#[test]
fn a_plan_whose_roadmap_was_not_saved_is_found_once_the_roadmap_is_opened_again() {
    // A large roadmap may not fit where its small plan does.
    let storage = MemoryStorage::default();
    save(&storage, Some(&bread()), baker(), 1);
    assert_eq!(own_roadmaps(&storage), []);
    assert!(
        is_free(&storage, bread().id()),
        "otherwise it gets another name, and the plan stays where nobody looks"
    );
    save_roadmap(&storage, &bread()).unwrap();
    assert!(!is_free(&storage, bread().id()));
    assert_eq!(plan_in(&storage, Some(&own_roadmaps(&storage)[0])), Some(baker()));
}

#[test]
fn a_roadmap_and_a_plan_with_its_roadmap_are_exported_and_opened_again() {
    let file = export_roadmap(&bread().file);
    assert_eq!(file.name, "waymark-roadmap-bread.json");
    assert_eq!(open_roadmap(&file.name, file.text.as_bytes()).unwrap().file, *bread().file);

    let file = export_own_plan(&baker(), &bread(), monday());
    assert_eq!(roadmap_in_plan(file.text.as_bytes()).as_ref(), Some(&*bread().file));
    assert_eq!(read_plan_file(file.text.as_bytes(), &bread().roadmap), Ok(baker()));
}

fn loaded(own: &OwnRoadmap, document: Option<Document>) -> Msg {
    let loaded = LoadedRoadmap::empty(own.roadmap.clone());
    let loaded = LoadedRoadmap { saved: document.map(SavedState::from), ..loaded };
    RoadmapMsg::Loaded(Box::new(loaded)).into()
}

#[test]
fn switching_roadmaps_loads_the_history_too_and_saves_nothing() {
    let mut model = opened_page(Rc::new(shipped_roadmap()), Some(beginner().into()), Screen::Plan, today());
    model.update(PlanMsg::WeekScaled(Minutes::hours(20)));
    let python = model.saved_state();
    let effects = model.update(loaded(&bread(), Some(baker())));
    assert_eq!((model.document(), model.roadmap().about().id.as_str()), (&baker(), "bread"));
    assert!(!effects.contains(&Effect::Save), "a plan that was just loaded is not saved");
    model.update(HistoryMsg::Undone);
    assert_eq!(*model.document(), baker(), "undo never leads to the plan of another roadmap");
    assert_eq!(model.history().past(), []);
    assert_ne!(model.saved_state(), python);
}

#[test]
fn each_change_is_saved_after_any_number_of_switches() {
    let mut model = opened_page(Rc::new(shipped_roadmap()), Some(beginner().into()), Screen::Plan, today());
    for own in [bread(), my_python(), bread()] {
        model.update(loaded(&own, None));
        let plan = Document { roadmap: own.id().clone(), ..baker() };
        let effects = model.update(OfferMsg::FileRead(Ok(Box::new(plan.clone()))));
        assert_eq!(*model.document(), plan);
        assert_eq!(effects[0], Effect::Save);
    }
}

#[test]
fn no_two_roadmaps_get_the_same_id() {
    let mut model = opened_page(Rc::new(shipped_roadmap()), None, Screen::Home, today());
    let id = |id: &str| RoadmapId::from(id);
    assert_eq!(model.library().free_id(&id("python")), id("python-2"), "the shipped roadmap has that id");
    assert_eq!(model.library().free_id(&id("bread")), id("bread"));
    model.update(RoadmapMsg::Saved(bread()));
    assert_eq!(model.library().free_id(&id("bread")), id("bread-2"));
    model.update(RoadmapMsg::Saved(bread().with_id(id("bread-2")).unwrap()));
    model.update(RoadmapMsg::Saved(OwnRoadmap { is_removed: true, ..bread() }));
    assert_eq!(
        model.library().free_id(&id("bread")),
        id("bread-3"),
        "a removed one can still be brought back"
    );
}

#[test]
fn a_roadmap_in_the_slot_of_another_is_not_taken_for_it() {
    let storage = MemoryStorage::default();
    save_roadmap(&storage, &bread()).unwrap();
    let text = storage.get("waymark.own.bread.roadmap").unwrap().unwrap();
    storage.set("waymark.own.cake.roadmap", &text).unwrap();
    assert_eq!(own_roadmaps(&storage), [bread()]);
}

#[test]
fn roadmaps_that_the_storage_lost_are_restored_from_their_copy() {
    let storage = MemoryStorage::default();
    save_roadmap(&storage, &bread()).unwrap();
    let (first, _) = copy_of_roadmaps(&storage);
    save_roadmap(&storage, &bread().renamed("Sourdough").unwrap()).unwrap();
    let gone = OwnRoadmap { is_removed: true, ..my_python() };
    save_roadmap(&storage, &gone).unwrap();
    let (second, copy) = copy_of_roadmaps(&storage);
    assert!(second > first, "an older copy would take the place of a newer one");
    assert!(!restore_roadmaps(&storage, copy.as_bytes()), "nothing is lost");

    let lost = MemoryStorage::default();
    assert!(restore_roadmaps(&lost, copy.as_bytes()));
    assert_eq!(own_roadmaps(&lost), own_roadmaps(&storage));
    assert_eq!(copy_of_roadmaps(&lost), (second, copy.clone()));

    // Nothing is overwritten: neither a roadmap of that id, nor an unreadable text.
    let other = bread().renamed("Rye").unwrap();
    for text in [None, Some("garbage")] {
        let here = MemoryStorage::default();
        match text {
            Some(text) => here.set("waymark.own.bread.roadmap-2", text).unwrap(),
            None => save_roadmap(&here, &other).unwrap(),
        }
        assert!(restore_roadmaps(&here, copy.as_bytes()));
        let bread_here = text.is_none().then(|| other.clone());
        assert_eq!(own_roadmaps(&here), bread_here.into_iter().chain([gone.clone()]).collect::<Vec<_>>());
        assert_eq!(here.get("waymark.own.bread.roadmap-2").unwrap().as_deref(), text);
    }
}

#[test]
fn an_invalid_copy_of_roadmaps_restores_nothing() {
    let kept = MemoryStorage::default();
    save_roadmap(&kept, &bread()).unwrap();
    let text = kept.get("waymark.own.bread.roadmap").unwrap().unwrap();
    let copy = copy_of_roadmaps(&kept).1;
    let with = |key: &str, text: &str| {
        let mut file: serde_json::Value = serde_json::from_str(&copy).unwrap();
        file["local_storage"] = serde_json::json!({ key: text });
        file.to_string()
    };
    for copy in [
        String::new(),
        "[]".to_owned(),
        copy.replace(r#""waymark_raw":1"#, r#""waymark_raw":2"#),
        copy[..copy.len() - 1].to_owned(),
        with("waymark.own.bread.roadmap", &text[..text.len() - 9]),
        with("waymark.own.cake.roadmap", &text),
        with("waymark.own.bread", &text),
        with("waymark.own.bread.plan", &text),
        with("waymark.plan", &text),
        with("other", &text),
    ] {
        let storage = MemoryStorage::default();
        assert!(!restore_roadmaps(&storage, copy.as_bytes()), "{copy}");
        assert_eq!(storage, MemoryStorage::default());
    }
}

/// The crash screen's file of everything stored.
fn crash_file(storage: &MemoryStorage) -> Vec<u8> {
    let texts: Vec<(String, String)> = storage
        .keys()
        .unwrap()
        .into_iter()
        .map(|key| (key.clone(), storage.get(&key).unwrap().unwrap()))
        .collect();
    let texts = serde_json::Value::Object(texts.into_iter().map(|(key, text)| (key, text.into())).collect());
    let file =
        serde_json::json!({ "waymark_raw": 1, "saved_at": null, "local_storage": texts, "copy": null });
    file.to_string().into_bytes()
}

#[test]
fn the_file_of_the_crash_screen_restores_roadmaps_with_their_plans() {
    let storage = MemoryStorage::default();
    save(&storage, None, beginner(), 1);
    save_roadmap(&storage, &bread()).unwrap();
    save(&storage, Some(&bread()), baker(), 2);
    let file = crash_file(&storage);
    assert_eq!(roadmaps_in_file(&file), [bread()]);
    assert_eq!(read_plan_file(&file, &shipped_roadmap()), Ok(beginner()));

    let empty = MemoryStorage::default();
    assert!(restore_roadmaps(&empty, &file));
    assert_eq!(own_roadmaps(&empty), [bread()]);
    assert_eq!(plan_in(&empty, Some(&bread())), Some(baker()));
    assert_eq!(plan_in(&empty, None), None, "that one is offered, not put in the place of another");
    assert!(!restore_roadmaps(&empty, &file));

    // A stored plan stays, even if the one in the file has a higher revision.
    save(&storage, Some(&bread()), Document { target: Some(today()), ..baker() }, 2);
    let with_plan = MemoryStorage::default();
    let other = Document { most_a_week: Some(Minutes(60)), ..baker() };
    save(&with_plan, Some(&bread()), other.clone(), 3);
    assert!(restore_roadmaps(&with_plan, &crash_file(&storage)));
    assert_eq!(own_roadmaps(&with_plan), [bread()]);
    assert_eq!(plan_in(&with_plan, Some(&bread())), Some(other));
}

#[test]
fn unreadable_roadmaps_can_be_downloaded() {
    let storage = MemoryStorage::default();
    save_roadmap(&storage, &bread()).unwrap();
    assert_eq!(unreadable_roadmaps(&storage), []);
    storage.set("waymark.own.bread.roadmap-2", "garbage").unwrap();
    assert_eq!(unreadable_roadmaps(&storage), [], "the roadmap itself is there");
    storage.set("waymark.own.cake.roadmap", "crumbs").unwrap();
    let expected = [("waymark.own.cake.roadmap".to_owned(), "crumbs".to_owned())];
    assert_eq!(unreadable_roadmaps(&storage), expected);
}
