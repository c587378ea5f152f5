//! The map of the Python roadmap.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use layout::{Edge, Graph, Layout, Point, Size};
use serde_json::Value;

use super::laws::keeps_the_laws;

/// The ids of the roadmap's nodes, and its graph with nodes of 200 by 64 units and labels of 7 units a letter.
fn shipped() -> (Vec<String>, Graph) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/roadmaps/python.json");
    let file: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let list = |name: &str| file[name].as_array().unwrap().clone();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let ids: Vec<String> = list("nodes").iter().map(|node| text(&node["id"])).collect();
    let places: BTreeMap<&str, usize> = ids.iter().map(String::as_str).zip(0..).collect();
    let edge = |edge: &Value| {
        let letters = text(&edge["label"]).chars().count() as i32;
        Edge {
            from: places[edge["from"].as_str().unwrap()],
            to: places[edge["to"].as_str().unwrap()],
            label: (letters > 0).then_some(Size { width: 7 * letters + 12, height: 20 }),
        }
    };
    let edges = list("edges").iter().map(edge).collect();
    let nodes = vec![Size { width: 200, height: 64 }; ids.len()];
    (ids, Graph { nodes, edges })
}

#[test]
fn the_shipped_roadmap_keeps_the_laws() {
    let (ids, graph) = shipped();
    assert_eq!((ids.len(), graph.edges.len()), (64, 79));
    keeps_the_laws(&graph).unwrap();
}

#[test]
fn no_edges_of_the_shipped_roadmap_cross() {
    let layout = Layout::of(&shipped().1);
    assert_eq!(crossings(&layout), 0);
}

/// The number of crossings.
fn crossings(layout: &Layout) -> usize {
    let pieces = |at: usize| layout.edges[at].points.windows(2);
    let cross = |one: usize, other: usize| {
        pieces(one).map(|a| pieces(other).filter(|b| crosses(a, b)).count()).sum::<usize>()
    };
    (0..layout.edges.len()).map(|other| (0..other).map(|one| cross(one, other)).sum::<usize>()).sum()
}

/// Whether two segments cross in a point that is an end of neither.
fn crosses(one: &[Point], other: &[Point]) -> bool {
    let side = |line: &[Point], point: Point| {
        let [x1, y1, x2, y2] = [line[0].x, line[0].y, line[1].x, line[1].y].map(i64::from);
        ((x2 - x1) * (i64::from(point.y) - y1) - (y2 - y1) * (i64::from(point.x) - x1)).signum()
    };
    side(one, other[0]) * side(one, other[1]) < 0 && side(other, one[0]) * side(other, one[1]) < 0
}

/// The map with the AI/ML path unfolded, and perhaps one more. Of the other paths only the first nodes are left, without
/// edges from them.
fn folded(and_unfolded: Option<&str>) -> (Vec<String>, Graph) {
    let (ids, graph) = shipped();
    let mut others = vec!["Web", "Auto", "DevOps", "Analytics", "Security", "Startup"];
    others.retain(|path| Some(*path) != and_unfolded);
    let firsts = ["WebDev", "Automation", "DevOps", "Analytics", "Security", "Startup"];
    let stays =
        |id: &String| firsts.contains(&id.as_str()) || !others.iter().any(|path| id.starts_with(path));
    let places: Vec<usize> = (0..ids.len()).filter(|&at| stays(&ids[at])).collect();
    let place = |node: usize| places.iter().position(|&at| at == node);
    let edge = |edge: &Edge| Some(Edge { from: place(edge.from)?, to: place(edge.to)?, label: edge.label });
    let edges = graph.edges.iter().filter_map(edge).collect();
    let nodes = places.iter().map(|&at| graph.nodes[at]).collect();
    (places.iter().map(|&at| ids[at].clone()).collect(), Graph { nodes, edges })
}

#[test]
fn a_folded_map_keeps_the_laws() {
    let (ids, graph) = folded(None);
    assert_eq!((ids.len(), graph.edges.len()), (22, 25));
    keeps_the_laws(&graph).unwrap();
    assert_eq!(crossings(&Layout::of(&graph)), 0);
}

/// Chains are straight.
#[test]
fn the_phases_of_a_path_lie_exactly_below_each_other() {
    let (ids, graph) = shipped();
    let layout = Layout::of(&graph);
    for path in ["AIML", "Web", "Auto", "DevOps", "Analytics", "Security", "Startup"] {
        let middle = |end: &str| {
            let at = ids.iter().position(|id| *id == format!("{path}{end}")).unwrap();
            layout.nodes[at].x
        };
        let of_chain = ["Phase1", "Phase2", "Phase3", "Projects", "Advanced"].map(middle);
        assert_eq!(of_chain, [of_chain[0]; 5], "{path}");
    }
}

/// A row of paths that is wider than the rows below determines their positions.
#[test]
fn an_unfolded_path_lies_exactly_above_its_phases() {
    let (ids, graph) = folded(Some("Analytics"));
    let layout = Layout::of(&graph);
    for path in ["AIML", "Analytics"] {
        let middle = |end: &str| {
            let at = ids.iter().position(|id| *id == format!("{path}{end}")).unwrap();
            layout.nodes[at].x
        };
        let of_chain = ["", "Phase1", "Phase2", "Phase3", "Projects"].map(middle);
        assert_eq!(of_chain, [of_chain[0]; 5], "{path}");
    }
}

/// Not a test: it draws the map as SVG files for a person to look at.
#[test]
#[ignore = "draws pictures"]
fn pictures() {
    picture("map", shipped());
    picture("folded", folded(None));
}

fn picture(name: &str, (ids, graph): (Vec<String>, Graph)) {
    let layout = Layout::of(&graph);
    let mut svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="-20 -20 {} {}"><rect x="-20" y="-20" width="100%" height="100%" fill="white"/>"#,
        layout.width + 40,
        layout.height + 40
    );
    for path in &layout.edges {
        let points: Vec<String> =
            path.points.iter().map(|point| format!("{},{}", point.x, point.y)).collect();
        let dash = if path.is_back { "6 4" } else { "none" };
        svg += &format!(
            r#"<polyline points="{}" fill="none" stroke="black" stroke-width="2" stroke-dasharray="{dash}"/>"#,
            points.join(" ")
        );
        let end = path.points.last().unwrap();
        svg += &format!(r#"<circle cx="{}" cy="{}" r="4"/>"#, end.x, end.y);
    }
    for (node, id) in layout.nodes.iter().zip(&ids) {
        svg += &format!(
            r##"<rect x="{}" y="{}" width="{}" height="{}" fill="#def" stroke="#36a"/><text x="{}" y="{}" font-size="16" text-anchor="middle">{id}</text>"##,
            node.x,
            node.y,
            node.width,
            node.height,
            node.x + node.width / 2,
            node.y + node.height / 2 + 5
        );
    }
    for label in layout.edges.iter().filter_map(|path| path.label) {
        svg += &format!(
            r##"<rect x="{}" y="{}" width="{}" height="{}" fill="#ffd" stroke="#cc8"/>"##,
            label.x, label.y, label.width, label.height
        );
    }
    svg += "</svg>";
    fs::write(Path::new(env!("CARGO_TARGET_TMPDIR")).join(name).with_extension("svg"), svg).unwrap();
    println!("{} x {}, {} crossings", layout.width, layout.height, crossings(&layout));
}
