//! Opening a learner's own roadmap: flowcharts become the graphs they draw, and written flowcharts can be opened again.

use std::fmt::Write;
use std::fs;
use std::path::Path;
use testkit::golden;

use formats::{MOST_ROADMAP_BYTES, OpenedRoadmap, RoadmapRefusal, mermaid, open_roadmap, write_mermaid};
use proptest::prelude::*;
use roadmap::{NodeFile, Roadmap, RoadmapFile, TopicFile, TopicId, shipped_roadmap};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn shipped() -> RoadmapFile {
    serde_json::from_str(&fs::read_to_string(root().join("static/roadmaps/python.json")).unwrap()).unwrap()
}

fn open(name: &str, text: &str) -> OpenedRoadmap {
    open_roadmap(name, text.as_bytes()).unwrap_or_else(|why| panic!("{why:?}\n{text}"))
}

/// A node as far as a flowchart can express it: without summaries, links and path guides.
fn shown(file: &RoadmapFile, node: &NodeFile) -> String {
    let topic = |id: &TopicId| file.topics.iter().find(|topic| topic.id == *id).unwrap().title.as_str();
    let topics: Vec<&str> = node.topics.iter().map(topic).collect();
    let projects: Vec<&str> = node.projects.iter().map(|project| project.title.as_str()).collect();
    let NodeFile { id, kind, title, icon, covers, weeks, minutes, .. } = node;
    let kind = String::from(kind.clone());
    format!("{id} {kind} {icon:?} {title:?} {weeks:?} {minutes:?} {topics:?} {projects:?} {covers:?}")
}

fn assert_same_graph(one: &RoadmapFile, other: &RoadmapFile) {
    let nodes = |file: &RoadmapFile| file.nodes.iter().map(|node| shown(file, node)).collect::<Vec<_>>();
    assert_eq!(nodes(one), nodes(other));
    assert_eq!(one.edges, other.edges);
}

#[test]
fn the_guide_has_the_graph_of_the_shipped_roadmap() {
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
    let opened = open("map.mmd", &write_mermaid(&shipped_roadmap()));
    assert_same_graph(&opened.file, &shipped());
    assert_eq!(opened.roadmap.about().title, shipped().title);
}

