//! What is to be reached by the target date.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use app::Aim;

/// An aim short of everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "Aim")]
pub enum AimForm {
    /// The phases of the path are done; projects may be left.
    JobReady,
}

impl AimForm {
    pub fn of(aim: Aim) -> Option<Self> {
        match aim {
            Aim::Everything => None,
            Aim::JobReady => Some(Self::JobReady),
        }
    }
}

impl From<AimForm> for Aim {
    fn from(aim: AimForm) -> Self {
        match aim {
            AimForm::JobReady => Self::JobReady,
        }
    }
}
