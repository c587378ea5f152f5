//! The learner's situation today.

use crate::availability::Date;
use crate::progress::Progress;

/// The pace that a forecast assumes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PaceChoice {
    /// The learner's own pace with its uncertainty, estimated from finished work.
    #[default]
    Own,
    /// The pace of the estimates: only the ranges of the roadmap are uncertain.
    RangesOnly,
}

/// The learner's situation today: everything that a forecast needs apart from the plan.
#[derive(Clone, Copy, Debug)]
pub struct Now<'a> {
    pub progress: &'a Progress,
    /// The as-of date of the forecast.
    pub today: Date,
    pub pace: PaceChoice,
}
