//! From a text to a flowchart.

use std::collections::BTreeMap;

use super::flowchart::{Direction, FlowEdge, FlowNode, Flowchart, Misread, Shape, Subgraph, Warning};
use super::scan::Scan;
use roadmap::NodeId;

/// No more nodes than this are read.
pub const MOST_NODES: usize = 2_000;
/// No more edges than this are read.
pub const MOST_EDGES: usize = 10_000;

/// A warning shows no more of the text than this.
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

/// Reads a flowchart whose first line has that number in a longer text.
pub fn read_from(text: &str, first_line: usize) -> Flowchart {
    let mut reader = Reader {
        scan: Scan::new(text, first_line),
        chart: Flowchart::default(),
        by_id: BTreeMap::new(),
        named_edges: BTreeMap::new(),
        open: Vec::new(),
        is_full: false,
        in_vain: 0,
        no_more_directives: false,
    };
    reader.document();
    reader.chart
}

/// The title in the front matter that a text begins with, and the bytes of all of it.
pub fn front_matter(text: &str) -> (String, usize) {
    let begin = text.trim_start_matches('\u{feff}').trim_start();
    let Some(inside) =
        begin.strip_prefix("---").filter(|inside| inside.trim_start_matches(' ').starts_with(['\n', '\r']))
    else {
        return (String::new(), 0);
    };
    let (mut title, mut at) = (String::new(), 0);
    for line in inside.split_inclusive('\n') {
        at += line.len();
        let line = line.trim_end();
        if line == "---" {
            return (title, text.len() - inside.len() + at);
        }
        if let Some(value) = line.strip_prefix("title:") {
            let value = value.trim();
            let quoted = |quote: char| value.strip_prefix(quote)?.strip_suffix(quote);
            title = match (quoted('\''), quoted('"')) {
                (Some(text), _) => text.replace("''", "'"),
                (None, text) => text.unwrap_or(value).to_owned(),
            };
        }
    }
    (String::new(), 0)
}

/// A flowchart half read.
pub(super) struct Reader<'a> {
    pub scan: Scan<'a>,
    pub chart: Flowchart,
    by_id: BTreeMap<NodeId, usize>,
    /// Edges that have names, which can be given properties as nodes can. A map like the one above, so that it is in the
    /// program once.
    pub named_edges: BTreeMap<NodeId, usize>,
    /// The places of the subgraphs that are open.
    open: Vec<usize>,
    pub is_full: bool,
    /// How often something in braces was looked for that does not end.
    pub in_vain: usize,
    no_more_directives: bool,
}

impl Reader<'_> {
    fn document(&mut self) {
        let (title, length) = front_matter(self.scan.rest());
        self.chart.title = title;
        self.scan.take(length);
        self.scan.skip("\u{feff}");
        self.skip_between();
        self.header();
        while !self.is_full {
            self.skip_between();
            if self.scan.is_at_end() {
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
        let found = names.iter().find(|name| self.scan.sees(name) && is_end(&self.scan.rest()[name.len()..]));
        let Some(name) = found else {
            self.warn(Misread::NoHeader);
            return;
        };
        self.chart.is_there = true;
        self.scan.take(name.len());
        self.scan.skip_blanks(false);
        let rest = self.scan.rest();
        let length = rest.find(|letter: char| letter.is_whitespace() || letter == ';').unwrap_or(rest.len());
        let word = &rest[..length];
        if let Some(direction) = direction(word) {
            self.chart.direction = direction;
            self.scan.take(length);
        } else if length > 0 && rest[length..].trim_start_matches([' ', '\r']).starts_with(['\n', ';']) {
            self.scan.take(length);
            self.warn(Misread::UnknownDirection(excerpt(word)));
        }
    }

    /// Goes past blanks, ends of lines and of statements, comments and directives.
    fn skip_between(&mut self) {
        loop {
            self.scan.skip_blanks(true);
            if self.scan.sees("%%") {
                self.skip_comment();
            } else if !self.scan.skip(";") {
                return;
            }
        }
    }

    /// Goes past a comment, which ends with its line, or a directive, which may have several.
    pub fn skip_comment(&mut self) {
        let mut length = self.scan.to_line_end();
        if self.scan.sees("%%{") && !self.no_more_directives {
            match self.scan.rest().find("}%%") {
                Some(end) => length = end + 3,
                None => self.no_more_directives = true,
            }
        }
        self.scan.take(length);
    }

    pub fn begin_subgraph(&mut self, id: &str, title: &str) {
        let subgraph = Subgraph {
            id: id.into(),
            title: title.to_owned(),
            direction: None,
            within: self.open.last().copied(),
            line: self.scan.line(),
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
            self.warn(Misread::NothingToEnd);
        }
    }

    pub fn is_in_subgraph(&self) -> bool {
        !self.open.is_empty()
    }

    pub fn turn(&mut self, word: &str) {
        match (direction(word), self.open.last()) {
            (None, _) => self.warn(Misread::UnknownDirection(excerpt(word))),
            (Some(direction), None) => self.chart.direction = direction,
            (direction, Some(&subgraph)) => self.chart.subgraphs[subgraph].direction = direction,
        }
    }

    /// The place of a node, which is new if its name was not read before.
    pub fn node(&mut self, id: &str) -> usize {
        let (id, new) = (NodeId::from(id), self.chart.nodes.len());
        let place = *self.by_id.entry(id.clone()).or_insert(new);
        if place == new {
            self.chart.nodes.push(FlowNode {
                text: id.to_string(),
                id,
                shape: Shape::Rectangle,
                classes: Vec::new(),
                within: self.open.last().copied(),
                line: self.scan.line(),
            });
            if place == MOST_NODES {
                self.is_full = true;
                self.warn(Misread::TooMuch);
            }
        }
        place
    }

    /// The node of that name, if it was read before.
    pub fn known_node(&mut self, id: &str) -> Option<&mut FlowNode> {
        self.by_id.get(&NodeId::from(id)).map(|&place| &mut self.chart.nodes[place])
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
        let line = self.scan.line();
        self.chart.warnings.push(Warning { line, what });
    }

    /// Leaves the rest of the line unread, and says so.
    pub fn give_up(&mut self, misread: fn(String) -> Misread) {
        let length = self.scan.to_line_end();
        let left = excerpt(self.scan.rest()[..length].trim());
        self.warn(misread(left));
        self.scan.take(length);
    }
}

fn excerpt(text: &str) -> String {
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
