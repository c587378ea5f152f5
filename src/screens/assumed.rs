//! The times that are assumed, said beside the dates that rest on them.

use yew::prelude::*;

use crate::text::times as words;
use app::{Model, Outlook};

/// A sentence, with the way to where the times are set; nothing if none is assumed.
pub fn view(model: &Model, outlook: &Outlook) -> Html {
    let Some(assumed) = outlook.assumed(model.roadmap()) else { return Html::default() };
    html! {
        <p class="hint">
            { words::assumed(&assumed) }{ " " }
            if model.own_roadmap().is_some() {
                <a href={assumed.first.hash()}>{ words::set(&assumed) }</a>
            }
        </p>
    }
}
