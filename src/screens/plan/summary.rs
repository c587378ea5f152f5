//! The finish date in one sentence, and the figures behind it.

use yew::prelude::*;

use crate::focus::HEADING;
use crate::parts::{ChanceCurve, Meter};
use crate::text::{amounts, chances, dates, plan as words, reading};
use app::{Model, Outlook, Screen};
use planner::{Date, Status, Work, finish_by};
use roadmap::{Kind, Node};

pub fn view(model: &Model, outlook: &Outlook) -> Html {
    let plan = &outlook.plan;
    let Some(by_estimates) = plan.finish() else {
        return html! { <h1 id={HEADING} tabindex="-1">{ words::NO_PLAN }</h1> };
    };
    let projects = plan.work.iter().filter(|scheduled| matches!(scheduled.work, Work::Project(_))).count();
    let a_week = outlook.availability.week().total();
    let finish = outlook.forecast.finish();
    html! {
        <section class="summary">
            <h1 class="eyebrow" id={HEADING} tabindex="-1">{ words::TITLE }</h1>
            <p class="answer">{ finish.map_or_else(|| all_done(outlook), chances::headline) }</p>
            if let Some(finish) = finish {
                <p class="lead">{ chances::others(finish) }</p>
                <p class="hint">
                    { words::covers(plan.phases().count(), projects, plan.effort(), a_week) }
                    { " " }
                    { chances::rests_on(model.document().pace, outlook.forecast.remaining.pace.count()) }
                    { " " }
                    <a href={Screen::Progress.hash()}>{ chances::MORE_ON_PACE }</a>
                </p>
                <details class="curve">
                    <summary>{ chances::CURVE }</summary>
                    <ChanceCurve points={outlook.forecast.curve(60)} {finish} />
                    <p class="hint">{ words::by_estimates(by_estimates) }</p>
                    <p class="hint">{ reading::reference_note(model.roadmap().about()) }</p>
                </details>
            }
            { saved(model, outlook) }
            <div class="facts-row">
                { progress(model, outlook) }
                { target(model, outlook) }
                { for plan.paths(model.roadmap()).filter_map(|path| ready(model, outlook, path)) }
            </div>
        </section>
    }
}

fn all_done(outlook: &Outlook) -> String {
    let ended = outlook.forecast.work.iter().filter_map(|expected| match expected.status() {
        Status::Done(on) | Status::Skipped(on) => Some(on),
        _ => None,
    });
    words::answer_done(ended.max())
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

fn progress(model: &Model, outlook: &Outlook) -> Html {
    let percent = model.document().progress.percent(&outlook.plan);
    let (done, all) = outlook.count_finished(&model.document().progress);
    let in_words = words::percent(percent);
    html! {
        <div class="fact">
            <h2>{ words::PROGRESS }</h2>
            <p class="figure">{ &in_words }</p>
            <Meter label={words::PROGRESS} {percent} value={in_words.clone()} />
            <p class="hint">{ words::done_of(done, all) }</p>
        </div>
    }
}

fn target(model: &Model, outlook: &Outlook) -> Html {
    let Some(target) = model.document().target else { return Html::default() };
    let Some(finish) = outlook.forecast.finish() else { return Html::default() };
    let chance = finish_by::chance(&outlook.forecast.remaining, &outlook.availability, target);
    html! {
        <div class="fact">
            <h2>{ words::TARGET }</h2>
            <p class="figure">{ dates::date(target) }</p>
            <p class="hint">{ words::margin(chance, finish, target) }</p>
            <p class="hint"><a href={Screen::FinishBy.hash()}>{ words::WHAT_IT_TAKES }</a></p>
        </div>
    }
}

fn ready(model: &Model, outlook: &Outlook, path: &Node) -> Option<Html> {
    let finish = outlook.forecast.path_finish(&path.id)?;
    let guide = match &path.kind {
        Kind::Path(Some(guide)) => Some(guide.job_ready_months),
        _ => None,
    };
    let is_first = outlook.plan.paths(model.roadmap()).next() == Some(path);
    let months = |date: Date| amounts::months_between(outlook.start, date);
    Some(html! {
        <div class="fact" key={path.id.to_string()}>
            <h2>{ words::path_ready(&path.title) }</h2>
            <p class="figure">{ dates::chances_short(finish) }</p>
            <p class="hint">{ words::ready(&months(finish.p50), &months(finish.p80), guide, is_first) }</p>
        </div>
    })
}
