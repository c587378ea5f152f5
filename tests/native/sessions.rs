//! Whole sessions, played on the model without a browser.
//!
//! A file in `tests/data/sessions` has one message per line, then a line of dashes and the outcome. `look` writes an
//! outcome in between. `UPDATE_GOLDEN=1` rewrites the lower half.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::rc::Rc;
use testkit::golden;

use app::form::{Field, item_name, item_of_name, write_hours};
use app::{AfterGap, HistoryMsg, Model, Msg, NavigationMsg, Outlook, PlanMsg, ProgressMsg, Rows, Screen};
use planner::questionnaire::{Question, questions};
use planner::{
    Chances, Date, DateBounds, DateRange, Ending, Item, Mark, PaceChoice, Scheduled, Turn, Week, Work, advice,
};
use roadmap::{Minutes, Roadmap};

/// Today in every session, a Monday, until a line says otherwise.
const TODAY: &str = "2027-02-01";

fn shipped() -> Rc<Roadmap> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/roadmaps/python.json");
    Rc::new(Roadmap::new(serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()).unwrap())
}

#[test]
fn sessions_end_as_written() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/sessions");
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert!(names.len() >= 8);
    let roadmap = shipped();
    for name in names {
        let path = format!("tests/data/sessions/{name}");
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(&path)).unwrap();
        let (session, _) = text.split_once("\n---\n").unwrap_or_else(|| panic!("{name}: no line ---"));
        let mut model = Model::new(roadmap.clone(), None, Screen::Home, date(TODAY));
        let mut outcome = String::new();
        for line in session.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            play(&mut model, line, &mut outcome).unwrap_or_else(|| panic!("{name}: what is {line:?}?"));
        }
        look(&model, &mut outcome);
        golden::check(&path, &format!("{session}\n---\n{outcome}"));
    }
}

#[test]
fn every_screen_is_found_again_by_its_address() {
    let turn = |decision: &str, visit| Turn { decision: decision.into(), visit };
    for screen in all_screens(&turn("Wohin / what #2? 50 %", 1))
        .into_iter()
        .chain(all_screens(&turn("..", 4_000_000_000)))
    {
        assert_eq!(Screen::from_hash(&screen.hash()), Some(screen));
    }
    for other in ["#/somewhere", "#/choice", "#/choice/A/b", "#/choice/A/1/2", "#/hours/1", "#/choice/%ff"] {
        assert_eq!(Screen::from_hash(other), None, "{other}");
    }
    assert_eq!(Screen::from_hash(""), Some(Screen::Home));
}

/// Every screen, by a chain in which the compiler misses any that is left out.
fn all_screens(turn: &Turn) -> Vec<Screen> {
    let choice = Screen::Question(Question::Choice(turn.clone()));
    let next = |screen: &Screen| {
        Some(match screen {
            Screen::Home => Screen::Question(Question::Hours),
            Screen::Question(Question::Hours) => Screen::Question(Question::Start),
            Screen::Question(Question::Start) => Screen::Question(Question::TimeOff),
            Screen::Question(Question::TimeOff) => Screen::Question(Question::Target),
            Screen::Question(Question::Target) => choice.clone(),
            Screen::Question(Question::Choice(turn)) => Screen::Help(turn.clone()),
            Screen::Help(_) => Screen::Check,
            Screen::Check => Screen::Plan,
            Screen::Plan => Screen::Map,
            Screen::Map => Screen::Progress,
            Screen::Progress => Screen::FinishBy,
            Screen::FinishBy => Screen::Compare,
            Screen::Compare => Screen::Break,
            Screen::Break => Screen::Guide,
            Screen::Guide => Screen::Keep,
            Screen::Keep => Screen::Offer,
            Screen::Offer => Screen::Roadmaps,
            Screen::Roadmaps => Screen::RoadmapOffer,
            Screen::RoadmapOffer => return None,
        })
    };
    std::iter::successors(Some(Screen::Home), next).collect()
}

fn date(text: &str) -> Date {
    text.parse().unwrap_or_else(|_| panic!("{text:?} is no date"))
}

