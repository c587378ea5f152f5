//! The earlier states of the plan, each in a sentence and within reach.

use yew::prelude::*;

use crate::text::{digest, history as words};
use app::{Digest, Model, Msg, State};

pub fn view(model: &Model, send: &Callback<Msg>) -> Html {
    let past = model.history.past();
    html! {
        <section aria-labelledby="history">
            <h2 id="history">{ words::TITLE }</h2>
            <p>{ words::NOTE }</p>
            if past.is_empty() {
                <p class="hint">{ words::NONE }</p>
            } else {
                <details>
                    <summary>{ words::count(past.len()) }</summary>
                    <ol class="states">
                        { for past.iter().enumerate().rev().map(|(at, state)| row(model, send, at, state)) }
                    </ol>
                </details>
            }
        </section>
    }
}

fn row(model: &Model, send: &Callback<Msg>, at: usize, state: &State) -> Html {
    let figures = Digest::of(&state.document, &model.roadmap, model.today);
    let label = words::bring_back(state.change, model.history.past().len() - at);
    html! {
        <li>
            <p>
                <strong>{ words::before(state.change) }</strong>
                if let Some(saved_at) = state.saved_at {
                    { words::saved_at(saved_at, model.today) }
                }
                <span class="line hint">{ digest::sentence(&figures, &model.roadmap) }</span>
            </p>
            <button
                type="button"
                class="button-quiet"
                aria-label={label}
                onclick={send.reform(move |_| Msg::BroughtBack(at))}
            >
                { words::BACK }
            </button>
        </li>
    }
}
