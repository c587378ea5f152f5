//! Dates on which the learner cannot study, and times with other hours.

use std::rc::Rc;

use yew::prelude::*;

use super::question::{Form, entry, form, shown_errors, typed};
use crate::parts::{DateField, TextField, date_field, text_field};
use crate::text::questions as words;
use app::form::{Field, MOST_ROWS};
use app::{Model, Msg, Rows};
use planner::questionnaire::Question;

pub fn view(model: &Rc<Model>, send: &Callback<Msg>) -> Html {
    let (off, stretches) = (model.document.rows(Rows::TimeOff), model.document.rows(Rows::Stretches));
    let fields = html! {
        <>
            <p class="hint">{ words::DATE_HINT }</p>
            { for (0..off).map(|row| span(model, send, row, off)) }
            { add(send, Rows::TimeOff, off, words::OFF_ADD) }
            <h2>{ words::STRETCHES }</h2>
            <p class="hint">{ words::STRETCHES_HINT }</p>
            { for (0..stretches).map(|row| stretch(model, send, row)) }
            { add(send, Rows::Stretches, stretches, words::STRETCH_ADD) }
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

fn add(send: &Callback<Msg>, rows: Rows, count: usize, label: &'static str) -> Html {
    if count >= MOST_ROWS {
        return Html::default();
    }
    let add = send.reform(move |_: MouseEvent| Msg::RowAdded(rows));
    html! { <p><button type="button" class="button-quiet" onclick={add}>{ label }</button></p> }
}

fn remove(send: &Callback<Msg>, rows: Rows, row: usize, name: String) -> Html {
    let remove = send.reform(move |_: MouseEvent| Msg::RowRemoved(rows, row));
    html! {
        <button type="button" class="button-quiet" aria-label={name} onclick={remove}>{ words::REMOVE }</button>
    }
}

fn end(model: &Model, send: &Callback<Msg>, field: Field, label: String) -> Html {
    date_field(DateField {
        field,
        label,
        value: entry(model, field),
        errors: shown_errors(model),
        on_input: typed(send, field),
        hint: None,
    })
}

fn span(model: &Model, send: &Callback<Msg>, row: usize, rows: usize) -> Html {
    let (from, to) = (Field::OffFrom(row), Field::OffTo(row));
    let is_empty = entry(model, from).is_empty() && entry(model, to).is_empty();
    html! {
        <fieldset class="span">
            <legend class="unseen">{ words::off_row(row) }</legend>
            { end(model, send, from, words::off_field(row, words::OFF_FROM)) }
            { end(model, send, to, words::off_field(row, words::OFF_TO)) }
            if rows > 1 || !is_empty {
                { remove(send, Rows::TimeOff, row, words::off_remove(row)) }
            }
        </fieldset>
    }
}

fn stretch(model: &Model, send: &Callback<Msg>, row: usize) -> Html {
    let label = |name: &str| words::off_field(row, name);
    let text = |field: Field, name: &str, inputmode: &'static str| {
        text_field(TextField {
            field,
            label: label(name),
            value: entry(model, field),
            errors: shown_errors(model),
            on_input: typed(send, field),
            inputmode,
            hint: None,
            beside: Html::default(),
        })
    };
    html! {
        <fieldset class="span">
            <legend class="unseen">{ words::stretch_row(row) }</legend>
            { end(model, send, Field::StretchFrom(row), label(words::STRETCH_FROM)) }
            { end(model, send, Field::StretchTo(row), label(words::STRETCH_TO)) }
            { text(Field::StretchHours(row), words::STRETCH_HOURS, "decimal") }
            { text(Field::StretchName(row), words::STRETCH_NAME, "text") }
            { remove(send, Rows::Stretches, row, words::stretch_remove(row)) }
        </fieldset>
    }
}
