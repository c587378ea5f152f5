//! The what-if slider: different hours a week, with all dates recomputed while it moves.

use yew::prelude::*;

use crate::context::{use_model, use_send};
use crate::parts::{ButtonKind, MsgButton};
use crate::text::what_if as words;
use app::form::write_hours;
use app::{Model, Msg, PlanMsg};
use browser::page;
use planner::{Chances, NoFinish};
use roadmap::Minutes;

/// Minutes for each step of the slider.
const STEP: u32 = 30;
/// Least upper end of the slider.
const REACH: Minutes = Minutes::hours(40);

/// A disclosure, which is open from the start where hours are being tried out.
#[component]
pub fn WhatIf() -> Html {
    let (model, send) = (use_model(), use_send());
    let open = *use_state(|| model.what_if().is_some());
    let finish = model.outlook().map(|outlook| outlook.forecast.finish());
    html! {
        <details class="what-if" {open}>
            <summary>{ words::TITLE }</summary>
            <div class="card">{ trial(&model, &send, finish) }</div>
        </details>
    }
}

/// The slider, the field, and the resulting date. `finish` is the finish with the hours tried.
pub fn trial(model: &Model, send: &Callback<Msg>, finish: Result<Option<Chances>, NoFinish>) -> Html {
    let usual = model.document().availability(model.roadmap()).week().total();
    let tried = model.what_if_total();
    let shown = tried.unwrap_or(usual);
    let most = usual.max(REACH).max(shown);
    let text = model.what_if().map_or_else(|| write_hours(usual), str::to_owned);
    let is_wrong = model.what_if().is_some() && tried.is_none();
    let slide = send.reform(|event: InputEvent| {
        let minutes = page::value_of(&event).parse().map_or(0, |steps: u32| steps * STEP);
        Msg::Plan(PlanMsg::WhatIfTyped(write_hours(Minutes(minutes))))
    });
    let typed = send.reform(|event: InputEvent| Msg::Plan(PlanMsg::WhatIfTyped(page::value_of(&event))));
    html! {
        <div class="what-if-trial">
            <div class="what-if-row">
                <input
                    type="range"
                    class="slider"
                    min="1"
                    max={(most.0.div_ceil(STEP)).to_string()}
                    step="1"
                    value={(shown.0.div_ceil(STEP)).to_string()}
                    aria-label={words::SLIDER}
                    aria-valuetext={words::a_week(shown)}
                    oninput={slide}
                />
                <label class="what-if-typed">
                    { words::HOURS }
                    <input
                        type="text"
                        autocomplete="off"
                        value={text}
                        aria-invalid={is_wrong.then_some("true")}
                        aria-describedby="what-if-result"
                        oninput={typed}
                    />
                </label>
            </div>
            <p class="preview" id="what-if-result" role="status">
                { result(model, usual, tried, is_wrong, finish) }
            </p>
            if model.what_if().is_some() {
                <p class="actions">
                    <MsgButton
                        kind={ButtonKind::Primary}
                        label={words::keep(shown)}
                        disabled={tried.is_none()}
                        msg={Msg::Plan(PlanMsg::WhatIfKept)}
                    />
                    <MsgButton label={words::back_to(usual)} msg={Msg::Plan(PlanMsg::WhatIfLeft)} />
                </p>
            }
        </div>
    }
}

fn result(
    model: &Model,
    usual: Minutes,
    tried: Option<Minutes>,
    is_wrong: bool,
    finish: Result<Option<Chances>, NoFinish>,
) -> String {
    match tried {
        _ if is_wrong => words::WRONG.to_owned(),
        None => words::hint(usual),
        Some(total) => words::result(total, finish, model.usual_finish()),
    }
}
