//! A node: its name, its outline and what stands in it.

use super::flowchart::Shape;
use super::label::{unmarked, without_marks};
use super::scan::Scan;

/// Signs around the text of a node, the longer ones first.
const OUTLINES: [(&str, &str, Shape); 15] = [
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

/// Names of outlines where they are written out, as far as they differ from a rectangle.
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

/// Written-out properties of a node are looked for so far and no farther.
const LONGEST_DATA: usize = 1_000;

/// The bytes of the name that comes next; none if no name does.
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

/// Whether the outline of a node comes next, so many bytes on.
pub fn outline_begins(scan: &Scan<'_>, ahead: usize) -> bool {
    matches!(scan.byte_at(ahead), b'[' | b'(' | b'{') || (ahead == 0 && scan.byte() == b'>')
}

/// Reads the outline that begins here and what stands in it; nothing, and the place stays, if it does not end.
pub fn outline(scan: &mut Scan<'_>) -> Option<(Shape, String)> {
    let rest = scan.rest();
    for (open, close, shape) in OUTLINES {
        let Some(inside) = rest.strip_prefix(open) else { continue };
        if let Some((text, length)) = text_up_to(inside, close, shape) {
            scan.take(open.len() + length);
            let text = text.trim();
            // Properties of the border stand before the text.
            let after = text.strip_prefix("|borders:").and_then(|text| text.split_once('|'));
            return Some((shape, after.map_or(text, |(_, text)| text).trim().to_owned()));
        }
    }
    None
}

/// The text up to the sign that ends it, and the bytes of both.
fn text_up_to(inside: &str, close: &str, shape: Shape) -> Option<(String, usize)> {
    if let Some(quoted) = inside.trim_start().strip_prefix('"') {
        let (text, after) = quoted.split_once('"')?;
        let after = after.trim_start();
        if after.starts_with(close) {
            return Some((unmarked(text), inside.len() - after.len() + close.len()));
        }
    }
    let end = plain_end(inside, close, shape).or_else(|| nested_end(inside, close))?;
    Some((inside[..end].to_owned(), end + close.len()))
}

/// Where a text without any brackets ends. Only that of a flag has to end on its line, for what begins it stands elsewhere
/// too.
fn plain_end(text: &str, close: &str, shape: Shape) -> Option<usize> {
    let is_sign = |letter: char| "[](){}|\"".contains(letter) || letter == '\n' && shape == Shape::Flag;
    let bracket = text.find(is_sign)?;
    let before = close.bytes().take_while(|byte| b"/\\-".contains(byte)).count();
    let end = bracket.checked_sub(before)?;
    text.as_bytes()[end..].starts_with(close.as_bytes()).then_some(end)
}

/// Where a text on one line ends that has brackets of its own, each of which is closed again.
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

/// What is written out between `@{` and `}`.
#[derive(Default)]
pub struct Data {
    /// The outline, if it is named.
    pub shape: Option<Shape>,
    /// What stands in the node, if it is given.
    pub label: Option<String>,
}

/// Reads written-out properties, of which `@{` or `{` comes next; nothing, and the place stays, if they do not end.
pub fn data(scan: &mut Scan<'_>) -> Option<Data> {
    let opening = 1 + usize::from(scan.byte() == b'@');
    let inside = &scan.rest()[opening..];
    let mut quote = 0;
    let mut data = Data::default();
    let mut from = 0;
    // Whether the value has lines of its own, up to the next property.
    let mut is_block = false;
    for (at, byte) in inside.bytes().enumerate().take(LONGEST_DATA) {
        match byte {
            b'"' | b'\'' if quote == 0 && inside[..at].trim_end().ends_with([':', ',', '{']) => quote = byte,
            _ if byte == quote => quote = 0,
            b',' if is_block => {}
            b'\n' if quote == 0 && goes_on(&inside[from..at], &inside[at + 1..]) => is_block = true,
            b',' | b'\n' | b'}' if quote == 0 => {
                is_block = false;
                property(&inside[from..at], &mut data);
                from = at + 1;
                if byte == b'}' {
                    scan.take(opening + at + 1);
                    return Some(data);
                }
            }
            _ => {}
        }
    }
    None
}

/// Whether a property goes on after a line of it: its value is a block of lines and the next line is part of it.
fn goes_on(before: &str, after: &str) -> bool {
    let Some((_, value)) = before.split_once(':') else { return false };
    if !value.trim_start().starts_with('|') {
        return false;
    }
    let next = after.trim_start();
    let name = next.trim_start_matches(|letter: char| letter.is_ascii_alphanumeric() || letter == '-');
    !name.starts_with([':', '}'])
}

fn property(text: &str, data: &mut Data) {
    let Some((name, value)) = text.split_once(':') else { return };
    let value = value.trim().trim_start_matches('|').trim_start();
    let quoted = ['"', '\''].iter().find_map(|&quote| value.strip_prefix(quote)?.strip_suffix(quote));
    let value = quoted.unwrap_or(value);
    match name.trim() {
        "shape" => {
            let named = NAMED.iter().find(|(name, _)| *name == value);
            data.shape = Some(named.map_or(Shape::Rectangle, |&(_, shape)| shape));
        }
        "label" => data.label = Some(without_marks(value)),
        _ => {}
    }
}
