//! An edited roadmap in the place of the one before: progress stays with what a step is, not with the letters of its node.

use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use app::{
    Change, Document, Effect, History, HistoryMsg, LoadedRoadmap, Model, Msg, Notice, OwnRoadmap,
    ProgressMsg, RoadmapChange, RoadmapMsg, RoadmapOffer, RoadmapTask, SavedState, Screen, State,
};
use formats::open_roadmap;
use planner::{Date, Ending, Item, Week};
use proptest::prelude::*;
use roadmap::{Corrections, Differences, Minutes, NodeId, Roadmap, RoadmapFile, Span, shipped_roadmap};
use storage::{NamespacedStorage, open, own_roadmaps, save_roadmap};
use testkit::{MemoryStorage, opened_page};

const BREAD: &str = "flowchart TD\n A[Flour 2 weeks] --> B[Dough 3 weeks]\n B --> C[Oven 2 weeks]\n";

/// A step more in front, so that every node has another letter.
const WITH_HYGIENE: &str = "flowchart TD\n A[Hygiene 1 week] --> B[Flour 2 weeks]\n B --> C[Dough 3 weeks]\n C --> D[Oven 2 weeks]\n";

/// The same steps under other letters.
const OTHER_LETTERS: &str =
    "flowchart TD\n n1[Flour 2 weeks] --> n2[Dough 3 weeks]\n n2 --> n3[Oven 2 weeks]\n";

fn february(day: u32) -> Date {
    Date::from_ymd_opt(2027, 2, day).unwrap()
}

fn file(text: &str) -> RoadmapFile {
    let name = if text.starts_with('#') { "bread.md" } else { "bread.mmd" };
    open_roadmap(name, text.as_bytes()).unwrap().file
}

fn roadmap(file: &RoadmapFile) -> Roadmap {
    Roadmap::new(file.clone()).unwrap_or_else(|problems| panic!("{problems:?}"))
}

fn differences(before: &RoadmapFile, after: &RoadmapFile) -> Differences {
    Differences::between(&roadmap(before), &roadmap(&after.with_ids_of(before)))
}

/// The topic of a step without any, by the step's title.
fn step(roadmap: &Roadmap, title: &str) -> Item {
    let node = roadmap.nodes().iter().find(|node| node.title == title);
    Item::Topic(node.unwrap_or_else(|| panic!("no step {title}")).id.as_str().into())
}

fn is_done(model: &Model, title: &str) -> bool {
    model.document().progress.finished(&step(model.roadmap(), title)).is_some()
}

/// The page as it goes on after its effects.
fn tell(model: &mut Model, msg: impl Into<Msg>) -> Vec<Effect> {
    let effects = model.update(msg);
    for effect in &effects {
        if let Effect::Roadmap(task) = effect
            && let RoadmapTask::Save { own, and_use, plan: _ } = &**task
        {
            model.update(RoadmapMsg::Saved(own.clone()));
            if *and_use && model.roadmap().about().id != *own.id() {
                model.update(RoadmapMsg::Loaded(Box::new(LoadedRoadmap::empty(own.roadmap.clone()))));
            }
        }
    }
    effects
}

fn offer(model: &mut Model, text: &str) -> Rc<RoadmapOffer> {
    let name = if text.starts_with('#') { "bread.md" } else { "bread.mmd" };
    let opened = open_roadmap(name, text.as_bytes()).unwrap();
    let offer = Rc::new(RoadmapOffer::new(opened, model.library()));
    tell(model, RoadmapMsg::FileRead(Ok(offer.clone())));
    assert_eq!(*model.screen(), Screen::RoadmapOffer);
    offer
}

fn accept(model: &mut Model, own: &OwnRoadmap) {
    let task = RoadmapTask::Save { own: own.clone(), and_use: true, plan: None };
    tell(model, RoadmapMsg::Asked(Rc::new(task)));
}

/// A page with the roadmap in use, and the given steps done.
fn learner(text: &str, done: &[&str]) -> Model {
    let mut model = opened_page(Rc::new(shipped_roadmap()), None, Screen::Home, february(1));
    let first = offer(&mut model, text);
    accept(&mut model, first.own());
    for title in done {
        let item = step(model.roadmap(), title);
        tell(&mut model, ProgressMsg::Ended { item, ending: Ending::Finished, on: february(2) });
    }
    model
}

fn changed(model: &Model) -> &RoadmapChange {
    match model.notice() {
        Some(Notice::RoadmapChanged(change)) => change,
        other => panic!("{other:?}"),
    }
}

