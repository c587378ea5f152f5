//! Simulated learners: what they know, and how they answer.

use planner::quiz::{Reply, Subject};
use rand_chacha::ChaCha8Rng;
use rand_distr::{Distribution, StandardNormal};
use trials::between;

/// A way of knowing and answering.
pub struct Kind {
    pub name: &'static str,
    /// The chance of a wrong answer about a topic that is known.
    slip: f64,
    /// The chances to say "I don't know yet" about one that is not, and else to guess right.
    says_so: f64,
    guess: f64,
    /// How far knowledge of single topics strays from the learner's ability.
    scatter: f64,
    /// Topics build on each other.
    pub builds: bool,
    /// The quiz knows that.
    pub is_told: bool,
}

const AS_MODELED: Kind = Kind {
    name: "as the model says",
    slip: 0.1,
    says_so: 0.45,
    guess: 0.25,
    scatter: 0.0,
    builds: false,
    is_told: false,
};

/// The kinds of the reference, then two pairs with topics that build on each other.
pub const KINDS: [Kind; 9] = [
    AS_MODELED,
    Kind { name: "careless", slip: 0.2, ..AS_MODELED },
    Kind { name: "never say \"I don't know\"", says_so: 0.0, ..AS_MODELED },
    Kind { name: "lucky", guess: 0.4, ..AS_MODELED },
    Kind { name: "uneven knowledge", scatter: 1.5, ..AS_MODELED },
    Kind { name: "topics build on each other", builds: true, is_told: true, ..AS_MODELED },
    Kind { name: "the same, quiz not told", builds: true, ..AS_MODELED },
    Kind { name: "and uneven knowledge", scatter: 1.5, builds: true, is_told: true, ..AS_MODELED },
    Kind { name: "the same, quiz not told", scatter: 1.5, builds: true, ..AS_MODELED },
];

pub struct Learner<'a> {
    kind: &'a Kind,
    pub knows: Vec<bool>,
}

impl<'a> Learner<'a> {
    pub fn draw(kind: &'a Kind, subjects: &[Subject], random: &mut ChaCha8Rng) -> Self {
        let ability = normal(random);
        let mut knows: Vec<bool> = Vec::new();
        for subject in subjects {
            let score = 2.0 * (ability - subject.difficulty) + kind.scatter * normal(random);
            let is_learned = happens(1.0 / (1.0 + (-score).exp()), random);
            knows.push(is_learned && (!kind.builds || knows.last() != Some(&false)));
        }
        Self { kind, knows }
    }

    pub fn answer(&self, topic: usize, random: &mut ChaCha8Rng) -> Reply {
        let Kind { slip, says_so, guess, .. } = *self.kind;
        let is_right = match self.knows[topic] {
            true => !happens(slip, random),
            false if happens(says_so, random) => return Reply::Unsure,
            false => happens(guess, random),
        };
        if is_right { Reply::Right } else { Reply::Wrong }
    }
}

fn normal(random: &mut ChaCha8Rng) -> f64 {
    StandardNormal.sample(random)
}

fn happens(chance: f64, random: &mut ChaCha8Rng) -> bool {
    between(0.0, 1.0, random) < chance
}
