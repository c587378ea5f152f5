//! Which parts of a guide are its phases.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::blocks::{Item, LEVEL};
use super::columns::Columns;
use super::items::time_of_line;
use super::marker::{self, Kind, Marker};
use super::sections::{Content, Section};
use super::times;
use super::titles;
use super::words::{self, Role};
use crate::vocabulary;
use crate::whole::announces_whole;

/// Where the phases are.
pub enum Choice {
    /// These sections, in order. What follows them may have projects for the last one.
    Sections(Vec<usize>),
    /// The rows of the tables in these sections.
    Tables(Vec<usize>),
    /// The outermost items of the lists in these sections; only those with a marker if the flag is set.
    Items(Vec<usize>, bool),
}

/// What is known of a guide's sections.
pub struct Survey<'a> {
    pub sections: &'a [Section],
    /// The section that the guide as a whole is.
    pub title: Option<usize>,
    pub markers: Vec<Option<Marker<'a>>>,
    /// Not part of the plan.
    pub is_passed: Vec<bool>,
    /// Has lists or tables, also in its subsections.
    has_lists: Vec<bool>,
}

impl<'a> Survey<'a> {
    pub fn new(sections: &'a [Section]) -> Self {
        let markers = sections.iter().map(|section| marker::of_heading(&section.heading.text)).collect();
        let has_lists = has_lists(sections);
        let mut survey = Self { sections, title: None, markers, is_passed: Vec::new(), has_lists };
        survey.title = survey.title();
        for (at, section) in sections.iter().enumerate() {
            let outer = section.within.is_some_and(|outer| survey.is_passed[outer]);
            let is_passed = survey.title != Some(at) && (outer || survey.is_aside(at));
            survey.is_passed.push(is_passed);
        }
        survey
    }

    /// The first heading of the first level, unless that is a phase among others.
    fn title(&self) -> Option<usize> {
        let first: Vec<usize> =
            (1..self.sections.len()).filter(|&at| self.sections[at].level == LEVEL).collect();
        let &title = first.first()?;
        let is_phase = |at: usize| self.markers[at].is_some() || self.sections[at].has_lists();
        let others = first[1..].iter().filter(|&&at| is_phase(at)).count();
        let is_among_others = others > 0 && self.markers[title].is_some()
            || others > 1 && self.sections[title].has_lists() && self.sections[title].end == title + 1;
        (!is_among_others).then_some(title)
    }

    /// Whether a section only accompanies the plan.
    fn is_aside(&self, at: usize) -> bool {
        let heading = self.sections[at].heading.text.as_str();
        if self.markers[at].is_some_and(|marker| marker.kind != Kind::Number) {
            return false;
        }
        let heading = self.markers[at].map_or(heading, |marker| marker.rest);
        match words::role(heading) {
            Some(Role::Never) => !self.leads_to_phases(at),
            Some(Role::Materials | Role::Aside | Role::Time) => {
                let is_plan = self.has_boxes(at)
                    || self.has_timed_table(at)
                    || self.is_schedule(at)
                    || self.holds_phases(at);
                times::length(heading).is_none() && !is_plan
            }
            _ => false,
        }
    }

    /// Whether a section spreads the plan over weeks or months below it.
    fn is_schedule(&self, at: usize) -> bool {
        let is_position = |at: &usize| {
            self.markers[*at].is_some_and(|marker| matches!(marker.kind, Kind::Week | Kind::Month))
        };
        words::is_schedule(&self.sections[at].heading.text)
            && (at + 1..self.sections[at].end).filter(is_position).count() > 1
    }

