//! Laws of what marks and log mean: one learner has one pace, and dates move for a reason.

use planner::{
    Availability, Chances, Date, DateRange, Ending, Forecast, LogEntry, Now, Plan, Remaining, Scheduled,
    Turn, Week, compare,
};
use proptest::prelude::*;
use roadmap::{Minutes, Roadmap, TopicId};

use crate::learner::{Learner, after, any_life, any_phases, chain, monday, shipped, topics};

/// Lets a learner finish topics in order, one after the other at these multiples of what they are expected to take,
/// logging or not. The day of the last finish becomes today.
fn work_through(learner: &mut Learner, roadmap: &Roadmap, paces: &[f64], logs: bool) {
    let plan = learner.plan(roadmap);
    let items: Vec<_> = plan.work.iter().flat_map(Scheduled::items).collect();
    let mut today = learner.start;
    for ((item, effort), pace) in items.into_iter().zip(paces) {
        let mut open = (f64::from(effort.middle().0) * pace).round() as u32;
        // Each topic begins on a day of its own.
        while open > 0 {
            let minutes = learner.life.capacity(today).0.min(open);
            if logs && minutes > 0 {
                learner.progress.log.add(LogEntry::new(today, item.clone(), Minutes(minutes)));
            }
            open -= minutes;
            if open > 0 {
                today = today.succ_opt().unwrap();
            }
        }
        learner.progress.end(item, Ending::Finished, today);
        learner.today = today;
        today = today.succ_opt().unwrap();
    }
}

fn any_paces() -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec(0.5..2.0_f64, 0..8)
}

fn finish(plan: &Plan, learner: &Learner, now: &Now<'_>) -> Option<Chances> {
    Forecast::make(plan, &learner.life, now).unwrap().finish()
}

fn ends_by(one: &Chances, other: &Chances) -> bool {
    one.p50 <= other.p50 && one.p80 <= other.p80 && one.p95 <= other.p95
}

/// A learner of the shipped roadmap on one path, who took 1.4 times as long as expected for all of the first path.
fn slow_on(path: &str) -> Learner {
    let mut learner = Learner::new(&[path]);
    work_through(&mut learner, &shipped(), &[1.4; 40], false);
    learner.today = learner.today.succ_opt().unwrap();
    learner
}

#[test]
fn what_was_finished_on_one_path_is_evidence_on_all() {
    let roadmap = shipped();
    let learner = slow_on("create-web-applications");
    let other = Learner { answers: Learner::new(&["automate-everything"]).answers, ..learner.clone() };
    let fresh = Learner { progress: Default::default(), start: learner.today, ..other.clone() };
    let pace = |learner: &Learner| learner.forecast(&roadmap).remaining.middle_pace;
    assert!(pace(&other) > 1.25, "{}", pace(&other));
    assert!(pace(&fresh) < 1.1);
}

#[test]
fn a_comparison_gives_each_path_the_dates_that_taking_it_gives() {
    let roadmap = shipped();
    let mut learner = slow_on("create-web-applications");
    // Half of it is open again.
    let open: Vec<_> = learner.plan(&roadmap).work.iter().skip(2).flat_map(Scheduled::items).collect();
    for (item, _) in open {
        learner.progress.clear(&item);
    }
    let paths = compare::paths(&roadmap, learner.given(), &learner.now(&roadmap));
    assert_eq!(paths.len(), 7);
    for path in paths {
        let mut taken = learner.clone();
        taken.answers = compare::answers_if(
            &planner::Route::walk(&roadmap, &learner.answers),
            &Turn::first("ChoosePath".into()),
            path.answer.clone(),
        );
        let forecast = taken.forecast(&roadmap).finish();
        assert_eq!(path.alone.finish.unwrap(), forecast, "{}", path.answer);
    }
}

