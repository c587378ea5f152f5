//! What of an edited roadmap is known again: by its words in context first, and by less the less is left.

use std::collections::{BTreeSet, HashMap};

use super::pairs::Pairs;
use crate::{KindName, NodeFile, NodeId, ProjectFile, RoadmapFile, TopicFile, TopicId, WrittenKind, slug};

/// How alike two titles have to be, from 0 to 1: a slip of the pen, or a word more in a long title.
const ALIKE: f64 = 0.85;

/// The same where the steps beside them are the same as well.
const ALIKE_IN_PLACE: f64 = 0.65;

/// Bytes of the longest title that is compared letter by letter.
const LONGEST_COMPARED: usize = 120;

/// The part of the topics of two steps that has to be in both, for a step under another title.
const ENOUGH_TOPICS: f64 = 0.5;

/// The things of two roadmaps that are the same, by their indices in their files.
pub struct Matches {
    pub nodes: Pairs,
    pub topics: Pairs,
    /// By the indices in [`projects`].
    pub projects: Pairs,
}

/// All projects of a roadmap, each with the index of its node.
pub fn projects(file: &RoadmapFile) -> Vec<(usize, &ProjectFile)> {
    let nodes = file.nodes.iter().enumerate();
    nodes.flat_map(|(at, node)| node.projects.iter().map(move |project| (at, project))).collect()
}

impl Matches {
    pub fn between(before: &RoadmapFile, after: &RoadmapFile) -> Self {
        let (before, after) = (Side::of(before), Side::of(after));
        let nodes = nodes(&before, &after);
        let topics = topics(&before, &after, &nodes);
        let projects = known_projects(&before, &after, &nodes);
        Self { nodes, topics, projects }
    }
}

/// A roadmap with what its parts are known by.
struct Side<'a> {
    file: &'a RoadmapFile,
    /// The words of each node's title.
    titles: Vec<String>,
    /// The words of each node's topics.
    listed: Vec<BTreeSet<String>>,
    /// For each node the first one that leads to it, and the first one that it leads to.
    around: Vec<(Option<usize>, Option<usize>)>,
    /// The words of each topic, and the first node that lists it.
    topics: Vec<(String, Option<usize>)>,
    projects: Vec<(usize, &'a ProjectFile)>,
}

impl<'a> Side<'a> {
    fn of(file: &'a RoadmapFile) -> Self {
        let by_id: HashMap<&NodeId, usize> =
            file.nodes.iter().enumerate().map(|(at, node)| (&node.id, at)).collect();
        let mut around = vec![(None, None); file.nodes.len()];
        for edge in &file.edges {
            if let (Some(&from), Some(&to)) = (by_id.get(&edge.from), by_id.get(&edge.to)) {
                around[to].0.get_or_insert(from);
                around[from].1.get_or_insert(to);
            }
        }
        let words: HashMap<&TopicId, String> =
            file.topics.iter().map(|topic| (&topic.id, slug(&topic.title))).collect();
        let listed = |node: &NodeFile| node.topics.iter().filter_map(|id| words.get(id)).cloned().collect();
        let mut first: HashMap<&TopicId, usize> = HashMap::new();
        for (at, node) in file.nodes.iter().enumerate() {
            for topic in &node.topics {
                first.entry(topic).or_insert(at);
            }
        }
        let topic = |topic: &TopicFile| (slug(&topic.title), first.get(&topic.id).copied());
        Self {
            file,
            titles: file.nodes.iter().map(|node| slug(&node.title)).collect(),
            listed: file.nodes.iter().map(listed).collect(),
            around,
            topics: file.topics.iter().map(topic).collect(),
            projects: projects(file),
        }
    }

    fn kind(&self, node: usize) -> &'a WrittenKind {
        &self.file.nodes[node].kind
    }

    fn title(&self, node: Option<usize>) -> Option<&str> {
        node.map(|node| self.titles[node].as_str())
    }
}

/// What of a node has to be the same besides its kind and title.
#[derive(Clone, Copy)]
struct Context {
    ahead: bool,
    behind: bool,
    topics: bool,
}

/// From much to nothing.
const CONTEXTS: [Context; 4] = [
    Context { ahead: true, behind: true, topics: true },
    Context { ahead: false, behind: false, topics: true },
    Context { ahead: true, behind: false, topics: false },
    Context { ahead: false, behind: true, topics: false },
];

const TITLE_ALONE: Context = Context { ahead: false, behind: false, topics: false };

/// The kind and title of a node, and of its context what is asked for.
type Key<'s> = (&'s WrittenKind, &'s str, [Option<&'s str>; 2], Option<&'s BTreeSet<String>>);

impl Side<'_> {
    /// `None` for a node without what is asked for.
    fn key(&self, at: usize, context: Context) -> Option<Key<'_>> {
        let (ahead, behind) = self.around[at];
        let title = |node: Option<usize>, is_asked: bool| self.title(node.filter(|_| is_asked));
        let around = [title(ahead, context.ahead), title(behind, context.behind)];
        let topics = context.topics.then_some(&self.listed[at]);
        let is_vague = topics.is_some_and(BTreeSet::is_empty) && around == [None, None];
        (!is_vague).then_some((self.kind(at), self.titles[at].as_str(), around, topics))
    }
}

