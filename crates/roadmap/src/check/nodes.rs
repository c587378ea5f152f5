//! Checks of nodes: the fields of their kind, their effort, projects and statements.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Arguments;

use super::topics::own_topic;
use super::{HOURS_A_WEEK, LONGEST_MONTHS, Problems};
use crate::{
    Effort, Fault, Kind, KindName, Minutes, Node, NodeFile, NodeId, PathGuide, PathGuideFile, Phase, Project,
    RoadmapFile, Span, Statement, StatementFile, StatementId, TopicFile, TopicId, WrittenKind,
};

/// Ten years.
const LONGEST_WEEKS: u32 = 520;
/// The minutes of [`LONGEST_WEEKS`] at the fastest pace.
const LONGEST_MINUTES: u32 = LONGEST_WEEKS * HOURS_A_WEEK * 60;
const LONGEST_PROJECT_HOURS: u32 = 10_000;
const HIGHEST_SALARY: u32 = 100_000_000;

/// The fields that only nodes of this kind have.
fn own_fields(kind: KindName) -> &'static [&'static str] {
    match kind {
        KindName::Start | KindName::Decision => &[],
        KindName::Path => &["guide"],
        KindName::Phase => &["weeks", "minutes", "assumed", "topics"],
        KindName::Projects => &["projects"],
        KindName::Track | KindName::Milestone => &["covers"],
    }
}

/// Checks one node after the other.
pub struct NodeCheck<'a> {
    pub topics: &'a BTreeMap<TopicId, TopicFile>,
    /// Study time a week that the weeks of phases assume.
    pub pace: Minutes,
    /// What is built within the time of each phase.
    pub building: BTreeMap<&'a NodeId, Effort>,
    pub problems: &'a mut Problems,
}

impl NodeCheck<'_> {
    /// All nodes, with `None` for those of unknown kinds and phases without effort.
    pub fn check_all(&mut self, file: &RoadmapFile) -> Vec<Option<Node>> {
        let nodes = file.nodes.iter().enumerate();
        nodes.map(|(index, node)| self.check(format_args!("/nodes/{index}"), node)).collect()
    }

    #[inline(never)]
    fn check(&mut self, place: Arguments, node: &NodeFile) -> Option<Node> {
        self.problems.not_empty(format_args!("{place}/title"), &node.title);
        let kind = match &node.kind {
            WrittenKind::Known(kind) => *kind,
            WrittenKind::Unknown(word) => {
                self.problems.add(format_args!("{place}/kind"), Fault::UnknownKind(word.clone()));
                return None;
            }
        };
        self.check_fields(place, node, kind);
        let kind = match kind {
            KindName::Start => Kind::Start,
            KindName::Decision => Kind::Decision,
            KindName::Path => Kind::Path(node.guide.as_ref().map(|guide| self.guide(place, guide))),
            KindName::Phase => Kind::Phase(self.phase(place, node)?),
            KindName::Projects => {
                if node.projects.is_empty() {
                    self.problems.add(format_args!("{place}/projects"), Fault::Missing);
                }
                Kind::Projects(node.projects.iter().cloned().map(Project::from).collect())
            }
            KindName::Track => Kind::Track(node.covers.clone()),
            KindName::Milestone => Kind::Milestone(node.covers.clone()),
        };
        Some(Node {
            id: node.id.clone(),
            title: node.title.clone(),
            icon: node.icon.clone(),
            summary: node.summary.clone(),
            kind,
        })
    }

    /// Reports the fields that belong to other kinds.
    fn check_fields(&mut self, place: Arguments, node: &NodeFile, kind: KindName) {
        let given = [
            ("covers", !node.covers.is_empty()),
            ("weeks", node.weeks.is_some()),
            ("minutes", node.minutes.is_some()),
            ("assumed", node.assumed),
            ("topics", !node.topics.is_empty()),
            ("projects", !node.projects.is_empty()),
            ("guide", node.guide.is_some()),
        ];
        let own = own_fields(kind);
        for (field, _) in given.iter().filter(|(field, given)| *given && !own.contains(field)) {
            self.problems.add(format_args!("{place}/{field}"), Fault::DoesNotBelong);
        }
    }

    fn guide(&mut self, place: Arguments, guide: &PathGuideFile) -> PathGuide {
        let PathGuideFile { choose_if, job_ready_months, salary } = guide;
        let place = format_args!("{place}/guide");
        self.problems.span(format_args!("{place}/job_ready_months"), *job_ready_months, LONGEST_MONTHS);
        let range = Span { low: salary.low, high: salary.high };
        self.problems.span(format_args!("{place}/salary"), range, HIGHEST_SALARY);
        let statement = |StatementFile { id, text }: &StatementFile| {
            Some(Statement { id: id.clone()?, text: text.clone() })
        };
        PathGuide {
            choose_if: choose_if.iter().filter_map(statement).collect(),
            job_ready_months: *job_ready_months,
            salary: salary.clone(),
        }
    }

    fn phase(&mut self, place: Arguments, node: &NodeFile) -> Option<Phase> {
        let mut seen = BTreeSet::new();
        for (t, topic) in node.topics.iter().enumerate() {
            if !self.topics.contains_key(topic) {
                self.problems.add(format_args!("{place}/topics/{t}"), Fault::UnknownTopic(topic.clone()));
            }
            if !seen.insert(topic) {
                self.problems.add(format_args!("{place}/topics/{t}"), Fault::Repeated(topic.to_string()));
            }
        }
        let whole = self.effort(place, node)?;
        let building = self.building.get(&node.id).copied().unwrap_or_default();
        let effort = whole.without(building);
        let topics = if node.topics.is_empty() { vec![own_topic(node)] } else { node.topics.clone() };
        Some(Phase { weeks: node.weeks, effort, building, is_assumed: node.assumed, topics })
    }

    fn effort(&mut self, place: Arguments, node: &NodeFile) -> Option<Effort> {
        match (node.weeks, node.minutes) {
            (None, None) => {
                self.problems.add(format_args!("{place}/weeks"), Fault::Missing);
                None
            }
            (None, Some(minutes)) => {
                self.problems.span(format_args!("{place}/minutes"), minutes, LONGEST_MINUTES);
                Some(Effort::of(minutes, Minutes(1)))
            }
            (Some(weeks), minutes) => {
                if minutes.is_some() {
                    self.problems.add(format_args!("{place}/minutes"), Fault::GivenTwice);
                }
                self.problems.span(format_args!("{place}/weeks"), weeks, LONGEST_WEEKS);
                Some(Effort::of(weeks, self.pace))
            }
        }
    }
}

