//! Nodes: id, shape and label.

use super::cursor::Cursor;
use super::flowchart::Shape;
use super::text::{unquoted, without_emphasis};

/// Delimiters of the shapes, each before those that are a prefix of it.
const DELIMITERS: [(&str, &str, Shape); 15] = [
    ("(((", ")))", Shape::DoubleCircle),
    ("((", "))", Shape::Circle),
    ("([", "])", Shape::Stadium),
    ("(-", "-)", Shape::Ellipse),
    ("(", ")", Shape::Rounded),
    ("[[", "]]", Shape::Subroutine),
    ("[(", ")]", Shape::Cylinder),
    ("[/", "/]", Shape::LeanRight),
    ("[/", "\\]", Shape::Trapezoid),
    ("[\\", "\\]", Shape::LeanLeft),
    ("[\\", "/]", Shape::InvertedTrapezoid),
    ("[", "]", Shape::Rectangle),
    ("{{", "}}", Shape::Hexagon),
    ("{", "}", Shape::Diamond),
    (">", "]", Shape::Flag),
];

/// Names of shapes in `@{ shape: … }`; all others are drawn as rectangles here.
const NAMED: [(&str, Shape); 40] = [
    ("rounded", Shape::Rounded),
    ("event", Shape::Rounded),
    ("stadium", Shape::Stadium),
    ("pill", Shape::Stadium),
    ("terminal", Shape::Stadium),
    ("subproc", Shape::Subroutine),
    ("subroutine", Shape::Subroutine),
    ("subprocess", Shape::Subroutine),
    ("fr-rect", Shape::Subroutine),
    ("framed-rectangle", Shape::Subroutine),
    ("cyl", Shape::Cylinder),
    ("cylinder", Shape::Cylinder),
    ("database", Shape::Cylinder),
    ("db", Shape::Cylinder),
    ("circle", Shape::Circle),
    ("circ", Shape::Circle),
    ("dbl-circ", Shape::DoubleCircle),
    ("double-circle", Shape::DoubleCircle),
    ("ellipse", Shape::Ellipse),
    ("diam", Shape::Diamond),
    ("diamond", Shape::Diamond),
    ("decision", Shape::Diamond),
    ("question", Shape::Diamond),
    ("hex", Shape::Hexagon),
    ("hexagon", Shape::Hexagon),
    ("prepare", Shape::Hexagon),
    ("lean-r", Shape::LeanRight),
    ("lean-right", Shape::LeanRight),
    ("in-out", Shape::LeanRight),
    ("lean-l", Shape::LeanLeft),
    ("lean-left", Shape::LeanLeft),
    ("out-in", Shape::LeanLeft),
    ("trap-b", Shape::Trapezoid),
    ("trapezoid", Shape::Trapezoid),
    ("trapezoid-bottom", Shape::Trapezoid),
    ("priority", Shape::Trapezoid),
    ("trap-t", Shape::InvertedTrapezoid),
    ("inv-trapezoid", Shape::InvertedTrapezoid),
    ("trapezoid-top", Shape::InvertedTrapezoid),
    ("odd", Shape::Flag),
];

/// Limit on the length of `@{ … }`, so that unclosed ones cost little.
const LONGEST_PROPERTIES: usize = 1_000;

/// The length of the id at the beginning of a text; 0 if there is none.
pub fn id_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let next = letters.peek().map(|&(_, next)| next);
        let goes_on = match letter {
            '-' => !matches!(next, None | Some('-' | '>' | '.')),
            '=' => next != Some('='),
            '&' => at > 0 && next.is_some_and(|next| !next.is_whitespace()),
            ':' => at > 0 && !bytes[at..].starts_with(b":::"),
            ',' => at > 0,
            _ => !letter.is_whitespace() && !"[](){}<>|;\"@~^".contains(letter),
        };
        if !goes_on {
            return at;
        }
    }
    text.len()
}

/// Whether a shape begins `ahead` bytes from the cursor.
pub fn shape_begins(cursor: &Cursor<'_>, ahead: usize) -> bool {
    matches!(cursor.byte_at(ahead), b'[' | b'(' | b'{') || (ahead == 0 && cursor.byte() == b'>')
}

/// Reads a shape with its label. The cursor stays if the shape is not closed.
pub fn shape(cursor: &mut Cursor<'_>) -> Option<(Shape, String)> {
    let rest = cursor.rest();
    for (open, close, shape) in DELIMITERS {
        let Some(inside) = rest.strip_prefix(open) else { continue };
        if let Some((text, length)) = label_up_to(inside, close, shape) {
            cursor.take(open.len() + length);
            let text = text.trim();
            // Properties of the border precede the label.
            let after = text.strip_prefix("|borders:").and_then(|text| text.split_once('|'));
            return Some((shape, after.map_or(text, |(_, text)| text).trim().to_owned()));
        }
    }
    None
}

