//! Laws of the forecast, on the shipped roadmap and on generated ones.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use chrono::Days;
use planner::finish_by::Needed;
use planner::{
    Availability, Baseline, BurnUp, Calendar, Chances, Date, DateRange, Ending, Forecast, Item, LogEntry,
    NoFinish, PaceChoice, Remaining, Route, Scheduled, Status, Stretch, TopicPlace, Week, compare, finish_by,
    gap,
};
use proptest::prelude::*;
use roadmap::{Effort, Minutes, TopicId};

use crate::learner::{Learner, after, any_life, any_phases, chain, monday, shipped, topics};

/// Reference dates from scipy and numpy: see `tests/data/distributions`.
#[test]
fn dates_agree_with_scipy_and_numpy() {
    let roadmap = shipped();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/distributions/dates.txt");
    let table = fs::read_to_string(path).unwrap();
    let mut compared = 0;
    for line in table.lines().skip(1) {
        let column: Vec<&str> = line.split(' ').collect();
        let forecast = reference_learner(column[0], column[1].parse().unwrap(), column[3]).forecast(&roadmap);
        let ahead: Vec<Chances> = forecast.work.iter().filter_map(|expected| expected.finishes()).collect();
        let ours = ahead[column[4].parse::<usize>().unwrap() - 1];
        let theirs = [column[5], column[6], column[7]].map(|date| date.parse::<Date>().unwrap());
        for (at, (ours, theirs)) in [ours.p50, ours.p80, ours.p95].into_iter().zip(theirs).enumerate() {
            // The dates may differ only if the minutes are within a hundredth of a day of the next date.
            let (minutes, a_day): (f64, f64) = (column[8 + at].parse().unwrap(), column[1].parse().unwrap());
            let to_next_day = (minutes / a_day).ceil() - minutes / a_day;
            let is_on_the_edge = !(0.01..=0.99).contains(&to_next_day);
            assert!(
                ours == theirs || is_on_the_edge && (ours - theirs).num_days().abs() <= 3,
                "{ours}: {line}"
            );
        }
        compared += 1;
    }
    assert!(compared >= 70);
}

/// The learner of a plan in that table.
fn reference_learner(plan: &str, a_day: u32, pace: &str) -> Learner {
    let paths: &[&str] = match plan {
        "ai-ml-then-analytics" => &["build-ai-ml-systems", "analyze-data"],
        "analytics" => &["analyze-data"],
        "web" => &["create-web-applications"],
        _ => &["build-ai-ml-systems"],
    };
    let start = Date::from_ymd_opt(2055, 1, 4).unwrap();
    let two_weeks = DateRange::new(after(start, 28), after(start, 41));
    let off = two_weeks.filter(|_| plan.ends_with("two-weeks-off"));
    let mut learner = Learner {
        start,
        today: start,
        life: Availability::new(Week::on_workdays(Minutes(a_day * 5)), off),
        pace: if pace == "own" { PaceChoice::Own } else { PaceChoice::RangesOnly },
        ..Learner::new(paths)
    };
    match plan {
        "ai-ml-without-project" => learner.projects.choose("recommendation-systems".into(), false),
        "ai-ml-two-projects" => {
            learner.projects.choose("predictive-models".into(), true);
            learner.projects.choose("recommendation-systems".into(), true);
        }
        "ai-ml-knowing-fundamentals" => {
            learner.known = ["variables", "functions", "classes"].map(TopicId::from).into();
        }
        _ => {}
    }
    learner
}

#[test]
fn a_learner_who_knows_everything_has_finished() {
    let roadmap = shipped();
    let mut learner = Learner::new(&["analyze-data"]);
    for project in roadmap.projects() {
        learner.projects.choose(project.id.clone(), false);
    }
    learner.known = roadmap.topics().map(|topic| topic.id.clone()).collect();
    let forecast = learner.forecast(&roadmap);
    assert_eq!(forecast.finish(), None);
    assert_eq!(learner.tally(&roadmap).percent(), 100);
    assert!(forecast.work.iter().all(|expected| expected.status() == Status::Known));
    assert_eq!(forecast.chance_by(learner.today), 1.0);
}

