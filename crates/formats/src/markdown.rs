//! Finds the flowchart of a Markdown guide.

use crate::mermaid::front_matter;

pub struct Guide<'a> {
    /// From its front matter or its first heading; empty if it has neither.
    pub title: String,
    /// The first code block with a flowchart, or the whole text if there is none.
    pub flowchart: &'a str,
    /// The first line of the flowchart, counted from 1.
    pub line: usize,
    /// The first line of a second flowchart.
    pub another: Option<usize>,
}

pub fn find(text: &str) -> Guide<'_> {
    let mut guide = Guide { title: front_matter(text).0, flowchart: text, line: 1, another: None };
    let mut is_found = false;
    let mut block: Option<Block<'_>> = None;
    let mut at = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let next = at + line.len();
        match &block {
            Some(open) if open.is_closed_by(line) => {
                if open.is_mermaid {
                    guide.take(&text[open.from..at], open.line, &mut is_found);
                }
                block = None;
            }
            Some(_) => {}
            None => {
                block = Block::open(line, next, number + 2);
                if block.is_none() && guide.title.is_empty() {
                    guide.title = heading(line).to_owned();
                }
            }
        }
        at = next;
    }
    // An unclosed block extends to the end of the guide.
    if let Some(open) = block.filter(|open| open.is_mermaid) {
        guide.take(&text[open.from..], open.line, &mut is_found);
    }
    guide
}

impl<'a> Guide<'a> {
    fn take(&mut self, code: &'a str, line: usize, is_found: &mut bool) {
        if !begins_as_flowchart(code) {
            return;
        }
        if !*is_found {
            (self.flowchart, self.line) = (code, line);
            *is_found = true;
        } else if self.another.is_none() {
            self.another = Some(line);
        }
    }
}

/// A fenced code block that has begun.
struct Block<'a> {
    fence: &'a str,
    is_mermaid: bool,
    from: usize,
    line: usize,
}

impl<'a> Block<'a> {
    fn open(line: &'a str, from: usize, number: usize) -> Option<Self> {
        let line = line.trim_start_matches([' ', '\t', '>']).trim_end();
        let sign = line.chars().next().filter(|sign| "`~:".contains(*sign))?;
        let name = line.trim_start_matches(sign);
        let fence = &line[..line.len() - name.len()];
        let name = name.trim_start_matches([' ', '{', '.']);
        let is_mermaid = name.get(..7).is_some_and(|name| name.eq_ignore_ascii_case("mermaid"))
            && !name[7..].starts_with(char::is_alphanumeric);
        (fence.len() >= 3 && (sign != ':' || is_mermaid)).then_some(Self {
            fence,
            is_mermaid,
            from,
            line: number,
        })
    }

    fn is_closed_by(&self, line: &str) -> bool {
        let line = line.trim_matches([' ', '\t', '>', '\r', '\n']);
        line.len() >= self.fence.len()
            && line.starts_with(self.fence)
            && line.bytes().all(|byte| byte == self.fence.as_bytes()[0])
    }
}

/// The text of an ATX heading; empty if the line is not one.
fn heading(line: &str) -> &str {
    let text = line.trim_start_matches('#');
    let depth = line.len() - text.len();
    if (1..=6).contains(&depth) && text.starts_with(' ') {
        text.trim().trim_end_matches('#').trim_end()
    } else {
        ""
    }
}

fn begins_as_flowchart(code: &str) -> bool {
    let mut rest = &code[front_matter(code).1..];
    loop {
        rest = rest.trim_start();
        if !rest.starts_with("%%") {
            return rest.starts_with("graph") || rest.starts_with("flowchart");
        }
        let end = if rest.starts_with("%%{") { rest.find("}%%").map(|end| end + 3) } else { rest.find('\n') };
        match end {
            Some(end) => rest = &rest[end..],
            None => return false,
        }
    }
}