/// The title, nodes, edges and warnings of an opened text, or the refusal.
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
fn flowcharts_become_the_expected_roadmaps() {
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

/// Titles, some with Mermaid syntax or with numbers and units.
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
            // It has more bytes in lower case.
            "Ⱥ – Ⱥ",
            "W0,1",
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
    fn any_titles_survive_being_written_and_read(
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
        let file = file.with_ids();
        let roadmap = Roadmap::new(file.clone()).unwrap();
        let text = write_mermaid(&roadmap);
        let opened = open("map.mmd", &text);
        // Topics with the same slug are one topic.
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

/// Whether two titles have the same letters and digits, which identify topics in a flowchart.
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

#[test]
fn files_that_cannot_be_roadmaps_are_refused_with_reason_and_line() {
    let why = |text: &str| open_roadmap("file.md", text.as_bytes()).expect_err(text);
    assert_eq!(why("Tea\n\n```mermaid\npie\n```\n"), RoadmapRefusal::NoRoadmap);
    assert_eq!(why(""), RoadmapRefusal::NoRoadmap);
    assert_eq!(why("# Tea\n```mermaid\ngraph TD\n```"), RoadmapRefusal::NoStart { line: 3 });
    assert_eq!(why("graph TD\nA([Start]) --> B((End))"), RoadmapRefusal::NothingToStudy { line: 1 });
    assert_eq!(why("{\n  \"a\": }"), RoadmapRefusal::NotJson { line: 2, column: 8 });
    assert_eq!(why("[1, 2]"), RoadmapRefusal::NotARoadmap);
    assert_eq!(why("{\"waymark_plan\": 2}"), RoadmapRefusal::APlan);
    assert_eq!(why("{\"waymark_roadmap\": 7, \"new\": true}"), RoadmapRefusal::NewerVersion { version: 7 });
    assert_eq!(
        why("{\"waymark_roadmap\": 1,\n\"topics\": [{ \"id\": 5 }]}"),
        RoadmapRefusal::NotInForm {
            line: 2,
            column: 20,
            path: "topics[0].id".to_owned(),
            what: "invalid type: integer `5`, expected a string".to_owned(),
        }
    );
    let no_start = serde_json::to_string(&RoadmapFile { edges: Vec::new(), ..shipped() }).unwrap();
    assert!(matches!(why(&no_start), RoadmapRefusal::Problems(problems) if problems.len() > 60));
    let bytes = open_roadmap("file.md", b"graph TD\nA\0\xff").expect_err("no text");
    assert_eq!(bytes, RoadmapRefusal::NotText { line: 2 });
}

/// Those in brackets, and those with a bullet of the second level.
#[test]
fn items_within_items_are_steps_of_their_topic() {
    let chart = "flowchart TD
        A([Start]) --> B[Basics<br/>3 weeks<br/>• Types (int, str, list)<br/>• Control flow<br/>◦ Loops<br/>◦ Branches<br/>• Files (2)]";
    let file = open("guide.md", chart).file;
    let steps = |topic: &TopicFile| -> Vec<(String, u32)> {
        topic.steps.iter().map(|step| (step.title.clone(), step.share)).collect()
    };
    let topics: Vec<_> = file.topics.iter().map(|topic| (topic.title.as_str(), steps(topic))).collect();
    let all =
        |steps: &[(&str, u32)]| steps.iter().map(|(title, share)| ((*title).to_owned(), *share)).collect();
    assert_eq!(
        topics,
        [
            ("Types (int, str, list)", all(&[("int", 34), ("str", 33), ("list", 33)])),
            ("Control flow", all(&[("Loops", 50), ("Branches", 50)])),
            ("Files (2)", all(&[])),
        ]
    );
    assert!(Roadmap::new(file).is_ok());
}

#[test]
fn labels_at_the_end_and_large_efforts_are_read() {
    // Regressions: a label at the very end of the file, and an effort of more than six digits in minutes.
    assert_eq!(mermaid::read("graph TD\nA -- \"x\"").warnings.len(), 1);
    let long = open("a.mmd", "graph TD\nA --> B[Work<br/>65536 hours]");
    assert_same_graph(&open("a.mmd", &write_mermaid(&long.roadmap)).file, &long.file);
}

#[test]
fn files_over_a_limit_are_refused_with_the_limit() {
    let large = format!("graph TD\n{}", " ".repeat(MOST_ROADMAP_BYTES - 9));
    assert!(
        open_roadmap("a.mmd", large.as_bytes())
            .is_err_and(|why| why != RoadmapRefusal::TooLarge { limit: MOST_ROADMAP_BYTES })
    );
    let larger = open_roadmap("a.mmd", format!("{large} ").as_bytes()).expect_err("too large");
    assert_eq!(larger, RoadmapRefusal::TooLarge { limit: MOST_ROADMAP_BYTES });

    let chain = |nodes: usize| {
        let all: Vec<String> = (0..nodes).map(|node| format!("N{node}[1 week]")).collect();
        format!("graph TD\n{}", all.join("\n --> "))
    };
    assert_eq!(open("a.mmd", &chain(2_000)).file.nodes.len(), 2_001, "a start is added");
    let refusal = |text: &str| open_roadmap("a.mmd", text.as_bytes()).expect_err("too many");
    assert_eq!(refusal(&chain(2_001)), RoadmapRefusal::TooMany { nodes: 2_000, edges: 10_000, line: 2_002 });
    let half: Vec<String> = (0..101).map(|node| format!("N{node}")).collect();
    let crossing = format!("graph TD\n{} --> {}", half.join(" & "), half.join("x & "));
    assert_eq!(refusal(&crossing), RoadmapRefusal::TooMany { nodes: 2_000, edges: 10_000, line: 2 });
}

#[test]
fn an_opened_roadmap_opens_again_from_its_json() {
    let guide = fs::read_to_string(root().join("tests/data/flowcharts/splits.txt")).unwrap();
    let opened = open("splits.txt", guide.split("\n----").next().unwrap());
    let again = open("splits.json", &serde_json::to_string(&opened.file).unwrap());
    assert_eq!((&again.file, &again.roadmap), (&opened.file, &opened.roadmap));
    assert_eq!(again.warnings, []);
}
