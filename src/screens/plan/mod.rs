//! The plan screen: the finish date first, then everything it is computed from.

pub mod after;
mod also_done;
mod done;
pub mod item;
pub mod nudge;
pub mod phases;
pub mod projects;
mod summary;
mod table;
mod timeline;
mod what_if;

use std::rc::Rc;

use yew::prelude::*;

use crate::download::download_plan;
use crate::focus::HEADING;
use crate::parts::{Button, ButtonKind, MsgButton, PlanNav};
use crate::text::{plan as words, questions};
use app::{Model, Msg, NavigationMsg, Outlook, Screen};
use browser::page;
use planner::NoFinish;
use planner::questionnaire::Question;

#[inline(never)]
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
            { summary::view(model, outlook) }
            <p class="actions">
                <Button
                    kind={ButtonKind::Primary}
                    label={words::EXPORT}
                    on_click={download_plan(model, send)}
                />
                <Button label={words::PRINT} on_click={|_| page::print()} />
                <a class="button button-quiet" href={Screen::Check.hash()}>{ words::CHANGE_ANSWERS }</a>
            </p>
            { what_if::view(model, send, outlook) }
            <section aria-labelledby="timeline">
                <h2 id="timeline">{ words::TIMELINE }</h2>
                { timeline::view(model, outlook) }
                { table::view(model, outlook) }
            </section>
            { phases::view(model, outlook) }
            { projects::view(model, outlook) }
            { also_done::view(model, outlook) }
            { after::view(model, &outlook.plan) }
        </div>
    }
}

/// Shown where no dates can be computed: the reason, and what to change.
pub fn undated(model: &Model, send: &Callback<Msg>, why: NoFinish) -> Html {
    html! {
        <div class="plan">
            <h1 id={HEADING} tabindex="-1">{ words::NO_PLAN }</h1>
            <p class="lead">{ questions::no_finish(why) }</p>
            <p class="actions">
                <MsgButton
                    kind={ButtonKind::Primary}
                    label={words::CHANGE_HOURS}
                    msg={Msg::Navigation(NavigationMsg::ChangeAsked(Question::Hours))}
                />
                <MsgButton
                    label={words::CHANGE_OFF}
                    msg={Msg::Navigation(NavigationMsg::ChangeAsked(Question::TimeOff))}
                />
            </p>
            { what_if::trial(model, send, Err(why)) }
        </div>
    }
}
