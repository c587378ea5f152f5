//! The answers given, the statements agreed with and the projects chosen.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::problem::{DocumentProblem, check_count, check_text};
use app::FileFault;
use planner::{Answers, ProjectChoices, Turn};
use roadmap::{AnswerId, NodeId, ProjectId, StatementId};

/// More answers than any learner gives.
pub const MOST_ANSWERS: usize = 1_000;
/// More statements than any roadmap has.
pub const MOST_AGREED: usize = 200;
/// More projects than any roadmap has.
pub const MOST_CHOICES: usize = 20_000;

/// An answer given at a decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Answer")]
pub struct AnswerForm {
    /// The decision, as the roadmap names it.
    decision: NodeId,
    /// The 1-based count of visits to the decision.
    #[schemars(range(min = 1))]
    visit: u32,
    /// The answer, by its id in the roadmap.
    answer: AnswerId,
}

/// A project taken into the plan or left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "ProjectChoice")]
pub struct ProjectChoiceForm {
    /// The project, as the roadmap names it.
    project: ProjectId,
    /// Whether it is part of the plan.
    wanted: bool,
}

pub fn write_answers(answers: &Answers) -> Vec<AnswerForm> {
    let form = |(Turn { decision, visit }, answer): (&Turn, &AnswerId)| AnswerForm {
        decision: decision.clone(),
        visit: *visit,
        answer: answer.clone(),
    };
    answers.iter().map(form).collect()
}

pub fn write_projects(choices: &ProjectChoices) -> Vec<ProjectChoiceForm> {
    let form = |(project, wanted): (&ProjectId, bool)| ProjectChoiceForm { project: project.clone(), wanted };
    choices.iter().map(form).collect()
}

pub fn read_answers(forms: Vec<AnswerForm>) -> Result<Answers, DocumentProblem> {
    check_count("/answers", &forms, MOST_ANSWERS)?;
    let mut answers = Answers::default();
    for (at, AnswerForm { decision, visit, answer }) in forms.into_iter().enumerate() {
        check_text(format!("/answers/{at}/decision"), decision.as_str())?;
        check_text(format!("/answers/{at}/answer"), answer.as_str())?;
        if visit == 0 {
            return Err(DocumentProblem::new(format!("/answers/{at}/visit"), FileFault::VisitZero));
        }
        let turn = Turn { decision, visit };
        if answers.at(&turn).is_some() {
            return Err(DocumentProblem::new(format!("/answers/{at}"), FileFault::Repeated));
        }
        answers.give(turn, answer);
    }
    Ok(answers)
}

pub fn read_agreed(statements: Vec<StatementId>) -> Result<BTreeSet<StatementId>, DocumentProblem> {
    check_count("/agreed", &statements, MOST_AGREED)?;
    for (at, statement) in statements.iter().enumerate() {
        check_text(format!("/agreed/{at}"), statement.as_str())?;
    }
    Ok(statements.into_iter().collect())
}

pub fn read_projects(forms: Vec<ProjectChoiceForm>) -> Result<ProjectChoices, DocumentProblem> {
    check_count("/projects", &forms, MOST_CHOICES)?;
    let mut seen = BTreeSet::new();
    let mut choices = ProjectChoices::default();
    for (at, ProjectChoiceForm { project, wanted }) in forms.into_iter().enumerate() {
        check_text(format!("/projects/{at}/project"), project.as_str())?;
        if !seen.insert(project.clone()) {
            return Err(DocumentProblem::new(format!("/projects/{at}"), FileFault::Repeated));
        }
        choices.choose(project, wanted);
    }
    Ok(choices)
}
