//! Messages as lines of a session.
//!
//! Writing is exhaustive, so a new message does not compile until it has a line.

use app::form::{Field, item_name, item_of_name, write_hours};
use app::{
    AfterGap, Aim, HistoryMsg, Instant, Msg, NavigationMsg, NoteMsg, PlanMsg, ProgressMsg, QuizMsg, Rows,
    Screen, StepMsg, TimerMsg,
};
use planner::{Date, DateRange, Ending, Item, LogEntry, PaceChoice, StepKey, Toward, Turn, Week};
use roadmap::{Material, Minutes};

/// The message of a line, if it is one.
pub fn read_msg(line: &str) -> Option<Msg> {
    let words: Vec<&str> = line.split(' ').collect();
    Some(match words.as_slice() {
        ["open", hash] => Msg::Navigation(NavigationMsg::AddressChanged(Screen::from_hash(hash)?)),
        ["change", hash] => match Screen::from_hash(hash)? {
            Screen::Question(question) => Msg::Navigation(NavigationMsg::ChangeAsked(question)),
            _ => return None,
        },
        ["dismiss"] => Msg::Navigation(NavigationMsg::NoticeDismissed),
        ["start", "over"] => Msg::History(HistoryMsg::StartedOver),
        ["undo"] => Msg::History(HistoryMsg::Undone),
        ["redo"] => Msg::History(HistoryMsg::Redone),
        ["bring", "back", at] => Msg::History(HistoryMsg::BroughtBack(at.parse().ok()?)),
        ["day", day] => Msg::DayCame(read_date(day)?),
        ["quiz", words @ ..] => Msg::Quiz(read_quiz_msg(words)?),
        ["step", kind, id, words @ ..] => Msg::Step(read_step_msg(read_item(kind, id)?, words)?),
        ["note", kind, id, words @ ..] => Msg::Note(read_note_msg(read_item(kind, id)?, words)?),
        ["timer", words @ ..] => Msg::Timer(read_timer_msg(words)?),
        words => match read_plan_msg(words) {
            Some(msg) => Msg::Plan(msg),
            None => Msg::Progress(read_progress_msg(words)?),
        },
    })
}

fn read_plan_msg(words: &[&str]) -> Option<PlanMsg> {
    Some(match words {
        ["answer", at, answer] => PlanMsg::AnswerChosen { turn: read_turn(at)?, answer: (*answer).into() },
        ["tick", id] => PlanMsg::StatementTicked { statement: (*id).into(), agreed: true },
        ["untick", id] => PlanMsg::StatementTicked { statement: (*id).into(), agreed: false },
        ["type", field, text @ ..] => PlanMsg::Typed { field: read_field(field)?, text: text.join(" ") },
        ["fill", "week", hours] => PlanMsg::WeekFilled(Week::on_workdays(read_whole_hours(hours)?)),
        ["add", rows @ ..] => PlanMsg::RowAdded(read_rows(rows)?),
        ["remove", rows @ .., row] => PlanMsg::RowRemoved(read_rows(rows)?, row.parse().ok()?),
        ["continue"] => PlanMsg::Continued,
        ["choose", "project", id] => PlanMsg::ProjectChosen { project: (*id).into(), wanted: true },
        ["leave", "project", id] => PlanMsg::ProjectChosen { project: (*id).into(), wanted: false },
        ["pace", "own"] => PlanMsg::PaceChosen(PaceChoice::Own),
        ["pace", "ranges", "only"] => PlanMsg::PaceChosen(PaceChoice::RangesOnly),
        ["aim", "everything"] => PlanMsg::AimChosen(Aim::Everything),
        ["aim", "job-ready"] => PlanMsg::AimChosen(Aim::JobReady),
        ["move", "session", from, "to", to] => {
            PlanMsg::SessionMoved { from: read_date(from)?, to: read_date(to)? }
        }
        ["sessions", "on", day, "at", minute] => {
            PlanMsg::BeginsAt { day: day.parse().ok()?, at: Some(Minutes(minute.parse().ok()?)) }
        }
        ["sessions", "on", day] => PlanMsg::BeginsAt { day: day.parse().ok()?, at: None },
        ["pause", from, "to", to] => PlanMsg::Paused(DateRange::new(read_date(from)?, read_date(to)?)?),
        ["end", "pause", "on", on] => PlanMsg::PauseEnded(read_date(on)?),
        ["freeze", "baseline"] => PlanMsg::BaselineFrozen,
        ["drop", "baseline"] => PlanMsg::BaselineDropped,
        ["try", "week", text @ ..] => PlanMsg::WhatIfTyped(text.join(" ")),
        ["try", "nothing"] => PlanMsg::WhatIfLeft,
        ["keep", "what", "is", "tried"] => PlanMsg::WhatIfKept,
        ["scale", "week", hours] => PlanMsg::WeekScaled(read_whole_hours(hours)?),
        ["break", from, "to", to, way @ ..] => {
            let dates = DateRange::new(read_date(from)?, read_date(to)?)?;
            PlanMsg::WentOn { dates, way: read_way(way)? }
        }
        _ => return None,
    })
}

