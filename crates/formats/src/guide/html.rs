//! The few tags of HTML that say how a guide is built.

/// A part of HTML.
#[derive(Debug, PartialEq, Eq)]
pub enum Part<'a> {
    Text(&'a str),
    /// `Open("h1", …)` with all that follows the name in the tag.
    Open(Name, &'a str),
    Close(Name),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Name {
    Heading(u8),
    Summary,
    Details,
    Item,
    Link,
    Strong,
    Input,
    /// Ends a line.
    Break,
}

/// Tags without a meaning here, comments, scripts and styles are left out.
pub fn parts(html: &str) -> Vec<Part<'_>> {
    let mut found = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        if at > 0 {
            found.push(Part::Text(&rest[..at]));
        }
        let tag = &rest[at..];
        if let Some(comment) = tag.strip_prefix("<!--") {
            let Some(end) = comment.find("-->") else { return found };
            rest = &comment[end + 3..];
            continue;
        }
        let Some(end) = tag.find('>') else {
            return found;
        };
        let inside = &tag[1..end];
        rest = &tag[end + 1..];
        let (is_close, inside) = match inside.strip_prefix('/') {
            Some(inside) => (true, inside),
            None => (false, inside),
        };
        let length = inside.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let (word, attributes) = inside.split_at(length);
        let word = word.to_ascii_lowercase();
        if !is_close && matches!(word.as_str(), "script" | "style") {
            let Some(end) = rest.find("</") else { return found };
            rest = &rest[end..];
        }
        match name(&word) {
            Some(name) if is_close => found.push(Part::Close(name)),
            Some(name) => found.push(Part::Open(name, attributes)),
            None => {}
        }
    }
    if !rest.is_empty() {
        found.push(Part::Text(rest));
    }
    found
}

fn name(word: &str) -> Option<Name> {
    Some(match word {
        "summary" => Name::Summary,
        "details" => Name::Details,
        "li" => Name::Item,
        "a" => Name::Link,
        "b" | "strong" => Name::Strong,
        "input" => Name::Input,
        "br" | "p" | "div" | "tr" | "td" | "th" | "ul" | "ol" | "table" | "center" | "hr" => Name::Break,
        _ => {
            let level = word.strip_prefix('h')?.parse().ok()?;
            return (1..=6).contains(&level).then_some(Name::Heading(level));
        }
    })
}

/// The value of an attribute within a tag.
pub fn attribute<'a>(attributes: &'a str, name: &str) -> Option<&'a str> {
    let at = attributes.find(name)?;
    let value = attributes[at + name.len()..].trim_start().strip_prefix('=')?.trim_start();
    match value.chars().next()? {
        quote @ ('"' | '\'') => value[1..].split(quote).next(),
        _ => value.split([' ', '/']).next(),
    }
}
