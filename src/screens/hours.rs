//! The question for the hours of each weekday.

use yew::prelude::*;

use super::question::{QuestionForm, TextEntry};
use crate::parts::MsgButton;
use crate::text::{dates, questions as words};
use app::form::{Field, WEEKDAYS};
use app::{Document, Model, Msg, Outlook, PlanMsg};
use planner::Week;
use planner::questionnaire::Question;
use roadmap::Minutes;

#[inline(never)]
pub fn view(model: &Model) -> Html {
    let days = WEEKDAYS.into_iter().zip(0..).map(|(day, at)| {
        html! { <TextEntry field={Field::Hours(at)} label={dates::weekday(day)} /> }
    });
    html! {
        <QuestionForm question={Question::Hours} title={words::HOURS_TITLE} lead={words::HOURS_HINT}>
            <div class="presets" role="group" aria-label={words::HOURS_PRESETS}>
                <span aria-hidden="true">{ words::HOURS_PRESETS }</span>
                { for words::PRESETS.iter().filter_map(|&(label, minutes)| {
                    let week = Week::new(minutes.map(Minutes))?;
                    Some(html! { <MsgButton {label} msg={Msg::Plan(PlanMsg::WeekFilled(week))} /> })
                }) }
            </div>
            <fieldset class="week">
                <legend class="unseen">{ words::HOURS_LEGEND }</legend>
                { for days }
            </fieldset>
            if model.document().start.is_some_and(|start| start < model.today()) {
                <p class="hint">{ words::HOURS_FROM_TODAY }</p>
            }
            <p class="preview" role="status">{ preview(model) }</p>
        </QuestionForm>
    }
}

/// The total and the finish date with the hours in the fields; empty while they cannot be read.
fn preview(model: &Model) -> String {
    let Ok(week) = model.document().entered_week() else { return String::new() };
    let document = Document { week: Some(week), ..model.document().clone() };
    let finish = Outlook::finish(&document, model.roadmap(), model.today());
    words::hours_preview(week.total(), finish)
}
