//! What the trials of the planner share: plans on made-up roadmaps, random numbers, and how a trial is run.

use std::collections::BTreeSet;
use std::thread;

use anyhow::{Context, Result, anyhow};
use planner::{Answers, Assumptions, Availability, Date, Plan, ProjectChoices};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use rand_distr::uniform::SampleUniform;
use rand_distr::{Distribution, Uniform};
use roadmap::{Roadmap, Span};
use serde_json::{Value, json};

/// A piece of work of a made-up roadmap.
#[derive(Clone, Copy, Debug)]
pub enum Piece {
    /// A phase of so many weeks with so many topics.
    Phase { weeks: Span, topics: usize },
    /// A project of so many hours.
    Project { hours: Span },
}

/// The plan for one piece of work after the other.
pub fn plan(hours_a_week: u32, pieces: &[Piece], life: &Availability, start: Date) -> Result<Plan> {
    let file = serde_json::from_value(one_after_the_other(hours_a_week, pieces))?;
    let roadmap = Roadmap::new(file).map_err(|problems| anyhow!("a wrong roadmap: {problems:?}"))?;
    let given = Assumptions {
        answers: &Answers::default(),
        availability: life,
        start,
        projects: &ProjectChoices::default(),
        known: &BTreeSet::new(),
    };
    Plan::make(&roadmap, given).map_err(|why| anyhow!("a plan without an end: {why:?}"))
}

fn one_after_the_other(hours_a_week: u32, pieces: &[Piece]) -> Value {
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
        "reference_hours_per_week": hours_a_week, "topics": topics, "nodes": nodes, "edges": edges
    })
}

/// The whole numbers a trial is started with, as many as it has names for.
pub fn numbers<const COUNT: usize>(names: [&str; COUNT]) -> Result<[u64; COUNT]> {
    let mut words = std::env::args().skip(1);
    let mut numbers = [0; COUNT];
    for (number, name) in numbers.iter_mut().zip(names) {
        let word = words.next().with_context(|| format!("{name} is missing"))?;
        *number = word.parse().with_context(|| format!("{name} is a whole number, not {word:?}"))?;
    }
    Ok(numbers)
}

/// Runs so many trials on all cores of the processor; the results are in order.
pub fn on_all_cores<T: Send>(count: u64, trial: impl Fn(u64) -> Result<T> + Sync) -> Result<Vec<T>> {
    let cores = thread::available_parallelism().map_or(1, |cores| cores.get() as u64);
    let trial = &trial;
    thread::scope(|scope| {
        let share = |core: u64| (core * count / cores)..((core + 1) * count / cores);
        let run = |core: u64| scope.spawn(move || share(core).map(trial).collect::<Result<Vec<T>>>());
        let shares: Vec<_> = (0..cores).map(run).collect();
        let mut results = Vec::new();
        for share in shares {
            results.extend(share.join().map_err(|_| anyhow!("a trial broke off"))??);
        }
        Ok(results)
    })
}

/// The random numbers of one trial: its own, so that they do not depend on how many cores there are.
pub fn random(seed: u64, trial: u64) -> ChaCha8Rng {
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    random.set_stream(trial);
    random
}

/// A random number between two, both included and all equally likely.
pub fn between<T: SampleUniform>(low: T, high: T, random: &mut ChaCha8Rng) -> T {
    Uniform::new_inclusive(low, high).expect("low is not above high").sample(random)
}
