//! The learner's route: its steps with their reasons, and the nodes left out.

use schemars::JsonSchema;
use serde::Serialize;

use super::Writer;
use planner::{LeftOut, Reason, RouteStep, Turn};
use roadmap::{AnswerId, Kind, KindName, Node, NodeId};

/// A node on the route.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Step")]
pub struct StepForm {
    node: NodeId,
    kind: KindName,
    title: String,
    /// Why it is on the route.
    reason: ReasonForm,
}

/// Why a node is on the route.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(tag = "because", rename_all = "snake_case")]
#[schemars(rename = "Reason")]
enum ReasonForm {
    /// Every route begins there.
    Start,
    /// It follows another node.
    Follows { node: NodeId },
    /// An answer of the learner leads there.
    Answered {
        decision: NodeId,
        /// The 1-based count of visits to the decision.
        visit: u32,
        /// The answer, by its id in the roadmap.
        answer: AnswerId,
        /// The words of the answer.
        label: String,
    },
    /// Only one answer was left that leads on.
    OnlyWay {
        decision: NodeId,
        /// The 1-based count of visits to the decision.
        visit: u32,
        /// The answer, by its id in the roadmap.
        answer: AnswerId,
        /// The words of the answer.
        label: String,
    },
}

/// A node that the learner turned away from.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "LeftOut")]
pub struct LeftOutForm {
    node: NodeId,
    kind: KindName,
    title: String,
    /// The decision with the answer that leads there.
    decision: NodeId,
    /// The 1-based count of visits to the decision.
    visit: u32,
    /// The answer given instead, by its id in the roadmap.
    instead: AnswerId,
    /// The words of that answer.
    label: String,
}

/// An advanced direction after a path.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Track")]
pub struct TrackForm {
    node: NodeId,
    title: String,
    /// The subjects that it covers.
    covers: Vec<String>,
}

impl Writer<'_> {
    pub fn step(&self, step: &RouteStep) -> StepForm {
        let node = self.node(&step.node);
        StepForm {
            node: node.id.clone(),
            kind: kind_name(&node.kind),
            title: node.title.clone(),
            reason: self.reason(&step.reason),
        }
    }

    fn reason(&self, reason: &Reason) -> ReasonForm {
        let label = |turn: &Turn, answer| self.roadmap.answer_label(&turn.decision, answer).to_owned();
        match reason {
            Reason::Start => ReasonForm::Start,
            Reason::Follows(node) => ReasonForm::Follows { node: node.clone() },
            Reason::Answered(turn, answer) => ReasonForm::Answered {
                decision: turn.decision.clone(),
                visit: turn.visit,
                answer: answer.clone(),
                label: label(turn, answer),
            },
            Reason::OnlyWay(turn, answer) => ReasonForm::OnlyWay {
                decision: turn.decision.clone(),
                visit: turn.visit,
                answer: answer.clone(),
                label: label(turn, answer),
            },
        }
    }

    pub fn left_out(&self, left_out: &LeftOut) -> LeftOutForm {
        let node = self.node(&left_out.node);
        LeftOutForm {
            node: node.id.clone(),
            kind: kind_name(&node.kind),
            title: node.title.clone(),
            decision: left_out.turn.decision.clone(),
            visit: left_out.turn.visit,
            instead: left_out.instead.clone(),
            label: self.roadmap.answer_label(&left_out.turn.decision, &left_out.instead).to_owned(),
        }
    }

    pub fn tracks(&self) -> Vec<TrackForm> {
        self.outlook.plan.nodes(self.roadmap).filter_map(track).collect()
    }
}

fn track(node: &Node) -> Option<TrackForm> {
    let Kind::Track(covers) = &node.kind else { return None };
    Some(TrackForm { node: node.id.clone(), title: node.title.clone(), covers: covers.clone() })
}

fn kind_name(kind: &Kind) -> KindName {
    match kind {
        Kind::Start => KindName::Start,
        Kind::Decision => KindName::Decision,
        Kind::Path(_) => KindName::Path,
        Kind::Phase(_) => KindName::Phase,
        Kind::Projects(_) => KindName::Projects,
        Kind::Track(_) => KindName::Track,
        Kind::Milestone(_) => KindName::Milestone,
    }
}
