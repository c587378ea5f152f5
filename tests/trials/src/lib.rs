//! Shared by the trials of the planner: plans on generated roadmaps, random numbers, parallel runs.

use std::collections::BTreeSet;
use std::thread;

use anyhow::{Context, Result, anyhow};
use planner::{Answers, Assumptions, Availability, Date, Plan, ProjectChoices};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use rand_distr::uniform::SampleUniform;
use rand_distr::{Distribution, Uniform};
use roadmap::{Roadmap, Span, TopicId};
use serde_json::{Value, json};

/// A piece of work of a generated roadmap.
#[derive(Clone, Copy, Debug)]
pub enum Piece {
    Phase { weeks: Span, topics: usize },
    Project { hours: Span },
}

/// A generated roadmap with its plan.
pub struct Generated {
    pub roadmap: Roadmap,
    pub plan: Plan,
    pub availability: Availability,
    pub start: Date,
    nothing: (Answers, ProjectChoices, BTreeSet<TopicId>),
}

impl Generated {
    /// A roadmap of pieces of work in sequence, with its plan.
    pub fn new(
        hours_per_week: u32,
        pieces: &[Piece],
        availability: Availability,
        start: Date,
    ) -> Result<Self> {
        let file = serde_json::from_value(roadmap_json(hours_per_week, pieces))?;
        let roadmap = Roadmap::new(file)
            .map_err(|problems| anyhow!("the generated roadmap is invalid: {problems:?}"))?;
        let nothing = Default::default();
        let plan = Plan::make(&roadmap, assumptions(&nothing, &availability, start))
            .map_err(|why| anyhow!("the plan has no end: {why:?}"))?;
        Ok(Self { roadmap, plan, availability, start, nothing })
    }

    pub fn assumptions(&self) -> Assumptions<'_> {
        assumptions(&self.nothing, &self.availability, self.start)
    }
}

fn assumptions<'a>(
    (answers, projects, known): &'a (Answers, ProjectChoices, BTreeSet<TopicId>),
    availability: &'a Availability,
    start: Date,
) -> Assumptions<'a> {
    Assumptions { answers, availability, start, projects, known }
}

fn roadmap_json(hours_per_week: u32, pieces: &[Piece]) -> Value {
    let mut topics = Vec::new();
    let mut nodes = vec![json!({ "id": "start", "kind": "start", "title": "Start" })];
    for (at, piece) in pieces.iter().enumerate() {
        let id = format!("piece{at}");
        nodes.push(match piece {
            Piece::Phase { weeks, topics: count } => {
                let names: Vec<String> = (0..*count).map(|topic| format!("{id}-topic{topic}")).collect();
                topics.extend(names.iter().map(|name| json!({ "id": name, "title": name })));
                json!({ "id": id, "kind": "phase", "title": id, "weeks": weeks, "topics": names })
            }
            Piece::Project { hours } => {
                let project = json!({ "id": id, "title": id, "summary": "", "estimate_hours": hours });
                json!({ "id": id, "kind": "projects", "title": id, "projects": [project] })
            }
        });
    }
    let edge = |pair: &[Value]| json!({ "from": pair[0]["id"], "to": pair[1]["id"] });
    let edges: Vec<Value> = nodes.windows(2).map(edge).collect();
    json!({
        "waymark_roadmap": 1, "id": "made-up", "title": "Made up", "summary": "", "reference_note": "",
        "reference_hours_per_week": hours_per_week, "topics": topics, "nodes": nodes, "edges": edges
    })
}

/// The command-line arguments of a trial, by name.
pub fn numbers<const COUNT: usize>(names: [&str; COUNT]) -> Result<[u64; COUNT]> {
    let mut words = std::env::args().skip(1);
    let mut numbers = [0; COUNT];
    for (number, name) in numbers.iter_mut().zip(names) {
        let word = words.next().with_context(|| format!("{name} is missing"))?;
        *number = word.parse().with_context(|| format!("{name} is a whole number, not {word:?}"))?;
    }
    Ok(numbers)
}

/// Prints whether a goal is met.
pub fn judge(goal: &str, is_met: bool) {
    println!("- {}: {goal}", if is_met { "met" } else { "**not met**" });
}

/// Runs trials `0..count` in parallel and returns their results in order.
pub fn on_all_cores<T: Send>(count: u64, trial: impl Fn(u64) -> Result<T> + Sync) -> Result<Vec<T>> {
    let cores = thread::available_parallelism().map_or(1, |cores| cores.get() as u64);
    let trial = &trial;
    thread::scope(|scope| {
        let share = |core: u64| (core * count / cores)..((core + 1) * count / cores);
        let run = |core: u64| scope.spawn(move || share(core).map(trial).collect::<Result<Vec<T>>>());
        let shares: Vec<_> = (0..cores).map(run).collect();
        let mut results = Vec::new();
        for share in shares {
            results.extend(share.join().map_err(|_| anyhow!("a trial panicked"))??);
        }
        Ok(results)
    })
}

/// The random numbers of one trial: a stream of its own, so that they do not depend on the number of cores.
pub fn random(seed: u64, trial: u64) -> ChaCha8Rng {
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    random.set_stream(trial);
    random
}

/// A uniform random number; both ends are included.
pub fn between<T: SampleUniform>(low: T, high: T, random: &mut ChaCha8Rng) -> T {
    Uniform::new_inclusive(low, high).expect("low is not above high").sample(random)
}
