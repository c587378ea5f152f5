//! Turns a flowchart into the form of a roadmap.

use std::collections::{BTreeSet, HashSet};
use std::iter;

use crate::effort::{self, ASSUMED_HOURS_PER_WEEK, Amount, Estimate};
use crate::graph::{DraftNode, Graph};
use crate::kinds::{kinds, project_of};
use crate::label::{item, listed, nested};
use crate::mermaid::Flowchart;
use crate::outline::Outline;
use crate::refusal::RoadmapRefusal;
use crate::warning::{Remark, Warnings};
use roadmap::{
    KindName, NodeFile, NodeId, ProjectFile, ProjectId, RoadmapFile, Span, Step, StepId, TopicFile, TopicId,
    slug,
};

/// Hours that a project without an estimate is assumed to take.
pub const ASSUMED_PROJECT_HOURS: Span = Span { low: 20, high: 40 };

/// Hours that a step without a time is assumed to take, where nothing says how long it takes.
const ASSUMED_STEP_HOURS: Span = Span { low: 10, high: 20 };

/// The same for each topic of a step that has topics.
const ASSUMED_TOPIC_HOURS: Span = Span { low: 2, high: 4 };

/// Titles that a remark names.
const MOST_NAMED: usize = 5;

/// No more topics, projects or subjects are taken from one node.
const MOST_LISTED: usize = 100;

/// The roadmap that a flowchart shows; `line` is that of the flowchart. If it gives no times, those of the text around it
/// are taken.
pub fn draft(
    title: &str,
    chart: &Flowchart,
    around: Option<Outline>,
    line: usize,
    warnings: Warnings,
) -> Result<Draft, RoadmapRefusal> {
    let mut graph =
        Graph::new(title, chart, around.as_ref(), warnings).ok_or(RoadmapRefusal::NoStart { line })?;
    check_efforts(&mut graph);
    let kinds = kinds(&graph);
    let mut draft = Draft::new(title, std::mem::take(&mut graph.warnings));
    draft.file.edges = graph.edge_files();
    draft.nodes = std::mem::take(&mut graph.ids);
    draft.has_times = graph.has_times;
    draft.has_ways = kinds.contains(&KindName::Decision);
    for (index, node) in graph.in_order() {
        draft.add_node(node, kinds[index]);
    }
    if !draft.file.nodes.iter().any(|node| node.is(KindName::Phase)) {
        return Err(RoadmapRefusal::NothingToStudy { line });
    }
    draft.say_what_has_no_time();
    Ok(draft)
}

/// Warns of odd efforts, and drops the implausible ones.
fn check_efforts(graph: &mut Graph<'_>) {
    for node in graph.nodes.iter_mut().filter(|node| node.is_reachable) {
        let Some(effort) = node.label.effort else { continue };
        let line = node.line();
        if effort.amount == Amount::TooMuch {
            node.label.effort = None;
            graph.warnings.add(line, Remark::TooMuchEffort(node.label.title.clone()));
        }
        if effort.is_position {
            graph.warnings.add_once(Remark::PositionsTaken);
        }
        if let Some(months) = converted_months(&node.label.title, &effort) {
            graph.warnings.add(line, months);
        } else if effort.is_converted {
            graph.warnings.add(line, Remark::Converted(node.label.title.clone()));
        }
        if effort.is_open_ended {
            graph.warnings.add(line, Remark::OpenEnded(node.label.title.clone()));
        }
        if effort.is_reversed {
            graph.warnings.add(line, Remark::Reversed(node.label.title.clone()));
        }
    }
}

/// How a time in months became one in hours, if it was one.
pub fn converted_months(title: &str, effort: &Estimate) -> Option<Remark> {
    let (months, Amount::Minutes(minutes)) = (effort.months?, effort.amount) else { return None };
    let hours = Span { low: (minutes.low + 30) / 60, high: (minutes.high + 30) / 60 };
    Some(Remark::MonthsConverted(title.to_owned(), months, hours))
}

/// A roadmap half filled in, with the ids in use.
pub struct Draft {
    pub file: RoadmapFile,
    pub nodes: HashSet<NodeId>,
    topics: HashSet<TopicId>,
    projects: HashSet<ProjectId>,
    /// Whether any node says how long it takes.
    has_times: bool,
    /// Whether there are ways to choose from.
    has_ways: bool,
    /// The titles of nodes that may have been meant as work and have no time.
    without_time: Vec<String>,
    /// What the file has ticked as done.
    pub ticked: BTreeSet<TopicId>,
    pub warnings: Warnings,
}

