//! What stands in a node of a guide's flowchart: an icon, a title, how long it takes, and what it lists.

use super::effort::{self, Found};
use crate::mermaid::{lines, plain};

/// The label of a node, taken apart.
#[derive(Default)]
pub struct Label<'a> {
    /// The sign before the title; may be empty.
    pub icon: String,
    /// The first line, without icon and effort.
    pub title: String,
    /// How long it takes.
    pub effort: Option<Found>,
    /// The other lines, as written, without the effort.
    pub lines: Vec<&'a str>,
}

/// Signs that may stand between a text and its effort.
const BETWEEN: [char; 13] = [' ', '(', '[', '-', '–', '—', ':', '|', ',', '·', '•', '~', '\u{fe0f}'];

/// Takes a label apart.
pub fn read(text: &str) -> Label<'_> {
    let mut label = Label { lines: lines(text), ..Label::default() };
    if let Some((at, found)) = effort_among(&label.lines) {
        label.effort = Some(found);
        label.lines[at] = without(label.lines[at], found);
    }
    if label.lines.is_empty() {
        return label;
    }
    let title = label.lines.remove(0);
    label.lines.retain(|line| !line.is_empty());
    let length = icon_length(title);
    if length < title.len() {
        label.icon = plain(&title[..length]);
        label.title = plain(&title[length..]);
    } else {
        label.title = plain(title);
    }
    label
}

/// The effort of a node and its line: one that has a line to itself, or else that of the title, or else any. Among projects
/// it is that of one of them.
fn effort_among(lines: &[&str]) -> Option<(usize, Found)> {
    let found = lines.iter().enumerate().filter_map(|(at, line)| Some((at, effort::find(line)?)));
    let found: Vec<(usize, Found)> = found.collect();
    let is_alone = |(at, found): &&(usize, Found)| *at > 0 && without(lines[*at], *found).is_empty();
    let first = found.first().filter(|(at, _)| *at == 0 || !lists_projects(lines[0]));
    found.iter().find(is_alone).or(first).copied()
}

/// Whether a title says that projects follow.
pub fn lists_projects(title: &str) -> bool {
    let mut words = title.split(|letter: char| !letter.is_alphanumeric());
    words.any(|word| word.eq_ignore_ascii_case("project") || word.eq_ignore_ascii_case("projects"))
}

/// A line without its effort; as it is, if the effort is part of what it says.
fn without(line: &str, Found { place: (from, to), .. }: Found) -> &str {
    let (before, after) = (&line[..from], &line[to..]);
    let is_sign = |letter: char| BETWEEN.contains(&letter) || is_picture(letter);
    let shorter = before.trim_end_matches(is_sign);
    if effort::is_bare(before) && effort::is_bare(after) {
        ""
    } else if effort::is_bare(after) && shorter.len() < before.len() {
        // What ends in a letter before the effort, such as "in 2 days", says it in a sentence.
        if before.trim_end_matches(' ').len() < before.len()
            && before.trim_end_matches(' ').ends_with(char::is_alphanumeric)
        {
            line
        } else {
            shorter
        }
    } else {
        line
    }
}

/// Parts of lines between commas that no bracket encloses, as a person reads them.
pub fn listed(lines: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for line in lines {
        let (mut depth, mut from) = (0_usize, 0);
        for (at, byte) in line.bytes().enumerate() {
            match byte {
                b'(' | b'[' => depth += 1,
                b')' | b']' => depth = depth.saturating_sub(1),
                b',' if depth == 0 => {
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

/// What a line says, without a sign of a list before it.
pub fn item(line: &str) -> String {
    let line = line.trim();
    let bare = ["- ", "* ", "• ", "✓ ", "✅ ", "+ "].iter().find_map(|sign| line.strip_prefix(sign));
    plain(bare.unwrap_or(line))
}

/// Whether a text begins with a sign that would be taken for an icon.
pub fn finds_icon(text: &str) -> bool {
    icon_length(text) > 0
}

/// The bytes of the icon that a title begins with.
fn icon_length(title: &str) -> usize {
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

/// Whether a letter is a picture, or part of one.
fn is_picture(letter: char) -> bool {
    matches!(letter,
        '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}' | '\u{fe0f}' | '\u{200d}' | '\u{20e3}'
        | '\u{3030}' | '\u{303d}' | '\u{3297}' | '\u{3299}' | '\u{e0020}'..='\u{e007f}')
}

/// A name for something called that: its letters and digits, small, with hyphens between.
pub fn slug(title: &str) -> String {
    let mut out = String::new();
    for letter in title.chars() {
        if letter.is_alphanumeric() {
            out.extend(letter.to_lowercase());
        } else if !out.is_empty() && !out.ends_with('-') && letter != '\'' {
            out.push('-');
        }
    }
    out.truncate(out.trim_end_matches('-').len());
    out
}
