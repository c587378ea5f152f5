//! Checks of learning content: it is about parts of the roadmap that there are, and everything in it fits together.

use std::collections::BTreeSet;
use std::fmt::Arguments;
use std::ops::RangeInclusive;

use super::Problems;
use crate::{
    Brief, Content, Fault, Kind, Material, MilestoneTask, Outcome, OutcomeId, Question, Roadmap, Setup,
    Source, Step, StepId, Topic, TopicContent, TrackContent,
};

/// How many options a question may have.
const OPTIONS: RangeInclusive<usize> = 2..=6;

#[inline(never)]
pub fn check_content(content: &Content, roadmap: &Roadmap, problems: &mut Problems) {
    let Content { topics, projects, tracks, setups } = content;
    for (id, topic) in topics {
        let place = format_args!("/content/topics/{id}");
        match roadmap.topic(id) {
            Some(about) => check_topic(place, topic, about, problems),
            None => problems.add(place, Fault::UnknownTopic(id.clone())),
        }
    }
    for (id, brief) in projects {
        let place = format_args!("/content/projects/{id}");
        match roadmap.project(id) {
            Some(project) => check_brief(place, brief, &project.milestones, roadmap, problems),
            None => problems.add(place, Fault::UnknownProject(id.clone())),
        }
    }
    for (id, track) in tracks {
        let place = format_args!("/content/tracks/{id}");
        match roadmap.node(id).map(|node| &node.kind) {
            Some(Kind::Track(_)) => check_track(place, track, problems),
            Some(_) => problems.add(place, Fault::DoesNotBelong),
            None => problems.add(place, Fault::UnknownNode(id.clone())),
        }
    }
    for (id, setup) in setups {
        let place = format_args!("/content/setups/{id}");
        match roadmap.node(id).map(|node| &node.kind) {
            Some(Kind::Path(_) | Kind::Start) => check_setup(place, setup, problems),
            Some(_) => problems.add(place, Fault::DoesNotBelong),
            None => problems.add(place, Fault::UnknownNode(id.clone())),
        }
    }
}

fn check_topic(place: Arguments, content: &TopicContent, topic: &Topic, problems: &mut Problems) {
    let TopicContent { outcomes, steps, materials, mistakes: _, exercise, questions } = content;
    let known = check_outcomes(place, outcomes, problems);
    for (at, step) in steps.iter().enumerate() {
        check_step(format_args!("{place}/steps/{at}/step"), &step.step, &topic.steps, problems);
        for (o, outcome) in step.outcomes.iter().enumerate() {
            check_outcome(format_args!("{place}/steps/{at}/outcomes/{o}"), outcome, &known, problems);
        }
        check_links(format_args!("{place}/steps/{at}/read"), &step.read, problems);
    }
    check_sources(place, materials, problems);
    if let Some(exercise) = exercise {
        problems.not_empty(format_args!("{place}/exercise/title"), &exercise.title);
    }
    let mut ids = BTreeSet::new();
    for (at, question) in questions.iter().enumerate() {
        let place = format_args!("{place}/questions/{at}");
        if !ids.insert(&question.id) {
            problems.add(format_args!("{place}/id"), Fault::Repeated(question.id.to_string()));
        }
        if let Some(outcome) = &question.outcome {
            check_outcome(format_args!("{place}/outcome"), outcome, &known, problems);
        }
        check_question(place, question, problems);
    }
}

fn check_question(place: Arguments, question: &Question, problems: &mut Problems) {
    problems.not_empty(format_args!("{place}/id"), question.id.as_str());
    problems.not_empty(format_args!("{place}/prompt"), &question.prompt);
    if !(-2..=2).contains(&question.difficulty) {
        problems.add(format_args!("{place}/difficulty"), Fault::NotADifficulty(question.difficulty));
    }
    if !OPTIONS.contains(&question.options.len()) {
        problems.add(format_args!("{place}/options"), Fault::NumberOfOptions(question.options.len()));
    }
    if question.answer >= question.options.len() {
        problems.add(format_args!("{place}/answer"), Fault::NoSuchOption(question.answer));
    }
    let mut texts = BTreeSet::new();
    for (at, option) in question.options.iter().enumerate() {
        problems.not_empty(format_args!("{place}/options/{at}/text"), &option.text);
        if !texts.insert(&option.text) {
            problems.add(format_args!("{place}/options/{at}/text"), Fault::Repeated(option.text.clone()));
        }
    }
}

fn check_brief(
    place: Arguments,
    brief: &Brief,
    milestones: &[crate::Milestone],
    roadmap: &Roadmap,
    problems: &mut Problems,
) {
    for (at, topic) in brief.topics.iter().enumerate().filter(|(_, topic)| roadmap.topic(topic).is_none()) {
        problems.add(format_args!("{place}/topics/{at}"), Fault::UnknownTopic(topic.clone()));
    }
    for (at, MilestoneTask { milestone, .. }) in brief.milestones.iter().enumerate() {
        if milestones.iter().all(|known| known.id != *milestone) {
            problems.add(
                format_args!("{place}/milestones/{at}/milestone"),
                Fault::UnknownStep(milestone.clone()),
            );
        }
    }
}

fn check_track(place: Arguments, track: &TrackContent, problems: &mut Problems) {
    check_outcomes(place, &track.outcomes, problems);
    for (at, subject) in track.covers.iter().enumerate() {
        problems.not_empty(format_args!("{place}/covers/{at}/name"), &subject.name);
        check_links(format_args!("{place}/covers/{at}/read"), &subject.read, problems);
    }
    check_sources(place, &track.materials, problems);
}

fn check_setup(place: Arguments, setup: &Setup, problems: &mut Problems) {
    problems.not_empty(format_args!("{place}/title"), &setup.title);
    for (at, step) in setup.steps.iter().enumerate() {
        problems.not_empty(format_args!("{place}/steps/{at}/title"), &step.title);
        check_links(format_args!("{place}/steps/{at}/read"), &step.read, problems);
    }
}

fn check_outcomes<'a>(
    place: Arguments,
    outcomes: &'a [Outcome],
    problems: &mut Problems,
) -> BTreeSet<&'a OutcomeId> {
    let mut known = BTreeSet::new();
    for (at, outcome) in outcomes.iter().enumerate() {
        problems.not_empty(format_args!("{place}/outcomes/{at}/text"), &outcome.text);
        if !known.insert(&outcome.id) {
            problems.add(format_args!("{place}/outcomes/{at}/id"), Fault::Repeated(outcome.id.to_string()));
        }
    }
    known
}

fn check_outcome(
    place: Arguments,
    outcome: &OutcomeId,
    known: &BTreeSet<&OutcomeId>,
    problems: &mut Problems,
) {
    if !known.contains(outcome) {
        problems.add(place, Fault::UnknownOutcome(outcome.clone()));
    }
}

fn check_step(place: Arguments, step: &StepId, known: &[Step], problems: &mut Problems) {
    if known.iter().all(|known| known.id != *step) {
        problems.add(place, Fault::UnknownStep(step.clone()));
    }
}

fn check_sources(place: Arguments, sources: &[Source], problems: &mut Problems) {
    for (at, source) in sources.iter().enumerate() {
        problems.link(format_args!("{place}/materials/{at}"), &source.link());
    }
}

fn check_links(place: Arguments, links: &[Material], problems: &mut Problems) {
    for (at, link) in links.iter().enumerate() {
        problems.link(format_args!("{place}/{at}"), link);
    }
}
