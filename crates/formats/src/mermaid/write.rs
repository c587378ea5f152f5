//! From a roadmap to the text of a flowchart.

use std::fmt::Write;

use crate::{finds_effort, finds_icon};
use roadmap::{Kind, Node, Roadmap};

/// Writes the map of a roadmap as a Mermaid flowchart, which draws it anywhere Mermaid does and can be opened here again
/// as the same graph.
///
/// ```
/// use formats::mermaid;
/// use roadmap::shipped_roadmap;
///
/// let text = mermaid::write(&shipped_roadmap());
/// assert!(text.contains("ChoosePath -->|\"Analyze Data\"| Analytics"));
/// assert_eq!(mermaid::read(&text).edges.len(), 79);
/// ```
pub fn write(roadmap: &Roadmap) -> String {
    let mut out = String::from("---\ntitle: '");
    front_matter_title(&mut out, &roadmap.about().title);
    out.push_str("'\n---\nflowchart TD\n");
    let nodes = roadmap.nodes();
    for (at, node) in nodes.iter().enumerate() {
        out.push_str("    ");
        name(&mut out, at, node);
        let (open, close) = match node.kind {
            Kind::Start => ("([\"", "\"])"),
            Kind::Decision => ("{\"", "\"}"),
            _ => ("[\"", "\"]"),
        };
        out.push_str(open);
        label(&mut out, roadmap, node);
        out.push_str(close);
        out.push_str(":::");
        out.push_str(class(&node.kind));
        out.push('\n');
    }
    for edge in roadmap.edges() {
        let [from, to] = [&edge.from, &edge.to]
            .map(|end| roadmap.place(end).expect("a checked roadmap's edges join its nodes"));
        out.push_str("    ");
        name(&mut out, from, &nodes[from]);
        out.push_str(" -->");
        if !edge.label.is_empty() {
            out.push_str("|\"");
            text(&mut out, &edge.label, true);
            out.push_str("\"|");
        }
        out.push(' ');
        name(&mut out, to, &nodes[to]);
        out.push('\n');
    }
    out
}

/// The class that tells a node's kind.
fn class(kind: &Kind) -> &'static str {
    match kind {
        Kind::Start => "startNode",
        Kind::Decision => "decisionNode",
        Kind::Path(_) => "pathNode",
        Kind::Phase(_) => "phaseNode",
        Kind::Projects(_) => "projectNode",
        Kind::Track(_) => "advancedNode",
        Kind::Milestone(_) => "milestoneNode",
    }
}

/// The node's own name if Mermaid takes it for one in any place, or else one made of its number.
fn name(out: &mut String, at: usize, node: &Node) {
    let id = node.id.as_str();
    let is_plain = id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    let begins_well = id.starts_with(|letter: char| letter.is_ascii_uppercase());
    if is_plain && begins_well && !id.starts_with("N_") {
        out.push_str(id);
    } else {
        let _ = write!(out, "N_{at}");
    }
}

fn label(out: &mut String, roadmap: &Roadmap, node: &Node) {
    if !node.icon.is_empty() {
        text(out, &node.icon, false);
        out.push(' ');
    }
    text(out, &node.title, true);
    let lines: Vec<&str> = match &node.kind {
        Kind::Phase(phase)
            if phase.topics.first().is_some_and(|topic| topic.as_str() == node.id.as_str()) =>
        {
            Vec::new()
        }
        Kind::Phase(phase) => {
            phase.topics.iter().filter_map(|topic| Some(roadmap.topic(topic)?.title.as_str())).collect()
        }
        Kind::Projects(projects) => projects.iter().map(|project| project.title.as_str()).collect(),
        Kind::Track(covers) | Kind::Milestone(covers) => covers.iter().map(String::as_str).collect(),
        _ => Vec::new(),
    };
    for line in lines {
        out.push_str("<br/>");
        text(out, line, true);
    }
    if let Kind::Phase(phase) = &node.kind {
        let (low, high, unit) = match phase.weeks {
            Some(weeks) => (weeks.low, weeks.high, "weeks"),
            None => (phase.effort.low.0, phase.effort.high.0, "minutes"),
        };
        let _ = write!(out, "<br/>⏱️ {low}-{high} {unit}");
    }
}

/// Writes a text so that nothing in it is taken for a sign: neither by Mermaid, nor for effort, a comma between topics,
/// a sign of a list or an icon when it is opened here again.
fn text(out: &mut String, text: &str, hides_icon: bool) {
    let hides_digits = finds_effort(text);
    let hides_first = hides_icon && (finds_icon(text) || !text.starts_with(char::is_alphanumeric));
    for (at, letter) in text.char_indices() {
        let is_plain = letter.is_alphabetic()
            || letter.is_ascii_digit() && !hides_digits
            || " .-+/'?!()".contains(letter)
            // In a line with the word "style", Mermaid takes a colon with a code behind it for a colour.
            || text[at..].starts_with(": ")
            || !letter.is_ascii() && !letter.is_control();
        if is_plain && !(at == 0 && hides_first) {
            out.push(letter);
        } else {
            let _ = write!(out, "#{};", u32::from(letter));
        }
    }
}

/// Writes a title between apostrophes, of which one within it is written twice.
fn front_matter_title(out: &mut String, title: &str) {
    for letter in title.chars().filter(|letter| !letter.is_control()) {
        out.push(letter);
        if letter == '\'' {
            out.push(letter);
        }
    }
}
