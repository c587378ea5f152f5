//! Three-way merge of documents.

use std::collections::BTreeMap;

use super::document::{Document, Drafts};
use super::note::{Note, Notes};
use super::placement::QuizRun;
use planner::{Answers, Date, Log, LogEntry, Progress, ProjectChoices, Steps, StepsOfItem};
use roadmap::{Material, Minutes, NodeId};

/// The changes that two sides made to a `base`, combined; `None` if they conflict.
///
/// Maps, sets and the log are merged entry by entry, everything else as a unit.
pub fn merge(base: &Document, mine: &Document, theirs: &Document) -> Option<Document> {
    let documents = [base, mine, theirs];
    macro_rules! unit {
        ($field:ident) => {
            one([&base.$field, &mine.$field, &theirs.$field])?.clone()
        };
    }
    // The former weeks are only right together with the present one.
    let weeks = documents.map(|document| (&document.week, &document.earlier_weeks));
    let (week, earlier_weeks) = one(weeks)?;
    Some(Document {
        roadmap: unit!(roadmap),
        answers: answers(documents)?,
        agreed: names(documents.map(|document| document.agreed.iter()))?,
        week: *week,
        begins: unit!(begins),
        earlier_weeks: earlier_weeks.clone(),
        start: unit!(start),
        time_off: unit!(time_off),
        stretches: unit!(stretches),
        sessions: sessions(documents)?,
        target: unit!(target),
        aim: *one(documents.map(|document| &document.aim))?,
        most_a_week: unit!(most_a_week),
        projects: projects(documents)?,
        known: names(documents.map(|document| document.known.iter()))?,
        quizzes: quizzes(documents)?,
        progress: progress(documents.map(|document| &document.progress))?,
        notes: notes(documents)?,
        signs: dates(documents.map(|document| &document.signs))?,
        sent_away: dates(documents.map(|document| &document.sent_away))?,
        signs_put_off: unit!(signs_put_off),
        reviewed: latest(documents.map(|document| document.reviewed)),
        pace: unit!(pace),
        baseline: unit!(baseline),
        drafts: drafts(documents)?,
    })
}

/// Merges one value, given as base, mine and theirs.
fn one<T: PartialEq>([base, mine, theirs]: [T; 3]) -> Option<T> {
    if mine == theirs || mine == base {
        Some(theirs)
    } else if theirs == base {
        Some(mine)
    } else {
        None
    }
}

/// Merges a date that only grows: where both sides changed it, the later one.
fn latest(sides: [Option<Date>; 3]) -> Option<Date> {
    let [_, mine, theirs] = sides;
    one(sides).unwrap_or(mine.max(theirs))
}

/// The values at each key, as base, mine and theirs.
fn by_key<K: Ord, V>(sides: [impl Iterator<Item = (K, V)>; 3]) -> BTreeMap<K, [Option<V>; 3]> {
    let mut by_key = BTreeMap::new();
    for (side, entries) in sides.into_iter().enumerate() {
        for (key, value) in entries {
            by_key.entry(key).or_insert_with(|| [None, None, None])[side] = Some(value);
        }
    }
    by_key
}

/// Merges maps entry by entry.
fn entries<K: Ord, V: PartialEq>(sides: [impl Iterator<Item = (K, V)>; 3]) -> Option<BTreeMap<K, V>> {
    let mut merged = BTreeMap::new();
    for (key, values) in by_key(sides) {
        if let Some(value) = one(values)? {
            merged.insert(key, value);
        }
    }
    Some(merged)
}

