//! From a flowchart to the form of a roadmap.

use super::effort::{self, Amount};
use super::graph::{Graph, Names, Spot, is_new};
use super::kinds::kinds;
use super::label::{item, listed, slug};
use super::{ASSUMED_HOURS_PER_WEEK, ASSUMED_PROJECT_HOURS, Remark, RoadmapRefusal, RoadmapWarning};
use crate::mermaid::Flowchart;
use roadmap::{KindName, NodeFile, NodeId, ProjectFile, RoadmapFile, Span, TopicFile, TopicId};

/// No more topics, projects or subjects than this are taken over from one node.
const MOST_LISTED: usize = 100;

/// The form of the roadmap that a flowchart shows.
pub fn draft(
    title: &str,
    chart: &Flowchart,
    line: usize,
    warnings: &mut Vec<RoadmapWarning>,
) -> Result<RoadmapFile, RoadmapRefusal> {
    let mut graph = Graph::new(title, chart, warnings).ok_or(RoadmapRefusal::NoStart { line })?;
    graph.check_efforts();
    let kinds = kinds(&graph);
    let mut draft = Draft::new(title, &mut graph);
    for (at, spot) in graph.in_order() {
        draft.node(spot, kinds[at]);
    }
    let Draft { file, warnings: found, .. } = draft;
    drop(graph);
    for warning in found {
        super::warn(warnings, warning.line, warning.what);
    }
    if !file.nodes.iter().any(|node| node.kind == "phase") {
        return Err(RoadmapRefusal::NothingWithEffort { line });
    }
    Ok(file)
}

/// A form half filled in.
struct Draft {
    file: RoadmapFile,
    nodes: Names,
    topics: Names,
    projects: Names,
    warnings: Vec<RoadmapWarning>,
}

impl Draft {
    fn new(title: &str, graph: &mut Graph<'_, '_>) -> Self {
        let id = slug(title);
        let nodes = std::mem::take(&mut graph.taken);
        let file = RoadmapFile {
            schema: None,
            waymark_roadmap: 1,
            id: if id.is_empty() { "roadmap".into() } else { id.into() },
            title: title.to_owned(),
            summary: String::new(),
            reference_hours_per_week: ASSUMED_HOURS_PER_WEEK,
            reference_note: String::new(),
            building_percent: None,
            topics: Vec::new(),
            nodes: Vec::new(),
            edges: graph.edges(),
            resources: Vec::new(),
            success: Vec::new(),
            pitfalls: Vec::new(),
            next_steps: Vec::new(),
            quick_links: Vec::new(),
        };
        Self { file, nodes, topics: Names::new(), projects: Names::new(), warnings: Vec::new() }
    }

    fn warn_once(&mut self, what: Remark) {
        if !self.warnings.iter().any(|warning| warning.what == what) {
            self.warnings.push(RoadmapWarning { line: None, what });
        }
    }

    fn node(&mut self, spot: &Spot<'_>, kind: KindName) {
        let mut node = NodeFile {
            id: spot.id.clone(),
            kind: name(kind).to_owned(),
            title: spot.label.title.clone(),
            icon: spot.label.icon.clone(),
            summary: String::new(),
            covers: Vec::new(),
            weeks: None,
            minutes: None,
            topics: Vec::new(),
            projects: Vec::new(),
            guide: None,
        };
        let lines = &spot.label.lines;
        match kind {
            KindName::Phase => {
                match spot.label.effort.map(|found| found.amount) {
                    Some(Amount::Weeks(weeks)) => node.weeks = Some(weeks),
                    Some(Amount::Minutes(minutes)) => node.minutes = Some(minutes),
                    _ => {}
                }
                if node.weeks.is_some() || spot.label.effort.is_some_and(|found| found.is_converted) {
                    self.warn_once(Remark::PaceAssumed(ASSUMED_HOURS_PER_WEEK));
                }
                for title in self.not_too_many(spot, listed(lines)) {
                    let topic = self.topic(title);
                    if !node.topics.contains(&topic) {
                        node.topics.push(topic);
                    }
                }
            }
            KindName::Projects => {
                let titles = if lines.len() > 1 {
                    lines.iter().map(|line| item(line)).collect()
                } else {
                    listed(lines)
                };
                for title in self.not_too_many(spot, titles) {
                    let project = self.project(title);
                    node.projects.push(project);
                }
            }
            KindName::Track | KindName::Milestone => node.covers = self.not_too_many(spot, listed(lines)),
            KindName::Start | KindName::Decision | KindName::Path => node.summary = listed(lines).join(", "),
        }
        self.file.nodes.push(node);
    }

