//! Documents to try things with: some as learners have them, and any at all.

use proptest::collection::{btree_map, btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use waymark::app::form::{Field, MOST_TIME_OFF};
use waymark::app::{Document, Drafts};
use waymark::planner::{
    Answers, Date, DateRange, Minutes, Progress, ProjectChoices, ProjectId, TopicId, Turn, Week,
};

/// A date.
pub fn date(year: i32, month: u32, day: u32) -> Date {
    Date::from_ymd_opt(year, month, day).unwrap()
}

/// The first Monday of 2027.
pub fn monday() -> Date {
    date(2027, 1, 4)
}

/// A complete beginner who answered everything: AI/ML, ten hours a week, from [`monday`] on.
pub fn beginner() -> Document {
    let mut document = Document::new("python".into());
    for (decision, answer) in [
        ("Assess", "Complete Beginner"),
        ("ChoosePath", "Build AI/ML Systems"),
        ("AIMLAdvanced", "Deep Learning Focus"),
        ("CrossPath", "No"),
    ] {
        document.answers.give(Turn::first(decision.into()), answer);
    }
    document.week = Some(Week::on_workdays(Minutes::hours(10)));
    document.start = Some(monday());
    document
}

/// The same learner after a while: another path, some time off, a target and some progress.
pub fn two_paths() -> Document {
    let mut document = beginner();
    document.answers.give(Turn::first("CrossPath".into()), "Yes");
    for (decision, visit, answer) in
        [("ChoosePath", 2, "Analyze Data"), ("AnalyticsAdvanced", 1, "BI Focus"), ("CrossPath", 2, "No")]
    {
        document.answers.give(Turn { decision: decision.into(), visit }, answer);
    }
    document.agreed.insert("You enjoy maths and statistics — “a lot”".to_owned());
    document.time_off = vec![
        DateRange::new(date(2027, 3, 25), date(2027, 4, 5)).unwrap(),
        DateRange::new(date(2027, 4, 1), date(2027, 4, 9)).unwrap(),
    ];
    document.target = Some(date(2028, 6, 30));
    document.projects.choose("computer-vision".into(), true);
    document.projects.choose("recommendation-systems".into(), false);
    for (topic, day) in [("variables", 6), ("functions", 12), ("classes", 20), ("numpy", 29)] {
        document.progress.finish_topic(topic.into(), date(2027, 1, day));
    }
    document.progress.finish_project("computer-vision".into(), date(2027, 2, 28));
    document.drafts.insert(Field::Hours(5), "1,5 or so".to_owned());
    document.drafts.insert(Field::OffTo(2), String::new());
    document
}

/// Any document that the page can have, also one about things that no roadmap has.
pub fn any_document() -> impl Strategy<Value = Document> {
    let said = (
        vec(((text(), 1..=u32::MAX), text()), 0..6),
        btree_set(text(), 0..6),
        option::of(any_week()),
        option::of(any_date()),
        vec(any_dates(), 0..6),
        option::of(any_date()),
    );
    let done = (
        btree_map(text(), any::<bool>(), 0..6),
        btree_map(text(), any_date(), 0..6),
        btree_map(text(), any_date(), 0..6),
        btree_map(any_field(), text(), 0..6),
    );
    (said, done).prop_map(|(said, (projects, topics, finished, drafts))| {
        let (answers, agreed, week, start, time_off, target) = said;
        let answers = answers
            .into_iter()
            .map(|((decision, visit), answer)| (Turn { decision: decision.into(), visit }, answer));
        Document {
            roadmap: "python".into(),
            answers: answers.fold(Answers::default(), |mut answers, (turn, answer)| {
                answers.give(turn, answer);
                answers
            }),
            agreed,
            week,
            start,
            time_off,
            target,
            projects: projects.into_iter().fold(ProjectChoices::default(), |mut all, (project, wanted)| {
                all.choose(project.into(), wanted);
                all
            }),
            progress: progress(topics.into_iter().collect(), finished.into_iter().collect()),
            drafts: Drafts::from_iter(drafts),
        }
    })
}

fn progress(topics: Vec<(String, Date)>, projects: Vec<(String, Date)>) -> Progress {
    let mut progress = Progress::default();
    for (topic, on) in topics {
        progress.finish_topic(TopicId::from(topic), on);
    }
    for (project, on) in projects {
        progress.finish_project(ProjectId::from(project), on);
    }
    progress
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
        (0..MOST_TIME_OFF).prop_map(Field::OffFrom),
        (0..MOST_TIME_OFF).prop_map(Field::OffTo),
        Just(Field::Target),
    ]
}
