//! The outcome of a session.

use std::fmt::Write as _;

use super::line::write_step;
use app::form::{CHANGED_ENTRY, LogFields, WEEKDAYS, item_name, write_hours};
use app::{Aim, Model, Note, Outlook, Screen, Timer};
use planner::questionnaire::{Question, questions};
use planner::{Chances, DateBounds, Mark, OwnStep, PaceChoice, Scheduled, Week, Work, advice};

/// Writes everything that a learner can see now.
pub fn look(model: &Model, out: &mut String) {
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
    if let Some(edit) = model.log_edit() {
        let text = |field| edit.text(field, |date| date.to_string());
        let LogFields { date, item, time, kind } = CHANGED_ENTRY;
        let how = match text(kind).as_str() {
            "" => String::new(),
            kind => format!(" as {kind}"),
        };
        writeln!(out, "changing to {}: {} on {}{how}", text(date), text(time), text(item)).unwrap();
        for error in edit.shown_errors(model.today()) {
            writeln!(out, "error {:?}: {:?}", error.field, error.why).unwrap();
        }
    }
    let route = model.route();
    for question in questions(&route) {
        writeln!(out, "question {}: {}", Screen::Question(question.clone()).hash(), answer(model, &question))
            .unwrap();
    }
    if let Some(Timer { item, started, before, run }) = model.timer() {
        writeln!(out, "timer {} since {started}: {before} ms, {run:?}", item_name(item)).unwrap();
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
    let begins = WEEKDAYS.iter().zip(document.begins).filter_map(|(day, at)| Some((day, at?)));
    for (day, at) in begins {
        writeln!(out, "{day} at {}", write_hours(at)).unwrap();
    }
    for (on, time) in &document.sessions {
        writeln!(out, "session {on}: {}", write_hours(*time)).unwrap();
    }
    if document.aim != Aim::default() {
        writeln!(out, "aim {:?}", document.aim).unwrap();
    }
    if let Some(monday) = document.reviewed {
        writeln!(out, "reviewed {monday}").unwrap();
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
    writeln!(out, "phases finish {}", between(plan.phases_finish())).unwrap();
    writeln!(out, "all finish {}", between(plan.finish())).unwrap();
    writeln!(out, "expected finish {}", chances(outlook.forecast.finish())).unwrap();
    let tally = &outlook.tally;
    writeln!(out, "finished {} of {}, {} %", tally.finished, tally.items, tally.percent()).unwrap();
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
    for (item, of_item) in document.progress.steps.items() {
        for OwnStep { number, title, after } in of_item.own() {
            writeln!(out, "own step {}: {number} {title:?} after {after}", item_name(item)).unwrap();
        }
        for (step, on) in of_item.done() {
            writeln!(out, "step done {}: {} {on}", item_name(item), write_step(step)).unwrap();
        }
    }
    for (item, Note { text, links }) in document.notes.iter() {
        writeln!(out, "note {}: {text:?}", item_name(item)).unwrap();
        for link in links {
            writeln!(out, "link {}: {} {:?}", item_name(item), link.url, link.title).unwrap();
        }
    }
    for (sign, on) in &document.signs {
        writeln!(out, "sign {sign} {on}").unwrap();
    }
    if let Some(on) = document.signs_put_off {
        writeln!(out, "signs put off {on}").unwrap();
    }
    for (pitfall, on) in &document.sent_away {
        writeln!(out, "sent away {pitfall} {on}").unwrap();
    }
    for entry in document.progress.log.entries() {
        writeln!(out, "logged {}: {} on {}", entry.on, write_hours(entry.minutes), item_name(&entry.item))
            .unwrap();
    }
    if let Some(until) = document.progress.studied_until {
        writeln!(out, "studied as planned until {until}").unwrap();
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
