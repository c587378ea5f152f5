//! The reader of mindmaps: an outline by indentation.

use super::chart_text::{ChartLine, ChartText, chart_text};
use super::text::{plain, unquoted};
use crate::outline::{Outline, OutlineStep};
use crate::phase::{PhaseDraft, finished};
use crate::timed::{Timed, timed};

/// Delimiters of the shapes, each before those that are a prefix of it.
const SHAPES: [(&str, &str); 6] =
    [("((", "))"), ("))", "(("), ("{{", "}}"), ("(", ")"), (")", "("), ("[", "]")];

/// A text in quotes goes on for no more lines than this.
const MOST_LINES: usize = 20;

/// Reads a mindmap, whose first line has the number `first_line`. The root is the title, its branches are phases, their
/// branches topics, and everything below them steps.
pub(crate) fn read(text: &str, first_line: usize) -> Outline {
    let mut chart = chart_text(text, first_line, "mindmap");
    let nodes = nodes(&mut chart);
    let title = nodes.first().map(|root| root.words.title.clone());
    let title = title.filter(|title| !title.is_empty()).unwrap_or_else(|| plain(&chart.title));
    let mut outline = Outline { title, warnings: chart.warnings, ..Outline::default() };
    let top = top(&nodes);
    let is_parent: Vec<bool> = nodes.windows(2).map(|pair| pair[1].depth > pair[0].depth).collect();
    let mut phases = Vec::new();
    for (index, node) in nodes.into_iter().enumerate().skip(1) {
        add(&mut phases, node, top, is_parent.get(index) == Some(&true));
    }
    outline.phases = finished(phases);
    outline
}

struct Node {
    /// 0 for the root.
    depth: usize,
    words: Timed,
    line: usize,
}

/// The depth of the phases: below the root, or below its only branch if that has branches with branches.
fn top(nodes: &[Node]) -> usize {
    let at = |depth: usize| nodes.iter().filter(|node| node.depth == depth).count();
    if at(1) == 1 && at(2) > 1 && at(3) > 0 { 2 } else { 1 }
}

/// The nodes with their depths. A line belongs to the last one before it that is indented less.
fn nodes(chart: &mut ChartText<'_>) -> Vec<Node> {
    let mut nodes = Vec::new();
    let mut indents: Vec<usize> = Vec::new();
    let lines = std::mem::take(&mut chart.lines);
    let mut at = 0;
    while at < lines.len() {
        let line = lines[at];
        let (text, taken) = whole(&lines[at..]);
        at += taken;
        let text = without_classes(&text);
        if text.is_empty() {
            continue;
        }
        let words = timed(&unquoted_label(label(text)));
        if words.title.is_empty() {
            chart.misread(line);
            continue;
        }
        // There is one root, whatever the indentation says.
        while indents.len() > 1 && indents.last().is_some_and(|&last| last >= line.indent) {
            indents.pop();
        }
        nodes.push(Node { depth: indents.len(), words, line: line.number });
        indents.push(line.indent);
    }
    nodes
}

/// A line with those after it that continue a text in quotes, and their number.
fn whole(lines: &[ChartLine<'_>]) -> (String, usize) {
    let first = lines[0].text;
    let opens = ["[\"", "(\"", "{\"", ")\""].iter().any(|sign| first.contains(sign));
    if opens && first.matches('"').count() == 1 {
        let rest = lines.iter().take(MOST_LINES).skip(1);
        if let Some(end) = rest.clone().position(|line| line.text.contains('"')) {
            let taken = end + 2;
            let texts: Vec<&str> = lines[..taken].iter().map(|line| line.text).collect();
            return (texts.join("\n"), taken);
        }
    }
    (first.to_owned(), 1)
}

/// A line without icon and classes.
fn without_classes(line: &str) -> &str {
    let end = ["::icon(", ":::"].iter().filter_map(|sign| line.find(sign)).min();
    line[..end.unwrap_or(line.len())].trim()
}

/// The text within the shape of a node, or the whole text if it has none. "Knife skills (basics)" has none: ids are one
/// word, and no blank separates them from their shape.
fn label(text: &str) -> &str {
    let id = text.find(['(', ')', '[', '{']).unwrap_or(text.len());
    let shape = &text[id..];
    if text[..id].ends_with(' ') {
        return text;
    }
    let inside = SHAPES.iter().find_map(|(open, close)| shape.strip_prefix(open)?.strip_suffix(close));
    inside.map(str::trim).filter(|inside| !inside.is_empty()).unwrap_or(text)
}

fn unquoted_label(label: &str) -> String {
    let inside = label.strip_prefix('"').and_then(|label| label.strip_suffix('"'));
    let text = unquoted(inside.unwrap_or(label));
    text.replace("**", "")
}

/// Adds a node below the last one of the level above.
fn add(phases: &mut Vec<PhaseDraft>, node: Node, top: usize, is_parent: bool) {
    let Some(below) = node.depth.checked_sub(top) else { return };
    let Some(draft) = phases.last_mut().filter(|_| below > 0) else {
        phases.push(PhaseDraft::new(node.words, "", node.line));
        return;
    };
    match draft.phase.topics.last_mut().filter(|_| below > 1) {
        None => draft.add(node.words, is_parent),
        Some(topic) if below == 2 && node.words.is_only_time && topic.time.is_none() => {
            topic.time = node.words.time
        }
        Some(topic) => topic.steps.push(OutlineStep { title: node.words.title, is_done: false }),
    }
}
