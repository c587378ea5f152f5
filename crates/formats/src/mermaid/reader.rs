//! The reader of flowcharts: header, comments, limits. Statements are in `statement`.

use std::collections::{HashMap, HashSet};

use super::cursor::Cursor;
use super::flowchart::{Direction, FlowEdge, FlowNode, Flowchart, Misread, Shape, Subgraph, Warning};
use crate::front_matter::front_matter;
use roadmap::NodeId;

/// Limit on nodes, and on subgraphs.
pub const MOST_NODES: usize = 2_000;
/// Limit on edges.
pub const MOST_EDGES: usize = 10_000;

/// In characters.
const LONGEST_EXCERPT: usize = 60;

/// Reads a flowchart.
///
/// ```
/// use formats::mermaid::read;
///
/// let tea = read("graph TD; Boil[Boil water<br>5 minutes] -->|with care| Pour");
/// assert_eq!((tea.nodes.len(), tea.edges.len()), (2, 1));
/// assert_eq!(&*tea.edges[0].text, "with care");
/// assert!(tea.warnings.is_empty());
/// ```
pub fn read(text: &str) -> Flowchart {
    read_from(text, 1)
}

/// Reads a flowchart that begins on line `first_line` of a longer text.
pub fn read_from(text: &str, first_line: usize) -> Flowchart {
    let mut reader = Reader {
        cursor: Cursor::new(text, first_line),
        chart: Flowchart::default(),
        by_id: HashMap::new(),
        edge_ids: HashSet::new(),
        open: Vec::new(),
        is_full: false,
        unclosed: 0,
        no_more_directives: false,
    };
    reader.document();
    reader.chart
}

pub(super) struct Reader<'a> {
    pub cursor: Cursor<'a>,
    pub chart: Flowchart,
    by_id: HashMap<NodeId, usize>,
    /// Properties can be given to edges as to nodes, by id.
    pub edge_ids: HashSet<String>,
    /// Indices of the subgraphs that are not closed yet, outermost first.
    open: Vec<usize>,
    /// A limit was reached; nothing more is read.
    pub is_full: bool,
    /// The number of unclosed braces so far.
    pub unclosed: usize,
    /// No `}%%` is left in the text.
    no_more_directives: bool,
}

