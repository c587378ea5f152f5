//! Steps of topics and projects: their shares and order, and what a tick does to the plan.

use planner::{BurnUp, Date, Ending, Item, LogEntry, Progress, Status, StepKey, Steps, Tally, Toward};
use proptest::prelude::*;
use roadmap::{Minutes, Roadmap};

use crate::learner::{Learner, after, monday, shipped};

fn variables() -> Item {
    Item::Topic("variables".into())
}

fn titles(steps: &Steps, roadmap: &Roadmap, item: &Item) -> Vec<String> {
    steps.of(roadmap, item).into_iter().map(|step| step.title.to_owned()).collect()
}

fn keys(learner: &Learner, roadmap: &Roadmap, item: &Item) -> Vec<(StepKey, f64)> {
    let steps = learner.progress.steps.of(roadmap, item);
    steps.into_iter().map(|step| (step.key, step.share)).collect()
}

/// Ticks the next open step of the topic or project in hand, and returns its item.
fn tick_next(learner: &mut Learner, roadmap: &Roadmap) -> Option<Item> {
    let forecast = learner.forecast(roadmap);
    let open = forecast.remaining.items().find(|open| !open.steps.is_empty())?.clone();
    let step = open.steps[0].key.clone();
    let today = learner.today;
    learner.progress.tick_step(roadmap, open.item.clone(), step, today);
    Some(open.item)
}

#[test]
fn a_learners_own_steps_stand_where_they_were_moved() {
    let (roadmap, topic) = (shipped(), variables());
    let mut steps = Steps::default();
    let ours = titles(&steps, &roadmap, &topic);
    let last = ours.len();
    steps.add(&roadmap, topic.clone(), "A".to_owned());
    steps.add(&roadmap, topic.clone(), "B".to_owned());
    assert_eq!(titles(&steps, &roadmap, &topic)[last..], ["A", "B"]);

    steps.shift(&roadmap, &topic, 2, Toward::Start);
    assert_eq!(titles(&steps, &roadmap, &topic)[last..], ["B", "A"]);
    steps.shift(&roadmap, &topic, 2, Toward::Start);
    assert_eq!(
        titles(&steps, &roadmap, &topic)[last - 1..],
        ["B".to_owned(), ours[last - 1].clone(), "A".to_owned()]
    );
    for _ in 0..20 {
        steps.shift(&roadmap, &topic, 1, Toward::Start);
    }
    assert_eq!(titles(&steps, &roadmap, &topic)[..2], ["A".to_owned(), ours[0].clone()]);
    for _ in 0..20 {
        steps.shift(&roadmap, &topic, 1, Toward::End);
    }
    assert_eq!(titles(&steps, &roadmap, &topic).last().unwrap(), "A");

    steps.rename(&topic, 1, "Chapter 4".to_owned());
    steps.remove(&topic, 2);
    let [before @ .., last] = &titles(&steps, &roadmap, &topic)[..] else { panic!() };
    assert_eq!((before, last.as_str()), (&ours[..], "Chapter 4"));
    steps.remove(&topic, 1);
    assert_eq!(steps, Steps::default());
}

/// Where somebody had moved a step behind steps that the roadmap has no more, it stays at the end.
#[test]
fn an_own_step_can_be_moved_after_the_roadmap_lost_steps() {
    let (roadmap, topic) = (shipped(), variables());
    let own = planner::OwnStep { number: 1, title: "A".to_owned(), after: 90 };
    let of_topic = planner::StepsOfItem::new(vec![own], Default::default());
    let mut steps = Steps::new([(topic.clone(), of_topic)]);
    let count = titles(&steps, &roadmap, &topic).len();
    assert_eq!(titles(&steps, &roadmap, &topic)[count - 1], "A");
    steps.shift(&roadmap, &topic, 1, Toward::Start);
    assert_eq!(titles(&steps, &roadmap, &topic)[count - 2], "A");
}

#[test]
fn the_last_step_finishes_its_topic_and_unticking_one_reopens_only_that_one() {
    let (roadmap, topic) = (shipped(), variables());
    let mut learner = Learner::new(&["build-ai-ml-systems"]);
    let keys = keys(&learner, &roadmap, &topic);
    for (day, (step, _)) in (0..).zip(&keys) {
        assert_eq!(learner.progress.finished(&topic), None);
        learner.progress.tick_step(&roadmap, topic.clone(), step.clone(), after(monday(), day));
    }
    let last = after(monday(), keys.len() as u64 - 1);
    assert_eq!(learner.progress.status_of(&topic), Status::Done(last));

    learner.progress.untick_step(&roadmap, &topic, &keys[1].0);
    assert_eq!(learner.progress.status_of(&topic), Status::InProgress);
    for (day, (step, _)) in (0..).zip(&keys) {
        let done = (day != 1).then(|| after(monday(), day));
        assert_eq!(learner.progress.step_done(&topic, step), done);
    }
}

