//! Helps a learner choose between paths, by statements they agree with.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::route::TurnTaken;
use roadmap::{AnswerId, Kind, NodeId, PathGuide, Roadmap, Statement, StatementId};

/// An offered path with the statements in its favor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion<'a> {
    /// The answer that takes this path.
    pub answer: AnswerId,
    pub path: NodeId,
    /// The statements that the learner agrees with.
    pub because: Vec<&'a Statement>,
}

fn guide<'a>(roadmap: &'a Roadmap, node: &NodeId) -> Option<&'a PathGuide> {
    match &roadmap.node(node)?.kind {
        Kind::Path(guide) => guide.as_ref(),
        _ => None,
    }
}

/// All statements about the offered paths, in alphabetical order, so that their order does not reveal their paths.
/// Empty if no help is available.
///
/// ```
/// use planner::{Answers, Route, Turn, advice};
///
/// # let roadmap = roadmap::shipped_roadmap();
/// let mut answers = Answers::default();
/// answers.give(Turn::first("Assess".into()), "complete-beginner");
/// let route = Route::walk(&roadmap, &answers);
/// assert!(advice::statements(&roadmap, &route.turns[0]).is_empty());
/// assert_eq!(advice::statements(&roadmap, &route.turns[1]).len(), 21);
/// ```
pub fn statements<'a>(roadmap: &'a Roadmap, turn: &TurnTaken) -> Vec<&'a Statement> {
    let of_path = |node| guide(roadmap, node).map_or(&[][..], |guide| &guide.choose_if);
    let mut all: Vec<&Statement> = turn.offered.iter().flat_map(|(_, node)| of_path(node)).collect();
    all.sort_by_key(|statement| (&statement.text, &statement.id));
    all.dedup();
    all
}

/// The offered paths that have a guide, those with the most ticked statements first, otherwise in reading order.
pub fn rank<'a>(
    roadmap: &'a Roadmap,
    turn: &TurnTaken,
    agreed: &BTreeSet<StatementId>,
) -> Vec<Suggestion<'a>> {
    let mut suggestions: Vec<Suggestion<'_>> = turn
        .offered
        .iter()
        .filter_map(|(answer, node)| {
            let statements = &guide(roadmap, node)?.choose_if;
            let because = statements.iter().filter(|statement| agreed.contains(&statement.id)).collect();
            Some(Suggestion { answer: answer.clone(), path: node.clone(), because })
        })
        .collect();
    suggestions.sort_by_key(|suggestion| Reverse(suggestion.because.len()));
    suggestions
}
