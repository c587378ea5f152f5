//! The front matter of a text: YAML between two lines of hyphens, as in Markdown and Mermaid.

use saphyr_parser::{Event, Parser};

/// Bytes of the longest front matter that is looked into for a title.
const LONGEST: usize = 20_000;

/// The title in the front matter at the beginning of a text, and the length of the front matter.
pub fn front_matter(text: &str) -> (String, usize) {
    let begin = text.trim_start_matches('\u{feff}').trim_start();
    let Some(inside) =
        begin.strip_prefix("---").filter(|inside| inside.trim_start_matches(' ').starts_with(['\n', '\r']))
    else {
        return (String::new(), 0);
    };
    let mut at = 0;
    for line in inside.split_inclusive('\n') {
        if line.trim_end() == "---" {
            let yaml = &inside[..at];
            let title = if yaml.len() <= LONGEST { title(yaml) } else { None };
            return (title.unwrap_or_default(), text.len() - inside.len() + at + line.len());
        }
        at += line.len();
    }
    (String::new(), 0)
}

/// The text of the key `title`, in one line. None of YAML that is broken before it.
fn title(yaml: &str) -> Option<String> {
    let (mut depth, mut key) = (0, None);
    let mut events = Parser::new_from_str(yaml);
    while let Some(event) = events.next() {
        match event.ok()?.0 {
            Event::Scalar(text, ..) if depth == 1 => match key.take() {
                None => key = Some(text.into_owned()),
                Some(name) if name == "title" => {
                    // Broken right behind it, as in "Bread: a guide", it is not the whole title.
                    events.next()?.ok()?;
                    return Some(text.split_whitespace().collect::<Vec<_>>().join(" "));
                }
                Some(_) => {}
            },
            Event::MappingStart(..) | Event::SequenceStart(..) => depth += 1,
            Event::MappingEnd | Event::SequenceEnd => {
                depth -= 1;
                // What has ended was the value of a key.
                if depth == 1 {
                    key = None;
                }
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::front_matter;

    fn title(inside: &str) -> String {
        front_matter(&format!("---\n{inside}\n---\n# Heading\n")).0
    }

    #[test]
    fn a_title_is_read_in_any_spelling_of_yaml() {
        for inside in [
            "title: Bread at home",
            "title : 'Bread at home' # mine",
            "layout: page\ntags: [title, bread]\nmenu:\n  title: Menu\ntitle: \"Bread \\u0061t home\"",
            "title: >\n  Bread\n  at home\nother: 1",
            "title: |\n  Bread at\n  home",
            "? title\n: Bread at home",
        ] {
            assert_eq!(title(inside), "Bread at home", "{inside}");
        }
        assert_eq!(title("title: 'It''s bread'"), "It's bread");
    }

    #[test]
    fn broken_yaml_and_long_front_matter_have_no_title_and_end_where_they_end() {
        for inside in ["title: [", "title: a: b", "title: {a: b}", "- title"] {
            let text = format!("---\n{inside}\n---\nrest");
            let (title, length) = front_matter(&text);
            assert_eq!((title.as_str(), &text[length..]), ("", "rest"), "{inside}");
        }
        let long = format!("---\n{}title: Bread\n---\n", "# comment\n".repeat(3_000));
        assert_eq!(front_matter(&long), (String::new(), long.len()));
        assert_eq!(front_matter("---\ntitle: Bread\n"), (String::new(), 0));
        assert_eq!(front_matter("--- title: Bread\n---\n"), (String::new(), 0));
    }
}
