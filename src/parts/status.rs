//! The state of saving: a status line with undo and redo, and bars where the learner should act.

use std::rc::Rc;

use yew::prelude::*;

use super::bar::Bar;
use super::button::{Button, MsgButton};
use crate::download::download_plan;
use crate::text::{frame as words, keep};
use app::{BackupMsg, HistoryMsg, Model, Msg, PersistenceMsg, Saving, Screen};

/// The time of the last save, undo and redo; nothing until the learner has entered something.
pub fn status_line(model: &Model, send: &Callback<Msg>) -> Html {
    let (past, undone) = (model.history().past().last(), model.history().undone().last());
    if model.document().is_empty() && past.is_none() && undone.is_none() {
        return Html::default();
    }
    let undo = past.map(|state| words::undo(state.change));
    let redo = undone.map(|state| words::redo(state.change));
    html! {
        <div class="status-line">
            <p>
                if !has_trouble(model.saving()) {
                    { words::saving(model) }
                }
            </p>
            <div class="status-actions" role="group" aria-label={words::CHANGES}>
                { icon_button(words::UNDO, undo, ARROW_BACK, HistoryMsg::Undone, send) }
                { icon_button(words::REDO, redo, ARROW_FORWARD, HistoryMsg::Redone, send) }
            </div>
        </div>
    }
}

// SVG paths of arrows that bend back and forward.
const ARROW_BACK: &str = "M9 5 4 10l5 5v-4h5a3.5 3.5 0 0 1 0 7H8v2h6a5.5 5.5 0 0 0 0-11H9z";
const ARROW_FORWARD: &str = "m15 5 5 5-5 5v-4h-5a3.5 3.5 0 0 0 0 7h6v2h-6a5.5 5.5 0 0 1 0-11h5z";

/// A button with an icon and the name of the change that a click undoes or redoes. Without one it is disabled, and has only
/// a label.
fn icon_button(
    label: &'static str,
    name: Option<String>,
    icon: &'static str,
    msg: HistoryMsg,
    send: &Callback<Msg>,
) -> Html {
    let name = name.map(AttrValue::from);
    html! {
        <button
            type="button"
            class="icon-button"
            disabled={name.is_none()}
            aria-label={name.clone().unwrap_or(label.into())}
            title={name.clone()}
            onclick={send.reform(move |_| msg.clone().into())}
        >
            <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><path d={icon} /></svg>
        </button>
    }
}

fn has_trouble(saving: &Saving) -> bool {
    matches!(saving, Saving::Failed(_) | Saving::Off(_))
}

/// Bars that stay until their cause is gone: a wrong clock, saving failed, storage nearly full, a backup due.
pub fn bars(model: &Rc<Model>, send: &Callback<Msg>) -> Html {
    let download = |label: &'static str| html! { <Button {label} on_click={download_plan(model, send)} /> };
    html! {
        <>
            if model.is_clock_wrong() {
                <Bar message={words::wrong_clock(model.clock())} is_trouble=true role="alert" />
            }
            if has_trouble(model.saving()) {
                <Bar message={words::saving(model)} is_trouble=true role="alert">
                    if matches!(model.saving(), Saving::Failed(_)) {
                        <MsgButton label={words::RETRY} msg={Msg::Persistence(PersistenceMsg::SaveAsked)} />
                    }
                    { download(words::DOWNLOAD_NOW) }
                </Bar>
            }
            if let Some(percent) = model.storage_nearly_full() {
                <Bar message={words::nearly_full(percent)} is_trouble=true role="status">
                    { download(words::DOWNLOAD_NOW) }
                </Bar>
            }
            if model.is_copy_due() && *model.screen() == Screen::Plan {
                <Bar message={words::reminder(model.backups().last_export)} role="status">
                    { download(keep::DOWNLOAD) }
                    <MsgButton label={words::NOT_NOW} msg={Msg::Backup(BackupMsg::ReminderPutOff)} />
                </Bar>
            }
        </>
    }
}
