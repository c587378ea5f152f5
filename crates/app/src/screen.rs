//! The screens and their addresses behind the `#`, so that the browser's back and forward buttons work.

use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use planner::Turn;
use planner::questionnaire::Question;

/// Where the learner is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Screen {
    /// The beginning.
    Home,
    /// A question.
    Question(Question),
    /// Help with a choice between paths.
    Help(Turn),
    /// All answers, each with a way to change it.
    Check,
    /// The dated plan.
    Plan,
    /// The roadmap as a map, with the learner's route on it.
    Map,
    /// How it is going: own pace, time noted, dates against a baseline.
    Progress,
    /// What a target date takes.
    FinishBy,
    /// Paths side by side.
    Compare,
    /// Going on after a break.
    Break,
    /// What the roadmap says beside its graph: where to learn from, what often goes wrong.
    Guide,
    /// Where the plan is kept, and how to take it away and bring it back.
    Keep,
    /// A plan that could take the place of the present one, beside it.
    Offer,
    /// All roadmaps, each with its plan.
    Roadmaps,
    /// A roadmap from a file, before it is opened.
    RoadmapOffer,
}

impl Screen {
    /// The address behind the `#`.
    pub fn hash(&self) -> String {
        match self {
            Self::Home => "#/".to_owned(),
            Self::Question(Question::Choice(turn)) => turn_hash("choice", turn),
            Self::Question(Question::Hours) => "#/hours".to_owned(),
            Self::Question(Question::Start) => "#/start".to_owned(),
            Self::Question(Question::TimeOff) => "#/time-off".to_owned(),
            Self::Question(Question::Target) => "#/target".to_owned(),
            Self::Help(turn) => turn_hash("help", turn),
            Self::Check => "#/check".to_owned(),
            Self::Plan => "#/plan".to_owned(),
            Self::Map => "#/map".to_owned(),
            Self::Progress => "#/progress".to_owned(),
            Self::FinishBy => "#/finish-by".to_owned(),
            Self::Compare => "#/compare".to_owned(),
            Self::Break => "#/break".to_owned(),
            Self::Guide => "#/guide".to_owned(),
            Self::Keep => "#/keep".to_owned(),
            Self::Offer => "#/open".to_owned(),
            Self::Roadmaps => "#/roadmaps".to_owned(),
            Self::RoadmapOffer => "#/open-roadmap".to_owned(),
        }
    }

    /// The screen at an address; nothing for an address that is none of ours.
    pub fn from_hash(hash: &str) -> Option<Self> {
        let parts: Vec<&str> = hash.trim_start_matches('#').trim_matches('/').split('/').collect();
        Some(match parts.as_slice() {
            [""] => Self::Home,
            ["choice", turn @ ..] => Self::Question(Question::Choice(parse_turn(turn)?)),
            ["help", turn @ ..] => Self::Help(parse_turn(turn)?),
            ["hours"] => Self::Question(Question::Hours),
            ["start"] => Self::Question(Question::Start),
            ["time-off"] => Self::Question(Question::TimeOff),
            ["target"] => Self::Question(Question::Target),
            ["check"] => Self::Check,
            ["plan"] => Self::Plan,
            ["map"] => Self::Map,
            ["progress"] => Self::Progress,
            ["finish-by"] => Self::FinishBy,
            ["compare"] => Self::Compare,
            ["break"] => Self::Break,
            ["guide"] => Self::Guide,
            ["keep"] => Self::Keep,
            ["open"] => Self::Offer,
            ["roadmaps"] => Self::Roadmaps,
            ["open-roadmap"] => Self::RoadmapOffer,
            _ => return None,
        })
    }
}

fn turn_hash(screen: &str, turn: &Turn) -> String {
    let decision = utf8_percent_encode(turn.decision.as_str(), NON_ALPHANUMERIC);
    match turn.visit {
        1 => format!("#/{screen}/{decision}"),
        visit => format!("#/{screen}/{decision}/{visit}"),
    }
}

fn parse_turn(parts: &[&str]) -> Option<Turn> {
    let (decision, visit) = match parts {
        [decision] => (decision, 1),
        [decision, visit] => (decision, visit.parse().ok()?),
        _ => return None,
    };
    let decision = percent_decode_str(decision).decode_utf8().ok()?;
    Some(Turn { decision: decision.as_ref().into(), visit })
}