#[test]
fn ticks_follow_their_steps_into_an_edited_file() {
    for edited in [WITH_HYGIENE, OTHER_LETTERS] {
        let mut model = learner(BREAD, &["Flour"]);
        let offer = offer(&mut model, edited);
        assert_eq!(offer.replaces().map(|own| own.file.title.as_str()), Some("bread"));
        accept(&mut model, offer.own());
        assert!(is_done(&model, "Flour") && !is_done(&model, "Dough"), "{edited}");
        assert!(edited == OTHER_LETTERS || !is_done(&model, "Hygiene"));
        // The offer is done with, and what became of the plan is said.
        assert_ne!(*model.screen(), Screen::RoadmapOffer);
        assert!(model.roadmap_offer().is_none());
        if edited == OTHER_LETTERS {
            assert_eq!(model.notice(), None, "nothing has changed");
            continue;
        }
        let change = changed(&model);
        assert_eq!((change.carried.kept, change.carried.lost.len()), (1, 0));
        assert_eq!(change.differences.same, 3);
    }
}

#[test]
fn what_is_gone_is_named_and_comes_back_with_undo() {
    let mut model = learner(BREAD, &["Flour", "Oven"]);
    let before = model.own_roadmap().unwrap().file.clone();
    let offer =
        offer(&mut model, "flowchart TD\n A[Flour 2 weeks] --> B[Dough 3 weeks]\n B --> C[Storage 1 week]\n");
    accept(&mut model, offer.own());
    assert_eq!(changed(&model).carried.lost, ["Oven"]);
    assert_eq!(changed(&model).carried.kept, 1);
    // Nothing takes the place of what is gone.
    assert!(!is_done(&model, "Storage"));
    let effects = tell(&mut model, HistoryMsg::Undone);
    assert_eq!(model.own_roadmap().unwrap().file, before);
    assert!(is_done(&model, "Oven") && is_done(&model, "Flour"));
    assert_eq!(model.notice(), Some(&Notice::Undone(Change::Roadmap)));
    assert!(effects.iter().any(|effect| matches!(effect, Effect::Roadmap(_))), "the roadmap is stored again");
    tell(&mut model, HistoryMsg::Redone);
    assert!(model.roadmap().nodes().iter().any(|node| node.title == "Storage"));
    // Undo goes on with what was done before the change.
    tell(&mut model, HistoryMsg::Undone);
    tell(&mut model, HistoryMsg::Undone);
    assert_eq!(model.own_roadmap().unwrap().file, before);
    assert!(!is_done(&model, "Oven") && is_done(&model, "Flour"));
}

#[test]
fn the_change_of_a_roadmap_can_be_undone_after_a_reload() {
    let mut model = learner(BREAD, &["Flour"]);
    let before = model.own_roadmap().unwrap().file.clone();
    let offer = offer(&mut model, WITH_HYGIENE);
    accept(&mut model, offer.own());
    let roadmap = model.roadmap().clone();
    let storage = MemoryStorage::default();
    let namespaced = || NamespacedStorage::new(&storage, Some(before.id.clone()));
    let noon = february(3).and_hms_opt(12, 0, 0).unwrap();
    open(namespaced(), None, &roadmap, 1).saver.unwrap().save(&model.saved_state(), noon).unwrap();
    let saved: SavedState = open(namespaced(), None, &roadmap, 2).stored.unwrap();
    let own = model.own_roadmap().unwrap().clone();
    let mut again = opened_page(Rc::new(shipped_roadmap()), None, Screen::Home, february(3));
    again.update(RoadmapMsg::Saved(own.clone()));
    let loaded = LoadedRoadmap { saved: Some(saved), ..LoadedRoadmap::empty(own.roadmap) };
    again.update(RoadmapMsg::Loaded(Box::new(loaded)));
    tell(&mut again, HistoryMsg::Undone);
    assert_eq!(again.own_roadmap().unwrap().file, before);
    assert!(is_done(&again, "Flour"));
}

