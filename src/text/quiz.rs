//! Words of the placement quiz.

use super::{amounts, dates};
use planner::{Chances, Date};
use roadmap::Minutes;

pub const OFFER: &str = "Not sure? Find out in about five questions.";
pub const TAKE: &str = "Find out what you know";
pub const RESUME: &str = "Continue the quiz";
pub const SEE_RESULT: &str = "See your result";
pub const CHECK_PHASE: &str = "Already know some of this? Check.";

pub const USUALLY: &str = "Usually 4 to 12 questions in total.";
pub const UNSURE: &str = "I don’t know yet";
pub const NEXT: &str = "Next";
pub const BACK: &str = "Previous question";
pub const STOP: &str = "Stop here and see the result so far";
pub const NOTHING_CHOSEN: &str = "Choose an answer. “I don’t know yet” counts, too.";
pub const NOBODY_SEES: &str = "Nobody sees your answers. They only decide what your plan can skip. Press 1 to 5 to choose an answer and Enter to continue.";
pub const NO_QUESTIONS: &str = "There are no questions about this part of the roadmap.";

pub const RESULT: &str = "What you already know";
pub const TOPICS: &str = "Topics";
pub const KNOWN: &str = "I know it";
pub const TO_LEARN: &str = "I’ll learn it";
pub const TAKE_OVER: &str = "Use this in my plan";
pub const AGAIN: &str = "Take the quiz again";
pub const ANSWERED: &str = "The questions, with explanations";
pub const CORRECT: &str = "You can change each line before you use it, and later in your plan.";
pub const YOU: &str = "Your answer:";
pub const RIGHT_ANSWER: &str = "Correct answer:";
pub const WAS_RIGHT: &str = "Right";
pub const WAS_WRONG: &str = "Not yet";

pub fn position(number: usize, topic: &str) -> String {
    format!("Question {number} · {topic}")
}

/// The heading of the result.
pub fn headline(known: usize, topics: usize, saved: Minutes) -> String {
    match known {
        0 => "Everything here is new to you".to_owned(),
        _ if known == topics => format!("You already know all of this: {}", amounts::hours(saved)),
        _ => format!("You can skip about {}", amounts::hours(saved)),
    }
}

pub fn taken_on(on: Date, questions: usize) -> String {
    format!("From {} on {}.", amounts::count(questions, "answer"), dates::date(on))
}

pub fn suggests(answer: &str) -> String {
    format!("That matches the answer “{answer}”.")
}

/// How the finish moves: `With it, you’d finish between … and …; without it, between … and ….`
pub fn moves(with: Chances, without: Chances) -> String {
    if with == without {
        return format!("Your dates stay the same: {}.", dates::by_chance(with));
    }
    format!("With it, you’d finish {}; without it, {}.", dates::by_chance(with), dates::by_chance(without))
}

/// What a quiz found about a topic, and how sure it is.
pub fn placed(is_known: bool, chance: f64, right: usize, asked: usize) -> String {
    let percent = |chance: f64| (100.0 * chance).round().min(99.0);
    let found = match is_known {
        true => format!("You know it: {}% sure", percent(chance)),
        // What is wrongly left out costs more than what is learned again.
        false if chance >= 0.5 => {
            format!("Probably known ({}%), but not certain enough to skip", percent(chance))
        }
        false => format!("New to you: {}% sure", percent(1.0 - chance)),
    };
    let counted = match asked {
        0 => "not asked, inferred from your other answers".to_owned(),
        _ => format!("{right} of {asked} right"),
    };
    format!("{found} ({counted}).")
}

pub fn saves(minutes: Minutes) -> String {
    format!("{} in your plan", amounts::hours(minutes))
}
