//! The label of a node in a guide's flowchart: icon, title, effort and the things it lists.

use std::borrow::Cow;
use std::ops::Range;

use crate::effort::{self, Estimate};
use crate::guide;
use crate::mermaid::{lines, plain};
use crate::vocabulary::has_projects;

#[derive(Default)]
pub struct Label<'a> {
    /// May be empty.
    pub icon: String,
    /// The first line, without icon and effort, and further ones that belong to it.
    pub title: String,
    pub effort: Option<Estimate>,
    /// The other lines as written, without the effort.
    pub lines: Vec<&'a str>,
}

impl<'a> Label<'a> {
    /// The label of a node. All lines of a question are its title; so are two lines that list nothing, unless the node is
    /// `sorted`, that is, its class says what it is.
    pub fn parse(text: &'a str, is_question: bool, is_sorted: bool) -> Self {
        let mut label = Self { lines: lines(text), ..Self::default() };
        let Some(&first) = label.lines.first() else { return label };
        let timed_line = label.take_effort();
        let rest = title(first, timed_line == Some(0));
        // What follows a time is no longer the title.
        let is_cut_off = timed_line == Some(1) && label.lines.get(1).is_some_and(|line| line.is_empty());
        label.lines.remove(0);
        label.lines.retain(|line| !line.is_empty());
        // A box may begin with its time.
        let title = match label.lines.first() {
            Some(&next) if rest.is_empty() && lists_nothing(next) => {
                label.lines.remove(0);
                Cow::Borrowed(next)
            }
            _ if rest.is_empty() => Cow::Borrowed(first),
            _ => rest,
        };
        let (icon, words) = title.split_at(icon_length(&title));
        // A title may consist of pictures alone.
        if words.is_empty() {
            label.title = plain(&title);
        } else {
            label.icon = plain(icon);
            label.title = plain(words);
        }
        if is_question {
            for line in std::mem::take(&mut label.lines) {
                label.title = format!("{} {}", label.title, plain(line));
            }
        } else if !is_sorted && !is_cut_off && label.goes_on(first) {
            // What is listed stays as topics, too.
            let lists = lists_something(label.lines[0]);
            let more = plain(label.lines[0]);
            label.lines.drain(..usize::from(!lists));
            let between = if is_numbered_only(&label.title) { ": " } else { " " };
            label.title = format!("{}{between}{more}", label.title);
        }
        label
    }

    /// Whether the second line belongs to the title: it lists nothing and stands alone, or the first one only counts.
    fn goes_on(&self, first: &str) -> bool {
        let Some(second) = self.lines.first() else { return false };
        let is_emphasized = ["<b>", "<strong>", "**"].iter().any(|mark| first.trim_start().starts_with(mark));
        is_numbered_only(&self.title)
            || self.lines.len() == 1 && !is_emphasized && !lists_something(second) && !has_projects(first)
    }

    /// Takes the effort out of the lines, and tells which of them it was in.
    ///
    /// It is the one that has a line to itself, or that of the title, or that of all lines together. Below a title that
    /// announces projects, an effort is that of one project and not of the node.
    fn take_effort(&mut self) -> Option<usize> {
        let found: Vec<(usize, Range<usize>, Estimate)> = (0..self.lines.len())
            .filter_map(|index| effort::find(self.lines[index]).map(|(range, found)| (index, range, found)))
            .collect();
        let has_line = |(index, range, _): &&(usize, Range<usize>, Estimate)| {
            *index > 0 && effort::without(self.lines[*index], range).is_empty()
        };
        let in_title = found.first().filter(|(index, ..)| *index == 0);
        let one = found.iter().find(has_line).or(in_title).or(found.first().filter(|_| found.len() == 1));
        if in_title.is_none() && one.is_none_or(|one| !has_line(&one)) && has_projects(self.lines[0]) {
            return None;
        }
        let Some((index, range, estimate)) = one.cloned() else {
            let all: Vec<Estimate> = found.iter().map(|(.., estimate)| *estimate).collect();
            self.effort = effort::total(&all);
            return None;
        };
        self.effort = Some(estimate);
        let line = self.lines[index];
        if let (1.., Cow::Borrowed(rest)) = (index, effort::without(line, &range)) {
            self.lines[index] = rest;
        }
        self.take_pace(line);
        Some(index)
    }

    /// Takes the line that says how many hours a week the effort means.
    fn take_pace(&mut self, effort: &str) {
        let is_pace = |line: &&str| effort::find(line).is_none() && effort::rate(line).is_some();
        let Some(at) = self.lines.iter().skip(1).position(is_pace) else { return };
        if let Some(product) = effort::course(effort, self.lines[at + 1]) {
            self.effort = Some(product);
            self.lines.remove(at + 1);
        }
    }
}

/// A title without its time, or without its position if its box has a time elsewhere. "Week 1: Basics (10 hours)" has both.
fn title(line: &str, is_timed: bool) -> Cow<'_, str> {
    let mut title = Cow::Borrowed(line);
    for _ in 0..2 {
        let is_taken = |estimate: &Estimate| is_timed || estimate.is_position;
        let Some((range, _)) = effort::find(&title).filter(|(_, estimate)| is_taken(estimate)) else { break };
        title = Cow::Owned(effort::without(&title, &range).into_owned());
    }
    title
}

