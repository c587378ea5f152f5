//! The workloads that are timed.

use chrono::Days;
use planner::{Scheduled, Turn};
use roadmap::Minutes;

use crate::builder::RoadmapBuilder;
use crate::learner::{Learner, monday};

/// A roadmap and a learner whose route, plan and forecast are recomputed.
#[derive(Clone, Copy)]
pub enum Workload {
    /// The shipped roadmap with one path.
    OnePath,
    /// The shipped roadmap with two paths.
    TwoPaths,
    /// The shipped roadmap with one path, half of which is finished, with time logged.
    HalfFinished,
    /// That many topics in a chain of phases.
    Chain(usize),
    /// A chain with prerequisites among topics, and topics that phases share.
    Tangle(usize),
}

/// In the order of the table.
pub const WORKLOADS: [Workload; 9] = [
    Workload::OnePath,
    Workload::TwoPaths,
    Workload::HalfFinished,
    Workload::Chain(1_000),
    Workload::Chain(10_000),
    Workload::Chain(100_000),
    Workload::Tangle(1_000),
    Workload::Tangle(10_000),
    Workload::Tangle(100_000),
];

impl Workload {
    pub fn name(self) -> &'static str {
        match self {
            Self::OnePath => "Python, one path",
            Self::TwoPaths => "Python, two paths",
            Self::HalfFinished => "Python, half finished",
            Self::Chain(_) => "chain",
            Self::Tangle(_) => "tangle",
        }
    }

    /// The number of items to plan.
    pub fn topics(self) -> usize {
        self.learner().plan().work.iter().map(|work| work.items().len()).sum()
    }

    pub fn learner(self) -> Learner {
        match self {
            Self::OnePath => on_python(&ONE_PATH),
            Self::TwoPaths => on_python(&TWO_PATHS),
            Self::HalfFinished => half_way(on_python(&ONE_PATH)),
            Self::Chain(topics) => on_a_chain(topics, false),
            Self::Tangle(topics) => on_a_chain(topics, true),
        }
    }
}

type Given = (&'static str, u32, &'static str);

const ONE_PATH: [Given; 4] = [
    ("Assess", 1, "complete-beginner"),
    ("ChoosePath", 1, "build-ai-ml-systems"),
    ("AIMLAdvanced", 1, "deep-learning-focus"),
    ("CrossPath", 1, "no"),
];

const TWO_PATHS: [Given; 7] = [
    ONE_PATH[0],
    ONE_PATH[1],
    ONE_PATH[2],
    ("CrossPath", 1, "yes"),
    ("ChoosePath", 2, "analyze-data"),
    ("AnalyticsAdvanced", 1, "engineering-focus"),
    ("CrossPath", 2, "no"),
];

fn on_python(answers: &[Given]) -> Learner {
    let mut learner = Learner::new(roadmap::shipped_roadmap(), Minutes(90));
    for &(decision, visit, answer) in answers {
        learner.answers.give(Turn { decision: decision.into(), visit }, answer);
    }
    learner
}

/// The first half of the items is finished, each with two log entries and somewhat slower than expected.
fn half_way(mut learner: Learner) -> Learner {
    let plan = learner.plan();
    let items: Vec<_> = plan.work.iter().flat_map(Scheduled::items).collect();
    let mut spent = 0;
    for (at, (item, effort)) in items[..items.len() / 2].iter().enumerate() {
        let minutes = effort.middle().0 * (110 + at as u32 % 30) / 100;
        spent += minutes;
        let on = monday() + Days::new(u64::from(spent) / 90);
        learner.log(item, on, Minutes(minutes / 2));
        learner.log(item, on, Minutes(minutes - minutes / 2));
        learner.finish(item, on);
        learner.today = on;
    }
    learner
}

/// A chain of phases with 8 topics in 3 phases, like the Python roadmap. In a tangle, every tenth topic requires one of the
/// next phases, every fifth the one before it, and every fourth phase repeats a topic of an earlier phase.
///
/// Phases take minutes and study days are long, so that the largest roadmap surely ends within the horizon: the more hours
/// lie ahead, the less is known about the pace at their end.
fn on_a_chain(topics: usize, tangled: bool) -> Learner {
    let mut roadmap = RoadmapBuilder::new();
    for at in 0..topics {
        let requires = match at % 10 {
            0 if tangled && at + 7 < topics => Some(at + 7),
            3 | 8 if tangled => Some(at - 1),
            _ => None,
        };
        roadmap.topic(1, requires);
    }
    let mut first = 0;
    for phase in 0.. {
        let next = topics.min(first + [3, 3, 2][phase % 3]);
        let repeated = (tangled && phase % 4 == 3).then_some(first / 2);
        roadmap.short_phase(15, 30, (first..next).chain(repeated));
        first = next;
        if first == topics {
            break;
        }
    }
    Learner::new(roadmap.into_roadmap(1), Minutes::hours(20))
}
