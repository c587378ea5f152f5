//! The hours a week that a target date needs.

use yew::prelude::*;

use super::plan;
use super::question::{DateEntry, TextEntry, shown_errors};
use crate::focus::HEADING;
use crate::parts::{BackToPlan, ChanceCurve, ErrorSummary, MsgButton};
use crate::text::{chances, finish_by as words, questions};
use app::form::Field;
use app::{Aim, Model, Msg, Outlook, PlanMsg};
use planner::finish_by::Needed;
use planner::{Date, EIGHT_IN_TEN, finish_by};
use roadmap::Minutes;

#[inline(never)]
pub fn view(model: &Model, send: &Callback<Msg>) -> Html {
    let outlook = match model.outlook_to_aim() {
        Ok(outlook) => outlook,
        Err(why) => return plan::undated(model, send, why),
    };
    let submit = send.reform(|event: SubmitEvent| {
        event.prevent_default();
        Msg::Plan(PlanMsg::Continued)
    });
    html! {
        <div class="plan finish-by">
            <BackToPlan />
            <ErrorSummary errors={shown_errors(model)} />
            <div class="intro">
                <h1 id={HEADING} tabindex="-1">{ words::TITLE }</h1>
                <p class="lead">{ words::LEAD }</p>
            </div>
            <form novalidate=true onsubmit={submit}>
                <DateEntry
                    field={Field::Target}
                    label={questions::TARGET_LABEL}
                    hint={questions::DATE_HINT}
                />
                { aim(model, send) }
                <TextEntry
                    field={Field::MostHours}
                    label={words::MOST}
                    hint={words::MOST_HINT}
                />
                <section aria-labelledby="takes">
                    <h2 id="takes">{ words::ANSWER }</h2>
                    <div class="preview" role="status">{ answer(model, &outlook) }</div>
                </section>
                <button type="submit" class="button">{ words::KEEP }</button>
            </form>
            if let Some(finish) = outlook.forecast.finish() {
                <section aria-labelledby="curve">
                    <h2 id="curve">{ chances::CURVE }</h2>
                    <ChanceCurve points={outlook.forecast.curve(60)} {finish} />
                </section>
            }
        </div>
    }
}

/// What is to be reached by the date, where the route has a path that leads to being ready for a job.
fn aim(model: &Model, send: &Callback<Msg>) -> Html {
    let has_path = model.outlook().is_ok_and(|outlook| outlook.plan.paths(model.roadmap()).next().is_some());
    if !has_path {
        return Html::default();
    }
    let choice = |aim: Aim, id: &'static str, label: &'static str| {
        let onchange = send.reform(move |_: Event| Msg::Plan(PlanMsg::AimChosen(aim)));
        html! {
            <div class="tick">
                <input type="radio" name="aim" {id} checked={model.document().aim == aim} {onchange} />
                <label for={id}>{ label }</label>
            </div>
        }
    };
    html! {
        <fieldset class="pace-choice">
            <legend>{ words::AIM }</legend>
            { choice(Aim::Everything, "aim-everything", words::EVERYTHING) }
            { choice(Aim::JobReady, "aim-ready", words::JOB_READY) }
        </fieldset>
    }
}

/// The answer to the fields, or what to enter first.
fn answer(model: &Model, outlook: &Outlook) -> Html {
    let remaining = &outlook.forecast.remaining;
    if remaining.is_nothing() {
        return html! { <p>{ words::NOTHING_LEFT }</p> };
    }
    let target = model.document().entered_target(model.today()).ok().flatten();
    let (Some(target), Ok(most)) = (target, model.document().entered_most()) else {
        return html! { <p>{ words::NO_TARGET }</p> };
    };
    if target < model.today() {
        return html! { <p>{ words::past(model.today()) }</p> };
    }
    needed_for(outlook, target, most)
}

fn needed_for(outlook: &Outlook, target: Date, most: Minutes) -> Html {
    let remaining = &outlook.forecast.remaining;
    let a_week = outlook.availability.week().total();
    let chance = finish_by::chance(remaining, &outlook.availability, target);
    let needed = finish_by::needed(remaining, &outlook.availability, target, EIGHT_IN_TEN, most);
    let take = match needed {
        Needed::AWeek(total) if total != a_week => {
            html! { <MsgButton label={words::take(total)} msg={Msg::Plan(PlanMsg::WeekScaled(total))} /> }
        }
        _ => Html::default(),
    };
    html! {
        <>
            <p>{ words::chance(chance, a_week, target) }</p>
            <p>{ words::needed(needed, a_week, most) }</p>
            { take }
        </>
    }
}
