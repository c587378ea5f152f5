//! Checks of the steps of topics and the milestones of projects.

use std::collections::BTreeSet;
use std::fmt::Arguments;

use super::Problems;
use crate::{Fault, KindName, ProjectFile, RoadmapFile, Span, TopicFile, TopicId};

const LONGEST_MILESTONE_HOURS: u32 = 2000;

#[inline(never)]
pub fn check_steps(file: &RoadmapFile, problems: &mut Problems) {
    for (index, topic) in file.topics.iter().enumerate() {
        check_steps_of(format_args!("/topics/{index}/steps"), topic, problems);
    }
    let topics: BTreeSet<&TopicId> = file.topics.iter().map(|topic| &topic.id).collect();
    for (index, node) in file.nodes.iter().enumerate().filter(|(_, node)| node.is(KindName::Projects)) {
        for (p, project) in node.projects.iter().enumerate() {
            let place = format_args!("/nodes/{index}/projects/{p}/milestones");
            check_milestones(place, project, &topics, problems);
        }
    }
}

fn check_steps_of(place: Arguments, topic: &TopicFile, problems: &mut Problems) {
    let mut ids = BTreeSet::new();
    for (at, step) in topic.steps.iter().enumerate() {
        problems.not_empty(format_args!("{place}/{at}/id"), step.id.as_str());
        problems.not_empty(format_args!("{place}/{at}/title"), &step.title);
        problems.in_range(format_args!("{place}/{at}/share"), step.share, 1, 100);
        if !ids.insert(&step.id) {
            problems.add(format_args!("{place}/{at}/id"), Fault::Repeated(step.id.to_string()));
        }
    }
    let sum = topic.steps.iter().fold(0_u32, |sum, step| sum.saturating_add(step.share));
    if !topic.steps.is_empty() && sum != 100 {
        problems.add(place, Fault::SharesAddUpTo(sum));
    }
}

fn check_milestones(
    place: Arguments,
    project: &ProjectFile,
    topics: &BTreeSet<&TopicId>,
    problems: &mut Problems,
) {
    let mut ids = BTreeSet::new();
    let mut sum = Span { low: 0, high: 0 };
    for (at, milestone) in project.milestones.iter().enumerate() {
        problems.not_empty(format_args!("{place}/{at}/id"), milestone.id.as_str());
        problems.not_empty(format_args!("{place}/{at}/title"), &milestone.title);
        problems.span(format_args!("{place}/{at}/hours"), milestone.hours, LONGEST_MILESTONE_HOURS);
        if !ids.insert(&milestone.id) {
            problems.add(format_args!("{place}/{at}/id"), Fault::Repeated(milestone.id.to_string()));
        }
        for (t, topic) in milestone.topics.iter().enumerate().filter(|(_, topic)| !topics.contains(topic)) {
            problems.add(format_args!("{place}/{at}/topics/{t}"), Fault::UnknownTopic(topic.clone()));
        }
        sum.low = sum.low.saturating_add(milestone.hours.low);
        sum.high = sum.high.saturating_add(milestone.hours.high);
    }
    if !project.milestones.is_empty() && sum != project.estimate_hours {
        problems.add(place, Fault::HoursAddUpTo(sum));
    }
}
