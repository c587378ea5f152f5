//! What is left of a line without its length.

use std::borrow::Cow;
use std::ops::Range;

use super::is_bare;
use super::places::{Edge, edge};
use super::tokens::Line;
use super::words::Role;
use crate::mermaid::tag_at;

/// A line without its length and the marks around it; empty if there is nothing else, and the whole line if the length is
/// part of a sentence.
///
/// ```
/// use formats::effort::{find, without};
///
/// let title = |line| without(line, &find(line).expect("it has a length").0);
/// assert_eq!(title("Week 3: Bowing"), "Bowing");
/// assert_eq!(title("Phase 1 (Weeks 1-3): Hand tools"), "Phase 1: Hand tools");
/// assert_eq!(title("Git in 2 days"), "Git in 2 days");
/// ```
pub fn without<'a>(line: &'a str, length: &Range<usize>) -> Cow<'a, str> {
    let (before, inside, after) = (&line[..length.start], &line[length.clone()], &line[length.end..]);
    match (is_bare(before), is_bare(after)) {
        (true, true) => "".into(),
        (false, true) => ahead(before).unwrap_or(line).into(),
        (true, false) => behind(inside, after).unwrap_or(line).into(),
        (false, false) => {
            let (opening, closing) = (before.trim_end(), after.trim_start());
            let head = opening.strip_suffix(['(', '[', '（']);
            let tail = closing
                .strip_prefix([')', ']', '）'])
                .filter(|tail| tail.trim_start().starts_with([':', '-', '–', '—', '：']));
            match (head, tail) {
                (Some(head), Some(tail)) => format!("{}{tail}", head.trim_end()).into(),
                _ => line.into(),
            }
        }
    }
}

/// The words before a length; `None` if they lead up to it as those of a sentence do.
fn ahead(before: &str) -> Option<&str> {
    let line = Line::new(before);
    // "(est." and "- about" go with the length, the last word of "Real time" does not.
    let mut cut = None;
    for at in (0..line.len()).rev() {
        match edge(&line, at) {
            _ if matches!(line.mark(at), Some(')' | ']' | '}' | '!' | '?')) => break,
            Some(Edge::Words) => break,
            Some(_) => cut = Some(at),
            None => {}
        }
    }
    let Some(cut) = cut else {
        let is_sentence = line.is(line.len().checked_sub(1)?, Role::Leading);
        return (!is_sentence).then(|| without_open_tags(before));
    };
    Some(without_open_tags(&before[..line.range(&(cut..cut + 1)).start]))
}

fn without_open_tags(text: &str) -> &str {
    let mut text = text.trim_end();
    while let Some(tag) = text.rfind('<').filter(|tag| text[*tag..].len() == tag_at(&text[*tag..])) {
        if text[tag..].starts_with("</") {
            break;
        }
        text = text[..tag].trim_end();
    }
    text
}

/// The words behind a length, if a mark or the form of the length sets them apart.
fn behind<'a>(inside: &str, after: &'a str) -> Option<&'a str> {
    let line = Line::new(after);
    let first = (0..line.len())
        .find(|&at| !matches!(edge(&line, at), Some(Edge::Bracket | Edge::Firm | Edge::Soft)))?;
    let is_letter =
        inside.len() - inside.trim_end_matches(|letter: char| letter.is_ascii_lowercase()).len() == 1;
    let is_position = super::find(inside).is_some_and(|(_, estimate)| estimate.is_position);
    let opens = (0..first).find(|&at| matches!(line.mark(at), Some('(' | '[' | '{')));
    let first = opens.unwrap_or(first);
    (first > 0 || is_letter || is_position).then(|| &after[line.range(&(first..first + 1)).start..])
}
