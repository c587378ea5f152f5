//! One document out of two that were changed apart from each other.

use std::collections::BTreeMap;

use super::document::Document;
use crate::planner::{Answers, Item, Mark, Progress, ProjectChoices};

/// Both sides' changes of a document that both had, or nothing where they changed the same in different ways.
///
/// What is many things by their names, such as marks, is compared name by name; a list, such as dates off, as a whole.
pub fn merge(base: &Document, mine: &Document, theirs: &Document) -> Option<Document> {
    let documents = [base, mine, theirs];
    macro_rules! whole {
        ($field:ident) => {
            one([&base.$field, &mine.$field, &theirs.$field])?.clone()
        };
    }
    // The hours of the week and since when they hold are one thing.
    let hours = documents.map(|document| (&document.week, &document.earlier_weeks));
    let (week, earlier_weeks) = *one([&hours[0], &hours[1], &hours[2]])?;
    Some(Document {
        roadmap: whole!(roadmap),
        answers: answers(documents)?,
        agreed: names(documents.map(|document| document.agreed.iter()))?,
        week: *week,
        earlier_weeks: earlier_weeks.clone(),
        start: whole!(start),
        time_off: whole!(time_off),
        stretches: whole!(stretches),
        target: whole!(target),
        most_a_week: whole!(most_a_week),
        projects: projects(documents)?,
        known: names(documents.map(|document| document.known.iter()))?,
        progress: progress(documents)?,
        pace: whole!(pace),
        baseline: whole!(baseline),
        drafts: by_name(documents.map(|document| document.drafts.iter()))?
            .into_iter()
            .map(|(field, text)| (*field, text.clone()))
            .collect(),
    })
}

/// What one thing has become that was the first of the three.
fn one<T: PartialEq>([base, mine, theirs]: [T; 3]) -> Option<T> {
    if mine == theirs || mine == base {
        Some(theirs)
    } else if theirs == base {
        Some(mine)
    } else {
        None
    }
}

/// What many things have become, each by its name.
fn by_name<K: Ord, V: PartialEq>(sides: [impl Iterator<Item = (K, V)>; 3]) -> Option<BTreeMap<K, V>> {
    let mut by_name: BTreeMap<K, [Option<V>; 3]> = BTreeMap::new();
    for (side, entries) in sides.into_iter().enumerate() {
        for (name, value) in entries {
            by_name.entry(name).or_default()[side] = Some(value);
        }
    }
    let mut merged = BTreeMap::new();
    for (name, values) in by_name {
        if let Some(value) = one(values)? {
            merged.insert(name, value);
        }
    }
    Some(merged)
}

/// What a set of names has become.
fn names<'a, T, C>(sides: [impl Iterator<Item = &'a T>; 3]) -> Option<C>
where
    T: Ord + Clone + 'a,
    C: FromIterator<T>,
{
    let merged = by_name(sides.map(|names| names.map(|name| (name, ()))))?;
    Some(merged.into_keys().cloned().collect())
}

fn answers(documents: [&Document; 3]) -> Option<Answers> {
    let mut answers = Answers::default();
    for (turn, label) in by_name(documents.map(|document| document.answers.iter()))? {
        answers.give(turn.clone(), label);
    }
    Some(answers)
}

fn projects(documents: [&Document; 3]) -> Option<ProjectChoices> {
    let mut projects = ProjectChoices::default();
    for (project, wanted) in by_name(documents.map(|document| document.projects.iter()))? {
        projects.choose(project.clone(), wanted);
    }
    Some(projects)
}

fn progress(documents: [&Document; 3]) -> Option<Progress> {
    let logs = documents.map(|document| &document.progress.log);
    let mut progress = Progress::default();
    progress.log = one(logs)?.clone();
    let marks: BTreeMap<&Item, Mark> = by_name(documents.map(|document| document.progress.marks()))?;
    for (item, Mark { started, ended }) in marks {
        if let Some(on) = started {
            progress.start(item.clone(), on);
        }
        if let Some((ending, on)) = ended {
            progress.end(item.clone(), ending, on);
        }
    }
    Some(progress)
}
