//! Whole sessions, played on the model without a browser.
//!
//! A file of `tests/data/sessions` has one message on a line, then a line of dashes and what a learner would find.
//! `look` shows how things stand in the middle; they are shown at the end too. The tests rewrite the lower half
//! with `UPDATE_GOLDEN=1`.

mod golden;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::rc::Rc;

use waymark::app::form::Field;
use waymark::app::{Model, Msg, Screen};
use waymark::planner::questionnaire::{Question, questions};
use waymark::planner::roadmap::Roadmap;
use waymark::planner::{Between, Date, Minutes, Turn, Week, Work, advice};

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
    let screens = [
        Screen::Home,
        Screen::Check,
        Screen::Plan,
        Screen::Guide,
        Screen::Keep,
        Screen::Question(Question::Hours),
        Screen::Question(Question::Start),
        Screen::Question(Question::TimeOff),
        Screen::Question(Question::Target),
        Screen::Question(Question::Choice(turn("ChoosePath", 1))),
        Screen::Question(Question::Choice(turn("ChoosePath", 2))),
        Screen::Help(turn("Wohin / what #2? 50 %", 1)),
        Screen::Help(turn("..", 4_000_000_000)),
    ];
    for screen in screens {
        assert_eq!(Screen::from_hash(&screen.hash()), Some(screen));
    }
    for other in ["#/somewhere", "#/choice", "#/choice/A/b", "#/choice/A/1/2", "#/hours/1", "#/choice/%ff"] {
        assert_eq!(Screen::from_hash(other), None, "{other}");
    }
    assert_eq!(Screen::from_hash(""), Some(Screen::Home));
}

fn date(text: &str) -> Date {
    text.parse().unwrap_or_else(|_| panic!("{text:?} is no date"))
}

/// Plays one line; nothing if it cannot be understood.
fn play(model: &mut Model, line: &str, outcome: &mut String) -> Option<()> {
    match line {
        "look" => look(model, outcome),
        "restart" => {
            let kept = (model.document.clone(), model.replaced.clone());
            *model = Model::new(model.roadmap.clone(), Some(kept.0), model.screen.clone(), model.today);
            model.replaced = kept.1;
        }
        _ => model.update(message(line)?),
    }
    Some(())
}

fn message(line: &str) -> Option<Msg> {
    let (verb, rest) = line.split_once(' ').unwrap_or((line, ""));
    let dated = || rest.split_once(" on ").map(|(what, on)| (what, date(on)));
    let words: Vec<&str> = rest.split(' ').collect();
    Some(match (verb, words.as_slice()) {
        ("open", _) => Msg::ScreenOpened(Screen::from_hash(rest)?),
        ("change", _) => match Screen::from_hash(rest)? {
            Screen::Question(question) => Msg::ChangeAsked(question),
            _ => return None,
        },
        ("answer", [at, ..]) => Msg::AnswerChosen { turn: turn(at)?, label: quoted(rest)? },
        ("tick", _) => Msg::StatementTicked { statement: quoted(rest)?, agreed: true },
        ("untick", _) => Msg::StatementTicked { statement: quoted(rest)?, agreed: false },
        ("type", [at, ..]) => {
            let text = rest.strip_prefix(at)?.trim_start().to_owned();
            Msg::Typed { field: field(at)?, text }
        }
        ("fill", ["week", hours]) => Msg::WeekFilled(Week::on_workdays(Minutes::hours(hours.parse().ok()?))),
        ("add", ["time", "off"]) => Msg::TimeOffAdded,
        ("remove", ["time", "off", row]) => Msg::TimeOffRemoved(row.parse().ok()?),
        ("continue", [""]) => Msg::Continued,
        ("choose", ["project", id]) => Msg::ProjectChosen { project: (*id).into(), wanted: true },
        ("leave", ["project", id]) => Msg::ProjectChosen { project: (*id).into(), wanted: false },
        ("finish", [kind, id, ..]) => {
            let (_, on) = dated()?;
            match *kind {
                "topic" => Msg::TopicFinished { topic: (*id).into(), on },
                "phase" => Msg::PhaseFinished { phase: (*id).into(), on },
                "project" => Msg::ProjectFinished { project: (*id).into(), on },
                _ => return None,
            }
        }
        ("reopen", ["topic", id]) => Msg::TopicReopened((*id).into()),
        ("reopen", ["phase", id]) => Msg::PhaseReopened((*id).into()),
        ("reopen", ["project", id]) => Msg::ProjectReopened((*id).into()),
        ("start", ["over"]) => Msg::StartedOver,
        ("undo", [""]) => Msg::ReplacementUndone,
        ("dismiss", [""]) => Msg::NoticeDismissed,
        ("day", [day]) => Msg::DayCame(date(day)),
        _ => return None,
    })
}

