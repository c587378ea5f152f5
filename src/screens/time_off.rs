//! The question for dates off, and for periods with different hours.

use yew::prelude::*;

use super::question::{DateEntry, QuestionForm, TextEntry, entry};
use crate::parts::MsgButton;
use crate::text::questions as words;
use app::form::{Field, MOST_ROWS};
use app::{Model, Msg, PlanMsg, Rows};
use planner::questionnaire::Question;

#[inline(never)]
pub fn view(model: &Model) -> Html {
    let (off, stretches) = (model.document().rows(Rows::TimeOff), model.document().rows(Rows::Stretches));
    html! {
        <QuestionForm question={Question::TimeOff} title={words::OFF_TITLE} lead={words::OFF_HINT}>
            <p class="hint">{ words::DATE_HINT }</p>
            { for (0..off).map(|row| dates_off(model, row, off)) }
            { add(Rows::TimeOff, off, words::OFF_ADD) }
            <h2>{ words::STRETCHES }</h2>
            <p class="hint">{ words::STRETCHES_HINT }</p>
            { for (0..stretches).map(other_hours) }
            { add(Rows::Stretches, stretches, words::STRETCH_ADD) }
        </QuestionForm>
    }
}

fn add(rows: Rows, count: usize, label: &'static str) -> Html {
    if count >= MOST_ROWS {
        return Html::default();
    }
    html! { <p><MsgButton {label} msg={Msg::Plan(PlanMsg::RowAdded(rows))} /></p> }
}

fn remove(rows: Rows, row: usize, name: String) -> Html {
    html! { <MsgButton label={words::REMOVE} {name} msg={Msg::Plan(PlanMsg::RowRemoved(rows, row))} /> }
}

fn dates_off(model: &Model, row: usize, rows: usize) -> Html {
    let (from, to) = (Field::OffFrom(row), Field::OffTo(row));
    let is_empty = entry(model, from).is_empty() && entry(model, to).is_empty();
    html! {
        <fieldset class="span">
            <legend class="unseen">{ words::off_row(row) }</legend>
            <DateEntry field={from} label={words::off_field(row, words::OFF_FROM)} />
            <DateEntry field={to} label={words::off_field(row, words::OFF_TO)} />
            if rows > 1 || !is_empty {
                { remove(Rows::TimeOff, row, words::off_remove(row)) }
            }
        </fieldset>
    }
}

fn other_hours(row: usize) -> Html {
    let label = |name: &str| words::off_field(row, name);
    html! {
        <fieldset class="span">
            <legend class="unseen">{ words::stretch_row(row) }</legend>
            <DateEntry field={Field::StretchFrom(row)} label={label(words::STRETCH_FROM)} />
            <DateEntry field={Field::StretchTo(row)} label={label(words::STRETCH_TO)} />
            <TextEntry
                field={Field::StretchHours(row)}
                label={label(words::STRETCH_HOURS)}
            />
            <TextEntry field={Field::StretchName(row)} label={label(words::STRETCH_NAME)} />
            { remove(Rows::Stretches, row, words::stretch_remove(row)) }
        </fieldset>
    }
}
