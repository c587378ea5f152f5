//! The steps of topics and projects: those of the roadmap, those that the learner added, and when each was done.

use std::collections::BTreeMap;

use crate::availability::Date;
use crate::item::Item;
use roadmap::{Roadmap, Step, StepId};

/// The most steps that a learner can add to one topic or project.
pub const MOST_OWN_STEPS: usize = 100;

/// Identifies a step within its topic or project.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StepKey {
    /// A step of the roadmap's topic, or a milestone of its project.
    OfRoadmap(StepId),
    /// A step that the learner added, by its number.
    Own(u32),
}

/// A step that the learner added to a topic or project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnStep {
    /// Identifies the step among the learner's steps of the same topic or project.
    pub number: u32,
    pub title: String,
    /// How many of the roadmap's steps come before it.
    pub after: usize,
}

/// A step among all steps of its topic or project.
#[derive(Clone, Debug, PartialEq)]
pub struct PlannedStep<'a> {
    pub key: StepKey,
    pub title: &'a str,
    /// Its share of the topic's or project's time; those of all steps add up to 1.
    pub share: f64,
}

/// The steps that the learner added and those that they have done, by topic and project.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Steps(BTreeMap<Item, StepsOfItem>);

/// What the learner says about the steps of one topic or project.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StepsOfItem {
    /// The learner's steps, in order.
    own: Vec<OwnStep>,
    /// When each step was done.
    done: BTreeMap<StepKey, Date>,
}

impl StepsOfItem {
    /// The steps with these titles and dates. Those that the learner added come in the order of the roadmap's steps that
    /// come before them.
    pub fn new(mut own: Vec<OwnStep>, done: BTreeMap<StepKey, Date>) -> Self {
        own.sort_by_key(|step| step.after);
        Self { own, done }
    }

    pub fn own(&self) -> &[OwnStep] {
        &self.own
    }

    /// The steps that are done, with their dates.
    pub fn done(&self) -> &BTreeMap<StepKey, Date> {
        &self.done
    }

    fn is_empty(&self) -> bool {
        self.own.is_empty() && self.done.is_empty()
    }
}

/// What the learner says.
impl Steps {
    pub fn new(items: impl IntoIterator<Item = (Item, StepsOfItem)>) -> Self {
        Self(items.into_iter().filter(|(_, of_item)| !of_item.is_empty()).collect())
    }

    /// The topics and projects of whose steps the learner has said something.
    pub fn items(&self) -> impl Iterator<Item = (&Item, &StepsOfItem)> {
        self.0.iter()
    }

    pub fn own(&self, item: &Item) -> &[OwnStep] {
        self.0.get(item).map_or(&[], |of_item| &of_item.own)
    }

    /// When a step was done.
    pub fn done_on(&self, item: &Item, step: &StepKey) -> Option<Date> {
        self.0.get(item)?.done.get(step).copied()
    }

    /// The steps of a topic or project that are done, with their dates.
    pub fn done(&self, item: &Item) -> impl Iterator<Item = (&StepKey, Date)> {
        self.0.get(item).into_iter().flat_map(|of_item| of_item.done.iter().map(|(step, on)| (step, *on)))
    }

    pub fn tick(&mut self, item: Item, step: StepKey, on: Date) {
        self.0.entry(item).or_default().done.insert(step, on);
    }

    pub fn untick(&mut self, item: &Item, step: &StepKey) {
        self.change(item, |of_item| {
            of_item.done.remove(step);
        });
    }

    pub fn untick_all(&mut self, item: &Item) {
        self.change(item, |of_item| of_item.done.clear());
    }

    /// Adds a step after all others, unless there are [`MOST_OWN_STEPS`].
    pub fn add(&mut self, roadmap: &Roadmap, item: Item, title: String) {
        let after = of_roadmap(roadmap, &item).count();
        let of_item = self.0.entry(item).or_default();
        if of_item.own.len() < MOST_OWN_STEPS {
            let number = of_item.own.iter().map(|step| step.number).max().unwrap_or(0).saturating_add(1);
            // Where the roadmap has lost steps, others may stand behind its last one.
            let after = of_item.own.last().map_or(after, |last| last.after.max(after));
            of_item.own.push(OwnStep { number, title, after });
        }
    }

    pub fn rename(&mut self, item: &Item, number: u32, title: String) {
        self.change(item, |of_item| {
            if let Some(step) = of_item.own.iter_mut().find(|step| step.number == number) {
                step.title = title;
            }
        });
    }

    /// Removes a step that the learner added.
    pub fn remove(&mut self, item: &Item, number: u32) {
        self.change(item, |of_item| {
            of_item.own.retain(|step| step.number != number);
            of_item.done.remove(&StepKey::Own(number));
        });
    }

