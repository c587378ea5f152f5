//! Progress: burn-up chart, observed pace, time log, and baseline.

use yew::prelude::*;

use super::plan;
use crate::focus::HEADING;
use crate::parts::{BackToPlan, BurnUpChart, ErrorSummary, MsgButton};
use crate::screens::question::shown_errors;
use crate::screens::time_log;
use crate::text::{dates, plan as plan_words, progress as words, titles};
use app::{Document, Model, Msg, Outlook, PlanMsg};
use planner::{Baseline, BurnUp, Expected, PaceChoice, Scheduled, Status};

#[inline(never)]
pub fn view(model: &Model, send: &Callback<Msg>) -> Html {
    let outlook = match model.outlook() {
        Ok(outlook) => outlook,
        Err(why) => return plan::undated(model, send, why),
    };
    let Document { progress, baseline: frozen, .. } = model.document();
    let burn_up = BurnUp::of(&outlook.plan, progress, &outlook.forecast, frozen.as_ref());
    html! {
        <div class="plan going">
            <BackToPlan />
            <ErrorSummary errors={shown_errors(model)} />
            <h1 id={HEADING} tabindex="-1">{ words::TITLE }</h1>
            <section aria-labelledby="burn-up">
                <h2 id="burn-up">{ words::BURN_UP }</h2>
                <BurnUpChart {burn_up} start={outlook.start} today={model.today()} />
            </section>
            { pace(model, send, &outlook) }
            { time_log::view(model, send, &outlook) }
            { baseline(model, &outlook) }
        </div>
    }
}

fn pace(model: &Model, send: &Callback<Msg>, outlook: &Outlook) -> Html {
    let remaining = &outlook.forecast.remaining;
    let choice = model.document().pace;
    html! {
        <section aria-labelledby="pace">
            <h2 id="pace">{ words::PACE }</h2>
            <p>{ words::pace(choice, outlook.evidence(), remaining.middle_pace) }</p>
            <fieldset class="pace-choice">
                <legend>{ words::PACE_CHOICE }</legend>
                { option(send, choice, PaceChoice::Own, words::OWN, words::OWN_HINT) }
                { option(send, choice, PaceChoice::RangesOnly, words::RANGES_ONLY, words::RANGES_HINT) }
            </fieldset>
        </section>
    }
}

fn option(
    send: &Callback<Msg>,
    chosen: PaceChoice,
    choice: PaceChoice,
    label: &'static str,
    hint: &'static str,
) -> Html {
    let id = if choice == PaceChoice::Own { "pace-own" } else { "pace-ranges" };
    let hint_id = format!("{id}-hint");
    let choose = send.reform(move |_: Event| Msg::Plan(PlanMsg::PaceChosen(choice)));
    html! {
        <div class="tick">
            <input
                type="radio"
                name="pace"
                {id}
                checked={chosen == choice}
                aria-describedby={hint_id.clone()}
                onchange={choose}
            />
            <div><label for={id}>{ label }</label><p class="hint" id={hint_id}>{ hint }</p></div>
        </div>
    }
}

fn baseline(model: &Model, outlook: &Outlook) -> Html {
    html! {
        <section aria-labelledby="baseline">
            <h2 id="baseline">{ words::BASELINE }</h2>
            if let Some(baseline) = &model.document().baseline {
                <p>{ words::frozen_on(baseline.on) }</p>
                { variance(model, outlook, baseline) }
                <p class="actions">
                    <MsgButton label={words::FREEZE_AGAIN} msg={Msg::Plan(PlanMsg::BaselineFrozen)} />
                    <MsgButton label={words::DROP} msg={Msg::Plan(PlanMsg::BaselineDropped)} />
                </p>
            } else {
                <p>{ words::BASELINE_WHAT }</p>
                <p><MsgButton label={words::FREEZE} msg={Msg::Plan(PlanMsg::BaselineFrozen)} /></p>
            }
        </section>
    }
}

fn variance(model: &Model, outlook: &Outlook, baseline: &Baseline) -> Html {
    let days = baseline.variance(&outlook.plan, &outlook.forecast);
    let columns = [words::COLUMN_WORK, words::COLUMN_THEN, words::COLUMN_NOW, words::COLUMN_MOVED];
    let rows = outlook
        .work()
        .zip(days)
        .map(|((scheduled, expected), days)| row(model, baseline, scheduled, expected, days));
    html! {
        <div class="table-frame" role="region" aria-label={words::BASELINE_TABLE} tabindex="0">
            <table class="narrow">
                <caption class="unseen">{ words::BASELINE_TABLE }</caption>
                <thead>
                    <tr>{ for columns.map(|column| html! { <th scope="col">{ column }</th> }) }</tr>
                </thead>
                <tbody>{ for rows }</tbody>
            </table>
        </div>
    }
}

fn row(
    model: &Model,
    baseline: &Baseline,
    scheduled: &Scheduled,
    expected: &Expected,
    days: Option<i64>,
) -> Html {
    let then = baseline.finishes.get(&scheduled.work.id()).copied();
    let now = match expected {
        Expected::Ahead { finishes, .. } => dates::short(finishes.p50),
        Expected::Closed(Status::Done(on)) => dates::short(*on),
        Expected::Closed(status) => plan_words::status(*status),
    };
    html! {
        <tr>
            <th scope="row">
                { titles::work(model.roadmap(), &scheduled.work) }
                <span class="quiet">{ titles::path(model.roadmap(), scheduled) }</span>
            </th>
            <td>{ then.map_or_else(|| words::NOT_THEN.to_owned(), dates::short) }</td>
            <td>{ now }</td>
            <td>{ days.map(words::moved) }</td>
        </tr>
    }
}
