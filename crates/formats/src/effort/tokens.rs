//! A line cut into numbers, words and marks, with tags and character references out of the way.

use std::ops::Range;

use super::numbers::{fraction, written};
use super::units::{self, Trust, Unit};
use super::words::{Role, is};
use crate::mermaid::{icon_at, plain_reference, tag_at};

/// A letter or digit written as a character reference: whoever writes one wants it to be read as part of a word, and as
/// nothing else.
const OPAQUE: &str = "\u{fffc}";

#[derive(Debug)]
enum Kind {
    /// In hundredths.
    Number(u64),
    /// In lower case.
    Word(String),
    Mark(char),
}

#[derive(Debug)]
struct Token {
    kind: Kind,
    range: Range<usize>,
    /// Behind a blank.
    has_gap: bool,
    is_unspaced: bool,
}

/// The tokens of a line. Whatever is asked of a token that is not there is answered as for an empty word.
#[derive(Debug)]
pub struct Line<'a> {
    text: &'a str,
    tokens: Vec<Token>,
}

impl<'a> Line<'a> {
    pub fn new(text: &'a str) -> Self {
        let mut line = Self { text, tokens: Vec::new() };
        let (mut at, mut has_gap) = (0, false);
        while let Some(letter) = text[at..].chars().next() {
            let rest = &text[at..];
            let (length, kind, is_unspaced) = token(rest, letter);
            if let Some(kind) = kind {
                let range = at..at + length;
                line.tokens.push(Token { kind, range, has_gap, is_unspaced });
                has_gap = false;
            } else {
                has_gap |= !rest.starts_with('<');
            }
            at += length;
        }
        line
    }

    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    fn get(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at)
    }

    pub fn number(&self, at: usize) -> Option<u64> {
        match self.get(at)?.kind {
            Kind::Number(hundredths) => Some(hundredths),
            _ => None,
        }
    }

    /// A whole number.
    pub fn integer(&self, at: usize) -> Option<u64> {
        self.number(at).filter(|hundredths| hundredths % 100 == 0).map(|hundredths| hundredths / 100)
    }

    pub fn word(&self, at: usize) -> &str {
        match self.get(at).map(|token| &token.kind) {
            Some(Kind::Word(word)) => word,
            _ => "",
        }
    }

    pub fn mark(&self, at: usize) -> Option<char> {
        match self.get(at)?.kind {
            Kind::Mark(mark) => Some(mark),
            _ => None,
        }
    }

    pub fn has_gap(&self, at: usize) -> bool {
        self.get(at).is_some_and(|token| token.has_gap)
    }

    /// Whether a word is Chinese or Japanese, which are written without blanks.
    pub fn is_unspaced(&self, at: usize) -> bool {
        self.get(at).is_some_and(|token| token.is_unspaced)
    }

    pub fn is_unit(&self, at: usize) -> bool {
        units::unit(self.word(at)).is_some()
    }

    pub fn unit(&self, at: usize) -> Option<(Unit, Trust)> {
        units::unit(self.word(at))
    }

    pub fn is(&self, at: usize, role: Role) -> bool {
        is(self.word(at), role)
    }

    /// Whether a token is a word or number that says more than "about" does.
    pub fn says_something(&self, at: usize) -> bool {
        self.number(at).is_some() || !self.word(at).is_empty() && !self.is(at, Role::Beside)
    }

    /// Whether a token follows a letter or digit directly, as the number of "HTML5" does. Words written without blanks do
    /// not count.
    pub fn is_glued(&self, at: usize) -> bool {
        let follows =
            at.checked_sub(1).is_some_and(|before| self.mark(before).is_none() && !self.is_unspaced(before));
        follows && !self.has_gap(at) && !self.is_unspaced(at)
    }

    /// The first letter of a token as it was written.
    pub fn first_letter(&self, at: usize) -> Option<char> {
        self.text[self.get(at)?.range.start..].chars().next()
    }

    /// The bytes of tokens.
    pub fn range(&self, tokens: &Range<usize>) -> Range<usize> {
        let end = self.tokens[tokens.end - 1].range.end;
        self.tokens[tokens.start].range.start..end
    }
}

/// The token at the beginning of a text, with its length in bytes; blanks and tags are none.
fn token(text: &str, letter: char) -> (usize, Option<Kind>, bool) {
    let length = letter.len_utf8();
    if letter == '<' && tag_at(text) > 0 {
        return (tag_at(text), None, false);
    }
    if letter == 'f' && icon_at(text) > 0 {
        return (icon_at(text), Some(Kind::Mark('•')), false);
    }
    if let '&' | '#' = letter
        && let Some((length, meant)) = plain_reference(text)
    {
        return match meant {
            _ if meant.is_whitespace() => (length, None, false),
            _ if meant.is_alphanumeric() => (length, Some(Kind::Word(OPAQUE.to_owned())), false),
            _ => (length, Some(Kind::Mark(narrow(meant))), false),
        };
    }
    if letter.is_whitespace() || is_invisible(letter) {
        return (length, None, false);
    }
    if super::numbers::digit(letter).is_some() {
        return number(text);
    }
    if let Some(hundredths) = fraction(letter) {
        return (length, Some(Kind::Number(hundredths)), false);
    }
    if is_unspaced(letter) {
        let word = units::unspaced_word(text).unwrap_or(&text[..length]);
        return (word.len(), Some(Kind::Word(word.to_owned())), true);
    }
    if is_letter(letter) {
        let ends = |letter: char| !is_letter(letter) || is_unspaced(letter);
        let end = text.find(ends).unwrap_or(text.len());
        return (end, Some(Kind::Word(text[..end].to_lowercase())), false);
    }
    (length, Some(Kind::Mark(narrow(letter))), false)
}

/// A number with the fraction that may follow it.
fn number(text: &str) -> (usize, Option<Kind>, bool) {
    let (length, value) = written(text);
    let Some(value) = value else { return (length, Some(Kind::Word(OPAQUE.to_owned())), false) };
    let behind = text[length..].trim_start_matches(' ');
    let next = behind.chars().next();
    match next.and_then(|letter| Some((letter, fraction(letter)?))).filter(|_| value % 100 == 0) {
        Some((letter, part)) => {
            let length = text.len() - behind.len() + letter.len_utf8();
            (length, Some(Kind::Number(value + part)), false)
        }
        None => (length, Some(Kind::Number(value)), false),
    }
}

/// Marks of the width of a Chinese character mean what the narrow ones do.
fn narrow(mark: char) -> char {
    match mark {
        '（' | '【' | '「' | '『' | '［' | '〔' => '(',
        '）' | '】' | '」' | '』' | '］' | '〕' => ')',
        '：' => ':',
        '，' | '、' | '،' => ',',
        '；' | '؛' => ';',
        '／' => '/',
        '｜' => '|',
        '＋' => '+',
        '～' | '〜' | '∼' => '~',
        '－' | '‑' | '‒' | '−' => '-',
        '。' => '.',
        other => other,
    }
}

/// Whether a character is drawn with the one before it, or not at all.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{fe0e}' | '\u{fe0f}' | '\u{ad}')
}

/// Letters and the signs written with them, also of the scripts of India.
fn is_letter(letter: char) -> bool {
    let is_sign = matches!(letter,
        '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{93c}' | '\u{94d}' | '\u{9bc}' | '\u{9cd}' | '\u{200c}' | '\u{200d}');
    is_sign || letter.is_alphabetic()
}

/// Whether a character is of a script that has no blanks between words.
fn is_unspaced(letter: char) -> bool {
    matches!(letter, '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}')
}
