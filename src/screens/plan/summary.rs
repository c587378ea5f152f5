//! The finish date in one sentence, and the figures behind it.

use yew::prelude::*;

use crate::focus::HEADING;
use crate::parts::{ChanceCurve, Meter};
use crate::text::{amounts, chances, dates, moved as moved_words, plan as words, reading};
use app::{Model, Moved, Outlook, Screen, Situation};
use planner::{Date, Tally, Work, finish_by};
use roadmap::{Kind, Minutes, Node};

/// How far back the dates are compared with.
const DAYS_OF_A_WEEK: u64 = 7;

pub fn view(model: &Model, outlook: &Outlook) -> Html {
    let plan = &outlook.plan;
    if plan.work.is_empty() {
        return html! { <h1 id={HEADING} tabindex="-1">{ words::NO_PLAN }</h1> };
    }
    let a_week = outlook.availability.week().total();
    let finish = outlook.forecast.finish();
    html! {
        <section class="summary">
            <h1 class="eyebrow" id={HEADING} tabindex="-1">{ words::TITLE }</h1>
            <p class="answer">{ finish.map_or_else(|| all_done(outlook), chances::headline) }</p>
            if let Some(finish) = finish {
                <p class="lead">{ chances::others(finish) }</p>
                <p class="hint">
                    { covers(outlook, a_week) }
                    { " " }
                    { chances::rests_on(model.document().pace, outlook.evidence()) }
                    { " " }
                    <a href={Screen::Progress.hash()}>{ chances::MORE_ON_PACE }</a>
                </p>
                <details class="curve">
                    <summary>{ chances::CURVE }</summary>
                    <ChanceCurve points={outlook.forecast.curve(60)} {finish} />
                    <p class="hint">{ reading::reference_note(model.roadmap().about()) }</p>
                </details>
            }
            { moved(model, outlook) }
            { saved(model, outlook) }
            <div class="facts-row">
                { progress(outlook) }
                { target(model, outlook) }
                { for plan.paths(model.roadmap()).filter_map(|path| ready(model, outlook, path)) }
            </div>
        </section>
    }
}

/// How the date moved in the last week, and why. While hours are being tried out, it is about other dates than shown.
fn moved(model: &Model, outlook: &Outlook) -> Html {
    if model.what_if_total().is_some() {
        return Html::default();
    }
    let now = Situation { document: model.document(), roadmap: model.roadmap(), today: model.today() };
    let moved = Moved::since(DAYS_OF_A_WEEK, now);
    let finished = &outlook.forecast.remaining.finished;
    let facts = moved_words::Facts { roadmap: model.roadmap(), finished };
    let words = moved.and_then(|moved| moved_words::since_last_week(&moved, facts));
    words.map_or_else(Html::default, |words| html! { <p class="hint moved">{ words }</p> })
}

/// The phases and projects that are left.
fn covers(outlook: &Outlook, a_week: Minutes) -> String {
    let open = outlook.work().filter(|(_, expected)| !expected.status().is_closed());
    let (phases, projects): (Vec<_>, Vec<_>) =
        open.partition(|(scheduled, _)| matches!(scheduled.work, Work::Phase { .. }));
    words::covers(phases.len(), projects.len(), outlook.tally.left, a_week)
}

fn all_done(outlook: &Outlook) -> String {
    words::answer_done(outlook.ended())
}

/// Topics that need no study, as they are known or on both paths, and the effort saved.
fn saved(model: &Model, outlook: &Outlook) -> Html {
    let names = |known: bool| {
        let topics = outlook.plan.saved().filter(|topic| topic.is_known() == known);
        let (mut names, mut effort) = (Vec::new(), roadmap::Effort::default());
        for topic in topics {
            let name = model.roadmap().topic(&topic.topic).map(|topic| topic.title.clone());
            // A topic can be on several paths.
            names.extend(name.filter(|name| !names.contains(name)));
            effort = effort + topic.effort;
        }
        (names, effort.middle())
    };
    let lines = [(names(true), words::KNOWN_BEFORE), (names(false), words::MET_TWICE)];
    let some = lines.into_iter().filter(|((names, _), _)| !names.is_empty());
    some.map(|((names, effort), why)| {
        html! {
            <p class="saved">{ words::saved(&amounts::list(&names), effort, why) }</p>
        }
    })
    .collect()
}

fn progress(outlook: &Outlook) -> Html {
    let Tally { finished, items, .. } = outlook.tally;
    let percent = outlook.tally.percent();
    let in_words = words::percent(percent);
    html! {
        <div class="fact">
            <h2>{ words::PROGRESS }</h2>
            <p class="figure">{ &in_words }</p>
            <Meter label={words::PROGRESS} {percent} value={in_words.clone()} />
            <p class="hint">{ words::done_of(finished, items) }</p>
        </div>
    }
}

fn target(model: &Model, outlook: &Outlook) -> Html {
    let Some(target) = model.document().target else { return Html::default() };
    html! {
        <div class="fact">
            <h2>{ words::TARGET }</h2>
            <p class="figure">{ dates::date(target) }</p>
            if let Some(finish) = outlook.forecast.finish() {
                <p class="hint">
                    { words::margin(
                        finish_by::chance(&outlook.forecast.remaining, &outlook.availability, target),
                        finish,
                        target,
                    ) }
                </p>
                <p class="hint"><a href={Screen::FinishBy.hash()}>{ words::WHAT_IT_TAKES }</a></p>
            } else if let Some(ended) = outlook.ended() {
                <p class="hint">{ words::target_met(ended, target) }</p>
            }
        </div>
    }
}

/// When one is ready for a job: the end of a path's phases.
fn ready(model: &Model, outlook: &Outlook, path: &Node) -> Option<Html> {
    let days = |date: Date| (date - outlook.start).num_days();
    let (figure, hint) = match outlook.forecast.path_finish(&path.id) {
        Some(finish) => (
            words::by(finish),
            words::ready(
                [days(finish.p50), days(finish.p80)],
                guide_figure(model, outlook, path),
                outlook.availability.week().total(),
                model.document().pace,
            ),
        ),
        None => {
            let ended = outlook.path_ended(&path.id)?;
            words::was_ready(ended, days(ended))
        }
    };
    Some(html! {
        <div class="fact" key={path.id.to_string()}>
            <h2>{ words::path_ready(&path.title) }</h2>
            <p class="figure">{ figure }</p>
            <p class="hint">{ hint }</p>
        </div>
    })
}

fn guide_figure(model: &Model, outlook: &Outlook, path: &Node) -> Option<words::GuideFigure> {
    let Kind::Path(Some(guide)) = &path.kind else { return None };
    Some(words::GuideFigure {
        months: guide.job_ready_months,
        pace: model.roadmap().about().reference_pace,
        alone: outlook.plan.paths(model.roadmap()).next() != Some(path),
    })
}