#[test]
fn a_topic_of_two_paths_is_learned_once() {
    let roadmap = shipped();
    let learner = Learner::new(&["build-ai-ml-systems", "analyze-data"]);
    let plan = learner.plan(&roadmap);
    let twice: Vec<(&str, &TopicPlace)> =
        plan.saved().map(|topic| (topic.topic.as_str(), &topic.learned)).collect();
    let first = TopicPlace::In("AIMLPhase1".into());
    assert_eq!(twice, [("pandas", &first), ("numpy", &first), ("matplotlib", &first)]);
    // 3 to 4 weeks of 10 hours among three topics are 10 to 13 h 20 each, twice; 2 to 3 weeks among three are 6 h 40
    // to 10 h.
    let saved: Effort = plan.saved().map(|topic| topic.effort).sum();
    assert_eq!((saved.low, saved.high), (Minutes(600 + 600 + 400), Minutes(800 + 800 + 600)));
    let mut done = learner.clone();
    done.finishes(&"pandas".into(), monday());
    let work = done.plan(&roadmap);
    let phases = ["AIMLPhase1", "AnalyticsPhase1"].map(|phase| {
        work.phases().find(|scheduled| scheduled.work.id() == planner::WorkId::Phase(phase.into())).unwrap()
    });
    assert_eq!(done.progress.status(phases[0]), Status::InProgress);
    // Only SQL is left of the second phase.
    assert_eq!(phases[1].items().len(), 1);
}

#[test]
fn independent_paths_have_the_same_finish_in_either_order() {
    let roadmap = shipped();
    let route = Route::walk(&roadmap, &Learner::new(&[]).answers);
    let offered: Vec<&str> = route.turns[1].offered.iter().map(|(answer, _)| answer.as_str()).collect();
    let mut pairs = 0;
    for one in &offered {
        for other in offered.iter().filter(|other| *other > one) {
            let there = Learner::new(&[one, other]);
            let back = Learner::new(&[other, one]);
            if there.plan(&roadmap).saved().count() > 0 || there.plan(&roadmap).paths(&roadmap).count() < 2 {
                continue;
            }
            pairs += 1;
            for pace in [PaceChoice::Own, PaceChoice::RangesOnly] {
                let finish = |learner: &Learner| Learner { pace, ..learner.clone() }.finish(&roadmap);
                assert_eq!(finish(&there), finish(&back), "{one} and {other}");
            }
        }
    }
    assert!(pairs >= 3, "only {pairs} pairs");
}

#[test]
fn required_topics_come_first_even_from_later_phases() {
    // The first topic requires the last topic, which requires another one of its phase.
    let roadmap = chain(&[(1, 2, 2), (1, 1, 1), (2, 4, 3)], &[(0, 5), (5, 3)], false);
    let plan = Learner::without_decisions().plan(&roadmap);
    let order: Vec<String> = topics(&plan).iter().map(ToString::to_string).collect();
    assert_eq!(order, ["t3", "t5", "t0", "t1", "t2", "t4"]);
    let pulled = &plan.work[0].topics()[0];
    assert_eq!(pulled.learned, TopicPlace::RequiredBy("t5".into()));
    // It keeps the effort of its own phase: 20 to 40 hours among three.
    assert_eq!((pulled.effort.low, pulled.effort.high), (Minutes(400), Minutes(800)));
    assert_eq!(plan.work[2].topics()[0].learned, TopicPlace::In("p0".into()));
}

