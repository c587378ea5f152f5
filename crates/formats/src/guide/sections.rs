//! The tree of a guide's headings.

use super::blocks::{Block, Code, Item, LEVEL, Table, blocks};
use super::line::Line;
use super::marker;
use super::numbering;
use super::words;

/// A strong line on its own is a heading within the real ones.
const STRONG: u16 = 7 * LEVEL;

/// So is a line before a list that announces it.
const ANNOUNCED: u16 = 8 * LEVEL;

/// Longer lines are no headings.
const LONGEST_HEADING: usize = 150;

/// A heading with what follows it up to the next one.
#[derive(Default)]
pub struct Section {
    /// 0 for what precedes the first heading.
    pub level: u16,
    pub heading: Line,
    /// The section that it is in.
    pub within: Option<usize>,
    pub contents: Vec<Content>,
    /// The index behind its last subsection.
    pub end: usize,
}

pub enum Content {
    Text(Vec<Line>),
    List(Vec<Item>),
    Table(Table),
}

impl Section {
    /// Whether it is a line that serves as a heading.
    pub fn is_improvised(&self) -> bool {
        self.level >= STRONG
    }

    /// Whether it is a sentence that announces a list.
    pub fn is_announcement(&self) -> bool {
        self.level >= ANNOUNCED
    }

    pub fn has_lists(&self) -> bool {
        self.contents.iter().any(|content| !matches!(content, Content::Text(_)))
    }
}

/// The sections in the order of the text, the first one without a heading.
pub fn sections(text: &str, code: Code) -> Vec<Section> {
    let mut tree = Tree { sections: vec![Section::default()], open: vec![0] };
    let mut rest = blocks(text, code).into_iter().peekable();
    while let Some(block) = rest.next() {
        match block {
            Block::Heading { level, line } => tree.open(level, line),
            Block::End { level } => tree.close(level),
            Block::List(items) => tree.put(Content::List(items)),
            Block::Table(table) => tree.put(Content::Table(table)),
            Block::Text(lines) => {
                let is_before_list = matches!(rest.peek(), Some(Block::List(_) | Block::Table(_)));
                tree.text(lines, is_before_list);
            }
        }
    }
    tree.close(0);
    numbering::put_dots(&mut tree.sections);
    tree.sections
}

struct Tree {
    sections: Vec<Section>,
    /// The open sections, each within the one before.
    open: Vec<usize>,
}

impl Tree {
    fn open(&mut self, level: u16, heading: Line) {
        self.close(level);
        let within = self.open.last().copied();
        self.open.push(self.sections.len());
        self.sections.push(Section { level, heading, within, ..Section::default() });
    }

    /// Ends the sections of this level and below.
    fn close(&mut self, level: u16) {
        let end = self.sections.len();
        while let Some(section) = self.open.pop_if(|&mut at| self.sections[at].level >= level) {
            self.sections[section].end = end;
        }
    }

    fn put(&mut self, content: Content) {
        if let Some(&section) = self.open.last() {
            self.sections[section].contents.push(content);
        }
    }

    fn text(&mut self, lines: Vec<Line>, is_before_list: bool) {
        self.close(ANNOUNCED);
        let (mut plain, count) = (Vec::new(), lines.len());
        for (at, line) in lines.into_iter().enumerate() {
            let announces = is_before_list && at + 1 == count && line.text.ends_with([':', '：']);
            let level = match &line {
                line if line.text.len() > LONGEST_HEADING => None,
                line if is_marked(line) => Some(STRONG),
                line if line.is_strong() && count == 1 => Some(STRONG),
                _ if announces => Some(ANNOUNCED),
                line if is_before_list && at + 1 == count && words::role(&line.text).is_some() => {
                    Some(ANNOUNCED)
                }
                _ => None,
            };
            match level {
                Some(level) => {
                    self.put_text(&mut plain);
                    self.open(level, line);
                }
                None => plain.push(line),
            }
        }
        self.put_text(&mut plain);
    }

    fn put_text(&mut self, lines: &mut Vec<Line>) {
        if !lines.is_empty() {
            self.put(Content::Text(std::mem::take(lines)));
        }
    }
}

/// Whether a line is headed like a phase, as in "Week 1: Saws". Prose may begin with such words, too.
fn is_marked(line: &Line) -> bool {
    let Some(marker) = marker::parse(&line.text) else { return false };
    let is_number = marker.kind == marker::Kind::Number;
    !is_number && (line.is_strong() || marker.rest.is_empty() || marker.is_divided)
        || is_number && line.is_strong()
}
