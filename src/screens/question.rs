//! Shared by all question screens: the form around a question, and fields connected to the state.

use yew::prelude::*;

use crate::context::{use_model, use_send};
use crate::focus::HEADING;
use crate::parts::{DateField, ErrorSummary, TextField, error_of};
use crate::text::{dates, questions as words};
use app::form::{Field, FieldError};
use app::{Model, Msg, PlanMsg, Screen};
use planner::questionnaire::Question;

#[derive(Properties, PartialEq)]
pub struct QuestionFormProps {
    pub question: Question,
    pub title: AttrValue,
    #[prop_or_default]
    pub lead: Option<AttrValue>,
    pub children: Html,
}

#[component]
pub fn QuestionForm(props: &QuestionFormProps) -> Html {
    let QuestionFormProps { question, title, lead, children } = props;
    let model = use_model();
    let submit = use_send().reform(|event: SubmitEvent| {
        event.prevent_default();
        Msg::Plan(PlanMsg::Continued)
    });
    let returning = model.return_to().is_some();
    let needed = model.needed_questions();
    let number = needed.iter().position(|other| other == question).filter(|_| !returning);
    html! {
        <div class="question">
            { back(&model, &needed, question) }
            <ErrorSummary errors={shown_errors(&model)} />
            if let Some(number) = number {
                <p class="eyebrow">{ words::position(number + 1, needed.len()) }</p>
            }
            <h1 id={HEADING} tabindex="-1">{ title }</h1>
            if let Some(lead) = lead {
                <p class="lead">{ lead }</p>
            }
            <form novalidate=true onsubmit={submit}>
                { children.clone() }
                <button type="submit" class="button">
                    { if returning { words::SAVE } else { words::CONTINUE } }
                </button>
            </form>
        </div>
    }
}

fn back(model: &Model, needed: &[Question], question: &Question) -> Html {
    let to = match needed.iter().position(|other| other == question) {
        _ if model.return_to().is_some() => model.return_to().cloned().unwrap_or(Screen::Check),
        Some(0) => Screen::Home,
        Some(at) => Screen::Question(needed[at - 1].clone()),
        None => Screen::Check,
    };
    html! { <a class="back" href={to.hash()}>{ words::BACK }</a> }
}

/// The errors of the screen, once the learner has tried to continue.
pub fn shown_errors(model: &Model) -> Vec<FieldError> {
    if model.shows_errors() { model.errors() } else { Vec::new() }
}

/// The message about a field, once the learner has tried to submit its form.
pub fn shown_error(model: &Model, field: Field) -> Option<AttrValue> {
    let of_edit = model.log_edit().map(|edit| edit.shown_errors(model.today())).unwrap_or_default();
    error_of(field, &shown_errors(model)).or_else(|| error_of(field, &of_edit))
}

/// The text of a field: as typed, or as accepted.
pub fn entry(model: &Model, field: Field) -> String {
    model.entry(field, dates::date)
}

/// Sends the text typed into a field to the state.
pub fn typed(send: &Callback<Msg>, field: Field) -> Callback<String> {
    send.reform(move |text| Msg::Plan(PlanMsg::Typed { field, text }))
}

#[derive(Properties, PartialEq)]
pub struct EntryProps {
    pub field: Field,
    pub label: AttrValue,
    #[prop_or_default]
    pub hint: Option<AttrValue>,
}

/// A text field of the document.
#[component]
pub fn TextEntry(props: &EntryProps) -> Html {
    let EntryProps { field, label, hint } = props;
    let (model, send) = (use_model(), use_send());
    html! {
        <TextField
            field={*field}
            label={label.clone()}
            hint={hint.clone()}
            value={entry(&model, *field)}
            error={shown_error(&model, *field)}
            on_input={typed(&send, *field)}
        />
    }
}

/// A date field of the document.
#[component]
pub fn DateEntry(props: &EntryProps) -> Html {
    let EntryProps { field, label, hint } = props;
    let (model, send) = (use_model(), use_send());
    html! {
        <DateField
            field={*field}
            label={label.clone()}
            hint={hint.clone()}
            value={entry(&model, *field)}
            error={shown_error(&model, *field)}
            on_input={typed(&send, *field)}
        />
    }
}
