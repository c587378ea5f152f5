//! The statements of a flowchart: chains of nodes and edges, subgraphs, classes, and those that are ignored.

use std::rc::Rc;

use super::flowchart::{FlowEdge, Misread};
use super::reader::{MOST_EDGES, Reader};
use super::{arrow, node};

/// After this many unclosed braces no more are looked for, so that reading stays linear in the length of the text.
const MOST_UNCLOSED: usize = 100;

impl Reader<'_> {
    /// Reads one statement, or skips the rest of its line.
    pub fn statement(&mut self) {
        let rest = self.cursor.rest();
        let word = &rest[..rest.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(rest.len())];
        if self.is_keyword(word) {
            self.cursor.take(word.len());
            self.keyword(word);
        } else {
            self.chain();
        }
    }

    /// Whether a word begins a statement such as `subgraph`; nodes may have such ids, too.
    fn is_keyword(&self, word: &str) -> bool {
        let after = &self.cursor.rest()[word.len()..];
        let on_line = after.trim_start_matches([' ', '\t', '\r']);
        let stands_alone = on_line.len() < after.len() || after.is_empty() || after.starts_with(['\n', ';']);
        let begins_edge = arrow::begins(on_line) || on_line.starts_with('&');
        match word {
            "end" => stands_alone && (self.is_in_subgraph() || !begins_edge),
            "subgraph" => stands_alone && !begins_edge,
            "direction" | "classDef" | "class" | "style" | "linkStyle" | "click" => {
                stands_alone && !begins_edge && !on_line.is_empty() && !on_line.starts_with(['\n', ';'])
            }
            "accTitle" | "accDescr" => on_line.starts_with([':', '{']),
            _ => false,
        }
    }

    fn keyword(&mut self, word: &str) {
        self.cursor.skip_blanks();
        match word {
            "end" => self.end_subgraph(),
            "subgraph" => self.subgraph(),
            "direction" => {
                let length = self.to_statement_end();
                let word = self.cursor.take(length).trim();
                self.set_direction(word);
            }
            "class" => self.class(),
            "accDescr" if self.cursor.byte() == b'{' => {
                // A description in braces may have several lines.
                if self.properties().is_none() {
                    let length = self.cursor.to_line_end();
                    self.cursor.take(length);
                }
            }
            "accTitle" | "accDescr" => {
                let length = self.cursor.to_line_end();
                self.cursor.take(length);
            }
            _ => {
                let length = self.to_statement_end();
                let rest = self.cursor.take(length);
                // Styling an unknown id adds a node.
                let id = &rest[..node::id_length(rest)];
                if word == "style" && !id.is_empty() {
                    self.node(id);
                }
            }
        }
    }

    /// The number of bytes before the end of the line or an unquoted semicolon.
    fn to_statement_end(&self) -> usize {
        let mut quoted = false;
        let is_end = |byte: u8| {
            quoted ^= byte == b'"';
            byte == b'\n' || (byte == b';' && !quoted)
        };
        let rest = self.cursor.rest();
        rest.bytes().position(is_end).unwrap_or(rest.len())
    }

    fn subgraph(&mut self) {
        let rest = self.cursor.rest();
        let length = match rest.find(['[', '"', ';', '\n']) {
            Some(at) if rest[at..].starts_with([';', '\n']) => at,
            Some(at) => {
                let line = &rest[..self.cursor.to_line_end()];
                let closing = if line[at..].starts_with('[') { ']' } else { '"' };
                line[at + 1..].rfind(closing).map_or(line.len(), |end| at + 1 + end + 1)
            }
            None => rest.len(),
        };
        let text = self.cursor.take(length).trim();
        let (id, title) = match text.split_once('[') {
            Some((id, title)) => (id.trim(), title.strip_suffix(']').unwrap_or(title).trim()),
            None if text.contains(char::is_whitespace) || text.starts_with('"') => ("", text),
            None => (text, text),
        };
        let title = title.strip_prefix('"').and_then(|title| title.strip_suffix('"')).unwrap_or(title);
        self.begin_subgraph(id.trim_matches('"'), &super::text::unquoted(title));
        self.end_statement();
    }

    fn class(&mut self) {
        let length = self.to_statement_end();
        let text = self.cursor.take(length).trim();
        let Some((ids, name)) = text.rsplit_once(char::is_whitespace) else { return };
        for id in ids.split(',') {
            if let Some(node) = self.known_node(id.trim()) {
                node.classes.push(name.to_owned());
            }
        }
    }

    /// Reads `A & B --> C --> D`.
    fn chain(&mut self) {
        let Some(mut from) = self.group() else { return };
        while !self.is_full && self.edge_comes_next() {
            let mut edge_id = None;
            let length = arrow::id_length(&self.cursor);
            if length > 0 {
                let id = self.cursor.take(length);
                self.cursor.take(1);
                edge_id = Some(id);
            }
            let line = self.cursor.line();
            let Ok(arrow) = arrow::read(&mut self.cursor) else { return self.give_up(Misread::NotClosed) };
            self.skip_to_node();
            let Some(to) = self.group() else { return };
            self.edge_ids.extend(edge_id.map(str::to_owned));
            let pairs = from.iter().flat_map(|&from| to.iter().map(move |&to| (from, to)));
            let text: Rc<str> = arrow.text.into();
            for (from, to) in pairs.take(MOST_EDGES + 1) {
                let text = Rc::clone(&text);
                self.edge(FlowEdge { from, to, text, stroke: arrow.stroke, heads: arrow.heads, line });
            }
            from = to;
        }
        self.end_statement();
    }

    /// Advances to an edge if one comes next, on this line or a later one.
    fn edge_comes_next(&mut self) -> bool {
        let blanks = self.cursor.whitespace();
        let rest = &self.cursor.rest()[blanks..];
        let is_on_line = blanks == self.cursor.blanks();
        let begins = arrow::begins(rest) && (is_on_line || !rest.starts_with(['x', 'o', '.']));
        let is_there = begins || {
            let mut ahead = super::cursor::Cursor::new(rest, 0);
            ahead.skip_whitespace();
            is_on_line && arrow::id_length(&ahead) > 0
        };
        if is_there {
            self.cursor.take(blanks);
        }
        is_there
    }

    /// Advances to the target of an edge, which may be on a later line.
    fn skip_to_node(&mut self) {
        self.cursor.skip_whitespace();
        while self.cursor.sees("%%") {
            self.skip_comment();
            self.cursor.skip_whitespace();
        }
    }

    /// Reads nodes joined by `&`, up to one with a syntax error. Returns `None` if there is no node, or only the properties
    /// of an edge.
    fn group(&mut self) -> Option<Vec<usize>> {
        let mut nodes = Vec::new();
        loop {
            match self.vertex() {
                Some(node) => nodes.push(node),
                None => return Some(nodes).filter(|nodes| !nodes.is_empty()),
            }
            let blanks = self.cursor.blanks();
            if self.cursor.byte_at(blanks) != b'&' {
                return Some(nodes);
            }
            self.cursor.take(blanks + 1);
            self.cursor.skip_blanks();
        }
    }

    /// Reads a node with its shape, properties and classes.
    fn vertex(&mut self) -> Option<usize> {
        let length = node::id_length(self.cursor.rest());
        if length == 0 {
            self.give_up(Misread::NotUnderstood);
            return None;
        }
        let id = self.cursor.take(length);
        // Edges without an explicit id have one made of their ends.
        if self.cursor.sees("@{") && (self.edge_ids.contains(id) || self.is_id_of_ends(id)) {
            self.properties();
            self.end_statement();
            return None;
        }
        let index = self.node(id);
        loop {
            let blanks = self.cursor.blanks();
            if node::shape_begins(&self.cursor, blanks) {
                self.cursor.take(blanks);
                let Some((shape, text)) = node::shape(&mut self.cursor) else {
                    self.give_up(Misread::NotClosed);
                    return None;
                };
                let node = &mut self.chart.nodes[index];
                (node.shape, node.text) = (shape, text);
            } else if self.cursor.sees("@{") {
                let Some(properties) = self.properties() else {
                    self.give_up(Misread::NotClosed);
                    return None;
                };
                let node = &mut self.chart.nodes[index];
                node.shape = properties.shape.unwrap_or(node.shape);
                node.text = properties.label.unwrap_or(std::mem::take(&mut node.text));
            } else if self.cursor.skip(":::") {
                let length = node::id_length(self.cursor.rest());
                let class = self.cursor.take(length);
                self.chart.nodes[index].classes.extend(class.split(',').map(str::to_owned));
            } else {
                return Some(index);
            }
        }
    }

    /// Reads properties in braces. The cursor stays if they are not closed.
    fn properties(&mut self) -> Option<node::Properties> {
        if self.unclosed == MOST_UNCLOSED {
            return None;
        }
        let properties = node::properties(&mut self.cursor);
        self.unclosed += usize::from(properties.is_none());
        properties
    }

    fn is_id_of_ends(&mut self, id: &str) -> bool {
        let parts = id.strip_prefix("L_").and_then(|rest| rest.rsplit_once('_'));
        parts.is_some() && self.known_node(id).is_none()
    }

    /// Expects the end of a statement.
    fn end_statement(&mut self) {
        self.cursor.skip_blanks();
        let is_over =
            self.cursor.is_at_end() || matches!(self.cursor.byte(), b'\n' | b';') || self.cursor.sees("%%");
        if !is_over && !self.is_full {
            self.give_up(Misread::NotUnderstood);
        }
    }
}