/// Plays one line; `None` if it cannot be read.
fn play(model: &mut Model, line: &str, outcome: &mut String) -> Option<()> {
    match line {
        "look" => look(model, outcome),
        "restart" => {
            let stored = Some(model.saved_state());
            *model = Model::new(model.roadmap().clone(), stored, model.screen().clone(), model.today());
        }
        _ => {
            let msg = message(line)?;
            assert_eq!(written(&msg).as_deref(), Some(line), "a message is written as it is read");
            model.update(msg);
        }
    }
    Some(())
}

fn message(line: &str) -> Option<Msg> {
    let (verb, rest) = line.split_once(' ').unwrap_or((line, ""));
    let words: Vec<&str> = rest.split(' ').collect();
    Some(match (verb, words.as_slice()) {
        ("open", _) => Msg::Navigation(NavigationMsg::AddressChanged(Screen::from_hash(rest)?)),
        ("change", _) => match Screen::from_hash(rest)? {
            Screen::Question(question) => Msg::Navigation(NavigationMsg::ChangeAsked(question)),
            _ => return None,
        },
        ("answer", [at, answer]) => {
            Msg::Plan(PlanMsg::AnswerChosen { turn: turn(at)?, answer: (*answer).into() })
        }
        ("tick", [id]) => Msg::Plan(PlanMsg::StatementTicked { statement: (*id).into(), agreed: true }),
        ("untick", [id]) => Msg::Plan(PlanMsg::StatementTicked { statement: (*id).into(), agreed: false }),
        ("type", [at, ..]) => {
            let text = rest.strip_prefix(at)?.trim_start().to_owned();
            Msg::Plan(PlanMsg::Typed { field: field(at)?, text })
        }
        ("fill", ["week", hours]) => {
            Msg::Plan(PlanMsg::WeekFilled(Week::on_workdays(Minutes::hours(hours.parse().ok()?))))
        }
        ("add", ["time", "off"]) => Msg::Plan(PlanMsg::RowAdded(Rows::TimeOff)),
        ("add", ["stretch"]) => Msg::Plan(PlanMsg::RowAdded(Rows::Stretches)),
        ("remove", ["time", "off", row]) => Msg::Plan(PlanMsg::RowRemoved(Rows::TimeOff, row.parse().ok()?)),
        ("remove", ["stretch", row]) => Msg::Plan(PlanMsg::RowRemoved(Rows::Stretches, row.parse().ok()?)),
        ("continue", [""]) => Msg::Plan(PlanMsg::Continued),
        ("choose", ["project", id]) => {
            Msg::Plan(PlanMsg::ProjectChosen { project: (*id).into(), wanted: true })
        }
        ("leave", ["project", id]) => {
            Msg::Plan(PlanMsg::ProjectChosen { project: (*id).into(), wanted: false })
        }
        ("start", [kind, id, "on", on]) => {
            Msg::Progress(ProgressMsg::Started { item: item(kind, id)?, on: date(on) })
        }
        ("finish", ["phase", id, "on", on]) => {
            Msg::Progress(ProgressMsg::PhaseFinished { phase: (*id).into(), on: date(on) })
        }
        ("finish", [kind, id, "on", on]) => Msg::Progress(ProgressMsg::Ended {
            item: item(kind, id)?,
            ending: Ending::Finished,
            on: date(on),
        }),
        ("skip", [kind, id, "on", on]) => {
            Msg::Progress(ProgressMsg::Ended { item: item(kind, id)?, ending: Ending::Skipped, on: date(on) })
        }
        ("reopen", ["phase", id]) => Msg::Progress(ProgressMsg::PhaseReopened((*id).into())),
        ("reopen", [kind, id]) => Msg::Progress(ProgressMsg::Reopened(item(kind, id)?)),
        ("know" | "unknow", ["topic", id]) => {
            Msg::Progress(ProgressMsg::TopicKnown { topic: (*id).into(), known: verb == "know" })
        }
        ("know" | "unknow", ["phase", id]) => {
            Msg::Progress(ProgressMsg::PhaseKnown { phase: (*id).into(), known: verb == "know" })
        }
        ("log", ["time"]) => Msg::Progress(ProgressMsg::TimeLogged),
        ("remove", ["log", "entry", at]) => Msg::Progress(ProgressMsg::LogEntryRemoved(at.parse().ok()?)),
        ("pace", ["own"]) => Msg::Plan(PlanMsg::PaceChosen(PaceChoice::Own)),
        ("pace", ["ranges", "only"]) => Msg::Plan(PlanMsg::PaceChosen(PaceChoice::RangesOnly)),
        ("freeze", ["baseline"]) => Msg::Plan(PlanMsg::BaselineFrozen),
        ("drop", ["baseline"]) => Msg::Plan(PlanMsg::BaselineDropped),
        ("try", ["week", ..]) => {
            Msg::Plan(PlanMsg::WhatIfTyped(rest.strip_prefix("week")?.trim_start().to_owned()))
        }
        ("try", ["nothing"]) => Msg::Plan(PlanMsg::WhatIfLeft),
        ("keep", ["what", "is", "tried"]) => Msg::Plan(PlanMsg::WhatIfKept),
        ("scale", ["week", hours]) => Msg::Plan(PlanMsg::WeekScaled(Minutes::hours(hours.parse().ok()?))),
        ("break", [from, "to", to, way @ ..]) => {
            Msg::Plan(PlanMsg::WentOn { dates: DateRange::new(date(from), date(to))?, way: way_on(way)? })
        }
        ("start", ["over"]) => Msg::History(HistoryMsg::StartedOver),
        ("undo", [""]) => Msg::History(HistoryMsg::Undone),
        ("redo", [""]) => Msg::History(HistoryMsg::Redone),
        ("bring", ["back", at]) => Msg::History(HistoryMsg::BroughtBack(at.parse().ok()?)),
        ("dismiss", [""]) => Msg::Navigation(NavigationMsg::NoticeDismissed),
        ("day", [day]) => Msg::DayCame(date(day)),
        _ => return None,
    })
}

