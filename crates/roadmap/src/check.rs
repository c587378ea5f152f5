//! From a roadmap as written to a checked one, or to everything that is wrong with it.

use std::collections::{BTreeMap, BTreeSet, btree_map::Entry};

use super::circle::circle_among;
use super::{
    About, Edge, EdgeFile, Effort, Fault, Kind, Material, Minutes, Node, NodeFile, NodeId, PathGuide, Phase,
    Problem, Roadmap, RoadmapFile, Span, Statement, StatementFile, StatementId, TopicFile, TopicId,
};

/// The version of the form that is read.
const VERSION: u32 = 1;
/// A week has no more hours than this.
const HOURS_A_WEEK: u32 = 168;
/// No phase takes longer than ten years, and no month or salary figure is larger than makes sense.
const LONGEST_WEEKS: u32 = 520;
const LONGEST_MONTHS: u32 = 240;
const LONGEST_HOURS: u32 = 10_000;
/// As much as the longest phase in weeks has at the fastest pace.
const LONGEST_MINUTES: u32 = LONGEST_WEEKS * HOURS_A_WEEK * 60;
/// No topic takes more than so many times the effort of the lightest one beside it.
const HEAVIEST_TOPIC: u32 = 100;
const HIGHEST_SALARY: u32 = 100_000_000;

pub(super) fn check(file: RoadmapFile) -> Result<Roadmap, Vec<Problem>> {
    let file = file.with_ids();
    let mut found = Problems::default();
    check_header(&file, &mut found);
    check_annotations(&file, &mut found);
    let topics = check_topics(&file, &mut found);
    check_required(&file, &topics, &mut found);
    let context = (&topics, Minutes::hours(file.reference_hours_per_week));
    let nodes: Vec<Option<Node>> =
        file.nodes.iter().enumerate().map(|(at, node)| check_node(at, node, context, &mut found)).collect();
    check_projects(&file, &mut found);
    check_statements(&file, &mut found);
    let by_id = check_node_ids(&file, &mut found);
    let starts = check_start(&file, &mut found);
    let graph = Graph::new(&file, &by_id, &mut found);
    graph.check_ways_on(&mut found);
    graph.check_circles(&mut found);
    graph.check_reachable(&starts, &mut found);
    let ways_on = graph.places();
    match (starts.as_slice(), found.all.is_empty()) {
        (&[start], true) => Ok(Roadmap {
            ways_on,
            first_phases: first_phases(&nodes),
            nodes: nodes.into_iter().flatten().collect(),
            edges: file.edges.into_iter().map(edge).collect(),
            topics,
            by_id,
            start,
            about: About {
                id: file.id,
                title: file.title,
                summary: file.summary,
                reference_pace: Minutes::hours(file.reference_hours_per_week),
                reference_note: file.reference_note,
                building_percent: file.building_percent,
                resources: file.resources,
                success: file.success,
                pitfalls: file.pitfalls,
                next_steps: file.next_steps,
                quick_links: file.quick_links,
            },
        }),
        _ => Err(found.all),
    }
}

fn edge(edge: EdgeFile) -> Edge {
    let EdgeFile { from, to, id, label } = edge;
    Edge { from, to, answer: id, label }
}

fn first_phases(nodes: &[Option<Node>]) -> BTreeMap<TopicId, usize> {
    let mut first = BTreeMap::new();
    for (at, node) in nodes.iter().enumerate() {
        if let Some(Kind::Phase(phase)) = node.as_ref().map(|node| &node.kind) {
            for topic in &phase.topics {
                first.entry(topic.clone()).or_insert(at);
            }
        }
    }
    first
}

/// The problems found so far.
#[derive(Default)]
struct Problems {
    all: Vec<Problem>,
}

impl Problems {
    fn add(&mut self, place: impl Into<String>, fault: Fault) {
        self.all.push(Problem { place: place.into(), fault });
    }

    fn not_empty(&mut self, place: &str, text: &str) {
        if text.trim().is_empty() {
            self.add(place, Fault::Empty);
        }
    }

    fn in_range(&mut self, place: &str, value: u32, low: u32, high: u32) {
        if !(low..=high).contains(&value) {
            self.add(place, Fault::OutOfRange { low, high });
        }
    }

    fn span(&mut self, place: &str, span: Span, highest: u32) {
        if span.low > span.high {
            self.add(place, Fault::Reversed);
        }
        self.in_range(&format!("{place}/high"), span.high.max(span.low), 1, highest);
    }

