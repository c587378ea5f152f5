//! Ranges of whole figures.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// From a low to a high figure; a lone figure has both alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Span {
    /// The lower figure.
    pub low: u32,
    /// The higher figure, at least the lower one.
    pub high: u32,
}
