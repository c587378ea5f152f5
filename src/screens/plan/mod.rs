//! The plan screen: the finish date first, then everything it is computed from.

pub mod after;
mod also_done;
mod done;
pub mod item;
mod more;
pub mod nudge;
pub mod phases;
pub mod projects;
mod summary;
mod table;
mod timeline;
mod what_if;
mod work;

use std::rc::Rc;

use yew::prelude::*;

use super::later;
use crate::focus::HEADING;
use crate::parts::{ButtonKind, Icon, MsgButton};
use crate::text::{plan as words, questions, titles, today, what_if as what_if_words};
use app::{Model, Msg, NavigationMsg, Outlook, ProgressMsg};
use planner::questionnaire::Question;
use planner::{LogEntry, NoFinish};

#[inline(never)]
pub fn view(model: &Rc<Model>, send: &Callback<Msg>) -> Html {
    match model.outlook() {
        Ok(outlook) => dated(model, send, &Rc::new(outlook)),
        Err(why) => undated(model, send, why),
    }
}

fn dated(model: &Rc<Model>, send: &Callback<Msg>, outlook: &Rc<Outlook>) -> Html {
    html! {
        <div class="plan">
            { summary::view(model, outlook) }
            <section aria-labelledby="timeline">
                <div class="split">
                    <h2 id="timeline">{ words::TIMELINE }</h2>
                    { log_session(model, outlook) }
                </div>
                { timeline::view(model, outlook) }
            </section>
            { work::view(model, outlook) }
            { projects::view(model, outlook) }
            { also_done::view(model, outlook) }
            { later::view(model) }
            { after::view(model, outlook) }
            { more::view(model, send, outlook) }
        </div>
    }
}

/// Logs the time planned for today for what is in hand.
fn log_session(model: &Model, outlook: &Outlook) -> Html {
    let Some(item) = outlook.in_hand() else { return Html::default() };
    let title = titles::item(model.roadmap(), &item);
    let time = model.time_to_log();
    let msg = Msg::Progress(ProgressMsg::Logged(LogEntry::new(model.today(), item, time)));
    html! { <MsgButton icon={Icon::Clock} label={today::log_on(time, &title)} {msg} /> }
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
            <section class="card" aria-labelledby="what-if">
                <h2 id="what-if">{ what_if_words::TITLE }</h2>
                { what_if::trial(model, send, Err(why)) }
            </section>
        </div>
    }
}
