//! What two readers make of the same flowchart, in one form that can be compared.

use formats::mermaid;
use merman_core::{Engine, ParseOptions};
use serde_json::Value;

/// A flowchart as lines of text: its nodes with their labels, then its edges with theirs.
#[derive(Debug, PartialEq, Eq)]
pub struct Graph {
    /// Each node as `id: label`, by id.
    pub nodes: Vec<String>,
    /// Each edge as `from -> to: label`, in the order in which they are written.
    pub edges: Vec<String>,
}

/// What this project's reader makes of a text.
pub fn ours(text: &str) -> Graph {
    let chart = mermaid::read(text);
    let id = |at: usize| &chart.nodes[at].id;
    let is_subgraph = |at: usize| chart.subgraphs.iter().any(|subgraph| subgraph.id == *id(at));
    let nodes = (0..chart.nodes.len()).filter(|&at| !is_subgraph(at));
    let mut nodes: Vec<String> =
        nodes.map(|at| format!("{}: {}", id(at), shown(&chart.nodes[at].text, false))).collect();
    nodes.sort();
    let edge = |edge: &mermaid::FlowEdge| {
        format!("{} -> {}: {}", id(edge.from), id(edge.to), shown(&edge.text, false))
    };
    Graph { nodes, edges: chart.edges.iter().map(edge).collect() }
}

/// What merman-core makes of it; nothing if it refuses the text.
pub fn theirs(text: &str) -> Result<Graph, String> {
    let parsed = Engine::new().parse_diagram_sync(text, ParseOptions::default());
    let model = match parsed {
        Ok(Some(parsed)) => parsed.model,
        Ok(None) => return Err("no diagram".to_owned()),
        Err(why) => return Err(why.to_string()),
    };
    let list = |name: &str| model[name].as_array().cloned().unwrap_or_default();
    let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let label = |value: &Value| shown(&word(&value["label"]), value["labelType"] == "markdown");
    let subgraphs: Vec<String> = list("subgraphs").iter().map(|subgraph| word(&subgraph["id"])).collect();
    let mut nodes: Vec<String> = list("nodes")
        .iter()
        .filter(|node| !subgraphs.contains(&word(&node["id"])))
        .map(|node| {
            let id = word(&node["id"]);
            let label = if node["label"].is_null() { shown(&id, false) } else { label(node) };
            format!("{id}: {label}")
        })
        .collect();
    nodes.sort();
    let edge = |edge: &Value| format!("{} -> {}: {}", word(&edge["from"]), word(&edge["to"]), label(edge));
    Ok(Graph { nodes, edges: list("edges").iter().map(edge).collect() })
}

/// A label as a person sees it: both readers keep the signs of layout.
fn shown(label: &str, is_marked: bool) -> String {
    let label = if is_marked { label.replace("**", "").replace('*', "") } else { label.to_owned() };
    let lines: Vec<String> = mermaid::lines(&label).into_iter().map(mermaid::plain).collect();
    lines.join(" / ").split_whitespace().collect::<Vec<_>>().join(" ")
}
