//! A builder of roadmaps without decisions.

use roadmap::{
    EdgeFile, KindName, NodeFile, NodeId, ProjectFile, Roadmap, RoadmapFile, Span, TopicFile, TopicId,
};

/// Nodes in a single chain, with their topics.
pub struct RoadmapBuilder {
    topics: Vec<TopicFile>,
    nodes: Vec<NodeFile>,
}

pub fn topic_id(number: usize) -> TopicId {
    format!("topic-{number}").into()
}

impl RoadmapBuilder {
    pub fn new() -> Self {
        Self { topics: Vec::new(), nodes: vec![node("start", KindName::Start)] }
    }

    /// Adds a topic, which may require earlier and later ones.
    pub fn topic(&mut self, weight: u32, requires: impl IntoIterator<Item = usize>) {
        let id = topic_id(self.topics.len());
        let requires = requires.into_iter().map(topic_id).collect();
        self.topics.push(TopicFile {
            title: id.to_string(),
            id,
            summary: String::new(),
            weight,
            requires,
            steps: Vec::new(),
        });
    }

    /// Adds a phase of so many weeks.
    pub fn phase(&mut self, low: u32, high: u32, topics: impl IntoIterator<Item = usize>) {
        self.add_phase(NodeFile { weeks: Some(Span { low, high }), ..node("", KindName::Phase) }, topics);
    }

    /// Adds a phase of so many minutes.
    pub fn short_phase(&mut self, low: u32, high: u32, topics: impl IntoIterator<Item = usize>) {
        self.add_phase(NodeFile { minutes: Some(Span { low, high }), ..node("", KindName::Phase) }, topics);
    }

    fn add_phase(&mut self, phase: NodeFile, topics: impl IntoIterator<Item = usize>) {
        let id = format!("phase-{}", self.nodes.len());
        let topics = topics.into_iter().map(topic_id).collect();
        self.nodes.push(NodeFile { id: id.as_str().into(), title: id, topics, ..phase });
    }

    pub fn project(&mut self, low: u32, high: u32) {
        let id = format!("project-{}", self.nodes.len());
        let project = ProjectFile {
            id: id.as_str().into(),
            title: id.clone(),
            summary: String::new(),
            estimate_hours: Span { low, high },
            assumed: false,
            within: None,
            milestones: Vec::new(),
            optional: false,
        };
        self.nodes.push(NodeFile { projects: vec![project], ..node(&id, KindName::Projects) });
    }

    pub fn into_roadmap(self, hours_per_week: u32) -> Roadmap {
        let ids: Vec<&NodeId> = self.nodes.iter().map(|node| &node.id).collect();
        let edge = |pair: &[&NodeId]| EdgeFile {
            from: pair[0].clone(),
            to: pair[1].clone(),
            id: None,
            label: String::new(),
        };
        let edges = ids.windows(2).map(edge).collect();
        let file = RoadmapFile {
            building_percent: None,
            schema: None,
            waymark_roadmap: 1,
            id: "made-up".into(),
            title: "Made up".to_owned(),
            summary: String::new(),
            reference_hours_per_week: hours_per_week,
            reference_note: String::new(),
            topics: self.topics,
            nodes: self.nodes,
            edges,
            resources: Vec::new(),
            success: Vec::new(),
            pitfalls: Vec::new(),
            next_steps: Vec::new(),
            quick_links: Vec::new(),
            content: None,
        };
        Roadmap::new(file).expect("the builder makes valid roadmaps")
    }
}

fn node(id: &str, kind: KindName) -> NodeFile {
    NodeFile {
        id: id.into(),
        kind: kind.into(),
        title: id.to_owned(),
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