/// Merges sets element by element. This never conflicts, because an element is either there or not.
fn names<'a, T: Ord + Clone + 'a, S: FromIterator<T>>(sides: [impl Iterator<Item = &'a T>; 3]) -> Option<S> {
    let merged = entries(sides.map(|names| names.map(|name| (name, ()))))?;
    Some(merged.into_keys().cloned().collect())
}

fn answers(documents: [&Document; 3]) -> Option<Answers> {
    let mut answers = Answers::default();
    for (turn, answer) in entries(documents.map(|document| document.answers.iter()))? {
        answers.give(turn.clone(), answer.clone());
    }
    Some(answers)
}

fn projects(documents: [&Document; 3]) -> Option<ProjectChoices> {
    let mut projects = ProjectChoices::default();
    for (project, wanted) in entries(documents.map(|document| document.projects.iter()))? {
        projects.choose(project.clone(), wanted);
    }
    Some(projects)
}

fn quizzes(documents: [&Document; 3]) -> Option<BTreeMap<NodeId, QuizRun>> {
    let merged = entries(documents.map(|document| document.quizzes.iter()))?;
    Some(merged.into_iter().map(|(about, run)| (about.clone(), run.clone())).collect())
}

fn progress(sides: [&Progress; 3]) -> Option<Progress> {
    let log = log(sides.map(|progress| &progress.log))?;
    let marks = entries(sides.map(Progress::marks))?;
    let studied_until = one(sides.map(|progress| progress.studied_until))?;
    let marks = marks.into_iter().map(|(item, mark)| (item.clone(), mark));
    let steps = steps(sides.map(|progress| &progress.steps))?;
    Some(Progress::new(marks, steps, log, studied_until))
}

/// Merges the steps done one by one, and the learner's own steps of each topic or project as a unit.
fn steps(sides: [&Steps; 3]) -> Option<Steps> {
    let mut merged = Vec::new();
    for (item, of_item) in by_key(sides.map(Steps::items)) {
        let own = one(of_item.map(|side| side.map_or(&[][..], StepsOfItem::own)))?;
        let done = entries(of_item.map(|side| side.into_iter().flat_map(StepsOfItem::done)))?;
        let done = done.into_iter().map(|(step, on)| (step.clone(), *on)).collect();
        merged.push((item.clone(), StepsOfItem::new(own.to_vec(), done)));
    }
    Some(Steps::new(merged))
}

/// Merges the text of each note as a unit, and its links one by one.
fn notes(documents: [&Document; 3]) -> Option<Notes> {
    let mut merged = Vec::new();
    for (item, sides) in by_key(documents.map(|document| document.notes.iter())) {
        let text = one(sides.map(|side| side.map_or("", |note| &note.text)))?.to_owned();
        let links = links(sides.map(|side| side.map_or(&[][..], |note| &note.links)));
        merged.push((item.clone(), Note { text, links }));
    }
    Some(Notes::new(merged))
}

/// The links that neither side removed, then those that either added. Where both changed them, the added ones are in the
/// order of their words, so that two windows come to the same list.
fn links(sides: [&[Material]; 3]) -> Vec<Material> {
    if let Some(links) = one(sides) {
        return links.to_vec();
    }
    let [base, mine, theirs] = sides;
    let kept = base.iter().filter(|link| mine.contains(link) && theirs.contains(link));
    let mut added: Vec<&Material> = mine.iter().chain(theirs).filter(|link| !base.contains(link)).collect();
    added.sort_by_key(|link| (&link.title, &link.url));
    added.dedup();
    kept.chain(added).cloned().collect()
}

fn sessions(documents: [&Document; 3]) -> Option<BTreeMap<Date, Minutes>> {
    let merged = entries(documents.map(|document| document.sessions.iter()))?;
    Some(merged.into_iter().map(|(on, time)| (*on, *time)).collect())
}

fn dates<K: Ord + Clone>(sides: [&BTreeMap<K, Date>; 3]) -> Option<BTreeMap<K, Date>> {
    let merged = entries(sides.map(BTreeMap::iter))?;
    Some(merged.into_iter().map(|(key, on)| (key.clone(), *on)).collect())
}

/// Merges logs entry by entry. They conflict if both sides replaced an entry, each by another one.
fn log(sides: [&Log; 3]) -> Option<Log> {
    if let Some(log) = one(sides) {
        return Some(log.clone());
    }
    let [base, mine, theirs] = sides.map(counted);
    let (my_change, their_change) = (LogChange::from(&base, &mine), LogChange::from(&base, &theirs));
    if my_change.conflicts_with(&their_change) {
        return None;
    }
    let mut merged = Log::default();
    for (entry, count) in entries([base, mine, theirs].map(BTreeMap::into_iter))? {
        for _ in 0..count {
            merged.add(entry.clone());
        }
    }
    Some(merged)
}

/// The entries of a log, and how often each is there.
fn counted(log: &Log) -> BTreeMap<&LogEntry, usize> {
    let mut counts = BTreeMap::new();
    for entry in log.entries() {
        *counts.entry(entry).or_default() += 1;
    }
    counts
}

/// What one side did to a log.
struct LogChange<'a> {
    added: Vec<&'a LogEntry>,
    removed: Vec<&'a LogEntry>,
}

impl<'a> LogChange<'a> {
    fn from(before: &BTreeMap<&'a LogEntry, usize>, after: &BTreeMap<&'a LogEntry, usize>) -> Self {
        let more = |one: &BTreeMap<&'a LogEntry, usize>, other: &BTreeMap<&'a LogEntry, usize>| {
            let is_more = |(entry, count): &(&&'a LogEntry, &usize)| other.get(*entry) < Some(*count);
            one.iter().filter(is_more).map(|(entry, _)| *entry).collect()
        };
        Self { added: more(after, before), removed: more(before, after) }
    }

    fn conflicts_with(&self, other: &Self) -> bool {
        let has_replaced_the_same = self.removed.iter().any(|entry| other.removed.contains(entry));
        has_replaced_the_same
            && !self.added.is_empty()
            && !other.added.is_empty()
            && self.added != other.added
    }
}

/// Merges drafts. Accepting a draft on one side removes it; text that was typed on the other side meanwhile stays.
fn drafts(documents: [&Document; 3]) -> Option<Drafts> {
    let mut drafts = Drafts::new();
    for (field, [base, mine, theirs]) in by_key(documents.map(|document| document.drafts.iter())) {
        let merged = match (mine, theirs) {
            (Some(typed), None) | (None, Some(typed)) if Some(typed) != base => Some(typed),
            sides => one([base, sides.0, sides.1])?,
        };
        if let Some(text) = merged {
            drafts.insert(*field, text.clone());
        }
    }
    Some(drafts)
}