fn read_progress_msg(words: &[&str]) -> Option<ProgressMsg> {
    Some(match words {
        ["start", kind, id, "on", on] => {
            ProgressMsg::Started { item: read_item(kind, id)?, on: read_date(on)? }
        }
        ["finish", "phase", id, "on", on] => {
            ProgressMsg::PhaseFinished { phase: (*id).into(), on: read_date(on)? }
        }
        [verb @ ("finish" | "skip"), kind, id, "on", on] => {
            let ending = if *verb == "finish" { Ending::Finished } else { Ending::Skipped };
            ProgressMsg::Ended { item: read_item(kind, id)?, ending, on: read_date(on)? }
        }
        ["reopen", "phase", id] => ProgressMsg::PhaseReopened((*id).into()),
        ["reopen", kind, id] => ProgressMsg::Reopened(read_item(kind, id)?),
        [verb @ ("know" | "unknow"), "topic", id] => {
            ProgressMsg::TopicKnown { topic: (*id).into(), known: *verb == "know" }
        }
        [verb @ ("know" | "unknow"), "phase", id] => {
            ProgressMsg::PhaseKnown { phase: (*id).into(), known: *verb == "know" }
        }
        ["knew", "before", topics @ ..] => {
            ProgressMsg::KnewBefore(topics.iter().map(|topic| (*topic).into()).collect())
        }
        ["log", "time"] => ProgressMsg::TimeLogged,
        ["log", minutes, kind, id, "on", on, how @ ..] => {
            let minutes = Minutes(minutes.parse().ok()?);
            let entry = LogEntry::new(read_date(on)?, read_item(kind, id)?, minutes);
            let building = match how {
                [] => entry.building,
                ["as", "practice"] => true,
                ["as", "learning"] => false,
                _ => return None,
            };
            ProgressMsg::Logged(LogEntry { building, ..entry })
        }
        ["open", "log", kind, id] => ProgressMsg::LogOpened(Some(read_item(kind, id)?)),
        ["close", "log"] => ProgressMsg::LogOpened(None),
        ["edit", "log", "entry", at] => ProgressMsg::LogEditBegun(at.parse().ok()?),
        ["save", "log", "entry"] => ProgressMsg::LogEditSaved,
        ["leave", "log", "entry"] => ProgressMsg::LogEditLeft,
        ["remove", "log", "entry", at] => ProgressMsg::LogEntryRemoved(at.parse().ok()?),
        ["sign", id, "on", on] => ProgressMsg::SignTicked { sign: (*id).into(), on: Some(read_date(on)?) },
        ["unsign", id] => ProgressMsg::SignTicked { sign: (*id).into(), on: None },
        ["review", "week", monday] => ProgressMsg::WeekReviewed(read_date(monday)?),
        ["put", "off", "signs", "on", on] => ProgressMsg::SignsPutOff(read_date(on)?),
        ["send", "away", id, "on", on] => {
            ProgressMsg::PitfallSentAway { pitfall: (*id).into(), on: read_date(on)? }
        }
        _ => return None,
    })
}

fn read_step_msg(item: Item, words: &[&str]) -> Option<StepMsg> {
    Some(match words {
        ["tick", step, "on", on] => StepMsg::Ticked { item, step: read_step(step)?, on: read_date(on)? },
        ["untick", step] => StepMsg::Unticked { item, step: read_step(step)? },
        ["add", title @ ..] => StepMsg::Added { item, title: title.join(" ") },
        ["rename", number, title @ ..] => {
            StepMsg::Renamed { item, number: number.parse().ok()?, title: title.join(" ") }
        }
        ["remove", number] => StepMsg::Removed { item, number: number.parse().ok()? },
        [toward @ ("up" | "down"), number] => StepMsg::Shifted {
            item,
            number: number.parse().ok()?,
            toward: if *toward == "up" { Toward::Start } else { Toward::End },
        },
        _ => return None,
    })
}

