//! Placement quizzes of a stored document.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::problem::{DocumentProblem, check_count, check_date, check_text};
use app::{FileFault, QuizReply, QuizRun};
use planner::Date;
use roadmap::{NodeId, QuestionId, TopicId};

pub const MOST_QUIZZES: usize = 10_000;
const MOST_REPLIES: usize = 1_000;

/// A placement quiz.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Quiz")]
pub struct QuizForm {
    /// The id of the decision or phase that it is about.
    pub about: NodeId,
    /// The date on which it was begun.
    pub on: Date,
    /// How many times it was taken before.
    pub round: u32,
    /// The questions answered, in order.
    #[schemars(length(max = MOST_REPLIES))]
    pub replies: Vec<ReplyForm>,
    /// Whether the learner stopped early.
    pub stopped: bool,
}

/// A question answered in a quiz.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "QuizReply")]
pub struct ReplyForm {
    pub topic: TopicId,
    /// The id of the question within its topic.
    pub question: QuestionId,
    /// The index of the option; null for "I don't know yet".
    pub choice: Option<u32>,
}

pub fn write(quizzes: &BTreeMap<NodeId, QuizRun>) -> Vec<QuizForm> {
    let reply = |QuizReply { topic, question, choice }: &QuizReply| ReplyForm {
        topic: topic.clone(),
        question: question.clone(),
        choice: choice.and_then(|choice| u32::try_from(choice).ok()),
    };
    let form = |(about, QuizRun { on, round, replies, is_stopped }): (&NodeId, &QuizRun)| QuizForm {
        about: about.clone(),
        on: *on,
        round: *round,
        replies: replies.iter().map(reply).collect(),
        stopped: *is_stopped,
    };
    quizzes.iter().map(form).collect()
}

pub fn read(forms: Vec<QuizForm>) -> Result<BTreeMap<NodeId, QuizRun>, DocumentProblem> {
    check_count("/quizzes", &forms, MOST_QUIZZES)?;
    let mut quizzes = BTreeMap::new();
    for (at, QuizForm { about, on, round, replies, stopped }) in forms.into_iter().enumerate() {
        let place = format!("/quizzes/{at}");
        check_text(format!("{place}/about"), about.as_str())?;
        check_date(format!("{place}/on"), on)?;
        check_count(&format!("{place}/replies"), &replies, MOST_REPLIES)?;
        for (r, ReplyForm { topic, question, .. }) in replies.iter().enumerate() {
            check_text(format!("{place}/replies/{r}/topic"), topic.as_str())?;
            check_text(format!("{place}/replies/{r}/question"), question.as_str())?;
        }
        let reply = |ReplyForm { topic, question, choice }| QuizReply {
            topic,
            question,
            choice: choice.map(|choice| choice as usize),
        };
        let replies = replies.into_iter().map(reply).collect();
        let run = QuizRun { on, round, replies, is_stopped: stopped };
        if quizzes.insert(about, run).is_some() {
            return Err(DocumentProblem::new(format!("{place}/about"), FileFault::Repeated));
        }
    }
    Ok(quizzes)
}
