//! The answer in one sentence, and the facts beside it.

use yew::prelude::*;

use crate::app::Model;
use crate::planner::{
    Between, Date, Plan, Status, Work,
    roadmap::{Kind, Node},
};
use crate::ui::focus::HEADING;
use crate::ui::parts::meter;
use crate::ui::text::{dates, plan as words};

pub fn view(model: &Model, plan: &Plan) -> Html {
    let Some(finish) = plan.finish() else {
        return html! { <h1 id={HEADING} tabindex="-1">{ words::NO_PLAN }</h1> };
    };
    let projects = plan.work.iter().filter(|scheduled| matches!(scheduled.work, Work::Project(_))).count();
    let a_week = model.document.availability(&model.roadmap).week().total();
    html! {
        <section class="summary">
            <h1 class="eyebrow" id={HEADING} tabindex="-1">{ words::TITLE }</h1>
            <p class="answer">{ answer(model, plan, finish) }</p>
            <p class="hint">{ words::covers(plan.phases().count(), projects, plan.effort(), a_week) }</p>
            <p class="hint">{ &model.roadmap.about().reference_note }</p>
            <div class="facts-row">
                { progress(model, plan) }
                { target(model, finish) }
                { for plan.paths(&model.roadmap).filter_map(|path| ready(model, plan, path)) }
            </div>
        </section>
    }
}

fn answer(model: &Model, plan: &Plan, finish: Between) -> String {
    let done: Option<Vec<Date>> = plan
        .work
        .iter()
        .map(|scheduled| match model.document.progress.status(&scheduled.work) {
            Status::Done(on) => Some(on),
            _ => None,
        })
        .collect();
    match done.and_then(|dates| dates.into_iter().max()) {
        Some(last) => words::answer_done(last),
        None => words::answer(finish),
    }
}

fn progress(model: &Model, plan: &Plan) -> Html {
    let percent = model.document.progress.percent(plan);
    let (done, all) = model.count_finished(plan);
    let in_words = words::percent(percent);
    html! {
        <div class="fact">
            <h2>{ words::PROGRESS }</h2>
            <p class="figure">{ &in_words }</p>
            { meter(words::PROGRESS, percent, in_words.clone()) }
            <p class="hint">{ words::done_of(done, all) }</p>
        </div>
    }
}

fn target(model: &Model, finish: Between) -> Html {
    let Some(target) = model.document.target else { return Html::default() };
    let (date, margin) = words::margin(finish, target);
    html! {
        <div class="fact">
            <h2>{ words::TARGET }</h2>
            <p class="figure">{ date }</p>
            <p class="hint">{ margin }</p>
        </div>
    }
}

fn ready(model: &Model, plan: &Plan, path: &Node) -> Option<Html> {
    let finish = plan.path_finish(&path.id)?;
    let start = model.document.start.unwrap_or(model.today);
    let guide = match &path.kind {
        Kind::Path(Some(guide)) => Some(guide.job_ready_months),
        _ => None,
    };
    let is_first = plan.paths(&model.roadmap).next() == Some(path);
    Some(html! {
        <div class="fact" key={path.id.to_string()}>
            <h2>{ words::path_ready(&path.title) }</h2>
            <p class="figure">{ dates::range_short(finish) }</p>
            <p class="hint">{ words::ready(finish, start, guide, is_first) }</p>
        </div>
    })
}
