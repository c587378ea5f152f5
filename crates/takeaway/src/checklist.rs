//! Checklists in Markdown, with the boxes of GitHub and of most programs for notes.

/// A line of a checklist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// From 1, the title, to 6.
    Heading(usize, String),
    Paragraph(String),
    /// A box to tick; the depth of the outermost ones is 0.
    Box {
        depth: usize,
        is_done: bool,
        text: String,
    },
}

/// Writes the lines; all texts are plain.
pub fn write_checklist(lines: &[Line]) -> String {
    let mut text = String::new();
    let mut was_box = false;
    for line in lines {
        let is_box = matches!(line, Line::Box { .. });
        if !(text.is_empty() || was_box && is_box) {
            text.push('\n');
        }
        was_box = is_box;
        text += &match line {
            Line::Heading(level, title) => format!("{} {}", "#".repeat(*level), plain(title)),
            Line::Paragraph(words) => plain(words),
            Line::Box { depth, is_done, text } => {
                format!("{}- [{}] {}", "  ".repeat(*depth), if *is_done { 'x' } else { ' ' }, plain(text))
            }
        };
        text.push('\n');
    }
    text
}

/// What means something to Markdown within a line.
const MARKS: &str = r"\`*_[]<>#&~|";

/// A text on one line without meaning to Markdown.
fn plain(text: &str) -> String {
    let mut plain = String::new();
    for word in text.split_whitespace() {
        if !plain.is_empty() {
            plain.push(' ');
        }
        for character in word.chars() {
            if MARKS.contains(character) {
                plain.push('\\');
            }
            plain.push(character);
        }
    }
    plain
}