/// Instants are in milliseconds.
fn read_timer_msg(words: &[&str]) -> Option<TimerMsg> {
    let at = |text: &str| text.parse().ok().map(Instant);
    Some(match words {
        ["start", kind, id, "on", on, "at", now] => {
            TimerMsg::Started { item: read_item(kind, id)?, on: on.parse().ok()?, at: at(now)? }
        }
        ["pause", "at", now] => TimerMsg::Paused(at(now)?),
        ["resume", "at", now] => TimerMsg::Resumed(at(now)?),
        ["stop", "at", now] => TimerMsg::Stopped(at(now)?),
        ["log", minutes, "at", now] => {
            TimerMsg::Logged { minutes: Minutes(minutes.parse().ok()?), at: at(now)? }
        }
        ["discard", "at", now] => TimerMsg::Discarded(at(now)?),
        _ => return None,
    })
}

fn read_note_msg(item: Item, words: &[&str]) -> Option<NoteMsg> {
    Some(match words {
        ["text", text @ ..] => NoteMsg::Typed { item, text: text.join(" ") },
        ["link", url, title @ ..] => {
            let link = Material { title: title.join(" "), url: (*url).to_owned() };
            NoteMsg::LinkAdded { item, link }
        }
        ["unlink", at] => NoteMsg::LinkRemoved { item, at: at.parse().ok()? },
        _ => return None,
    })
}

/// `arrays` for a step of the roadmap, `own/3` for one of the learner.
fn read_step(text: &str) -> Option<StepKey> {
    match text.strip_prefix("own/") {
        Some(number) => Some(StepKey::Own(number.parse().ok()?)),
        None => Some(StepKey::OfRoadmap(text.into())),
    }
}

fn read_quiz_msg(words: &[&str]) -> Option<QuizMsg> {
    Some(match words {
        [verb @ ("know" | "unknow"), topic] => {
            QuizMsg::Corrected { topic: (*topic).into(), known: *verb == "know" }
        }
        [about, "option", choice, "on", on] => QuizMsg::Answered {
            about: (*about).into(),
            choice: Some(choice.parse().ok()?),
            on: read_date(on)?,
        },
        [about, "unsure", "on", on] => {
            QuizMsg::Answered { about: (*about).into(), choice: None, on: read_date(on)? }
        }
        [about, "back"] => QuizMsg::TakenBack((*about).into()),
        [about, "stop"] => QuizMsg::Stopped((*about).into()),
        [about, "again", "on", on] => QuizMsg::BegunAgain { about: (*about).into(), on: read_date(on)? },
        [about, "take"] => QuizMsg::Taken((*about).into()),
        _ => return None,
    })
}

fn read_date(text: &str) -> Option<Date> {
    text.parse().ok()
}

fn read_whole_hours(text: &str) -> Option<Minutes> {
    text.parse().ok().map(Minutes::hours)
}

/// `ChoosePath`, or `ChoosePath/2` for the second visit.
fn read_turn(text: &str) -> Option<Turn> {
    let (decision, visit) = text.split_once('/').unwrap_or((text, "1"));
    Some(Turn { decision: decision.into(), visit: visit.parse().ok()? })
}

fn read_rows(words: &[&str]) -> Option<Rows> {
    match words {
        ["time", "off"] => Some(Rows::TimeOff),
        ["stretch"] => Some(Rows::Stretches),
        _ => None,
    }
}

/// `extend`, `catch-up 12`, or `lighten` with the projects to leave out.
fn read_way(words: &[&str]) -> Option<AfterGap> {
    Some(match words {
        ["as-planned"] => AfterGap::AsPlanned,
        ["extend"] => AfterGap::Extend,
        ["catch-up", hours] => AfterGap::CatchUp(read_whole_hours(hours)?),
        ["lighten", projects @ ..] => {
            AfterGap::Lighten(projects.iter().map(|project| (*project).into()).collect())
        }
        _ => return None,
    })
}

fn read_field(text: &str) -> Option<Field> {
    let (name, at) = text.split_once('/').unwrap_or((text, "0"));
    Some(match name {
        "choice" => Field::Choice,
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
        "log-kind" => Field::LogKind,
        "edit-date" => Field::EditDate,
        "edit-item" => Field::EditItem,
        "edit-time" => Field::EditTime,
        "edit-kind" => Field::EditKind,
        _ => return None,
    })
}