    fn link(&mut self, place: &str, material: &Material) {
        self.not_empty(&format!("{place}/title"), &material.title);
        if !material.leads_to_the_web() {
            self.add(format!("{place}/url"), Fault::BadLink(material.url.clone()));
        }
    }
}

fn check_header(file: &RoadmapFile, found: &mut Problems) {
    if file.waymark_roadmap != VERSION {
        found.add("/waymark_roadmap", Fault::UnsupportedVersion(file.waymark_roadmap));
    }
    found.not_empty("/id", file.id.as_str());
    found.not_empty("/title", &file.title);
    found.in_range("/reference_hours_per_week", file.reference_hours_per_week, 1, HOURS_A_WEEK);
    if let Some(percent) = file.building_percent {
        found.in_range("/building_percent", percent, 0, 100);
    }
    // A phase without weeks, or with none, is a problem of its own.
    if !file.nodes.iter().any(|node| node.kind == "phase") {
        found.add("/nodes", Fault::NothingWithEffort);
    }
}

fn check_annotations(file: &RoadmapFile, found: &mut Problems) {
    let known: BTreeSet<&NodeId> = file.nodes.iter().map(|node| &node.id).collect();
    for (s, stage) in file.resources.iter().enumerate() {
        found.not_empty(&format!("/resources/{s}/title"), &stage.title);
        for (e, entry) in stage.entries.iter().enumerate() {
            let place = format!("/resources/{s}/entries/{e}");
            found.not_empty(&format!("{place}/title"), &entry.title);
            for (n, node) in entry.nodes.iter().enumerate().filter(|(_, node)| !known.contains(node)) {
                found.add(format!("{place}/nodes/{n}"), Fault::UnknownNode(node.clone()));
            }
            for (m, material) in entry.materials.iter().enumerate() {
                found.link(&format!("{place}/materials/{m}"), material);
            }
        }
    }
    for (l, level) in file.success.iter().enumerate() {
        found.not_empty(&format!("/success/{l}/title"), &level.title);
        found.span(&format!("/success/{l}/months"), level.months, LONGEST_MONTHS);
    }
    for (p, pitfall) in file.pitfalls.iter().enumerate() {
        found.not_empty(&format!("/pitfalls/{p}/title"), &pitfall.title);
    }
    for (n, step) in file.next_steps.iter().enumerate() {
        found.not_empty(&format!("/next_steps/{n}/title"), &step.title);
    }
    for (g, group) in file.quick_links.iter().enumerate() {
        found.not_empty(&format!("/quick_links/{g}/title"), &group.title);
        for (l, link) in group.links.iter().enumerate() {
            let place = format!("/quick_links/{g}/links/{l}");
            found.not_empty(&format!("{place}/title"), &link.title);
            found.link(&format!("{place}/material"), &link.material);
            if let Some(node) = link.node.as_ref().filter(|node| !known.contains(node)) {
                found.add(format!("{place}/node"), Fault::UnknownNode(node.clone()));
            }
        }
    }
}

/// The declared topics, and for each phase that names none, the phase itself as its one topic.
fn check_topics(file: &RoadmapFile, found: &mut Problems) -> BTreeMap<TopicId, TopicFile> {
    let mut topics = BTreeMap::new();
    for (at, topic) in file.topics.iter().enumerate() {
        found.not_empty(&format!("/topics/{at}/id"), topic.id.as_str());
        found.not_empty(&format!("/topics/{at}/title"), &topic.title);
        found.in_range(&format!("/topics/{at}/weight"), topic.weight, 1, HEAVIEST_TOPIC);
        if let Some(twin) = topics.insert(topic.id.clone(), topic.clone()) {
            found.add(format!("/topics/{at}/id"), Fault::DuplicateTopic(twin.id));
        }
    }
    let mut own = BTreeMap::new();
    for (at, node) in file.nodes.iter().enumerate() {
        if node.kind == "phase" && node.topics.is_empty() {
            let topic = TopicFile {
                id: own_topic(node),
                title: node.title.clone(),
                summary: node.summary.clone(),
                weight: 1,
                requires: Vec::new(),
            };
            if topics.contains_key(&topic.id) {
                found.add(format!("/nodes/{at}/id"), Fault::DuplicateTopic(topic.id.clone()));
            }
            // Two phases of one id are told apart as nodes; saying it of their topics too would be once too often.
            own.insert(topic.id.clone(), topic);
        }
    }
    topics.extend(own);
    topics
}

