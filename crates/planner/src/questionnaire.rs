//! The questions that lead to a plan: those of the roadmap's decisions, then the planner's own.

use super::route::{Route, Turn};

/// One question, one screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// What to choose at a decision of the roadmap.
    Choice(Turn),
    /// How many hours on each weekday.
    Hours,
    /// When to start.
    Start,
    /// Which dates are off.
    TimeOff,
    /// By when the learner would like to finish, if by any date.
    Target,
}

/// The questions on a route in the order they are asked. Decisions with one answer left are not asked.
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