fn read_item(kind: &str, id: &str) -> Option<Item> {
    item_of_name(&format!("{kind}/{id}"))
}

/// A message as a line of a session; `None` for messages that come from files, storage and the browser.
pub fn write_msg(msg: &Msg) -> Option<String> {
    Some(match msg {
        Msg::Plan(msg) => write_plan_msg(msg),
        Msg::Progress(msg) => write_progress_msg(msg),
        Msg::Quiz(msg) => write_quiz_msg(msg),
        Msg::Step(msg) => write_step_msg(msg),
        Msg::Note(msg) => write_note_msg(msg),
        Msg::Timer(msg) => write_timer_msg(msg),
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

fn write_plan_msg(msg: &PlanMsg) -> String {
    match msg {
        PlanMsg::AnswerChosen { turn, answer } => format!("answer {} {answer}", write_turn(turn)),
        PlanMsg::StatementTicked { statement, agreed: true } => format!("tick {statement}"),
        PlanMsg::StatementTicked { statement, agreed: false } => format!("untick {statement}"),
        PlanMsg::Typed { field, text } => {
            format!("type {} {text}", write_field(*field)).trim_end().to_owned()
        }
        PlanMsg::WeekFilled(week) => format!("fill week {}", write_hours(week.total())),
        PlanMsg::RowAdded(rows) => format!("add {}", write_rows(*rows)),
        PlanMsg::RowRemoved(rows, row) => format!("remove {} {row}", write_rows(*rows)),
        PlanMsg::Continued => "continue".to_owned(),
        PlanMsg::ProjectChosen { project, wanted: true } => format!("choose project {project}"),
        PlanMsg::ProjectChosen { project, wanted: false } => format!("leave project {project}"),
        PlanMsg::PaceChosen(PaceChoice::Own) => "pace own".to_owned(),
        PlanMsg::PaceChosen(PaceChoice::RangesOnly) => "pace ranges only".to_owned(),
        PlanMsg::AimChosen(Aim::Everything) => "aim everything".to_owned(),
        PlanMsg::AimChosen(Aim::JobReady) => "aim job-ready".to_owned(),
        PlanMsg::SessionMoved { from, to } => format!("move session {from} to {to}"),
        PlanMsg::BeginsAt { day, at: Some(at) } => format!("sessions on {day} at {}", at.0),
        PlanMsg::BeginsAt { day, at: None } => format!("sessions on {day}"),
        PlanMsg::Paused(dates) => format!("pause {} to {}", dates.from(), dates.to()),
        PlanMsg::PauseEnded(on) => format!("end pause on {on}"),
        PlanMsg::BaselineFrozen => "freeze baseline".to_owned(),
        PlanMsg::BaselineDropped => "drop baseline".to_owned(),
        PlanMsg::WentOn { dates, way } => {
            format!("break {} to {} {}", dates.from(), dates.to(), write_way(way))
        }
        PlanMsg::WhatIfTyped(text) => format!("try week {text}"),
        PlanMsg::WhatIfLeft => "try nothing".to_owned(),
        PlanMsg::WhatIfKept => "keep what is tried".to_owned(),
        PlanMsg::WeekScaled(total) => format!("scale week {}", write_hours(*total)),
    }
}

fn write_progress_msg(msg: &ProgressMsg) -> String {
    let name = session_name;
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
        ProgressMsg::KnewBefore(topics) => {
            topics.iter().fold("knew before".to_owned(), |line, topic| format!("{line} {topic}"))
        }
        ProgressMsg::TimeLogged => "log time".to_owned(),
        ProgressMsg::Logged(LogEntry { on, item, minutes, building }) => {
            let how = match *building {
                building if building == LogEntry::counts_as_building(item) => "",
                true => " as practice",
                false => " as learning",
            };
            format!("log {} {} on {on}{how}", minutes.0, name(item))
        }
        ProgressMsg::LogOpened(Some(item)) => format!("open log {}", name(item)),
        ProgressMsg::LogOpened(None) => "close log".to_owned(),
        ProgressMsg::LogEntryRemoved(at) => format!("remove log entry {at}"),
        ProgressMsg::LogEditBegun(at) => format!("edit log entry {at}"),
        ProgressMsg::LogEditSaved => "save log entry".to_owned(),
        ProgressMsg::LogEditLeft => "leave log entry".to_owned(),
        ProgressMsg::SignTicked { sign, on: Some(on) } => format!("sign {sign} on {on}"),
        ProgressMsg::SignTicked { sign, on: None } => format!("unsign {sign}"),
        ProgressMsg::WeekReviewed(monday) => format!("review week {monday}"),
        ProgressMsg::SignsPutOff(on) => format!("put off signs on {on}"),
        ProgressMsg::PitfallSentAway { pitfall, on } => format!("send away {pitfall} on {on}"),
    }
}

fn session_name(item: &Item) -> String {
    item_name(item).replacen('/', " ", 1)
}

fn write_step_msg(msg: &StepMsg) -> String {
    let (item, words) = match msg {
        StepMsg::Ticked { item, step, on } => (item, format!("tick {} on {on}", write_step(step))),
        StepMsg::Unticked { item, step } => (item, format!("untick {}", write_step(step))),
        StepMsg::Added { item, title } => (item, format!("add {title}")),
        StepMsg::Renamed { item, number, title } => (item, format!("rename {number} {title}")),
        StepMsg::Removed { item, number } => (item, format!("remove {number}")),
        StepMsg::Shifted { item, number, toward: Toward::Start } => (item, format!("up {number}")),
        StepMsg::Shifted { item, number, toward: Toward::End } => (item, format!("down {number}")),
    };
    format!("step {} {words}", session_name(item)).trim_end().to_owned()
}

fn write_timer_msg(msg: &TimerMsg) -> String {
    match msg {
        TimerMsg::Started { item, on, at } => {
            format!("timer start {} on {} at {}", session_name(item), on.format("%FT%T"), at.0)
        }
        TimerMsg::Paused(at) => format!("timer pause at {}", at.0),
        TimerMsg::Resumed(at) => format!("timer resume at {}", at.0),
        TimerMsg::Stopped(at) => format!("timer stop at {}", at.0),
        TimerMsg::Logged { minutes, at } => format!("timer log {} at {}", minutes.0, at.0),
        TimerMsg::Discarded(at) => format!("timer discard at {}", at.0),
    }
}

fn write_note_msg(msg: &NoteMsg) -> String {
    let (item, words) = match msg {
        NoteMsg::Typed { item, text } => (item, format!("text {text}")),
        NoteMsg::LinkAdded { item, link } => (item, format!("link {} {}", link.url, link.title)),
        NoteMsg::LinkRemoved { item, at } => (item, format!("unlink {at}")),
    };
    format!("note {} {words}", session_name(item)).trim_end().to_owned()
}

pub fn write_step(step: &StepKey) -> String {
    match step {
        StepKey::OfRoadmap(id) => id.to_string(),
        StepKey::Own(number) => format!("own/{number}"),
    }
}

fn write_quiz_msg(msg: &QuizMsg) -> String {
    match msg {
        QuizMsg::Answered { about, choice: Some(choice), on } => {
            format!("quiz {about} option {choice} on {on}")
        }
        QuizMsg::Answered { about, choice: None, on } => format!("quiz {about} unsure on {on}"),
        QuizMsg::TakenBack(about) => format!("quiz {about} back"),
        QuizMsg::Stopped(about) => format!("quiz {about} stop"),
        QuizMsg::BegunAgain { about, on } => format!("quiz {about} again on {on}"),
        QuizMsg::Corrected { topic, known: true } => format!("quiz know {topic}"),
        QuizMsg::Corrected { topic, known: false } => format!("quiz unknow {topic}"),
        QuizMsg::Taken(about) => format!("quiz {about} take"),
    }
}

fn write_turn(turn: &Turn) -> String {
    match turn.visit {
        1 => turn.decision.to_string(),
        visit => format!("{}/{visit}", turn.decision),
    }
}

fn write_rows(rows: Rows) -> &'static str {
    match rows {
        Rows::TimeOff => "time off",
        Rows::Stretches => "stretch",
    }
}

fn write_way(way: &AfterGap) -> String {
    match way {
        AfterGap::AsPlanned => "as-planned".to_owned(),
        AfterGap::Extend => "extend".to_owned(),
        AfterGap::CatchUp(total) => format!("catch-up {}", write_hours(*total)),
        AfterGap::Lighten(projects) => {
            projects.iter().fold("lighten".to_owned(), |line, project| format!("{line} {project}"))
        }
    }
}

fn write_field(field: Field) -> String {
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
        Field::LogKind => "log-kind".to_owned(),
        Field::EditDate => "edit-date".to_owned(),
        Field::EditItem => "edit-item".to_owned(),
        Field::EditTime => "edit-time".to_owned(),
        Field::EditKind => "edit-kind".to_owned(),
    }
}
