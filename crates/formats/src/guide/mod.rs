//! Reads a guide without a flowchart: headings, lists, boxes and tables.
//!
//! A guide becomes blocks, the blocks a tree of sections, and some of the sections, items or rows the phases. Which ones
//! those are, `choose` decides for the guide as a whole; what a phase consists of, `phase` and `items` decide for each.

mod blocks;
mod choose;
mod columns;
mod dates;
mod html;
mod items;
mod line;
mod marker;
mod numbering;
mod overview;
mod phase;
mod sections;
#[cfg(test)]
mod tests;
mod times;
mod titles;
mod whole;
mod words;

pub(crate) use columns::Columns;
pub(crate) use line::Line;
pub(crate) use marker::{Kind as Counted, month_by_name};

use blocks::Code;
use choose::{Choice, Survey};
use columns::times_of_topics;
use items::Filling;
use sections::{Content, Section, sections};
use words::Role;

use crate::front_matter::front_matter;
use crate::outline::{Outline, OutlinePhase, OutlineTopic};

/// No more phases are taken from one guide, as no more nodes are from a flowchart.
const MOST_PHASES: usize = crate::mermaid::MOST_NODES;

/// With fewer phases and fewer topics than these, a text is no roadmap.
const FEWEST_PHASES: usize = 2;
const FEWEST_TOPICS: usize = 3;

/// The plan that a Markdown guide or a plain text lays out, or `None` if it has none.
pub(crate) fn read_guide(text: &str) -> Option<Outline> {
    read(text, Code::Passed).or_else(|| has_plain_code(text).then(|| read(text, Code::Lists))?)
}

/// Whether a block of code names no language, as far as a look at the lines tells.
fn has_plain_code(text: &str) -> bool {
    let fences =
        text.lines().map(str::trim).filter(|line| line.starts_with("```") || line.starts_with("~~~"));
    fences.step_by(2).any(|opening| opening.len() == 3)
}

fn read(text: &str, code: Code) -> Option<Outline> {
    let sections = sections(text, code);
    let survey = Survey::new(&sections);
    let choice = survey.choose();
    let reader = Reader { survey: &survey, signs_tell: signs_tell(&sections) };
    let mut phases = reader.phases(&choice);
    whole::give_each(&survey, &choice, &mut phases);
    let title = reader.title(text, &choice);
    let outline = Outline {
        hours_per_week: whole::hours_per_week(&survey, &choice),
        whole: whole::time(&survey, &choice, &title, phases.len()),
        title,
        phases,
        ..Outline::default()
    };
    is_roadmap(&outline).then_some(outline)
}

/// The place that a title counts, such as 3 of "Phase 3: Glaze".
pub(crate) fn place(title: &str) -> Option<u32> {
    marker::parse(title).map(|marker| marker.numbers.0)
}

/// How a heading counts a phase of the plan: "Phase 1" and "Week 1" do, a bare number or "Part 1" may head anything.
pub(crate) fn counted_as(heading: &str) -> Option<Counted> {
    let kind = marker::of_heading(heading)?.kind;
    (!matches!(kind, Counted::Number | Counted::Part)).then_some(kind)
}

/// Whether there is enough in an outline to plan with.
pub(crate) fn is_roadmap(outline: &Outline) -> bool {
    let topics: usize = outline.phases.iter().map(|phase| phase.topics.len()).sum();
    outline.phases.len() >= FEWEST_PHASES || topics >= FEWEST_TOPICS
}

/// Whether signs such as ✅ tell what is done. Where most items have one and none has another sign, they are bullets.
fn signs_tell(sections: &[Section]) -> bool {
    let (mut items, mut done) = (0, 0);
    for content in sections.iter().flat_map(|section| &section.contents) {
        let Content::List(list) = content else { continue };
        for item in list {
            items += 1;
            match titles::sign(&item.lines[0].text) {
                Some(true) => done += 1,
                Some(false) => return true,
                None => {}
            }
        }
    }
    done * 2 < items
}

struct Reader<'a> {
    survey: &'a Survey<'a>,
    signs_tell: bool,
}