    /// Moves a step that the learner added past the step before or after it, which may be the roadmap's.
    pub fn shift(&mut self, roadmap: &Roadmap, item: &Item, number: u32, toward: Toward) {
        let last = of_roadmap(roadmap, item).count();
        self.change(item, |of_item| {
            let own = &mut of_item.own;
            let Some(at) = own.iter().position(|step| step.number == number) else { return };
            // Where the roadmap has lost steps, the rest are at its end.
            own.iter_mut().for_each(|step| step.after = step.after.min(last));
            let after = own[at].after;
            let neighbor = match toward {
                Toward::Start => at.checked_sub(1),
                Toward::End => Some(at + 1),
            };
            match neighbor.filter(|&other| own.get(other).is_some_and(|other| other.after == after)) {
                Some(other) => own.swap(at, other),
                None => {
                    own[at].after = match toward {
                        Toward::Start => after.saturating_sub(1),
                        Toward::End => (after + 1).min(last),
                    };
                }
            }
        });
    }

    fn change(&mut self, item: &Item, change: impl FnOnce(&mut StepsOfItem)) {
        if let Some(of_item) = self.0.get_mut(item) {
            change(of_item);
            if of_item.is_empty() {
                self.0.remove(item);
            }
        }
    }

    /// The steps of a topic or project in their order, each with its share of the time. A step that the learner added
    /// counts as much as the roadmap's steps do on average.
    ///
    /// ```
    /// use planner::{Item, StepKey, Steps};
    ///
    /// # let roadmap = roadmap::shipped_roadmap();
    /// let topic = Item::Topic("variables".into());
    /// let mut steps = Steps::default();
    /// let before = steps.of(&roadmap, &topic);
    /// let sum: f64 = before.iter().map(|step| step.share).sum();
    /// assert!((sum - 1.0).abs() < 1e-12);
    /// let count = before.len();
    ///
    /// steps.add(&roadmap, topic.clone(), "Chapter 4".to_owned());
    /// let with_own = steps.of(&roadmap, &topic);
    /// let last = with_own.last().unwrap();
    /// assert_eq!((with_own.len(), last.title, &last.key), (count + 1, "Chapter 4", &StepKey::Own(1)));
    /// assert!((last.share - 1.0 / (count + 1) as f64).abs() < 1e-12);
    /// ```
    pub fn of<'a>(&'a self, roadmap: &'a Roadmap, item: &Item) -> Vec<PlannedStep<'a>> {
        let own = self.own(item);
        let of_roadmap: Vec<(&StepId, &str, f64)> = of_roadmap(roadmap, item).collect();
        let all: f64 = of_roadmap.iter().map(|(_, _, weight)| weight).sum();
        let usual = if of_roadmap.is_empty() { 1.0 } else { all / of_roadmap.len() as f64 };
        let all = all + usual * own.len() as f64;
        let mut steps = Vec::with_capacity(of_roadmap.len() + own.len());
        let mut left = own;
        for at in 0..=of_roadmap.len() {
            let is_last = at == of_roadmap.len();
            let here = left.iter().take_while(|step| is_last || step.after <= at).count();
            let (now, later) = left.split_at(here);
            left = later;
            let own = |step: &'a OwnStep| (StepKey::Own(step.number), step.title.as_str(), usual);
            steps.extend(now.iter().map(own));
            if let Some((id, title, weight)) = of_roadmap.get(at) {
                steps.push((StepKey::OfRoadmap((*id).clone()), title, *weight));
            }
        }
        steps
            .into_iter()
            .map(|(key, title, weight)| PlannedStep { key, title, share: weight / all })
            .collect()
    }
}

/// A direction in a list of steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Toward {
    Start,
    End,
}

impl Toward {
    pub fn back(self) -> Self {
        match self {
            Self::Start => Self::End,
            Self::End => Self::Start,
        }
    }
}

/// The roadmap's steps of a topic or project, with their weights.
fn of_roadmap<'a>(roadmap: &'a Roadmap, item: &Item) -> impl Iterator<Item = (&'a StepId, &'a str, f64)> {
    let (steps, milestones) = match item {
        Item::Topic(topic) => (roadmap.topic(topic).map_or(&[][..], |topic| &topic.steps), &[][..]),
        Item::Project(project) => {
            (&[][..], roadmap.project(project).map_or(&[][..], |project| &project.milestones))
        }
    };
    let steps = steps.iter().map(|Step { id, title, share }| (id, title.as_str(), f64::from(*share)));
    let hours = |milestone: &roadmap::Milestone| f64::from(milestone.hours.low + milestone.hours.high) / 2.0;
    steps.chain(
        milestones.iter().map(move |milestone| (&milestone.id, milestone.title.as_str(), hours(milestone))),
    )
}
