//! Finds the title and the charts of a Markdown guide.

use std::collections::HashMap;

use crate::front_matter::front_matter;
use crate::guide::{Counted, counted_as};
use crate::mermaid;
use crate::outline::Outline;

/// What a guide has besides its text.
#[derive(Default)]
pub struct Guide<'a> {
    /// From its front matter, its first heading of the first level, or its first heading; empty if it has none of them.
    pub title: String,
    /// In the order of the text.
    pub charts: Vec<Chart<'a>>,
}

/// The text of a chart.
#[derive(Clone, Copy, Debug)]
pub struct Chart<'a> {
    pub text: &'a str,
    pub kind: Kind,
    /// Its first line, counted from 1.
    pub line: usize,
    /// The heading above it; may be empty.
    pub heading: &'a str,
    /// Whether it stands within one of several phases that the guide's headings count.
    pub is_within_phase: bool,
}

impl Chart<'_> {
    /// What it lays out, unless it is a flowchart.
    pub fn outline(&self) -> Option<Outline> {
        match self.kind {
            Kind::Gantt => Some(mermaid::gantt::read(self.text, self.line)),
            Kind::Timeline => Some(mermaid::timeline::read(self.text, self.line)),
            Kind::Mindmap => Some(mermaid::mindmap::read(self.text, self.line)),
            Kind::Journey => Some(mermaid::journey::read(self.text, self.line)),
            Kind::Flowchart => None,
        }
    }
}

/// Reads a guide. A text that is a chart by itself is its own only chart.
pub fn find(text: &str) -> Guide<'_> {
    let mut title = front_matter(text).0;
    if let Some(kind) = kind(text) {
        return Guide {
            title,
            charts: vec![Chart { text, kind, line: 1, heading: "", is_within_phase: false }],
        };
    }
    let mut charts = Vec::new();
    let mut headings = Headings::default();
    let (mut first_heading, mut heading) = (None, "");
    let mut block: Option<Block<'_>> = None;
    let mut at = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let next = at + line.len();
        match &block {
            Some(open) if open.is_closed_by(line) => {
                let chart = open.chart(&text[open.from..at], heading);
                charts.extend(chart.map(|chart| (chart, headings.innermost())));
                block = None;
            }
            Some(_) => {}
            None => {
                block = Block::open(line, next, number + 2);
                if let (None, Some((depth, words))) = (&block, self::heading(line)) {
                    heading = words;
                    headings.open(depth, words);
                    first_heading = first_heading.or(Some(words));
                    if depth == 1 && title.is_empty() {
                        title = words.to_owned();
                    }
                }
            }
        }
        at = next;
    }
    // An unclosed block extends to the end of the guide.
    if let Some(open) = block {
        let chart = open.chart(&text[open.from..], heading);
        charts.extend(chart.map(|chart| (chart, headings.innermost())));
    }
    if title.is_empty() {
        title = first_heading.unwrap_or_default().to_owned();
    }
    let place = |(chart, at)| Chart { is_within_phase: headings.is_within_phase(at), ..chart };
    Guide { title, charts: charts.into_iter().map(place).collect() }
}

/// Fewer headings that are counted alike do not lay out a plan.
const FEWEST_PHASES: usize = 3;

/// The tree of a guide's headings, for the places of its charts.
#[derive(Default)]
struct Headings {
    all: Vec<Heading>,
    /// The open ones, each within the one before.
    open: Vec<usize>,
    /// How many are counted alike below the same heading.
    counted: HashMap<(Option<usize>, usize, Counted), usize>,
}

struct Heading {
    depth: usize,
    outer: Option<usize>,
    counted: Option<Counted>,
}

impl Headings {
    fn open(&mut self, depth: usize, words: &str) {
        while self.open.pop_if(|&mut at| self.all[at].depth >= depth).is_some() {}
        let (outer, counted) = (self.innermost(), counted_as(words));
        if let Some(counted) = counted {
            *self.counted.entry((outer, depth, counted)).or_default() += 1;
        }
        self.open.push(self.all.len());
        self.all.push(Heading { depth, outer, counted });
    }

    fn innermost(&self) -> Option<usize> {
        self.open.last().copied()
    }

    /// Whether a heading, or one that it is in, is one of several such as "Phase 1".
    fn is_within_phase(&self, at: Option<usize>) -> bool {
        let ancestors = std::iter::successors(at, |&at| self.all[at].outer).map(|at| &self.all[at]);
        let mut siblings = ancestors
            .filter_map(|heading| self.counted.get(&(heading.outer, heading.depth, heading.counted?)));
        siblings.any(|&siblings| siblings >= FEWEST_PHASES)
    }
}

/// A block of code, or an element with a chart, that has begun.
struct Block<'a> {
    end: End<'a>,
    is_mermaid: bool,
    from: usize,
    line: usize,
}

