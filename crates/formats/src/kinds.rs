//! Which kind of roadmap node a flowchart's node becomes.

use crate::graph::{DraftNode, Graph};
use crate::vocabulary::{has_projects, is_one_project};
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
    // Where nothing says how long it takes, nothing is known to come after the phases.
    match kind_by_class(node).or_else(|| kind_by_rank(node).filter(|_| graph.has_times)) {
        Some(KindName::Projects)
            if node.label.lines.is_empty() && project_of(&node.label.title).is_none() =>
        {
            KindName::Milestone
        }
        Some(kind) => kind,
        None if is_projects(node) => KindName::Projects,
        None if is_answer && names_way(node) => KindName::Path,
        None if node.heads_a_part() => KindName::Milestone,
        // Where nothing says how long it takes, all of it is study.
        None if (!graph.has_times || node.is_step) && !node.is_goal() => KindName::Phase,
        None if is_answer && leads_to_study => KindName::Path,
        None if is_answer && !next.is_some_and(is_projects) => KindName::Track,
        None => KindName::Milestone,
    }
}

/// Words by which an answer is only the name of what follows it.
const WAYS: [&str; 20] = [
    "track",
    "path",
    "pathway",
    "route",
    "stream",
    "direction",
    "specialization",
    "specialisation",
    "ruta",
    "itinerario",
    "trilha",
    "rota",
    "parcours",
    "pfad",
    "zweig",
    "направление",
    "方向",
    "路线",
    "路線",
    "コース",
];

/// Whether a node lists nothing and names the way that it leads to, such as "Web track".
fn names_way(node: &DraftNode<'_>) -> bool {
    let title = node.label.title.to_lowercase();
    let is_way =
        |word: &str| WAYS.contains(&word) || !word.is_ascii() && WAYS.iter().any(|way| word.ends_with(way));
    let last = title.split(|letter: char| !letter.is_alphanumeric()).rfind(|word| !word.is_empty());
    !node.edges.is_empty() && node.hung.is_empty() && node.label.lines.is_empty() && last.is_some_and(is_way)
}

fn is_projects(node: &DraftNode<'_>) -> bool {
    has_projects(&node.label.title) && !node.label.lines.is_empty() || project_of(&node.label.title).is_some()
}

/// The name of the project that a title announces by itself: "a stool" of "Project 2: a stool", all of "Capstone project".
pub fn project_of(title: &str) -> Option<String> {
    if let Some((announced, name)) =
        title.find([':', '：', '–', '—']).or_else(|| title.find(" - ")).map(|at| (&title[..at], &title[at..]))
    {
        let name = name.trim_start_matches([':', '：', '–', '—', '-', ' ']);
        return (has_projects(announced) && announced.split_whitespace().count() <= 3 && !name.is_empty())
            .then(|| name.to_owned());
    }
    is_one_project(title).then(|| title.to_owned())
}

/// The kind that a class of the node is named after.
pub fn kind_by_class(node: &DraftNode<'_>) -> Option<KindName> {
    by_class(
        node,
        &[
            ("project", KindName::Projects),
            ("path", KindName::Path),
            ("track", KindName::Track),
            ("milestone", KindName::Milestone),
            ("goal", KindName::Milestone),
        ],
    )
}

/// The kind that a class of the node stands for if it ranks what comes after the phases.
pub fn kind_by_rank(node: &DraftNode<'_>) -> Option<KindName> {
    by_class(node, &[("advanced", KindName::Track), ("expert", KindName::Milestone)])
}

fn by_class(node: &DraftNode<'_>, words: &[(&str, KindName)]) -> Option<KindName> {
    node.source?.classes.iter().find_map(|class| {
        let class = class.to_ascii_lowercase();
        words.iter().find(|(word, _)| class.contains(word)).map(|&(_, kind)| kind)
    })
}
