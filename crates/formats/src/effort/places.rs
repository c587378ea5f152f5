//! Where in a line a length may stand. In the middle of a sentence, a number of weeks may mean anything.

use std::ops::Range;

use super::items::{Item, What};
use super::lengths::Certainty;
use super::positions::Position;
use super::tokens::Line;
use super::units::Unit;
use super::words::Role;

/// What a stretch of a line ends at, "about" and its like left aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// The beginning or end of the line.
    Line,
    Bracket,
    /// A mark that divides a line: a dash, a colon, a picture.
    Firm,
    /// A comma, which sentences have as well.
    Soft,
    /// Other words.
    Words,
}

/// The surroundings of a run of items.
pub struct Place<'a> {
    line: &'a Line<'a>,
    tokens: Range<usize>,
    left: Edge,
    right: Edge,
    starts_line: bool,
    ends_line: bool,
    is_in_brackets: bool,
    /// Unlike "2d, 3d".
    has_one_weak: bool,
}

/// Finds places in a line.
pub struct Places<'a> {
    line: &'a Line<'a>,
    /// The first and the last token that says something.
    first: usize,
    last: usize,
    /// For each token, whether a bracket is open before it.
    is_in_brackets: Vec<bool>,
}

impl<'a> Places<'a> {
    pub fn new(line: &'a Line<'a>) -> Self {
        let first = (0..line.len()).find(|&at| line.says_something(at)).unwrap_or(line.len());
        let last = (0..line.len()).rfind(|&at| line.says_something(at)).unwrap_or(0);
        let mut depth = 0_usize;
        let is_in_brackets = (0..line.len()).map(|at| {
            let is_open = depth > 0;
            match line.mark(at) {
                Some('(' | '[' | '{') => depth += 1,
                Some(')' | ']' | '}') => depth = depth.saturating_sub(1),
                _ => {}
            }
            is_open
        });
        let is_in_brackets = is_in_brackets.collect();
        Self { line, first, last, is_in_brackets }
    }

    /// The place of a run of items.
    pub fn of(&self, run: &[Item]) -> Option<Place<'a>> {
        let line = self.line;
        let tokens = run.first()?.tokens.start..run.last()?.tokens.end;
        let is_weak =
            |item: &&Item| matches!(item.what, What::Length(length) if length.certainty == Certainty::Weak);
        Some(Place {
            line,
            left: (0..tokens.start).rev().find_map(|at| edge(line, at)).unwrap_or(Edge::Line),
            right: (tokens.end..line.len()).find_map(|at| edge(line, at)).unwrap_or(Edge::Line),
            starts_line: self.first >= tokens.start,
            ends_line: self.last < tokens.end,
            is_in_brackets: self.is_in_brackets[tokens.start],
            has_one_weak: run.iter().filter(is_weak).count() == 1,
            tokens,
        })
    }
}

/// The edge at a token; `None` if a stretch goes on there.
pub fn edge(line: &Line, at: usize) -> Option<Edge> {
    let Some(mark) = line.mark(at) else { return line.says_something(at).then_some(Edge::Words) };
    let is_loose = line.has_gap(at) || line.has_gap(at + 1) || at + 1 == line.len() || at == 0;
    match mark {
        '(' | '[' | '{' | ')' | ']' | '}' => Some(Edge::Bracket),
        '-' | '–' if is_loose => Some(Edge::Firm),
        '-' | '–' => Some(Edge::Words),
        ':' | '|' | '·' | '•' | '—' | '→' | '…' | '≈' | '~' | '/' | '=' => Some(Edge::Firm),
        ',' | ';' | '!' | '?' => Some(Edge::Soft),
        '.' if is_loose => Some(Edge::Soft),
        '+' | '&' | '%' | '$' | '€' | '£' | '#' | '@' => Some(Edge::Words),
        '.' | '\'' | '’' | '"' | '*' | '_' | '`' | '<' | '>' | '“' | '”' => None,
        // Pictures
        _ => Some(Edge::Firm),
    }
}

impl Place<'_> {
    /// Whether a length or position of the run may stand here.
    pub fn allows(&self, item: &Item) -> bool {
        match item.what {
            What::Length(length) if length.certainty == Certainty::Weak => {
                // "3D" is never a length.
                let is_capital_d = self.line.first_letter(item.tokens.end - 1) == Some('D');
                self.is_alone() && !is_capital_d && self.has_one_weak
            }
            What::Length(length) => self.allows_length(length.certainty, length.unit),
            What::Position(position) => self.allows_position(&position),
            What::Rate(_) => false,
        }
    }

    /// Whether there is nothing else between two marks, in a part of the line that is no sentence.
    fn is_alone(&self) -> bool {
        let is_field = self.left != Edge::Words && self.right != Edge::Words;
        let is_divided = self.left != Edge::Soft && self.right != Edge::Soft;
        is_field && (is_divided || self.starts_line || self.ends_line || self.is_in_brackets)
    }

    /// Whether the words around it say that it is something else.
    pub fn is_denied(&self) -> bool {
        let behind = self.tokens.end;
        let before = self.tokens.start.checked_sub(1);
        let is_experience = (behind..behind + 3).any(|at| self.line.is(at, Role::Experience));
        before.is_some_and(|before| self.line.is(before, Role::NotBefore))
            || self.line.is(behind, Role::NotBehind)
            || is_experience
    }

    fn allows_length(&self, certainty: Certainty, unit: Unit) -> bool {
        if self.is_denied() {
            return false;
        }
        // "30 days of code" is the name of something.
        let is_named = unit == Unit::Day && matches!(self.line.word(self.tokens.end), "of" | "de" | "in");
        let starts = self.starts_line && !is_named;
        match certainty {
            Certainty::Full => self.is_alone() || starts || self.ends_line,
            Certainty::Letter => self.is_alone() || starts && unit == Unit::Hour || self.ends_line,
            Certainty::Word => self.is_alone() || self.ends_line,
            Certainty::One | Certainty::Weak => self.is_alone(),
        }
    }

    fn allows_position(&self, position: &Position) -> bool {
        let Position { is_range, is_letter, unit, .. } = *position;
        if self.is_denied() {
            return false;
        }
        let is_field = self.left != Edge::Words && self.right != Edge::Words;
        let behind = self.tokens.end;
        let is_small = self.line.first_letter(behind).is_some_and(char::is_lowercase);
        let is_of =
            ["of", "in", "is", "on", "off", "at", "to", "de", "von"].contains(&self.line.word(behind));
        // "Day 2 operations" is a name.
        let reads_on = !is_small || matches!(unit, Unit::Week | Unit::Month);
        let heads = self.starts_line && !is_of && !is_letter && (is_range || reads_on);
        is_field || heads || self.ends_line && is_range && !is_letter
    }
}