/// Whatever a topic requires has to be there, to be learned somewhere, and not to require that topic in turn.
fn check_required(file: &RoadmapFile, topics: &BTreeMap<TopicId, TopicFile>, found: &mut Problems) {
    let learned: BTreeSet<&TopicId> = file.nodes.iter().flat_map(|node| &node.topics).collect();
    let places: BTreeMap<&TopicId, usize> =
        file.topics.iter().enumerate().map(|(at, topic)| (&topic.id, at)).collect();
    let mut required = vec![Vec::new(); file.topics.len()];
    for (at, topic) in file.topics.iter().enumerate() {
        let mut seen = BTreeSet::new();
        for (r, other) in topic.requires.iter().enumerate() {
            let place = format!("/topics/{at}/requires/{r}");
            if !seen.insert(other) {
                found.add(place.clone(), Fault::Repeated(other.to_string()));
            }
            match places.get(other) {
                Some(&to) if learned.contains(other) => required[at].push(to),
                Some(_) => found.add(place, Fault::NeverLearned(other.clone())),
                // A phase that stands for its own topic is learned as a whole.
                None if topics.contains_key(other) => {}
                None => found.add(place, Fault::UnknownTopic(other.clone())),
            }
        }
    }
    if let Some(circle) = circle_among(&required, |_| true) {
        let ids = circle.iter().map(|&at| file.topics[at].id.clone()).collect();
        found.add(format!("/topics/{}/requires", circle[0]), Fault::CircleOfTopics(ids));
    }
}

fn own_topic(node: &NodeFile) -> TopicId {
    TopicId::from(node.id.as_str())
}

fn check_node_ids(file: &RoadmapFile, found: &mut Problems) -> BTreeMap<NodeId, usize> {
    let mut by_id = BTreeMap::new();
    for (at, node) in file.nodes.iter().enumerate() {
        found.not_empty(&format!("/nodes/{at}/id"), node.id.as_str());
        match by_id.entry(node.id.clone()) {
            Entry::Vacant(place) => {
                place.insert(at);
            }
            Entry::Occupied(_) => {
                found.add(format!("/nodes/{at}/id"), Fault::DuplicateNode(node.id.clone()));
            }
        }
    }
    by_id
}

fn check_projects(file: &RoadmapFile, found: &mut Problems) {
    let mut seen = BTreeSet::new();
    for (at, node) in file.nodes.iter().enumerate() {
        for (p, project) in node.projects.iter().enumerate() {
            let place = format!("/nodes/{at}/projects/{p}");
            found.not_empty(&format!("{place}/id"), project.id.as_str());
            found.not_empty(&format!("{place}/title"), &project.title);
            found.span(&format!("{place}/estimate_hours"), project.estimate_hours, LONGEST_HOURS);
            if !seen.insert(&project.id) {
                found.add(format!("{place}/id"), Fault::DuplicateProject(project.id.clone()));
            }
        }
    }
}

/// Paths may share a statement, but an id stands for one statement only.
fn check_statements(file: &RoadmapFile, found: &mut Problems) {
    let mut texts: BTreeMap<&StatementId, &str> = BTreeMap::new();
    for (at, node) in file.nodes.iter().enumerate() {
        let mut seen = BTreeSet::new();
        let statements = node.guide.iter().flat_map(|guide| &guide.choose_if);
        for (s, StatementFile { id, text }) in statements.enumerate() {
            let place = format!("/nodes/{at}/guide/choose_if/{s}");
            found.not_empty(&format!("{place}/text"), text);
            let Some(id) = id else { continue };
            found.not_empty(&format!("{place}/id"), id.as_str());
            if *texts.entry(id).or_insert(text) != text.as_str() || !seen.insert(id) {
                found.add(format!("{place}/id"), Fault::DuplicateStatement(id.clone()));
            }
        }
    }
}

fn check_start(file: &RoadmapFile, found: &mut Problems) -> Vec<usize> {
    let starts = file.nodes.iter().enumerate().filter(|(_, node)| node.kind == "start");
    let starts: Vec<usize> = starts.map(|(at, _)| at).collect();
    if starts.len() != 1 {
        found.add("/nodes", Fault::NotOneStart(starts.len()));
    }
    starts
}