/// What is built within the time of each phase, by the projects that say so and are not only offered.
pub fn building(file: &RoadmapFile) -> BTreeMap<&NodeId, Effort> {
    let mut sums: BTreeMap<&NodeId, Effort> = BTreeMap::new();
    let projects = file.nodes.iter().flat_map(|node| &node.projects).filter(|project| !project.optional);
    for (phase, hours) in projects.filter_map(|one| Some((one.within.as_ref()?, one.estimate_hours))) {
        let sum = sums.entry(phase).or_default();
        *sum = *sum + Effort::of(hours, Minutes::hours(1));
    }
    sums
}

#[inline(never)]
pub fn check_projects(file: &RoadmapFile, problems: &mut Problems) {
    let phases: BTreeSet<&NodeId> =
        file.nodes.iter().filter(|node| node.is(KindName::Phase)).map(|node| &node.id).collect();
    let mut seen = BTreeSet::new();
    for (index, node) in file.nodes.iter().enumerate() {
        for (p, project) in node.projects.iter().enumerate() {
            let place = format_args!("/nodes/{index}/projects/{p}");
            problems.not_empty(format_args!("{place}/id"), project.id.as_str());
            problems.not_empty(format_args!("{place}/title"), &project.title);
            problems.span(
                format_args!("{place}/estimate_hours"),
                project.estimate_hours,
                LONGEST_PROJECT_HOURS,
            );
            if let Some(phase) = project.within.as_ref().filter(|id| !phases.contains(id)) {
                problems.add(format_args!("{place}/within"), Fault::UnknownNode(phase.clone()));
            }
            if !seen.insert(&project.id) {
                problems.add(format_args!("{place}/id"), Fault::DuplicateProject(project.id.clone()));
            }
        }
    }
}

/// Paths may share a statement, but an id stands for one statement only.
#[inline(never)]
pub fn check_statements(file: &RoadmapFile, problems: &mut Problems) {
    let mut texts: BTreeMap<&StatementId, &str> = BTreeMap::new();
    for (index, node) in file.nodes.iter().enumerate() {
        let mut seen = BTreeSet::new();
        let statements = node.guide.iter().flat_map(|guide| &guide.choose_if);
        for (s, StatementFile { id, text }) in statements.enumerate() {
            let place = format_args!("/nodes/{index}/guide/choose_if/{s}");
            problems.not_empty(format_args!("{place}/text"), text);
            let Some(id) = id else { continue };
            problems.not_empty(format_args!("{place}/id"), id.as_str());
            if *texts.entry(id).or_insert(text) != text.as_str() || !seen.insert(id) {
                problems.add(format_args!("{place}/id"), Fault::DuplicateStatement(id.clone()));
            }
        }
    }
}
