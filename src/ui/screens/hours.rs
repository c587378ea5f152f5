//! How many hours on each weekday.

use yew::prelude::*;

use super::ScreenProps;
use super::question::{Form, entry, shown_errors, typed};
use crate::app::form::{Field, WEEKDAYS};
use crate::app::{Document, Model, Msg};
use crate::planner::{Minutes, Week, questionnaire::Question};
use crate::ui::parts::TextField;
use crate::ui::text::{dates, questions as words};

#[component]
pub fn Hours(props: &ScreenProps) -> Html {
    let ScreenProps { model, send } = props;
    let errors = shown_errors(model);
    let day = |at: usize| {
        let field = Field::Hours(at as u8);
        html! {
            <TextField
                {field}
                label={dates::weekday(at)}
                value={entry(model, field)}
                errors={errors.clone()}
                on_input={typed(send, field)}
                inputmode="decimal"
            />
        }
    };
    let week = model.document.entered_week().ok();
    html! {
        <Form {model} {send} question={Question::Hours} title={words::HOURS_TITLE} lead={words::HOURS_HINT}>
            <div class="presets" role="group" aria-label={words::HOURS_PRESETS}>
                <span aria-hidden="true">{ words::HOURS_PRESETS }</span>
                { for words::PRESETS.iter().map(|&(name, minutes)| preset(send, name, minutes)) }
            </div>
            <fieldset class="week">
                <legend class="unseen">{ words::HOURS_LEGEND }</legend>
                { for (0..WEEKDAYS.len()).map(day) }
            </fieldset>
            <p class="preview" role="status">{ preview(model, week) }</p>
        </Form>
    }
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
    let Some(week) = week else { return words::HOURS_NO_TOTAL.to_owned() };
    let document = Document { week: Some(week), ..model.document.clone() };
    let finish = document.plan(&model.roadmap, model.today).map(|plan| plan.finish());
    format!("{}. {}", words::hours_total(week.total()), words::preview(finish))
}
