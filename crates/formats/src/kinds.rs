//! What a node of a flowchart is in a roadmap.

use super::graph::{Graph, Spot};
use super::label::lists_projects;
use roadmap::KindName;

/// What the kind of each spot is.
pub fn kinds(graph: &Graph<'_, '_>) -> Vec<KindName> {
    let mut is_answer = vec![false; graph.spots.len()];
    for spot in graph.spots.iter().filter(|spot| spot.is_reached && spot.asks) {
        for way in &spot.ways {
            is_answer[way.to] = true;
        }
    }
    (0..graph.spots.len()).map(|at| kind(graph, at, is_answer[at])).collect()
}

fn kind(graph: &Graph<'_, '_>, at: usize, is_answer: bool) -> KindName {
    let spot = &graph.spots[at];
    if at == graph.start {
        return KindName::Start;
    }
    if spot.asks {
        return KindName::Decision;
    }
    if spot.label.effort.is_some() {
        return KindName::Phase;
    }
    let next = spot.ways.first().map(|way| &graph.spots[way.to]);
    let leads_to_study = next.is_some_and(|next| next.label.effort.is_some());
    match named_kind(spot) {
        Some(KindName::Projects) if spot.label.lines.is_empty() => KindName::Milestone,
        Some(kind) => kind,
        None if is_projects(spot) => KindName::Projects,
        None if is_answer && leads_to_study => KindName::Path,
        None if is_answer && !next.is_some_and(is_projects) => KindName::Track,
        None => KindName::Milestone,
    }
}

/// Whether a spot lists things to build.
fn is_projects(spot: &Spot<'_>) -> bool {
    !spot.label.lines.is_empty() && lists_projects(&spot.label.title)
}

/// The kind that a class of the node is named after.
fn named_kind(spot: &Spot<'_>) -> Option<KindName> {
    const NAMES: [(&str, KindName); 7] = [
        ("project", KindName::Projects),
        ("path", KindName::Path),
        ("track", KindName::Track),
        ("advanced", KindName::Track),
        ("milestone", KindName::Milestone),
        ("expert", KindName::Milestone),
        ("goal", KindName::Milestone),
    ];
    let classes = spot.node.map_or(&[][..], |node| &node.classes);
    classes.iter().find_map(|class| {
        let class = class.to_lowercase();
        NAMES.iter().find(|(name, _)| class.contains(name)).map(|&(_, kind)| kind)
    })
}
