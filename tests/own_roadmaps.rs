//! A learner's own roadmap: a guide's flowchart gives the graph it draws, and what is written can be opened again.

mod golden;

use std::fmt::Write;
use std::fs;
use std::path::Path;

use proptest::prelude::*;
use waymark::planner::TopicId;
use waymark::planner::roadmap::{NodeFile, Roadmap, RoadmapFile};
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

/// Words as people may write them, signs of Mermaid and numbers with units among them.
fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[ -~]{1,20}",
        "\\PC{1,12}",
        prop::sample::select(vec![
            "2 weeks",
            "🚀 go",
            "end",
            "a, b",
            "- item",
            "`x`",
            "#35;",
            "3d",
            "<br/>",
            "1️⃣ x",
            "\\n"
        ])
        .prop_map(str::to_owned),
    ]
    .prop_map(|words| words.split_whitespace().collect::<Vec<_>>().join(" "))
    .prop_filter("a title has words", |words| !words.is_empty())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn whatever_a_roadmap_is_called_its_map_reads_as_the_same_graph(
        titles in prop::collection::vec(words(), 7),
        weeks in (0_u32..9, 1_u32..9),
        minutes in any::<bool>(),
    ) {
        let [a, b, c, d, e, f, g] = &titles[..] else { unreachable!("there are seven") };
        let span = serde_json::json!({ "low": weeks.0, "high": weeks.0 + weeks.1 });
        let unit = if minutes { "minutes" } else { "weeks" };
        let form = serde_json::json!({
            "waymark_roadmap": 1, "id": "odd", "title": a, "summary": "", "reference_hours_per_week": 10, "reference_note": "",
            "topics": [{ "id": "t", "title": c }, { "id": "u", "title": d }],
            "nodes": [
                { "id": "Begin", "kind": "start", "title": b },
                { "id": "Ask", "kind": "decision", "title": c },
                { "id": "Learn", "kind": "phase", "title": d, unit: span, "topics": ["t", "u"] },
                { "id": "Build", "kind": "projects", "title": e, "projects": [
                    { "id": "p", "title": f, "summary": "", "estimate_hours": { "low": 1, "high": 2 } },
                    { "id": "q", "title": b, "summary": "", "estimate_hours": { "low": 1, "high": 2 } }
                ] },
                { "id": "Far", "kind": "track", "title": g, "covers": [a, f] },
                { "id": "Path", "kind": "path", "title": f },
                { "id": "Done", "kind": "milestone", "title": a, "covers": [e] }
            ],
            "edges": [
                { "from": "Begin", "to": "Ask" }, { "from": "Ask", "to": "Path", "label": format!("1 {a}") },
                { "from": "Ask", "to": "Far", "label": format!("2 {b}") }, { "from": "Path", "to": "Learn" },
                { "from": "Learn", "to": "Build" }, { "from": "Build", "to": "Done" }, { "from": "Far", "to": "Done" }
            ]
        });
        let file: RoadmapFile = serde_json::from_value(form).unwrap();
        let roadmap = Roadmap::new(file.clone()).unwrap();
        let text = mermaid::write(&roadmap);
        let opened = open("map.mmd", &text);
        // Topics that are called alike are one, so their titles are compared, each once.
        let mut file = file;
        if slugs_alike(c, d) {
            file.nodes[2].topics.truncate(1);
        }
        prop_assert_eq!(opened.file.nodes.len(), 7, "{}", text);
        for (one, other) in file.nodes.iter().zip(&opened.file.nodes) {
            prop_assert_eq!(shown(&file, one), shown(&opened.file, other), "{}", text);
        }
        prop_assert_eq!(&opened.file.edges, &file.edges, "{}", text);
    }
}

/// Whether two titles have the same letters and digits, which is all that tells topics of a flowchart apart.
fn slugs_alike(one: &str, other: &str) -> bool {
    let slug = |title: &str| -> Vec<String> {
        let title = title.replace('\'', "").to_lowercase();
        title
            .split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect()
    };
    slug(one) == slug(other)
}
