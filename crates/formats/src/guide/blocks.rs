//! A guide as headings, lines, lists and tables.

use pulldown_cmark::{CodeBlockKind, CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::html::{self, Name, Part};
use super::line::Line;
use super::words;
use crate::front_matter::front_matter;
use roadmap::Material;

/// Levels of headings are tenths apart, so that a summary stands between that of its section and the next.
pub const LEVEL: u16 = 10;

pub enum Block {
    Heading {
        level: u16,
        line: Line,
    },
    /// The `<details>` with the summary of this level ends.
    End {
        level: u16,
    },
    Text(Vec<Line>),
    List(Vec<Item>),
    Table(Table),
}

/// An item of a list; those nested in it follow it.
#[derive(Default)]
pub struct Item {
    /// 0 for those that are not nested.
    pub depth: usize,
    /// The state of its box.
    pub ticked: Option<bool>,
    /// Never empty.
    pub lines: Vec<Line>,
}

#[derive(Default)]
pub struct Table {
    pub head: Vec<Line>,
    pub rows: Vec<Vec<Line>>,
}

/// What stands in blocks of code that name no language.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Code {
    /// Anything but the plan.
    Passed,
    /// The items of lists.
    Lists,
}

/// Never recursive: a line of hyphens may nest a hundred thousand lists.
pub fn blocks(text: &str, code: Code) -> Vec<Block> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS | Options::ENABLE_STRIKETHROUGH;
    // The library would take any two rules with text between them for front matter.
    let from = front_matter(text).1;
    let mut builder =
        Builder { ends: ends_of_lines(text), lists_code: code == Code::Lists, ..Builder::default() };
    for (event, range) in Parser::new_ext(&text[from..], options).into_offset_iter() {
        builder.at = from + range.start;
        builder.event(event);
    }
    builder.flush();
    builder.blocks
}

fn ends_of_lines(text: &str) -> Vec<usize> {
    text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at).collect()
}

/// Longer lines of code are no items.
const LONGEST_LISTED: usize = 120;

/// No more details are taken as parts of each other, so that levels stay apart.
const MOST_DETAILS: usize = 8;

#[derive(Clone, Copy)]
struct Details {
    /// That of its summary; 0 before it.
    level: u16,
    /// That of the section around it.
    around: u16,
}

#[derive(Default)]
struct Builder {
    blocks: Vec<Block>,
    /// Where the lines of the text end.
    ends: Vec<usize>,
    /// The byte of the present event.
    at: usize,
    /// Finished lines of the present block, then the one being written.
    lines: Vec<Line>,
    line: Line,
    /// Where the open link begins in the present line, with its address.
    link: Option<(usize, String)>,
    /// Where the open strong text began, if at the beginning of the line.
    is_strong: bool,
    struck: Option<usize>,
    images: usize,
    /// Text here is no part of the guide: code.
    is_hidden: bool,
    is_indented_code: bool,
    lists_code: bool,
    is_listed_code: bool,
    /// The list being read, and its open items.
    items: Vec<Item>,
    open: Vec<usize>,
    table: Option<Table>,
    row: Vec<Line>,
    html: String,
    /// The open details.
    details: Vec<Details>,
    /// That of the last heading.
    level: u16,
    /// Of the HTML heading being read.
    html_heading: Option<u16>,
}

