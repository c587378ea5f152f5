//! When to start.

use std::rc::Rc;

use yew::prelude::*;

use super::question::{Form, entry, form, shown_errors, typed};
use crate::parts::{DateField, date_field};
use crate::text::questions as words;
use app::form::Field;
use app::{Model, Msg};
use planner::questionnaire::Question;

pub fn view(model: &Rc<Model>, send: &Callback<Msg>) -> Html {
    let fields = html! {
        <>
            { date_field(DateField { field: Field::Start, label: words::START_LABEL.to_owned(), hint: Some(words::DATE_HINT.to_owned()), value: entry(model, Field::Start), errors: shown_errors(model), on_input: typed(send, Field::Start) }) }
        </>
    };
    form(
        model,
        send,
        Form {
            question: Question::Start,
            title: words::START_TITLE.to_owned(),
            lead: Some(words::START_HINT.to_owned()),
            fields,
        },
    )
}