impl Reader<'_> {
    fn document(&mut self) {
        let (title, length) = front_matter(self.cursor.rest());
        self.chart.title = title;
        self.cursor.take(length);
        self.cursor.skip("\u{feff}");
        self.skip_between();
        self.header();
        while !self.is_full {
            self.skip_between();
            if self.cursor.is_at_end() {
                break;
            }
            self.statement();
        }
        for &subgraph in &self.open {
            let line = self.chart.subgraphs[subgraph].line;
            self.chart.warnings.push(Warning { line, what: Misread::SubgraphNotClosed });
        }
    }

    fn header(&mut self) {
        let names = ["flowchart-elk", "flowchart", "graph"];
        let is_end =
            |after: &str| !after.starts_with(|letter: char| letter.is_alphanumeric() || letter == '_');
        let found =
            names.iter().find(|name| self.cursor.sees(name) && is_end(&self.cursor.rest()[name.len()..]));
        let Some(name) = found else {
            self.warn(Misread::NoHeader);
            return;
        };
        self.chart.has_header = true;
        self.cursor.take(name.len());
        self.cursor.skip_blanks();
        let rest = self.cursor.rest();
        let length = rest.find(|letter: char| letter.is_whitespace() || letter == ';').unwrap_or(rest.len());
        let word = &rest[..length];
        if let Some(direction) = direction(word) {
            self.chart.direction = direction;
            self.cursor.take(length);
        } else if length > 0 && rest[length..].trim_start_matches([' ', '\r']).starts_with(['\n', ';']) {
            self.cursor.take(length);
            self.warn(Misread::UnknownDirection(excerpt(word)));
        }
    }

    /// Skips whitespace, semicolons, comments and directives.
    fn skip_between(&mut self) {
        loop {
            self.cursor.skip_whitespace();
            if self.cursor.sees("%%") {
                self.skip_comment();
            } else if !self.cursor.skip(";") {
                return;
            }
        }
    }

    /// Skips a comment, which ends with its line, or a directive, which may have several lines.
    pub fn skip_comment(&mut self) {
        let mut length = self.cursor.to_line_end();
        if self.cursor.sees("%%{") && !self.no_more_directives {
            match self.cursor.rest().find("}%%") {
                Some(end) => length = end + 3,
                None => self.no_more_directives = true,
            }
        }
        self.cursor.take(length);
    }

    pub fn begin_subgraph(&mut self, id: &str, title: &str) {
        let subgraph = Subgraph {
            id: id.into(),
            title: title.to_owned(),
            direction: None,
            within: self.open.last().copied(),
            line: self.cursor.line(),
        };
        self.open.push(self.chart.subgraphs.len());
        self.chart.subgraphs.push(subgraph);
        self.is_full |= self.chart.subgraphs.len() >= MOST_NODES;
        if self.is_full {
            self.warn(Misread::TooMuch);
        }
    }

    pub fn end_subgraph(&mut self) {
        if self.open.pop().is_none() {
            self.warn(Misread::UnmatchedEnd);
        }
    }

    pub fn is_in_subgraph(&self) -> bool {
        !self.open.is_empty()
    }

    pub fn set_direction(&mut self, word: &str) {
        match (direction(word), self.open.last()) {
            (None, _) => self.warn(Misread::UnknownDirection(excerpt(word))),
            (Some(direction), None) => self.chart.direction = direction,
            (direction, Some(&subgraph)) => self.chart.subgraphs[subgraph].direction = direction,
        }
    }

    /// The index of a node, which is added if its id is new.
    pub fn node(&mut self, id: &str) -> usize {
        let (id, new) = (NodeId::from(id), self.chart.nodes.len());
        let index = *self.by_id.entry(id.clone()).or_insert(new);
        if let Some(known) = self.chart.nodes.get_mut(index) {
            known.within = known.within.or(self.open.last().copied());
        }
        if index == new {
            self.chart.nodes.push(FlowNode {
                text: id.to_string(),
                id,
                shape: Shape::Rectangle,
                classes: Vec::new(),
                within: self.open.last().copied(),
                line: self.cursor.line(),
            });
            if index == MOST_NODES {
                self.is_full = true;
                self.warn(Misread::TooMuch);
            }
        }
        index
    }

    pub fn known_node(&mut self, id: &str) -> Option<&mut FlowNode> {
        self.by_id.get(&NodeId::from(id)).map(|&index| &mut self.chart.nodes[index])
    }

    pub fn edge(&mut self, edge: FlowEdge) {
        if self.chart.edges.len() < MOST_EDGES {
            self.chart.edges.push(edge);
        } else if !self.is_full {
            self.is_full = true;
            self.warn(Misread::TooMuch);
        }
    }

    pub fn warn(&mut self, what: Misread) {
        let line = self.cursor.line();
        self.chart.warnings.push(Warning { line, what });
    }

    /// Skips the rest of the line with a warning.
    pub fn give_up(&mut self, misread: fn(String) -> Misread) {
        let length = self.cursor.to_line_end();
        let left = excerpt(self.cursor.rest()[..length].trim());
        self.warn(misread(left));
        self.cursor.take(length);
    }
}

pub(crate) fn excerpt(text: &str) -> String {
    text.chars().take(LONGEST_EXCERPT).collect()
}

fn direction(word: &str) -> Option<Direction> {
    Some(match word {
        "TB" | "TD" | "v" => Direction::Down,
        "BT" | "^" => Direction::Up,
        "LR" | ">" => Direction::Right,
        "RL" | "<" => Direction::Left,
        _ => return None,
    })
}
