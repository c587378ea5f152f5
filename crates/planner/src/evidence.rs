//! What is finished as evidence of the learner's pace.

use std::collections::BTreeMap;

use crate::done::{DoneOf, StepShare, expected};
use crate::item::Item;
use crate::pace::{self, Finished};
use crate::plan::Assumptions;
use crate::progress::{Progress, Status};
use roadmap::{Kind, Phase, Roadmap, TopicId};

/// How unevenly a phase divides into topics that were given equal shares, or a topic or project into steps, as a standard
/// deviation of logarithms.
const SPLIT: f64 = 0.3;

/// What is finished together: of a phase, or of a project.
type Piece<'a> = Vec<(&'a Item, &'a DoneOf)>;

/// What is finished as evidence of the pace, in the order of the finishes: all of one phase together, and each project.
pub fn evidence(
    roadmap: &Roadmap,
    steps: &BTreeMap<Item, Vec<StepShare>>,
    given: &Assumptions<'_>,
    progress: &Progress,
    done: &BTreeMap<Item, DoneOf>,
) -> Vec<Finished> {
    let mut pieces: BTreeMap<(usize, Option<&Item>), Piece<'_>> = BTreeMap::new();
    for (item, one) in done.iter().filter(|(_, one)| one.is_plausible()) {
        let project = matches!(item, Item::Project(_)).then_some(item);
        pieces.entry((one.node, project)).or_default().push((item, one));
    }
    let mut pieces: Vec<Piece<'_>> = pieces.into_values().collect();
    pieces.sort_by_key(|piece| piece.iter().filter_map(|(_, one)| one.days.last()).map(|day| day.on).max());
    let finished = |piece: &Piece<'_>| {
        let expected: f64 = piece.iter().map(|(_, one)| one.expected()).sum();
        let among_topics = match &roadmap.nodes()[piece[0].1.node].kind {
            Kind::Phase(phase) => split_of_phase(roadmap, phase, given, progress, piece),
            _ => 0.0,
        };
        let among_steps: f64 = piece.iter().map(|(item, one)| one.split(steps.get(*item))).sum();
        let without_tick: f64 = piece.iter().map(|(item, one)| one.without_tick(steps.get(*item))).sum();
        Finished {
            expected,
            actual: piece.iter().map(|(_, one)| one.took).sum(),
            chance: (chance(piece) + SPLIT * SPLIT * (among_topics + among_steps) + without_tick)
                / (expected * expected),
        }
    };
    pieces.iter().map(finished).collect()
}

/// The variance in squared minutes that comes from the place in the ranges, which is one for all that is finished.
fn chance(piece: &[(&Item, &DoneOf)]) -> f64 {
    let width = |one: &DoneOf| one.part * f64::from(one.effort.high.less(one.effort.low).0);
    pace::chance_within(piece.iter().map(|(_, one)| width(one)).sum())
}

/// The variance in squared minutes, in units of [`SPLIT`] squared, of the time that the finished part of a phase takes,
/// because how the phase divides into topics is a guess. How much more one topic takes than its share, the others take
/// less, so it is zero for all of them.
fn split_of_phase(
    roadmap: &Roadmap,
    phase: &Phase,
    given: &Assumptions<'_>,
    progress: &Progress,
    finished: &[(&Item, &DoneOf)],
) -> f64 {
    let counts = |topic: &TopicId| {
        let item = Item::Topic(topic.clone());
        let is_finished = finished.iter().any(|(other, _)| **other == item);
        !given.known.contains(topic)
            && match progress.status_of(&item) {
                Status::Skipped(_) | Status::Done(_) => is_finished,
                _ => true,
            }
    };
    let shares = roadmap.shares(phase).filter(|(topic, _)| counts(topic));
    let all: f64 = shares.map(|(_, effort)| expected(effort) * expected(effort)).sum();
    // Of independent deviations n of all topics that add up to nothing, the finished parts f add up to a variance of
    // sum(f^2 n^2) - sum(f n^2)^2 / sum(n^2).
    let whole = |one: &DoneOf| expected(one.effort) * expected(one.effort);
    let squares: f64 = finished.iter().map(|(_, one)| one.part * one.part * whole(one)).sum();
    let parts: f64 = finished.iter().map(|(_, one)| one.part * whole(one)).sum();
    (squares - parts * parts / all).max(0.0)
}
