//! Fills a phase with what stands below its heading.

use super::blocks::Item;
use super::line::Line;
use super::times;
use super::titles;
use super::words::{self, Role};
use crate::effort::Estimate;
use crate::outline::{OutlinePhase, OutlineStep, OutlineTopic};
use crate::vocabulary;
use roadmap::Material;

/// No more materials are taken for one phase or topic.
const MOST_MATERIALS: usize = 100;

/// A phase in the making.
#[derive(Default)]
pub struct Filling {
    pub phase: OutlinePhase,
    /// Signs such as ✅ tell what is done; elsewhere they are bullets.
    signs_tell: bool,
}

impl Filling {
    pub fn new(title: String, line: usize, signs_tell: bool) -> Self {
        let is_optional = vocabulary::is_optional(&title);
        Self { phase: OutlinePhase { title, line, is_optional, ..OutlinePhase::default() }, signs_tell }
    }

    /// The first length counts, or else the first position.
    pub fn time(&mut self, time: Option<Estimate>) {
        let Some(time) = time else { return };
        // "20 hours" says more than "weeks 1 to 3"; "3 months" is not about the same.
        let is_exact = !time.is_position && !times::is_calendar(&time);
        if self.phase.time.is_none_or(|known| known.is_position && is_exact) {
            self.phase.time = Some(time);
        }
    }

    pub fn materials(&mut self, links: &[Material]) {
        take_materials(&mut self.phase.materials, links);
    }

    pub fn project(&mut self, title: &str) {
        let title = times::trimmed(title);
        if title.contains(char::is_alphanumeric) && self.phase.projects.iter().all(|other| other != title) {
            self.phase.projects.push(title.to_owned());
        }
    }

    pub fn topic(&mut self, topic: OutlineTopic) {
        if topic.title.contains(char::is_alphanumeric) {
            self.phase.topics.push(topic);
        }
    }

    fn topics(&mut self, text: &str) {
        for title in titles::parts(text) {
            self.topic(OutlineTopic { title, ..OutlineTopic::default() });
        }
    }

    /// Lines of a paragraph.
    pub fn lines(&mut self, lines: &[Line], role: Role) {
        for (at, line) in lines.iter().enumerate() {
            let is_labeled = words::project(&line.text).is_some()
                || matches!(words::label(&line.text), Some((Role::Time | Role::Projects, value)) if !value.is_empty());
            match role {
                Role::Materials | Role::Aside if is_labeled => self.line(line),
                Role::Time => self.time(times::value(&line.text)),
                Role::Materials => self.materials(&line.links),
                Role::Projects if at == 0 && line.text.len() < 150 => {
                    self.project(words::project(&line.text).unwrap_or(&line.text))
                }
                Role::Topics | Role::Plan => self.line(line),
                _ => {}
            }
        }
    }

    fn line(&mut self, line: &Line) {
        if let Some(title) = words::project(&line.text) {
            return self.project(title);
        }
        match words::label(&line.text) {
            Some((Role::Time, value)) => return self.time(times::value(value)),
            Some((Role::Projects, value)) => return self.project(value),
            Some((Role::Topics, value)) => return self.topics(value),
            _ => {}
        }
        self.time(time_of_line(&line.text));
        self.materials(&line.links);
    }

    /// Items of a list; `depth` is that of the outermost ones.
    pub fn list(&mut self, items: &[Item], depth: usize, role: Role) {
        let mut rest = items;
        while let Some((item, behind)) = rest.split_first() {
            let nested = behind.iter().position(|next| next.depth <= depth).unwrap_or(behind.len());
            let (nested, behind) = behind.split_at(nested);
            rest = behind;
            self.item(item, nested, role);
        }
    }

    fn item(&mut self, item: &Item, nested: &[Item], role: Role) {
        let Some(first) = item.lines.first() else { return };
        match role {
            Role::Topics | Role::Plan => self.item_of_plan(item, first, nested),
            Role::Projects => match words::label_of_item(&first.text) {
                Some((Role::Time | Role::Aside | Role::Materials | Role::Topics, _))
                    if item.ticked.is_none() => {}
                _ => {
                    let (title, _) = titles::item(&Line { strong: 0, ..first.clone() });
                    self.project(words::project(&title).unwrap_or(&title));
                    self.links(item, nested);
                }
            },
            Role::Materials => self.links(item, nested),
            Role::Time => self.time(times::value(&first.text)),
            Role::Aside if item.ticked.is_some() => self.item_as_topic(item, first, nested),
            Role::Aside | Role::Never => {}
        }
    }

