//! Learners and roadmaps for tests of the planner.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use chrono::Days;
use planner::{
    Answers, Assumptions, Availability, Chances, Date, DateRange, Ending, Forecast, Item, Now, PaceChoice,
    Plan, Progress, ProjectChoices, Remaining, Route, Scheduled, Stretch, Tally, Turn, Week,
};
use proptest::prelude::*;
use roadmap::{Minutes, Roadmap, TopicId};
use serde_json::json;

pub fn shipped() -> Roadmap {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/roadmaps/python.json");
    Roadmap::new(serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()).unwrap()
}

pub fn monday() -> Date {
    Date::from_ymd_opt(2027, 1, 4).unwrap()
}

pub fn after(date: Date, days: u64) -> Date {
    date + Days::new(days)
}

/// Everything that a forecast is computed from.
#[derive(Clone)]
pub struct Learner {
    pub answers: Answers,
    pub life: Availability,
    pub start: Date,
    pub today: Date,
    pub known: BTreeSet<TopicId>,
    pub projects: ProjectChoices,
    pub progress: Progress,
    pub pace: PaceChoice,
}

impl Learner {
    pub fn new(paths: &[&str]) -> Self {
        let mut answers = Answers::default();
        answers.give(Turn::first("Assess".into()), "complete-beginner");
        // The paths in order; elsewhere the first answer.
        let (roadmap, mut paths) = (shipped(), paths.iter());
        while let Some(open) = Route::walk(&roadmap, &answers).open().cloned() {
            let offered = &Route::walk(&roadmap, &answers).turns.last().unwrap().offered.clone();
            let answer = match open.decision.as_str() {
                "ChoosePath" => match paths.next() {
                    Some(path) => (*path).to_owned(),
                    None => break,
                },
                "CrossPath" => {
                    if paths.len() > 0 {
                        "yes".to_owned()
                    } else {
                        "no".to_owned()
                    }
                }
                _ => offered[0].0.to_string(),
            };
            answers.give(open, answer);
        }
        Self {
            answers,
            life: Availability::new(Week::on_workdays(Minutes::hours(10)), []),
            start: monday(),
            today: monday(),
            known: BTreeSet::new(),
            projects: ProjectChoices::default(),
            progress: Progress::default(),
            pace: PaceChoice::Own,
        }
    }

    /// For roadmaps without decisions.
    pub fn without_decisions() -> Self {
        Self { answers: Answers::default(), ..Self::new(&[]) }
    }

    pub fn given(&self) -> Assumptions<'_> {
        Assumptions {
            answers: &self.answers,
            availability: &self.life,
            start: self.start,
            projects: &self.projects,
            known: &self.known,
        }
    }

    pub fn now(&self, roadmap: &Roadmap) -> Now<'_> {
        Now::of(roadmap, &self.given(), &self.progress, self.today, self.pace)
    }

    pub fn plan(&self, roadmap: &Roadmap) -> Plan {
        Plan::make(roadmap, self.given()).unwrap()
    }

    pub fn forecast(&self, roadmap: &Roadmap) -> Forecast {
        Forecast::make(&self.plan(roadmap), &self.life, &self.now(roadmap)).unwrap()
    }

    pub fn tally(&self, roadmap: &Roadmap) -> Tally {
        tally(roadmap, self.given(), &self.progress, self.today)
    }

    pub fn finish(&self, roadmap: &Roadmap) -> Chances {
        self.forecast(roadmap).finish().unwrap()
    }

    pub fn finishes(&mut self, topic: &TopicId, on: Date) {
        self.progress.end(Item::Topic(topic.clone()), Ending::Finished, on);
    }
}

/// What is done of the plan with these assumptions.
pub fn tally(roadmap: &Roadmap, given: Assumptions<'_>, progress: &Progress, today: Date) -> Tally {
    let plan = Plan::make(roadmap, given).unwrap();
    let now = Now::of(roadmap, &given, progress, today, PaceChoice::RangesOnly);
    Tally::of(&plan, progress, &Remaining::of(&plan, &now))
}

/// Phases in a row, each with its weeks and its number of topics. Pairs of topics `(of, on)`: the first requires the
/// second. With `shared`, all phases have the first topic.
pub fn chain(phases: &[(u32, u32, usize)], requires: &[(usize, usize)], shared: bool) -> Roadmap {
    let count: usize = phases.iter().map(|phase| phase.2).sum();
    let topic = |at: usize| {
        let required: Vec<String> =
            requires.iter().filter(|(of, _)| *of == at).map(|(_, on)| format!("t{on}")).collect();
        json!({ "id": format!("t{at}"), "title": format!("T{at}"), "requires": required })
    };
    let mut nodes = vec![json!({ "id": "go", "kind": "start", "title": "Go" })];
    let mut next = 0;
    for (at, &(low, high, topics)) in phases.iter().enumerate() {
        let mut ids: Vec<String> = (next..next + topics).map(|id| format!("t{id}")).collect();
        next += topics;
        if shared && at > 0 {
            ids.push("t0".to_owned());
        }
        let weeks = json!({ "low": low, "high": high });
        nodes.push(
            json!({ "id": format!("p{at}"), "kind": "phase", "title": "P", "weeks": weeks, "topics": ids }),
        );
    }
    let ids: Vec<_> = nodes.iter().map(|node| node["id"].clone()).collect();
    let edges: Vec<_> = ids.windows(2).map(|pair| json!({ "from": pair[0], "to": pair[1] })).collect();
    let file = json!({
        "waymark_roadmap": 1, "id": "chain", "title": "Chain", "summary": "", "reference_note": "",
        "reference_hours_per_week": 10, "topics": (0..count).map(topic).collect::<Vec<_>>(),
        "nodes": nodes, "edges": edges
    });
    Roadmap::new(serde_json::from_value(file).unwrap()).unwrap()
}

pub fn any_phases() -> impl Strategy<Value = Vec<(u32, u32, usize)>> {
    let phase = (0..5_u32, 0..5_u32, 1..5_usize);
    prop::collection::vec(phase, 1..7).prop_map(|phases| {
        phases.into_iter().map(|(low, more, topics)| (low, (low + more).max(1), topics)).collect()
    })
}

pub fn any_life() -> impl Strategy<Value = Availability> {
    let week =
        prop::array::uniform7(0..300_u32).prop_filter("some study", |week| week.iter().sum::<u32>() > 30);
    let off = prop::collection::vec((0..200_u64, 0..20_u64), 0..4);
    let stretches = prop::collection::vec((0..200_u64, 0..30_u64, 0..600_u32), 0..3);
    (week, off, stretches).prop_map(|(week, off, stretches)| {
        let dates = |from, days| DateRange::new(after(monday(), from), after(monday(), from + days)).unwrap();
        let week = Week::new(week.map(Minutes)).unwrap();
        let stretches: Vec<Stretch> = stretches
            .into_iter()
            .map(|(from, days, total)| Stretch {
                dates: dates(from, days),
                week: week.scaled(Minutes(total)),
                name: String::new(),
            })
            .collect();
        Availability::new(week, off.into_iter().map(|(from, days)| dates(from, days)))
            .with_stretches(&stretches)
    })
}

/// The topics of a plan, in order.
pub fn topics(plan: &Plan) -> Vec<TopicId> {
    let items = plan.work.iter().flat_map(Scheduled::items);
    items
        .filter_map(|(item, _)| match item {
            Item::Topic(topic) => Some(topic),
            Item::Project(_) => None,
        })
        .collect()
}
