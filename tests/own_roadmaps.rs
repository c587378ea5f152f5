//! A learner's own roadmap: a guide's flowchart gives the graph it draws, and what is written can be opened again.

use std::fs;
use std::path::Path;

use waymark::planner::TopicId;
use waymark::planner::roadmap::{NodeFile, RoadmapFile};
use waymark::storage::{OpenedRoadmap, mermaid, open_roadmap, shipped_roadmap};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn shipped() -> RoadmapFile {
    serde_json::from_str(&fs::read_to_string(root().join("static/roadmaps/python.json")).unwrap()).unwrap()
}

fn open(name: &str, text: &str) -> OpenedRoadmap {
    open_roadmap(name, text.as_bytes()).unwrap_or_else(|why| panic!("{why:?}\n{text}"))
}

/// What a flowchart can say of a node: all but summaries, links and what helps to choose.
fn shown(file: &RoadmapFile, node: &NodeFile) -> String {
    let topic = |id: &TopicId| file.topics.iter().find(|topic| topic.id == *id).unwrap().title.as_str();
    let topics: Vec<&str> = node.topics.iter().map(topic).collect();
    let projects: Vec<&str> = node.projects.iter().map(|project| project.title.as_str()).collect();
    let NodeFile { id, kind, title, icon, covers, weeks, minutes, .. } = node;
    format!("{id} {kind} {icon:?} {title:?} {weeks:?} {minutes:?} {topics:?} {projects:?} {covers:?}")
}

fn assert_same_graph(one: &RoadmapFile, other: &RoadmapFile) {
    let nodes = |file: &RoadmapFile| file.nodes.iter().map(|node| shown(file, node)).collect::<Vec<_>>();
    assert_eq!(nodes(one), nodes(other));
    assert_eq!(one.edges, other.edges);
}

#[test]
fn the_guide_itself_gives_the_graph_of_the_shipped_roadmap() {
    let Ok(guide) = fs::read_to_string(root().join("../shared/guide.md")) else {
        eprintln!("skipped: the guide is not beside this repository");
        return;
    };
    let opened = open("guide.md", &guide);
    assert_same_graph(&opened.file, &shipped());
    assert_eq!(opened.roadmap.about().title, "Python Learning Roadmap - Visual Navigation Guide");
    println!("{:?}", opened.warnings);
}

#[test]
fn the_shipped_roadmap_written_as_a_flowchart_reads_as_the_same_graph() {
    let opened = open("map.mmd", &mermaid::write(&shipped_roadmap()));
    assert_same_graph(&opened.file, &shipped());
    assert_eq!(opened.roadmap.about().title, shipped().title);
}
