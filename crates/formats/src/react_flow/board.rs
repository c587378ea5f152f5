//! Nodes and edges with what their form says about them.

use std::cmp::Ordering;
use std::collections::HashMap;

use super::MOST_NODES;
use crate::label::item;
use crate::tree::Json;
use roadmap::Material;

/// More edges than this are not read.
const MOST_EDGES: usize = 10_000;

#[derive(Default)]
pub struct Board {
    pub nodes: Vec<Node>,
    pub edges: Vec<Edge>,
}

pub struct Node {
    pub what: NodeType,
    pub label: String,
    pub is_done: bool,
    pub links: Vec<Material>,
    /// Things listed in it.
    pub items: Vec<String>,
    left: f64,
    top: f64,
    width: f64,
    height: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NodeType {
    Title,
    Topic,
    Subtopic,
    /// A frame around others.
    Section,
    /// Words beside others.
    Label,
    /// A list of links or of things to do.
    List,
    /// Lines, buttons and sentences.
    Decoration,
    /// A type that roadmap.sh does not have.
    Other,
}

/// Between two nodes, by index.
pub struct Edge {
    pub from: usize,
    pub to: usize,
    /// Part of the road; otherwise it hangs something on.
    pub is_solid: bool,
}

impl Board {
    /// `None` unless there are nodes with labels.
    pub fn read(json: &Json) -> Option<Self> {
        let mut board = Self::default();
        let mut by_id = HashMap::new();
        for json in json.get("nodes")?.items().iter().take(MOST_NODES) {
            let Some(node) = Node::read(json) else { continue };
            if let Some(id) = json.get("id").and_then(id) {
                by_id.insert(id, board.nodes.len());
            }
            board.nodes.push(node);
        }
        board.name_topics();
        for json in json.get("edges").map_or(&[][..], Json::items).iter().take(MOST_EDGES) {
            let end = |name| by_id.get(&json.get(name).and_then(id)?).copied();
            if let (Some(from), Some(to)) = (end("source"), end("target")) {
                board.edges.push(Edge { from, to, is_solid: is_solid(json) });
            }
        }
        Some(board).filter(|board| !board.nodes.is_empty())
    }

    /// Where no node is called a topic, the nodes of unknown types are the topics, or else the subtopics.
    fn name_topics(&mut self) {
        for what in [NodeType::Topic, NodeType::Other, NodeType::Subtopic] {
            if self.nodes.iter().any(|node| node.what == what) {
                let topics = self.nodes.iter_mut().filter(|node| node.what == what);
                topics.for_each(|node| node.what = NodeType::Topic);
                return;
            }
        }
    }

    /// The words of the smallest frame around a topic; empty if there is none.
    pub fn group(&self, topic: usize) -> String {
        let frames = self
            .nodes
            .iter()
            .filter(|node| node.what == NodeType::Section && node.surrounds(&self.nodes[topic]));
        let Some(frame) = frames.min_by(|one, other| one.area().total_cmp(&other.area())) else {
            return String::new();
        };
        let labels = self.nodes.iter().filter(|node| node.what == NodeType::Label && frame.surrounds(node));
        match labels.min_by(|one, other| one.by_place(other)) {
            Some(label) => label.label.clone(),
            None => frame.label.clone(),
        }
    }
}

impl Node {
    /// `None` if it has neither words nor a purpose.
    fn read(json: &Json) -> Option<Self> {
        let data = json.get("data")?;
        let words = ["label", "title", "name"].iter().find_map(|name| data.get(name)?.text());
        let label = item(words.unwrap_or_default().trim());
        let what = node_type(json.get("type").and_then(Json::text).unwrap_or_default());
        let lists = data.fields().iter().flat_map(|(_, value)| value.items());
        let links: Vec<Material> = lists.clone().filter_map(link).collect();
        let items = match what {
            NodeType::List => lists.filter(|json| url(json).is_none()).filter_map(words_of).collect(),
            _ => Vec::new(),
        };
        let number = |names: [&str; 2], inner: &str| {
            names.iter().find_map(|name| json.get(name)?.get(inner)?.number()).unwrap_or(0.0)
        };
        let size = |name: &str| {
            let own = json.get(name).and_then(Json::number);
            own.unwrap_or_else(|| number(["style", "measured"], name)).max(0.0)
        };
        let node = Self {
            what,
            label,
            is_done: ["done", "completed"].iter().any(|name| data.get(name) == Some(&Json::Bool(true))),
            links,
            items,
            left: number(["positionAbsolute", "position"], "x"),
            top: number(["positionAbsolute", "position"], "y"),
            width: size("width"),
            height: size("height"),
        };
        let has_purpose = matches!(what, NodeType::Section | NodeType::List);
        (has_purpose || !node.label.is_empty()).then_some(node)
    }