#[test]
fn the_plan_of_a_roadmap_that_was_not_in_use_goes_on_too() {
    let mut model = learner(BREAD, &["Flour"]);
    let saved = model.saved_state();
    let shipped = model.library().shipped.clone();
    model.update(RoadmapMsg::Loaded(Box::new(LoadedRoadmap::empty(shipped))));
    let offer = offer(&mut model, WITH_HYGIENE);
    let task = RoadmapTask::Save { own: offer.own().clone(), and_use: true, plan: None };
    model.update(RoadmapMsg::Asked(Rc::new(task)));
    model.update(RoadmapMsg::Saved(offer.own().clone()));
    let loaded = LoadedRoadmap { saved: Some(saved), ..LoadedRoadmap::empty(offer.own().roadmap.clone()) };
    let effects = model.update(RoadmapMsg::Loaded(Box::new(loaded)));
    assert!(effects.contains(&Effect::Save), "undo has to outlast the page");
    assert!(is_done(&model, "Flour") && !is_done(&model, "Hygiene"));
    assert_eq!(changed(&model).carried.kept, 1);
    tell(&mut model, HistoryMsg::Undone);
    assert!(model.roadmap().nodes().iter().all(|node| node.title != "Hygiene"));
    assert!(is_done(&model, "Flour"));
}

#[test]
fn what_the_file_has_ticked_is_known_and_what_is_done_stays_done() {
    let text = |ticks: [char; 3]| {
        let [flour, dough, oven] = ticks;
        format!(
            "# Bread\n\n## First\n- [{flour}] Flour\n- [{dough}] Dough\n\n## Then\n- [{oven}] Oven\n- [ ] Shop\n"
        )
    };
    let mut model = learner(&text(['x', ' ', ' ']), &[]);
    let known = |model: &Model| model.document().known.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(known(&model), ["flour"]);
    assert_eq!(*model.screen(), Screen::Home);
    let item = Item::Topic("dough".into());
    tell(&mut model, ProgressMsg::Ended { item: item.clone(), ending: Ending::Finished, on: february(2) });
    let offer = offer(&mut model, &text(['x', 'x', 'x']));
    accept(&mut model, offer.own());
    assert_eq!(known(&model), ["flour", "oven"]);
    assert_eq!(model.document().progress.finished(&item), Some(february(2)));
}

#[test]
fn corrections_hold_for_an_edited_file_unless_it_says_something_else() {
    let guide = |flour: &str, dough: &str| {
        format!(
            "# Bread\n\n## {flour}\n- Wheat\n- Rye\n\n## {dough}\n- Kneading\n\n## Oven\n- Heating\n\n## Shop\n- Selling\n"
        )
    };
    let mut model = learner(&guide("Flour", "Dough"), &[]);
    let own = model.own_roadmap().unwrap().clone();
    let id = |title: &str| own.file.nodes.iter().find(|node| node.title == title).unwrap().id.clone();
    let mut corrections = Corrections::default();
    corrections.hours.extend(["Flour", "Dough"].map(|title| (id(title), Span { low: 7, high: 9 })));
    corrections.titles.insert(id("Oven"), "My oven".to_owned());
    corrections.left_out.insert(id("Shop"));
    let own = own.corrected(corrections).unwrap().renamed("My bread").unwrap();
    tell(&mut model, RoadmapMsg::Saved(own));
    // One step more in front, and a time for one that had none.
    let edited = guide("Flour", "Dough (3 hours)").replace("# Bread\n", "# Bread\n\n## Hygiene\n- Hands\n");
    let offer = offer(&mut model, &edited);
    accept(&mut model, offer.own());
    let nodes = model.roadmap().nodes();
    let titles: Vec<&str> = nodes[1..].iter().map(|node| node.title.as_str()).collect();
    assert_eq!(titles, ["Hygiene", "Flour", "Dough", "My oven"]);
    assert_eq!(model.roadmap().about().title, "My bread");
    let hours = |title: &str| {
        let node = model.own_roadmap().unwrap().file.nodes.iter().find(|node| node.title == title).cloned();
        node.unwrap().hours(10).unwrap()
    };
    assert_eq!((hours("Flour"), hours("Dough")), (Span { low: 7, high: 9 }, Span { low: 3, high: 3 }));
    // They are kept with the roadmap.
    let storage = MemoryStorage::default();
    save_roadmap(&storage, model.own_roadmap().unwrap()).unwrap();
    assert_eq!(own_roadmaps(&storage), [model.own_roadmap().unwrap().clone()]);
}

