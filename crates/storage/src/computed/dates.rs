//! Dates of work: by the estimates alone, and by probability.

use schemars::JsonSchema;
use serde::Serialize;

use planner::{Between, Chances, Date, Scheduled};

/// The first dates by whose end something is finished with 50, 80 and 95 %.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
#[schemars(rename = "Chances")]
pub struct ChancesForm {
    /// As likely before as after.
    p50: Date,
    /// With a chance of 8 in 10.
    p80: Date,
    /// With a chance of 95 in 100.
    p95: Date,
}

/// When a piece of work begins and is finished by the estimates alone, from the first day of study on.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
#[schemars(rename = "WorkByEstimates")]
pub struct WorkByEstimatesForm {
    /// When it begins.
    starts: BetweenForm,
    /// When it is finished.
    finishes: BetweenForm,
}

/// Between the date if all efforts are at the low end of their ranges and the date if all are at the high end.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
#[schemars(rename = "Between")]
pub struct BetweenForm {
    /// With the low estimates.
    earliest: Date,
    /// With the high estimates.
    latest: Date,
}

impl From<Chances> for ChancesForm {
    fn from(Chances { p50, p80, p95 }: Chances) -> Self {
        Self { p50, p80, p95 }
    }
}

impl From<Between> for BetweenForm {
    fn from(dates: Between) -> Self {
        Self { earliest: dates.earliest, latest: dates.latest }
    }
}

impl From<&Scheduled> for WorkByEstimatesForm {
    fn from(scheduled: &Scheduled) -> Self {
        Self { starts: scheduled.starts.into(), finishes: scheduled.finishes.into() }
    }
}