/// What ends a block.
enum End<'a> {
    Fence(&'a str),
    Tag(&'static str),
}

impl<'a> Block<'a> {
    fn open(line: &'a str, from: usize, number: usize) -> Option<Self> {
        Self::fence(line, from, number).or_else(|| Self::element(line, from, number))
    }

    fn fence(line: &'a str, from: usize, number: usize) -> Option<Self> {
        let line = line.trim_start_matches([' ', '\t', '>']).trim_end();
        let sign = line.chars().next().filter(|sign| "`~:".contains(*sign))?;
        let name = line.trim_start_matches(sign);
        let fence = &line[..line.len() - name.len()];
        let name = name.trim_start_matches([' ', '{', '.']);
        let is_mermaid = name.get(..7).is_some_and(|name| name.eq_ignore_ascii_case("mermaid"))
            && !name[7..].starts_with(char::is_alphanumeric);
        let is_block = fence.len() >= 3 && (sign != ':' || is_mermaid);
        is_block.then_some(Self { end: End::Fence(fence), is_mermaid, from, line: number })
    }

    /// `<div class="mermaid">` or `<pre class="mermaid">`, as sites write them.
    fn element(line: &str, from: usize, number: usize) -> Option<Self> {
        let line = line.trim();
        let end = ["div", "pre"].into_iter().find(|name| {
            let tag = line.strip_prefix('<').and_then(|tag| tag.strip_prefix(name));
            tag.is_some_and(|tag| tag.starts_with(' ') && tag.contains("mermaid") && tag.ends_with('>'))
        })?;
        Some(Self { end: End::Tag(end), is_mermaid: true, from, line: number })
    }

    fn is_closed_by(&self, line: &str) -> bool {
        match self.end {
            End::Fence(fence) => {
                let line = line.trim_matches([' ', '\t', '>', '\r', '\n']);
                line.len() >= fence.len() && line.bytes().all(|byte| byte == fence.as_bytes()[0])
            }
            End::Tag(name) => {
                line.trim().strip_prefix("</").is_some_and(|tag| tag.strip_prefix(name) == Some(">"))
            }
        }
    }

    fn chart<'t>(&self, text: &'t str, heading: &'t str) -> Option<Chart<'t>> {
        let kind = kind(text).filter(|_| self.is_mermaid)?;
        Some(Chart { text, kind, line: self.line, heading, is_within_phase: false })
    }
}

/// The depth and the words of a heading, written with number signs or as an HTML element on one line.
fn heading(line: &str) -> Option<(usize, &str)> {
    let text = line.trim_start_matches('#');
    let depth = line.len() - text.len();
    if (1..=6).contains(&depth) && text.starts_with(' ') {
        let words = text.trim().trim_end_matches('#').trim_end();
        return (!words.is_empty()).then_some((depth, words));
    }
    let (depth, inside) = line.trim().strip_prefix("<h")?.split_at_checked(1)?;
    let depth = depth.parse().ok().filter(|depth| (1..=6).contains(depth))?;
    let words = inside.split_once('>')?.1.rsplit_once("</h")?.0.trim();
    (!words.is_empty() && !words.contains('<')).then_some((depth, words))
}

/// The kinds of charts that can be a roadmap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Flowchart,
    Gantt,
    Timeline,
    Mindmap,
    Journey,
}

/// The words that charts begin with.
const KINDS: [(&str, Kind); 6] = [
    ("graph", Kind::Flowchart),
    ("flowchart", Kind::Flowchart),
    ("gantt", Kind::Gantt),
    ("timeline", Kind::Timeline),
    ("mindmap", Kind::Mindmap),
    ("journey", Kind::Journey),
];

/// The kind of a chart, by its first word after front matter and comments; `None` if the text is none.
fn kind(text: &str) -> Option<Kind> {
    let mut rest = &text[front_matter(text).1..];
    loop {
        rest = rest.trim_start();
        if !rest.starts_with("%%") {
            let begins = |(word, kind): &(&str, Kind)| {
                rest.strip_prefix(word).is_some_and(|after| goes_on(*kind, after))
            };
            return KINDS.iter().find(|one| begins(one)).map(|(_, kind)| *kind);
        }
        let end = if rest.starts_with("%%{") { rest.find("}%%").map(|end| end + 3) } else { rest.find('\n') };
        rest = &rest[end?..];
    }
}

/// Whether a chart of a kind may go on like this. The other kinds have no more on their first line than a direction, unlike
/// a text that begins with such a word.
fn goes_on(kind: Kind, after: &str) -> bool {
    let line = after.lines().next().unwrap_or_default().trim();
    kind == Kind::Flowchart || matches!(line, "" | "LR" | "TD" | "TB" | "RL" | "BT")
}