impl Builder {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.is_indented_code => self.indented(&text),
            Event::Text(text) if self.is_listed_code => self.listed(&text),
            Event::Text(text) | Event::Code(text) => self.push(&text),
            Event::Html(html) => self.html.push_str(&html),
            Event::InlineHtml(html) => self.inline_html(&html),
            Event::SoftBreak | Event::HardBreak => self.end_line(),
            Event::TaskListMarker(is_ticked) => {
                if let Some(item) = self.open.last().and_then(|&at| self.items.get_mut(at)) {
                    item.ticked = Some(is_ticked);
                }
            }
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph | Tag::Heading { .. } | Tag::HtmlBlock => self.flush(),
            Tag::List(_) => self.flush(),
            Tag::Item => {
                self.flush();
                self.open.push(self.items.len());
                self.items.push(Item { depth: self.open.len() - 1, ..Item::default() });
            }
            Tag::CodeBlock(CodeBlockKind::Indented) => {
                self.flush();
                self.is_indented_code = true;
            }
            Tag::CodeBlock(CodeBlockKind::Fenced(language)) if self.lists_code && language.is_empty() => {
                self.flush();
                self.is_listed_code = true;
            }
            Tag::CodeBlock(_) => {
                self.flush();
                self.is_hidden = true;
            }
            Tag::Table(_) => {
                self.flush();
                self.table = Some(Table::default());
            }
            Tag::Strong => self.is_strong = !self.line.text.contains(char::is_alphanumeric),
            Tag::Strikethrough if self.line.text.is_empty() => self.struck = Some(0),
            Tag::Link { dest_url, .. } => self.open_link(&dest_url),
            Tag::Image { .. } => self.images += 1,
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(level) => self.end_heading(LEVEL * number(level)),
            TagEnd::HtmlBlock => self.html_block(),
            TagEnd::Paragraph => self.flush(),
            TagEnd::CodeBlock => {
                self.flush();
                if self.is_listed_code && self.open.is_empty() {
                    self.end_list();
                }
                (self.is_hidden, self.is_indented_code, self.is_listed_code) = (false, false, false);
            }
            TagEnd::Item => {
                self.flush();
                self.open.pop();
            }
            TagEnd::List(_) if self.open.is_empty() => self.end_list(),
            TagEnd::TableCell => {
                let mut lines = self.take_lines();
                let first = if lines.is_empty() { Line::default() } else { lines.remove(0) };
                self.row.push(lines.into_iter().fold(first, joined));
            }
            TagEnd::TableHead => {
                let head = std::mem::take(&mut self.row);
                if let Some(table) = &mut self.table {
                    table.head = head;
                }
            }
            TagEnd::TableRow => {
                let row = std::mem::take(&mut self.row);
                if let Some(table) = &mut self.table {
                    table.rows.push(row);
                }
            }
            TagEnd::Table => {
                if let Some(table) = self.table.take()
                    && self.open.is_empty()
                {
                    self.blocks.push(Block::Table(table));
                }
            }
            TagEnd::Strong if self.is_strong => {
                self.line.strong = self.line.text.len();
                self.is_strong = false;
            }
            TagEnd::Strikethrough => {
                self.line.is_struck = self.struck.take().is_some() && !self.line.text.is_empty();
            }
            TagEnd::Link => self.close_link(),
            TagEnd::Image => self.images = self.images.saturating_sub(1),
            _ => {}
        }
    }

    fn push(&mut self, text: &str) {
        if self.is_hidden || self.images > 0 {
            return;
        }
        if self.line.text.is_empty() {
            self.line.number = self.number();
        }
        let text = if self.line.text.is_empty() { text.trim_start() } else { text };
        if !text.trim().is_empty() {
            // What follows the crossed out part is not.
            self.line.is_struck = false;
        }
        self.line.text.push_str(text);
    }

    fn number(&self) -> usize {
        self.ends.partition_point(|&end| end < self.at) + 1
    }

    /// In plain text, lists are often indented so far that they are code in Markdown.
    fn indented(&mut self, code: &CowStr<'_>) {
        for line in code.lines() {
            if bullet(line.trim_start()).is_some() {
                self.push(line);
                self.end_line();
            }
        }
    }

    /// Short lines of a block that names no language are items, behind what draws a tree.
    fn listed(&mut self, code: &CowStr<'_>) {
        let depth = self.open.len();
        for (at, line) in code.lines().enumerate() {
            let text = line.trim_start_matches(|letter: char| !letter.is_alphanumeric());
            if text.len() <= LONGEST_LISTED && text.contains(char::is_alphabetic) {
                let lines = vec![Line::plain(text, self.number() + at)];
                self.items.push(Item { depth, ticked: None, lines });
            }
        }
    }

    fn open_link(&mut self, url: &str) {
        self.link = Some((self.line.text.len(), url.to_owned()));
    }

    fn close_link(&mut self) {
        let Some((from, url)) = self.link.take() else { return };
        let title = self.line.text.get(from..).unwrap_or_default().trim().to_owned();
        if title.is_empty() {
            return; // A badge.
        }
        self.line.linked += title.len();
        self.line.leads_within |= url.starts_with('#');
        let link = Material { title, url };
        if link.leads_to_the_web() {
            self.line.links.push(link);
        }
    }

    fn end_line(&mut self) {
        let mut line = std::mem::take(&mut self.line);
        (self.is_strong, self.struck) = (false, None);
        if let Some((from, _)) = &mut self.link {
            *from = 0;
        }
        line.finish();
        if !line.is_empty() {
            self.lines.push(line);
        }
    }

    fn take_lines(&mut self) -> Vec<Line> {
        self.end_line();
        self.link = None;
        std::mem::take(&mut self.lines)
    }

    /// Puts the lines read so far where they belong.
    fn flush(&mut self) {
        let mut lines = self.take_lines();
        if lines.is_empty() || self.table.is_some() {
            return;
        }
        match self.open.last().and_then(|&at| self.items.get_mut(at)) {
            Some(item) => item.lines.append(&mut lines),
            None => self.text(lines),
        }
    }

    /// Lines of a paragraph may be meant as a list, where Markdown asks for a blank line or less indentation.
    fn text(&mut self, lines: Vec<Line>) {
        let mut plain = Vec::new();
        let mut items: Vec<Item> = Vec::new();
        for mut line in lines {
            if let Some((length, ticked)) = bullet(&line.text) {
                line.text.drain(..length);
                line.strong = line.strong.saturating_sub(length);
                items.push(Item { depth: 0, ticked, lines: vec![line] });
                continue;
            }
            if !items.is_empty() {
                self.put_text(&mut plain);
                self.put_list(std::mem::take(&mut items));
            }
            plain.push(line);
        }
        self.put_text(&mut plain);
        self.put_list(items);
    }

    fn put_text(&mut self, lines: &mut Vec<Line>) {
        if !lines.is_empty() {
            self.blocks.push(Block::Text(std::mem::take(lines)));
        }
    }

    /// A line such as "Resources:" at the end of an item, before further items, is none of it.
    fn put_list(&mut self, mut items: Vec<Item>) {
        let is_label = |item: &mut Item| {
            item.lines.len() > 1
                && item
                    .lines
                    .last()
                    .is_some_and(|line| line.text.ends_with([':', '：']) && words::role(&line.text).is_some())
        };
        while let Some(at) = items.iter_mut().position(is_label) {
            let rest = items.split_off(at + 1);
            let label = items[at].lines.pop();
            self.put_items(std::mem::replace(&mut items, rest));
            self.blocks.extend(label.map(|label| Block::Text(vec![label])));
        }
        self.put_items(items);
    }

    fn put_items(&mut self, mut items: Vec<Item>) {
        items.retain(|item| item.lines.iter().any(|line| !line.is_empty()));
        for item in &mut items {
            item.lines.retain(|line| !line.is_empty());
        }
        if items.is_empty() || is_contents(&items) {
            return;
        }
        match self.blocks.last_mut() {
            // Lists that only a change of the bullet divides.
            Some(Block::List(before)) => before.append(&mut items),
            _ => self.blocks.push(Block::List(items)),
        }
    }

    fn end_list(&mut self) {
        self.flush();
        let items = std::mem::take(&mut self.items);
        self.put_list(items);
    }

    fn end_heading(&mut self, level: u16) {
        let lines = self.take_lines();
        let mut lines = lines.into_iter();
        let Some(first) = lines.next() else { return };
        let line = lines.fold(first, joined);
        match self.open.last().and_then(|&at| self.items.get_mut(at)) {
            Some(item) => item.lines.push(line),
            None => {
                self.level = level;
                self.blocks.push(Block::Heading { level, line });
            }
        }
    }

    fn inline_html(&mut self, html: &str) {
        for part in html::parts(html) {
            match part {
                Part::Open(Name::Break | Name::Item | Name::Summary | Name::Details, _)
                | Part::Close(Name::Item | Name::Summary | Name::Details) => self.end_line(),
                Part::Open(Name::Input, attributes) => self.tick(attributes),
                Part::Open(Name::Link, attributes) => {
                    self.open_link(html::attribute(attributes, "href").unwrap_or_default());
                }
                Part::Close(Name::Link) => self.close_link(),
                Part::Open(Name::Strong, _) => {
                    self.is_strong = !self.line.text.contains(char::is_alphanumeric)
                }
                Part::Close(Name::Strong) if self.is_strong => self.line.strong = self.line.text.len(),
                _ => {}
            }
        }
    }

    fn tick(&mut self, attributes: &str) {
        if attributes.contains("checkbox")
            && let Some(item) = self.open.last().and_then(|&at| self.items.get_mut(at))
        {
            item.ticked = Some(attributes.contains("checked"));
        }
    }

    fn html_block(&mut self) {
        let html = std::mem::take(&mut self.html);
        let mut is_item = false;
        for part in html::parts(&html) {
            match part {
                Part::Text(text) => self.html_text(text),
                Part::Open(Name::Heading(level), _) => {
                    self.flush();
                    self.html_heading = Some(u16::from(level) * LEVEL);
                }
                Part::Close(Name::Heading(_)) => self.end_html_heading(),
                Part::Open(Name::Details, _) => {
                    self.flush();
                    if self.details.len() < MOST_DETAILS {
                        self.details.push(Details { level: 0, around: self.level });
                    }
                }
                Part::Close(Name::Details) => self.end_details(),
                Part::Open(Name::Summary, _) => {
                    self.flush();
                    self.html_heading = Some(self.summary_level());
                }
                Part::Close(Name::Summary) => {
                    self.end_html_heading();
                }
                Part::Open(Name::Item, _) if is_item || self.open.is_empty() => {
                    self.flush();
                    if is_item {
                        self.open.pop();
                    }
                    self.open.push(self.items.len());
                    self.items.push(Item::default());
                    is_item = true;
                }
                Part::Close(Name::Item) if is_item => {
                    self.flush();
                    self.open.pop();
                    is_item = false;
                }
                Part::Open(Name::Break, _) | Part::Close(Name::Break) if self.html_heading.is_none() => {
                    self.end_line();
                }
                Part::Open(Name::Link, attributes) => {
                    self.open_link(html::attribute(attributes, "href").unwrap_or_default());
                }
                Part::Close(Name::Link) => self.close_link(),
                _ => {}
            }
        }
        if self.html_heading.is_some() {
            self.end_html_heading();
        }
        self.flush();
        if is_item {
            self.open.pop();
        }
        if self.open.is_empty() {
            self.end_list();
        }
    }

    fn html_text(&mut self, text: &str) {
        for (at, line) in text.split('\n').enumerate() {
            if at > 0 && self.html_heading.is_none() {
                self.end_line();
            }
            let words = line.trim();
            if !words.is_empty() {
                if !self.line.text.is_empty() && (at > 0 || line.starts_with(' ')) {
                    self.push(" ");
                }
                self.push(&crate::mermaid::plain(words));
            }
        }
    }

    /// Below the section that the details are in.
    fn summary_level(&mut self) -> u16 {
        let Some((last, outer)) = self.details.split_last_mut() else { return self.level + 1 };
        let outer = outer.last().map_or(0, |outer| outer.level);
        last.level = self.level.max(outer) + 1;
        last.level
    }

    fn end_html_heading(&mut self) {
        let Some(level) = self.html_heading.take() else { return };
        let section = self.level;
        self.end_heading(level);
        if !level.is_multiple_of(LEVEL) {
            self.level = section;
        }
    }

    fn end_details(&mut self) {
        self.flush();
        if let Some(Details { level, around }) = self.details.pop()
            && level > 0
        {
            self.level = around;
            self.blocks.push(Block::End { level });
        }
    }
}

