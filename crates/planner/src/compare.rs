//! Paths side by side, for one learner.

use std::collections::VecDeque;

use super::calendar::NoFinish;
use super::forecast::{Chances, Forecast, Now};
use super::plan::{Assumptions, Plan};
use super::route::{Answers, Route, Turn, TurnTaken};
use roadmap::{AnswerId, Effort, Kind, NodeId, Roadmap};

/// Not more ways on than this are tried to find one that comes to a path.
const MOST_TRIES: usize = 500;

/// A path as the learner would walk it.
#[derive(Clone, Debug, PartialEq)]
pub struct PathOption {
    /// The answer that takes it.
    pub answer: AnswerId,
    /// The path.
    pub path: NodeId,
    /// With it as the only path.
    pub alone: Outcome,
    /// With it after the path that the learner has chosen; nothing for that one, and where no way leads on to it.
    pub after_chosen: Option<Outcome>,
}

/// What a choice comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// The effort that is left; after another path only what it adds.
    pub effort: Effort,
    /// The effort that need not be spent, because topics are known or were learned on the route before.
    pub saved: Effort,
    /// When everything is finished.
    pub finish: Result<Option<Chances>, NoFinish>,
}

/// The first decision of a route that is a choice between paths.
pub fn choice<'a>(roadmap: &Roadmap, route: &'a Route) -> Option<&'a TurnTaken> {
    let is_path = |node: &NodeId| matches!(roadmap.node(node).map(|node| &node.kind), Some(Kind::Path(_)));
    route.turns.iter().find(|turn| turn.offered.iter().filter(|(_, node)| is_path(node)).count() > 1)
}

/// The answers up to a turn, with another one there and none after it.
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

/// The paths on offer at the first choice between paths, in reading order.
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
/// let now = Now { progress: &progress, today: monday, pace: PaceChoice::Own };
/// let paths = compare::paths(&roadmap, given, now);
/// assert_eq!(paths.len(), 7);
/// // Pandas, NumPy and Matplotlib are learned on the first path already.
/// let data = paths.iter().find(|path| path.path.as_str() == "Analytics").unwrap();
/// assert!(data.after_chosen.as_ref().unwrap().saved.low > Minutes::hours(20));
/// ```
pub fn paths(roadmap: &Roadmap, given: Assumptions<'_>, now: Now<'_>) -> Vec<PathOption> {
    let route = Route::walk(roadmap, given.answers);
    let Some(turn) = choice(roadmap, &route) else { return Vec::new() };
    let chosen = turn.taken.clone().map(|answer| answers_if(&route, &turn.turn, answer));
    let base = chosen.as_ref().map(|answers| left(roadmap, Assumptions { answers, ..given }, now));
    let options = turn.offered.iter().map(|(answer, path)| {
        let alone = answers_if(&route, &turn.turn, answer.clone());
        let after = chosen.as_ref().filter(|_| turn.taken.as_ref() != Some(answer));
        let after = after.and_then(|answers| leading_to(roadmap, answers, path));
        PathOption {
            answer: answer.clone(),
            path: path.clone(),
            alone: outcome(roadmap, Assumptions { answers: &alone, ..given }, now, None),
            after_chosen: after.map(|answers| {
                outcome(roadmap, Assumptions { answers: &answers, ..given }, now, base.as_ref())
            }),
        }
    });
    options.collect()
}

/// The effort left on a route, and the effort saved on it.
type LeftAndSaved = (Effort, Effort);

fn left(roadmap: &Roadmap, given: Assumptions<'_>, now: Now<'_>) -> LeftAndSaved {
    Plan::make(roadmap, given).map(|plan| left_of(&plan, now)).unwrap_or_default()
}

fn left_of(plan: &Plan, now: Now<'_>) -> LeftAndSaved {
    let left = now.progress.left(plan).map(|(_, effort)| effort).sum();
    (left, plan.saved().map(|topic| topic.effort).sum())
}

fn outcome(roadmap: &Roadmap, given: Assumptions<'_>, now: Now<'_>, base: Option<&LeftAndSaved>) -> Outcome {
    let (base_left, base_saved) = base.copied().unwrap_or_default();
    match Plan::make(roadmap, given) {
        Err(why) => Outcome { effort: Effort::default(), saved: Effort::default(), finish: Err(why) },
        Ok(plan) => {
            let (left, saved) = left_of(&plan, now);
            let forecast = Forecast::make(&plan, given.availability, given.start, now);
            Outcome {
                effort: left.less(base_left),
                saved: saved.less(base_saved),
                finish: forecast.map(|forecast| forecast.finish()),
            }
        }
    }
}

/// The fewest answers that go on from those given until the route comes to a path, the first ones in reading order
/// among those.
fn leading_to(roadmap: &Roadmap, answers: &Answers, path: &NodeId) -> Option<Answers> {
    let mut to_try = VecDeque::from([answers.clone()]);
    for _ in 0..MOST_TRIES {
        let answers = to_try.pop_front()?;
        let route = Route::walk(roadmap, &answers);
        if route.contains(path) {
            return Some(answers);
        }
        let Some(open) = route.open() else { continue };
        let Some(taken) = route.turns.iter().find(|taken| taken.turn == *open) else { continue };
        for (answer, _) in &taken.offered {
            let mut more = answers.clone();
            more.give(open.clone(), answer.clone());
            to_try.push_back(more);
        }
    }
    None
}
