//! A generated roadmap of many nodes, as a flowchart that somebody might have written.

use std::fmt::Write;

/// The least number of nodes.
pub const NODES: usize = 1_000;

/// A flowchart in the shape of a roadmap: phases, some milestones, and a question at each branch.
pub fn flowchart() -> String {
    let graph = planner_in_wasm::map(NODES);
    let mut ways = vec![0; graph.nodes.len()];
    graph.edges.iter().for_each(|edge| ways[edge.from] += 1);
    let mut text = String::from("flowchart TD\n");
    for (at, ways) in ways.iter().enumerate() {
        let node = match (ways, at % 7) {
            (2.., _) => format!("{{\"Which way to take at place {at}?\"}}"),
            (_, 3) => format!("[\"Something that has been reached at {at}\"]"),
            _ => format!(
                "[\"What is learned at {at}<br/>Topic {at}a, Topic {at}b, Topic {at}c<br/>2-4 weeks\"]"
            ),
        };
        writeln!(text, "  N{at}{node}").expect("a text can be written to");
    }
    for (at, edge) in graph.edges.iter().enumerate() {
        let answer = if ways[edge.from] > 1 { format!("|Answer {at}|") } else { String::new() };
        writeln!(text, "  N{} -->{answer} N{}", edge.from, edge.to).expect("a text can be written to");
    }
    text
}
