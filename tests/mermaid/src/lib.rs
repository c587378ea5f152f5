//! The results of two readers of Mermaid in comparable forms: of flowcharts here, of Gantt charts in [`schedule`].

pub mod schedule;

use formats::mermaid;
use merman_core::{Engine, ParseOptions};
use serde_json::Value;

#[derive(Debug, PartialEq, Eq)]
pub struct Graph {
    /// `id: label`, sorted.
    pub nodes: Vec<String>,
    /// `from -> to: label`, in the order of the text.
    pub edges: Vec<String>,
}

/// Reads a text with this project's reader.
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

/// Reads a text with merman-core.
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

/// A label as a person reads it; both readers keep its markup.
fn shown(label: &str, is_markdown: bool) -> String {
    let label = if is_markdown { label.replace("**", "").replace('*', "") } else { label.to_owned() };
    let lines: Vec<String> = mermaid::lines(&label).into_iter().map(mermaid::plain).collect();
    lines.join(" / ").split_whitespace().collect::<Vec<_>>().join(" ")
}
