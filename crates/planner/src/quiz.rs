//! A placement quiz: which topics somebody knows, found out with few questions.

use std::array;

use crate::pace::density;

/// Points of the grid of abilities.
const POINTS: usize = 41;
/// The grid covers this many standard deviations on both sides.
const WIDEST: f64 = 3.0;
/// How sharply the chance to know a topic rises with ability.
const STEEPNESS: f64 = 2.0;
/// Chances of somebody who knows a topic to answer right, wrong, and "I don't know yet".
const IF_KNOWN: [f64; 3] = [0.90, 0.07, 0.03];
/// The same of somebody who does not know it.
const IF_UNKNOWN: [f64; 3] = [0.125, 0.50, 0.375];
/// What taking a topic as known that is not costs, as a multiple of its minutes. Planning a known one costs them once.
const WRONGLY_KNOWN: f64 = 2.0;
/// No more questions where no topic's expected loss is above this fraction of its minutes: as many topics as possible are placed
/// right with five questions on the median (`cargo xtask back-test`).
const ENOUGH: f64 = 0.13;
/// The most questions of one quiz.
pub const MOST_QUESTIONS: usize = 12;
/// Expected losses in minutes are compared to the ninth decimal.
const DECIMALS: f64 = 1e9;

/// A topic that a quiz asks about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Subject {
    /// The ability at which half of the people know it, in standard deviations.
    pub difficulty: f64,
    /// Study time for it.
    pub minutes: f64,
    /// The index of a topic without which it cannot be known.
    pub requires: Option<usize>,
    /// How many questions about it there are.
    pub questions: usize,
}

/// The answer to a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reply {
    Right,
    Wrong,
    /// "I don't know yet".
    Unsure,
}

/// A quiz with the answers given so far.
///
/// A higher-order DINA model (de la Torre and Douglas 2004, "Higher-order latent trait models for cognitive diagnosis",
/// Psychometrika 69): given an ability, which is normally distributed, a topic is known with a logistic probability, if what
/// it requires is known, and independently of all others. All sums are exact on a grid of abilities. What a topic requires
/// is one topic here, so that the topics form trees.
///
/// ```
/// use planner::quiz::{Quiz, Reply, Subject, is_known};
///
/// let subject = |difficulty, requires| Subject { difficulty, minutes: 1200.0, requires, questions: 8 };
/// let mut quiz = Quiz::new(vec![subject(-1.2, None), subject(0.0, Some(0)), subject(1.5, Some(1))]);
/// while let Some(topic) = quiz.next() {
///     quiz.give(topic, if topic < 2 { Reply::Right } else { Reply::Unsure });
/// }
/// assert_eq!(quiz.known().into_iter().map(is_known).collect::<Vec<_>>(), [true, true, false]);
/// assert!(quiz.asked() <= 6);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Quiz {
    subjects: Vec<Subject>,
    /// The topics that require each topic.
    dependents: Vec<Vec<usize>>,
    /// The topics, each before those that require it.
    order: Vec<usize>,
    /// For each topic the prior probability that it is known at each point of the grid, if what it requires is.
    priors: Vec<[f64; POINTS]>,
    /// For each topic the likelihood of its answers if it is known and if not.
    likelihoods: Vec<[f64; 2]>,
    given: Vec<(usize, Reply)>,
}

/// The probability of each topic to be known, with the likelihood of all answers.
struct Posterior {
    likelihood: f64,
    known: Vec<f64>,
}

impl Reply {
    /// All of them, in the order of their chances.
    const ALL: [Self; 3] = [Self::Right, Self::Wrong, Self::Unsure];

    /// Its likelihood if the topic is known and if not.
    fn likelihood(self) -> [f64; 2] {
        [IF_KNOWN[self as usize], IF_UNKNOWN[self as usize]]
    }
}

impl Quiz {
    /// A quiz in which nothing was asked yet. A topic that requires itself, through others, requires nothing.
    pub fn new(mut subjects: Vec<Subject>) -> Self {
        break_cycles(&mut subjects);
        let mut dependents = vec![Vec::new(); subjects.len()];
        for (at, subject) in subjects.iter().enumerate() {
            if let Some(required) = subject.requires {
                dependents[required].push(at);
            }
        }
        let mut order: Vec<usize> =
            (0..subjects.len()).filter(|&at| subjects[at].requires.is_none()).collect();
        for next in 0.. {
            let Some(&at) = order.get(next) else { break };
            order.extend(&dependents[at]);
        }
        let known_at = |subject: &Subject| {
            array::from_fn(|point| {
                1.0 / (1.0 + libm::exp(-STEEPNESS * (ability(point) - subject.difficulty)))
            })
        };
        Self {
            dependents,
            order,
            priors: subjects.iter().map(known_at).collect(),
            likelihoods: vec![[1.0; 2]; subjects.len()],
            given: Vec::new(),
            subjects,
        }
    }

    /// Takes in the answer to a question about a topic.
    pub fn give(&mut self, topic: usize, reply: Reply) {
        let [if_known, if_unknown] = reply.likelihood();
        self.likelihoods[topic][0] *= if_known;
        self.likelihoods[topic][1] *= if_unknown;
        self.given.push((topic, reply));
    }

    /// The answers so far, with the indices of their topics.
    pub fn given(&self) -> &[(usize, Reply)] {
        &self.given
    }

    /// The number of questions answered so far.
    pub fn asked(&self) -> usize {
        self.given.len()
    }

