//! The map of the Python roadmap as drawn by Mermaid and by the layout crate, with the sizes of Mermaid's nodes and labels.
//! Prints lengths, crossings and lines through nodes of both as Markdown; fails if the layout is worse in any.
//!
//! Both drawings are measured in the same way, on points along the lines two units apart. Slanted pieces of edges are
//! measured as the curves that the page draws, which are longer than straight ones.

use std::fs;

use browser_tests::{Person, in_each_browser_at, mermaid_script};
use formats::write_mermaid;
use layout::{Edge, EdgePath, Graph, Layout, Point, Rect, Size};
use roadmap::{Roadmap, shipped_roadmap};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

#[derive(Deserialize)]
struct Drawing {
    width: f64,
    height: f64,
    nodes: Vec<Node>,
    lines: Vec<Line>,
}

#[derive(Clone, Deserialize, Serialize)]
struct Node {
    name: String,
    x: f64,
    y: f64,
    width: f64,
    height: f64,
    pointed: bool,
}

#[derive(Deserialize)]
struct Line {
    name: String,
    label: Option<(f64, f64)>,
    points: Vec<(f64, f64)>,
}

#[derive(Deserialize)]
struct Measured {
    length: f64,
    crossings: u32,
    through: u32,
}

fn main() {
    let folder = tempfile::tempdir().expect("a folder for the page");
    let page = folder.path().join("mermaid.html");
    fs::write(&page, page_text()).expect("the page can be written");
    let roadmap = shipped_roadmap();
    let diamonds = write_mermaid(&roadmap);
    // Again with rectangles only, so that nothing but the layout differs.
    let boxes = diamonds.replace("{\"", "[\"").replace("\"}", "\"]");
    in_each_browser_at(&page, async |person| {
        println!("The Python roadmap, drawn by both with the same sizes of nodes and labels.\n");
        println!("| drawing | size | length of lines | in nodes' widths | crossings | through a node |");
        println!("| --- | --- | --- | --- | --- | --- |");
        let are_better = [
            compare(&person, &roadmap, "diamonds", &diamonds).await,
            compare(&person, &roadmap, "boxes", &boxes).await,
        ];
        assert_eq!(are_better, [true; 2], "Mermaid's drawing has shorter lines or fewer crossings");
    });
}

/// Draws the roadmap with Mermaid and with this layout, prints the figures of both, and returns whether ours are better.
async fn compare(person: &Person, roadmap: &Roadmap, decisions: &str, text: &str) -> bool {
    let theirs: Drawing = ask(person, "drawnByMermaid(given)", json!(text)).await;
    let nodes = in_order(roadmap, &theirs);
    let graph = graph(roadmap, &theirs, &nodes);
    let layout = Layout::of(&graph);
    let there = measured(person, &graph, &nodes, theirs.lines.iter().map(|line| json!(line.points))).await;
    let placed = placed(&nodes, &layout);
    let lines = layout.edges.iter().zip(&graph.edges).map(|(path, edge)| json!(data(path, edge, &placed)));
    let here = measured(person, &graph, &placed, lines).await;

    let width = nodes.iter().map(|node| node.width).sum::<f64>() / nodes.len() as f64;
    let row = |name: &str, size: (f64, f64), drawn: &Measured| {
        let Measured { length, crossings, through } = drawn;
        let (across, down) = size;
        let widths = length / width;
        println!(
            "| {name}, decisions as {decisions} | {across:.0} × {down:.0} | {length:.0} | {widths:.1} | {crossings} | {through} |"
        );
    };
    row("Mermaid", (theirs.width, theirs.height), &there);
    row("here", (layout.width.into(), layout.height.into()), &here);
    here.through == 0 && here.crossings <= there.crossings && here.length < there.length
}

/// A page with Mermaid and the script that measures drawings.
fn page_text() -> String {
    let scripts = [mermaid_script(), include_str!("look.js").to_owned()]
        .map(|script| format!("<script>{}</script>", script.replace("</script", "<\\/script")));
    let head = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><link rel=\"icon\" href=\"data:,\">";
    format!("{head}<title>Mermaid</title><body>{}</body></html>", scripts.concat())
}

