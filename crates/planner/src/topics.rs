//! The phase in which each topic on a route is learned: once, and after the topics that it requires.

use std::collections::{BTreeMap, BTreeSet};

use roadmap::{Effort, NodeId, Phase, Roadmap, TopicId};

/// A topic of a phase on the route.
///
/// ```
/// # use planner::*;
/// # use roadmap::Minutes;
/// # let roadmap = roadmap::shipped_roadmap();
/// # let mut answers = Answers::default();
/// # answers.give(Turn::first("Assess".into()), "complete-beginner");
/// # let monday = Date::from_ymd_opt(2027, 1, 4).unwrap();
/// # let life = Availability::new(Week::on_workdays(Minutes::hours(10)), []);
/// # let (projects, known) = Default::default();
/// # let given = Assumptions { answers: &answers, availability: &life, start: monday, projects: &projects, known: &known };
/// # let plan = Plan::make(&roadmap, given).unwrap();
/// let variables = &plan.work[0].topics()[0];
/// assert_eq!((variables.topic.as_str(), &variables.learned), ("variables", &TopicPlace::Here));
/// // A third of 40 to 80 hours.
/// assert_eq!((variables.effort.low, variables.effort.high), (Minutes(800), Minutes(1600)));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedTopic {
    pub topic: TopicId,
    /// Its share of the phase's effort, even if it is not learned there.
    pub effort: Effort,
    pub learned: TopicPlace,
}

/// Where a topic of a phase is learned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TopicPlace {
    /// In this phase.
    Here,
    /// In this phase, although it belongs to a later one, because a topic here requires it.
    RequiredBy(TopicId),
    /// It was known before the plan.
    Known,
    /// In an earlier phase of the route.
    In(NodeId),
}

impl PlannedTopic {
    pub fn is_known(&self) -> bool {
        self.learned == TopicPlace::Known
    }

    /// Whether it takes time in this phase.
    pub fn is_learned_here(&self) -> bool {
        matches!(self.learned, TopicPlace::Here | TopicPlace::RequiredBy(_))
    }
}

/// Assigns topics to the phases of a route, one phase after the other.
pub(super) struct TopicPlacer<'a> {
    roadmap: &'a Roadmap,
    known: &'a BTreeSet<TopicId>,
    /// The phase in which each topic so far is learned.
    placed: BTreeMap<TopicId, NodeId>,
}

impl<'a> TopicPlacer<'a> {
    pub(super) fn new(roadmap: &'a Roadmap, known: &'a BTreeSet<TopicId>) -> Self {
        Self { roadmap, known, placed: BTreeMap::new() }
    }

    /// The topics of the next phase, each after the topics that it requires. A required topic of a later phase is
    /// moved here, with its effort in that phase.
    pub(super) fn phase(&mut self, node: &NodeId, phase: &Phase) -> Vec<PlannedTopic> {
        let shares: BTreeMap<&TopicId, Effort> = self.roadmap.shares(phase).collect();
        let mut planned: Vec<PlannedTopic> = Vec::new();
        for topic in &phase.topics {
            let effort = shares[topic];
            let elsewhere = if self.known.contains(topic) {
                Some(TopicPlace::Known)
            } else {
                self.placed.get(topic).filter(|place| *place != node).cloned().map(TopicPlace::In)
            };
            match elsewhere {
                Some(learned) => planned.push(PlannedTopic { topic: topic.clone(), effort, learned }),
                None => self.place(topic, node, &shares, &mut planned),
            }
        }
        planned
    }

    /// Places a topic in a phase, after everything that it requires. The explicit stack keeps a long chain of
    /// requirements from overflowing the call stack.
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
            let learned = match required_by {
                Some(by) if own.is_none() => TopicPlace::RequiredBy(by),
                _ => TopicPlace::Here,
            };
            let effort = own.unwrap_or_else(|| self.roadmap.usual_effort(&next));
            self.placed.insert(next.clone(), node.clone());
            planned.push(PlannedTopic { topic: next, effort, learned });
        }
    }

    fn is_settled(&self, topic: &TopicId) -> bool {
        self.known.contains(topic) || self.placed.contains_key(topic)
    }
}