#[test]
fn finishing_a_topic_does_the_steps_that_were_left_of_it() {
    let (roadmap, topic) = (shipped(), variables());
    let mut progress = Progress::default();
    let keys: Vec<StepKey> = progress.steps.of(&roadmap, &topic).into_iter().map(|step| step.key).collect();
    let (first, second) = (monday(), after(monday(), 9));
    progress.tick_step(&roadmap, topic.clone(), keys[0].clone(), first);
    progress.end(topic.clone(), Ending::Finished, second);
    let dates: Vec<Option<Date>> = keys.iter().map(|step| progress.step_done(&topic, step)).collect();
    assert_eq!(dates[..2], [Some(first), Some(second)]);
    // Taken back, only what was ticked by itself is done.
    progress.reopen(&topic);
    let dates: Vec<Option<Date>> = keys.iter().map(|step| progress.step_done(&topic, step)).collect();
    assert_eq!(dates[..2], [Some(first), None]);
}

#[test]
fn steps_count_by_their_shares() {
    let roadmap = shipped();
    let mut learner = Learner::new(&["build-ai-ml-systems"]);
    let before = learner.tally(&roadmap);
    let (step, share) = keys(&learner, &roadmap, &variables())[0].clone();
    learner.progress.tick_step(&roadmap, variables(), step, monday());
    let after = learner.tally(&roadmap);
    // Fundamentals take 40 to 80 hours, Variables a third of that.
    assert_eq!(before.done, Minutes::ZERO);
    assert!((f64::from(after.done.0) - share * 1200.0).abs() <= 1.0);
    assert_eq!(after.total, before.total);
    assert_eq!(after.finished, 0);
}

#[test]
fn open_steps_are_dated_in_order_and_the_last_one_as_its_topic() {
    let roadmap = shipped();
    let learner = Learner::new(&["build-ai-ml-systems"]);
    let forecast = learner.forecast(&roadmap);
    let first = forecast.work[0].item(&variables()).unwrap();
    assert_eq!(first.steps.len(), keys(&learner, &roadmap, &variables()).len());
    assert!(first.steps.is_sorted_by_key(|(_, finishes)| (finishes.p50, finishes.p80, finishes.p95)));
    assert_eq!(first.steps.last().unwrap().1, first.finishes);
    assert!(first.steps[0].1.p50 < first.finishes.p50);
}

/// A topic in steps is the same evidence as a topic in one piece, once all of it is done.
#[test]
fn a_topic_done_step_by_step_is_the_evidence_that_it_is_in_one_piece() {
    let roadmap = shipped();
    let mut whole = Learner::new(&["build-ai-ml-systems"]);
    whole.finishes(&"variables".into(), after(monday(), 20));
    let mut steps = Learner::new(&["build-ai-ml-systems"]);
    let [first @ .., _] = &keys(&steps, &roadmap, &variables())[..] else { panic!() };
    for (day, (step, _)) in (0..).zip(first) {
        steps.progress.tick_step(&roadmap, variables(), step.clone(), after(monday(), 2 * day));
    }
    steps.progress.end(variables(), Ending::Finished, after(monday(), 20));
    for learner in [&mut whole, &mut steps] {
        learner.today = after(monday(), 21);
    }
    let took = |learner: &Learner| learner.forecast(&roadmap).remaining.finished[0].took;
    assert_eq!(took(&whole), took(&steps));
    assert_eq!(whole.finish(&roadmap), steps.finish(&roadmap));
}

#[test]
fn slow_steps_move_the_finish_later_from_the_next_day_on() {
    let roadmap = shipped();
    let pace = |hours: u32| {
        let mut learner = Learner::new(&["build-ai-ml-systems"]);
        for (step, _) in keys(&learner, &roadmap, &variables()).into_iter().take(4) {
            learner.progress.tick_step(&roadmap, variables(), step, monday());
        }
        let minutes = Minutes::hours(hours);
        learner.progress.log.add(LogEntry::new(monday(), variables(), minutes));
        let same_day = learner.forecast(&roadmap).remaining.middle_pace;
        learner.today = after(monday(), 1);
        (same_day, learner.forecast(&roadmap).remaining.middle_pace)
    };
    let (quick, slow) = (pace(6), pace(18));
    // Half of Variables is some ten hours.
    assert!(quick.1 < quick.0 && slow.1 > slow.0, "{quick:?} {slow:?}");
    assert!((quick.0 - slow.0).abs() < 0.01);
}

