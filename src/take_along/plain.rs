//! Markdown of learning content as plain text.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

/// The text with its lists and code, without marks.
pub fn plain(markdown: &str) -> String {
    let mut text = String::new();
    for event in Parser::new(markdown) {
        match event {
            Event::Text(words) | Event::Code(words) | Event::Html(words) | Event::InlineHtml(words) => {
                text.push_str(&words);
            }
            Event::SoftBreak => text.push(' '),
            Event::Start(Tag::Item) => text.push_str("– "),
            Event::HardBreak | Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::Heading(_)) => {
                text.push('\n');
            }
            _ => {}
        }
    }
    text.trim_end().to_owned()
}
