//! How many hours on each weekday.

use std::rc::Rc;

use yew::prelude::*;

use super::question::{Form, entry, form, shown_errors, typed};
use crate::parts::{TextField, text_field};
use crate::text::{dates, questions as words};
use app::form::{Field, WEEKDAYS};
use app::{Document, Model, Msg, Outlook};
use planner::Week;
use planner::questionnaire::Question;
use roadmap::Minutes;

pub fn view(model: &Rc<Model>, send: &Callback<Msg>) -> Html {
    let errors = shown_errors(model);
    let day = |at: usize| {
        let field = Field::Hours(at as u8);
        html! {
            { text_field(TextField { field, label: dates::weekday(at).to_owned(), value: entry(model, field), errors: errors.clone(), on_input: typed(send, field), inputmode: "decimal", hint: None, beside: Html::default() }) }
        }
    };
    let week = model.document.entered_week().ok();
    let fields = html! {
        <>
            <div class="presets" role="group" aria-label={words::HOURS_PRESETS}>
                <span aria-hidden="true">{ words::HOURS_PRESETS }</span>
                { for words::PRESETS.iter().map(|&(name, minutes)| preset(send, name, minutes)) }
            </div>
            <fieldset class="week">
                <legend class="unseen">{ words::HOURS_LEGEND }</legend>
                { for (0..WEEKDAYS.len()).map(day) }
            </fieldset>
            if model.document.start.is_some_and(|start| start < model.today) {
                <p class="hint">{ words::HOURS_FROM_TODAY }</p>
            }
            <p class="preview" role="status">{ preview(model, week) }</p>
        </>
    };
    form(
        model,
        send,
        Form {
            question: Question::Hours,
            title: words::HOURS_TITLE.to_owned(),
            lead: Some(words::HOURS_HINT.to_owned()),
            fields,
        },
    )
}

fn preset(send: &Callback<Msg>, name: &'static str, minutes: [u32; 7]) -> Html {
    let send = send.clone();
    let fill = move |_: MouseEvent| {
        if let Some(week) = Week::new(minutes.map(Minutes)) {
            send.emit(Msg::WeekFilled(week));
        }
    };
    html! { <button type="button" class="button-quiet" onclick={fill}>{ name }</button> }
}

/// What the hours come to, and what they make of the dates as far as the route is known.
fn preview(model: &Model, week: Option<Week>) -> String {
    let Some(week) = week else { return String::new() };
    let document = Document { week: Some(week), ..model.document.clone() };
    let finish = Outlook::finish(&document, &model.roadmap, model.today);
    format!("{}. {}", words::hours_total(week.total()), words::preview(finish))
}