    /// What a spot lists, up to what a person could still look through.
    fn not_too_many(&mut self, spot: &Spot<'_>, mut listed: Vec<String>) -> Vec<String> {
        if listed.len() > MOST_LISTED {
            listed.truncate(MOST_LISTED);
            let what = Remark::TooManyListed(spot.id.clone(), MOST_LISTED);
            self.warnings.push(RoadmapWarning { line: spot.line(), what });
        }
        listed
    }

    /// The topic called that, wherever it recurs.
    fn topic(&mut self, title: String) -> TopicId {
        let mut id = slug(&title);
        if id.is_empty() {
            id = "topic".to_owned();
        }
        // A phase without topics is its own one, under its own name.
        while self.nodes.contains_key(&NodeId::from(id.as_str())) {
            id.push_str("-topic");
        }
        let is_new = is_new(&mut self.topics, &id.as_str().into());
        let id = TopicId::from(id);
        if is_new {
            let topic =
                TopicFile { id: id.clone(), title, summary: String::new(), weight: 1, requires: Vec::new() };
            self.file.topics.push(topic);
        }
        id
    }

    fn project(&mut self, title: String) -> ProjectFile {
        let slug = Some(slug(&title)).filter(|slug| !slug.is_empty()).unwrap_or_else(|| "project".to_owned());
        let mut id = slug.clone();
        let mut number = self.projects.len();
        while !is_new(&mut self.projects, &id.as_str().into()) {
            number += 1;
            id = format!("{slug}-{number}");
        }
        let hours = |minutes: Span| Span { low: minutes.low / 60, high: minutes.high.div_ceil(60) };
        let given = match effort::find(&title).map(|found| found.amount) {
            Some(Amount::Weeks(weeks)) => Some(Span {
                low: weeks.low * ASSUMED_HOURS_PER_WEEK,
                high: weeks.high * ASSUMED_HOURS_PER_WEEK,
            }),
            Some(Amount::Minutes(minutes)) => Some(hours(minutes)),
            _ => None,
        };
        if given.is_none() {
            self.warn_once(Remark::ProjectHoursAssumed(ASSUMED_PROJECT_HOURS));
        }
        let estimate_hours = given.unwrap_or(ASSUMED_PROJECT_HOURS);
        ProjectFile { id: id.into(), title, summary: String::new(), estimate_hours }
    }
}

impl<'a> Graph<'a, '_> {
    /// Says what is odd about the efforts, and takes away those that cannot be.
    fn check_efforts(&mut self) {
        for at in 0..self.spots.len() {
            let spot = &mut self.spots[at];
            let Some(found) = spot.label.effort.filter(|_| spot.is_reached) else { continue };
            let (id, line) = (&spot.id, spot.line());
            let mut remarks = Vec::new();
            if found.amount == Amount::TooMuch {
                remarks.push(Remark::TooMuchEffort(id.clone()));
                spot.label.effort = None;
            }
            if found.is_converted {
                remarks.push(Remark::Converted(spot.id.clone()));
            }
            if found.is_open {
                remarks.push(Remark::OpenUpwards(spot.id.clone()));
            }
            if found.is_reversed {
                remarks.push(Remark::Reversed(spot.id.clone()));
            }
            for remark in remarks {
                self.warn(line, remark);
            }
        }
    }

    /// The spots that the start leads to, in the order of the text; those that were added come where they belong.
    fn in_order(&self) -> impl Iterator<Item = (usize, &Spot<'a>)> {
        let added = self.spots[self.start].node.is_none();
        let first = added.then_some(self.start).into_iter();
        let written = (0..self.spots.len()).filter(|&at| self.spots[at].node.is_some());
        let followed = first.chain(written).flat_map(|at| [Some(at), self.spots[at].followed_by]).flatten();
        followed.filter(|&at| self.spots[at].is_reached).map(|at| (at, &self.spots[at]))
    }
}

fn name(kind: KindName) -> &'static str {
    match kind {
        KindName::Start => "start",
        KindName::Decision => "decision",
        KindName::Path => "path",
        KindName::Phase => "phase",
        KindName::Projects => "projects",
        KindName::Track => "track",
        KindName::Milestone => "milestone",
    }
}
