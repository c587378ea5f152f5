//! A placement quiz about a part of the roadmap: what to ask next, and what the answers so far say.

use std::collections::BTreeMap;

use planner::Date;
use planner::quiz::{Quiz, Reply, Subject, difficulties, is_known};
use roadmap::{AnswerId, Kind, Node, NodeId, Question, QuestionId, Roadmap, Topic, TopicId};

/// A quiz as a learner takes it or has taken it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuizRun {
    /// The date on which it was begun.
    pub on: Date,
    /// How many times it was taken before, so that other questions come first.
    pub round: u32,
    pub replies: Vec<QuizReply>,
    /// The learner stopped before the quiz had enough.
    pub is_stopped: bool,
}

/// A question that was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuizReply {
    pub topic: TopicId,
    pub question: QuestionId,
    /// The index of the option; `None` for "I don't know yet".
    pub choice: Option<usize>,
}

impl QuizRun {
    pub fn begun(on: Date) -> Self {
        Self { on, round: 0, replies: Vec::new(), is_stopped: false }
    }

    /// The next run after this one.
    pub fn again(&self, on: Date) -> Self {
        Self { round: self.round.saturating_add(1), ..Self::begun(on) }
    }
}

/// A quiz with the answers of a run.
pub struct Placement<'a> {
    roadmap: &'a Roadmap,
    about: &'a Node,
    topics: Vec<&'a Topic>,
    quiz: Quiz,
    run: &'a QuizRun,
}

/// What a quiz says about a topic.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed<'a> {
    pub topic: &'a Topic,
    /// The probability that it is known.
    pub chance: f64,
    pub is_known: bool,
    /// How many questions about it were answered.
    pub asked: usize,
}

/// A question of a quiz, with the topic that it is about.
pub type Asked<'a> = (&'a Topic, &'a Question);

/// The topics that a quiz about a decision or a phase asks about: those of the phase, or of the phases right below the
/// decision's answers. None if the roadmap has no questions about them.
pub fn quiz_topics<'a>(roadmap: &'a Roadmap, about: &NodeId) -> Vec<&'a Topic> {
    let Some(node) = roadmap.node(about) else { return Vec::new() };
    let mut ids: Vec<&TopicId> = Vec::new();
    match &node.kind {
        Kind::Phase(phase) => ids.extend(&phase.topics),
        Kind::Decision => {
            for (_, edge) in roadmap.answers(about) {
                let phase = roadmap.node(&edge.to).map(|node| &node.kind);
                let Some(Kind::Phase(phase)) = phase else { return Vec::new() };
                ids.extend(&phase.topics);
            }
        }
        Kind::Start | Kind::Path(_) | Kind::Projects(_) | Kind::Track(_) | Kind::Milestone(_) => {}
    }
    let mut topics: Vec<&Topic> = Vec::new();
    for topic in
        ids.into_iter().filter(|id| !questions(roadmap, id).is_empty()).filter_map(|id| roadmap.topic(id))
    {
        if !topics.contains(&topic) {
            topics.push(topic);
        }
    }
    topics
}

fn questions<'a>(roadmap: &'a Roadmap, topic: &TopicId) -> &'a [Question] {
    roadmap.content().topics.get(topic).map_or(&[], |content| &content.questions)
}

impl<'a> Placement<'a> {
    /// The quiz about a part of the roadmap; `None` if there are no questions about it.
    pub fn of(roadmap: &'a Roadmap, about: &NodeId, run: &'a QuizRun) -> Option<Self> {
        let topics = quiz_topics(roadmap, about);
        let about = roadmap.node(about).filter(|_| !topics.is_empty())?;
        let place = |topic: &TopicId| topics.iter().position(|other| other.id == *topic);
        let subjects = topics.iter().zip(difficulties(topics.len())).map(|(topic, difficulty)| Subject {
            difficulty,
            minutes: f64::from(roadmap.usual_effort(&topic.id).middle().0),
            // Of several, the last one is the hardest to know.
            requires: topic.requires.iter().filter_map(place).max(),
            questions: questions(roadmap, &topic.id).len(),
        });
        let mut placement = Self { roadmap, about, quiz: Quiz::new(subjects.collect()), topics, run };
        for reply in &run.replies {
            // A question that the roadmap no longer has says nothing.
            let topic = placement.topics.iter().position(|topic| topic.id == reply.topic);
            if let Some((topic, (_, question))) = topic.zip(placement.asked(reply)) {
                placement.quiz.give(topic, reply_of(question, reply.choice));
            }
        }
        Some(placement)
    }

