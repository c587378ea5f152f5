//! The dates that a learner froze.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::problem::{DocumentFault, DocumentProblem, check_count, check_date, check_text, check_year};
use app::form::YEARS;
use planner::{Baseline, Date, WorkId};
use roadmap::{NodeId, ProjectId};

/// No plan has more phases and projects than this.
const MOST_FINISHES: usize = 20_000;

/// Frozen dates are computed, so they lie up to the horizon of a plan, some forty years, after those that can be
/// entered.
const FROZEN_YEARS: (i32, i32) = (YEARS.0, YEARS.1 + 41);

/// The dates that the learner froze to be measured against.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Baseline")]
pub struct BaselineForm {
    /// The date on which they were frozen.
    on: Date,
    /// When each phase and project was to be finished, each once.
    #[schemars(length(max = MOST_FINISHES))]
    finishes: Vec<FrozenFinishForm>,
}

/// When a phase or a project was to be finished, as it stood when the baseline was frozen. Exactly one of `phase` and
/// `project` is given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "FrozenFinish", extend("oneOf" = [{ "required": ["phase"] }, { "required": ["project"] }]))]
pub struct FrozenFinishForm {
    /// The phase, as the roadmap names its node.
    #[serde(skip_serializing_if = "Option::is_none")]
    phase: Option<NodeId>,
    /// The project, as the roadmap names it.
    #[serde(skip_serializing_if = "Option::is_none")]
    project: Option<ProjectId>,
    /// The date as likely to be undercut as exceeded, or the one on which it was finished.
    on: Date,
}

impl From<&Baseline> for BaselineForm {
    fn from(baseline: &Baseline) -> Self {
        let form = |(work, &on): (&WorkId, &Date)| match work {
            WorkId::Phase(node) => FrozenFinishForm { phase: Some(node.clone()), project: None, on },
            WorkId::Project(project) => FrozenFinishForm { phase: None, project: Some(project.clone()), on },
        };
        Self { on: baseline.on, finishes: baseline.finishes.iter().map(form).collect() }
    }
}

pub fn read(form: BaselineForm) -> Result<Baseline, DocumentProblem> {
    check_date("/baseline/on", form.on)?;
    check_count("/baseline/finishes", &form.finishes, MOST_FINISHES)?;
    let mut finishes = BTreeMap::new();
    for (at, FrozenFinishForm { phase, project, on }) in form.finishes.into_iter().enumerate() {
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
            _ => return Err(DocumentFault::NotOneOf("phase", "project").at(place)),
        };
        if finishes.insert(work, on).is_some() {
            return Err(DocumentFault::Repeated.at(place));
        }
    }
    Ok(Baseline { on: form.on, finishes })
}
