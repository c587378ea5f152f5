//! The published graph, the same for everybody. Once checked, no use of it can fail.

mod check;
mod condition;
mod content;
mod corrections;
mod effort;
mod file;
mod id;
mod made_ids;
mod node;
mod problem;
mod reading;
mod revision;
mod roadmap;
mod schema;
mod shipped;
mod sign;
mod span;
mod topic;

pub use condition::{Comparison, Condition, Fact, NotACondition};
pub use content::*;
pub use corrections::{Corrections, before};
pub use effort::{Effort, Minutes, apportion};
pub use file::*;
pub use id::{
    AnswerId, NodeId, OutcomeId, PitfallId, ProjectId, QuestionId, RoadmapId, SignId, StatementId, StepId,
    TopicId,
};
pub use made_ids::slug;
pub use node::{Edge, Kind, Node, PathGuide, Phase, Project, Statement};
pub use problem::{Fault, Problem};
pub use reading::Misfit;
pub use revision::Differences;
pub use roadmap::{About, Roadmap};
pub use schema::roadmap_schema;
pub use shipped::shipped_roadmap;
pub use sign::{Level, Pitfall, Sign};
pub use span::Span;
pub use topic::Topic;