/// The fields that belong to nodes of a kind; nothing if there is no such kind.
fn own_fields(kind: &str) -> Option<&'static [&'static str]> {
    Some(match kind {
        "start" | "decision" => &[],
        "path" => &["guide"],
        "phase" => &["weeks", "minutes", "topics"],
        "projects" => &["projects"],
        "track" | "milestone" => &["covers"],
        _ => return None,
    })
}

fn check_node(
    at: usize,
    node: &NodeFile,
    context: (&BTreeMap<TopicId, TopicFile>, Minutes),
    found: &mut Problems,
) -> Option<Node> {
    let place = format!("/nodes/{at}");
    found.not_empty(&format!("{place}/title"), &node.title);
    let Some(own_fields) = own_fields(&node.kind) else {
        found.add(format!("{place}/kind"), Fault::UnknownKind(node.kind.clone()));
        return None;
    };
    let given = [
        ("covers", !node.covers.is_empty()),
        ("weeks", node.weeks.is_some()),
        ("minutes", node.minutes.is_some()),
        ("topics", !node.topics.is_empty()),
        ("projects", !node.projects.is_empty()),
        ("guide", node.guide.is_some()),
    ];
    for (field, _) in given.iter().filter(|(field, given)| *given && !own_fields.contains(field)) {
        found.add(format!("{place}/{field}"), Fault::DoesNotBelong);
    }
    let kind = match node.kind.as_str() {
        "start" => Kind::Start,
        "decision" => Kind::Decision,
        "path" => check_path(&place, node, found),
        "phase" => check_phase(&place, node, context, found)?,
        "projects" => {
            if node.projects.is_empty() {
                found.add(format!("{place}/projects"), Fault::Missing);
            }
            Kind::Projects(node.projects.clone())
        }
        "track" => Kind::Track(node.covers.clone()),
        _ => Kind::Milestone(node.covers.clone()),
    };
    Some(Node {
        id: node.id.clone(),
        title: node.title.clone(),
        icon: node.icon.clone(),
        summary: node.summary.clone(),
        kind,
    })
}

fn check_path(place: &str, node: &NodeFile, found: &mut Problems) -> Kind {
    Kind::Path(node.guide.as_ref().map(|guide| {
        let place = format!("{place}/guide");
        found.span(&format!("{place}/job_ready_months"), guide.job_ready_months, LONGEST_MONTHS);
        let salary = Span { low: guide.salary.low, high: guide.salary.high };
        found.span(&format!("{place}/salary"), salary, HIGHEST_SALARY);
        let statement = |StatementFile { id, text }: &StatementFile| {
            Some(Statement { id: id.clone()?, text: text.clone() })
        };
        PathGuide {
            choose_if: guide.choose_if.iter().filter_map(statement).collect(),
            job_ready_months: guide.job_ready_months,
            salary: guide.salary.clone(),
        }
    }))
}

fn check_phase(
    place: &str,
    node: &NodeFile,
    (topics, pace): (&BTreeMap<TopicId, TopicFile>, Minutes),
    found: &mut Problems,
) -> Option<Kind> {
    let mut seen = BTreeSet::new();
    for (at, topic) in node.topics.iter().enumerate() {
        if !topics.contains_key(topic) {
            found.add(format!("{place}/topics/{at}"), Fault::UnknownTopic(topic.clone()));
        }
        if !seen.insert(topic) {
            found.add(format!("{place}/topics/{at}"), Fault::Repeated(topic.to_string()));
        }
    }
    let effort = match (node.weeks, node.minutes) {
        (None, None) => {
            found.add(format!("{place}/weeks"), Fault::Missing);
            return None;
        }
        (None, Some(minutes)) => {
            found.span(&format!("{place}/minutes"), minutes, LONGEST_MINUTES);
            Effort::of(minutes, Minutes(1))
        }
        (Some(weeks), minutes) => {
            if minutes.is_some() {
                found.add(format!("{place}/minutes"), Fault::GivenTwice);
            }
            found.span(&format!("{place}/weeks"), weeks, LONGEST_WEEKS);
            Effort::of(weeks, pace)
        }
    };
    let topics = if node.topics.is_empty() { vec![own_topic(node)] } else { node.topics.clone() };
    Some(Kind::Phase(Phase { weeks: node.weeks, effort, topics }))
}

/// The edges whose ends both exist, by the places of their nodes.
struct Graph<'a> {
    file: &'a RoadmapFile,
    /// For each node the places of the edges that leave it, each with the place of the node it leads to.
    ways_on: Vec<Vec<(usize, usize)>>,
    /// For each node how many edges leave it, those that lead nowhere included.
    leaving: Vec<usize>,
    /// For each node whether its place in the graph is clear: its kind is known and no node before has its id.
    clear: Vec<bool>,
}

