//! Turns a roadmap as written into a checked one, or lists everything that is wrong with it.

mod annotations;
mod content;
mod cycle;
mod graph;
mod nodes;
mod order;
mod steps;
mod topics;

use std::collections::BTreeMap;
use std::fmt::{Arguments, Display};

use crate::{
    About, Content, Edge, EdgeFile, Fault, Kind, KindName, Level, Material, Minutes, Node, Pitfall,
    PitfallFile, Problem, Roadmap, RoadmapFile, Sign, SignFile, Span, SuccessFile, TopicId,
};
use annotations::check_annotations;
use graph::{Adjacency, check_node_ids, check_start};
use nodes::{NodeCheck, building, check_projects, check_statements};
use steps::check_steps;
use topics::{check_required, check_topics};

/// The newest version of the form that is read.
const VERSION: u32 = 2;
const HOURS_A_WEEK: u32 = 7 * 24;
const LONGEST_MONTHS: u32 = 240;

/// Its parts with loops are never inlined. Inlined into one function of 36 kB full of loops, they made the browser's
/// optimizing compiler spend 50 ms or more in the background of every start, which slowed down everything else.
pub fn check(file: RoadmapFile) -> Result<Roadmap, Vec<Problem>> {
    let file = file.with_ids();
    let mut problems = Problems::default();
    check_header(&file, &mut problems);
    let by_id = check_node_ids(&file, &mut problems);
    check_annotations(&file, &by_id, &mut problems);
    check_steps(&file, &mut problems);
    let topics = check_topics(&file, &mut problems);
    check_required(&file, &topics, &mut problems);
    let pace = Minutes::hours(file.reference_hours_per_week);
    let building = building(&file);
    let nodes = NodeCheck { topics: &topics, pace, building, problems: &mut problems }.check_all(&file);
    check_projects(&file, &mut problems);
    check_statements(&file, &mut problems);
    let starts = check_start(&file, &mut problems);
    let adjacency = Adjacency::new(&file, &by_id, &mut problems);
    adjacency.check_answers(&mut problems);
    adjacency.check_cycles(&mut problems);
    adjacency.check_reachable(&starts, &mut problems);
    let outgoing = adjacency.edges();
    match (starts.as_slice(), problems.all.is_empty()) {
        (&[start], true) => Roadmap {
            outgoing,
            ranks: adjacency.ranks(start),
            first_phases: first_phases(&nodes),
            nodes: nodes.into_iter().flatten().collect(),
            edges: file.edges.into_iter().map(edge).collect(),
            topics: topics.into_iter().map(|(id, topic)| (id, topic.into())).collect(),
            by_id,
            start,
            content: Content::default(),
            about: About {
                id: file.id,
                title: file.title,
                summary: file.summary,
                reference_pace: pace,
                reference_note: file.reference_note,
                building_percent: file.building_percent,
                resources: file.resources,
                success: file.success.into_iter().map(level).collect(),
                pitfalls: file.pitfalls.into_iter().filter_map(pitfall).collect(),
                next_steps: file.next_steps,
                quick_links: file.quick_links,
            },
        }
        .with_content(file.content.unwrap_or_default()),
        _ => Err(problems.all),
    }
}

/// Checks learning content for a roadmap.
pub fn check_content(content: &Content, roadmap: &Roadmap) -> Result<(), Vec<Problem>> {
    let mut problems = Problems::default();
    content::check_content(content, roadmap, &mut problems);
    if problems.all.is_empty() { Ok(()) } else { Err(problems.all) }
}

fn level(SuccessFile { title, months, signs }: SuccessFile) -> Level {
    let sign = |SignFile { id, text, suggest }| Some(Sign { id: id?, text, suggest });
    Level { title, months, signs: signs.into_iter().filter_map(sign).collect() }
}

fn pitfall(PitfallFile { id, title, problem, answer, triggers }: PitfallFile) -> Option<Pitfall> {
    Some(Pitfall { id: id?, title, problem, answer, triggers })
}

fn edge(EdgeFile { from, to, id, label }: EdgeFile) -> Edge {
    Edge { from, to, answer: id, label }
}

/// For each topic of a phase the index of the first phase that names it.
fn first_phases(nodes: &[Option<Node>]) -> BTreeMap<TopicId, usize> {
    let mut first = BTreeMap::new();
    for (index, node) in nodes.iter().enumerate() {
        if let Some(Kind::Phase(phase)) = node.as_ref().map(|node| &node.kind) {
            for topic in &phase.topics {
                first.entry(topic.clone()).or_insert(index);
            }
        }
    }
    first
}

/// The problems found so far, and checks that many fields have in common.
///
/// JSON Pointers are built only for actual problems: most roadmaps have none, and each start of the page checks one.
#[derive(Default)]
struct Problems {
    all: Vec<Problem>,
}

impl Problems {
    fn add(&mut self, place: impl Display, fault: Fault) {
        self.all.push(Problem { place: place.to_string(), fault });
    }

    fn not_empty(&mut self, place: impl Display, text: &str) {
        if text.trim().is_empty() {
            self.add(place, Fault::Empty);
        }
    }

    fn in_range(&mut self, place: impl Display, value: u32, low: u32, high: u32) {
        if !(low..=high).contains(&value) {
            self.add(place, Fault::OutOfRange { low, high });
        }
    }

    fn span(&mut self, place: Arguments, span: Span, highest: u32) {
        if span.low > span.high {
            self.add(place, Fault::Reversed);
        }
        self.in_range(format_args!("{place}/high"), span.high.max(span.low), 1, highest);
    }

    fn link(&mut self, place: Arguments, material: &Material) {
        self.not_empty(format_args!("{place}/title"), &material.title);
        if !material.leads_to_the_web() {
            self.add(format!("{place}/url"), Fault::BadLink(material.url.clone()));
        }
    }
}

fn check_header(file: &RoadmapFile, problems: &mut Problems) {
    if !(1..=VERSION).contains(&file.waymark_roadmap) {
        problems.add("/waymark_roadmap", Fault::UnsupportedVersion(file.waymark_roadmap));
    }
    problems.not_empty("/id", file.id.as_str());
    problems.not_empty("/title", &file.title);
    problems.in_range("/reference_hours_per_week", file.reference_hours_per_week, 1, HOURS_A_WEEK);
    if let Some(percent) = file.building_percent {
        problems.in_range("/building_percent", percent, 0, 100);
    }
    // A phase without effort is reported where it is.
    if !file.nodes.iter().any(|node| node.is(KindName::Phase)) {
        problems.add("/nodes", Fault::NothingWithEffort);
    }
}
