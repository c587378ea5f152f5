//! The dated plan: the answer first, then what it rests on.

pub mod after;
mod done;
pub mod item;
pub mod phases;
pub mod projects;
mod summary;
mod table;
mod timeline;
mod week;
mod what_if;

use std::rc::Rc;

use yew::prelude::*;

use crate::download::download_plan;
use crate::focus::HEADING;
use crate::parts::PlanNav;
use crate::text::{plan as words, questions};
use app::{Model, Msg, Outlook, Screen};
use browser::page;
use planner::questionnaire::Question;
use planner::{Item, NoFinish, Scheduled, Work};

pub fn view(model: &Rc<Model>, send: &Callback<Msg>) -> Html {
    match model.outlook() {
        Ok(outlook) => dated(model, send, &outlook),
        Err(why) => undated(model, send, why),
    }
}

fn dated(model: &Rc<Model>, send: &Callback<Msg>, outlook: &Outlook) -> Html {
    html! {
        <div class="plan">
            <PlanNav />
            { after_gap(model, outlook) }
            { summary::view(model, outlook) }
            <p class="actions">
                <button type="button" class="button" onclick={download_plan(model, send)}>{ words::EXPORT }</button>
                <button type="button" class="button-quiet" onclick={|_| page::print()}>{ words::PRINT }</button>
                <a class="button button-quiet" href={Screen::Check.hash()}>{ words::CHANGE_ANSWERS }</a>
            </p>
            { what_if::view(model, send, outlook) }
            { week::view(model, outlook) }
            <section aria-labelledby="timeline">
                <h2 id="timeline">{ words::TIMELINE }</h2>
                { timeline::view(model, outlook) }
                { table::view(model, outlook) }
            </section>
            { phases::view(model, send, outlook) }
            { projects::view(model, send, outlook) }
            { after::view(model, &outlook.plan) }
        </div>
    }
}

/// After a break: that there are ways to go on.
fn after_gap(model: &Model, outlook: &Outlook) -> Html {
    let Some(dates) = outlook.notable_gap(&model.document, model.today) else { return Html::default() };
    html! {
        <div class="bar">
            <p>{ words::gap(dates) }</p>
            <a class="button button-quiet" href={Screen::Break.hash()}>{ words::GAP_WAYS }</a>
        </div>
    }
}

/// Where no dates can be had: why, and what to change.
pub fn undated(model: &Model, send: &Callback<Msg>, why: NoFinish) -> Html {
    let change = |question: Question| send.reform(move |_: MouseEvent| Msg::ChangeAsked(question.clone()));
    html! {
        <div class="plan">
            <h1 id={HEADING} tabindex="-1">{ words::NO_PLAN }</h1>
            <p class="lead">{ questions::no_finish(why) }</p>
            <p class="actions">
                <button type="button" class="button" onclick={change(Question::Hours)}>{ words::CHANGE_HOURS }</button>
                <button type="button" class="button-quiet" onclick={change(Question::TimeOff)}>{ words::CHANGE_OFF }</button>
            </p>
            { what_if::trial(model, send, Err(why)) }
        </div>
    }
}

/// What a piece of work is called.
pub fn title(model: &Model, work: &Work) -> String {
    match work {
        Work::Phase { node, .. } => model.roadmap.node(node).map(|node| node.title.clone()),
        Work::Project(project) => model.roadmap.project(project).map(|project| project.title.clone()),
    }
    .unwrap_or_default()
}

/// What a topic or project is called; one that the roadmap does not know any more goes by its id.
pub fn item_title(model: &Model, item: &Item) -> String {
    match item {
        Item::Topic(id) => model.roadmap.topic(id).map_or(id.as_str(), |topic| &topic.title).to_owned(),
        Item::Project(id) => {
            model.roadmap.project(id).map_or(id.as_str(), |project| &project.title).to_owned()
        }
    }
}

/// What the group of a piece of work is called: its path, or the foundations before any path.
pub fn group(model: &Model, scheduled: &Scheduled) -> String {
    let path = scheduled.path.as_ref().and_then(|path| model.roadmap.node(path));
    path.map_or_else(|| words::ENTRY.to_owned(), |path| path.title.clone())
}
