//! Names by which the parts of a roadmap are known, also in what is stored.

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
            /// The name as text.
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
    /// Names a roadmap among all roadmaps.
    RoadmapId
}
id! {
    /// Names a node within its roadmap.
    NodeId
}
id! {
    /// Names a topic within its roadmap, wherever the topic recurs: Pandas is one topic on two paths.
    ///
    /// ```
    /// use roadmap::TopicId;
    ///
    /// assert_eq!(TopicId::from("pandas").as_str(), "pandas");
    /// ```
    TopicId
}
id! {
    /// Names a project within its roadmap.
    ProjectId
}
id! {
    /// Names an answer within its decision.
    AnswerId
}
id! {
    /// Names a statement about the learner within its roadmap.
    StatementId
}