/// A message as a line of a session; `None` for messages that come from files, storage and the browser.
fn written(msg: &Msg) -> Option<String> {
    Some(match msg {
        Msg::Plan(msg) => written_plan(msg),
        Msg::Progress(msg) => written_progress(msg),
        Msg::History(HistoryMsg::StartedOver) => "start over".to_owned(),
        Msg::History(HistoryMsg::Undone) => "undo".to_owned(),
        Msg::History(HistoryMsg::Redone) => "redo".to_owned(),
        Msg::History(HistoryMsg::BroughtBack(index)) => format!("bring back {index}"),
        Msg::Navigation(NavigationMsg::AddressChanged(screen)) => format!("open {}", screen.hash()),
        Msg::Navigation(NavigationMsg::ChangeAsked(question)) => {
            format!("change {}", Screen::Question(question.clone()).hash())
        }
        Msg::Navigation(NavigationMsg::NoticeDismissed) => "dismiss".to_owned(),
        Msg::DayCame(day) => format!("day {day}"),
        Msg::Offer(_) | Msg::Backup(_) | Msg::Persistence(_) | Msg::Roadmap(_) => return None,
    })
}

fn written_plan(msg: &PlanMsg) -> String {
    match msg {
        PlanMsg::AnswerChosen { turn, answer } => format!("answer {} {answer}", written_turn(turn)),
        PlanMsg::StatementTicked { statement, agreed: true } => format!("tick {statement}"),
        PlanMsg::StatementTicked { statement, agreed: false } => format!("untick {statement}"),
        PlanMsg::Typed { field, text } => {
            format!("type {} {text}", written_field(*field)).trim_end().to_owned()
        }
        PlanMsg::WeekFilled(week) => format!("fill week {}", write_hours(week.total())),
        PlanMsg::RowAdded(rows) => format!("add {}", written_rows(*rows)),
        PlanMsg::RowRemoved(rows, row) => format!("remove {} {row}", written_rows(*rows)),
        PlanMsg::Continued => "continue".to_owned(),
        PlanMsg::ProjectChosen { project, wanted: true } => format!("choose project {project}"),
        PlanMsg::ProjectChosen { project, wanted: false } => format!("leave project {project}"),
        PlanMsg::PaceChosen(PaceChoice::Own) => "pace own".to_owned(),
        PlanMsg::PaceChosen(PaceChoice::RangesOnly) => "pace ranges only".to_owned(),
        PlanMsg::BaselineFrozen => "freeze baseline".to_owned(),
        PlanMsg::BaselineDropped => "drop baseline".to_owned(),
        PlanMsg::WentOn { dates, way } => {
            format!("break {} to {} {}", dates.from(), dates.to(), written_way(way))
        }
        PlanMsg::WhatIfTyped(text) => format!("try week {text}"),
        PlanMsg::WhatIfLeft => "try nothing".to_owned(),
        PlanMsg::WhatIfKept => "keep what is tried".to_owned(),
        PlanMsg::WeekScaled(total) => format!("scale week {}", write_hours(*total)),
    }
}