    /// From top to bottom, then from left to right.
    pub fn by_place(&self, other: &Self) -> Ordering {
        self.top.total_cmp(&other.top).then(self.left.total_cmp(&other.left))
    }

    fn center(&self) -> (f64, f64) {
        (self.left + self.width / 2.0, self.top + self.height / 2.0)
    }

    /// Whether the center of another node is within this one.
    pub fn surrounds(&self, other: &Self) -> bool {
        let (x, y) = other.center();
        (self.left..self.left + self.width).contains(&x) && (self.top..self.top + self.height).contains(&y)
    }

    /// The column in which it stands with its upper and lower end, or the row with its left and right one. Boxes are placed
    /// by hand, so columns and rows are rather wide.
    pub fn ends(&self, is_column: bool) -> [i64; 3] {
        let (across, from, length) =
            if is_column { (self.left, self.top, self.height) } else { (self.top, self.left, self.width) };
        [(across / 16.0).round(), from, from + length].map(|number| number as i64)
    }

    fn area(&self) -> f64 {
        self.width * self.height
    }

    /// The square of the distance between centers.
    pub fn distance(&self, other: &Self) -> f64 {
        let ((x, y), (other_x, other_y)) = (self.center(), other.center());
        (x - other_x).powi(2) + (y - other_y).powi(2)
    }
}

fn node_type(name: &str) -> NodeType {
    match name {
        "title" => NodeType::Title,
        "topic" => NodeType::Topic,
        "subtopic" | "todo" => NodeType::Subtopic,
        "section" | "group" => NodeType::Section,
        "label" => NodeType::Label,
        "linksgroup" | "checklist" => NodeType::List,
        "paragraph" | "button" | "horizontal" | "vertical" | "legend" | "resourceButton" => {
            NodeType::Decoration
        }
        _ => NodeType::Other,
    }
}

/// Ids are texts or numbers.
fn id(json: &Json) -> Option<String> {
    match json {
        Json::Text(text) => Some(text.clone()),
        Json::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn words_of(json: &Json) -> Option<String> {
    let words = json.text().or_else(|| ["label", "title"].iter().find_map(|name| json.get(name)?.text()))?;
    Some(item(words)).filter(|words| !words.is_empty())
}

fn url(json: &Json) -> Option<&str> {
    ["url", "href"].iter().find_map(|name| json.get(name)?.text())
}

/// A link with its words.
fn link(json: &Json) -> Option<Material> {
    let url = url(json)?.trim().to_owned();
    let title = words_of(json).unwrap_or_else(|| url.clone());
    Some(Material { title, url }).filter(Material::leads_to_the_web)
}

fn is_solid(edge: &Json) -> bool {
    if let Some(style) = edge.get("data").and_then(|data| data.get("edgeStyle")).and_then(Json::text) {
        return style == "solid";
    }
    match edge.get("style").and_then(|style| style.get("strokeDasharray")) {
        Some(Json::Text(dashes)) => ["", "0", "none"].contains(&dashes.trim()),
        Some(Json::Number(dashes)) => *dashes == 0.0,
        _ => true,
    }
}
