//! The finish date in one sentence, and the figures behind it.

use yew::prelude::*;

use super::what_if::WhatIf;
use crate::focus::HEADING;
use crate::parts::{ChanceCurve, ChanceRuler, Meter};
use crate::screens::{assumed, moved};
use crate::text::dates::{self, Part};
use crate::text::{chances, plan as words, reading};
use app::{Aim, Model, Outlook, Screen};
use planner::{Chances, Date, Tally, Work, finish_by};
use roadmap::{Kind, Node, Roadmap};

pub fn view(model: &Model, outlook: &Outlook) -> Html {
    let plan = &outlook.plan;
    if plan.work.is_empty() {
        return html! { <h1 id={HEADING} tabindex="-1">{ words::NO_PLAN }</h1> };
    }
    let finish = outlook.forecast.finish();
    html! {
        <section class="summary">
            <h1 class="eyebrow" id={HEADING} tabindex="-1">{ words::TITLE }</h1>
            <p class="answer">{ finish.map_or_else(|| words::answer_done(outlook.ended()).into(), headline) }</p>
            if let Some(finish) = finish {
                <p class="lead">{ why(model, outlook) }</p>
                { assumed::view(model, outlook) }
                <ChanceRuler today={model.today()} {finish} target={target_of_all(model, outlook)} />
                <WhatIf />
                { certainty(model, outlook, finish) }
            }
            <div class="facts-row">
                { progress(outlook) }
                { for plan.paths(model.roadmap()).filter_map(|path| ready(model, outlook, path)) }
                { target(model) }
            </div>
        </section>
    }
}

fn headline(finish: Chances) -> Html {
    let part = |part| match part {
        Part::Words(words) => html! { { words } },
        Part::Date(date) => html! { <span class="date">{ date }</span> },
    };
    chances::headline(finish).into_iter().map(part).collect()
}

/// Why the finish moved in the last week, or else what it is based on. While hours are being tried out, it is about other
/// dates than shown.
fn why(model: &Model, outlook: &Outlook) -> String {
    let moved = model.what_if_total().is_none().then(|| moved::since_last_week(model, outlook)).flatten();
    moved.map_or_else(|| rests_on(model, outlook), |(_, why)| why)
}

fn rests_on(model: &Model, outlook: &Outlook) -> String {
    chances::rests_on(model.document().pace, outlook.evidence())
}

/// The chances of all dates, and what they rest on.
fn certainty(model: &Model, outlook: &Outlook, finish: Chances) -> Html {
    html! {
        <details class="curve">
            <summary>{ chances::CURVE }</summary>
            <p>{ chances::others(finish) }</p>
            <ChanceCurve points={outlook.forecast.curve(60)} {finish} />
            <p>
                { rests_on(model, outlook) }
                { " " }
                <a href={Screen::Progress.hash()}>{ chances::MORE_ON_PACE }</a>
            </p>
            if has_weeks(model.roadmap()) {
                <p class="hint">{ reading::reference_note(model.roadmap().about()) }</p>
            }
        </details>
    }
}

/// Whether any phase is given in weeks, which mean something only at a pace.
fn has_weeks(roadmap: &Roadmap) -> bool {
    roadmap.nodes().iter().any(|node| matches!(&node.kind, Kind::Phase(phase) if phase.weeks.is_some()))
}

/// The phases and projects that are left.
fn covers(outlook: &Outlook) -> String {
    let a_week = outlook.availability.week().total();
    let open = outlook.work().filter(|(_, expected)| !expected.status().is_closed());
    let (phases, projects): (Vec<_>, Vec<_>) =
        open.partition(|(scheduled, _)| matches!(scheduled.work, Work::Phase { .. }));
    words::covers(phases.len(), projects.len(), outlook.tally.left, a_week)
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
            if !outlook.forecast.remaining.is_nothing() {
                <p class="hint">{ covers(outlook) }</p>
            }
        </div>
    }
}

/// The target on the line of all work, with its chance.
fn target_of_all(model: &Model, outlook: &Outlook) -> Option<(Date, f64)> {
    let target = model.document().target.filter(|_| model.document().aim == Aim::Everything)?;
    Some((target, chance(outlook, target)))
}

fn chance(outlook: &Outlook, by: Date) -> f64 {
    finish_by::chance(&outlook.forecast.remaining, &outlook.availability, by)
}

/// The target date and the chance of what the learner wants to have reached by then.
fn target(model: &Model) -> Html {
    let Some(target) = model.document().target else { return Html::default() };
    let Ok(outlook) = model.outlook_to_aim() else { return Html::default() };
    html! {
        <div class="fact">
            <h2>{ words::target(model.document().aim) }</h2>
            <p class="figure">{ dates::date(target) }</p>
            if let Some(finish) = outlook.forecast.finish() {
                <p class="hint">{ words::margin(chance(&outlook, target), finish, target) }</p>
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
