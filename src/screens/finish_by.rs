//! What a target date takes.

use std::rc::Rc;

use yew::prelude::*;

use super::plan;
use super::question::{entry, shown_errors, typed};
use crate::focus::HEADING;
use crate::parts::{DateField, TextField, chance_curve, date_field, error_summary, plan_nav, text_field};
use crate::text::{chances, finish_by as words, questions};
use app::form::Field;
use app::{Model, Msg, Outlook};
use planner::finish_by::Needed;
use planner::{Date, EIGHT_IN_TEN, finish_by};
use roadmap::Minutes;

pub fn view(model: &Rc<Model>, send: &Callback<Msg>) -> Html {
    let outlook = match model.outlook() {
        Ok(outlook) => outlook,
        Err(why) => return plan::undated(model, send, why),
    };
    let submit = send.reform(|event: SubmitEvent| {
        event.prevent_default();
        Msg::Continued
    });
    html! {
        <div class="plan finish-by">
            { plan_nav(model) }
            { error_summary(&shown_errors(model)) }
            <div class="intro">
                <h1 id={HEADING} tabindex="-1">{ words::TITLE }</h1>
                <p class="lead">{ words::LEAD }</p>
            </div>
            <form novalidate=true onsubmit={submit}>
                { date_field(DateField { field: Field::Target, label: questions::TARGET_LABEL.to_owned(), hint: Some(questions::DATE_HINT.to_owned()), value: entry(model, Field::Target), errors: shown_errors(model), on_input: typed(send, Field::Target) }) }
                { text_field(TextField { field: Field::MostHours, label: words::MOST.to_owned(), hint: Some(words::MOST_HINT.to_owned()), value: entry(model, Field::MostHours), errors: shown_errors(model), on_input: typed(send, Field::MostHours), inputmode: "decimal", beside: Html::default() }) }
                <section aria-labelledby="takes">
                    <h2 id="takes">{ words::ANSWER }</h2>
                    <div class="preview" role="status">{ answer(model, send, &outlook) }</div>
                </section>
                <button type="submit" class="button">{ words::KEEP }</button>
            </form>
            if let Some(finish) = outlook.forecast.finish() {
                <section aria-labelledby="curve">
                    <h2 id="curve">{ chances::CURVE }</h2>
                    { chance_curve(&outlook.forecast.curve(60), finish) }
                </section>
            }
        </div>
    }
}

/// The answer to what is in the fields, as far as they can be read.
fn answer(model: &Model, send: &Callback<Msg>, outlook: &Outlook) -> Html {
    let remaining = &outlook.forecast.remaining;
    if remaining.is_nothing() {
        return html! { <p>{ words::NOTHING_LEFT }</p> };
    }
    let target = model.document.entered_target(model.today).ok().flatten();
    let (Some(target), Ok(most)) = (target, model.document.entered_most()) else {
        return html! { <p>{ words::NO_TARGET }</p> };
    };
    if target < model.today {
        return html! { <p>{ words::past(model.today) }</p> };
    }
    takes(send, outlook, target, most)
}

fn takes(send: &Callback<Msg>, outlook: &Outlook, target: Date, most: Minutes) -> Html {
    let remaining = &outlook.forecast.remaining;
    let a_week = outlook.availability.week().total();
    let chance = finish_by::chance(remaining, &outlook.availability, target);
    let needed = finish_by::needed(remaining, &outlook.availability, target, EIGHT_IN_TEN, most);
    let take = match needed {
        Needed::AWeek(total) if total != a_week => {
            let take = send.reform(move |_: MouseEvent| Msg::WeekScaled(total));
            html! { <button type="button" class="button-quiet" onclick={take}>{ words::take(total) }</button> }
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