fn written_progress(msg: &ProgressMsg) -> String {
    let name = |item: &Item| item_name(item).replacen('/', " ", 1);
    let know = |known: bool| if known { "know" } else { "unknow" };
    match msg {
        ProgressMsg::Started { item, on } => format!("start {} on {on}", name(item)),
        ProgressMsg::Ended { item, ending: Ending::Finished, on } => format!("finish {} on {on}", name(item)),
        ProgressMsg::Ended { item, ending: Ending::Skipped, on } => format!("skip {} on {on}", name(item)),
        ProgressMsg::Reopened(item) => format!("reopen {}", name(item)),
        ProgressMsg::PhaseFinished { phase, on } => format!("finish phase {phase} on {on}"),
        ProgressMsg::PhaseReopened(phase) => format!("reopen phase {phase}"),
        ProgressMsg::TopicKnown { topic, known } => format!("{} topic {topic}", know(*known)),
        ProgressMsg::PhaseKnown { phase, known } => format!("{} phase {phase}", know(*known)),
        ProgressMsg::TimeLogged => "log time".to_owned(),
        ProgressMsg::LogEntryRemoved(at) => format!("remove log entry {at}"),
    }
}

fn written_turn(turn: &Turn) -> String {
    match turn.visit {
        1 => turn.decision.to_string(),
        visit => format!("{}/{visit}", turn.decision),
    }
}

fn written_rows(rows: Rows) -> &'static str {
    match rows {
        Rows::TimeOff => "time off",
        Rows::Stretches => "stretch",
    }
}

fn written_way(way: &AfterGap) -> String {
    match way {
        AfterGap::Extend => "extend".to_owned(),
        AfterGap::CatchUp(total) => format!("catch-up {}", write_hours(*total)),
        AfterGap::Lighten(projects) => {
            projects.iter().fold("lighten".to_owned(), |line, project| format!("{line} {project}"))
        }
    }
}

fn written_field(field: Field) -> String {
    match field {
        Field::Choice => "choice".to_owned(),
        Field::Hours(day) => format!("hours/{day}"),
        Field::Start => "start".to_owned(),
        Field::OffFrom(row) => format!("off-from/{row}"),
        Field::OffTo(row) => format!("off-to/{row}"),
        Field::StretchFrom(row) => format!("stretch-from/{row}"),
        Field::StretchTo(row) => format!("stretch-to/{row}"),
        Field::StretchHours(row) => format!("stretch-hours/{row}"),
        Field::StretchName(row) => format!("stretch-name/{row}"),
        Field::Target => "target".to_owned(),
        Field::MostHours => "most-hours".to_owned(),
        Field::LogDate => "log-date".to_owned(),
        Field::LogItem => "log-item".to_owned(),
        Field::LogTime => "log-time".to_owned(),
    }
}

