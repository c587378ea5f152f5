//! The hours a week that a target date needs.

use yew::prelude::*;

use super::plan;
use super::question::{DateEntry, TextEntry, shown_errors};
use crate::focus::HEADING;
use crate::parts::{ChanceCurve, ErrorSummary, MsgButton, PlanNav};
use crate::text::{chances, finish_by as words, questions};
use app::form::Field;
use app::{Model, Msg, Outlook, PlanMsg};
use planner::finish_by::Needed;
use planner::{Date, EIGHT_IN_TEN, finish_by};
use roadmap::Minutes;

#[inline(never)]
pub fn view(model: &Model, send: &Callback<Msg>) -> Html {
    let outlook = match model.outlook() {
        Ok(outlook) => outlook,
        Err(why) => return plan::undated(model, send, why),
    };
    let submit = send.reform(|event: SubmitEvent| {
        event.prevent_default();
        Msg::Plan(PlanMsg::Continued)
    });
    html! {
        <div class="plan finish-by">
            <PlanNav />
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
