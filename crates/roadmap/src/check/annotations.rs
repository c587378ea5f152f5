//! Checks of resources, success levels, pitfalls, next steps and quick links.

use std::collections::{BTreeMap, BTreeSet};

use super::{LONGEST_MONTHS, Problems};
use crate::{Fault, NodeId, RoadmapFile};

#[inline(never)]
pub fn check_annotations(file: &RoadmapFile, by_id: &BTreeMap<NodeId, usize>, problems: &mut Problems) {
    check_resources(file, by_id, problems);
    for (l, level) in file.success.iter().enumerate() {
        problems.not_empty(format_args!("/success/{l}/title"), &level.title);
        problems.span(format_args!("/success/{l}/months"), level.months, LONGEST_MONTHS);
    }
    check_signs(file, problems);
    let mut pitfalls = BTreeSet::new();
    for (p, pitfall) in file.pitfalls.iter().enumerate() {
        problems.not_empty(format_args!("/pitfalls/{p}/title"), &pitfall.title);
        if let Some(id) = pitfall.id.as_ref().filter(|id| !pitfalls.insert(*id)) {
            problems.add(format_args!("/pitfalls/{p}/id"), Fault::DuplicatePitfall(id.clone()));
        }
    }
    for (n, step) in file.next_steps.iter().enumerate() {
        problems.not_empty(format_args!("/next_steps/{n}/title"), &step.title);
    }
    check_quick_links(file, by_id, problems);
}

fn check_signs(file: &RoadmapFile, problems: &mut Problems) {
    let mut ids = BTreeSet::new();
    for (l, level) in file.success.iter().enumerate() {
        for (s, sign) in level.signs.iter().enumerate() {
            let place = format_args!("/success/{l}/signs/{s}");
            problems.not_empty(format_args!("{place}/text"), &sign.text);
            if let Some(id) = sign.id.as_ref().filter(|id| !ids.insert(*id)) {
                problems.add(format_args!("{place}/id"), Fault::DuplicateSign(id.clone()));
            }
        }
    }
}

fn check_resources(file: &RoadmapFile, by_id: &BTreeMap<NodeId, usize>, problems: &mut Problems) {
    for (s, stage) in file.resources.iter().enumerate() {
        problems.not_empty(format_args!("/resources/{s}/title"), &stage.title);
        for (e, entry) in stage.entries.iter().enumerate() {
            let place = format_args!("/resources/{s}/entries/{e}");
            problems.not_empty(format_args!("{place}/title"), &entry.title);
            for (n, node) in entry.nodes.iter().enumerate().filter(|(_, node)| !by_id.contains_key(*node)) {
                problems.add(format_args!("{place}/nodes/{n}"), Fault::UnknownNode(node.clone()));
            }
            for (m, material) in entry.materials.iter().enumerate() {
                problems.link(format_args!("{place}/materials/{m}"), material);
            }
        }
    }
}

fn check_quick_links(file: &RoadmapFile, by_id: &BTreeMap<NodeId, usize>, problems: &mut Problems) {
    for (g, group) in file.quick_links.iter().enumerate() {
        problems.not_empty(format_args!("/quick_links/{g}/title"), &group.title);
        for (l, link) in group.links.iter().enumerate() {
            let place = format_args!("/quick_links/{g}/links/{l}");
            problems.not_empty(format_args!("{place}/title"), &link.title);
            problems.link(format_args!("{place}/material"), &link.material);
            if let Some(node) = link.node.as_ref().filter(|node| !by_id.contains_key(*node)) {
                problems.add(format_args!("{place}/node"), Fault::UnknownNode(node.clone()));
            }
        }
    }
}