#[test]
fn the_learner_is_asked_about_a_break_after_two_weeks() {
    let roadmap = shipped();
    let mut learner = Learner::new(&["build-ai-ml-systems"]);
    let plan = learner.plan(&roadmap);
    let ask = |learner: &Learner| {
        gap::notable(&plan, &learner.progress, &learner.life, learner.start, learner.today)
    };
    learner.finishes(&"variables".into(), after(monday(), 11));
    learner.today = after(monday(), 11 + 14);
    assert_eq!(ask(&learner), None);
    learner.today = after(monday(), 11 + 15);
    assert_eq!(ask(&learner), DateRange::new(after(monday(), 12), after(monday(), 11 + 14)));
    let rest = DateRange::new(after(monday(), 12), after(monday(), 40)).unwrap();
    learner.life = Availability::new(Week::on_workdays(Minutes::hours(10)), [rest]);
    assert_eq!(ask(&learner), None, "time off is no break");
    // Eight study days between dates off are not two weeks, however long they are.
    let rest = DateRange::new(after(monday(), 12), after(monday(), 24)).unwrap();
    learner.life = Availability::new(Week::new([Minutes::hours(10); 7]).unwrap(), [rest]);
    assert_eq!(ask(&learner), None);
    // Activity before the start does not count.
    let mut early = Learner::new(&["build-ai-ml-systems"]);
    early.finishes(&"variables".into(), monday() - Days::new(60));
    early.today = after(monday(), 40);
    assert_eq!(ask(&early), DateRange::new(monday(), after(monday(), 39)));
    // The learner is not asked when nothing is left.
    learner.life = Availability::new(Week::on_workdays(Minutes::hours(10)), []);
    assert!(ask(&learner).is_some());
    for (item, _) in plan.work.iter().flat_map(Scheduled::items) {
        learner.progress.end(item, Ending::Finished, after(monday(), 11));
    }
    assert_eq!(ask(&learner), None);
    assert_eq!(gap::since_last_activity(&plan, &learner.progress, learner.start, learner.today), None);
}

#[test]
fn changed_hours_do_not_affect_the_past() {
    let roadmap = shipped();
    let mut learner = Learner::new(&["build-ai-ml-systems"]);
    // Fundamentals took six weeks of 10 hours: exactly the middle.
    for topic in ["variables", "functions", "classes"] {
        learner.finishes(&topic.into(), after(monday(), 6 * 7 - 3));
    }
    learner.today = after(monday(), 6 * 7);
    let before = learner.forecast(&roadmap).remaining.pace;
    learner.life = learner.life.with_week_from(learner.today, Week::on_workdays(Minutes::hours(2)));
    let forecast = learner.forecast(&roadmap);
    assert_eq!(forecast.remaining.pace, before);
    assert_eq!(before.count(), 1);
    assert!((forecast.remaining.middle_pace - 1.0).abs() < 0.1);
}

#[test]
fn in_overlapping_stretches_the_later_one_applies() {
    let dates = |from, to| DateRange::new(after(monday(), from), after(monday(), to)).unwrap();
    let stretch = |from, to, minutes| Stretch {
        dates: dates(from, to),
        week: Week::new([Minutes(minutes); 7]).unwrap(),
        name: String::new(),
    };
    let life = Availability::new(Week::new([Minutes(60); 7]).unwrap(), [dates(12, 12)])
        .with_stretches(&[stretch(0, 10, 10), stretch(5, 15, 20)]);
    let on = |day| life.capacity(after(monday(), day)).0;
    assert_eq!([0, 4, 5, 10, 11, 12, 15, 16].map(on), [10, 10, 20, 20, 20, 0, 20, 60]);
}

#[test]
fn logged_time_takes_precedence_over_elapsed_days() {
    let roadmap = shipped();
    let mut learner = Learner::new(&["build-ai-ml-systems"]);
    let day = after(monday(), 6 * 7 - 3);
    for topic in ["variables", "functions", "classes"] {
        learner.finishes(&topic.into(), day);
        learner.progress.log.add(LogEntry::new(day, Item::Topic(topic.into()), Minutes::hours(40)));
    }
    learner.today = after(day, 3);
    // Expected and elapsed are 60 hours, but 120 hours are logged.
    assert!(learner.forecast(&roadmap).remaining.middle_pace > 1.4);
}

