//! One document out of two that were changed apart from each other.

use super::document::Document;
use planner::Mark;

/// Both sides' changes of a document that both had, or nothing where they changed the same in different ways.
///
/// What is many things by their names, such as marks, is compared name by name; a list, such as dates off, as a whole.
pub fn merge(base: &Document, mine: &Document, theirs: &Document) -> Option<Document> {
    if mine.roadmap != theirs.roadmap {
        return None;
    }
    let mut merged = theirs.clone();
    macro_rules! whole {
        ($($field:ident).+) => {
            if is_mine_needed(&base.$($field).+, &mine.$($field).+, &theirs.$($field).+)? {
                merged.$($field).+ = mine.$($field).+.clone();
            }
        };
    }
    // The hours of the week and since when they hold are one thing.
    let hours = [base, mine, theirs].map(|document| (document.week, &document.earlier_weeks));
    if is_mine_needed(&hours[0], &hours[1], &hours[2])? {
        merged.week = mine.week;
        merged.earlier_weeks = mine.earlier_weeks.clone();
    }
    whole!(start);
    whole!(time_off);
    whole!(stretches);
    whole!(target);
    whole!(most_a_week);
    whole!(pace);
    whole!(baseline);
    whole!(progress.log);
    merge_choices(&mut merged, base, mine, theirs)?;
    merge_names(&mut merged, base, mine);
    merge_marks(&mut merged, base, mine, theirs)?;
    Some(merged)
}

/// Whether what one thing has become is on this side; nothing if it has become different things on both.
fn is_mine_needed<T: PartialEq>(base: &T, mine: &T, theirs: &T) -> Option<bool> {
    if mine == base || mine == theirs {
        Some(false)
    } else if theirs == base {
        Some(true)
    } else {
        None
    }
}

/// Answers, projects and what is typed. What is no longer there on this side alone is left to the learner.
fn merge_choices(merged: &mut Document, base: &Document, mine: &Document, theirs: &Document) -> Option<()> {
    for (turn, answer) in mine.answers.iter() {
        if is_mine_needed(&base.answers.at(turn), &Some(answer), &theirs.answers.at(turn))? {
            merged.answers.give(turn.clone(), answer.clone());
        }
    }
    for (project, wanted) in mine.projects.iter() {
        let said = |document: &Document| document.projects.said(project);
        if is_mine_needed(&said(base), &Some(wanted), &said(theirs))? {
            merged.projects.choose(project.clone(), wanted);
        }
    }
    for (field, text) in &mine.drafts {
        let typed = |document: &Document| document.drafts.get(field).cloned();
        if is_mine_needed(&typed(base), &Some(text.clone()), &typed(theirs))? {
            merged.drafts.insert(*field, text.clone());
        }
    }
    let keeps = |has: [bool; 2]| has != [false, true];
    let keeps_answers = base
        .answers
        .iter()
        .all(|(turn, _)| keeps([mine, theirs].map(|side| side.answers.at(turn).is_some())));
    let keeps_projects = base
        .projects
        .iter()
        .all(|(project, _)| keeps([mine, theirs].map(|side| side.projects.said(project).is_some())));
    for field in base.drafts.keys().filter(|field| !mine.drafts.contains_key(field)) {
        // Accepting what was typed takes it away; what is typed by now on the other side stays.
        if theirs.drafts.get(field) == base.drafts.get(field) {
            merged.drafts.remove(field);
        }
    }
    (keeps_answers && keeps_projects).then_some(())
}

/// What was agreed with and known: what either side added or took away.
fn merge_names(merged: &mut Document, base: &Document, mine: &Document) {
    merged.agreed.extend(mine.agreed.iter().filter(|name| !base.agreed.contains(*name)).cloned());
    merged.agreed.retain(|name| mine.agreed.contains(name) || !base.agreed.contains(name));
    merged.known.extend(mine.known.iter().filter(|name| !base.known.contains(*name)).cloned());
    merged.known.retain(|name| mine.known.contains(name) || !base.known.contains(name));
}

fn merge_marks(merged: &mut Document, base: &Document, mine: &Document, theirs: &Document) -> Option<()> {
    let marks = mine.progress.marks().chain(base.progress.marks());
    for (item, _) in marks {
        let mark = |document: &Document| document.progress.mark(item);
        if is_mine_needed(&mark(base), &mark(mine), &mark(theirs))? {
            let Mark { started, ended } = mark(mine);
            let progress = &mut merged.progress;
            progress.clear(item);
            started.into_iter().for_each(|on| progress.start(item.clone(), on));
            ended.into_iter().for_each(|(ending, on)| progress.end(item.clone(), ending, on));
        }
    }
    Some(())
}