/// Time that was spent before somebody began to tick steps went into more than the first one ticked.
#[test]
fn a_first_tick_after_much_study_is_no_evidence_of_a_slow_pace() {
    let roadmap = shipped();
    let mut learner = Learner::new(&["build-ai-ml-systems"]);
    learner.progress.log.add(LogEntry::new(monday(), variables(), Minutes::hours(14)));
    let (step, _) = keys(&learner, &roadmap, &variables())[0].clone();
    learner.today = after(monday(), 1);
    let before = learner.finish(&roadmap);
    learner.progress.tick_step(&roadmap, variables(), step, monday());
    let after = learner.finish(&roadmap);
    assert!((after.p80 - before.p80).num_days().abs() <= 2, "{before:?} {after:?}");
}

/// Something a made-up learner does on a day: log minutes, tick steps, or nothing.
fn any_days() -> impl Strategy<Value = Vec<(u32, usize)>> {
    prop::collection::vec((prop_oneof![Just(0), 15..240_u32], 0..3_usize), 1..60)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn shares_add_up_and_every_own_step_is_among_them(after in prop::collection::vec(0..12_usize, 0..6)) {
        let (roadmap, topic) = (shipped(), variables());
        let own = (0..).zip(&after).map(|(number, after)| planner::OwnStep { number, title: format!("{number}"), after: *after });
        let of_topic = planner::StepsOfItem::new(own.collect(), Default::default());
        let steps = Steps::new([(topic.clone(), of_topic)]);
        let all = steps.of(&roadmap, &topic);
        prop_assert!((all.iter().map(|step| step.share).sum::<f64>() - 1.0).abs() < 1e-9);
        for number in 0..after.len() as u32 {
            prop_assert_eq!(all.iter().filter(|step| step.key == StepKey::Own(number)).count(), 1);
        }
    }

    #[test]
    fn own_steps_stay_in_the_order_in_which_they_are_stored(
        after in prop::collection::vec(0..12_usize, 0..4),
        edits in prop::collection::vec((0..4_u8, 0..5_u32), 0..12),
    ) {
        let (roadmap, topic) = (shipped(), variables());
        let own = (0..).zip(after).map(|(number, after)| planner::OwnStep { number, title: format!("{number}"), after });
        let of_topic = planner::StepsOfItem::new(own.collect(), Default::default());
        let mut steps = Steps::new([(topic.clone(), of_topic)]);
        for (edit, number) in edits {
            match edit {
                0 => steps.add(&roadmap, topic.clone(), "New".to_owned()),
                1 => steps.remove(&topic, number),
                2 => steps.shift(&roadmap, &topic, number, Toward::Start),
                _ => steps.shift(&roadmap, &topic, number, Toward::End),
            }
            let stored = planner::StepsOfItem::new(steps.own(&topic).to_vec(), Default::default());
            prop_assert_eq!(Steps::new([(topic.clone(), stored)]), steps.clone());
        }
    }

    /// On the day of a tick, and but for an hour: how much of the day of a tick was used is uncertain. With the last step the topic is finished, which says something about the pace.
    #[test]
    fn a_tick_leaves_no_more_to_do_and_the_parts_of_the_chart_add_up(days in any_days()) {
        let roadmap = shipped();
        let mut learner = Learner::new(&["build-ai-ml-systems"]);
        for (day, (minutes, ticks)) in (0..).zip(days) {
            learner.today = after(monday(), day);
            let in_hand = learner.forecast(&roadmap).remaining.items().next().map(|open| open.item.clone());
            if let (Some(item), true) = (in_hand, minutes > 0) {
                learner.progress.log.add(LogEntry::new(learner.today, item, Minutes(minutes)));
            }
            for _ in 0..ticks {
                let before = learner.forecast(&roadmap).remaining;
                let Some(item) = tick_next(&mut learner, &roadmap) else { break };
                let now = learner.forecast(&roadmap).remaining;
                if learner.progress.finished(&item).is_none() {
                    for chance in [0.5, 0.8] {
                        prop_assert!(now.time.quantile(chance) <= before.time.quantile(chance) + 60.0);
                    }
                }
            }
        }
        let (plan, forecast) = (learner.plan(&roadmap), learner.forecast(&roadmap));
        let chart = BurnUp::of(&plan, &learner.progress, &forecast, None);
        let tally: Tally = learner.tally(&roadmap);
        prop_assert_eq!(chart.done.last().map_or(Minutes::ZERO, |(_, done)| *done), tally.done);
        prop_assert_eq!(chart.ahead.last().map(|(done, _)| *done), Some(tally.total));
    }
}
