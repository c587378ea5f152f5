//! The dates that a learner froze as a baseline.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::problem::{DocumentProblem, check_count, check_date, check_text, check_year};
use app::FileFault;
use app::form::YEARS;
use planner::{Baseline, Date, WorkId};
use roadmap::{NodeId, ProjectId};

/// More phases and projects than any plan has.
const MOST_FINISHES: usize = 20_000;

/// Frozen dates are computed, so they may exceed the last year that can be entered by the horizon of a plan,
/// about forty years.
const FROZEN_YEARS: (i32, i32) = (YEARS.0, YEARS.1 + 41);

/// The dates that the learner froze to compare later ones with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Baseline")]
pub struct BaselineForm {
    /// The date on which they were frozen.
    on: Date,
    /// The finishes of phases and projects, each once.
    #[schemars(length(max = MOST_FINISHES))]
    finishes: Vec<FrozenFinishForm>,
}

/// The finish of a phase or a project when the baseline was frozen. Exactly one of `phase` and `project` is
/// given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "FrozenFinish", extend("oneOf" = [{ "required": ["phase"] }, { "required": ["project"] }]))]
pub struct FrozenFinishForm {
    /// The id of the phase's node.
    #[serde(skip_serializing_if = "Option::is_none")]
    phase: Option<NodeId>,
    /// The id of the project.
    #[serde(skip_serializing_if = "Option::is_none")]
    project: Option<ProjectId>,
    /// The median of the forecast finish, or the date on which it was finished.
    on: Date,
}

impl From<&Baseline> for BaselineForm {
    fn from(Baseline { on, finishes }: &Baseline) -> Self {
        let form = |(work, &on): (&WorkId, &Date)| match work {
            WorkId::Phase(node) => FrozenFinishForm { phase: Some(node.clone()), project: None, on },
            WorkId::Project(project) => FrozenFinishForm { phase: None, project: Some(project.clone()), on },
        };
        Self { on: *on, finishes: finishes.iter().map(form).collect() }
    }
}

pub fn read(BaselineForm { on, finishes: forms }: BaselineForm) -> Result<Baseline, DocumentProblem> {
    check_date("/baseline/on", on)?;
    check_count("/baseline/finishes", &forms, MOST_FINISHES)?;
    let mut finishes = BTreeMap::new();
    for (at, FrozenFinishForm { phase, project, on }) in forms.into_iter().enumerate() {
        let place = format!("/baseline/finishes/{at}");
        check_year(format!("{place}/on"), on, FROZEN_YEARS)?;
        let work = match (phase, project) {
            (Some(node), None) => {
                check_text(format!("{place}/phase"), node.as_str())?;
                WorkId::Phase(node)
            }
            (None, Some(project)) => {
                check_text(format!("{place}/project"), project.as_str())?;
                WorkId::Project(project)
            }
            _ => return Err(DocumentProblem::new(place, FileFault::NotOneOf("phase", "project"))),
        };
        if finishes.insert(work, on).is_some() {
            return Err(DocumentProblem::new(place, FileFault::Repeated));
        }
    }
    Ok(Baseline { on, finishes })
}