#[test]
fn time_off_is_not_study_and_not_a_break() {
    let roadmap = shipped();
    let mut learner = Learner::new(&["build-ai-ml-systems"]);
    learner.finishes(&"variables".into(), after(monday(), 11));
    learner.today = after(monday(), 14);
    let before = learner.forecast(&roadmap).finish().unwrap();
    let rest = DateRange::new(after(monday(), 14), after(monday(), 14 + 27)).unwrap();
    learner.life = Availability::new(learner.life.week(), [rest]);
    learner.today = after(monday(), 14 + 28);
    let rested = learner.forecast(&roadmap).finish().unwrap();
    let later = |one: Date, other: Date| (one - other).num_days();
    assert_eq!(later(rested.p80, before.p80), 28);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn less_work_never_finishes_later(
        phases in any_phases(),
        life in any_life(),
        paces in any_paces(),
        known in prop::collection::btree_set(0..24_usize, 0..6),
        logs in any::<bool>(),
    ) {
        let roadmap = chain(&phases, &[], false);
        let mut learner = Learner { life, ..Learner::without_decisions() };
        work_through(&mut learner, &roadmap, &paces, logs);
        let now = learner.now(&roadmap);
        // The same learner, with the same past, for whom some of the work is not on the plan.
        let open: Vec<TopicId> = topics(&learner.plan(&roadmap)).into_iter().skip(paces.len()).collect();
        let known = open.iter().enumerate().filter(|(at, _)| known.contains(at)).map(|(_, topic)| topic.clone());
        let knowing = Learner { known: known.collect(), ..learner.clone() };
        let (more, less) = (learner.plan(&roadmap), knowing.plan(&roadmap));
        if let (Some(more), Some(less)) = (finish(&more, &learner, &now), finish(&less, &learner, &now)) {
            prop_assert!(ends_by(&less, &more), "{less:?} with less work, {more:?} with more");
        }
    }

    #[test]
    fn what_comes_first_never_moves_because_of_what_comes_after(
        phases in any_phases(),
        more in any_phases(),
        life in any_life(),
        paces in any_paces(),
        logs in any::<bool>(),
    ) {
        let mut learner = Learner { life, ..Learner::without_decisions() };
        let short = chain(&phases, &[], false);
        let long = chain(&phases.iter().chain(&more).copied().collect::<Vec<_>>(), &[], false);
        let count = topics(&learner.plan(&short)).len().min(paces.len());
        work_through(&mut learner, &short, &paces[..count], logs);
        let (alone, before) = (learner.forecast(&short), learner.forecast(&long));
        for (alone, before) in alone.work.iter().zip(&before.work) {
            prop_assert_eq!(alone, before);
        }
    }

    #[test]
    fn logging_what_the_plan_assumed_moves_no_date(
        phases in any_phases(),
        paces in prop::collection::vec(0.5..2.0_f64, 0..5),
        life in any_life(),
        idle in 0..40_u64,
    ) {
        let roadmap = chain(&phases, &[], false);
        let mut learner = Learner { life, ..Learner::without_decisions() };
        work_through(&mut learner, &roadmap, &paces, false);
        let plan = learner.plan(&roadmap);
        let last = learner.today;
        learner.today = after(last, idle);
        let Some(assumed) = learner.now(&roadmap).study.open(&plan, &learner.progress).into_iter().flatten().next()
        else {
            return Ok(());
        };
        let before = learner.forecast(&roadmap);
        let mut left = assumed.spent;
        // What was left of the last day of a finish, and then each day's time.
        for on in last.iter_days().take_while(|on| *on < learner.today) {
            let minutes = learner.life.capacity(on).min(left);
            if minutes > Minutes::ZERO && on > last {
                let entry = LogEntry::new(on, assumed.item.clone(), minutes);
                learner.progress.log.add(entry);
                left = left.less(minutes);
            }
        }
        let forecast = learner.forecast(&roadmap);
        for (now, was) in forecast.work.iter().zip(&before.work) {
            if let (Some(now), Some(was)) = (now.finishes(), was.finishes()) {
                let moved = (now.p80 - was.p80).num_days().abs();
                prop_assert!(moved <= 1 || left > Minutes::ZERO, "moved by {moved} days, {left:?} not logged");
            }
        }
    }

    #[test]
    fn a_first_note_of_today_moves_no_date_later(
        phases in any_phases(),
        paces in prop::collection::vec(0.5..2.0_f64, 0..5),
        idle in 0..20_u64,
        minutes in 1..120_u32,
    ) {
        let roadmap = chain(&phases, &[], false);
        let life = Availability::new(Week::new([Minutes(120); 7]).unwrap(), []);
        let mut learner = Learner { life, ..Learner::without_decisions() };
        work_through(&mut learner, &roadmap, &paces, false);
        learner.today = after(learner.today, 1 + idle);
        let before = learner.forecast(&roadmap);
        let Some(next) = before.remaining.items().next().map(|open| open.item.clone()) else { return Ok(()) };
        learner.progress.log.add(LogEntry::new(learner.today, next, Minutes(minutes)));
        let (now, was) = (learner.forecast(&roadmap).finish().unwrap(), before.finish().unwrap());
        // Time without an end says that it takes longer: at most as much as was logged.
        prop_assert!((now.p80 - was.p80).num_days() <= 1, "{now:?} after {was:?}");
    }
}

/// Somebody who takes exactly as long as estimated.
#[test]
fn no_tick_of_a_steady_learner_moves_the_finish_by_a_tenth_of_what_is_left() {
    let roadmap = shipped();
    for path in ["build-ai-ml-systems", "create-web-applications", "analyze-data"] {
        let mut learner = Learner::new(&[path]);
        let count = learner.plan(&roadmap).work.iter().flat_map(Scheduled::items).count();
        for done in 1..count - 2 {
            learner.progress = Default::default();
            work_through(&mut learner, &roadmap, &vec![1.0; done], false);
            let after = p80_minutes(&learner, &roadmap);
            let plan = learner.plan(&roadmap);
            let (item, _) = plan.work.iter().flat_map(Scheduled::items).nth(done - 1).unwrap();
            learner.progress.clear(&item);
            let before = p80_minutes(&learner, &roadmap);
            let moved = (after - before).abs() / before;
            assert!(moved <= 0.1, "tick {done} of {count} on {path}: {moved:.3} of what is left");
        }
    }
}

fn p80_minutes(learner: &Learner, roadmap: &Roadmap) -> f64 {
    let remaining = Remaining::of(&learner.plan(roadmap), &learner.now(roadmap));
    f64::from(remaining.minutes(0.8).0)
}

#[test]
fn work_done_in_no_time_is_no_evidence() {
    let roadmap = shipped();
    let mut learner = Learner::new(&["build-ai-ml-systems"]);
    learner.today = after(monday(), 3);
    let known =
        Learner { known: ["variables", "functions", "classes"].map(TopicId::from).into(), ..learner.clone() };
    for topic in ["variables", "functions", "classes"] {
        learner.finishes(&topic.into(), learner.today);
    }
    assert_eq!(learner.forecast(&roadmap).remaining.pace.count(), 0);
    assert!(learner.finish(&roadmap).p80 >= known.finish(&roadmap).p80);
}
