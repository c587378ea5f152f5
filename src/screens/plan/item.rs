//! A topic or project to tick, with what else can be said of it.

use std::rc::Rc;

use yew::prelude::*;

use super::done::DoneOn;
use crate::text::plan as words;
use crate::text::plan::Said;
use app::{Model, Msg};
use browser::{clock, page};
use planner::{Ending, Item, Status};
use roadmap::Minutes;

/// One line of a list of things to do.
pub struct Line {
    pub item: Item,
    /// The name of the elements, unlike any other on the screen.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// The label of the tick.
    pub label: Html,
    /// What stands below the label.
    pub below: Html,
    /// Whether it can be known before; a project cannot.
    pub knowable: bool,
}

/// The tick with its date, and the menu of what else can be said.
pub fn line(model: &Rc<Model>, send: &Callback<Msg>, line: Line) -> Html {
    let status = model.document.progress.status_of(&line.item);
    let is_done = matches!(status, Status::Done(_));
    let tick = {
        let item = line.item.clone();
        send.reform(move |event: Event| match page::is_ticked(&event) {
            true => Msg::Ended { item: item.clone(), ending: Ending::Finished, on: clock::today() },
            false => Msg::Reopened(item.clone()),
        })
    };
    html! {
        <li class="tick" key={line.id.clone()}>
            <input type="checkbox" id={line.id.clone()} checked={is_done} onchange={tick} />
            <div>
                <label for={line.id.clone()}>{ line.label.clone() }</label>
                { line.below.clone() }
                { dated(model, send, &line) }
                { more(model, send, &line, status) }
            </div>
        </li>
    }
}

/// When it was done, left out or begun, each of which can have been another day.
fn dated(model: &Rc<Model>, send: &Callback<Msg>, line: &Line) -> Html {
    let mark = model.document.progress.mark(&line.item);
    let (said, on) = match (mark.ended, mark.started) {
        (Some((Ending::Finished, on)), _) => (Said::Done, on),
        (Some((Ending::Skipped, on)), _) => (Said::LeftOut, on),
        (None, Some(on)) => (Said::Begun, on),
        (None, None) => return Html::default(),
    };
    let item = line.item.clone();
    let on_change = send.reform(move |on| match said {
        Said::Done => Msg::Ended { item: item.clone(), ending: Ending::Finished, on },
        Said::LeftOut => Msg::Ended { item: item.clone(), ending: Ending::Skipped, on },
        Said::Begun => Msg::Started { item: item.clone(), on },
    });
    html! {
        <DoneOn
            id={line.id.clone()}
            title={line.title.clone()}
            {on}
            {said}
            today={model.today}
            start={model.document.start_or(model.today)}
            {on_change}
        />
    }
}

/// What else can be said: that it was begun, is known, or is left out; and that it was not after all.
fn more(model: &Rc<Model>, send: &Callback<Msg>, line: &Line, status: Status) -> Html {
    let mark = model.document.progress.mark(&line.item);
    let noted = model.document.progress.log.on(&line.item);
    html! {
        <>
            if noted > Minutes::ZERO {
                <p class="hint">{ words::noted(noted) }</p>
            }
            if status.is_closed() || mark.started.is_some() {
                if !matches!(status, Status::Done(_)) {
                    { button(send, words::TAKE_BACK, &line.title, Msg::Reopened(line.item.clone())) }
                }
            }
            if !status.is_closed() {
                <details class="more">
                    <summary aria-label={words::about_item(words::MORE, &line.title)}>{ words::MORE }</summary>
                    { choices(send, line, mark.started.is_some()) }
                </details>
            }
        </>
    }
}

fn choices(send: &Callback<Msg>, line: &Line, begun: bool) -> Html {
    let today = clock::today();
    let skip = Msg::Ended { item: line.item.clone(), ending: Ending::Skipped, on: today };
    html! {
        <div class="choices">
            if !begun {
                { button(send, words::START, &line.title, Msg::Started { item: line.item.clone(), on: today }) }
            }
            if let (true, Item::Topic(topic)) = (line.knowable, &line.item) {
                { button(send, words::KNOW, &line.title, Msg::TopicKnown { topic: topic.clone(), known: true }) }
            }
            { button(send, words::SKIP, &line.title, skip) }
        </div>
    }
}

/// A button that says one thing of something; its name tells of what.
pub fn button(send: &Callback<Msg>, label: &'static str, title: &str, msg: Msg) -> Html {
    let say = send.reform(move |_: MouseEvent| msg.clone());
    html! {
        <button type="button" class="link" aria-label={words::about_item(label, title)} onclick={say}>{ label }</button>
    }
}