/// Whether a line can be a title because it lists nothing.
fn lists_nothing(line: &str) -> bool {
    item(line) == plain(line) && listed(&[line]).len() == 1
}

/// Words that count the parts of a roadmap.
const COUNTED: [&str; 14] = [
    "phase", "stage", "module", "level", "step", "part", "unit", "chapter", "week", "month", "day",
    "semester", "sprint", "section",
];

/// Whether a title is a number of a part and nothing else, such as "Phase 3".
fn is_numbered_only(title: &str) -> bool {
    let title = title.trim_end_matches([':', '.', '-', '–', '—', ' ']);
    counts_a_part(title) && title.split_whitespace().count() == 2
}

/// Whether a title begins with the number of a part, such as "Phase 3: Glaze".
pub fn counts_a_part(title: &str) -> bool {
    let title = title.to_lowercase();
    let mut words = title.split([' ', ':', '.', '-', '–', '—']).filter(|word| !word.is_empty());
    let is_number = |text: &str| text.chars().all(|letter| letter.is_ascii_digit() || "ivx".contains(letter));
    words.next().is_some_and(|word| COUNTED.contains(&word)) && words.next().is_some_and(is_number)
}

/// The place that a title counts, such as 3 of "Phase 3: Glaze" and of "3 · Glaze".
pub fn place(title: &str) -> Option<u32> {
    let dotted = || {
        let (number, rest) = title.split_once(['·', '•'])?;
        number.trim().parse().ok().filter(|number| *number <= 200 && !rest.is_empty())
    };
    guide::place(title).or_else(dotted)
}

/// Whether a line lists things: with commas or other marks between them, after a bullet, or in brackets.
fn lists_something(line: &str) -> bool {
    item(line) != plain(line)
        || line.contains([',', ';', '•', '·', '|', '+', '&', '(', '、', '，', '/'])
        || line.trim().starts_with(SECOND_LEVEL)
}

/// The items of lines, split at commas outside brackets, as readable text. Commas before a colon are within its label, as
/// in "Boole, De Morgan: essays".
pub fn listed(lines: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for line in lines {
        let (mut depth, mut from) = (0_usize, 0);
        let label = line.find(": ").unwrap_or(0);
        for (at, byte) in line.bytes().enumerate() {
            match byte {
                b'(' | b'[' => depth += 1,
                b')' | b']' => depth = depth.saturating_sub(1),
                b',' if depth == 0 && at > label && !is_in_number(line, at) => {
                    found.push(item(&line[from..at]));
                    from = at + 1;
                }
                _ => {}
            }
        }
        found.push(item(&line[from..]));
    }
    found.retain(|item| !item.is_empty());
    found
}

/// Whether the comma at a byte of a line separates digits of one number, as in "10,000".
fn is_in_number(line: &str, at: usize) -> bool {
    let is_digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    let bytes = line.as_bytes();
    at > 0 && is_digit(bytes.get(at - 1)) && is_digit(bytes.get(at + 1))
}

/// The items of lines, each with the items nested in it: those listed in brackets behind it, and those of the next lines
/// that have a bullet of the second level.
///
/// An item keeps its words, because it is known by them.
pub fn nested(lines: &[&str]) -> Vec<(String, Vec<String>)> {
    let mut found: Vec<(String, Vec<String>)> = Vec::new();
    for line in lines {
        match (line.trim().strip_prefix(SECOND_LEVEL), found.last_mut()) {
            (Some(below), Some((_, nested))) => nested.extend(listed(&[below])),
            _ => found.extend(listed(&[line]).into_iter().map(|item| {
                let nested = in_brackets(&item);
                (item, nested)
            })),
        }
    }
    found
}

/// Bullets of items within items.
const SECOND_LEVEL: [char; 6] = ['◦', '○', '▪', '▫', '‣', '⁃'];

/// Two or more items in the brackets at the end of an item.
fn in_brackets(item: &str) -> Vec<String> {
    let inside = item.strip_suffix(')').and_then(|open| Some(open.rsplit_once('(')?.1));
    let items = inside.map(|inside| listed(&[inside])).unwrap_or_default();
    if items.len() > 1 { items } else { Vec::new() }
}

/// A line as readable text, without its bullet.
pub fn item(line: &str) -> String {
    let line = line.trim();
    let bare = ["- ", "* ", "• ", "✓ ", "✅ ", "+ "].iter().find_map(|bullet| line.strip_prefix(bullet));
    plain(bare.unwrap_or(line))
}

/// The length in bytes of the icon at the beginning of a title; 0 if there is none.
pub fn icon_length(title: &str) -> usize {
    let mut end = 0;
    let mut letters = title.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let is_keycap =
            letter.is_ascii_digit() && matches!(letters.peek(), Some((_, '\u{fe0f}' | '\u{20e3}')));
        if !is_picture(letter) && !is_keycap {
            break;
        }
        end = at + letter.len_utf8();
    }
    end
}

/// Whether a character is a pictograph, or part of one.
fn is_picture(letter: char) -> bool {
    matches!(letter,
        '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}' | '\u{fe0f}' | '\u{200d}' | '\u{20e3}'
        | '\u{3030}' | '\u{303d}' | '\u{3297}' | '\u{3299}' | '\u{e0020}'..='\u{e007f}')
}