#[test]
fn steps_can_be_corrected_later_and_the_plan_goes_on() {
    let mut model = learner(BREAD, &["Flour", "Oven"]);
    let own = model.own_roadmap().unwrap().clone();
    tell(&mut model, RoadmapMsg::CorrectionAsked(Rc::new(RoadmapOffer::of_own(own.clone()))));
    assert_eq!(*model.screen(), Screen::RoadmapOffer);
    let oven = own.file.nodes.iter().find(|node| node.title == "Oven").unwrap().id.clone();
    let corrections = Corrections { left_out: [oven].into(), ..Corrections::default() };
    tell(&mut model, RoadmapMsg::OfferCorrected(Box::new(corrections)));
    // Nothing changes before it is saved.
    assert_eq!(model.own_roadmap(), Some(&own));
    let corrected = model.roadmap_offer().unwrap().own().clone();
    let task = RoadmapTask::Save { own: corrected.clone(), and_use: false, plan: None };
    tell(&mut model, RoadmapMsg::Asked(Rc::new(task)));
    assert_eq!(*model.screen(), Screen::Roadmaps);
    assert_eq!(model.own_roadmap(), Some(&corrected));
    assert_eq!(changed(&model).carried.lost, ["Oven"]);
    assert!(is_done(&model, "Flour"));
    tell(&mut model, HistoryMsg::Undone);
    assert_eq!(model.own_roadmap(), Some(&own));
    assert!(is_done(&model, "Oven"));
}

#[test]
fn a_file_under_another_name_is_known_by_its_steps() {
    let mut model = learner(BREAD, &["Flour"]);
    let opened = open_roadmap("bread (1).mmd", WITH_HYGIENE.as_bytes()).unwrap();
    let offer = RoadmapOffer::new(opened, model.library());
    assert_eq!(offer.own().id().as_str(), "bread");
    let other = open_roadmap("cake.mmd", b"flowchart TD\n A[Eggs] --> B[Sugar] --> C[Oven]\n").unwrap();
    assert_eq!(RoadmapOffer::new(other, model.library()).replaces(), None);
    // One that was removed is not offered to be replaced, unless it has the same id.
    let removed = OwnRoadmap { is_removed: true, ..model.own_roadmap().unwrap().clone() };
    model.update(RoadmapMsg::Saved(removed));
    let opened = open_roadmap("bread (1).mmd", WITH_HYGIENE.as_bytes()).unwrap();
    assert_eq!(RoadmapOffer::new(opened, model.library()).replaces(), None);
}

#[test]
fn only_what_is_alike_enough_is_taken_for_an_edited_file() {
    let mut model = learner("flowchart TD\n A[Oven]\n", &[]);
    let replaced = |model: &Model, name: &str, text: &str| {
        let offer = RoadmapOffer::new(open_roadmap(name, text.as_bytes()).unwrap(), model.library());
        offer.replaces().map(|own| own.id().to_string())
    };
    // One step of the same title is not enough.
    assert_eq!(replaced(&model, "cake.mmd", "flowchart TD\n x[Oven]\n"), None);
    model = learner(BREAD, &[]);
    let same_steps =
        serde_json::to_string(&RoadmapFile { id: "other".into(), ..file(OTHER_LETTERS) }).unwrap();
    // Nor are the same steps where the author gave the roadmap an id.
    assert_eq!(replaced(&model, "other.json", &same_steps), None);
    assert_eq!(replaced(&model, "other.mmd", OTHER_LETTERS).as_deref(), Some("bread"));
}

#[test]
fn what_is_ticked_is_said_beside_the_change_of_a_plan_that_moves() {
    let text = "# Bread\n\n## First\n- [ ] Flour\n- [ ] Dough\n\n## Then\n- [ ] Oven\n- [ ] Shop\n";
    let mut model = learner(text, &[]);
    let own = model.own_roadmap().unwrap().clone();
    let week = Week::new([Minutes::hours(1); 7]);
    let document = Document { week, start: Some(february(1)), ..model.document().clone() };
    let loaded = LoadedRoadmap { saved: Some(document.into()), ..LoadedRoadmap::empty(own.roadmap) };
    model.update(RoadmapMsg::Loaded(Box::new(loaded)));
    let offer = offer(&mut model, &text.replace("[ ] Oven", "[x] Oven"));
    accept(&mut model, offer.own());
    assert_eq!(changed(&model).ticked, 1);
    tell(&mut model, HistoryMsg::Undone);
    assert!(model.document().known.is_empty());
}

