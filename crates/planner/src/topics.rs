//! Where on a route each topic is learned: once, and after what it requires.

use std::collections::{BTreeMap, BTreeSet};

use roadmap::{Effort, NodeId, Phase, Roadmap, TopicId};

/// A topic of a phase on the route.
///
/// ```
/// # use crate::*;
/// # let roadmap = roadmap::shipped_roadmap();
/// # let mut answers = Answers::default();
/// # answers.give(Turn::first("Assess".into()), "complete-beginner");
/// # let monday = Date::from_ymd_opt(2027, 1, 4).unwrap();
/// # let life = Availability::new(Week::on_workdays(Minutes::hours(10)), []);
/// # let (projects, known) = Default::default();
/// # let given = Assumptions { answers: &answers, availability: &life, start: monday, projects: &projects, known: &known };
/// # let plan = Plan::make(&roadmap, given).unwrap();
/// let variables = &plan.work[0].topics()[0];
/// assert_eq!((variables.topic.as_str(), &variables.counts), ("variables", &Counts::Here));
/// // A third of 40 to 80 hours.
/// assert_eq!((variables.effort.low, variables.effort.high), (Minutes(800), Minutes(1600)));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedTopic {
    /// The topic.
    pub topic: TopicId,
    /// Its share of the effort of the phase that it stands in, also where it need not be learned there.
    pub effort: Effort,
    /// Whether it is learned there.
    pub counts: Counts,
}

/// Where a topic of a phase is learned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Counts {
    /// In this phase.
    Here,
    /// In this phase, although it belongs to another one, because that topic requires it.
    RequiredBy(TopicId),
    /// Nowhere: it was known before the plan.
    Known,
    /// In that phase, which comes before on the route.
    In(NodeId),
}

impl PlannedTopic {
    /// Whether it was known before the plan.
    pub fn is_known(&self) -> bool {
        self.counts == Counts::Known
    }

    /// Whether it takes time in the phase that it stands in.
    pub fn is_learned_here(&self) -> bool {
        matches!(self.counts, Counts::Here | Counts::RequiredBy(_))
    }
}

/// Places the topics of one phase after the other.
pub(super) struct Placing<'a> {
    roadmap: &'a Roadmap,
    known: &'a BTreeSet<TopicId>,
    /// The phase that each topic so far is learned in.
    placed: BTreeMap<TopicId, NodeId>,
}

impl<'a> Placing<'a> {
    pub(super) fn new(roadmap: &'a Roadmap, known: &'a BTreeSet<TopicId>) -> Self {
        Self { roadmap, known, placed: BTreeMap::new() }
    }

    /// The topics of the next phase, in an order in which each comes after what it requires. What a topic requires
    /// and nothing before has taught is learned here too, with the effort that it has in its own phase.
    pub(super) fn phase(&mut self, node: &NodeId, phase: &Phase) -> Vec<PlannedTopic> {
        let shares: BTreeMap<&TopicId, Effort> = self.roadmap.shares(phase).collect();
        let mut planned: Vec<PlannedTopic> = Vec::new();
        for topic in &phase.topics {
            let effort = shares[topic];
            let elsewhere = if self.known.contains(topic) {
                Some(Counts::Known)
            } else {
                self.placed.get(topic).filter(|place| *place != node).cloned().map(Counts::In)
            };
            match elsewhere {
                Some(counts) => planned.push(PlannedTopic { topic: topic.clone(), effort, counts }),
                None => self.place(topic, node, &shares, &mut planned),
            }
        }
        planned
    }

    /// Places a topic in a phase, after all it requires. The list of what waits is kept here and not on the
    /// program's stack, so that a long chain of requirements cannot overflow it.
    fn place(
        &mut self,
        topic: &TopicId,
        node: &NodeId,
        shares: &BTreeMap<&TopicId, Effort>,
        planned: &mut Vec<PlannedTopic>,
    ) {
        let mut waiting = vec![(topic.clone(), None::<TopicId>)];
        while let Some((next, required_by)) = waiting.last().cloned() {
            if self.is_settled(&next) {
                waiting.pop();
                continue;
            }
            let requires = self.roadmap.topic(&next).map_or(&[][..], |topic| &topic.requires);
            if let Some(first) = requires.iter().find(|required| !self.is_settled(required)) {
                waiting.push((first.clone(), Some(next)));
                continue;
            }
            waiting.pop();
            let own = shares.get(&next).copied();
            let counts = match required_by {
                Some(by) if own.is_none() => Counts::RequiredBy(by),
                _ => Counts::Here,
            };
            let effort = own.unwrap_or_else(|| self.roadmap.usual_effort(&next));
            self.placed.insert(next.clone(), node.clone());
            planned.push(PlannedTopic { topic: next, effort, counts });
        }
    }

    fn is_settled(&self, topic: &TopicId) -> bool {
        self.known.contains(topic) || self.placed.contains_key(topic)
    }
}
