use super::assert_shown;
use crate::import;
use crate::react_flow::read;

/// Nodes as `id type x y label`, edges as `from>to`, dashed ones as `from.to`.
fn drawing(nodes: &[(&str, &str, i32, i32, &str)], edges: &[&str]) -> String {
    let node = |(id, what, x, y, label): &(&str, &str, i32, i32, &str)| {
        let size =
            if *what == "section" { r#","width":300,"height":300"# } else { r#","width":20,"height":20"# };
        format!(
            r#"{{"id":"{id}","type":"{what}","position":{{"x":{x},"y":{y}}}{size},"data":{{"label":"{label}"}}}}"#
        )
    };
    let edge = |ends: &&str| {
        let (from, to) = ends.split_once(['>', '.']).unwrap();
        let dashes = if ends.contains('>') { "0" } else { "0.8 8" };
        format!(r#"{{"source":"{from}","target":"{to}","style":{{"strokeDasharray":"{dashes}"}}}}"#)
    };
    let nodes: Vec<String> = nodes.iter().map(node).collect();
    let edges: Vec<String> = edges.iter().map(edge).collect();
    format!(r#"{{"nodes":[{}],"edges":[{}]}}"#, nodes.join(","), edges.join(","))
}

#[track_caller]
fn assert_drawing(nodes: &[(&str, &str, i32, i32, &str)], edges: &[&str], expected: &str) {
    assert_shown(&read(&drawing(nodes, edges)).unwrap(), expected);
}

#[test]
fn topics_are_phases_along_the_solid_edges() {
    let outline = read(import!("reactflow.json")).unwrap();
    assert_shown(&outline, "Baking\nBread\n- Yeast\n- Sourdough\nCake\n- Sponge");
}

#[test]
fn edges_go_before_places_and_branches_are_walked_one_after_the_other() {
    let nodes = [
        ("e", "topic", 0, 900, "End"),
        ("a", "topic", 0, 500, "A"),
        ("b", "topic", 0, 0, "B"),
        ("c", "topic", 100, 0, "C"),
        ("d", "topic", 0, 700, "D"),
        ("p", "paragraph", 0, 50, "words"),
    ];
    assert_drawing(&nodes, &["a>b", "a>c", "b>p", "p>d", "c>e", "d>e"], "\nA\nB\nD\nC\nEnd");
    // A road in two pieces, and one that goes round in a circle.
    assert_drawing(&nodes, &["a>e", "b>d"], "\nB\nD\nC\nA\nEnd");
    assert_drawing(&nodes, &["a>b", "b>d", "d>a", "d>d"], "\nC\nEnd\nB\nD\nA");
}

#[test]
fn subtopics_belong_to_the_topic_that_leads_to_them_or_is_next_to_them() {
    let nodes = [
        ("t", "title", 0, -50, "T"),
        ("a", "topic", 0, 0, "A"),
        ("b", "topic", 0, 1000, "B"),
        ("s1", "subtopic", 0, 990, "dashed"),
        ("s2", "subtopic", 0, 995, "behind it"),
        ("s3", "subtopic", 0, 10, "solid"),
        ("s4", "subtopic", 0, 20, "near"),
        ("s5", "subtopic", 500, 0, "framed"),
        ("f", "section", 400, -100, ""),
        ("s6", "subtopic", 0, 2000, "backwards"),
    ];
    let edges = ["a.s1", "s1.s2", "b>s3", "b.f", "s6.a"];
    assert_drawing(&nodes, &edges, "T\nA\n- near\n- dashed\n- behind it\n- backwards\nB\n- framed\n- solid");
}

#[test]
fn a_frame_around_topics_groups_them() {
    let nodes = [
        ("f", "section", 0, 0, ""),
        ("l", "label", 50, 10, "First"),
        ("a", "topic", 50, 50, "A (2 weeks)"),
        ("b", "topic", 50, 500, "B"),
        ("s", "subtopic", 50, 550, "b: 3 hours"),
    ];
    assert_drawing(&nodes, &["a>b"], "\nA (2w) in First\nB (180min)\n- b (180min)");
}

#[test]
fn links_and_lists_of_a_topic_are_kept() {
    let text = r#"{"title":"Of the file","nodes":[
        {"id":1,"type":"topic","position":{"x":0,"y":0},"data":{"label":"A","done":true}},
        {"id":2,"type":"linksgroup","position":{"x":0,"y":9},"data":{"label":"","links":[
            {"id":"x","label":"Site","url":"https://example.org"},{"label":"Bad","url":"javascript:1"}]}},
        {"id":3,"type":"checklist","position":{"x":0,"y":9},"data":{"label":"","checklists":[{"label":"one"},{"label":"two"}]}},
        {"id":4,"type":"button","position":{"x":0,"y":9},"data":{"label":"Buy"}},
        {"id":5,"type":"topic","position":{"x":0,"y":90}}],"edges":"none"}"#;
    assert_shown(&read(text).unwrap(), "Of the file\nA\n- one done\n- two done\n> Site https://example.org");
}

#[test]
fn nodes_of_unknown_types_are_phases_where_none_is_a_topic() {
    let nodes = [("1", "default", 0, 10, "B"), ("0", "input", 0, 0, "A"), ("2", "subtopic", 0, 11, "b")];
    assert_drawing(&nodes, &["0>1", "1.2"], "\nA\nB\n- b");
    assert_drawing(&[("1", "subtopic", 0, 0, "only")], &[], "\nonly");
}

#[test]
fn more_than_anybody_drew_is_left_out() {
    let nodes = vec![("a", "topic", 0, 0, "A"); 2_100];
    assert_eq!(read(&drawing(&nodes, &[])).unwrap().phases.len(), 2_000);
    let mut edges = vec!["a>a"; 10_000];
    edges.push("b>a");
    let nodes = [("a", "topic", 0, 0, "A"), ("b", "topic", 0, 9, "B")];
    assert_drawing(&nodes, &edges, "\nA\nB");
    assert_drawing(&nodes, &edges[1..], "\nB\nA");
}

#[test]
fn other_json_is_no_drawing() {
    for text in [
        "",
        "[]",
        "{}",
        "1",
        r#"{"nodes":[]}"#,
        r#"{"nodes":[{"id":"a"}]}"#,
        r#"{"nodes":{"a":1}}"#,
        "{\"nodes\":[",
    ] {
        assert_eq!(read(text), None, "{text}");
    }
    assert_eq!(read(r#"{"nodes":[{"type":"button","data":{"label":"Buy"}}]}"#), None);
}