/// `ChoosePath`, or `ChoosePath/2` for the second time there.
fn turn(text: &str) -> Option<Turn> {
    let (decision, visit) = text.split_once('/').unwrap_or((text, "1"));
    Some(Turn { decision: decision.into(), visit: visit.parse().ok()? })
}

fn quoted(text: &str) -> Option<String> {
    let (_, text) = text.split_once('"')?;
    text.strip_suffix('"').map(str::to_owned)
}

fn field(text: &str) -> Option<Field> {
    let (name, at) = text.split_once('/').unwrap_or((text, "0"));
    Some(match name {
        "hours" => Field::Hours(at.parse().ok()?),
        "start" => Field::Start,
        "off-from" => Field::OffFrom(at.parse().ok()?),
        "off-to" => Field::OffTo(at.parse().ok()?),
        "target" => Field::Target,
        _ => return None,
    })
}

/// Writes down what a learner finds.
fn look(model: &Model, out: &mut String) {
    if !out.is_empty() {
        out.push('\n');
    }
    writeln!(out, "screen {}", model.screen.hash()).unwrap();
    if let Some(notice) = &model.notice {
        writeln!(out, "notice {notice:?}").unwrap();
    }
    if let Some(back) = &model.state.return_to {
        writeln!(out, "returns to {}", back.hash()).unwrap();
    }
    if model.state.complaining {
        for error in model.errors() {
            writeln!(out, "error {:?}: {:?}", error.field, error.why).unwrap();
        }
    }
    for (field, text) in &model.document.drafts {
        writeln!(out, "typed {field:?}: {text:?}").unwrap();
    }
    let route = model.route();
    for question in questions(&route) {
        writeln!(out, "question {}: {}", Screen::Question(question.clone()).hash(), answer(model, &question))
            .unwrap();
    }
    if let Screen::Help(turn) = &model.screen {
        let taken = model.turn(turn).expect("help is only opened where there is a choice");
        for path in advice::rank(&model.roadmap, &taken, &model.document.agreed) {
            let finish = model.plan_if(turn, &path.label).unwrap().finish();
            writeln!(out, "suggestion {} {:?}: {}", path.path, path.because, between(finish)).unwrap();
        }
    }
    if model.open_question().is_none() {
        look_at_plan(model, out);
    }
}

fn answer(model: &Model, question: &Question) -> String {
    let document = &model.document;
    let none = || "–".to_owned();
    match question {
        Question::Choice(turn) => document.answers.at(turn).map_or_else(none, str::to_owned),
        Question::Hours => {
            document.week.map_or_else(none, |week| week.days().map(waymark::app::form::write_hours).join(" "))
        }
        Question::Start => document.start.map_or_else(none, |date| date.to_string()),
        Question::TimeOff => {
            let spans = document.time_off.iter().map(|span| format!("{} to {}", span.from(), span.to()));
            let spans: Vec<String> = spans.collect();
            if spans.is_empty() { none() } else { spans.join(", ") }
        }
        Question::Target => document.target.map_or_else(none, |date| date.to_string()),
    }
}

fn between(dates: Option<Between>) -> String {
    dates.map_or_else(|| "–".to_owned(), |Between { earliest, latest }| format!("{earliest} to {latest}"))
}

fn look_at_plan(model: &Model, out: &mut String) {
    let plan = match model.plan() {
        Ok(plan) => plan,
        Err(why) => return writeln!(out, "no finish {why:?}").unwrap(),
    };
    for work in &plan.work {
        let name = match &work.work {
            Work::Phase { node, .. } => node.to_string(),
            Work::Project(project) => format!("project {project}"),
        };
        let status = model.document.progress.status(&work.work);
        writeln!(out, "work {name}: {}, {status:?}", between(Some(work.finishes))).unwrap();
    }
    let progress = &model.document.progress;
    let topics = progress.topics().map(|(topic, on)| format!("topic {topic}: {on}"));
    let projects = progress.projects().map(|(project, on)| format!("project {project}: {on}"));
    for ticked in topics.chain(projects) {
        writeln!(out, "ticked {ticked}").unwrap();
    }
    let (done, all) = model.count_finished(&plan);
    writeln!(out, "phases finish {}", between(plan.phases_finish())).unwrap();
    writeln!(out, "all finish {}", between(plan.finish())).unwrap();
    writeln!(out, "finished {done} of {all}, {} %", progress.percent(&plan)).unwrap();
}
