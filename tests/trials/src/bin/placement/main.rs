//! How good the placement quiz is: simulated learners with known and unknown topics take it. Prints Markdown.

mod learner;

use anyhow::Result;
use planner::quiz::{Quiz, Subject, difficulties, is_known};

use learner::{KINDS, Kind, Learner};

/// For each kind. The standard error of a share of topics is at most 0.4 percentage points.
const LEARNERS: u64 = 4000;

/// Study time for each topic.
const HOURS: f64 = 20.0;

/// A stock of questions, with the figures of the reference for each of the first kinds: topics placed right and wrongly taken
/// as known, in percent, of 1,000 learners of its own (4,000 for the careless ones with eleven topics).
struct Stock {
    topics: usize,
    questions: usize,
    reference: [[f64; 2]; 5],
}

const STOCKS: [Stock; 2] = [
    Stock {
        topics: 4,
        questions: 8,
        reference: [[95.1, 1.3], [91.5, 1.2], [93.2, 3.5], [93.8, 2.6], [93.3, 1.4]],
    },
    Stock {
        topics: 11,
        questions: 4,
        reference: [[93.9, 1.4], [88.9, 1.2], [90.8, 4.9], [91.9, 2.9], [90.9, 2.0]],
    },
];

const LEGEND: &str = "\
Each learner knows some of the topics, takes the quiz, and topics are taken as known or planned. Questions asked: the median and
the number that 95 in 100 do not exceed. Topics, in percent: placed right, wrongly taken as known, and planned although known. Hours
of known topics that are planned, for each learner, of 20 for each topic. In the last rows, topics build on each other, each on
the one before; then the quiz knows that, or does not.
";

/// What a quiz found out about a learner.
struct Outcome {
    asked: usize,
    right: usize,
    wrongly_known: usize,
    needlessly_planned: usize,
}

fn main() -> Result<()> {
    let [seed] = trials::numbers(["the seed"])?;
    println!("{LEARNERS} simulated learners of each kind.\n\n{LEGEND}");
    for stock in &STOCKS {
        println!("\n### {} topics with {} questions each\n\n{HEADING}", stock.topics, stock.questions);
        let mut scores = Vec::new();
        for (number, kind) in KINDS.iter().enumerate() {
            let score = score(stock, kind, seed + 1000 * number as u64)?;
            println!("{}", score.row(kind.name, stock.reference.get(number)));
            scores.push(score);
        }
        judge(stock, &scores);
    }
    Ok(())
}

fn score(stock: &Stock, kind: &Kind, seed: u64) -> Result<Score> {
    let outcomes = trials::on_all_cores(LEARNERS, |number| {
        let mut random = trials::random(seed, number);
        let subjects = subjects(stock, kind.is_told);
        let learner = Learner::draw(kind, &subjects, &mut random);
        let mut quiz = Quiz::new(subjects);
        while let Some(topic) = quiz.next() {
            quiz.give(topic, learner.answer(topic, &mut random));
        }
        let placed = quiz.known().into_iter().map(is_known).zip(learner.knows);
        let count = |of: fn(&(bool, bool)) -> bool| placed.clone().filter(of).count();
        Ok(Outcome {
            asked: quiz.asked(),
            right: count(|(said, knows)| said == knows),
            wrongly_known: count(|(said, knows)| *said && !knows),
            needlessly_planned: count(|(said, knows)| !said && *knows),
        })
    })?;
    Ok(Score::of(&outcomes, stock.topics))
}

fn subjects(stock: &Stock, is_told: bool) -> Vec<Subject> {
    let subject = |(at, difficulty): (usize, f64)| Subject {
        difficulty,
        minutes: 60.0 * HOURS,
        requires: at.checked_sub(1).filter(|_| is_told),
        questions: stock.questions,
    };
    difficulties(stock.topics).enumerate().map(subject).collect()
}

const HEADING: &str = "\
| learners | asked | placed right | wrongly known | known but planned | hours | reference: right, wrongly known |
| --- | ---: | ---: | ---: | ---: | ---: | ---: |";

/// Percentages of topics, and counts of questions.
struct Score {
    median: usize,
    nearly_all: usize,
    right: f64,
    wrongly_known: f64,
    needlessly_planned: f64,
    hours: f64,
}

impl Score {
    fn of(outcomes: &[Outcome], topics: usize) -> Self {
        let mut asked: Vec<usize> = outcomes.iter().map(|outcome| outcome.asked).collect();
        asked.sort_unstable();
        let mean =
            |of: fn(&Outcome) -> usize| outcomes.iter().map(of).sum::<usize>() as f64 / outcomes.len() as f64;
        let percent = |of| 100.0 * mean(of) / topics as f64;
        Self {
            median: asked[asked.len() / 2],
            nearly_all: asked[asked.len() * 95 / 100],
            right: percent(|outcome| outcome.right),
            wrongly_known: percent(|outcome| outcome.wrongly_known),
            needlessly_planned: percent(|outcome| outcome.needlessly_planned),
            hours: HOURS * mean(|outcome| outcome.needlessly_planned),
        }
    }

    fn row(&self, name: &str, reference: Option<&[f64; 2]>) -> String {
        let Self { median, nearly_all, right, wrongly_known, needlessly_planned, hours } = self;
        let reference = reference.map(|[right, known]| format!("{right:.1}, {known:.1}")).unwrap_or_default();
        format!(
            "| {name} | {median}, {nearly_all} | {right:.1} | {wrongly_known:.1} | {needlessly_planned:.1} | {hours:.1} | {reference} |"
        )
    }
}

/// Prints whether the goals are met.
fn judge(stock: &Stock, scores: &[Score]) {
    println!("\nGoals:\n");
    let say = |goal: String, is_met| trials::judge(&goal, is_met);
    if stock.topics == 4 {
        let Score { median, nearly_all, right, wrongly_known, .. } = &scores[0];
        say(
            format!("at most 5 questions, and 12 for 95 in 100: {median}, {nearly_all}"),
            *median <= 5 && *nearly_all <= 12,
        );
        say(format!("at least 95 % placed right: {right:.1}"), *right >= 95.0);
        say(format!("at most 1.5 % wrongly taken as known: {wrongly_known:.1}"), *wrongly_known <= 1.5);
    }
    let pairs = scores.iter().zip(&stock.reference);
    let worst = pairs.map(|(score, [right, _])| score.right - right).fold(f64::INFINITY, f64::min);
    say(
        format!(
            "no kind placed worse than by the reference, within its sampling error of {SAMPLING}: {worst:+.1} at the least"
        ),
        worst >= -SAMPLING,
    );
    let gain = scores[5].right - scores[6].right;
    say(format!("knowing what builds on what places more topics right: {gain:+.1}"), gain > 0.0);
}

/// Two standard errors of a difference between 1,000 learners and [`LEARNERS`], in percentage points of topics.
const SAMPLING: f64 = 0.8;