impl Reader<'_> {
    fn phases(&self, choice: &Choice) -> Vec<OutlinePhase> {
        let mut phases = match choice {
            Choice::Sections(chosen) => self.of_sections(chosen),
            Choice::Tables(found) => found.iter().flat_map(|&at| self.of_tables(at)).collect(),
            Choice::Items(found, only_marked) => self.of_items(found, *only_marked),
        };
        phases.truncate(MOST_PHASES);
        phases.retain(|phase| phase.title.contains(|letter: char| !letter.is_whitespace()));
        phases
    }

    fn of_sections(&self, chosen: &[usize]) -> Vec<OutlinePhase> {
        let sections = self.survey.sections;
        let mut phases: Vec<OutlinePhase> = Vec::new();
        // Phases and headings of projects in the order of the text.
        let (mut next, mut at) = (0, 0);
        while at < sections.len() && phases.len() < MOST_PHASES {
            if chosen.get(next) == Some(&at) {
                next += 1;
                phases.extend(self.of_section(at));
                at = sections[at].end;
                continue;
            }
            let is_project = !phases.is_empty() && !self.survey.is_passed[at] && self.survey.is_project(at);
            if let Some(last) = phases.last_mut().filter(|_| is_project) {
                last.later_projects.extend(phase::projects(sections, at));
                at = sections[at].end;
                continue;
            }
            at += 1;
        }
        overview::give_times(self.survey, chosen, &mut phases);
        phases
    }

    /// One phase, or those in the table of a section that has nothing else.
    fn of_section(&self, at: usize) -> Vec<OutlinePhase> {
        let sections = self.survey.sections;
        let mut phase = phase::phase(sections, at, self.signs_tell);
        let below = sections[at..sections[at].end].iter().flat_map(|section| &section.contents);
        let has_lists = below.clone().any(|content| matches!(content, Content::List(_)));
        // What is named a phase is one.
        let is_named = self.survey.markers[at].is_some_and(|marker| marker.kind != marker::Kind::Number);
        if !has_lists && !is_named && times::value(&sections[at].heading.text).is_none() {
            let title = titles::heading(&sections[at].heading.text).title;
            let tables = below.filter_map(|content| match content {
                Content::Table(table) => Columns::new(&table.head, &table.rows).filter(Columns::is_timed),
                _ => None,
            });
            let rows: Vec<OutlinePhase> = tables.flat_map(|columns| columns.phases(&title)).collect();
            if rows.len() > 1 {
                return rows;
            }
        }
        phase.group = self.group(at);
        vec![phase]
    }

    /// The heading that a phase shares with others.
    fn group(&self, at: usize) -> String {
        let mut outer = self.survey.sections[at].within;
        while let Some(section) = outer {
            let text = self.survey.sections[section].heading.text.as_str();
            let is_sentence = self.survey.sections[section].is_announcement();
            let is_whole =
                section == 0 || self.survey.title == Some(section) || words::role(text) == Some(Role::Plan);
            if !is_whole && !is_sentence {
                return titles::heading(text).title;
            }
            outer = self.survey.sections[section].within;
        }
        String::new()
    }

    fn own_group(&self, at: usize) -> String {
        let text = self.survey.sections[at].heading.text.as_str();
        let is_whole = at == 0 || self.survey.title == Some(at) || words::role(text) == Some(Role::Plan);
        if is_whole || self.survey.sections[at].is_announcement() {
            self.group(at)
        } else {
            titles::heading(text).title
        }
    }

    fn of_tables(&self, at: usize) -> Vec<OutlinePhase> {
        let tables = self.survey.sections[at].contents.iter().filter_map(|content| match content {
            Content::Table(table) => Columns::new(&table.head, &table.rows),
            _ => None,
        });
        let (timed, untimed): (Vec<_>, Vec<_>) = tables.partition(Columns::is_timed);
        let chosen = if timed.is_empty() { untimed } else { timed };
        let group = self.own_group(at);
        chosen.iter().flat_map(|columns| columns.phases(&group)).collect()
    }

    fn of_items(&self, found: &[usize], only_marked: bool) -> Vec<OutlinePhase> {
        let mut phases = Vec::new();
        for &at in found {
            let group = if found.len() > 1 { self.own_group(at) } else { String::new() };
            for content in &self.survey.sections[at].contents {
                let Content::List(items) = content else { continue };
                let mut rest = items.as_slice();
                while let Some((item, behind)) = rest.split_first().filter(|_| phases.len() < MOST_PHASES) {
                    let nested = behind.iter().position(|next| next.depth == 0).unwrap_or(behind.len());
                    let (nested, behind) = behind.split_at(nested);
                    rest = behind;
                    if !only_marked || choose::is_marked(&item.lines[0].text) {
                        self.of_item(item, nested, &group, &mut phases);
                    }
                }
            }
        }
        phases
    }

    fn of_item(
        &self,
        item: &blocks::Item,
        nested: &[blocks::Item],
        group: &str,
        phases: &mut Vec<OutlinePhase>,
    ) {
        let first = &item.lines[0];
        if let (Some(title), Some(last)) = (words::project(&first.text), phases.last_mut()) {
            last.later_projects.push(title.to_owned());
            return;
        }
        let label = words::label_of_item(&first.text).map(|(role, _)| role);
        if item.ticked.is_none() && matches!(label, Some(Role::Time | Role::Aside | Role::Materials)) {
            return;
        }
        let (title, time) = titles::item(first);
        let heading = titles::heading(&title);
        let mut filling = Filling::new(heading.title, first.number, self.signs_tell);
        filling.time(titles::heading(&first.text).time);
        filling.materials(&first.links);
        filling.lines(&item.lines[1..], Role::Topics);
        filling.list(nested, nested.first().map_or(0, |item| item.depth), Role::Topics);
        let is_done = filling.is_done(item);
        let mut phase = filling.phase;
        phase.time = phase.time.or(time).or_else(|| times_of_topics(&phase));
        phase.group = group.to_owned();
        if is_done {
            phase.topics.iter_mut().for_each(|topic| topic.is_done = true);
            if phase.topics.is_empty() {
                let title = phase.title.clone();
                phase.topics.push(OutlineTopic { title, is_done: true, ..OutlineTopic::default() });
            }
        }
        phases.push(phase);
    }

    /// The first heading of the first level, the title of the front matter, or the heading that all others are in.
    fn title(&self, text: &str, choice: &Choice) -> String {
        let sections = self.survey.sections;
        let of_section =
            |at: usize| sections[at].heading.text.split('\n').next().unwrap_or_default().trim().to_owned();
        if let Some(title) = self.survey.title {
            return of_section(title);
        }
        let front = front_matter(text).0;
        // The first heading, if all the others are within it.
        let is_whole =
            sections.len() > 1 && sections[1].end == sections.len() && !sections[1].is_improvised();
        let is_phase = matches!(choice, Choice::Sections(chosen) if chosen.contains(&1));
        if front.is_empty() && is_whole && !is_phase { of_section(1) } else { front }
    }
}
