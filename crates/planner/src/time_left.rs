//! The distribution of the study time that some work takes.

use crate::distribution::Distribution;
use crate::pace::LogPace;

/// The distribution of the study time that some work takes, in minutes.
#[derive(Clone, Debug, PartialEq)]
pub enum TimeLeft {
    /// Nothing is left.
    Nothing,
    /// The work takes its time at an uncertain pace. Ranges are part of that uncertainty.
    AtPace {
        /// Expected minutes.
        effort: f64,
        pace: LogPace,
    },
    /// The work takes its time at the pace of the estimates.
    InRange(Distribution),
}

impl TimeLeft {
    /// The distribution function.
    pub fn at_most(&self, minutes: f64) -> f64 {
        match self {
            Self::Nothing => {
                if minutes >= 0.0 {
                    1.0
                } else {
                    0.0
                }
            }
            Self::AtPace { .. } if minutes <= 0.0 => 0.0,
            Self::AtPace { effort, pace } => pace.at_most(libm::log(minutes / effort)),
            Self::InRange(distribution) => distribution.at_most(minutes),
        }
    }

    /// The quantile function.
    pub fn quantile(&self, probability: f64) -> f64 {
        match self {
            Self::Nothing => 0.0,
            Self::AtPace { effort, pace } => effort * libm::exp(pace.quantile(probability)),
            Self::InRange(distribution) => distribution.quantile(probability),
        }
    }
}
