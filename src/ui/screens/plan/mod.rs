//! The dated plan: the answer first, then what it rests on.

mod after;
mod done;
mod phases;
mod projects;
mod summary;
mod table;
mod timeline;
mod week;

use std::rc::Rc;

use yew::prelude::*;

use crate::app::{Model, Msg, Screen};
use crate::browser::page;
use crate::planner::{NoFinish, Plan, Scheduled, Work, questionnaire::Question};
use crate::ui::download::download_plan;
use crate::ui::focus::HEADING;
use crate::ui::text::{plan as words, questions};

pub fn view(model: &Rc<Model>, send: &Callback<Msg>) -> Html {
    match model.plan() {
        Ok(plan) => dated(model, send, &plan),
        Err(why) => undated(send, why),
    }
}

fn dated(model: &Rc<Model>, send: &Callback<Msg>, plan: &Plan) -> Html {
    html! {
        <div class="plan">
            { summary::view(model, plan) }
            <p class="actions">
                <button type="button" class="button" onclick={download_plan(model, send)}>{ words::EXPORT }</button>
                <button type="button" class="button-quiet" onclick={|_| page::print()}>{ words::PRINT }</button>
                <a class="button button-quiet" href={Screen::Check.hash()}>{ words::CHANGE_ANSWERS }</a>
            </p>
            { week::view(model, plan) }
            <section aria-labelledby="timeline">
                <h2 id="timeline">{ words::TIMELINE }</h2>
                { timeline::view(model, plan) }
                { table::view(model, plan) }
            </section>
            { phases::view(model, send, plan) }
            { projects::view(model, send, plan) }
            { after::view(model, plan) }
        </div>
    }
}

/// Where no dates can be had: why, and what to change.
fn undated(send: &Callback<Msg>, why: NoFinish) -> Html {
    let change = |question: Question| send.reform(move |_: MouseEvent| Msg::ChangeAsked(question.clone()));
    html! {
        <div class="plan">
            <h1 id={HEADING} tabindex="-1">{ words::NO_PLAN }</h1>
            <p class="lead">{ questions::no_finish(why) }</p>
            <p class="actions">
                <button type="button" class="button" onclick={change(Question::Hours)}>{ words::CHANGE_HOURS }</button>
                <button type="button" class="button-quiet" onclick={change(Question::TimeOff)}>{ words::CHANGE_OFF }</button>
            </p>
        </div>
    }
}

/// What a piece of work is called.
fn title(model: &Model, work: &Work) -> String {
    match work {
        Work::Phase { node, .. } => model.roadmap.node(node).map(|node| node.title.clone()),
        Work::Project(project) => model.roadmap.project(project).map(|project| project.title.clone()),
    }
    .unwrap_or_default()
}

/// What the group of a piece of work is called: its path, or the foundations before any path.
fn group(model: &Model, scheduled: &Scheduled) -> String {
    let path = scheduled.path.as_ref().and_then(|path| model.roadmap.node(path));
    path.map_or_else(|| words::ENTRY.to_owned(), |path| path.title.clone())
}
