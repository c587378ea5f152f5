//! A field for a date: typed in any common way, or picked in the browser's calendar.

use yew::prelude::*;

use super::field_frame::field_id;
use super::text_field::{TextField, text_field};
use crate::text::{dates, questions};
use app::form::{Field, FieldError, read_date};
use browser::page;

/// What a field for a date shows and does.
pub struct DateField {
    pub field: Field,
    pub label: String,
    pub hint: Option<String>,
    pub value: String,
    pub errors: Vec<FieldError>,
    pub on_input: Callback<String>,
}

pub fn date_field(props: DateField) -> Html {
    let calendar_id = format!("{}-calendar", field_id(props.field));
    let on_pick = {
        let on_input = props.on_input.clone();
        Callback::from(move |event: Event| {
            let picked = page::value_of(&event);
            on_input.emit(read_date(&picked).map_or(picked, dates::date));
        })
    };
    let open = {
        let calendar_id = calendar_id.clone();
        Callback::from(move |_| page::open_calendar(&calendar_id))
    };
    let picked = read_date(&props.value).map(|date| date.to_string()).unwrap_or_default();
    let label = questions::pick_in_calendar(&props.label);
    let beside = html! {
        <span class="calendar">
            // The calendar belongs to a second field that only the button reaches.
            <input id={calendar_id} type="date" tabindex="-1" aria-hidden="true" value={picked} onchange={on_pick} />
            <button type="button" class="button-quiet" aria-label={label} onclick={open}>
                { questions::CALENDAR }
            </button>
        </span>
    };
    text_field(TextField {
        field: props.field,
        label: props.label,
        hint: props.hint,
        value: props.value,
        errors: props.errors,
        on_input: props.on_input,
        inputmode: "text",
        beside,
    })
}