/// The label up to the closing delimiter, and the length of both.
fn label_up_to(inside: &str, close: &str, shape: Shape) -> Option<(String, usize)> {
    if let Some(quoted) = inside.trim_start().strip_prefix('"') {
        let (text, after) = quoted.split_once('"')?;
        let after = after.trim_start();
        if after.starts_with(close) {
            return Some((unquoted(text), inside.len() - after.len() + close.len()));
        }
    }
    let end = plain_end(inside, close, shape).or_else(|| nested_end(inside, close))?;
    Some((inside[..end].to_owned(), end + close.len()))
}

/// The end of a label without brackets. Only that of a flag has to end on its line, because `>` occurs elsewhere too.
fn plain_end(text: &str, close: &str, shape: Shape) -> Option<usize> {
    let is_delimiter = |letter: char| "[](){}|\"".contains(letter) || letter == '\n' && shape == Shape::Flag;
    let bracket = text.find(is_delimiter)?;
    let before = close.bytes().take_while(|byte| b"/\\-".contains(byte)).count();
    let end = bracket.checked_sub(before)?;
    text.as_bytes()[end..].starts_with(close.as_bytes()).then_some(end)
}

/// The end of a label with balanced brackets of its own, on one line.
fn nested_end(text: &str, close: &str) -> Option<usize> {
    let closing = close.bytes().find(|byte| b"])}".contains(byte))?;
    let opening = match closing {
        b']' => b'[',
        b')' => b'(',
        _ => b'{',
    };
    let bytes = text.as_bytes();
    let mut depth = 0_usize;
    for (at, &byte) in bytes.iter().enumerate() {
        if depth == 0 && bytes[at..].starts_with(close.as_bytes()) {
            return Some(at);
        }
        match byte {
            b'\n' => return None,
            _ if byte == opening => depth += 1,
            _ if byte == closing => depth = depth.checked_sub(1)?,
            _ => {}
        }
    }
    None
}

/// The properties of a node between `@{` and `}`.
#[derive(Default)]
pub struct Properties {
    pub shape: Option<Shape>,
    pub label: Option<String>,
}

/// Reads properties, which begin with `@{` or `{`. The cursor stays if they are not closed.
pub fn properties(cursor: &mut Cursor<'_>) -> Option<Properties> {
    let opening = 1 + usize::from(cursor.byte() == b'@');
    let inside = &cursor.rest()[opening..];
    let mut quote = 0;
    let mut found = Properties::default();
    let mut from = 0;
    // Within a YAML block scalar, which ends before the next property.
    let mut is_block = false;
    for (at, byte) in inside.bytes().enumerate().take(LONGEST_PROPERTIES) {
        match byte {
            b'"' | b'\'' if quote == 0 && inside[..at].trim_end().ends_with([':', ',', '{']) => quote = byte,
            _ if byte == quote => quote = 0,
            b',' if is_block => {}
            b'\n' if quote == 0 && continues(&inside[from..at], &inside[at + 1..]) => is_block = true,
            b',' | b'\n' | b'}' if quote == 0 => {
                is_block = false;
                property(&inside[from..at], &mut found);
                from = at + 1;
                if byte == b'}' {
                    cursor.take(opening + at + 1);
                    return Some(found);
                }
            }
            _ => {}
        }
    }
    None
}

/// Whether the next line belongs to the block scalar that a property begins.
fn continues(before: &str, after: &str) -> bool {
    let Some((_, value)) = before.split_once(':') else { return false };
    if !value.trim_start().starts_with('|') {
        return false;
    }
    let next = after.trim_start();
    let name = next.trim_start_matches(|letter: char| letter.is_ascii_alphanumeric() || letter == '-');
    !name.starts_with([':', '}'])
}

fn property(text: &str, properties: &mut Properties) {
    let Some((name, value)) = text.split_once(':') else { return };
    let value = value.trim().trim_start_matches('|').trim_start();
    let quoted = ['"', '\''].iter().find_map(|&quote| value.strip_prefix(quote)?.strip_suffix(quote));
    let value = quoted.unwrap_or(value);
    match name.trim() {
        "shape" => {
            let named = NAMED.iter().find(|(name, _)| *name == value);
            properties.shape = Some(named.map_or(Shape::Rectangle, |&(_, shape)| shape));
        }
        "label" => properties.label = Some(without_emphasis(value)),
        _ => {}
    }
}