    /// Whether a section has subsections that are counted as phases. Weeks that do not follow each other are checkpoints.
    fn holds_phases(&self, at: usize) -> bool {
        let own = (at + 1..self.sections[at].end).filter(|&below| self.sections[below].within == Some(at));
        let counted =
            own.filter_map(|below| self.markers[below].filter(|marker| marker.kind != Kind::Number));
        let phases: Vec<Marker<'_>> = counted.collect();
        let runs_on = |pair: &[Marker<'_>]| pair[1].numbers.0 == pair[0].numbers.1.saturating_add(1);
        phases.len() > 1
            && (phases.iter().all(|marker| !marker.is_position()) || phases.windows(2).all(runs_on))
    }

    /// Whether a table of contents has phases that are files of their own, and so is all that is there of the plan.
    fn leads_to_phases(&self, at: usize) -> bool {
        let leads = |item: &&Item| {
            let line = &item.lines[0];
            is_marked(&line.text) && line.linked > 0 && !line.leads_within
        };
        items(&self.sections[at]).filter(leads).count() >= FEWEST_FILES
    }

    fn has_boxes(&self, at: usize) -> bool {
        self.below(at).iter().flat_map(|section| &section.contents).any(|content| match content {
            Content::List(items) => items.iter().any(|item| item.ticked.is_some()),
            _ => false,
        })
    }

    fn has_timed_table(&self, at: usize) -> bool {
        self.below(at).iter().any(|section| timed_rows(section) > 0)
    }

    fn below(&self, at: usize) -> &'a [Section] {
        &self.sections[at..self.sections[at].end]
    }

    fn is_candidate(&self, at: usize) -> bool {
        at > 0 && self.title != Some(at) && !self.is_passed[at]
    }

    pub fn is_project(&self, at: usize) -> bool {
        let heading = self.sections[at].heading.text.as_str();
        self.markers[at].is_none()
            && (words::role(heading) == Some(Role::Projects) || words::project(heading).is_some())
    }

    pub fn choose(&self) -> Choice {
        let headings = self.timed_headings();
        if let Some(named) = self.named() {
            let are_apart = || {
                !named.iter().any(|&at| self.holds(&headings, at))
                    && !headings.iter().any(|&at| self.holds(&named, at))
            };
            if headings.len() > named.len() && are_apart() {
                return Choice::Sections(headings);
            }
            let tables = self.table_among_chapters(&named).map(|at| Choice::Tables(vec![at]));
            return tables.unwrap_or(Choice::Sections(named));
        }
        let timed = self.with_lists(timed_rows);
        let marked = self.with_lists(marked_items);
        if marked.1 > 1 && !self.are_beside_plan(&marked.0, timed.1 > 2) && !self.are_of_one(&marked) {
            return Choice::Items(marked.0, true);
        }
        if timed.1 > 1 {
            return Choice::Tables(self.narrowed(timed.0));
        }
        if !headings.is_empty() {
            return Choice::Sections(headings);
        }
        if let Some(plan) = self.plan_of_rows() {
            return Choice::Tables(vec![plan]);
        }
        let unnamed = self.unnamed();
        let projects = self.numbered_projects();
        if projects.len() > 2 && unnamed.as_ref().is_none_or(|unnamed| projects.len() > unnamed.len()) {
            return Choice::Sections(projects);
        }
        if let Some(unnamed) = unnamed {
            return Choice::Sections(unnamed);
        }
        if let Some(plan) = self.plan_of_items() {
            return Choice::Items(vec![plan], false);
        }
        let items = self.with_lists(outermost_items);
        if items.1 > 1 {
            return Choice::Items(items.0, false);
        }
        Choice::Tables(self.with_lists(|section| table_rows(section).sum()).0)
    }

    /// Whether items headed like phases are in only one of more sections with lists than there are such items.
    fn are_of_one(&self, (found, count): &(Vec<usize>, usize)) -> bool {
        let [only] = found[..] else { return false };
        self.unnamed().is_some_and(|unnamed| unnamed.contains(&only) && unnamed.len() > *count)
    }

    /// The section headed as the plan that is a table of phases without times.
    fn plan_of_rows(&self) -> Option<usize> {
        let is_plan = |&at: &usize| {
            let heading = self.sections[at].heading.text.as_str();
            let is_said = words::role(heading) == Some(Role::Plan) || announces_whole(heading);
            let are_named =
                tables(&self.sections[at]).any(|columns| columns.are_marked() || columns.are_numbered());
            self.is_candidate(at) && is_said && are_named && table_rows(&self.sections[at]).sum::<usize>() > 2
        };
        (1..self.sections.len()).find(is_plan)
    }

