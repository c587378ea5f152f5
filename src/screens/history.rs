//! The history of the plan: earlier states, each in one sentence, with a button to restore it.

use yew::prelude::*;

use crate::parts::MsgButton;
use crate::text::{digest, history as words};
use app::{Digest, HistoryMsg, Model, Msg, State};

pub fn view(model: &Model) -> Html {
    let past = model.history().past();
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
                        { for past.iter().enumerate().rev().map(|(at, state)| row(model, at, state)) }
                    </ol>
                </details>
            }
        </section>
    }
}

fn row(model: &Model, at: usize, state: &State) -> Html {
    let figures = Digest::of(&state.document, model.roadmap(), model.today());
    let name = words::bring_back(state.change, model.history().past().len() - at);
    html! {
        <li>
            <p>
                <strong>{ words::before(state.change) }</strong>
                if let Some(saved_at) = state.saved_at {
                    { words::saved_at(saved_at, model.today()) }
                }
                <span class="line hint">{ digest::sentence(&figures, model.roadmap()) }</span>
            </p>
            <MsgButton label={words::BACK} {name} msg={Msg::History(HistoryMsg::BroughtBack(at))} />
        </li>
    }
}
