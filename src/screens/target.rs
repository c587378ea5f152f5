//! By when the learner would like to finish.

use std::rc::Rc;

use yew::prelude::*;

use super::question::{Form, entry, form, shown_errors, typed};
use crate::parts::{DateField, date_field};
use crate::text::questions as words;
use app::form::Field;
use app::{Model, Msg};
use planner::questionnaire::Question;

pub fn view(model: &Rc<Model>, send: &Callback<Msg>) -> Html {
    let finish = model.usual_finish();
    let fields = html! {
        <>
            <p class="preview">{ words::preview(finish) }</p>
            { date_field(DateField { field: Field::Target, label: words::TARGET_LABEL.to_owned(), hint: Some(words::DATE_HINT.to_owned()), value: entry(model, Field::Target), errors: shown_errors(model), on_input: typed(send, Field::Target) }) }
        </>
    };
    form(
        model,
        send,
        Form {
            question: Question::Target,
            title: words::TARGET_TITLE.to_owned(),
            lead: Some(words::TARGET_HINT.to_owned()),
            fields,
        },
    )
}
