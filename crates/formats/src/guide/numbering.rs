//! Headings with bare numbers that run on: "09 Frames", "10 Honey", or "1 Frames", "2 Honey", "3 Wax".

use std::collections::HashMap;

use super::marker::{self, Kind};
use super::sections::Section;

/// Fewer numbers that happen to follow each other are no numbering.
const FEWEST: usize = 3;

/// Puts a dot behind bare numbers that run on from the first of their siblings, so that all of them read like "10. Honey".
pub fn put_dots(sections: &mut [Section]) {
    let mut runs: HashMap<(Option<usize>, u16), (u32, Vec<usize>)> = HashMap::new();
    for (at, section) in sections.iter().enumerate() {
        let Some((from, to)) = numbers(&section.heading.text) else { continue };
        let (last, run) = runs.entry((section.within, section.level)).or_default();
        if from == *last + 1 || run.is_empty() && from == 0 {
            *last = to;
            run.push(at);
        }
    }
    for (_, run) in runs.into_values().filter(|(_, run)| run.len() >= FEWEST) {
        for at in run {
            put_dot(&mut sections[at]);
        }
    }
}

fn numbers(heading: &str) -> Option<(u32, u32)> {
    match marker::parse(heading) {
        Some(marker) => Some(marker.numbers).filter(|_| marker.kind == Kind::Number),
        None => bare(heading).map(|(_, number)| (number, number)),
    }
}

/// The place behind a number that a heading begins with, before a blank and a word; but "3 weeks" is a length.
fn bare(heading: &str) -> Option<(usize, u32)> {
    let text = heading.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = text[digits..].strip_prefix(' ')?;
    let is_word = rest.starts_with(char::is_alphabetic) && !marker::begins_with_unit(rest);
    let number = text[..digits].parse().ok().filter(|_| is_word && digits <= 2)?;
    Some((heading.len() - text.len() + digits, number))
}

fn put_dot(section: &mut Section) {
    let heading = &mut section.heading;
    if marker::parse(&heading.text).is_some() {
        return;
    }
    if let Some((at, _)) = bare(&heading.text) {
        heading.text.insert(at, '.');
        heading.strong += usize::from(heading.strong > at);
    }
}