    fn links(&mut self, item: &Item, nested: &[Item]) {
        for line in item.lines.iter().chain(nested.iter().flat_map(|item| &item.lines)) {
            self.materials(&line.links);
        }
    }

    fn item_of_plan(&mut self, item: &Item, first: &Line, nested: &[Item]) {
        if let Some(title) = words::project(&first.text) {
            // "Projects:" with the projects nested in it.
            let is_group = words::role(&first.text) == Some(Role::Projects) && !nested.is_empty();
            if is_group {
                self.nested(nested, Role::Projects)
            } else {
                self.project(title)
            }
            return self.links(item, &[]);
        }
        let label =
            words::label_of_item(&first.text).filter(|(_, value)| !value.is_empty() || !nested.is_empty());
        if let Some((role, value)) = label.filter(|_| item.ticked.is_none()) {
            return self.labeled(role, value, item, first, nested);
        }
        let time = times::alone(&first.text);
        if time.is_some() && nested.is_empty() && item.ticked.is_none() {
            return self.time(time);
        }
        self.item_as_topic(item, first, nested);
    }

    fn labeled(&mut self, role: Role, value: &str, item: &Item, first: &Line, nested: &[Item]) {
        match role {
            Role::Time => {
                self.time(times::value(value));
                self.nested(nested, Role::Time);
            }
            Role::Topics | Role::Plan => {
                self.topics(value);
                self.nested(nested, Role::Topics);
            }
            Role::Projects => {
                self.project(value);
                self.nested(nested, Role::Projects);
            }
            // "Read: chapter 3" is something to do.
            Role::Materials if first.links.is_empty() && nested.is_empty() => {
                self.item_as_topic(item, first, nested)
            }
            Role::Materials => self.links(item, nested),
            Role::Aside | Role::Never => {}
        }
    }

    fn nested(&mut self, nested: &[Item], role: Role) {
        if let Some(first) = nested.first() {
            self.list(nested, first.depth, role);
        }
    }

    fn item_as_topic(&mut self, item: &Item, first: &Line, nested: &[Item]) {
        let (title, time) = titles::item(first);
        let mut topic = OutlineTopic { title, time, is_done: self.is_done(item), ..OutlineTopic::default() };
        for line in &item.lines {
            take_materials(&mut topic.materials, &line.links);
        }
        for line in &item.lines[1..] {
            topic.time = topic.time.or_else(|| time_of_label(&line.text));
        }
        for below in nested {
            self.step(&mut topic, item.depth, below);
        }
        self.topic(topic);
    }

    /// What is nested in a topic: a step, something to learn it from, or its time.
    fn step(&self, topic: &mut OutlineTopic, depth: usize, item: &Item) {
        for line in &item.lines {
            take_materials(&mut topic.materials, &line.links);
        }
        let Some(first) = item.lines.first().filter(|_| item.depth == depth + 1) else { return };
        if item.ticked.is_none() {
            if first.is_only_link() && !first.links.is_empty() {
                return;
            }
            match words::label_of_item(&first.text) {
                Some((Role::Time, value)) => {
                    topic.time = topic.time.or_else(|| times::value(value));
                    return;
                }
                Some((Role::Materials | Role::Aside, _)) => return,
                _ => {}
            }
        }
        let (title, _) = titles::item(first);
        if title.contains(char::is_alphanumeric) {
            topic.steps.push(OutlineStep { title, is_done: self.is_done(item) });
        }
    }

    pub fn is_done(&self, item: &Item) -> bool {
        let by_sign = |line: &Line| self.signs_tell && titles::sign(&line.text) == Some(true);
        item.ticked.unwrap_or_else(|| item.lines.first().is_some_and(|line| line.is_struck || by_sign(line)))
    }
}

/// The time of a line that is one or several facts, such as "Time: 2 weeks" and "⏱ 45 min | For beginners".
pub fn time_of_line(text: &str) -> Option<Estimate> {
    text.split(['|', '·', '•']).find_map(|fact| times::alone(fact).or_else(|| time_of_label(fact.trim())))
}

fn time_of_label(text: &str) -> Option<Estimate> {
    let (role, value) = words::label(text)?;
    times::value(value).filter(|_| role == Role::Time)
}

pub fn take_materials(materials: &mut Vec<Material>, links: &[Material]) {
    for link in links {
        if materials.len() < MOST_MATERIALS && materials.iter().all(|other| other.url != link.url) {
            materials.push(link.clone());
        }
    }
}
