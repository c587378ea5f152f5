//! The statements of a flowchart: nodes with edges between them, subgraphs, classes, and what is read over.

use std::rc::Rc;

use super::flowchart::{FlowEdge, Misread};
use super::read::{MOST_EDGES, Reader};
use super::{arrow, node};

/// So often something in braces is looked for that does not end.
const MOST_IN_VAIN: usize = 100;

impl Reader<'_> {
    /// Reads one statement, or leaves the rest of its line.
    pub fn statement(&mut self) {
        let rest = self.scan.rest();
        let word = &rest[..rest.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(rest.len())];
        if self.is_keyword(word) {
            self.scan.take(word.len());
            self.keyword(word);
        } else {
            self.chain();
        }
    }

    /// Whether a word begins a statement of its own; it can be the name of a node too.
    fn is_keyword(&self, word: &str) -> bool {
        let after = &self.scan.rest()[word.len()..];
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
        self.scan.skip_blanks(false);
        match word {
            "end" => self.end_subgraph(),
            "subgraph" => self.subgraph(),
            "direction" => {
                let length = self.to_statement_end();
                let word = self.scan.take(length).trim();
                self.turn(word);
            }
            "class" => self.class(),
            "accDescr" if self.scan.byte() == b'{' => {
                // A description in braces may have several lines.
                if self.data().is_none() {
                    let length = self.scan.to_line_end();
                    self.scan.take(length);
                }
            }
            "accTitle" | "accDescr" => {
                let length = self.scan.to_line_end();
                self.scan.take(length);
            }
            _ => {
                let length = self.to_statement_end();
                let rest = self.scan.take(length);
                // Whatever is given a style is a node, if it is nowhere else.
                let id = &rest[..node::id_length(rest)];
                if word == "style" && !id.is_empty() {
                    self.node(id);
                }
            }
        }
    }

    /// The bytes before the end of the line, or before a semicolon that is not quoted.
    fn to_statement_end(&self) -> usize {
        let mut quoted = false;
        let is_end = |byte: u8| {
            quoted ^= byte == b'"';
            byte == b'\n' || (byte == b';' && !quoted)
        };
        let rest = self.scan.rest();
        rest.bytes().position(is_end).unwrap_or(rest.len())
    }

    fn subgraph(&mut self) {
        let rest = self.scan.rest();
        let length = match rest.find(['[', '"', ';', '\n']) {
            Some(at) if rest[at..].starts_with([';', '\n']) => at,
            Some(at) => {
                let line = &rest[..self.scan.to_line_end()];
                let closing = if line[at..].starts_with('[') { ']' } else { '"' };
                line[at + 1..].rfind(closing).map_or(line.len(), |end| at + 1 + end + 1)
            }
            None => rest.len(),
        };
        let text = self.scan.take(length).trim();
        let (id, title) = match text.split_once('[') {
            Some((id, title)) => (id.trim(), title.strip_suffix(']').unwrap_or(title).trim()),
            None if text.contains(char::is_whitespace) || text.starts_with('"') => ("", text),
            None => (text, text),
        };
        let title = title.strip_prefix('"').and_then(|title| title.strip_suffix('"')).unwrap_or(title);
        self.begin_subgraph(id.trim_matches('"'), &super::label::unmarked(title));
        self.end_statement();
    }

    fn class(&mut self) {
        let length = self.to_statement_end();
        let text = self.scan.take(length).trim();
        let Some((ids, name)) = text.rsplit_once(char::is_whitespace) else { return };
        for id in ids.split(',') {
            if let Some(node) = self.known_node(id.trim()) {
                node.classes.push(name.to_owned());
            }
        }
    }

    /// Reads nodes with the edges between them: `A & B --> C --> D`.
    fn chain(&mut self) {
        let Some(mut from) = self.group() else { return };
        while !self.is_full && self.edge_comes_next() {
            let mut name = "";
            let length = arrow::name_length(&self.scan);
            if length > 0 {
                name = self.scan.take(length);
                self.scan.take(1);
            }
            let line = self.scan.line();
            let Ok(arrow) = arrow::read(&mut self.scan) else { return self.give_up(Misread::NotClosed) };
            self.skip_to_node();
            let Some(to) = self.group() else { return };
            if !name.is_empty() {
                self.named_edges.insert(name.into(), self.chart.edges.len());
            }
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

    /// Goes to an edge if one comes next, be it on a later line.
    fn edge_comes_next(&mut self) -> bool {
        let blanks = self.scan.blanks(true);
        let rest = &self.scan.rest()[blanks..];
        let is_on_line = blanks == self.scan.blanks(false);
        let begins = arrow::begins(rest) && (is_on_line || !rest.starts_with(['x', 'o', '.']));
        let is_there = begins || {
            let mut ahead = super::scan::Scan::new(rest, 0);
            ahead.skip_blanks(true);
            is_on_line && arrow::name_length(&ahead) > 0
        };
        if is_there {
            self.scan.take(blanks);
        }
        is_there
    }

    /// Goes to the node that an edge ends at, which may stand on a later line.
    fn skip_to_node(&mut self) {
        self.scan.skip_blanks(true);
        while self.scan.sees("%%") {
            self.skip_comment();
            self.scan.skip_blanks(true);
        }
    }

    /// Reads nodes with `&` between them, up to one that makes no sense; nothing if that is the first, or if properties of
    /// an edge are all there is.
    fn group(&mut self) -> Option<Vec<usize>> {
        let mut nodes = Vec::new();
        loop {
            match self.vertex() {
                Some(node) => nodes.push(node),
                None => return Some(nodes).filter(|nodes| !nodes.is_empty()),
            }
            let blanks = self.scan.blanks(false);
            if self.scan.byte_at(blanks) != b'&' {
                return Some(nodes);
            }
            self.scan.take(blanks + 1);
            self.scan.skip_blanks(false);
        }
    }

    /// Reads a node with its outline, properties and classes.
    fn vertex(&mut self) -> Option<usize> {
        let length = node::id_length(self.scan.rest());
        if length == 0 {
            self.give_up(Misread::NotUnderstood);
            return None;
        }
        let id = self.scan.take(length);
        // Edges without a name of their own are called after their ends.
        if self.scan.sees("@{")
            && (self.named_edges.contains_key(&id.into()) || self.is_called_after_ends(id))
        {
            let _ = self.data();
            self.end_statement();
            return None;
        }
        let place = self.node(id);
        loop {
            let blanks = self.scan.blanks(false);
            if node::outline_begins(&self.scan, blanks) {
                self.scan.take(blanks);
                let Some((shape, text)) = node::outline(&mut self.scan) else {
                    self.give_up(Misread::NotClosed);
                    return None;
                };
                let node = &mut self.chart.nodes[place];
                (node.shape, node.text) = (shape, text);
            } else if self.scan.sees("@{") {
                let Some(data) = self.data() else {
                    self.give_up(Misread::NotClosed);
                    return None;
                };
                let node = &mut self.chart.nodes[place];
                node.shape = data.shape.unwrap_or(node.shape);
                node.text = data.label.unwrap_or(std::mem::take(&mut node.text));
            } else if self.scan.skip(":::") {
                let length = node::id_length(self.scan.rest());
                let class = self.scan.take(length);
                self.chart.nodes[place].classes.extend(class.split(',').map(str::to_owned));
            } else {
                return Some(place);
            }
        }
    }

    /// What is written out in braces; nothing, and the place stays, if that does not end. What was looked for often enough
    /// in vain is not looked for any more, so that a long text takes no longer than its length.
    fn data(&mut self) -> Option<node::Data> {
        let data = (self.in_vain < MOST_IN_VAIN).then(|| node::data(&mut self.scan)).flatten();
        self.in_vain += usize::from(data.is_none());
        data
    }

    fn is_called_after_ends(&mut self, id: &str) -> bool {
        let parts = id.strip_prefix("L_").and_then(|rest| rest.rsplit_once('_'));
        parts.is_some() && self.known_node(id).is_none()
    }

    /// A statement is over, or else the rest of the line makes no sense.
    fn end_statement(&mut self) {
        self.scan.skip_blanks(false);
        let is_over =
            self.scan.is_at_end() || matches!(self.scan.byte(), b'\n' | b';') || self.scan.sees("%%");
        if !is_over && !self.is_full {
            self.give_up(Misread::NotUnderstood);
        }
    }
}