#[test]
fn steps_that_were_moved_are_as_the_edited_file_has_them() {
    let mut model = learner(BREAD, &[]);
    let own = model.own_roadmap().unwrap().clone();
    let id = own.file.nodes.iter().find(|node| node.title == "Oven").unwrap().id.clone();
    let moved = own.corrected(Corrections { moved_up: vec![id], ..Corrections::default() }).unwrap();
    tell(&mut model, RoadmapMsg::Saved(moved));
    let titles = |model: &Model| {
        model.roadmap().nodes()[1..].iter().map(|node| node.title.clone()).collect::<Vec<_>>()
    };
    assert_eq!(titles(&model), ["Flour", "Oven", "Dough"]);
    let offer_of_same = offer(&mut model, OTHER_LETTERS);
    accept(&mut model, offer_of_same.own());
    assert_eq!(titles(&model), ["Flour", "Oven", "Dough"]);
    let edited = offer(&mut model, WITH_HYGIENE);
    accept(&mut model, edited.own());
    assert_eq!(titles(&model), ["Hygiene", "Flour", "Dough", "Oven"]);
}

#[test]
fn undo_puts_back_only_the_roadmap_in_use() {
    let mut model = learner(BREAD, &[]);
    let other = OwnRoadmap::new(RoadmapFile { id: "other".into(), ..file(BREAD) }).unwrap();
    let document = Rc::new(model.document().clone());
    let state = State {
        document: document.clone(),
        change: Change::Roadmap,
        saved_at: None,
        roadmap: Some(other.read),
    };
    let mut history = History::new(vec![state], Vec::new());
    // The plan is as it was, but the roadmap is not.
    history.drop_if_unchanged(&document);
    let saved = SavedState { history, ..model.saved_state() };
    let own = model.own_roadmap().unwrap().clone();
    let loaded = LoadedRoadmap { saved: Some(saved), ..LoadedRoadmap::empty(own.roadmap.clone()) };
    model.update(RoadmapMsg::Loaded(Box::new(loaded)));
    tell(&mut model, HistoryMsg::Undone);
    assert_eq!(model.notice(), Some(&Notice::Undone(Change::Roadmap)));
    assert_eq!(model.library().own, [own]);
}

#[test]
fn ids_of_an_author_say_what_is_the_same() {
    let json = |title: &str| {
        format!(
            r#"{{ "waymark_roadmap": 2, "id": "tea", "title": "Tea", "summary": "", "reference_hours_per_week": 2,
                "reference_note": "", "nodes": [
                {{ "id": "go", "kind": "start", "title": "Go" }},
                {{ "id": "one", "kind": "phase", "title": "{title}", "weeks": {{ "low": 1, "high": 1 }} }}],
                "edges": [{{ "from": "go", "to": "one" }}] }}"#
        )
    };
    let mut model = opened_page(Rc::new(shipped_roadmap()), None, Screen::Home, february(1));
    for title in ["Boiling water", "Picking leaves"] {
        let opened = open_roadmap("tea.json", json(title).as_bytes()).unwrap();
        let offer = RoadmapOffer::new(opened, model.library());
        let node = offer.own().roadmap.nodes()[1].clone();
        assert_eq!((node.id, node.title.as_str()), (NodeId::from("one"), title));
        model.update(RoadmapMsg::Saved(offer.own().clone()));
    }
}

#[test]
fn steps_are_known_again_by_title_place_and_topics() {
    let guide = |body: &str| file(&format!("# Bread\n\n{body}"));
    // Numbered anew.
    let before = guide("## Phase 1: Flour\n- Wheat\n- Rye\n\n## Phase 2: Dough\n- Kneading\n");
    let after = guide(
        "## Phase 1: Hygiene\n- Hands\n\n## Phase 2: Flour\n- Wheat\n- Rye\n\n## Phase 3: Dough\n- Kneading\n",
    );
    let found = differences(&before, &after);
    assert_eq!((found.shared(), found.new.len(), found.gone.len()), (2, 1, 0), "{found:?}");
    // Under another title, with the same topics.
    let before = guide("## Flour\n- Wheat\n- Rye\n- Oats\n\n## Dough\n- Kneading\n");
    let after = guide("## Grain and its kinds\n- Wheat\n- Rye\n- Oats\n- Spelt\n\n## Dough\n- Kneading\n");
    let found = differences(&before, &after);
    assert_eq!((found.renamed.len(), found.new.len(), found.gone.len()), (1, 0, 0), "{found:?}");
    // A slip of the pen.
    let found = differences(
        &file("flowchart TD\n A[Grundlagen] --> B[Fotosynthese]\n"),
        &file("flowchart TD\n x[Grundlagen] --> y[Photosynthese]\n"),
    );
    assert_eq!((found.same, found.renamed.len()), (1, 1), "{found:?}");
    // Steps of the same title are told apart by what stands beside them.
    let before = file("flowchart TD\n A[Loops] --> B[Practice] --> C[Files] --> D[Practice]\n");
    let after = file(
        "flowchart TD\n A[Names] --> B[Practice] --> C[Loops] --> D[Practice] --> E[Files] --> F[Practice]\n",
    );
    let known = after.with_ids_of(&before);
    let ids: Vec<&str> = known.nodes.iter().map(|node| node.id.as_str()).collect();
    assert_eq!(ids, ["Start", "names", "practice", "A", "B", "C", "D"]);
    // Weeks without other words are told apart by their numbers.
    let found = differences(
        &file("flowchart TD\n A[Lesson 1] --> B[Lesson 2]\n"),
        &file("flowchart TD\n A[Lesson 2] --> B[Lesson 3]\n"),
    );
    assert_eq!(
        (found.same, found.new.as_slice(), found.gone.as_slice()),
        (1, &["Lesson 3".to_owned()][..], &["Lesson 1".to_owned()][..])
    );
}