fn nodes(before: &Side<'_>, after: &Side<'_>) -> Pairs {
    let mut pairs = Pairs::none(before.file.nodes.len(), after.file.nodes.len());
    // There is one start.
    let start = |side: &Side<'_>, at: usize| side.file.nodes[at].is(KindName::Start).then_some(());
    pairs.join_by(|at| start(before, at), |at| start(after, at));
    for context in CONTEXTS {
        pairs.join_by(|at| before.key(at, context), |at| after.key(at, context));
    }
    let kinds = (|at: usize| Some(before.kind(at)), |at: usize| Some(after.kind(at)));
    pairs.join_alike(ENOUGH_TOPICS, kinds.0, kinds.1, |_, one, other| {
        same_topics(&before.listed[one], &after.listed[other])
    });
    pairs.join_by(|at| before.key(at, TITLE_ALONE), |at| after.key(at, TITLE_ALONE));
    let (once_before, once_after) = (unnumbered(before.titles.iter()), unnumbered(after.titles.iter()));
    pairs.join_by(
        |at| once_before[at].as_ref().map(|title| (before.kind(at), title)),
        |at| once_after[at].as_ref().map(|title| (after.kind(at), title)),
    );
    pairs.join_alike(ALIKE_IN_PLACE, kinds.0, kinds.1, |pairs, one, other| {
        let likeness = likeness(&before.titles[one], &after.titles[other]);
        let is_joined = |near: Option<usize>, far: Option<usize>| {
            near.zip(far).is_some_and(|(near, far)| pairs.after(near) == Some(far))
        };
        let ((ahead, behind), (new_ahead, new_behind)) = (before.around[one], after.around[other]);
        let is_in_place = is_joined(ahead, new_ahead) || is_joined(behind, new_behind);
        if is_in_place || likeness >= ALIKE { likeness } else { 0.0 }
    });
    pairs
}

/// Which part of the topics of two nodes is in both, from 0 to 1.
fn same_topics(one: &BTreeSet<String>, other: &BTreeSet<String>) -> f64 {
    match one.union(other).count() {
        0 => 0.0,
        all => one.intersection(other).count() as f64 / all as f64,
    }
}

/// The titles without numbers, where no other title has the same words: "Phase 2: Dough" may have become "Phase 3: Dough",
/// but "Week 2" is not "Week 3".
fn unnumbered<'t>(titles: impl Iterator<Item = &'t String>) -> Vec<Option<String>> {
    let is_number = |word: &&str| word.chars().all(char::is_numeric);
    let words =
        |title: &String| title.split('-').filter(|word| !is_number(word)).collect::<Vec<_>>().join("-");
    let titles: Vec<String> = titles.map(words).collect();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    titles.iter().for_each(|title| *counts.entry(title).or_default() += 1);
    titles
        .iter()
        .map(|title| (!title.is_empty() && counts[title.as_str()] == 1).then(|| title.clone()))
        .collect()
}

/// How alike two titles are, from 0 to 1; those with different numbers are not, nor are whole sentences. Where the titles
/// are the same, something else has to tell which of several is meant.
fn likeness(one: &str, other: &str) -> f64 {
    let numbers = |title: &str| title.chars().filter(|letter| letter.is_numeric()).collect::<String>();
    let is_short = one.len().max(other.len()) <= LONGEST_COMPARED;
    match is_short && one != other && numbers(one) == numbers(other) {
        true => strsim::normalized_damerau_levenshtein(one, other),
        false => 0.0,
    }
}

fn topics(before: &Side<'_>, after: &Side<'_>, nodes: &Pairs) -> Pairs {
    let mut pairs = Pairs::none(before.topics.len(), after.topics.len());
    // The node of a topic after, as an index before.
    let place = |node: Option<usize>| node.and_then(|node| nodes.before(node));
    let placed_before = |at: usize| before.topics[at].1.map(|node| (node, before.topics[at].0.as_str()));
    let placed_after = |at: usize| place(after.topics[at].1).map(|node| (node, after.topics[at].0.as_str()));
    pairs.join_by(placed_before, placed_after);
    pairs.join_by(|at| Some(before.topics[at].0.as_str()), |at| Some(after.topics[at].0.as_str()));
    pairs.join_alike(
        ALIKE_IN_PLACE,
        |at| before.topics[at].1,
        |at| place(after.topics[at].1),
        |_, one, other| likeness(&before.topics[one].0, &after.topics[other].0),
    );
    pairs
}

fn known_projects(before: &Side<'_>, after: &Side<'_>, nodes: &Pairs) -> Pairs {
    let titles = |side: &Side<'_>| -> Vec<String> {
        side.projects.iter().map(|(_, project)| slug(&project.title)).collect()
    };
    let (old, new) = (titles(before), titles(after));
    let mut pairs = Pairs::none(old.len(), new.len());
    let place = |at: usize| nodes.before(after.projects[at].0);
    pairs.join_by(
        |at| Some((before.projects[at].0, old[at].as_str())),
        |at| place(at).map(|node| (node, new[at].as_str())),
    );
    pairs.join_by(|at| Some(old[at].as_str()), |at| Some(new[at].as_str()));
    pairs.join_alike(
        ALIKE_IN_PLACE,
        |at| Some(before.projects[at].0),
        place,
        |_, one, other| likeness(&old[one], &new[other]),
    );
    pairs
}
