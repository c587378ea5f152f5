//! An edited roadmap that takes the place of the one before: whatever is in both keeps its id, and with it the progress.

mod ids;
mod matches;
mod pairs;

use std::collections::BTreeMap;

use crate::{Kind, Node, NodeId, Roadmap, RoadmapFile, slug};

use ids::{renamed, with_new_ids};
use matches::Matches;

impl RoadmapFile {
    /// The same roadmap, in which everything that is also in `before` has the id that it has there, and nothing else has
    /// any id of that roadmap.
    ///
    /// Steps, topics, projects and answers are known again by their words and by what stands around them. This is for a
    /// roadmap whose ids were made up when it was read, from a chart or a guide: where its author gave ids, as in a file
    /// with learning content, those say what is the same, and nothing changes.
    ///
    /// ```
    /// use roadmap::RoadmapFile;
    ///
    /// let file = |nodes: &str, edges: &str| -> RoadmapFile {
    ///     serde_json::from_str(&format!(r#"{{
    ///         "waymark_roadmap": 2, "id": "tea", "title": "Tea", "summary": "", "reference_hours_per_week": 2,
    ///         "reference_note": "",
    ///         "nodes": [{{ "id": "start", "kind": "start", "title": "Tea" }}, {nodes}], "edges": [{edges}]
    ///     }}"#)).unwrap()
    /// };
    /// let phase = |id: &str, title: &str| {
    ///     format!(r#"{{ "id": "{id}", "kind": "phase", "title": "{title}", "minutes": {{ "low": 60, "high": 60 }} }}"#)
    /// };
    /// let before = file(&phase("A", "Brewing"), r#"{ "from": "start", "to": "A" }"#);
    /// let edited = file(
    ///     &[phase("A", "Boiling"), phase("B", "Brewing")].join(","),
    ///     r#"{ "from": "start", "to": "A" }, { "from": "A", "to": "B" }"#,
    /// );
    /// let ids: Vec<String> =
    ///     edited.with_ids_of(&before).nodes.iter().map(|node| node.id.to_string()).collect();
    /// assert_eq!(ids, ["start", "boiling", "A"]);
    /// ```
    #[must_use]
    pub fn with_ids_of(&self, before: &Self) -> Self {
        if self.content.is_some() {
            return self.clone();
        }
        let matches = Matches::between(before, self);
        renamed(self, &with_new_ids(before, self, &matches))
    }
}

/// How the steps of a roadmap differ from those of the one before: phases, and what is built.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Differences {
    /// The number of steps with the same title.
    pub same: usize,
    /// The former and the new titles of steps.
    pub renamed: Vec<(String, String)>,
    pub new: Vec<String>,
    pub gone: Vec<String>,
}

impl Differences {
    /// Compares by ids.
    pub fn between(before: &Roadmap, after: &Roadmap) -> Self {
        let mut left: BTreeMap<&NodeId, &Node> = steps(before).map(|node| (&node.id, node)).collect();
        let mut differences = Self::default();
        for node in steps(after) {
            match left.remove(&node.id) {
                None => differences.new.push(node.title.clone()),
                Some(known) if slug(&known.title) == slug(&node.title) => differences.same += 1,
                Some(known) => differences.renamed.push((known.title.clone(), node.title.clone())),
            }
        }
        let gone = steps(before).filter(|node| left.contains_key(&node.id));
        differences.gone = gone.map(|node| node.title.clone()).collect();
        differences
    }

    /// The number of steps that are in both.
    pub fn shared(&self) -> usize {
        self.same + self.renamed.len()
    }

    /// Whether both have the same steps, under the same titles.
    pub fn is_none(&self) -> bool {
        self.renamed.is_empty() && self.new.is_empty() && self.gone.is_empty()
    }
}

fn steps(roadmap: &Roadmap) -> impl Iterator<Item = &Node> {
    roadmap.nodes().iter().filter(|node| matches!(node.kind, Kind::Phase(_) | Kind::Projects(_)))
}
