//! A section of a guide as a phase.

use super::columns::{Columns, times_of_topics};
use super::items::Filling;
use super::marker::{self, Kind};
use super::sections::{Content, Section};
use super::times;
use super::titles;
use super::words::{self, Role};
use crate::effort::Estimate;
use crate::outline::{OutlinePhase, OutlineTopic};

/// The phase that a section is, with all of its subsections.
pub fn phase(sections: &[Section], at: usize, signs_tell: bool) -> OutlinePhase {
    let section = &sections[at];
    let heading = titles::heading(&section.heading.text);
    let read = |only_materials: bool| {
        let mut filling = Filling::new(heading.title.clone(), section.heading.number, signs_tell);
        filling.time(heading.time);
        filling.materials(&section.heading.links);
        let mut reader = Reader::new(sections, filling);
        reader.only_materials = only_materials;
        reader.read(at);
        (reader.filling.phase, if reader.times.is_empty() { reader.positions } else { reader.times })
    };
    let (mut phase, mut times) = read(false);
    // What there is to build, or to read, is all that there is to do. One project is the phase, unless that goes on behind it.
    let fewest = if words::is_ongoing(&section.heading.text) { 1 } else { 2 };
    if phase.topics.is_empty() && phase.projects.len() >= fewest {
        let topic = |title| OutlineTopic { title, ..OutlineTopic::default() };
        phase.topics = std::mem::take(&mut phase.projects).into_iter().map(topic).collect();
    } else if phase.topics.is_empty() {
        (phase, times) = read(true);
    }
    phase.time = phase.time.or_else(|| times_of_topics(&phase)).or_else(|| times::sum(&times));
    phase
}

/// The projects in a section that is about nothing else.
pub fn projects(sections: &[Section], at: usize) -> Vec<String> {
    let filling = Filling::new(String::new(), sections[at].heading.number, false);
    let mut reader = Reader::new(sections, filling);
    let role = reader.subsection(at, Role::Topics);
    if role == Role::Projects {
        for index in reader.range(at) {
            let heading = titles::heading(&sections[index].heading.text).title;
            let announced = words::role(&sections[index].heading.text);
            if index > at && announced.is_none() && !sections[index].is_improvised() {
                reader.filling.project(words::project(&heading).unwrap_or(&heading));
            } else if announced.is_none_or(|announced| announced == Role::Projects) {
                reader.contents(index, Role::Projects);
            }
        }
    }
    reader.filling.phase.projects
}

struct Reader<'a> {
    sections: &'a [Section],
    filling: Filling,
    /// Those of subsections, which are the phase's where it gives none.
    times: Vec<Estimate>,
    /// The places that the rows of its tables take.
    positions: Vec<Estimate>,
    /// Materials are the topics, for there is nothing else.
    only_materials: bool,
}

impl<'a> Reader<'a> {
    fn new(sections: &'a [Section], filling: Filling) -> Self {
        Self { sections, filling, times: Vec::new(), positions: Vec::new(), only_materials: false }
    }

    /// A section with its subsections.
    fn range(&self, at: usize) -> std::ops::Range<usize> {
        at..self.sections[at].end
    }

    fn read(&mut self, at: usize) {
        // What the open subsections announce, with the index behind each.
        let mut open: Vec<(usize, Role)> = vec![(self.sections[at].end, Role::Topics)];
        for index in self.range(at) {
            open.retain(|(end, _)| *end > index);
            let inherited = open.last().map_or(Role::Topics, |(_, role)| *role);
            let role = if index == at { inherited } else { self.subsection(index, inherited) };
            open.push((self.sections[index].end, role));
            let is_topics = self.only_materials && role == Role::Materials;
            self.contents(index, if is_topics { Role::Topics } else { role });
        }
    }

    fn contents(&mut self, index: usize, role: Role) {
        for content in &self.sections[index].contents {
            match content {
                Content::Text(lines) => self.filling.lines(lines, role),
                Content::List(items) => {
                    let depth = items.first().map_or(0, |item| item.depth);
                    self.filling.list(items, depth, role);
                }
                Content::Table(table) => {
                    let columns = Columns::new(&table.head, &table.rows)
                        .filter(|_| matches!(role, Role::Topics | Role::Plan));
                    match columns {
                        Some(columns) => {
                            columns.fill(&mut self.filling.phase);
                            self.positions.extend(columns.positions());
                        }
                        None => {
                            table.rows.iter().flatten().for_each(|cell| self.filling.materials(&cell.links))
                        }
                    }
                }
            }
        }
    }

    /// Takes what a subsection's heading says, and returns what the subsection holds.
    fn subsection(&mut self, index: usize, inherited: Role) -> Role {
        let section = &self.sections[index];
        let text = section.heading.text.as_str();
        let has_lists = self.sections[index..section.end].iter().any(Section::has_lists);
        if !matches!(inherited, Role::Topics | Role::Plan) {
            let role = words::role(text);
            let names_one = inherited == Role::Projects && role.is_none() && !section.is_improvised();
            return if names_one {
                self.named_project(words::project(text).unwrap_or(text), text)
            } else {
                role.unwrap_or(inherited)
            };
        }
        if words::is_total(text) {
            return Role::Never;
        }
        let announced = words::role(text);
        if announced == Some(Role::Projects) && has_lists {
            return Role::Projects;
        }
        if let Some(title) = words::project(text) {
            return self.named_project(title, text);
        }
        if let Some((role, value)) = words::label(text).filter(|(_, value)| !value.is_empty()) {
            return self.label(role, value, inherited);
        }
        if let Some(role) = announced {
            return role;
        }
        let heading = titles::heading(text);
        if !has_lists && let Some(time) = times::alone(text).filter(|time| !time.is_position) {
            self.filling.time(Some(time));
            return Role::Topics;
        }
        self.times.extend(heading.time);
        if !has_lists && !section.is_improvised() {
            let mut topic = OutlineTopic { title: heading.title, ..OutlineTopic::default() };
            topic.is_done = titles::sign(text) == Some(true);
            super::items::take_materials(&mut topic.materials, &section.heading.links);
            self.filling.topic(topic);
        }
        Role::Topics
    }

    /// "Project" alone is named by what stands below it.
    fn named_project(&mut self, title: &str, text: &str) -> Role {
        let says_nothing = words::role(text) == Some(Role::Projects) || marker::parse(title).is_some();
        if says_nothing && title.len() == text.trim().len() {
            return Role::Projects;
        }
        let number =
            marker::parse(title).filter(|marker| marker.kind == Kind::Number && !marker.rest.is_empty());
        self.filling.project(number.map_or(title, |marker| marker.rest));
        Role::Never
    }

    /// A label with its value; what stands below it is not about that.
    fn label(&mut self, role: Role, value: &str, inherited: Role) -> Role {
        match role {
            Role::Time => {
                self.filling.time(times::value(value));
                inherited
            }
            Role::Projects => {
                self.filling.project(value);
                Role::Never
            }
            _ => role,
        }
    }
}
