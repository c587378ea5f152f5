//! A learner's own roadmap: a guide's flowchart gives the graph it draws, and what is written can be opened again.

mod golden;

use std::fmt::Write;
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

/// What becomes of a text: the title, the nodes with what a flowchart can say of them, the edges, the warnings; or why not.
fn outcome(name: &str, text: &str) -> String {
    let mut out = String::new();
    let opened = match open_roadmap(name, text.as_bytes()) {
        Ok(opened) => opened,
        Err(why) => return format!("{why:?}\n"),
    };
    let about = opened.roadmap.about();
    writeln!(out, "{} ({})\n", about.title, about.id).unwrap();
    for node in &opened.file.nodes {
        writeln!(out, "{}", shown(&opened.file, node)).unwrap();
    }
    out.push('\n');
    for edge in &opened.file.edges {
        writeln!(out, "{} -> {} {}", edge.from, edge.to, edge.label).unwrap();
    }
    out.push('\n');
    for warning in &opened.warnings {
        let line = warning.line.map_or("-".to_owned(), |line| line.to_string());
        writeln!(out, "{line}: {:?}", warning.what).unwrap();
    }
    out
}

#[test]
fn flowcharts_become_the_roadmaps_written_below_them() {
    let folder = "tests/data/flowcharts";
    let mut names: Vec<String> = fs::read_dir(root().join(folder))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert!(names.len() > 8);
    let dashes = format!("\n{}\n", "-".repeat(40));
    for name in names {
        let path = format!("{folder}/{name}");
        let text = fs::read_to_string(root().join(&path)).unwrap();
        let input = text.split(&dashes).next().unwrap().trim_end();
        golden::check(&path, &format!("{input}\n{dashes}\n{}", outcome(&name, input)));
    }
}