    /// The section headed as the plan that is a list.
    fn plan_of_items(&self) -> Option<usize> {
        let is_plan = |at: usize| {
            self.is_candidate(at) && words::role(&self.sections[at].heading.text) == Some(Role::Plan)
        };
        (1..self.sections.len()).find(|&at| is_plan(at) && outermost_items(&self.sections[at]) > 2)
    }

    /// Whether items headed like phases only accompany a plan: one below a heading that says so, or a table that has times where
    /// they have none.
    fn are_beside_plan(&self, marked: &[usize], has_timed_table: bool) -> bool {
        let plan = self.plan_of_items();
        let has_time = |&at: &usize| {
            items(&self.sections[at])
                .any(|item| is_marked(&item.lines[0].text) && times::value(&item.lines[0].text).is_some())
        };
        plan.is_some_and(|plan| !marked.contains(&plan)) || has_timed_table && !marked.iter().any(has_time)
    }

    /// The one with a timetable among numbered chapters that have no times.
    fn table_among_chapters(&self, named: &[usize]) -> Option<usize> {
        let is_chapter = |&at: &usize| self.markers[at].is_none_or(|marker| marker.kind == Kind::Number);
        // "The modules" is the chapter about them.
        let is_about_phases = |at: &usize| {
            let heading = self.markers[*at].map_or("", |marker| marker.rest);
            marker::names_phases(heading) && table_rows(&self.sections[*at]).sum::<usize>() > 2
        };
        if let Some(found) =
            named.iter().copied().find(is_about_phases).filter(|_| named.iter().all(is_chapter))
        {
            return Some(found);
        }
        let mut timed = named.iter().copied().filter(|&at| timed_rows(&self.sections[at]) > 1);
        let (found, next) = (timed.next()?, timed.next());
        let heading = self.sections[found].heading.text.as_str();
        let says_so = times::length(heading).is_some()
            || words::is_schedule(heading)
            || matches!(words::role(heading), Some(Role::Plan | Role::Time));
        let has_time = |&at: &usize| at != found && times::value(&self.sections[at].heading.text).is_some();
        let is_only_one = next.is_none() && named.iter().all(is_chapter) && !named.iter().any(has_time);
        (is_only_one && says_so).then_some(found)
    }

    /// Of several tables with times, those whose rows are headed like phases.
    fn narrowed(&self, found: Vec<usize>) -> Vec<usize> {
        let are_marked = |&at: &usize| {
            tables(&self.sections[at]).filter(Columns::is_timed).all(|columns| columns.are_marked())
        };
        let marked: Vec<usize> = found.iter().copied().filter(are_marked).collect();
        let found = if marked.is_empty() { found } else { marked };
        // Where several begin with the first week or day, each is a plan of its own, unless their headings are numbered.
        let begins = |&at: &usize| {
            let mut timed = tables(&self.sections[at]).filter(Columns::is_timed);
            self.markers[at].is_none() && timed.any(|columns| columns.begins())
        };
        let first: Vec<usize> = found.iter().copied().filter(begins).collect();
        if first.len() < 2 {
            return found;
        }
        let is_usual = |&at: &usize| words::is_usual(&self.sections[at].heading.text);
        let chosen = first.iter().copied().find(is_usual).unwrap_or(first[0]);
        let next = first.iter().copied().find(|&at| at > chosen).unwrap_or(usize::MAX);
        found.into_iter().filter(|at| (chosen..next).contains(at)).collect()
    }

    /// The sections that have some of what is counted, with the count for all of them.
    fn with_lists(&self, count: impl Fn(&Section) -> usize) -> (Vec<usize>, usize) {
        let (mut found, mut total) = (Vec::new(), 0);
        for (at, section) in self.sections.iter().enumerate() {
            let count = if self.is_passed[at] { 0 } else { count(section) };
            if count > 0 {
                found.push(at);
                total += count;
            }
        }
        (found, total)
    }

