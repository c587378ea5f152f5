//! Sample documents, as learners have them.

use app::form::Field;
use app::{Aim, Beginnings, Document, Note, Notes, QuizReply, QuizRun};
use planner::{
    Baseline, Date, DateRange, Ending, Item, LogEntry, OwnStep, PaceChoice, StepKey, Steps, StepsOfItem,
    Stretch, Turn, Week, WorkId,
};
use roadmap::{Material, Minutes};

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
        ("Assess", "complete-beginner"),
        ("ChoosePath", "build-ai-ml-systems"),
        ("AIMLAdvanced", "deep-learning-focus"),
        ("CrossPath", "no"),
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
    document.answers.give(Turn::first("CrossPath".into()), "yes");
    for (decision, visit, answer) in
        [("ChoosePath", 2, "analyze-data"), ("AnalyticsAdvanced", 1, "bi-focus"), ("CrossPath", 2, "no")]
    {
        document.answers.give(Turn { decision: decision.into(), visit }, answer);
    }
    document.agreed.insert("You enjoy maths and statistics — “a lot”".into());
    document.time_off = vec![
        DateRange::new(date(2027, 3, 25), date(2027, 4, 5)).unwrap(),
        DateRange::new(date(2027, 4, 1), date(2027, 4, 9)).unwrap(),
    ];
    document.target = Some(date(2028, 6, 30));
    document.projects.choose("computer-vision".into(), true);
    document.projects.choose("recommendation-systems".into(), false);
    for (topic, day) in [("variables", 6), ("functions", 12), ("classes", 20), ("numpy", 29)] {
        document.progress.end(Item::Topic(topic.into()), Ending::Finished, date(2027, 1, day));
    }
    let computer_vision = Item::Project("computer-vision".into());
    document.progress.end(computer_vision, Ending::Finished, date(2027, 2, 28));
    document.drafts.insert(Field::Hours(5), "1,5 or so".to_owned());
    document.drafts.insert(Field::OffTo(2), String::new());
    document
}

/// [`everything`] without what files of version 1 may lack.
pub fn everything_of_version_1() -> Document {
    let mut document = everything();
    document.progress.studied_until = None;
    document.quizzes.clear();
    document.progress.steps = Steps::default();
    document.notes = Notes::default();
    document.signs.clear();
    document.sent_away.clear();
    document.signs_put_off = None;
    document.sessions.clear();
    document.begins = Beginnings::default();
    document.aim = Aim::Everything;
    document.reviewed = None;
    document.drafts.remove(&Field::LogKind);
    let log = &mut document.progress.log;
    let practice = log.entries().iter().position(|entry| *entry == practice());
    log.remove(practice.expect("it is one of them"));
    document
}

/// Exercises on a topic.
fn practice() -> LogEntry {
    LogEntry { building: true, ..LogEntry::new(date(2027, 3, 2), Item::Topic("pandas".into()), Minutes(45)) }
}

