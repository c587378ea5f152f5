//! From effort to dates: the reference case, laws, and dates computed with numpy.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use chrono::{Datelike, Days};
use planner::{
    Answers, Assumptions, Availability, Date, DateBounds, DateRange, HORIZON_DAYS, NoFinish, Plan,
    ProjectChoices, Scheduled, Turn, Week, Work,
};
use proptest::prelude::*;
use roadmap::{Effort, Minutes, Roadmap, Span};
use serde_json::json;

fn manifest(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

fn shipped() -> Roadmap {
    Roadmap::new(serde_json::from_str(&manifest("static/roadmaps/python.json")).unwrap()).unwrap()
}

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

fn on(year: i32, month: u32, day: u32) -> Date {
    Date::from_ymd_opt(year, month, day).unwrap()
}

fn after(date: Date, days: u64) -> Date {
    date + Days::new(days)
}

/// A roadmap of phases in a row, each with its own seven topics.
fn chain(hours_a_week: u32, phases: &[Span]) -> Roadmap {
    let names = |at: usize| "abcdefg".chars().map(move |name| format!("{name}{at}"));
    let phase = |(at, weeks): (usize, &Span)| {
        let id = format!("p{at}");
        let topics: Vec<String> = names(at).collect();
        json!({ "id": id, "kind": "phase", "title": "P", "weeks": weeks, "topics": topics })
    };
    let topics: Vec<_> =
        (0..phases.len()).flat_map(names).map(|id| json!({ "id": id, "title": "T" })).collect();
    let mut nodes = vec![json!({ "id": "go", "kind": "start", "title": "Go" })];
    nodes.extend(phases.iter().enumerate().map(phase));
    let ids: Vec<_> = nodes.iter().map(|node| node["id"].clone()).collect();
    let edges: Vec<_> = ids.windows(2).map(|pair| json!({ "from": pair[0], "to": pair[1] })).collect();
    let file = json!({
        "waymark_roadmap": 1, "id": "chain", "title": "Chain", "summary": "", "reference_note": "",
        "reference_hours_per_week": hours_a_week, "topics": topics, "nodes": nodes, "edges": edges
    });
    Roadmap::new(serde_json::from_value(file).unwrap()).unwrap()
}

fn make(roadmap: &Roadmap, life: &Availability, start: Date) -> Result<Plan, NoFinish> {
    let (answers, projects) = (Answers::default(), ProjectChoices::default());
    let known = BTreeSet::new();
    let given =
        Assumptions { answers: &answers, availability: life, start, projects: &projects, known: &known };
    Plan::make(roadmap, given)
}

fn beginner_on(path: &str) -> Answers {
    let mut answers = Answers::default();
    answers.give(Turn::first("Assess".into()), "complete-beginner");
    answers.give(Turn::first("ChoosePath".into()), path);
    answers
}

#[test]
fn a_beginner_on_ai_and_ml_takes_17_to_26_weeks_at_10_hours_from_any_start() {
    let roadmap = shipped();
    let answers = beginner_on("build-ai-ml-systems");
    let life = Availability::new(Week::on_workdays(Minutes::hours(10)), []);
    for days in 0..800 {
        let start = after(on(2026, 1, 1), days);
        let given = Assumptions {
            answers: &answers,
            availability: &life,
            start,
            projects: &ProjectChoices::default(),
            known: &BTreeSet::new(),
        };
        let plan = Plan::make(&roadmap, given).unwrap();
        let ready = plan.path_finish(&"AIML".into()).unwrap();
        // The last study day of the 17th and the 26th week. Weeks count from the first study day.
        let first = start.iter_days().find(|day| day.weekday().num_days_from_monday() < 5).unwrap();
        let last_day_of_week = |weeks: u64| {
            let last = after(first, weeks * 7 - 1);
            (0..7)
                .map(|back| last - Days::new(back))
                .find(|day| day.weekday().num_days_from_monday() < 5)
                .unwrap()
        };
        let expected = DateBounds { earliest: last_day_of_week(17), latest: last_day_of_week(26) };
        assert_eq!(ready, expected, "from {start}");
        assert_eq!(plan.phases_finish(), Some(ready));
        assert!(plan.finish().unwrap().latest > ready.latest, "a project comes after the phases");
    }
}

#[test]
fn half_the_hours_take_twice_the_weeks() {
    let roadmap = shipped();
    let (answers, monday) = (beginner_on("analyze-data"), on(2027, 1, 4));
    let days = |hours| {
        let life = Availability::new(Week::on_workdays(Minutes::hours(hours)), []);
        let projects = ProjectChoices::default();
        let given = Assumptions {
            answers: &answers,
            availability: &life,
            start: monday,
            projects: &projects,
            known: &BTreeSet::new(),
        };
        let ready = Plan::make(&roadmap, given).unwrap().phases_finish().unwrap();
        [(ready.earliest - monday).num_days() + 3, (ready.latest - monday).num_days() + 3]
    };
    // 4 to 8, 3 to 4, 2 to 3 and 4 to 5 weeks.
    assert_eq!(days(10), [13 * 7, 20 * 7]);
    assert_eq!(days(5), [26 * 7, 40 * 7]);
    // 6.5 weeks end on a Wednesday.
    assert_eq!(days(20), [7 * 7 - 2, 10 * 7]);
}

#[test]
fn the_rest_of_a_day_goes_to_the_next_piece_of_work() {
    // Two phases of 3 hours at 2 hours a day: the second begins on the day on which the first ends.
    let roadmap = chain(3, &[Span { low: 1, high: 1 }, Span { low: 1, high: 1 }]);
    let life = Availability::new(Week::new([Minutes::hours(2); 7]).unwrap(), []);
    let plan = make(&roadmap, &life, on(2027, 1, 4)).unwrap();
    let earliest: Vec<_> =
        plan.work.iter().map(|work| (work.starts.earliest, work.finishes.earliest)).collect();
    assert_eq!(earliest, [(on(2027, 1, 4), on(2027, 1, 5)), (on(2027, 1, 5), on(2027, 1, 6))]);
}

#[test]
fn after_a_full_day_the_next_work_begins_on_the_next_study_day() {
    let roadmap = chain(10, &[Span { low: 1, high: 1 }, Span { low: 1, high: 1 }]);
    let holiday = DateRange::new(on(2027, 1, 11), on(2027, 1, 12)).unwrap();
    let life = Availability::new(Week::on_workdays(Minutes::hours(10)), [holiday]);
    let plan = make(&roadmap, &life, on(2027, 1, 4)).unwrap();
    assert_eq!(plan.work[0].finishes.earliest, on(2027, 1, 8));
    assert_eq!(plan.work[1].starts.earliest, on(2027, 1, 13));
    assert_eq!(plan.finish().unwrap().latest, on(2027, 1, 19));
}

#[test]
fn a_phase_with_a_low_estimate_of_zero_never_ends_before_it_begins() {
    let roadmap = chain(10, &[Span { low: 1, high: 1 }, Span { low: 0, high: 1 }]);
    let life = Availability::new(Week::on_workdays(Minutes::hours(10)), []);
    let plan = make(&roadmap, &life, on(2027, 1, 4)).unwrap();
    let Scheduled { starts, finishes, .. } = &plan.work[1];
    assert_eq!((starts.earliest, finishes.earliest), (on(2027, 1, 8), on(2027, 1, 8)));
    assert_eq!((starts.latest, finishes.latest), (on(2027, 1, 11), on(2027, 1, 15)));
}

#[test]
fn the_first_project_of_a_node_is_planned_by_default() {
    let roadmap = shipped();
    let answers = beginner_on("build-ai-ml-systems");
    let life = Availability::new(Week::on_workdays(Minutes::hours(10)), []);
    let built = |projects: &ProjectChoices| -> Vec<String> {
        let given = Assumptions {
            answers: &answers,
            availability: &life,
            start: on(2027, 1, 4),
            projects,
            known: &BTreeSet::new(),
        };
        let work = Plan::make(&roadmap, given).unwrap().work;
        work.iter()
            .filter_map(|work| if let Work::Project(id) = &work.work { Some(id.to_string()) } else { None })
            .collect()
    };
    let mut projects = ProjectChoices::default();
    assert_eq!(built(&projects), ["recommendation-systems"]);
    projects.choose("computer-vision".into(), true);
    assert_eq!(built(&projects), ["recommendation-systems", "computer-vision"]);
    projects.choose("recommendation-systems".into(), false);
    assert_eq!(built(&projects), ["computer-vision"]);
}

#[test]
fn without_hours_or_beyond_the_horizon_there_is_no_finish() {
    let roadmap = chain(10, &[Span { low: 1, high: 2 }]);
    let start = on(2027, 1, 4);
    assert_eq!(make(&roadmap, &Availability::default(), start), Err(NoFinish::NoHours));
    let beyond = Err(NoFinish::BeyondHorizon(after(start, HORIZON_DAYS)));
    let all_off = DateRange::new(on(2000, 1, 1), on(2199, 12, 31)).unwrap();
    assert_eq!(
        make(&roadmap, &Availability::new(Week::on_workdays(Minutes::hours(10)), [all_off]), start),
        beyond
    );
    let mut minute_a_week = [Minutes::ZERO; 7];
    minute_a_week[2] = Minutes(1);
    let minute_a_week = Availability::new(Week::new(minute_a_week).unwrap(), []);
    // 40 years have 2,087 Wednesdays: 1,200 minutes are within, 3,000 are not.
    assert!(make(&roadmap, &minute_a_week, start).is_ok());
    assert_eq!(make(&chain(10, &[Span { low: 1, high: 5 }]), &minute_a_week, start), beyond);
}

#[test]
fn dates_agree_with_numpy() {
    let cases = manifest("tests/data/calendar/busday.txt");
    let mut count = 0;
    for line in cases.lines().skip(1) {
        let [start, mask, holidays, units, finish] = line.split(' ').collect::<Vec<_>>()[..] else {
            panic!("{line}");
        };
        let minutes: Vec<Minutes> = mask.bytes().map(|bit| Minutes::hours(u32::from(bit == b'1'))).collect();
        let holidays = holidays.split(',').filter(|text| *text != "-").map(date);
        let off = holidays.map(|day| DateRange::new(day, day).unwrap());
        let life = Availability::new(Week::new(minutes.try_into().unwrap()).unwrap(), off);
        let units = units.parse().unwrap();
        let roadmap = chain(1, &[Span { low: 1, high: units }]);
        let plan = make(&roadmap, &life, date(start)).unwrap();
        assert_eq!(plan.finish().unwrap().latest, date(finish), "{line}");
        count += 1;
    }
    assert!(count >= 500, "{count} cases");
}

/// A naive model of availability, to check the laws against.
#[derive(Clone, Debug)]
struct Life {
    week: [u32; 7],
    off: Vec<(u64, u64)>,
    start: u64,
}

const DAY_0: (i32, u32, u32) = (2026, 1, 1);

impl Life {
    fn day(days: u64) -> Date {
        after(on(DAY_0.0, DAY_0.1, DAY_0.2), days)
    }

    fn spans(&self) -> impl Iterator<Item = DateRange> {
        self.off
            .iter()
            .map(|&(from, length)| DateRange::new(Self::day(from), Self::day(from + length)).unwrap())
    }

    fn availability(&self) -> Availability {
        Availability::new(Week::new(self.week.map(Minutes)).unwrap(), self.spans())
    }

    fn off_dates(&self) -> BTreeSet<Date> {
        self.spans()
            .flat_map(|span| span.from().iter_days().take_while(move |&day| day <= span.to()))
            .collect()
    }

    fn start(&self) -> Date {
        Self::day(self.start)
    }
}

prop_compose! {
    fn a_life()(
        mut week in prop::array::uniform7(prop_oneof![Just(0), 1..300u32, 1..=1440u32]),
        filled in 0..7usize,
        most in 60..600u32,
        off in prop::collection::vec((0..900u64, 0..60u64), 0..8),
        start in 0..700u64,
    ) -> Life {
        week[filled] = week[filled].max(most);
        Life { week, off, start }
    }
}

prop_compose! {
    fn a_chain()(
        hours in 1..30u32,
        weeks in prop::collection::vec((0..6u32, 0..4u32), 1..8),
    ) -> Roadmap {
        let weeks: Vec<Span> = weeks.iter().map(|&(low, more)| Span { low, high: (low + more).max(1) }).collect();
        chain(hours, &weeks)
    }
}

/// Cumulative capacity by the end of a date, and by the end of the day before.
fn cumulative(life: &Life, off: &BTreeSet<Date>, until: Date) -> (u64, u64) {
    let capacity = |day: Date| {
        if off.contains(&day) {
            0
        } else {
            u64::from(life.week[day.weekday().num_days_from_monday() as usize])
        }
    };
    let before: u64 = life.start().iter_days().take_while(|&day| day < until).map(capacity).sum();
    (before + capacity(until), before)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn capacity_is_that_of_the_weekday_except_on_dates_off(life in a_life()) {
        let (availability, off) = (life.availability(), life.off_dates());
        for days in 0..1000 {
            let day = Life::day(days);
            let weekday = life.week[day.weekday().num_days_from_monday() as usize];
            prop_assert_eq!(availability.is_off(day), off.contains(&day));
            prop_assert_eq!(availability.capacity(day).0, if off.contains(&day) { 0 } else { weekday });
        }
        let spans: Vec<DateRange> = availability.time_off().collect();
        prop_assert!(spans.windows(2).all(|pair| pair[0].to() < pair[1].from()));
        prop_assert_eq!(spans.iter().flat_map(|span| span.dates()).collect::<BTreeSet<_>>(), off);
    }

    #[test]
    fn work_fills_the_days_without_gap_or_overflow(roadmap in a_chain(), life in a_life()) {
        let plan = make(&roadmap, &life.availability(), life.start()).unwrap();
        let off = life.off_dates();
        for low in [true, false] {
            let end = |between: DateBounds| if low { between.earliest } else { between.latest };
            let (mut before, mut previous) = (0, life.start());
            for work in &plan.work {
                let minutes = if low { work.effort.low } else { work.effort.high };
                let so_far = before + u64::from(minutes.0);
                let (starts, finishes) = (end(work.starts), end(work.finishes));
                prop_assert!(previous <= starts && starts <= finishes);
                let (by_then, by_the_day_before) = cumulative(&life, &off, finishes);
                prop_assert!(by_then >= so_far, "the effort is done by the finish");
                prop_assert!(so_far == 0 || by_the_day_before < so_far, "and not a day earlier");
                if minutes > Minutes::ZERO {
                    let (by_then, by_the_day_before) = cumulative(&life, &off, starts);
                    prop_assert!(by_then > before, "the first day has capacity left for the work");
                    prop_assert!(by_the_day_before <= before, "and no earlier day has");
                }
                (before, previous) = (so_far, finishes);
            }
        }
        for work in &plan.work {
            prop_assert!(work.starts.earliest <= work.starts.latest);
            prop_assert!(work.finishes.earliest <= work.finishes.latest);
        }
        prop_assert_eq!(plan.effort(), plan.work.iter().map(|work| work.effort).sum());
        prop_assert_eq!(&make(&roadmap, &life.availability(), life.start()).unwrap(), &plan);
    }

    #[test]
    fn later_phases_do_not_change_the_dates_of_earlier_ones(
        hours in 1..20u32, weeks in prop::collection::vec(1..6u32, 2..7), life in a_life()
    ) {
        let weeks: Vec<Span> = weeks.iter().map(|&low| Span { low, high: low + 1 }).collect();
        let whole = make(&chain(hours, &weeks), &life.availability(), life.start()).unwrap();
        for length in 1..weeks.len() {
            let part = make(&chain(hours, &weeks[..length]), &life.availability(), life.start()).unwrap();
            prop_assert_eq!(&part.work[..], &whole.work[..length]);
        }
    }

    #[test]
    fn more_hours_never_finish_later(roadmap in a_chain(), life in a_life(), day in 0..7usize, more in 0..400u32) {
        let mut longer = life.clone();
        longer.week[day] = (longer.week[day] + more).min(1440);
        for (one, other) in finishes(&roadmap, &longer).into_iter().zip(finishes(&roadmap, &life)) {
            prop_assert!(one.earliest <= other.earliest && one.latest <= other.latest);
        }
    }

    #[test]
    fn more_time_off_never_finishes_earlier(
        roadmap in a_chain(), life in a_life(), from in 0..900u64, length in 0..200u64
    ) {
        let mut freer = life.clone();
        freer.off.push((from, length));
        for (one, other) in finishes(&roadmap, &freer).into_iter().zip(finishes(&roadmap, &life)) {
            prop_assert!(one.earliest >= other.earliest && one.latest >= other.latest);
        }
    }

    #[test]
    fn a_later_start_never_finishes_earlier(roadmap in a_chain(), life in a_life(), days in 0..100u64) {
        let later = Life { start: life.start + days, ..life.clone() };
        for (one, other) in finishes(&roadmap, &later).into_iter().zip(finishes(&roadmap, &life)) {
            prop_assert!(one.earliest >= other.earliest && one.latest >= other.latest);
        }
    }

    #[test]
    fn the_efforts_of_topics_add_up_to_that_of_their_phase(roadmap in a_chain(), life in a_life()) {
        for work in make(&roadmap, &life.availability(), life.start()).unwrap().work {
            let items = work.items();
            prop_assert_eq!(items.len(), 7);
            prop_assert_eq!(items.into_iter().map(|(_, effort)| effort).sum::<Effort>(), work.effort);
        }
    }
}

fn finishes(roadmap: &Roadmap, life: &Life) -> Vec<DateBounds> {
    let plan = make(roadmap, &life.availability(), life.start()).unwrap();
    plan.work.iter().map(|work| work.finishes).collect()
}
