//! What a guide says of its plan as a whole: how long it takes, and with how many hours a week.

use super::choose::{Choice, Survey};
use super::marker;
use super::sections::Content;
use super::times;
use super::words::{self, Role};
use crate::effort::{self, Amount, Estimate};
use crate::outline::OutlinePhase;

/// Longer lines are prose.
const LONGEST: usize = 300;

/// How sure it is that a time is that of the whole.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// "In total", wherever it stands.
    Total,
    /// "Duration:" before the first phase.
    Label,
    /// "A 12-week plan" in the title.
    Title,
    /// "Duration:" behind a phase.
    LateLabel,
}

/// A line outside of the phases.
struct Outside {
    text: String,
    is_before: bool,
    is_title: bool,
}

/// The time of the whole. Less than an hour for each phase is that of something else, such as an exam.
pub fn time(survey: &Survey<'_>, choice: &Choice, title: &str, phases: usize) -> Option<Estimate> {
    let time = best(&outside(survey, choice, title)).map(|(_, time)| time)?;
    let is_too_short = matches!(time.amount, Amount::Minutes(span) if (span.high as usize) < 60 * phases);
    (!is_too_short).then_some(time)
}

/// Study hours in a week, as the lines before the first phase say, or the one that gives the time of the whole.
pub fn hours_per_week(survey: &Survey<'_>, choice: &Choice) -> Option<u32> {
    let lines = outside(survey, choice, "");
    let before = lines.iter().filter(|line| line.is_before);
    let mut rates = before.filter_map(|line| times::hours_per_week(&line.text));
    rates.next().or_else(|| times::hours_per_week(best(&lines)?.0))
}

/// Gives phases without a time the one that is said for each of them: "2-4 weeks per project".
pub fn give_each(survey: &Survey<'_>, choice: &Choice, phases: &mut [OutlinePhase]) {
    if phases.iter().all(|phase| phase.time.is_some()) {
        return;
    }
    let lines = outside(survey, choice, "");
    let Some((noun, time)) =
        lines.iter().filter(|line| line.text.len() <= LONGEST).find_map(|line| each(&line.text))
    else {
        return;
    };
    let first_word = |title: &str| {
        let word = title.split(|letter: char| !letter.is_alphanumeric()).find(|word| !word.is_empty());
        word.unwrap_or_default().to_lowercase()
    };
    let are_so_called =
        phases.iter().filter(|phase| first_word(&phase.title) == noun).count() * 2 >= phases.len();
    for phase in phases.iter_mut().filter(|phase| are_so_called && phase.time.is_none()) {
        phase.time = Some(time);
    }
}

/// A time with the noun that it is said for.
fn each(text: &str) -> Option<(String, Estimate)> {
    const WORDS: [&str; 12] =
        ["per", "each", "every", "pro", "jede", "cada", "por", "chaque", "par", "каждый", "ogni", "setiap"];
    let words = || text.split(|letter: char| !letter.is_alphanumeric());
    let at = words().position(|word| WORDS.contains(&word.to_lowercase().as_str()))?;
    let noun = words().skip(at + 1).find(|word| !word.is_empty())?;
    let from = noun.as_ptr() as usize - text.as_ptr() as usize;
    let (before, after) = (&text[..from], &text[from + noun.len()..]);
    let before = before.trim_end();
    let before = before.rfind(' ').map_or("", |end| &before[..end]);
    let time = effort::anywhere(before).or_else(|| effort::anywhere(after))?;
    let is_rate = effort::is_unit(noun);
    (!is_rate).then(|| (noun.to_lowercase(), time))
}

/// The line that is surest to give the time of the whole, with that.
fn best(lines: &[Outside]) -> Option<(&str, Estimate)> {
    let found = lines.iter().filter_map(|line| {
        let rank = rank(line)?;
        let time = effort::anywhere(&line.text).filter(|time| time.amount != Amount::TooMuch)?;
        Some((rank, line.text.as_str(), time))
    });
    found.min_by_key(|(rank, ..)| *rank).map(|(_, text, time)| (text, time))
}

fn rank(line: &Outside) -> Option<Rank> {
    // "Phase 1: 20 hours in total" is about that.
    if line.text.len() > LONGEST || !line.is_title && marker::parse(&line.text).is_some() {
        return None;
    }
    let is_label = || matches!(words::label(&line.text), Some((Role::Time, value)) if !value.is_empty());
    match line.is_title {
        true => Some(Rank::Title),
        false if words::is_total(&line.text) => Some(Rank::Total),
        false if is_label() || asks_how_long(&line.text) => {
            Some(if line.is_before { Rank::Label } else { Rank::LateLabel })
        }
        false => None,
    }
}

/// Whether a line begins with the question that it answers: "How long does it take? About two months."
fn asks_how_long(text: &str) -> bool {
    const WORDS: [&str; 16] = [
        "how long",
        "how much time",
        "wie lange",
        "wie viel zeit",
        "combien de temps",
        "cuánto tiempo",
        "cuánto tarda",
        "cuánto dura",
        "quanto tempo",
        "сколько времени",
        "mất bao lâu",
        "ne kadar sür",
        "ile czasu",
        "多久",
        "どのくらい",
        "얼마나",
    ];
    let Some((question, answer)) = text.split_once(['?', '？']) else { return false };
    let question = question.to_lowercase();
    !answer.trim().is_empty() && WORDS.iter().any(|words| question.contains(words))
}

/// The lines outside of the phases in the order of the text; cells of a row are one line.
fn outside(survey: &Survey<'_>, choice: &Choice, title: &str) -> Vec<Outside> {
    let mut lines = vec![Outside { text: title.to_owned(), is_before: true, is_title: true }];
    let none = Vec::new();
    let (within, beside, first) = match choice {
        Choice::Sections(found) => (found, &none, found.first().copied()),
        Choice::Tables(found) | Choice::Items(found, _) => (&none, found, found.first().map(|at| at + 1)),
    };
    let first = first.unwrap_or_default();
    let mut at = 0;
    while at < survey.sections.len() {
        if within.binary_search(&at).is_ok() {
            at = survey.sections[at].end;
            continue;
        }
        let section = &survey.sections[at];
        let is_before = at < first;
        let mut add = |text: String| lines.push(Outside { text, is_before, is_title: false });
        if survey.title != Some(at) {
            add(section.heading.text.clone());
        }
        let is_chosen = beside.binary_search(&at).is_ok();
        for content in &section.contents {
            match (content, choice) {
                (Content::Text(found), _) => found.iter().for_each(|line| add(line.text.clone())),
                (Content::List(items), _) if !(is_chosen && matches!(choice, Choice::Items(..))) => {
                    items.iter().flat_map(|item| &item.lines).for_each(|line| add(line.text.clone()));
                }
                // A rate in a row is that of the row.
                (Content::Table(table), _) if !(is_chosen && matches!(choice, Choice::Tables(_))) => {
                    for row in &table.rows {
                        let cells: Vec<&str> = row.iter().map(|cell| cell.text.as_str()).collect();
                        let text = cells.join(": ");
                        if words::is_total(&text) || matches!(words::label(&text), Some((Role::Time, _))) {
                            add(text);
                        }
                    }
                }
                _ => {}
            }
        }
        at += 1;
    }
    lines
}
