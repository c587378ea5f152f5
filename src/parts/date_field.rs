//! A field for a date, typed in any common format or picked in the browser's calendar.

use yew::prelude::*;

use super::field_frame::field_id;
use super::text_field::TextField;
use crate::text::{dates, questions as words};
use app::form::{Field, read_date};
use browser::page;

#[derive(Properties, PartialEq)]
pub struct DateFieldProps {
    pub field: Field,
    pub label: AttrValue,
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    pub value: AttrValue,
    #[prop_or_default]
    pub error: Option<AttrValue>,
    /// Called with the text after each change, also after a date was picked.
    pub on_input: Callback<String>,
}

#[component]
pub fn DateField(props: &DateFieldProps) -> Html {
    let DateFieldProps { field, label, hint, value, error, on_input } = props;
    let calendar_id = format!("{}-calendar", field_id(*field));
    let onchange = on_input.reform(|event: Event| {
        let picked = page::value_of(&event);
        read_date(&picked).map_or(picked, dates::date)
    });
    let open = {
        let calendar_id = calendar_id.clone();
        move |_: MouseEvent| page::open_calendar(&calendar_id)
    };
    let picked = read_date(value).map(|date| date.to_string()).unwrap_or_default();
    html! {
        <TextField
            field={*field}
            label={label.clone()}
            hint={hint.clone()}
            value={value.clone()}
            error={error.clone()}
            on_input={on_input.clone()}
        >
            <span class="calendar">
                // The calendar belongs to a second input, which only the button opens.
                <input
                    id={calendar_id}
                    type="date"
                    tabindex="-1"
                    aria-hidden="true"
                    value={picked}
                    {onchange}
                />
                <button
                    type="button"
                    class="button-quiet"
                    aria-label={words::pick_in_calendar(label)}
                    onclick={open}
                >
                    { words::CALENDAR }
                </button>
            </span>
        </TextField>
    }
}
