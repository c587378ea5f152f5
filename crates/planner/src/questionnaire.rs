//! The questions that lead to a plan: those of the roadmap's decisions, then the planner's own.

use crate::route::{Route, Turn};

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