fn number(level: HeadingLevel) -> u16 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

/// A line with the next one behind it.
fn joined(mut line: Line, next: Line) -> Line {
    if line.is_empty() {
        return next;
    }
    line.text.push('\n');
    line.text.push_str(&next.text);
    line.links.extend(next.links);
    line.linked += next.linked;
    line.leads_within |= next.leads_within;
    line
}

/// Whether a list is a table of contents: most of its items lead to headings.
fn is_contents(items: &[Item]) -> bool {
    let leading = items.iter().filter(|item| item.lines[0].leads_within).count();
    leading * 2 > items.len()
}

/// Signs that stand before the items of a list in plain text.
const BULLETS: [char; 14] = ['-', '*', '+', '•', '◦', '▪', '▫', '‣', '●', '○', '·', '–', '➤', '►'];

/// The length of a bullet or box at the beginning of a line, with the state of the box.
fn bullet(line: &str) -> Option<(usize, Option<bool>)> {
    let rest = line.strip_prefix(BULLETS).and_then(|rest| rest.strip_prefix([' ', '\t']));
    let text = rest.unwrap_or(line).trim_start();
    let boxes = [("☐ ", false), ("☑ ", true), ("[ ] ", false), ("[x] ", true), ("[X] ", true)];
    let found = boxes.iter().find_map(|&(sign, is_ticked)| Some((text.strip_prefix(sign)?, is_ticked)));
    match found {
        Some((text, is_ticked)) => Some((line.len() - text.trim_start().len(), Some(is_ticked))),
        None => rest.map(|_| (line.len() - text.len(), None)),
    }
}
