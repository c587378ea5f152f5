//! Comparison of paths for a learner.

use std::collections::VecDeque;

use crate::calendar::NoFinish;
use crate::forecast::{Chances, Forecast};
use crate::now::Now;
use crate::plan::{Assumptions, Plan};
use crate::route::{Answers, Route, Turn, TurnTaken};
use roadmap::{AnswerId, Effort, Kind, NodeId, Roadmap};

/// Limit of the search for answers that lead to a path.
const MOST_TRIES: usize = 500;

/// A path with its cost for the learner.
#[derive(Clone, Debug, PartialEq)]
pub struct PathOption {
    /// The answer that takes it.
    pub answer: AnswerId,
    pub path: NodeId,
    /// As the only path.
    pub alone: Outcome,
    /// After the chosen path; `None` for the chosen path itself, and if no answers lead from there to this one.
    pub after_chosen: Option<Outcome>,
}

/// The effort and finish of a choice.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// The effort left; after another path, the additional effort.
    pub effort: Effort,
    /// The effort saved because topics are known or learned earlier on the route; after another path, the additional
    /// saving.
    pub saved: Effort,
    pub finish: Result<Option<Chances>, NoFinish>,
}

/// The first choice between paths on a route.
pub fn choice<'a>(roadmap: &Roadmap, route: &'a Route) -> Option<&'a TurnTaken> {
    let is_path = |node: &NodeId| matches!(roadmap.node(node).map(|node| &node.kind), Some(Kind::Path(_)));
    route.turns.iter().find(|turn| turn.offered.iter().filter(|(_, node)| is_path(node)).count() > 1)
}

/// The answers before a turn, and another one at the turn itself.
pub fn answers_if(route: &Route, turn: &Turn, answer: AnswerId) -> Answers {
    let mut answers = Answers::default();
    for taken in route.turns.iter().take_while(|taken| taken.turn != *turn) {
        if let Some(answer) = &taken.taken {
            answers.give(taken.turn.clone(), answer.clone());
        }
    }
    answers.give(turn.clone(), answer);
    answers
}

/// The paths offered at the first choice between paths, in reading order.
///
/// ```
/// use planner::{Answers, Assumptions, Availability, Date, Now, PaceChoice, Progress, ProjectChoices, Turn, Week, compare};
/// use roadmap::Minutes;
///
/// # let roadmap = roadmap::shipped_roadmap();
/// let mut answers = Answers::default();
/// answers.give(Turn::first("Assess".into()), "complete-beginner");
/// answers.give(Turn::first("ChoosePath".into()), "build-ai-ml-systems");
/// let monday = Date::from_ymd_opt(2027, 1, 4).unwrap();
/// let given = Assumptions {
///     answers: &answers,
///     availability: &Availability::new(Week::on_workdays(Minutes::hours(10)), []),
///     start: monday,
///     projects: &ProjectChoices::default(),
///     known: &Default::default(),
/// };
/// let progress = Progress::default();
/// let now = Now::of(&roadmap, &given, &progress, monday, PaceChoice::Own);
/// let paths = compare::paths(&roadmap, given, &now);
/// assert_eq!(paths.len(), 7);
/// // Pandas, NumPy and Matplotlib are learned on the first path already.
/// let data = paths.iter().find(|path| path.path.as_str() == "Analytics").unwrap();
/// assert!(data.after_chosen.as_ref().unwrap().saved.low > Minutes::hours(20));
/// ```
pub fn paths(roadmap: &Roadmap, given: Assumptions<'_>, now: &Now<'_>) -> Vec<PathOption> {
    let route = Route::walk(roadmap, given.answers);
    let Some(turn) = choice(roadmap, &route) else { return Vec::new() };
    let chosen = turn.taken.clone().map(|answer| answers_if(&route, &turn.turn, answer));
    let plan = chosen.as_ref().and_then(|answers| Plan::make(roadmap, Assumptions { answers, ..given }).ok());
    let base = plan.map(|plan| Totals::of(&plan, now)).unwrap_or_default();
    let options = turn.offered.iter().map(|(answer, path)| {
        let alone = answers_if(&route, &turn.turn, answer.clone());
        let after = chosen.as_ref().filter(|_| turn.taken.as_ref() != Some(answer));
        let after = after.and_then(|answers| leading_to(roadmap, answers, path));
        PathOption {
            answer: answer.clone(),
            path: path.clone(),
            alone: outcome(roadmap, Assumptions { answers: &alone, ..given }, now, Totals::default()),
            after_chosen: after
                .map(|answers| outcome(roadmap, Assumptions { answers: &answers, ..given }, now, base)),
        }
    });
    options.collect()
}

/// The total efforts of a route.
#[derive(Clone, Copy, Default)]
struct Totals {
    left: Effort,
    /// Effort of topics that are known or learned earlier on the route.
    saved: Effort,
}

impl Totals {
    fn of(plan: &Plan, now: &Now<'_>) -> Self {
        let left = now.study.open(plan, now.progress).iter().flatten().map(|open| open.left).sum();
        Self { left, saved: plan.saved().map(|topic| topic.effort).sum() }
    }
}

/// The outcome of a route; with a base, only what the route adds to it.
fn outcome(roadmap: &Roadmap, given: Assumptions<'_>, now: &Now<'_>, base: Totals) -> Outcome {
    match Plan::make(roadmap, given) {
        Err(why) => Outcome { effort: Effort::default(), saved: Effort::default(), finish: Err(why) },
        Ok(plan) => {
            let totals = Totals::of(&plan, now);
            let forecast = Forecast::make(&plan, given.availability, now);
            Outcome {
                effort: totals.left.less(base.left),
                saved: totals.saved.less(base.saved),
                finish: forecast.map(|forecast| forecast.finish()),
            }
        }
    }
}

/// The given answers with the fewest more that lead to a path, by breadth-first search in reading order.
fn leading_to(roadmap: &Roadmap, answers: &Answers, path: &NodeId) -> Option<Answers> {
    let mut queue = VecDeque::from([answers.clone()]);
    for _ in 0..MOST_TRIES {
        let answers = queue.pop_front()?;
        let route = Route::walk(roadmap, &answers);
        if route.contains(path) {
            return Some(answers);
        }
        let Some(open) = route.open() else { continue };
        let Some(taken) = route.turns.iter().find(|taken| taken.turn == *open) else { continue };
        for (answer, _) in &taken.offered {
            let mut more = answers.clone();
            more.give(open.clone(), answer.clone());
            queue.push_back(more);
        }
    }
    None
}
