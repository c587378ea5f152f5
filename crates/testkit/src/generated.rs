//! Any document at all, also one that no learner has.

use app::form::{Field, MOST_ROWS};
use app::{Document, Drafts};
use planner::{
    Baseline, Date, DateRange, Ending, Item, LogEntry, PaceChoice, Progress, ProjectChoices, Stretch, Turn,
    Week, WorkId,
};
use proptest::collection::{btree_map, btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use roadmap::Minutes;

use crate::documents::date;

/// Any document that the page can have, also one about things that no roadmap has.
pub fn any_document() -> impl Strategy<Value = Document> {
    let said = (
        vec(((text(), 1..=u32::MAX), text()), 0..6),
        btree_set(text(), 0..6),
        option::of(any_date()),
        option::of(any_date()),
        btree_map(text(), any::<bool>(), 0..6),
        btree_map(any_field(), text(), 0..6),
    );
    let hours = (
        option::of(any_week()),
        btree_map(any_date(), any_week(), 0..4),
        vec(any_dates(), 0..6),
        vec((any_dates(), any_week(), text()), 0..4),
        option::of(1..=7 * 1440_u32),
    );
    let done = (btree_set(text(), 0..6), any_progress(), any_pace(), option::of(any_baseline()));
    (said, hours, done).prop_map(|(said, hours, (known, progress, pace, baseline))| {
        let (answers, agreed, start, target, projects, drafts) = said;
        let (week, earlier_weeks, time_off, stretches, most) = hours;
        let mut document = Document::new("python".into());
        for ((decision, visit), answer) in answers {
            document.answers.give(Turn { decision: decision.into(), visit }, answer);
        }
        document.projects =
            projects.into_iter().fold(ProjectChoices::default(), |mut all, (project, wanted)| {
                all.choose(project.into(), wanted);
                all
            });
        let stretch = |(dates, week, name)| Stretch { dates, week, name };
        Document {
            agreed: agreed.into_iter().map(Into::into).collect(),
            week,
            earlier_weeks: earlier_weeks.into_iter().collect(),
            start,
            time_off,
            stretches: stretches.into_iter().map(stretch).collect(),
            target,
            most_a_week: most.map(Minutes),
            known: known.into_iter().map(Into::into).collect(),
            progress,
            pace,
            baseline,
            drafts: Drafts::from_iter(drafts),
            ..document
        }
    })
}

fn any_progress() -> impl Strategy<Value = Progress> {
    let ending = prop::sample::select(vec![Ending::Finished, Ending::Skipped]);
    let mark = (any_item(), option::of(any_date()), option::of((ending, any_date())));
    let entry = (any_date(), any_item(), 1..=1440_u32);
    (vec(mark, 0..8), vec(entry, 0..8)).prop_map(|(marks, entries)| {
        let mut progress = Progress::default();
        for (item, started, ended) in marks {
            if let Some(on) = started {
                progress.start(item.clone(), on);
            }
            if let Some((ending, on)) = ended {
                progress.end(item, ending, on);
            }
        }
        for (on, item, minutes) in entries {
            progress.log.add(LogEntry { on, item, minutes: Minutes(minutes) });
        }
        progress
    })
}

fn any_item() -> impl Strategy<Value = Item> {
    (text(), any::<bool>()).prop_map(
        |(id, is_topic)| {
            if is_topic { Item::Topic(id.into()) } else { Item::Project(id.into()) }
        },
    )
}

fn any_pace() -> impl Strategy<Value = PaceChoice> {
    prop::sample::select(vec![PaceChoice::Own, PaceChoice::RangesOnly])
}

fn any_baseline() -> impl Strategy<Value = Baseline> {
    let work = (text(), any::<bool>()).prop_map(|(id, is_phase)| {
        if is_phase { WorkId::Phase(id.into()) } else { WorkId::Project(id.into()) }
    });
    (any_date(), btree_map(work, any_date(), 0..6)).prop_map(|(on, finishes)| Baseline { on, finishes })
}

/// Any text, often one that programs stumble over.
fn text() -> impl Strategy<Value = String> {
    let odd = prop::sample::select(vec![
        "",
        " ",
        "\0",
        "\r\n",
        "\u{feff}",
        "\u{2028}",
        "\u{202e}",
        "__proto__",
        "</script>",
        "=1+1",
        "null",
        "\"",
        "\\u0000",
        "é",
        "e\u{301}",
        "👩‍🔬",
        "\u{10ffff}",
        "python",
    ]);
    prop_oneof![
        odd.prop_map(str::to_owned),
        vec(any::<char>(), 0..12).prop_map(String::from_iter),
        "[a-z-]{1,20}",
        Just("ß".repeat(1000)),
    ]
}

fn any_date() -> impl Strategy<Value = Date> {
    let (first, last) = (date(2000, 1, 1), date(2199, 12, 31));
    (0..=(last - first).num_days()).prop_map(move |days| first + chrono::TimeDelta::days(days))
}

fn any_dates() -> impl Strategy<Value = DateRange> {
    (any_date(), any_date()).prop_map(|(one, other)| DateRange::new(one.min(other), one.max(other)).unwrap())
}

fn any_week() -> impl Strategy<Value = Week> {
    prop::array::uniform7(0..=1440_u32).prop_map(|days| Week::new(days.map(Minutes)).unwrap())
}

fn any_field() -> impl Strategy<Value = Field> {
    prop_oneof![
        Just(Field::Choice),
        (0..7_u8).prop_map(Field::Hours),
        Just(Field::Start),
        (0..MOST_ROWS).prop_map(Field::OffFrom),
        (0..MOST_ROWS).prop_map(Field::OffTo),
        (0..MOST_ROWS).prop_map(Field::StretchFrom),
        (0..MOST_ROWS).prop_map(Field::StretchTo),
        (0..MOST_ROWS).prop_map(Field::StretchHours),
        (0..MOST_ROWS).prop_map(Field::StretchName),
        Just(Field::Target),
        Just(Field::MostHours),
        Just(Field::LogDate),
        Just(Field::LogItem),
        Just(Field::LogTime),
    ]
}