    /// The sections headed like phases, at the level where the phases are.
    fn named(&self) -> Option<Vec<usize>> {
        let mut levels: BTreeMap<u16, Vec<usize>> = BTreeMap::new();
        for (at, section) in self.sections.iter().enumerate() {
            if self.is_candidate(at) && self.markers[at].is_some() {
                levels.entry(section.level).or_default().push(at);
            }
        }
        levels.retain(|_, named| named.len() > 1);
        let kinds: Vec<(u16, Kind)> =
            levels.iter().map(|(level, named)| (*level, self.usual_kind(named))).collect();
        let chosen = kinds.iter().enumerate().find(|&(at, &(level, kind))| {
            kinds[at + 1..]
                .iter()
                .all(|(deeper, below)| !self.only_groups(kind, &levels[&level], *below, &levels[deeper]))
        });
        let (_, &(level, kind)) = chosen?;
        Some(self.completed(level, kind))
    }

    /// How many of the sections are of each kind.
    fn counts(&self, sections: impl Iterator<Item = usize>) -> Vec<(Kind, usize)> {
        let mut counts: Vec<(Kind, usize)> = Vec::new();
        for marker in sections.filter_map(|at| self.markers[at]) {
            match counts.iter_mut().find(|(kind, _)| *kind == marker.kind) {
                Some((_, count)) => *count += 1,
                None => counts.push((marker.kind, 1)),
            }
        }
        counts
    }

    fn usual_kind(&self, named: &[usize]) -> Kind {
        let counts = self.counts(named.iter().copied());
        // Where phases come with a schedule of their own, they are the plan.
        let is_phase = |kind: Kind| matches!(kind, Kind::Phase | Kind::Part);
        let of_phases = counts.iter().filter(|(kind, count)| is_phase(*kind) && *count > 1);
        let numbers = counts.iter().find(|(kind, _)| *kind == Kind::Number).map_or(0, |(_, count)| *count);
        let others = counts.iter().filter(|(kind, count)| *kind != Kind::Number && count * 3 >= numbers);
        let usual = of_phases
            .max_by_key(|(_, count)| *count)
            .or_else(|| others.max_by_key(|(_, count)| *count))
            .or_else(|| counts.iter().max_by_key(|(_, count)| *count));
        usual.map_or(Kind::Number, |(kind, _)| *kind)
    }

    /// Whether the named sections of one level only group the phases, which are those of a deeper level.
    fn only_groups(&self, kind: Kind, outer: &[usize], below: Kind, inner: &[usize]) -> bool {
        let is_usual = |&&at: &&usize| self.markers[at].is_some_and(|marker| marker.kind == below);
        let inner: Vec<usize> = inner.iter().filter(is_usual).copied().collect();
        let holds = |outer: usize| {
            let next = inner.partition_point(|&inner| inner <= outer);
            inner.get(next).is_some_and(|&inner| inner < self.sections[outer].end)
        };
        let holding = outer.iter().filter(|&&outer| holds(outer)).count();
        let has_time = outer.iter().any(|&at| times::value(&self.sections[at].heading.text).is_some());
        match kind {
            // "2. Roadmap" may be one of the chapters of a guide.
            Kind::Number if below == Kind::Number => false,
            Kind::Number if holding == 0 => {
                inner.iter().filter(|&&at| self.has_lists[at]).count() * 2 >= inner.len()
            }
            Kind::Number => holding == 1 && !self.covers(outer, below, &inner),
            Kind::Part => matches!(below, Kind::Week | Kind::Month | Kind::Phase) && holding > 1 && !has_time,
            Kind::Month => below == Kind::Week && holding > 1,
            _ => false,
        }
    }

