//! Ranges of minutes or weeks.

use schemars::JsonSchema;
use serde::Serialize;

use roadmap::{Effort, Span};

/// From the low to the high end of an estimate.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
#[schemars(rename = "Range")]
pub struct RangeForm {
    low: u32,
    high: u32,
}

/// In minutes.
impl From<Effort> for RangeForm {
    fn from(Effort { low, high }: Effort) -> Self {
        Self { low: low.0, high: high.0 }
    }
}

/// In the unit of the span.
impl From<Span> for RangeForm {
    fn from(Span { low, high }: Span) -> Self {
        Self { low, high }
    }
}