impl<'a> Graph<'a> {
    fn new(file: &'a RoadmapFile, by_id: &BTreeMap<NodeId, usize>, found: &mut Problems) -> Self {
        let mut ways_on = vec![Vec::new(); file.nodes.len()];
        let mut leaving = vec![0; file.nodes.len()];
        let clear =
            |(at, node): (usize, &NodeFile)| by_id[&node.id] == at && own_fields(&node.kind).is_some();
        let clear = file.nodes.iter().enumerate().map(clear).collect();
        let (mut labels, mut answers) = (BTreeSet::new(), BTreeSet::new());
        for (at, edge) in file.edges.iter().enumerate() {
            let place = format!("/edges/{at}");
            for (end, id) in [("from", &edge.from), ("to", &edge.to)] {
                if !by_id.contains_key(id) {
                    found.add(format!("{place}/{end}"), Fault::UnknownNode(id.clone()));
                }
            }
            let Some(&from) = by_id.get(&edge.from) else { continue };
            leaving[from] += 1;
            if file.nodes[from].kind == "decision" {
                if edge.label.trim().is_empty() {
                    found.add(format!("{place}/label"), Fault::AnswerWithoutLabel);
                } else if !labels.insert((from, edge.label.as_str())) {
                    found.add(format!("{place}/label"), Fault::Repeated(edge.label.clone()));
                }
                if let Some(id) = &edge.id {
                    found.not_empty(&format!("{place}/id"), id.as_str());
                    if !answers.insert((from, id)) {
                        found.add(format!("{place}/id"), Fault::DuplicateAnswer(id.clone()));
                    }
                }
            } else if edge.id.is_some() {
                found.add(format!("{place}/id"), Fault::DoesNotBelong);
            }
            if let Some(&to) = by_id.get(&edge.to) {
                ways_on[from].push((at, to));
            }
        }
        Self { file, ways_on, leaving, clear }
    }

    fn places(&self) -> Vec<Vec<usize>> {
        self.ways_on.iter().map(|ways| ways.iter().map(|&(edge, _)| edge).collect()).collect()
    }

    fn is_decision(&self, at: usize) -> bool {
        self.file.nodes[at].kind == "decision"
    }

    fn check_ways_on(&self, found: &mut Problems) {
        for at in (0..self.leaving.len()).filter(|&at| self.clear[at]) {
            let place = format!("/nodes/{at}");
            match (self.is_decision(at), self.leaving[at]) {
                (true, few @ (0 | 1)) => found.add(place, Fault::TooFewAnswers(few)),
                (false, many) if many > 1 => found.add(place, Fault::SplitWithoutDecision(many)),
                _ => {}
            }
        }
    }

    /// Without a start nothing is reachable, which would only say again that there is none.
    fn check_reachable(&self, starts: &[usize], found: &mut Problems) {
        if starts.is_empty() {
            return;
        }
        let mut reached = vec![false; self.ways_on.len()];
        let mut to_visit = starts.to_vec();
        while let Some(at) = to_visit.pop() {
            if !std::mem::replace(&mut reached[at], true) {
                to_visit.extend(self.ways_on[at].iter().map(|&(_, to)| to));
            }
        }
        for at in (0..reached.len()).filter(|&at| !reached[at] && self.clear[at]) {
            found.add(format!("/nodes/{at}"), Fault::Unreachable(self.file.nodes[at].id.clone()));
        }
    }

    fn check_circles(&self, found: &mut Problems) {
        let ways_on: Vec<Vec<usize>> =
            self.ways_on.iter().map(|ways| ways.iter().map(|&(_, to)| to).collect()).collect();
        if let Some(circle) = circle_among(&ways_on, |at| self.clear[at] && !self.is_decision(at)) {
            found.add(format!("/nodes/{}", circle[0]), Fault::CircleWithoutDecision(self.ids(&circle)));
        }
        if let Some(circle) = circle_among(&ways_on, |at| self.is_decision(at)) {
            found.add(format!("/nodes/{}", circle[0]), Fault::CircleOfDecisions(self.ids(&circle)));
        }
    }

    fn ids(&self, nodes: &[usize]) -> Vec<NodeId> {
        nodes.iter().map(|&at| self.file.nodes[at].id.clone()).collect()
    }
}
