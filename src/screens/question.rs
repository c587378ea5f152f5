//! What all question screens share: where it stands, what is wrong, the form and its button.

use yew::prelude::*;

use crate::focus::HEADING;
use crate::parts::error_summary;
use crate::text::{dates, questions as words};
use app::form::{Field, FieldError};
use app::{Model, Msg, Screen};
use planner::questionnaire::{Question, questions};

/// A question as a form.
pub struct Form {
    pub question: Question,
    pub title: String,
    pub lead: Option<String>,
    pub fields: Html,
}

/// A question with its heading and its button.
pub fn form(model: &Model, send: &Callback<Msg>, form: Form) -> Html {
    let Form { question, title, lead, fields } = form;
    let submit = send.reform(|event: SubmitEvent| {
        event.prevent_default();
        Msg::Continued
    });
    let returning = model.state.return_to.is_some();
    let number = questions(&model.route()).iter().position(|other| *other == question).unwrap_or(0) + 1;
    html! {
        <div class="question">
            { back(model, &question) }
            { error_summary(&shown_errors(model)) }
            if !returning {
                <p class="eyebrow">{ words::position(number) }</p>
            }
            <h1 id={HEADING} tabindex="-1">{ title }</h1>
            if let Some(lead) = lead {
                <p class="lead">{ lead }</p>
            }
            <form novalidate=true onsubmit={submit}>
                { fields }
                <button type="submit" class="button">
                    { if returning { words::SAVE } else { words::CONTINUE } }
                </button>
            </form>
        </div>
    }
}

fn back(model: &Model, question: &Question) -> Html {
    let before = model.question_before(question).map_or(Screen::Home, Screen::Question);
    let to = model.state.return_to.clone().unwrap_or(before);
    html! { <a class="back" href={to.hash()}>{ words::BACK }</a> }
}

/// What is wrong, once the learner has tried to go on.
pub fn shown_errors(model: &Model) -> Vec<FieldError> {
    if model.state.complaining { model.errors() } else { Vec::new() }
}

/// What a field holds, as text.
pub fn entry(model: &Model, field: Field) -> String {
    model.document.entry(field, model.today, dates::date)
}

/// What typing into a field does.
pub fn typed(send: &Callback<Msg>, field: Field) -> Callback<String> {
    send.reform(move |text| Msg::Typed { field, text })
}