    pub fn about(&self) -> &'a Node {
        self.about
    }

    pub fn run(&self) -> &'a QuizRun {
        self.run
    }

    /// The question of a reply, if the roadmap still has it.
    pub fn asked(&self, reply: &QuizReply) -> Option<Asked<'a>> {
        let topic = self.roadmap.topic(&reply.topic)?;
        let question =
            questions(self.roadmap, &topic.id).iter().find(|question| question.id == reply.question)?;
        Some((topic, question))
    }

    /// The question to ask now; `None` if the quiz is over.
    pub fn next(&self) -> Option<Asked<'a>> {
        if self.run.is_stopped {
            return None;
        }
        let topic = self.topics[self.quiz.next()?];
        let mut open: Vec<&Question> = questions(self.roadmap, &topic.id).iter().collect();
        // Questions of middling difficulty tell most; another run begins with others.
        open.sort_by_key(|question| question.difficulty.abs());
        let turned = self.run.round as usize * 2 % open.len();
        open.rotate_left(turned);
        let is_asked = |question: &Question| {
            self.run.replies.iter().any(|reply| reply.topic == topic.id && reply.question == question.id)
        };
        open.into_iter().find(|question| !is_asked(question)).map(|question| (topic, question))
    }

    /// What the answers say about each topic.
    pub fn placed(&self) -> Vec<Placed<'a>> {
        let chances = self.quiz.known().into_iter();
        let placed = self.topics.iter().zip(chances).enumerate().map(|(at, (&topic, chance))| Placed {
            topic,
            chance,
            is_known: is_known(chance),
            asked: self.quiz.given().iter().filter(|(asked, _)| *asked == at).count(),
        });
        placed.collect()
    }

    /// For a quiz about a decision the answer that fits somebody who knows these topics: the first one that leads to something
    /// new; where answers lead to the same, the last of them for those who know a part of it.
    pub fn fitting_answer(&self, known: &BTreeMap<TopicId, bool>) -> Option<AnswerId> {
        let answers: Vec<(&AnswerId, &NodeId)> =
            self.roadmap.answers(&self.about.id).map(|(answer, edge)| (answer, &edge.to)).collect();
        let knows = |topic: &TopicId| known.get(topic) == Some(&true);
        let of_phase = |to: &NodeId| match self.roadmap.node(to).map(|node| &node.kind) {
            Some(Kind::Phase(phase)) => {
                phase.topics.iter().filter(|topic| known.contains_key(topic)).collect()
            }
            _ => Vec::new(),
        };
        let is_new = |to: &NodeId| of_phase(to).into_iter().any(|topic| !knows(topic));
        let to =
            answers.iter().map(|(_, to)| *to).find(|to| is_new(to)).or(answers.last().map(|(_, to)| *to))?;
        let mut same = answers.iter().filter(|(_, other)| *other == to).map(|(answer, _)| (*answer).clone());
        let knows_a_part = of_phase(to).into_iter().any(knows);
        if knows_a_part { same.next_back() } else { same.next() }
    }
}

/// What an answer to a question says.
pub fn reply_of(question: &Question, choice: Option<usize>) -> Reply {
    match choice {
        None => Reply::Unsure,
        Some(choice) if choice == question.answer => Reply::Right,
        Some(_) => Reply::Wrong,
    }
}