fn item(kind: &str, id: &str) -> Option<Item> {
    item_of_name(&format!("{kind}/{id}"))
}

/// `extend`, `catch-up 12`, or `lighten` with the projects to leave out.
fn way_on(words: &[&str]) -> Option<AfterGap> {
    Some(match words {
        ["extend"] => AfterGap::Extend,
        ["catch-up", hours] => AfterGap::CatchUp(Minutes::hours(hours.parse().ok()?)),
        ["lighten", projects @ ..] => {
            AfterGap::Lighten(projects.iter().map(|project| (*project).into()).collect())
        }
        _ => return None,
    })
}

/// `ChoosePath`, or `ChoosePath/2` for the second visit.
fn turn(text: &str) -> Option<Turn> {
    let (decision, visit) = text.split_once('/').unwrap_or((text, "1"));
    Some(Turn { decision: decision.into(), visit: visit.parse().ok()? })
}

fn field(text: &str) -> Option<Field> {
    let (name, at) = text.split_once('/').unwrap_or((text, "0"));
    Some(match name {
        "hours" => Field::Hours(at.parse().ok()?),
        "start" => Field::Start,
        "off-from" => Field::OffFrom(at.parse().ok()?),
        "off-to" => Field::OffTo(at.parse().ok()?),
        "stretch-from" => Field::StretchFrom(at.parse().ok()?),
        "stretch-to" => Field::StretchTo(at.parse().ok()?),
        "stretch-hours" => Field::StretchHours(at.parse().ok()?),
        "stretch-name" => Field::StretchName(at.parse().ok()?),
        "target" => Field::Target,
        "most-hours" => Field::MostHours,
        "log-date" => Field::LogDate,
        "log-item" => Field::LogItem,
        "log-time" => Field::LogTime,
        _ => return None,
    })
}

/// Writes the outcome: everything that a learner can see.
fn look(model: &Model, out: &mut String) {
    if !out.is_empty() {
        out.push('\n');
    }
    writeln!(out, "screen {}", model.screen().hash()).unwrap();
    if let Some(notice) = model.notice() {
        writeln!(out, "notice {notice:?}").unwrap();
    }
    if let Some(back) = model.return_to() {
        writeln!(out, "returns to {}", back.hash()).unwrap();
    }
    if model.shows_errors() {
        for error in model.errors() {
            writeln!(out, "error {:?}: {:?}", error.field, error.why).unwrap();
        }
    }
    for (field, text) in &model.document().drafts {
        writeln!(out, "typed {field:?}: {text:?}").unwrap();
    }
    let route = model.route();
    for question in questions(&route) {
        writeln!(out, "question {}: {}", Screen::Question(question.clone()).hash(), answer(model, &question))
            .unwrap();
    }
    look_at_hours(model, out);
    if let Screen::Help(turn) = model.screen() {
        let taken = model.turn(turn).expect("help is only opened where there is a choice");
        for path in advice::rank(model.roadmap(), &taken, &model.document().agreed) {
            let finish = model.outlook_if(turn, &path.answer).unwrap().plan.finish();
            let because: Vec<&str> = path.because.iter().map(|statement| statement.id.as_str()).collect();
            writeln!(out, "suggestion {} {because:?}: {}", path.path, between(finish)).unwrap();
        }
    }
    if model.open_question().is_none() {
        look_at_plan(model, out);
    }
}

fn answer(model: &Model, question: &Question) -> String {
    let document = model.document();
    let none = || "–".to_owned();
    match question {
        Question::Choice(turn) => document.answers.at(turn).map_or_else(none, ToString::to_string),
        Question::Hours => document.week.map_or_else(none, hours),
        Question::Start => document.start.map_or_else(none, |date| date.to_string()),
        Question::TimeOff => {
            let spans = document.time_off.iter().map(|span| format!("{} to {}", span.from(), span.to()));
            let spans: Vec<String> = spans.collect();
            if spans.is_empty() { none() } else { spans.join(", ") }
        }
        Question::Target => document.target.map_or_else(none, |date| date.to_string()),
    }
}

