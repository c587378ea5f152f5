//! The ids of a roadmap and its parts, also in stored plans.

use std::fmt;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[serde(from = "String", into = "String")]
        #[schemars(with = "String")]
        pub struct $name(Arc<str>);

        impl $name {
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.into())
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text.into())
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.0.as_ref().to_owned()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str(&self.0)
            }
        }
    };
}

id! {
    /// Identifies a roadmap among all roadmaps.
    RoadmapId
}
id! {
    /// Identifies a node within its roadmap.
    NodeId
}
id! {
    /// Identifies a topic within its roadmap, wherever the topic recurs: Pandas is one topic on two paths.
    ///
    /// ```
    /// use roadmap::TopicId;
    ///
    /// assert_eq!(TopicId::from("pandas").as_str(), "pandas");
    /// ```
    TopicId
}
id! {
    /// Identifies a project within its roadmap.
    ProjectId
}
id! {
    /// Identifies an answer within its decision.
    AnswerId
}
id! {
    /// Identifies a statement within its roadmap.
    StatementId
}
id! {
    /// Identifies a step within its topic, or a milestone within its project.
    StepId
}
id! {
    /// Identifies an outcome within its topic.
    OutcomeId
}
id! {
    /// Identifies a question within its topic.
    QuestionId
}
id! {
    /// Identifies a sign of success within its roadmap.
    SignId
}
id! {
    /// Identifies a pitfall within its roadmap.
    PitfallId
}
