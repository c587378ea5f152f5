//! Which kind of roadmap node a flowchart's node becomes.

use crate::graph::{DraftNode, Graph};
use crate::label::lists_projects;
use roadmap::KindName;

/// The kind of each node, by index.
pub fn kinds(graph: &Graph<'_>) -> Vec<KindName> {
    let mut is_answer = vec![false; graph.nodes.len()];
    for node in graph.nodes.iter().filter(|node| node.is_reachable && node.is_decision) {
        for edge in &node.edges {
            is_answer[edge.to] = true;
        }
    }
    (0..graph.nodes.len()).map(|index| kind(graph, index, is_answer[index])).collect()
}

fn kind(graph: &Graph<'_>, index: usize, is_answer: bool) -> KindName {
    let node = &graph.nodes[index];
    if index == graph.start {
        return KindName::Start;
    }
    if node.is_decision {
        return KindName::Decision;
    }
    if node.is_optional && (node.label.effort.is_some() || !graph.has_times) {
        return KindName::Projects;
    }
    if node.label.effort.is_some() {
        return KindName::Phase;
    }
    let next = node.edges.first().map(|edge| &graph.nodes[edge.to]);
    let leads_to_study = next.is_some_and(|next| next.label.effort.is_some());
    match kind_by_class(node) {
        Some(KindName::Projects)
            if node.label.lines.is_empty() && project_of(&node.label.title).is_none() =>
        {
            KindName::Milestone
        }
        Some(kind) => kind,
        None if is_projects(node) => KindName::Projects,
        // Where nothing says how long it takes, all of it is study.
        None if !graph.has_times && !node.is_goal() => KindName::Phase,
        None if is_answer && leads_to_study => KindName::Path,
        None if is_answer && !next.is_some_and(is_projects) => KindName::Track,
        None => KindName::Milestone,
    }
}

fn is_projects(node: &DraftNode<'_>) -> bool {
    lists_projects(&node.label.title) && !node.label.lines.is_empty()
        || project_of(&node.label.title).is_some()
}

/// The name of the project that a title announces by itself: "a stool" of "Project 2: a stool", all of "Capstone project".
pub fn project_of(title: &str) -> Option<String> {
    let lower = title.to_lowercase();
    if let Some((announced, name)) =
        lower.find([':', '–', '—']).or_else(|| lower.find(" - ")).map(|at| (&title[..at], &title[at..]))
    {
        let name = name.trim_start_matches([':', '–', '—', '-', ' ']);
        return (lists_projects(announced) && announced.split_whitespace().count() <= 3 && !name.is_empty())
            .then(|| name.to_owned());
    }
    (lower.ends_with(" project") || lower.ends_with(" projects")).then(|| title.to_owned())
}

/// The kind that a class of the node is named after.
pub fn kind_by_class(node: &DraftNode<'_>) -> Option<KindName> {
    const WORDS: [(&str, KindName); 7] = [
        ("project", KindName::Projects),
        ("path", KindName::Path),
        ("track", KindName::Track),
        ("advanced", KindName::Track),
        ("milestone", KindName::Milestone),
        ("expert", KindName::Milestone),
        ("goal", KindName::Milestone),
    ];
    node.source?.classes.iter().find_map(|class| {
        let class = class.to_ascii_lowercase();
        WORDS.iter().find(|(word, _)| class.contains(word)).map(|&(_, kind)| kind)
    })
}
