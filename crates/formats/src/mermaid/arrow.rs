//! Edges: arrows with their labels.

use super::cursor::Cursor;
use super::flowchart::{Head, Stroke};
use super::text::unquoted;

/// An edge without its ends.
pub struct Arrow {
    pub stroke: Stroke,
    /// At its beginning and at its end.
    pub heads: (Head, Head),
    /// The label as written.
    pub text: String,
}

/// A label that begins and does not end.
pub struct NotClosed;

/// The length of an edge's id, up to its `@`; 0 if no edge with an id comes next.
pub fn id_length(cursor: &Cursor<'_>) -> usize {
    let rest = cursor.rest();
    let is_part = |letter: char| letter.is_alphanumeric() || "_-.".contains(letter);
    let end = rest.find(|letter| !is_part(letter)).unwrap_or(rest.len());
    let is_id = end > 0 && rest[end..].starts_with('@') && begins(&rest[end + 1..]);
    if is_id { end } else { 0 }
}

/// Whether a text begins with an arrow.
pub fn begins(text: &str) -> bool {
    let line = text.strip_prefix(['<', 'x', 'o']).unwrap_or(text);
    ["--", "==", "-."].iter().any(|sign| line.starts_with(sign))
        || text.starts_with("~~~")
        || line.starts_with('.') && line.trim_start_matches('.').starts_with('-')
}

/// Reads an arrow, which [`begins`] at the cursor, with its label.
pub fn read(cursor: &mut Cursor<'_>) -> Result<Arrow, NotClosed> {
    let start = head(cursor.byte());
    cursor.take(usize::from(start != Head::Open));
    let stroke = match (cursor.byte(), cursor.byte_at(1)) {
        (b'~', _) => Stroke::Invisible,
        (b'=', _) => Stroke::Thick,
        (b'-', b'.') | (b'.', _) => Stroke::Dotted,
        _ => Stroke::Normal,
    };
    let (length, end) = shaft(cursor.rest(), stroke);
    let mut arrow = Arrow { stroke, heads: (start, end), text: String::new() };
    if length > 0 {
        cursor.take(length);
    } else {
        cursor.take(2);
        (arrow.text, arrow.heads.1) = inner_label(cursor, stroke).ok_or(NotClosed)?;
    }
    let blanks = cursor.blanks();
    if cursor.byte_at(blanks) == b'|' {
        cursor.take(blanks + 1);
        arrow.text = barred_label(cursor).ok_or(NotClosed)?;
    }
    Ok(arrow)
}

fn head(byte: u8) -> Head {
    match byte {
        b'<' | b'>' => Head::Arrow,
        b'o' => Head::Circle,
        b'x' => Head::Cross,
        _ => Head::Open,
    }
}

/// The length and the head of the shaft at the beginning of a text; the length is 0 if the shaft is only the first half of
/// an arrow with a label inside.
fn shaft(text: &str, stroke: Stroke) -> (usize, Head) {
    let bytes = text.as_bytes();
    let run = |from: usize, of: u8| bytes[from..].iter().take_while(|&&byte| byte == of).count();
    let head_at = |at: usize| match bytes.get(at) {
        Some(&byte @ (b'>' | b'x' | b'o')) => (at + 1, head(byte)),
        _ => (at, Head::Open),
    };
    match stroke {
        Stroke::Invisible => (run(0, b'~'), Head::Open),
        Stroke::Dotted => {
            let from = usize::from(bytes[0] == b'-');
            let dots = run(from, b'.');
            if dots > 0 && bytes.get(from + dots) == Some(&b'-') {
                head_at(from + dots + 1)
            } else {
                (0, Head::Open)
            }
        }
        Stroke::Normal | Stroke::Thick => {
            let length = run(0, bytes[0]);
            let (end, head) = head_at(length);
            if length < 2 || (length == 2 && head == Head::Open) { (0, Head::Open) } else { (end, head) }
        }
    }
}

/// The label inside an arrow (`-- label -->`) and the head of its second half.
fn inner_label(cursor: &mut Cursor<'_>, stroke: Stroke) -> Option<(String, Head)> {
    cursor.skip_blanks();
    let quoted = cursor.byte() == b'"';
    if quoted {
        cursor.take(1);
        let length = cursor.rest().find('"')?;
        let text = cursor.take(length);
        cursor.take(1);
        cursor.skip_blanks();
        let (length, head) = second_half(cursor.rest(), stroke)?;
        cursor.take(length);
        return Some((unquoted(text), head));
    }
    let rest = cursor.rest();
    let shaft_sign = match stroke {
        Stroke::Thick => '=',
        Stroke::Dotted => '.',
        _ => '-',
    };
    let mut from = 0;
    loop {
        let at = from
            + rest[from..].find([shaft_sign, '\n']).filter(|&at| !rest[from + at..].starts_with('\n'))?;
        // The second half of a dotted arrow may begin with a dash.
        let begin = if stroke == Stroke::Dotted && rest[..at].ends_with('-') { at - 1 } else { at };
        match shaft(&rest[begin..], stroke) {
            (0, _) => {
                let run = rest[at..].trim_start_matches(shaft_sign);
                from = rest.len() - run.len();
            }
            (length, head) => {
                let text = cursor.take(begin).trim().to_owned();
                cursor.take(length);
                return Some((text, head));
            }
        }
    }
}

/// The second half of an arrow with a label inside.
fn second_half(text: &str, stroke: Stroke) -> Option<(usize, Head)> {
    let is_line = text.starts_with(['-', '=', '.']);
    is_line.then(|| shaft(text, stroke)).filter(|(length, _)| *length > 0)
}

/// A label up to a bar (`-->|label|`).
fn barred_label(cursor: &mut Cursor<'_>) -> Option<String> {
    let blanks = cursor.whitespace();
    if cursor.byte_at(blanks) == b'"' {
        let inside = &cursor.rest()[blanks + 1..];
        let end = inside.find('"')?;
        let after = inside[end + 1..].trim_start();
        if after.starts_with('|') {
            let length = cursor.rest().len() - after.len() + 1;
            cursor.take(length);
            return Some(unquoted(&inside[..end]));
        }
    }
    let length = cursor.rest().find('|')?;
    let text = cursor.take(length).trim();
    cursor.take(1);
    Some(text.to_owned())
}