#[test]
fn a_slip_of_the_pen_makes_no_other_step_or_topic() {
    // Beside the same steps, a few letters may differ, elsewhere only one or two.
    assert_eq!(
        ids_of_chain(&["Loops", "Recursion", "Files"], &["Loops", "Recursions!", "Files"]),
        ["A", "B", "C"]
    );
    assert_eq!(
        ids_of_chain(&["Loops", "Testing", "Files"], &["Loops", "Unit testing", "Files"])[1],
        "unit-testing"
    );
    assert_eq!(ids_of_chain(&["Loops", "Recursion", "Files"], &["Loops", "Recursive", "Files"])[1], "B");
    assert_eq!(
        ids_of_chain(&["Loops", "Recursion", "Files"], &["Web", "Recursive", "Shell"])[1],
        "recursive"
    );
    assert_eq!(
        ids_of_chain(&["Loops", "Photosynthesis", "Files"], &["Web", "Fotosynthesis", "Shell"])[1],
        "B"
    );
    let guide = |first: &str, second: &str| {
        file(&format!("# Plants\n\n## Leaves\n- Veins\n- {first}\n\n## Roots\n- Water\n- {second}\n"))
    };
    let before = guide("Photosynthesis", "Soil");
    let ids = |file: RoadmapFile| {
        file.with_ids_of(&before).topics.iter().map(|topic| topic.id.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(ids(guide("Photosyntesis", "Soil")), ["veins", "photosynthesis", "water", "soil"]);
    assert_eq!(ids(guide("Soil", "Photosyntesis")), ["veins", "soil", "water", "photosyntesis"]);
}

#[test]
fn which_of_several_is_left_nobody_knows() {
    let ids = ids_of_chain(&["Loops", "Practice", "Files", "Practice"], &["Shell", "Practice", "Web"]);
    assert_eq!(ids, ["shell", "practice", "web"]);
}

#[test]
fn an_answer_keeps_its_id_under_other_words() {
    let which = |ways: [&str; 2]| {
        let [one, other] = ways;
        file(&format!("flowchart TD\n A{{Which?}} -->|{one}| B[Wheat bread]\n A -->|{other}| C[Rye bread]\n"))
    };
    let before = which(["Wheat", "Rye"]);
    let answers =
        |file: &RoadmapFile| file.edges.iter().filter_map(|edge| edge.id.clone()).collect::<Vec<_>>();
    assert_eq!(answers(&which(["The light one", "Rye"]).with_ids_of(&before)), answers(&before));
    // Words count more than what they lead to.
    let mut turned = answers(&before);
    turned.reverse();
    assert_eq!(answers(&which(["Rye", "Wheat"]).with_ids_of(&before)), turned);
}

#[test]
fn nothing_new_gets_an_id_from_before() {
    let roadmap_with = |ids: [&str; 4], titles: [&str; 4]| -> RoadmapFile {
        let [node, topic, step, project] = ids;
        let [of_node, of_topic, of_step, of_project] = titles;
        serde_json::from_str(&format!(
            r#"{{ "waymark_roadmap": 2, "id": "r", "title": "R", "summary": "", "reference_hours_per_week": 2,
            "reference_note": "", "topics": [
            {{ "id": "kept", "title": "Kept", "steps": [{{ "id": "{step}", "title": "{of_step}", "share": 100 }}] }},
            {{ "id": "{topic}", "title": "{of_topic}" }}],
            "nodes": [{{ "id": "go", "kind": "start", "title": "Go" }},
            {{ "id": "stays", "kind": "phase", "title": "Stays", "minutes": {{ "low": 60, "high": 60 }}, "topics": ["kept"] }},
            {{ "id": "{node}", "kind": "phase", "title": "{of_node}", "minutes": {{ "low": 60, "high": 60 }}, "topics": ["{topic}"] }},
            {{ "id": "built", "kind": "projects", "title": "Built", "projects": [
            {{ "id": "{project}", "title": "{of_project}", "summary": "", "estimate_hours": {{ "low": 1, "high": 1 }} }}] }}],
            "edges": [{{ "from": "go", "to": "stays" }}, {{ "from": "stays", "to": "{node}" }}, {{ "from": "{node}", "to": "built" }}] }}"#
        ))
        .unwrap()
    };
    // Each id before is what would be made from the words of what is new.
    let before = roadmap_with(["hygiene", "soap", "washing", "shelf"], ["Flour", "Grain", "Milling", "Oven"]);
    let after = roadmap_with(["n", "t", "s", "p"], ["Hygiene", "Soap", "Washing", "Shelf"]);
    let known = after.with_ids_of(&before);
    assert!(Roadmap::new(known.clone()).is_ok());
    assert_eq!(
        known.nodes.iter().map(|node| node.id.as_str()).collect::<Vec<_>>(),
        ["go", "stays", "hygiene-2", "built"]
    );
    assert_eq!(known.topics.iter().map(|topic| topic.id.as_str()).collect::<Vec<_>>(), ["kept", "soap-2"]);
    assert_eq!(known.topics[0].steps[0].id.as_str(), "washing-2");
    assert_eq!(known.nodes[3].projects[0].id.as_str(), "shelf-2");
    // A roadmap with learning content has ids of its own.
    let own = RoadmapFile { content: Some(roadmap::Content::default()), ..after };
    assert_eq!(own.with_ids_of(&before), own);
}