#[test]
fn logged_time_reduces_an_open_topic_but_never_to_zero() {
    let roadmap = chain(&[(2, 2, 1)], &[], false);
    let mut learner = Learner { pace: PaceChoice::RangesOnly, ..Learner::without_decisions() };
    let left = |learner: &Learner| -> Minutes {
        learner.forecast(&roadmap).remaining.items().map(|open| open.left.middle()).sum()
    };
    // Of 20.079 hours, at the pace expected at first: the mean of a log-normal distribution beyond 5, 20, 40 and 80
    // hours, less these hours, and at the pace of the estimates again; worked out with
    // scipy.stats.lognorm(0.35, scale=20.079 / exp(0.06125)).expect(lb=hours, conditional=True) / 20.079 * 20.
    let mut before = left(&learner);
    for (hours, expected) in [(5, 15.021), (20, 6.466), (40, 5.621), (80, 6.622)] {
        let logged = learner.progress.log.on(&Item::Topic("t0".into()));
        learner.progress.log.add(LogEntry::new(
            monday(),
            Item::Topic("t0".into()),
            Minutes::hours(hours).less(logged),
        ));
        let now = left(&learner);
        assert!(
            (f64::from(now.0) / 60.0 - expected).abs() < 0.02,
            "{} after {hours} h",
            f64::from(now.0) / 60.0
        );
        let spent = Minutes::hours(hours).less(logged);
        assert!(now + spent >= before, "time without an end never makes it shorter");
        before = now;
    }
    // 80 hours of 86.6 by then.
    assert_eq!(learner.tally(&roadmap).percent(), 92);
}

#[test]
fn beginnings_count_only_if_all_topics_of_a_phase_have_one() {
    let roadmap = shipped();
    let mut learner = Learner::new(&["build-ai-ml-systems"]);
    let finished = after(monday(), 6 * 7 - 3);
    for topic in ["variables", "functions", "classes"] {
        learner.finishes(&topic.into(), finished);
    }
    learner.today = after(monday(), 6 * 7);
    // Six weeks, as expected.
    let pace = |learner: &Learner| learner.forecast(&roadmap).remaining.middle_pace;
    let usual = pace(&learner);
    learner.progress.start(Item::Topic("classes".into()), after(monday(), 28));
    assert_eq!(pace(&learner), usual, "the other beginnings are unknown");
    for topic in ["variables", "functions"] {
        learner.progress.start(Item::Topic(topic.into()), after(monday(), 14));
    }
    assert!(pace(&learner) < usual - 0.1, "it took four weeks, after a rest of two");
}

#[test]
fn planned_time_counts_as_study_until_something_is_logged() {
    let roadmap = chain(&[(2, 2, 1)], &[], false);
    let mut learner = Learner { pace: PaceChoice::RangesOnly, ..Learner::without_decisions() };
    learner.today = after(monday(), 7);
    let spent = |learner: &Learner| learner.forecast(&roadmap).remaining.items().next().unwrap().spent;
    // The first week had 10 of the 20 hours.
    assert_eq!(spent(&learner), Minutes::hours(10));
    let log = |learner: &mut Learner, day, hours| {
        let item = Item::Topic("t0".into());
        let entry = LogEntry::new(after(monday(), day), item, Minutes::hours(hours));
        learner.progress.log.add(entry);
    };
    // On the third day study is logged, for the first time: the two days before still count as planned.
    log(&mut learner, 2, 1);
    assert_eq!(spent(&learner), Minutes::hours(2 + 2 + 1));
    log(&mut learner, 0, 3);
    assert_eq!(spent(&learner), Minutes::hours(3 + 1));
    // However long the learner is away, no more than the topic is expected to take.
    learner.progress = Default::default();
    learner.today = after(monday(), 70);
    assert!((Minutes::hours(19)..=Minutes::hours(22)).contains(&spent(&learner)));
}

