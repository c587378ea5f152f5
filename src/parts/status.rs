//! The state of saving: when that was, undo and redo, and bars where the learner should act.

use std::rc::Rc;

use yew::prelude::*;

use super::bar::Bar;
use super::button::{Button, MsgButton};
use super::icon::Icon;
use crate::download::download_plan;
use crate::text::frame as words;
use app::{HistoryMsg, KeptFile, Model, Msg, PersistenceMsg, Saving, Screen};

/// When the plan was last saved and backed up; nothing until the learner has entered something, or while a bar says that
/// something is wrong.
pub fn saved(model: &Model) -> Html {
    if model.document().is_empty() || has_trouble(model.saving()) {
        return Html::default();
    }
    html! {
        <p class="saved-at">
            { words::saving(model) }
            if !model.kept_file().is_some_and(KeptFile::is_kept) {
                { " " }<a href={Screen::Keep.hash()}>{ words::BACK_UP }</a>
            }
        </p>
    }
}

/// Buttons to undo and redo; nothing until the learner has entered something.
pub fn undo_and_redo(model: &Model, send: &Callback<Msg>) -> Html {
    let (past, undone) = (model.history().past().last(), model.history().undone().last());
    if model.document().is_empty() && past.is_none() && undone.is_none() {
        return Html::default();
    }
    let undo = past.map(|state| words::undo(state.change));
    let redo = undone.map(|state| words::redo(state.change));
    html! {
        <div class="status-actions" role="group" aria-label={words::CHANGES}>
            { icon_button(words::UNDO, undo, Icon::Undo, HistoryMsg::Undone, send) }
            { icon_button(words::REDO, redo, Icon::Redo, HistoryMsg::Redone, send) }
        </div>
    }
}

/// A button with an icon and the name of the change that a click undoes or redoes. Without one it is disabled, and has only
/// a label.
fn icon_button(
    label: &'static str,
    name: Option<String>,
    icon: Icon,
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
            { icon.view() }
        </button>
    }
}

fn has_trouble(saving: &Saving) -> bool {
    matches!(saving, Saving::Failed(_) | Saving::Off(_))
}

/// Bars that stay until their cause is gone: a wrong clock, saving failed, storage nearly full.
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
        </>
    }
}
