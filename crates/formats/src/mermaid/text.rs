//! Labels made readable: line breaks, character references, tags, Markdown strings.

/// Delimits a Markdown string within its quotes.
const MARKDOWN: char = '`';

/// HTML elements that only style text.
const STYLING: [&str; 14] =
    ["b", "i", "u", "em", "strong", "small", "big", "code", "sub", "sup", "span", "font", "center", "a"];

/// Named character references, written `&name;` or `#name;`.
const NAMED: [(&str, &str); 13] = [
    ("quot", "\""),
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("apos", "'"),
    ("nbsp", " "),
    ("ndash", "–"),
    ("mdash", "—"),
    ("hellip", "…"),
    ("bull", "•"),
    ("rarr", "→"),
    ("larr", "←"),
    ("times", "×"),
];

/// The lines of a label, trimmed and without empty ones. A line ends at a newline, at a literal `\n`, and at `<br>` in any
/// spelling.
///
/// ```
/// use formats::mermaid::lines;
///
/// assert_eq!(lines("Basics<br/>Variables, Functions<BR >4-8 weeks"), ["Basics", "Variables, Functions", "4-8 weeks"]);
/// ```
pub fn lines(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let (mut from, mut at) = (0, 0);
    let bytes = text.as_bytes();
    while at < bytes.len() {
        let length = break_at(&text[at..]);
        if length > 0 {
            found.push(&text[from..at]);
            from = at + length;
        }
        at += length.max(1);
        while !text.is_char_boundary(at) {
            at += 1;
        }
    }
    found.push(&text[from..]);
    found.into_iter().map(str::trim).filter(|line| !line.is_empty()).collect()
}

/// The length of the line break at the beginning of a text; 0 if there is none.
fn break_at(text: &str) -> usize {
    let bytes = text.as_bytes();
    match bytes[0] {
        b'\n' => 1,
        b'\\' if bytes.get(1) == Some(&b'n') => 2,
        b'<' => {
            let name = text[1..].trim_start_matches('/');
            let Some(after) = name.get(2..).filter(|_| name[..2].eq_ignore_ascii_case("br")) else {
                return 0;
            };
            let after = after.trim_start().trim_start_matches('/').trim_start();
            if after.starts_with('>') { text.len() - after.len() + 1 } else { 0 }
        }
        _ => 0,
    }
}

/// A line as a person reads it: with character references resolved, without tags.
///
/// ```
/// use formats::mermaid::plain;
///
/// assert_eq!(plain("<b>C#35;</b> &amp; #quot;more#quot;"), "C# & \"more\"");
/// ```
pub fn plain(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(letter) = rest.chars().next() {
        let length = match letter {
            '<' => tag_at(rest),
            '&' | '#' => reference_at(rest, &mut out),
            'f' => icon_at(rest),
            _ => 0,
        };
        if length == 0 {
            out.push(letter);
            rest = &rest[letter.len_utf8()..];
        } else {
            rest = &rest[length..];
        }
    }
    out.trim().to_owned()
}

/// The length of a styling tag at the beginning of a text; 0 if there is none.
pub(crate) fn tag_at(text: &str) -> usize {
    let Some(end) = text.bytes().take(200).position(|byte| byte == b'>') else { return 0 };
    let name = text[1..end].trim_start_matches('/');
    let name = name.split([' ', '/']).next().unwrap_or_default();
    if STYLING.iter().any(|known| known.eq_ignore_ascii_case(name)) { end + 1 } else { 0 }
}

/// The character whose reference a text begins with, and the length of that.
pub(crate) fn plain_reference(text: &str) -> Option<(usize, char)> {
    let mut meant = String::new();
    let length = reference_at(text, &mut meant);
    Some((length, meant.chars().next()?))
}

/// Writes the character whose reference a text begins with, and returns the length of that; 0 if there is none.
fn reference_at(text: &str, out: &mut String) -> usize {
    let Some(end) = text.bytes().take(12).position(|byte| byte == b';') else { return 0 };
    let name = &text[1..end];
    if let Some((_, letter)) = NAMED.iter().find(|(known, _)| *known == name) {
        out.push_str(letter);
        return end + 1;
    }
    let digits = name.trim_start_matches('#');
    let number = match digits.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16),
        None => digits.parse(),
    };
    match number.ok().and_then(char::from_u32) {
        Some(letter) => {
            out.push(letter);
            end + 1
        }
        None => 0,
    }
}

/// The length of an icon of an icon font, such as `fa:fa-car`, at the beginning of a text; 0 if there is none.
pub(crate) fn icon_at(text: &str) -> usize {
    let Some(at) = text.bytes().take(4).position(|byte| byte == b':') else { return 0 };
    if !text[at + 1..].starts_with("fa-") {
        return 0;
    }
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'-';
    at + 1 + text.as_bytes()[at + 1..].iter().take_while(|byte| is_part(byte)).count()
}

/// The text between quotes, without emphasis if it is a Markdown string.
pub fn unquoted(text: &str) -> String {
    match text.strip_prefix(MARKDOWN).and_then(|text| text.strip_suffix(MARKDOWN)) {
        Some(markdown) => without_emphasis(markdown),
        None => text.to_owned(),
    }
}

pub fn without_emphasis(text: &str) -> String {
    text.replace('*', "")
}
