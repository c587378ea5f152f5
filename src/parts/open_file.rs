//! A button that opens a file: a plan or a roadmap.

use yew::prelude::*;

use crate::context::{use_model, use_send};
use crate::opening::{ACCEPTED, opened};
use browser::files;
use storage::MOST_BYTES;

#[derive(Properties, PartialEq)]
pub struct OpenFileProps {
    pub label: AttrValue,
}

#[component]
pub fn OpenFile(props: &OpenFileProps) -> Html {
    let (model, send) = (use_model(), use_send());
    let onchange = move |event: Event| {
        let (model, send) = (model.clone(), send.clone());
        files::read_chosen(&event, MOST_BYTES, move |name, chosen| send.emit(opened(&name, chosen, &model)));
    };
    html! {
        <label class="button button-quiet open-file">
            { &props.label }
            <input type="file" accept={ACCEPTED} {onchange} />
        </label>
    }
}
