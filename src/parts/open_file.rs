//! A button that opens a file: a plan, or a roadmap of the learner's own.

use std::rc::Rc;

use yew::prelude::*;

use crate::opening::{ACCEPTED, opened};
use app::{Model, Msg};
use browser::files;
use storage::MOST_BYTES;

/// A button with that label.
pub fn open_file(label: &'static str, model: &Rc<Model>, send: &Callback<Msg>) -> Html {
    let on_change = {
        let (send, model) = (send.clone(), model.clone());
        Callback::from(move |event: Event| {
            let (send, model) = (send.clone(), model.clone());
            files::read_chosen(&event, MOST_BYTES, move |name, chosen| {
                send.emit(opened(&name, chosen, &model));
            });
        })
    };
    html! {
        <label class="button button-quiet open-file">
            { label }
            <input type="file" accept={ACCEPTED} onchange={on_change} />
        </label>
    }
}
