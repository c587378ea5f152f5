//! Why the finish moved: the parts add up to the whole, and each names what happened.

use app::form::Field;
use app::{Cause, Document, Model, Moved, Msg, Notice, PlanMsg, ProgressMsg, Situation};
use chrono::Days;
use planner::{Date, Ending, Item, LogEntry, PaceChoice};
use proptest::prelude::*;
use roadmap::{Minutes, shipped_roadmap};
use testkit::documents::{self, monday};

use crate::edits::{any_edit, model_with};

fn after(days: u64) -> Date {
    monday() + Days::new(days)
}

fn between(model: &Model, before: (&Document, Date), after: (&Document, Date)) -> Option<Moved> {
    let at = |(document, today)| Situation { document, roadmap: model.roadmap(), today };
    Moved::between(at(before), at(after))
}

fn topic(id: &str) -> Item {
    Item::Topic(id.into())
}

fn done(topic: &str, on: Date) -> ProgressMsg {
    ProgressMsg::Ended { item: Item::Topic(topic.into()), ending: Ending::Finished, on }
}

fn told(model: &Model) -> Option<&Moved> {
    match model.notice() {
        Some(Notice::Moved(moved)) => Some(moved),
        _ => None,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn the_parts_add_up_to_the_whole(
        begun in prop::sample::select(vec![documents::beginner(), documents::two_paths(), documents::everything()]),
        edits in prop::collection::vec((any_edit(), prop::option::of((0..5_usize, 1..600_u32))), 1..30),
        split in 0..30_usize,
    ) {
        let mut model = model_with(begun);
        let mut before = (model.document().clone(), model.today());
        for (at, ((_, edit), logged)) in edits.into_iter().enumerate() {
            model.update(edit);
            let mut document = model.document().clone();
            if let Some((item, minutes)) = logged {
                let item = topic(["variables", "functions", "classes", "numpy", "pandas"][item]);
                document.progress.log.add(LogEntry::new(model.today(), item, Minutes(minutes)));
            }
            if at < split {
                before = (document.clone(), model.today());
            }
            let now = (&document, model.today());
            if let Some(moved) = between(&model, (&before.0, before.1), now) {
                let sum: i64 = moved.parts.iter().map(|(_, days)| days).sum();
                prop_assert_eq!(sum, moved.days(), "{:?}", moved);
            }
            if let Some(moved) = between(&model, now, now) {
                prop_assert!(moved.parts.is_empty(), "{:?}", moved);
            }
        }
    }
}

#[test]
fn a_change_is_told_with_what_it_moved() {
    let mut model = model_with(documents::beginner());
    let before = model.usual_finish().unwrap().unwrap();
    model.update(PlanMsg::WeekScaled(Minutes::hours(5)));
    let moved = told(&model).expect("fewer hours move the finish");
    assert_eq!((moved.from, moved.to), (before, model.usual_finish().unwrap().unwrap()));
    assert_eq!(moved.parts, [(Cause::Hours, moved.days())]);
    assert!(moved.days() > 60);
    // A change that moves nothing takes the old news away, and so does typing.
    model.update(PlanMsg::BaselineFrozen);
    assert_eq!(told(&model), None);
    model.update(PlanMsg::WeekScaled(Minutes::hours(10)));
    assert!(told(&model).is_some());
    model.update(PlanMsg::Typed { field: Field::LogTime, text: "1".to_owned() });
    assert_eq!(told(&model), None);
}

#[test]
fn what_is_finished_is_told_even_if_nothing_moves() {
    let mut model = model_with(documents::beginner());
    model.update(PlanMsg::PaceChosen(PaceChoice::RangesOnly));
    // Ten study days of two hours are exactly what the topic is expected to take.
    model.update(Msg::DayCame(after(11)));
    model.update(done("variables", after(11)));
    let moved = told(&model).expect("something was finished");
    assert_eq!(moved.parts, [(Cause::Finished(vec![topic("variables")]), moved.days())]);
}

#[test]
fn a_week_is_split_among_time_and_what_was_finished() {
    let mut model = model_with(documents::beginner());
    let log = |model: &mut Model, on, minutes| {
        let mut document = model.document().clone();
        document.progress.log.add(LogEntry::new(on, topic("variables"), minutes));
        *model = model_with(document);
        model.update(Msg::DayCame(on));
    };
    for day in [0, 1, 2, 3, 4, 7, 8, 9, 10, 11] {
        log(&mut model, after(day), Minutes::hours(2));
    }
    model.update(done("variables", after(11)));
    // In the third week, three of ten hours.
    log(&mut model, after(15), Minutes::hours(3));
    model.update(Msg::DayCame(after(18)));
    let roadmap = shipped_roadmap();
    let now = Situation { document: model.document(), roadmap: &roadmap, today: after(18) };
    let moved = Moved::since(7, now).expect("the plan is older than a week");
    let time = Cause::Time { days: 7, planned: Minutes::hours(10), logged: Some(Minutes::hours(3)) };
    let causes: Vec<&Cause> = moved.parts.iter().map(|(cause, _)| cause).collect();
    assert_eq!(causes, [&time]);
    assert!(moved.days() > 0, "{moved:?}");
    let moved = Moved::since(8, now).expect("the plan is older than eight days");
    let causes: Vec<&Cause> = moved.parts.iter().map(|(cause, _)| cause).collect();
    assert_eq!(causes.last(), Some(&&Cause::Finished(vec![topic("variables")])));
    assert_eq!(Moved::since(19, now), None, "there was no plan");
}

#[test]
fn what_is_finished_on_one_day_is_one_reason() {
    let mut model = model_with(documents::beginner());
    model.update(Msg::DayCame(after(45)));
    model.update(ProgressMsg::PhaseFinished { phase: "Basics".into(), on: after(45) });
    let moved = told(&model).expect("a phase was finished");
    let items = ["classes", "functions", "variables"].map(topic).to_vec();
    assert_eq!(moved.parts, [(Cause::Finished(items), moved.days())]);
}
