//! The learner's situation today.

use crate::availability::Date;
use crate::plan::Assumptions;
use crate::progress::Progress;
use crate::study::Study;
use roadmap::Roadmap;

/// The pace that a forecast assumes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PaceChoice {
    /// The learner's own pace with its uncertainty, estimated from finished work.
    #[default]
    Own,
    /// The pace of the estimates: only the ranges of the roadmap are uncertain.
    RangesOnly,
}

/// The learner's situation today: everything that a forecast needs apart from the plan. It is the same for all plans of
/// one learner.
#[derive(Clone, Debug)]
pub struct Now<'a> {
    pub progress: &'a Progress,
    /// The as-of date of the forecast.
    pub today: Date,
    /// The first date of study.
    pub start: Date,
    pub pace: PaceChoice,
    pub study: Study,
}

impl<'a> Now<'a> {
    /// The situation of a learner with these assumptions.
    pub fn of(
        roadmap: &Roadmap,
        given: &Assumptions<'_>,
        progress: &'a Progress,
        today: Date,
        pace: PaceChoice,
    ) -> Self {
        let study = Study::of(roadmap, given, progress, today);
        Self { progress, today, start: given.start, pace, study }
    }
}
