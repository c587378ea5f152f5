//! The screens and their URL fragments, so that the browser's back and forward buttons work.

use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use planner::Item;
use planner::Turn;
use planner::questionnaire::Question;
use roadmap::{NodeId, ProjectId, TopicId};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Screen {
    Home,
    Question(Question),
    /// Help with the choice between paths at a decision.
    Help(Turn),
    /// What somebody knows already whose answer leads to the same phase as another answer.
    Known(Turn),
    /// All answers, with links to change them.
    Check,
    /// What to do today.
    Today,
    Plan,
    Map,
    /// The learner's pace, the log, and the dates compared with a baseline.
    Progress,
    /// Hours needed to meet a target date.
    FinishBy,
    /// Comparison of paths.
    Compare,
    /// Ways to continue after a break.
    Break,
    /// What the learner has reached: ready for a job, or everything.
    Reached,
    /// The roadmap's material and advice.
    Guide,
    /// The placement quiz about a decision or a phase: its next question, or its result.
    Quiz(NodeId),
    /// A topic: what to do for it, with what.
    Topic(TopicId),
    Project(ProjectId),
    /// An advanced direction, or what to set up for a path.
    Node(NodeId),
    /// Saving, exporting and opening the plan.
    Keep,
    /// A plan on offer beside the present one.
    Offer,
    Roadmaps,
    /// A roadmap on offer from a file.
    RoadmapOffer,
}

impl Screen {
    /// The topic or project that the screen is about.
    pub fn item(&self) -> Option<Item> {
        match self {
            Self::Topic(topic) => Some(Item::Topic(topic.clone())),
            Self::Project(project) => Some(Item::Project(project.clone())),
            Self::Home
            | Self::Question(_)
            | Self::Help(_)
            | Self::Known(_)
            | Self::Check
            | Self::Today
            | Self::Plan
            | Self::Map
            | Self::Progress
            | Self::FinishBy
            | Self::Compare
            | Self::Break
            | Self::Reached
            | Self::Guide
            | Self::Quiz(_)
            | Self::Node(_)
            | Self::Keep
            | Self::Offer
            | Self::Roadmaps
            | Self::RoadmapOffer => None,
        }
    }

    /// The URL fragment, with its `#`.
    pub fn hash(&self) -> String {
        match self {
            Self::Home => "#/".to_owned(),
            Self::Question(Question::Choice(turn)) => turn_hash("choice", turn),
            Self::Question(Question::Hours) => "#/hours".to_owned(),
            Self::Question(Question::Start) => "#/start".to_owned(),
            Self::Question(Question::TimeOff) => "#/time-off".to_owned(),
            Self::Question(Question::Target) => "#/target".to_owned(),
            Self::Help(turn) => turn_hash("help", turn),
            Self::Known(turn) => turn_hash("known", turn),
            Self::Check => "#/check".to_owned(),
            Self::Today => "#/today".to_owned(),
            Self::Plan => "#/plan".to_owned(),
            Self::Map => "#/map".to_owned(),
            Self::Progress => "#/progress".to_owned(),
            Self::FinishBy => "#/finish-by".to_owned(),
            Self::Compare => "#/compare".to_owned(),
            Self::Break => "#/break".to_owned(),
            Self::Reached => "#/reached".to_owned(),
            Self::Guide => "#/guide".to_owned(),
            Self::Quiz(about) => id_hash("quiz", about.as_str()),
            Self::Topic(topic) => id_hash("topic", topic.as_str()),
            Self::Project(project) => id_hash("project", project.as_str()),
            Self::Node(node) => id_hash("about", node.as_str()),
            Self::Keep => "#/keep".to_owned(),
            Self::Offer => "#/open".to_owned(),
            Self::Roadmaps => "#/roadmaps".to_owned(),
            Self::RoadmapOffer => "#/open-roadmap".to_owned(),
        }
    }

    /// The screen with a URL fragment, if there is one.
    pub fn from_hash(hash: &str) -> Option<Self> {
        let parts: Vec<&str> = hash.trim_start_matches('#').trim_matches('/').split('/').collect();
        Some(match parts.as_slice() {
            [""] => Self::Home,
            ["choice", turn @ ..] => Self::Question(Question::Choice(parse_turn(turn)?)),
            ["help", turn @ ..] => Self::Help(parse_turn(turn)?),
            ["known", turn @ ..] => Self::Known(parse_turn(turn)?),
            ["hours"] => Self::Question(Question::Hours),
            ["start"] => Self::Question(Question::Start),
            ["time-off"] => Self::Question(Question::TimeOff),
            ["target"] => Self::Question(Question::Target),
            ["check"] => Self::Check,
            ["today"] => Self::Today,
            ["plan"] => Self::Plan,
            ["map"] => Self::Map,
            ["progress"] => Self::Progress,
            ["finish-by"] => Self::FinishBy,
            ["compare"] => Self::Compare,
            ["break"] => Self::Break,
            ["reached"] => Self::Reached,
            ["guide"] => Self::Guide,
            ["quiz", about] => Self::Quiz(decoded(about)?.into()),
            ["topic", topic] => Self::Topic(decoded(topic)?.into()),
            ["project", project] => Self::Project(decoded(project)?.into()),
            ["about", node] => Self::Node(decoded(node)?.into()),
            ["keep"] => Self::Keep,
            ["open"] => Self::Offer,
            ["roadmaps"] => Self::Roadmaps,
            ["open-roadmap"] => Self::RoadmapOffer,
            _ => return None,
        })
    }

    /// Whether it shows learning content.
    pub fn needs_content(&self) -> bool {
        matches!(self, Self::Today | Self::Quiz(_) | Self::Topic(_) | Self::Project(_) | Self::Node(_))
    }
}

fn id_hash(screen: &str, id: &str) -> String {
    format!("#/{screen}/{}", utf8_percent_encode(id, NON_ALPHANUMERIC))
}

fn decoded(part: &str) -> Option<String> {
    Some(percent_decode_str(part).decode_utf8().ok()?.into_owned())
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
    Some(Turn { decision: decoded(decision)?.into(), visit })
}