    /// Whether numbered sections are the plan, and the phases or steps within one of them only part of it: most of them have
    /// something to study, and that one has no more than the others together. Many phases are the plan of a guide about it.
    fn covers(&self, outer: &[usize], below: Kind, inner: &[usize]) -> bool {
        let has_time = |at: &usize| times::value(&self.sections[*at].heading.text).is_some();
        let is_holder = |at: &&usize| (**at..self.sections[**at].end).contains(&inner[0]);
        let Some(&holder) = outer.iter().rev().find(is_holder) else { return false };
        let title = self.markers[holder].map_or("", |marker| marker.rest);
        // "2. Roadmap" and "3. The phases" say that the plan is in them.
        let is_of_plan = words::role(title) == Some(Role::Plan)
            || marker::names_phases(title)
            || words::is_schedule(title);
        let studied = outer.iter().filter(|&&at| self.has_lists[at]).count();
        let size: usize = outer.iter().map(|&at| self.size(at)).sum();
        matches!(below, Kind::Phase | Kind::Part)
            && !is_of_plan
            && outer.len() >= 2 * inner.len()
            && studied * 3 > outer.len() * 2
            && self.size(holder) * 2 <= size
            && (outer.iter().any(has_time) || !inner.iter().any(has_time))
    }

    /// With sections of the same kind that happen to be at another level, and others that have a time of their own.
    fn completed(&self, level: u16, kind: Kind) -> Vec<usize> {
        let mut chosen: Vec<usize> = Vec::new();
        let here = |at: &usize| self.sections[*at].level == level && self.is_candidate(*at);
        // The numbers that are taken, so that "Week 1" elsewhere adds nothing to "Weeks 1-2".
        let markers_here = (1..self.sections.len()).filter(here).filter_map(|at| self.markers[at]);
        let taken: HashSet<(Kind, u32)> = markers_here
            .flat_map(|marker| {
                (marker.numbers.0..=marker.numbers.1)
                    .take(MOST_IN_RANGE)
                    .map(move |number| (marker.kind, number))
            })
            .collect();
        let kinds_here = self.counts((1..self.sections.len()).filter(here));
        for (at, section) in self.sections.iter().enumerate() {
            let is_within = chosen.last().is_some_and(|&last| at < self.sections[last].end);
            if is_within || !self.is_candidate(at) || self.is_project(at) {
                continue;
            }
            let is_here = match self.markers[at] {
                Some(marker) => {
                    let holds_phases = section.level < level && section.end > at + 1;
                    let is_kind = marker.kind == kind;
                    let is_same = is_kind
                        || kinds_here.iter().all(|(other, count)| *other != marker.kind || *count < 2);
                    let (from, to) = marker.numbers;
                    let is_new = ![from, to].iter().all(|&number| taken.contains(&(marker.kind, number)));
                    section.level == level && is_same
                        || is_kind && kind != Kind::Number && !holds_phases && is_new
                }
                None => {
                    section.level == level && self.has_lists[at] && !chosen.is_empty() && self.is_of_plan(at)
                }
            };
            if is_here {
                chosen.push(at);
            }
        }
        self.without_repetitions(self.without_second_run(self.within_plan(chosen)))
    }

    /// Where the same numbers come twice, in two sections with other titles, and only one has times, that one is the plan.
    fn without_second_run(&self, chosen: Vec<usize>) -> Vec<usize> {
        let mut runs: Vec<Vec<usize>> = Vec::new();
        for at in chosen {
            match runs.last_mut() {
                Some(run) if self.sections[run[0]].within == self.sections[at].within => run.push(at),
                _ => runs.push(vec![at]),
            }
        }
        let has_time = |at: usize| times::value(&self.sections[at].heading.text).is_some();
        let name = |at: usize| self.markers[at].map(|marker| (marker.kind, marker.numbers));
        let title =
            |at: usize| self.markers[at].map(|marker| titles::heading(marker.rest).title.to_lowercase());
        let is_timed = |run: &Vec<usize>| run.iter().any(|&at| has_time(at));
        let timed = runs.iter().filter(|run| is_timed(run)).flatten();
        let known: HashMap<_, _> = timed.filter_map(|&at| Some((name(at)?, title(at)))).collect();
        let is_repeated = |run: &Vec<usize>| {
            let same = || run.iter().filter_map(|&at| Some((at, known.get(&name(at)?)?)));
            !is_timed(run)
                && same().count() == run.len()
                && same().filter(|(at, known)| title(*at) == **known).count() * 2 < run.len()
        };
        let repeated: Vec<bool> = runs.iter().map(is_repeated).collect();
        runs.into_iter().zip(repeated).filter(|(_, repeated)| !repeated).flat_map(|(run, _)| run).collect()
    }

