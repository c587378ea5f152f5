//! Dates on which the learner cannot study.

use std::rc::Rc;

use yew::prelude::*;

use super::question::{Form, entry, form, shown_errors, typed};
use crate::app::form::{Field, MOST_TIME_OFF};
use crate::app::{Model, Msg};
use crate::planner::questionnaire::Question;
use crate::ui::parts::{DateField, date_field};
use crate::ui::text::questions as words;

pub fn view(model: &Rc<Model>, send: &Callback<Msg>) -> Html {
    let rows = model.document.time_off_rows();
    let add = send.reform(|_: MouseEvent| Msg::TimeOffAdded);
    let fields = html! {
        <>
            <p class="hint">{ words::DATE_HINT }</p>
            { for (0..rows).map(|row| span(model, send, row, rows)) }
            if rows < MOST_TIME_OFF {
                <p><button type="button" class="button-quiet" onclick={add}>{ words::OFF_ADD }</button></p>
            }
        </>
    };
    form(
        model,
        send,
        Form {
            question: Question::TimeOff,
            title: words::OFF_TITLE.to_owned(),
            lead: Some(words::OFF_HINT.to_owned()),
            fields,
        },
    )
}

fn span(model: &Model, send: &Callback<Msg>, row: usize, rows: usize) -> Html {
    let remove = send.reform(move |_: MouseEvent| Msg::TimeOffRemoved(row));
    let end = |field: Field, label: &str| {
        html! {
            { date_field(DateField { field, label: words::off_field(row, label), value: entry(model, field), errors: shown_errors(model), on_input: typed(send, field), hint: None }) }
        }
    };
    html! {
        <fieldset class="span">
            <legend class="unseen">{ words::off_row(row) }</legend>
            { end(Field::OffFrom(row), words::OFF_FROM) }
            { end(Field::OffTo(row), words::OFF_TO) }
            if rows > 1 || !entry(model, Field::OffFrom(row)).is_empty() || !entry(model, Field::OffTo(row)).is_empty() {
                <button type="button" class="button-quiet" aria-label={words::off_remove(row)} onclick={remove}>
                    { words::REMOVE }
                </button>
            }
        </fieldset>
    }
}
