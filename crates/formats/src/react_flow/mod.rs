//! The reader of roadmaps drawn with React Flow, as roadmap.sh exports them: nodes with types and positions, and edges.

mod board;
mod order;

use board::{Board, Node, NodeType};

use crate::label::item;
use crate::outline::Outline;
use crate::phase::{PhaseDraft, finished};
use crate::timed::timed;
use crate::tree::Json;

/// More nodes than this are not a roadmap that anybody drew.
const MOST_NODES: usize = 2_000;

/// Reads JSON with nodes and edges: topics become phases along the solid edges, subtopics their topics. `None` if it is
/// something else.
pub(crate) fn read(text: &str) -> Option<Outline> {
    let json = Json::read(text)?;
    let board = Board::read(drawing(&json)?)?;
    let (order, owners) = (order::along_edges(&board), order::owners(&board));
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); board.nodes.len()];
    for (index, owner) in owners.into_iter().enumerate() {
        if let Some(owner) = owner {
            members[owner].push(index);
        }
    }
    let phases = finished(order.into_iter().map(|topic| phase(&board, topic, &members[topic])));
    let of_file = ["title", "name"].iter().find_map(|name| json.get(name)?.text()).map(item);
    let of_drawing =
        board.nodes.iter().find(|node| node.what == NodeType::Title).map(|node| node.label.clone());
    let title = of_drawing.or(of_file).unwrap_or_default();
    (!phases.is_empty()).then_some(Outline { title, phases, ..Outline::default() })
}

/// The object with the nodes: the outermost one, or one within it.
fn drawing(json: &Json) -> Option<&Json> {
    let has_nodes = |json: &&Json| matches!(json.get("nodes"), Some(Json::List(_)));
    let within = json.fields().iter().map(|(_, value)| value);
    let first = json.items().first();
    std::iter::once(json).chain(within).chain(first).find(has_nodes)
}

fn phase(board: &Board, topic: usize, members: &[usize]) -> PhaseDraft {
    let node = &board.nodes[topic];
    let mut draft = PhaseDraft::new(timed(&node.label), &board.group(topic), 1);
    let mut members: Vec<&Node> = members.iter().map(|&index| &board.nodes[index]).collect();
    members.sort_by(|one, other| one.by_place(other));
    draft.phase.materials.extend(node.links.iter().cloned());
    for member in members {
        draft.phase.materials.extend(member.links.iter().cloned());
        if member.what == NodeType::Subtopic {
            draft.add(timed(&member.label), false);
            draft
                .phase
                .topics
                .last_mut()
                .filter(|_| member.is_done)
                .into_iter()
                .for_each(|topic| topic.is_done = true);
        }
        member.items.iter().for_each(|line| draft.add(timed(line), false));
    }
    if node.is_done {
        draft.phase.topics.iter_mut().for_each(|topic| topic.is_done = true);
    }
    draft
}
