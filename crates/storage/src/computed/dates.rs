//! Dates of work, by the estimates alone and by probability.

use schemars::JsonSchema;
use serde::Serialize;

use planner::{Chances, Date, DateBounds, Scheduled};

/// The first dates by whose end something is finished with a probability of 50, 80 and 95 %.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
#[schemars(rename = "Chances")]
pub struct ChancesForm {
    p50: Date,
    p80: Date,
    p95: Date,
}

/// The dates of a piece of work by the estimates alone, from the first day of study on.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
#[schemars(rename = "WorkByEstimates")]
pub struct WorkByEstimatesForm {
    starts: DateBoundsForm,
    finishes: DateBoundsForm,
}

/// The range of dates from all efforts at the low end of their estimates to all at the high end.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
#[schemars(rename = "DateBounds")]
pub struct DateBoundsForm {
    earliest: Date,
    latest: Date,
}

impl From<Chances> for ChancesForm {
    fn from(Chances { p50, p80, p95 }: Chances) -> Self {
        Self { p50, p80, p95 }
    }
}

impl From<DateBounds> for DateBoundsForm {
    fn from(dates: DateBounds) -> Self {
        Self { earliest: dates.earliest, latest: dates.latest }
    }
}

impl From<&Scheduled> for WorkByEstimatesForm {
    fn from(scheduled: &Scheduled) -> Self {
        Self { starts: scheduled.starts.into(), finishes: scheduled.finishes.into() }
    }
}