/// The same learner with a value in every field of the document.
pub fn everything() -> Document {
    let mut document = two_paths();
    document.earlier_weeks = vec![
        (date(2027, 1, 31), Week::on_workdays(Minutes::hours(5))),
        (date(2027, 2, 14), Week::new([0, 90, 0, 90, 0, 240, 0].map(Minutes)).unwrap()),
    ];
    let exams = Stretch {
        dates: DateRange::new(date(2027, 6, 1), date(2027, 6, 20)).unwrap(),
        week: Week::new([24, 24, 24, 24, 24, 0, 0].map(Minutes)).unwrap(),
        name: "Exams".to_owned(),
    };
    let away = DateRange::new(date(2027, 8, 2), date(2027, 8, 2)).unwrap();
    document.stretches = vec![exams, Stretch { dates: away, week: Week::EMPTY, name: String::new() }];
    document.sessions = [(date(2027, 3, 4), Minutes::ZERO), (date(2027, 3, 5), Minutes(240))].into();
    document.begins =
        [Some(Minutes(18 * 60 + 30)), None, None, Some(Minutes(0)), None, Some(Minutes(1439)), None];
    document.aim = Aim::JobReady;
    document.reviewed = Some(date(2027, 3, 1));
    document.most_a_week = Some(Minutes(1_530));
    document.known.extend(["matplotlib".into(), "an-older-topic".into()]);
    let reply =
        |question: &str, choice| QuizReply { topic: "variables".into(), question: question.into(), choice };
    let replies = vec![reply("no-return", Some(2)), reply("an-older-question", None)];
    let run = QuizRun { on: date(2027, 1, 2), round: 1, replies, is_stopped: true };
    document.quizzes.insert("Assess".into(), run);
    let progress = &mut document.progress;
    progress.start(Item::Topic("numpy".into()), date(2027, 1, 21));
    progress.start(Item::Topic("pandas".into()), date(2027, 3, 1));
    progress.end(Item::Topic("model-training".into()), Ending::Skipped, date(2027, 3, 2));
    progress.start(Item::Project("sales-dashboard".into()), date(2027, 3, 3));
    progress.end(Item::Project("sales-dashboard".into()), Ending::Skipped, date(2027, 3, 4));
    for (on, item, minutes) in [
        (date(2027, 1, 29), Item::Topic("numpy".into()), 500),
        (date(2027, 1, 28), Item::Topic("numpy".into()), 90),
        (date(2027, 2, 28), Item::Project("computer-vision".into()), 1_440),
        (date(2027, 3, 1), Item::Topic("pandas".into()), 1),
    ] {
        progress.log.add(LogEntry::new(on, item, Minutes(minutes)));
    }
    progress.log.add(practice());
    progress.studied_until = Some(date(2027, 3, 5));
    let own = |number, title: &str, after| OwnStep { number, title: title.to_owned(), after };
    let pandas = StepsOfItem::new(
        vec![own(2, "Chapter 4", 1), own(1, "“Chapter 5”", 9)],
        [
            (StepKey::OfRoadmap("load-and-look".into()), date(2027, 3, 2)),
            (StepKey::OfRoadmap("an-older-step".into()), date(2027, 3, 3)),
            (StepKey::Own(2), date(2027, 3, 3)),
        ]
        .into(),
    );
    let project =
        StepsOfItem::new(Vec::new(), [(StepKey::OfRoadmap("one-chart".into()), date(2027, 3, 3))].into());
    let sales_dashboard = Item::Project("sales-dashboard".into());
    progress.steps = Steps::new([(Item::Topic("pandas".into()), pandas), (sales_dashboard.clone(), project)]);
    let links =
        vec![Material { title: "My code".to_owned(), url: "https://example.org/dashboard".to_owned() }];
    document.notes = Notes::new([
        (
            Item::Topic("pandas".into()),
            Note { text: "Ask about <loc> & “iloc”.\n".to_owned(), links: Vec::new() },
        ),
        (sales_dashboard, Note { text: String::new(), links }),
    ]);
    document.signs =
        [("an-older-sign".into(), date(2027, 3, 1)), ("daily-problems".into(), date(2027, 3, 4))].into();
    document.signs_put_off = Some(date(2027, 3, 5));
    document.sent_away = [("tutorial-hell".into(), date(2027, 2, 14))].into();
    document.pace = PaceChoice::RangesOnly;
    let finishes = [
        (WorkId::Phase("Basics".into()), date(2027, 1, 30)),
        (WorkId::Phase("AIMLPhase1".into()), date(2027, 3, 24)),
        (WorkId::Phase("a phase of before".into()), date(2067, 3, 24)),
        (WorkId::Project("computer-vision".into()), date(2027, 3, 14)),
    ];
    document.baseline = Some(Baseline { on: date(2027, 1, 5), finishes: finishes.into() });
    for (field, text) in [
        (Field::StretchFrom(2), "2027-09"),
        (Field::StretchTo(2), "12 Sept 2027"),
        (Field::StretchHours(0), "2,5"),
        (Field::StretchName(1), "“Away”"),
        (Field::MostHours, "a lot"),
        (Field::LogDate, "yesterday"),
        (Field::LogItem, "topic/pandas"),
        (Field::LogTime, "1:"),
        (Field::LogKind, "practice"),
    ] {
        document.drafts.insert(field, text.to_owned());
    }
    document
}