    /// For each topic the probability that it is known.
    pub fn known(&self) -> Vec<f64> {
        self.posterior(&self.likelihoods).known
    }

    /// The topic to ask about next: the one whose answer lowers the expected loss most. `None` if enough is known, if
    /// [`MOST_QUESTIONS`] were asked, or if no question is left.
    pub fn next(&self) -> Option<usize> {
        let known = self.posterior(&self.likelihoods).known;
        let is_enough = self
            .subjects
            .iter()
            .zip(&known)
            .all(|(subject, &known)| loss(known) <= ENOUGH || subject.minutes == 0.0);
        if is_enough || self.asked() >= MOST_QUESTIONS {
            return None;
        }
        let open: Vec<usize> = (0..self.subjects.len()).filter(|&topic| self.has_questions(topic)).collect();
        let rated = open.iter().map(|&topic| (self.expected_loss_after(topic), topic));
        let (least, topic) = rated.min_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)))?;
        if least < rounded(self.losses(&known).sum()) {
            return Some(topic);
        }
        // No single answer would change what is done about any topic: ask where most is at stake, so that two answers may.
        let at_stake = |topic: usize| loss(known[topic]) * self.subjects[topic].minutes;
        open.into_iter().max_by(|&a, &b| at_stake(a).total_cmp(&at_stake(b)).then(b.cmp(&a)))
    }

    /// For each topic the expected loss in minutes.
    fn losses(&self, known: &[f64]) -> impl Iterator<Item = f64> {
        self.subjects.iter().zip(known).map(|(subject, &known)| loss(known) * subject.minutes)
    }

    fn has_questions(&self, topic: usize) -> bool {
        let asked = self.given.iter().filter(|(other, _)| *other == topic).count();
        asked < self.subjects[topic].questions
    }

    /// The loss in minutes that is left after one more question about a topic, over its three answers.
    fn expected_loss_after(&self, topic: usize) -> f64 {
        let (mut all, mut sum) = (0.0, 0.0);
        let mut likelihoods = self.likelihoods.clone();
        for reply in Reply::ALL {
            let [if_known, if_unknown] = reply.likelihood();
            let [known, unknown] = self.likelihoods[topic];
            likelihoods[topic] = [known * if_known, unknown * if_unknown];
            let posterior = self.posterior(&likelihoods);
            sum += posterior.likelihood * self.losses(&posterior.known).sum::<f64>();
            all += posterior.likelihood;
        }
        rounded(sum / all)
    }

    /// Belief propagation on the trees of topics, at each ability.
    fn posterior(&self, likelihoods: &[[f64; 2]]) -> Posterior {
        let count = self.subjects.len();
        let (mut likelihood, mut known) = (0.0, vec![0.0; count]);
        // The likelihood of all answers about a topic and those that build on it, if what it requires is known and if not.
        let (mut with, mut without) = (vec![0.0; count], vec![0.0; count]);
        let mut chances = vec![0.0; count];
        for point in 0..POINTS {
            for &at in self.order.iter().rev() {
                let [if_known, if_unknown] = likelihoods[at];
                let prior = self.priors[at][point];
                let product =
                    |of: &[f64]| self.dependents[at].iter().map(|&other| of[other]).product::<f64>();
                without[at] = if_unknown * product(&without);
                chances[at] = prior * if_known * product(&with);
                with[at] = chances[at] + (1.0 - prior) * without[at];
            }
            let roots = self.order.iter().filter(|&&at| self.subjects[at].requires.is_none());
            let weight = density(ability(point)) * roots.map(|&at| with[at]).product::<f64>();
            likelihood += weight;
            for &at in &self.order {
                let required = self.subjects[at].requires.map_or(1.0, |required| chances[required]);
                chances[at] = required * chances[at] / with[at];
                known[at] += weight * chances[at];
            }
        }
        known.iter_mut().for_each(|chance| *chance /= likelihood);
        Posterior { likelihood, known }
    }
}

/// Whether a topic is taken as known at this probability: where that has the smaller expected loss.
pub fn is_known(probability: f64) -> bool {
    probability > WRONGLY_KNOWN / (1.0 + WRONGLY_KNOWN)
}

/// Difficulties of topics in the order in which they are learned, when nothing else is known about them.
pub fn difficulties(topics: usize) -> impl Iterator<Item = f64> {
    let (easiest, hardest) = (-1.2, 1.5);
    let steps = topics.saturating_sub(1).max(1) as f64;
    (0..topics).map(move |at| easiest + (hardest - easiest) * at as f64 / steps)
}

/// Losses that differ by less than a rounding error are equal.
fn rounded(loss: f64) -> f64 {
    (loss * DECIMALS).round() / DECIMALS
}

/// The expected loss of the better decision about a topic, as a fraction of its minutes.
fn loss(known: f64) -> f64 {
    known.min(WRONGLY_KNOWN * (1.0 - known))
}

fn ability(point: usize) -> f64 {
    WIDEST * (2.0 * point as f64 / (POINTS - 1) as f64 - 1.0)
}

fn break_cycles(subjects: &mut [Subject]) {
    for at in 0..subjects.len() {
        let mut reached = subjects[at].requires;
        for _ in 0..subjects.len() {
            let Some(required) = reached else { break };
            if required == at {
                subjects[at].requires = None;
                break;
            }
            reached = subjects[required].requires;
        }
    }
}
