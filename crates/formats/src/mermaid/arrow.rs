//! The line between two nodes, with what stands on it.

use super::flowchart::{Head, Stroke};
use super::label::unmarked;
use super::scan::Scan;

/// An edge without its ends.
pub struct Arrow {
    /// How its line is drawn.
    pub stroke: Stroke,
    /// What is drawn at its beginning and at its end.
    pub heads: (Head, Head),
    /// What stands on it, as written.
    pub text: String,
}

/// Begins with a text inside it, which does not end.
pub struct NotClosed;

/// The bytes of the name of an edge, up to its `@`; none if no edge with a name comes next.
pub fn name_length(scan: &Scan<'_>) -> usize {
    let rest = scan.rest();
    let is_part = |letter: char| letter.is_alphanumeric() || "_-.".contains(letter);
    let end = rest.find(|letter| !is_part(letter)).unwrap_or(rest.len());
    let is_name = end > 0 && rest[end..].starts_with('@') && begins(&rest[end + 1..]);
    if is_name { end } else { 0 }
}

/// Whether a text begins with the line of an edge.
pub fn begins(text: &str) -> bool {
    let line = text.strip_prefix(['<', 'x', 'o']).unwrap_or(text);
    ["--", "==", "-."].iter().any(|sign| line.starts_with(sign))
        || text.starts_with("~~~")
        || line.starts_with('.') && line.trim_start_matches('.').starts_with('-')
}

/// Reads the line of an edge, which [`begins`] here, and what stands on it.
pub fn read(scan: &mut Scan<'_>) -> Result<Arrow, NotClosed> {
    let start = head(scan.byte());
    scan.take(usize::from(start != Head::Open));
    let stroke = match (scan.byte(), scan.byte_at(1)) {
        (b'~', _) => Stroke::Invisible,
        (b'=', _) => Stroke::Thick,
        (b'-', b'.') | (b'.', _) => Stroke::Dotted,
        _ => Stroke::Normal,
    };
    let (length, end) = line_at(scan.rest(), stroke);
    let mut arrow = Arrow { stroke, heads: (start, end), text: String::new() };
    if length > 0 {
        scan.take(length);
    } else {
        scan.take(2);
        (arrow.text, arrow.heads.1) = inner_text(scan, stroke).ok_or(NotClosed)?;
    }
    let blanks = scan.blanks(false);
    if scan.byte_at(blanks) == b'|' {
        scan.take(blanks + 1);
        arrow.text = barred_text(scan).ok_or(NotClosed)?;
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

/// The bytes of the line that a text begins with, and what it ends in; none if the line is not whole.
fn line_at(text: &str, stroke: Stroke) -> (usize, Head) {
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

/// The text up to the second half of the line, and what that ends in.
fn inner_text(scan: &mut Scan<'_>, stroke: Stroke) -> Option<(String, Head)> {
    scan.skip_blanks(false);
    let quoted = scan.byte() == b'"';
    if quoted {
        scan.take(1);
        let length = scan.rest().find('"')?;
        let text = scan.take(length);
        scan.take(1);
        scan.skip_blanks(false);
        let (length, head) = line_at_end(scan.rest(), stroke)?;
        scan.take(length);
        return Some((unmarked(text), head));
    }
    let rest = scan.rest();
    let sign = match stroke {
        Stroke::Thick => '=',
        Stroke::Dotted => '.',
        _ => '-',
    };
    let mut from = 0;
    loop {
        let at = from + rest[from..].find([sign, '\n']).filter(|&at| !rest[from + at..].starts_with('\n'))?;
        // The second half of a dotted line may begin with a dash.
        let begin = if stroke == Stroke::Dotted && rest[..at].ends_with('-') { at - 1 } else { at };
        match line_at(&rest[begin..], stroke) {
            (0, _) => {
                let run = rest[at..].trim_start_matches(sign);
                from = rest.len() - run.len();
            }
            (length, head) => {
                let text = scan.take(begin).trim().to_owned();
                scan.take(length);
                return Some((text, head));
            }
        }
    }
}

/// The second half of a line that a text begins with.
fn line_at_end(text: &str, stroke: Stroke) -> Option<(usize, Head)> {
    let is_line = text.starts_with(['-', '=', '.']);
    is_line.then(|| line_at(text, stroke)).filter(|(length, _)| *length > 0)
}

/// The text up to a bar.
fn barred_text(scan: &mut Scan<'_>) -> Option<String> {
    let blanks = scan.blanks(true);
    if scan.byte_at(blanks) == b'"' {
        let inside = &scan.rest()[blanks + 1..];
        let end = inside.find('"')?;
        let after = inside[end + 1..].trim_start();
        if after.starts_with('|') {
            let length = scan.rest().len() - after.len() + 1;
            scan.take(length);
            return Some(unmarked(&inside[..end]));
        }
    }
    let length = scan.rest().find('|')?;
    let text = scan.take(length).trim();
    scan.take(1);
    Some(text.to_owned())
}
