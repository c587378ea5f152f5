//! A small form to log time for a topic or project where it is shown. Date and time are filled in.

use yew::prelude::*;

use super::question::{DateEntry, TextEntry, entry};
use crate::context::use_model;
use crate::focus;
use crate::parts::{Button, ButtonKind, Icon, MsgButton, Tick, field_id};
use crate::text::{plan, progress as words, questions};
use app::form::{LEARNING, LogFields, NEW_ENTRY, PRACTICE, is_practice, item_of_name};
use app::{Model, Msg, PlanMsg, ProgressMsg};
use planner::Item;

/// A button that opens the form, or the form.
pub fn view(model: &Model, send: &Callback<Msg>, item: &Item, title: &str, label: &'static str) -> Html {
    if model.log_item().as_ref() == Some(item) {
        return html! {
            { form(send, Some(ProgressMsg::LogOpened(None))) }
        };
    }
    html! {
        <MsgButton
            kind={ButtonKind::Link}
            {label}
            name={plan::about_item(label, title)}
            id={focus::log_button(item)}
            msg={Msg::Progress(ProgressMsg::LogOpened(Some(item.clone())))}
        />
    }
}

/// The form, with a button to close it if there is a message for that.
pub fn form(send: &Callback<Msg>, close: Option<ProgressMsg>) -> Html {
    let add = send.reform(|event: SubmitEvent| {
        event.prevent_default();
        Msg::Progress(ProgressMsg::TimeLogged)
    });
    html! {
        <form novalidate=true class="log-form" aria-label={words::ADD_ENTRY} onsubmit={add}>
            <div class="log-fields">
                <DateEntry field={NEW_ENTRY.date} label={words::LOG_DATE} hint={questions::DATE_HINT} />
                <TextEntry field={NEW_ENTRY.time} label={words::LOG_TIME} hint={words::LOG_TIME_HINT} />
                <PracticeEntry fields={NEW_ENTRY} />
            </div>
            <p class="actions">
                <button type="submit" class="button-quiet">{ Icon::Clock.view() }{ words::ADD_ENTRY }</button>
                if let Some(close) = close {
                    <Button
                        kind={ButtonKind::Link}
                        label={words::CANCEL}
                        on_click={send.reform(move |_| Msg::Progress(close.clone()))}
                    />
                }
            </p>
        </form>
    }
}

#[derive(Properties, PartialEq)]
pub struct PracticeEntryProps {
    pub fields: LogFields,
}

/// The choice whether the time is practice. Projects are, unless the learner says otherwise.
#[component]
pub fn PracticeEntry(&PracticeEntryProps { fields }: &PracticeEntryProps) -> Html {
    let model = use_model();
    let chosen = || item_of_name(&entry(&model, fields.item));
    let item = if fields == NEW_ENTRY { model.log_item().or_else(chosen) } else { chosen() };
    let typed = |text: &str| Msg::Plan(PlanMsg::Typed { field: fields.kind, text: text.to_owned() });
    html! {
        <Tick
            id={field_id(fields.kind)}
            checked={is_practice(&entry(&model, fields.kind), item.as_ref())}
            on={typed(PRACTICE)}
            off={typed(LEARNING)}
        >
            { words::PRACTICE }
        </Tick>
    }
}