impl Draft {
    /// A roadmap without nodes.
    pub fn new(title: &str, warnings: Warnings) -> Self {
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
            edges: Vec::new(),
            resources: Vec::new(),
            success: Vec::new(),
            pitfalls: Vec::new(),
            next_steps: Vec::new(),
            quick_links: Vec::new(),
            content: None,
        };
        Self {
            file,
            nodes: HashSet::new(),
            topics: HashSet::new(),
            projects: HashSet::new(),
            has_times: false,
            has_ways: false,
            without_time: Vec::new(),
            ticked: BTreeSet::new(),
            warnings,
        }
    }

    fn add_node(&mut self, from: &DraftNode<'_>, kind: KindName) {
        let mut node = empty_node(from.id.clone(), kind, from.label.title.clone());
        node.icon.clone_from(&from.label.icon);
        let lines = &from.label.lines;
        match kind {
            KindName::Phase => self.fill_phase(&mut node, from),
            KindName::Projects => self.fill_projects(&mut node, from),
            KindName::Track | KindName::Milestone => {
                if kind == KindName::Milestone && !from.edges.is_empty() {
                    self.without_time.push(node.title.clone());
                }
                let mut covers = listed(lines);
                covers.extend(from.hung.iter().map(|(title, _)| title.clone()));
                node.covers = self.limited(from, covers);
            }
            KindName::Start | KindName::Decision | KindName::Path => node.summary = listed(lines).join(", "),
        }
        self.file.nodes.push(node);
    }

    /// The projects that a node lists, or the one that it is.
    fn fill_projects(&mut self, node: &mut NodeFile, from: &DraftNode<'_>) {
        let lines = &from.label.lines;
        if from.is_optional {
            let hours = from.label.effort.and_then(hours_of);
            node.projects.push(self.offered(node.title.clone(), hours));
            return;
        }
        let titles = match (project_of(&node.title), lines.len()) {
            (Some(name), 0) => vec![name],
            (_, 0 | 1) => listed(lines),
            _ => lines.iter().map(|line| item(line)).collect(),
        };
        let titles = self.limited(from, titles);
        node.projects = titles.into_iter().map(|title| self.project(title, None)).collect();
    }

    fn fill_phase(&mut self, node: &mut NodeFile, from: &DraftNode<'_>) {
        self.set_time(node, from.label.effort);
        let mut items = nested(&from.label.lines);
        items.extend(from.hung.iter().cloned());
        let items = self.limited(from, items);
        self.set_topics(node, items, from.line());
        let words = iter::once(from.label.title.as_str()).chain(from.label.lines.iter().copied());
        self.assume_time(node, words, from.line());
    }

    /// The time of a phase, if it is given.
    pub fn set_time(&mut self, node: &mut NodeFile, effort: Option<Estimate>) {
        let Some(effort) = effort else { return };
        if effort.is_position {
            self.warnings.add_once(Remark::PositionsTaken);
        }
        match effort.amount {
            Amount::Weeks(weeks) => node.weeks = Some(weeks),
            Amount::Minutes(minutes) => node.minutes = Some(minutes),
            Amount::TooMuch => {}
        }
        if self.file.reference_note.is_empty() && (node.weeks.is_some() || effort.is_converted) {
            self.warnings.add_once(Remark::PaceAssumed(ASSUMED_HOURS_PER_WEEK));
        }
    }

    /// Gives a phase topics, each with its steps, and returns the id of each.
    pub fn set_topics(
        &mut self,
        node: &mut NodeFile,
        items: Vec<(String, Vec<String>)>,
        line: Option<usize>,
    ) -> Vec<TopicId> {
        let is_known: Vec<bool> =
            items.iter().map(|(title, _)| self.topics.contains(&self.topic_id(title, None))).collect();
        // Ways that exclude each other may share a topic, which is learned once. But no step loses all of its time to that,
        // and what one step after the other repeats, such as "Practice", takes its time in each.
        let repeats = self.has_ways && !is_known.is_empty() && is_known.iter().all(|is_known| *is_known);
        if repeats {
            self.warnings.add(line, Remark::LearnedAgain(node.title.clone()));
        }
        let mut ids: Vec<TopicId> = Vec::new();
        for ((title, nested), is_known) in items.into_iter().zip(is_known) {
            let own = (repeats || is_known && !self.has_ways).then(|| node.id.clone());
            ids.push(self.topic(title, nested, own.as_ref()));
        }
        for id in &ids {
            if !node.topics.contains(id) {
                node.topics.push(id.clone());
            }
        }
        ids
    }

    /// Gives a phase without a time an assumed one, and says so if its words look as if they gave one.
    pub fn assume_time<'w>(
        &mut self,
        node: &mut NodeFile,
        mut words: impl Iterator<Item = &'w str>,
        line: Option<usize>,
    ) {
        if node.weeks.is_none() && node.minutes.is_none() {
            if let Some(words) = words.find(|words| effort::looks_like_one(words)) {
                self.warnings.add(line, Remark::NoTimeTaken(words.to_owned()));
            }
            node.minutes = Some(assumed_minutes(node.topics.len()));
            node.assumed = true;
            self.warnings.add_once(Remark::TimesAssumed(ASSUMED_STEP_HOURS, ASSUMED_TOPIC_HOURS));
        }
    }

    /// Says which nodes count as nothing, where others have times.
    fn say_what_has_no_time(&mut self) {
        let count = self.without_time.len();
        if self.has_times && count > 0 {
            let mut named = std::mem::take(&mut self.without_time);
            named.truncate(MOST_NAMED);
            self.warnings.add(None, Remark::WithoutTime(count, named));
        }
    }

    fn limited<T>(&mut self, from: &DraftNode<'_>, mut items: Vec<T>) -> Vec<T> {
        if items.len() > MOST_LISTED {
            items.truncate(MOST_LISTED);
            self.warnings.add(from.line(), Remark::TooManyListed(from.label.title.clone(), MOST_LISTED));
        }
        items
    }

    /// The id of the topic with this title, or of the one that only a step has.
    fn topic_id(&self, title: &str, own: Option<&NodeId>) -> TopicId {
        let mut slug = slug(title);
        if slug.is_empty() {
            slug = "topic".to_owned();
        }
        if let Some(node) = own {
            slug = format!("{slug}-{node}");
        }
        // A phase without topics is its own topic, with the id of the node.
        while self.nodes.contains(&NodeId::from(slug.as_str())) {
            slug.push_str("-topic");
        }
        TopicId::from(slug)
    }

    /// The topic with this title, which is one and the same wherever it recurs, unless it is a step's own. The items nested
    /// in it are its steps.
    fn topic(&mut self, title: String, nested: Vec<String>, own: Option<&NodeId>) -> TopicId {
        let id = self.topic_id(&title, own);
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

    /// A step that is offered like a project.
    pub fn offered(&mut self, title: String, hours: Option<Span>) -> ProjectFile {
        let project = self.project(title, hours.or(Some(ASSUMED_STEP_HOURS)));
        ProjectFile { assumed: hours.is_none(), optional: true, ..project }
    }

    /// A project, with the hours that its title gives if there are no others.
    pub fn project(&mut self, title: String, hours: Option<Span>) -> ProjectFile {
        let slug = Some(slug(&title)).filter(|slug| !slug.is_empty()).unwrap_or_else(|| "project".to_owned());
        let mut id = ProjectId::from(slug.as_str());
        let mut number = self.projects.len();
        while !self.projects.insert(id.clone()) {
            number += 1;
            id = format!("{slug}-{number}").into();
        }
        let given = hours.or_else(|| given_hours(&title));
        if given.is_none() {
            self.warnings.add_once(Remark::ProjectHoursAssumed(ASSUMED_PROJECT_HOURS));
        }
        let estimate_hours = given.unwrap_or(ASSUMED_PROJECT_HOURS);
        ProjectFile {
            id,
            title,
            summary: String::new(),
            estimate_hours,
            assumed: given.is_none(),
            within: None,
            milestones: Vec::new(),
            optional: false,
        }
    }
}

