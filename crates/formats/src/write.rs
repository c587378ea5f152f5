//! Writes a roadmap as a Mermaid flowchart.

use std::fmt::Write;

use crate::effort;
use crate::label::icon_length;
use roadmap::{Effort, Kind, Node, Roadmap};

/// Writes the map of a roadmap as a Mermaid flowchart. [`open_roadmap`](crate::open_roadmap) reads it as the same graph.
///
/// ```
/// use formats::{mermaid, write_mermaid};
/// use roadmap::shipped_roadmap;
///
/// let text = write_mermaid(&shipped_roadmap());
/// assert!(text.contains("ChoosePath -->|\"Analyze Data\"| Analytics"));
/// assert_eq!(mermaid::read(&text).edges.len(), 79);
/// ```
pub fn write_mermaid(roadmap: &Roadmap) -> String {
    let mut out = String::from("---\ntitle: '");
    write_title(&mut out, &roadmap.about().title);
    out.push_str("'\n---\nflowchart TD\n");
    let nodes = roadmap.nodes();
    for (at, node) in nodes.iter().enumerate() {
        out.push_str("    ");
        write_id(&mut out, at, node);
        let (open, close) = match node.kind {
            Kind::Start => ("([\"", "\"])"),
            Kind::Decision => ("{\"", "\"}"),
            _ => ("[\"", "\"]"),
        };
        out.push_str(open);
        write_label(&mut out, roadmap, node);
        out.push_str(close);
        out.push_str(":::");
        out.push_str(class(&node.kind));
        out.push('\n');
    }
    for edge in roadmap.edges() {
        let [from, to] = [&edge.from, &edge.to]
            .map(|end| roadmap.index(end).expect("a checked roadmap's edges join its nodes"));
        out.push_str("    ");
        write_id(&mut out, from, &nodes[from]);
        out.push_str(" -->");
        if !edge.label.is_empty() {
            out.push_str("|\"");
            write_text(&mut out, &edge.label, false);
            out.push_str("\"|");
        }
        out.push(' ');
        write_id(&mut out, to, &nodes[to]);
        out.push('\n');
    }
    out
}

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

/// The id of a node if Mermaid reads it as an id everywhere, otherwise `N_` and its index.
fn write_id(out: &mut String, at: usize, node: &Node) {
    let id = node.id.as_str();
    let is_plain = id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    let begins_well = id.starts_with(|letter: char| letter.is_ascii_uppercase());
    if is_plain && begins_well && !id.starts_with("N_") {
        out.push_str(id);
    } else {
        let _ = write!(out, "N_{at}");
    }
}

fn write_label(out: &mut String, roadmap: &Roadmap, node: &Node) {
    if !node.icon.is_empty() {
        write_text(out, &node.icon, true);
        out.push(' ');
    }
    write_text(out, &node.title, false);
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
        write_text(out, line, false);
    }
    if let Kind::Phase(phase) = &node.kind {
        // What is built within it has its own hours.
        let (low, high, unit) = match phase.weeks.filter(|_| phase.building == Effort::default()) {
            Some(weeks) => (weeks.low, weeks.high, "weeks"),
            None => (phase.effort.low.0, phase.effort.high.0, "minutes"),
        };
        let _ = write!(out, "<br/>⏱️ {low}-{high} {unit}");
    }
}

/// Escapes a text with character references, so that Mermaid reads none of it as syntax, and the reader here none of it as
/// an effort, a separator of topics, a bullet or (unless `is_icon`) an icon.
fn write_text(out: &mut String, text: &str, is_icon: bool) {
    let is_effort = |text: &str| effort::find(text).is_some() || effort::rate(text).is_some();
    let plain = escaped(text, is_icon, false);
    // What is escaped ends a word, so that an effort may come out of its letters.
    let hides = is_effort(text) || is_effort(&plain);
    out.push_str(&if hides { escaped(text, is_icon, true) } else { plain });
}

/// A text with character references for what could be syntax, and if it `hides` an effort, for that.
fn escaped(text: &str, is_icon: bool, hides: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let hides_first = !is_icon && (icon_length(text) > 0 || !text.starts_with(char::is_alphanumeric));
    // A word is hidden by its first letter.
    let mut is_in_word = false;
    for (at, letter) in text.char_indices() {
        let begins_word = letter.is_alphanumeric() && !is_in_word;
        is_in_word = letter.is_ascii_alphabetic() && (is_in_word || begins_word);
        let is_hidden = hides && (begins_word || letter.is_ascii_digit() || !letter.is_ascii());
        let is_plain = letter.is_alphabetic()
            || letter.is_ascii_digit()
            || " .-+/'?!()".contains(letter)
            // On a line with the word "style", Mermaid reads a colon before a character reference as that of a color.
            || text[at..].starts_with(": ")
            || !letter.is_ascii() && !letter.is_control();
        let is_plain = is_plain && !is_hidden;
        if is_plain && !(at == 0 && hides_first) {
            out.push(letter);
        } else {
            let _ = write!(out, "#{};", u32::from(letter));
        }
    }
    out
}

/// Writes the content of a single-quoted YAML string.
fn write_title(out: &mut String, title: &str) {
    for letter in title.chars().filter(|letter| !letter.is_control()) {
        out.push(letter);
        if letter == '\'' {
            out.push(letter);
        }
    }
}
