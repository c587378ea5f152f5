//! The questions that lead to a plan: those of the roadmap's decisions, then the planner's own.

use crate::compare::choice;
use crate::route::{Route, Turn, TurnTaken};
use roadmap::Roadmap;

/// A question, which is one screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// The answer at a decision of the roadmap.
    Choice(Turn),
    /// The hours on each weekday.
    Hours,
    /// The first date of study.
    Start,
    /// The dates without study.
    TimeOff,
    /// The target date, which is optional.
    Target,
}

/// The questions on a route, in order. Decisions with a single answer left are not asked.
///
/// ```
/// use planner::{Answers, Route, Turn};
/// use planner::questionnaire::{Question, questions};
///
/// # let roadmap = roadmap::shipped_roadmap();
/// let route = Route::walk(&roadmap, &Answers::default());
/// assert_eq!(questions(&route)[0], Question::Choice(Turn::first("Assess".into())));
/// assert_eq!(questions(&route)[1], Question::Hours);
/// ```
pub fn questions(route: &Route) -> Vec<Question> {
    let choices = route.turns.iter().filter(|turn| turn.is_asked());
    choices
        .map(|taken| Question::Choice(taken.turn.clone()))
        .chain([Question::Hours, Question::Start, Question::TimeOff, Question::Target])
        .collect()
}

/// The questions without which there is no plan: the decisions up to the first choice between paths, those that follow without
/// work in between, and the hours. Later decisions can wait: the plan leads up to them.
///
/// ```
/// use planner::{Answers, Route, Turn};
/// use planner::questionnaire::{Question, needed};
///
/// # let roadmap = roadmap::shipped_roadmap();
/// let mut answers = Answers::default();
/// answers.give(Turn::first("Assess".into()), "complete-beginner");
/// answers.give(Turn::first("ChoosePath".into()), "analyze-data");
/// let route = Route::walk(&roadmap, &answers);
/// assert_eq!(route.open(), Some(&Turn::first("AnalyticsAdvanced".into())));
/// assert_eq!(needed(&roadmap, &route).last(), Some(&Question::Hours));
/// assert_eq!(needed(&roadmap, &route).len(), 3);
/// ```
pub fn needed(roadmap: &Roadmap, route: &Route) -> Vec<Question> {
    let choices = decisions(roadmap, route).into_iter().filter(|taken| taken.is_asked());
    choices.map(|taken| Question::Choice(taken.turn.clone())).chain([Question::Hours]).collect()
}

/// The first turn that waits for an answer and can wait: there is a plan without it.
pub fn later<'a>(roadmap: &Roadmap, route: &'a Route) -> Option<&'a Turn> {
    let open = route.open()?;
    let is_needed = decisions(roadmap, route).iter().any(|taken| taken.turn == *open);
    (!is_needed).then_some(open)
}

fn decisions<'a>(roadmap: &Roadmap, route: &'a Route) -> Vec<&'a TurnTaken> {
    let choice = choice(roadmap, route).map(|taken| &taken.turn);
    let before_choice = route.turns.iter().position(|taken| Some(&taken.turn) == choice);
    let mut work = 0;
    let is_needed = |(at, taken): &(usize, &TurnTaken)| {
        let is_needed = before_choice.is_some_and(|choice| *at <= choice) || taken.work_before == work;
        work = taken.work_before;
        is_needed
    };
    route.turns.iter().enumerate().take_while(is_needed).map(|(_, taken)| taken).collect()
}
