//! Changes of what the learner told us.

use super::document::Document;
use super::field::Field;
use planner::questionnaire::Question;
use planner::{Date, Ending, Item, Week};
use roadmap::{Kind, Minutes, NodeId, Roadmap, TopicId};

impl Document {
    /// Takes over what is typed into a question that has no errors.
    pub(super) fn accept(&mut self, question: &Question, today: Date) {
        match question {
            Question::Choice(_) => {}
            Question::Hours => {
                if let Ok(week) = self.entered_week() {
                    self.change_week(week, today);
                }
            }
            Question::Start => self.start = self.entered_start(today).ok(),
            Question::TimeOff => {
                self.time_off = self.entered_time_off().unwrap_or_default();
                self.stretches = self.entered_stretches().unwrap_or_default();
            }
            Question::Target => self.target = self.entered_target(today).ok().flatten(),
        }
        self.drafts.retain(|field, _| field.question().as_ref() != Some(question));
    }

    /// Takes over the most hours a week that are typed.
    pub(super) fn accept_most(&mut self) {
        if self.drafts.contains_key(&Field::MostHours) {
            self.most_a_week = self.entered_most().ok();
            self.drafts.remove(&Field::MostHours);
        }
    }

    /// Another week from today on. Once study has begun the week before stays what it was.
    fn change_week(&mut self, week: Week, today: Date) {
        let yesterday =
            today.pred_opt().filter(|yesterday| self.start.is_some_and(|start| start <= *yesterday));
        let is_new = self.earlier_weeks.last().is_none_or(|(until, _)| Some(*until) < yesterday);
        if let (Some(before), Some(yesterday)) = (self.week, yesterday)
            && before != week
            && is_new
        {
            self.earlier_weeks.push((yesterday, before));
        }
        self.week = Some(week);
    }

    /// Another total of the week from today on, in the proportions of the present one.
    pub(super) fn scale_week(&mut self, total: Minutes, today: Date) {
        if let Some(week) = self.week {
            self.change_week(week.scaled(total), today);
        }
    }

    /// Finishes what is left of a phase; what came to its end before keeps its date.
    pub(super) fn finish_phase(&mut self, roadmap: &Roadmap, phase: &NodeId, on: Date) {
        for item in items_of(roadmap, phase) {
            if !self.progress.status_of(&item).is_closed() {
                self.progress.end(item, Ending::Finished, on);
            }
        }
    }

    /// Takes back what was noted of a phase.
    pub(super) fn reopen_phase(&mut self, roadmap: &Roadmap, phase: &NodeId) {
        for item in items_of(roadmap, phase) {
            self.progress.reopen(&item);
        }
    }

    /// Notes that a topic was known before the plan, or not after all.
    pub(super) fn know(&mut self, topic: TopicId, known: bool) {
        if known {
            self.known.insert(topic);
        } else {
            self.known.remove(&topic);
        }
    }

    /// Notes that all topics of a phase were known before the plan, or not after all.
    pub(super) fn know_phase(&mut self, roadmap: &Roadmap, phase: &NodeId, known: bool) {
        for topic in topics_of(roadmap, phase) {
            self.know(topic.clone(), known);
        }
    }
}

impl Field {
    /// The question that a field belongs to, if it belongs to one.
    fn question(self) -> Option<Question> {
        match self {
            Self::Hours(_) => Some(Question::Hours),
            Self::Start => Some(Question::Start),
            Self::OffFrom(_)
            | Self::OffTo(_)
            | Self::StretchFrom(_)
            | Self::StretchTo(_)
            | Self::StretchHours(_)
            | Self::StretchName(_) => Some(Question::TimeOff),
            Self::Target => Some(Question::Target),
            Self::Choice | Self::MostHours | Self::LogDate | Self::LogItem | Self::LogTime => None,
        }
    }
}

/// The topics of a phase of the roadmap.
fn topics_of<'a>(roadmap: &'a Roadmap, phase: &NodeId) -> &'a [TopicId] {
    match roadmap.node(phase).map(|node| &node.kind) {
        Some(Kind::Phase(phase)) => &phase.topics,
        _ => &[],
    }
}

fn items_of<'a>(roadmap: &'a Roadmap, phase: &NodeId) -> impl Iterator<Item = Item> + use<'a> {
    topics_of(roadmap, phase).iter().cloned().map(Item::Topic)
}