/// Measures a drawing; its lines are points or path data.
async fn measured(
    person: &Person,
    graph: &Graph,
    nodes: &[Node],
    lines: impl Iterator<Item = Value>,
) -> Measured {
    let line = |(line, edge): (Value, &Edge)| json!({ "from": edge.from, "to": edge.to, "line": line });
    let lines: Vec<Value> = lines.zip(&graph.edges).map(line).collect();
    ask(person, "measured(given.nodes, given.lines)", json!({ "nodes": nodes, "lines": lines })).await
}

/// Evaluates an expression of `given` in the page, and awaits it.
async fn ask<T: DeserializeOwned>(person: &Person, expression: &str, given: Value) -> T {
    let script = format!(
        "const [given, done] = arguments;
        (async () => {expression})().then(done, (problem) => done(String(problem)));"
    );
    let answer = person.runs_until_done(&script, &[given]).await;
    let problem = answer.as_str().unwrap_or_default().to_owned();
    serde_json::from_value(answer).unwrap_or_else(|error| panic!("{error}: {problem}"))
}

/// The nodes as Mermaid drew them, in the order of the roadmap.
fn in_order(roadmap: &Roadmap, drawing: &Drawing) -> Vec<Node> {
    let named = |name: &str| drawing.nodes.iter().find(|node| node.name == name);
    roadmap
        .nodes()
        .iter()
        .map(|node| named(node.id.as_str()).expect("Mermaid drew every node").clone())
        .collect()
}

/// The same nodes in this layout.
fn placed(nodes: &[Node], layout: &Layout) -> Vec<Node> {
    let place = |(node, rect): (&Node, &Rect)| Node {
        x: rect.x.into(),
        y: rect.y.into(),
        width: rect.width.into(),
        height: rect.height.into(),
        ..node.clone()
    };
    nodes.iter().zip(&layout.nodes).map(place).collect()
}

/// The roadmap with the sizes that Mermaid drew.
fn graph(roadmap: &Roadmap, drawing: &Drawing, nodes: &[Node]) -> Graph {
    let size = |width: f64, height: f64| Size { width: width.ceil() as i32, height: height.ceil() as i32 };
    let place = |id| roadmap.nodes().iter().position(|node| node.id == id).expect("the roadmap is checked");
    assert_eq!(drawing.lines.len(), roadmap.edges().len(), "Mermaid drew every edge");
    let edges = roadmap.edges().iter().zip(&drawing.lines).map(|(edge, line)| {
        assert!(
            line.name.contains(&format!("L_{}_{}_", edge.from, edge.to)),
            "{} is out of order",
            line.name
        );
        assert_eq!(edge.label.is_empty(), line.label.is_none(), "{} and its label", line.name);
        let label = line.label.map(|(width, height)| size(width, height));
        Edge { from: place(edge.from.clone()), to: place(edge.to.clone()), label }
    });
    Graph { nodes: nodes.iter().map(|node| size(node.width, node.height)).collect(), edges: edges.collect() }
}

/// An edge as the page draws it: where it slants it leaves and arrives vertically. It is longer by the gap between
/// a pointed node and its box there.
fn data(path: &EdgePath, edge: &Edge, nodes: &[Node]) -> String {
    let [.., last] = path.points[..] else { panic!("every edge is drawn") };
    let first = path.points[0];
    let mut data = format!("M{} {}L{} {}", first.x, border(first, &nodes[edge.from]), first.x, first.y);
    for pair in path.points.windows(2) {
        let [from, Point { x, y }] = [pair[0], pair[1]];
        if from.x != x && from.y != y {
            let middle = (from.y + y) / 2;
            data += &format!("C{} {middle} {x} {middle} {x} {y}", from.x);
        } else {
            data += &format!("L{x} {y}");
        }
    }
    data + &format!("L{} {}", last.x, border(last, &nodes[edge.to]))
}

/// The y at which the shape of a node begins, above or below a point on the border of its box.
fn border(point: Point, node: &Node) -> f64 {
    let middle = node.y + node.height / 2.0;
    let away = (f64::from(point.x) - node.x - node.width / 2.0).abs() / (node.width / 2.0);
    let y = f64::from(point.y);
    if node.pointed && away < 0.99 { middle + (y - middle) * (1.0 - away) } else { y }
}