fn hours(week: Week) -> String {
    week.days().map(write_hours).join(" ")
}

/// Writes the weeks other than the present one.
fn look_at_hours(model: &Model, out: &mut String) {
    let document = model.document();
    for (until, week) in &document.earlier_weeks {
        writeln!(out, "until {until}: {}", hours(*week)).unwrap();
    }
    for stretch in &document.stretches {
        let (from, to, week) = (stretch.dates.from(), stretch.dates.to(), hours(stretch.week));
        writeln!(out, "stretch {:?} {from} to {to}: {week}", stretch.name).unwrap();
    }
    if let Some(most) = document.most_a_week {
        writeln!(out, "at most {} a week", write_hours(most)).unwrap();
    }
    if let Some(text) = model.what_if() {
        writeln!(out, "tries {text:?} a week: {:?}", model.what_if_total().map(write_hours)).unwrap();
    }
}

fn between(dates: Option<DateBounds>) -> String {
    dates.map_or_else(|| "–".to_owned(), |DateBounds { earliest, latest }| format!("{earliest} to {latest}"))
}

fn chances(dates: Option<Chances>) -> String {
    dates.map_or_else(|| "–".to_owned(), |Chances { p50, p80, p95 }| format!("{p50} / {p80} / {p95}"))
}

fn name(scheduled: &Scheduled) -> String {
    match &scheduled.work {
        Work::Phase { node, .. } => node.to_string(),
        Work::Project(project) => format!("project {project}"),
    }
}

fn look_at_plan(model: &Model, out: &mut String) {
    let outlook = match model.outlook() {
        Ok(outlook) => outlook,
        Err(why) => return writeln!(out, "no finish {why:?}").unwrap(),
    };
    let plan = &outlook.plan;
    for (scheduled, expected) in outlook.work() {
        let dates = format!("{}, {}", between(Some(scheduled.finishes)), chances(expected.finishes()));
        writeln!(out, "work {}: {dates}, {:?}", name(scheduled), expected.status()).unwrap();
    }
    look_at_progress(model, &outlook, out);
    let (done, all) = outlook.count_finished(&model.document().progress);
    writeln!(out, "phases finish {}", between(plan.phases_finish())).unwrap();
    writeln!(out, "all finish {}", between(plan.finish())).unwrap();
    writeln!(out, "expected finish {}", chances(outlook.forecast.finish())).unwrap();
    writeln!(out, "finished {done} of {all}, {} %", model.document().progress.percent(plan)).unwrap();
}

/// Writes the learner's progress.
fn look_at_progress(model: &Model, outlook: &Outlook, out: &mut String) {
    let document = model.document();
    for topic in &document.known {
        writeln!(out, "known {topic}").unwrap();
    }
    for (item, Mark { started, ended }) in document.progress.marks() {
        let started = started.map(|on| format!(" started {on}")).unwrap_or_default();
        let ended = ended.map(|(ending, on)| format!(" {ending:?} {on}")).unwrap_or_default();
        writeln!(out, "ticked {}:{started}{ended}", item_name(item)).unwrap();
    }
    for entry in document.progress.log.entries() {
        writeln!(out, "logged {}: {} on {}", entry.on, write_hours(entry.minutes), item_name(&entry.item))
            .unwrap();
    }
    if document.pace != PaceChoice::default() {
        writeln!(out, "pace {:?}", document.pace).unwrap();
    }
    if let Some(baseline) = &document.baseline {
        writeln!(out, "baseline of {}", baseline.on).unwrap();
        let variances = baseline.variance(&outlook.plan, &outlook.forecast);
        for (scheduled, variance) in outlook.plan.work.iter().zip(variances) {
            let frozen = baseline.finishes.get(&scheduled.work.id());
            writeln!(out, "baseline {}: {frozen:?}, {variance:?}", name(scheduled)).unwrap();
        }
    }
    if let Some(gap) = outlook.notable_gap(document, model.today()) {
        writeln!(out, "asked about {} to {}", gap.from(), gap.to()).unwrap();
    }
}