    /// Whether a section without a marker has a time of its own, or says that it is an optional part.
    fn is_of_plan(&self, at: usize) -> bool {
        let heading = self.sections[at].heading.text.as_str();
        words::role(heading).is_none()
            && (times::length(heading).is_some() || vocabulary::is_optional(heading))
    }

    /// Those in the section that is the plan, if that has some: others with such headings are about the plan.
    fn within_plan(&self, chosen: Vec<usize>) -> Vec<usize> {
        let is_plan = |at: usize| words::role(&self.sections[at].heading.text) == Some(Role::Plan);
        let plans = (1..self.sections.len()).filter(|&at| self.title != Some(at) && is_plan(at));
        for plan in plans {
            let within = plan + 1..self.sections[plan].end;
            let found: Vec<usize> = chosen.iter().copied().filter(|at| within.contains(at)).collect();
            if found.len() > 1 && found.len() * 2 >= chosen.len() {
                return found;
            }
        }
        chosen
    }

    /// An overview repeats the headings of the phases: the one with more below it counts.
    fn without_repetitions(&self, chosen: Vec<usize>) -> Vec<usize> {
        let mut known: HashMap<(Kind, (u32, u32), String), usize> = HashMap::new();
        let mut kept: Vec<usize> = Vec::new();
        for at in chosen {
            let Some(marker) = self.markers[at].filter(|marker| !marker.rest.is_empty()) else {
                kept.push(at);
                continue;
            };
            let title = titles::heading(marker.rest).title.to_lowercase();
            match known.get(&(marker.kind, marker.numbers, title.clone())) {
                Some(&place) if self.size(kept[place]) < self.size(at) => kept[place] = at,
                Some(_) => {}
                None => {
                    known.insert((marker.kind, marker.numbers, title), kept.len());
                    kept.push(at);
                }
            }
        }
        kept.sort_unstable();
        kept
    }

    /// How much a section holds.
    fn size(&self, at: usize) -> usize {
        let contents = self.below(at).iter().flat_map(|section| &section.contents);
        let sizes = contents.map(|content| match content {
            Content::Text(lines) => lines.len(),
            Content::List(items) => items.len(),
            Content::Table(table) => table.rows.len(),
        });
        sizes.sum::<usize>() + self.below(at).len()
    }

    /// The sections at one level whose headings give lengths, if there are some.
    fn timed_headings(&self) -> Vec<usize> {
        let mut levels: BTreeMap<u16, Vec<usize>> = BTreeMap::new();
        for (at, section) in self.sections.iter().enumerate() {
            if self.is_candidate(at)
                && !section.is_improvised()
                // "Time needed: 2 hours" is no title.
                && words::label(&section.heading.text).is_none()
                && (times::length(&section.heading.text).is_some() || says_time(section))
            {
                levels.entry(section.level).or_default().push(at);
            }
        }
        let found = levels.into_values().find(|found| found.len() > 2).unwrap_or_default();
        // One beside them may be without a time.
        let Some(&first) = found.first() else { return found };
        let is_beside = |&at: &usize| {
            let section = &self.sections[at];
            section.level == self.sections[first].level
                && section.within == self.sections[first].within
                && self.is_candidate(at)
                && self.has_lists[at]
        };
        let beside: Vec<usize> = (1..self.sections.len()).filter(is_beside).collect();
        let are_most = found.len() * 3 >= beside.len() * 2;
        let are_all = found.iter().all(|at| beside.binary_search(at).is_ok());
        if are_most && are_all { beside } else { found }
    }

