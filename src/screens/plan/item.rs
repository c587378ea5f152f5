//! A topic or project in a list: its checkbox, its date, and a menu of other states.

use yew::prelude::*;

use super::done::DoneOn;
use crate::context::{use_model, use_send};
use crate::parts::{ButtonKind, MsgButton};
use crate::screens::log_here;
use crate::screens::steps::StepList;
use crate::text::plan::{self as words, Said};
use crate::text::{content, moved, steps, today};
use app::{Model, Msg, ProgressMsg, Screen};
use browser::{clock, page};
use planner::{Ending, FinishedItem, Item, Open, Status};
use roadmap::Minutes;

#[derive(Properties, PartialEq)]
pub struct ItemLineProps {
    pub item: Item,
    /// Id of the checkbox, unique on the page.
    pub id: AttrValue,
    pub title: AttrValue,
    /// Label of the checkbox.
    pub label: Html,
    /// Whether time can be logged for it here.
    #[prop_or(true)]
    pub loggable: bool,
    /// Whether it can be marked as known before the plan, as topics can.
    #[prop_or_default]
    pub knowable: bool,
    /// How it went, if it is finished.
    #[prop_or_default]
    pub finished: Option<FinishedItem>,
    /// What is left of it, if it is open.
    #[prop_or_default]
    pub open: Option<Open>,
    /// Placed below the label.
    #[prop_or_default]
    pub children: Html,
}

/// A list item with checkbox, date, and menu.
#[component]
pub fn ItemLine(line: &ItemLineProps) -> Html {
    let (model, send) = (use_model(), use_send());
    let status = model.document().progress.status_of(&line.item);
    let is_done = matches!(status, Status::Done(_));
    let tick = {
        let item = line.item.clone();
        send.reform(move |event: Event| {
            let item = item.clone();
            let msg = match page::is_ticked(&event) {
                true => ProgressMsg::Ended { item, ending: Ending::Finished, on: clock::today() },
                false => ProgressMsg::Reopened(item),
            };
            msg.into()
        })
    };
    html! {
        <li class="tick">
            <input type="checkbox" id={line.id.clone()} checked={is_done} onchange={tick} />
            <div>
                <label for={line.id.clone()}>{ line.label.clone() }</label>
                { line.children.clone() }
                { dated(&model, &send, line) }
                { how_it_goes(&model, line) }
                <div class="item-actions">
                    { what_to_do(&model, line) }
                    if line.loggable && !status.is_closed() {
                        { log_here::view(&model, &send, &line.item, &line.title, today::LOG) }
                    }
                    { more(&model, line, status) }
                </div>
            </div>
        </li>
    }
}

/// The date on which it was done, left out or begun.
fn dated(model: &Model, send: &Callback<Msg>, line: &ItemLineProps) -> Html {
    let mark = model.document().progress.mark(&line.item);
    let (said, on) = match (mark.ended, mark.started) {
        (Some((Ending::Finished, on)), _) => (Said::Done, on),
        (Some((Ending::Skipped, on)), _) => (Said::LeftOut, on),
        (None, Some(on)) => (Said::Begun, on),
        (None, None) => return Html::default(),
    };
    let item = line.item.clone();
    let on_change = send.reform(move |on| {
        let item = item.clone();
        let msg = match said {
            Said::Done => ProgressMsg::Ended { item, ending: Ending::Finished, on },
            Said::LeftOut => ProgressMsg::Ended { item, ending: Ending::Skipped, on },
            Said::Begun => ProgressMsg::Started { item, on },
        };
        msg.into()
    });
    html! {
        <DoneOn
            id={line.id.clone()}
            title={line.title.clone()}
            {on}
            {said}
            today={model.today()}
            start={model.document().start_or(model.today())}
            {on_change}
        />
    }
}

/// A link to the page about the topic or project.
fn what_to_do(model: &Model, line: &ItemLineProps) -> Html {
    let count = StepList::of(model, None, line.item.clone()).count();
    let screen = match &line.item {
        Item::Topic(topic) => Screen::Topic(topic.clone()),
        Item::Project(project) => Screen::Project(project.clone()),
    };
    html! {
        <>
            <a class="link-line" href={screen.hash()} aria-label={words::about_item(content::OPEN_TOPIC, &line.title)}>
                { content::OPEN_TOPIC }
            </a>
            if count.1 > 0 {
                <span class="note">{ steps::count(count) }</span>
            }
        </>
    }
}

/// The time that it took or was logged for it. Or a question: whether something that took long is finished, and whether something that took hardly
/// any time was known before.
fn how_it_goes(model: &Model, line: &ItemLineProps) -> Html {
    let logged = model.document().progress.log.on(&line.item);
    match (&line.finished, &line.item) {
        (Some(FinishedItem { was_known: true, .. }), Item::Topic(topic)) => html! {
            <p class="hint">
                { words::WAS_KNOWN }{ " " }
                { button(moved::KNEW_IT, &line.title, ProgressMsg::KnewBefore(vec![topic.clone()])) }
            </p>
        },
        (Some(finished), _) => html! { <p class="hint">{ words::took(finished.took) }</p> },
        (None, _) => match line.open.as_ref().filter(|open| open.took_long) {
            Some(open) => html! { <p class="hint">{ words::finished(open.spent) }</p> },
            None if logged > Minutes::ZERO => html! { <p class="hint">{ words::logged(logged) }</p> },
            None => Html::default(),
        },
    }
}

/// Buttons for what the checkbox cannot say: begun, known, left out, and none of them.
fn more(model: &Model, line: &ItemLineProps, status: Status) -> Html {
    let mark = model.document().progress.mark(&line.item);
    html! {
        <>
            if (status.is_closed() || mark.started.is_some()) && !matches!(status, Status::Done(_)) {
                { button(words::TAKE_BACK, &line.title, ProgressMsg::Reopened(line.item.clone())) }
            }
            if !status.is_closed() {
                <details class="more">
                    <summary aria-label={words::about_item(words::MORE, &line.title)}>
                        { words::MORE }
                    </summary>
                    { choices(line, mark.started.is_some()) }
                </details>
            }
        </>
    }
}

fn choices(line: &ItemLineProps, begun: bool) -> Html {
    let (item, on) = (line.item.clone(), clock::today());
    let start = ProgressMsg::Started { item: item.clone(), on };
    let skip = ProgressMsg::Ended { item, ending: Ending::Skipped, on };
    html! {
        <div class="item-choices">
            if !begun {
                { button(words::START, &line.title, start) }
            }
            if let (true, Item::Topic(topic)) = (line.knowable, &line.item) {
                { button(
                    words::KNOW,
                    &line.title,
                    ProgressMsg::TopicKnown { topic: topic.clone(), known: true },
                ) }
            }
            { button(words::SKIP, &line.title, skip) }
        </div>
    }
}

/// A link button about one item, whose accessible name includes the item's title.
pub fn button(label: &'static str, title: &str, msg: impl Into<Msg>) -> Html {
    let msg: Msg = msg.into();
    html! { <MsgButton kind={ButtonKind::Link} {label} name={words::about_item(label, title)} {msg} /> }
}