/// The ids that the steps of an edited chain have, from the letters of the one before.
fn ids_of_chain(before: &[&str], after: &[&str]) -> Vec<String> {
    let lettered = |titles: &[&str]| -> Vec<(String, String)> {
        titles.iter().zip('A'..).map(|(title, letter)| (letter.to_string(), (*title).to_owned())).collect()
    };
    let known = chart(&lettered(after)).with_ids_of(&chart(&lettered(before)));
    known.nodes[1..].iter().map(|node| node.id.to_string()).collect()
}

#[test]
fn steps_of_the_same_title_are_told_apart_by_their_neighbors_and_topics() {
    // Both neighbors: the second "Practice" has changed places with the first.
    let before = ["Loops", "Practice", "Files", "Loops", "Practice", "Names"];
    let after = ["Loops", "Practice", "Names", "Loops", "Practice", "Files"];
    let ids = ids_of_chain(&before, &after);
    assert_eq!((ids[1].as_str(), ids[4].as_str()), ("E", "B"));
    // The step behind.
    let before = ["Loops", "Practice", "Files", "Names", "Practice", "Web"];
    let after = ["Shell", "Practice", "Web", "Types", "Practice", "Files"];
    let ids = ids_of_chain(&before, &after);
    assert_eq!((ids[1].as_str(), ids[4].as_str()), ("E", "B"));
    // The step ahead.
    let after = ["Names", "Practice", "Shell", "Loops", "Practice", "Types"];
    let ids = ids_of_chain(&before, &after);
    assert_eq!((ids[1].as_str(), ids[4].as_str()), ("E", "B"));
    // Nothing but their order.
    let ids = ids_of_chain(
        &["Loops", "Practice", "Files", "Practice"],
        &["Shell", "Practice", "Types", "Practice"],
    );
    assert_eq!((ids[1].as_str(), ids[3].as_str()), ("B", "D"));
    // Their topics.
    let guide = |first: &str, second: &str| {
        file(&format!(
            "# Course\n\n## Practice\n- {first}\n- More {first}\n\n## Practice\n- {second}\n- More {second}\n"
        ))
    };
    let (before, after) = (guide("Loops", "Files"), guide("Files", "Loops"));
    let ids = |file: &RoadmapFile| file.nodes[1..].iter().map(|node| node.id.clone()).collect::<Vec<_>>();
    let turned: Vec<NodeId> = ids(&before).into_iter().rev().collect();
    assert_eq!(ids(&after.with_ids_of(&before)), turned);
}

