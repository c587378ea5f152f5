//! Generated documents, including ones that no learner has.

use app::form::{Field, MOST_ROWS};
use app::{Aim, CalendarEntries, Document, Instant, Note, Notes, QuizReply, QuizRun, Run, Timer, TimerState};
use planner::{
    Answers, Baseline, Date, DateRange, Ending, Item, Log, LogEntry, OwnStep, PaceChoice, Progress,
    ProjectChoices, StepKey, Steps, StepsOfItem, Stretch, Turn, Week, WorkId,
};
use proptest::array::uniform7;
use proptest::collection::{btree_map, btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use roadmap::{Material, Minutes};

use crate::documents::date;

/// A strategy for an enum out of one for each variant; a variant that is missing here does not compile.
macro_rules! any_variant {
    ($enum:ident { $($variant:ident: $strategy:expr),+ $(,)? }) => {{
        exhaustive!($enum { $($variant),+ });
        prop_oneof![$($strategy),+]
    }};
}

/// Any document that can be saved, with ids that no roadmap has. Every field is named, so a new one does not
/// compile until it is generated.
pub fn any_document() -> impl Strategy<Value = Document> {
    let choices =
        (any_answers(), btree_set(text(), 0..6), any_choices(), btree_map(any_field(), text(), 0..6));
    let hours = (
        option::of(any_week()),
        uniform7(option::of((0..1440_u32).prop_map(Minutes))),
        btree_map(any_date(), any_week(), 0..4),
        vec(any_dates(), 0..6),
        vec(any_stretch(), 0..4),
        btree_map(any_date(), (0..=1440_u32).prop_map(Minutes), 0..4),
        option::of(1..=7 * 1440_u32),
    );
    let dates = (option::of(any_date()), option::of(any_date()), any_aim(), option::of(any_baseline()));
    let quizzes = btree_map(text().prop_map(Into::into), any_quiz_run(), 0..4);
    let progress = (btree_set(text(), 0..6), quizzes, any_progress(), any_pace());
    let kept = (
        any_notes(),
        btree_map(text().prop_map(Into::into), any_date(), 0..4),
        btree_map(text().prop_map(Into::into), any_date(), 0..4),
        option::of(any_date()),
        option::of(any_date()),
    );
    (choices, hours, dates, progress, kept).prop_map(|(choices, hours, dates, progress, kept)| {
        let (answers, agreed, projects, drafts) = choices;
        let (week, begins, earlier_weeks, time_off, stretches, sessions, most_a_week) = hours;
        let (start, target, aim, baseline) = dates;
        let (known, quizzes, progress, pace) = progress;
        let (notes, signs, sent_away, signs_put_off, reviewed) = kept;
        Document {
            roadmap: "python".into(),
            answers,
            agreed: agreed.into_iter().map(Into::into).collect(),
            week,
            begins,
            earlier_weeks: earlier_weeks.into_iter().collect(),
            start,
            time_off,
            stretches,
            sessions,
            target,
            aim,
            most_a_week: most_a_week.map(Minutes),
            projects,
            known: known.into_iter().map(Into::into).collect(),
            quizzes,
            progress,
            notes,
            signs,
            sent_away,
            signs_put_off,
            reviewed,
            pace,
            baseline,
            drafts,
        }
    })
}

/// Copies of a document, each with one field taken from another document, and the name of that field.
pub fn one_field_at_a_time(base: &Document, other: &Document) -> Vec<(&'static str, Document)> {
    macro_rules! each_field {
        ($($field:ident),+ $(,)?) => {{
            let Document { $($field),+ } = other.clone();
            vec![$((stringify!($field), Document { $field, ..base.clone() })),+]
        }};
    }
    each_field!(
        roadmap,
        answers,
        agreed,
        week,
        begins,
        earlier_weeks,
        start,
        time_off,
        stretches,
        sessions,
        target,
        aim,
        most_a_week,
        projects,
        known,
        quizzes,
        progress,
        notes,
        signs,
        sent_away,
        signs_put_off,
        reviewed,
        pace,
        baseline,
        drafts,
    )
}

fn any_aim() -> impl Strategy<Value = Aim> {
    any_variant!(Aim { Everything: Just(Aim::Everything), JobReady: Just(Aim::JobReady) })
}

fn any_answers() -> impl Strategy<Value = Answers> {
    vec(((text(), 1..=u32::MAX), text()), 0..6).prop_map(|given| {
        let mut answers = Answers::default();
        for ((decision, visit), answer) in given {
            answers.give(Turn { decision: decision.into(), visit }, answer);
        }
        answers
    })
}

fn any_quiz_run() -> impl Strategy<Value = QuizRun> {
    let reply = (text(), text(), option::of(0..6_usize)).prop_map(|(topic, question, choice)| QuizReply {
        topic: topic.into(),
        question: question.into(),
        choice,
    });
    (any_date(), any::<u32>(), vec(reply, 0..6), any::<bool>())
        .prop_map(|(on, round, replies, is_stopped)| QuizRun { on, round, replies, is_stopped })
}

fn any_choices() -> impl Strategy<Value = ProjectChoices> {
    btree_map(text(), any::<bool>(), 0..6).prop_map(|wanted| {
        let mut choices = ProjectChoices::default();
        for (project, wanted) in wanted {
            choices.choose(project.into(), wanted);
        }
        choices
    })
}

fn any_stretch() -> impl Strategy<Value = Stretch> {
    (any_dates(), any_week(), text()).prop_map(|(dates, week, name)| Stretch { dates, week, name })
}

fn any_progress() -> impl Strategy<Value = Progress> {
    let ending = any_variant!(Ending { Finished: Just(Ending::Finished), Skipped: Just(Ending::Skipped) });
    let mark = (any_item(), option::of(any_date()), option::of((ending, any_date())));
    let entry = (any_date(), any_item(), 1..=1440_u32, any::<bool>());
    let parts = (vec(mark, 0..8), any_steps(), vec(entry, 0..8), option::of(any_date()));
    parts.prop_map(|(marks, steps, entries, studied_until)| {
        let mut progress = Progress::new([], steps, Log::default(), studied_until);
        for (item, started, ended) in marks {
            if let Some(on) = started {
                progress.start(item.clone(), on);
            }
            if let Some((ending, on)) = ended {
                progress.end(item, ending, on);
            }
        }
        for (on, item, minutes, building) in entries {
            progress.log.add(LogEntry { on, item, minutes: Minutes(minutes), building });
        }
        progress
    })
}

fn any_steps() -> impl Strategy<Value = Steps> {
    let key = any_variant!(StepKey {
        OfRoadmap: text().prop_map(|id| StepKey::OfRoadmap(id.into())),
        Own: any::<u32>().prop_map(StepKey::Own),
    });
    let own = btree_map(any::<u32>(), (text(), 0..9_usize), 0..4).prop_map(|own| {
        let own = own.into_iter().map(|(number, (title, after))| OwnStep { number, title, after });
        own.collect::<Vec<_>>()
    });
    let of_item = (own, btree_map(key, any_date(), 0..4));
    btree_map(any_item(), of_item.prop_map(|(own, done)| StepsOfItem::new(own, done)), 0..4)
        .prop_map(Steps::new)
}

fn any_notes() -> impl Strategy<Value = Notes> {
    let link = (text(), text()).prop_map(|(title, url)| Material { title, url });
    let note = (text(), vec(link, 0..3)).prop_map(|(text, links)| Note { text, links });
    btree_map(any_item(), note, 0..4).prop_map(Notes::new)
}

fn any_item() -> impl Strategy<Value = Item> {
    any_variant!(Item {
        Topic: text().prop_map(|id| Item::Topic(id.into())),
        Project: text().prop_map(|id| Item::Project(id.into())),
    })
}

fn any_pace() -> impl Strategy<Value = PaceChoice> {
    any_variant!(PaceChoice { Own: Just(PaceChoice::Own), RangesOnly: Just(PaceChoice::RangesOnly) })
}

fn any_baseline() -> impl Strategy<Value = Baseline> {
    let work = any_variant!(WorkId {
        Phase: text().prop_map(|id| WorkId::Phase(id.into())),
        Project: text().prop_map(|id| WorkId::Project(id.into())),
    });
    (any_date(), btree_map(work, any_date(), 0..6)).prop_map(|(on, finishes)| Baseline { on, finishes })
}

/// Any text, often an edge case.
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
    any_variant!(Field {
        Choice: Just(Field::Choice),
        Hours: (0..7_u8).prop_map(Field::Hours),
        Start: Just(Field::Start),
        OffFrom: (0..MOST_ROWS).prop_map(Field::OffFrom),
        OffTo: (0..MOST_ROWS).prop_map(Field::OffTo),
        StretchFrom: (0..MOST_ROWS).prop_map(Field::StretchFrom),
        StretchTo: (0..MOST_ROWS).prop_map(Field::StretchTo),
        StretchHours: (0..MOST_ROWS).prop_map(Field::StretchHours),
        StretchName: (0..MOST_ROWS).prop_map(Field::StretchName),
        Target: Just(Field::Target),
        MostHours: Just(Field::MostHours),
        LogDate: Just(Field::LogDate),
        LogItem: Just(Field::LogItem),
        LogTime: Just(Field::LogTime),
        LogKind: Just(Field::LogKind),
        EditDate: Just(Field::EditDate),
        EditItem: Just(Field::EditItem),
        EditTime: Just(Field::EditTime),
        EditKind: Just(Field::EditKind),
    })
}

/// Any entries of a calendar.
pub fn any_calendar() -> impl Strategy<Value = CalendarEntries> {
    btree_map(".{1,20}", any_date(), 0..4)
}

/// Any state of the timer.
pub fn any_timer() -> impl Strategy<Value = TimerState> {
    let run = any_variant!(Run {
        Running: any::<u64>().prop_map(|since| Run::Running(Instant(since))),
        Paused: Just(Run::Paused),
        Stopped: Just(Run::Stopped),
    });
    let started = (any_date(), 0..24 * 60_u32)
        .prop_map(|(on, minute)| on.and_hms_opt(minute / 60, minute % 60, 0).expect("a minute of a day"));
    let timer = (any_item(), started, any::<u64>(), run);
    (option::of(timer), any::<u64>()).prop_map(|(timer, changed)| TimerState {
        timer: timer.map(|(item, started, before, run)| Timer { item, started, before, run }),
        changed: Instant(changed),
    })
}
