//! How it stands with what is kept: the line that says so, undo and redo, and bars where something is to be done.

use std::rc::Rc;

use yew::prelude::*;

use crate::download::download_plan;
use crate::text::{frame as words, keep};
use app::{Model, Msg, Saving};

/// Since when all is saved, and what can be undone; nothing before the learner has said anything.
pub fn status_line(model: &Model, send: &Callback<Msg>) -> Html {
    let (past, undone) = (model.history.past().last(), model.history.undone().last());
    if model.document.is_empty() && past.is_none() && undone.is_none() {
        return Html::default();
    }
    let button = |label: &'static str, name: Option<String>, icon: &'static str, msg: fn() -> Msg| {
        html! {
            <button
                type="button"
                class="icon-button"
                disabled={name.is_none()}
                aria-label={name.clone().unwrap_or_else(|| label.to_owned())}
                title={name.clone()}
                onclick={send.reform(move |_| msg())}
            >
                <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><path d={icon} /></svg>
            </button>
        }
    };
    let (undo, redo) =
        (past.map(|state| words::undo(state.change)), undone.map(|state| words::redo(state.change)));
    html! {
        <div class="status-line">
            <p>
                if !has_trouble(&model.saving) {
                    { words::saving(model) }
                }
            </p>
            <div class="status-actions" role="group" aria-label={words::CHANGES}>
                { button(words::UNDO, undo, ARROW_BACK, || Msg::Undone) }
                { button(words::REDO, redo, ARROW_FORWARD, || Msg::Redone) }
            </div>
        </div>
    }
}

// Arrows that bend back to where they came from, and the other way round.
const ARROW_BACK: &str = "M9 5 4 10l5 5v-4h5a3.5 3.5 0 0 1 0 7H8v2h6a5.5 5.5 0 0 0 0-11H9z";
const ARROW_FORWARD: &str = "m15 5 5 5-5 5v-4h-5a3.5 3.5 0 0 0 0 7h6v2h-6a5.5 5.5 0 0 1 0-11h5z";

fn has_trouble(saving: &Saving) -> bool {
    matches!(saving, Saving::Failed(_) | Saving::Off(_))
}

/// Bars that stay: what is not saved, storage that is nearly full, a copy that is due.
pub fn bars(model: &Rc<Model>, send: &Callback<Msg>) -> Html {
    html! {
        <>
            if has_trouble(&model.saving) {
                <div class="bar bar-trouble" role="alert">
                    <p>{ words::saving(model) }</p>
                    <div class="bar-actions">
                        if matches!(model.saving, Saving::Failed(_)) {
                            { quiet(words::RETRY, send.reform(|_| Msg::SaveAsked)) }
                        }
                        { quiet(words::DOWNLOAD_NOW, download_plan(model, send)) }
                    </div>
                </div>
            }
            if let Some(percent) = model.storage_nearly_full() {
                <div class="bar bar-trouble" role="status">
                    <p>{ words::nearly_full(percent) }</p>
                    { quiet(words::DOWNLOAD_NOW, download_plan(model, send)) }
                </div>
            }
            if model.is_copy_due() {
                <div class="bar" role="status">
                    <p>{ words::REMINDER }</p>
                    <div class="bar-actions">
                        { quiet(keep::DOWNLOAD, download_plan(model, send)) }
                        { quiet(words::NOT_NOW, send.reform(|_| Msg::ReminderPutOff)) }
                    </div>
                </div>
            }
        </>
    }
}

fn quiet(label: &'static str, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" class="button-quiet" {onclick}>{ label }</button> }
}
