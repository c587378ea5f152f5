//! Whole sessions, played on the model without a browser.
//!
//! A file in `tests/data/sessions` is a session, then a line of dashes and the outcome. `UPDATE_GOLDEN=1` rewrites the
//! outcome.

use std::fs;
use std::path::Path;
use std::rc::Rc;

use app::Screen;
use planner::Turn;
use planner::questionnaire::Question;
use testkit::{golden, session, shipped_with_content};

#[test]
fn sessions_end_as_written() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/sessions");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() >= 8);
    let roadmap = Rc::new(shipped_with_content());
    for file in files {
        let name = file.file_name().unwrap().display();
        let text = fs::read_to_string(&file).unwrap();
        let (session, _) = text.split_once("\n---\n").unwrap_or_else(|| panic!("{name}: no line ---"));
        let outcome =
            session::play(&roadmap, session).unwrap_or_else(|line| panic!("{name}: what is {line:?}?"));
        golden::check(&format!("tests/data/sessions/{name}"), &format!("{session}\n---\n{outcome}"));
    }
}

#[test]
fn every_screen_is_found_again_by_its_address() {
    let turn = |decision: &str, visit| Turn { decision: decision.into(), visit };
    for screen in all_screens(&turn("Wohin / what #2? 50 %", 1))
        .into_iter()
        .chain(all_screens(&turn("..", 4_000_000_000)))
    {
        assert_eq!(Screen::from_hash(&screen.hash()), Some(screen));
    }
    for other in ["#/somewhere", "#/choice", "#/choice/A/b", "#/choice/A/1/2", "#/hours/1", "#/choice/%ff"] {
        assert_eq!(Screen::from_hash(other), None, "{other}");
    }
    assert_eq!(Screen::from_hash(""), Some(Screen::Home));
}

/// Every screen, by a chain in which the compiler misses any that is left out.
fn all_screens(turn: &Turn) -> Vec<Screen> {
    let choice = Screen::Question(Question::Choice(turn.clone()));
    let next = |screen: &Screen| {
        Some(match screen {
            Screen::Home => Screen::Question(Question::Hours),
            Screen::Question(Question::Hours) => Screen::Question(Question::Start),
            Screen::Question(Question::Start) => Screen::Question(Question::TimeOff),
            Screen::Question(Question::TimeOff) => Screen::Question(Question::Target),
            Screen::Question(Question::Target) => choice.clone(),
            Screen::Question(Question::Choice(turn)) => Screen::Help(turn.clone()),
            Screen::Help(turn) => Screen::Known(turn.clone()),
            Screen::Known(_) => Screen::Check,
            Screen::Check => Screen::Today,
            Screen::Today => Screen::Plan,
            Screen::Plan => Screen::Map,
            Screen::Map => Screen::Progress,
            Screen::Progress => Screen::FinishBy,
            Screen::FinishBy => Screen::Compare,
            Screen::Compare => Screen::Break,
            Screen::Break => Screen::Reached,
            Screen::Reached => Screen::Guide,
            Screen::Guide => Screen::Quiz("Assess / what?".into()),
            Screen::Quiz(_) => Screen::Topic("a/b #".into()),
            Screen::Topic(_) => Screen::Project("50 %".into()),
            Screen::Project(_) => Screen::Node("a node".into()),
            Screen::Node(_) => Screen::Keep,
            Screen::Keep => Screen::Offer,
            Screen::Offer => Screen::Roadmaps,
            Screen::Roadmaps => Screen::RoadmapOffer,
            Screen::RoadmapOffer => return None,
        })
    };
    std::iter::successors(Some(Screen::Home), next).collect()
}