#[test]
fn a_topic_that_should_be_finished_is_not_due_today_every_day() {
    let roadmap = chain(&[(2, 2, 1), (4, 4, 1)], &[], false);
    let mut learner = Learner::without_decisions();
    for weeks in 2..20 {
        learner.today = after(monday(), 7 * weeks);
        let forecast = learner.forecast(&roadmap);
        let topic = forecast.work[0].finishes().unwrap();
        assert!(topic.p50 > learner.today, "{} on {}", topic.p50, learner.today);
        assert_eq!(forecast.chance_by(learner.today.pred_opt().unwrap()), 0.0);
    }
}

#[test]
fn work_beyond_the_horizon_has_no_forecast() {
    let roadmap = shipped();
    let mut learner = Learner::new(&["build-ai-ml-systems"]);
    let plan = learner.plan(&roadmap);
    learner.life = Availability::new(Week::on_workdays(Minutes(1)), []);
    let forecast = Forecast::make(&plan, &learner.life, &learner.now(&roadmap));
    assert!(matches!(forecast, Err(NoFinish::BeyondHorizon(_))));
    let remaining = Remaining::of(&plan, &learner.now(&roadmap));
    let target = after(monday(), 30);
    assert_eq!(finish_by::needed(&remaining, &learner.life, target, 0.8, Minutes(1)), Needed::Never);
    assert!(finish_by::chance(&remaining, &learner.life, target) < 1e-9);
    // No hours are enough for a date in the past.
    let past = monday() - Days::new(1);
    let needed = finish_by::needed(&remaining, &learner.life, past, 0.8, Minutes::hours(100));
    assert!(matches!(needed, Needed::NotBy(date) if date > monday()));
    assert_eq!(finish_by::chance(&remaining, &learner.life, past), 0.0);
}

#[test]
fn a_comparison_shows_the_cost_of_a_second_path() {
    let roadmap = shipped();
    let learner = Learner::new(&["build-ai-ml-systems"]);
    let paths = compare::paths(&roadmap, learner.given(), &learner.now(&roadmap));
    assert_eq!(paths.len(), 7);
    let chosen = paths.iter().find(|path| path.path.as_str() == "AIML").unwrap();
    assert_eq!(chosen.after_chosen, None);
    assert_eq!((chosen.alone.effort.low, chosen.alone.effort.high), (Minutes(11_400), Minutes(18_000)));
    let data = paths.iter().find(|path| path.path.as_str() == "Analytics").unwrap();
    let after = data.after_chosen.as_ref().unwrap();
    // Alone it takes 9 to 12 weeks after the fundamentals; after AI/ML it takes less because of shared topics.
    assert_eq!(after.saved.low, Minutes(1_600));
    let alone_without_fundamentals = data.alone.effort.low.less(Minutes::hours(40));
    assert_eq!(after.effort.low, alone_without_fundamentals.less(Minutes(1_600)));
}

