//! The placement quiz on the shipped roadmap: what it asks, what it finds, and what the plan makes of it.

use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::LazyLock;

use app::{Model, Msg, Placement, QuizMsg, QuizReply, QuizRun, Screen, quiz_topics};
use planner::{Ending, Item, Progress, Turn};
use proptest::prelude::*;
use proptest::sample::subsequence;
use roadmap::{NodeId, Roadmap, TopicId};
use testkit::documents::{date, two_paths};
use testkit::{opened_page, shipped_with_content};

static ROADMAP: LazyLock<Roadmap> = LazyLock::new(shipped_with_content);

const FOUNDATIONS: [&str; 4] = ["variables", "functions", "classes", "syntax-and-idioms"];

/// The answers of somebody who knows these topics and says so of all others.
fn takes(about: &NodeId, known: &[&str], round: u32) -> QuizRun {
    let mut run = QuizRun { round, ..QuizRun::begun(date(2027, 2, 1)) };
    loop {
        let placement = Placement::of(&ROADMAP, about, &run).unwrap();
        let Some((topic, question)) = placement.next() else { return run };
        let choice = known.contains(&topic.id.as_str()).then_some(question.answer);
        let reply = QuizReply { topic: topic.id.clone(), question: question.id.clone(), choice };
        run.replies.push(reply);
    }
}

fn found(about: &NodeId, run: &QuizRun) -> BTreeMap<TopicId, bool> {
    let placed = Placement::of(&ROADMAP, about, run).unwrap().placed();
    placed.iter().map(|placed| (placed.topic.id.clone(), placed.is_known)).collect()
}

fn fitting(known: &[&str]) -> String {
    let about = NodeId::from("Assess");
    let run = takes(&about, known, 0);
    let placement = Placement::of(&ROADMAP, &about, &run).unwrap();
    placement.fitting_answer(&found(&about, &run)).unwrap().to_string()
}

#[test]
fn the_background_is_asked_about_by_the_topics_that_its_answers_lead_to() {
    let topics = quiz_topics(&ROADMAP, &"Assess".into());
    assert!(topics.iter().map(|topic| topic.id.as_str()).eq(FOUNDATIONS));
    assert!(quiz_topics(&ROADMAP, &"ChoosePath".into()).is_empty());
    assert_eq!(quiz_topics(&ROADMAP, &"WebPhase1".into()).len(), 3);
}

#[test]
fn the_answer_that_fits_leads_to_what_is_new() {
    assert_eq!(fitting(&[]), "complete-beginner");
    assert_eq!(fitting(&["variables"]), "some-programming");
    assert_eq!(fitting(&["variables", "functions"]), "some-programming");
    assert_eq!(fitting(&["variables", "functions", "classes"]), "experienced-developer");
    assert_eq!(fitting(&FOUNDATIONS), "experienced-developer");
}

#[test]
fn another_run_begins_with_other_questions() {
    let about = NodeId::from("Assess");
    let first = |round| takes(&about, &[], round).replies[0].question.clone();
    assert_ne!(first(0), first(1));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn somebody_who_never_errs_is_placed_right(known in 0..=4_usize) {
        let about = NodeId::from("Assess");
        let run = takes(&about, &FOUNDATIONS[..known], 0);
        for (topic, is_known) in found(&about, &run) {
            prop_assert_eq!(is_known, FOUNDATIONS[..known].contains(&topic.as_str()), "{}", topic);
        }
        prop_assert!(run.replies.len() <= 8, "{} questions", run.replies.len());
    }

    #[test]
    fn a_quiz_about_any_phase_ends_and_asks_no_question_twice(
        phase in prop::sample::select(vec!["Basics", "AIMLPhase1", "AutoPhase2", "DevOpsPhase3", "StartupPhase3"]),
        known in subsequence(vec!["numpy", "pandas", "requests", "selenium", "kubernetes", "metrics", "variables"], 0..7),
        round in 0..9_u32,
    ) {
        let run = takes(&phase.into(), &known, round);
        let mut asked: Vec<_> = run.replies.iter().map(|reply| (&reply.topic, &reply.question)).collect();
        asked.sort();
        asked.dedup();
        prop_assert_eq!(asked.len(), run.replies.len());
    }
}

/// A page with a plan on which a quiz about the background was taken.
fn page_with_quiz(known: &[&str]) -> Model {
    let mut document = two_paths();
    document.progress = Progress::default();
    document.quizzes.insert("Assess".into(), takes(&"Assess".into(), known, 0));
    opened_page(
        Rc::new(ROADMAP.clone()),
        Some(document.into()),
        Screen::Quiz("Assess".into()),
        date(2027, 1, 4),
    )
}

#[test]
fn a_result_taken_over_gives_the_dates_that_were_promised() {
    let about = NodeId::from("Assess");
    let mut page = page_with_quiz(&["variables"]);
    let promised = page.finish_with_quiz(&about);
    assert_ne!(promised, page.usual_finish().unwrap());
    page.update(QuizMsg::Taken(about));
    assert_eq!(page.usual_finish().unwrap(), promised);
    assert!(page.document().known.contains(&TopicId::from("variables")));
    let turn = Turn::first("Assess".into());
    assert_eq!(page.document().answers.at(&turn).unwrap().as_str(), "some-programming");
}

#[test]
fn a_corrected_line_counts_as_the_learner_says() {
    let about = NodeId::from("Assess");
    let mut page = page_with_quiz(&["variables"]);
    page.update(QuizMsg::Corrected { topic: "variables".into(), known: false });
    page.update(Msg::Quiz(QuizMsg::Taken(about)));
    assert!(!page.document().known.contains(&TopicId::from("variables")));
}

#[test]
fn what_was_finished_stays_finished() {
    let about = NodeId::from("Assess");
    let mut document = two_paths();
    let variables = Item::Topic("variables".into());
    document.progress.end(variables.clone(), Ending::Finished, date(2027, 1, 15));
    document.quizzes.insert(about.clone(), takes(&about, &["variables", "functions"], 0));
    let screen = Screen::Quiz(about.clone());
    let mut page = opened_page(Rc::new(ROADMAP.clone()), Some(document.into()), screen, date(2027, 2, 1));
    page.update(QuizMsg::Taken(about));
    assert_eq!(page.document().progress.finished(&variables), Some(date(2027, 1, 15)));
    assert!(!page.document().known.contains(&TopicId::from("variables")));
}
