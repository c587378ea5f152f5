//! The lines of a chart that is written line by line.

use super::flowchart::{Misread, Warning};
use super::reader::excerpt;
use crate::front_matter::front_matter;

/// A chart's lines without what says nothing about it: front matter, directives, comments, descriptions.
#[derive(Default)]
pub struct ChartText<'a> {
    /// From its front matter; may be empty.
    pub title: String,
    pub lines: Vec<ChartLine<'a>>,
    pub warnings: Vec<Warning>,
}

/// A line that is not empty.
#[derive(Clone, Copy)]
pub struct ChartLine<'a> {
    /// Counted from 1 in the whole text.
    pub number: usize,
    /// Columns before its text.
    pub indent: usize,
    /// Without blanks at both ends.
    pub text: &'a str,
}

/// A tab ends at the next column divisible by this.
const TAB: usize = 4;

/// Reads the lines of a chart that begins with `keyword`. Its first line has the number `first_line`.
pub fn chart_text<'a>(text: &'a str, first_line: usize, keyword: &str) -> ChartText<'a> {
    let (title, length) = front_matter(text);
    let mut chart = ChartText { title, ..ChartText::default() };
    let first = first_line + text[..length].matches('\n').count();
    let mut blocks = Blocks::default();
    let (mut at, mut has_header) = (length, false);
    for (number, line) in (first..).zip(text[length..].split('\n')) {
        at = text.len().min(at + line.len() + 1);
        let trimmed = line.trim_matches(['\u{feff}', '\r']).trim();
        if blocks.is_within(trimmed, &text[at..]) || trimmed.starts_with("%%") || is_description(trimmed) {
            // Nothing about the chart itself.
        } else if !has_header && let Some(rest) = header(trimmed, keyword) {
            has_header = true;
            chart.push(number, 0, rest);
        } else {
            chart.push(number, indent(line), trimmed);
        }
    }
    if !has_header {
        chart.warnings.push(Warning { line: first_line, what: Misread::NoHeader });
    }
    chart
}

impl<'a> ChartText<'a> {
    fn push(&mut self, number: usize, indent: usize, text: &'a str) {
        if !text.is_empty() {
            self.lines.push(ChartLine { number, indent, text });
        }
    }

    /// Notes that a line was skipped.
    pub fn misread(&mut self, line: ChartLine<'_>) {
        self.warnings.push(Warning { line: line.number, what: Misread::NotUnderstood(excerpt(line.text)) });
    }
}

/// Directives and long descriptions, which may have several lines.
#[derive(Default)]
struct Blocks {
    /// The sign that ends the block that has begun.
    end: Option<&'static str>,
    /// Signs that do not occur in the rest of the text, so that looking for them takes linear time.
    absent: Vec<&'static str>,
}

impl Blocks {
    /// Whether a line belongs to a block, before what comes `after` it.
    fn is_within(&mut self, line: &str, after: &str) -> bool {
        let Some(end) = self.end.or_else(|| block_end(line)) else { return false };
        let is_new = self.end.is_none();
        self.end = None;
        if line.contains(end) {
            return true;
        }
        if is_new && !self.absent.contains(&end) && !after.contains(end) {
            self.absent.push(end);
        }
        if !self.absent.contains(&end) {
            self.end = Some(end);
        }
        true
    }
}

/// The sign that ends the block which a line begins.
fn block_end(line: &str) -> Option<&'static str> {
    if line.starts_with("%%{") {
        return Some("}%%");
    }
    let is_long = strip_word(line, "accDescr").is_some_and(|rest| rest.starts_with('{'));
    is_long.then_some("}")
}

/// Whether a line describes the chart to screen readers.
fn is_description(line: &str) -> bool {
    ["accTitle", "accDescr"]
        .iter()
        .any(|word| strip_word(line, word).is_some_and(|rest| rest.starts_with(':')))
}

/// What follows the keyword of a chart, other than its direction.
fn header<'a>(line: &'a str, keyword: &str) -> Option<&'a str> {
    let rest = strip_word(line, keyword)?.trim_start_matches([';', ':']).trim_start();
    Some(if ["TD", "TB", "BT", "LR", "RL"].contains(&rest) { "" } else { rest })
}

/// What follows a word at the beginning of a line, in letters of any case.
pub fn strip_word<'a>(line: &'a str, word: &str) -> Option<&'a str> {
    let begin = line.get(..word.len())?;
    let rest = &line[word.len()..];
    let is_word =
        begin.eq_ignore_ascii_case(word) && !rest.starts_with(|letter: char| letter.is_alphanumeric());
    is_word.then(|| rest.trim_start())
}

/// What follows a statement's keyword, which blanks separate from it; empty if nothing does.
pub fn statement<'a>(line: &'a str, keyword: &str) -> Option<&'a str> {
    let begin = line.get(..keyword.len())?;
    let rest = &line[keyword.len()..];
    let is_statement =
        begin.eq_ignore_ascii_case(keyword) && (rest.is_empty() || rest.starts_with([' ', '\t']));
    is_statement.then(|| rest.trim())
}

fn indent(line: &str) -> usize {
    let mut column = 0;
    for letter in line.chars().take_while(|letter| letter.is_whitespace()) {
        column = if letter == '\t' { column / TAB * TAB + TAB } else { column + 1 };
    }
    column
}