#[test]
fn no_share_has_a_high_end_below_its_low_end() {
    // Apportioned separately, 3 and 4 minutes would give the second share 2 and 1.
    let whole = Effort { low: Minutes(3), high: Minutes(4) };
    let shares = whole.shared(&[1, 7, 4, 4]);
    assert!(shares.iter().all(|share| share.low <= share.high));
    assert_eq!(shares.into_iter().sum::<Effort>(), whole);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn dates_ascend_with_probability_and_along_the_route(phases in any_phases(), life in any_life()) {
        let roadmap = chain(&phases, &[], true);
        let learner = Learner { life, ..Learner::without_decisions() };
        let forecast = learner.forecast(&roadmap);
        let mut before = Chances { p50: monday(), p80: monday(), p95: monday() };
        for finishes in forecast.work.iter().filter_map(|expected| expected.finishes()) {
            prop_assert!(finishes.p50 <= finishes.p80 && finishes.p80 <= finishes.p95);
            prop_assert!(before.p50 <= finishes.p50 && before.p80 <= finishes.p80 && before.p95 <= finishes.p95);
            before = finishes;
        }
        prop_assert_eq!(&forecast, &learner.forecast(&roadmap), "deterministic");
    }

    #[test]
    fn no_topic_comes_before_a_topic_that_it_requires(
        phases in any_phases(),
        pairs in prop::collection::vec((0..24_usize, 0..24_usize), 0..12),
    ) {
        let count: usize = phases.iter().map(|phase| phase.2).sum();
        // Topics require only later ones, so there is no cycle.
        let requires: Vec<(usize, usize)> =
            pairs.into_iter().filter(|(of, on)| of < on && *on < count).collect::<BTreeSet<_>>().into_iter().collect();
        let roadmap = chain(&phases, &requires, true);
        let plan = Learner::without_decisions().plan(&roadmap);
        let order = topics(&plan);
        let place = |at: usize| order.iter().position(|topic| topic.as_str() == format!("t{at}")).unwrap();
        for (of, on) in requires {
            prop_assert!(place(on) < place(of));
        }
        prop_assert_eq!(order.iter().collect::<BTreeSet<_>>().len(), order.len(), "each is learned once");
        for scheduled in &plan.work {
            let listed: BTreeSet<&TopicId> = scheduled.topics().iter().map(|topic| &topic.topic).collect();
            prop_assert_eq!(listed.len(), scheduled.topics().len(), "each is listed once per phase");
        }
    }

    #[test]
    fn the_reached_date_is_the_first_with_enough_capacity(life in any_life(), minutes in 0..20_000_u32) {
        let calendar = Calendar::accumulate(monday(), &life, Minutes(20_000)).unwrap();
        let date = calendar.reached(Minutes(minutes));
        prop_assert!(calendar.by(date) >= Minutes(minutes));
        prop_assert!(date == monday() || calendar.by(date.pred_opt().unwrap()) < Minutes(minutes));
        prop_assert_eq!(calendar.by(date), life.between(monday(), date));
    }

    #[test]
    fn more_hours_never_finish_later(phases in any_phases(), week in prop::array::uniform7(1..200_u32), more in prop::array::uniform7(0..200_u32)) {
        let roadmap = chain(&phases, &[], false);
        let with = |week: [u32; 7]| {
            let life = Availability::new(Week::new(week.map(Minutes)).unwrap(), []);
            Learner { life, ..Learner::without_decisions() }.finish(&roadmap)
        };
        let (usual, richer) = (with(week), with(std::array::from_fn(|day| week[day] + more[day])));
        prop_assert!(richer.p50 <= usual.p50 && richer.p80 <= usual.p80 && richer.p95 <= usual.p95);
    }

    #[test]
    fn time_off_never_finishes_earlier(phases in any_phases(), life in any_life(), from in 0..100_u64, days in 0..40_u64) {
        let roadmap = chain(&phases, &[], false);
        let off = DateRange::new(after(monday(), from), after(monday(), from + days)).unwrap();
        let all_off: Vec<DateRange> = life.time_off().chain([off]).collect();
        let usual = Learner { life: Availability::new(life.week(), life.time_off()), ..Learner::without_decisions() };
        let rested = Learner { life: Availability::new(life.week(), all_off), ..usual.clone() };
        let (usual, rested) = (usual.finish(&roadmap), rested.finish(&roadmap));
        prop_assert!(rested.p50 >= usual.p50 && rested.p80 >= usual.p80 && rested.p95 >= usual.p95);
    }

    #[test]
    fn known_topics_never_delay_the_finish_at_the_pace_of_the_estimates(
        phases in any_phases(),
        life in any_life(),
        known in prop::collection::btree_set(0..20_usize, 0..6),
    ) {
        let roadmap = chain(&phases, &[], true);
        let learner = Learner { life, pace: PaceChoice::RangesOnly, ..Learner::without_decisions() };
        let known = known.into_iter().map(|at| TopicId::from(format!("t{at}"))).collect();
        let knowing = Learner { known, ..learner.clone() };
        let usual = learner.finish(&roadmap);
        if let Some(finish) = knowing.forecast(&roadmap).finish() {
            prop_assert!(finish.p50 <= usual.p50 && finish.p80 <= usual.p80 && finish.p95 <= usual.p95);
        }
    }

    #[test]
    fn progress_exactly_as_planned_keeps_the_dates_of_the_baseline(phases in any_phases(), life in any_life(), done in 0..30_usize) {
        let roadmap = chain(&phases, &[], true);
        let mut learner = Learner { life, pace: PaceChoice::RangesOnly, ..Learner::without_decisions() };
        let plan = learner.plan(&roadmap);
        let first = learner.forecast(&roadmap);
        let baseline = Baseline::freeze(monday(), &plan, &first);
        let planned: Vec<(Item, Date)> = first.work.iter().flat_map(|expected| match expected {
            planner::Expected::Ahead { items, .. } => items.clone(),
            planner::Expected::Closed(_) => Vec::new(),
        }).map(|expected| (expected.item.clone(), expected.finishes.p50)).collect();
        for (item, on) in planned.iter().take(done) {
            learner.progress.end(item.clone(), Ending::Finished, *on);
            learner.today = *on;
        }
        let variance = baseline.variance(&plan, &learner.forecast(&roadmap));
        prop_assert!(variance.iter().flatten().all(|days| *days == 0), "{:?}", variance);
    }

    #[test]
    fn shares_add_up_and_follow_their_weights(
        low in 0..50_000_u32,
        width in 0..20_000_u32,
        weights in prop::collection::vec(1..100_u32, 1..9),
    ) {
        let whole = Effort { low: Minutes(low), high: Minutes(low + width) };
        let shares = whole.shared(&weights);
        prop_assert_eq!(shares.iter().copied().sum::<Effort>(), whole);
        let all: u32 = weights.iter().sum();
        for (share, weight) in shares.iter().zip(weights) {
            prop_assert!(share.low <= share.high);
            let exact = f64::from(low) * f64::from(weight) / f64::from(all);
            prop_assert!((f64::from(share.low.0) - exact).abs() <= 1.0);
        }
    }

    #[test]
    fn the_last_change_of_the_week_applies_from_its_date_on(days in prop::collection::vec((0..100_u64, 0..600_u32), 1..6), at in 0..120_u64) {
        let mut life = Availability::new(Week::new([Minutes(1); 7]).unwrap(), []);
        for &(from, minutes) in &days {
            life = life.with_week_from(after(monday(), from), Week::new([Minutes(minutes); 7]).unwrap());
        }
        let said = days.iter().rev().find(|(from, _)| *from <= at).map_or(1, |(_, minutes)| *minutes);
        prop_assert_eq!(life.capacity(after(monday(), at)), Minutes(said));
    }

    #[test]
    fn a_week_in_sessions_has_no_day_with_some_minutes(
        week in prop::array::uniform7(prop_oneof![2 => Just(0), 1 => 1..200_u32]),
        total in 30..1_440_u32,
    ) {
        let sessions = Week::new(week.map(Minutes)).unwrap().in_sessions(Minutes(total));
        let sum: u32 = week.iter().sum();
        prop_assert_eq!(sessions.total(), Minutes(total));
        for (now, usual) in sessions.days().into_iter().zip(week) {
            prop_assert!(now == Minutes::ZERO || now >= Minutes(30), "{}", now.0);
            prop_assert!(sum == 0 || usual > 0 || now == Minutes::ZERO, "a day without study stays without");
        }
    }

    #[test]
    fn a_scaled_week_keeps_its_proportions(
        week in prop::array::uniform7(prop_oneof![2 => Just(0), 1 => 1..200_u32]),
        total in 0..10_080_u32,
    ) {
        let scaled = Week::new(week.map(Minutes)).unwrap().scaled(Minutes(total));
        let sum: u32 = week.iter().sum();
        if sum == 0 {
            prop_assert_eq!(scaled, Week::on_workdays(Minutes(total)));
        } else {
            for (now, usual) in scaled.days().into_iter().zip(week) {
                let exact = f64::from(total) * f64::from(usual) / f64::from(sum);
                prop_assert!((f64::from(now.0) - exact).abs() <= 1.0 || now == Minutes::DAY, "{} of {}", now.0, exact);
                prop_assert!(usual > 0 || now == Minutes::ZERO, "a day without study stays without");
                prop_assert!(now <= Minutes::DAY);
            }
            prop_assert!(scaled.total() == Minutes(total) || scaled.days().contains(&Minutes::DAY));
        }
    }

    #[test]
    fn the_needed_hours_are_enough_and_least(phases in any_phases(), life in any_life(), days in 1..600_u64) {
        let roadmap = chain(&phases, &[], false);
        let learner = Learner { life: life.clone(), ..Learner::without_decisions() };
        let plan = learner.plan(&roadmap);
        let remaining = Remaining::of(&plan, &learner.now(&roadmap));
        let (target, most) = (after(monday(), days), Minutes::hours(60));
        let with = |total: Minutes| life.clone().with_week_from(monday(), life.week().scaled(total));
        let p80 = |total: Minutes| remaining.finish(0.8, &with(total));
        match finish_by::needed(&remaining, &life, target, 0.8, most) {
            Needed::AWeek(total) => {
                prop_assert!(p80(total).unwrap() <= target);
                prop_assert!(finish_by::chance(&remaining, &with(total), target) >= 0.8 - 1e-4);
                let less = total.less(Minutes(15));
                prop_assert!(less == Minutes::ZERO || p80(less).is_err() || p80(less).unwrap() > target);
            }
            Needed::NotBy(date) => {
                prop_assert!(date > target);
                prop_assert_eq!(p80(most).unwrap(), date);
            }
            Needed::Never => prop_assert!(p80(most).is_err()),
        }
    }

    #[test]
    fn the_burn_up_chart_ends_at_the_total_effort(phases in any_phases(), done in 0..20_usize, skipped in 0..20_usize) {
        let roadmap = chain(&phases, &[], true);
        let mut learner = Learner::without_decisions();
        let plan = learner.plan(&roadmap);
        let topics = topics(&plan);
        for (at, topic) in topics.iter().take(done).enumerate() {
            learner.finishes(topic, after(monday(), at as u64));
        }
        if let Some(topic) = topics.get(skipped) {
            learner.progress.end(Item::Topic(topic.clone()), Ending::Skipped, monday());
        }
        learner.today = after(monday(), 30);
        let forecast = learner.forecast(&roadmap);
        let baseline = Baseline::freeze(learner.today, &plan, &forecast);
        let chart = BurnUp::of(&plan, &learner.progress, &forecast, Some(&baseline));
        let last = chart.ahead.last().map(|(sum, _)| *sum).or(chart.done.last().map(|(_, sum)| *sum));
        prop_assert_eq!(last.unwrap_or_default(), chart.total);
        // A baseline of today ends where the forecast does.
        prop_assert_eq!(chart.baseline.last().map_or(chart.total, |(_, sum)| *sum), chart.total);
        prop_assert!(chart.baseline.is_sorted() && chart.done.is_sorted() && chart.ahead.is_sorted_by_key(|(sum, _)| *sum));
    }
}
