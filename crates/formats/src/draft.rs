//! Turns a flowchart into the form of a roadmap.

use std::collections::HashSet;

use crate::effort::{self, ASSUMED_HOURS_PER_WEEK, Amount};
use crate::graph::{DraftNode, Graph};
use crate::kinds::kinds;
use crate::label::{item, listed, nested};
use crate::mermaid::Flowchart;
use crate::refusal::RoadmapRefusal;
use crate::warning::{Remark, Warnings};
use roadmap::{
    KindName, NodeFile, NodeId, ProjectFile, ProjectId, RoadmapFile, Span, Step, StepId, TopicFile, TopicId,
    slug,
};

/// Hours that a project without an estimate is assumed to take.
pub const ASSUMED_PROJECT_HOURS: Span = Span { low: 20, high: 40 };

/// No more topics, projects or subjects are taken from one node.
const MOST_LISTED: usize = 100;

/// The roadmap that a flowchart shows; `line` is that of the flowchart.
pub fn draft(
    title: &str,
    chart: &Flowchart,
    line: usize,
    warnings: Warnings,
) -> Result<(RoadmapFile, Warnings), RoadmapRefusal> {
    let mut graph = Graph::new(title, chart, warnings).ok_or(RoadmapRefusal::NoStart { line })?;
    check_efforts(&mut graph);
    let kinds = kinds(&graph);
    let mut draft = Draft::new(title, &mut graph);
    for (index, node) in graph.in_order() {
        draft.add_node(node, kinds[index]);
    }
    if !draft.file.nodes.iter().any(|node| node.is(KindName::Phase)) {
        return Err(RoadmapRefusal::NothingWithEffort { line });
    }
    Ok((draft.file, draft.warnings))
}

/// Warns of odd efforts, and drops the implausible ones.
fn check_efforts(graph: &mut Graph<'_>) {
    for node in graph.nodes.iter_mut().filter(|node| node.is_reachable) {
        let Some(effort) = node.label.effort else { continue };
        let line = node.line();
        if effort.amount == Amount::TooMuch {
            node.label.effort = None;
            graph.warnings.add(line, Remark::TooMuchEffort(node.id.clone()));
        }
        if effort.is_converted {
            graph.warnings.add(line, Remark::Converted(node.id.clone()));
        }
        if effort.is_open_ended {
            graph.warnings.add(line, Remark::OpenEnded(node.id.clone()));
        }
        if effort.is_reversed {
            graph.warnings.add(line, Remark::Reversed(node.id.clone()));
        }
    }
}

/// A roadmap half filled in, with the ids in use.
struct Draft {
    file: RoadmapFile,
    nodes: HashSet<NodeId>,
    topics: HashSet<TopicId>,
    projects: HashSet<ProjectId>,
    warnings: Warnings,
}

impl Draft {
    fn new(title: &str, graph: &mut Graph<'_>) -> Self {
        let id = slug(title);
        let file = RoadmapFile {
            schema: None,
            waymark_roadmap: 2,
            id: if id.is_empty() { "roadmap".into() } else { id.into() },
            title: title.to_owned(),
            summary: String::new(),
            reference_hours_per_week: ASSUMED_HOURS_PER_WEEK,
            reference_note: String::new(),
            building_percent: None,
            topics: Vec::new(),
            nodes: Vec::new(),
            edges: graph.edge_files(),
            resources: Vec::new(),
            success: Vec::new(),
            pitfalls: Vec::new(),
            next_steps: Vec::new(),
            quick_links: Vec::new(),
            content: None,
        };
        Self {
            file,
            nodes: std::mem::take(&mut graph.ids),
            topics: HashSet::new(),
            projects: HashSet::new(),
            warnings: std::mem::take(&mut graph.warnings),
        }
    }

    fn add_node(&mut self, from: &DraftNode<'_>, kind: KindName) {
        let mut node = NodeFile {
            id: from.id.clone(),
            kind: kind.into(),
            title: from.label.title.clone(),
            icon: from.label.icon.clone(),
            summary: String::new(),
            covers: Vec::new(),
            weeks: None,
            minutes: None,
            topics: Vec::new(),
            projects: Vec::new(),
            guide: None,
        };
        let lines = &from.label.lines;
        match kind {
            KindName::Phase => self.fill_phase(&mut node, from),
            KindName::Projects => {
                let titles = if lines.len() > 1 {
                    lines.iter().map(|line| item(line)).collect()
                } else {
                    listed(lines)
                };
                let titles = self.limited(from, titles);
                node.projects = titles.into_iter().map(|title| self.project(title)).collect();
            }
            KindName::Track | KindName::Milestone => node.covers = self.limited(from, listed(lines)),
            KindName::Start | KindName::Decision | KindName::Path => node.summary = listed(lines).join(", "),
        }
        self.file.nodes.push(node);
    }