#[test]
fn topics_of_the_same_title_stay_with_their_steps() {
    let guide = |first: &str, second: &str| {
        file(&format!("# Bread\n\n## {first}\n- Practice\n\n## {second}\n- Practice\n"))
    };
    let topic = |file: &RoadmapFile, step: &str| {
        file.nodes.iter().find(|node| node.title == step).unwrap().topics[0].clone()
    };
    let before = guide("Flour", "Dough");
    let after = guide("Dough", "Flour").with_ids_of(&before);
    assert_ne!(topic(&before, "Flour"), topic(&before, "Dough"));
    for step in ["Flour", "Dough"] {
        assert_eq!(topic(&after, step), topic(&before, step), "{step}");
    }
}

/// A chart of steps with these titles and letters.
fn chart(steps: &[(String, String)]) -> RoadmapFile {
    let nodes: String = steps.iter().map(|(id, title)| format!(" {id}[{title}]\n")).collect();
    let edges: String = steps.windows(2).map(|two| format!(" {} --> {}\n", two[0].0, two[1].0)).collect();
    file(&format!("flowchart TD\n{nodes}{edges}"))
}

const TITLES: [&str; 12] = [
    "Flour", "Dough", "Oven", "Hygiene", "Yeast", "Salt", "Water", "Shaping", "Baking", "Selling", "Storing",
    "Tasting",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is edited, a step with the title of one before is that one, and no other step has an id from before.
    #[test]
    fn each_step_keeps_its_id_under_any_letters(
        before in prop::sample::subsequence(TITLES.to_vec(), 2..12).prop_shuffle(),
        after in prop::sample::subsequence(TITLES.to_vec(), 2..12).prop_shuffle(),
        shift in 0..12usize,
    ) {
        let named = |titles: &[&str], shift: usize| -> Vec<(String, String)> {
            let id = |at: usize| format!("N{}", (at + shift) % 12);
            titles.iter().enumerate().map(|(at, title)| (id(at), (*title).to_owned())).collect()
        };
        let (old, new) = (chart(&named(&before, 0)), chart(&named(&after, shift)));
        let known = new.with_ids_of(&old);
        prop_assert!(Roadmap::new(known.clone()).is_ok());
        let titles = |file: &RoadmapFile| file.nodes.iter().map(|node| node.title.clone()).collect::<Vec<_>>();
        prop_assert_eq!(titles(&known), titles(&new));
        for node in &known.nodes {
            let of_id = old.nodes.iter().find(|other| other.id == node.id).map(|other| &other.title);
            let of_title = old.nodes.iter().find(|other| other.title == node.title).map(|other| &other.id);
            prop_assert!(of_id.is_none_or(|title| *title == node.title), "{} has the id of {of_id:?}", node.title);
            prop_assert!(of_title.is_none_or(|id| *id == node.id), "{} has lost its id", node.title);
        }
        // What is opened once more is the same again.
        prop_assert_eq!(new.with_ids_of(&known), known);
    }
}

/// Small roadmaps of all forms, with the names of their files.
fn imported() -> Vec<(String, RoadmapFile)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/import");
    let open = |path: PathBuf| {
        let name = path.file_name()?.to_string_lossy().into_owned();
        let opened = open_roadmap(&name, &fs::read(&path).ok()?).ok()?;
        Some((name, opened.file))
    };
    fs::read_dir(root).unwrap().filter_map(|entry| open(entry.unwrap().path())).collect()
}

#[test]
fn a_file_opened_again_keeps_all_ids() {
    for (name, file) in imported() {
        assert_eq!(file.with_ids_of(&file), file, "{name}");
    }
}

#[test]
fn any_roadmap_in_the_place_of_any_other_is_a_roadmap_with_the_same_words() {
    let all = imported();
    assert!(all.len() > 25, "{}", all.len());
    let words = |file: &RoadmapFile| {
        let roadmap = roadmap(file);
        let titles: Vec<String> = roadmap.nodes().iter().map(|node| node.title.clone()).collect();
        let labels: Vec<String> = roadmap.edges().iter().map(|edge| edge.label.clone()).collect();
        (titles, labels, roadmap.topics().count())
    };
    for ((before_name, before), (name, after)) in
        all.iter().flat_map(|one| all.iter().map(move |two| (one, two)))
    {
        let known = after.with_ids_of(before);
        assert_eq!(words(&known), words(after), "{name} in the place of {before_name}");
    }
}
