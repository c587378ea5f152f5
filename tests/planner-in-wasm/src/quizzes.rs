//! Quizzes under way.

use planner::quiz::{Quiz, Reply, Subject, difficulties};

use crate::dice::Dice;

/// A quiz about that many topics in trees, with a few answers given.
pub fn under_way(dice: &mut Dice, topics: usize, answers: usize) -> Quiz {
    let mut subjects = Vec::new();
    for (at, difficulty) in difficulties(topics).enumerate() {
        let requires = (at > 0 && dice.percent(60)).then(|| dice.index(at));
        let minutes = f64::from(dice.roll(60, 2000));
        subjects.push(Subject { difficulty, minutes, requires, questions: 5 });
    }
    let mut quiz = Quiz::new(subjects);
    for _ in 0..answers {
        let reply = [Reply::Right, Reply::Wrong, Reply::Unsure][dice.index(3)];
        quiz.give(dice.index(topics), reply);
    }
    quiz
}