/// The time of a project in hours.
pub fn hours_of(estimate: Estimate) -> Option<Span> {
    hours_at(estimate, ASSUMED_HOURS_PER_WEEK)
}

/// The same where a week has so many.
pub fn hours_at(estimate: Estimate, hours_per_week: u32) -> Option<Span> {
    match estimate.amount {
        Amount::Weeks(Span { low, high }) => {
            Some(Span { low: low * hours_per_week, high: high * hours_per_week })
        }
        Amount::Minutes(minutes) => Some(Span { low: minutes.low / 60, high: minutes.high.div_ceil(60) }),
        Amount::TooMuch => None,
    }
}

/// The hours that the title of a project gives.
pub fn given_hours(title: &str) -> Option<Span> {
    hours_of(effort::find(title)?.1)
}

/// The hours of study that a text gives, such as "20 h", "10-20 hours" or "2 weeks", where a week has so many.
///
/// ```
/// use formats::read_hours;
/// use roadmap::Span;
///
/// assert_eq!(read_hours("10-20 hours", 10), Some(Span { low: 10, high: 20 }));
/// assert_eq!(read_hours("2 weeks", 6), Some(Span { low: 12, high: 12 }));
/// assert_eq!(read_hours("15", 10), Some(Span { low: 15, high: 15 }));
/// assert_eq!(read_hours("soon", 10), None);
/// ```
pub fn read_hours(text: &str, hours_per_week: u32) -> Option<Span> {
    let text = text.trim();
    if let Ok(hours) = text.parse::<u32>() {
        return (1..=10_000).contains(&hours).then_some(Span { low: hours, high: hours });
    }
    hours_at(effort::find(text)?.1, hours_per_week)
}

/// A node of a kind, without what only some kinds have.
pub fn empty_node(id: NodeId, kind: KindName, title: String) -> NodeFile {
    NodeFile {
        id,
        kind: kind.into(),
        title,
        icon: String::new(),
        summary: String::new(),
        covers: Vec::new(),
        weeks: None,
        minutes: None,
        assumed: false,
        topics: Vec::new(),
        projects: Vec::new(),
        guide: None,
    }
}

/// The minutes that a step with so many topics is assumed to take.
pub fn assumed_minutes(topics: usize) -> Span {
    let hours = |each: u32, alone: u32| if topics == 0 { alone } else { topics as u32 * each };
    Span {
        low: 60 * hours(ASSUMED_TOPIC_HOURS.low, ASSUMED_STEP_HOURS.low),
        high: 60 * hours(ASSUMED_TOPIC_HOURS.high, ASSUMED_STEP_HOURS.high),
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
