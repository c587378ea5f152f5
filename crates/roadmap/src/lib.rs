//! The published graph, the same for everybody. Once checked, no use of it can fail.

mod check;
mod effort;
mod file;
mod id;
mod made_ids;
mod node;
mod problem;
mod roadmap;
mod schema;
mod shipped;
mod span;
mod topic;

pub use effort::{Effort, Minutes, apportion};
pub use file::*;
pub use id::{AnswerId, NodeId, ProjectId, RoadmapId, StatementId, TopicId};
pub use made_ids::slug;
pub use node::{Edge, Kind, Node, PathGuide, Phase, Project, Statement};
pub use problem::{Fault, Problem};
pub use roadmap::{About, Roadmap};
pub use schema::roadmap_schema;
pub use shipped::shipped_roadmap;
pub use span::Span;
pub use topic::Topic;
