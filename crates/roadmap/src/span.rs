//! Ranges of whole numbers.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A range of whole numbers, both ends included; a single number has equal ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Span {
    pub low: u32,
    /// At least `low`.
    pub high: u32,
}