    fn fill_phase(&mut self, node: &mut NodeFile, from: &DraftNode<'_>) {
        if let Some(effort) = from.label.effort {
            match effort.amount {
                Amount::Weeks(weeks) => node.weeks = Some(weeks),
                Amount::Minutes(minutes) => node.minutes = Some(minutes),
                Amount::TooMuch => {}
            }
            if node.weeks.is_some() || effort.is_converted {
                self.warnings.add_once(Remark::PaceAssumed(ASSUMED_HOURS_PER_WEEK));
            }
        }
        for (title, nested) in self.limited(from, nested(&from.label.lines)) {
            let topic = self.topic(title, nested);
            if !node.topics.contains(&topic) {
                node.topics.push(topic);
            }
        }
    }

    fn limited<T>(&mut self, from: &DraftNode<'_>, mut items: Vec<T>) -> Vec<T> {
        if items.len() > MOST_LISTED {
            items.truncate(MOST_LISTED);
            self.warnings.add(from.line(), Remark::TooManyListed(from.id.clone(), MOST_LISTED));
        }
        items
    }

    /// The topic with this title, which is one and the same wherever it recurs. The items nested in it are its steps.
    fn topic(&mut self, title: String, nested: Vec<String>) -> TopicId {
        let mut slug = slug(&title);
        if slug.is_empty() {
            slug = "topic".to_owned();
        }
        // A phase without topics is its own topic, with the id of the node.
        while self.nodes.contains(&NodeId::from(slug.as_str())) {
            slug.push_str("-topic");
        }
        let id = TopicId::from(slug);
        if self.topics.insert(id.clone()) {
            let topic = TopicFile {
                id: id.clone(),
                title,
                summary: String::new(),
                weight: 1,
                requires: Vec::new(),
                steps: steps(nested),
            };
            self.file.topics.push(topic);
        }
        id
    }

    fn project(&mut self, title: String) -> ProjectFile {
        let slug = Some(slug(&title)).filter(|slug| !slug.is_empty()).unwrap_or_else(|| "project".to_owned());
        let mut id = ProjectId::from(slug.as_str());
        let mut number = self.projects.len();
        while !self.projects.insert(id.clone()) {
            number += 1;
            id = format!("{slug}-{number}").into();
        }
        let given = effort::find(&title).and_then(|(_, effort)| match effort.amount {
            Amount::Weeks(weeks) => Some(Span {
                low: weeks.low * ASSUMED_HOURS_PER_WEEK,
                high: weeks.high * ASSUMED_HOURS_PER_WEEK,
            }),
            Amount::Minutes(minutes) => Some(Span { low: minutes.low / 60, high: minutes.high.div_ceil(60) }),
            Amount::TooMuch => None,
        });
        if given.is_none() {
            self.warnings.add_once(Remark::ProjectHoursAssumed(ASSUMED_PROJECT_HOURS));
        }
        let estimate_hours = given.unwrap_or(ASSUMED_PROJECT_HOURS);
        ProjectFile { id, title, summary: String::new(), estimate_hours, milestones: Vec::new() }
    }
}

/// Steps of about the same share. Where two have the same title, the first one counts.
fn steps(titles: Vec<String>) -> Vec<Step> {
    let mut steps: Vec<(StepId, String)> = Vec::new();
    for (at, title) in titles.into_iter().take(MOST_LISTED).enumerate() {
        let id =
            Some(slug(&title)).filter(|slug| !slug.is_empty()).unwrap_or_else(|| format!("step-{}", at + 1));
        if steps.iter().all(|(other, _)| other.as_str() != id) {
            steps.push((id.into(), title));
        }
    }
    let count = steps.len();
    // The first ones take what is left over of the hundred percent.
    let share = |at: usize| (100 / count + usize::from(at < 100 % count)) as u32;
    let step = |(at, (id, title)): (usize, (StepId, String))| Step { id, title, share: share(at) };
    steps.into_iter().enumerate().map(step).collect()
}