    /// Whether a section is one of some in order, or within one of them.
    fn holds(&self, found: &[usize], at: usize) -> bool {
        let next = found.partition_point(|&outer| outer <= at);
        next > 0 && at < self.sections[found[next - 1]].end
    }

    /// The sections headed "Project 1", "Project 2", …, at the level that has most of them.
    fn numbered_projects(&self) -> Vec<usize> {
        let mut levels: BTreeMap<u16, Vec<usize>> = BTreeMap::new();
        for (at, section) in self.sections.iter().enumerate() {
            if self.is_candidate(at) && words::is_numbered_project(&section.heading.text) {
                levels.entry(section.level).or_default().push(at);
            }
        }
        // The outer ones where there are as many.
        levels.into_values().rev().max_by_key(Vec::len).unwrap_or_default()
    }

    /// The sections with lists one level below the title, or below the one that is the plan.
    fn unnamed(&self) -> Option<Vec<usize>> {
        let is_plan = |&at: &usize| {
            self.is_candidate(at) && words::role(&self.sections[at].heading.text) == Some(Role::Plan)
        };
        let plans = (1..self.sections.len()).filter(is_plan);
        for plan in plans {
            if let Some(found) = self.unnamed_within(plan + 1..self.sections[plan].end) {
                return Some(found);
            }
            if outermost_items(&self.sections[plan]) > 2 {
                return None;
            }
        }
        self.unnamed_within(1..self.sections.len())
    }

    fn unnamed_within(&self, range: std::ops::Range<usize>) -> Option<Vec<usize>> {
        let is_phase = |at: usize| {
            self.is_candidate(at)
                && self.has_lists[at]
                && !self.is_project(at)
                && !self.sections[at].is_improvised()
        };
        let mut levels: BTreeMap<u16, Vec<usize>> = BTreeMap::new();
        for at in range {
            if is_phase(at) {
                levels.entry(self.sections[at].level).or_default().push(at);
            }
        }
        levels.into_values().find(|found| found.len() > 1)
    }
}

/// So few links may lead to anything.
const FEWEST_FILES: usize = 3;

/// No more numbers are looked at of one range.
const MOST_IN_RANGE: usize = 100;

fn has_lists(sections: &[Section]) -> Vec<bool> {
    let mut found: Vec<bool> = sections.iter().map(Section::has_lists).collect();
    for at in (0..sections.len()).rev() {
        if let Some(outer) = sections[at].within.filter(|_| found[at]) {
            found[outer] = true;
        }
    }
    found
}

/// Whether a line right below the heading says how long the section takes.
fn says_time(section: &Section) -> bool {
    let lines = section.contents.iter().find_map(|content| match content {
        Content::Text(lines) => Some(lines),
        _ => None,
    });
    lines.is_some_and(|lines| {
        lines.iter().filter_map(|line| time_of_line(&line.text)).any(|time| !time.is_position)
    })
}

/// Outermost items headed like phases, such as "Week 1: Saws".
fn marked_items(section: &Section) -> usize {
    items(section).filter(|item| is_marked(&item.lines[0].text)).count()
}

pub fn is_marked(text: &str) -> bool {
    marker::parse(text)
        .is_some_and(|marker| marker.kind != Kind::Number && (marker.is_divided || marker.rest.is_empty()))
}

fn outermost_items(section: &Section) -> usize {
    items(section).count()
}

fn items(section: &Section) -> impl Iterator<Item = &Item> {
    let lists = section.contents.iter().filter_map(|content| match content {
        Content::List(items) => Some(items),
        _ => None,
    });
    lists.flatten().filter(|item| item.depth == 0)
}

fn tables(section: &Section) -> impl Iterator<Item = Columns<'_>> {
    section.contents.iter().filter_map(|content| match content {
        Content::Table(table) => Columns::new(&table.head, &table.rows),
        _ => None,
    })
}

fn table_rows(section: &Section) -> impl Iterator<Item = usize> {
    tables(section).map(|columns| columns.len())
}

fn timed_rows(section: &Section) -> usize {
    tables(section).filter(Columns::is_timed).map(|columns| columns.len()).sum()
}
