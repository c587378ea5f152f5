//! Titles of phases and topics as a plan shows them.

use super::line::Line;
use super::marker::{self, Kind};
use super::times;
use crate::effort::{self, Estimate};

/// A heading without its number, position and time.
pub struct Heading {
    pub title: String,
    pub time: Option<Estimate>,
}

/// "2. Saws (Weeks 1-3)" is titled "Saws", "Week 3: Bowing" is titled "Bowing"; "Phase 1: Saws" and "Week 2" keep all.
pub fn heading(text: &str) -> Heading {
    let text = text.split('\n').next().unwrap_or_default();
    let time = times::find(text).map(|(_, estimate)| estimate).or_else(|| month(text));
    let whole = Some(times::trimmed(text)).filter(|whole| !whole.is_empty()).unwrap_or(text);
    let mut title = whole.to_owned();
    if let Some(marker) = marker::parse(whole)
        && !marker.rest.is_empty()
        && !is_note(marker.rest)
        && (marker.is_position() || marker.kind == Kind::Number)
    {
        title = marker.rest.to_owned();
    }
    // Also where there are two, as in "Week 1: Saws (10 hours)" and "Phase 1 (Weeks 1-3, 20 hours)".
    for _ in 0..2 {
        let Some((range, _)) = times::find(&title) else { break };
        let shorter = times::without(&title, &range);
        if !shorter.contains(char::is_alphanumeric) || is_note(&shorter) || shorter == title {
            break;
        }
        title = shorter;
    }
    let title = times::trimmed(&title).trim_matches('*').to_owned();
    Heading { title: if title.is_empty() { whole.to_owned() } else { title }, time }
}

/// Whether nothing stands before a note in brackets, which is no title.
fn is_note(text: &str) -> bool {
    text.starts_with(['(', '（'])
}

/// The length of a month that a heading names.
fn month(text: &str) -> Option<Estimate> {
    marker::parse(text).filter(|marker| marker.kind == Kind::Month)?;
    effort::find("Month 1").map(|(_, estimate)| estimate)
}

/// Whether a heading has nothing but its marker, so that it says nothing without it.
pub fn is_marker_alone(text: &str) -> bool {
    marker::parse(text).is_some_and(|marker| !marker.rest.contains(char::is_alphabetic))
        || !text.contains(char::is_alphabetic)
}

/// Signs before or behind an item that is done, or is not.
const DONE: [char; 5] = ['✅', '☑', '✔', '✓', '🗹'];
const OPEN: [char; 10] = ['⬜', '☐', '🔲', '❌', '🔳', '⏳', '🚧', '◻', '▢', '🟡'];

/// Whether an item has such a sign.
pub fn sign(text: &str) -> Option<bool> {
    let text = text.trim().trim_end_matches('\u{fe0f}');
    let is_in = |signs: &[char]| text.starts_with(signs) || text.ends_with(signs);
    if is_in(&DONE) { Some(true) } else { is_in(&OPEN).then_some(false) }
}

/// Longer titles are cut where their first part ends.
const LONGEST_TITLE: usize = 140;

/// The title of an item, with the time it gives.
pub fn item(line: &Line) -> (String, Option<Estimate>) {
    let mut text = line.text.split('\n').next().unwrap_or_default();
    if line.text.len() > LONGEST_TITLE {
        text = first_part(text, line.strong);
    }
    let is_sign = |letter: char| {
        letter.is_whitespace() || letter == '\u{fe0f}' || DONE.contains(&letter) || OPEN.contains(&letter)
    };
    let bare = text.trim_matches(is_sign);
    let text = if bare.is_empty() { text.trim() } else { bare };
    let time = times::length(text);
    let title = time.as_ref().map(|(range, _)| times::without(text, range)).filter(|title| !title.is_empty());
    let title = title.unwrap_or_else(|| text.to_owned());
    let title = match times::trimmed(&title) {
        "" => title,
        title => title.to_owned(),
    };
    (title, time.map(|(_, estimate)| estimate))
}

fn first_part(text: &str, strong: usize) -> &str {
    if let Some(strong) = text.get(..strong).filter(|strong| strong.contains(char::is_alphanumeric)) {
        return strong;
    }
    let ends = [": ", " – ", " — ", " - ", ". ", "。"];
    let end = ends.iter().filter_map(|end| text.find(end)).filter(|&end| end > 2).min();
    end.map_or(text, |end| &text[..end])
}

/// The parts of a text that lists things.
pub fn parts(text: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let has_lines = text.contains('\n');
    let (mut depth, mut from) = (0_usize, 0);
    for (at, letter) in text.char_indices() {
        let divides = match letter {
            '\n' => true,
            '(' | '[' | '（' => {
                depth += 1;
                false
            }
            ')' | ']' | '）' => {
                depth = depth.saturating_sub(1);
                false
            }
            ',' | ';' | '、' | '，' | '；' | '•' | '·' => !has_lines && depth == 0,
            _ => false,
        };
        if divides {
            parts.push(text[from..at].to_owned());
            from = at + letter.len_utf8();
        }
    }
    parts.push(text[from..].to_owned());
    let trim = |part: &String| {
        times::trimmed(part).trim_start_matches(['-', '*', '•']).trim().trim_end_matches('.').to_owned()
    };
    parts.iter().map(trim).filter(|part| part.contains(char::is_alphanumeric)).collect()
}
